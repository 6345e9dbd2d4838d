"""Charts: where bars and years stand, so that a template need only write them down.

All measures are percentages, as text with at most two decimals: a chart is as wide as its place on the page.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.model.authority import Office
from generator.model.page import Bar, Chart, OfficeView, Tally, Term, Tick
from generator.model.words import ENGLISH, Words

MOST_TICKS = 6

_FEWEST_COLUMNS = 12
"""So that two years do not make two walls."""

_MOST_NUMBERED = 22
"""Columns that leave room for a number above each bar, on the narrowest screen too."""

_HIGHEST = 76
"""Per cent of the height that the highest bar takes; above it stands its number."""

_BASE = 94
"""Where the bars stand, in per cent of the height from above."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


def draw_years(tallies: Mapping[int, Tally], undated: Tally | None, words: Words = ENGLISH) -> Chart | None:
    """A bar for each year that has articles; None for fewer than two years.

    The highest bar is the year with most; a column is kept for each year between the first and the last.
    """
    if len(tallies) < 2:
        return None
    first, last = min(tallies), max(tallies)
    most = max(tally.count for tally in tallies.values())
    columns = max(last - first + 1, _FEWEST_COLUMNS)
    column = 100 / columns
    bars = []
    for year, tally in sorted(tallies.items()):
        height = max(_HIGHEST * tally.count / most, 1)
        bars.append(
            Bar(
                title=tally.title,
                url=tally.url,
                count=tally.count,
                label=words.number(tally.count) if columns <= _MOST_NUMBERED or tally.count == most else "",
                left=_percent((year - first + 0.1) * column),
                middle=_percent((year - first + 0.5) * column),
                top=_percent(_BASE - height),
                width=_percent(0.8 * column),
                height=_percent(height),
            )
        )
    ticks = tuple(
        Tick(label=str(year), at=_percent((year - first + 0.5) * column)) for year in _round_years(first, last)
    )
    return Chart(bars=tuple(bars), ticks=ticks, undated=undated)


def draw_offices(
    offices: Iterable[Office], latest: date | None, words: Words = ENGLISH
) -> tuple[tuple[OfficeView, ...], tuple[Tick, ...]]:
    """Offices in order of time, each with its bar on one time line, and the years below the line.

    The line ends with the last office, or in the year ``latest`` (of the newest article) if one goes on until then.
    """
    ordered = sorted(offices, key=lambda office: _first_day(office) or date.min)
    days = [day for office in ordered for day in (_first_day(office), _last_day(office)) if day]
    if not days:
        return tuple(view_office(office, words) for office in ordered), ()
    if latest and any(_last_day(office) is None for office in ordered):
        days.append(latest)
    first, last = min(days).year, max(days).year
    scale = 100 / (last - first + 1)

    def at(day: date) -> float:
        return (day.year - first + (day.timetuple().tm_yday - 1) / 366) * scale

    def term(office: Office) -> Term | None:
        start, end = _first_day(office), _last_day(office)
        if start is None and end is None:
            return None
        left, right = at(start) if start else 0, at(end) if end else 100
        return Term(start=_percent(left), length=_percent(max(right - left, 1)), is_open=start is None or end is None)

    ticks = tuple(Tick(label=str(year), at=_percent((year - first) * scale)) for year in _round_years(first, last))
    return tuple(view_office(office, words, term(office)) for office in ordered), ticks


def view_office(office: Office, words: Words = ENGLISH, term: Term | None = None) -> OfficeView:
    """An office with its years in words."""
    title = f"{office.title}, {office.organisation}" if office.organisation else office.title
    return OfficeView(title=title, years=years_of(office, words), term=term)


def years_of(office: Office, words: Words = ENGLISH) -> str:
    """The years of an office in words: "2014 to 2024", "since 2004", "until 2014", or empty."""
    first, last = _first_day(office), _last_day(office)
    start, end = first and first.year, last and last.year
    if start and end:
        return str(start) if start == end else words.gettext("{first} to {last}").format(first=start, last=end)
    if start:
        return words.gettext("since {year}").format(year=start)
    return words.gettext("until {year}").format(year=end) if end else ""


def _first_day(office: Office) -> date | None:
    return office.start.earliest if office.start else None


def _last_day(office: Office) -> date | None:
    return office.end.latest if office.end else None


def _round_years(first: int, last: int) -> Sequence[int]:
    """A few years to write below a chart, at even distances."""
    span = last - first + 1
    step = next((step for step in _STEPS if span / step <= MOST_TICKS), 1000)
    return range(first + -first % step, last + 1, step)


def _percent(value: float) -> str:
    """Shown with two decimals at most.

    >>> _percent(12.5), _percent(100 / 3)
    ('12.5', '33.33')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")
