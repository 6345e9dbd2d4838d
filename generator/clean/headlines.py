"""The headline: which of the lines above a story's text it is."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.clean.captions import split_credit
from generator.clean.features import Shape
from generator.clean.lines import Unit

NONE = "none"
"""The feature of the answer that the page prints no headline."""

_REACH = 60
"""Units above the text among which a headline is looked for."""
_LONGEST = 45
"""Words."""
_DISTANCES = (2, 3, 4, 6, 9, 15, 30)
_SHARES = (0.001, 0.2, 0.4, 0.6, 0.8)
_HEADS = frozenset({"phrase", "heading", "open text", "odd sentence", "sentence", "short sentence"})
_ECHO = 300
"""Characters of a line in which a headline may be echoed, as in "Home > World > The headline"."""
_LEDE = 3
"""Units of the text that a headline is likeliest to share its words with."""


def find_headline(
    units: Sequence[Unit], shapes: Sequence[Shape], first: int, last: int, weights: Mapping[str, float]
) -> int | None:
    """The index of the headline of a text that stands from ``first`` to ``last``; None when the page prints none."""
    best, found = weights.get(NONE, 0.0), None
    for index, features in describe_candidates(units, shapes, first, last):
        score = sum([weights[name] for name in features if name in weights])
        if score > best:
            best, found = score, index
    return found


def describe_candidates(
    units: Sequence[Unit], shapes: Sequence[Shape], first: int, last: int
) -> list[tuple[int, list[str]]]:
    """Every line that could be the headline, with its features."""
    if first >= len(units):
        return []
    text = frozenset().union(*(shape.content for shape in shapes[first : last + 1]))
    lede = frozenset().union(*(shape.content for shape in shapes[first : first + _LEDE]))
    times = Counter([unit.text for unit in units])
    whole = "\n".join([unit.text[:_ECHO] for unit in units])
    candidates: list[tuple[int, list[str]]] = []
    heads = 0
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        shape = shapes[index]
        if not 2 <= shape.words <= _LONGEST:
            continue
        if shape.kind not in _HEADS and not (shape.kind == "label" and shape.words == 3):
            continue
        line = units[index].text
        if _is_menu(line, shape) or split_credit(line) is not None:
            continue
        echoed = whole.count(line) > times[line]
        candidates.append((index, _describe(units, shapes, index, first, heads, text, lede, times, echoed)))
        heads += shape.kind in _HEADS
    return candidates


def _describe(
    units: Sequence[Unit],
    shapes: Sequence[Shape],
    index: int,
    first: int,
    heads: int,
    text: frozenset[str],
    lede: frozenset[str],
    times: Counter[str],
    echoed: bool,
) -> list[str]:
    shape = shapes[index]
    above = shapes[index - 1].kind if index else "edge"
    below = shapes[index + 1].kind
    length = bisect_right((3, 5, 8, 12, 16, 22), shape.words)
    features = [
        *[name for name in shape.features if not name.startswith("glue")],
        f"length={length}",
        f"above={above}",
        f"below={below}",
        f"gap={units[index].gap:d}{units[index + 1].gap:d}",
        f"distance={bisect_right(_DISTANCES, first - index)}",
        f"heads below={min(heads, 6)}",
        f"times={min(times[units[index].text], 3)}",
    ]
    if echoed:
        features.append("echoed")
    if index < 3:
        features.append(f"top={index}")
    features += _compare(shapes, index, first)
    if any(shapes[at].kind == "meta" for at in range(index + 1, min(first, index + 5))):
        features.append("meta below")
    if any(shapes[at].kind == "meta" for at in range(max(0, index - 3), index)):
        features.append("meta above")
    if shape.content:
        size = len(shape.content)
        shared = bisect_right(_SHARES, len(shape.content & text) / size)
        features.append(f"text={shared}")
        features.append(f"text={shared}|{min(heads, 3)}")
        features.append(f"lede={bisect_right(_SHARES, len(shape.content & lede) / size)}")
        if index + 1 < first and shapes[index + 1].content:
            follows = len(shape.content & shapes[index + 1].content) / size
            features.append(f"follows={bisect_right(_SHARES, follows)}")
    else:
        features.append("no content")
    return features


def _compare(shapes: Sequence[Shape], index: int, first: int) -> list[str]:
    """How a line stands to the nearest other that may be a headline: of two, the standfirst is the longer and lower."""
    words = shapes[index].words
    found = []
    for name, places in (
        ("over", range(index + 1, min(first, index + 1 + _BESIDE))),
        ("under", range(index - 1, max(-1, index - 1 - _BESIDE), -1)),
    ):
        other = next((at for at in places if shapes[at].kind in _HEADS and not shapes[at].topics), None)
        if other is None:
            found.append(f"{name} none")
        else:
            longer = bisect_right(_RATIOS, words / shapes[other].words)
            found.append(f"{name}={abs(other - index)}|{longer}")
    return found


_BESIDE = 3
_RATIOS = (0.5, 0.8, 1.2, 2.0)


def _is_menu(text: str, shape: Shape) -> bool:
    """Whether a line is a row of entries: a path to the page, or links that share, print and mail it."""
    return (" > " in text and text.count(" > ") > 1) or (
        "|" in text and (len(shape.topics) > 1 or (text.count("|") > 1 and bool(shape.topics)))
    )
