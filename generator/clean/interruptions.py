"""Lines among a story's paragraphs that are never its text, whatever else speaks for them."""

import re
from collections.abc import Sequence

from generator.clean.captions import is_credit, split_credit
from generator.clean.features import Shape
from generator.clean.lines import Unit

_NOTICE = re.compile(
    r"advertisements?|(?:this )?(?:story|article|post) continues (?:below|after)(?: (?:this )?ad(?:vertisement|vert)?)?"
    r"|(?:don['’]t want to see this\? )?remove ads|open this photo in gallery|view all(?: \(\d+\))?"
    r"|click (?:here )?to (?:play|enlarge|expand|view)\b.{0,90}|(?:enlarge|expand)(?: this)? (?:image|photo|picture)"
    r"|(?:more )?trending(?: news| now)?|don['’]t miss",
    re.IGNORECASE,
)
"""What nearly every line that says it and nothing else says to the reader, not of the story."""
_LONGEST_NOTICE = 120
"""Characters."""
_EDGES = " \t\xa0.,:;…-–—|[]()<>»→*"
_CAPTIONS = frozenset({"caption@s", "caption@m", "caption@l"})
"""Features of lines that may end with a credit."""
_SHOUTED = 8
"""Words from which a line in capitals is the headline of another story, and not a heading of this one."""


def find_interruptions(units: Sequence[Unit], shapes: Sequence[Shape], body: Sequence[int]) -> list[int]:
    """Those of ``body``, the units of a story's text, that are notices, captions or links to other stories."""
    shouts = sum([units[index].text.isupper() for index in body])
    return [
        index
        for index in body
        if _is_notice(units[index].text)
        or _is_credited(units[index].text, shapes[index])
        or (2 * shouts < len(body) and _is_shouted(units[index].text, shapes[index]))
    ]


def _is_notice(text: str) -> bool:
    return len(text) <= _LONGEST_NOTICE and _NOTICE.fullmatch(text.strip(_EDGES)) is not None


def _is_credited(text: str, shape: Shape) -> bool:
    """Whether a line ends with who made a picture, or says nothing else."""
    return not _CAPTIONS.isdisjoint(shape.features) and (is_credit(text) or split_credit(text) is not None)


def _is_shouted(text: str, shape: Shape) -> bool:
    return shape.words >= _SHOUTED and text.isupper() and text[-1] not in ".!?"
