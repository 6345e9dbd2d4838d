"""Recipes: pages that can be made, each on its own, where and when they are needed."""

from collections.abc import Callable, Collection

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
