"""Joining names across articles: which names, as articles print them, are one person's.

To join wrongly is worse than to leave apart. Two names join when their likeness, with what their contexts share, comes
to :data:`JOIN`; from :data:`POSSIBLE` on they are possibly the same, which a person may decide. A name that fits two
people who are not one another joins neither. What decides is known of the names at hand alone, so that an article about
others changes nothing; and pairs are taken in an order of their own, so that the order of articles does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from generator.catalog.candidates import find_candidates
from generator.catalog.cast import Cast, meet
from generator.catalog.context import Bearer, Companions, weigh_context
from generator.catalog.match import explain, is_slip, match

JOIN = 0.9
"""The confidence from which on two names are taken for one person's."""
POSSIBLE = 0.7
"""The confidence from which on two names are listed as possibly the same."""
_CONTRADICTION = 0.5
"""Below this the names of one person must not match each other."""
_SLIP = 0.5
"""The likeness of names that one letter of a given name parts; context must say the rest."""
_LIKE = 0.86
"""Names that are less alike are two people's where one article prints both."""
_TOGETHER = 0.7
"""The most that such names come to."""
_MOST_OF_RECORDS = JOIN - 0.01
"""The most that two records come to, of which a machine wrote one: they are never joined, but possibly the same."""
_SURE = 0.98
"""No machine is surer than this of two names that differ."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """Two bearers, by their keys in order, and how likely they are one person."""

    one: str
    other: str
    confidence: float
    reason: str


@dataclass(kw_only=True, slots=True)
class Joined:
    """Who is whom."""

    head_of: dict[str, str] = field(default_factory=dict)
    """The key of each bearer who was joined to another, and the key of the one who stands for all."""
    ties: dict[str, Tie] = field(default_factory=dict)
    """The key of each bearer who was joined, and what joined it most surely."""
    possible: list[Tie] = field(default_factory=list)
    """Those possibly the same, the surest first; the keys are of those who stand for all."""

    def head(self, key: str) -> str:
        """The key of the one who stands for this one."""
        return self.head_of.get(key, key)


class Joiner:
    """Joins the bearers of one archive.

    ``bearers``: by key.
    """

    def __init__(self, bearers: Mapping[str, Bearer], cast: Cast) -> None:
        self._bearers = bearers
        self._companions = Companions(bearers, cast)

    def join(self) -> Joined:
        """Join all who have a name of several words."""
        if all(bearer.verified for bearer in self._bearers.values()):
            return Joined()
        keys = sorted(self._bearers)
        pairs = set(find_candidates([self._bearers[key].names for key in keys]))
        ties = [tie for one, other in sorted(pairs) if (tie := self.weigh(keys[one], keys[other]))]
        sure = [tie for tie in ties if tie.confidence >= JOIN]
        doubtful = self._ambiguous(sure)
        joined, refused = self._unite(tie for tie in sure if (tie.one, tie.other) not in doubtful)
        rest = [tie for tie in ties if tie.confidence < JOIN] + refused
        rest += [_doubt(tie, doubtful[tie.one, tie.other]) for tie in sure if (tie.one, tie.other) in doubtful]
        joined.possible = _list_possible(rest, joined)
        return joined

    def weigh(self, one: str, other: str) -> Tie | None:
        """How likely two bearers are one person; None when that is not worth saying."""
        first, second = self._bearers[one], self._bearers[other]
        if first.verified and second.verified:
            return None
        alike, a, b = max(((match(a, b), a, b) for a in first.names for b in second.names), key=lambda each: each[0])
        slip = alike < _SLIP and any(is_slip(a, b) for a in first.names for b in second.names)
        alike = _SLIP if slip else alike
        if alike < _SLIP:
            return None
        reason = explain(a, b)
        confidence = alike
        if alike < JOIN and a.suffix == b.suffix:
            shared = len((self._companions.of(one) & self._companions.of(other)) - {one, other})
            context, why = weigh_context(first, second, shared)
            confidence = 1 - (1 - alike) * (1 - context)
            reason = "; ".join(part for part in (reason, why) if part)
        if alike < _LIKE and meet(first.articles, second.articles):
            confidence, reason = min(confidence, _TOGETHER), f"{reason}; named in one article as two"
        if first.record is not None and second.record is not None:
            confidence = min(confidence, _MOST_OF_RECORDS)
        if confidence < POSSIBLE:
            return None
        return Tie(one=one, other=other, confidence=round(min(confidence, _SURE), 3), reason=reason)

    def _ambiguous(self, sure: Iterable[Tie]) -> dict[tuple[str, str], str]:
        """The ties of a name with each of two who are not one another; and what there is to say about it."""
        partners: defaultdict[str, list[str]] = defaultdict(list)
        for tie in sure:
            partners[tie.one].append(tie.other)
            partners[tie.other].append(tie.one)
        doubtful: dict[tuple[str, str], str] = {}
        for key, others in sorted(partners.items()):
            for one, other in combinations(sorted(others), 2):
                if self._contradict(one, other):
                    said = f"fits both {self._bearers[one].label} and {self._bearers[other].label}"
                    for partner in (one, other):
                        doubtful.setdefault((min(key, partner), max(key, partner)), said)
        return doubtful

    def _contradict(self, one: str, other: str) -> bool:
        first, second = self._bearers[one], self._bearers[other]
        if first.record is not None and second.record is not None:
            return True
        return all(match(a, b) < _CONTRADICTION and not is_slip(a, b) for a in first.names for b in second.names)

    def _unite(self, ties: Iterable[Tie]) -> tuple[Joined, list[Tie]]:
        """Join by the surest ties first; those who contradict anybody already joined stay apart."""
        joined = Joined()
        members: dict[str, list[str]] = {}
        refused = []
        for tie in sorted(ties, key=lambda tie: (-tie.confidence, tie.one, tie.other)):
            one, other = joined.head(tie.one), joined.head(tie.other)
            if one == other:
                continue
            ours, theirs = members.get(one, [one]), members.get(other, [other])
            if any(self._contradict(a, b) for a in ours for b in theirs):
                refused.append(tie)
                continue
            together = sorted(ours + theirs)
            head = min(together, key=self._rank)
            for key in together:
                joined.head_of[key] = head
                members[key] = together
            for key in (tie.one, tie.other):
                joined.ties.setdefault(key, tie)
        return joined, refused

    def _rank(self, key: str) -> tuple[bool, bool, int, int, str]:
        """Who stands for all: a record, else the name of most articles, in full rather than by initial."""
        bearer = self._bearers[key]
        is_short = any(len(word) == 1 for word in bearer.names[0].words[:1])
        return bearer.record is None, is_short, -len(bearer.articles), -key.count(" "), key


def _doubt(tie: Tie, said: str) -> Tie:
    reason = "; ".join(part for part in (tie.reason, said) if part)
    return Tie(one=tie.one, other=tie.other, confidence=min(tie.confidence, JOIN - 0.01), reason=reason)


def _list_possible(ties: Iterable[Tie], joined: Joined) -> list[Tie]:
    """The ties between those who stand for all, each pair once, the surest first."""
    best: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        one, other = sorted((joined.head(tie.one), joined.head(tie.other)))
        if one != other and ((one, other) not in best or best[one, other].confidence < tie.confidence):
            best[one, other] = Tie(one=one, other=other, confidence=tie.confidence, reason=tie.reason)
    return sorted(best.values(), key=lambda tie: (-tie.confidence, tie.one, tie.other))
