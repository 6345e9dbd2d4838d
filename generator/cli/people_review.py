"""``dateline people review``."""

import sys
from pathlib import Path

import click

from generator.cli.people_list import format_years, read
from generator.cli.people_settle import tell
from generator.cli.speech import count, say_problems, speaks
from generator.decisions.people import Decisions, Named, Roster, State
from generator.errors import GeneratorError
from generator.model.catalog import PossiblySame
from generator.site import load_site

KEYS = "m merge, k keep apart, h hide the second, s skip, q quit"


@click.command("review")
@click.pass_obj
@speaks
def review_command(folder: Path) -> None:
    """Review who is possibly the same, one keystroke a pair.

    m merges the second into the first, k keeps them apart for good, h hides the second, s skips the pair, q ends. Each
    decision is written at once; "dateline people undo" takes the last one back. Keys may be piped in.
    """
    roster = read(folder)
    decisions = Decisions(load_site(folder), lambda words: click.echo(words, err=True), roster=roster)
    gone: set[str] = set()
    decided = 0
    for number, pair in enumerate(roster.possibly_same, 1):
        if gone & {pair.one, pair.other}:
            continue
        first, second = _in_rank(roster, pair)
        click.echo(f"\n{number} of {len(roster.possibly_same)}: {pair.reason} ({pair.confidence:.2f})")
        for entry in (first, second):
            click.echo(_describe(roster, entry))
        key = _ask()
        if key == "q":
            break
        if key == "s":
            continue
        if _decide(decisions, key, first.label, second.label):
            decided += 1
            gone |= {second.label} if key in "mh" else set()
    click.echo(f"{count(decided, 'decision')} written")


def _decide(decisions: Decisions, key: str, first: str, second: str) -> bool:
    """Do what a key says; whether it was done. What cannot be done is said, and the review goes on."""
    try:
        if key == "m":
            tell(decisions.merge(first, second), f"{second} is {first} now")
        elif key == "k":
            tell(decisions.keep_apart(first, second), f"{first} and {second} are kept apart")
        else:
            tell(decisions.hide([second]), f"{second} hidden")
    except GeneratorError as error:
        say_problems(error.problems)
        return False
    return True


def _in_rank(roster: Roster, pair: PossiblySame) -> tuple[Named, Named]:
    """The two of a pair, first whom the other would be merged into: who is verified, has a record, is named most."""
    order = [State.VERIFIED, State.UNVERIFIED, State.FOUND, State.NAME, State.HIDDEN]
    entries = (roster.entries[pair.one], roster.entries[pair.other])
    first, second = sorted(entries, key=lambda entry: (order.index(entry.state), -len(entry.articles), entry.label))
    return first, second


def _describe(roster: Roster, entry: Named) -> str:
    """Somebody in a few lines: who, and in what words the last two articles name them first."""
    person = entry.person
    years = "–".join(dict.fromkeys(format_years(entry)))
    facts = [entry.state.value, count(len(entry.articles), "article"), years]
    facts += [f"also {', '.join(person.variants)}"] if person.variants else []
    facts += [f"{o.title}, {o.organisation}" if o.organisation else o.title for o in person.offices[:3]]
    name = click.style(person.name, bold=True)
    lines = [f"  {name} ({entry.label}): {'; '.join(facts)}", *(_quote(roster, entry, s) for s in entry.articles[:2])]
    return "\n".join(lines if entry.articles else [*lines, "    in no article"])


def _quote(roster: Roster, entry: Named, slug: str) -> str:
    """The sentence of an article that names somebody first, and its headline."""
    card = roster.catalog.cards[slug]
    link = roster.link_of(entry, slug)
    excerpts = (naming.excerpt for naming in card.details.namings if link and link.name in (naming.person, naming.name))
    excerpt = next(filter(None, excerpts), "")
    return f"    {excerpt} – “{card.title}”" if excerpt else f"    “{card.title}”"


def _ask() -> str:
    """The next key that means something; q at the end of what is piped in."""
    click.echo(f"  {KEYS}: ", nl=False)
    while True:
        key = click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
        key = key.lower() if key else "q"
        if key in ("\x03", "\x04", "\x1b"):
            key = "q"
        if key in tuple("mkhsq"):
            click.echo(key)
            return key
