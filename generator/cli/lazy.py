"""Groups of commands that do not load what they do not run."""

from collections.abc import Mapping
from importlib import import_module

import click


class LazyGroup(click.Group):
    """Commands whose modules are imported only when they are run, so that ``build`` need not wait for a web server."""

    modules: Mapping[str, str] = {}
    """Each command and its module below ``generator.cli``, in the order in which they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as click calls it
        """The names of the commands."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        """A command; None when there is none of that name."""
        if cmd_name not in self.modules:
            return None
        command: click.Command = getattr(
            import_module(f"generator.cli.{self.modules[cmd_name]}"), f"{cmd_name}_command"
        )
        return command
