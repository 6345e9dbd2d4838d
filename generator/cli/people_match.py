"""``dateline people match`` and ``resolve``: names judged by themselves, for scripts; they need no site."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from generator.catalog import Found, Resolved, match_names, resolve_people
from generator.cli.speech import say_problems, speaks
from generator.errors import GeneratorError, Problem, Where

_COLUMNS = ("id", "name_a", "name_b")


@click.command("match")
@click.option(
    "--pairs",
    "path",
    metavar="FILE.csv",
    required=True,
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="A CSV file with the columns id, name_a and name_b; others are ignored.",
)
@speaks
def match_command(*, path: Path) -> None:
    """Score pairs of names: how likely it is that the two are one person's.

    Prints a CSV table with the columns id and score, from 0 to 1. From 0.6 on the two are more likely one than not;
    from 0.9 on Dateline takes them for one by itself.
    """
    output = csv.writer(sys.stdout, lineterminator="\n")
    output.writerow(("id", "score"))
    output.writerows((id_, f"{match_names(one, other):.4f}") for id_, one, other in _read_pairs(path))


def _read_pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            columns = next(filter(None, rows), [])
            missing = [column for column in _COLUMNS if column not in columns]
            if missing:
                raise GeneratorError(
                    Problem(
                        where=Where(path=str(path), line=1),
                        what=f"There is no column {' or '.join(missing)}.",
                        remedy="Begin the file with: id,name_a,name_b",
                    )
                )
            places = [columns.index(column) for column in _COLUMNS]
            for row in filter(None, rows):
                cells = row + [""] * (len(columns) - len(row))
                yield tuple(cells[place] for place in places)  # type: ignore[misc]  # three
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise GeneratorError(
            Problem(
                where=Where(path=str(path)), what=f"This cannot be read: {error}.", remedy="Save it as CSV in UTF-8."
            )
        ) from error


@click.command("resolve")
@click.argument("source", metavar="-", type=click.File("rb"))
@click.option("--possible", is_flag=True, help="Then print who is possibly the same, and why they were not joined.")
@speaks
def resolve_command(*, source: Iterable[bytes], possible: bool) -> None:
    """Tell which of the people found in many texts are one person.

    Reads JSON Lines as "dateline people find --json" prints them, {"id", "persons": [{"name", "roles"}, …]}, with the
    year of publication in "year" where it is known. Prints one JSON object a person: name, and entries, each the id of
    a text with the name as found there, the confidence and the reason. A surname alone of which nobody can tell whose
    it is stands by itself, with null for the name. A line that is not such an object is said, and left out.
    """
    problems: list[Problem] = []
    people, ties = resolve_people(_read_found(source, problems))
    for person in people:
        _print(_describe(person))
    for tie in ties if possible else ():
        _print({"possibly_same": [tie.one, tie.other], "confidence": tie.confidence, "reason": tie.reason})
    if say_problems(problems):
        raise SystemExit(1)


def _read_found(lines: Iterable[bytes], problems: list[Problem]) -> Iterator[Found]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _read_values(json.loads(line), number)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                problems.append(
                    Problem(
                        where=Where(path="-", line=number),
                        what="These are not the people of a text.",
                        remedy='Write one JSON object a line: {"id": "…", "persons": [{"name": "…", "roles": []}]}',
                    )
                )


def _read_values(values: dict[str, Any], number: int) -> Found:
    """The people of one text. A text without an id is known by its line."""
    people = [(_text(person["name"]), list(person.get("roles") or ())) for person in values["persons"]]
    year = values.get("year")
    return Found(
        article=str(values.get("id", number)),
        names=tuple(name for name, _ in people),
        roles=tuple((name, _text(role)) for name, roles in people for role in roles),
        year=None if year is None else int(year),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _describe(person: Resolved) -> dict[str, Any]:
    return {
        "name": person.name,
        "entries": [
            {"id": article, "name": link.name, "confidence": link.confidence, "reason": link.reason}
            for article, link in person.entries
        ],
    }


def _print(values: dict[str, Any]) -> None:
    click.echo(json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace"))
