"""``dateline dates``: the group. Each of its commands is in a module of its own."""

import click

from generator.cli.lazy import LazyGroup


class _Commands(LazyGroup):
    modules = {"list": "dates_list", "set": "dates_set", "infer": "dates_infer"}  # noqa: RUF012  # nobody changes it


@click.group("dates", cls=_Commands, invoke_without_command=True)
@click.pass_context
def dates_command(context: click.Context) -> None:
    """Say when articles were published, how sure that is, and why.

    Dates are EDTF: 2015-05-19, 2015-05, 2017-02-18? (probably), [2009-05-06,2015-05-06] (one of them), 2014/.. (then
    or later), XXXX-05-19 (year unknown). Without a command it lists the articles whose date is not certain.
    """
    if context.invoked_subcommand is None:
        command = dates_command.get_command(context, "list")
        assert command is not None
        context.invoke(command)
