"""Addresses: where each thing of the site stands. Links and files both come from here."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Addresses:
    """Site-rooted addresses below ``base``.

    >>> here = Addresses("/archive/")
    >>> here.person("sergey-lavrov"), here.day(2009, 5, 6)
    ('/archive/people/sergey-lavrov/', '/archive/dates/2009/05/06/')
    """

    base: str

    @property
    def home(self) -> str:
        """The front page."""
        return self.base

    @property
    def search(self) -> str:
        """The search page."""
        return f"{self.base}search/"

    @property
    def undated(self) -> str:
        """Articles of which no year is known."""
        return f"{self.base}dates/undated/"

    def index(self, kind: str) -> str:
        """The index of ``people``, ``topics``, ``sources`` or ``dates``."""
        return f"{self.base}{kind}/"

    def article(self, slug: str) -> str:
        """An article; without its date, because datings get revised and addresses must not."""
        return f"{self.base}articles/{slug}/"

    def cleaning(self, slug: str) -> str:
        """How an article was cleaned."""
        return f"{self.article(slug)}cleaning/"

    def person(self, id_: str) -> str:
        """A person."""
        return f"{self.base}people/{id_}/"

    def topic(self, id_: str) -> str:
        """A topic."""
        return f"{self.base}topics/{id_}/"

    def source(self, id_: str) -> str:
        """An outlet."""
        return f"{self.base}sources/{id_}/"

    def year(self, year: int) -> str:
        """A year."""
        return f"{self.base}dates/{year:04}/"

    def year_data(self, year: int) -> str:
        """What is of a year, for programs."""
        return f"{self.year(year)}year.json"

    def month(self, year: int, month: int) -> str:
        """A month."""
        return f"{self.base}dates/{year:04}/{month:02}/"

    def day(self, year: int, month: int, day: int) -> str:
        """A day."""
        return f"{self.base}dates/{year:04}/{month:02}/{day:02}/"

    def written(self, id_: str) -> str:
        """A page from ``content/pages/``."""
        return f"{self.base}{id_}/"

    def list_page(self, url: str, number: int) -> str:
        """An older page of the list at ``url``."""
        return f"{url}page/{number}/"

    def feed(self, url: str) -> str:
        """The Atom feed of the page at ``url``."""
        return f"{url}feed.xml"

    def person_data(self, id_: str) -> str:
        """What is known of a person, for programs."""
        return f"{self.person(id_)}person.json"

    @property
    def people_data(self) -> str:
        """All people, for programs."""
        return f"{self.index('people')}index.json"

    @property
    def downloads(self) -> str:
        """The archive's data, to download."""
        return f"{self.base}downloads/"

    @property
    def topics_data(self) -> str:
        """All topics, for programs."""
        return f"{self.index('topics')}index.json"

    def json_feed(self, url: str) -> str:
        """The JSON Feed of the page at ``url``."""
        return f"{url}feed.json"

    def asset(self, name: str) -> str:
        """A file of the theme."""
        return f"{self.base}static/{name}"

    def output_path(self, url: str) -> str:
        """The file that serves ``url``, below the output folder.

        >>> Addresses("/archive/").output_path("/archive/people/")
        'people/index.html'
        """
        path = url[len(self.base) :]
        return f"{path}index.html" if not path or path.endswith("/") else path


def host_of(site_url: str, base: str) -> str:
    """Scheme and host, to put before a site-rooted address."""
    return site_url.rstrip("/").removesuffix(base.rstrip("/"))


def is_of_index(path: str) -> bool:
    """Whether a file of the site belongs to a search index, as the search page does not."""
    return path.startswith("search/") and path.count("/") > 1


# What a written page may not be called, because something else stands at that address.
TAKEN = frozenset(
    {
        "articles",
        "people",
        "topics",
        "sources",
        "dates",
        "search",
        "downloads",
        "static",
        "page",
        "feed",
        "sitemap",
        "404",
    }
)


_PLAIN_LINK = re.compile(r"https?://[a-z0-9.-]+/[A-Za-z0-9/._~%-]*")


def safe_link(url: str | None) -> str | None:
    """``url`` if it leads to a web page, else None: no script, no data, no file.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url:
        return None
    if _PLAIN_LINK.fullmatch(url):  # as nearly every one of news
        return url
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None
