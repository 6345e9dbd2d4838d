"""Glosses: the words by which news pages in other languages tell what a line is for, in English words of the same use.

What lines show was learnt from English pages, and holds elsewhere too: a menu is a menu. Only the words differ. So a
line in another language is looked at with those words replaced that say anything: "Teilen" by "share", and the words
that hold sentences together by English ones, whichever. ``glosses/`` has a file for each language with what its pages
print around stories; what holds its sentences together is known from wordfreq. Nothing of this shows in articles: it
serves only to judge.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path

from generator.clean.vocabulary import CAPTION_VERBS, FUNCTION_WORDS, READER_WORDS, REQUEST_WORDS, TOPICAL_WORDS
from generator.model.language import tell_language

_FOLDER = Path(__file__).with_name("glosses")
_LETTERS = re.compile(r"[^\W\d_]+")
_DOT = "\u0307"
"""What the Turkish capital İ leaves above the i when it is made small."""
_FEWEST, _MOST = 80, 400
"""Words of a language that are taken to hold its sentences together."""
_COVERED = 0.42
"""Share of all that is written in a language which is made up of the words that hold sentences together: where words
take many endings these are many, or sentences seem to have few."""
_GLUE = tuple(sorted(FUNCTION_WORDS - TOPICAL_WORDS.keys() - READER_WORDS - REQUEST_WORDS - CAPTION_VERBS - {"by"}))
"""Function words that are nothing else besides."""

_PIECE = re.compile("[\u3400-\u9fff\u3040-\u30ff]{1,2}")
"""As much of Chinese or Japanese as is about a word."""


@dataclass(frozen=True, slots=True, eq=False)
class Gloss:
    """How to look at lines in one language."""

    language: str
    """Its code, as ISO 639 has it."""
    words: Mapping[str, str]
    """Words and phrases, in lower case, to English ones."""
    pieces: re.Pattern[str]
    """Finds what may be one of them: a phrase, or else a word; of two characters where blanks part no words."""
    by: re.Pattern[str] | None
    """How a line begins that names its author; None where that is not known, or is English."""

    def in_english(self, lower: str) -> str:
        """A line in lower case, with English words for those that tell what it is for."""
        english = self.pieces.sub(self._in_english, lower.replace(_DOT, ""))
        if self.language in _ELIDING:
            return english.replace("'", " ").replace("’", " ")
        return english if self.language not in _UNPARTED else " ".join(english.split())

    def _in_english(self, match: re.Match[str]) -> str:
        piece, words = match[0], self.words
        if self.language in _UNPARTED:
            known = [words[piece]] if piece in words else [words.get(character, character) for character in piece]
            return f" {' '.join(known)} "
        if piece in words:
            return words[piece]
        if self.language in _ENDING and piece[-1] in words:
            return f"{piece[:-1]} {words[piece[-1]]}"
        return piece


_UNPARTED = frozenset({"zh", "ja"})
"""Languages that part no words. Two characters at a time are about as many."""
_ENDING = frozenset({"ko"})
"""Languages in which what holds sentences together is the last character of a word."""
_ELIDING = frozenset({"fr", "it", "ca"})
"""Languages that write two words as one, with an apostrophe between: l'accord, dell'anno."""
ENGLISH = Gloss("en", {}, re.compile(r"(?!)"), None)


def find_gloss(text: str) -> Gloss:
    """The gloss for the language that most of a page is in; English where that is not clear."""
    code = tell_language(text)
    return ENGLISH if code == ENGLISH.language else read_gloss(code)


def _binding_words(code: str) -> Iterator[str]:
    """The words that hold the sentences of a language together, the most common first."""
    from wordfreq import get_frequency_dict  # it takes a third of a second, and English pages need none

    covered = 0.0
    for number, (word, frequency) in enumerate(get_frequency_dict(code, "small").items()):
        if (covered > _COVERED and number > _FEWEST) or number > _MOST:
            return
        if _LETTERS.fullmatch(word):
            covered += frequency
            yield word


@cache
def read_gloss(code: str) -> Gloss:
    """The gloss for a language that there is a file for."""
    english_of = dict(read_entries(code))
    single = _PIECE if code in _UNPARTED else _LETTERS
    phrases = sorted((own for own in english_of if not single.fullmatch(own)), key=len, reverse=True)
    edge, end = ("", "") if code in _UNPARTED else (r"(?<!\w)", r"(?!\w)")
    by = [own for own, english in english_of.items() if english == "by"]
    return Gloss(
        language=code,
        words=dict(zip(_binding_words(code), cycle(_GLUE))) | english_of,
        pieces=re.compile(f"{edge}(?:{_any(phrases)}){end}|{single.pattern}") if phrases else single,
        by=re.compile(rf"(?:{_any(by)})\s+", re.IGNORECASE) if by else None,
    )


def _any(texts: Iterable[str]) -> str:
    return "|".join(map(re.escape, texts))


@cache
def list_glosses() -> tuple[str, ...]:
    """The codes of all languages but English that pages are known in."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def read_entries(code: str) -> tuple[tuple[str, str], ...]:
    """What pages in a language print, with English of the same use."""
    entries = tomllib.loads((_FOLDER / f"{code}.toml").read_text("utf-8"))
    return tuple((word, english) for english, words in entries.items() for word in words.split(", "))


def words_for(english: str) -> frozenset[str]:
    """What pages in any language but English print for an English word."""
    return frozenset(word for code in list_glosses() for word, own in read_entries(code) if own == english)
