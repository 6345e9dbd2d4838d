"""What can be seen of a line: its own shape, and how it stands among its neighbours.

Every feature holds for news pages anywhere. A line's features are names; what each speaks for is learnt, see
``weights.json`` and ``benchmarks/cleaning/train.py``.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from generator.clean.bylines import is_byline
from generator.clean.captions import looks_like_caption
from generator.clean.dates import find_dates
from generator.clean.datelines import split_dateline
from generator.clean.lines import Unit
from generator.clean.vocabulary import FUNCTION_WORDS, PHRASES, READER_WORDS, REQUEST_WORDS, TOPICAL_WORDS

LOOKED_AT = 1500
"""Characters of a line that are looked at; what a longer line is shows by then, and work stays bounded."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")
_PHRASE = re.compile("|".join(re.escape(phrase) for phrase in sorted(PHRASES, key=len, reverse=True)))
_PHRASE_HINTS = frozenset(phrase.split()[0].rstrip(":") for phrase in PHRASES) | {"©"}
_LEXICON = frozenset(TOPICAL_WORDS)
_BULLET = re.compile(r"[•·▪◦‣*+–—-]\s+(?=\S)")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_LINK = re.compile(r"https?://|www\.|\b\w+\.(?:com|org|net|co\.uk)\b|@\w")
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


def _bin(value: float, limits: Sequence[float]) -> int:
    return bisect_right(limits, value)


def look_at(text: str) -> Shape:
    """The shape of one line."""
    return _look_at(text[:LOOKED_AT], text[-40:] if len(text) > LOOKED_AT else "")


@lru_cache(maxsize=1 << 15)
def _look_at(text: str, tail: str) -> Shape:
    lower = text.lower()
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text
    words = _WORD.findall(bare)
    count = len(words)
    if not count:
        return Shape(("shape=none",), "none", 0, False, (), frozenset())
    tokens = _WORD.findall(lower)
    distinct = frozenset(tokens)
    glue = len(distinct & FUNCTION_WORDS)
    ended = _SENTENCE_END.search(tail or text[-12:]) is not None
    hits = distinct & _LEXICON
    if "©" in text:
        hits = hits | {"©"}
    topics = Counter(TOPICAL_WORDS[hit] for hit in hits)
    sentence = count >= 8 and ended and glue >= 2
    kind = _kind(count, ended, sentence)
    size = "s" if count <= 5 else "m" if count <= 20 else "l"

    features = [f"shape={kind}", f"words={_bin(count, _LENGTHS)}", f"{'ended' if ended else 'open'}@{size}"]
    add = features.append
    first, last = bare[0], text[-1] if not tail else tail[-1]
    if bullet:
        add(f"bullet@{size}")
    if first.isdigit():
        add(f"digit first@{size}")
    elif first.islower():
        add(f"lower first@{size}")
    elif first in "\"“‘'":
        add(f"quote first@{size}")
    elif not first.isalpha():
        add(f"mark first@{size}")
    if last in ":,…|/>»":
        add(f"last={last}@{size}")
    elif bare.endswith("..."):
        add(f"last=…@{size}")
    capitals = sum(word[0].isupper() for word in words)
    if count > 1:
        add(f"capitals={_bin((capitals - 1) / (count - 1), _SHARES)}@{size}")
    if bare.isupper():
        add(f"upper@{size}")
    if count >= 4:
        add(f"glue={_bin(glue / min(count, 25), (0.001, 0.1, 0.2, 0.3, 0.4, 0.5))}@{size}")
    digits = sum(map(str.isdigit, bare[:200]))
    if digits:
        add(f"digits={_bin(digits / min(len(bare), 200), (0.05, 0.15, 0.3))}@{size}")
    for topic, number in topics.items():
        add(f"{topic}{min(number, 3)}@{size}")
    if len(topics) > 1:
        add(f"topics={min(len(topics), 5)}@{size}")
    if not topics:
        add(f"plain@{size}")
    elif count <= 8 and len(hits) * 2 >= len(distinct):
        add("mostly topical")
    if not distinct.isdisjoint(_PHRASE_HINTS):
        for name in {PHRASES[phrase] for phrase in _PHRASE.findall(lower)}:
            add(f"phrase {name}@{size}")
    if _LINK.search(text):
        add(f"link@{size}")
    if "\t" in text:
        add(f"table@{size}")
    if "|" in text or " / " in text or " · " in text:
        add(f"bar@{size}")
    if "“" in text or '"' in text or "‘" in text:
        add(f"quotes@{size}")
    elif count >= 5:
        spoken_to = len(distinct & READER_WORDS)
        if spoken_to:
            add(f"reader={min(spoken_to, 3)}@{size}")
        if distinct & REQUEST_WORDS:
            add(f"request@{size}")
    if "?" in text:
        add(f"question@{size}")
    if "!" in text:
        add(f"exclaim@{size}")
    if count <= 25:
        dated = bool(digits) and bool(find_dates(text))
        if dated:
            add(f"date@{size}")
        if digits and _CLOCK.search(text):
            add(f"clock@{size}")
        if is_byline(text):
            add("byline")
            kind = "meta"
        elif dated and count <= 14:
            kind = "meta"
    if count <= 80 and looks_like_caption(text):
        add(f"caption@{size}")
        if sentence:
            kind = "caption"
    if count >= 8 and split_dateline(text) is not None:
        add("dateline")
    content = frozenset(token for token in tokens if len(token) >= 5) - _LEXICON if count >= 3 else frozenset()
    return Shape(tuple(features), kind, count, sentence, tuple(sorted(topics)), content)


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


def describe_units(
    units: Sequence[Unit], shapes: Sequence[Shape], qualities: Sequence[float], known: Set[str]
) -> list[tuple[str, ...]]:
    """For each unit the features of its place on the page; those of its shape are not repeated.

    ``qualities`` says for each unit how far its shape alone speaks for being story text; above 0 it does.
    """
    total = len(units)
    lengths = [1 + min(shape.words, _LONG) / 10 for shape in shapes]
    gains = [max(-2.5, min(2.5, quality)) * length for quality, length in zip(qualities, lengths, strict=True)]
    kinds = ["edge", "edge", *(shape.kind for shape in shapes), "edge", "edge"]
    gaps = [unit.gap for unit in units] + [True]
    # Furniture costs a run little: stories are interrupted more often than they are short.
    first, last = _main_run([max(-0.5, min(4.0, quality)) * length for quality, length in zip(qualities, lengths, strict=True)])
    core = _core_words(shapes[first : last + 1], qualities[first : last + 1])
    blocks = _blocks(gaps, shapes)
    style = _style(gaps, qualities, first, last)
    above, below = _neighbourhoods(gains)
    mass = [shape.words if gain > 0 else 0 for gain, shape in zip(gains, shapes, strict=True)]
    whole = sum(mass) or 1
    times = Counter(unit.text for unit in units)
    seen: set[str] = set()
    page = _bin(total, (12, 30, 60, 120, 250))
    before, section, since, commented = 0, "", 0, False
    described: list[tuple[str, ...]] = []
    for index, (unit, shape) in enumerate(zip(units, shapes, strict=True)):
        kind = shape.kind
        size = "p" if shape.sentence else "s" if shape.words <= 5 else "m" if shape.words <= 20 else "l"
        previous, following = kinds[index + 1], kinds[index + 3]
        place = f"-{_bin(first - index, _DISTANCES)}" if index < first else f"+{_bin(index - last, _DISTANCES)}" if index > last else "in"
        features = [
            f"prev={previous}|{kind}",
            f"next={following}|{kind}",
            f"around={previous}|{following}",
            f"gap={gaps[index]:d}{gaps[index + 1]:d}@{size}{style}",
            f"block={_bin(blocks[index][0], (2, 3, 5, 9))}|{_bin(blocks[index][1], (1.6, 2.6, 4, 7, 12, 25))}{style}",
            f"position={_bin(before / whole, _POSITIONS)}@{size}",
            f"above={above[index]}@{size}",
            f"below={below[index]}@{size}",
            f"between={above[index]}|{below[index]}",
            f"page={page}@{size}",
            f"run={place}@{size}",
        ]
        add = features.append
        if index and shapes[index - 1].words <= 12:
            for topic in shapes[index - 1].topics:
                add(f"under {topic}@{size}")
        if index + 1 < total and shapes[index + 1].words <= 12:
            for topic in shapes[index + 1].topics:
                add(f"over {topic}@{size}")
        if index and units[index - 1].text.endswith(":"):
            add(f"under colon@{size}")
        if section and (since <= 30 or section == "comment"):
            add(f"section {section}{_bin(since, (4, 12))}@{size}")
        if commented:
            add(f"commented@{size}")
        if times[unit.text] > 1:
            add(f"{'again' if unit.text in seen else 'first'}@{size}")
            seen.add(unit.text)
        if shape.words >= 4 and _has_twin(units, index):
            add(f"twin@{size}")
        if shape.content:
            own = 1 if first <= index <= last and qualities[index] > 0 else 0
            share = _bin(sum(core[word] > own for word in shape.content) / len(shape.content), _CORE)
            add(f"core={share}@{size}")
        if unit.text in known:
            add(f"known@{size}")
        described.append(tuple(features))
        before += mass[index]
        if shape.words <= 5 and shape.topics and "mostly topical" in shape.features:
            section, since = shape.topics[0], 0
            commented = commented or (section == "comment" and index > first)
        since += 1
    return described


_CORE = (0.001, 0.15, 0.3, 0.5, 0.75, 0.999)
_LONG = 80
"""Words of a line beyond which more of them say no more of what it is."""
_TWIN = 40
"""Characters at their start in which a caption and the alternative text of its picture agree."""


def _has_twin(units: Sequence[Unit], index: int) -> bool:
    """Whether the unit before or after starts with the same words."""
    start = units[index].text[:_TWIN]
    return any(units[at].text.startswith(start) for at in (index - 1, index + 1) if 0 <= at < len(units))


def _main_run(gains: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run of lines that is richest in story text (maximum-sum segment)."""
    best, first, last = 0.0, 0, -1
    total, start = 0.0, 0
    for index, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, index
        total += gain
        if total > best:
            best, first, last = total, start, index
    return first, last


def _core_words(shapes: Sequence[Shape], qualities: Sequence[float]) -> Counter[str]:
    """In how many lines of the main run that look like story text each longer word stands."""
    counts: Counter[str] = Counter()
    for shape, quality in zip(shapes, qualities, strict=True):
        if quality > 0:
            counts.update(shape.content)
    return counts


def _style(gaps: Sequence[bool], qualities: Sequence[float], first: int, last: int) -> str:
    """Whether the page sets its paragraphs apart by blank lines, mostly, or not."""
    prose = [index for index in range(first, last + 1) if qualities[index] > 1]
    apart = sum(gaps[index] and gaps[index + 1] for index in prose)
    return " apart" if apart >= 0.6 * len(prose) else " dense"


def _blocks(gaps: Sequence[bool], shapes: Sequence[Shape]) -> list[tuple[int, float]]:
    """For each unit how many units stand together with it between blank lines, and how many words they have each.

    ``gaps`` ends with a sentinel.
    """
    blocks: list[tuple[int, float]] = []
    start = 0
    for index in range(1, len(gaps)):
        if gaps[index]:
            size = index - start
            blocks.extend([(size, sum(shape.words for shape in shapes[start:index]) / size)] * size)
            start = index
    return blocks


def _neighbourhoods(gains: Sequence[float]) -> tuple[list[int], list[int]]:
    """For each unit how much the four units above, and the four below, look like story text, in steps."""
    sums = [0.0]
    for gain in gains:
        sums.append(sums[-1] + gain)
    count = len(gains)
    above = [_bin((sums[at] - sums[max(0, at - 4)]), _GAINS) if at else 9 for at in range(count)]
    below = [_bin((sums[min(count, at + 5)] - sums[at + 1]), _GAINS) if at < count - 1 else 9 for at in range(count)]
    return above, below


_GAINS = (-15.0, -9.0, -4.0, 0.0, 6.0, 15.0, 30.0)
