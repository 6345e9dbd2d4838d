"""People in German texts, where every noun has a capital."""

import pytest

from generator.enrich import capitalises_nouns, find_people, lower_nouns

TEXT = (
    "Der Landtag hat über das Gesetz beraten. Kultusministerin Sabine Hollerbach (SPD) sagte, der Entwurf schaffe "
    "Klarheit. Viele Kämmerer sehen das anders. Eine Anhörung ist für April vorgesehen, teilte Herr Ohlsen mit. "
    "Hollerbach widersprach dem Vorwurf, und Ursula von der Marck von der Opposition lachte."
)


def test_nouns_are_no_people() -> None:
    """As they would be, each with its capital."""
    named = {person.name for person in find_people(lower_nouns(TEXT))}
    assert named == {"Sabine Hollerbach", "Ursula von der Marck"}


def test_every_character_stays_in_its_place() -> None:
    """So that what is found in one text stands in the other."""
    shown = lower_nouns(TEXT)
    assert len(shown) == len(TEXT)
    assert shown.lower() == TEXT.lower()
    assert TEXT[shown.index("Hollerbach") :].startswith("Hollerbach (SPD)")


def test_a_name_that_somebody_stated_keeps_its_capital() -> None:
    """Whatever stands before it."""
    assert "Kämmerer" in lower_nouns(TEXT, {"Kämmerer"})
    assert "Kämmerer" not in lower_nouns(TEXT)


@pytest.mark.parametrize(("language", "all_of_them"), [("de", True), ("de-AT", True), ("en", False), ("sv", False)])
def test_languages_with_capital_nouns(language: str, *, all_of_them: bool) -> None:
    """By the language, whatever the region."""
    assert capitalises_nouns(language) == all_of_them
