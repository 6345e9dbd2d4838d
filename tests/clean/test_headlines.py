"""Which line is the headline."""

import pytest

from generator.clean import clean_page
from generator.model.raw import RawPage

TEXT = (
    "The harbour board will close the old ferry terminal at the end of May, its chairman told the council on Tuesday, "
    "after the roof was found to be unsafe.",
    "Passengers are to board at the fish quay instead, where the union has asked for a shelter since the winter of "
    "1961 when two of its members fell ill.",
    "The work will take a year, the chairman said, and cost about as much as the terminal did when it was built.",
)
HEADLINE = "Ferry terminal to close in May as roof is found unsafe"


def clean(*lines: str) -> tuple[str, tuple[str, ...]]:
    text = "\n\n".join(lines)
    cleaned = clean_page(RawPage(name="page", data=text.encode(), text=text, encoding="utf-8"))
    return cleaned.article.title, cleaned.paragraphs


@pytest.mark.parametrize(
    "lines",
    [
        ("By Ann Holm", "Jan 16, 2012 2:57am", HEADLINE, *TEXT),
        ("15 December 2011 Last updated at 13:17 GMT", HEADLINE, "The old terminal was built in 1931", *TEXT),
        (HEADLINE, "Ferries are to sail from the fish quay for a year", "By Ann Holm", "May 19, 2015", *TEXT),
        ("• Ferry terminal to close in May as roof is found ‘unsafe’", "Local news", HEADLINE, "May 19, 2015", *TEXT),
        (HEADLINE, "• Ferry terminal was built in 1931", "May 19, 2015", *TEXT),
        (HEADLINE, "VISBY — From Tuesday's paper", "May 19, 2015", *TEXT),
    ],
)
def test_the_headline_is_found_beside_what_looks_like_one(lines: tuple[str, ...]) -> None:
    """Below the byline; above a caption, a standfirst, an entry of a list, a dateline; below a link to itself."""
    title, paragraphs = clean(*lines)
    assert title == HEADLINE
    assert HEADLINE not in paragraphs
    assert paragraphs[-len(TEXT) :] == TEXT


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Council votes to close library",
            "Councillors voted by nine to four on Tuesday to close the town library. " * 3,
        ),
        (
            "Ferry sails again",
            "The ferry to the island sailed again on Monday after two years in the dock, its owner said.",
        ),
    ],
)
def test_a_short_headline_above_a_single_paragraph_is_found(headline: str, text: str) -> None:
    """One paragraph cannot tell which of its words the story is about; that speaks against no line above it."""
    assert clean(headline, text)[0] == headline
