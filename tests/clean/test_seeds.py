"""Five real pages, where they are at hand; nothing of them is repeated here but line numbers and facts."""

from pathlib import Path

import pytest

from generator.clean import Cleaned, authors_of, clean_page
from generator.intake import raw_page
from generator.model.cleaning import BODY_VERDICTS, REMOVED_VERDICTS, Verdict

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="shared/seeds is not beside the project")

TEXT = {"000": (5, 19), "001": (7, 23), "002": (9, 29), "003": (9, 31), "004": (9, 23)}
"""For each seed the first and last line of the story's text, counted from 1."""
HEADLINES = {"000": 3, "001": 3, "002": 5, "003": 5, "004": 2}


def clean(seed: str) -> tuple[list[str], Cleaned]:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    page = raw_page(path.name, path.read_bytes())
    return page.text.split("\n"), clean_page(page)


@pytest.mark.parametrize("seed", TEXT)
def test_every_line_of_the_story_is_kept_and_no_other_is_body(seed: str) -> None:
    """All of the text stays; appeals, sign-ups, icons, menus and comment widgets go."""
    lines, cleaned = clean(seed)
    first, last = TEXT[seed]
    wanted = {number for number in range(first, last + 1) if lines[number - 1].strip()}
    body = {passage.line for passage in cleaned.record.passages if passage.verdict in BODY_VERDICTS}
    assert body == wanted
    others = {Verdict.HEADLINE, Verdict.STANDFIRST, Verdict.BYLINE, Verdict.DATE_LINE, Verdict.CAPTION, Verdict.CREDIT}
    below = [p for p in cleaned.record.passages if p.line > last and p.verdict not in REMOVED_VERDICTS]
    assert all(passage.verdict in others for passage in below)
    assert len(below) == (1 if seed == "002" else 0)  # who else reported


@pytest.mark.parametrize("seed", HEADLINES)
def test_headlines_are_as_printed(seed: str) -> None:
    """The headline is its line, word for word."""
    lines, cleaned = clean(seed)
    assert cleaned.article.title == " ".join(lines[HEADLINES[seed] - 1].split())


def test_what_the_pages_state_is_read_and_nothing_is_guessed() -> None:
    """Datelines, byline, captions, standfirst and the one complete date."""
    articles = {seed: clean(seed)[1].article for seed in TEXT}
    datelines = {seed: article.dateline for seed, article in articles.items() if article.dateline}
    assert {seed: (d.place, d.day, d.agency) for seed, d in datelines.items()} == {
        "001": ("BRUSSELS", None, None),
        "003": ("MOSCOW", "May 6", "RIA Novosti"),
    }
    assert {seed: a.published.edtf for seed, a in articles.items() if a.published.edtf} == {"004": "2021-10-26"}
    assert articles["004"].byline == "Jonny Tickle"
    assert articles["002"].byline is not None
    assert authors_of(articles["002"].byline) == ()
    assert {seed: [c.credit for c in a.captions] for seed, a in articles.items() if a.captions} == {
        "001": [None],
        "002": [None],
        "004": ["Sputnik / Russian Foreign Ministry"],
    }
    assert [seed for seed, article in articles.items() if article.standfirst] == ["003"]
