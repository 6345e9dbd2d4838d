"""Names joined across articles, through the catalog that they end in."""

from dataclasses import replace

import pytest
from archives import authority, card, catalog, quick
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Found, compile_catalog, resolve_people
from generator.catalog.candidates import find_candidates
from generator.catalog.context import read_role
from generator.catalog.forms import prepare
from generator.model import value
from generator.model.authority import Office, Person
from generator.model.catalog import Catalog, Ground, PersonLink, PossiblySame

HANS = Person(
    id="hans-lindqvist",
    name="Hans Lindqvist",
    offices=(Office(title="Secretary General", organisation="Tide Council"),),
)


def archive(*named: tuple[str, ...], roles: dict[str, str] | None = None, records: tuple[Person, ...] = ()) -> Catalog:
    """A catalog of articles a, b, c …, each with the names found there; ``roles`` by name. Each name gets a page."""
    offices = tuple((roles or {}).items())
    cards = [
        card(slug, named=names, roles=tuple((name, role) for name, role in offices if name in names))
        for slug, names in zip("abcdefgh", named, strict=False)
    ]
    return compile_catalog(cards, authority(*records), (), page_threshold=1)[0]


def link(made: Catalog, slug: str) -> PersonLink:
    return made.links_of[slug][0]


def test_names_that_sound_the_same_join_and_say_so():
    made = archive(("Sergey Vershinin",), ("Sergey Vershinin",), ("Sergej Werschinin",))
    assert made.by_person == {"sergey-vershinin": ("a", "b", "c")}
    assert made.authority.people["sergey-vershinin"].variants == ("Sergej Werschinin",)
    assert link(made, "a") == PersonLink(
        name="Sergey Vershinin", id="sergey-vershinin", confidence=0.98, reason="the same name"
    )
    assert link(made, "c").reason == "inferred: spelling"
    assert 0.9 <= link(made, "c").confidence < 0.98


def test_a_slip_joins_only_by_an_office():
    """One wrong letter in a given name is two people, unless both hold one office of one body."""
    apart = archive(("Hans Lindqvist",), ("Lans Lindqvist",))
    assert apart.people_of == {"a": ("hans-lindqvist",), "b": ("lans-lindqvist",)}
    roles = {
        "Hans Lindqvist": "Tide Council Secretary-General",
        "Lans Lindqvist": "General Secretary of the Tide Council",
    }
    joined = archive(("Hans Lindqvist",), ("Lans Lindqvist",), roles=roles)
    assert joined.people_of == {"a": ("hans-lindqvist",), "b": ("hans-lindqvist",)}
    assert link(joined, "b").reason == "inferred: one letter; same office (Tide Council Secretary-General)"


def test_one_word_more_makes_no_other_office():
    roles = {
        "Hans Lindqvist": "Tide Council Secretary-General",
        "Lans Lindqvist": "Oslo – Tide Council General Secretary",
    }
    assert archive(("Hans Lindqvist",), ("Lans Lindqvist",), roles=roles).people_of["b"] == ("hans-lindqvist",)
    roles["Lans Lindqvist"] = "Deputy Secretary General of the Tide Council"
    assert archive(("Hans Lindqvist",), ("Lans Lindqvist",), roles=roles).people_of["b"] == ("lans-lindqvist",)


def test_an_office_without_a_body_says_little():
    roles = {"Hans Lindqvist": "spokesman", "Lans Lindqvist": "spokesman"}
    assert archive(("Hans Lindqvist",), ("Lans Lindqvist",), roles=roles).people_of["b"] == ("lans-lindqvist",)


def test_an_office_is_somebody_elses_a_generation_later():
    role = "Mayor of Tidewick"
    cards = [
        card("a", "1970", named=("Hans Lindqvist",), roles=(("Hans Lindqvist", role),)),
        card("b", "1995", named=("Lans Lindqvist",), roles=(("Lans Lindqvist", role),)),
    ]
    assert catalog(*cards, threshold=1).people_of["b"] == ("lans-lindqvist",)
    assert catalog(cards[0], value.replace(cards[1], published=cards[0].published), threshold=1).people_of["b"] == (
        "hans-lindqvist",
    )


def test_the_offices_of_a_record_count():
    roles = {"Lans Lindqvist": "Tide Council General Secretary"}
    made = archive(("Lans Lindqvist",), roles=roles, records=(HANS,))
    assert made.people_of == {"a": ("hans-lindqvist",)}
    assert link(made, "a").reason == "inferred: one letter; same office (Secretary General, Tide Council)"


def test_father_and_son_stay_apart():
    made = archive(("George W. Lund",), ("George H. W. Lund",), ("Tom Lund",), ("Tom Lund Jr.",))
    assert [made.people_of[slug] for slug in "abcd"] == [
        ("george-w-lund",), ("george-h-w-lund",), ("tom-lund",), ("tom-lund-jr",)
    ]  # fmt: skip
    assert made.possibly_same == (
        PossiblySame(one="tom-lund", other="tom-lund-jr", confidence=0.85, reason="a suffix"),
    )


def test_a_name_that_fits_two_people_joins_neither():
    made = archive(("George W. Lund",), ("George H. W. Lund",), ("George Lund",))
    assert made.people_of["c"] == ("george-lund",)
    assert [(tie.one, tie.other, tie.reason) for tie in made.possibly_same] == [
        ("george-h-w-lund", "george-lund", "a name left out; fits both George H. W. Lund and George W. Lund"),
        ("george-lund", "george-w-lund", "a name left out; fits both George H. W. Lund and George W. Lund"),
    ]


def test_an_initial_joins_by_companions_and_office_only():
    assert archive(("Jan Holm",), ("J. Holm",)).people_of["b"] == ("j-holm",)
    beside = archive(("Jan Holm", "Ada Berg", "Per Dahl", "Siv Moe"), ("J. Holm", "Ada Berg", "Per Dahl", "Siv Moe"))
    assert beside.people_of["b"][0] == "jan-holm"
    assert beside.links_of["b"][0].reason == "inferred: an initial; 3 shared companions"


def test_two_names_of_one_article_are_two_people():
    made = archive(("Jan Holm", "J. Holm", "Ada Berg", "Per Dahl"), ("J. Holm", "Ada Berg", "Per Dahl"))
    assert "j-holm" in made.by_person
    assert [tie.reason for tie in made.possibly_same] == [
        "an initial; 2 shared companions; named in one article as two"
    ]


def test_a_lone_surname_that_fits_two_people_says_so():
    made = archive(("Adam Smith",), ("Anna Smith",), ("Smith",))
    assert made.people_of["c"] == ()
    assert made.names_of == {"c": ("Smith",)}
    assert link(made, "c") == PersonLink(
        name="Smith", id=None, confidence=0.5, reason="fits Adam Smith and Anna Smith", ground=Ground.OPEN
    )


def test_a_lone_surname_goes_to_its_only_bearer_by_an_office_of_a_body():
    roles = {"Adam Berg": "Mayor of Tidewick", "Berg": "Tidewick mayor"}
    made = archive(("Adam Berg",), ("Berg",), ("Anna Holm",), ("Holm",), roles=roles)
    assert made.people_of["b"] == ("adam-berg",)
    assert link(made, "b").reason == "inferred: surname; same office (Tidewick mayor)"
    assert link(made, "d") == PersonLink(
        name="Holm", id=None, confidence=0.5, reason="may be Anna Holm", ground=Ground.OPEN
    )


def test_names_that_join_count_together_for_a_page():
    cards = [card("a", named=("Sergey Vershinin",)), card("b", named=("Sergej Werschinin",))]
    made, _ = compile_catalog(cards, authority(), (), page_threshold=2)
    assert made.by_person == {"sergey-vershinin": ("a", "b")}


def test_two_records_never_join():
    records = (Person(id="x", name="Sergey Vershinin"), Person(id="y", name="Sergej Werschinin"))
    made = archive(("Sergey Vershinin",), ("Sergej Werschinin",), records=records)
    assert made.people_of == {"a": ("x",), "b": ("y",)}
    assert made.possibly_same == ()


def test_records_of_a_machine_never_join_but_are_possibly_the_same():
    """One of two records that only a machine wrote may be the other; those who keep them apart are not asked again."""
    known = Person(id="x", name="Sergey Vershinin")
    found = Person(id="y", name="Sergej Werschinin", verified=False)
    made = archive(("Sergey Vershinin",), ("Sergej Werschinin",), records=(known, found))
    assert made.people_of == {"a": ("x",), "b": ("y",)}
    assert made.possibly_same == (PossiblySame(one="x", other="y", confidence=0.89, reason="spelling"),)
    apart = replace(found, distinct=("x",))
    assert archive(("Sergey Vershinin",), records=(known, apart)).possibly_same == ()
    hidden = replace(found, hidden=True)
    assert archive(("Sergey Vershinin",), records=(known, hidden)).possibly_same == ()


def test_what_a_person_decided_is_no_matter_of_likeness():
    made, problems = compile_catalog([card("a", people=("Lans Lindqvist",))], authority(HANS), (), page_threshold=1)
    assert made.people_of == {"a": ()}
    assert made.links_of["a"][0].id is None
    assert len(problems) == 1
    assert catalog(card("a", people=("hans-lindqvist",)), records=(HANS,)).links_of["a"] == (
        PersonLink(
            name="hans-lindqvist",
            id="hans-lindqvist",
            confidence=1.0,
            reason="decided by a person",
            ground=Ground.DECIDED,
        ),
    )


def test_names_of_which_little_is_left_are_kept():
    records = (Person(id="x", name="N. N.", variants=("Hans Lindqvist",)),)
    made = archive(("Hanss Lindqvist", "", "-", "J.", "Baroness Berg"), records=records)
    assert [found.id for found in made.links_of["a"]] == ["x", None, None, None, "baroness-berg"]


NAMES = st.sampled_from(
    ["Jan Holm", "J. Holm", "Jan Erik Holm", "Jan B. Holm", "Johan Holm", "Holm", "Anna Holm", "A. Holm",
     "Hans Lindqvist", "Lans Lindqvist", "Sergey Vershinin", "Sergej Werschinin", "Ada Berg", "Berg",
     "Tom Berg Jr.", "Tom Berg"]
)  # fmt: skip
ARTICLES = st.lists(st.lists(NAMES, min_size=1, max_size=4, unique=True), min_size=1, max_size=7)


@quick
@given(articles=ARTICLES, data=st.data())
def test_the_order_of_articles_does_not_matter(articles, data):
    cards = [card(f"s{at}", named=tuple(names)) for at, names in enumerate(articles)]
    shuffled = data.draw(st.permutations(cards))
    compiled = [compile_catalog(each, authority(HANS), (), page_threshold=1) for each in (cards, shuffled)]
    assert compiled[0] == compiled[1]


@quick
@given(articles=ARTICLES)
def test_an_article_about_others_changes_nothing(articles):
    cards = [card(f"s{at}", named=tuple(names)) for at, names in enumerate(articles)]
    more = [*cards, card("other", named=("Mette Quist", "Quist", "Ole Vang"))]
    before, after = (compile_catalog(each, authority(HANS), (), page_threshold=1)[0] for each in (cards, more))
    assert {slug: links for slug, links in after.links_of.items() if slug != "other"} == before.links_of
    assert after.possibly_same == before.possibly_same


@quick
@given(articles=ARTICLES)
def test_every_entry_of_every_text_is_resolved_once(articles):
    found = [Found(article=str(at), names=tuple(names)) for at, names in enumerate(articles)]
    people, _ = resolve_people(found)
    entries = [(article, link.name) for person in people for article, link in person.entries]
    assert sorted(entries) == sorted((each.article, name) for each in found for name in each.names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Holm", "J. Holm"),
        ("Jan Holm", "Holm Jan"),
        ("William Holm", "Bill Holm"),
        ("Hans Lindqvist", "Lans Lindqvist"),
        ("Hans Lindqvist", "Hans Lindvist"),
        ("Sergey Vershinin", "Sergej Werschinin"),
        ("Carlos Mora", "Carlos Mora Ibáñez"),
    ],
)
def test_names_that_may_match_are_candidates(one, other):
    assert set(find_candidates([[prepare(one)], [prepare(other)]])) == {(0, 1)}


def test_names_of_others_are_no_candidates():
    assert set(find_candidates([[prepare("Jan Holm")], [prepare("Anna Berg")], [prepare("Holm")]])) == set()


def test_an_office_is_its_words():
    assert read_role("Secretary General of the Tide Council") == read_role("Tide Council General-Secretary")
    assert read_role("Russian minister") == read_role("Minister, Russia")
    assert read_role("the") == frozenset()
