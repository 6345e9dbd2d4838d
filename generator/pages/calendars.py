"""Calendars: the months of a year as tables, and its days as a heat map."""

import calendar
from datetime import date, timedelta

from generator.model.page import DayCell, HeatCell, HeatMap, MonthCount, MonthView, Tick
from generator.pages.shelves import Calendar
from generator.pages.views import Views

_LEVELS = 4


def view_month(views: Views, shelves: Calendar, year: int, month: int) -> MonthView:
    """A month as a table of its days."""
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


def count_months(views: Views, shelves: Calendar, year: int) -> tuple[MonthCount, ...]:
    """The months of a year in numbers, January to December."""
    return tuple(_count_month(views, shelves, year, month) for month in range(1, 13))


def _count_month(views: Views, shelves: Calendar, year: int, month: int) -> MonthCount:
    shelf = shelves.months.get((year, month))
    return MonthCount(
        title=views.words.months_alone[month],
        url=views.here.month(year, month) if shelf else None,
        count=len(shelf.all) if shelf else 0,
        possible=len(shelf.possible) if shelf else 0,
    )


def _view_day(views: Views, shelves: Calendar, year: int, month: int, day: int) -> DayCell:
    shelf = shelves.days.get(date(year, month, day))
    if shelf is None:
        return DayCell(day=day, url=None, count=0)
    return DayCell(day=day, url=views.here.day(year, month, day), count=len(shelf.all) + len(shelf.possible))


def draw_days(views: Views, shelves: Calendar, year: int) -> HeatMap | None:
    """The days of a year that have something, darker for more; None when none has."""
    first = date(year, 1, 1)
    length = 366 if calendar.isleap(year) else 365
    counts = {
        number: len(shelf.all) + len(shelf.possible)
        for number in range(length)
        if (shelf := shelves.days.get(first + timedelta(days=number)))
    }
    if not counts:
        return None
    start, most = first.weekday(), max(counts.values())
    cells = []
    for number, count in counts.items():
        day = first + timedelta(days=number)
        column, row = divmod(start + number, 7)
        said = views.words.ngettext("{n} article", "{n} articles", count).format(n=views.words.number(count))
        cells.append(
            HeatCell(
                url=views.here.day(day.year, day.month, day.day),
                title=f"{views.words.day(day)}: {said}",
                column=column,
                row=row,
                level=-(-_LEVELS * count // most),
            )
        )
    last_column, last_row = divmod(start + length - 1, 7)
    return HeatMap(
        cells=tuple(cells),
        columns=last_column + 1,
        outline=_outline(start, last_column, last_row),
        ticks=tuple(_tick(views, year, month, start) for month in range(1, 13)),
    )


def _outline(start: int, last_column: int, last_row: int) -> str:
    """The shape of a year that begins at a row of the first column, and ends at one of the last."""
    corners = [(0, start), (1, start), (1, 0), (last_column + 1, 0), (last_column + 1, last_row + 1)]
    corners += [(last_column, last_row + 1), (last_column, 7), (0, 7)]
    return " ".join(f"{x},{y}" for x, y in corners)


def _tick(views: Views, year: int, month: int, start: int) -> Tick:
    column = (start + (date(year, month, 1) - date(year, 1, 1)).days) // 7
    return Tick(label=views.words.months_alone[month][:3], at=str(column))
