"""The best labelling of a page: each unit a state, the whole sequence found jointly (Viterbi).

A page is one story with furniture before, within and after it. That order is the model's backbone: states follow each
other only as below, and what speaks for a state is the sum of learnt weights of a unit's features. Furniture is
furniture wherever it stands, so its states share their weights.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from importlib import resources
from itertools import repeat
from operator import add
from typing import TypeAlias

from generator.clean.places import GROUPS, Key

STATES = ("before", "body", "inset", "inset2", "inset3", "end", "after")
"""``before``: everything above the story's text. ``inset``, ``inset2``: the first and second line of furniture inside
the text, ``inset3``: all others there; the longer a story is interrupted, the likelier it is over. ``end``: the first
line after the text, ``after``: all others."""

FOLLOWERS = {
    "before": ("before", "body"),
    "body": ("body", "inset", "end"),
    "inset": ("inset2", "body"),
    "inset2": ("inset3", "body"),
    "inset3": ("inset3", "body"),
    "end": ("after",),
    "after": ("after",),
}
OPENERS = ("before", "body")
CLOSERS = ("before", "body", "end", "after")
_NEVER = -1e9
_FAIR_PART = 0.4
_LENIENT = 0.5
"""What every unit's score of story text is raised by: a paragraph lost is worse than an advertisement kept."""
_MORE_LENIENT_WITHIN = 0.75
"""The same once more for what stands within the story: on a line there, nothing else depends."""
_SURE = 1e3
"""The score of what stays the story's when the rest is judged again."""
_MOST_LENIENT = 2.0
_MORE_LENIENT = 0.4


Sums: TypeAlias = complex
"""How much something speaks for the story's text, and for being the first line below it.

The two are the parts of a complex number, since such numbers are summed by C, both parts at once.
"""


class _Memory(dict[Key, Sums]):
    """What the features of one group of places weigh, by their key."""

    def __init__(self, group: Callable[..., list[str]], placed: Mapping[str, Sums]) -> None:
        self._group = group
        self._placed = placed

    def __missing__(self, key: Key) -> Sums:
        if len(self) >= _REMEMBERED:
            self.clear()
        sums = self[key] = _sum_up(self._group(*key), self._placed)
        return sums


class _Shapes(dict[tuple[str, ...], tuple[float, Sums]]):
    """How much a shape's features speak for story text by itself, and for the story's text and its end on its page."""

    def __init__(self, prose: Mapping[str, float], placed: Mapping[str, Sums]) -> None:
        self._prose = prose
        self._placed = placed

    def __missing__(self, features: tuple[str, ...]) -> tuple[float, Sums]:
        if len(self) >= _REMEMBERED:
            self.clear()
        prose = sum(map(self._prose.get, features, repeat(0.0)))
        sums = self[features] = prose, _sum_up(features, self._placed)
        return sums


_REMEMBERED = 1 << 14
"""Keys that a group remembers; more than pages have in common would only fill memory."""
_DULL = complex(-25.0, -25.0)
"""The scores of a unit without a place, far below all others."""


def _sum_up(names: Iterable[str], weights: Mapping[str, Sums]) -> Sums:
    """The sum of the weights that some features have, in their order."""
    return reduce(add, filter(None, map(weights.get, names)), 0j)


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """What was learnt. Furniture is what all else is measured against: its own score is always 0."""

    headline: Mapping[str, float]
    """For each feature of a line above the story how much it speaks for being the headline."""
    moves: Mapping[tuple[str, str], float]
    """For each state and follower how usual that is."""
    shapes: _Shapes
    """For the features of a shape how much they speak for story text, the line taken by itself; and, on its page, for
    the story's text and for being the first line below it."""
    places: tuple[_Memory, ...]
    """For each group the same, but for the first, of the features of places."""

    @classmethod
    def read(cls, data: str) -> "Weights":
        """From the JSON text that the training script writes."""
        loaded = json.loads(data)
        moves = {(move.split(">")[0], move.split(">")[1]): score for move, score in loaded["moves"].items()}
        placed = {name: complex(*weights) for name, weights in loaded["features"].items()}
        return cls(
            loaded["headline"],
            moves,
            _Shapes(loaded["prose"], placed),
            tuple(_Memory(group, placed) for group in GROUPS),
        )


@lru_cache(maxsize=1)
def learnt_weights() -> Weights:
    """The weights that are delivered with the generator."""
    return Weights.read(resources.files(__package__).joinpath("weights.json").read_text("utf-8"))


def score_places(
    weights: Weights,
    shapes: Sequence[tuple[float, Sums]],
    places: Sequence[Iterable[Key]],
    dull: Sequence[bool],
) -> tuple[list[float], list[float]]:
    """For each unit the scores of body and end, from its shape's scores and the features of its place.

    ``places`` has columns of keys as of :func:`generator.clean.places.describe_units`, without those of ``dull`` units.
    """
    sums: Iterator[Sums] = iter([own for (_, own), left_out in zip(shapes, dull, strict=True) if not left_out])
    for memory, keys in zip(weights.places, places, strict=True):
        sums = map(add, sums, map(memory.__getitem__, keys))
    scores = [_DULL if left_out else next(sums) for left_out in dull]
    return [both.real for both in scores], [both.imag for both in scores]


def label_page(
    body: Sequence[float],
    end: Sequence[float],
    moves: Mapping[tuple[str, str], float],
    worth: Sequence[float],
    run: float,
) -> list[str]:
    """The best sequence of states that keeps a fair part of the page's prose.

    ``worth`` says what each unit adds to a story, ``run`` what the richest run of units adds up to. A page was saved
    for its story: while a labelling leaves most of that run out, units are judged again, and more leniently. Where no
    unit looks like story text, there is no story.
    """
    if run <= 0:
        return ["before"] * len(body)
    lenience = _LENIENT
    while True:
        states = label_units([score + lenience for score in body], end, moves)
        kept = sum([value for value, state in zip(worth, states, strict=True) if value > 0 and state == "body"])
        if kept >= _FAIR_PART * run or lenience >= _MOST_LENIENT:
            return _judge_insets(states, body, moves, lenience + _MORE_LENIENT_WITHIN)
        lenience += _MORE_LENIENT


def _judge_insets(
    states: list[str], body: Sequence[float], moves: Mapping[tuple[str, str], float], lenience: float
) -> list[str]:
    """The labelling with what interrupts the story judged again, between its first and its last line."""
    if "inset" not in states:
        return states
    first, last = states.index("body"), len(states) - states[::-1].index("body")
    scores = [
        _SURE if state == "body" else score + lenience
        for score, state in zip(body[first:last], states[first:last], strict=True)
    ]
    return [*states[:first], *label_units(scores, [_NEVER] * len(scores), moves), *states[last:]]


def label_units(body: Sequence[float], end: Sequence[float], moves: Mapping[tuple[str, str], float]) -> list[str]:
    """The best sequence of states for a page (Viterbi), given each unit's scores; every inset is called ``inset``."""
    if not body:
        return []
    stay_before, enter = moves["before", "before"], moves["before", "body"]
    stay, interrupt, finish = moves["body", "body"], moves["body", "inset"], moves["body", "end"]
    to_second, to_third, stay_third = moves["inset", "inset2"], moves["inset2", "inset3"], moves["inset3", "inset3"]
    resume, resume2, resume3 = moves["inset", "body"], moves["inset2", "body"], moves["inset3", "body"]
    follow, stay_after = moves["end", "after"], moves["after", "after"]
    # The best score of a sequence that ends here, by state; furniture adds nothing itself.
    at_before, at_body, at_end, at_after = 0.0, body[0], _NEVER, _NEVER
    first, second, third = _NEVER, _NEVER, _NEVER
    links: list[tuple[str, str, str]] = []
    for here in range(1, len(body)):
        best, origin = at_body + stay, "body"
        if at_before + enter > best:
            best, origin = at_before + enter, "before"
        if first + resume > best:
            best, origin = first + resume, "inset"
        if second + resume2 > best:
            best, origin = second + resume2, "inset2"
        if third + resume3 > best:
            best, origin = third + resume3, "inset3"
        third_new, third_old = second + to_third, third + stay_third
        after_end, after_after = at_end + follow, at_after + stay_after
        if third_new >= third_old:
            third, to_insets = third_new, "inset2"
        else:
            third, to_insets = third_old, "inset3"
        if after_end >= after_after:
            at_after, to_after = after_end, "end"
        else:
            at_after, to_after = after_after, "after"
        links.append((origin, to_insets, to_after))
        second = first + to_second
        first = at_body + interrupt
        at_end = at_body + finish + end[here]
        at_before += stay_before
        at_body = best + body[here]
    closing = {"before": at_before, "body": at_body, "end": at_end, "after": at_after}
    return _follow_links(max(closing, key=closing.__getitem__), links)


def _follow_links(state: str, links: Sequence[tuple[str, str, str]]) -> list[str]:
    """The states of the sequence that ends in ``state``, from first to last."""
    path = [_CALLED[state]]
    for to_body, to_third, to_after in reversed(links):
        if state == "body":
            state = to_body
        elif state == "after":
            state = to_after
        elif state == "inset3":
            state = to_third
        elif state != "before":
            state = "inset" if state == "inset2" else "body"
        path.append(_CALLED[state])
    path.reverse()
    return path


_CALLED = {state: state.rstrip("23") for state in STATES}
