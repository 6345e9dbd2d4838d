"""Where a story opens: what stands above its first line, and what only looks as if it did."""

import pytest

from generator.clean import clean_page
from generator.model.raw import RawPage

HEADLINE = "Ferry terminal to close in May as roof is found unsafe"
OPENING = (
    "The harbour board will close the old ferry terminal at the end of May, its chairman told the council on Tuesday, "
    "after the roof was found to be unsafe.",
    "Passengers are to board at the fish quay instead, where the union has asked for a shelter since the winter of "
    "1961 when two of its members fell ill.",
)
LATER = (
    "The work will take a year, the chairman said, and cost about as much as the terminal did when it was built.",
    "Fishermen fear for their nets, and have written to the minister, who was not there to answer them.",
    "A smaller terminal had been offered to the town before the war, but nobody could agree on where it was to stand.",
    "The council meets again in June, when the drawings are to be shown to whoever wants to see them.",
)


def clean(*lines: str) -> tuple[str, ...]:
    text = "\n\n".join(lines)
    return clean_page(RawPage(name="page", data=text.encode(), text=text, encoding="utf-8")).paragraphs


@pytest.mark.parametrize(
    "post",
    ["— Ann Holm (@annholm) May 14, 2019", "— Harbour Board (@board) November 1, 2019"],
)
def test_a_post_that_a_story_quotes_is_not_where_it_opens(post: str) -> None:
    paragraphs = clean(HEADLINE, "By Bo Lind", "May 19, 2019", *OPENING, "We will miss the old roof!", post, *LATER)
    assert paragraphs[:2] == OPENING
    assert paragraphs[-len(LATER) :] == LATER


def test_an_opening_sentence_in_the_present_tense_is_no_caption() -> None:
    opening = (
        "The old ferry terminal looks much as it did when it was built, and yet its roof could fall at any moment, "
        "engineers told the council on Tuesday."
    )
    assert clean(HEADLINE, "By Bo Lind", "May 19, 2019", opening, *LATER)[0] == opening


def test_whole_paragraphs_above_a_day_are_the_storys() -> None:
    """A standfirst and a caption stand above the day of a story, but not several paragraphs."""
    paragraphs = clean(HEADLINE, "By Bo Lind", *OPENING, "May 19, 2019", *LATER)
    assert paragraphs[:2] == OPENING
