"""Names → authority records; who, what, when and from whom."""

from generator.catalog.cards import make_card
from generator.catalog.compile import compile_catalog
from generator.catalog.excerpts import find_excerpt

__all__ = ["compile_catalog", "find_excerpt", "make_card"]
