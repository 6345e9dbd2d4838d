"""``dateline ingest``."""

import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from generator.cli.again import ingest_again
from generator.cli.meter import Meter
from generator.cli.speech import count, say_problems, speaks
from generator.enrolment import Enrolment
from generator.errors import Problem
from generator.ingest import BATCH, Ingested, Outcome, ingest, list_set_aside
from generator.intake import Manifest, find_in_stream, find_pages, read_captures
from generator.model.raw import Capture, RawPage
from generator.site import load_site

HEADINGS = ("page", "article", "date", "source", "kept", "removed", "")

# Outcomes that a script should notice.
_BAD = frozenset({Outcome.NO_ARTICLE})


@click.command("ingest")
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--manifest", type=click.Path(path_type=Path), help="A CSV file that says what you know of pages.")
@click.option("--again", is_flag=True, help="Clean all originals again; what people edited stays.")
@click.option("--set-aside", is_flag=True, help="List the pages that hold no article, with the reason, and end.")
@click.option("--dry-run", is_flag=True, help="Show what would be made, and write nothing.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes to use (default: one a processor).")
@click.pass_obj
@speaks
def ingest_command(
    folder: Path,
    *,
    paths: tuple[str, ...],
    manifest: Path | None,
    again: bool,
    set_aside: bool,
    dry_run: bool,
    jobs: int | None,
) -> None:
    """Clean saved pages and file them below content/.

    PATH is a file, a folder, a pattern such as 'scrapes/*.txt', or - for standard input. Text, HTML, JSON Lines, WARC
    and WACZ are read, packed by gzip or not. What you know of a page goes into a JSON file beside it, of the same name,
    or into a manifest: a CSV file with the columns file, url, source, date, title, authors, language. Without PATH,
    the files that the manifest names are read.

    For each page an article is written for people to read and correct, the original is kept byte for byte, and a record
    says of every line whether it was kept and why. A page that was ingested before changes nothing; an article that a
    person edited is left alone. Whoever is found in new articles, and often enough for a page, gets a record, which is
    unverified until a person takes that line out. What holds no article, such as a paywall, is set aside: kept, and not
    published. Exits with 1 when a page cannot be read or holds no article.

    With --again, every original is cleaned anew by the present cleaner. What nobody edited follows it; what people
    edited stays, field by field and paragraph by paragraph. Exits with 1 when both changed the same, and lists where.
    """
    site = load_site(folder)
    if again:
        if paths or manifest:
            raise click.UsageError("--again takes no PATH and no --manifest: it cleans all originals that are there.")
        ingest_again(site, dry_run=dry_run, jobs=jobs)
        return
    if set_aside:
        _say_set_aside(site.content)
        return
    if not paths and manifest is None:
        raise click.UsageError("Missing argument 'PATH...', or --manifest.")
    teller = _Teller()
    enrolment = None if dry_run else Enrolment(site)
    try:
        found = find_given(paths, manifest)
        for result in ingest(site, found, dry_run=dry_run, jobs=jobs, advance=teller.advance, say=teller.say):
            teller.tell(result)
            if enrolment and isinstance(result, Ingested):
                enrolment.note(result)
    finally:
        teller.flush()
    facts = ", ".join(f"{teller.counts[outcome]:,} {outcome}" for outcome in Outcome if teller.counts[outcome])
    prefix = "Nothing was written. " if dry_run else ""
    click.echo(f"{prefix}{count(teller.counts.total(), 'page')}: {facts or 'nothing to do'}")
    if enrolment and (enrolled := teller.watch(enrolment)):
        click.echo(
            f"{count(len(enrolled), 'person', 'people')} recorded, unverified: dateline people list --unverified"
        )
    if teller.errors or any(teller.counts[outcome] for outcome in _BAD):
        raise SystemExit(1)


class _Teller:
    """Says what became of pages, as many at a time as make a table; problems after the table that they came with."""

    def __init__(self) -> None:
        self.counts: Counter[Outcome] = Counter()
        self.errors = 0
        self._meter = Meter()
        self._done = 0
        self._rows: list[tuple[str, ...]] = []
        self._problems: list[Problem] = []
        self._widths: list[int] = []

    def advance(self, pages: int) -> None:
        self._done += pages
        self._meter.tell("ingest", self._done, 0)

    def say(self, words: str) -> None:
        click.echo(words, err=True)

    def tell(self, result: Ingested | Problem) -> None:
        if isinstance(result, Problem):
            self._problems.append(result)
        else:
            self.counts[result.outcome] += 1
            if result.outcome is not Outcome.UNCHANGED:
                self._rows.append(_row(result))
        if len(self._rows) + len(self._problems) >= BATCH:
            self.flush()

    def watch(self, enrolment: Enrolment) -> list[str]:
        """Tell how far an enrolment is while it finishes."""
        try:
            return enrolment.finish(lambda done, total: self._meter.tell("reading articles", done, total), self.say)
        finally:
            self._meter.clear()

    def flush(self) -> None:
        self._meter.clear()
        if self._rows:
            rows = self._rows if self._widths else [HEADINGS, *self._rows]
            widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
            self._widths = [max(pair) for pair in zip(widths, self._widths or widths, strict=True)]
            click.echo("\n".join(format_row(row, self._widths) for row in rows))
        self.errors += say_problems(self._problems)
        self._rows, self._problems = [], []


def find_given(paths: Sequence[str], manifest: Path | None = None) -> Iterator[Capture | Problem]:
    """The pages at paths as given on a command line, ``-`` for standard input, or those that a manifest names."""
    files = [path for path in paths if path != "-"]
    if manifest is not None:
        rows = Manifest(manifest)
        yield from rows.problems
        yield from find_pages(files if paths else rows.paths(), rows)
        rows.close()
    elif files:
        yield from find_pages(files)
    if len(files) < len(paths):
        reader = io.BufferedReader(sys.stdin.buffer)  # type: ignore[type-var]  # it is a stream that can be read
        yield from find_in_stream("-", reader)
        reader.detach()


def read_given(paths: Sequence[str]) -> Iterator[RawPage | Problem]:
    """The pages at paths as given on a command line, read by themselves: without what the user knows of them."""
    return read_captures(find_given(paths))


def _say_set_aside(content: Path) -> None:
    number = 0
    for number, (name, reason, path) in enumerate(list_set_aside(content), 1):  # noqa: B007  # counted
        click.echo(f"{name}: {reason}; kept beside {content.name}/{path}")
    click.echo(f"{count(number, 'page')} set aside")


def format_row(cells: Iterable[str], widths: Iterable[int]) -> str:
    """Cells aligned by spaces; numbers to the right."""
    return "  ".join(
        cell.rjust(width) if cell.replace(",", "").isdigit() or cell in ("kept", "removed") else cell.ljust(width)
        for cell, width in zip(cells, widths, strict=True)
    ).rstrip()


def _row(result: Ingested) -> tuple[str, ...]:
    article = result.article
    kept, removed = (f"{number:,}" for number in result.counts) if result.counts else ("–", "–")
    return (
        _shorten(result.name),
        result.path or "–",
        article.published.display if article else "–",
        (article.source if article else None) or "–",
        kept,
        removed,
        f"{result.outcome}: {result.reason}" if result.reason else str(result.outcome),
    )


def _shorten(name: str) -> str:
    """A file's name without its folders; of a page in an archive, its address without the archive."""
    _, mark, address = name.partition("#")
    return address.partition("://")[2] if mark and "://" in address else Path(name).name
