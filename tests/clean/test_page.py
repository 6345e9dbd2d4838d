"""Cleaning whole pages."""

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import Cleaned, KnownFurniture, Outlets, clean_page, learn_furniture
from generator.clean.features import forget_lines
from generator.model.authority import Source
from generator.model.cleaning import BODY_VERDICTS, Verdict
from generator.model.raw import RawPage

STORY = """\
The old ferry between Visby and the mainland will sail again from May, the harbour board said on Tuesday, two years \
after an accident put an end to it.

"We have waited for this day," said Ann Holm, who chairs the board. She added that tickets would cost what they did.

The ferry was built in 1961 and carried some 90,000 people a year. Its engine was replaced in the spring, and the \
wheelhouse has been moved forward by two metres.

Not everybody is pleased. Fishermen had asked for a slower ship, which would do less harm to their nets, according to \
their union.

Per Dahl, who has fished these waters since he was twelve, said that he would go on writing letters to the minister.
"""

PAGE = f"""\
Skip to content
Home
News
Sport
Harbour Press

Ferry to sail again two years after the accident
A new engine, an old ship and the same fares
By Eva Brandt
Published: May 19, 2015
Updated: May 21, 2015
The ferry at the quay in Visby. © Jon Lund / Harbour Press

VISBY, May 19 (Tide Wire) — {STORY}
Share this story
Facebook
Twitter

Sign up for our free newsletter
Our newsletter brings you the best stories of the week. It arrives in your inbox every Friday. Subscribe

Dear readers,

We are a small newsroom and nobody owns us. If you value our work, please support us today. Every contribution helps.

Comments (2)
Log in to comment
© 2015 Harbour Press. All rights reserved. Terms of Use. Privacy Policy
"""


def raw(text: str, name: str = "page.txt") -> RawPage:
    return RawPage(name=name, data=text.encode("utf-8", "surrogatepass"), text=text, encoding="utf-8")


def kept(cleaned: Cleaned, *verdicts: Verdict) -> list[str]:
    return [passage.text.strip() for passage in cleaned.record.passages if passage.verdict in verdicts]


def test_a_page_becomes_its_story() -> None:
    """Headline, standfirst, byline, day, dateline, picture and text are found, and nothing else is kept."""
    article = clean_page(raw(PAGE)).article
    assert article.title == "Ferry to sail again two years after the accident"
    assert article.standfirst == "A new engine, an old ship and the same fares"
    assert article.byline == "Eva Brandt"
    assert article.published.edtf == "2015-05-19"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.day, article.dateline.agency) == ("VISBY", "May 19", "Tide Wire")
    (caption,) = article.captions
    assert (caption.text, caption.credit) == ("The ferry at the quay in Visby.", "Jon Lund / Harbour Press")
    assert article.body == STORY.strip()


def test_every_line_removed_says_why() -> None:
    """Each passage has a reason that a reader understands."""
    record = clean_page(raw(PAGE)).record
    assert all(passage.reason for passage in record.passages)
    assert {passage.reason for passage in record.passages if "Log in" in passage.text} == {"asks to sign up or log in"}


def test_what_is_glued_together_in_a_line_is_taken_apart() -> None:
    """The dateline, and a credit at a caption's end, are passages of their own within their lines."""
    cleaned = clean_page(raw(PAGE))
    assert kept(cleaned, Verdict.DATELINE) == ["VISBY, May 19 (Tide Wire) —"]
    assert kept(cleaned, Verdict.CREDIT) == ["© Jon Lund / Harbour Press"]
    glued = clean_page(
        raw(PAGE.replace("for it.", "for it. Read more").replace("to the minister.", "to the minister. Read more"))
    )
    assert "Read more" not in glued.article.body
    assert "Read more" in kept(glued, Verdict.FURNITURE)


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ann Holm; Editing by Per Dahl)",
        "Ann Holm contributed to this report.",
        "— With additional reporting by Ann Holm",
    ],
)
def test_the_line_that_says_who_else_worked_on_it_is_no_part_of_a_story(line: str) -> None:
    cleaned = clean_page(raw(PAGE.replace("to the minister.\n", f"to the minister.\n\n{line}\n")))
    assert cleaned.article.body == STORY.strip()
    assert cleaned.article.byline == "Eva Brandt"
    assert line in kept(cleaned, Verdict.BYLINE)


def test_an_author_whom_only_a_note_below_names_is_found() -> None:
    """The last lines of a page may introduce its author; then that the text ends with the name speaks for it."""
    page = PAGE.replace("By Eva Brandt\n", "").replace(
        "Share this story\n", "Ann Lund\n\nAnn Lund is a reporter of the Harbour Press. She lives in Visby.\n\nShare\n"
    )
    assert clean_page(raw(page)).article.byline == "Ann Lund"


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_passages_joined_are_the_text_exactly(text: str) -> None:
    """Whatever the input, no character is lost, added or moved, and every line has its number."""
    record = clean_page(raw(text)).record
    assert "".join(passage.text for passage in record.passages) == text
    assert [p.line for p in record.passages] == sorted(p.line for p in record.passages)


LINES = st.sampled_from([*PAGE.splitlines(), "", " ", "\t• item\t", "By Ann Holm May 5, 2015 | 3 min read", "***"])


@given(st.lists(LINES, max_size=40), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=100, deadline=None)
def test_pages_in_any_order_keep_every_character(lines: list[str], end: str) -> None:
    """Lines of real kinds in any order, with any line ends, are judged whole."""
    text = end.join(lines)
    assert "".join(passage.text for passage in clean_page(raw(text)).record.passages) == text


def test_cleaning_is_the_same_every_time() -> None:
    """A page gives the same record whatever was cleaned before it."""
    first = clean_page(raw(PAGE))
    clean_page(raw(STORY))
    assert clean_page(raw(PAGE)) == first


def test_hard_wrapped_paragraphs_are_joined() -> None:
    """Lines broken at a width, mid-sentence, become one paragraph each; the record keeps the lines."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, 68) for paragraph in STORY.strip().split("\n\n")) + "\n"
    cleaned = clean_page(raw("Ferry to sail again two years after the accident\n\n" + wrapped))
    assert cleaned.article.body == STORY.strip()
    assert cleaned.record.passages[-1].line == wrapped.count("\n") + 2


def test_a_day_without_a_year_is_no_date_of_publication() -> None:
    """Only a complete date that the page states is the day of publication."""
    page = PAGE.replace("Published: May 19, 2015", "Published: May 19").replace("Updated: May 21, 2015\n", "")
    assert clean_page(raw(page)).article.published.edtf == ""


def test_a_date_of_two_readings_stays_open() -> None:
    """03/04/2015 is both days, unless the page has one of them elsewhere beyond doubt."""
    page = PAGE.replace("May 19, 2015", "03/04/2015").replace("Updated: May 21, 2015\n", "")
    assert clean_page(raw(page)).article.published.edtf == "[2015-03-04,2015-04-03]"
    settled = page.replace("Share this story", "Share this story of 3 April 2015")
    assert clean_page(raw(settled)).article.published.edtf == "2015-04-03"


@pytest.mark.parametrize("text", ["", "\n\n\n", "?", "Home\nNews\nSport\n", "0\n" * 50, "\ufeff", "word " * 9])
def test_pages_with_little_on_them_are_articles_too(text: str) -> None:
    """Any page gives an article with a title, if need be its own name."""
    assert clean_page(raw(text, "saved/17.txt")).article.title


def test_outlets_are_known_by_what_their_pages_print() -> None:
    """The outlet is the one that the page's furniture names; one named in the story alone is not, nor a tie."""
    outlets = Outlets.of(
        [
            Source(
                id="harbour-press", name="The Harbour Press", variants=("Harbour Press",), hosts=("harbour.example",)
            ),
            Source(id="tide-wire", name="Tide Wire"),
        ]
    )
    assert clean_page(raw(PAGE), outlets=outlets).article.source == "harbour-press"
    anonymous = PAGE.replace("Harbour Press", "")
    assert clean_page(raw(anonymous), outlets=outlets).article.source == "tide-wire"
    assert clean_page(raw(anonymous.replace("(Tide Wire) ", "")), outlets=outlets).article.source is None
    addressed = anonymous + "\nhttps://www.harbour.example/2015/ferry\n"
    assert clean_page(raw(addressed), outlets=outlets).article.source == "harbour-press"
    assert clean_page(raw(PAGE)).article.source is None


def test_furniture_is_learnt_from_what_pages_share() -> None:
    """Lines of two different stories' pages are furniture; the lines of one story, told twice, are not."""
    other = PAGE.replace(STORY, STORY[::-1])
    known = learn_furniture([raw(PAGE), raw(other)])
    assert "Skip to content" in known.lines
    told_twice = learn_furniture([raw(STORY + "\nHarbour Press"), raw(STORY + "\nTide Wire")])
    assert told_twice == KnownFurniture()


def test_work_grows_with_the_page_and_no_faster() -> None:
    """A page ten times as long takes about ten times as long, and a line of any length ends soon."""

    def measure(page: RawPage) -> float:
        forget_lines()
        started = time.process_time()
        clean_page(page)
        return time.process_time() - started

    def lengthen(times: int) -> RawPage:
        return raw("\n".join(f"{line} {copy}" for copy in range(times) for line in PAGE.splitlines()))

    clean_page(raw(PAGE))
    assert measure(lengthen(400)) < 40 * max(measure(lengthen(40)), 0.01)
    assert measure(raw("word " * 4_000_000)) < 10
    assert measure(raw("<" * 5_000_000 + "\n" + PAGE)) < 10


def test_body_verdicts_are_the_body() -> None:
    """What the record calls story text is what the article holds, in order."""
    cleaned = clean_page(raw(PAGE))
    assert kept(cleaned, *BODY_VERDICTS) == cleaned.article.body.split("\n\n")
