"""Pages: an address, and everything that its template may show. A template decides nothing, so a page holds it all.

Every ``url`` is site-rooted and includes the path that the site lives below, as in ``/archive/people/``.
"""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from generator.model.article import Caption, Dateline
from generator.model.cleaning import Passage


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A name that leads somewhere."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """A name that leads somewhere, and how many articles wait there."""

    title: str
    url: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteView:
    """The site, as every template sees it."""

    title: str
    tagline: str
    description: str
    url: str
    """Where the site lives, with scheme and host, ending in a slash."""
    base: str
    """The path it lives below: ``/``, or ``/archive/``."""
    language: str
    menu: tuple[Link, ...]
    feed: str
    """Address of the feed of newest articles."""
    search: bool
    """Whether the site has a search index."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DateView:
    """A dating, ready to show."""

    text: str
    """Plain words: "6 May 2009", "probably 18 February 2017", "undated"."""
    machine: str
    """For a ``datetime`` attribute: a day, month or year; empty when there is none without doubt."""
    certain: bool
    url: str
    """The most precise date page that the article is surely listed on."""
    edtf: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """An article, as lists show it."""

    title: str
    url: str
    summary: str
    date: DateView
    source: Link | None
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Items under a heading."""

    title: str
    url: str | None
    """Where the heading leads; None when nowhere."""
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TallyGroup:
    """Tallies under a heading."""

    title: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pager:
    """Where a list goes on. Pages are counted from the oldest, so that a new article leaves old pages alone."""

    newer: str | None
    older: str | None
    number: int
    """1 is the oldest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OfficeView:
    """An office with its years in words."""

    title: str
    """With the organisation: "Secretary General, NATO"."""
    years: str
    """ "2014 to 2024", "since 2004", or empty."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What every page has."""

    template: ClassVar[str]
    """File name of the template that shows it."""

    url: str
    title: str
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    """The way here from home, without home and without the page itself."""
    feed: str | None = None
    """Address of the page's own Atom feed; None when it has none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HomePage(Page):
    """The front page."""

    template: ClassVar[str] = "home.html"

    article_count: int
    span: str
    """ "2005 to 2025", or empty when nothing is dated."""
    latest: tuple[Item, ...]
    people: tuple[Tally, ...]
    """Those named in most articles."""
    topics: tuple[Tally, ...]
    sources: tuple[Tally, ...]
    years: tuple[Tally, ...]
    """Newest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """All that an article's page shows, but for what stands in the article's own file.

    Outlines are planned for all articles at once, without bodies; :class:`ArticlePage` joins one with its article.
    """

    slug: str
    path: str
    """Of the article's file below ``content/``."""
    digest: str
    """Of that file's bytes."""
    url: str
    description: str
    date: DateView
    source: Link | None
    people: tuple[Link, ...]
    topics: tuple[Link, ...]
    names: tuple[str, ...]
    """Names found in the text that have no page."""
    newer: Link | None
    older: Link | None
    """The neighbours in the catalog's order."""
    cleaning: str | None
    """As :attr:`ArticlePage.cleaning`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CleaningOutline:
    """All that the page on an article's cleaning shows, but for what stands in the cleaning record."""

    url: str
    article: Link
    language: str
    record: str
    """Path of the record below ``content/``."""
    stamp: str
    """How the record's file would show that it was changed; empty when it may change unseen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticlePage(Page):
    """A story, and every way from it."""

    template: ClassVar[str] = "article.html"

    language: str
    standfirst: str | None
    byline: str | None
    dateline: Dateline | None
    captions: tuple[Caption, ...]
    body: str
    """Markdown."""
    date: DateView
    source: Link | None
    original_url: str | None
    """Where the source published it; only http and https addresses; None when unknown."""
    people: tuple[Link, ...]
    topics: tuple[Link, ...]
    names: tuple[str, ...]
    newer: Link | None
    older: Link | None
    original: str | None
    """Path of the saved raw page below ``content/``."""
    original_sha256: str | None
    cleaning: str | None
    """Address of the page that shows how it was cleaned; None when there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A name, and how many of it there are."""

    title: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class CleaningPage(Page):
    """How an article was cleaned: its original, with what was removed struck through, and why."""

    template: ClassVar[str] = "cleaning.html"

    article: Link
    language: str
    """Of the article."""
    name: str
    """Of the raw page, as it was given."""
    sha256: str
    """Of the raw page's bytes."""
    encoding: str
    cleaner: int
    """The version of the rules that judged."""
    kept: int
    """Lines with words of the article."""
    removed: int
    """Lines with words, but none of the article."""
    reasons: tuple[Count, ...]
    """Why passages were removed, and how many for that; most frequent first."""
    passages: tuple[Passage, ...]
    """All of the original; empty when its record cannot be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListPage(Page):
    """A page that lists articles under headings."""

    groups: tuple[Group, ...]
    pager: Pager | None
    """None when all fit on this page."""
    count: int | None
    """Of all articles of the list; None on its older pages, which a new article must leave alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonPage(ListPage):
    """A person, and the articles that name them."""

    template: ClassVar[str] = "person.html"

    variants: tuple[str, ...]
    offices: tuple[OfficeView, ...]
    life: str
    """ "born 21 March 1950", "1931 to 2022", or empty."""
    identifiers: tuple[Link, ...]
    verified: bool
    note: str
    """Markdown."""
    companions: tuple[Tally, ...]
    """People most often named in the same articles."""
    topics: tuple[Tally, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicPage(ListPage):
    """A topic, and its articles."""

    template: ClassVar[str] = "topic.html"

    variants: tuple[str, ...]
    note: str
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    related: tuple[Link, ...]
    people: tuple[Tally, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourcePage(ListPage):
    """An outlet, and what was taken from it."""

    template: ClassVar[str] = "source.html"

    homepage: str | None
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexPage(Page):
    """All people, topics or sources, under letters."""

    template: ClassVar[str] = "index.html"

    noun: str
    """ "people", "topics" or "sources"."""
    groups: tuple[TallyGroup, ...]
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class DatesPage(Page):
    """All years."""

    template: ClassVar[str] = "dates.html"

    years: tuple[Tally, ...]
    undated: Tally | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DayCell:
    """A day in a month's calendar."""

    day: int
    url: str | None
    """None when the archive has nothing of that day."""
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MonthView:
    """A month of a year's calendar."""

    title: str
    url: str | None
    count: int
    weeks: tuple[tuple[DayCell | None, ...], ...]
    """Rows from Monday to Sunday; None before the first and after the last day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class YearPage(ListPage):
    """A year: its calendar, and the articles of which no more than the year is known."""

    template: ClassVar[str] = "year.html"

    months: tuple[MonthView, ...]
    possible: tuple[Item, ...]
    """Articles that may be from this year."""
    newer_year: Link | None
    """The next year that has something."""
    older_year: Link | None


@dataclass(frozen=True, kw_only=True, slots=True)
class DatePage(ListPage):
    """A month or a day: its articles, then those that may belong here."""

    template: ClassVar[str] = "date.html"

    possible: tuple[Item, ...]
    """Articles that may be from here: their date is a choice, a span, or not certain."""
    newer_date: Link | None
    """The next month or day that has something."""
    older_date: Link | None


@dataclass(frozen=True, kw_only=True, slots=True)
class UndatedPage(ListPage):
    """Articles of which no year is known."""

    template: ClassVar[str] = "undated.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class Shard:
    """One search index of the site, and what a browser must know to open it."""

    name: str
    """Its folder below ``search/``: "2015", "undated"."""
    count: int
    """Articles in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchPage(Page):
    """Where the archive is searched. The script reads the indexes' names from the page."""

    template: ClassVar[str] = "search.html"

    shards: tuple[Shard, ...]
    """Newest first, "undated" last."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WrittenPage(Page):
    """A page that people wrote, from ``content/pages/``."""

    template: ClassVar[str] = "page.html"

    body: str
    """Markdown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotFoundPage(Page):
    """What a host shows where there is nothing."""

    template: ClassVar[str] = "404.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class RedirectPage(Page):
    """An address that something had before."""

    template: ClassVar[str] = "redirect.html"

    target: str
    """Address of the page as it is now."""


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
