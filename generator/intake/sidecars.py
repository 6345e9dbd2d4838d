"""What the user knows of pages: a JSON file beside a page, or the rows of a manifest."""

import csv
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.errors import IntakeError, Problem, Severity, Where
from generator.intake.fields import read_fields, unknown_names

_PAGES = (".txt", ".html", ".htm", ".xhtml")
_LARGEST = 1_000_000
"""Bytes of a sidecar that are read."""


def is_sidecar(path: Path) -> bool:
    """Whether a file stands beside the page that it speaks of: ``a.html.json`` or ``a.json`` beside ``a.html``."""
    if path.suffix != ".json":
        return False
    page = path.with_suffix("")
    return page.is_file() or any(path.with_suffix(ending).is_file() for ending in _PAGES)


def read_sidecar(page: Path) -> Mapping[str, Any]:
    """What the sidecar of a page says; nothing when there is none. Raises IntakeError when it cannot be used."""
    name = str(page)  # paths as text: this is asked for every page
    for path in (f"{name}.json", f"{os.path.splitext(name)[0]}.json"):  # noqa: PTH122  # as above
        if path != name and os.path.isfile(path):  # noqa: PTH113  # as above
            return _read(Path(path))
    return {}


def _read(path: Path) -> Mapping[str, Any]:
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            values = json.loads(file.read(_LARGEST).decode("utf-8-sig"))
    except OSError as error:
        raise IntakeError(
            _waits(name, None, f"It cannot be read: {error.strerror}.", "Check its permissions")
        ) from error
    except (ValueError, RecursionError) as error:
        raise IntakeError(_waits(name, None, "This is not JSON.", "Mend or delete it")) from error
    if not isinstance(values, dict):
        raise IntakeError(
            _waits(name, None, "This is no JSON object.", 'Write it like: {"url": "https://…"}')
        ) from None
    check_given(name, None, values)
    return values


def check_given(name: str, line: int | None, values: Mapping[str, Any]) -> None:
    """Raise IntakeError when a date that the user gives cannot be read: it is not passed over, as a program's is."""
    for key in read_fields(values).unread:
        what = f'{key}: "{values[key]}" is no date.'
        raise IntakeError(_waits(name, line, what, "Write it like 2015-05-19, or as EDTF"))


def _waits(name: str, line: int | None, what: str, remedy: str) -> Problem:
    return Problem(
        where=Where(path=name, line=line), what=f"{what} Its page waits.", remedy=f"{remedy}, and ingest again."
    )


class Manifest:
    """A CSV file with a row for each page, kept on disk while it is used, however long it is."""

    def __init__(self, path: Path) -> None:
        """Read the rows. Raises IntakeError when the file cannot be used as a whole."""
        self.problems: list[Problem] = []
        self._name = path.as_posix()
        self._folder = path.parent
        self._rows = sqlite3.connect("")  # a file of its own that vanishes
        self._rows.execute("CREATE TABLE row (key TEXT PRIMARY KEY, line INTEGER UNIQUE, path TEXT, given TEXT)")
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                self._take_rows(csv.DictReader(file, strict=True))
        except OSError as error:
            raise IntakeError(
                self._problem(None, f"It cannot be read: {error.strerror}.", "Check the path.")
            ) from error
        except UnicodeDecodeError as error:
            raise IntakeError(self._problem(None, "This is not UTF-8 text.", "Save it as CSV in UTF-8.")) from error

    def _take_rows(self, reader: "csv.DictReader[str]") -> None:
        try:
            columns = reader.fieldnames or ()
            if "file" not in columns:
                what = 'It has no column "file".'
                raise IntakeError(self._problem(1, what, "Write names of columns into the first line: file, url, …"))
            for name in unknown_names(dict.fromkeys(columns, "filled")):
                what = f'Nothing is made of the column "{name}"; it is kept in the cleaning record.'
                self.problems.append(self._problem(1, what, "", Severity.WARNING))
            for row in reader:
                self._take(reader.line_num, row)
        except csv.Error as error:
            self.problems.append(self._problem(reader.line_num, f"This is not CSV: {error}.", "Mend the quotes."))

    def _take(self, line: int, row: Mapping[str | None, Any]) -> None:
        given = {key: value.strip() for key, value in row.items() if key and isinstance(value, str) and value.strip()}
        file = given.pop("file", None)
        if file is None:
            self.problems.append(self._problem(line, "The row names no file.", "Fill the column, or delete the row."))
            return
        path = self._folder / file
        try:
            key, there = _key(path), path.exists()
        except (OSError, ValueError):
            key, there = "", False
        if not there:
            self.problems.append(self._problem(line, f"{file}: There is no such file.", "Correct or delete the row."))
            return
        try:
            check_given(self._name, line, given)
            kept = json.dumps(given)
        except IntakeError as error:
            self.problems.extend(error.problems)
            kept = None
        self._rows.execute("INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?)", (key, line, path.as_posix(), kept))

    def paths(self) -> Iterator[str]:
        """Every file that is named and there, in order of the rows."""
        line = 0
        while True:
            found = self._rows.execute(
                "SELECT line, path FROM row WHERE line > ? ORDER BY line LIMIT 1", (line,)
            ).fetchone()
            if found is None:
                return
            line, path = found
            yield path

    def given_of(self, path: Path) -> Mapping[str, Any] | None:
        """What the manifest says of a file, nothing when it does not name it; None when what it says cannot be used."""
        found = self._rows.execute("SELECT given FROM row WHERE key = ?", (_key(path),)).fetchone()
        if found is None:
            return {}
        given: Mapping[str, Any] | None = json.loads(found[0]) if found[0] else None
        return given

    def close(self) -> None:
        """Forget the rows."""
        self._rows.close()

    def _problem(self, line: int | None, what: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
        return Problem(where=Where(path=self._name, line=line), what=what, remedy=remedy, severity=severity)


def _key(path: Path) -> str:
    """One name for a file, however it is reached."""
    return os.fsencode(path.resolve()).decode("utf-8", "backslashreplace")
