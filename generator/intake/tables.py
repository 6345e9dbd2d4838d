"""Tables of people: CSV with a header, or JSON Lines → rows in the words of a person's record."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.errors import IntakeError, Problem, Severity, Where, did_you_mean

SCHEMES = ("wikidata", "viaf", "isni")
COLUMNS = ("id", "name", "variants", "offices", *SCHEMES, "born", "died", "note")
"""Of a CSV file. In JSON Lines they are keys, and ``identifiers`` may hold other schemes too."""
OFFICE = ("title", "organisation", "from", "to")
"""Parts of an office; in CSV, in this order with | between them, and ; between offices and between variants."""

Row = dict[str, Any]
"""Texts, lists and mappings, by the names of a record's fields; ``id`` and ``note`` among them."""


def read_people_table(path: Path, problems: list[Problem]) -> Iterator[tuple[Where, Row]]:
    """Each row of a file with its place, its fields named and formed as those of a record; ``id`` and ``note`` too.

    What is wrong with a row, or a column, is added to ``problems``. Raises IntakeError when the file cannot be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise IntakeError(
            _problem(Where(path=str(path)), f"It cannot be read: {error.strerror}.", "Name a file.")
        ) from error
    except UnicodeDecodeError as error:
        raise IntakeError(_problem(Where(path=str(path)), "This is not UTF-8 text.", "Save it as UTF-8.")) from error
    read = _read_json_lines if text.lstrip().startswith("{") else _read_csv
    yield from read(text, str(path), problems)


def _read_json_lines(text: str, path: str, problems: list[Problem]) -> Iterator[tuple[Where, Row]]:
    known: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        where = Where(path=path, line=number)
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            _check_columns(row.keys() - known, where, problems)
            known |= row.keys()
            yield where, _as_fields(row)
        else:
            problems.append(_problem(where, "This is not a JSON object.", 'Write one a line: {"name": "Ada Holm"}'))


def _read_csv(text: str, path: str, problems: list[Problem]) -> Iterator[tuple[Where, Row]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    _check_columns(columns, Where(path=path, line=1), problems)
    try:
        for row in reader:
            cells = {
                name: cell.strip() for name, cell in row.items() if name and isinstance(cell, str) and cell.strip()
            }
            if cells:
                yield Where(path=path, line=reader.line_num), _as_fields(_split_cells(cells))
    except csv.Error as error:
        raise IntakeError(
            _problem(Where(path=path, line=reader.line_num), f"This is not CSV: {error}.", "Export the table anew.")
        ) from error


def _check_columns(columns: Iterable[str], where: Where, problems: list[Problem]) -> None:
    """Say which columns mean nothing here; each is said once."""
    for name in sorted(columns):
        if name not in (*COLUMNS, "identifiers"):
            hint = did_you_mean(name, COLUMNS).strip() or "Columns here: " + ", ".join(COLUMNS) + "."
            problems.append(
                Problem(
                    where=replace(where, key=name or None),
                    what="There is no such column; it was left out.",
                    remedy=hint,
                    severity=Severity.WARNING,
                )
            )


def _split_cells(cells: Mapping[str, str]) -> Row:
    """Cells that hold lists, as lists."""
    row: Row = dict(cells)
    for name in ("variants", "offices") & cells.keys():
        row[name] = [part.strip() for part in cells[name].split(";") if part.strip()]
    if "offices" in row:
        offices = (dict(zip(OFFICE, map(str.strip, office.split("|")), strict=False)) for office in row["offices"])
        row["offices"] = [{name: part for name, part in office.items() if part} for office in offices]
    return row


def _as_fields(row: Mapping[str, Any]) -> Row:
    """A row's fields as a record has them: numbers as texts, nothing that is empty, identifiers together."""
    fields = {key: _as_text(value) for key, value in row.items() if key in COLUMNS and value not in (None, "", [], {})}
    identifiers = _as_text(row.get("identifiers") or {})
    identifiers = identifiers if isinstance(identifiers, dict) else {}
    identifiers |= {scheme: fields.pop(scheme) for scheme in SCHEMES if scheme in fields}
    return fields | ({"identifiers": identifiers} if identifiers else {})


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _as_text(part) for key, part in value.items() if part is not None}
    return [_as_text(part) for part in value] if isinstance(value, list) else str(value)


def _problem(where: Where, what: str, remedy: str) -> Problem:
    return Problem(where=where, what=what, remedy=remedy)
