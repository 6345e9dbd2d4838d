"""Shards: which search index an article belongs to.

One index a year, because Pagefind's memory and the browser's time both grow faster than an index does; a very large
year is split further.
"""

from collections import defaultdict
from collections.abc import Iterable
from zlib import crc32

from generator.model.catalog import Card
from generator.model.dating import Dating
from generator.model.page import Shard

UNDATED = "undated"

MOST_PARTS = 366
"""Of a year: its days."""


def shard_cards(cards: Iterable[Card], most: int) -> dict[Shard, tuple[str, ...]]:
    """Every shard with its articles' slugs, newest first, "undated" last; none holds many more than ``most``."""
    years: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        years[_year(card.published)].append(card)
    shards: dict[Shard, tuple[str, ...]] = {}
    for year in sorted(years, key=lambda year: (year != UNDATED, year), reverse=True):
        for part, slugs in _split(years[year], most):
            name = f"{year}-{part}" if part else year
            shards[Shard(name=name, count=len(slugs))] = tuple(sorted(slugs))
    return shards


def _split(cards: list[Card], most: int) -> list[tuple[int, list[str]]]:
    """The parts of a year, numbered from 1 and the latest first; one part without a number if it is small enough.

    Parts follow the calendar where there is one, so that results in order of date come from one part after the other.
    """
    parts = min(-(-len(cards) // most), MOST_PARTS)
    if parts <= 1:
        return [(0, [card.slug for card in cards])]
    split: dict[int, list[str]] = defaultdict(list)
    for card in cards:
        first = card.published.earliest
        position = first.timetuple().tm_yday if first else crc32(card.slug.encode()) % MOST_PARTS
        split[position * parts // (MOST_PARTS + 1) + 1].append(card.slug)
    return sorted(split.items(), reverse=True)


def _year(dating: Dating) -> str:
    """The year that surely saw the article published, else "undated"."""
    first, last = dating.earliest, dating.latest
    open_ended = dating.open_start or dating.open_end
    return f"{first.year:04}" if first and last and first.year == last.year and not open_ended else UNDATED
