"""Where a story ends, and what within it is its own."""

import pytest

from generator.clean.features import look_at
from generator.clean.labels import learnt_weights
from generator.clean.lines import gather_units, split_lines
from generator.clean.story import Labelled, locate_story, read_story

STORY = (
    "The harbour board will close the old ferry terminal at the end of May, its chairman told the council on Tuesday.",
    "Passengers are to board at the fish quay instead, where the union has asked for a shelter since 1961.",
    "The council meets again in June, when the drawings are to be shown to whoever wants to see them.",
)


def locate(*lines: tuple[str, str], known: frozenset[str] = frozenset()) -> Labelled:
    """A page whose lines were labelled as said."""
    units = gather_units(split_lines("\n\n".join([line for line, _ in lines])))
    states = [state for _, state in lines]
    return locate_story(units, [look_at(unit.text) for unit in units], states, learnt_weights(), known)


def test_a_note_on_the_author_is_no_last_paragraph() -> None:
    note = "Ann Holm is a reporter in Visby."
    page = locate(*[(line, "body") for line in STORY], (note, "body"))
    assert page.states == ["body", "body", "body", "after"]
    assert read_story(page).byline == "Ann Holm"


def test_a_story_that_introduces_a_reporter_goes_on() -> None:
    page = locate((STORY[0], "body"), ("Ann Holm is a reporter in Visby.", "body"), (STORY[2], "body"))
    assert page.states == ["body"] * 3


def test_numbered_headings_are_a_storys_if_one_of_them_is() -> None:
    lines = [
        (STORY[0], "body"),
        ("1. Close the terminal", "body"),
        (STORY[1], "body"),
        ("2. Save on tickets", "inset"),
        (STORY[2], "body"),
        ("3. Join the union", "inset"),
        (STORY[1], "body"),
        ("12. Most read", "inset"),
        (STORY[2], "body"),
    ]
    assert locate(*lines).states == ["body"] * 7 + ["inset", "body"]
    assert locate(*lines, known=frozenset({"3. Join the union"})).states[5] == "inset"
    assert locate(lines[0], *lines[2:]).states == [state for at, (_, state) in enumerate(lines) if at != 1]


def test_numbered_headings_above_one_of_the_story_are_its_too() -> None:
    lines = [(STORY[0], "body"), ("1. Save on tickets", "inset"), (STORY[1], "body"), ("2. Close it", "body")]
    assert locate(*lines, (STORY[2], "body")).states == ["body"] * 5


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Story continues below advertisement",
        "Don't want to see this? Remove ads",
        "Open this photo in gallery:",
        "The old terminal, built in 1931 (Image: GETTY)",
        "Image Credit: Visby Harbour",
        "MINISTER FACES QUESTIONS OVER HARBOUR DEAL AFTER NIGHT OF TALKS",
    ],
)
def test_some_lines_are_no_storys_wherever_they_stand(line: str) -> None:
    told = [(text, "body") for text in STORY]
    assert locate(*told[:2], (line, "body"), *told[2:]).states == ["body", "body", "inset", "body"]
    assert locate(*told, (line, "body")).states[-1] == "after"
    assert locate((line, "body"), *told).states[0] != "body"


@pytest.mark.parametrize("line", ["WHAT COMES NEXT", "Advertisements were sold out", "The shelter (built in 1961)"])
def test_headings_and_sentences_like_them_are_a_storys(line: str) -> None:
    told = [(text, "body") for text in STORY]
    assert locate(*told[:2], (line, "body"), *told[2:]).states == ["body"] * 4


def test_a_story_in_capitals_keeps_its_lines() -> None:
    lines = [(text.rstrip(".").upper(), "body") for text in STORY]
    assert locate(*lines).states.count("body") >= len(STORY) - 1
