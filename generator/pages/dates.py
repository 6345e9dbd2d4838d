"""Date pages: years, months, days, and what has no date."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import chain, groupby, pairwise
from typing import TypeVar

from generator.model.dating import Precision, Span, describe_dating
from generator.model.page import (
    DatePage,
    DatesPage,
    Group,
    Item,
    Link,
    Tally,
    UndatedPage,
    YearPage,
)  # fmt: skip
from generator.pages.calendars import count_months, draw_days, view_month
from generator.pages.lists import Slice, cut_list
from generator.pages.recipe import Recipe
from generator.pages.shelves import Calendar
from generator.pages.views import Views

_A_DAY = timedelta(days=1)

Unit = TypeVar("Unit", int, tuple[int, int])


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """The dates before and after one that have something."""

    older: Link | None
    newer: Link | None
    empty: tuple[Span, ...] = ()
    """Of a day: the first and last of the days between it and these."""


def plan_dates(views: Views, shelves: Calendar, size: int) -> Iterator[Recipe]:
    """The pages of every year, month and day that has something, of what is undated, and their index."""
    here = views.here
    yield Recipe(url=here.index("dates"), make=partial(_dates_page, views, shelves), shows=())
    years = {year: Link(title=str(year), url=here.year(year)) for year in sorted(shelves.years)}
    for year, around in _neighbours(years):
        for part in cut_list(shelves.years[year].sure, years[year].url, size, here):
            shows = _shown(part, shelves.years[year].possible)
            yield Recipe(url=part.url, make=partial(_year_page, views, shelves, year, around, part), shows=shows)
    yield from _plan_months(views, shelves, years, size)
    for part in cut_list(shelves.undated, here.undated, size, here) if shelves.undated else ():
        yield Recipe(url=part.url, make=partial(_undated_page, views, shelves, part), shows=part.slugs)


def _plan_months(views: Views, shelves: Calendar, years: Mapping[int, Link], size: int) -> Iterator[Recipe]:
    """The pages of every month, each before those of its days, which show the same articles."""
    here = views.here
    months = {month: Link(title=views.words.month(*month), url=here.month(*month)) for month in sorted(shelves.months)}
    days = sorted(shelves.days)
    days_of = {month: list(own) for month, own in groupby(days, _month_of)}
    same_days = _find_same_days(days)
    for month, around in _neighbours(months):
        crumbs: tuple[Link, ...] = (years[month[0]],)
        for part in cut_list(shelves.months[month].all, months[month].url, size, here):
            make = partial(_month_page, views, shelves, month, months[month], crumbs, around, part)
            yield Recipe(url=part.url, make=make, shows=_shown(part, shelves.months[month].possible))
        crumbs = (*crumbs, months[month])
        for day in days_of.get(month, ()):
            same = same_days[_day_of_year(day)]
            for part in cut_list(shelves.days[day].all, _day_link(views, day).url, size, here):
                make = partial(_day_page, views, shelves, day, crumbs, days, same, part)
                yearless = shelves.yearless.get(_day_of_year(day), ())
                yield Recipe(url=part.url, make=make, shows=_shown(part, shelves.days[day].possible, yearless))


def _month_of(day: date) -> tuple[int, int]:
    return day.year, day.month


def _day_of_year(day: date) -> tuple[int, int]:
    return day.month, day.day


def _day_link(views: Views, day: date) -> Link:
    return Link(title=views.words.day(day), url=views.here.day(day.year, day.month, day.day))


def _shown(part: Slice, *besides: Sequence[str]) -> Collection[str]:
    """The articles on a page of a list, with those that stand besides on its front page."""
    return (*part.slugs, *chain(*besides)) if part.is_front and any(besides) else part.slugs


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
        months=count_months(views, shelves, year) if front else (),
        heat=draw_days(views, shelves, year) if front else None,
        data=views.here.year_data(year) if front else None,
        possible=views.items(shelf.possible) if front else (),
        open_ended=tuple(_tally_open_ended(views, shelves, year)) if front else (),
        newer_year=around.newer if front else None,
        older_year=around.older if front else None,
    )


def _tally_open_ended(views: Views, shelves: Calendar, year: int) -> Iterator[Tally]:
    """How many articles of each other year may be from this one too, the nearest year first."""
    words = views.words
    for first in sorted((each for each in shelves.since if each < year), reverse=True):
        title = words.gettext("{date} or later").format(date=first)
        yield Tally(title=title, url=f"{views.here.year(first)}#possible", count=shelves.since[first])
    for last in sorted(each for each in shelves.until if each > year):
        title = words.gettext("{date} or earlier").format(date=last)
        yield Tally(title=title, url=f"{views.here.year(last)}#possible", count=shelves.until[last])


def _month_page(
    views: Views,
    shelves: Calendar,
    month: tuple[int, int],
    own: Link,
    crumbs: tuple[Link, ...],
    around: Around,
    part: Slice,
) -> DatePage:
    shelf, front = shelves.months[month], part.is_front
    return DatePage(
        url=part.url,
        title=own.title,
        description=views.words.gettext("Articles of {date}").format(date=own.title),
        crumbs=_crumbs(views, *crumbs, *(() if front else (own,))),
        groups=_by_day(views, part.slugs),
        pager=part.pager,
        count=len(shelf.all) if front else None,
        possible=views.items(shelf.possible) if front else (),
        yearless=(),
        calendar=view_month(views, shelves, *month) if front else None,
        years=(),
        gaps=(),
        newer_date=around.newer if front else None,
        older_date=around.older if front else None,
    )


def _day_page(
    views: Views,
    shelves: Calendar,
    day: date,
    crumbs: tuple[Link, ...],
    days: Sequence[date],
    same_days: Sequence[date],
    part: Slice,
) -> DatePage:
    """``days`` are all that have something, in order; ``same_days`` those of them of other years."""
    shelf, front = shelves.days[day], part.is_front
    own, around = _day_link(views, day), _around_day(views, days, day)
    others = [other for other in same_days if other != day] if front else []
    return DatePage(
        url=part.url,
        title=own.title,
        description=views.words.gettext("Articles of {date}").format(date=own.title),
        crumbs=_crumbs(views, *crumbs, *(() if front else (own,))),
        groups=_together(views, part.slugs),
        pager=part.pager,
        count=len(shelf.all) if front else None,
        possible=views.items(shelf.possible) if front else (),
        yearless=views.items(shelves.yearless.get((day.month, day.day), ())) if front else (),
        calendar=None,
        years=tuple(_tally_day(views, shelves, other) for other in reversed(others)),
        gaps=tuple(_tell_gaps(views, around)) if front else (),
        newer_date=around.newer if front else None,
        older_date=around.older if front else None,
    )


def _find_same_days(days: Iterable[date]) -> dict[tuple[int, int], list[date]]:
    """Days in order under their month and day."""
    found: defaultdict[tuple[int, int], list[date]] = defaultdict(list)
    for day in days:
        found[_day_of_year(day)].append(day)
    return found


def _tally_day(views: Views, shelves: Calendar, day: date) -> Tally:
    shelf, url = shelves.days[day], views.here.day(day.year, day.month, day.day)
    return Tally(title=str(day.year), url=url, count=len(shelf.all) + len(shelf.possible))


def _tell_gaps(views: Views, around: Around) -> Iterator[str]:
    """Which days between a day and those before and after it the archive has nothing of."""
    for first, last in around.empty:
        if first == last:
            yield views.words.gettext("Nothing in this archive of {date}.").format(date=views.words.day(first))
        else:
            yield views.words.gettext("Nothing in this archive from {first} to {last}.").format(
                first=views.words.day(first), last=views.words.day(last)
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


def _neighbours(links: dict[Unit, Link]) -> Iterator[tuple[Unit, Around]]:
    """Each with the links before and after it, in their order."""
    own: list[Link] = list(links.values())
    for unit, older, newer in zip(links, [None, *own], [*own[1:], None], strict=False):
        yield unit, Around(older=older, newer=newer)


def _around_day(views: Views, days: Sequence[date], day: date) -> Around:
    """The days before and after one; found when its page is made, for there are thousands."""
    at = bisect_left(days, day)
    older = _day_link(views, days[at - 1]) if at else None
    newer = _day_link(views, days[at + 1]) if at + 1 < len(days) else None
    return Around(older=older, newer=newer, empty=_empty_days(days[max(at - 1, 0) : at + 2]))


def _empty_days(days: Sequence[date]) -> tuple[Span, ...]:
    """What lies between days that follow each other."""
    return tuple((one + _A_DAY, other - _A_DAY) for one, other in pairwise(days) if (other - one).days > 1)


def _group(title: str, items: tuple[Item, ...]) -> tuple[Group, ...]:
    return (Group(title=title, url=None, items=items),) if items else ()


def _crumbs(views: Views, *links: Link) -> tuple[Link, ...]:
    return (views.index_link("dates"), *links)
