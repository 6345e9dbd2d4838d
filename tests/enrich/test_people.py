"""People found in sentences of our own, and how well on the development data."""

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.enrich.people import PersonFound, find_people
from generator.enrich.prose import mask

PERSONS = Path(__file__).parents[3] / "shared" / "data" / "persons"


SCRAPS = (
    "Anna", "Peter", "Holm", "Lund", "Mr", "Mrs.", "President", "minister", "de", "von", "al-", "O'", "J.", "Jr.",
    "V.", "said", "the", "and", "NATO", "Street", "New", "’s", "'s", "[", "](", ")", "**", "# ", "\n", "\n\n", " ", " ",
    " ", " ", ", ", ". ", "—", "-", "&", "May", "Kim", "Jong-un", "é", "İ", "ß", "@", "http://", "<", ">",
)  # fmt: skip


def names(text: str) -> list[str]:
    return [person.name for person in find_people(text)]


def only(text: str) -> PersonFound:
    (person,) = find_people(text)
    return person


def test_person_carries_name_aliases_roles_and_places() -> None:
    """Everything that the page of a person shows is read from the text, in the order of the text."""
    text = "Norwegian Foreign Minister Anna Holm left. Holm said little. Holm, the NATO Secretary-General, slept."
    person = only(text)
    assert person.name == "Anna Holm"
    assert person.aliases == ("Holm",)
    assert person.roles == ("Norwegian Foreign Minister", "NATO Secretary-General")
    assert [text[start:end] for start, end in person.mentions] == ["Anna Holm", "Holm", "Holm"]


def test_people_come_in_order_of_first_mention() -> None:
    assert names("Peter Lund met Anna Holm. Later Holm thanked Lund.") == ["Peter Lund", "Anna Holm"]


@pytest.mark.parametrize(
    "name",
    [
        "Ursula von der Linden",
        "Bill de Castro",
        "Mohammed bin Harith",
        "Bashar al-Karim",
        "Jean-Pierre O'Dowd",
        "J.R. McAllister",
        "Željko Šturić",
        "Recep Ayşegül Güneş",
        "Jan Hołm-Ødegård",
        pytest.param(
            "Park Geun-mi",
            marks=pytest.mark.xfail(strict=True, reason="a plain word as family name, an unknown given name"),
        ),
        "Andrés Manuel López Quiroga",
        "Martin Luther Hale Jr.",
    ],
)
def test_names_of_many_languages_are_whole(name: str) -> None:
    """Particles, initials, hyphens, apostrophes, diacritics and suffixes belong to the name."""
    assert names(f"On Tuesday {name} said that it was late.") == [name]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("U.S. Secretary of State Anna Holm spoke.", ("U.S. Secretary of State",)),
        ("Russia's foreign minister, Anna Holm, spoke.", ("Russia's foreign minister",)),
        ("He thanked his Belgian counterpart Anna Holm.", ("Belgian counterpart",)),
        ("Anna Holm, a spokeswoman for the ministry, spoke.", ("spokeswoman for the ministry",)),
        ("former deputy prime minister Anna Holm spoke.", ("former deputy prime minister",)),
        ("Mrs Anna Holm, who was ill, spoke.", ()),
    ],
)
def test_roles_stand_as_printed_without_articles_and_honorifics(text: str, roles: tuple[str, ...]) -> None:
    assert only(text).roles == roles


def test_surname_alone_counts_after_office_or_honorific() -> None:
    assert names("President Zorin and Mr Quill met.") == ["Zorin", "Quill"]


def test_surname_alone_says_nothing_without_full_name_or_office() -> None:
    """A capitalised word that nothing explains may be anything."""
    assert names("The plan pleased Zorin. It was new.") == []


def test_every_mention_keeps_its_chance() -> None:
    """A full name beside an office is surer than an unknown word in front of a verb of speech."""
    found = find_people("Foreign Minister Anna Holm spoke. Zorin said little.")
    assert [len(person.chances) == len(person.mentions) for person in found] == [True] * len(found)
    assert found[0].chances[0] > 0.99
    assert all(0.5 <= chance < found[0].chances[0] for person in found[1:] for chance in person.chances)


def test_surname_is_as_sure_as_its_full_name() -> None:
    """The same word says nothing alone, and everything once the full name stands in the text."""
    alone = "The plan pleased Kvist."
    assert names(alone) == []
    assert only(f"{alone} Anna Kvist, a minister, left.").aliases == ("Kvist",)


def test_namesakes_do_not_swallow_each_others_surname() -> None:
    """A surname that two people of the text share belongs to neither when it stands alone."""
    found = find_people("Peter Lund and Anna Lund came. Lund laughed.")
    assert [(person.name, person.aliases) for person in found] == [("Peter Lund", ()), ("Anna Lund", ())]


def test_honorific_tells_spouses_apart() -> None:
    found = find_people("Peter Lund and Anna Lund came. Mrs Lund laughed. Mr Lund did not.")
    assert [(person.name, len(person.mentions)) for person in found] == [("Peter Lund", 2), ("Anna Lund", 2)]


def test_office_tells_namesakes_apart() -> None:
    found = find_people("President Peter Lund met Senator Paul Lund. President Lund smiled.")
    assert [(person.name, len(person.mentions)) for person in found] == [("Peter Lund", 2), ("Paul Lund", 1)]


def test_father_and_son_are_two() -> None:
    assert names("Peter Lund Jr. met Peter Lund.") == ["Peter Lund Jr.", "Peter Lund"]


def test_shorter_full_forms_join_the_longest() -> None:
    person = only("Peter Lund arrived. Peter Andreas Lund is 60. P. Lund signed.")
    assert person.name == "Peter Andreas Lund"
    assert person.aliases == ("Peter Lund", "P. Lund")


def test_kings_and_popes_keep_their_title() -> None:
    """Without a surname the title tells who is meant."""
    assert names("Pope Francis met King Harald V.") == ["Pope Francis", "King Harald V"]


@pytest.mark.parametrize(
    "text",
    [
        "The Nelson Mandela Foundation gave money.",
        "They met at Peter Tower on Anna Street.",
        "The University of Peter Holm opened.",
        "Peter & Sons Ltd closed.",
        "The carrier Peter Holm sailed.",
        "The Security Council and the Foreign Ministry met on Friday in New York.",
        "Human Rights Watch said so.",
        "PUTIN WARNS NATO OVER KOSOVO",
        "He said that he was tired. He left.",
        "See https://example.org/Anna_Holm/Peter-Lund and write to Anna.Holm@example.org.",
        pytest.param(
            "Will Zorin go? In May the Prime Minister's Office moved.",
            marks=pytest.mark.xfail(strict=True, reason="a verb that is also a given name, at the start of a question"),
        ),
    ],
)
def test_things_are_not_people(text: str) -> None:
    assert names(text) == []


def test_markdown_marks_do_not_break_names_or_places() -> None:
    text = "## Talks\n\n**Anna Holm** met [Peter Lund](https://example.org/Erik_Dahl 'Erik Dahl'). _Lund_ agreed."
    assert [(person.name, [text[a:b] for a, b in person.mentions]) for person in find_people(text)] == [
        ("Anna Holm", ["Anna Holm"]),
        ("Peter Lund", ["Peter Lund", "Lund"]),
    ]


def test_headline_names_nobody_new_but_is_a_place_of_those_named() -> None:
    """Where every word has a capital, a capital says nothing."""
    text = "## Zorin Slams Port Deal Over Harbour Fees\n\nMinister Ivan Zorin spoke."
    person = only(text)
    assert [text[a:b] for a, b in person.mentions] == ["Zorin", "Ivan Zorin"]


def test_name_crosses_the_break_of_a_wrapped_line() -> None:
    text = "It was late in the evening when the foreign ministers, and among them Anna\nHolm, left for home."
    person = only(text)
    assert person.name == "Anna Holm"
    assert [text[a:b] for a, b in person.mentions] == ["Anna\nHolm"]


def test_surname_that_is_also_a_month_needs_more() -> None:
    text = "Theresa May spoke in May. Mrs May left."
    assert [text[a:b] for a, b in only(text).mentions] == ["Theresa May", "May"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", ",", "’s", "A", "al-", "[](", "** **", "Jr.", "de van der", "Mr. ,"])
def test_scraps_hold_nobody(text: str) -> None:
    assert find_people(text) == ()


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_every_place_holds_a_form_of_the_name(text: str) -> None:
    """Whatever the text, places lie in order and hold the name or an alias, but for Markdown marks inside."""
    for person in find_people(text):
        assert list(person.mentions) == sorted(set(person.mentions))
        for start, end in person.mentions:
            assert " ".join(mask(text)[start:end].split()) in (person.name, *person.aliases)


@pytest.mark.skipif(not PERSONS.is_dir(), reason="the development data lies outside the project and is not there")
@pytest.mark.parametrize(("texts", "least"), [("gum", 0.94), ("re3d", 0.90), ("wikigold", 0.84)])
def test_recogniser_is_as_good_as_it_was(texts: str, least: float) -> None:
    """F1 of the people indexed per text, and every place holds a form of the name."""
    gold = [json.loads(line) for line in (PERSONS / "dev.jsonl").read_text("utf-8").splitlines()]
    answers = []
    for document in gold:
        found = find_people(document["text"])
        answers.append(
            {
                "id": document["id"],
                "persons": [{"name": person.name, "aliases": person.aliases} for person in found],
                "mentions": [place for person in found for place in person.mentions],
            }
        )
        for person in found:
            for start, end in person.mentions:
                assert " ".join(document["text"][start:end].split()) in (person.name, *person.aliases)
    figures, _ = runpy.run_path(str(PERSONS / "score.py"))["score"](gold, answers)
    counts = figures[texts]
    assert 2 * counts["tp"] / (counts["np"] + counts["ng"]) >= least
    assert counts["tp"] / counts["np"] >= 0.9


def test_father_and_son_of_one_article_are_told_apart_by_their_initials():
    text = "Former President Peter W. Lund spoke. His father, former President Peter H. W. Lund, listened."
    assert [person.name for person in find_people(text)] == ["Peter W. Lund", "Peter H. W. Lund"]


PORT = frozenset({("Port", "Harbour")})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The deal was struck with Port Harbour.", ["Port Harbour"]),
        ("The deal was struck with Port  Harbour, and Harbour was glad.", ["Port Harbour"]),
        ("The deal was struck with Port Holm.", []),
        ("The deal was struck with port harbour.", []),
        ("She studied at the University of Port Harbour.", []),
        ("The deal was struck with Anna Port Harbour Holm.", ["Anna Port Harbour Holm"]),
    ],
)
def test_a_known_name_is_found_where_words_say_too_little(text, found):
    assert [person.name for person in find_people(text, PORT)] == found
    assert "Port Harbour" not in [person.name for person in find_people(text)]
