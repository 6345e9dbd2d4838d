"""What can be seen of a line: its own shape, and how it stands among its neighbours.

Every feature holds for news pages anywhere. A line's features are names; what each speaks for is learnt, see
``weights.json`` and ``benchmarks/cleaning/train.py``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import reduce
from operator import or_

from generator.clean.bylines import is_byline, may_hold_byline
from generator.clean.captions import NOTED_IN_CAPTIONS, shows_caption
from generator.clean.datelines import split_dateline
from generator.clean.dates import find_dates
from generator.clean.gloss import ENGLISH, Gloss
from generator.clean.vocabulary import FUNCTION_WORDS, PHRASES, READER_WORDS, REQUEST_WORDS, TOPICAL_WORDS
from generator.model.value import Value

LOOKED_AT = 1500
"""Characters of a line that are looked at; what a longer line is shows by then, and work stays bounded."""

_WORD = re.compile(r"[^\W_]++(?:['’.-][^\W_]++)*+")
_QUICK_WORD = re.compile(r"\w++(?:['’.-]\w++)*+")
"""The same for a text without a low line."""
_DIGIT = re.compile(r"\d")
_ASCII_DIGIT = re.compile("[0-9]")
"""The same, at half the cost, where a line has no other."""
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_BULLET = re.compile(r"[•·▪◦‣*+–—-]\s+(?=\S)")
_BULLETS = "•·▪◦‣*+–—-"
_CLOSING = "\"”’')]"
_LEXICON = frozenset(TOPICAL_WORDS)
_LONGER_LEXICON = frozenset(word for word in _LEXICON if len(word) >= 5)
_BY_HINT: dict[str, list[str]] = {}
for _phrase in PHRASES:
    _BY_HINT.setdefault(max(_WORD.findall(_phrase), key=len), []).append(_phrase)
_HINTS = frozenset(_BY_HINT)
"""The longest word of each phrase: only where it stands is the phrase looked for."""
_GLUING, _TOPICAL, _HINTING, _READER, _REQUEST, _IN_CAPTIONS = (1 << bit for bit in range(6))
_TELLING = _TOPICAL | _HINTING | _READER | _REQUEST
_CLASSES: dict[str, int] = {}
"""All words that anything depends on, with the classes that each is of. Of a line's they are few, and most lines have
words of one or two classes only: nothing else needs looking for."""
for _words, _class in (
    (FUNCTION_WORDS, _GLUING),
    (_LEXICON, _TOPICAL),
    (_HINTS, _HINTING),
    (READER_WORDS, _READER),
    (REQUEST_WORDS, _REQUEST),
    (NOTED_IN_CAPTIONS, _IN_CAPTIONS),
):
    for _word in _words:
        _CLASSES[_word] = _CLASSES.get(_word, 0) | _class
_IS_NOTED = _CLASSES.__contains__
_CLASSES_OF = _CLASSES.__getitem__
_HEAVIEST = 80
"""Words of a line beyond which more of them say no more of what it is."""
_LENGTHS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, _HEAVIEST)
_SHARES = (0.001, 0.15, 0.3, 0.45, 0.6, 0.8, 0.999)


class Shape(Value, frozen=True):
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
    size: str
    """Prose, or else short, middling or long: ``p``, ``s``, ``m`` or ``l``."""
    weight: float
    """What it counts for among lines of story text: more, the longer it is."""
    heading: str
    """The topic that it heads a part of the page with; "" for nearly all lines."""
    mask: str
    """A short line with its digits alike, as a pattern that the page may repeat; "" for a longer one."""


def look_at(text: str, gloss: Gloss = ENGLISH) -> Shape:
    """The shape of one line, in the language of a gloss."""
    return _LOOKS[gloss][text]


def look_at_all(texts: Iterable[str], gloss: Gloss) -> list[Shape]:
    """The shapes of some lines."""
    return list(map(_LOOKS[gloss].__getitem__, texts))


def forget_lines() -> None:
    """Forget every line looked at, as a measurement of speed must."""
    _LOOKS.clear()


class _Looks(dict[str, Shape]):
    """The shapes of short lines that were looked at lately: menus come again page by page, paragraphs do not."""

    _REMEMBERED = 8192
    _LONGEST = 160
    """Characters of a line that is remembered."""

    def __init__(self, gloss: Gloss) -> None:
        self._gloss = gloss
        self._older: dict[str, Shape] = {}

    def __missing__(self, text: str) -> Shape:
        shape = self._older.get(text)
        if shape is None:
            shape = _look_at(text[:LOOKED_AT], text[-40:] if len(text) > LOOKED_AT else "", self._gloss)
        if len(text) <= self._LONGEST:
            if len(self) >= self._REMEMBERED:  # what was not asked for since goes
                self._older = dict(self)
                self.clear()
            self[text] = shape
        return shape


class _LooksByGloss(dict[Gloss, _Looks]):
    """What was looked at lately in each language."""

    def __missing__(self, gloss: Gloss) -> _Looks:
        made = self[gloss] = _Looks(gloss)
        return made


_LOOKS = _LooksByGloss()


def _look_at(text: str, tail: str, gloss: Gloss) -> Shape:
    lower = text.lower() if gloss is ENGLISH else gloss.in_english(text.lower())
    # Where there are letters alone, words are what blanks part, and no marks and digits need looking for.
    bare = lower[-1].isalpha() and lower.replace(" ", "").isalpha()
    tokens = lower.split() if bare else (_WORD if "_" in lower else _QUICK_WORD).findall(lower)
    count = len(tokens)
    if not count:
        return Shape(("shape=none",), "none", 0, False, (), _NO_WORDS, "s", 1.0, "", _DIGITS_ALIKE.sub("0", text))
    noted = frozenset(filter(_IS_NOTED, tokens))
    classes = reduce(or_, map(_CLASSES_OF, noted), 0)
    at = _SHORT if count <= 5 else _MIDDLING if count <= 20 else _LONG
    size = min(count, _HEAVIEST)
    ended = _is_ended(tail or text)
    glue = len(noted & FUNCTION_WORDS) if classes & _GLUING and count >= 4 else 0
    sentence = ended and count >= 8 and glue >= 2
    kind = _kind(count, ended, sentence)
    features = [_OF_KIND[kind], _OF_LENGTH[size], at["ended" if ended else "open"]]
    _describe_letters(features, text, tail, at)
    if count >= 4:
        features.append(at[_GLUE[bisect_right(_GLUE_SHARES, glue / min(count, 25))]])
    topics: tuple[str, ...] = ()
    if classes & _TELLING or "©" in lower:
        topics = _describe_words(features, lower, tokens, noted, classes, at)
    else:
        features.append(at["plain"])
    mask = text if count <= _MASKED else ""
    if not bare:
        _describe_marks(features, text, lower, at)
        digits = len((_ASCII_DIGIT if text.isascii() else _DIGIT).findall(text, 0, 200))
        if digits:
            if mask:
                mask = _DIGITS_ALIKE.sub("0", text)
            kind = _describe_digits(features, text, count, digits, kind, at)
    if count <= _BYLINE_WORDS and may_hold_byline(lower) and is_byline(text, gloss.by):
        features.append(_BYLINE)
        kind = "meta"
    if count <= 80 and (classes & _IN_CAPTIONS or not bare) and shows_caption(text, lower, tokens, noted):
        features.append(at["caption"])
        if sentence:
            kind = "caption"
    if count >= 8 and split_dateline(text) is not None:
        features.append("dateline")
    return Shape(
        tuple(features),
        kind,
        count,
        sentence,
        topics,
        _pick_longer(tokens, noted if classes & _TOPICAL else _NO_WORDS) if count >= 3 else _NO_WORDS,
        "p" if sentence else at.size,
        1 + size / 10,
        topics[0] if topics and count <= 5 and _MOSTLY_TOPICAL in features else "",
        mask,
    )


def _pick_longer(tokens: list[str], noted: frozenset[str]) -> frozenset[str]:
    """The longer words of a line, without those that tell what pages are about."""
    longer = frozenset([token for token in tokens if len(token) >= 5])
    return longer if noted.isdisjoint(_LONGER_LEXICON) else longer - _LEXICON


def _is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does, perhaps within quotation marks or brackets."""
    last = text[-1]
    return last in _STOPS or (last in _CLOSING and text.rstrip(_CLOSING)[-1:] in _STOPS)


class _Sized(dict[str, str]):
    """Names of features with the size of the lines that show them, each made once."""

    def __init__(self, size: str):
        self.size = size

    def __missing__(self, name: str) -> str:
        made = self[name] = f"{name}@{self.size}"
        return made


_SHORT, _MIDDLING, _LONG = _Sized("s"), _Sized("m"), _Sized("l")
_NO_WORDS: frozenset[str] = frozenset()
_KINDS = ("paragraph", "sentence", "short sentence", "odd sentence", "label", "phrase", "heading", "open text")
_OF_KIND = {kind: f"shape={kind}" for kind in _KINDS}
_MOSTLY_TOPICAL = "mostly topical"
_MASKED = 12
"""Words of a line up to which it may be of a pattern that the page repeats, such as "3 days ago"."""
_DIGITS_ALIKE = re.compile(r"\d+")
_STOPS = frozenset(".!?。！？؟۔।")
_DIGIT_SHARES = (0.05, 0.15, 0.3)
_GLUE_SHARES = (0.001, 0.1, 0.2, 0.3, 0.4, 0.5)
_OF_LENGTH = tuple(f"words={bisect_right(_LENGTHS, count)}" for count in range(_HEAVIEST + 1))
_GLUE = tuple(f"glue={step}" for step in range(len(_GLUE_SHARES) + 1))
_CAPITALS = tuple(f"capitals={step}" for step in range(len(_SHARES) + 1))
_DIGITS = tuple(f"digits={step}" for step in range(len(_DIGIT_SHARES) + 1))
_COUNTS = ("0", "1", "2", *["3"] * LOOKED_AT)
_CASED_WORDS = 40
"""Words at the start of a line whose case is looked at."""


def _describe_letters(features: list[str], text: str, tail: str, at: _Sized) -> None:
    """Case, first and last characters."""
    bare = text
    if text[0] in _BULLETS:
        bullet = _BULLET.match(text)
        if bullet:
            bare = text[bullet.end() :]
            features.append(at["bullet"])
    first, last = bare[0], (tail or text)[-1]
    if not first.isupper():
        if first.isdigit():
            features.append(at["digit first"])
        elif first.islower():
            features.append(at["lower first"])
        elif first in "\"“‘'":
            features.append(at["quote first"])
        elif not first.isalpha():
            features.append(at["mark first"])
    if last in ":,…|/>»":
        features.append(at[f"last={last}"])
    elif text.endswith("..."):
        features.append(at["last=…"])
    words = bare.split(None, _CASED_WORDS)
    if len(words) > 1:
        del words[_CASED_WORDS:]
        capitals = len([1 for word in words if word[0].isupper()]) or 1
        features.append(at[_CAPITALS[bisect_right(_SHARES, (capitals - 1) / (len(words) - 1))]])
    if bare.isupper():
        features.append(at["upper"])


def _describe_words(
    features: list[str], lower: str, tokens: list[str], noted: frozenset[str], classes: int, at: _Sized
) -> tuple[str, ...]:
    """What the words are about, and whether readers are spoken to; returns the topics."""
    count = len(tokens)
    topics: dict[str, int] = {"legal": 1} if "©" in lower else {}
    words = noted & _LEXICON if classes & _TOPICAL else _NO_WORDS
    for word in sorted(words):  # features are summed in this order, and sums must not depend on that of a set
        topic = TOPICAL_WORDS[word]
        topics[topic] = topics.get(topic, 0) + 1
    features += [at[topic + _COUNTS[number]] for topic, number in topics.items()] or [at["plain"]]
    if len(topics) > 1:
        features.append(at[f"topics={min(len(topics), 5)}"])
    if topics and count <= 8 and len(words) * 2 >= len(set(tokens)):
        features.append(_MOSTLY_TOPICAL)
    if classes & _HINTING:
        hints = noted & _HINTS
        for name in sorted({PHRASES[phrase] for hint in hints for phrase in _BY_HINT[hint] if phrase in lower}):
            features.append(at[f"phrase {name}"])
    if classes & (_READER | _REQUEST) and count >= 5 and not ("“" in lower or '"' in lower or "‘" in lower):
        if classes & _READER:
            features.append(at[f"reader={min(len(noted & READER_WORDS), 3)}"])
        if classes & _REQUEST:
            features.append(at["request"])
    return tuple(sorted(topics))


def _describe_marks(features: list[str], text: str, lower: str, at: _Sized) -> None:
    """Links, bars, quotation marks, questions."""
    if _holds_link(lower):
        features.append(at["link"])
    if "\t" in text:
        features.append(at["table"])
    if "|" in text or ("/" in text and " / " in text) or ("·" in text and " · " in text):
        features.append(at["bar"])
    if "“" in text or '"' in text or "‘" in text:
        features.append(at["quotes"])
    if "?" in text:
        features.append(at["question"])
    if "!" in text:
        features.append(at["exclaim"])


def _holds_link(lower: str) -> bool:
    """Whether an address of the web, or of a mail, stands in a line."""
    if "@" in lower or ("/" in lower and "://" in lower):
        return True
    return "." in lower and (
        "www." in lower or ".com" in lower or ".org" in lower or ".net" in lower or ".co.uk" in lower
    )


def _describe_digits(features: list[str], text: str, count: int, digits: int, kind: str, at: _Sized) -> str:
    """Numbers, dates and times of day; returns the line's kind, now that this is known."""
    features.append(at[_DIGITS[bisect_right(_DIGIT_SHARES, digits / min(len(text), 200))]])
    if count > 25:
        return kind
    dated = digits >= 5 and bool(find_dates(text))
    if dated:
        features.append(at["date"])
    if (":" in text or "." in text) and _CLOCK.search(text):
        features.append(at["clock"])
    return "meta" if dated and count <= 14 else kind


_BYLINE = "byline"
_BYLINE_WORDS = 25


def may_be_byline(shape: Shape) -> bool:
    """Whether a line announces its author with "By" or a like word, or is too long for its shape to tell."""
    return shape.words > _BYLINE_WORDS or _BYLINE in shape.features


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
