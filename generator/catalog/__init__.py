"""Names → authority records; who, what, when and from whom."""

from generator.catalog.cards import make_card
from generator.catalog.combine import combine_people, find_contradictions
from generator.catalog.compile import compile_catalog
from generator.catalog.names import name_key

__all__ = ["combine_people", "compile_catalog", "find_contradictions", "make_card", "name_key"]
