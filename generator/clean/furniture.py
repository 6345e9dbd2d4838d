"""Furniture known beforehand: lines that stand on several pages of an outlet, or of a batch."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.raw import RawPage

_SAME_STORY = 0.7
"""Two pages that share this much of their long lines carry the same story, and count as one."""
_LONG = 60
"""Characters from which a line is likelier to be a sentence than a label."""


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
    """Lines that stand on two or more of the given pages of one outlet, or of one batch.

    Pages that carry the same story, as a syndicated or twice-saved article does, count as one page, so that a story
    is not taken for furniture because it is told twice.
    """
    counts: Counter[str] = Counter()
    stories: list[set[str]] = []
    owners: dict[str, int] = {}
    for page in pages:
        lines = {stripped for line in page.text.split("\n") if (stripped := line.strip())}
        long = [line for line in lines if len(line) >= _LONG]
        shared = Counter(owners[line] for line in long if line in owners)
        story, common = shared.most_common(1)[0] if shared else (-1, 0)
        if common and common >= _SAME_STORY * min(len(long), sum(len(line) >= _LONG for line in stories[story])):
            fresh = lines - stories[story]
            stories[story] |= fresh
        else:
            story, fresh = len(stories), lines
            stories.append(lines)
        counts.update(fresh)
        for line in long:
            owners.setdefault(line, story)
    return KnownFurniture(lines=frozenset(line for line, count in counts.items() if count >= 2))
