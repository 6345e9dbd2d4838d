"""Dating: a chapter of ingest and again, and of the commands on dates. A page or an article → clues → a belief."""

import re
from collections.abc import Iterator
from datetime import date

from generator.clean import Label, StatedDate, clean_page, find_dates
from generator.content import read_library
from generator.enrich.dating import (
    STATING,
    Clues,
    Kind,
    Statement,
    Terms,
    infer_dating,
    is_contradiction,
    read_address,
    read_file_name,
)
from generator.habits import NO_HABITS, Habits, Order, read_in_order
from generator.model.article import Article
from generator.model.cleaning import BODY_VERDICTS, CleaningRecord, Verdict
from generator.model.dating import Belief, parse_dating
from generator.model.raw import RawPage
from generator.model.value import replace
from generator.site import Site

_HEAD, _TOP, _FOOT = 8, 8, 4
"""Lines with words above a story, at the top of its page and at the foot, among which one may state its day."""
_FOOT_REACH = 1000
"""Characters."""
_FEW = 8
"""Words that may stand beside a date that is a page's own."""
_LONGEST_LINE = 70
"""Characters of a line that states a day."""
_LEAST = 30
"""Words of a story; where the cleaner finds fewer, all of the page is read."""
_KINDS = {Label.PUBLISHED: Kind.LINE, Label.NONE: Kind.BARE_LINE, Label.UPDATED: Kind.UPDATED}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TELLS = re.compile(r"\b(?:on|of|at|for|to)\s+(?:[A-Z][a-z]+day,?\s+)?$")
"""Words before a date that make it part of a sentence."""
_SEARCHED = 50_000
"""Characters of a page that are searched for another date, which tells how one is to be read."""
_BESIDE = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:published|posted|updated|last|first|modified"
    r"|date|on|at|am|pm|gmt|utc|bst|est|edt|et|pt|cet|ist|local time)\b|\W+|\d+",
    re.IGNORECASE,
)


def read_terms(site: Site | None) -> Terms:
    """The terms of office that a site's records of people know. Raises ContentError when it has no content."""
    return Terms(read_library(site.content).authority.people.values() if site else ())


def date_page(page: RawPage, terms: Terms, *, file_name: str = "", window: tuple[int, int] | None = None) -> Belief:
    """When the story on a page was published. ``window``: the years that it may be of, as the user says."""
    cleaned = clean_page(page)
    return infer_dating(read_clues(page, cleaned.article, cleaned.record, file_name=file_name, window=window), terms)


def date_article(
    page: RawPage, article: Article, record: CleaningRecord, terms: Terms, habits: Habits = NO_HABITS
) -> Article:
    """The article of a page with its date, and the evidence where the page does not simply state it.

    What the user said of the page stands.
    """
    if page.given.published:
        return article
    clues = read_clues(page, article, record, file_name=page.name, habits=habits)
    belief = infer_dating(clues, terms)
    published = parse_dating(belief.edtf)
    if published.is_exact and _is_stated(clues, belief):
        return replace(article, published=published, dating=())
    sure = (f"{belief.confidence:.0%} likely",) if belief.edtf else ()
    return replace(article, published=published, dating=(*belief.evidence, *sure))


def _is_stated(clues: Clues, belief: Belief) -> bool:
    """Whether the page itself says which day it was published on, and nothing contradicts it."""
    days = {stated.days for stated in clues.statements if stated.kind in STATING}
    return (date.fromisoformat(belief.edtf),) in days and not any(is_contradiction(e) for e in belief.evidence)


def read_clues(
    page: RawPage,
    article: Article,
    record: CleaningRecord,
    *,
    file_name: str = "",
    window: tuple[int, int] | None = None,
    habits: Habits = NO_HABITS,
) -> Clues:
    """What a page and the story on it tell of the day of publication."""
    head = [part for part in (article.title, article.standfirst) if part]
    paragraphs = [passage.text.strip() for passage in record.passages if passage.verdict in BODY_VERDICTS]
    whole = page.layout is not None or sum(len(part.split()) for part in paragraphs) >= _LEAST
    before, after = habits.neighbours(article.source, page.url)
    return Clues(
        text="\n".join([*head, *paragraphs]) if whole else page.text,
        lines=tuple(_head_lines(page, record)),
        captions=tuple(caption.text for caption in article.captions),
        filed=article.dateline is not None,
        dateline_day=article.dateline.day if article.dateline else None,
        opening=sum(len(part) + 1 for part in head) if whole else 0,
        statements=tuple(_gather_statements(page, record, file_name, habits.order_of(article.source))),
        captured=day_of(page.captured),
        window=window,
        before=before,
        after=after,
    )


def _head_lines(page: RawPage, record: CleaningRecord) -> list[str]:
    """The lines above the body's second paragraph, nearest to it first, and those at the top of the page."""
    lines = [line.strip() for line in page.text.splitlines()]
    start = next((passage.line for passage in record.passages if passage.verdict in BODY_VERDICTS), 1)
    above = [line for line in lines[: start + 1] if line][-_HEAD:]
    return [*above[::-1], *[line for line in lines if line][:_TOP]]


def _foot_lines(page: RawPage) -> list[str]:
    """The last lines of a page that say that it was published or updated."""
    last = [line.strip() for line in page.text[-_FOOT_REACH:].splitlines() if line.strip()][-_FOOT:]
    said = (Label.PUBLISHED, Label.UPDATED)
    return [line for line in last if any(stated.label in said for stated in find_dates(line))]


def _gather_statements(
    page: RawPage, record: CleaningRecord, file_name: str, order: Order | None
) -> Iterator[Statement]:
    marked = [finding for finding in record.findings if finding.field == "published" and _DAY.fullmatch(finding.value)]
    for finding in marked:  # the cleaner has set it against what the page prints
        day = date.fromisoformat(finding.value)
        yield Statement(kind=Kind.MARKUP, words=f"{finding.value}, {finding.reason}", days=(day,))
    if not marked:
        yield from _read_printed(page, record, order)
        if page.layout is None and _DAY.fullmatch(page.stated.published or ""):
            day = date.fromisoformat(page.stated.published or "")
            yield Statement(kind=Kind.MARKUP, words=f"{day.isoformat()}, as the saved record says", days=(day,))
    if page.url and (stated := read_address(page.url)):
        yield stated
    if stated := read_file_name(file_name):
        yield stated


def _read_printed(page: RawPage, record: CleaningRecord, order: Order | None) -> Iterator[Statement]:
    """The line that states the day, as the cleaner found it; else one that is a date and little more."""
    lines = [passage.text for passage in record.passages if passage.verdict is Verdict.DATE_LINE]
    for text in [*lines, *_head_lines(page, record), *_foot_lines(page)]:
        if len(text) > _LONGEST_LINE and text not in lines:
            continue
        for stated in find_dates(text):
            little = _says_little(text, stated.start, stated.end)
            if stated.label not in _KINDS or not (little or text in lines):
                continue
            yield Statement(
                kind=_judge_line(record, text) or _KINDS[stated.label],
                words=f'line: "{" ".join(text.split())}"',
                days=_settle_order(page, stated, order),
            )
            return


def _settle_order(page: RawPage, stated: StatedDate, order: Order | None) -> tuple[date, ...]:
    """Of two days that a date lets read the one that the source's order gives, or another date of the page."""
    if len(stated.days) < 2:
        return stated.days
    if order is not None:
        return (read_in_order(stated, order),)
    lines = page.text[:_SEARCHED].splitlines()
    others = {other.days[0] for line in lines for other in find_dates(line) if len(other.days) == 1}
    return tuple(day for day in stated.days if day in others) or stated.days


def _judge_line(record: CleaningRecord, text: str) -> Kind | None:
    """What a date is that the cleaner found in a line of many words; None for one that stands by itself."""
    number = next((p.line for p in record.passages if p.verdict is Verdict.DATE_LINE and p.text == text), None)
    if number is None:
        return None
    line = "".join(passage.text for passage in record.passages if passage.line == number)
    before, _, after = line.partition(text)
    if len((before + after).split()) <= _FEW:
        return None
    return Kind.TOLD if _TELLS.search(before) else Kind.AMONG_WORDS


def _says_little(text: str, start: int, end: int) -> bool:
    return not _BESIDE.sub("", text[:start] + " " + text[end:])


def day_of(time: str | None) -> date | None:
    """The day of an ISO 8601 time; None when it is none."""
    match = _DAY.match(time or "")
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
