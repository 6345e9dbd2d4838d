"""``dateline dates``: the group. Each of its commands is in a module of its own."""

import click

from generator.cli.lazy import LazyGroup


class _Commands(LazyGroup):
    modules = {"infer": "dates_infer"}  # noqa: RUF012  # nobody changes it


@click.group("dates", cls=_Commands)
def dates_command() -> None:
    """Say when articles were published, how sure that is, and why.

    Dates are EDTF: 2015-05-19, 2015-05, 2017-02-18? (probably), [2009-05-06,2015-05-06] (one of them), 2014/.. (then
    or later), XXXX-05-19 (year unknown).
    """
