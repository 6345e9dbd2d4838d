"""``dateline check``."""

from datetime import datetime
from pathlib import Path

import click

from generator.check import check
from generator.cli.speech import count, say_problems, speaks
from generator.site import load_site


@click.command("check")
@click.option("--no-links", is_flag=True, help="Leave the links of the built site out.")
@click.pass_obj
@speaks
def check_command(folder: Path, *, no_links: bool) -> None:
    """Look for everything that is wrong, and change nothing.

    Content: fields and dates, also those still to come, names without a record, addresses used twice, originals that
    are missing or altered. The built site, where there is one: internal links and anchors that lead nowhere. Exits
    with 1 when there are errors.
    """
    site = load_site(folder)
    errors = say_problems(check(site, links=not no_links, today=datetime.now().astimezone().date()))
    if errors:
        click.echo(count(errors, "error"))
        raise SystemExit(1)
    looked = "content and links" if site.output.is_dir() and not no_links else "content"
    click.echo(f"No errors in {looked}.")
