"""The best labelling of a page: each unit a state, the whole sequence found jointly (Viterbi).

A page is one story with furniture before, within and after it. That order is the model's backbone: states follow each
other only as below, and what speaks for a state is the sum of learnt weights of a unit's features.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

STATES = ("before", "body", "inset", "end", "after")
"""``before``: everything above the story's text. ``inset``: furniture inside the text. ``end``: the first line after the
text, ``after``: all others."""

FOLLOWERS = {
    "before": ("before", "body"),
    "body": ("body", "inset", "end"),
    "inset": ("inset", "body"),
    "end": ("after",),
    "after": ("after",),
}
OPENERS = ("before", "body")
CLOSERS = ("before", "body", "end", "after")
Scores = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: for each feature how much it speaks for each state, and for each move its score."""

    prose: Mapping[str, float]
    """For each feature of a line's shape how much it speaks for story text, the line taken by itself."""
    headline: Mapping[str, float]
    """For each feature of a line above the story how much it speaks for being the headline."""
    features: Mapping[str, Scores]
    moves: Mapping[tuple[int, int], float]

    @classmethod
    def read(cls, data: str) -> "Weights":
        """From the JSON text that the training script writes."""
        loaded = json.loads(data)
        number = {state: at for at, state in enumerate(STATES)}
        moves = {}
        for move, score in loaded["moves"].items():
            before, after = move.split(">")
            moves[number[before], number[after]] = score
        return cls(loaded["prose"], loaded["headline"], {name: tuple(scores) for name, scores in loaded["features"].items()}, moves)

    def judge(self, features: Iterable[str]) -> float:
        """How far a line's shape alone speaks for story text: the log of the odds."""
        known = self.prose
        return sum([known[name] for name in features if name in known])

    def score(self, features: Iterable[str]) -> Scores:
        """The summed weights of some features."""
        known = self.features
        rows = [known[name] for name in features if name in known]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else _ZERO  # type: ignore[return-value]


_ZERO: Scores = (0.0, 0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=1)
def learnt_weights() -> Weights:
    """The weights that are delivered with the generator."""
    return Weights.read(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))


def label_units(scores: Sequence[Scores], moves: Mapping[tuple[int, int], float]) -> list[str]:
    """The best sequence of states for a page (Viterbi), given each unit's scores."""
    if not scores:
        return []
    number = {state: at for at, state in enumerate(STATES)}
    # For each state, the states it may follow with the score of the move.
    sources = [
        [(at, moves.get((at, to), 0.0)) for at, state in enumerate(STATES) if STATES[to] in FOLLOWERS[state]]
        for to in range(len(STATES))
    ]
    best = [scores[0][at] if state in OPENERS else _NEVER for at, state in enumerate(STATES)]
    links: list[list[int]] = []
    for row in scores[1:]:
        link, fresh = [], []
        for to, reachable in enumerate(sources):
            top, origin = _NEVER, 0
            for at, move in reachable:
                if best[at] + move > top:
                    top, origin = best[at] + move, at
            link.append(origin)
            fresh.append(top + row[to])
        links.append(link)
        best = fresh
    at = max((number[state] for state in CLOSERS), key=best.__getitem__)
    path = [at]
    for link in reversed(links):
        at = link[at]
        path.append(at)
    return [STATES[at] for at in reversed(path)]


_NEVER = -1e9
