"""Readers' comments, which are prose as the story is."""

import pytest

from generator.clean import clean_page, why_no_article
from generator.model.raw import RawPage

STORY = (
    "The harbour board asks the readers of this page to say what they think of the new ferry, and of its fares, which "
    "are to rise by a tenth in May.",
    "We read everything that is written here, and answer what we can before the board meets in June.",
)
REMARKS = (
    "I have sailed on the old ship since I was a child, and I believe that nobody on the coast will pay a tenth more "
    "for a crossing that takes as long as it did in 1961.",
    "The fares have not been raised for nine years, while the price of oil has doubled, so that the board had little "
    "choice, as its own report on the matter explains.",
    "My nets were torn twice in the spring, and the union has written to the minister about it, who has not answered "
    "any of the letters that we have sent since.",
)
SIGNED = ("Per Dahl on May 19, 2015 at 4:47 pm said:", "Eva Lind on May 20, 2015 at 9:02 am said:", "Bo Ek says:")


def clean(*lines: str) -> tuple[str, ...]:
    text = "\n\n".join(lines)
    return clean_page(RawPage(name="page", data=text.encode(), text=text, encoding="utf-8")).paragraphs


def test_signed_comments_are_no_part_of_a_story_that_they_outgrow() -> None:
    """Below the heading of the comments nothing is the story's, however much of it there is."""
    thread = [line for pair in zip(SIGNED, REMARKS, strict=True) for line in pair]
    assert clean("Open thread: the new ferry", "by Ann Holm", *STORY, "Comments", *thread) == STORY


@pytest.mark.parametrize(
    ("heading", "signed"),
    [
        ("User Comments", "Posted by: Eva | May 20, 2015, 9:02 am"),
        ("Add a comment", "Eva Lind 3 hours ago"),
        ("Comments (12)", "Reply to Eva Lind"),
    ],
)
def test_below_a_story_comments_may_be_signed_in_other_ways(heading: str, signed: str) -> None:
    """Ways in which lines of a story's head, or of a diary of the day, may end too; above a story they tell nothing."""
    story = (*STORY, "The minister has not answered the board, which wrote to her in the spring of the year before.")
    thread = [line for remark in REMARKS for line in (remark, signed)]
    assert clean("The new ferry", "by Ann Holm", *story, heading, *thread) == story
    assert clean("The new ferry", "by Ann Holm", heading, *thread, *story)[-3:] == story


def test_a_link_to_the_comments_ends_nothing() -> None:
    """The word alone stands above many stories, and their day and time may stand below it."""
    lines = ("The new ferry", "Comments", "May 19, 2015 at 4:47 pm", *REMARKS)
    assert clean(*lines) == REMARKS


def test_a_page_that_was_saved_for_its_comments_alone_holds_no_article() -> None:
    lines = ("Discussion about this post", "Ann's avatar", *REMARKS, "View all comments", "2 more comments", "Reply")
    text = "\n\n".join(lines)
    cleaned = clean_page(RawPage(name="page", data=text.encode(), text=text, encoding="utf-8"))
    assert cleaned.paragraphs == ()
    assert why_no_article(cleaned) == "no line of it reads as a story"


def test_a_page_without_a_line_like_a_story_has_none() -> None:
    assert clean("Wed, Oct 16, 2024 page1", "Copyright © 1999-2024 Harbour Press. All rights reserved.") == ()
