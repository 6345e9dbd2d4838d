"""Feeds as Atom and JSON Feed, sitemaps as XML."""

import json
import re
from functools import lru_cache
from html import escape
from typing import Any

from generator.model.files import Feed, FeedEntry, Sitemap
from generator.model.page import SiteView

# Characters that XML 1.0 does not allow, section 2.2.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


JSON_FEED = "https://jsonfeed.org/version/1.1"
LIST = "http://www.sitemaps.org/schemas/sitemap/0.9"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def render_feed(feed: Feed, site: SiteView) -> str:
    """A feed in its format."""
    return _render_json(feed, site) if feed.format == "json" else _render_atom(feed, site)


def _render_atom(feed: Feed, site: SiteView) -> str:
    """Atom, RFC 4287. ``updated`` is the newest article's day: nothing of the site reads the clock."""
    host = site.url.removesuffix(site.base)
    updated = max((entry.published for entry in feed.entries), default="1970-01-01T00:00:00Z")
    entries = "".join(_render_entry(entry) for entry in feed.entries)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(site.language)}>\n'
        f"<id>{_text(host + feed.page_url)}</id>\n"
        f"<title>{_text(feed.title)}</title>\n"
        f"<updated>{updated}</updated>\n"
        f"<author><name>{_text(site.title)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={_attribute(host + feed.url)}/>\n'
        f'<link rel="alternate" type="text/html" href={_attribute(host + feed.page_url)}/>\n'
        f'<link rel="alternate" type="application/feed+json" href={_attribute(host + feed.twin)}/>\n'
        f"{entries}</feed>\n"
    )


def _render_json(feed: Feed, site: SiteView) -> str:
    """JSON Feed 1.1."""
    host = site.url.removesuffix(site.base)
    values = {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": host + feed.page_url,
        "feed_url": host + feed.url,
        "language": site.language,
        "authors": [{"name": site.title, "url": site.url}],
        "items": [_item(entry) for entry in feed.entries],
    }
    return _encode(values) + "\n"


def _item(entry: FeedEntry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published,
        "language": entry.language,
    }
    return item | ({"authors": [{"name": entry.source}]} if entry.source else {})


def render_sitemap(sitemap: Sitemap) -> str:
    """Sitemap protocol 0.9."""
    whole, part = ("sitemapindex", "sitemap") if sitemap.is_index else ("urlset", "url")
    entries = "".join(
        f"<{part}><loc>{_text(entry.url)}</loc>"
        + (f"<lastmod>{entry.lastmod}</lastmod>" if entry.lastmod else "")
        + f"</{part}>\n"
        for entry in sitemap.entries
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{whole} xmlns="{LIST}">\n{entries}</{whole}>\n'


@lru_cache(maxsize=512)  # the newest articles are in the feeds of all that they name
def _render_entry(entry: FeedEntry) -> str:
    author = f"<author><name>{_text(entry.source)}</name></author>" if entry.source else ""
    return (
        f"<entry xml:lang={_attribute(entry.language)}><id>{entry.id}</id><title>{_text(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href={_attribute(entry.url)}/>'
        f"<published>{entry.published}</published><updated>{entry.published}</updated>"
        f"{author}<summary>{_text(entry.summary)}</summary></entry>\n"
    )


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))


def _attribute(text: str) -> str:
    return f'"{_text(text)}"'
