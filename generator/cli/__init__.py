"""The ``dateline`` command: arguments, sentences and exit codes.

Exit codes: 0 all is well, 1 there are problems, 2 the command was used wrongly.
"""

from pathlib import Path

import click

from generator import __version__
from generator.cli.lazy import LazyGroup

COMMANDS = ("init", "ingest", "clean", "people", "topics", "dates", "build", "serve", "check")
"""In the order in which a newcomer meets them. Each is in the module of its name."""


class _Commands(LazyGroup):
    modules = {name: name for name in COMMANDS}  # noqa: RUF012  # nobody changes it


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
@click.option(
    "-C",
    "--site",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds site.toml (default: this one).",
)
@click.pass_context
def main(context: click.Context, folder: Path) -> None:
    """Turn a heap of saved news pages into an archive that people can browse, search, cite and trust.

    Start with "dateline init DIR", put saved pages in with "dateline ingest", look at it with "dateline serve", publish
    the folder that "dateline build" makes.
    """
    context.obj = folder
