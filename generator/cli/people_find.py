"""``dateline people find``: whom texts name, for scripts; it needs no site."""

from typing import Any

import click

from generator.cli.ingest import read_given
from generator.cli.json_lines import format_json_line, read_json_lines
from generator.cli.speech import say_problems, speaks
from generator.enrich import find_people
from generator.errors import Problem
from generator.model.raw import RawPage


@click.command("find")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text, one a line.")
@speaks
def find_command(*, paths: tuple[str, ...], as_json: bool) -> None:
    """Find the people whom texts name.

    Texts are taken as they are: clean pages first. With --json, PATH may be - for JSON Lines of {"id", "text"} on
    standard input, and each text gives: id; persons, each with name, aliases (other forms that the text prints), roles
    (offices as printed) and chance (how likely it is somebody, from 0 to 1); mentions, the start and end of every
    mention in characters of the text. Exits with 1 when a text cannot be read.
    """
    problems: list[Problem] = []
    for page in read_json_lines() if as_json and paths == ("-",) else read_given(paths):
        if isinstance(page, Problem):
            problems.append(page)
        else:
            click.echo(format_json_line(_describe(page)) if as_json else _show(page))
    if say_problems(problems):
        raise SystemExit(1)


def _describe(page: RawPage) -> dict[str, Any]:
    found = find_people(page.text)
    return {
        "id": page.name,
        "persons": [
            {
                "name": person.name,
                "aliases": list(person.aliases),
                "roles": list(person.roles),
                "chance": max(person.chances),
            }
            for person in found
        ],
        "mentions": sorted(list(span) for person in found for span in person.mentions),
    }


def _show(page: RawPage) -> str:
    lines = [click.style(page.name, bold=True)]
    for person in find_people(page.text):
        more = "; ".join(filter(None, (", ".join(person.roles), ", ".join(person.aliases))))
        lines.append(f"  {person.name}  {click.style(more, dim=True)}".rstrip())
    return "\n".join([*lines, ""])
