"""Files of the site that are no pages: feeds, lists of addresses, data and instructions for programs."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedEntry:
    """An article in a feed."""

    id: str
    """A tag URI that never changes, even when the address does."""
    title: str
    url: str
    """Absolute."""
    published: str
    """RFC 3339."""
    summary: str
    source: str | None
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """An Atom feed: the newest articles of a list whose day is certain."""

    url: str
    title: str
    page_url: str
    """Address of the page that it follows."""
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SitemapEntry:
    """An address for search engines, with the last day that its content speaks of; None when undated."""

    url: str
    lastmod: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sitemap:
    """All addresses of the site."""

    url: str
    entries: tuple[SitemapEntry, ...] = field(default_factory=tuple)


@dataclass(frozen=True, kw_only=True, slots=True)
class DataFile:
    """What a page shows, or a list of pages, for programs: a JSON file."""

    url: str
    values: dict[str, Any] | list[dict[str, Any]]
    """Texts, numbers, lists, mappings and None."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextFile:
    """Words for programs in a format of a few lines, such as ``robots.txt``."""

    url: str
    text: str


SiteFile = Feed | Sitemap | DataFile | TextFile
"""Whatever is published beside pages."""
