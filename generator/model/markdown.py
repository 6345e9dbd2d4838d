"""Markdown that is no text: what a damaged page may hold, and nobody can read."""

import re

MOST_BRACKETS = 1000
"""In one paragraph. What a paragraph costs grows with the square of them."""

_BETWEEN = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
"""Where a paragraph, or an item of a list, ends."""


def is_overgrown(text: str) -> bool:
    """Whether a paragraph opens so many square brackets, or leaves so many angle brackets open, that it is no text.

    >>> is_overgrown("[a](https://x.example) " * 20), is_overgrown("[" * 20_000)
    (False, True)
    """
    if text.count("[") <= MOST_BRACKETS and text.count("<") <= MOST_BRACKETS:
        return False
    return any(
        block.count("[") > MOST_BRACKETS or block.count("<") - block.count(">") > MOST_BRACKETS
        for block in _BETWEEN.split(text)
    )
