"""What programs are told of the site as a whole: crawlers, language models, and browsers that would search it."""

from collections.abc import Iterator
from html import escape

from generator.model.address import Addresses
from generator.model.files import TextFile
from generator.model.page import SiteView

OPEN_SEARCH = "opensearch.xml"
LONGEST_NAME = 16
"""Characters of a ShortName (OpenSearch 1.1, draft 6)."""


def program_files(here: Addresses, host: str, site: SiteView, articles: int) -> Iterator[TextFile]:
    """The files that such programs look for."""
    sitemap = f"{host}{here.base}sitemap.xml"
    # Crawlers read the one at the root of a host; below a path it is there to be copied.
    robots = f"User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n"
    yield TextFile(url=f"{here.base}robots.txt", text=robots)
    yield TextFile(url=f"{here.base}llms.txt", text=_llms(here, host, site, articles))
    if site.search:
        yield TextFile(url=f"{here.base}{OPEN_SEARCH}", text=_open_search(here, host, site))


def _llms(here: Addresses, host: str, site: SiteView, articles: int) -> str:
    """The archive for language models (llmstxt.org): what it is, and where its data is."""
    ways = "".join(f"- [{link.title}]({host}{link.url})\n" for link in site.menu)
    data = ""
    if site.downloads:
        data = (
            "\n## Data\n\n"
            f"- [Downloads]({host}{site.downloads}): all articles with their texts as JSON Lines, a part a year\n"
            f"- [Data package]({host}{site.downloads}datapackage.json): every file and what its fields mean\n"
        )
    return (
        f"# {' '.join(site.title.split())}\n\n"
        f"> {' '.join(site.description.split()) or 'An archive of news articles.'}\n\n"
        f"An archive of {articles:,} news articles. Each has its source, and its date with the certainty that "
        "there is. "
        "Cite the outlet that published an article, and the archive as the place where it can be read.\n\n"
        f"## Ways in\n\n{ways}{data}"
        f"\n## Optional\n\n- [Feed]({host}{site.feed}): the newest articles, as Atom\n"
        f"- [People]({host}{here.people_data}): all people with the forms of their names, as JSON\n"
        f"- [Topics]({host}{here.topics_data}): all topics, as JSON\n"
    )


def _open_search(here: Addresses, host: str, site: SiteView) -> str:
    """OpenSearch 1.1, draft 6: browsers add the archive to what their address bar searches."""
    name = site.title if len(site.title) <= LONGEST_NAME else site.title[: LONGEST_NAME - 1].rstrip() + "…"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(name)}</ShortName>\n"
        f"<Description>{escape((site.description or site.title)[:1024])}</Description>\n"
        f'<Url type="text/html" template="{escape(host + here.search)}?q={{searchTerms}}"/>\n'
        f'<Image type="image/svg+xml">{escape(host + here.asset("favicon.svg"))}</Image>\n'
        f"<Language>{escape(site.language)}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
