"""What commands say: problems to stderr, one line each, and the exit code that follows."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec

import click

from generator.errors import GeneratorError, Problem, Severity

Arguments = ParamSpec("Arguments")


def say_problems(problems: Iterable[Problem]) -> int:
    """Print each problem once to stderr; returns how many errors there are."""
    errors = 0
    for problem in dict.fromkeys(problems):
        is_error = problem.severity is Severity.ERROR
        errors += is_error
        label = (
            click.style("error", fg="red", bold=True) if is_error else click.style("warning", fg="yellow", bold=True)
        )
        click.echo(f"{label}: {problem}", err=True)
    return errors


def say_difference(diff: str) -> None:
    """Print how a file changes, in colours on a terminal."""
    for line in diff.splitlines():
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
        click.echo(click.style(line, fg=colour))


def speaks(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """Make a command say what stopped it and exit with 1, instead of a traceback."""

    @wraps(command)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except GeneratorError as error:
            say_problems(error.problems)
            raise SystemExit(1) from None

    return run


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "article"), count(1200, "person", "people")
    ('1 article', '1,200 people')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
