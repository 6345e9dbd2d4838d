"""Date pages: years, months, days, and what has no date."""

import calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from generator.model.dating import Dating, Precision, describe_day, describe_month
from generator.model.page import (
    DatePage,
    DatesPage,
    DayCell,
    Group,
    Item,
    Link,
    MonthView,
    Page,
    Tally,
    UndatedPage,
    YearPage,
)  # fmt: skip
from generator.pages.lists import cut_list
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


def plan_dates(views: Views, size: int) -> Iterator[Page]:
    """The pages of every year, month and day that has something, of what is undated, and their index."""
    shelves = Calendar()
    for slug, card in views.catalog.cards.items():
        shelves.add(slug, card.published)
    yield _plan_index(views, shelves)
    yield from _plan_years(views, shelves, size)
    yield from _plan_months(views, shelves, size)
    yield from _plan_days(views, shelves, size)
    yield from _plan_undated(views, shelves, size)


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


def _plan_index(views: Views, shelves: Calendar) -> DatesPage:
    years = tuple(
        Tally(title=str(year), url=views.here.year(year), count=len(shelves.years[year].all))
        for year in sorted(shelves.years, reverse=True)
    )
    undated = Tally(title="Undated", url=views.here.undated, count=len(shelves.undated)) if shelves.undated else None
    return DatesPage(
        url=views.here.index("dates"), title="Dates", description="All years", years=years, undated=undated
    )


def _plan_years(views: Views, shelves: Calendar, size: int) -> Iterator[YearPage]:
    here = views.here
    links = {year: Link(title=str(year), url=here.year(year)) for year in sorted(shelves.years)}
    around = _neighbours(links)
    for year, link in links.items():
        shelf = shelves.years[year]
        for part in cut_list(shelf.sure, link.url, size, here):
            front = part.is_front
            yield YearPage(
                url=part.url,
                title=str(year),
                description=f"Articles of {year}",
                crumbs=_crumbs(views, *(() if front else (link,))),
                groups=_group(f"Sometime in {year}", views.items(part.slugs)),
                pager=part.pager,
                count=len(shelf.all) if front else None,
                months=_view_months(views, shelves, year) if front else (),
                possible=views.items(shelf.possible) if front else (),
                newer_year=around[year][1] if front else None,
                older_year=around[year][0] if front else None,
            )


def _plan_months(views: Views, shelves: Calendar, size: int) -> Iterator[DatePage]:
    here = views.here
    links = {m: Link(title=describe_month(*m), url=here.month(*m)) for m in sorted(shelves.months)}
    around = _neighbours(links)
    for month, link in links.items():
        shelf = shelves.months[month]
        year = Link(title=str(month[0]), url=here.year(month[0]))
        for part in cut_list(shelf.all, link.url, size, here):
            front = part.is_front
            yield DatePage(
                url=part.url,
                title=link.title,
                description=f"Articles of {link.title}",
                crumbs=_crumbs(views, year, *(() if front else (link,))),
                groups=_by_day(views, part.slugs),
                pager=part.pager,
                count=len(shelf.all) if front else None,
                possible=views.items(shelf.possible) if front else (),
                newer_date=around[month][1] if front else None,
                older_date=around[month][0] if front else None,
            )


def _plan_days(views: Views, shelves: Calendar, size: int) -> Iterator[DatePage]:
    here = views.here
    links = {d: Link(title=describe_day(d), url=here.day(d.year, d.month, d.day)) for d in sorted(shelves.days)}
    around = _neighbours(links)
    for day, link in links.items():
        shelf = shelves.days[day]
        year = Link(title=str(day.year), url=here.year(day.year))
        month = Link(title=describe_month(day.year, day.month), url=here.month(day.year, day.month))
        for part in cut_list(shelf.all, link.url, size, here):
            front = part.is_front
            yield DatePage(
                url=part.url,
                title=link.title,
                description=f"Articles of {link.title}",
                crumbs=_crumbs(views, year, month, *(() if front else (link,))),
                groups=_group("", views.items(part.slugs)),
                pager=part.pager,
                count=len(shelf.all) if front else None,
                possible=views.items(shelf.possible) if front else (),
                newer_date=around[day][1] if front else None,
                older_date=around[day][0] if front else None,
            )


def _plan_undated(views: Views, shelves: Calendar, size: int) -> Iterator[UndatedPage]:
    here = views.here
    for part in cut_list(shelves.undated, here.undated, size, here):
        front = part.is_front
        own = Link(title="Undated", url=here.undated)
        yield UndatedPage(
            url=part.url,
            title="Undated",
            description="Articles of which no year is known",
            crumbs=_crumbs(views, *(() if front else (own,))),
            groups=_group("", views.items(part.slugs)),
            pager=part.pager,
            count=len(shelves.undated) if front else None,
        )


def _by_day(views: Views, slugs: Sequence[str]) -> tuple[Group, ...]:
    """Articles of one month under their days, in the order given."""
    groups: dict[str, Group] = {}
    rest: dict[str, list[Item]] = defaultdict(list)
    for slug in slugs:
        dating = views.catalog.cards[slug].published
        day = dating.earliest
        exact = day is not None and dating.precision is Precision.DAY
        title = describe_day(day) if day and exact else f"Sometime in {dating.display}"
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
        title=calendar.month_name[month],
        url=views.here.month(year, month) if shelf else None,
        count=len(shelf.all) if shelf else 0,
        weeks=weeks,
    )


def _view_day(views: Views, shelves: Calendar, year: int, month: int, day: int) -> DayCell:
    shelf = shelves.days.get(date(year, month, day))
    if shelf is None:
        return DayCell(day=day, url=None, count=0)
    return DayCell(day=day, url=views.here.day(year, month, day), count=len(shelf.all) + len(shelf.possible))


def _neighbours(links: dict[Unit, Link]) -> dict[Unit, tuple[Link | None, Link | None]]:
    """The links before and after each, in their order."""
    units = list(links)
    return {
        unit: (
            links[units[i - 1]] if i else None,
            links[units[i + 1]] if i + 1 < len(units) else None,
        )
        for i, unit in enumerate(units)
    }


def _group(title: str, items: tuple[Item, ...]) -> tuple[Group, ...]:
    return (Group(title=title, url=None, items=items),) if items else ()


def _crumbs(views: Views, *links: Link) -> tuple[Link, ...]:
    return (Link(title="Dates", url=views.here.index("dates")), *links)
