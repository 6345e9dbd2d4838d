"""``dateline ingest``."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from generator.cli.speech import count, say_problems, speaks
from generator.errors import IntakeError, Problem
from generator.ingest import Ingested, Outcome, ingest
from generator.intake import raw_page, read_pages
from generator.model.raw import RawPage
from generator.site import load_site

HEADINGS = ("page", "article", "date", "source", "kept", "removed", "")

# Outcomes that a script should notice.
_BAD = frozenset({Outcome.NO_ARTICLE})


@click.command("ingest")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Show what would be made, and write nothing.")
@click.pass_obj
@speaks
def ingest_command(folder: Path, *, paths: tuple[str, ...], dry_run: bool) -> None:
    """Clean saved pages and file them below content/.

    PATH is a file, a folder, a pattern such as 'scrapes/*.txt', or - for one page from standard input. For each page an
    article is written for people to read and correct, the original is kept byte for byte, and a record says of every
    line whether it was kept and why. A page that was ingested before changes nothing; an article that a person edited
    is left alone. Exits with 1 when a page cannot be read or holds no article.
    """
    site = load_site(folder)
    problems: list[Problem] = []
    done: list[Ingested] = []
    for result in ingest(site, read_given(paths), dry_run=dry_run):
        (problems if isinstance(result, Problem) else done).append(result)  # type: ignore[arg-type]  # as told apart
    click.echo(format_table(HEADINGS, [_row(result) for result in done]))
    say_problems(problems)
    counts = {outcome: sum(r.outcome is outcome for r in done) for outcome in Outcome}
    facts = ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items() if number)
    prefix = "Nothing was written. " if dry_run else ""
    click.echo(f"{prefix}{count(len(done), 'page')}: {facts or 'nothing to do'}")
    if problems or any(counts[outcome] for outcome in _BAD):
        raise SystemExit(1)


def read_given(paths: Sequence[str]) -> Iterator[RawPage | Problem]:
    """The pages at paths as given on a command line, ``-`` for standard input."""
    files = [path for path in paths if path != "-"]
    if files:
        yield from read_pages(files)
    if len(files) < len(paths):
        try:
            yield raw_page("-", sys.stdin.buffer.read())
        except IntakeError as error:
            yield from error.problems


def format_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns aligned by spaces; numbers to the right."""
    table = [list(headings), *map(list, rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(headings))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if cell.replace(",", "").isdigit() or cell in ("kept", "removed") else cell.ljust(width)
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in table
    )


def _row(result: Ingested) -> tuple[str, ...]:
    article = result.article
    return (
        Path(result.name).name,
        result.path or "–",
        article.published.display if article else "–",
        (article.source if article else None) or "–",
        f"{result.kept:,}",
        f"{result.removed:,}",
        str(result.outcome),
    )
