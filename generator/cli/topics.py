"""``dateline topics``: the group. Each of its commands is in a module of its own family."""

import click

from generator.cli.lazy import LazyGroup

FAMILIES = {
    "list": "topics_list",
    "show": "topics_list",
    "suggest": "topics_suggest",
    "merge": "topics_settle",
    "rename": "topics_settle",
    "hide": "topics_settle",
    "unhide": "topics_settle",
    "retag": "topics_settle",
    "undo": "topics_settle",
    "find": "topics_find",
}
"""Each command and its module, in the order in which they are listed."""


class _Families(LazyGroup):
    modules = FAMILIES


@click.group("topics", cls=_Families, invoke_without_command=True)
@click.pass_context
def topics_command(context: click.Context) -> None:
    """Settle what articles are about: list, suggest, join, rename and hide topics.

    Without a command it lists all topics. A topic is named by id ("port-strike") or by name ("The port strike"). What a
    command does to records and articles is kept in a journal below content/topics/, and can be taken back with
    "dateline topics undo".
    """
    if context.invoked_subcommand is None:
        command = topics_command.get_command(context, "list")
        assert command is not None
        context.invoke(command)
