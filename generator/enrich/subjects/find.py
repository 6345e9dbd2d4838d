"""Which subjects a text is about, by the words of the lexicon.

A subject's evidence is the sum over its terms of their weights; a term counts more in the headline and in the first
words, and little more when it is repeated. The seventeen concepts at the top compete; below each that is suggested the
way goes down to the narrowest concept that most of the evidence is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt

from generator.enrich.prose import mask
from generator.enrich.subjects.lexicon import Entry, Lexicon, read_lexicon
from generator.enrich.tokens import split_words
from generator.model.subjects import list_broader, media_topics

CONFIDENT = 0.25
"""The confidence from which a subject is suggested."""
MOST = 3
"""Subjects suggested for one text."""

_EVIDENCE = {1: 0.25, 2: 0.5, 3: 1.2, 4: 3.0}
"""Of a term, by its weight in the lexicon."""
_HEADLINE, _OPENING = 2.5, 1.5
"""How much more a term counts in the headline, and in the first words of the text."""
_OPENING_WORDS = 80
_REPEATED = 0.7
"""How much a repeated term counts: times the logarithm of how often it stands there."""
_SHARP = 1.3
"""How much more the stronger of two subjects takes than its share."""
_ENOUGH = 3.0
"""Evidence that makes one rather sure; the weight of one telling word."""
_NARROWER = 0.45
"""The share of a concept's evidence that lets the way go down to a narrower one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """A subject that a text is about, as a machine sees it."""

    id: str
    """Of the IPTC Media Topics, eight digits."""
    label: str
    confidence: float
    """From 0 to 1: how likely its concept at the top is the text's chief subject."""
    terms: tuple[str, ...]
    """What speaks for it, the strongest first; at most six."""


def find_subjects(headline: str, text: str, *, confidence: float = CONFIDENT) -> tuple[Subject, ...]:
    """The subjects of a Markdown text, best first: at most three, each of another concept at the top.

    ``confidence``: how sure one must be of a subject.

    >>> [subject.label for subject in find_subjects("Striker out of cup final", "The midfielder plays on Saturday.")]
    ['soccer']
    """
    lexicon = read_lexicon()
    found = _weigh(lexicon, headline, text)
    roots: dict[str, float] = {}
    for entry, value in found.items():
        for root, weight in entry.roots.items():
            # A word of several subjects says less of each.
            roots[root] = roots.get(root, 0.0) + value * _EVIDENCE[weight] / sqrt(len(entry.roots))
    sharpened = {root: value**_SHARP for root, value in roots.items()}
    total = sum(sharpened.values())
    subjects = []
    for root in sorted(roots, key=lambda root: (-roots[root], root))[:MOST]:
        sure = sharpened[root] / total * (1 - exp(-roots[root] / _ENOUGH))
        if sure < confidence:
            break
        id_ = _narrow(lexicon, root, found)
        subjects.append(
            Subject(id=id_, label=media_topics()[id_].label, confidence=round(sure, 2), terms=_tell(root, found))
        )
    return tuple(subjects)


def _weigh(lexicon: Lexicon, headline: str, text: str) -> dict[Entry, float]:
    """Every term of a text, with how much it counts for where and how often it stands."""
    places: dict[Entry, float] = {}
    counts: dict[Entry, int] = {}
    for place, part in ((_HEADLINE, headline), (_OPENING, text)):
        for at, entry in lexicon.match(split_words(mask(part))):
            counts[entry] = counts.get(entry, 0) + 1
            if entry not in places:
                places[entry] = place if place == _HEADLINE or at < _OPENING_WORDS else 1.0
    return {entry: place * (1 + _REPEATED * log(counts[entry])) for entry, place in places.items()}


def _narrow(lexicon: Lexicon, root: str, found: Mapping[Entry, float]) -> str:
    """The narrowest concept that most of the evidence for one at the top is for."""
    evidence: dict[str, float] = {}
    for entry, value in found.items():
        if root in entry.roots:
            reached = {above for concept in entry.weights for above in (concept, *list_broader(concept))}
            strength = value * _EVIDENCE[entry.roots[root]]
            for concept in reached:
                evidence[concept] = evidence.get(concept, 0.0) + strength
    best = at = root
    while True:
        below = [concept for concept in evidence if media_topics()[concept].broader == at]
        if not below:
            return best
        at = min(below, key=lambda concept: (-evidence[concept], concept))
        if evidence[at] < max(_NARROWER * evidence[root], _ENOUGH):
            return best
        if at in lexicon.profiled:
            best = at


def _tell(root: str, found: Mapping[Entry, float]) -> tuple[str, ...]:
    speaking = [
        (value * _EVIDENCE[entry.roots[root]], " ".join(entry.words))
        for entry, value in found.items()
        if root in entry.roots
    ]
    return tuple(dict.fromkeys(words for _, words in sorted(speaking, key=lambda pair: (-pair[0], pair[1]))))[:6]
