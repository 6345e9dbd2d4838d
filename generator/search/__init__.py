"""The search index: one Pagefind index a year, made again only when its articles changed."""

from generator.search.index import SearchIndex
from generator.search.pagefind import ENTRY
from generator.search.shards import shard_cards

__all__ = ["ENTRY", "SearchIndex", "shard_cards"]
