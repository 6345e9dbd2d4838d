"""What a page's tree says of its lines."""

import json
import random
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import Cleaned, Outlets, clean_page
from generator.clean.lines import gather_units, split_lines
from generator.clean.structure import describe_layout, weigh_layout
from generator.errors import IntakeError
from generator.intake.html import html_page
from generator.model.authority import Source
from generator.model.cleaning import BODY_VERDICTS, Finding, Verdict
from generator.model.raw import RawPage

PARAGRAPHS = (
    "The old ferry between Visby and the mainland will sail again from May, the harbour board said on Tuesday, two "
    "years after an accident put an end to it.",
    "“We have waited for this day,” said Ann Holm, who chairs the board. She added that tickets would cost what they "
    "did before.",
    "The ferry was built in 1961 and carried some 90,000 people a year. Its engine was replaced in the spring, and the "
    "wheelhouse has been moved forward by two metres.",
    "Not everybody is pleased. Fishermen had asked for a slower ship, according to their union.",
)
COMMENT = (
    "I sailed on her as a child and I shall be on the first trip in May, said my father when he heard of it, and I "
    "believed him at once."
)
HEAD = """
<title>Ferry to sail again after two years | Harbour Press</title>
<meta property="og:site_name" content="Harbour Press">
<meta property="og:description" content="A new engine, an old ship and the same fares">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry to sail again after two years",
"datePublished": "2015-05-19", "author": {"@type": "Person", "name": "Eva Brandt"}}</script>
"""
STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
BODY = f"""
<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article>
<h1>Ferry to sail again after two years</h1>
<p class="standfirst">A new engine, an old ship and the same fares</p>
<div class="byline">Eva Brandt</div>
<div class="article-body">{STORY}</div>
</article>
<section id="comments"><h2>Comments</h2>{f'<div class="comment"><p>{COMMENT}</p></div>' * 6}</section>
<footer>© 2015 Harbour Press. All rights reserved.</footer>
"""


def page(body: str = BODY, head: str = HEAD, **given: str) -> RawPage:
    return html_page("page.html", f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode(), **given)


def kept(cleaned: Cleaned, *verdicts: Verdict) -> list[str]:
    return [passage.text.strip() for passage in cleaned.record.passages if passage.verdict in verdicts]


def test_an_html_page_becomes_its_story() -> None:
    """Headline, standfirst, byline and day are found, comments are not kept, however much like a story they read."""
    cleaned = clean_page(page())
    article = cleaned.article
    assert cleaned.paragraphs == PARAGRAPHS
    assert (article.title, article.byline) == ("Ferry to sail again after two years", "Eva Brandt")
    assert (article.published.edtf, article.language) == ("2015-05-19", "en")
    assert article.standfirst == "A new engine, an old ship and the same fares"
    assert kept(cleaned, Verdict.HEADLINE) == ["Ferry to sail again after two years"]
    assert kept(cleaned, Verdict.BYLINE) == ["Eva Brandt"]


def test_what_the_markup_alone_states_is_recorded_with_its_origin() -> None:
    (finding,) = clean_page(page()).record.findings
    assert finding == Finding("published", "2015-05-19", "as JSON-LD says; the text states no day")


def test_a_page_without_layout_is_described_by_nothing() -> None:
    units = gather_units(["One line.\n"])
    text = RawPage(name="page.txt", data=b"One line.\n", text="One line.\n", encoding="utf-8")
    assert describe_layout(text, units, [0.0], ["body"]) == [[]]


def test_hints_are_summed_by_their_weights() -> None:
    """What a place adds is the sum of the weights of what is said of it, and of nothing else."""
    raw = page()
    units = gather_units(split_lines(raw.text))
    states = ["body"] * len(units)
    assert raw.layout is not None
    placed = weigh_layout(raw, raw.layout, units, [1.0] * len(units), states, {"in comment@l": -3.0, "tag=p@l": 1.0})
    by_text = {unit.text: more for unit, more in zip(units, placed.more, strict=True)}
    assert by_text[PARAGRAPHS[0]] == 1.0
    assert by_text[COMMENT] == -2.0
    assert by_text["• Home"] == 0.0


def test_a_story_that_only_scripts_would_show_is_read_from_the_markup() -> None:
    """It stands below what the page prints, so that the record covers both."""
    told = json.dumps({"@type": "NewsArticle", "headline": "Ferry sails", "articleBody": "\n\n".join(PARAGRAPHS)})
    head = f'<script type="application/ld+json">{told}</script>'
    raw = page("<nav><a href='/'>Home</a></nav><h1>Ferry sails again after two years</h1><div id=app></div>", head)
    cleaned = clean_page(raw)
    assert cleaned.paragraphs == PARAGRAPHS
    assert "".join(passage.text for passage in cleaned.record.passages) == raw.text
    assert clean_page(page(BODY, head)).paragraphs == PARAGRAPHS


def test_the_heading_is_told_from_those_of_teasers() -> None:
    """Of several headings the one that the markup calls the title is the headline."""
    teaser = "<h1>Harbour Press, the paper of the coast</h1><h2>Harbour fees rise</h2>"
    assert clean_page(page(teaser + BODY)).article.title == "Ferry to sail again after two years"


def test_an_appeal_between_two_paragraphs_ends_no_short_story() -> None:
    """Where little is printed, what stands in one block belongs together but for the line that breaks into it."""
    appeal = "<p>Sign up for our newsletter</p>"
    body = f"<h1>Ferry to sail again</h1><p>{PARAGRAPHS[0]}</p>{appeal}<p>{PARAGRAPHS[2]}</p>"
    assert clean_page(page(body)).paragraphs == (PARAGRAPHS[0], PARAGRAPHS[2])


def test_misleading_classes_around_the_whole_page_do_no_harm() -> None:
    """Some sites call the box of everything a sidebar, or wrap the page in a form."""
    wrapped = f'<form class="sidebar related"><div class="widget popup">{BODY}</div></form>'
    assert clean_page(page(wrapped)).paragraphs == PARAGRAPHS


def test_a_page_without_classes_or_statements_is_still_read() -> None:
    """By what its lines say and how they stand together."""
    plain = (
        f"<div>Home</div><div>News</div><h1>Ferry to sail again after two years</h1><div>{STORY}</div><div>© 2015</div>"
    )
    assert clean_page(page(plain, head="")).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    ("printed", "stated", "day"),
    [
        ("Published: May 18, 2015", "2015-05-19", "2015-05-18"),  # a day apart, as time zones are
        ("Published: 3 March 2014", "2015-05-19", "2014-03-03"),  # the page says of which day it is
        ("3 March 2014", "2015-05-19", "2015-05-19"),  # it does not
        ("05/04/2015", "2015-04-05", "2015-04-05"),  # two ways to read it, and the markup knows which
        ("05/04/2015", "2015-05-19", "2015-05-19"),
    ],
)
def test_where_page_and_markup_contradict_each_other_the_page_is_believed_if_it_is_clear(
    printed: str, stated: str, day: str
) -> None:
    body = BODY.replace('<div class="byline">', f'<div class="date">{printed}</div><div class="byline">')
    cleaned = clean_page(page(body, HEAD.replace("2015-05-19", stated)))
    assert cleaned.article.published.edtf == day


def test_persons_come_before_outlets_as_authors() -> None:
    """Markup often names the outlet as the author; the page names the person."""
    head = HEAD.replace("Eva Brandt", "Harbour Press")
    body = BODY.replace('<div class="byline">Eva Brandt', '<div class="byline">By Jon Lund')
    assert clean_page(page(body, head)).article.byline == "Jon Lund"
    assert clean_page(page(BODY.replace("Eva Brandt", "Share"), head)).article.byline == "Harbour Press"


def test_the_outlet_is_known_by_address_and_by_site_name() -> None:
    outlets = Outlets.of([Source(id="harbour-press", name="Harbour Press", hosts=("harbour.example",))])
    assert clean_page(page(), outlets=outlets).article.source == "harbour-press"
    far = page(head="", url="https://www.harbour.example/2015/05/19/ferry")
    article = clean_page(far, outlets=outlets).article
    assert (article.source, article.url) == ("harbour-press", "https://www.harbour.example/2015/05/19/ferry")


PIECES = st.sampled_from(
    [
        *(BODY, STORY, "<p>", "</p>", "<div class='comment'>", "</div>", "<h1>", "<li>", "<br>", "<td>\t", "\u2028"),
        *(f"<p>{text}" for text in PARAGRAPHS),
        *(
            "<p>By Eva Brandt",
            "<p>May 19, 2015",
            "VISBY, May 19 — ",
            "&nbsp;",
            "\r",
            "\x0b",
            "\x85",
            "Read more",
            "© 2015",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["", HEAD]))
@settings(max_examples=60, deadline=None)
def test_passages_joined_are_the_laid_out_text_exactly(pieces: list[str], head: str) -> None:
    """Whatever the markup, no character of what a reader sees is lost, added or moved."""
    try:
        raw = page("".join(pieces), head)
    except IntakeError:
        return
    passages = clean_page(raw).record.passages
    assert "".join(passage.text for passage in passages) == raw.text
    assert [passage.line for passage in passages] == sorted(passage.line for passage in passages)
    assert clean_page(raw).record.passages == passages


def test_a_page_ten_times_as_long_takes_about_ten_times_as_long() -> None:
    """Deep and wide pages alike."""

    def seconds(build: Callable[[int], str], times: int) -> float:
        raw = page(build(times))
        started = time.process_time()
        clean_page(raw)
        return time.process_time() - started

    texts = random.Random(1).choices(PARAGRAPHS, k=400)
    for build in (
        lambda times: "".join(
            f"<div class='c{at}'><p>{at} {text}</p></div>" for at, text in enumerate(texts[: times * 40])
        ),
        lambda times: "".join(f"<div><p>{at} {text}</p>" for at, text in enumerate(texts[: times * 30])),
    ):
        assert seconds(build, 10) < 40 * max(0.02, seconds(build, 1))


def test_body_verdicts_are_those_of_the_paragraphs() -> None:
    """What is published is what the record keeps."""
    cleaned = clean_page(page())
    assert kept(cleaned, *BODY_VERDICTS) == list(cleaned.paragraphs)


@pytest.mark.parametrize("appeal", ["Sign up for our newsletter", "Get our newsletter", "Join our mailing list"])
def test_an_appeal_to_sign_up_is_no_crosshead_of_a_short_story(appeal: str) -> None:
    """Not even where it stands among the story's own paragraphs, and these are short."""
    for first, second in ((PARAGRAPHS[0], PARAGRAPHS[3]), ("“We waited,” said Ann Holm.", PARAGRAPHS[0])):
        body = f"<h1>Ferry to sail</h1><p>By Ann Lee</p><p>May 5, 2015</p><p>{first}<p>{appeal}<p>{second}"
        assert appeal not in clean_page(page(body, head="")).paragraphs
