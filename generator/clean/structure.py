"""What a page's tree adds to what its lines say: where each line stood, and what the markup states.

The text model judges lines by their words. Here its score of each line is corrected by learnt weights of hints from
the tree (``structure.json``, made by ``benchmarks/cleaning/train_structure.py``). The hints are relative to the text
model's own first labelling: the block that holds most of what it takes for prose is where the story is.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from generator.clean.features import Shape
from generator.clean.lines import Unit
from generator.clean.vocabulary import gather_words
from generator.model.raw import Box, Layout, RawPage, Stated

SIZES = "sml"
"""Short, middling and long lines, for which most hints have weights of their own."""

_SIZES = (6, 21)
_SHARES = (0.001, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95)
_LINKS = (0.001, 0.1, 0.3, 0.6, 0.9)
_SCORES = (-12, -8, -4, -2, 0, 2, 4, 8, 12)
_DISTANCES = (1, 2, 4, 8, 16, 40, 100)
_MOST, _NEARLY_ALL = 0.8, 0.97
"""Shares of the story's words that the block around the story holds."""
_LINKED = 0.5
"""Share of its characters that are links from which a line is none of the story's."""
_PROSE = 12
"""Words of a line that, ended like a sentence, is prose whatever the text model makes of it."""
_STOPS = tuple(".!?\"”’'")
_HEAVY = 0.5
"""Share of what looks like story text from which a block is the page itself, whatever its class says."""
_TEXTUAL = gather_words("p li h1 h2 h3 h4 h5 h6 dd dt pre td figcaption")
"""Elements that hold a paragraph and no more; what they stand in is the block of their kind."""
_GENERIC = frozenset({"div", "section"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_STORIED = frozenset({"article", "main", "body", "content", "story"})
"""Marks that a block around the headline lends its lines; it lends no other."""
_PLAIN = frozenset({"comment", "consent", "nav", "footer"})
"""Marks that a block around most of the prose lends too: they are never meant otherwise."""
_ODD = gather_words("nav aside footer form comment related signup consent popup foot bio caption figcaption")
"""Marks of blocks whose prose is seldom the story's."""
_TOLD_FROM = 60
"""Words from which a story's text, as the markup states it, is more than a summary."""
_TOLD_TO = 20_000
"""Words of it that are looked at."""
_SHORTEST_TOLD = 5
"""Words of a line from which it need not be in that text as a whole."""
_LONGEST_TITLE = 400
_COMPARED = 3000
"""Characters of a line that are compared with what the markup states."""
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Placed:
    """What a page's tree says of its units."""

    more: Sequence[float]
    """What each one's place adds to the score of story text."""
    mass: Sequence[float]
    """How many words each one has, if it looks like story text and stands where that may stand; else 0."""
    heading: int | None
    """The unit that prints the story's headline; None when the tree does not tell."""
    paragraphs: Sequence[int | None]
    """For each unit that is a paragraph the block that it is one of; None for others."""


def weigh_layout(
    page: RawPage,
    layout: Layout,
    units: Sequence[Unit],
    scores: Sequence[float],
    states: Sequence[str],
    weights: Mapping[str, float] | None = None,
) -> Placed:
    """Judge a page's units by their places.

    ``scores`` are the text model's, ``states`` its labelling; ``weights`` are those delivered when left out.
    """
    weights = learnt_structure() if weights is None else weights
    tree = _Tree(layout, units, scores, page.stated)
    described = _describe(tree, units, scores, states)
    more = [sum([weights[hint] for hint in hints if hint in weights]) for hints in described]
    return Placed(more, tree.mass, tree.heading, tree.list_paragraphs())


def resume_story(
    states: Sequence[str], paragraphs: Sequence[int | None], scores: Sequence[float], shapes: Sequence[Shape]
) -> list[str]:
    """The labelling, where a story goes on below a line or two that break into it, if the tree says so.

    On a short page little speaks for either, and the words of an appeal to sign up are what stories end with. But if
    the next paragraph is good prose and stands in the same block as the one above, the story is not over.
    """
    states = list(states)
    if len(states) > _SHORT_PAGE:
        return states
    last = max((index for index, state in enumerate(states) if state == "body"), default=None)
    while last is not None and paragraphs[last] is not None:
        onward = next(
            (
                index
                for index in range(last + 2, min(len(states), last + 2 + _BROKEN_BY))
                if shapes[index].sentence and scores[index] > _GOOD and paragraphs[index] == paragraphs[last]
            ),
            None,
        )
        if onward is None:
            break
        states[last + 1 : onward] = ["inset"] * (onward - last - 1)
        states[onward] = "body"
        last = onward
        for index in range(last + 1, len(states)):
            states[index] = "end" if index == last + 1 else "after"
    return states


_SHORT_PAGE = 12
"""Units."""
_BROKEN_BY = 2
"""Lines at most that break into a story between two paragraphs of one block."""
_GOOD = 2.0
"""The least score of the paragraph with which it goes on."""


@lru_cache(maxsize=1)
def learnt_structure() -> Mapping[str, float]:
    """For each hint how much it speaks for the story's text, as delivered with the generator."""
    weights: dict[str, float] = json.loads(resources.files(__package__).joinpath("structure.json").read_text("utf-8"))
    return weights


def describe_layout(
    page: RawPage, units: Sequence[Unit], scores: Sequence[float], states: Sequence[str]
) -> list[list[str]]:
    """For each unit the names of what its place in the tree, and the page's markup, say of it.

    A name that ends with ``@`` and one of :data:`SIZES` holds for lines of that size.
    """
    if page.layout is None:
        return [[] for _ in units]
    return _describe(_Tree(page.layout, units, scores, page.stated), units, scores, states)


def _describe(tree: "_Tree", units: Sequence[Unit], scores: Sequence[float], states: Sequence[str]) -> list[list[str]]:
    described = []
    for index, (unit, state) in enumerate(zip(units, states, strict=True)):
        size = SIZES[bisect_right(_SIZES, tree.words[index])]
        hints = [f"text={state}", f"score={bisect_right(_SCORES, scores[index])}"]
        hints += [*tree.mark(index), *tree.place(index), *tree.statements.speak(unit.text)]
        described.append([f"{hint}@{size}" for hint in hints])
    return described


class _Tree:
    """A page's blocks, and how the story's words are spread over them."""

    def __init__(self, layout: Layout, units: Sequence[Unit], scores: Sequence[float], stated: Stated) -> None:
        self.statements = _Statements(stated)
        self.words = [len(_WORDS.findall(unit.text)) for unit in units]
        self._boxes = layout.boxes
        self._links = [hint.links if (hint := layout.lines[unit.first]) else 0.0 for unit in units]
        self._bold = [bool((hint := layout.lines[unit.first]) and hint.bold) for unit in units]
        self._homes = [_home(layout, unit) for unit in units]
        self._kinds = [
            f"{self._boxes[self._boxes[home].parent].kind} > {self._boxes[home].kind}" for home in self._homes
        ]
        self._blocks = _find_blocks(self._boxes, self._homes)
        self._size = _gather(self._boxes, self._blocks, self.words)
        self._linked = _gather(
            self._boxes, self._blocks, [w * link for w, link in zip(self.words, self._links, strict=True)]
        )
        self.heading = _find_heading(self._boxes, self._homes, units, self.statements)
        self.mass = [
            words if links < _LINKED and (score > 0 or (words >= _PROSE and unit.text.endswith(_STOPS))) else 0
            for unit, words, score, links in zip(units, self.words, scores, self._links, strict=True)
        ]
        lent = dict.fromkeys(_surround(self._boxes, self._blocks, self.mass), _STORIED | _PLAIN)
        if self.heading is not None:
            lent.update(dict.fromkeys(_rise(self._boxes, self._homes[self.heading]), _STORIED))
        self._marks = _inherit(self._boxes, lent)
        self._spread()

    def list_paragraphs(self) -> list[int | None]:
        """For each unit the block that it is a paragraph of."""
        boxes = self._boxes
        return [boxes[home].parent if boxes[home].tag == "p" else None for home in self._homes]

    def _spread(self) -> None:
        """Where the words are that look like the story's, those in blocks left out that are hardly its."""
        self.mass = [
            mass if _ODD.isdisjoint(self._marks[home]) else 0 for mass, home in zip(self.mass, self._homes, strict=True)
        ]
        self._whole = sum(self.mass) or 1
        self._below = _gather(self._boxes, self._blocks, self.mass)
        self._places = self._locate(self._enclose(_MOST))
        self._wide_places = self._locate(self._enclose(_NEARLY_ALL))
        self._direct: Counter[int] = Counter()
        self._kin: Counter[str] = Counter()
        self._kin_words: Counter[str] = Counter()
        for index, mass in enumerate(self.mass):
            kind = self._kinds[index]
            self._direct[self._blocks[index]] += mass
            self._kin[kind] += mass
            self._kin_words[kind] += self.words[index]

    def _enclose(self, share: float) -> int:
        """The smallest block that holds a share of the story's words: of those that do, the last on the page."""
        return max(index for index, mass in enumerate(self._below) if mass >= share * self._whole or not index)

    def mark(self, index: int) -> list[str]:
        """What the element of a line, its classes and those of the blocks around say that it is."""
        home = self._homes[index]
        box = self._boxes[home]
        hints = [f"tag={box.tag}", f"links={bisect_right(_LINKS, self._links[index])}"]
        hints += [f"in {mark}" for mark in self._marks[home]]
        hints += [f"is {mark}" for mark in box.marks]
        if self._bold[index]:
            hints.append("bold")
        return hints

    def place(self, index: int) -> list[str]:
        """How a line stands to the block of the story, to others of its make and to the headline."""
        home, block = self._homes[index], self._blocks[index]
        tag, kind = self._boxes[home].tag, self._kinds[index]
        place = self._places[block]
        peers = bisect_right(_SHARES, self._direct[block] / self._whole)
        size = max(1, self._size[block])
        hints = [
            f"peers={peers}",
            f"peers={peers}|{tag}",
            f"kin={bisect_right(_SHARES, self._kin[kind] / self._whole)}",
            f"kin pure={bisect_right(_SHARES, self._kin[kind] / max(1, self._kin_words[kind]))}",
            f"place={place}",
            f"place={place}|{tag}",
            f"wide={self._wide_places[block]}",
            f"share={bisect_right(_SHARES, self._below[block] / self._whole)}",
            f"pure={bisect_right(_SHARES, self._below[block] / size)}|{place[:2]}",
            f"linked={bisect_right(_LINKS, self._linked[block] / size)}",
            f"beside={self._joins(index, index - 1)}{self._joins(index, index + 1)}",
        ]
        if index and self._blocks[index - 1] == block:
            hints.append(f"below links={bisect_right(_LINKS, self._links[index - 1])}")
        if self.heading is not None:
            after = index - self.heading
            hints.append("heading=above" if after < 0 else f"heading={bisect_right(_DISTANCES, after)}")
        return hints

    def _locate(self, root: int) -> list[str]:
        """For each block how deep in another it is, or else how far outside of it the block is that holds both."""
        boxes = self._boxes
        path = {box: out for out, box in enumerate(_rise(boxes, root))}
        found = [("in", 0)] * len(boxes)
        for index, box in enumerate(boxes):
            if index in path:
                found[index] = ("out", path[index]) if path[index] else ("in", 0)
            else:
                kind, count = found[box.parent]
                found[index] = (kind, count + 1) if kind == "in" else (kind, count)
        return [f"in {min(count, 4)}" if kind == "in" else f"out {min(count, 5)}" for kind, count in found]

    def _joins(self, index: int, other: int) -> str:
        """How a line's neighbour stands to it: of one block or one make, and whether it looks like story text."""
        if not 0 <= other < len(self._homes):
            return "-"
        if self._blocks[index] == self._blocks[other]:
            near = "b"
        else:
            near = "k" if self._kinds[index] == self._kinds[other] else "o"
        return near.upper() if self.mass[other] else near


def _home(layout: Layout, unit: Unit) -> int:
    """The innermost block of a unit."""
    hint = layout.lines[unit.first]
    return hint.box if hint is not None else 0


def _find_blocks(boxes: Sequence[Box], homes: Sequence[int]) -> list[int]:
    """For each line the block that its paragraph stands in; an element with no line but this one is the paragraph."""
    above = list(range(len(boxes)))  # the nearest box, from here outwards, that may hold several paragraphs
    for index, box in enumerate(boxes):
        if box.tag in _TEXTUAL and box.parent >= 0:
            above[index] = above[box.parent]
    lone = Counter(homes)
    return [boxes[home].parent if lone[home] == 1 and boxes[home].tag in _GENERIC else above[home] for home in homes]


def _gather(boxes: Sequence[Box], blocks: Iterable[int], amounts: Iterable[float]) -> list[float]:
    """For each box the sum of what stands in it and in the boxes within."""
    sums = [0.0] * len(boxes)
    for block, amount in zip(blocks, amounts, strict=True):
        sums[block] += amount
    for index in range(len(boxes) - 1, 0, -1):  # a box stands after the one around it
        sums[boxes[index].parent] += sums[index]
    return sums


def _surround(boxes: Sequence[Box], blocks: Sequence[int], mass: Sequence[float]) -> set[int]:
    """The boxes that hold most of what looks like a story."""
    below = _gather(boxes, blocks, mass)
    return {index for index, share in enumerate(below) if share > _HEAVY * below[0]}


def _rise(boxes: Sequence[Box], box: int) -> list[int]:
    """A box and those around it, from the inside out."""
    found = []
    while box >= 0:
        found.append(box)
        box = boxes[box].parent
    return found


def _inherit(boxes: Sequence[Box], lent: Mapping[int, Set[str]]) -> list[frozenset[str]]:
    """For each box its marks, and those of the boxes around it.

    The boxes around the story are the page itself, whatever their class says; ``lent`` has the marks that these lend.
    """
    marks: list[frozenset[str]] = []
    for index, box in enumerate(boxes):
        own = box.marks & lent[index] if index in lent else box.marks
        outer = marks[box.parent] if box.parent >= 0 else frozenset()
        marks.append(outer if own <= outer else outer | own)
    return marks


def _find_heading(
    boxes: Sequence[Box], homes: Sequence[int], units: Sequence[Unit], statements: "_Statements"
) -> int | None:
    best, top = None, 0.0
    for index, (unit, home) in enumerate(zip(units, homes, strict=True)):
        box = boxes[home]
        likeness = statements.likeness(unit.text)
        if box.tag not in _HEADINGS and "headline" not in box.marks and likeness < 1:
            continue
        score = {"h1": 2.0, "h2": 0.5}.get(box.tag, 0.0) + 3.0 * likeness
        score += 0.5 * ("headline" in box.marks) - 2.0 * (len(unit.text) < _SHORT)
        if score > top:
            best, top = index, score
    return best if top >= _HEADING_LEAST else None


_SHORT = 12
"""Characters below which a heading is the name of a section rather than a headline."""
_HEADING_LEAST = 2.0


class _Statements:
    """What the markup states of the story, ready to be compared with lines."""

    def __init__(self, stated: Stated) -> None:
        self._title = _squash(stated.title)
        self._standfirst = _squash(stated.standfirst)
        self._authors = {_squash(name) for name in stated.authors}
        body = _squash(stated.body).split()[:_TOLD_TO]
        told = body if len(body) >= _TOLD_FROM else []
        self._runs = [frozenset(_runs(told, size)) for size in range(_SHORTEST_TOLD)]
        """The runs of words of the stated text, by how many words each has."""

    def likeness(self, text: str) -> float:
        """What share of their words a line and the title have in common, from 0 to 1."""
        if not self._title or len(text) > _LONGEST_TITLE:
            return 0.0
        one, other = set(_squash(text).split()), set(self._title.split())
        return len(one & other) / max(1, len(one | other))

    def speak(self, text: str) -> list[str]:
        """What they say of one line."""
        plain = _squash(text[:_COMPARED])
        if not plain:
            return []
        said = []
        if self._title and (plain == self._title or (len(plain) > _SHORT and self._title.startswith(plain))):
            said.append("titled")
        if plain == self._standfirst:
            said.append("described")
        if plain.removeprefix("by ") in self._authors:
            said.append("authored")
        if self._runs[1]:
            said.append(f"told={self._tell(plain)}")
        return said

    def _tell(self, plain: str) -> str:
        """How much of a line the stated text holds."""
        words = plain.split()
        if len(words) < _SHORTEST_TOLD:
            return "in" if tuple(words) in self._runs[len(words)] else "out"
        triples = _runs(words, 3)
        told = sum(triple in self._runs[3] for triple in triples) / len(triples)
        return str(bisect_right((0.1, 0.5, 0.9), told))


def _runs(words: Sequence[str], size: int) -> list[tuple[str, ...]]:
    """All runs of so many words."""
    return list(zip(*(words[at:] for at in range(size)), strict=False))


def _squash(text: str | None) -> str:
    """The words of a text in lower case, with a blank between them."""
    return " ".join(_WORDS.findall(text.casefold())) if text else ""
