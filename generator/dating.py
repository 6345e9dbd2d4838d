"""Dating: a chapter of ingest and again, and of the commands on dates. A page or an article → clues → a belief."""

import re
from collections.abc import Iterator
from datetime import date

from generator.clean import Cleaned, Label, clean_page, find_dates
from generator.content import read_library
from generator.enrich.dating import Clues, Kind, Statement, Terms, infer_dating, read_address, read_file_name
from generator.model.cleaning import BODY_VERDICTS, Verdict
from generator.model.dating import Belief
from generator.model.raw import RawPage
from generator.site import Site

_HEAD, _TOP, _FOOT = 8, 8, 4
"""Lines with words above a story, at the top of its page and at the foot, among which one may state its day."""
_FOOT_REACH = 1000
"""Characters."""
_FEW = 8
"""Words that may stand beside a date that is a page's own."""
_LONGEST_LINE = 70
"""Characters of a line that states a day."""
_LEAST = 60
"""Words of a story; where the cleaner finds fewer, all of the page is read."""
_KINDS = {Label.PUBLISHED: Kind.LINE, Label.NONE: Kind.BARE_LINE, Label.UPDATED: Kind.UPDATED}
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
    return infer_dating(read_clues(page, clean_page(page), file_name=file_name, window=window), terms)


def read_clues(page: RawPage, cleaned: Cleaned, *, file_name: str = "", window: tuple[int, int] | None = None) -> Clues:
    """What a page and the story on it tell of the day of publication."""
    article = cleaned.article
    head = [part for part in (article.title, article.standfirst) if part]
    opening = sum(len(part) + 1 for part in head)
    text = "\n".join([*head, *cleaned.paragraphs])
    whole = page.layout is not None or sum(len(part.split()) for part in cleaned.paragraphs) >= _LEAST
    return Clues(
        text=text if whole else page.text,
        lines=tuple(_head_lines(page, cleaned)),
        captions=tuple(caption.text for caption in article.captions),
        filed=article.dateline is not None,
        dateline_day=article.dateline.day if article.dateline else None,
        opening=opening if whole else 0,
        statements=tuple(_gather_statements(page, cleaned, file_name)),
        captured=_day_of(page.captured),
        window=window,
    )


def _head_lines(page: RawPage, cleaned: Cleaned) -> list[str]:
    """The lines above the body's second paragraph, nearest to it first, and those at the top of the page."""
    lines = [line.strip() for line in page.text.splitlines()]
    body = [p.line for p in cleaned.record.passages if p.verdict in BODY_VERDICTS]
    start = body[0] if body else 1
    above = [line for line in lines[: start + 1] if line][-_HEAD:]
    return [*above[::-1], *[line for line in lines if line][:_TOP]]


def _foot_lines(page: RawPage) -> list[str]:
    """The last lines of a page that say that it was published or updated."""
    last = [line.strip() for line in page.text[-_FOOT_REACH:].splitlines() if line.strip()][-_FOOT:]
    said = (Label.PUBLISHED, Label.UPDATED)
    return [line for line in last if any(stated.label in said for stated in find_dates(line))]


def _gather_statements(page: RawPage, cleaned: Cleaned, file_name: str) -> Iterator[Statement]:
    printed = list(_read_printed(page, cleaned))
    yield from printed
    for finding in cleaned.record.findings:
        if finding.field == "published" and re.fullmatch(r"\d{4}-\d\d-\d\d", finding.value):
            day = date.fromisoformat(finding.value)
            yield Statement(kind=Kind.MARKUP, words=f"{finding.reason}: {finding.value}", days=(day,))
    if page.url and (stated := read_address(page.url)):
        yield stated
    if stated := read_file_name(file_name):
        yield stated


def _read_printed(page: RawPage, cleaned: Cleaned) -> Iterator[Statement]:
    """The line that states the day, as the cleaner found it; else one that is a date and little more."""
    lines = [p.text for p in cleaned.record.passages if p.verdict is Verdict.DATE_LINE]
    found = cleaned.article.published if lines else None
    foot = _foot_lines(page)
    for text in [*lines, *_head_lines(page, cleaned), *foot]:
        if len(text) > _LONGEST_LINE and text not in lines:
            continue
        for stated in find_dates(text):
            if stated.label in _KINDS and (text in lines or _says_little(text, stated.start, stated.end)):
                days = stated.days
                if found is not None and found.spans and text in lines:
                    days = tuple(first for first, last in found.spans if first == last) or days
                alone = stated.label is not Label.NONE or _says_little(text, stated.start, stated.end)
                kind = _KINDS[stated.label] if alone and _stands_alone(cleaned, text) else Kind.AMONG_WORDS
                yield Statement(kind=kind, words=f'line: "{" ".join(text.split())}"', days=days)
                return


def _stands_alone(cleaned: Cleaned, text: str) -> bool:
    """Whether a date line is not a few words in a line of many, such as a caption."""
    number = next((p.line for p in cleaned.record.passages if p.text == text), None)
    others = [p.text for p in cleaned.record.passages if p.line == number and p.text != text]
    return number is None or len(" ".join(others).split()) <= _FEW


def _says_little(text: str, start: int, end: int) -> bool:
    return not _BESIDE.sub("", text[:start] + " " + text[end:])


def _day_of(captured: str | None) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d", captured or "")
    try:
        return date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
