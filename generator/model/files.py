"""Files of the site that are no pages: feeds, lists of addresses, data and instructions for programs."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


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
    """A feed in one of its formats: the newest articles of a list whose day is certain."""

    url: str
    format: str
    """``atom`` or ``json``."""
    twin: str
    """Address of the same in the other format."""
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
    """Addresses of the site, or, where it is an index, of its sitemaps."""

    url: str
    entries: tuple[SitemapEntry, ...] = field(default_factory=tuple)
    is_index: bool = False


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A CSV file."""

    url: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ExportRow(NamedTuple):
    """An article in a download, but for what stands in its own file."""

    slug: str
    path: str
    """Of its file below ``content/``."""
    digest: str
    """Of that file's bytes."""
    version: str
    """Differs whenever anything of the row does: 16 hexadecimal digits."""
    url: str
    """Absolute."""
    earliest: str
    """The first day that it may be published, as ``2015-05-19``; empty when no year is known."""
    latest: str
    source: str
    """The id of the outlet; empty when unknown."""
    people: tuple[str, ...]
    """Ids."""
    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """The articles of a year, or of part of one, to download: whole as JSON Lines, and without texts as CSV."""

    url: str
    """Of the JSON Lines."""
    table_url: str
    """Of the CSV."""
    rows: tuple[ExportRow, ...]


SiteFile = Feed | Sitemap | DataFile | TextFile | Table
"""Whatever is published beside pages, and planned whole."""
