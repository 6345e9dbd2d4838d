"""Years for programs: one JSON file for each."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from generator.model.files import DataFile
from generator.pages.recipe import Recipe
from generator.pages.shelves import Calendar
from generator.pages.views import Views


def plan_dates_data(views: Views, shelves: Calendar) -> Iterator[Recipe]:
    """The file of every year that has something."""
    for year in sorted(shelves.years):
        url, shelf = views.here.year_data(year), shelves.years[year]
        make = partial(_year_data, views, shelves, year)
        yield Recipe(url=url, make=make, listed=False, shows=(*shelf.all, *shelf.possible))


def _year_data(views: Views, shelves: Calendar, year: int) -> DataFile:
    """What is surely of a year, by day, month or year, and what may be of it."""
    shelf = shelves.years[year]
    units = [(f"{year:04}", shelf)]
    units += [(f"{year:04}-{n:02}", found) for n in range(1, 13) if (found := shelves.months.get((year, n)))]
    units += [(day.isoformat(), found) for day in _days(year) if (found := shelves.days.get(day))]
    return DataFile(
        url=views.here.year_data(year),
        values={
            "year": year,
            "url": views.here.year(year),
            "count": len(shelf.all),
            "articles": {unit: _articles(views, found.sure) for unit, found in units if found.sure},
            "possible": _articles(views, shelf.possible),
        },
    )


def _days(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=number) for number in range((date(year, 12, 31) - first).days + 1))


def _articles(views: Views, slugs: Iterable[str]) -> list[dict[str, str | None]]:
    cards = (views.catalog.cards[slug] for slug in slugs)
    return [
        {
            "title": card.title,
            "url": views.here.article(card.slug),
            "published": card.published.edtf or None,
            "source": card.source,
        }
        for card in cards
    ]
