"""``dateline topics find``: the subjects of texts, for scripts; it needs no site."""

from typing import Any

import click

from generator.cli.ingest import read_given
from generator.cli.json_lines import format_json_line, read_json_lines
from generator.cli.speech import say_problems, speaks
from generator.enrich import Subject, find_subjects
from generator.enrich.subjects import CONFIDENT
from generator.errors import Problem
from generator.model.raw import RawPage
from generator.model.subjects import SCHEME


@click.command("find")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text, one a line.")
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    default=CONFIDENT,
    show_default=True,
    help="Leave out subjects that are less sure.",
)
@speaks
def find_command(*, paths: tuple[str, ...], as_json: bool, confidence: float) -> None:
    """Find what texts are about, among the IPTC Media Topics.

    The first line of a text is its headline; clean pages first. At most three subjects are given, best first, and none
    where the words do not tell. With --json, PATH may be - for JSON Lines of {"id", "text"} on standard input, and each
    text gives: id; topics, the ids ("medtop:15000000"); subjects, each with id, label, confidence and the terms that
    speak for it. Exits with 1 when a text cannot be read.
    """
    problems: list[Problem] = []
    for page in read_json_lines() if as_json and paths == ("-",) else read_given(paths):
        if isinstance(page, Problem):
            problems.append(page)
        else:
            headline, _, text = page.text.strip().partition("\n")
            found = find_subjects(headline, text, confidence=confidence)
            click.echo(format_json_line(_describe(page, found)) if as_json else _show(page, found))
    if say_problems(problems):
        raise SystemExit(1)


def _describe(page: RawPage, found: tuple[Subject, ...]) -> dict[str, Any]:
    return {
        "id": page.name,
        "topics": [SCHEME + subject.id for subject in found],
        "subjects": [
            {"id": SCHEME + s.id, "label": s.label, "confidence": s.confidence, "terms": list(s.terms)} for s in found
        ],
    }


def _show(page: RawPage, found: tuple[Subject, ...]) -> str:
    lines = [click.style(page.name, bold=True)]
    for subject in found:
        lines.append(
            f"  {subject.confidence:.2f}  {SCHEME}{subject.id} {subject.label}  "
            + click.style(", ".join(subject.terms), dim=True)
        )
    return "\n".join([*lines, ""])
