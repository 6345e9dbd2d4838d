"""What a page's markup says of its story: JSON-LD, OpenGraph, other meta tags, ``<time>``, ``<title>``.

Where several say something, the one that is most often right is believed: JSON-LD of an article, then what was written
for sharing, then the rest. What cannot be a title, a name or a day is passed over.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.intake.linked_data import choose_story, first_text, plain_line, plain_text, read_linked_data
from generator.model.raw import Stated

_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "sailthru.title", "headline")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_AUTHORS = (
    "author", "article:author", "og:article:author", "parsely-author", "dc.creator", "dcterms.creator",
    "sailthru.author", "byl", "cxenseparse:author", "citation_author", "article.author", "authors",
    "dc.contributor",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "publish_date", "publishdate", "pubdate", "publication_date", "published_time", "dc.date.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "cxenseparse:recs:publishtime",
    "article.published", "date", "article_date_original", "originalpublicationdate", "citation_publication_date",
    "dc.date.created", "article:publicationdate", "publish-date", "displaydate", "ptime", "rbpubdate",
    "cxenseparse:publishtime", "published", "created", "article.created", "og:pubdate",
)  # fmt: skip
_SITES = ("og:site_name", "publisher", "application-name", "dc.publisher", "copyright", "twitter:site")
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language")
_ISO_DAY = re.compile(r"\s*((?:1[6-9]|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORD_DAY = re.compile(rf"\b(?:{_DAY}\.?\s+)?{_MONTH}\s+(?:{_DAY},?\s+)?((?:19|20)\d\d)\b", re.IGNORECASE)
_SHORT_DAY = re.compile(r"\s*(\d\d?)[/.](\d\d?)[/.]((?:19|20)\d\d)(?!\d)")
_MONTHS_A_YEAR = 12
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URL_DAY = re.compile(r"/((?:19[5-9]|20[0-4])\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/_-])")
_BARS = re.compile(r"\s+[|–—\-·•:»«<>]+\s+|\s*[|»]\s*")
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_DIGITS = re.compile(r"\d{3}")
_NO_AUTHOR = re.compile(
    r"(?:by|admin|administrator|editor|null|none|undefined|unknown|author|staff|n/?a|default|webmaster|anonymous|guest)$",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s*(?:(?:written|posted|reported)\s+)?by\b[\s:]*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[;|]|,?\s+and\s+|,\s+(?=[A-Z][^\s,]*\s+[A-Z])|\s+&\s+)\s*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")

_Said = tuple[str, str]
"""What is said, and what says it."""


@dataclass(frozen=True, slots=True)
class _Markup:
    """A page's markup, as far as it was read once for all."""

    tree: LexborHTMLParser
    metas: Mapping[str, list[str]]
    story: Mapping[str, Any]
    """The JSON-LD node of the page's story; empty without one."""
    url: str | None
    site: str | None

    def of_metas(self, names: Iterable[str]) -> Iterator[_Said]:
        """The contents of meta tags by name, in order."""
        return ((value, f"the meta tag {name}") for name in names for value in self.metas.get(name, ()))

    def of_story(self, *keys: str) -> Iterator[_Said]:
        """The texts of the story's properties, in order."""
        return ((text, "JSON-LD") for key in keys if (text := first_text(self.story.get(key))))


def read_metadata(tree: LexborHTMLParser, url: str | None = None) -> tuple[Stated, str | None]:
    """What a page's markup states, and the address that it gives itself; None when it gives none."""
    metas = _read_metas(tree)
    canonical = _canonical(tree, metas, url)
    story = choose_story(read_linked_data(tree), next(iter(metas.get("og:title", ())), None), canonical)
    markup = _Markup(tree, metas, story, canonical or url, _site(metas, story))
    title = next(_titles(markup), None)
    authors = next(_authors(markup), None)
    day = next(_days(markup), None)
    body = first_text(story.get("articleBody"))
    summary = next(chain(markup.of_story("description"), markup.of_metas(_DESCRIPTIONS)), (None, ""))[0]
    said = {"title": title, "authors": authors, "published": day}
    stated = Stated(
        title=title[0] if title else None,
        standfirst=plain_line(summary),
        authors=authors[0] if authors else (),
        published=day[0] if day else None,
        site=markup.site,
        language=_language(markup),
        body=plain_text(body) if body else None,
        origins=tuple((field, found[1]) for field, found in said.items() if found),
    )
    return stated, canonical


def _read_metas(tree: LexborHTMLParser) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        content = attributes.get("content") or attributes.get("value") or attributes.get("datetime")
        if not content or not content.strip():
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(key)
            if name:
                metas.setdefault(name.strip().lower(), []).append(content.strip()[:2000])
    return metas


def _titles(markup: _Markup) -> Iterator[_Said]:
    """Titles, the best first, as a printed heading has them where one does."""
    node = markup.tree.css_first("title")
    page = [(node.text(), "the page's title")] if node else []
    headings = [plain_line(heading.text(separator=" ")) for heading in markup.tree.css("h1")[:_HEADINGS]]
    longer = [heading for heading in headings if heading and len(heading) >= _SHORT]
    for said, origin in (*markup.of_story("headline", "name"), *markup.of_metas(_TITLES), *page):
        title = plain_line(said)
        if not title or len(title) > _LONGEST_TITLE:
            continue
        # The heading is printed; the markup may add to it.
        printed = next((heading for heading in longer if title.startswith(heading)), None)
        yield printed or strip_site(title, markup.site), origin
    yield from ((heading, "the page's heading") for heading in longer)


_HEADINGS = 10
_SHORT = 12
_LONGEST_TITLE = 400
"""Characters."""


def strip_site(title: str, site: str | None) -> str:
    """A title without the name of the site behind a bar or dash.

    >>> strip_site("Port workers reach a deal | World | The Tide Wire", "Tide Wire")
    'Port workers reach a deal'
    >>> strip_site("Talks - day eleven", None)
    'Talks - day eleven'
    """
    cuts = list(_BARS.finditer(title))
    name = _squash(site or "")
    if name:
        for cut in cuts:
            tail = _squash(title[cut.end() :])
            if name in tail and len(tail) <= len(name) + 40 and len(title[: cut.start()].split()) >= 2:
                return title[: cut.start()].strip()
            head = _squash(title[: cut.start()])
            if head == name and len(title[cut.end() :].split()) >= 2:
                return title[cut.end() :].strip()
    barred = [cut for cut in cuts if "|" in cut.group()]
    if barred:
        head = title[: barred[0].start()]
        return head.strip() if len(head.split()) >= 4 and len(title[barred[0].end() :].split()) <= 6 else title
    return title


def _squash(text: str) -> str:
    return re.sub(r"^the(?=.)|[^\w]|_", "", text.lower().removeprefix("the "))


def _authors(markup: _Markup) -> Iterator[tuple[tuple[str, ...], str]]:
    """Who wrote it, whoever says so first: several names from one place are all of them."""
    story = markup.story
    sources: list[tuple[Iterable[str], str]] = [(_names(story.get("author") or story.get("creator")), "JSON-LD")]
    sources += [(markup.metas.get(name, ()), f"the meta tag {name}") for name in _AUTHORS]
    sources += [(_texts(markup.tree, selector), f"the element {selector}") for selector in _AUTHOR_ELEMENTS]
    for names, origin in sources:
        found = tuple(dict.fromkeys(_credible_authors(names)))
        if found:
            yield found, origin


_AUTHOR_ELEMENTS = ('[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', '[rel~="author"]')
_MOST_AUTHORS = 20
_DEEPEST_NAME = 4


def _texts(tree: LexborHTMLParser, selector: str) -> Iterator[str]:
    return (plain_line(node.text(separator=" ")) or "" for node in tree.css(selector)[:_DEEPEST_NAME])


def _names(value: Any, depth: int = 0) -> Iterator[str]:
    """The names of persons in a JSON-LD value; an organisation wrote nothing."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and depth < _DEEPEST_NAME:
        if "organization" not in str(value.get("@type", "")).lower():
            yield from _names(value.get("name"), depth + 1)
    elif isinstance(value, list) and depth < _DEEPEST_NAME:
        for part in value[:_MOST_AUTHORS]:
            yield from _names(part, depth + 1)


def _credible_authors(names: Iterable[str]) -> Iterator[str]:
    """The names in some texts, each of which may hold several."""
    for given in names:
        for part in _AND.split(_BY.sub("", (plain_line(given) or "")[:_LONGEST_TITLE])):
            name = part.strip(" ,.")
            named = 2 <= len(name.split()) <= 6 and name[0].isalpha() and not _NO_AUTHOR.match(name)
            if named and not _ADDRESS.search(name) and not _DIGITS.search(name):
                yield name


def read_day(text: object) -> str | None:
    """The day that a time stamp or date in words begins with, as ISO 8601; None when it is no real day.

    >>> read_day("2015-05-19T23:30:00-05:00"), read_day("Tue, 19 May 2015 10:00:00 GMT"), read_day("2015-02-30")
    ('2015-05-19', '2015-05-19', None)
    """
    if not isinstance(text, str):
        return None
    text = text[:100]
    if match := _ISO_DAY.match(text):
        return _real_day(*map(int, match.groups()))
    if (match := _SHORT_DAY.match(text)) and int(match[1]) > _MONTHS_A_YEAR:  # else it may be read two ways
        return _real_day(int(match[3]), int(match[2]), int(match[1]))
    word = _WORD_DAY.search(text)
    if word and (word[1] or word[3]):
        return _real_day(int(word[4]), _MONTHS.index(word[2].lower()) + 1, int(word[1] or word[3]))
    return None


def _real_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _days(markup: _Markup) -> Iterator[_Said]:
    """Days of publication, the most trusted first."""
    elements = (found for selector in _DAY_ELEMENTS for found in _stamps(markup.tree, selector))
    for text, origin in (
        *markup.of_story("datePublished", "dateCreated"),
        *markup.of_metas(_DATES),
        *elements,
    ):
        day = read_day(text)
        if day:
            yield day, origin
    day = day_of_address(markup.url) if markup.url else None
    if day:
        yield day, "the page's address"


_DAY_ELEMENTS = ('[itemprop~="datePublished"]', "time[pubdate]", "time.published", "time.entry-date", "time[datetime]")
_MOST_TIMES = 3
"""Elements with times on a page; among more of them, that of other stories may come first."""


def _stamps(tree: LexborHTMLParser, selector: str) -> Iterator[_Said]:
    """What the first element of a kind says of its time."""
    found = tree.css(selector)
    if found and (selector != _DAY_ELEMENTS[-1] or len(found) <= _MOST_TIMES):
        attributes = found[0].attributes
        yield attributes.get("datetime") or attributes.get("content") or found[0].text(), f"the element {selector}"


def day_of_address(url: str) -> str | None:
    """The day that an address holds; None when it holds none.

    >>> day_of_address("https://tide.example/world/2015/05/19/deal")
    '2015-05-19'
    """
    match = _URL_DAY.search(url[:2000].lower())
    if match is None:
        return None
    month = _MONTHS.index(match[2]) + 1 if match[2] in _MONTHS else int(match[2]) if match[2].isdigit() else 0
    return _real_day(int(match[1]), month, int(match[3]))


def _site(metas: Mapping[str, list[str]], story: Mapping[str, Any]) -> str | None:
    """The outlet's name for itself."""
    own, *others = (metas.get(name, [""])[0] for name in _SITES)
    for name in (own, first_text(story.get("publisher")), *others):
        plain = _NOTICE.sub("", plain_line(name) or "").strip()
        if plain and len(plain) <= _LONGEST_SITE and not plain.startswith(("http", "@")):
            return plain
    return None


_LONGEST_SITE = 80
"""Characters."""
_YEAR = r"(?:19|20)\d\d\b"
_NOTICE = re.compile(
    rf"^(?:copyright\b[\s:]*(?:©|\(c\)|(?={_YEAR}|by\b))|©|\(c\))[\s:]*(?:{_YEAR}(?:\s*[-–—]\s*{_YEAR})?[\s,]*)?(?:by\s)?"
    r"|[\s.,|]*\ball rights reserved\b.*$",
    re.IGNORECASE,
)
"""What a copyright notice says beside the name of who holds it."""


def _language(markup: _Markup) -> str | None:
    root = markup.tree.css_first("html")
    attributes = root.attributes if root else {}
    said = [attributes.get("lang"), attributes.get("xml:lang"), *(value for value, _ in markup.of_metas(_LANGUAGES))]
    for value in (first_text(markup.story.get("inLanguage")), *said):
        if value and _LANGUAGE.match(value.strip()):
            return re.split(r"[-_]", value.strip())[0].lower()
    return None


def _canonical(tree: LexborHTMLParser, metas: Mapping[str, list[str]], url: str | None) -> str | None:
    found = [node.attributes.get("href") for node in tree.css("link[rel=canonical]")[:1]]
    for value in (*found, next(iter(metas.get("og:url", ())), None)):
        try:
            address = urljoin(url or "", (value or "").strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        # The front page's address is not this page's.
        if parts.scheme in ("http", "https") and parts.netloc and parts.path.strip("/"):
            return address[:2000]
    return None
