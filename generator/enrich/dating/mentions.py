"""The days, weekdays and years that a text prints, each where it stands. What they tell is weighed elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
MONTH = (
    r"(?:January|February|March|April|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?)"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:1[789]|20)\d\d(?!\d)"
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY}),?\s+)?(?:the\s+)?"
    rf"(?:(?<![\w.,:$€£-])(?P<d1>{_NUMBER})\.?\s+(?:of\s+)?(?P<m1>{MONTH})(?![\w-])"
    rf"|\b(?P<m2>{MONTH})\s+(?P<d2>{_NUMBER})(?![\w%:/-]|[.,]\d))"
    rf"(?:,?\s+(?P<year>{_YEAR}))?"
)
_A_MONTH = re.compile(MONTH)


@dataclass(frozen=True, kw_only=True, slots=True)
class DayMention:
    """A day as printed: month and day, perhaps with a weekday, perhaps with a year."""

    start: int
    end: int
    month: int
    day: int
    year: int | None
    weekday: int | None
    """0 is Monday."""

    def in_year(self, year: int) -> date | None:
        """The day of a year; None for 29 February of a common one."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exact(self) -> date | None:
        """The day, if its year is printed."""
        return None if self.year is None else self.in_year(self.year)


def find_days(text: str) -> list[DayMention]:
    """Every month and day of a text, in order; what no calendar has is passed over.

    >>> [(m.month, m.day, m.year, m.weekday) for m in find_days("Friday, July 21; on 6 May 2009; June 31")]
    [(7, 21, None, 4), (5, 6, 2009, None)]
    """
    if _A_MONTH.search(text) is None:
        return []
    found = []
    for match in _DAY.finditer(text):
        month = _MONTHS[(match["m1"] or match["m2"])[:3].lower()]
        day = int(re.match(r"\d+", match["d1"] or match["d2"])[0])  # type: ignore[index]  # it begins with digits
        weekday = _WEEKDAYS[match["weekday"][:3].lower()] if match["weekday"] else None
        mention = DayMention(
            start=match.start(), end=match.end(), month=month, day=day,
            year=int(match["year"]) if match["year"] else None, weekday=weekday,
        )  # fmt: skip
        if mention.in_year(mention.year or 2000) is not None:  # 2000 had a 29 February
            found.append(mention)
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class WeekdayMention:
    """A weekday as printed, without month or day."""

    start: int
    end: int
    weekday: int
    """0 is Monday."""
    ahead: bool
    """Whether the words around it speak of a day to come."""


_PLAIN_WEEKDAY = re.compile(
    r"(?:(?P<before>\b(?:next|last|this|this past|every|each|most|by|until|till|coming|following)\s+)?)"
    r"\b(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!['’]?s?\s+(?:Times|Post|Mail|Mirror|Telegraph|Express|Night))"
)
_AHEAD = re.compile(r"\b(?:will|would|to be|is to|are to|plans? to|scheduled|expected|due|until|begins?|starts?)\b")


def find_weekdays(text: str) -> list[WeekdayMention]:
    """Every weekday that names one certain day, in order: not "every Friday", and not one that belongs to a date.

    >>> [(m.weekday, m.ahead) for m in find_weekdays("On Monday it said that it will meet next Friday")]
    [(0, False), (4, True)]
    """
    if "day" not in text:
        return []
    dated = [(mention.start, mention.end) for mention in find_days(text) if mention.weekday is not None]
    found = []
    for match in _PLAIN_WEEKDAY.finditer(text):
        before = (match["before"] or "").strip()
        start = match.start("day")
        after = text[match.end() : match.end() + 2]
        if before in ("every", "each", "most") or after[:1] == "s" or any(a <= start < b for a, b in dated):
            continue
        clause = text[max(0, start - 60, text.rfind(".", 0, start) + 1) : start]
        ahead = before in ("next", "by", "until", "till", "coming", "following") or bool(_AHEAD.search(clause))
        found.append(
            WeekdayMention(start=start, end=match.end(), weekday=_WEEKDAYS[match["day"][:3].lower()], ahead=ahead)
        )
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class YearMention:
    """A year as printed."""

    start: int
    end: int
    year: int
    month: int | None
    """Of the month printed right before it; None when none is."""
    ahead: bool
    """Whether the words around it speak of a time to come."""


_A_YEAR = re.compile(
    r"(?<![\d$€£¥.,/#:-])(?P<year>1[89]\d\d|20\d\d)(?![\d%:]|[.,]\d|-\d{3}|-(?:page|seat|strong|mile|foot|year))"
    r"(?!\s+(?:people|dollars|euros?|pounds|miles|km|kilomet\w+|met(?:er|re)s|feet|per\s?cent|men|women|children|jobs"
    r"|troops|soldiers|shares|points|votes|workers|members|years|BC|B\.C\.|tons?|tonnes)\b)"
)
_YEAR_AHEAD = re.compile(
    r"\b(?:19|20)\d\d\s?(?:-|–|to)\s?$"
    r"|\b(?:by|until|till?|through|beyond|before|due|will|would|could|plans?|planned|planning|expected|scheduled"
    r"|targets?|next|goals?|coming|into|fiscal|maturing|upcoming|to be|facing|hopes?|starting|beginning)\b"
    r"(?:[^.\n]|\b[a-z]{3,4}\.){0,25}$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"({MONTH})(?:\s+{_NUMBER})?,?\s+(?:of\s+)?$")
_CAPTURED = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
"""A line with one of these tells when a page was made or saved, not its story."""


def find_years(text: str) -> list[YearMention]:
    """Every year of a text, in order; not the years of copyright lines.

    >>> [(m.year, m.month, m.ahead) for m in find_years("Since May 2014 it grew; by 2050 it will shrink. © 2024 Us")]
    [(2014, 5, False), (2050, None, True)]
    """
    found = []
    for match in _A_YEAR.finditer(text):
        before = text[max(0, match.start() - 45) : match.start()]
        if _CAPTURED.search(before.rpartition("\n")[2]):
            continue
        month = _MONTH_BEFORE.search(before)
        found.append(
            YearMention(
                start=match.start(), end=match.end(), year=int(match["year"]),
                month=_MONTHS[month[1][:3].lower()] if month else None,
                ahead=_YEAR_AHEAD.search(before) is not None,
            )
        )  # fmt: skip
    return found


_LONGEST_DAY_LINE = 60
"""Characters of a line that states a day and little else."""
_BESIDE = re.compile(
    r"\b(?:published|posted|updated|date|first|last|on|at|by|from|time|am|pm|a\.m|p\.m|gmt|utc|bst|est|edt|et|pt|cet|ist|local)\b"
    r"|[\d:.,|•·\s()/–—-]+",
    re.IGNORECASE,
)


def find_day_lines(lines: Iterator[str] | list[str]) -> list[tuple[str, DayMention]]:
    """Of some lines those that state a day without its year and say nothing else, with what they state.

    >>> [line for line, _ in find_day_lines(["Friday, July 21", "It opened on July 21 in the rain."])]
    ['Friday, July 21']
    """
    found = []
    for line in lines:
        if len(line) <= _LONGEST_DAY_LINE and (days := find_days(line)) and len(days) == 1 and days[0].year is None:
            rest = line[: days[0].start] + line[days[0].end :]
            if not _BESIDE.sub("", rest).strip():
                found.append((line.strip(), days[0]))
    return found
