"""Names resolved to records."""

import csv
from pathlib import Path

import pytest

from generator.catalog.names import NameIndex, name_key
from generator.model.authority import Person

NAMES = Path(__file__).parents[3] / "shared" / "data" / "names" / "dev.csv"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "SERGEY LAVROV"),
        ("Sergei Lavrov", "Lavrov, Sergei"),
        ("Sergei Lavrov", "Сергей Лавров"),
        ("Aleksandr Holm", "Alexander Holm"),
        ("Maksim Dovsky", "Maksim Dovskiy"),
        ("Maksim Dovsky", "Maksim Dovskii"),
        ("Željko Šturić", "Zeljko Sturic"),
        ("Jean-Pierre O’Dowd", "Jean Pierre O'Dowd"),
        ("Bashar al-Karim", "Bashar Karim"),
        ("Mr. Peter Lund", "Peter Lund"),
        ("Prime Minister Lund", "Lund"),
        ("Dr Peter Lund, PhD", "Peter Lund"),
        ("Peter Lund, Jr.", "Peter Lund Junior"),
        ("Lund, Peter, Jr.", "Peter Lund Jr"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Holm", "Vladimir Holm"),
        ("Mykola Holm", "Nikolai Holm"),
        ("Peter Lund Jr.", "Peter Lund Sr."),
        ("Peter Lund Jr.", "Peter Lund"),
        ("King Harald V", "King Harald IV"),
        ("Queen Sonja", "Sonja"),
        ("Peter Lund", "Paul Lund"),
    ],
)
def test_names_that_tell_people_apart_have_two_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_key_of_a_key_is_itself() -> None:
    """Folding twice changes nothing."""
    for name in ("Lavrov, Sergei", "Mr. Peter Lund, Jr.", "Bashar al-Karim", "Maksim Dovskiy", ""):
        assert name_key(name_key(name)) == name_key(name)


LAVROV = Person(id="sergei-lavrov", name="Sergei Lavrov", variants=("Lavrov",))
LUND = Person(id="peter-lund", name="Peter Lund")
SON = Person(id="peter-lund-jr", name="Peter Lund Jr.")


def test_preferred_form_and_variants_lead_to_the_record() -> None:
    index = NameIndex([LAVROV, LUND])
    assert index.resolve("Sergey Lavrov") == "sergei-lavrov"
    assert index.resolve("Lavrov") == "sergei-lavrov"
    assert index.resolve("Lund") is None
    assert index.resolve("") is None


def test_name_that_two_records_claim_leads_to_neither_and_is_reported() -> None:
    index = NameIndex([LAVROV, Person(id="anna-lavrov", name="Anna Lavrov", variants=("Lavrov",))])
    assert index.resolve("Lavrov") is None
    assert index.resolve("Anna Lavrov") == "anna-lavrov"
    assert index.claims == {"lavrov": ("anna-lavrov", "sergei-lavrov")}


def test_record_that_lists_a_form_twice_claims_it_once() -> None:
    assert NameIndex([Person(id="x", name="Sergei Lavrov", variants=("Sergey Lavrov",))]).claims == {}


@pytest.mark.parametrize("name", ["Sergei Viktorovich Lavrov", "Sergey V. Lavrov"])
def test_middle_name_may_be_more_than_the_record_says(name: str) -> None:
    assert NameIndex([LAVROV]).resolve(name) == "sergei-lavrov"


def test_middle_name_may_be_missing() -> None:
    index = NameIndex([Person(id="x", name="Peter Andreas Lund")])
    assert index.resolve("Peter Lund") == "x"
    assert index.resolve("Peter A. Lund") == "x"


def test_middle_name_must_not_contradict() -> None:
    assert NameIndex([Person(id="x", name="Peter Andreas Lund")]).resolve("Peter B. Lund") is None


def test_middle_name_that_fits_two_records_leads_to_neither() -> None:
    index = NameIndex([Person(id="x", name="Peter A. Lund"), Person(id="y", name="Peter B. Lund")])
    assert index.resolve("Peter Lund") is None
    assert index.resolve("Peter Andreas Lund") == "x"


def test_father_is_not_the_son() -> None:
    assert NameIndex([LUND]).resolve("Peter Lund Jr.") is None
    assert NameIndex([SON]).resolve("Peter Lund") is None
    assert NameIndex([LUND, SON]).resolve("Peter A. Lund, Jr.") == "peter-lund-jr"


def test_who_gives_initials_gives_the_first() -> None:
    index = NameIndex([Person(id="x", name="Peter H. W. Lund")])
    assert index.resolve("Peter W. Lund") is None
    assert index.resolve("Peter H. Lund") == index.resolve("Peter Lund") == "x"


def test_particles_belong_to_the_surname() -> None:
    index = NameIndex([Person(id="x", name="Ursula von der Linden")])
    assert index.resolve("Ursula Gertrud von der Linden") == "x"
    assert index.resolve("Ursula Linden") is None


@pytest.mark.skipif(not NAMES.is_file(), reason="the development data lies outside the project and is not there")
def test_resolving_seldom_joins_two_people() -> None:
    """Of the pairs that resolve, at least 97 in 100 are one person."""
    with NAMES.open(encoding="utf-8") as file:
        pairs = list(csv.DictReader(file))
    joined = [pair for pair in pairs if NameIndex([Person(id="x", name=pair["name_a"])]).resolve(pair["name_b"])]
    assert sum(pair["same"] == "1" for pair in joined) >= 0.97 * len(joined) > 0
