"""``dateline ingest --again``."""

from collections import Counter

import click

from generator.again import Change, Recleaned, clean_again
from generator.cli.meter import Meter
from generator.cli.speech import count, say_difference, say_problems
from generator.errors import Problem
from generator.site import Site

_QUIET = frozenset({Change.UNCHANGED, Change.TAKEN_OUT, Change.NO_ARTICLE})
"""What nobody waits to hear of each."""


def ingest_again(site: Site, *, dry_run: bool, jobs: int | None) -> None:
    """Clean all originals again, and say what changed. Exits with 1 on conflicts, and when a page cannot be cleaned."""
    meter = Meter()
    counts: Counter[Change] = Counter()
    problems = 0
    try:
        for result in clean_again(site, dry_run=dry_run, jobs=jobs, advance=meter.tell, say=_say):
            meter.clear()
            if isinstance(result, Problem):
                problems += say_problems([result])
                continue
            counts[result.change] += 1
            _tell(site, result)
    finally:
        meter.clear()
    facts = ", ".join(f"{counts[change]:,} {change}" for change in Change if counts[change])
    prefix = "Nothing was written. " if dry_run else ""
    click.echo(f"{prefix}{count(counts.total(), 'page')} cleaned again: {facts or 'nothing to do'}")
    if problems or counts[Change.CONFLICT]:
        raise SystemExit(1)


def _say(words: str) -> None:
    click.echo(words, err=True)


def _tell(site: Site, result: Recleaned) -> None:
    if result.change not in _QUIET:
        click.echo(f"{result.change.value:<9} {site.content.name}/{result.path}")
    say_difference(result.diff)
    say_problems(result.conflicts)
