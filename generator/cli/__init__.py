"""The ``dateline`` command: arguments, sentences and exit codes.

Exit codes: 0 all is well, 1 there are problems, 2 the command was used wrongly.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

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


def run() -> NoReturn:
    """The command as a shell calls it.

    When it ends, all that it had to say and to write is said and written. So the process goes at once, and does not
    first take the memory of a large archive apart, which would take a thirtieth of the time of a whole build.
    """
    code: int | str | None = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody listens any more
            stream.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)
