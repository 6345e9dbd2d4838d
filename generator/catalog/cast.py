"""The cast: who is named in which article, in so little memory that a million articles fit.

Articles are numbers here, from 0, in the order in which they were added.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Numbers: TypeAlias = "array[int]"
"""Numbers of articles, in order, each once."""


class Cast(Sequence[tuple[str, ...]]):
    """Of each article the keys of all who are named in it.

    >>> cast = Cast()
    >>> cast.add(["carl ek", "dora falk"]), cast.add(["dora falk"])
    (0, 1)
    >>> cast[0], len(cast)
    (('carl ek', 'dora falk'), 2)
    """

    def __init__(self) -> None:
        """Begin with no article."""
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._members = array("I")
        self._ends = array("Q")

    def add(self, keys: Iterable[str]) -> int:
        """Add an article; its number."""
        for key in keys:
            number = self._numbers.get(key)
            if number is None:
                number = self._numbers[key] = len(self._keys)
                self._keys.append(key)
            self._members.append(number)
        self._ends.append(len(self._members))
        return len(self._ends) - 1

    def __getitem__(self, article: int) -> tuple[str, ...]:  # type: ignore[override]  # nobody asks for a slice
        """The keys of all who are named in an article."""
        start = self._ends[article - 1] if article else 0
        return tuple(self._keys[number] for number in self._members[start : self._ends[article]])

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._ends)


def note(articles: Numbers, article: int) -> None:
    """Add an article that comes after all the others, or is the last of them."""
    if not articles or articles[-1] != article:
        articles.append(article)


def meet(one: Numbers, other: Numbers) -> bool:
    """Whether an article is among both.

    >>> meet(array("I", [1, 4]), array("I", [0, 2, 4])), meet(array("I", [1]), array("I", [0, 2]))
    (True, False)
    """
    few, many = sorted((one, other), key=len)
    return any((at := bisect_left(many, article)) < len(many) and many[at] == article for article in few)
