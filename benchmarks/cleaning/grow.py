"""More pages to learn from: development pages with other furniture around, or within, their stories.

The set has 131 hosts, and what a host's furniture and its stories have in common says nothing of other hosts.
"""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from gold import Page, allow_states

from generator.clean.labels import STATES
from generator.clean.lines import gather_units, split_lines

GRAFTED = 1.0
"""Share of pages that are learnt from once more with furniture of our own grafted on."""
TRANSPLANTED = 0
"""How often each page is learnt from once more with another page's furniture above and below its story."""


def grow(pages: list[Page], suspects: set[str]) -> list[Page]:
    """Pages made of the given ones. Made of one fold's pages, they hold nothing of another's."""
    usable = [page for page in pages if page.id not in suspects and page.gold.get("body")]
    return graft(usable) + transplant(usable)


def graft(pages: list[Page]) -> list[Page]:
    """Copies of some pages with furniture of our own writing set below, or within, their stories.

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
        if chance.random() > GRAFTED:
            continue
        lines, ends = find_story(page)
        if len(ends) < 4:
            continue
        cut = ends[-1] if chance.random() < 0.8 else chance.choice(ends[1:-1])
        new = chance.sample(blocks, chance.choice((1, 1, 2, 3)))
        text = "".join(lines[:cut]).rstrip("\n") + "\n\n" + "\n\n".join(new) + "\n\n" + "".join(lines[cut:])
        grafted.append(replace(page, text=text))
    return grafted


def transplant(pages: list[Page]) -> list[Page]:
    """Each page's story between what stands above and below another page's; its headline stays behind."""
    stories = [(page, *find_story(page)) for page in pages]
    stories = [(page, lines, ends) for page, lines, ends in stories if len(ends) >= 4]
    made = []
    for page, lines, ends in stories:
        chance = random.Random(page.form + page.id)
        others = [other for other in stories if other[0].form == page.form and other[0].host != page.host]
        gold = {key: value for key, value in page.gold.items() if key not in ("title", "url")}
        for _, other, bounds in chance.sample(others, TRANSPLANTED):
            text = "".join([*other[: bounds[0] - 1], *lines[ends[0] - 1 : ends[-1]], "\n", *other[bounds[-1] :]])
            made.append(replace(page, text=text, gold=gold))
    return made


def find_story(page: Page) -> tuple[list[str], list[int]]:
    """A page's lines, and after how many of them each unit of its story ends."""
    lines = split_lines(page.text)
    units = gather_units(lines)
    allowed = allow_states([unit.text for unit in units], page.gold)
    body = 1 << STATES.index("body")
    return lines, [unit.last + 1 for unit, bits in zip(units, allowed, strict=True) if bits == body]
