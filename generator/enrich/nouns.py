"""Nouns of languages in which all of them have a capital, such as German.

A recogniser that goes by capitals takes such nouns for names. So it is shown a text in which they are written small,
and only what may be a name keeps its capital: a given name with the word after it, what follows a title, and either
wherever else it stands.
"""

import re
from collections.abc import Collection

from generator.enrich.mentions import Kind, Word, kind_of
from generator.enrich.words import word_set

_LANGUAGES = ("de", "gsw", "lb", "nds")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_TITLES = frozenset({"Frau", "Herr", "Herrn", "Dr.", "Prof.", "Madame", "Monsieur"})
_PARTICLES = word_set("von van der den dem de zu zur zum vom di da al el bin")


def capitalises_nouns(language: str) -> bool:
    """Whether nouns have a capital in a language, by its BCP 47 code."""
    return language.partition("-")[0].lower() in _LANGUAGES


def lower_nouns(text: str, names: Collection[str] = ()) -> str:
    """The text with small first letters where no name can be, every character in its place.

    ``names``: words that are names in any case.

    >>> lower_nouns("Die Ministerin Sabine Holm sprach mit Frau Weber. Holm sagte der Zeitung Nein.")
    'die ministerin Sabine Holm sprach mit Frau Weber. Holm sagte der zeitung nein.'
    """
    words = [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    found = _find_names(text, words) | set(names)
    letters = list(text)
    for word in words:
        if word.text.rstrip(".") not in found and not word.text.isupper() and word.text not in _TITLES:
            letters[word.start] = word.text[0].lower()[:1]
    return "".join(letters)


def _find_names(text: str, words: list[Word]) -> set[str]:
    """The words that stand at least once where a name does: a given name, particles, a word with a capital."""
    found: set[str] = set()
    opened: list[str] = []
    end = -1
    for word in words:
        if text[end : word.start] not in (" ", "\u00a0"):
            opened = []
        end = word.end
        is_capital = word.text[0].isupper()
        if word.text in _TITLES:
            opened = [word.text]
        elif is_capital and kind_of(word.text) in (Kind.GIVEN, Kind.INITIAL):
            opened.append(word.text)
        elif opened and word.text in _PARTICLES:
            pass
        elif opened and is_capital:
            found.update(part.rstrip(".") for part in (*opened, word.text))
            opened = []
        else:
            opened = []
    return found
