"""Downloads: the whole archive for programs, in parts that change on their own.

Texts are cut by year, and a year of very many articles by month, so that an edit writes one part anew. A row tells by
its version whether anything of it has changed, to those who keep a copy and to the next build.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model.catalog import Card
from generator.model.files import DataFile, Export, ExportRow, Table
from generator.model.page import Download, DownloadsPage
from generator.pages.recipe import Recipe
from generator.pages.views import Views

MOST = 5000
"""Articles of a year from which on it is cut into months: a part has a few MB, and is held in memory as a whole."""

ARTICLE_FIELDS = {
    "id": ("string", "What the article is called in addresses; unique, and never used again."),
    "version": ("string", "Differs whenever anything else of the row does."),
    "url": ("string", "Its page in the archive."),
    "title": ("string", "The headline, as published."),
    "standfirst": ("string", "The summary line under the headline."),
    "byline": ("string", "Who is credited, as printed."),
    "authors": ("array", "The names in the byline."),
    "published": ("string", "When it was published, as EDTF (ISO 8601-2); nothing when undated."),
    "earliest": ("date", "The first day that it may have been published."),
    "latest": ("date", "The last day that it may have been published."),
    "evidence": ("array", "Why that date is believed, where the page did not state it."),
    "source": ("string", "The id of the outlet, in sources.csv."),
    "original_url": ("string", "Where the outlet published it."),
    "language": ("string", "Its language, as BCP 47."),
    "dateline": ("object", "Where it was filed from: place, day and agency, as printed."),
    "place": ("string", "The place of the dateline."),
    "people": ("array", "Ids of the people whom it names, in people.csv."),
    "topics": ("array", "Ids of its topics, in topics.csv."),
    "captions": ("array", "Words under pictures: text and credit."),
    "text": ("string", "The text, as Markdown."),
    "words": ("integer", "Words of the text."),
    "original_sha256": ("string", "SHA-256 of the raw page that it was made from."),
}
"""Fields of articles in either format: type and meaning. In CSV a list is one cell, with a bar between its entries."""

LINE_FIELDS = tuple(name for name in ARTICLE_FIELDS if name not in ("place", "words"))
ROW_FIELDS = tuple(
    name for name in ARTICLE_FIELDS if name not in ("authors", "evidence", "dateline", "captions", "text")
)

RECORD_FIELDS = {
    "id": ("string", "What the record is called in addresses and in the rows of articles."),
    "name": ("string", "The preferred form of the name."),
    "variants": ("string", "Other forms of the name."),
    "url": ("string", "Its page in the archive."),
    "homepage": ("string", "The outlet's own address."),
    "articles": ("integer", "How many articles it has."),
    "first": ("date", "The first day of these."),
    "last": ("date", "The last day of these."),
    "verified": ("boolean", "False while only a machine has said that this person exists."),
    "born": ("string", "As EDTF."),
    "died": ("string", "As EDTF."),
    "broader": ("string", "Ids of wider topics."),
    "related": ("string", "Ids of related topics."),
    "identifiers": ("string", "Identifiers elsewhere, as scheme:value."),
}
TABLES = {
    "people": ("id", "name", "variants", "url", "articles", "first", "last", "verified", "born", "died", "identifiers"),
    "topics": ("id", "name", "variants", "url", "articles", "first", "last", "broader", "related", "identifiers"),
    "sources": ("id", "name", "variants", "url", "homepage", "articles", "first", "last", "identifiers"),
}
"""The tables of records, and their columns."""


def plan_downloads(views: Views, title: str) -> Iterator[Recipe]:
    """The page of downloads, and every file of theirs but the list of sums, which is made when all others are."""
    folder = views.here.downloads
    parts = cut_parts(views.catalog.cards.values())
    counts = {name: len(slugs) for name, slugs in parts.items()}
    yield Recipe(url=folder, make=partial(_page, views, folder, counts), shows=())
    yield from _plan_parts(views, folder, parts)
    for kind in TABLES:
        yield Recipe(url=f"{folder}{kind}.csv", make=partial(_table, views, folder, kind), listed=False, shows=())
    package = f"{folder}datapackage.json"
    yield Recipe(url=package, make=partial(_package, views, package, title, tuple(parts)), listed=False, shows=())


def plan_downloads_of(views: Views, changed: Collection[str]) -> Iterator[Recipe]:
    """The parts that hold some articles."""
    cards = views.catalog.cards
    years = {_year_of(cards[slug]) for slug in changed}
    parts = cut_parts(card for card in cards.values() if _year_of(card) in years)
    held = {name: slugs for name, slugs in parts.items() if any(slug in changed for slug in slugs)}
    yield from _plan_parts(views, views.here.downloads, held)


def cut_parts(cards: Iterable[Card]) -> dict[str, list[str]]:
    """Slugs by part, in order of slug; parts by name, newest first: "2015", "2015-05", "undated"."""
    years: dict[int | None, list[Card]] = {}
    for card in cards:
        years.setdefault(_year_of(card), []).append(card)
    parts: dict[str, list[str]] = {}
    for year, own in years.items():
        for card in own:
            day = card.published.earliest
            part = "undated" if day is None else f"{year:04}-{day.month:02}" if len(own) > MOST else f"{year:04}"
            parts.setdefault(part, []).append(card.slug)
    names = sorted(parts, key=lambda name: (name != "undated", name), reverse=True)
    return {name: sorted(parts[name]) for name in names}


def _year_of(card: Card) -> int | None:
    day = card.published.earliest
    return day.year if day else None


def _plan_parts(views: Views, folder: str, parts: Mapping[str, Sequence[str]]) -> Iterator[Recipe]:
    for name, slugs in parts.items():
        url, table = f"{folder}articles-{name}.jsonl", f"{folder}articles-{name}.csv"
        make = partial(_export, views, url, table, slugs)
        yield Recipe(url=url, make=make, besides=(table,), listed=False, shows=slugs)


def _export(views: Views, url: str, table_url: str, slugs: Iterable[str]) -> Export:
    return Export(url=url, table_url=table_url, rows=tuple(_row(views, views.catalog.cards[slug]) for slug in slugs))


def _row(views: Views, card: Card) -> ExportRow:
    catalog, slug = views.catalog, card.slug
    people, topics = catalog.people_of.get(slug, ()), catalog.topics_of.get(slug, ())
    first, last = card.published.earliest, card.published.latest
    url = views.host + views.here.article(slug)
    shown = f"{card.digest}\0{url}\0{'|'.join(people)}\0{'|'.join(topics)}\0{card.source}"
    return ExportRow(
        slug=slug,
        path=card.path,
        digest=card.digest,
        version=hashlib.blake2b(shown.encode(), digest_size=8).hexdigest(),
        url=url,
        earliest=first.isoformat() if first else "",
        latest=last.isoformat() if last else "",
        source=card.source or "",
        people=people,
        topics=topics,
    )


def _page(views: Views, folder: str, counts: Mapping[str, int]) -> DownloadsPage:
    words = views.words
    return DownloadsPage(
        url=folder,
        title=words.gettext("Downloads"),
        description=words.gettext("The whole archive, for programs"),
        count=len(views.catalog.cards),
        parts=tuple(
            Download(
                title=words.gettext("Undated") if name == "undated" else name,
                count=count,
                lines=f"{folder}articles-{name}.jsonl",
                table=f"{folder}articles-{name}.csv",
            )
            for name, count in counts.items()
        ),
        people=f"{folder}people.csv",
        topics=f"{folder}topics.csv",
        sources=f"{folder}sources.csv",
        package=f"{folder}datapackage.json",
        sums=f"{folder}SHA256SUMS",
    )


def _table(views: Views, folder: str, kind: str) -> Table:
    columns = TABLES[kind]
    rows = (tuple(_say(entry.get(column)) for column in columns) for entry in _records(views, kind))
    return Table(url=f"{folder}{kind}.csv", columns=columns, rows=tuple(rows))


def _records(views: Views, kind: str) -> Iterator[dict[str, Any]]:
    """What is known of the records of a kind, those that have a page, in order of id."""
    catalog, here = views.catalog, views.here
    records: Mapping[str, Any] = getattr(catalog.authority, kind)
    slugs_of, address = {
        "people": (catalog.by_person, here.person),
        "topics": ({id_: catalog.by_topic.get(id_, ()) for id_ in catalog.authority.topics}, here.topic),
        "sources": (catalog.by_source, here.source),
    }[kind]
    for id_, slugs in sorted(slugs_of.items()):
        record = records[id_]
        datings = [catalog.cards[slug].published for slug in slugs]
        yield {
            "id": id_,
            "name": record.name,
            "variants": record.variants,
            "url": views.host + address(id_),
            "homepage": getattr(record, "url", None),
            "articles": str(len(slugs)),
            "first": min((dating.earliest.isoformat() for dating in datings if dating.earliest), default=None),
            "last": max((dating.latest.isoformat() for dating in datings if dating.latest), default=None),
            "verified": str(getattr(record, "verified", True)).lower(),
            "born": getattr(record, "born", None),
            "died": getattr(record, "died", None),
            "broader": getattr(record, "broader", ()),
            "related": getattr(record, "related", ()),
            "identifiers": tuple(f"{scheme}:{value}" for scheme, value in record.identifiers.items()),
        }


def _say(value: object) -> str:
    """A value as a cell."""
    return "|".join(value) if isinstance(value, tuple) else str(value or "")


def _package(views: Views, url: str, title: str, parts: Sequence[str]) -> DataFile:
    """What is in the files, as a Data Package (specs.frictionlessdata.io, version 1)."""
    resources = [
        _resource("articles", [f"articles-{name}.jsonl" for name in parts], "jsonl", LINE_FIELDS, ARTICLE_FIELDS),
        _resource("articles-table", [f"articles-{name}.csv" for name in parts], "csv", ROW_FIELDS, ARTICLE_FIELDS),
        *(_resource(kind, f"{kind}.csv", "csv", columns, RECORD_FIELDS) for kind, columns in TABLES.items()),
    ]
    values = {"name": "archive", "title": title, "homepage": views.host + views.here.home, "resources": resources}
    return DataFile(url=url, values=values)


def _resource(
    name: str, path: str | list[str], form: str, columns: Iterable[str], known: Mapping[str, tuple[str, str]]
) -> dict[str, Any]:
    fields = []
    for column in columns:
        kind, meaning = known[column]
        # A list is one cell of a table.
        fields.append(
            {"name": column, "type": "string" if form == "csv" and kind == "array" else kind, "description": meaning}
        )
    return {"name": name, "path": path, "format": form, "encoding": "utf-8", "schema": {"fields": fields}}
