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
