"""The search index: one Pagefind index a year, made again only when its articles changed."""

from generator.search.index import SearchIndex
from generator.search.shards import shard_cards

__all__ = ["SearchIndex", "shard_cards"]
