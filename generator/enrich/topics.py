"""The topics whose terms a text holds."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.enrich.prose import mask
from generator.enrich.tokens import split_words
from generator.model.authority import Topic, split_reference

_RULES = "2"
"""Part of the digest; another number whenever the same vocabulary would answer otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicFound:
    """A topic that a text is about."""

    id: str
    terms: tuple[str, ...]
    """The terms that were found, as the record writes them, in order of first appearance."""
    count: int
    """How often any of them stands in the text; a term inside a longer one of the same topic does not count again."""
    in_headline: bool = False
    """Whether the first of them stands in the headline."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Matches:
    """What a text says of all topics."""

    found: tuple[TopicFound, ...]
    """The topics of the text, the most frequent first, ties by id."""
    barred: tuple[str, ...] = ()
    """Ids of topics that references may lead to, whose other terms forbid them for this text; in order."""


NO_MATCHES = Matches(found=())

_MAY, _MUST, _MUST_NOT = "terms", "must", "must_not"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Term:
    """A term at the end of its path of words."""

    topic: str
    role: str
    """One of the three above."""
    written: str
    exact: str | None
    """The only case in which it counts; None when case does not matter."""


@dataclass(kw_only=True, slots=True)
class _Node:
    """The terms that end here, and the words that may follow."""

    terms: list[_Term] = field(default_factory=list)
    following: dict[str, "_Node"] = field(default_factory=dict)


class Vocabulary:
    """All terms of all topics, as a tree of words: a text is read once, however many terms there are.

    Hyphens, dashes and spaces are one, so are curly and straight apostrophes; a possessive or a plural "s" on the last
    word is allowed. Case matters only to acronyms, single words with two capitals: WHO is not "who". References to
    people, sources and subjects are not looked for here.

    >>> nato = Topic(id="nato", name="NATO", terms=("NATO-Russia Council",))
    >>> for found in Vocabulary([nato]).match("NATO's ministers met; the NATO–Russia Council did not.").found:
    ...     print(found.id, found.terms, found.count)
    nato ('NATO', 'NATO-Russia Council') 2
    """

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._root = _Node()
        self._must: dict[str, frozenset[str]] = {}
        """By id, the terms that must be there."""
        self._referable: list[str] = []
        """Ids of the topics that are barred by terms and may be led to by references."""
        listing: list[list[object]] = []
        for topic in sorted(topics, key=lambda topic: topic.id):
            if topic.hidden:
                continue
            may = _words_of((topic.name, *topic.variants, *topic.terms))
            must, must_not = _words_of(topic.must), _words_of(topic.must_not)
            refers = any(map(split_reference, topic.terms))
            listing.append([topic.id, may, must, must_not, refers])
            for role, terms in ((_MAY, may), (_MUST, must), (_MUST_NOT, must_not)):
                for term in terms:
                    self._add(topic.id, role, term)
            if must:
                self._must[topic.id] = frozenset(must)
            if refers and (must or must_not):
                self._referable.append(topic.id)
        first = self._root.following
        self._openings = {*first, *(f"{word}s" for word, node in first.items() if node.terms)}
        """Every word that a term may begin with."""
        state = json.dumps([_RULES, listing], ensure_ascii=False)
        self._digest = hashlib.sha256(state.encode()).hexdigest()

    @property
    def digest(self) -> str:
        """Changes exactly when the terms or the rules do; hexadecimal."""
        return self._digest

    def match(self, text: str, headline: str = "") -> Matches:
        """The topics of a Markdown text and its headline."""
        words = split_words(mask(headline))
        opening = len(words)
        words += ["\n", *split_words(mask(text))]
        folded = [word.casefold() for word in words]
        counts: Counter[str] = Counter()
        terms: dict[str, dict[str, int]] = {}
        others: dict[tuple[str, str], set[str]] = {}
        ends: dict[str, int] = {}
        for at, word in enumerate(folded):
            if word not in self._openings:
                continue
            # The longest first, so that a term inside a longer one of the same topic is passed over.
            for end, term in reversed(self._beginning_at(at, words, folded)):
                if term.role != _MAY:
                    others.setdefault((term.topic, term.role), set()).add(term.written)
                elif ends.get(term.topic, 0) <= at:
                    ends[term.topic] = end
                    counts[term.topic] += 1
                    terms.setdefault(term.topic, {}).setdefault(term.written, at)
        if not counts and not self._referable:
            return Matches(found=())
        return Matches(
            found=tuple(
                TopicFound(
                    id=topic,
                    terms=tuple(terms[topic]),
                    count=count,
                    in_headline=next(iter(terms[topic].values())) < opening,
                )
                for topic, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
                if not self._is_barred(topic, others)
            ),
            barred=tuple(topic for topic in self._referable if self._is_barred(topic, others)),
        )

    def _is_barred(self, topic: str, others: Mapping[tuple[str, str], set[str]]) -> bool:
        if (topic, _MUST_NOT) in others:
            return True
        must = self._must.get(topic)
        return must is not None and not must <= others.get((topic, _MUST), set())

    def _add(self, topic: str, role: str, term: str) -> None:
        words = split_words(term)
        node = self._root
        for word in words:
            node = node.following.setdefault(word.casefold(), _Node())
        is_acronym = len(words) == 1 and sum(letter.isupper() for letter in words[0]) > 1
        node.terms.append(_Term(topic=topic, role=role, written=term, exact=words[0] if is_acronym else None))

    def _beginning_at(self, start: int, words: list[str], folded: list[str]) -> list[tuple[int, _Term]]:
        """The terms that begin at a word, the shortest first, each with the place of the word after it."""
        found: list[tuple[int, _Term]] = []
        node: _Node | None = self._root
        at = start
        while node and at < len(words):
            word = folded[at]
            here = node.following.get(word)
            if word.endswith("s") and (singular := node.following.get(word[:-1])):
                found += [(at + 1, term) for term in singular.terms if not term.exact or term.exact == words[at][:-1]]
            if here:
                found += [(at + 1, term) for term in here.terms if not term.exact or term.exact == words[at]]
            node = here
            at += 1
        return found


def _words_of(terms: Iterable[str]) -> list[str]:
    """The terms that are words to look for, in order, each once."""
    return [term for term in dict.fromkeys(map(str.strip, terms)) if not split_reference(term) and _has_words(term)]


def _has_words(term: str) -> bool:
    return any(word.isalnum() for word in split_words(term))
