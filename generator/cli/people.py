"""``dateline people``: the group. Each of its commands is in a module of its own family."""

import click

from generator.cli.lazy import LazyGroup

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


class _Families(LazyGroup):
    modules = FAMILIES


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
