"""Pieces of evidence: what each says in words, and how much likelier it makes a day than one drawn blindly.

A likelihood is a ratio: 1 tells nothing, 7 a weekday for certain. What holds for a whole month, where no day of it is
told, is asked with its middle day. The numbers were counted on development texts, see benchmarks/dating/.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol

from generator.enrich.dating.mentions import DayMention

_YEARS_LATE = 3
"""Years from which on something is history, and is told as it was."""
_LEAP_AND_COMMON = (2000, 2001)
ONE_YEAR = 365.0
ALL_YEARS = 40 * ONE_YEAR
"""Days among which a wrong one is drawn."""


class Piece(Protocol):
    """A piece of evidence."""

    @property
    def words(self) -> str:
        """What it is, as it is shown to readers; empty for what needs no saying."""

    @property
    def strict(self) -> bool:
        """Whether a day that it speaks against is a contradiction, to be told."""

    def of_day(self, day: date) -> float:
        """How much likelier it makes a day."""

    def of_month(self, middle: date) -> float:
        """How much likelier it makes the other days of a month."""


@dataclass(frozen=True, kw_only=True)
class Near:
    """A day that the story was published on, or some days after. Without a year it may be of any."""

    words: str
    days: tuple[DayMention, ...]
    shares: Mapping[int, float]
    """How often a story is published so many days after a day of this kind."""
    among: float = ONE_YEAR
    """Of how many days each would be as likely, if the story were published on none of these."""
    strict: bool = False

    @cached_property
    def rest(self) -> float:
        """How often it is published on none of these days."""
        return max(1.0 - sum(self.shares.values()), 1e-6)

    @cached_property
    def _ratios(self) -> tuple[dict[date, float], dict[tuple[int, int], float]]:
        """Of each day that it makes likelier; those without a year by month and day."""
        dated: dict[date, float] = {}
        yearless: dict[tuple[int, int], float] = {}
        for mention in self.days:
            # Of those without a year, one that has a 29 February and one that has none.
            for year in _LEAP_AND_COMMON if mention.year is None else (mention.year,):
                day = mention.in_year(year)
                if day is None:
                    continue
                for after, share in self.shares.items():
                    meant = day + timedelta(days=after)
                    ratio = self.rest + share * self.among / len(self.days)
                    if mention.year is None:
                        key = meant.month, meant.day
                        yearless[key] = max(ratio, yearless.get(key, 0.0))
                    else:
                        dated[meant] = max(ratio, dated.get(meant, 0.0))
        return dated, yearless

    def candidates(self, years: Iterable[int]) -> Iterator[date]:
        """The days that it makes likelier."""
        dated, yearless = self._ratios
        yield from dated
        for month, day in yearless:
            for year in years:
                if day <= 28 or day <= monthrange(year, month)[1]:
                    yield date(year, month, day)

    def of_day(self, day: date) -> float:
        """The share of its distance from the days, as a ratio."""
        dated, yearless = self._ratios
        return dated.get(day) or yearless.get((day.month, day.day)) or self.rest

    def of_month(self, middle: date) -> float:  # noqa: ARG002  # all months alike
        """The share of all other days."""
        return self.rest


@dataclass(frozen=True, kw_only=True, slots=True)
class Weekday:
    """A weekday that the story was published on, or some days after."""

    words: str
    weekday: int
    shares: Sequence[float]
    """How often it is published 0 to 6 days after it."""
    strict: bool = False

    def of_day(self, day: date) -> float:
        """The share of its distance, as a ratio."""
        return 7 * self.shares[(day.weekday() - self.weekday) % 7]

    def of_month(self, middle: date) -> float:  # noqa: ARG002  # every month has all weekdays
        """Nothing."""
        return 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class SameDay:
    """A month and day that fell on a weekday, in the year that the day of publication is nearest to."""

    words: str
    mention: DayMention
    weekday: int
    doubt: float
    """How often the two do not belong together, or one is misprinted."""
    strict: bool = False

    def of_day(self, day: date) -> float:
        """Whether the calendar of that year has it so, as a ratio."""
        fits = self._nearest(day).weekday() == self.weekday
        return 7 * (1 - self.doubt) if fits else 7 / 6 * self.doubt

    def _nearest(self, day: date) -> date:
        meant = (self.mention.in_year(year) for year in (day.year, day.year - 1, day.year + 1))
        return min((each for each in meant if each), key=lambda each: abs((day - each).days), default=day)

    def of_month(self, middle: date) -> float:
        """As for the day in its middle."""
        return self.of_day(middle)

    def years(self, among: range) -> list[int]:
        """The years whose calendar has it so."""
        found = ((year, self.mention.in_year(year)) for year in among)
        return [year for year, day in found if day and day.weekday() == self.weekday]


@dataclass(frozen=True, kw_only=True)
class Within:
    """Days within which the story was published."""

    words: str
    spans: tuple[tuple[date, date], ...]
    doubt: float
    """How likely any day outside is, against one inside."""
    late: float = 0.0
    """The same, of a day that is years after all of them, where that makes it likelier; see ``_YEARS_LATE``."""
    strict: bool = False

    @cached_property
    def _months(self) -> tuple[tuple[int, int], ...]:
        """The spans by months, counted from the year 0."""
        return tuple((first.year * 12 + first.month, last.year * 12 + last.month) for first, last in self.spans)

    def of_day(self, day: date) -> float:
        """1 inside."""
        if any(first <= day <= last for first, last in self.spans):
            return 1.0
        return self._outside(day.year)

    def _outside(self, year: int) -> float:
        return self.late if self.late and year > self.spans[-1][1].year + _YEARS_LATE else self.doubt

    def of_month(self, middle: date) -> float:
        """1 if some of its days are inside."""
        month = middle.year * 12 + middle.month
        return 1.0 if any(first <= month <= last for first, last in self._months) else self._outside(middle.year)

    def changes_in(self, year: int) -> bool:
        """Whether a year is partly inside."""
        return any(year in (first.year, last.year) for first, last in self.spans)


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """Years that are likelier than others."""

    words: str
    ratios: Mapping[int, float]
    rest: float
    """Of a year that is not listed."""
    strict: bool = False

    def of_day(self, day: date) -> float:
        """The ratio of its year."""
        return self.ratios.get(day.year, self.rest)

    def of_month(self, middle: date) -> float:
        """The ratio of its year."""
        return self.ratios.get(middle.year, self.rest)
