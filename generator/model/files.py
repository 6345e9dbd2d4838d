"""Files of the site that are no pages: feeds, lists of addresses, data and instructions for programs."""

from typing import Any, NamedTuple

from generator.model.value import Value, field


class FeedEntry(Value, frozen=True, kw_only=True):
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


class Feed(Value, frozen=True, kw_only=True):
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


class SitemapEntry(Value, frozen=True, kw_only=True):
    """An address for search engines, with the last day that its content speaks of; None when undated."""

    url: str
    lastmod: str | None = None


class Sitemap(Value, frozen=True, kw_only=True):
    """Addresses of the site, or, where it is an index, of its sitemaps."""

    url: str
    entries: tuple[SitemapEntry, ...] = field(default_factory=tuple)
    is_index: bool = False


class DataFile(Value, frozen=True, kw_only=True):
    """What a page shows, or a list of pages, for programs: a JSON file."""

    url: str
    values: dict[str, Any] | list[dict[str, Any]]
    """Texts, numbers, lists, mappings and None."""


class TextFile(Value, frozen=True, kw_only=True):
    """Words for programs in a format of a few lines, such as ``robots.txt``."""

    url: str
    text: str


class Table(Value, frozen=True, kw_only=True):
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


class Export(Value, frozen=True, kw_only=True):
    """The articles of a year, or of part of one, to download: whole as JSON Lines, and without texts as CSV."""

    url: str
    """Of the JSON Lines."""
    table_url: str
    """Of the CSV."""
    rows: tuple[ExportRow, ...]


SiteFile = Feed | Sitemap | DataFile | TextFile | Table
"""Whatever is published beside pages, and planned whole."""
