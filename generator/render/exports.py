"""Downloads: a line of JSON and a row of a table for each article, and tables of records."""

import csv
import io
from collections.abc import Iterable

from generator.model.article import Article
from generator.model.byline import authors_of
from generator.model.files import ExportRow, Table
from generator.model.value import as_json

TABLE_COLUMNS = (
    "id", "version", "url", "title", "standfirst", "byline", "published", "earliest", "latest", "source",
    "original_url", "language", "place", "people", "topics", "words", "original_sha256",
)  # fmt: skip
"""Of the table of articles. Lists stand in a cell with a bar between."""


def export_line(row: ExportRow, article: Article, original_url: str | None) -> str:
    """An article whole, as a line of JSON that begins with its id and version."""
    dateline = article.dateline
    values = {
        "id": row.slug,
        "version": row.version,
        "url": row.url,
        "title": article.title,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "authors": authors_of(article.byline) if article.byline else (),
        "published": article.published.edtf or None,
        "earliest": row.earliest or None,
        "latest": row.latest or None,
        "evidence": article.dating,
        "source": row.source or None,
        "original_url": original_url,
        "language": article.language,
        "dateline": dateline and {"place": dateline.place, "day": dateline.day, "agency": dateline.agency},
        "people": row.people,
        "topics": row.topics,
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "text": article.body,
        "original_sha256": article.original_sha256,
    }
    return as_json(values) + "\n"


def export_table_row(row: ExportRow, article: Article, original_url: str | None) -> str:
    """An article without its text, as a line of CSV that begins with its id and version."""
    values = (
        row.slug, row.version, row.url, article.title, article.standfirst, article.byline, article.published.edtf,
        row.earliest, row.latest, row.source, original_url, article.language,
        article.dateline.place if article.dateline else "", "|".join(row.people), "|".join(row.topics),
        str(len(article.body.split())), article.original_sha256,
    )  # fmt: skip
    return write_rows([[" ".join(value.split()) if value else "" for value in values]])


def render_table(table: Table) -> str:
    """A table of records as CSV (RFC 4180), its columns named first."""
    return write_rows([table.columns, *table.rows])


def write_rows(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV; lines end with a newline alone."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
