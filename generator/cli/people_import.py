"""``dateline people import``."""

from pathlib import Path

import click

from generator.cli.speech import count, say_problems, speaks
from generator.decisions.import_people import import_people
from generator.site import load_site


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change, line by line, and write nothing.")
@click.pass_obj
@speaks
def import_command(folder: Path, *, file: Path, dry_run: bool) -> None:
    """Add people from a table: a CSV file with a header, or JSON Lines.

    Columns: id, name, variants, offices, wikidata, viaf, isni, born, died, note. In CSV, variants and offices stand
    between semicolons, and the parts of an office (title, organisation, from, to) between bars. A row is added to the
    record of its id, or of its identifiers; where there is none, it becomes a new record. What a record says stays. A
    row that contradicts it is left out, and said. Exits with 1 when a row is left out.
    """
    imported = import_people(load_site(folder), file, lambda words: click.echo(words, err=True), dry_run=dry_run)
    if dry_run:
        for line in imported.done.diff.splitlines():
            click.echo(click.style(line, fg={"+": "green", "-": "red", "@": "cyan"}.get(line[:1])))
    prefix = "Nothing was written. " if dry_run else ""
    added, changed = len(imported.added), len(imported.changed)
    click.echo(f"{prefix}{count(added, 'new record')}, {count(changed, 'record')} added to")
    if say_problems(imported.problems):
        raise SystemExit(1)
