"""``dateline dates list``: articles by how sure their dates are."""

from collections import Counter
from pathlib import Path

import click

from generator.cli.json_lines import format_json_line
from generator.cli.speech import count, say_problems, speaks
from generator.decisions.dates import Certainty, Dated, list_dates
from generator.site import load_site

_UNSURE = tuple(certainty for certainty in Certainty if certainty is not Certainty.STATED)


@click.command("list")
@click.option(
    "--certainty",
    "wanted",
    type=click.Choice([certainty.value for certainty in Certainty]),
    multiple=True,
    help="Only dates of this kind; may be given several times (default: all that are not stated).",
)
@click.option("--year", type=int, help="Only articles that may be of this year.")
@click.option("--contradictions", is_flag=True, help="Only articles whose evidence contradicts itself.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object an article, one a line.")
@click.pass_obj
@speaks
def list_command(
    folder: Path, *, wanted: tuple[str, ...], year: int | None, contradictions: bool, as_json: bool
) -> None:
    """List articles by how sure their dates are, the least sure first, with the evidence.

    A date is undated (no year is known), a choice (a set or an interval), probable, coarse (a month or a year for
    certain), inferred (a day for certain, by evidence) or stated (by its page, or by a person). With --json each
    article gives path, published (EDTF), certainty and evidence.
    """
    site = load_site(folder)
    dates, problems = list_dates(site)
    kinds = {Certainty(word) for word in wanted} or set(Certainty if contradictions else _UNSURE)
    shown = [
        each
        for each in dates
        if each.certainty in kinds
        and (year is None or each.may_be_of(year))
        and (not contradictions or each.is_contested)
    ]
    for each in shown:
        click.echo(format_json_line(_describe(each)) if as_json else _show(site.content, each))
    if not as_json:
        counts = Counter(each.certainty for each in dates)
        facts = ", ".join(f"{counts[kind]:,} {kind}" for kind in Certainty if counts[kind])
        click.echo(f"{count(len(dates), 'article')}: {facts or 'none'}")
    if say_problems(problems):
        raise SystemExit(1)


def _describe(dated: Dated) -> dict[str, object]:
    return {
        "path": dated.path,
        "published": dated.published.edtf or None,
        "certainty": dated.certainty.value,
        "evidence": list(dated.evidence),
    }


def _show(content: Path, dated: Dated) -> str:
    head = f"{click.style(dated.published.display, bold=True)}  {content.name}/{dated.path}"
    return "\n".join([head, *(click.style(f"    {words}", dim=True) for words in dated.evidence)])
