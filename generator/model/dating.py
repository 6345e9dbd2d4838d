"""A dating: what is believed about when, written as EDTF (ISO 8601-2:2019, levels 0 to 2 as far as news needs them).

Calendar days are not instants: no time zone ever touches them.
"""

import calendar
import re
from contextlib import suppress
from datetime import date
from enum import StrEnum
from functools import lru_cache, reduce

from generator.model.value import Value, replace
from generator.model.words import ENGLISH, Words

Span = tuple[date, date]
"""First and last day, both included."""

_QUALIFIED = re.compile(
    r"(?P<by>[?~%])?(?P<year>[0-9X]{4})(?P<ay>[?~%])?"
    r"(?:-(?P<bm>[?~%])?(?P<month>[0-9X]{2})(?P<am>[?~%])?"
    r"(?:-(?P<bd>[?~%])?(?P<day>[0-9X]{2})(?P<ad>[?~%])?)?)?"
)


_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
"""A day as people write it, and EDTF does not."""

OLDEST = 1600
"""The year of about the first printed newspapers; one before it is likelier a slip of the pen."""


class Precision(StrEnum):
    """The finest unit that a dating speaks about."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    SPAN = "span"
    """An interval or a set: somewhere within, or one of."""
    UNKNOWN = "unknown"


class Dating(Value, frozen=True, kw_only=True):
    """When something was published, as far as anybody knows. Made by :func:`parse_dating`."""

    edtf: str
    """As written; empty for undated."""
    display: str
    """In plain English words."""
    spans: tuple[Span, ...]
    """The days it may be, in order; empty when no year is known."""
    precision: Precision
    uncertain: bool
    """Whether it is marked as uncertain or approximate, or leaves a choice between days."""
    open_end: bool = False
    """Whether the last day of the last span stands for "or later"."""
    open_start: bool = False
    """Whether the first day of the first span stands for "or earlier"."""

    @property
    def earliest(self) -> date | None:
        """The first day it may be; None when no year is known."""
        return self.spans[0][0] if self.spans else None

    @property
    def latest(self) -> date | None:
        """The last day it may be; None when no year is known."""
        return max((last for _, last in self.spans), default=None)

    @property
    def day_of_year(self) -> tuple[int, int] | None:
        """Month and day of a dating that has no year; None for all others."""
        match = _YEARLESS.fullmatch(self.edtf)
        return (int(match[1]), int(match[2])) if match else None

    @property
    def is_exact(self) -> bool:
        """Whether it names one day without doubt."""
        return self.precision is Precision.DAY and not self.uncertain

    @property
    def is_before_print(self) -> bool:
        """Whether there were no newspapers yet."""
        return bool(self.spans) and self.spans[-1][1].year < OLDEST

    def __str__(self) -> str:
        return self.edtf


class Belief(Value, frozen=True, kw_only=True):
    """When something was published, as far as evidence tells."""

    edtf: str
    """The narrowest value that the evidence holds; empty for undated."""
    confidence: float
    """How likely that value is, 0 to 1."""
    claim: str | None
    """The day, month or year (``2015-05-19``, ``2015-05``, ``2015``) that is sure; None when none is."""
    evidence: tuple[str, ...]
    """What it rests on, in words for readers."""


UNDATED = Dating(edtf="", display="undated", spans=(), precision=Precision.UNKNOWN, uncertain=False)


def describe_dating(dating: Dating, words: Words) -> str:
    """A dating in plain words of the interface's language."""
    return dating.display if words is ENGLISH else _parse(dating.edtf, words).display


@lru_cache(maxsize=65536)
def parse_dating(text: str) -> Dating:
    """Read EDTF.

    >>> parse_dating("2017-02-18?").display
    'probably 18 February 2017'
    >>> parse_dating("[2009-05-06,2015-05-06]").display
    '6 May 2009 or 6 May 2015'
    >>> parse_dating("2014/..").display
    '2014 or later'
    >>> parse_dating("XXXX-05-19").display
    '19 May, year unknown'

    Raises ValueError, with a sentence that says what is wrong, for anything that is not a date.
    """
    return _parse(text.strip(), ENGLISH)


def _parse(text: str, words: Words) -> Dating:
    if not text:
        return UNDATED if words is ENGLISH else replace(UNDATED, display=words.gettext("undated"))
    if text[0] in "[{":
        return _parse_set(text, words)
    if match := _NUMBERS.fullmatch(text):
        raise ValueError(_explain_numbers(text, match[4], match[1], match[3]))
    if "/" in text:
        return _parse_interval(text, words)
    return _parse_single(text, words)


def _explain_numbers(text: str, year: str, one: str, two: str) -> str:
    """What somebody may have meant who wrote two numbers before a year."""
    readings: dict[str, None] = {}
    for month, day in ((one, two), (two, one)):
        with suppress(ValueError):
            readings[_day(year, month, day, text).isoformat()] = None
    if not readings:
        return f'"{text}" is not a day of the calendar'
    return f'"{text}" {"may mean" if len(readings) > 1 else "means"} {" or ".join(readings)}, and is not EDTF'


def _parse_single(text: str, words: Words) -> Dating:
    match = _QUALIFIED.fullmatch(text)
    if match is None:
        raise ValueError(f'"{text}" is not an EDTF date such as 2015-05-19, 2015-05, 2015 or 2017-02-18?')
    year, month, day = match["year"], match["month"], match["day"]
    # A qualifier after a component holds for it and all to its left; one before it, for that component alone.
    doubt_day = bool(match["ad"] or match["bd"])
    doubt_month = bool(match["ad"] or match["am"] or match["bm"])
    doubt_year = bool(match["ad"] or match["am"] or match["ay"] or match["by"])
    doubt = doubt_day or doubt_month or doubt_year
    approximate = all(q == "~" for q in match.group("by", "ay", "bm", "am", "bd", "ad") if q)
    if "X" in year:
        return _parse_unspecified_year(text, year, month, day, words)
    if month is None or month == "XX":
        first, last = date(_year(year, text), 1, 1), date(_year(year, text), 12, 31)
        said, precision = str(first.year), Precision.YEAR
    elif day is None or day == "XX":
        first = _day(year, month, "01", text)
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        said, precision = words.month(first.year, first.month), Precision.MONTH
    else:
        first = last = _day(year, month, day, text)
        said, precision = words.day(first), Precision.DAY
    if doubt_year and not (doubt_month or doubt_day) and precision is Precision.DAY:
        form = words.gettext("{day}, about {year}") if approximate else words.gettext("{day}, probably {year}")
        said = form.format(day=words.yearless(first.month, first.day), year=first.year)
    elif doubt:
        form = words.gettext("about {date}") if approximate else words.gettext("probably {date}")
        said = form.format(date=said)
    return Dating(edtf=text, display=said, spans=((first, last),), precision=precision, uncertain=doubt)


def _parse_unspecified_year(text: str, year: str, month: str | None, day: str | None, words: Words) -> Dating:
    month = None if month == "XX" else month
    day = None if day == "XX" else day
    said = ""
    if month is not None:
        if not 1 <= _number(month, text) <= 12:
            raise ValueError(f'"{text}": there is no month {month}')
        said = words.months_alone[int(month)]
        if day is not None:
            _day("2000", month, day, text)  # a leap year: 29 February may be meant
            said = words.yearless(int(month), int(day))
    if year == "XXXX":
        said = words.gettext("{date}, year unknown").format(date=said) if said else words.gettext("undated")
        return Dating(edtf=text, display=said, spans=(), precision=Precision.UNKNOWN, uncertain=True)
    low, high = _year(year.replace("X", "0"), text), _year(year.replace("X", "9"), text)
    if year.endswith("X") and year.count("X") == 1:
        when = words.gettext("in the {decade}s").format(decade=low)
    else:
        when = words.gettext("in {first} to {last}").format(first=low, last=high)
    said = f"{said}, {when}" if said else when
    span = (date(low, 1, 1), date(high, 12, 31))
    return Dating(edtf=text, display=said, spans=(span,), precision=Precision.SPAN, uncertain=True)


def _parse_interval(text: str, words: Words) -> Dating:
    start_text, _, end_text = text.partition("/")
    start = None if start_text in ("", "..") else _parse_single(start_text, words)
    end = None if end_text in ("", "..") else _parse_single(end_text, words)
    if start is None and end is None:
        raise ValueError(f'"{text}" has neither a start nor an end; leave the key out for undated')
    spans = (start or end, end or start)
    if not all(part is not None and part.spans for part in spans):
        raise ValueError(f'"{text}": both ends of an interval need a year')
    first = (start or end).earliest  # type: ignore[union-attr]  # one of the two is there, see above
    last = (end or start).latest  # type: ignore[union-attr]
    assert first is not None and last is not None
    if first > last:
        raise ValueError(f'"{text}" ends before it starts')
    if start is None:
        said = words.gettext("{date} or earlier").format(date=end.display)  # type: ignore[union-attr]
    elif end is None:
        said = words.gettext("{date} or later").format(date=start.display)
    else:
        said = words.gettext("{first} to {last}").format(first=start.display, last=end.display)
    return Dating(
        edtf=text, display=said, spans=((first, last),), precision=Precision.SPAN, uncertain=True,
        open_end=end is None, open_start=start is None,
    )  # fmt: skip


def _parse_set(text: str, words: Words) -> Dating:
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing:
        raise ValueError(f'"{text}" opens with {text[0]} and does not close with {closing}')
    members = [member.strip() for member in text[1:-1].split(",")]
    parts = [_parse_interval(m, words) if "/" in m else _parse_single(m, words) for m in members if m]
    if len(parts) < len(members) or any(not part.spans for part in parts):
        raise ValueError(f'"{text}": each date of a set needs a year')
    parts.sort(key=lambda part: part.spans)
    form = words.gettext("{first} or {second}") if closing == "]" else words.gettext("{first} and {second}")
    said = list(dict.fromkeys(part.display for part in parts))
    spans = tuple(sorted({span for part in parts for span in part.spans}))
    return Dating(
        edtf=text, display=reduce(lambda one, other: form.format(first=one, second=other), said), spans=spans,
        precision=Precision.SPAN if len(spans) > 1 else parts[0].precision,
        uncertain=(closing == "]" and len(spans) > 1) or any(part.uncertain for part in parts),
        open_end=any(part.open_end for part in parts), open_start=any(part.open_start for part in parts),
    )  # fmt: skip


def _number(digits: str, text: str) -> int:
    if "X" in digits:
        raise ValueError(f'"{text}": X may stand for a whole component only')
    return int(digits)


def _year(digits: str, text: str) -> int:
    if digits == "0000":
        raise ValueError(f'"{text}": there is no year 0')
    return int(digits)


def _day(year: str, month: str, day: str, text: str) -> date:
    try:
        return date(_year(year, text), _number(month, text), _number(day, text))
    except ValueError as error:
        if str(error).startswith('"'):
            raise
        raise ValueError(f'"{text}" is not a day of the calendar') from None
