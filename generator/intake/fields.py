"""The fields by which other programs, and people, say what a page is."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from generator.model.dating import parse_dating
from generator.model.raw import Stated

NAMES: dict[str, tuple[str, ...]] = {
    "url": ("url", "responded_url", "requested_url", "link", "canonical_link", "source"),
    "title": ("title", "headline"),
    "standfirst": ("standfirst", "description", "excerpt", "meta_description", "subtitle"),
    "authors": ("authors", "author", "byline"),
    "published": (
        "published", "date", "date_publish", "publish_date", "publishing_date", "publication_date", "published_date",
        "published_at", "date_published", "datePublished",
    ),
    "site": (
        "source", "site", "sitename", "site_name", "source-hostname", "meta_site_name", "publisher", "outlet",
        "hostname", "source_domain", "host",
    ),
    "language": ("language", "lang", "meta_lang"),
    "captured": ("captured", "date_download", "crawl_date", "download_date", "filedate"),
    "text": ("text", "maintext", "plaintext", "raw_text", "content", "body"),
    "html": ("html", "raw_html"),
}  # fmt: skip
"""What each of our fields is called by people, trafilatura, news-please, Fundus and newspaper4k; the first one filled
counts. trafilatura calls the address ``source``, others the outlet: what begins like an address is one."""

_KNOWN = frozenset(name for names in NAMES.values() for name in names) | {"file", "id"}
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d.*)?$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_MILLISECONDS = 1e11
"""Times from here on count milliseconds; as seconds they would lie beyond the year 5000."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """What a record says, in our words."""

    stated: Stated
    url: str | None
    captured: str | None
    """An ISO 8601 time."""
    text: str | None
    html: str | None
    unread: tuple[str, ...]
    """Names of the fields that ought to hold a date and do not."""


def read_fields(values: Mapping[str, Any]) -> Fields:
    """What a record says. A field of a kind that cannot be is passed over."""
    values = {**_unfold(values), **values}
    published_as, published = _first_date(values, "published")
    captured_as, captured = _first_date(values, "captured", to_day=False)
    language = _first_text(values, "language")
    return Fields(
        stated=Stated(
            title=_one_line(_first_text(values, "title")),
            standfirst=_one_line(_first_text(values, "standfirst")),
            authors=_read_authors(values),
            published=published,
            site=_one_line(next((text for text in _texts(values, "site") if not _ADDRESS.match(text)), None)),
            language=language.replace("_", "-") if language and _LANGUAGE.match(language) else None,
        ),
        url=next((text for text in _texts(values, "url") if _ADDRESS.match(text)), None),
        captured=captured,
        text=_first_text(values, "text") or _gather_sections(values.get("body")),
        html=_first_text(values, "html"),
        unread=tuple(name for name in (published_as, captured_as) if name),
    )


def unknown_names(values: Mapping[str, Any]) -> list[str]:
    """Names of filled fields that mean nothing to us."""
    return [name for name, value in values.items() if value and name not in _KNOWN]


def read_day(value: Any) -> str | None:
    """A date as EDTF, from any way in which programs write one; None when it is none.

    >>> read_day("2015-05-19T08:30:00+02:00"), read_day("2015-05?"), read_day(1432024200), read_day("yesterday")
    ('2015-05-19', '2015-05?', '2015-05-19', None)
    """
    moment = _read_moment(value)
    if moment is not None:
        return moment.date().isoformat()
    if not isinstance(value, str):
        return None
    text = value.strip()
    match = _DAY.match(text)
    try:
        return parse_dating(match[1] if match else text).edtf or None
    except ValueError:
        return None


def _read_moment(value: Any) -> datetime | None:
    """The moment that a number, or the header of a mail or an HTTP answer, tells."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / 1000 if value >= _MILLISECONDS else value, UTC)
        if isinstance(value, str) and "," in value:
            return parsedate_to_datetime(value)
    except (ValueError, OverflowError, OSError, TypeError, IndexError):
        return None
    return None


def read_time(value: Any) -> str | None:
    """A moment as an ISO 8601 time, or the day alone where no more is said; None when it is none."""
    moment = _read_moment(value)
    if moment is not None:
        return moment.isoformat()
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value.strip()).isoformat()
    except ValueError:
        return None


def _unfold(values: Mapping[str, Any]) -> dict[str, Any]:
    """What Fundus puts a level deeper: the page, its address and time, and who published it."""
    page = values.get("html")
    if not isinstance(page, Mapping):
        return {}
    source = page.get("source_info")
    found = {"publisher": source.get("publisher")} if isinstance(source, Mapping) else {}
    found |= {name: page.get(name) for name in ("requested_url", "responded_url", "crawl_date")}
    return found | {"raw_html": page.get("content")}


def _texts(values: Mapping[str, Any], field: str) -> Iterator[str]:
    for name in NAMES[field]:
        value = values.get(name)
        if isinstance(value, str) and value.strip():
            yield _whole(value.strip())


def _first_text(values: Mapping[str, Any], field: str) -> str | None:
    return next(_texts(values, field), None)


def _first_date(values: Mapping[str, Any], field: str, *, to_day: bool = True) -> tuple[str | None, str | None]:
    """The name of the first filled field when it cannot be read, and what it says."""
    for name in NAMES[field]:
        value = values.get(name)
        if value:
            said = read_day(value) if to_day else read_time(value)
            return (None, said) if said else (name, None)
    return None, None


def _read_authors(values: Mapping[str, Any]) -> tuple[str, ...]:
    """From a list of names, or of objects with a name, or a line of names between semicolons."""
    for name in NAMES["authors"]:
        value = values.get(name)
        parts = value.split(";") if isinstance(value, str) else value if isinstance(value, list) else []
        named = [part.get("name") if isinstance(part, Mapping) else part for part in parts]
        authors = [text for part in named if isinstance(part, str) and (text := _one_line(part))]
        if authors:
            return tuple(dict.fromkeys(authors))
    return ()


def _gather_sections(body: Any) -> str | None:
    """The paragraphs of a body in sections, as Fundus writes it."""
    if not isinstance(body, Mapping):
        return None
    parts: list[str] = []
    sections = body.get("sections")
    for block in (body, *(sections if isinstance(sections, list) else ())):
        for name in ("summary", "headline", "paragraphs"):
            value = block.get(name) if isinstance(block, Mapping) else None
            lines = [value] if isinstance(value, str) else value if isinstance(value, list) else []
            parts.extend(line.strip() for line in lines if isinstance(line, str) and line.strip())
    return "\n\n".join(parts) or None


def _one_line(text: str | None) -> str | None:
    return " ".join(_whole(text).split()) or None if text else None


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can say and no encoding can write."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
