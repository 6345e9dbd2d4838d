"""Recipes: pages that can be made, each on its own, where and when they are needed."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any

from generator.model.files import Export, SiteFile
from generator.model.page import CleaningOutline, Outline, Page
from generator.model.value import Value

Plannable = Page | Outline | CleaningOutline | Export | SiteFile


class Recipe(Value, frozen=True, kw_only=True):
    """How to make one page. Made pages are large and recipes small, so that a large site fits into memory."""

    url: str
    make: Callable[..., Plannable]
    """Makes the page; takes the number of removed lines where ``tells_removed``."""
    listed: bool = True
    """Whether search engines should know the page."""
    besides: tuple[str, ...] = ()
    """Addresses of files that are made along with it."""
    slug: str | None = None
    """Of the article, for an article's outline; None for every other page."""
    tells_removed: bool = False
    """Whether the page tells how many lines were removed from saved pages, which is known when all others are made."""
    shows: Collection[str] | None = None
    """The slugs of the articles of which the page may show the headline, or anything else by which nobody and nothing
    is settled; None: of any."""


class RecipesOnDemand(Sequence[Recipe]):
    """Recipes that are made whenever they are asked for, and kept nowhere."""

    def __init__(self, count: int, make: Callable[[int], Recipe], urls: Callable[[], Iterable[str]]) -> None:
        """``make`` takes the number of a recipe, from 0 to below ``count``; ``urls`` gives what all of them make."""
        self._numbers = range(count)
        self._make = make
        self.urls = urls

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[Recipe]:
        return map(self._make, self._numbers)

    def __getitem__(self, at: Any) -> Any:
        numbers = self._numbers[at]
        return list(map(self._make, numbers)) if isinstance(numbers, range) else self._make(numbers)


class Recipes(Sequence[Recipe]):
    """Several sequences of recipes, one after the other."""

    def __init__(self, *parts: Sequence[Recipe]) -> None:
        self._parts = parts
        self._starts = [0, *accumulate(map(len, parts))]

    def __len__(self) -> int:
        return self._starts[-1]

    def __iter__(self) -> Iterator[Recipe]:
        return chain.from_iterable(self._parts)

    def urls(self) -> Iterator[str]:
        """The address of every file that the recipes make; recipes that are made on demand are not made for it."""
        for part in self._parts:
            if isinstance(part, RecipesOnDemand):
                yield from part.urls()
            else:
                for recipe in part:
                    yield recipe.url
                    yield from recipe.besides

    def __getitem__(self, at: Any) -> Any:
        numbers = range(len(self))[at]
        return list(map(self._get, numbers)) if isinstance(numbers, range) else self._get(numbers)

    def _get(self, number: int) -> Recipe:
        part = bisect_right(self._starts, number) - 1
        return self._parts[part][number - self._starts[part]]
