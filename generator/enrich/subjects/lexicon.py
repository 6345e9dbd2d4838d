"""The lexicon: the words by which news of a subject is known. ``lexicon.txt`` says how it is written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from generator.enrich.tokens import split_words
from generator.model.subjects import list_broader, media_topics

_LABEL_WEIGHT = 3
_SECTION = re.compile(r"\[(?:(\d{8}) .+|not terms)\]")
_Key = tuple[tuple[str, ...], tuple[str | None, ...]]
"""Of a term: its words without case, and the case that they need."""
_DOUBLED = frozenset("bdgmnprt")
"""Consonants that double before -ed and -ing: "banned"."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A term, and what it is evidence of."""

    words: tuple[str, ...]
    """Without case."""
    capitals: tuple[str | None, ...]
    """For each word the case that it needs: the word itself where all is capitals, "Aa" where the first letter is one,
    None where case does not matter."""
    weights: Mapping[str, int]
    """By concept, the narrowest that it was given for; 1 to 4."""
    roots: Mapping[str, int]
    """By concept at the top, the greatest weight below it."""


class Lexicon:
    """All terms."""

    def __init__(self, terms: Mapping[tuple[str, ...], Sequence[Entry]], profiled: frozenset[str]) -> None:
        self.terms = terms
        """By their words. Of terms that differ in case alone, first the one that asks most of it."""
        sizes: dict[str, set[int]] = {}
        for words in terms:
            sizes.setdefault(words[0], set()).add(len(words))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}
        """By their first word how many words they have, the most first."""
        self.profiled = profiled
        """The concepts that have terms of their own in the lexicon, and may be suggested."""

    def match(self, words: list[str]) -> Iterator[tuple[int, Entry]]:
        """The terms of a text, each with the place of its first word; none overlap, the longest at a place wins."""
        folded = list(map(str.casefold, words))
        sizes, terms, reached = self._sizes, self.terms, 0
        for at in [at for at, word in enumerate(folded) if word in sizes]:
            if at < reached:
                continue
            for size in sizes[folded[at]]:
                entries = terms.get(tuple(folded[at : at + size]))
                if entries and (entry := _choose(entries, words[at : at + size])):
                    yield at, entry
                    reached = at + size
                    break


def _choose(entries: Sequence[Entry], words: list[str]) -> Entry | None:
    """The first of some terms that has the case of the words."""
    return next((entry for entry in entries if all(map(_has_case, words, entry.capitals))), None)


def _has_case(word: str, wanted: str | None) -> bool:
    return wanted is None or (word[:1].isupper() if wanted == "Aa" else word == wanted)


@cache
def read_lexicon() -> Lexicon:
    """The lexicon of the package."""
    sections, not_terms = _parse(resources.files(__package__).joinpath("lexicon.txt").read_text("utf-8"))
    given = {concept: dict(terms) for concept, terms in sections.items()}
    for concept, label in _labels():
        if label not in not_terms:
            given.setdefault(concept, {}).setdefault(label, _LABEL_WEIGHT)
    weights: dict[_Key, dict[str, int]] = {}
    for concept, terms in given.items():
        for term, weight in terms.items():
            words = split_words(term)
            key = (tuple(word.casefold() for word in words), tuple(map(_case_of, words)))
            weights.setdefault(key, {})[concept] = weight
    return Lexicon(_index({**_inflect(weights), **weights}), frozenset(sections))


def _parse(text: str) -> tuple[dict[str, dict[str, int]], set[str]]:
    """Each concept's terms with their weights, and the labels that are no terms."""
    sections: dict[str, dict[str, int]] = {}
    not_terms: set[str] = set()
    terms: dict[str, int] | None = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if heading := _SECTION.fullmatch(line):
            terms = sections.setdefault(heading[1], {}) if heading[1] else None
        elif terms is None:
            not_terms.update(line.rstrip(",").split(", "))
        else:
            weight, _, listing = line.partition(" ")
            terms.update(dict.fromkeys(listing.split(", "), int(weight)))
    return sections, not_terms


def _labels() -> Iterator[tuple[str, str]]:
    """The labels of narrower concepts, without what stands in brackets; "A and B" is two of several words."""
    for topic in media_topics().values():
        if topic.broader is None:
            continue
        label = re.sub(r" \(.*\)", "", topic.label)
        parts = label.split(" and ")
        for part in parts:
            if len(parts) == 1 or " " in part:
                yield topic.id, part


def _case_of(word: str) -> str | None:
    capitals = sum(letter.isupper() for letter in word)
    if not capitals:
        return None
    return word if capitals > 1 and word.upper() == word else "Aa"


def _inflect(weights: Mapping[_Key, dict[str, int]]) -> dict[_Key, dict[str, int]]:
    """Plurals and verb forms of terms whose last word may have any case."""
    inflected: dict[_Key, dict[str, int]] = {}
    for (words, cases), concepts in weights.items():
        if words and cases[-1] is None and words[-1].isalpha():
            for form in inflect(words[-1]):
                inflected.setdefault(((*words[:-1], form), cases), {}).update(concepts)
    return inflected


def inflect(word: str) -> Iterator[str]:
    """The plural of a word, and its forms as a verb.

    >>> list(inflect("ban"))
    ['bans', 'baned', 'baning', 'banned', 'banning']
    >>> list(inflect("copy"))
    ['copies', 'copied', 'copying']
    """
    ends_in_y = word.endswith("y") and word[-2:-1] not in tuple("aeiou")
    stem = word[:-1] if ends_in_y or word.endswith("e") else word
    yield stem + ("ies" if ends_in_y else "es" if word.endswith(("e", "s", "x", "z", "ch", "sh")) else "s")
    yield stem + ("ied" if ends_in_y else "ed")
    yield (word if ends_in_y else stem) + "ing"
    if word[-1] in _DOUBLED and word[-2:-1] in tuple("aeiou") and word[-3:-2] not in tuple("aeiou"):
        yield f"{word}{word[-1]}ed"
        yield f"{word}{word[-1]}ing"


def _index(weights: Mapping[_Key, Mapping[str, int]]) -> dict[tuple[str, ...], list[Entry]]:
    terms: dict[tuple[str, ...], list[Entry]] = {}
    for (words, cases), concepts in weights.items():
        roots: dict[str, int] = {}
        for concept, weight in concepts.items():
            root = ([concept, *list_broader(concept)])[-1]
            roots[root] = max(weight, roots.get(root, 0))
        entry = Entry(words=words, capitals=cases, weights=dict(concepts), roots=roots)
        terms.setdefault(words, []).append(entry)
    for entries in terms.values():
        if len(entries) > 1:
            entries.sort(key=_rank)
    return terms


def _rank(entry: Entry) -> int:
    """First the one that asks most of the case."""
    return -sum(case is not None for case in entry.capitals)
