"""Word lists that come with the program: how common a word is as given name, surname, place and plain word."""

from functools import lru_cache
from importlib.resources import files

from generator.enrich.words import fold

UNLISTED = "0000"


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, str]:
    """Every listed word, folded, with its classes."""
    classes: dict[str, str] = {}
    for section in files("generator.enrich").joinpath("lexicon.txt").read_text("utf-8").split("[")[1:]:
        digits, words = section.split("]", 1)
        classes |= dict.fromkeys(words.split(), digits)
    return classes


@lru_cache(maxsize=65536)
def classes_of(word: str) -> str:
    """Four digits from 0, not listed, to 2, common: as given name, surname, place and plain word in lower case.

    >>> classes_of("Paris"), classes_of("Hill"), classes_of("Lavrov")
    ('1120', '1212', '0000')
    """
    folded = fold(word)
    classes = _lexicon().get(folded, UNLISTED)
    if classes == UNLISTED and "-" in folded:
        return max(_lexicon().get(part, UNLISTED) for part in folded.split("-"))
    return classes
