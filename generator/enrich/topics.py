"""The topics whose terms a text holds."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.enrich.prose import mask
from generator.enrich.tokens import split_words
from generator.model.authority import Topic

_RULES = "1"
"""Part of the digest; another number whenever the same vocabulary would answer otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicFound:
    """A topic that a text is about."""

    id: str
    terms: tuple[str, ...]
    """The terms that were found, as the record writes them, in order of first appearance."""
    count: int
    """How often any of them stands in the text; a term inside a longer one of the same topic does not count again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Term:
    """A term at the end of its path of words."""

    topic: str
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
    word is allowed. Case matters only to acronyms, single words with two capitals: WHO is not "who".

    >>> nato = Topic(id="nato", name="NATO", terms=("NATO-Russia Council",))
    >>> for found in Vocabulary([nato]).match("NATO's ministers met; the NATO–Russia Council did not."):
    ...     print(found.id, found.terms, found.count)
    nato ('NATO', 'NATO-Russia Council') 2
    """

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._root = _Node()
        listing: list[tuple[str, list[str]]] = []
        for topic in topics:
            terms = list(dict.fromkeys(term.strip() for term in (topic.name, *topic.variants, *topic.terms)))
            listing.append((topic.id, terms))
            for term in terms:
                self._add(topic.id, term)
        first = self._root.following
        self._openings = {*first, *(f"{word}s" for word, node in first.items() if node.terms)}
        """Every word that a term may begin with."""
        state = json.dumps([_RULES, sorted(listing)], ensure_ascii=False)
        self._digest = hashlib.sha256(state.encode()).hexdigest()

    @property
    def digest(self) -> str:
        """Changes exactly when the terms or the rules do; hexadecimal."""
        return self._digest

    def match(self, text: str) -> tuple[TopicFound, ...]:
        """The topics of a Markdown text, the most frequent first, ties by id."""
        counts: Counter[str] = Counter()
        terms: dict[str, dict[str, None]] = {}
        ends: dict[str, int] = {}
        words = split_words(mask(text))
        folded = [word.casefold() for word in words]
        for at, word in enumerate(folded):
            if word not in self._openings:
                continue
            # The longest first, so that a term inside a longer one of the same topic is passed over.
            for end, term in reversed(self._beginning_at(at, words, folded)):
                if ends.get(term.topic, 0) <= at:
                    ends[term.topic] = end
                    counts[term.topic] += 1
                    terms.setdefault(term.topic, {})[term.written] = None
        return tuple(
            TopicFound(id=topic, terms=tuple(terms[topic]), count=count)
            for topic, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )

    def _add(self, topic: str, term: str) -> None:
        words = split_words(term)
        if not any(word.isalnum() for word in words):
            return
        node = self._root
        for word in words:
            node = node.following.setdefault(word.casefold(), _Node())
        is_acronym = len(words) == 1 and sum(letter.isupper() for letter in words[0]) > 1
        node.terms.append(_Term(topic=topic, written=term, exact=words[0] if is_acronym else None))

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
