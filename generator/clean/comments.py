"""Readers' comments: where they begin, and pages that were saved with nothing else.

Comments are prose, and there may be more of them than of the story. What tells them is how they are signed.
"""

import re
from collections.abc import Sequence

from generator.clean.features import Shape
from generator.clean.lines import Unit

_SIGNED = re.compile(
    r"(?:\b(?:says|said|writes|wrote|replied|commented)\s*:$"
    r"|\bat \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s(?:says|said|wrote|replied)\s*[:.…]*)?$"
    r"|^(?:reply|permalink|report|flag|like|upvote)(?:\s*[|·•]\s*\w+)*$)",
    re.IGNORECASE,
)
"""How a line ends that says who comments, or when; or what readers may do with a comment."""
_SIGNED_BELOW = re.compile(
    r"^(?:posted|submitted|written|commented|left) (?:by|on)\b|^(?:says|said|writes|wrote|commented)\W*$"
    r"|\b(?:\d{1,2}|an?)\s?(?:[smhdwy]|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|yrs?|years?) ago$"
    r"|\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$"
    r"|\b(?:reply|replied|replying) to\b",
    re.IGNORECASE,
)
"""How else comments are signed, as stories and their heads may be too: only below a story does it tell."""
_TOLD = 3
"""Sentences above the heading of the comments, below which stands a story."""
_LONGEST = 120
"""Characters of such a line."""
_SIGNED_BY = 4
"""Units below the heading of the comments in which the first of them is signed."""
_ENOUGH = 3
"""Comments that are signed; fewer lines of that make may stand at the head of a story."""
_APART = 2
"""Units from one such line to the next, at least, for a comment to stand between."""
_CALL = 5
"""Words of a line below a story that calls for comments, and heads them, at most."""


def find_comments(units: Sequence[Unit], shapes: Sequence[Shape]) -> int:
    """The unit that heads the comments; the number of units where a page has none, or does not tell."""
    told = 0
    for index, shape in enumerate(shapes):
        if "comment" in shape.topics:
            below = told >= _TOLD
            heads = shape.heading == "comment" or (below and shape.words <= _CALL)
            if heads and _are_signed(units, index + 1, below=below):
                return index
        told += shape.sentence
    return len(units)


def _are_signed(units: Sequence[Unit], start: int, *, below: bool) -> bool:
    """Whether comments begin at a unit: the first is signed soon, and so are others."""
    signed, last = 0, start - _APART
    for index in range(start, len(units)):
        if not signed and index >= start + _SIGNED_BY:
            return False
        if index - last >= _APART and _is_signed(units[index], below=below):
            signed, last = signed + 1, index
            if signed >= _ENOUGH:
                return True
    return False


def _is_signed(unit: Unit, *, below: bool) -> bool:
    return len(unit.text) <= _LONGEST and (
        _SIGNED.search(unit.text) is not None or (below and _SIGNED_BELOW.search(unit.text) is not None)
    )


def holds_comments_only(shapes: Sequence[Shape]) -> bool:
    """Whether a page was saved without its story: it opens with the heading of its comments, and is full of them."""
    opening = next((shape for shape in shapes if shape.words), None)
    if opening is None or "comment" not in opening.topics or opening.words > _HEADING:
        return False
    speaking = len([1 for shape in shapes if "comment" in shape.topics and shape.words <= _HEADING])
    return speaking > 1 and speaking >= _COMMENTED * len(shapes)


_HEADING = 6
"""Words of a line that heads comments, or belongs to one, at most."""
_COMMENTED = 0.2
"""Share of such lines on a page that is nothing but comments."""
