"""How a line stands on its page: among its neighbours, in its block, and to what looks like the story.

What is seen of a place is written down as keys, one for each group of features: small tuples of steps. Units agree on a
whole group oftener than on all of them, so what a group's features weigh is summed once and remembered by its key.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import accumulate, compress, pairwise, repeat
from typing import Any, TypeAlias

from generator.clean.features import Shape
from generator.clean.lines import Unit

Key: TypeAlias = tuple[Any, ...]
Place: TypeAlias = tuple[Key, ...]
"""A unit's place: what :data:`GROUPS` make features of, one key for each."""

_POSITIONS = (0.0, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999)
_DISTANCES = (1, 2, 3, 5, 9, 17, 40)
_PAGE_SIZES = (12, 30, 60, 120, 250)
_SINCE = (4, 12)
_BLOCKS = (2, 3, 5, 9)
_BLOCK_WORDS = (1.6, 2.6, 4, 7, 12, 25)
_CORE = (0.001, 0.15, 0.3, 0.5, 0.75, 0.999)
_GAINS = (-15.0, -9.0, -4.0, 0.0, 6.0, 15.0, 30.0)
_MOST_GAIN = 2.5
_NEAR = 4
"""Units above and below whose gains are told."""
_NO_GAIN = 9
"""The step of units at the edge of the page, above or below which nothing stands."""
_FURNISHED = (0.05, 0.15, 0.3, 0.45)
_STRETCHES = (2, 3, 5, 9, 17)
_STRETCH_WORDS = (2, 3.5, 6, 9, 14)
_TOPICAL = (0.001, 0.2, 0.5, 0.8)
_LISTED = (2, 4, 12)
_BULLETS = frozenset("•·▪◦‣*+–—-")
_PROSE_WORDS = (15, 30, 60, 120, 300, 600)
_SHARES = (0.03, 0.1, 0.3, 0.6)
_KIN = 3
"""Units above and below that are looked at for words of the main run."""
_KIN_WORDS = (6, 20, 50)
_GULFS = (1, 2, 3, 5, 9, 17, 33)
_FARTHEST = 99
_DISTANCE_STEPS = tuple(bisect_right(_DISTANCES, distance) for distance in range(_DISTANCES[-1] + 1))
_SINCE_STEPS = tuple(bisect_right(_SINCE, since) for since in range(_SINCE[-1] + 1))
_GULF_STEPS = tuple(bisect_right(_GULFS, since) for since in range(_FARTHEST + 1))
_ALIKE = (2, 3, 5, 9)
_TWIN = 40
"""Characters at their start in which a caption and the alternative text of its picture agree."""
_REMEMBERED = 30
"""Units below a heading of another topic than comments in which it still says something of them."""


def measure_worth(shapes: Sequence[Shape], qualities: Sequence[float]) -> list[float]:
    """For each unit how much it adds to, or takes from, a run of story text.

    Furniture takes little: stories are interrupted more often than they are short.
    """
    return [
        (quality if -0.5 <= quality <= 4.0 else 4.0 if quality > 0 else -0.5) * shape.weight
        for quality, shape in zip(qualities, shapes, strict=True)
    ]


def find_main_run(worth: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run of lines that is richest in story text (maximum-sum segment)."""
    best, first, last = 0.0, 0, -1
    total, start = 0.0, 0
    for index, gain in enumerate(worth):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, first, last = total, start, index
    return first, last


def find_dull(qualities: Sequence[float]) -> list[bool]:
    """Which units are furniture wherever they stand: they speak clearly against story text, as do both neighbours."""
    low = [True, *[quality < _DULL for quality in qualities], True]
    return [above and here and below for above, here, below in zip(low, low[1:], low[2:], strict=False)]


_DULL = -3.5


def describe_units(
    units: Sequence[Unit],
    shapes: Sequence[Shape],
    qualities: Sequence[float],
    main_run: tuple[int, int],
    known: Set[str],
    dull: Sequence[bool],
) -> list[Iterator[Key]]:
    """The places of units on their page, one column of keys for each of :data:`GROUPS`; shapes are not told again.

    ``qualities`` says for each unit how far its shape alone speaks for being story text; above 0 it does. ``main_run``
    is what :func:`find_main_run` makes of that. ``dull`` says of which units nobody needs to know: a column has the
    keys of all others, in order, and is read once.
    """
    texts = [unit.text for unit in units]
    kinds = [shape.kind for shape in shapes]
    sizes = [shape.size for shape in shapes]
    words = [0, *accumulate([shape.words for shape in shapes])]
    gaps = [*[unit.gap for unit in units], True]
    first, last = main_run
    runs = _runs(len(units), first, last)
    # One list a group of features, with a key a unit: whatever can be put side by side by zip need not be by a loop.
    around = ("edge", "edge", *kinds, "edge", "edge")
    alike = ["", *_alike(shapes), ""]
    page = bisect_right(_PAGE_SIZES, len(units))
    furnished = bisect_right(_FURNISHED, _count_labels(shapes) / max(1, len(units)))
    topics = [(), *[shape.topics if shape.words <= 12 else () for shape in shapes], ()]
    colons = [False, *[text[-1] == ":" for text in texts], False]
    columns = (
        zip(around, around[1:], around[2:], around[3:], around[4:], strict=False),
        zip(gaps, gaps[1:], _blocks(gaps, words), sizes, repeat(_style(gaps, qualities, first, last)), strict=False),
        zip(*_whereabouts(shapes, qualities), runs, sizes, strict=True),
        zip(repeat(page), repeat(furnished), sizes, kinds, strict=False),
        _stretches(texts, shapes, qualities, words, colons),
        zip(*_gulfs(shapes, qualities), _sides(len(units), first, last), sizes, strict=True),
        zip(alike, alike[1:], alike[2:], sizes, strict=False),
        zip(topics, colons, topics[2:], _twins(texts, shapes), sizes, strict=False),
        zip(*_parts(shapes, first), _tell_again(texts), map(known.__contains__, texts), sizes, strict=True),
    )
    told = [not left_out for left_out in dull]
    return [*[compress(column, told) for column in columns], iter(_kinship(shapes, qualities, runs, told))]


def name_place(place: Place) -> list[str]:
    """The features of a place, by name."""
    return [name for group, key in zip(GROUPS, place, strict=True) for name in group(*key)]


def _name_kinds(before: str, previous: str, kind: str, following: str, after: str) -> list[str]:
    names = [
        f"prev={previous}|{kind}",
        f"next={following}|{kind}",
        f"around={previous}|{following}",
        f"before={before}|{previous}",
        f"after={following}|{after}",
    ]
    if before == kind == after and previous == following != kind:
        names.append(f"alternates={kind}")
    return names


def _name_space(gap_above: bool, gap_below: bool, block: str, size: str, style: str) -> list[str]:
    return [f"gap={gap_above:d}{gap_below:d}@{size}{style}", f"block={block}{style}"]


def _name_whereabouts(position: int, above: int, below: int, run: int, size: str) -> list[str]:
    return [
        f"position={position}@{size}",
        f"above={above}@{size}",
        f"below={below}@{size}",
        f"between={above}|{below}",
        f"run={run}@{size}",
    ]


def _name_page(page: int, furnished: int, size: str, kind: str) -> list[str]:
    return [f"page={page}@{size}", f"furnished={furnished}@{size}", f"furnished={furnished}|{kind}"]


def _name_stretch(prose: bool, listed: int, *steps: Any) -> list[str]:
    if prose:
        words, share = steps
        names = [f"prose={words}", f"prose share={share}"]
    else:
        lines, words, topical, bullets, above, below = steps
        names = [
            f"stretch={lines}|{words}",
            f"stretch topical={topical}|{words}",
            f"stretch border={above}|{below}|{lines}",
            f"stretch border={above}|{below}|{topical}",
            f"stretch bullets={bullets}|{above}",
            f"stretch bullets={bullets}|{topical}",
        ]
    if listed >= 0:
        names.append(f"listed={listed}")
    return names


def _name_gulf(above: int, below: int, side: int, size: str) -> list[str]:
    return [
        f"gulf={above}|{below}@{size}",
        f"gulf above={above}|{side}@{size}",
        f"gulf below={below}|{side}@{size}",
    ]


def _name_pattern(above: str, here: str, below: str, size: str) -> list[str]:
    names = [f"alike={here}@{size}"] if here else []
    if above or below:
        names.append(f"near alike={above}|{below}@{size}")
    return names


def _name_neighbours(under: tuple[str, ...], colon: bool, over: tuple[str, ...], twin: bool, size: str) -> list[str]:
    names = [f"under {topic}@{size}" for topic in under]
    if colon:
        names.append(f"under colon@{size}")
    names += [f"over {topic}@{size}" for topic in over]
    if twin:
        names.append(f"twin@{size}")
    return names


def _name_part(section: str, since: int, commented: bool, told: str, known: bool, size: str) -> list[str]:
    names = [f"section {section}{since}@{size}"] if section else []
    if commented:
        names.append(f"commented@{size}")
    if told:
        names.append(f"{told}@{size}")
    if known:
        names.append(f"known@{size}")
    return names


def _name_kin(core: int, near: int, words: int, size: str) -> list[str]:
    return [f"core={core}@{size}", f"kin={near}|{words}"] if core >= 0 else []


GROUPS: tuple[Callable[..., list[str]], ...] = (
    _name_kinds,
    _name_space,
    _name_whereabouts,
    _name_page,
    _name_stretch,
    _name_gulf,
    _name_pattern,
    _name_neighbours,
    _name_part,
    _name_kin,
)
"""What makes features of each key of a place."""


def _twins(texts: Sequence[str], shapes: Sequence[Shape]) -> list[bool]:
    """For each unit whether the one above or below begins as it does."""
    bounds = ["", *texts, ""]
    return [
        shape.words >= 4 and (above.startswith(text[:_TWIN]) or below.startswith(text[:_TWIN]))
        for shape, above, text, below in zip(shapes, bounds, texts, bounds[2:], strict=False)
    ]


def _tell_again(texts: Sequence[str]) -> list[str]:
    """For each unit whether the page prints its text twice, and whether this is the first time."""
    times = Counter(texts)
    if len(times) == len(texts):
        return [""] * len(texts)
    seen: set[str] = set()
    told = []
    for text in texts:
        if times[text] == 1:
            told.append("")
        else:
            told.append("again" if text in seen else "first")
            seen.add(text)
    return told


def _runs(count: int, first: int, last: int) -> list[int]:
    """For each unit how far above, below 0, or below the main run it stands, in steps; 0 for one within."""
    return [
        *[-_steps_away(first - index) for index in range(first)],
        *[0] * (last + 1 - first),
        *[_steps_away(index - last) for index in range(last + 1, count)],
    ]


def _sides(count: int, first: int, last: int) -> list[int]:
    """For each unit whether it stands above the main run, 1, within it, 0, or below, -1."""
    return [-1] * first + [0] * (last + 1 - first) + [1] * (count - last - 1)


def _steps_away(distance: int) -> int:
    return _DISTANCE_STEPS[distance] if distance < len(_DISTANCE_STEPS) else len(_DISTANCES)


def _whereabouts(shapes: Sequence[Shape], qualities: Sequence[float]) -> tuple[list[int], list[int], list[int]]:
    """For each unit how much of the page's prose stands above it, and what the next few units above and below gain."""
    count = len(shapes)
    above = [0, *accumulate([s.words if q > 0 else 0 for s, q in zip(shapes, qualities, strict=True)])]
    whole = above.pop() or 1
    positions = {words: bisect_right(_POSITIONS, words / whole) for words in set(above)}
    gains = [
        (q if -_MOST_GAIN <= q <= _MOST_GAIN else _MOST_GAIN if q > 0 else -_MOST_GAIN) * s.weight
        for s, q in zip(shapes, qualities, strict=True)
    ]
    sums = [0.0, *accumulate(gains)]
    # At the page's ends fewer units are near.
    starts = [*[0.0] * (_NEAR - 1), *sums, *sums[-1:] * (_NEAR - 1)]
    steps = [bisect_right(_GAINS, end - start) for start, end in zip(starts, starts[_NEAR:], strict=False)]
    return (
        [positions[words] for words in above],
        [_NO_GAIN, *steps][:count],
        [*steps[_NEAR:], _NO_GAIN][:count],
    )


def _parts(shapes: Sequence[Shape], first: int) -> tuple[list[str], list[int], list[bool]]:
    """For each unit the topic of the part of the page that it is in, how far in, and whether comments have begun."""
    section, since, commented = "", 0, False
    sections, steps, begun = [], [], []
    for index, shape in enumerate(shapes):
        near = since <= _REMEMBERED or section == "comment"
        sections.append(section if near else "")
        steps.append(_SINCE_STEPS[since] if since < len(_SINCE_STEPS) else len(_SINCE))
        begun.append(commented)
        if shape.heading:
            section, since = shape.heading, 0
            commented = commented or (section == "comment" and index > first)
        since += 1
    return sections, steps, begun


def _alike(shapes: Sequence[Shape]) -> list[str]:
    """For each unit how many of the page's short lines read as it does but for their digits, in steps; "" for one."""
    masks = [shape.mask for shape in shapes]
    counts = Counter(masks)
    del counts[""]
    steps = {mask: str(bisect_right(_ALIKE, count)) for mask, count in counts.items() if count > 1}
    return [steps.get(mask, "") for mask in masks] if steps else [""] * len(masks)


def _kinship(
    shapes: Sequence[Shape], qualities: Sequence[float], runs: Sequence[int], told: Sequence[bool]
) -> list[Key]:
    """How many of its longer words, and of its neighbours', stand in the main run of story text, for units ``told``."""
    contents = [shape.content for shape in shapes]
    sizes = list(map(len, contents))
    core = [run == 0 and quality > 0 for run, quality in zip(runs, qualities, strict=True)]
    some, shared = _core_words(compress(contents, core))
    here = [
        size if inside or not size else len(content & some)
        for content, size, inside in zip(contents, sizes, core, strict=True)
    ]
    shares = [0, *accumulate(here)]
    wholes = [0, *accumulate(sizes)]
    shares += shares[-1:] * _KIN
    wholes += wholes[-1:] * _KIN
    keys: list[Key] = []
    for index in compress(range(len(shapes)), told):
        size = sizes[index]
        if not size:
            keys.append((-1, -1, 0, shapes[index].size))
            continue
        common = len(contents[index] & shared) if core[index] else here[index]
        low, high = index - _KIN if index > _KIN else 0, index + _KIN + 1
        words = wholes[high] - wholes[low]
        keys.append(
            (
                bisect_right(_CORE, common / size),
                bisect_right(_CORE, (shares[high] - shares[low]) / (words or 1)),
                bisect_right(_KIN_WORDS, words),
                shapes[index].size,
            )
        )
    return keys


def _gulfs(shapes: Sequence[Shape], qualities: Sequence[float]) -> tuple[list[int], list[int]]:
    """For each unit how many units lie between it and the next good prose above, and below, in steps."""
    good = [quality > 1 and shape.words >= 12 for shape, quality in zip(shapes, qualities, strict=True)]
    return _distances(good), _distances(good[::-1])[::-1]


def _distances(good: Sequence[bool]) -> list[int]:
    """For each place how far above it the last good one is, in steps."""
    steps, since = [], _FARTHEST
    for here in good:
        steps.append(_GULF_STEPS[since])
        since = 0 if here else since + 1 if since < _FARTHEST else _FARTHEST
    return steps


def _count_labels(shapes: Sequence[Shape]) -> int:
    """How many lines are short and speak of what pages, not stories, are about."""
    return len([1 for shape in shapes if shape.topics and shape.words <= 8])


def _stretches(
    texts: Sequence[str],
    shapes: Sequence[Shape],
    qualities: Sequence[float],
    total: Sequence[int],
    colons: Sequence[bool],
) -> list[Key]:
    """For each unit what can be said of the stretch of prose, or of anything but prose, that it stands in.

    ``total`` counts the words above each unit, and in the end all. ``colons`` says of each unit, from the edge above
    the first to that below the last, whether it ends with a colon.
    """
    count = len(shapes)
    prose = [shape.sentence for shape in shapes]
    whole = sum([shape.words for shape in shapes if shape.sentence]) or 1
    topical = [0, *accumulate([1 if shape.topics else 0 for shape in shapes])]
    bullets = [0, *accumulate([1 if text[0] in _BULLETS else 0 for text in texts])]
    keys: list[Key] = []
    ends = [index for index, (here, below) in enumerate(pairwise(prose), 1) if here != below]
    for start, end in pairwise([0, *ends, count]) if count else ():
        size, words = end - start, total[end] - total[start]
        if prose[start]:
            said: Key = (bisect_right(_PROSE_WORDS, words), bisect_right(_SHARES, words / whole))
        else:
            said = (
                bisect_right(_STRETCHES, size),
                bisect_right(_STRETCH_WORDS, words / size),
                bisect_right(_TOPICAL, (topical[end] - topical[start]) / size),
                bisect_right(_TOPICAL, (bullets[end] - bullets[start]) / size),
                _border(qualities, colons, start - 1),
                _border(qualities, colons, end),
            )
        if True in colons[start : end + 1]:
            keys += [(prose[start], step, *said) for step in _listed(shapes, colons, start, end)]
        else:
            keys += [(prose[start], -1, *said)] * size
    return keys


def _listed(shapes: Sequence[Shape], colons: Sequence[bool], start: int, end: int) -> list[int]:
    """For each unit of a stretch how far above a line announces it that ends with a colon, in steps; -1 for none."""
    since = 1 if colons[start] else 0
    listed: list[int] = []
    for shape, colon in zip(shapes[start:end], colons[start + 1 : end + 1], strict=True):
        listed.append(bisect_right(_LISTED, since) if since else -1)
        if colon and shape.words >= 3:
            since = 1
        elif since:
            since += 1
    return listed


def _border(qualities: Sequence[float], colons: Sequence[bool], index: int) -> str:
    """What a line of prose that bounds a stretch is like."""
    if not 0 <= index < len(qualities):
        return "edge"
    if colons[index + 1]:
        return "colon"
    return "weak" if qualities[index] < 0 else "fair" if qualities[index] < 2 else "strong"


def _core_words(contents: Iterable[frozenset[str]]) -> tuple[Set[str], Set[str]]:
    """The longer words of those lines of the main run that look like story text, and those that two of them share."""
    some: set[str] = set()
    shared: set[str] = set()
    for content in contents:
        shared |= some & content
        some |= content
    return some, shared


def _style(gaps: Sequence[bool], qualities: Sequence[float], first: int, last: int) -> str:
    """Whether the page sets its paragraphs apart by blank lines, mostly, or not."""
    prose = [index for index in range(first, last + 1) if qualities[index] > 1]
    apart = len([index for index in prose if gaps[index] and gaps[index + 1]])
    return " apart" if apart >= 0.6 * len(prose) else " dense"


def _blocks(gaps: Sequence[bool], total: Sequence[int]) -> list[str]:
    """For each unit how many units stand together with it between blank lines, and how long these are, in steps.

    ``gaps`` ends with a sentinel; ``total`` counts the words above each unit, and in the end all.
    """
    blocks: list[str] = []
    start = 0
    for index in range(1, len(gaps)):
        if gaps[index]:
            size = index - start
            words = (total[index] - total[start]) / size
            blocks += [_BLOCK_NAMES[bisect_right(_BLOCKS, size)][bisect_right(_BLOCK_WORDS, words)]] * size
            start = index
    return blocks


_BLOCK_NAMES = tuple(
    tuple(f"{size}|{words}" for words in range(len(_BLOCK_WORDS) + 1)) for size in range(len(_BLOCKS) + 1)
)
