"""``dateline clean``."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from generator.clean import Cleaned, authors_of
from generator.cli.ingest import read_given
from generator.cli.json_lines import format_json_line, read_json_lines
from generator.cli.speech import say_problems, speaks
from generator.errors import Problem, SiteError
from generator.ingest import clean_pages
from generator.model.cleaning import Verdict
from generator.model.raw import RawPage
from generator.model.value import asdict
from generator.site import Site, load_site


@click.command("clean")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--source", metavar="NAME", help="The outlet that all of the pages are of: its id, name or host.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a page, one a line.")
@click.option("--record", is_flag=True, help="With --json: add every line's verdict and reason.")
@click.pass_obj
@speaks
def clean_command(folder: Path, *, paths: tuple[str, ...], source: str | None, as_json: bool, record: bool) -> None:
    """Show how saved pages would be cleaned, and write nothing.

    Every line of a page is shown with its verdict, and with the reason where it was removed: to judge, and to report a
    bug with. Give pages of one source together, so that lines that repeat across them count. In a site's folder its
    outlets are known, and what people corrected in their articles.

    With --json, PATH may be - for JSON Lines of {"id", "text"} or {"id", "html", "url"} on standard input, and the
    fields are: id, title, standfirst, byline, authors, published (EDTF or null), dateline, source, body (paragraphs),
    captions, removed (a count of lines). Exits with 1 when a page cannot be read.
    """
    read = read_json_lines() if as_json and paths == ("-",) else read_given(paths)
    pages: list[RawPage] = []
    problems: list[Problem] = []
    for page in read:
        (pages if isinstance(page, RawPage) else problems).append(page)  # type: ignore[arg-type]  # as told apart
    if source:
        pages = [replace(page, given=replace(page.given, site=source)) for page in pages]
    for page, cleaned in zip(pages, clean_pages(pages, _find_site(folder)), strict=True):
        click.echo(format_json_line(_describe(page.name, cleaned, record)) if as_json else _show(cleaned))
    if say_problems(problems):
        raise SystemExit(1)


def _find_site(folder: Path) -> Site | None:
    """The site in ``folder``; None where there is none."""
    try:
        return load_site(folder)
    except SiteError:
        return None


def _describe(name: str, cleaned: Cleaned, record: bool) -> dict[str, Any]:
    article = cleaned.article
    dateline = article.dateline
    values: dict[str, Any] = {
        "id": name,
        "title": article.title,
        "standfirst": article.standfirst,
        "byline": article.byline,
        "authors": list(authors_of(article.byline)) if article.byline else [],
        "published": article.published.edtf or None,
        "dateline": {"place": dateline.place, "day": dateline.day, "agency": dateline.agency} if dateline else None,
        "source": article.source,
        "body": list(cleaned.paragraphs),
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "removed": cleaned.record.count_lines()[1],
    }
    if record:
        values["record"] = [
            {"line": p.line, "verdict": p.verdict, "reason": p.reason, "text": p.text} for p in cleaned.record.passages
        ]
        values["findings"] = [asdict(finding) for finding in cleaned.record.findings]
    return values


def _show(cleaned: Cleaned) -> str:
    lines = []
    for passage in cleaned.record.passages:
        text = passage.text.rstrip()
        if passage.verdict is Verdict.FURNITURE:
            shown = click.style(text, fg="red", strikethrough=True)
            lines.append(f"{passage.line:5} {'–':<11} {shown}  {click.style(f'({passage.reason})', dim=True)}")
        elif passage.verdict is not Verdict.BLANK:
            lines.append(f"{passage.line:5} {click.style(f'{passage.verdict.value:<11}', fg='green')} {text}")
    for finding in cleaned.record.findings:
        name = click.style(f"{finding.field:<11}", fg="green")
        lines.append(f"{'':5} {name} {finding.value}  {click.style(f'({finding.reason})', dim=True)}")
    kept, removed = cleaned.record.count_lines()
    return "\n".join([click.style(cleaned.record.name, bold=True), *lines, f"{kept} lines kept, {removed} removed", ""])
