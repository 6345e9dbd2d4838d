"""Glosses: the words by which news pages in other languages tell what a line is for, in English words of the same use.

What lines show was learnt from English pages, and holds elsewhere too: a menu is a menu. Only the words differ. So a
line in another language is looked at with those words replaced that say anything: "Teilen" by "share", and the words
that hold sentences together by English ones, whichever. ``glosses/`` has a file for each language with what its pages
print around stories; what holds its sentences together is known from wordfreq, also for languages without a file.
Nothing of this shows in articles: it serves only to judge.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from pathlib import Path

from generator.clean.vocabulary import CAPTION_VERBS, FUNCTION_WORDS, READER_WORDS, REQUEST_WORDS, TOPICAL_WORDS

_FOLDER = Path(__file__).with_name("glosses")
_LOOKED_AT = 20_000
"""Characters of a page by which its language is told."""
_PLAIN_ENGLISH = (" the ", " and ")
_ENGLISH_EVERY = 1500
"""Characters: a page that has one of these words more often than so, and twice, is English at a glance."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DOT = "\u0307"
"""What the Turkish capital İ leaves above the i when it is made small."""
_COMMON = 80
"""The most common words of a language by which it is told."""
_LEAST = 0.08
"""Share of a page's words that they make up at least, for the language to be believed."""
_CLEARLY = 1.3
"""How many times as many there must be as of the English ones."""
_COVERED = 0.33
"""Share of all that is written in a language which is made up of the words that hold sentences together: where words
take many endings these are many, or sentences seem to have few."""
_GLUE = tuple(sorted(FUNCTION_WORDS - TOPICAL_WORDS.keys() - READER_WORDS - REQUEST_WORDS - CAPTION_VERBS - {"by"}))
"""Function words that are nothing else besides."""

_IDEOGRAPHS = "\u3400-\u9fff\u3040-\u30ff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_KANA = re.compile("[\u3040-\u309f]")
_IDEOGRAPHIC = 0.2
"""Share of a page's letters that are ideographs, from which on it is read as a text without blanks."""
_PIECE = re.compile(f"[{_IDEOGRAPHS}]{{1,2}}")

_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk", "bg", "mk", "sh")),
    (re.compile("[\u0370-\u03ff]"), ("el",)),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa", "ur")),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0900-\u097f]"), ("hi",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
)
"""Scripts but for the Latin one, with the languages that wordfreq knows of those which are written in them."""
_LATIN = (
    "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "nb", "da", "fi", "cs", "sk", "hu", "ro", "tr", "ca", "sl", "lt",
    "lv", "is", "id", "vi", "fil", "sh",
)  # fmt: skip


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
    text = text[:_LOOKED_AT]
    if sum(map(text.count, _PLAIN_ENGLISH)) * _ENGLISH_EVERY > max(len(text), _ENGLISH_EVERY):
        return ENGLISH
    words = _LETTERS.findall(text.lower())
    if len(_IDEOGRAPH.findall(text)) > _IDEOGRAPHIC * sum(map(len, words)):
        return read_gloss("ja" if _KANA.search(text) else "zh")
    counts, candidates = Counter(words), _candidates(text)
    if len(candidates) == 1:
        return read_gloss(candidates[0])
    shares = {code: _share(counts, code) for code in ("en", *candidates)}
    best = max(shares, key=lambda code: shares[code])
    is_clear = shares[best] >= _LEAST * len(words) and shares[best] > _CLEARLY * shares["en"]
    return read_gloss(best) if is_clear else ENGLISH


def _candidates(text: str) -> tuple[str, ...]:
    """The languages that are written in the script of most of a text."""
    letters = sum(map(len, _LETTERS.findall(text)))
    return next((codes for script, codes in _SCRIPTS if 2 * len(script.findall(text)) > letters), _LATIN)


def _share(counts: Mapping[str, int], code: str) -> int:
    return sum(counts[word] for word in _common_words(code) if word in counts)


@cache
def _common_words(code: str) -> tuple[str, ...]:
    """The words that a language uses most, the most common first."""
    from wordfreq import top_n_list  # it takes a third of a second, and English pages need none

    return tuple(word for word in top_n_list(code, _COMMON, "small") if _LETTERS.fullmatch(word))


def _binding_words(code: str) -> Iterator[str]:
    """The words that hold the sentences of a language together."""
    from wordfreq import get_frequency_dict  # as above

    covered = 0.0
    for number, (word, frequency) in enumerate(get_frequency_dict(code, "small").items()):
        if covered > _COVERED and number > _COMMON:
            return
        if _LETTERS.fullmatch(word):
            covered += frequency
            yield word


@cache
def read_gloss(code: str) -> Gloss:
    """The gloss for a language; one without a file has function words only."""
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


def read_entries(code: str) -> Iterator[tuple[str, str]]:
    """What pages in a language print, with English of the same use; nothing where there is no file for it."""
    path = _FOLDER / f"{code}.toml"
    if path.exists():
        for english, words in tomllib.loads(path.read_text("utf-8")).items():
            yield from ((word, english) for word in words.split(", "))


def words_for(english: str) -> frozenset[str]:
    """What pages in any language but English print for an English word."""
    codes = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    return frozenset(word for code in codes for word, own in read_entries(code) if own == english)
