"""``dateline topics suggest``: phrases that may be topics, accepted by one keystroke each."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from generator.cli.meter import Meter
from generator.cli.people_settle import tell
from generator.cli.speech import count, say_problems, speaks
from generator.cli.topics_settle import decide
from generator.decisions.topic_suggestions import TopicSuggestion, suggest_topics
from generator.decisions.topics import TopicDecisions
from generator.errors import GeneratorError
from generator.model.authority import Topic
from generator.site import load_site

KEYS = "a accept, h hide for good, s skip, q quit"


@click.command("suggest")
@click.option("--most", type=click.IntRange(min=1), default=30, show_default=True, help="Suggest no more than so many.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line, and ask nothing.")
@click.pass_obj
@speaks
def suggest_command(folder: Path, *, most: int, as_json: bool) -> None:
    """Suggest topics: what this archive writes of, and the rest of the world does not.

    Names of organisations, places and events, and pairs of words, that stand in at least three articles and two
    sources, and far more often than in English at large; the best first, with sentences. On a terminal each is decided
    by one keystroke: a writes a record, h writes one that is hidden, so that it is never suggested again, s skips it, q
    ends. Elsewhere they are listed. Nothing is published that was not accepted; "dateline topics undo" takes the last
    decision back.
    """
    suggestions = _suggest(folder, most)
    if as_json:
        for each in suggestions:
            click.echo(json.dumps(_describe(each), ensure_ascii=False))
        return
    decisions = decide(folder)
    decided = 0
    for number, each in enumerate(suggestions, 1):
        click.echo(f"\n{number} of {len(suggestions)}: {_show(each)}")
        if not is_terminal():
            continue
        key = _ask()
        if key == "q":
            break
        if key != "s":
            decided += _decide(decisions, each, hide=key == "h")
    click.echo(f"\n{count(decided, 'decision')} written" if decided else "\n" + count(len(suggestions), "suggestion"))


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _suggest(folder: Path, most: int) -> list[TopicSuggestion]:
    site = load_site(folder)
    meter = Meter()
    try:
        return suggest_topics(site, most=most, advance=lambda done, total: meter.tell("reading articles", done, total))
    finally:
        meter.clear()


def _decide(decisions: TopicDecisions, suggestion: TopicSuggestion, *, hide: bool) -> bool:
    """Write a record; whether that was done. What cannot be done is said, and the next one is asked."""
    try:
        done = decisions.accept(Topic(id="", name=suggestion.name, hidden=hide))
    except GeneratorError as error:
        say_problems(error.problems)
        return False
    tell(done, f"{done.ids[0]} {'hidden' if hide else 'accepted'}")
    return True


def _show(suggestion: TopicSuggestion) -> str:
    name = click.style(suggestion.name, bold=True)
    lines = [f"{name} ({count(suggestion.articles, 'article')}, {count(suggestion.sources, 'source')})"]
    for example in suggestion.examples:
        lines.append(f"  {example.sentence}")
        lines.append("    " + click.style(example.path, dim=True))
    return "\n".join(lines)


def _describe(suggestion: TopicSuggestion) -> dict[str, Any]:
    return {
        "name": suggestion.name,
        "score": suggestion.score,
        "articles": suggestion.articles,
        "sources": suggestion.sources,
        "examples": [{"path": example.path, "sentence": example.sentence} for example in suggestion.examples],
    }


def _ask() -> str:
    """The next key that means something."""
    click.echo(f"  {KEYS}: ", nl=False)
    while True:
        key = click.getchar().lower()
        key = "q" if key in ("\x03", "\x04", "\x1b") else key
        if key in tuple("ahsq"):
            click.echo(key)
            return key
