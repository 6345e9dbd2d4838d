"""``dateline build``."""

from pathlib import Path

import click

from generator.cli.speech import count, say_problems, speaks
from generator.model.report import Report
from generator.rebuild import rebuild
from generator.site import load_site


@click.command("build")
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@click.option("--strict", is_flag=True, help="Exit with 1 when there is any problem.")
@click.option("--no-cache", is_flag=True, help="Make everything anew, and compare with what is in place.")
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes to use (default: one a processor).")
@click.pass_obj
@speaks
def build_command(folder: Path, *, no_search: bool, strict: bool, no_cache: bool, jobs: int | None) -> None:
    """Build the site from content/, templates/ and site.toml.

    Problems are said and the rest is built; what stops everything (a broken site.toml or template) leaves the last good
    site as it is.
    """
    site = load_site(folder)
    search = site.settings.search.enabled and not no_search
    report = rebuild(site, search=search, jobs=jobs, cache=not no_cache, say=lambda words: click.echo(words, err=True))
    problems = say_problems(report.problems)
    click.echo(describe(report, str(site.output)))
    if strict and problems:
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
