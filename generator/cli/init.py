"""``dateline init``."""

from pathlib import Path

import click

from generator.cli.speech import count, speaks
from generator.init import init_site


@click.command("init")
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
@speaks
def init_command(folder: Path, target: Path) -> None:
    """Make a new site in DIR: a commented site.toml, empty folders' first records, and one example article."""
    made = init_site(folder / target)
    click.echo(f"{target}: {count(len(made), 'file')} made. Next: cd {target} && dateline serve")
