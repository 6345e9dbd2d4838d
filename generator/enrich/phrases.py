"""Phrases that may be topics: names of organisations, places and events, and words that belong together.

How common a phrase is in English at large is told by the library wordfreq, which is loaded only when it is asked.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import log

from generator.enrich.prose import mask
from generator.enrich.words import OFFICES, fold, word_set

_SENTENCE = re.compile(r"(?<=[.!?][\"”’)\s])\s*(?=[A-Z“\"])|\n{2,}")
_WORD = re.compile(r"[^\W\d_][\w'’&-]*[^\W_]|[^\W\d_]")
_NAME = re.compile(
    # Capitalised words in a row, and small words between them: "Bank of England", "Médecins sans Frontières".
    r"\b[A-Z][\w’'&-]+(?:\s(?:(?:of|for|and|the|de|la|du|des|sans)\s){0,2}[A-Z][\w’'&-]+)+|\b[A-Z]{2,6}\b"
)
_LONGEST = 6
"""Words of a name."""
_SMALL = word_set(
    """
a an the and or but nor so yet of in on at by for with from to into onto over under after before between during about
against as is are was were be been being am has have had do does did will would shall should can could may might must
not no he she it they we you i his her its their our your my him them us me this that these those there here who whom
whose
which what when where why how all any some each every both more most less least other another such own same than then
too very just only also even still already never ever now said says say told according new last first next one two three
four five six seven eight nine ten year years month months week weeks day days time times people man woman men women
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december mr mrs ms dr few since past back come came make made take took get got go went put set let
minute minutes hour hours today tomorrow yesterday per cent percent million billion dollars euros many much among while
because although though again later earlier ago away yet near around within without
    """
)
_RARER = 1e-9
"""The frequency of what wordfreq has never met: below all that it has."""


def find_phrases(text: str) -> Iterator[tuple[str, str]]:
    """Every name, and every pair of words, of a Markdown text, each with its sentence.

    >>> [phrase for phrase, _ in find_phrases("The Arctic Council met. The fishing quota was cut.")]
    ['Arctic Council', 'fishing quota']
    """
    for piece in _SENTENCE.split(mask(text)):
        sentence = " ".join(piece.split())
        spans = []
        for name in _NAME.finditer(sentence):
            words = name[0].split()
            if name.start() == 0 and words[0].casefold() in _SMALL:
                words = words[1:]
            if words and words[0].casefold() in _SMALL:
                words = words[1:]
            spans.append(name.span())
            if 0 < len(words) <= _LONGEST and (len(words) > 1 or words[0].isupper()) and not _is_office(words):
                yield " ".join(words).removesuffix("'s").removesuffix("’s"), sentence
        yield from ((pair, sentence) for pair in _pairs(sentence, spans))


def _is_office(words: list[str]) -> bool:
    """Whether words say what somebody is: "President George", "foreign ministers"."""
    return fold(words[0]) in OFFICES or fold(words[-1]).removesuffix("s") in OFFICES


def _pairs(sentence: str, taken: list[tuple[int, int]]) -> Iterator[str]:
    """Neighbouring words in lower case, of which neither says nothing, outside of names."""
    before = None
    for word in _WORD.finditer(sentence):
        is_free = not any(start <= word.start() < end for start, end in taken)
        fits = is_free and word[0].islower() and len(word[0]) > 2 and word[0] not in _SMALL
        if fits and before is not None and before.end() + 1 == word.start() and not _is_office([word[0]]):
            yield f"{before[0]} {word[0]}"
        before = word if fits else None


def measure_surprise(phrase: str, count: int, total: int) -> float:
    """How much more frequent a phrase is than in English at large, as a logarithm: 0 is as frequent, 2.3 ten times.

    ``count`` of ``total`` words are the phrase.
    """
    return log(count / total / max(_frequency_of(phrase), _RARER))


@cache
def _frequency_of(phrase: str) -> float:
    from wordfreq import word_frequency  # it takes a third of a second, and most commands need none

    frequency: float = word_frequency(phrase, "en")
    # wordfreq knows words; by them alone, a phrase stands about as often as the product of its words would, many times.
    return frequency / 30 if " " in phrase else frequency
