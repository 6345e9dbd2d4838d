"""``dateline topics``: the group. Each of its commands is in a module of its own family."""

import click

from generator.cli.lazy import LazyGroup

FAMILIES = {
    "find": "topics_find",
}
"""Each command and its module, in the order in which they are listed."""


class _Families(LazyGroup):
    modules = FAMILIES


@click.group("topics", cls=_Families)
def topics_command() -> None:
    """Settle what articles are about."""
