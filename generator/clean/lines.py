"""A page as a sequence of lines, and the units of text that they make."""

import re
from collections.abc import Sequence

from generator.model.value import Value

_SENTENCE_BREAKS = tuple('.!?:;…"”’)]')


class Unit(Value, frozen=True):
    """A run of physical lines that is read as one: nearly always one line, a whole paragraph on hard-wrapped pages."""

    text: str
    """Without surrounding blanks; wrapped lines are joined by one space."""
    first: int
    """Index of its first physical line, counted from 0."""
    last: int
    """Index of its last physical line."""
    gap: bool
    """Whether a blank line, or the start of the page, stands before it."""


def split_lines(text: str) -> list[str]:
    r"""Physical lines with their ends; joined they are the text again.

    Only the three line ends that text files use count: ``\n``, ``\r\n`` and a lone ``\r``.

    >>> split_lines("a\r\nb\x0bc\n")
    ['a\r\n', 'b\x0bc\n']
    """
    if "\r" in text:
        return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    lines = text.split("\n")
    last = lines.pop()
    ended = [line + "\n" for line in lines]
    if last:
        ended.append(last)
    return ended


def gather_units(lines: Sequence[str]) -> list[Unit]:
    """The units of a page, in order; blank lines belong to none."""
    texts = [line.strip() for line in lines]
    if _is_hard_wrapped(texts):
        return _join_wrapped(texts)
    units: list[Unit] = []
    gap = True
    for index, text in enumerate(texts):
        if text:
            units.append(Unit(text, index, index, gap))
            gap = False
        else:
            gap = True
    return units


def _is_hard_wrapped(texts: Sequence[str]) -> bool:
    """Whether paragraphs were broken at a fixed width.

    Then nearly every long line that goes on below had no room for the next word, and many end within a sentence.
    """
    width = max(map(len, texts), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    going_on = [at for at in range(len(texts) - 1) if len(texts[at]) >= _LONG and texts[at + 1]]
    full = [at for at in going_on if not _has_room(texts[at], texts[at + 1], width)]
    broken = [at for at in full if not texts[at].endswith(_SENTENCE_BREAKS)]
    return len(full) >= 4 and len(full) >= 0.8 * len(going_on) and len(broken) >= 0.4 * len(full)


_NARROWEST, _WIDEST = 50, 100
"""Characters of the longest line of a page whose paragraphs may have been broken at a width."""
_LONG = 45


def _has_room(text: str, following: str, width: int) -> bool:
    """Whether a line could have held the next line's first word, and so was ended on purpose."""
    return len(text) + 1 + len(following.split(None, 1)[0]) <= 0.9 * width


def _join_wrapped(texts: Sequence[str]) -> list[Unit]:
    width = max(map(len, texts))
    units: list[Unit] = []
    start = None
    for index, text in enumerate(texts):
        if not text:
            continue
        if start is None:
            start = index
        following = texts[index + 1] if index + 1 < len(texts) else ""
        if following and not _has_room(text, following, width):
            continue
        gap = start == 0 or not texts[start - 1]
        units.append(Unit(" ".join(texts[start : index + 1]), start, index, gap))
        start = None
    return units
