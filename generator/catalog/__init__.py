"""Names → authority records; who, what, when and from whom."""

from generator.catalog.cards import make_card
from generator.catalog.compile import compile_catalog

__all__ = ["compile_catalog", "make_card"]
