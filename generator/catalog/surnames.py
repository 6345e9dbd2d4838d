"""Whom a surname means that stands alone in an article, where no full name of the article says it."""

from collections import defaultdict
from collections.abc import Mapping

from generator.catalog.cast import Cast
from generator.catalog.context import Bearer, Companions, weigh_context
from generator.catalog.joining import JOIN, POSSIBLE, Joined
from generator.catalog.sounds import sound_of

_LONE = 0.5
"""What a surname says by itself, when one person alone bears it."""
_MANY = 8
"""A surname that more people bear is not looked into."""


class Surnames:
    """Finds whom a surname means that stands alone, article by article."""

    def __init__(self, bearers: Mapping[str, Bearer], joined: Joined, cast: Cast) -> None:
        self._bearers = bearers
        self._cast = cast
        self._by_surname: defaultdict[str, set[str]] = defaultdict(set)
        self._members: defaultdict[str, list[str]] = defaultdict(list)
        for key, bearer in bearers.items():
            head = joined.head(key)
            self._members[head].append(key)
            for name in bearer.names:
                if len(name.words) > 1:
                    self._by_surname[sound_of(name.words[-1])].add(head)
        self._companions = Companions(bearers, cast)

    def find(self, lone: Bearer, article: int) -> tuple[str | None, float, str]:
        """Whom a surname of one article means, if context says so; else None. How sure that is, and why."""
        words = lone.names[0].words
        fitting = sorted(self._by_surname.get(sound_of(words[-1]), ())) if words else []
        if not fitting:
            return None, 0.0, "nobody of that surname is known in full"
        if len(fitting) > _MANY:
            return None, 0.0, f"fits {len(fitting)} people"
        weighed = sorted((self._weigh(lone, key, article) for key in fitting), key=lambda each: (-each[0], each[1]))
        confidence, key, why = weighed[0]
        clear = len(weighed) == 1 or weighed[1][0] < POSSIBLE
        if confidence >= JOIN and clear:
            return key, confidence, f"surname; {why}"
        labels = " and ".join(self._bearers[key].label for key in fitting[:3])
        more = f" and {len(fitting) - 3} more" if len(fitting) > 3 else ""
        return None, min(confidence, JOIN - 0.01), f"fits {labels}{more}" if len(fitting) > 1 else f"may be {labels}"

    def _weigh(self, lone: Bearer, key: str, article: int) -> tuple[float, str, str]:
        there = set(self._cast[article]) - {key}
        found = []
        for member in self._members[key]:
            shared = len(there & self._companions.of(member) - {member})
            context, why = weigh_context(lone, self._bearers[member], shared)
            found.append((round(1 - (1 - _LONE) * (1 - context), 3), key, why))
        return max(found)
