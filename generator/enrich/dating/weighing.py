"""Clues → pieces of evidence."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.enrich.dating import shares
from generator.enrich.dating.clues import Clues, Kind, Statement
from generator.enrich.dating.likelihood import ALL_YEARS, ONE_YEAR, Near, Piece, SameDay, Weekday, Within, Year
from generator.enrich.dating.mentions import (
    MONTH,
    MONTH_NAMES,
    WEEKDAY_NAMES,
    DayMention,
    WeekdayMention,
    YearMention,
    find_day_lines,
    find_days,
    find_weekdays,
    find_years,
)
from generator.enrich.dating.relations import find_relations
from generator.enrich.dating.terms import Terms

_LEDE = 900
"""Characters of a text within which its first weekday is that of its news."""
_LONG_AGO = date.min
_OUTSIDE_MONTH, _OUT_OF_ORDER = 2e-5, 1e-4
"""Of each day outside; there are many more of them than inside."""
_SLACK = timedelta(days=2)
"""Numbers are given when a story is begun."""
_OUTSIDE_TERM = 0.01
_TOLD_LATER = 0.06
"""Years later somebody may be called what they were at the time."""
_NAMESAKE = 0.2
"""A surname may be somebody's of whom there is no record."""
_LATEST_CAPTURE = timedelta(days=1)
"""By so much two places on earth differ in what day it is."""


def weigh_clues(clues: Clues, terms: Terms) -> list[Piece]:
    """All evidence, in the order in which it is told: what is stated, what the text prints, what is known besides."""
    stated = list(_weigh_statements(clues.statements))
    days = find_days(clues.text)
    years = find_years(clues.text)
    return [
        *stated,
        *_weigh_day_lines(clues),
        *_weigh_dateline(clues),
        *_weigh_captions(clues),
        *_weigh_told_days(days, years),
        *_weigh_weekdays(clues),
        *_weigh_years(years),
        *_weigh_seasons(clues.text, years),
        *_weigh_relations(clues.text),
        *_weigh_terms(clues, terms),
        *_weigh_bounds(clues),
    ]


def _weigh_statements(statements: Sequence[Statement]) -> Iterator[Piece]:
    for stated in statements:
        if stated.month:
            year, month = stated.month
            last = monthrange(year, month)[1]
            spans = ((date(year, month, 1), date(year, month, last)),)
            yield Within(words=stated.words, spans=spans, doubt=_OUTSIDE_MONTH, strict=True)
        elif stated.days:
            mentions = tuple(_mention(day) for day in stated.days)
            yield Near(
                words=stated.words, days=mentions, shares=shares.STATED[stated.kind],
                among=4 * ONE_YEAR if stated.kind is Kind.TOLD else ALL_YEARS,
                strict=stated.kind is not Kind.TOLD,
            )  # fmt: skip


def _mention(day: date) -> DayMention:
    return DayMention(start=0, end=0, month=day.month, day=day.day, year=day.year, weekday=None)


def _weigh_day_lines(clues: Clues) -> Iterator[Piece]:
    """The first line that states a day without its year, unless another states one in full."""
    if any(stated.kind in (Kind.LINE, Kind.BARE_LINE) for stated in clues.statements):
        return
    for line, mention in find_day_lines(list(clues.lines))[:1]:
        yield Near(words=f'line: "{line}"', days=(mention,), shares=shares.DAY_LINE, strict=True)
        if mention.weekday is not None:
            yield SameDay(words="", mention=mention, weekday=mention.weekday, doubt=0.01)


def _weigh_dateline(clues: Clues) -> Iterator[Piece]:
    for mention in find_days(clues.dateline_day or "")[:1]:
        yield Near(words=f'dateline: "{clues.dateline_day}"', days=(mention,), shares=shares.DATELINE)


def _weigh_captions(clues: Clues) -> Iterator[Piece]:
    for caption in clues.captions:
        for mention in find_days(caption)[-1:]:
            printed = caption[mention.start : mention.end]
            yield Near(words=f'caption: "{printed}"', days=(mention,), shares=shares.CAPTION)
            if mention.weekday is not None:
                yield SameDay(words="", mention=mention, weekday=mention.weekday, doubt=0.03)
            return


_TOLD_AT_MOST = 3


def _weigh_told_days(days: Sequence[DayMention], years: Sequence[YearMention]) -> Iterator[Piece]:
    """The days that the text tells of: the first without a year, and the newest with one."""
    plain = [mention for mention in days if mention.year is None]
    seen: dict[tuple[int, int], DayMention] = {}
    for mention in plain:
        seen.setdefault((mention.month, mention.day), mention)
    told = tuple(seen.values())[:_TOLD_AT_MOST]
    if told:
        printed = ", ".join(f'"{_print_day(mention)}"' for mention in told)
        yield Near(words=f"text: {printed}", days=told, shares=shares.TOLD)
    for mention in plain:
        if mention.weekday is not None:
            words = f'text: "{WEEKDAY_NAMES[mention.weekday]}, {_print_day(mention)}"'
            yield SameDay(words=words, mention=mention, weekday=mention.weekday, doubt=0.03)
    ahead = {mention.end for mention in years if mention.ahead}
    full = [mention for mention in days if mention.exact is not None and mention.end not in ahead]
    if full:
        newest = max(full, key=lambda mention: (mention.exact or _LONG_AGO, mention.start))
        words = f'text: "{_print_day(newest)} {newest.year}"'
        yield Near(words=words, days=(newest,), shares=shares.TOLD_IN_FULL)
        yield Within(words="", spans=((newest.exact or _LONG_AGO, date.max),), doubt=0.1)


def _print_day(mention: DayMention) -> str:
    return f"{mention.day} {MONTH_NAMES[mention.month - 1]}"


_AFTER_NEWS = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"])|\n")


def _weigh_weekdays(clues: Clues) -> Iterator[Piece]:
    mentions = [mention for mention in find_weekdays(clues.text[:_LEDE]) if not mention.ahead]
    if not mentions:
        return
    first = mentions[0]
    news = clues.filed and _opens_story(clues, first)
    table = shares.FILED_WEEKDAY if news else shares.LEDE_WEEKDAY
    yield Weekday(words=f'text: "{_phrase(clues.text, first)}"', weekday=first.weekday, shares=table)
    told = [mention for mention in find_days(clues.dateline_day or "") if mention.year is None]
    if told and news:
        yield SameDay(words="", mention=told[0], weekday=first.weekday, doubt=0.06)
        return
    for caption in clues.captions:
        for mention in find_days(caption)[-1:]:
            if mention.weekday is None and mention.year is None:
                yield SameDay(words="", mention=mention, weekday=first.weekday, doubt=0.2)
                return


def _opens_story(clues: Clues, mention: WeekdayMention) -> bool:
    """Whether a weekday stands in what sums the news up: above the body, or in its first sentence."""
    return _AFTER_NEWS.search(clues.text[clues.opening : mention.start]) is None


def _phrase(text: str, mention: WeekdayMention) -> str:
    """A weekday with the words before it, which tell what happened then."""
    before = text[max(0, mention.start - 40) : mention.start]
    words = re.split(r"[.\n,;“”\"]", before)[-1].split()[-2:]
    return " ".join([*words, text[mention.start : mention.end]])


def _weigh_years(years: Sequence[YearMention]) -> Iterator[Piece]:
    """The newest year that the text speaks of as past: the story is hardly older, and seldom much younger."""
    past = [mention for mention in years if not mention.ahead]
    newest = max((mention.year for mention in past), default=0)
    if past:
        counted = [mention for mention in past if mention.year == newest]
        if any(mention.year == newest - 1 for mention in past):
            table = shares.NEWEST_OF_ROW
        else:
            sure = len(counted) > 1 or any(mention.month for mention in counted)
            table = shares.NEWEST_SURE if sure else shares.NEWEST_WEAK
        ratios = {newest + gap: share / table[0] for gap, share in table.items()}
        yield Year(words=f"newest year in the text: {newest}", ratios=ratios, rest=shares.ANY_OTHER_YEAR / table[0])
    ahead = [mention.year for mention in years if mention.ahead and mention.year > newest]
    if ahead:
        nearest = min(ahead)
        yield Within(
            words=f"a time to come in the text: {nearest}",
            spans=((_LONG_AGO, date(nearest, 12, 31)),),
            doubt=0.3,
        )


_SEASON = re.compile(rf"\blast\s+(?P<month>{MONTH})\b")


def _weigh_seasons(text: str, years: Sequence[YearMention]) -> Iterator[Piece]:
    """What is told as "last August" is told until the next; with its year elsewhere in the text, that is a span."""
    for match in _SEASON.finditer(text):
        month = next(n for n, name in enumerate(MONTH_NAMES, 1) if name[:3].lower() == match["month"][:3].lower())
        named = {mention.year for mention in years if mention.month == month and not mention.ahead}
        if len(named) == 1:
            year = named.pop()
            first = date(year, month, 28) + timedelta(days=4)
            words = f'text: "{match[0]}", of {year}'
            yield Within(words=words, spans=((first.replace(day=1), date(year + 1, month, 28)),), doubt=0.08)
            return


def _weigh_relations(text: str) -> Iterator[Piece]:
    for relation in find_relations(text):
        near, far = (0.35, 0.25) if relation.loose else (0.75, 0.1)
        ratios = {relation.year: near * 40, relation.year - 1: far * 40, relation.year + 1: far * 40}
        if relation.loose:
            ratios |= {relation.year - 2: 2.0, relation.year + 2: 1.0}
        yield Year(words=f'text: "{relation.words}"', ratios=ratios, rest=0.25 if relation.loose else 0.1)


def _weigh_terms(clues: Clues, terms: Terms) -> Iterator[Piece]:
    for term in terms.find("\n".join((clues.text, *clues.captions))):
        doubt = _OUTSIDE_TERM if term.full else _NAMESAKE
        yield Within(words=term.words, spans=term.spans, doubt=doubt, late=max(doubt, _TOLD_LATER))


def _weigh_bounds(clues: Clues) -> Iterator[Piece]:
    if clues.before:
        yield Within(words=clues.before.words, spans=((clues.before.day - _SLACK, date.max),), doubt=_OUT_OF_ORDER)
    if clues.after:
        yield Within(words=clues.after.words, spans=((_LONG_AGO, clues.after.day + _SLACK),), doubt=_OUT_OF_ORDER)
    if clues.captured:
        latest = clues.captured + _LATEST_CAPTURE
        words = f"saved on {clues.captured.isoformat()}"
        yield Within(words=words, spans=((_LONG_AGO, latest),), doubt=1e-4, strict=True)
    if clues.window:
        first, last = clues.window
        words = f"the years given: {first}/{last}"
        yield Within(words=words, spans=((date(first, 1, 1), date(last, 12, 31)),), doubt=1e-6, strict=True)
