"""What can be seen of a line: its own shape, and how it stands among its neighbours.

Every feature holds for news pages anywhere. A line's features are names; what each speaks for is learnt, see
``weights.json`` and ``benchmarks/cleaning/train.py``.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from generator.clean.bylines import is_byline
from generator.clean.captions import looks_like_caption
from generator.clean.datelines import split_dateline
from generator.clean.dates import find_dates
from generator.clean.lines import Unit
from generator.clean.vocabulary import FUNCTION_WORDS, PHRASES, READER_WORDS, REQUEST_WORDS, TOPICAL_WORDS

LOOKED_AT = 1500
"""Characters of a line that are looked at; what a longer line is shows by then, and work stays bounded."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:1[789]|20)\d\d")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_BULLET = re.compile(r"[•·▪◦‣*+–—-]\s+(?=\S)")
_CLOSING = "\"”’')]"
_LINKS = ("://", "www.", "@", ".com", ".org", ".net", ".co.uk")
_LEXICON = frozenset(TOPICAL_WORDS)
_BY_HINT: dict[str, list[str]] = {}
for _phrase in PHRASES:
    _BY_HINT.setdefault(max(_WORD.findall(_phrase), key=len), []).append(_phrase)
_HINTS = frozenset(_BY_HINT)
"""The longest word of each phrase: only where it stands is the phrase looked for."""
_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 80)
_SHARES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.8, 0.999)
_POSITIONS = (0.0, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98, 0.999)
_DISTANCES = (1, 2, 3, 5, 9, 17, 40)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line shows by itself."""

    features: tuple[str, ...]
    kind: str
    """Its rough class, of which neighbours take notice."""
    words: int
    sentence: bool
    """Whether it reads like prose: long enough, held together by function words, ended like a sentence."""
    topics: tuple[str, ...]
    """What its words are about, by :data:`TOPICAL_WORDS`."""
    content: frozenset[str]
    """Its longer words, in lower case."""


def look_at(text: str) -> Shape:
    """The shape of one line."""
    return _look_at(text[:LOOKED_AT], text[-40:] if len(text) > LOOKED_AT else "")


@lru_cache(maxsize=1 << 15)
def _look_at(text: str, tail: str) -> Shape:
    lower = text.lower()
    tokens = _WORD.findall(lower)
    count = len(tokens)
    if not count:
        return Shape(("shape=none",), "none", 0, False, (), frozenset())
    distinct = frozenset(tokens)
    glue = len(distinct & FUNCTION_WORDS)
    ended = (tail or text).rstrip(_CLOSING)[-1:] in _STOPS
    hits = distinct & _LEXICON
    topics = Counter([TOPICAL_WORDS[hit] for hit in hits])
    if "©" in text:
        topics["legal"] += 1
    sentence = count >= 8 and ended and glue >= 2
    kind = _kind(count, ended, sentence)
    size = "s" if count <= 5 else "m" if count <= 20 else "l"
    features = [f"shape={kind}", f"words={bisect_right(_LENGTHS, count)}", f"{'ended' if ended else 'open'}@{size}"]
    features += _describe_letters(text, tail, count, glue, size)
    features += _describe_words(lower, distinct, topics, size)
    if topics and count <= 8 and len(hits) * 2 >= len(distinct):
        features.append("mostly topical")
    features += _describe_marks(text, lower, distinct, count, size)
    digits = len(_DIGIT.findall(text, 0, 200))
    if digits:
        features.append(f"digits={bisect_right(_DIGIT_SHARES, digits / min(len(text), 200))}@{size}")
    dated = count <= 25 and digits >= 5 and _YEAR.search(text) is not None and bool(find_dates(text))
    if dated:
        features.append(f"date@{size}")
    if digits and count <= 25 and _CLOCK.search(text):
        features.append(f"clock@{size}")
    if count <= 25 and ("by" in lower or "author" in lower) and is_byline(text):
        features.append("byline")
        kind = "meta"
    elif dated and count <= 14:
        kind = "meta"
    if count <= 80 and looks_like_caption(text, tokens):
        features.append(f"caption@{size}")
        if sentence:
            kind = "caption"
    if count >= 8 and split_dateline(text) is not None:
        features.append("dateline")
    content = frozenset([token for token in distinct if len(token) >= 5]) - _LEXICON if count >= 3 else frozenset()
    return Shape(tuple(features), kind, count, sentence, tuple(sorted(topics)), content)


_STOPS = frozenset(".!?")
_DIGIT_SHARES = (0.05, 0.15, 0.3)
_GLUE_SHARES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5)
_CASED_WORDS = 40
"""Words at the start of a line whose case is looked at."""


def _describe_letters(text: str, tail: str, count: int, glue: int, size: str) -> list[str]:
    """Case, first and last characters, and how many function words there are."""
    features = []
    bullet = _BULLET.match(text) if text[0] in "•·▪◦‣*+–—-" else None
    bare = text[bullet.end() :] if bullet else text
    first, last = bare[0], (tail or text)[-1]
    if bullet:
        features.append(f"bullet@{size}")
    if first.isdigit():
        features.append(f"digit first@{size}")
    elif first.islower():
        features.append(f"lower first@{size}")
    elif first in "\"“‘'":
        features.append(f"quote first@{size}")
    elif not first.isalpha():
        features.append(f"mark first@{size}")
    if last in ":,…|/>»":
        features.append(f"last={last}@{size}")
    elif text.endswith("..."):
        features.append(f"last=…@{size}")
    words = bare.split(None, _CASED_WORDS)[:_CASED_WORDS]
    if len(words) > 1:
        capitals = len([word for word in words if word[0].isupper()])
        features.append(f"capitals={bisect_right(_SHARES, max(0, capitals - 1) / (len(words) - 1))}@{size}")
    if bare.isupper():
        features.append(f"upper@{size}")
    if count >= 4:
        features.append(f"glue={bisect_right(_GLUE_SHARES, glue / min(count, 25))}@{size}")
    return features


def _describe_words(lower: str, distinct: Set[str], topics: Mapping[str, int], size: str) -> list[str]:
    """What the words are about."""
    if topics:
        features = [f"{topic}{min(number, 3)}@{size}" for topic, number in topics.items()]
        if len(topics) > 1:
            features.append(f"topics={min(len(topics), 5)}@{size}")
    else:
        features = [f"plain@{size}"]
    hints = distinct & _HINTS
    if hints:
        phrases = {PHRASES[phrase] for hint in hints for phrase in _BY_HINT[hint] if phrase in lower}
        features += [f"phrase {name}@{size}" for name in phrases]
    return features


def _describe_marks(text: str, lower: str, distinct: Set[str], count: int, size: str) -> list[str]:
    """Links, bars, quotation marks, questions, and whether readers are spoken to."""
    features = []
    if "." in text or "@" in text:
        for link in _LINKS:
            if link in lower:
                features.append(f"link@{size}")
                break
    if "\t" in text:
        features.append(f"table@{size}")
    if "|" in text or " / " in text or " · " in text:
        features.append(f"bar@{size}")
    if "“" in text or '"' in text or "‘" in text:
        features.append(f"quotes@{size}")
    elif count >= 5:
        spoken_to = len(distinct & READER_WORDS)
        if spoken_to:
            features.append(f"reader={min(spoken_to, 3)}@{size}")
        if distinct & REQUEST_WORDS:
            features.append(f"request@{size}")
    if "?" in text:
        features.append(f"question@{size}")
    if "!" in text:
        features.append(f"exclaim@{size}")
    return features


def _kind(count: int, ended: bool, sentence: bool) -> str:
    if sentence:
        return "paragraph" if count >= 25 else "sentence"
    if ended:
        return "short sentence" if count < 8 else "odd sentence"
    if count <= 3:
        return "label"
    if count <= 7:
        return "phrase"
    return "heading" if count <= 20 else "open text"


def _size(shape: Shape) -> str:
    """Prose, or else short, middling or long."""
    if shape.sentence:
        return "p"
    return "s" if shape.words <= 5 else "m" if shape.words <= 20 else "l"


def _weight(shape: Shape) -> float:
    return 1 + min(shape.words, _LONG) / 10


def measure_worth(shapes: Sequence[Shape], qualities: Sequence[float]) -> list[float]:
    """For each unit how much it adds to, or takes from, a run of story text.

    Furniture takes little: stories are interrupted more often than they are short.
    """
    return [max(-0.5, min(4.0, quality)) * _weight(shape) for quality, shape in zip(qualities, shapes, strict=True)]


def describe_units(
    units: Sequence[Unit], shapes: Sequence[Shape], qualities: Sequence[float], known: Set[str]
) -> list["Place"]:
    """For each unit the features of its place on the page; those of its shape are not repeated.

    ``qualities`` says for each unit how far its shape alone speaks for being story text; above 0 it does.
    """
    texts = [unit.text for unit in units]
    sizes = [_size(shape) for shape in shapes]
    kinds = ["edge", *[shape.kind for shape in shapes], "edge"]
    gaps = [unit.gap for unit in units]
    gaps.append(True)
    first, last = find_main_run(measure_worth(shapes, qualities))
    some, shared = _core_words(shapes[first : last + 1], qualities[first : last + 1])
    blocks = _blocks(gaps, shapes)
    style = _style(gaps, qualities, first, last)
    above, below = _neighbourhoods(shapes, qualities)
    positions = _positions(shapes, qualities)
    times = Counter(texts)
    page = bisect_right(_PAGE_SIZES, len(units))
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
        if text in known:
            extra.append(f"known@{size}")
        described.append(
            (
                _name_kinds(kinds[index], kind, kinds[index + 2]),
                _name_space(gaps[index], gaps[index + 1], blocks[index], size, style),
                _name_place(positions[index], above[index], below[index], page, run, size),
                tuple(extra),
            )
        )
        if shape.topics and shape.words <= 5 and "mostly topical" in shape.features:
            section, since = shape.topics[0], 0
            commented = commented or (section == "comment" and index > first)
        since += 1
    return described


Place = tuple[tuple[str, ...], ...]
"""The features of a unit's place, in groups: units agree on a whole group oftener than on all of them."""


@lru_cache(maxsize=1 << 12)
def _name_kinds(previous: str, kind: str, following: str) -> tuple[str, ...]:
    return f"prev={previous}|{kind}", f"next={following}|{kind}", f"around={previous}|{following}"


@lru_cache(maxsize=1 << 12)
def _name_space(gap_above: bool, gap_below: bool, block: str, size: str, style: str) -> tuple[str, ...]:
    return f"gap={gap_above:d}{gap_below:d}@{size}{style}", f"block={block}{style}"


@lru_cache(maxsize=1 << 14)
def _name_place(position: int, above: int, below: int, page: int, run: int, size: str) -> tuple[str, ...]:
    return (
        f"position={position}@{size}",
        f"above={above}@{size}",
        f"below={below}@{size}",
        f"between={above}|{below}",
        f"page={page}@{size}",
        f"run={run}@{size}",
    )


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


_PAGE_SIZES = (12, 30, 60, 120, 250)
_SINCE = (4, 12)
_BLOCKS = (2, 3, 5, 9)
_BLOCK_WORDS = (1.6, 2.6, 4, 7, 12, 25)
_CORE = (0.001, 0.15, 0.3, 0.5, 0.75, 0.999)
_LONG = 80
"""Words of a line beyond which more of them say no more of what it is."""
_TWIN = 40
"""Characters at their start in which a caption and the alternative text of its picture agree."""


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
    sums = [0.0]
    for shape, quality in zip(shapes, qualities, strict=True):
        sums.append(sums[-1] + (2.5 if quality > 2.5 else max(-2.5, quality)) * _weight(shape))
    count = len(shapes)
    above = [bisect_right(_GAINS, sums[at] - sums[max(0, at - 4)]) if at else 9 for at in range(count)]
    sums += [sums[-1]] * 5
    below = [bisect_right(_GAINS, sums[at + 5] - sums[at + 1]) if at < count - 1 else 9 for at in range(count)]
    return above, below


_GAINS = (-15.0, -9.0, -4.0, 0.0, 6.0, 15.0, 30.0)
