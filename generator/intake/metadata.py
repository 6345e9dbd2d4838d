"""What a page's markup says of its story: JSON-LD, OpenGraph, other meta tags, ``<time>``, ``<title>``.

Where several say something, the one that is most often right is believed: JSON-LD of an article, then what was written
for sharing, then the rest. What cannot be a title, a name or a day is passed over.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.model.raw import Stated

_KINDS = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle blogposting "
    "liveblogposting reviewnewsarticle advertisercontentarticle satiricalarticle techarticle scholarlyarticle review "
    "report socialmediaposting asknewsarticle".split()
)
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "sailthru.title", "headline")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
_AUTHORS = ("author", "article:author", "og:article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl", "cxenseparse:author", "citation_author", "article.author", "authors", "dc.contributor")  # fmt: skip
_DATES = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "publish_date", "publishdate", "pubdate", "publication_date", "published_time", "dc.date.issued", "dc.date", "dcterms.date", "dcterms.created", "dcterms.issued", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "date", "article_date_original", "originalpublicationdate", "citation_publication_date", "dc.date.created", "article:publicationdate", "publish-date", "displaydate", "ptime", "rbpubdate", "cxenseparse:publishtime", "published", "created", "article.created", "og:pubdate")  # fmt: skip
_SITES = ("og:site_name", "publisher", "application-name", "dc.publisher", "copyright", "twitter:site")
_ISO_DAY = re.compile(r"\s*((?:1[6-9]|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_WORD_DAY = re.compile(r"(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d\d)\b")  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_URL_DAY = re.compile(r"/((?:19[5-9]|20[0-4])\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/_-])")
_BARS = re.compile(r"\s+[|–—\-·•:»«<>]+\s+|\s*[|»]\s*")
_ADDRESS = re.compile(r"https?:|www\.|@|/")
_DIGITS = re.compile(r"\d{3}")
_NO_AUTHOR = re.compile(r"(?i)^(?:by|admin|administrator|editor|null|none|undefined|unknown|author|staff|n/?a|default|webmaster|anonymous|guest)$")  # fmt: skip
_BY = re.compile(r"(?i)^\s*(?:(?:written|posted|reported)\s+)?by\b[\s:]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_COMMENT = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//<!\[CDATA\[|/\*.*?\*/)|(?:-->|\]\]>|//\]\]>)\s*;?\s*$", re.DOTALL)
_TAG = re.compile(r"<[^<>]{1,200}>")
_DEEPEST = 12
"""Levels of JSON-LD that are looked into."""
_MOST = 2000
"""Nodes of JSON-LD that are looked at."""
_LONGEST = 4_000_000
"""Characters of a JSON-LD script that are read."""


def read_metadata(tree: LexborHTMLParser, url: str | None = None) -> tuple[Stated, str | None]:
    """What a page's markup states, and the address that it gives itself; None when it gives none."""
    metas = _read_metas(tree)
    canonical = _canonical(tree, metas, url)
    story = _choose_story(_read_linked_data(tree), _first(metas, ("og:title",)), canonical)
    site = _site(metas, story)
    body = _text(story.get("articleBody"))
    return Stated(
        title=_title(tree, metas, story, site),
        standfirst=_plain(_text(story.get("description")) or _first(metas, _DESCRIPTIONS)),
        authors=_authors(tree, metas, story),
        published=_published(tree, metas, story, canonical or url),
        site=site,
        language=_language(tree, metas, story),
        body=_TAG.sub(" ", html.unescape(body)) if body else None,
    ), canonical  # fmt: skip


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


def _first(metas: Mapping[str, list[str]], names: Iterable[str]) -> str | None:
    return next((value for name in names for value in metas.get(name, ())), None)


# ---- JSON-LD


def _read_linked_data(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """All nodes of all JSON-LD scripts, those of a graph and within others included."""
    nodes: list[dict[str, Any]] = []
    for script in tree.css("script[type]"):
        if "ld+json" not in (script.attributes.get("type") or "").lower():
            continue
        text = _COMMENT.sub("", script.text(strip=False) or "")[:_LONGEST].strip()
        try:
            loaded = json.loads(text.rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            try:
                loaded = json.loads(html.unescape(text), strict=False)
            except (ValueError, RecursionError):
                continue
        nodes.extend(_nodes(loaded))
        if len(nodes) > _MOST:
            break
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        for key in ("author", "publisher", "creator"):
            value = node.get(key)
            if isinstance(value, list):
                node[key] = [_resolve(part, named) for part in value[:20]]
            elif value is not None:
                node[key] = _resolve(value, named)
    return nodes


def _resolve(value: Any, named: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    waiting = [(loaded, 0)]
    seen = 0
    while waiting and seen < _MOST:
        value, depth = waiting.pop(0)
        seen += 1
        if isinstance(value, dict):
            if "@type" in value or "@id" in value:
                yield value
            inner: Iterable[Any] = (value[key] for key in ("@graph", "mainEntity", "itemReviewed", "hasPart") if key in value) if "@type" in value else value.values()  # fmt: skip
            for part in (
                *inner,
                *(value[key] for key in ("author", "publisher", "creator", "isPartOf") if key in value),
            ):
                if isinstance(part, dict | list) and depth < _DEEPEST:
                    waiting.append((part, depth + 1))
        elif isinstance(value, list) and depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in value[:500])


def _choose_story(nodes: Iterable[dict[str, Any]], title: str | None, canonical: str | None) -> dict[str, Any]:
    """The node that speaks of the page's story; empty when none does."""
    best: dict[str, Any] = {}
    top = 0.0
    for number, node in enumerate(nodes):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(str(kind).lower().rsplit("/", 1)[-1] in _KINDS for kind in kinds):
            continue
        score = 1.0 - number / 10_000
        headline = _text(node.get("headline")) or _text(node.get("name"))
        if headline and title and _alike(headline, title):
            score += 2
        page = node.get("mainEntityOfPage")
        for address in (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page):
            if isinstance(address, str) and canonical and _path(address) == _path(canonical):
                score += 1
                break
        score += 0.5 * ("datePublished" in node) + 0.3 * ("author" in node) + 0.3 * ("articleBody" in node)
        if score > top:
            best, top = node, score
    return best


def _alike(one: str, other: str) -> bool:
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return len(a & b) >= 0.6 * max(1, min(len(a), len(b)))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return address


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def _plain(text: str | None) -> str | None:
    """One line without markup or entities; None when nothing is left."""
    if not text:
        return None
    return " ".join(_TAG.sub(" ", html.unescape(text)).split()) or None


# ---- what is stated


def _title(tree: LexborHTMLParser, metas: Mapping[str, list[str]], story: Mapping[str, Any], site: str | None) -> str | None:  # fmt: skip
    node = tree.css_first("title")
    titles = [_text(story.get("headline")), _text(story.get("name")), *(_first(metas, (name,)) for name in _TITLES)]
    titles.append(node.text() if node else None)
    headings = [_plain(heading.text(separator=" ")) for heading in tree.css("h1")[:10]]
    for candidate in titles:
        title = _plain(candidate)
        if not title or len(title) > 400:
            continue
        for heading in headings:  # the heading is printed; the markup may shorten it or add to it
            if heading and len(heading) >= 12 and title.startswith(heading):
                return heading
        return strip_site(title, site)
    return next((heading for heading in headings if heading and len(heading) >= 12), None)


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


def _authors(tree: LexborHTMLParser, metas: Mapping[str, list[str]], story: Mapping[str, Any]) -> tuple[str, ...]:
    found = list(_credible_authors(_names(story.get("author") or story.get("creator"))))
    if not found:
        for name in _AUTHORS:
            found = list(_credible_authors(metas.get(name, ())))
            if found:
                break
    if not found:
        nodes: list[LexborNode] = tree.css('[itemprop="author"] [itemprop="name"]') or tree.css('[itemprop="author"]')
        nodes = nodes or tree.css('a[rel~="author"]')
        found = list(_credible_authors(_plain(node.text(separator=" ")) or "" for node in nodes[:4]))
    return tuple(dict.fromkeys(found))


def _names(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict) and depth < 4:
        kind = str(value.get("@type", "")).lower()
        if "organization" not in kind:
            yield from _names(value.get("name"), depth + 1)
    elif isinstance(value, list) and depth < 4:
        for part in value[:20]:
            yield from _names(part, depth + 1)


def _credible_authors(names: Iterable[str]) -> Iterator[str]:
    for given in names:
        plain = _plain(given)
        if not plain:
            continue
        for name in re.split(r"\s*(?:[;|]|,?\s+and\s+|,\s+(?=[A-Z][^\s,]*\s+[A-Z])|\s+&\s+)\s*", _BY.sub("", plain)):
            words = name.split()
            if (
                not 2 <= len(words) <= 6
                or _ADDRESS.search(name)
                or _DIGITS.search(name)
                or _NO_AUTHOR.match(name)
                or not name[0].isalpha()
            ):
                continue
            yield name.strip(" ,.")


def read_day(text: object) -> str | None:
    """The day that a time stamp or date in words begins with, as ISO 8601; None when it is no real day.

    >>> read_day("2015-05-19T23:30:00-05:00"), read_day("Tue, 19 May 2015 10:00:00 GMT"), read_day("2015-02-30")
    ('2015-05-19', '2015-05-19', None)
    """
    if not isinstance(text, str):
        return None
    text = text[:100]
    match = _ISO_DAY.match(text)
    if match:
        return _real_day(*map(int, match.groups()))
    word = _WORD_DAY.search(text)
    if word and (word[1] or word[3]):
        return _real_day(int(word[4]), _MONTHS.index(word[2].lower()) + 1, int(word[1] or word[3]))
    return None


def _real_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _published(tree: LexborHTMLParser, metas: Mapping[str, list[str]], story: Mapping[str, Any], url: str | None) -> str | None:  # fmt: skip
    day = read_day(_text(story.get("datePublished"))) or read_day(_text(story.get("dateCreated")))
    if day:
        return day
    for name in _DATES:
        for value in metas.get(name, ()):
            day = read_day(value)
            if day:
                return day
    for selector in (
        '[itemprop~="datePublished"]',
        "time[pubdate]",
        "time.published",
        "time.entry-date",
        "time[datetime]",
    ):
        for node in tree.css(selector)[:1]:
            attributes = node.attributes
            day = read_day(attributes.get("datetime") or attributes.get("content") or node.text())
            if day and (selector != "time[datetime]" or len(tree.css("time")) <= 3):
                return day
    return day_of_address(url) if url else None


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
    publisher = story.get("publisher")
    for name in (_first(metas, ("og:site_name",)), _text(publisher), _first(metas, _SITES)):
        plain = _plain(name)
        if plain and len(plain) <= 80 and not plain.startswith(("http", "@")):
            return plain
    return None


def _language(tree: LexborHTMLParser, metas: Mapping[str, list[str]], story: Mapping[str, Any]) -> str | None:
    root = tree.css_first("html")
    attributes = root.attributes if root else {}
    for value in (
        _text(story.get("inLanguage")),
        attributes.get("lang"),
        attributes.get("xml:lang"),
        _first(metas, ("og:locale", "content-language", "language", "dc.language")),
    ):
        if value and _LANGUAGE.match(value.strip()):
            return re.split(r"[-_]", value.strip())[0].lower()
    return None


def _canonical(tree: LexborHTMLParser, metas: Mapping[str, list[str]], url: str | None) -> str | None:
    found = [node.attributes.get("href") for node in tree.css("link[rel=canonical]")[:1]]
    for value in (*found, _first(metas, ("og:url",))):
        try:
            address = urljoin(url or "", (value or "").strip())
            parts = urlsplit(address)
        except ValueError:
            continue
        # The front page's address is not this page's.
        if parts.scheme in ("http", "https") and parts.netloc and parts.path.strip("/"):
            return address[:2000]
    return None
