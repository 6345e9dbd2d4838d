"""``dateline dates infer``: when stories were published, by evidence."""

import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.ingest import read_given
from generator.cli.json_lines import format_json_line, read_json_lines
from generator.cli.speech import count, say_difference, say_problems, speaks
from generator.decisions.dates import infer_dates, reconsider
from generator.errors import Problem
from generator.model.dating import Belief, parse_dating
from generator.model.raw import RawPage
from generator.site import FILE_NAME, Site, load_site


class Years(click.ParamType):  # type: ignore[type-arg]  # it has none in older versions of Click
    """A span of years, such as 2010/2014."""

    name = "years"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """The first and the last year; one year is both."""
        if isinstance(value, tuple):
            return value
        first, mark, last = str(value).partition("/")
        if not (first.isdigit() and (last if mark else first).isdigit()):
            self.fail(f'"{value}" is not a span of years such as 2010/2014.', param, ctx)
        years = int(first), int(last if mark else first)
        if not 1 <= years[0] <= years[1] <= 9999:
            self.fail(f'"{value}" ends before it starts, or is of no calendar.', param, ctx)
        return years


@click.command("infer")
@click.argument("paths", metavar="PATH...", nargs=-1)
@click.option("--years", type=Years(), help="The years that the pages may be of: 2010/2014.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a page, one a line.")
@click.option("--yes", is_flag=True, help="Without PATH: write what changed, and do not ask.")
@click.option("--dry-run", is_flag=True, help="Without PATH: show what would change, and write nothing.")
@click.pass_obj
@speaks
def infer_command(
    folder: Path, *, paths: tuple[str, ...], years: tuple[int, int] | None, as_json: bool, yes: bool, dry_run: bool
) -> None:
    """Infer when pages were published, with the evidence.

    Nothing is claimed that the evidence does not hold. With --json, PATH may be - for JSON Lines of {"id", "text"} on
    standard input, with "url" and "captured" if they are known, and each page gives: id; date, the day (2015-05-19),
    month (2015-05) or year (2015) that is at least 95 % sure, or null; edtf, the narrowest value that the evidence
    holds, which may be marked as probable, a set or an interval, or null; confidence, how likely that value is;
    evidence, in words. Terms of office are taken from the records of people of the site, if there is one here. Exits
    with 1 when a page cannot be read.

    Without PATH, the inferred dates of the site's articles are reconsidered, by what its records and articles tell now:
    terms of office, how a source writes its dates, neighbours in a series. What would change is shown, and written when
    you agree. A date that a person set is never revised.
    """
    if not paths:
        if years or as_json:
            raise click.UsageError("--years and --json go with PATH.")
        _reconsider(load_site(folder), yes=yes, dry_run=dry_run)
        return
    if yes or dry_run:
        raise click.UsageError("--yes and --dry-run go without PATH.")
    site = load_site(folder) if (folder / FILE_NAME).is_file() else None
    streamed = as_json and paths == ("-",)
    pages = read_json_lines() if streamed else read_given(paths)
    problems: list[Problem] = []
    for result in infer_dates(pages, site, named=not streamed, window=years):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            click.echo(format_json_line(_describe(*result)) if as_json else _show(*result))
    if say_problems(problems):
        raise SystemExit(1)


def _describe(page: RawPage, belief: Belief) -> dict[str, Any]:
    return {
        "id": page.name,
        "date": belief.claim,
        "edtf": belief.edtf or None,
        "confidence": belief.confidence,
        "evidence": list(belief.evidence),
    }


def _show(page: RawPage, belief: Belief) -> str:
    sure = f"  {belief.confidence:.0%}" if belief.edtf else ""
    words = parse_dating(belief.edtf).display
    return "\n".join(
        [click.style(page.name, bold=True), f"  {words}{sure}", *(f"    {e}" for e in belief.evidence), ""]
    )


def _reconsider(site: Site, *, yes: bool, dry_run: bool) -> None:
    problems: list[Problem] = []
    changes = 0
    for result in reconsider(site, dry_run=True):
        if isinstance(result, Problem):
            problems.append(result)
            continue
        changes += 1
        say_difference(result.diff)
    asked = sys.stdin.isatty() and not yes and not dry_run
    if changes and (yes or (asked and click.confirm(f"Write {count(changes, 'date')}?"))):
        for result in reconsider(site, dry_run=False, say=lambda words: click.echo(words, err=True)):
            problems += [result] if isinstance(result, Problem) else []
        click.echo(f"{count(changes, 'date')} changed")
    elif changes:
        hint = "" if dry_run else "; write with: dateline dates infer --yes"
        click.echo(f"Nothing was written. {count(changes, 'date')} would change{hint}")
    else:
        click.echo("Nothing to change: every date is what the evidence holds.")
    if say_problems(problems):
        raise SystemExit(1)
