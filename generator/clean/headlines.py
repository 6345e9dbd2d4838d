"""The headline: which of the lines above a story's text it is."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, repeat

from generator.clean.captions import split_credit
from generator.clean.datelines import split_dateline
from generator.clean.features import Shape
from generator.clean.lines import Unit

NONE = "none"
"""The feature of the answer that the page prints no headline."""

_REACH = 60
"""Units above the text among which a headline is looked for."""
_LONGEST = 45
"""Words."""
_DISTANCES = (2, 3, 4, 6, 9, 15, 30)
_WORDS_BELOW = (5, 12, 25, 50, 100, 200)
_SHARES = (0.001, 0.2, 0.4, 0.6, 0.8)
_TOPS = (4, 10, 25, 60, 120)
"""Units from the top of the page."""
_BULLETS = "•*-–—"
_LISTED = "•·▪◦‣*"
"""What an entry of a list begins with, and no headline."""
_HEADS = frozenset({"phrase", "heading", "open text", "odd sentence", "sentence", "short sentence"})
_OPENING = 5
"""Units at the start of a text among which its first prose is looked for."""
_ASCII_MARKS = b".,:;!?'\"|-()[]/>&*"
_OTHER_MARKS = "’‘“”…•–—»"
"""What a page may print otherwise where it prints its headline again."""
UNTOLD = ("glue", "words=", "capitals")
"""Features of shapes that say nothing of headlines which their length does not; they have no weights."""
_LEDE = 3
"""Units of the text that a headline is likeliest to share its words with."""
_THEMES = 8
"""Words that a story is about: those that most of its units have."""


def find_headline(
    units: Sequence[Unit], shapes: Sequence[Shape], first: int, last: int, weights: Mapping[str, float]
) -> int | None:
    """The index of the headline of a text that stands from ``first`` to ``last``; None when the page prints none."""
    best, found = weights.get(NONE, 0.0), None
    for index, features in describe_candidates(units, shapes, first, last):
        score = sum(map(weights.get, features, repeat(0.0)))
        if score > best:
            best, found = score, index
    return found


def describe_candidates(
    units: Sequence[Unit], shapes: Sequence[Shape], first: int, last: int
) -> list[tuple[int, list[str]]]:
    """Every line that could be the headline, with its features."""
    if first >= len(units):
        return []
    first = _find_prose(shapes, first, last)
    told = Counter(chain.from_iterable([shape.content for shape in shapes[first : last + 1]]))
    text, themes = frozenset(told), _find_themes(told)
    lede = frozenset().union(*(shape.content for shape in shapes[first : first + _LEDE]))
    like = _find_alike(shapes, first)
    heads, words = 0, 0
    candidates: list[tuple[int, list[str]]] = []
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        shape = shapes[index]
        if _may_head(units[index].text, shape):
            features = _describe(units, shapes, index, first, like, heads, text, lede)
            features += [f"words below={bisect_right(_WORDS_BELOW, words)}", *_name_themes(shape.content, themes)]
            candidates.append((index, features))
            heads += shape.kind in _HEADS
        words += shape.words
    _find_echoes(candidates, units, shapes)
    _rank(candidates, shapes, text, "text")
    _rank(candidates, shapes, lede, "lede")
    return candidates


def _find_themes(told: Counter[str]) -> frozenset[str]:
    """The words that a text is about, given in how many units each of its words stands."""
    often = sorted([(-times, word) for word, times in told.items() if times > 1])
    return frozenset([word for _, word in often[:_THEMES]])


def _name_themes(content: frozenset[str], themes: frozenset[str]) -> tuple[str, ...]:
    """How many of a line's words are among those that the text is about; nothing where a text is too short to tell."""
    if not themes:
        return ()
    own = len(content & themes)
    return f"themes={min(own, 4)}", f"theme share={bisect_right(_SHARES[:-1], own / max(1, len(content)))}"


def _find_prose(shapes: Sequence[Shape], first: int, last: int) -> int:
    """The first prose of a text. What stands above it, though taken for text, may be the headline."""
    for index in range(first, min(last + 1, first + _OPENING)):
        if shapes[index].sentence or shapes[index].words > _LONGEST:
            return index
    return first


def _may_head(text: str, shape: Shape) -> bool:
    """Whether a line could be a headline at all."""
    if not 2 <= shape.words <= _LONGEST or text[0] in _LISTED:
        return False
    if shape.kind not in _HEADS and not (shape.kind == "label" and shape.words == 3):
        return False
    return not _is_menu(text, shape) and split_credit(text) is None and split_dateline(text) is None


def _find_echoes(candidates: Sequence[tuple[int, list[str]]], units: Sequence[Unit], shapes: Sequence[Shape]) -> None:
    """Add to the features how often the page prints each candidate, and whether it does within another line.

    A page may print its headline in a menu, with other quotation marks, or in "Home > World > The headline".
    """
    heads = [_strip_marks(units[index].text) for index, _ in candidates]
    shortest = min(map(len, heads), default=0)
    whole = _strip_marks(
        "\n".join(
            [
                unit.text
                for unit, shape in zip(units, shapes, strict=True)
                if shape.words <= _LONGEST and len(unit.text) >= shortest
            ]
        )
    )
    times = Counter(map(str.strip, whole.split("\n")))
    for head, (_, features) in zip(heads, candidates, strict=True):
        printed = times[head]
        features.append(f"times={min(printed, 3)}")
        if whole.count(head) > printed:
            features.append("echoed")


def _strip_marks(text: str) -> str:
    """A text in lower case without marks, as a headline is known again by."""
    text = text.lower()
    for mark in _OTHER_MARKS:
        text = text.replace(mark, "")
    # Of bytes, one pass drops all marks that are ASCII.
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII_MARKS).decode("utf-8", "surrogatepass").strip()


def _rank(
    candidates: Sequence[tuple[int, list[str]]], shapes: Sequence[Shape], words: frozenset[str], name: str
) -> None:
    """Add to the features how many of some words each candidate has, and whether none has more."""
    shared = [len(shapes[index].content & words) for index, _ in candidates]
    most = max(shared, default=0)
    for (_, features), own in zip(candidates, shared, strict=True):
        features.append(f"shared {name}={min(own, 5)}")
        if own == most and most:
            features.append(f"most {name}={min(most, 4)}")


def _describe(
    units: Sequence[Unit],
    shapes: Sequence[Shape],
    index: int,
    first: int,
    like: Sequence[bool],
    heads: int,
    text: frozenset[str],
    lede: frozenset[str],
) -> list[str]:
    shape = shapes[index]
    above = shapes[index - 1].kind if index else "edge"
    below = shapes[index + 1].kind
    length = bisect_right((3, 5, 8, 12, 16, 22), shape.words)
    features = [
        *shape.features,
        f"length={length}",
        f"above={above}",
        f"below={below}",
        f"gap={units[index].gap:d}{units[index + 1].gap:d}",
        f"distance={bisect_right(_DISTANCES, first - index)}",
        f"heads below={min(heads, 6)}",
        f"top={bisect_right(_TOPS, index)}",
        _see_meta(shapes, index, like),
        *_compare(shapes, index, like),
        *_see_beside(shapes, index, like, text),
    ]
    if units[index].text[0] in _BULLETS and units[index + 1].text[0] == units[index].text[0]:
        features.append("listed")
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


def _find_alike(shapes: Sequence[Shape], first: int) -> list[bool]:
    """For each unit above a text whether it may be a headline by its kind; for those near a candidate, that is."""
    low = max(0, first - _REACH - _META_ABOVE)
    return [*[False] * low, *[shape.kind in _HEADS and not shape.topics for shape in shapes[low:first]]]


def _see_meta(shapes: Sequence[Shape], index: int, like: Sequence[bool]) -> str:
    """Beyond how many other headings a line of author or day stands below, and whether one stands above."""
    below, heads = "none", 0
    for at in range(index + 1, min(len(like), index + 1 + _META_BELOW)):
        if shapes[at].kind == "meta":
            below = str(heads)
            break
        heads += like[at]
        if heads > 2:
            break
    above, heads = "none", 0
    for at in range(index - 1, max(-1, index - 1 - _META_ABOVE), -1):
        if shapes[at].kind == "meta":
            above = "one"
            break
        heads += like[at]
        if heads > 1:
            break
    return f"meta={below}|{above}"


_META_BELOW, _META_ABOVE = 8, 12
"""Units from a candidate within which the line of author or day may be its own."""


def _compare(shapes: Sequence[Shape], index: int, like: Sequence[bool]) -> list[str]:
    """How a line stands to the nearest other that may be a headline: of two, the standfirst is the longer and lower."""
    words = shapes[index].words
    found = []
    for name, places in (("over", _below(index, len(like))), ("under", _above(index))):
        for at in places:
            if like[at]:
                found.append(f"{name}={abs(at - index)}|{bisect_right(_RATIOS, words / shapes[at].words)}")
                break
        else:
            found.append(f"{name} none")
    return found


def _see_beside(shapes: Sequence[Shape], index: int, like: Sequence[bool], text: frozenset[str]) -> list[str]:
    """What words the nearest other lines that may be headlines share: with the text, and with this one.

    Below a headline that tells what the text is about stands a standfirst, which tells it again.
    """
    content = shapes[index].content
    found = []
    for name, places in (("higher", _above(index)), ("lower", _below(index, len(like)))):
        for at in places:
            if like[at] and len(other := shapes[at].content) > 1:
                near = bisect_right(_SHARES, len(other & text) / len(other))
                found.append(f"{name} text={near}|{min(abs(at - index), 2)}")
                if content:
                    found.append(f"{name} tells={bisect_right(_SHARES, len(other & content) / len(content))}")
                break
    return found


def _above(index: int) -> range:
    """The units just above one, the nearest first."""
    return range(index - 1, max(-1, index - 1 - _BESIDE), -1)


def _below(index: int, first: int) -> range:
    """The units just below one that stand above a text, the nearest first."""
    return range(index + 1, min(first, index + 1 + _BESIDE))


_BESIDE = 3
_RATIOS = (0.5, 0.8, 1.2, 2.0)


def _is_menu(text: str, shape: Shape) -> bool:
    """Whether a line is a row of entries: a path to the page, or links that share, print and mail it."""
    return (" > " in text and text.count(" > ") > 1) or (
        "|" in text and (len(shape.topics) > 1 or (text.count("|") > 1 and bool(shape.topics)))
    )
