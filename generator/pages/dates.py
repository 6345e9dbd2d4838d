"""Date pages: years, months, days, and what has no date."""

import calendar
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TypeVar

from generator.model.dating import Dating, Precision, describe_dating
from generator.model.page import (
    DatePage,
    DatesPage,
    DayCell,
    Group,
    Item,
    Link,
    MonthView,
    Tally,
    UndatedPage,
    YearPage,
)  # fmt: skip
from generator.pages.lists import Slice, cut_list
from generator.pages.recipe import Recipe
from generator.pages.views import Views

LONGEST_SPAN = 30
"""Years. A dating that may be further apart is listed under its first and last year only."""

Unit = TypeVar("Unit", int, tuple[int, int], date)


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

    def add(self, slug: str, dating: Dating) -> None:
        """Put an article on every shelf that it belongs to, or may belong to."""
        if not dating.spans:
            self.undated.append(slug)
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
            if (first.year, first.month) == (last.year, last.month):
                months.add((first.year, first.month))
            if first == last:
                self.days[first].possible.append(slug)
        for month in months:
            self.months[month].possible.append(slug)
        for year in years:
            self.years[year].possible.append(slug)


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """The dates before and after one that have something."""

    older: Link | None
    newer: Link | None


def plan_dates(views: Views, size: int) -> Iterator[Recipe]:
    """The pages of every year, month and day that has something, of what is undated, and their index."""
    here, shelves = views.here, Calendar()
    for slug, card in views.catalog.cards.items():
        shelves.add(slug, card.published)
    yield Recipe(url=here.index("dates"), make=partial(_dates_page, views, shelves))
    years = {year: Link(title=str(year), url=here.year(year)) for year in sorted(shelves.years)}
    for year, around in _neighbours(years):
        for part in cut_list(shelves.years[year].sure, years[year].url, size, here):
            yield Recipe(url=part.url, make=partial(_year_page, views, shelves, year, around, part))
    months = {month: Link(title=views.words.month(*month), url=here.month(*month)) for month in sorted(shelves.months)}
    for month, around in _neighbours(months):
        crumbs: tuple[Link, ...] = (years[month[0]],)
        for part in cut_list(shelves.months[month].all, months[month].url, size, here):
            make = partial(_date_page, views, months[month], crumbs, around, shelves.months[month], part, _by_day)
            yield Recipe(url=part.url, make=make)
    days = {
        day: Link(title=views.words.day(day), url=here.day(day.year, day.month, day.day))
        for day in sorted(shelves.days)
    }
    for day, around in _neighbours(days):
        crumbs = (
            years[day.year],
            Link(title=views.words.month(day.year, day.month), url=here.month(day.year, day.month)),
        )
        for part in cut_list(shelves.days[day].all, days[day].url, size, here):
            make = partial(_date_page, views, days[day], crumbs, around, shelves.days[day], part, _together)
            yield Recipe(url=part.url, make=make)
    for part in cut_list(shelves.undated, here.undated, size, here) if shelves.undated else ():
        yield Recipe(url=part.url, make=partial(_undated_page, views, shelves, part))


def year_tallies(views: Views) -> tuple[Tally, ...]:
    """Every year with how many articles are surely from it, newest first."""
    counts: dict[int, int] = defaultdict(int)
    for card in views.catalog.cards.values():
        dating = card.published
        if dating.spans and not dating.uncertain and dating.precision is not Precision.SPAN:
            counts[dating.spans[0][0].year] += 1
    return tuple(
        Tally(title=str(year), url=views.here.year(year), count=counts[year]) for year in sorted(counts, reverse=True)
    )


def undated_tally(views: Views) -> Tally | None:
    """How many articles no year is known of; None when there are none."""
    count = sum(not card.published.spans for card in views.catalog.cards.values())
    return Tally(title=views.words.gettext("Undated"), url=views.here.undated, count=count) if count else None


def _dates_page(views: Views, shelves: Calendar) -> DatesPage:
    years = tuple(
        Tally(title=str(year), url=views.here.year(year), count=len(shelves.years[year].all))
        for year in sorted(shelves.years, reverse=True)
    )
    undated = (
        Tally(title=views.words.gettext("Undated"), url=views.here.undated, count=len(shelves.undated))
        if shelves.undated
        else None
    )
    own = views.index_link("dates")
    return DatesPage(
        url=own.url, title=own.title, description=views.words.gettext("All years"), years=years, undated=undated
    )


def _year_page(views: Views, shelves: Calendar, year: int, around: Around, part: Slice) -> YearPage:
    shelf, front = shelves.years[year], part.is_front
    own = Link(title=str(year), url=views.here.year(year))
    return YearPage(
        url=part.url,
        title=own.title,
        description=views.words.gettext("Articles of {date}").format(date=year),
        crumbs=_crumbs(views, *(() if front else (own,))),
        groups=_group(views.words.gettext("Sometime in {date}").format(date=year), views.items(part.slugs)),
        pager=part.pager,
        count=len(shelf.all) if front else None,
        months=_view_months(views, shelves, year) if front else (),
        possible=views.items(shelf.possible) if front else (),
        newer_year=around.newer if front else None,
        older_year=around.older if front else None,
    )


def _date_page(
    views: Views,
    own: Link,
    crumbs: tuple[Link, ...],
    around: Around,
    shelf: Shelf,
    part: Slice,
    group: Callable[[Views, Sequence[str]], tuple[Group, ...]],
) -> DatePage:
    """The page of a month or a day."""
    front = part.is_front
    return DatePage(
        url=part.url,
        title=own.title,
        description=views.words.gettext("Articles of {date}").format(date=own.title),
        crumbs=_crumbs(views, *crumbs, *(() if front else (own,))),
        groups=group(views, part.slugs),
        pager=part.pager,
        count=len(shelf.all) if front else None,
        possible=views.items(shelf.possible) if front else (),
        newer_date=around.newer if front else None,
        older_date=around.older if front else None,
    )


def _undated_page(views: Views, shelves: Calendar, part: Slice) -> UndatedPage:
    own = Link(title=views.words.gettext("Undated"), url=views.here.undated)
    return UndatedPage(
        url=part.url,
        title=own.title,
        description=views.words.gettext("Articles of which no year is known"),
        crumbs=_crumbs(views, *(() if part.is_front else (own,))),
        groups=_together(views, part.slugs),
        pager=part.pager,
        count=len(shelves.undated) if part.is_front else None,
    )


def _together(views: Views, slugs: Sequence[str]) -> tuple[Group, ...]:
    return _group("", views.items(slugs))


def _by_day(views: Views, slugs: Sequence[str]) -> tuple[Group, ...]:
    """Articles of one month under their days, in the order given."""
    groups: dict[str, Group] = {}
    rest: dict[str, list[Item]] = defaultdict(list)
    for slug in slugs:
        dating = views.catalog.cards[slug].published
        day = dating.earliest
        exact = day is not None and dating.precision is Precision.DAY
        title = (
            views.words.day(day)
            if day and exact
            else views.words.gettext("Sometime in {date}").format(date=describe_dating(dating, views.words))
        )
        url = views.here.day(day.year, day.month, day.day) if day and exact else None
        groups.setdefault(title, Group(title=title, url=url, items=()))
        rest[title].append(views.item(slug))
    return tuple(Group(title=g.title, url=g.url, items=tuple(rest[g.title])) for g in groups.values())


def _view_months(views: Views, shelves: Calendar, year: int) -> tuple[MonthView, ...]:
    return tuple(_view_month(views, shelves, year, month) for month in range(1, 13))


def _view_month(views: Views, shelves: Calendar, year: int, month: int) -> MonthView:
    weeks = tuple(
        tuple(_view_day(views, shelves, year, month, day) if day else None for day in week)
        for week in calendar.Calendar().monthdayscalendar(year, month)
    )
    shelf = shelves.months.get((year, month))
    return MonthView(
        title=views.words.months_alone[month],
        url=views.here.month(year, month) if shelf else None,
        count=len(shelf.all) if shelf else 0,
        weeks=weeks,
    )


def _view_day(views: Views, shelves: Calendar, year: int, month: int, day: int) -> DayCell:
    shelf = shelves.days.get(date(year, month, day))
    if shelf is None:
        return DayCell(day=day, url=None, count=0)
    return DayCell(day=day, url=views.here.day(year, month, day), count=len(shelf.all) + len(shelf.possible))


def _neighbours(links: dict[Unit, Link]) -> Iterator[tuple[Unit, Around]]:
    """Each with the links before and after it, in their order."""
    own: list[Link] = list(links.values())
    for unit, older, newer in zip(links, [None, *own], [*own[1:], None], strict=False):
        yield unit, Around(older=older, newer=newer)


def _group(title: str, items: tuple[Item, ...]) -> tuple[Group, ...]:
    return (Group(title=title, url=None, items=items),) if items else ()


def _crumbs(views: Views, *links: Link) -> tuple[Link, ...]:
    return (views.index_link("dates"), *links)
