"""Lines that repeat across the pages of a source, which furniture does and a story does not.

Lines are compared by 32-bit digests. The lowest bit of a digest says whether the line is long.
"""

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

_SAME_STORY = 0.7
"""Two pages that share this much of their long lines carry the same story, and count as one."""
_LONG = 60
"""Characters from which a line is likelier to be a sentence than a label."""
_LINE_ENDS = re.compile(r"\r\n?|\n")

Lines: TypeAlias = "array[int]"
"""The digests of a page's distinct lines, in order of size."""


def digest_line(line: str) -> int:
    """The digest of a line, without surrounding blanks."""
    return (zlib.crc32(line.encode("utf-8", "surrogatepass")) & ~1) | (len(line) >= _LONG)


def digest_lines(text: str) -> Lines:
    """The digests of the distinct lines of a page that are not blank."""
    return array("I", sorted({digest_line(line) for line in _split(text)}))


def find_repeated(pages: Iterable[Lines]) -> frozenset[int]:
    """Digests of lines that stand on two or more of the pages of one source, or of sources unknown.

    Pages that carry the same story, as a syndicated or twice-saved article does, count as one page, so that a story is
    not taken for furniture because it is told twice. The order of pages makes no difference.
    """
    counts: Counter[int] = Counter()
    stories: list[set[int]] = []
    lengths: list[int] = []
    owners: dict[int, int] = {}
    for page in sorted(pages, key=array.tobytes):
        lines = set(page)
        long = [line for line in page if line & 1]
        shared = Counter(owners[line] for line in long if line in owners)
        story, common = min(shared.items(), key=lambda item: (-item[1], item[0])) if shared else (-1, 0)
        if common and common >= _SAME_STORY * min(len(long), lengths[story]):
            fresh = lines - stories[story]
            stories[story] |= fresh
            lengths[story] += sum(line & 1 for line in fresh)
        else:
            story, fresh = len(stories), lines
            stories.append(lines)
            lengths.append(len(long))
        counts.update(fresh)
        for line in long:
            owners.setdefault(line, story)
    return frozenset(line for line, count in counts.items() if count >= 2)


def pick_lines(text: str, digests: frozenset[int]) -> frozenset[str]:
    """The lines of a page whose digests are among some."""
    return frozenset(line for line in _split(text) if digest_line(line) in digests) if digests else frozenset()


class Signatures:
    """Long lines of furniture by which a source is known where a page does not name it."""

    ENOUGH = 2
    """So many of them, and of no other source any, are believed."""

    def __init__(self, sources: Iterable[tuple[str, Sequence[Lines]]]) -> None:
        """From each source's pages; a line that two sources have tells nothing."""
        owners: dict[int, str] = {}
        seen: dict[int, str] = {}
        for source, pages in sources:
            for page in pages:
                for line in page:
                    if line & 1 and seen.setdefault(line, source) != source:
                        seen[line] = ""
            owners |= {line: source for line in find_repeated(pages) if line & 1}
        self._owners = {line: source for line, source in owners.items() if seen[line] == source}

    def recognise(self, lines: Iterable[int]) -> str | None:
        """The source whose furniture a page shows; None when that is not clear."""
        votes = Counter(self._owners[line] for line in lines if line in self._owners)
        if len(votes) != 1:
            return None
        source, number = next(iter(votes.items()))
        return source if number >= self.ENOUGH else None


def _split(text: str) -> Iterable[str]:
    return filter(None, map(str.strip, _LINE_ENDS.split(text) if "\r" in text else text.split("\n")))
