"""``dateline people``: the group. Each of its commands is in a module of its own family."""

from importlib import import_module

import click

FAMILIES = {
    "list": "people_list",
    "show": "people_list",
    "review": "people_review",
    "merge": "people_settle",
    "split": "people_settle",
    "rename": "people_settle",
    "hide": "people_settle",
    "unhide": "people_settle",
    "accept": "people_settle",
    "undo": "people_settle",
    "import": "people_import",
    "find": "people_find",
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


@click.group("people", cls=_Families, invoke_without_command=True)
@click.pass_context
def people_command(context: click.Context) -> None:
    """Settle who is who: list, join, tell apart, rename and hide people.

    Without a command it lists everybody who has a page or a record. A person is named by id ("ada-holm") or by name
    ("Ada Holm"). What a command does to records and articles is kept in a journal below content/people/, and can be
    taken back with "dateline people undo".
    """
    if context.invoked_subcommand is None:
        command = people_command.get_command(context, "list")
        assert command is not None
        context.invoke(command)
