"""Habits: what an archive tells of its sources' dates. A chapter of dating, for an archive that is there.

How a source writes day and month, 03/04/2015, is told by those of its pages where only one reading is a date. When
what stands beside an article in a series of addresses was published bounds it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from generator.clean import StatedDate
from generator.content import parse_article, read_record
from generator.engine import spread
from generator.enrich.dating import Neighbour
from generator.errors import ContentError
from generator.model.cleaning import Verdict


class Order(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """What one article teaches of its source."""

    source: str | None
    url: str | None
    day: date | None
    """When it was published, if its page states so or a person does; None when it was inferred, or is not known."""
    orders: tuple[Order, ...] = ()
    """Of the dates on its page that can be read one way only."""


_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:19|20)\d\d(?![\d/-])")
_LEAST_DATES, _LEAST_SHARE = 2, 0.9
"""So many dates, nearly all of one order, make a habit."""
_LEAST_SERIES, _MOST_OUT_OF_ORDER = 4, 0.05
"""Articles that make a series, and the share of neighbours that may stand the wrong way round."""
_ADDRESS = re.compile(r"^url: *[\"']?(\S+?)[\"']?$", re.MULTILINE)
_SERIAL = re.compile(r"\d{4,12}")


def tell_orders(text: str) -> tuple[Order, ...]:
    """The order of each date of a line that can be read one way only.

    >>> [str(order) for order in tell_orders("19/05/2015, 05/19/2015, 03/04/2015")]
    ['day first', 'month first']
    """
    found = []
    for match in _NUMERIC.finditer(text):
        one, two = int(match[1]), int(match[2])
        if one > 12 >= two >= 1:
            found.append(Order.DAY_FIRST)
        elif two > 12 >= one >= 1:
            found.append(Order.MONTH_FIRST)
    return tuple(found)


def read_in_order(stated: StatedDate, order: Order) -> date:
    """The day that a date states, where its two readings differ.

    >>> from generator.clean import find_dates
    >>> read_in_order(find_dates("03/04/2015")[0], Order.DAY_FIRST)
    datetime.date(2015, 4, 3)
    """
    # Of 03/04 the earlier reading is the one whose month is the smaller number. Which came first as printed decides.
    early, late = stated.days[0], stated.days[-1]
    first_is_smaller = stated.first_number == early.month
    month_first = early if first_is_smaller else late
    day_first = late if first_is_smaller else early
    return day_first if order is Order.DAY_FIRST else month_first


Series = tuple[list[int], list[date]]
"""Numbers in order, and the days of their articles."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Habits:
    """What is known of sources."""

    orders: Mapping[str, Order] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)

    def order_of(self, source: str | None) -> Order | None:
        """How a source writes day and month; None when nobody knows."""
        return self.orders.get(source or "")

    def neighbours(self, source: str | None, url: str | None) -> tuple[Neighbour | None, Neighbour | None]:
        """The nearest articles before and after one in the series that its address stands in."""
        place = place_in_series(source, url)
        if place is None or place[0] not in self.series:
            return None, None
        numbers, days = self.series[place[0]]
        at, end = bisect_left(numbers, place[1]), bisect_right(numbers, place[1])
        before = _neighbour(numbers[at - 1], days[at - 1], "before") if at else None
        after = _neighbour(numbers[end], days[end], "after") if end < len(numbers) else None
        return before, after


NO_HABITS = Habits()


def _neighbour(number: int, day: date, side: str) -> Neighbour:
    return Neighbour(words=f"number {number} of the series, {side} it: {day.isoformat()}", day=day)


def place_in_series(source: str | None, url: str | None) -> tuple[str, int] | None:
    """The series that an address stands in, and the number that it has there.

    >>> place_in_series("gazette", "https://gazette.example/news/ferry-20411.html")
    ('gazette gazette.example/news/', 20411)
    >>> place_in_series("gazette", "https://gazette.example/2015/05/19/ferry.html")
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    folder, _, name = parts.path.rstrip("/").rpartition("/")
    numbers = _SERIAL.findall(name)
    if not numbers:
        return None
    return f"{source or ''} {parts.netloc}{folder}/", int(numbers[-1])


def learn_habits(examples: Iterable[Example]) -> Habits:
    """What articles teach of their sources."""
    orders: defaultdict[str, Counter[Order]] = defaultdict(Counter)
    numbered: defaultdict[str, list[tuple[int, date]]] = defaultdict(list)
    for example in examples:
        if example.source:
            orders[example.source].update(example.orders)
        place = place_in_series(example.source, example.url)
        if place and example.day:
            numbered[place[0]].append((place[1], example.day))
    return Habits(
        orders={source: counts.most_common(1)[0][0] for source, counts in orders.items() if _is_habit(counts)},
        series={name: series for name, places in numbered.items() if (series := _order(places)) is not None},
    )


def _is_habit(counts: Counter[Order]) -> bool:
    total = counts.total()
    return total >= _LEAST_DATES and counts.most_common(1)[0][1] >= _LEAST_SHARE * total


def _order(places: list[tuple[int, date]]) -> Series | None:
    """A series whose days rise with its numbers; None when they do not."""
    places = sorted(places)
    wrong = sum(one[1] > two[1] for one, two in pairwise(places))
    if len(places) < _LEAST_SERIES or wrong > _MOST_OUT_OF_ORDER * (len(places) - 1):
        return None
    return [number for number, _ in places], [day for _, day in places]


def read_habits(content: Path, records: Sequence[str], *, jobs: int) -> Habits:
    """What the cleaning records of an archive, paths below ``content``, teach of its sources."""

    def look(paths: Iterable[str]) -> list[Example]:
        return [example for path in paths if (example := _look_at(content, path))]

    return learn_habits(example for part in spread(look, records, jobs) for example in part)


def _look_at(content: Path, path: str) -> Example | None:
    """What one record teaches; None when nothing."""
    try:
        filed = read_record(content, path)
        lines = [passage.text for passage in filed.record.passages if passage.verdict is Verdict.DATE_LINE]
        orders = tuple(order for line in lines for order in tell_orders(line))
        address = _ADDRESS.search(filed.suggestion)
        url = address[1] if address else None
        if filed.article is None or not (orders or place_in_series(None, url)):
            return None
        article, _ = parse_article(filed.suggestion, path)
    except ContentError:
        return None
    known = article.published.is_exact and not article.dating and "published" not in filed.corrections.fields
    return Example(source=article.source, url=url, day=article.published.earliest if known else None, orders=orders)
