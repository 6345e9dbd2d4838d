"""More pages to learn from: development pages with furniture of our own writing below, or within, their stories."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from gold import Page, allow_states

from generator.clean.labels import STATES
from generator.clean.lines import gather_units, split_lines


def grow(pages: list[Page], suspects: set[str]) -> list[Page]:
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
        if page.id in suspects or not page.gold.get("body"):
            continue
        chance = random.Random(page.id + page.form)
        lines, ends = find_story(page)
        if len(ends) < 4:
            continue
        cut = ends[-1] if chance.random() < 0.8 else chance.choice(ends[1:-1])
        new = chance.sample(blocks, chance.choice((1, 1, 2, 3)))
        text = "".join(lines[:cut]).rstrip("\n") + "\n\n" + "\n\n".join(new) + "\n\n" + "".join(lines[cut:])
        grafted.append(replace(page, text=text))
    return grafted


def find_story(page: Page) -> tuple[list[str], list[int]]:
    """A page's lines, and after how many of them each unit of its story ends."""
    lines = split_lines(page.text)
    units = gather_units(lines)
    allowed = allow_states([unit.text for unit in units], page.gold)
    body = 1 << STATES.index("body")
    return lines, [unit.last + 1 for unit, bits in zip(units, allowed, strict=True) if bits == body]
