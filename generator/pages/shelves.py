"""Shelves: all articles by when they were published, or may have been."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.model.dating import Dating, Precision
from generator.pages.views import Views

LONGEST_SPAN = 30
"""Years. A dating that may be further apart is listed under its first and last year only."""

_MONTHS = 3
"""A dating that may be of more months than these is listed under its years only."""


@dataclass(slots=True)
class Shelf:
    """The articles of one year, month or day, in the catalog's order."""

    sure: list[str] = field(default_factory=list)
    """Surely from here, and no finer unit is known (or there is none)."""
    all: list[str] = field(default_factory=list)
    """Surely from here."""
    possible: list[str] = field(default_factory=list)
    """May be from here."""


@dataclass(slots=True)
class Calendar:
    """All articles by when they were published."""

    years: dict[int, Shelf] = field(default_factory=lambda: defaultdict(Shelf))
    months: dict[tuple[int, int], Shelf] = field(default_factory=lambda: defaultdict(Shelf))
    days: dict[date, Shelf] = field(default_factory=lambda: defaultdict(Shelf))
    undated: list[str] = field(default_factory=list)
    yearless: dict[tuple[int, int], list[str]] = field(default_factory=lambda: defaultdict(list))
    """Those of the undated whose month and day are known."""
    since: Counter[int] = field(default_factory=Counter)
    """How many are from a year or later: they stand among what is possible of that year, and may be of any after it."""
    until: Counter[int] = field(default_factory=Counter)
    """How many are from a year or earlier, likewise."""

    def add(self, slug: str, dating: Dating) -> None:
        """Put an article on every shelf that it belongs to, or may belong to."""
        if not dating.spans:
            self.undated.append(slug)
            if day := dating.day_of_year:
                self.yearless[day].append(slug)
        elif dating.uncertain or dating.precision is Precision.SPAN:
            self._add_possible(slug, dating)
        else:
            self._add_sure(slug, dating)

    def _add_sure(self, slug: str, dating: Dating) -> None:
        first = dating.spans[0][0]
        self.years[first.year].all.append(slug)
        if dating.precision is Precision.YEAR:
            self.years[first.year].sure.append(slug)
            return
        month = self.months[first.year, first.month]
        month.all.append(slug)
        if dating.precision is Precision.MONTH:
            month.sure.append(slug)
        else:
            day = self.days[first]
            day.all.append(slug)
            day.sure.append(slug)

    def _add_possible(self, slug: str, dating: Dating) -> None:
        years: set[int] = set()
        months: set[tuple[int, int]] = set()
        for first, last in dating.spans:
            near = last.year - first.year <= LONGEST_SPAN
            years.update(range(first.year, last.year + 1) if near else (first.year, last.year))
            apart = (last.year - first.year) * 12 + last.month - first.month
            if apart == 0 or (apart < _MONTHS and not (dating.open_start or dating.open_end)):
                months.update(_months_between(first, last))
            if first == last:
                self.days[first].possible.append(slug)
        for month in months:
            self.months[month].possible.append(slug)
        for year in years:
            self.years[year].possible.append(slug)
        if dating.open_end:
            self.since[dating.spans[-1][1].year] += 1
        if dating.open_start:
            self.until[dating.spans[0][0].year] += 1


def _months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Every month from that of one day to that of another."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def shelve(views: Views) -> Calendar:
    """All articles of an archive by when they were published."""
    shelves = Calendar()
    for slug, card in views.catalog.cards.items():
        shelves.add(slug, card.published)
    return shelves
