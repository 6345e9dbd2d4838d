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
_LONGEST = 120
"""Characters of such a line."""
_SIGNED_BY = 3
"""Units below the heading of the comments in which the first of them is signed."""
_ENOUGH = 3
"""Comments that are signed; fewer lines of that make may stand at the head of a story."""
_APART = 2
"""Units from one such line to the next, at least, for a comment to stand between."""


def find_comments(units: Sequence[Unit], shapes: Sequence[Shape]) -> int:
    """The unit that heads the comments; the number of units where a page has none, or does not tell."""
    count = len(units)
    for index, shape in enumerate(shapes):
        if shape.heading == "comment" and any(_is_signed(unit) for unit in units[index + 1 : index + 1 + _SIGNED_BY]):
            signed, last = 0, -_APART
            for at in range(index + 1, count):
                if at - last >= _APART and _is_signed(units[at]):
                    signed, last = signed + 1, at
                    if signed >= _ENOUGH:
                        return index
    return count


def _is_signed(unit: Unit) -> bool:
    return len(unit.text) <= _LONGEST and _SIGNED.search(unit.text) is not None


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
