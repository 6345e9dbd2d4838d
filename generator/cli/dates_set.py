"""``dateline dates set``: a person says when an article was published."""

from datetime import datetime
from pathlib import Path

import click

from generator.cli.speech import say_problems, speaks
from generator.decisions.dates import set_date
from generator.site import load_site


@click.command("set")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("edtf", metavar="DATE")
@click.pass_obj
@speaks
def set_command(folder: Path, *, file: Path, edtf: str) -> None:
    """State when an article was published. It is never revised by evidence afterwards.

    FILE is an article's file, or its slug. DATE is EDTF, such as 2016-08-15, 2016-08 or 2016-08-15?; '' for undated. A
    date that is still to come, or before there were newspapers, is kept and told.
    """
    today = datetime.now().astimezone().date()
    published, strange = set_date(load_site(folder), file, edtf, today=today)
    say_problems(strange)
    click.echo(f"{file}: {published.display}")
