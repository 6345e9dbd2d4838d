"""Names → authority records; who, what, when and from whom."""

from generator.catalog.cards import make_card, share_values
from generator.catalog.combine import combine_people, find_contradictions
from generator.catalog.compile import compile_catalog
from generator.catalog.excerpts import find_excerpt
from generator.catalog.match import match_names
from generator.catalog.names import name_key
from generator.catalog.newcomers import Newcomer, find_newcomers
from generator.catalog.people import Resolved, resolve_people
from generator.catalog.register import CERTAIN, Found
from generator.catalog.touched import find_touched

__all__ = [
    "CERTAIN",
    "Found",
    "Newcomer",
    "Resolved",
    "combine_people",
    "compile_catalog",
    "find_contradictions",
    "find_excerpt",
    "find_newcomers",
    "find_touched",
    "make_card",
    "match_names",
    "name_key",
    "resolve_people",
    "share_values",
]
