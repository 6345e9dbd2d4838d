"""How a line stands on its page: among its neighbours, in its block, and to what looks like the story.

Features are names here too, in groups: units agree on a whole group oftener than on all of them, so a group's weights
are summed once and remembered.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache

from generator.clean.features import Shape
from generator.clean.lines import Unit

Place = tuple[tuple[str, ...], ...]
"""The features of a unit's place, in groups."""

_POSITIONS = (0.0, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999)
_DISTANCES = (1, 2, 3, 5, 9, 17, 40)
_PAGE_SIZES = (12, 30, 60, 120, 250)
_SINCE = (4, 12)
_BLOCKS = (2, 3, 5, 9)
_BLOCK_WORDS = (1.6, 2.6, 4, 7, 12, 25)
_CORE = (0.001, 0.15, 0.3, 0.5, 0.75, 0.999)
_GAINS = (-15.0, -9.0, -4.0, 0.0, 6.0, 15.0, 30.0)
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
_ALIKE = (2, 3, 5, 9)
_LONG = 80
"""Words of a line beyond which more of them say no more of what it is."""
_TWIN = 40
"""Characters at their start in which a caption and the alternative text of its picture agree."""
_MASKED = 12
"""Words of a line up to which it may be of a pattern that the page repeats, such as "3 days ago"."""
_DIGITS = re.compile(r"\d+")


def measure_worth(shapes: Sequence[Shape], qualities: Sequence[float]) -> list[float]:
    """For each unit how much it adds to, or takes from, a run of story text.

    Furniture takes little: stories are interrupted more often than they are short.
    """
    return [
        (4.0 if quality > 4.0 else max(quality, -0.5)) * _weight(shape)
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


def describe_units(
    units: Sequence[Unit], shapes: Sequence[Shape], qualities: Sequence[float], known: Set[str]
) -> list[Place]:
    """For each unit the features of its place on the page; those of its shape are not repeated.

    ``qualities`` says for each unit how far its shape alone speaks for being story text; above 0 it does.
    """
    texts = [unit.text for unit in units]
    sizes = [_size(shape) for shape in shapes]
    kinds = ["edge", "edge", *[shape.kind for shape in shapes], "edge", "edge"]
    gaps = [unit.gap for unit in units]
    gaps.append(True)
    first, last = find_main_run(measure_worth(shapes, qualities))
    some, shared = _core_words(shapes[first : last + 1], qualities[first : last + 1])
    blocks = _blocks(gaps, shapes)
    style = _style(gaps, qualities, first, last)
    above, below = _neighbourhoods(shapes, qualities)
    positions = _positions(shapes, qualities)
    kin = _kinship(shapes, some)
    gulfs = _gulfs(shapes, qualities)
    stretches = _stretches(texts, shapes, qualities)
    times = Counter(texts)
    alike = ["", *_alike(texts, shapes), ""]
    page = f"{bisect_right(_PAGE_SIZES, len(units))}"
    furnished = f"{bisect_right(_FURNISHED, _count_labels(shapes) / max(1, len(shapes)))}"
    seen: set[str] = set()
    section, since, commented = "", 0, False
    described: list[Place] = []
    for index, shape in enumerate(shapes):
        size, kind, text = sizes[index], shape.kind, texts[index]
        if index < first:
            run = -bisect_right(_DISTANCES, first - index)
        else:
            run = 0 if index <= last else bisect_right(_DISTANCES, index - last)
        extra = _describe_neighbours(shapes, texts, index, size)
        if section and (since <= 30 or section == "comment"):
            extra.append(f"section {section}{bisect_right(_SINCE, since)}@{size}")
        if commented:
            extra.append(f"commented@{size}")
        if times[text] > 1:
            extra.append(f"{'again' if text in seen else 'first'}@{size}")
            seen.add(text)
        if shape.content:
            core = shared if run == 0 and qualities[index] > 0 else some
            share = len(shape.content & core) / len(shape.content)
            extra.append(f"core={bisect_right(_CORE, share)}@{size}")
            extra.append(kin[index])
        if text in known:
            extra.append(f"known@{size}")
        described.append(
            (
                _name_kinds(*kinds[index : index + 5]),
                _name_space(gaps[index], gaps[index + 1], blocks[index], size, style),
                _name_place(positions[index], above[index], below[index], run, size),
                _name_page(page, furnished, size, kind),
                stretches[index],
                _name_gulf(*gulfs[index], run, size),
                _name_pattern(*alike[index : index + 3], size),
                tuple(extra),
            )
        )
        if shape.topics and shape.words <= 5 and "mostly topical" in shape.features:
            section, since = shape.topics[0], 0
            commented = commented or (section == "comment" and index > first)
        since += 1
    return described


def _size(shape: Shape) -> str:
    """Prose, or else short, middling or long."""
    if shape.sentence:
        return "p"
    return "s" if shape.words <= 5 else "m" if shape.words <= 20 else "l"


def _weight(shape: Shape) -> float:
    return 1 + min(shape.words, _LONG) / 10


@lru_cache(maxsize=1 << 14)
def _name_kinds(before: str, previous: str, kind: str, following: str, after: str) -> tuple[str, ...]:
    names = (
        f"prev={previous}|{kind}",
        f"next={following}|{kind}",
        f"around={previous}|{following}",
        f"before={before}|{previous}",
        f"after={following}|{after}",
    )
    if before == kind == after and previous == following != kind:
        return (*names, f"alternates={kind}")
    return names


@lru_cache(maxsize=1 << 12)
def _name_space(gap_above: bool, gap_below: bool, block: str, size: str, style: str) -> tuple[str, ...]:
    return f"gap={gap_above:d}{gap_below:d}@{size}{style}", f"block={block}{style}"


@lru_cache(maxsize=1 << 14)
def _name_place(position: int, above: int, below: int, run: int, size: str) -> tuple[str, ...]:
    return (
        f"position={position}@{size}",
        f"above={above}@{size}",
        f"below={below}@{size}",
        f"between={above}|{below}",
        f"run={run}@{size}",
    )


@lru_cache(maxsize=1 << 12)
def _name_page(page: str, furnished: str, size: str, kind: str) -> tuple[str, ...]:
    return f"page={page}@{size}", f"furnished={furnished}@{size}", f"furnished={furnished}|{kind}"


@lru_cache(maxsize=1 << 12)
def _name_pattern(above: str, here: str, below: str, size: str) -> tuple[str, ...]:
    names = [f"alike={here}@{size}"] if here else []
    if above or below:
        names.append(f"near alike={above}|{below}@{size}")
    return tuple(names)


def _describe_neighbours(shapes: Sequence[Shape], texts: Sequence[str], index: int, size: str) -> list[str]:
    """What the lines directly above and below say of a line."""
    features = []
    text = texts[index]
    start = text[:_TWIN]
    twin = False
    if index:
        above = shapes[index - 1]
        if above.topics and above.words <= 12:
            features += [f"under {topic}@{size}" for topic in above.topics]
        if texts[index - 1][-1] == ":":
            features.append(f"under colon@{size}")
        twin = texts[index - 1].startswith(start)
    if index + 1 < len(shapes):
        below = shapes[index + 1]
        if below.topics and below.words <= 12:
            features += [f"over {topic}@{size}" for topic in below.topics]
        twin = twin or texts[index + 1].startswith(start)
    if twin and shapes[index].words >= 4:
        features.append(f"twin@{size}")
    return features


def _alike(texts: Sequence[str], shapes: Sequence[Shape]) -> list[str]:
    """For each unit how many of the page's short lines read as it does but for their digits, in steps; "" for one."""
    masks = [
        _DIGITS.sub("0", text) if shape.words <= _MASKED else "" for text, shape in zip(texts, shapes, strict=True)
    ]
    counts = Counter(masks)
    counts[""] = 1
    steps = {count: str(bisect_right(_ALIKE, count)) if count > 1 else "" for count in set(counts.values())}
    return [steps[counts[mask]] for mask in masks]


def _kinship(shapes: Sequence[Shape], core: Set[str]) -> list[str]:
    """For each unit what part of the longer words of the units around it stands in the main run, in steps."""
    shared, whole = [0], [0]
    for shape in shapes:
        shared.append(shared[-1] + len(shape.content & core))
        whole.append(whole[-1] + len(shape.content))
    count = len(shapes)
    return [
        f"kin={bisect_right(_CORE, (shared[high] - shared[low]) / (whole[high] - whole[low] or 1))}"
        f"|{bisect_right(_KIN_WORDS, whole[high] - whole[low])}"
        for low, high in ((max(0, at - _KIN), min(count, at + _KIN + 1)) for at in range(count))
    ]


def _gulfs(shapes: Sequence[Shape], qualities: Sequence[float]) -> list[tuple[int, int]]:
    """For each unit how many units lie between it and the next good prose above, and below, in steps."""
    good = [quality > 1 and shape.words >= 12 for shape, quality in zip(shapes, qualities, strict=True)]
    above = _distances(good)
    below = _distances(good[::-1])[::-1]
    return list(zip(above, below, strict=True))


def _distances(good: Sequence[bool]) -> list[int]:
    """For each place how far above it the last good one is, in steps."""
    steps, since = [], 99
    for here in good:
        steps.append(bisect_right(_GULFS, since))
        since = 0 if here else since + 1
    return steps


@lru_cache(maxsize=1 << 12)
def _name_gulf(above: int, below: int, run: int, size: str) -> tuple[str, ...]:
    return (
        f"gulf={above}|{below}@{size}",
        f"gulf above={above}|{(run > 0) - (run < 0)}@{size}",
        f"gulf below={below}|{(run > 0) - (run < 0)}@{size}",
    )


def _count_labels(shapes: Sequence[Shape]) -> int:
    """How many lines are short and speak of what pages, not stories, are about."""
    return len([1 for shape in shapes if shape.topics and shape.words <= 8])


def _stretches(texts: Sequence[str], shapes: Sequence[Shape], qualities: Sequence[float]) -> list[tuple[str, ...]]:
    """For each unit what can be said of the stretch of prose, or of anything but prose, that it stands in."""
    count = len(shapes)
    bounds = [at for at in range(1, count) if shapes[at].sentence != shapes[at - 1].sentence]
    bounds.append(count)
    whole = sum([shape.words for shape in shapes if shape.sentence]) or 1
    named: list[tuple[str, ...]] = []
    start = 0
    for end in bounds:
        inside = shapes[start:end]
        words = sum([shape.words for shape in inside])
        if not inside:
            continue
        if inside[0].sentence:
            names = _name_prose(bisect_right(_PROSE_WORDS, words), bisect_right(_SHARES, words / whole))
        else:
            names = _name_stretch(
                bisect_right(_STRETCHES, end - start),
                bisect_right(_STRETCH_WORDS, words / (end - start)),
                bisect_right(_TOPICAL, len([1 for shape in inside if shape.topics]) / (end - start)),
                bisect_right(_TOPICAL, len([1 for text in texts[start:end] if text[0] in _BULLETS]) / (end - start)),
                _border(texts, qualities, start - 1),
                _border(texts, qualities, end),
            )
        listed = _listed(texts, shapes, start, end)
        named += [names + more for more in listed]
        start = end
    return named


def _listed(texts: Sequence[str], shapes: Sequence[Shape], start: int, end: int) -> list[tuple[str, ...]]:
    """For each unit of a stretch whether a line that ends with a colon announces it, and how far above."""
    since = 1 if start and texts[start - 1][-1] == ":" else 0
    listed: list[tuple[str, ...]] = []
    for index in range(start, end):
        listed.append((f"listed={bisect_right(_LISTED, since)}",) if since else ())
        if texts[index][-1] == ":" and shapes[index].words >= 3:
            since = 1
        elif since:
            since += 1
    return listed


def _border(texts: Sequence[str], qualities: Sequence[float], index: int) -> str:
    """What a line of prose that bounds a stretch is like."""
    if not 0 <= index < len(texts):
        return "edge"
    if texts[index][-1] == ":":
        return "colon"
    return "weak" if qualities[index] < 0 else "fair" if qualities[index] < 2 else "strong"


@lru_cache(maxsize=1 << 12)
def _name_prose(words: int, share: int) -> tuple[str, ...]:
    return f"prose={words}", f"prose share={share}"


@lru_cache(maxsize=1 << 13)
def _name_stretch(lines: int, words: int, topical: int, bullets: int, above: str, below: str) -> tuple[str, ...]:
    return (
        f"stretch={lines}|{words}",
        f"stretch topical={topical}|{words}",
        f"stretch border={above}|{below}|{lines}",
        f"stretch border={above}|{below}|{topical}",
        f"stretch bullets={bullets}|{above}",
        f"stretch bullets={bullets}|{topical}",
    )


def _core_words(shapes: Sequence[Shape], qualities: Sequence[float]) -> tuple[Set[str], Set[str]]:
    """The longer words of those lines of the main run that look like story text, and those that two of them share."""
    some: set[str] = set()
    shared: set[str] = set()
    for shape, quality in zip(shapes, qualities, strict=True):
        if quality > 0:
            shared |= some & shape.content
            some |= shape.content
    return some, shared


def _style(gaps: Sequence[bool], qualities: Sequence[float], first: int, last: int) -> str:
    """Whether the page sets its paragraphs apart by blank lines, mostly, or not."""
    prose = [index for index in range(first, last + 1) if qualities[index] > 1]
    apart = len([index for index in prose if gaps[index] and gaps[index + 1]])
    return " apart" if apart >= 0.6 * len(prose) else " dense"


def _blocks(gaps: Sequence[bool], shapes: Sequence[Shape]) -> list[str]:
    """For each unit how many units stand together with it between blank lines, and how long these are, in steps.

    ``gaps`` ends with a sentinel.
    """
    blocks: list[str] = []
    start = 0
    for index in range(1, len(gaps)):
        if gaps[index]:
            size = index - start
            words = sum([shape.words for shape in shapes[start:index]]) / size
            blocks += [f"{bisect_right(_BLOCKS, size)}|{bisect_right(_BLOCK_WORDS, words)}"] * size
            start = index
    return blocks


def _positions(shapes: Sequence[Shape], qualities: Sequence[float]) -> list[int]:
    """For each unit what part of the words that look like story text stands above it, in steps."""
    sums = [0]
    for shape, quality in zip(shapes, qualities, strict=True):
        sums.append(sums[-1] + shape.words if quality > 0 else sums[-1])
    whole = sums[-1] or 1
    return [bisect_right(_POSITIONS, before / whole) for before in sums[:-1]]


def _neighbourhoods(shapes: Sequence[Shape], qualities: Sequence[float]) -> tuple[list[int], list[int]]:
    """For each unit how much the four units above, and the four below, look like story text, in steps."""
    total = 0.0
    sums = [total]
    for shape, quality in zip(shapes, qualities, strict=True):
        total += (2.5 if quality > 2.5 else max(quality, -2.5)) * _weight(shape)
        sums.append(total)
    count = len(shapes)
    above = [bisect_right(_GAINS, sums[at] - sums[max(0, at - 4)]) if at else 9 for at in range(count)]
    sums += [sums[-1]] * 5
    below = [bisect_right(_GAINS, sums[at + 5] - sums[at + 1]) if at < count - 1 else 9 for at in range(count)]
    return above, below
