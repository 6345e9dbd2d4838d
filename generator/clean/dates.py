"""Dates that a line states in full: day, month and year.

A day without its year is not a stated date; what can be reasoned about it is the affair of the ``enrich`` room.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from generator.clean.gloss import words_for

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTHS = {name[:size]: number for number, name in enumerate(_MONTH_NAMES, 1) for size in (3, len(name))} | {"sept": 9}
_MISLEADING = {"set", "out", "gen", "mag"}
"""Short for months in other languages, but for other things in English."""
_OTHER_MONTHS = {
    word: number for number, name in enumerate(_MONTH_NAMES, 1) for word in words_for(name) if word not in _MISLEADING
}
"""The names of months in other languages than English. None has two meanings."""
_OTHER_MONTH = rf"(?P<{{0}}>{'|'.join(sorted(_OTHER_MONTHS, key=lambda name: (-len(name), name)))})\b\.?,?"
_MONTH = (
    r"(?P<{0}>(?:January|February|March|April|June|July|August|September|October|November|December)"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<{0}>(?:1[789]|20)\d\d)"
_LAST_YEAR = _YEAR + r"(?!\d)"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_NUMBER_FIRST = "|".join(
    (
        # 2021-10-26, 2021/10/26, 2021-10-26T11:18Z
        rf"(?<![\d/.-]){_YEAR.format('y1')}(?P<sep1>[-/.])(?P<m1>\d{{1,2}})(?P=sep1)(?P<d1>\d{{1,2}})"
        r"(?![\d/]|[-.]\d)",
        # 26 Oct, 2021; 6th of May 2009; 28. April 2020
        rf"(?<![\d/.:-]){_DAY.format('d2')}\.?(?:\s+of)?[\s\-,]+{_MONTH.format('m2')}[\s\-,]+" + _YEAR.format("y2"),
        # 19/05/2015, 03-04-2015, 28.04.2020
        r"(?<![\d/.-])(?P<a4>\d{1,2})(?P<sep4>[/.-])(?P<b4>\d{1,2})(?P=sep4)"
        + _LAST_YEAR.format("y4")
        + r"(?![/-]|\.\d)",
        # 3 mai 2022; 14. März 2023; 4 de mayo de 2023; le 1er avril 2020
        rf"(?<![\d/.:-])(?P<d5>\d{{1,2}})(?:er|º|ª)?\.?\s+(?:de\s+)?{_OTHER_MONTH.format('m5')}\s+(?:del?\s+)?"
        + _YEAR.format("y5"),
        # 2022年6月14日
        rf"{_YEAR.format('y6')}\s?[年년]\s?(?P<m6>\d{{1,2}})\s?[月월]\s?(?P<d6>\d{{1,2}})\s?[日号일]",
    )
)
_MONTH_FIRST = (
    # May 19, 2015; Oct. 14 2016; December 16th, 2016; a count of views may be run into the year
    rf"(?-i:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z])){_MONTH.format('m3')}\s*{_DAY.format('d3')}(?:\s*,\s*|\s+){_YEAR.format('y3')}"
)
_FORMS = re.compile(
    # Most places in a line are neither a digit nor the first letter of a month, and are passed over quickly.
    rf"(?=\d)(?:{_NUMBER_FIRST})|(?=[jfmasond]){_MONTH_FIRST}",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:1[789]|20)\d\d")


def _any(english: str) -> str:
    """Whatever pages in other languages print for an English word."""
    return "|".join(map(re.escape, sorted(words_for(english))))


_PUBLISHED = re.compile(
    r"\b(?:first |originally )?(?:published|posted|publication date|published date|created|issued|released|uploaded"
    rf"|filed|{_any('published')})\b|\bdate\b(?=\W*$)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:updated|last update|update|modified|revised|revision|edited|corrected"
    rf"|\b(?:{_any('updated')}))(?![a-z])",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:accessed|retrieved|expires?|deadline|until|through|since|from|born|died|copyright|©|due|between|reviewed"
    r"|checked|version|before|after|by|in|during|ending|ended)\W*$",
    re.IGNORECASE,
)
_LABEL_REACH = 40
"""Characters before a date in which a word such as "Published" still speaks of it."""


class Label(StrEnum):
    """What the words before a date say of it."""

    PUBLISHED = "published"
    UPDATED = "updated"
    OTHER = "other"
    """The date of something else: when a link was followed, when an offer ends."""
    NONE = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class StatedDate:
    """A full date within a line."""

    start: int
    end: int
    days: tuple[date, ...]
    """The day it states; two days, in order, where day and month may stand either way round."""
    label: Label
    first_number: int = 0
    """Of two days, which of the two numbers is printed first."""

    @property
    def day_first(self) -> date:
        """Of two days the one that is meant where the day is written before the month."""
        return next((day for day in self.days if day.day == self.first_number), self.days[0])

    @property
    def edtf(self) -> str:
        """As EDTF: one day, or a set of which one is meant."""
        words = ",".join(day.isoformat() for day in self.days)
        return words if len(self.days) == 1 else f"[{words}]"


def find_dates(text: str) -> list[StatedDate]:
    """All full dates of a line, in order.

    >>> [d.edtf for d in find_dates("Published: May 19, 2015; updated 20/05/2015")]
    ['2015-05-19', '2015-05-20']
    >>> find_dates("03/04/2015")[0].edtf
    '[2015-03-04,2015-04-03]'
    """
    return list(_find_dates(text)) if may_hold_date(text) else []


@lru_cache(maxsize=256)  # the same few lines are asked about while a page is read
def _find_dates(text: str) -> tuple[StatedDate, ...]:
    found: list[StatedDate] = []
    reach = 0
    for match in _FORMS.finditer(text):
        days = _days(match)
        if days:
            before = text[max(reach, match.start() - _LABEL_REACH) : match.start()]
            first = int(match["a4"] or 0)
            found.append(
                StatedDate(start=match.start(), end=match.end(), days=days, label=_label(before), first_number=first)
            )
            reach = match.end()
    return tuple(found)


def may_hold_date(text: str) -> bool:
    """Whether a line holds a year, without which it states no full date."""
    return _YEARS.search(text) is not None


def _days(match: re.Match[str]) -> tuple[date, ...]:
    if match["y1"]:
        return _calendar(match["y1"], int(match["m1"]), int(match["d1"]))
    if match["y2"]:
        return _calendar(match["y2"], _month(match["m2"]), int(match["d2"]))
    if match["y3"]:
        return _calendar(match["y3"], _month(match["m3"]), int(match["d3"]))
    if match["y5"]:
        return _calendar(match["y5"], _OTHER_MONTHS[match["m5"].lower()], int(match["d5"]))
    if match["y6"]:
        return _calendar(match["y6"], int(match["m6"]), int(match["d6"]))
    one, two = int(match["a4"]), int(match["b4"])
    if match["sep4"] == ".":  # points are written where the day comes first
        return _calendar(match["y4"], two, one)
    return tuple(sorted({*_calendar(match["y4"], one, two), *_calendar(match["y4"], two, one)}))


def _calendar(year: str, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(int(year), month, day),)
    except ValueError:
        return ()


def _month(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _label(before: str) -> Label:
    """What the nearest telling word before a date says."""
    published = max((m.start() for m in _PUBLISHED.finditer(before)), default=-1)
    updated = max((m.start() for m in _UPDATED.finditer(before)), default=-1)
    if published < 0 and updated < 0:
        return Label.OTHER if _OTHER.search(before) else Label.NONE
    return Label.PUBLISHED if published > updated else Label.UPDATED
