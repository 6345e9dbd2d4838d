"""Lists cut into pages so that an article that comes or goes changes few of them.

Pages are counted from the oldest. Where a page ends is decided by the articles themselves (a page ends after an article
whose slug's checksum is divisible by half the page size, once the page is half full), as rsync cuts files: wherever an
article is added, the cuts around it stay where they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from generator.model.address import Addresses
from generator.model.page import Pager


@dataclass(frozen=True, kw_only=True, slots=True)
class Slice:
    """The articles on one page of a list."""

    url: str
    slugs: tuple[str, ...]
    """Newest first."""
    pager: Pager | None
    is_front: bool
    """Whether this is the page that the list's own address leads to, with the newest articles."""


def cut_list(slugs: Sequence[str], url: str, size: int, here: Addresses) -> list[Slice]:
    """Cut a list, given newest first, into pages of about ``size`` (half to twice as many); the front page first."""
    cuts = _cut(list(reversed(slugs)), size)
    last = len(cuts)
    pages = []
    for number in range(last, 0, -1):
        is_front = number == last
        newer = None if is_front else url if number + 1 == last else here.list_page(url, number + 1)
        older = here.list_page(url, number - 1) if number > 1 else None
        pages.append(
            Slice(
                url=url if is_front else here.list_page(url, number),
                slugs=tuple(reversed(cuts[number - 1])),
                pager=Pager(newer=newer, older=older, number=number) if last > 1 else None,
                is_front=is_front,
            )
        )
    return pages


def _cut(oldest_first: list[str], size: int) -> list[list[str]]:
    """Runs of articles, oldest first. The last one holds at least half of ``size`` if there are as many."""
    half = max(size // 2, 1)
    runs: list[list[str]] = [[]]
    for slug in oldest_first:
        run = runs[-1]
        run.append(slug)
        if len(run) >= half and (len(run) >= 2 * size or crc32(slug.encode()) % half == 0):
            runs.append([])
    if len(runs) > 1 and len(runs[-1]) < half:
        rest = runs.pop()
        runs[-1] = runs[-1] + rest
    return runs
