"""A page as a sequence of lines, and the units of text that they make."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_SENTENCE_BREAKS = tuple('.!?:;…"”’)]')


@dataclass(frozen=True, slots=True)
class Unit:
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
    """Whether paragraphs were broken at a fixed width: full lines that are followed, mid-sentence, by more text."""
    long = [index for index, text in enumerate(texts) if len(text) >= 45]
    if len(long) < 8:
        return False
    width = max(len(texts[index]) for index in long)
    if width > 100:
        return False
    broken = sum(
        not texts[index].endswith(_SENTENCE_BREAKS) and index + 1 < len(texts) and texts[index + 1] != ""
        for index in long
    )
    return broken >= 0.6 * len(long) and median(len(texts[index]) for index in long) >= 0.75 * width


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
        # A line that had room for the next line's first word was ended on purpose.
        if following and len(text) + 1 + len(following.split(None, 1)[0]) > 0.9 * width:
            continue
        gap = start == 0 or not texts[start - 1]
        units.append(Unit(" ".join(texts[start : index + 1]), start, index, gap))
        start = None
    return units
