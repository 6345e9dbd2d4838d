"""Which stretches of a text's runs name people: two linear models, whose weights were learned from labelled news.

The first weighs each stretch by its words and neighbours. The second weighs that again with what the rest of the text
says: whether the same words, the full name, or the surname alone look like a person's elsewhere. Both are logistic, so
that the sum of weights is a chance. ``benchmarks/names/train.py`` writes the weights.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from importlib.resources import files

from generator.enrich.evidence import (
    NEVER,
    After,
    Before,
    Clue,
    clues_around,
    clues_of_words,
    evidence_of,
    words_after,
    words_before,
)
from generator.enrich.mentions import Mention, key_of, make_mention
from generator.enrich.runs import Run, find_runs, spans_of

_SURE = 8.0
"""Log odds; more is not told apart."""
_LOOKED_AT = 30
"""Namesakes; a text that repeats a name a thousand times says no more than one that does thirty times."""
_REMEMBERED = 200_000
"""Clues; a batch of news has fewer."""


class Candidate:
    """A stretch of a run that may be a name."""

    __slots__ = ("before", "end", "first", "heading", "key", "last", "several", "start", "texts", "weight", "words")

    def __init__(self, run: Run, first: int, last: int) -> None:
        """The words of a run from `first` to before `last`."""
        self.words = tuple(run.words[first:last])
        self.texts = tuple([word.text for word in self.words])
        self.several = "+" if last - first > 1 else "1"
        self.first, self.last = first, last
        self.start, self.end = self.words[0].start, self.words[-1].end
        self.before = run.words[first - 1] if first else None
        self.heading = run.heading
        self.key = key_of(self.texts)
        self.weight = 0.0
        """Log odds: above 0 it is more likely a person's name than not."""


class Weights:
    """The weights of the evidence, by its name."""

    def __init__(self, weights: dict[str, float]) -> None:
        """Weigh evidence by these; what is not there weighs nothing."""
        self.by_name = weights
        self.bias = weights.get("bias", 0.0)
        """What speaks against anything being a person, before anything is known of it."""
        self._clues: dict[Clue, float] = {}
        self._names: dict[tuple[str, ...], float] = {}

    def of(self, names: Iterable[str]) -> float:
        """The sum of the weights of some evidence."""
        return sum(self.by_name.get(name, 0.0) for name in sorted(names))

    def of_name(self, words: tuple[str, ...]) -> float:
        """The sum of the weights of all evidence in the words of a name."""
        weight = self._names.get(words)
        if weight is None:
            if len(self._names) > _REMEMBERED:
                self._names.clear()
            weight = self._names[words] = self.of_clues(clues_of_words(words))
        return weight

    def of_clues(self, clues: Iterable[Clue]) -> float:
        """The sum of the weights of all evidence that some clues hold."""
        known = self._clues
        if len(known) > _REMEMBERED:
            known.clear()
        total = 0.0
        for clue in clues:
            weight = known.get(clue)
            if weight is None:
                weight = known[clue] = self.of(set(evidence_of(clue)))
            total += weight
        return total


@lru_cache(maxsize=1)
def learned_weights() -> tuple[Weights, Weights]:
    """The weights that come with the program, of words and of the whole text."""
    words: dict[str, float] = {}
    whole: dict[str, float] = {}
    for line in files("generator.enrich").joinpath("weights.tsv").read_text("utf-8").splitlines():
        model, name, weight = line.split("\t")
        (words if model == "words" else whole)[name] = float(weight)
    return Weights(words), Weights(whole)


def find_mentions(text: str, sure: Set[tuple[str, ...]] = frozenset()) -> list[Mention]:
    """The names of people in a text, in order; `text` comes from :func:`generator.enrich.runs.join_lines`.

    ``sure``: names, word by word, that are people's wherever they are no part of a longer name, or of a thing's.
    """
    by_words, by_whole = learned_weights()
    runs = find_candidates(text)
    weigh_words(runs, text, by_words)
    named = [one for run in runs for one in run if one.texts in sure and _is_whole(one, run)] if sure else []
    for one in named:
        one.weight = _SURE
    weigh_whole(runs, by_whole)
    for one in named:
        one.weight = _SURE
    return mentions_of(runs)


def _is_whole(candidate: Candidate, run: Iterable[Candidate]) -> bool:
    """Whether a known name is no part of a thing's name, nor of a name that weighs more."""
    return candidate.weight > -_SURE and not any(
        other.first <= candidate.first and candidate.last <= other.last and other.weight > max(candidate.weight, 0.0)
        for other in run
    )


def mentions_of(runs: Iterable[Sequence[Candidate]]) -> list[Mention]:
    """The mentions among weighed candidates, in order.

    Whoever has a full name is looked for by it, and by initial and surname, where words did not say enough; in
    headlines, where capitals say nothing, by the surname too.
    """
    chosen = [(run, choose(run)) for run in runs]
    weights: dict[tuple[str, ...], float] = {}
    for _, names in chosen:
        for name in names:
            if len(name.key) > 1:
                for key in (name.key, name.key[-1:], (name.key[0][0], name.key[-1])):
                    weights[key] = max(name.weight, weights.get(key, 0.0))
    mentions: list[Mention] = []
    for run, names in chosen:
        if not names:
            known = [one for one in run if one.key in weights and (one.heading or len(one.key) > 1)]
            names = sorted(known, key=lambda one: -len(one.key))[:1]
            for name in names:
                name.weight = weights[name.key]
        mentions += map(_mention_of, names)
    return mentions


def _mention_of(candidate: Candidate) -> Mention:
    chance = round(1 / (1 + math.exp(-candidate.weight)), 3)
    return make_mention(candidate.words, candidate.before, heading=candidate.heading, chance=chance)


def find_candidates(text: str) -> list[list[Candidate]]:
    """Every stretch of every run that may be a name, run by run."""
    runs = ([Candidate(run, first, last) for first, last in spans_of(run)] for run in find_runs(text))
    return [run for run in runs if run]


def weigh_words(runs: Iterable[Sequence[Candidate]], text: str, weights: Weights) -> None:
    """Weighs each candidate by its words and those around it."""
    printed = set(text.split())
    for run in runs:
        before: dict[int, Before] = {}
        after: dict[int, After] = {}
        for candidate in run:
            start, end = candidate.start, candidate.end
            if start not in before:
                before[start] = words_before(text, start)
            if end not in after:
                after[end] = words_after(text, end)
            words = candidate.texts
            clues = clues_around(words, before[start], after[end], printed, heading=candidate.heading)
            if clues[-1] in NEVER:
                candidate.weight = -_SURE
            else:
                weight = weights.bias + weights.of_name(words) + weights.of_clues(clues)
                candidate.weight = max(-_SURE, min(_SURE, weight))


def weigh_whole(runs: Sequence[Sequence[Candidate]], weights: Weights) -> None:
    """Weighs each candidate again, by what the words weigh and by its namesakes in the text."""
    own = {several: weights.of([f"own {several}"]) for several in ("1", "+")}
    weighed = [(candidate, weights.bias + weights.of_clues(clues)) for candidate, clues in whole_clues(runs)]
    for candidate, weight in weighed:
        candidate.weight = weight + candidate.weight * own[candidate.several]


def choose(run: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of a run that are taken for names: of those that overlap, the ones that together weigh most."""
    if len(run) == 1:
        return list(run) if run[0].weight > 0 else []
    best: list[tuple[float, list[Candidate]]] = [(0.0, [])] * (max(candidate.last for candidate in run) + 1)
    for end in range(1, len(best)):
        best[end] = best[end - 1]
        for candidate in run:
            if candidate.last == end and candidate.weight > 0:
                total = best[candidate.first][0] + candidate.weight
                if total > best[end][0]:
                    best[end] = (total, [*best[candidate.first][1], candidate])
    return best[-1][1]


def whole_clues(runs: Sequence[Sequence[Candidate]]) -> Iterable[tuple[Candidate, list[Clue]]]:
    """What the rest of the text tells of each candidate, as long as candidates weigh what their words do."""
    same: defaultdict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    first: defaultdict[str, list[Candidate]] = defaultdict(list)
    last: defaultdict[str, list[Candidate]] = defaultdict(list)
    for run in runs:
        for candidate in run:
            same[candidate.key].append(candidate)
            if len(candidate.key) > 1:
                first[candidate.key[0]].append(candidate)
                last[candidate.key[-1]].append(candidate)
    for group in (*same.values(), *first.values(), *last.values()):
        group.sort(key=lambda candidate: -candidate.weight)
    for run in runs:
        for candidate in run:
            several, key = candidate.several, candidate.key
            clues: list[Clue] = [("same", several, _best(candidate, same[key]))]
            if several == "1":
                clues.append(("last of", _best(candidate, last.get(key[0], ()))))
                clues.append(("first of", _best(candidate, first.get(key[0], ()))))
            else:
                clues.append(("last alone", _best(candidate, same.get(key[-1:], ()))))
                clues.append(("first alone", _best(candidate, same.get(key[:1], ()))))
                clues.append(("last shared", _best(candidate, last.get(key[-1], ()), key)))
                clues.append(
                    ("initials", _best(candidate, [one for one in last[key[-1]] if _abbreviates(one, candidate)]))
                )
            if len(run) > 1:
                clues.append(("over", several, _rival(candidate, run)))
            if candidate.heading:
                clues.append(("head", several))
            yield candidate, [*clues, ("all", several)]


def _best(candidate: Candidate, others: Sequence[Candidate], key: tuple[str, ...] | None = None) -> str:
    """The most that others, the weightiest first, weigh that do not overlap with this; `key` leaves out namesakes."""
    for other in others[:_LOOKED_AT]:
        if (other.end <= candidate.start or other.start >= candidate.end) and other.key != key:
            return _step(other.weight)
    return "none"


def _abbreviates(one: Candidate, other: Candidate) -> bool:
    """Whether of two names one has the initial of the other's first word."""
    short, long = sorted((one.key[0], other.key[0]), key=len)
    return len(short) == 1 < len(long) and long.startswith(short)


def _rival(candidate: Candidate, run: Iterable[Candidate]) -> str:
    """How much better this candidate is than the best of those that overlap with it."""
    weights = [
        other.weight
        for other in run
        if other is not candidate and other.end > candidate.start and other.start < candidate.end
    ]
    return _step(candidate.weight - max(weights)) if weights else "none"


def _step(weight: float) -> str:
    """A weight in one of a few classes, so that the second model need not be linear in it."""
    return str(max(-4, min(4, round(weight / 1.5))))
