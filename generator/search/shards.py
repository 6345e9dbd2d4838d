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


def shard_cards(cards: Iterable[Card], most: int) -> dict[Shard, tuple[str, ...]]:
    """Every shard with its articles' slugs, newest first, "undated" last; none holds many more than ``most``."""
    years: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        years[_year(card.published)].append(card.slug)
    shards: dict[Shard, tuple[str, ...]] = {}
    for year in sorted(years, key=lambda year: (year != UNDATED, year), reverse=True):
        slugs = years[year]
        parts = -(-len(slugs) // most)
        for part in range(parts):
            own = tuple(sorted(slug for slug in slugs if crc32(slug.encode()) % parts == part))
            if own:
                shards[Shard(name=year if parts == 1 else f"{year}-{part + 1}", count=len(own))] = own
    return shards


def _year(dating: Dating) -> str:
    """The year that surely saw the article published, else "undated"."""
    first, last = dating.earliest, dating.latest
    open_ended = dating.open_start or dating.open_end
    return f"{first.year:04}" if first and last and first.year == last.year and not open_ended else UNDATED
