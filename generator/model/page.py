"""Pages: an address, and everything that its template may show. A template decides nothing, so a page holds it all.

Every ``url`` is site-rooted and includes the path that the site lives below, as in ``/archive/people/``.
"""

from typing import Any, ClassVar

from generator.model.article import Caption, Dateline
from generator.model.cleaning import Finding, Passage
from generator.model.value import Value


class Link(Value, frozen=True, kw_only=True):
    """A name that leads somewhere."""

    title: str
    url: str


class Tally(Value, frozen=True, kw_only=True):
    """A name that leads somewhere, and how many articles wait there."""

    title: str
    url: str
    count: int
    detail: str = ""
    """What sets it apart from others of its group: "Norway, 2005 to 2013"; mostly empty."""


class SiteView(Value, frozen=True, kw_only=True):
    """The site, as every template sees it."""

    title: str
    tagline: str
    description: str
    url: str
    """Where the site lives, with scheme and host, ending in a slash."""
    base: str
    """The path it lives below: ``/``, or ``/archive/``."""
    language: str
    direction: str = "ltr"
    """How the language is written: ``ltr`` or ``rtl``."""
    menu: tuple[Link, ...]
    feed: str
    """Address of the feed of newest articles."""
    search: bool
    """Whether the site has a search index."""
    downloads: str | None
    """Address of the page of downloads; None when there are none."""
    policy: str
    """The Content-Security-Policy of every page."""
    canonical: str
    """Which address search engines should know an article by: ``self`` or ``original``."""


class DateView(Value, frozen=True, kw_only=True):
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


class Item(Value, frozen=True, kw_only=True):
    """An article, as lists show it."""

    title: str
    url: str
    summary: str
    date: DateView
    source: Link | None
    language: str


class Neighbour(Value, frozen=True, kw_only=True):
    """An article before or after another, and its date."""

    title: str
    url: str
    language: str
    date: str
    """In plain words, as :attr:`DateView.text`."""


class Group(Value, frozen=True, kw_only=True):
    """Items under a heading."""

    title: str
    url: str | None
    """Where the heading leads; None when nowhere."""
    items: tuple[Item, ...]
    id: str = ""
    """Of the heading on its page; empty when nothing leads there."""


class RelatedArticle(Value, frozen=True, kw_only=True):
    """An article that has much in common with another one."""

    title: str
    url: str
    language: str
    date: str
    """In plain words."""
    reason: str
    """What they have in common, in plain words."""


class Ground(Value, frozen=True, kw_only=True):
    """A topic, and why a machine says that an article is about it."""

    topic: Link
    reason: str
    """In plain words."""


class Branch(Value, frozen=True, kw_only=True):
    """An entry of a tree, and what is below it."""

    tally: Tally
    branches: "tuple[Branch, ...]"


class TallyGroup(Value, frozen=True, kw_only=True):
    """Tallies under a heading."""

    id: str
    """Of the heading on its page."""
    title: str
    tallies: tuple[Tally, ...]


class Pager(Value, frozen=True, kw_only=True):
    """Where a list goes on. Pages are counted from the oldest, so that a new article leaves old pages alone."""

    newer: str | None
    older: str | None
    number: int
    """1 is the oldest."""


class Term(Value, frozen=True, kw_only=True):
    """A bar on a time line. Numbers are percentages of the line, as text: "12.5"."""

    start: str
    length: str
    is_open: bool
    """Whether it begins or ends nobody knows when, or goes on."""


class OfficeView(Value, frozen=True, kw_only=True):
    """An office with its years in words."""

    title: str
    """With the organisation: "Secretary General, NATO"."""
    years: str
    """ "2014 to 2024", "since 2004", or empty."""
    term: Term | None = None
    """Where it stands on the time line; None when no year is known."""


class Tick(Value, frozen=True, kw_only=True):
    """A year below a chart."""

    label: str
    at: str
    """In per cent of the width, as text."""


class Bar(Value, frozen=True, kw_only=True):
    """A year in a chart, a name that leads to its articles. Measures are percentages of the chart, as text."""

    title: str
    url: str
    count: int
    label: str
    """The number, where there is room for it; empty elsewhere."""
    left: str
    middle: str
    top: str
    width: str
    height: str


class Chart(Value, frozen=True, kw_only=True):
    """How many articles each year has."""

    bars: tuple[Bar, ...]
    """Oldest first; years without articles are left out."""
    ticks: tuple[Tick, ...]
    undated: Tally | None
    """The articles without a year; None when there are none."""


class Sentence(Value, frozen=True, kw_only=True):
    """A sentence of an article that names somebody."""

    before: str
    name: str
    """As printed; empty where marks stand within it, and all of the sentence in ``after``."""
    after: str


class Count(Value, frozen=True, kw_only=True):
    """A name, and how many of it there are."""

    title: str
    count: int


class Inference(Value, frozen=True, kw_only=True):
    """A name that was taken for somebody's by likeness and context."""

    name: str
    """As printed."""
    percent: int
    """How sure that is."""
    reason: str
    """For people to read."""
    person: Link | None = None
    """Whose it was taken for; None where the page is theirs."""


class Alike(Value, frozen=True, kw_only=True):
    """Somebody who is possibly the same."""

    title: str
    url: str | None
    """None for a name without a page."""
    percent: int
    """How likely that is."""
    reason: str
    """For people to read."""


class Unlinked(Value, frozen=True, kw_only=True):
    """A name in an article that leads to nobody."""

    name: str
    reason: str
    """Whom it fits, where nobody can tell who is meant; empty where too few articles hold it for a page."""


class Mention(Value, frozen=True, kw_only=True):
    """An article that names somebody, and how it does so first."""

    item: Item
    sentence: Sentence | None
    """None when only the headline or a caption names them."""
    inference: Inference | None = None
    """Why it is taken for them; None where nobody need ask: the name is theirs, or a person decided it."""


class MentionGroup(Value, frozen=True, kw_only=True):
    """The mentions of a year."""

    id: str
    """Of the heading on its page."""
    title: str
    url: str
    """Where the heading leads."""
    mentions: tuple[Mention, ...]


class Form(Value, frozen=True, kw_only=True):
    """A form of a name that articles print."""

    text: str
    count: int
    """Of the articles that print it."""
    first: Link
    """The earliest of them."""
    date: DateView
    """Of that article."""


class Companion(Value, frozen=True, kw_only=True):
    """Somebody who is named in the same articles."""

    title: str
    url: str
    count: int
    """Of these articles."""
    counts: tuple[int, ...]
    """The same for each column of the table."""


class NameLink(Value, frozen=True, kw_only=True):
    """A person's name in a text: the forms that it may have there, and where it leads."""

    url: str | None
    """None when it leads nowhere; no other name inside it does then."""
    forms: tuple[str, ...]


class Author(Value, frozen=True, kw_only=True):
    """Somebody who is credited with a story."""

    name: str
    """As printed."""
    family: str
    """Empty for a body, such as an agency, and for somebody of one name."""
    given: str
    inverted: str
    """The name as it is filed: "Holm, Ada"."""


class Citation(Value, frozen=True, kw_only=True):
    """How an article may be cited, ready to copy."""

    apa: str
    chicago: str
    mla: str
    bibtex: str
    ris: str
    csl_json: str


class Page(Value, frozen=True, kw_only=True):
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


class HomePage(Page, frozen=True, kw_only=True):
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
    years: Chart | None
    """None when the articles are of fewer than two years."""


class Outline(Value, frozen=True, kw_only=True):
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
    names: tuple[Unlinked, ...]
    """Those who are named and have no page."""
    inferences: tuple[Inference, ...]
    """As :attr:`ArticlePage.inferences`."""
    name_links: tuple[NameLink, ...]
    """As :attr:`ArticlePage.name_links`."""
    grounds: tuple[Ground, ...] = ()
    """As :attr:`ArticlePage.grounds`."""
    subjects: tuple[Link, ...] = ()
    """As :attr:`ArticlePage.subjects`."""
    related: tuple[RelatedArticle, ...] = ()
    """As :attr:`ArticlePage.related`."""
    newer: Neighbour | None
    older: Neighbour | None
    """The neighbours in the catalog's order."""
    cleaning: str | None
    """As :attr:`ArticlePage.cleaning`."""


class CleaningOutline(Value, frozen=True, kw_only=True):
    """All that the page on an article's cleaning shows, but for what stands in the cleaning record."""

    url: str
    title: str
    article: Link
    language: str
    record: str
    """Path of the record below ``content/``."""
    stamp: str
    """How the record's file would show that it was changed; empty when it may change unseen."""


class ArticlePage(Page, frozen=True, kw_only=True):
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
    names: tuple[Unlinked, ...]
    """Those who have no page."""
    inferences: tuple[Inference, ...] = ()
    """The names that were taken for those of ``people`` by likeness and context."""
    name_links: tuple[NameLink, ...] = ()
    """What the first mention of each person in the body is made a link by."""
    grounds: tuple[Ground, ...] = ()
    """Why it has its topics; none where a person decided."""
    subjects: tuple[Link, ...] = ()
    """The IPTC Media Topics it is about, best first; they lead to where IPTC defines them."""
    related: tuple[RelatedArticle, ...] = ()
    """The articles that have most in common with it, the nearest first."""
    newer: Neighbour | None
    older: Neighbour | None
    original: str | None
    """Path of the saved raw page below ``content/``."""
    original_sha256: str | None
    cleaning: str | None
    """Address of the page that shows how it was cleaned; None when there is none."""
    authors: tuple[Author, ...]
    """Those whom the byline names."""
    canonical: str
    """The absolute address that search engines should know the article by: this page's, or the original's."""
    citation: Citation


class CleaningPage(Page, frozen=True, kw_only=True):
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
    findings: tuple[Finding, ...]
    """What the article states that none of the passages says, or another way."""
    passages: tuple[Passage, ...]
    """All of the original; empty when its record cannot be read."""


class ListPage(Page, frozen=True, kw_only=True):
    """A page that lists articles under headings."""

    groups: tuple[Group, ...]
    pager: Pager | None
    """None when all fit on this page."""
    count: int | None
    """Of all articles of the list; None on its older pages, which a new article must leave alone."""


class PersonPage(Page, frozen=True, kw_only=True):
    """A person, and the articles that name them. Its older pages have groups and a pager, and are empty otherwise."""

    template: ClassVar[str] = "person.html"

    groups: tuple[MentionGroup, ...]
    pager: Pager | None
    """None when all fit on this page."""
    count: int | None
    """Of all articles; None on older pages, which a new article must leave alone."""
    forms: tuple[Form, ...]
    """The name as articles print it, the most frequent form first."""
    variants: tuple[str, ...]
    """Other forms of the name, that no article prints."""
    offices: tuple[OfficeView, ...]
    office_ticks: tuple[Tick, ...]
    """Years below the time line of the offices; empty when none has a year."""
    life: str
    """ "born 21 March 1950", "1931 to 2022", or empty."""
    identifiers: tuple[Link, ...]
    verified: bool
    grounds: tuple[Count, ...]
    """On what it rests that these articles name this person, and how many rest on each; surest first."""
    alike: tuple[Alike, ...]
    """Those who are possibly the same, likeliest first."""
    note: str
    """Markdown."""
    years: Chart | None
    """None when the articles are of fewer than two years."""
    companions: tuple[Companion, ...]
    """People most often named in the same articles."""
    companion_years: tuple[str, ...]
    """The columns of their table: years, oldest first, then "Undated"."""
    topics: tuple[Tally, ...]
    sources: tuple[Tally, ...]
    linked_data: dict[str, Any]
    """The person in the words of schema.org; empty on older pages."""


class TopicPage(ListPage, frozen=True, kw_only=True):
    """A topic, and its articles."""

    template: ClassVar[str] = "topic.html"

    variants: tuple[str, ...]
    note: str
    broader: tuple[Link, ...]
    narrower: tuple[Tally, ...]
    related: tuple[Link, ...]
    identifiers: tuple[Link, ...]
    years: Chart | None
    """None when the articles are of fewer than two years."""
    first: Item | None
    """The earliest article whose year is known, where there are several."""
    latest: Item | None
    people: tuple[Tally, ...]
    """Those named in most of the articles."""
    sources: tuple[Tally, ...]
    """Those of most of the articles, each with its share."""


class SourcePage(ListPage, frozen=True, kw_only=True):
    """An outlet, and what was taken from it."""

    template: ClassVar[str] = "source.html"

    homepage: str | None
    note: str


class IndexPage(Page, frozen=True, kw_only=True):
    """All people, topics or sources, under letters; people also by other headings, topics also as a tree."""

    template: ClassVar[str] = "index.html"

    noun: str
    """ "people", "topics" or "sources"."""
    groups: tuple[TallyGroup, ...]
    count: int
    """Of all entries."""
    orders: tuple[Link, ...] = ()
    """The pages that have the same under other headings, this one among them; empty when there is one only."""
    tree: tuple[Branch, ...] = ()
    """The topics that nothing is wider than, where they are shown as a tree; then there are no groups."""


class DatesPage(Page, frozen=True, kw_only=True):
    """All years."""

    template: ClassVar[str] = "dates.html"

    years: tuple[Tally, ...]
    undated: Tally | None


class DayCell(Value, frozen=True, kw_only=True):
    """A day in a month's calendar."""

    day: int
    url: str | None
    """None when the archive has nothing of that day."""
    count: int


class MonthView(Value, frozen=True, kw_only=True):
    """A month as a table of its days."""

    title: str
    url: str | None
    count: int
    weeks: tuple[tuple[DayCell | None, ...], ...]
    """Rows from Monday to Sunday; None before the first and after the last day."""


class MonthCount(Value, frozen=True, kw_only=True):
    """A month of a year in numbers."""

    title: str
    url: str | None
    """None when the archive has nothing of it."""
    count: int
    possible: int
    """Articles that may be from this month, and are not counted."""


class HeatCell(Value, frozen=True, kw_only=True):
    """A day in a heat map that has something. Its place is the cell's, counted from 0."""

    url: str
    title: str
    """The day, and how many articles are of it."""
    column: int
    """The week."""
    row: int
    """The weekday; Monday is 0."""
    level: int
    """How many articles it has, from 1 to 4: a quarter of the busiest day's each."""


class HeatMap(Value, frozen=True, kw_only=True):
    """A year by days: a column a week, Monday above."""

    cells: tuple[HeatCell, ...]
    columns: int
    outline: str
    """The corners of the year's shape, as ``points`` of SVG."""
    ticks: tuple[Tick, ...]
    """The months, each at the column that it begins in."""


class YearPage(ListPage, frozen=True, kw_only=True):
    """A year: its months in numbers, its days, and the articles of which no more than the year is known."""

    template: ClassVar[str] = "year.html"

    months: tuple[MonthCount, ...]
    heat: HeatMap | None
    """None on the older pages of a list, and where no day of the year has anything."""
    data: str | None
    """Address of the same for programs; None on the older pages of a list."""
    possible: tuple[Item, ...]
    """Articles that may be from this year."""
    open_ended: tuple[Tally, ...]
    """How many more may be, as they are from an earlier year "or later", or from a later one "or earlier"; they are
    listed with that year."""
    newer_year: Link | None
    """The next year that has something."""
    older_year: Link | None


class DatePage(ListPage, frozen=True, kw_only=True):
    """A month or a day: its articles, then those that may belong here."""

    template: ClassVar[str] = "date.html"

    possible: tuple[Item, ...]
    """Articles that may be from here: their date is a choice, a span, or not certain."""
    yearless: tuple[Item, ...]
    """Of a day: articles of this day and month whose year is not known."""
    calendar: MonthView | None
    """Of a month: its days; None for a day, and on the older pages of a list."""
    years: tuple[Tally, ...]
    """Of a day: the same day of other years, where the archive has something of it, newest first."""
    gaps: tuple[str, ...]
    """Of a day: which days before and after it the archive has nothing of, in words."""
    newer_date: Link | None
    """The next month or day that has something."""
    older_date: Link | None


class UndatedPage(ListPage, frozen=True, kw_only=True):
    """Articles of which no year is known."""

    template: ClassVar[str] = "undated.html"


class Shard(Value, frozen=True, kw_only=True):
    """One search index of the site, and what a browser must know to open it."""

    name: str
    """Its folder below ``search/``: "2015", "undated"."""
    count: int
    """Articles in it."""


class SearchPage(Page, frozen=True, kw_only=True):
    """Where the archive is searched. The script reads the indexes' names from the page."""

    template: ClassVar[str] = "search.html"

    shards: tuple[Shard, ...]
    """Newest first, "undated" last."""


class Download(Value, frozen=True, kw_only=True):
    """The articles of a year, or of a month of a very large one, to download."""

    title: str
    count: int
    lines: str
    """Address of the articles whole, as JSON Lines."""
    table: str
    """Address of the same without texts, as CSV."""


class DownloadsPage(Page, frozen=True, kw_only=True):
    """The archive's data, to download."""

    template: ClassVar[str] = "downloads.html"

    count: int
    """Of all articles."""
    parts: tuple[Download, ...]
    """Newest first, the undated last."""
    people: str
    """Address of the table of people; the next two likewise."""
    topics: str
    sources: str
    package: str
    """Address of the description of all files and their columns."""
    sums: str
    """Address of the SHA-256 sums of all of them."""


class WrittenPage(Page, frozen=True, kw_only=True):
    """A page that people wrote, from ``content/pages/``."""

    template: ClassVar[str] = "page.html"

    body: str
    """Markdown."""


class Figure(Value, frozen=True, kw_only=True):
    """How many there are of something."""

    title: str
    count: int
    url: str | None
    """Where they can be looked at; None where there is no one place."""


class AboutPage(WrittenPage, frozen=True, kw_only=True):
    """What this archive is: what people wrote of it in ``content/pages/about.md``, if anything, and what is counted."""

    template: ClassVar[str] = "about.html"

    cleaned: bool
    """Whether articles show how they were cleaned."""
    holdings: tuple[Figure, ...]
    datings: tuple[Figure, ...]
    """Articles by how well their date is known."""
    gaps: tuple[Figure, ...]
    empty_years: tuple[str, ...]
    """Years between the first article and the last that none may be from, oldest first."""


class NotFoundPage(Page, frozen=True, kw_only=True):
    """What a host shows where there is nothing."""

    template: ClassVar[str] = "404.html"


class RedirectPage(Page, frozen=True, kw_only=True):
    """An address that something had before."""

    template: ClassVar[str] = "redirect.html"

    target: str
    """Address of the page as it is now."""
