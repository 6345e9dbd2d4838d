"""``dateline build``."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from generator.cli.meter import Meter
from generator.cli.speech import count, say_problems, speaks
from generator.diary import Diary
from generator.errors import Problem
from generator.model.report import Report
from generator.rebuild import rebuild
from generator.site import load_site


@click.command("build")
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@click.option("--strict", is_flag=True, help="Exit with 1 when there is any error, warnings aside.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, and compare with what is in place.")
@click.option("--verify", is_flag=True, help="Then build clean elsewhere, and say which files differ.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes to use (default: one a processor).")
@click.option("--json", "as_json", is_flag=True, help="Print a report as one JSON object.")
@click.pass_obj
@speaks
def build_command(
    folder: Path, *, no_search: bool, strict: bool, no_cache: bool, verify: bool, jobs: int | None, as_json: bool
) -> None:
    """Build the site from content/, templates/ and site.toml.

    Only what changed since the last build is made again. Problems are said and the rest is built; what stops everything
    (a broken site.toml or template) leaves the last good site as it is. The report holds counts, problems, seconds and
    peak memory of each stage, the ten slowest pages, and what each template took.
    """
    site = load_site(folder)
    search = site.settings.search.enabled and not no_search
    meter = Meter()
    differences: list[Problem] = []
    try:
        report = rebuild(
            site,
            search=search,
            jobs=jobs,
            cache=not no_cache,
            say=lambda words: click.echo(words, err=True),
            diary=Diary(meter.tell),
        )
        if verify:
            from generator.verify import verify as verify_site  # what it needs, no other build does

            differences = verify_site(site, search=search, jobs=jobs, diary=Diary(meter.tell))
    finally:
        meter.clear()
    problems = say_problems(report.problems)
    click.echo(format_json(report) if as_json else describe(report, str(site.output)))
    wrong = say_problems(differences)
    if wrong or (strict and problems):
        raise SystemExit(1)


def describe(report: Report, output: str) -> str:
    """One line of counts and time."""
    made = report.published
    facts = [
        count(report.articles, "article"),
        count(report.people, "person", "people"),
        count(report.topics, "topic"),
        count(report.sources, "source"),
    ]
    if report.shards:
        facts.append(count(report.shards, "search index", "search indexes"))
    changes = f"{made.written:,} files written, {made.unchanged:,} unchanged, {made.removed:,} removed"
    return f"{output}: {', '.join(facts)}; {changes}; {report.seconds:.1f} s"


def format_json(report: Report) -> str:
    """The report for scripts; problems as the sentences that people read, with their severity."""
    values = asdict(report)
    values["problems"] = [{"severity": p.severity, "message": str(p), **asdict(p.where)} for p in report.problems]
    return json.dumps(values, ensure_ascii=False)
