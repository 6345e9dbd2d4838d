"""``dateline people list`` and ``dateline people show``."""

import json
from pathlib import Path
from typing import Any

import click

from generator.cli.ingest import format_row
from generator.cli.meter import Meter
from generator.cli.speech import count, speaks
from generator.decisions.people import Named, Roster, State, describe_entry, read_roster
from generator.errors import ContentError, Problem, Where, did_you_mean
from generator.model.catalog import ALL_BUT_CERTAIN, Ground, PossiblySame
from generator.model.slug import slugify
from generator.site import load_site

HEADINGS = ("id", "name", "articles", "first", "last", "state", "variants")


@click.command("list")
@click.option("--unverified", is_flag=True, help="Only those that nobody has verified.")
@click.option("--hidden", is_flag=True, help="Only those that were hidden.")
@click.option("--names", is_flag=True, help="Names too that have no page, because too few articles hold them.")
@click.option("--min-count", type=click.IntRange(min=0), default=0, help="Only those of at least so many articles.")
@click.option("--search", metavar="TEXT", help="Only those of whom an id or a form of the name holds TEXT.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a person, one a line.")
@click.pass_obj
@speaks
def list_command(
    folder: Path, *, unverified: bool, hidden: bool, names: bool, min_count: int, search: str | None, as_json: bool
) -> None:
    """List everybody who has a page or a record.

    With the articles that name them, the first and last year, state and variants; those of most articles come first.
    The state is "verified", "unverified" (a machine wrote the record), "found" (a page without a record), "hidden", or
    "name" (no page).
    """
    roster = read(folder)
    states = {State.UNVERIFIED, State.FOUND} if unverified else {State.HIDDEN} if hidden else {*State} - {State.NAME}
    states |= {State.NAME} if names else set()
    entries = [
        entry
        for entry in roster.entries.values()
        if entry.state in states and len(entry.articles) >= min_count and (not search or _holds(entry, search))
    ]
    entries.sort(key=lambda entry: (-len(entry.articles), entry.person.id, entry.person.name))
    if as_json:
        for entry in entries:
            click.echo(_as_json(describe_entry(entry)))
        return
    if entries:
        rows = [HEADINGS, *map(_row, entries)]
        widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
        click.echo("\n".join(format_row(row, widths) for row in rows))
    click.echo(_sum_up(entries, roster))


@click.command("show")
@click.argument("person", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
@speaks
def show_command(folder: Path, *, person: str, as_json: bool) -> None:
    """Show all that is known of a person.

    The record, the evidence, the articles, and who may be the same. ID is an id, a former id, or a name.
    """
    roster = read(folder)
    entry = look_up(roster, person)
    pairs = [each for each in roster.possibly_same if entry.label in (each.one, each.other)]
    if as_json:
        values = describe_entry(entry) | {
            "articles": [_describe_article(roster, slug, entry) for slug in entry.articles],
            "possibly_same": [
                {"id": _other(each, entry), "confidence": each.confidence, "reason": each.reason} for each in pairs
            ],
        }
        click.echo(_as_json(values))
        return
    for line in _show(entry):
        click.echo(line)
    for each in pairs:
        click.echo(f"possibly the same: {_other(each, entry)} ({each.reason}, {each.confidence:.2f})")
    click.echo(f"{count(len(entry.articles), 'article')}{':' if entry.articles else ''}")
    for slug in entry.articles:
        article = _describe_article(roster, slug, entry)
        click.echo(f"  {article['published'] or 'undated':<12} {article['path']}  {article['title']}")
        if article.get("ground") in (Ground.INFERRED, Ground.OPEN) or article.get("confidence", 1.0) < ALL_BUT_CERTAIN:
            click.echo(f"{'':15}“{article['name']}” {article['reason']} ({article['confidence']:.2f})")


def read(folder: Path) -> Roster:
    """Everybody who is named in the site of a folder; what is wrong with its content is for ``check`` to say."""
    site = load_site(folder)
    meter = Meter()
    try:
        return read_roster(site, lambda done, total: meter.tell("reading articles", done, total))
    finally:
        meter.clear()


def look_up(roster: Roster, word: str) -> Named:
    """Who is meant by an id, a former id or a name. Raises ContentError when that is nobody, or several."""
    entry = roster.find(word)
    if entry is None:
        known = [form for entry in roster.entries.values() for form in (entry.label, *entry.forms)]
        raise ContentError(
            Problem(
                where=Where(path="people"),
                what=f'There is nobody of the id or name "{word}", or more than one.',
                remedy=did_you_mean(word, known).strip() or "See: dateline people list --names",
            )
        )
    return entry


def format_years(entry: Named) -> tuple[str, str]:
    """The years of the first and the last article; dashes where none is known."""
    return str(entry.first.year) if entry.first else "–", str(entry.last.year) if entry.last else "–"


def _holds(entry: Named, text: str) -> bool:
    """Whether an id or a form of the name holds a text, whatever its case and accents."""
    return text in entry.person.id or any(slugify(text) in slugify(form) for form in entry.forms)


def _row(entry: Named) -> tuple[str, ...]:
    person = entry.person
    id_ = "–" if entry.state is State.NAME else person.id
    variants = ", ".join(person.variants)
    return id_, person.name, f"{len(entry.articles):,}", *format_years(entry), entry.state.value, variants


def _sum_up(entries: list[Named], roster: Roster) -> str:
    facts = [f"{number:,} {state}" for state in State if (number := sum(e.state is state for e in entries))]
    pairs = len(roster.possibly_same)
    review = f"; {count(pairs, 'pair')} possibly the same: dateline people review" if pairs else ""
    return f"{count(len(entries), 'person', 'people')}: {', '.join(facts) or 'nobody'}{review}"


def _show(entry: Named) -> list[str]:
    """What is known of somebody, a fact a line."""
    fields = describe_entry(entry)
    offices = [
        " ".join(
            part
            for part in (
                ", ".join(filter(None, (office["title"], office.get("organisation")))),
                f"from {office['from']}" if "from" in office else "",
                f"to {office['to']}" if "to" in office else "",
            )
            if part
        )
        for office in fields["offices"]
    ]
    facts = {
        "id": fields["id"] or "–",
        "state": fields["state"],
        "variants": ", ".join(fields["variants"]),
        "offices": "; ".join(offices),
        "identifiers": ", ".join(f"{scheme} {value}" for scheme, value in fields["identifiers"].items()),
        "born": fields["born"],
        "died": fields["died"],
        "former ids": ", ".join(fields["aliases"]),
        "kept apart from": ", ".join(fields["distinct"]),
        "evidence": "; ".join(fields["evidence"]),
    }
    return [
        click.style(entry.person.name, bold=True),
        *(f"{name + ':':<17}{value}" for name, value in facts.items() if value),
        *([entry.person.note] if entry.person.note else []),
    ]


def _other(pair: PossiblySame, entry: Named) -> str:
    return pair.other if pair.one == entry.label else pair.one


def _describe_article(roster: Roster, slug: str, entry: Named) -> dict[str, Any]:
    """An article that names somebody: by what name, how sure that is, on what it rests, and why."""
    card = roster.catalog.cards[slug]
    link = roster.link_of(entry, slug)
    said = {} if link is None else {
        "name": link.name, "confidence": link.confidence, "ground": link.ground.value, "reason": link.reason
    }  # fmt: skip
    return {"path": card.path, "title": card.title, "published": card.published.edtf or None} | said


def _as_json(values: dict[str, Any]) -> bytes:
    """One line. What UTF-8 cannot hold is written as JSON's own escape."""
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace")
