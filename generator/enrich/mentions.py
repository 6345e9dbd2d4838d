"""Words of names: what a capitalised word is by itself, and neighbouring words taken for a person's name."""

import re
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple

from generator.enrich import words as known
from generator.enrich.given_names import GIVEN
from generator.enrich.words import fold

CAPITAL = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(code) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
_INITIALS = re.compile(rf"(?:[{CAPITAL}]\.-?)+")
_NUMERAL = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})\.?")


class Kind(IntEnum):
    """What a capitalised word is when nothing but the word is known."""

    GIVEN = auto()
    WEAK = auto()
    """A given name that is as often something else."""
    NAME = auto()
    """Unknown, and so perhaps a surname."""
    INITIAL = auto()
    PARTICLE = auto()
    SUFFIX = auto()
    """Jr, Sr, or a regnal number."""
    HONORIFIC = auto()
    OFFICE = auto()
    MODIFIER = auto()
    """Belongs to an office that follows."""
    THING = auto()
    """Ends the name of a thing."""
    PREFIX = auto()
    """Begins the name of a place or a thing."""
    OTHER = auto()


_KINDS: tuple[tuple[frozenset[str], Kind], ...] = (
    (known.HONORIFICS, Kind.HONORIFIC),
    (known.WEAK_GIVEN, Kind.WEAK),
    (known.OFFICES, Kind.OFFICE),
    (known.OFFICE_MODIFIERS, Kind.MODIFIER),
    (known.PREFIXES, Kind.PREFIX),
    (known.THINGS, Kind.THING),
    (known.OTHERS | known.ORDINARY, Kind.OTHER),
    (known.PARTICLES, Kind.PARTICLE),
    (GIVEN, Kind.GIVEN),
)


@lru_cache(maxsize=65536)
def kind_of(word: str) -> Kind:
    """What a word of a run is by itself.

    >>> kind_of("Sergei").name, kind_of("Lavrov").name, kind_of("Minister").name, kind_of("NATO").name
    ('GIVEN', 'NAME', 'OFFICE', 'OTHER')
    """
    if word[0].islower() and word.isalpha():
        return Kind.PARTICLE
    folded = fold(word)
    if word == "V":
        return Kind.SUFFIX  # the fifth; an initial has its full stop
    if len(folded) == 1 or _INITIALS.fullmatch(word):
        return Kind.OTHER if folded in known.OTHERS or word in {"I", "A"} else Kind.INITIAL
    if folded in {"jr", "sr"} or _NUMERAL.fullmatch(word):
        return Kind.SUFFIX
    if word.isupper():
        return Kind.INITIAL if word in known.DOUBLE_INITIALS else Kind.OTHER
    if word in {"Jan.", "Dec."}:
        return Kind.OTHER
    for members, kind in _KINDS:
        if folded in members:
            return kind
    return _kind_of_compound(word, folded) if "-" in folded else Kind.NAME


def _kind_of_compound(word: str, folded: str) -> Kind:
    parts = folded.split("-")
    if parts[-1] in known.OFFICES:
        return Kind.OFFICE
    if parts[0] in GIVEN:
        return Kind.GIVEN
    if any(part in known.OTHERS or part in known.ORDINARY or part in known.THINGS for part in parts):
        return Kind.OTHER
    printed = word.split("-")
    if any(part.isupper() and len(part) > 1 for part in printed):
        return Kind.OTHER
    # "Moscow-based" against "Jong-un" and "Al-shabi": what English hyphenates is long.
    return Kind.OTHER if printed[-1].islower() and len(printed[-1]) > 4 else Kind.NAME


class Word(NamedTuple):
    """A word of a run. A tuple, because a text has hundreds and they live for a microsecond."""

    text: str
    start: int
    end: int


class Mention(NamedTuple):
    """Neighbouring words taken for a person's name, without the offices and honorifics around them."""

    start: int
    end: int
    """In characters of the text."""
    key: tuple[str, ...]
    """The words folded and taken apart at hyphens, without particles and suffixes."""
    suffix: str
    """Folded generational suffix or regnal number; empty when there is none."""
    full: bool
    """Whether it has several words, not counting particles and suffix."""
    before: Word | None
    """The word that stands directly before in the same run; None when there is none."""
    heading: bool
    """Whether it stands in a line where every word is capitalised, so that capitals say nothing."""
    chance: float
    """How likely it is that these words name a person, from 0 to 1."""

    @property
    def honorific(self) -> str:
        """The folded honorific directly before; empty when there is none."""
        return fold(self.before.text) if self.before and kind_of(self.before.text) is Kind.HONORIFIC else ""


def make_mention(words: tuple[Word, ...], before: Word | None, *, heading: bool, chance: float) -> Mention:
    """A mention of these words, with its key."""
    texts = tuple(word.text for word in words)
    last = texts[-1]
    return Mention(
        start=words[0].start,
        end=words[-1].end,
        key=key_of(texts),
        suffix=fold(last) if kind_of(last) is Kind.SUFFIX else "",
        full=sum(bool(_core_parts(text)) for text in texts) > 1,
        before=before,
        heading=heading,
        chance=chance,
    )


def key_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name folded and taken apart at hyphens, without particles and suffixes."""
    if len(texts) == 1:
        return _parts_of(texts[0])
    return tuple([part for text in texts for part in _core_parts(text)]) or _parts_of(texts[-1])


@lru_cache(maxsize=65536)
def _core_parts(word: str) -> tuple[str, ...]:
    """The folded parts of a word of a longer name; none of a particle or a suffix."""
    return () if kind_of(word) in {Kind.PARTICLE, Kind.SUFFIX} else _parts_of(word)


@lru_cache(maxsize=65536)
def _parts_of(word: str) -> tuple[str, ...]:
    """The folded parts of a word, without an article: al-Assad and Assad are one surname."""
    folded = fold(word)
    if "-" not in folded:
        return (folded,)
    parts = folded.split("-")
    articles = {"al", "el", "as", "ash", "an", "ar", "at", "az", "ad"}
    return tuple(part for part in (parts[1:] if parts[0] in articles else parts) if part)
