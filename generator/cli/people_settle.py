"""``dateline people accept``, ``merge``, ``split``, ``rename``, ``hide``, ``unhide`` and ``undo``."""

from pathlib import Path

import click

from generator.cli.speech import count, speaks
from generator.decisions.people import Decisions, Done
from generator.site import load_site


@click.command("merge")
@click.argument("person", metavar="A")
@click.argument("other", metavar="B")
@click.option("--force", is_flag=True, help="Even if the records contradict each other; what A says then stands.")
@click.pass_obj
@speaks
def merge_command(folder: Path, *, person: str, other: str, force: bool) -> None:
    """Merge B into A: they are one person.

    B's names become variants of A, offices and identifiers are joined, B's address leads to A, and every article that
    lists B lists A. Refused where the records contradict each other. "dateline people split A B" takes it back.
    """
    done = decide(folder).merge(person, other, force=force)
    tell(done, f"{done.ids[1]} is {done.ids[0]} now")


@click.command("split")
@click.argument("person", metavar="A")
@click.argument("rest", metavar="[B]", nargs=-1)
@click.option("--articles", multiple=True, metavar="PATH", help="The articles that are another person's.")
@click.option("--name", metavar="NAME", help="The other person's name (default: as the articles print it).")
@click.option("--id", "id_", metavar="ID", help="The other person's id (default: made from the name).")
@click.pass_obj
@speaks
def split_command(
    folder: Path, *, person: str, rest: tuple[str, ...], articles: tuple[str, ...], name: str | None, id_: str | None
) -> None:
    """Split A: they are two people.

    "split A B" takes B out again, who was merged into A: files that nobody edited since are byte for byte what they
    were. "split A --articles PATH..." makes a record for the other person, and lists it in these articles in place of
    A; where they are all the articles that somebody brought who was merged into A, it takes that merge back.
    """
    decisions = decide(folder)
    if articles:
        done = decisions.split(person, (*articles, *rest), name=name, id_=id_)
        tell(done, f"{done.ids[0]} and {done.ids[1]} are two people now")
    elif len(rest) != 1 or name or id_:
        raise click.UsageError("Say who was merged into A, or name the articles of another person with --articles.")
    else:
        done = decisions.unmerge(person, rest[0])
        tell(done, f"{done.ids[0]} and {done.ids[1]} are two people now")


@click.command("rename")
@click.argument("person", metavar="ID")
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--id", "id_", metavar="NEW-ID", help="The new id: the file's name, and the page's address.")
@click.pass_obj
@speaks
def rename_command(folder: Path, *, person: str, name: str | None, id_: str | None) -> None:
    """Give a person another preferred name, another id, or both.

    The former name becomes a variant, and the former address leads to the new one.
    """
    if not name and not id_:
        raise click.UsageError("Give a new name, or a new id with --id.")
    done = decide(folder).rename(person, name=name, id_=id_)
    tell(done, f"{done.ids[0]} renamed")


@click.command("hide")
@click.argument("people", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
@speaks
def hide_command(folder: Path, *, people: tuple[str, ...]) -> None:
    """Hide people, or what is no person at all.

    They never have a page, and are never suggested again. The record says "hidden: true"; articles that list the id do
    so no more. "dateline people unhide" takes it back.
    """
    done = decide(folder).hide(people)
    tell(done, f"{', '.join(done.ids)} hidden")


@click.command("unhide")
@click.argument("people", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
@speaks
def unhide_command(folder: Path, *, people: tuple[str, ...]) -> None:
    """Bring hidden people back."""
    done = decide(folder).unhide(people)
    tell(done, f"{', '.join(done.ids)} not hidden any more")


@click.command("accept")
@click.argument("people", metavar="[ID]...", nargs=-1)
@click.option("--all", "everybody", is_flag=True, help="Everybody who has a page and no record.")
@click.pass_obj
@speaks
def accept_command(folder: Path, *, people: tuple[str, ...], everybody: bool) -> None:
    """Write records for people whom a machine has found.

    They are there to be corrected and added to. Each says "verified: false" and the evidence: names as printed, and
    where. Who checks a record removes that line.
    """
    if not people and not everybody:
        raise click.UsageError("Name somebody, or write records for everybody with --all.")
    done = decide(folder).accept(people, everybody=everybody)
    tell(done, f"{count(len(done.ids), 'record')} written: {', '.join(done.ids)}")


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
        tell(done, f"{done.command}: {', '.join(done.ids)}")


def decide(folder: Path) -> Decisions:
    """What is decided about the people of a folder's site."""
    return Decisions(load_site(folder), lambda words: click.echo(words, err=True))


def tell(done: Done, what: str) -> None:
    """Say what was done, and to how many files."""
    if not done.records and not done.articles:
        click.echo("Nothing to do.")
        return
    click.echo(f"{what}: {count(len(done.records), 'record')}, {count(len(done.articles), 'article')} changed")
