"""What records claim, and where claims do not go together."""

import pytest
from archives import authority, card, catalog, said

from generator.catalog import compile_catalog
from generator.model.authority import Person


def problems_of(*cards, records):
    made, problems = compile_catalog(cards, authority(*records), (), page_threshold=2)
    return made, said(problems)


def person(id_, **fields):
    return Person(id=id_, name=id_.replace("-", " ").title(), **fields)


def test_who_is_hidden_has_no_page_and_is_no_name_either():
    made = catalog(
        card("a", named=("Ada Holm", "Bo Lind")), card("b", named=("Mr Holm", "Ada Holm")),
        records=(person("ada-holm", hidden=True), person("bo-lind")),
    )  # fmt: skip
    assert made.by_person == {"bo-lind": ("a",)}
    assert made.names_of.get("a", ()) == ()


@pytest.mark.parametrize("word", ["ada-holm", "ada", "Ada Holm"])
def test_a_hidden_person_who_is_listed(word):
    made, problems = problems_of(
        card("a", people=(word,)), records=(person("ada-holm", hidden=True, aliases=("ada",)),)
    )
    assert made.by_person == {}
    assert problems == [
        'content/articles/a.md: people: "ada-holm" is hidden, and still listed here. '
        "Take it out of the list, or bring it back: dateline people unhide ada-holm"
    ]


def test_two_people_of_one_name():
    """The name alone means the one; the other says so, and is found where an article lists the id."""
    made = catalog(
        card("a", named=("Peter Lund",)), card("b", people=("peter-lund-2",)),
        records=(Person(id="peter-lund", name="Peter Lund"),
                 Person(id="peter-lund-2", name="Peter Lund", distinct=("peter-lund",))),
    )  # fmt: skip
    assert made.by_person == {"peter-lund": ("a",), "peter-lund-2": ("b",)}


@pytest.mark.parametrize(
    ("aliases", "circle"),
    [({"a": ["b"], "b": ["a"]}, "a → b → a"), ({"a": ["b"], "b": ["c"], "c": ["a"]}, "a → b → c → a"),
     ({"a": ["a"]}, "a → a")],
)  # fmt: skip
def test_records_that_were_merged_in_a_circle(aliases, circle):
    records = [person(id_, aliases=tuple(aliases.get(id_, ()))) for id_ in ("a", "b", "c")]
    _, problems = problems_of(records=records)
    assert problems == [
        f"content/people/a.md: aliases: These records were merged in a circle: {circle}. "
        "Keep one of them, and take the aliases that are records out of the others."
    ]


def test_an_alias_that_is_a_record():
    _, problems = problems_of(records=(person("ada-holm", aliases=("bo-lind",)), person("bo-lind")))
    assert problems == [
        'content/people/ada-holm.md: aliases: "bo-lind" is a record of its own, so it cannot lead here. '
        "Take it out of the aliases, or merge the two: dateline people merge ada-holm bo-lind"
    ]


def test_an_alias_of_two_records():
    _, problems = problems_of(records=(person("ada", aliases=("a",)), person("bo", aliases=("a",))))
    assert problems == [
        'content/people/bo.md: aliases: "a" is an alias of people/ada.md too, so it leads to neither. '
        "Take it out of one of them."
    ]


def test_people_who_are_not_somebody_who_is_not_there():
    _, problems = problems_of(records=(person("ada", distinct=("ada", "bo")),))
    assert problems == [
        "content/people/ada.md: distinct: It says that it is not itself. Take it out of the list.",
        'content/people/ada.md: distinct: There is no person "bo". Take it out of the list.',
    ]
