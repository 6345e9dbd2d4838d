"""``dateline people``: the group. Each of its commands is in a module of its own family."""

from importlib import import_module

import click

FAMILIES = {
    "match": "people_match",
    "resolve": "people_match",
}
"""Each command and its module, in the order in which they are listed."""


class _Families(click.Group):
    """Commands whose modules are imported only when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # as click calls it
        return list(FAMILIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        if cmd_name not in FAMILIES:
            return None
        command: click.Command = getattr(import_module(f"generator.cli.{FAMILIES[cmd_name]}"), f"{cmd_name}_command")
        return command


@click.group("people", cls=_Families)
def people_command() -> None:
    """Settle who is who."""
