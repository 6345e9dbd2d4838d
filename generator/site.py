"""``site.toml`` → :class:`Site`: what the archive is called, where it lives, and how it is laid out.

Every key is documented in ``docs/settings.md``; a test compares the two.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_type_hints
from urllib.parse import urlsplit

from generator.errors import Problem, SiteError, Where, did_you_mean

FILE_NAME = "site.toml"

_HERE = Path(__file__).parent
# A wheel carries the templates inside the package; a checkout has them beside it.
BUNDLED = _HERE / "bundled" if (_HERE / "bundled").is_dir() else _HERE.parent / "templates"
"""The templates that every site has."""

_OWN = frozenset({"content", "templates", ".dateline", "generator", "tests"})

Section = TypeVar("Section")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lists:
    """How long lists are."""

    page_size: int = 50
    """About how many articles a page of a list holds."""
    feed_entries: int = 20
    feed_inferred: bool = False
    """Whether feeds hold articles whose day was inferred by evidence; else only those whose day is stated."""
    home_articles: int = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """Which names become pages."""

    page_threshold: int = 2
    """A name that no record settles gets an unverified page when it is found in so many articles; 0: never."""
    recogniser: str = "own"
    """Who finds people in texts: ``own``, or the name of an installed model of spaCy."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaning:
    """What readers see of how articles were cleaned."""

    pages: bool = True
    """Whether each article with a cleaning record has a page that shows what was removed from its original, and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Downloads:
    """The archive's data, for programs."""

    enabled: bool = True
    """Whether all of it can be downloaded: articles with their texts, and the tables of records."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Search:
    """The search index."""

    enabled: bool = True
    shard_articles: int = 3000
    """A year with more articles than this is split into several indexes, to bound Pagefind's memory."""
    time_limit: int = 900
    """Seconds that Pagefind may take for one index."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """``site.toml`` as written, with defaults for what it leaves out."""

    title: str
    url: str
    tagline: str = ""
    description: str = ""
    language: str = "en"
    canonical: str = "self"
    """Which address search engines should know an article by: its own, or the ``original`` where that is known."""
    output: str = "public"
    """The folder to publish, relative to the one that holds ``site.toml``."""
    lists: Lists = field(default_factory=Lists)
    people: People = field(default_factory=People)
    cleaning: Cleaning = field(default_factory=Cleaning)
    downloads: Downloads = field(default_factory=Downloads)
    search: Search = field(default_factory=Search)


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """An archive on disk."""

    root: Path
    """The folder that holds ``site.toml``."""
    settings: Settings
    base: str
    """The path that the site lives below: ``/``, or ``/archive/``."""

    @property
    def content(self) -> Path:
        """The folder that people read and correct."""
        return self.root / "content"

    @property
    def templates(self) -> Path:
        """The site's own templates; it need not exist."""
        return self.root / "templates"

    @property
    def output(self) -> Path:
        """The folder that is published."""
        return self.root / self.settings.output

    @property
    def store(self) -> Path:
        """What a build remembers for the next one. Deleting it costs time, never correctness."""
        return self.root / ".dateline"


def load_site(root: Path) -> Site:
    """Read ``site.toml`` in ``root``. Raises SiteError with every problem found."""
    path = root / FILE_NAME
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise SiteError(
            Problem(
                where=Where(path=str(path)),
                what="There is no site here.",
                remedy="Go to the folder of your site.toml, or make a site with: dateline init DIR",
            )
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SiteError(
            Problem(where=Where(path=str(path)), what=f"It cannot be read: {error}.", remedy="Save it as UTF-8 text.")
        ) from error
    return Site(root=root, settings=(settings := read_settings(text)), base=_base(settings.url))


def read_settings(text: str) -> Settings:
    r"""Settings from the text of a ``site.toml``.

    >>> read_settings('title = "T"\nurl = "https://example.org/a"').lists.page_size
    50

    Raises SiteError with every problem found.
    """
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise SiteError(
            Problem(
                where=Where(path=FILE_NAME, line=int(line[1]) if line else None),
                what=f"This is not TOML: {error}.",
                remedy="Text values need quotes, and a key may stand only once.",
            )
        ) from error
    problems: list[Problem] = []
    settings = _fill(Settings, values, "", text, problems)
    if settings is not None:
        problems.extend(_check_values(settings, text))
    if problems or settings is None:
        raise SiteError(problems)
    return settings


def _fill(
    kind: type[Section], values: Mapping[str, Any], prefix: str, text: str, problems: list[Problem]
) -> Section | None:
    """An instance of the settings class ``kind``, or None when problems were added."""
    before = len(problems)
    known: dict[str, Field[Any]] = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]  # always a dataclass
    hints = get_type_hints(kind)
    filled: dict[str, Any] = {}
    for key, value in values.items():
        name = prefix + key
        if key not in known:
            problems.append(_problem(text, name, "There is no such setting.", _hint(key, known)))
        elif is_dataclass(hints[key]):
            if isinstance(value, dict):
                assert isinstance(hints[key], type)
                filled[key] = _fill(hints[key], value, f"{name}.", text, problems)
            else:
                problems.append(
                    _problem(text, name, "This is a section.", f"Write it as [{name}] on a line of its own.")
                )
        elif type(value) is not hints[key]:
            wanted = {str: "text in quotes", int: "a whole number", bool: "true or false"}[hints[key]]
            problems.append(_problem(text, name, f"{value!r} is not {wanted}.", f"Write {wanted}."))
        else:
            filled[key] = value
    for name, f in known.items():
        if name not in values and f.default is MISSING and f.default_factory is MISSING:
            problems.append(_problem(text, prefix + name, "It is missing.", f'Add: {prefix + name} = "…"'))
    return kind(**filled) if len(problems) == before else None


def _hint(key: str, known: Mapping[str, object]) -> str:
    return did_you_mean(key, known).strip() or "Settings here: " + ", ".join(known) + "."


def _check_values(settings: Settings, text: str) -> list[Problem]:
    problems = []
    if not _is_address(settings.url):
        problems.append(
            _problem(text, "url", f'"{settings.url}" is not an address.', "Write it as https://example.org/archive/")
        )
    if not settings.title.strip():
        problems.append(_problem(text, "title", "It is empty.", "Say what the archive is called."))
    if settings.canonical not in ("self", "original"):
        what = f'"{settings.canonical}" is no such address.'
        problems.append(_problem(text, "canonical", what, 'Write "self" or "original".'))
    lowest = {
        "lists.page_size": (settings.lists.page_size, 5),
        "lists.feed_entries": (settings.lists.feed_entries, 1),
        "lists.home_articles": (settings.lists.home_articles, 1),
        "people.page_threshold": (settings.people.page_threshold, 0),
        "search.shard_articles": (settings.search.shard_articles, 10),
        "search.time_limit": (settings.search.time_limit, 1),
    }
    for name, (value, least) in lowest.items():
        if value < least:
            problems.append(_problem(text, name, f"{value} is too small.", f"Write {least} or more."))
    output = settings.output
    parts = output.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or parts[0] in _OWN:
        problems.append(
            _problem(
                text, "output", f'"{output}" cannot be published to.', "Name a folder below this one, like public."
            )
        )
    return problems


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not (parts.query or parts.fragment)
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:  # a port that is no number, a bracket that stays open
        return False


def _problem(text: str, name: str, what: str, remedy: str) -> Problem:
    """A problem with one setting, at its line when it stands in ``text``."""
    section, _, key = name.rpartition(".")
    inside = section == ""
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([^\]]+)\]", line)
        if header:
            inside = header[1].strip() == section
        if (inside and re.match(rf"\s*{re.escape(key)}\s*=", line)) or (header and header[1].strip() == name):
            return Problem(where=Where(path=FILE_NAME, line=number, key=name), what=what, remedy=remedy)
    return Problem(where=Where(path=FILE_NAME, key=name), what=what, remedy=remedy)


def _base(url: str) -> str:
    path = urlsplit(url).path
    return path if path.endswith("/") else path + "/"
