"""``dateline topics merge``, ``rename``, ``hide``, ``unhide``, ``retag`` and ``undo``."""

import sys
from pathlib import Path

import click

from generator.cli.people_settle import tell
from generator.cli.speech import count, speaks
from generator.decisions.topics import TopicDecisions
from generator.site import load_site


@click.command("merge")
@click.argument("topic", metavar="A")
@click.argument("other", metavar="B")
@click.pass_obj
@speaks
def merge_command(folder: Path, *, topic: str, other: str) -> None:
    """Merge B into A: they are one topic.

    B's name becomes a variant of A, terms and the topics around it are joined, B's address leads to A, and every
    article and record that lists B lists A. "dateline topics undo" takes it back.
    """
    done = decide(folder).merge(topic, other)
    tell(done, f"{done.ids[1]} is {done.ids[0]} now")


@click.command("rename")
@click.argument("topic", metavar="ID")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--id", "id_", metavar="NEW-ID", help="The new id: the file's name, and the page's address.")
@click.pass_obj
@speaks
def rename_command(folder: Path, *, topic: str, name: str | None, id_: str | None) -> None:
    """Give a topic another name, another id, or both.

    The former name becomes a variant, and the former address leads to the new one.
    """
    if not name and not id_:
        raise click.UsageError("Give a new name, or a new id with --id.")
    done = decide(folder).rename(topic, name=name, id_=id_)
    tell(done, f"{done.ids[0]} renamed")


@click.command("hide")
@click.argument("topics", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
@speaks
def hide_command(folder: Path, *, topics: tuple[str, ...]) -> None:
    """Hide topics.

    They have no page, are given to no article, and are never suggested again. The record says "hidden: true"; articles
    that list the id do so no more. "dateline topics unhide" takes it back.
    """
    done = decide(folder).hide(topics)
    tell(done, f"{', '.join(done.ids)} hidden")


@click.command("unhide")
@click.argument("topics", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
@speaks
def unhide_command(folder: Path, *, topics: tuple[str, ...]) -> None:
    """Bring hidden topics back."""
    done = decide(folder).unhide(topics)
    tell(done, f"{', '.join(done.ids)} not hidden any more")


@click.command("retag")
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--dry-run", is_flag=True, help="Only show the difference.")
@click.pass_obj
@speaks
def retag_command(folder: Path, *, articles: tuple[str, ...], yes: bool, dry_run: bool) -> None:
    """Suggest the subjects of articles again.

    Shows the difference, and asks before it writes; piped, it writes only with --yes. What the last suggestion wrote
    follows the new one, and articles without "subjects" get them; what a person wrote, changed or took out stays.
    ARTICLE is a path or a slug; without any, all articles are looked at. Topics need no command: every build looks for
    the terms of their records.
    """
    decisions = decide(folder)
    found = decisions.retag(articles, dry_run=True)
    click.echo(found.done.diff, nl=False)
    number = len(found.done.articles)
    if number and not dry_run and (yes or _confirm(number)):
        tell(decisions.retag(articles, dry_run=False).done, "subjects written")
    else:
        click.echo(f"{count(number, 'article')} would change" if number else "Nothing to do.")
    if found.kept:
        click.echo(f"{count(found.kept, 'article')} left with the subjects that a person decided")


def _confirm(number: int) -> bool:
    return sys.stdin.isatty() and click.confirm(f"Write {count(number, 'article')}?")


@click.command("undo")
@click.pass_obj
@speaks
def undo_command(folder: Path) -> None:
    """Take back what the last of these commands did.

    Run it again for the one before. Files that nobody edited since are byte for byte what they were; edits around the
    same lines stay.
    """
    done = decide(folder).undo()
    if done is None:
        click.echo("There is nothing to undo.")
    else:
        tell(done, f"{done.command}: {', '.join(done.ids) or count(len(done.articles), 'article')}")


def decide(folder: Path) -> TopicDecisions:
    """What is decided about the topics of a folder's site."""
    return TopicDecisions(load_site(folder), lambda words: click.echo(words, err=True))
