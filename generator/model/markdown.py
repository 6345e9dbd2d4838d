"""Markdown that is no text: what a damaged page may hold, and nobody can read."""

import re

MOST_BRACKETS = 1000
"""In one paragraph."""
MOST_WORK = 10_000_000
"""Brackets times the characters among which Python-Markdown looks for their ends, which takes it a second for as many:
of a square bracket in its paragraph, of an angle bracket in the whole text."""

_BETWEEN = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where a paragraph, or an item of a list, ends."""

_OPEN = re.compile(r"<[^<>]*+(?!>)")
"""An angle bracket that is not closed before the next one opens."""


def may_be_overgrown(text: str) -> bool:
    """Whether a text is worth asking :func:`is_overgrown`, which asks each paragraph; nearly none is."""
    brackets = max(text.count("["), text.count("<"))
    return brackets > MOST_BRACKETS or brackets * len(text) > MOST_WORK


def is_overgrown(text: str) -> bool:
    """Whether paragraphs open so many square brackets, or leave so many angle brackets open, that they are no text.

    >>> is_overgrown("[a](https://x.example) " * 20), is_overgrown("[" * 20_000)
    (False, True)
    """
    if not may_be_overgrown(text):
        return False
    opened = len(_OPEN.findall(text)) if "<" in text else 0
    work = opened * len(text)
    most = opened
    for block in _BETWEEN.split(text):
        opened = block.count("[")
        work += opened * len(block)
        most = max(most, opened)
    return most > MOST_BRACKETS or work > MOST_WORK
