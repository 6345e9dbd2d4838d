"""``dateline topics list`` and ``dateline topics show``."""

import json
from pathlib import Path
from typing import Any

import click

from generator.cli.ingest import format_row
from generator.cli.meter import Meter
from generator.cli.speech import count, speaks
from generator.decisions.topics import TopicRoster, read_topics
from generator.model.authority import Topic
from generator.model.subjects import SCHEME, find_media_topic
from generator.site import load_site

HEADINGS = ("id", "name", "articles", "first", "last", "state", "broader")


@click.command("list")
@click.option("--hidden", is_flag=True, help="Only those that were hidden.")
@click.option("--search", metavar="TEXT", help="Only those of which an id, a name or a term holds TEXT.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a topic, one a line.")
@click.pass_obj
@speaks
def list_command(folder: Path, *, hidden: bool, search: str | None, as_json: bool) -> None:
    """List all topics that have a record.

    With the number of their articles, the first and last year, whether they are hidden, and the wider topics; those of
    most articles come first.
    """
    roster = read(folder)
    topics = [
        topic
        for topic in roster.topics.values()
        if (not hidden or topic.hidden) and (not search or _holds(topic, search.casefold()))
    ]
    topics.sort(key=lambda topic: (-len(roster.articles_of(topic.id)), topic.id))
    if as_json:
        for topic in topics:
            click.echo(json.dumps(_describe(roster, topic), ensure_ascii=False))
        return
    if topics:
        rows = [HEADINGS, *(_row(roster, topic) for topic in topics)]
        widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
        click.echo("\n".join(format_row(row, widths) for row in rows))
    click.echo(count(len(topics), "topic"))


@click.command("show")
@click.argument("topic", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_obj
@speaks
def show_command(folder: Path, *, topic: str, as_json: bool) -> None:
    """Show all that is known of a topic.

    The record, the topics around it, and its articles with the reason: the term that gave them the topic, or that a
    person decided. ID is an id, a former id, or a name.
    """
    roster = read(folder)
    found = roster.find(topic)
    articles = list(roster.explain(found.id))
    if as_json:
        listing = [{"path": path, "reason": reason} for path, reason in articles]
        click.echo(json.dumps(_describe(roster, found) | {"articles": listing}, ensure_ascii=False))
        return
    click.echo(click.style(found.name, bold=True) + f" ({found.id}{', hidden' if found.hidden else ''})")
    for label, values in _facts(roster, found):
        click.echo(f"  {label + ':':<14}{', '.join(values)}")
    if found.note:
        click.echo(f"\n{found.note}\n")
    for path, reason in articles:
        click.echo(f"  {path}  {click.style(reason, dim=True)}")
    click.echo(count(len(articles), "article"))


def read(folder: Path) -> TopicRoster:
    """The topics of a folder's site; a progress bar shows when that takes long."""
    meter = Meter()
    try:
        return read_topics(load_site(folder), lambda done, total: meter.tell("reading articles", done, total))
    finally:
        meter.clear()


def _facts(roster: TopicRoster, topic: Topic) -> list[tuple[str, tuple[str, ...]]]:
    subject = find_media_topic(topic.identifiers.get("iptc", ""))
    facts = [
        ("also called", topic.variants),
        ("terms", topic.terms),
        ("must", topic.must),
        ("must not", topic.must_not),
        ("wider", topic.broader),
        ("narrower", roster.narrower_of(topic.id)),
        ("related", topic.related),
        ("subject", (f"{SCHEME}{subject.id} {subject.label}",) if subject else ()),
        ("former ids", topic.aliases),
    ]
    return [(label, values) for label, values in facts if values]


def _describe(roster: TopicRoster, topic: Topic) -> dict[str, Any]:
    years = roster.years_of(topic.id)
    return {
        "id": topic.id,
        "name": topic.name,
        "variants": list(topic.variants),
        "terms": list(topic.terms),
        "must": list(topic.must),
        "must_not": list(topic.must_not),
        "broader": list(topic.broader),
        "narrower": list(roster.narrower_of(topic.id)),
        "related": list(topic.related),
        "identifiers": topic.identifiers,
        "aliases": list(topic.aliases),
        "hidden": topic.hidden,
        "count": len(roster.articles_of(topic.id)),
        "first": years[0] if years else None,
        "last": years[-1] if years else None,
    }


def _row(roster: TopicRoster, topic: Topic) -> tuple[str, ...]:
    years = [str(year) for year in roster.years_of(topic.id)]
    number = f"{len(roster.articles_of(topic.id)):,}"
    first, last = (years[0], years[-1]) if years else ("", "")
    return topic.id, topic.name, number, first, last, "hidden" if topic.hidden else "", ", ".join(topic.broader)


def _holds(topic: Topic, text: str) -> bool:
    return any(text in form.casefold() for form in (topic.id, topic.name, *topic.variants, *topic.terms))
