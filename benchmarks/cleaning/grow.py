"""More pages to learn from: copies of development pages, with furniture of our own writing or with less of theirs."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from gold import Page, allow_states

from generator.clean.labels import STATES
from generator.clean.lines import gather_units, split_lines

BODY = 1 << STATES.index("body")


def grow(pages: list[Page], suspects: set[str]) -> list[Page]:
    """Copies of pages to learn from beside them."""
    believed = [page for page in pages if page.id not in suspects and page.gold.get("body")]
    return [*graft(believed), *thin([page for page in believed if page.form == "full"])]


def graft(pages: list[Page]) -> list[Page]:
    """Copies of pages with furniture of our own writing set below, or within, their stories.

    The development pages hold few letters to readers and few comments; here every fold sees as many as it needs.
    """
    here = Path(__file__).parent / "furniture"
    blocks = [
        block.strip("\n")
        for name in ("letters.txt", "boxes.txt")
        for block in (here / name).read_text("utf-8").split("===\n")
    ]
    grafted = []
    for page in pages:
        chance = random.Random(page.id + page.form)
        lines, ends = find_story(page)
        if len(ends) < 4:
            continue
        cut = ends[-1] if chance.random() < 0.8 else chance.choice(ends[1:-1])
        new = chance.sample(blocks, chance.choice((1, 1, 2, 3)))
        text = "".join(lines[:cut]).rstrip("\n") + "\n\n" + "\n\n".join(new) + "\n\n" + "".join(lines[cut:])
        grafted.append(replace(page, text=text))
    return grafted


LEFT_OUT = (0.2, 0.8)
"""Share of a page's furniture that a copy leaves out, at least and at most."""
RUN = (2, 12)
"""Units that are left out together, or kept."""
TITLE = 30
"""Characters at its start by which a title is known, which is never left out."""


def thin(pages: list[Page]) -> list[Page]:
    """Copies of pages without some of their furniture, in runs, so that what stands around it is seen to change."""
    thinned = []
    for page in pages:
        chance = random.Random("thin" + page.id + page.form)
        lines = split_lines(page.text)
        units = gather_units(lines)
        allowed = allow_states([unit.text for unit in units], page.gold)
        title = (page.gold.get("title") or "")[:TITLE]
        share, out, start = chance.uniform(*LEFT_OUT), set(), 0
        while start < len(units):
            size = chance.randint(*RUN)
            if chance.random() < share:
                for unit, bits in zip(units[start : start + size], allowed[start : start + size], strict=True):
                    if not bits & BODY and not (title and title in unit.text):
                        out.update(range(unit.first, unit.last + 1))
            start += size
        thinned.append(replace(page, text="".join([line for at, line in enumerate(lines) if at not in out])))
    return thinned


def find_story(page: Page) -> tuple[list[str], list[int]]:
    """A page's lines, and after how many of them each unit of its story ends."""
    lines = split_lines(page.text)
    units = gather_units(lines)
    allowed = allow_states([unit.text for unit in units], page.gold)
    return lines, [unit.last + 1 for unit, bits in zip(units, allowed, strict=True) if bits == BODY]
