"""Furniture known beforehand: lines that stand on several pages of an outlet, or of a batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.clean.repetition import digest_lines, find_repeated, pick_lines
from generator.model.raw import RawPage


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownFurniture:
    """Lines, without surrounding blanks, that are known to be furniture."""

    lines: frozenset[str] = field(default_factory=frozenset)
    removed: frozenset[str] = field(default_factory=frozenset)
    """Lines that people took out of articles of this outlet: furniture, whatever else speaks for them."""
    kept: frozenset[str] = field(default_factory=frozenset)
    """Lines that people moved back into an article of this outlet: story text, whatever else speaks against it."""


NOTHING_KNOWN = KnownFurniture()


def learn_furniture(pages: Iterable[RawPage]) -> KnownFurniture:
    """Lines that stand on two or more of the given pages of one outlet, or of one batch; see :func:`find_repeated`."""
    texts = [page.text for page in pages]
    repeated = find_repeated(map(digest_lines, texts))
    return KnownFurniture(lines=frozenset().union(*(pick_lines(text, repeated) for text in texts)))
