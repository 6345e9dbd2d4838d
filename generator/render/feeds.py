"""Feeds and sitemaps as XML."""

import re
from html import escape

from generator.model.files import Feed, FeedEntry, Sitemap
from generator.model.page import SiteView

# Characters that XML 1.0 does not allow, section 2.2.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_feed(feed: Feed, site: SiteView) -> str:
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
        f"{entries}</feed>\n"
    )


def render_sitemap(sitemap: Sitemap) -> str:
    """Sitemap protocol 0.9."""
    urls = "".join(
        f"<url><loc>{_text(entry.url)}</loc>"
        + (f"<lastmod>{entry.lastmod}</lastmod>" if entry.lastmod else "")
        + "</url>\n"
        for entry in sitemap.entries
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )


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
