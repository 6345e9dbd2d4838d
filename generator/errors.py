"""What can go wrong, said so that an editor can act on it: where, what, and what to do."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

EXHAUSTED = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO, errno.ESTALE})
"""What a machine says when it fails, and not the file: going on without the file would unpublish it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """A place in a file that a person can open: a path, and as much of line and key as is known."""

    path: str
    line: int | None = None
    """Counted from 1; None when the whole file is meant."""
    key: str | None = None
    """The front matter or settings key that is meant; None when it is not about one."""

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return place if self.key is None else f"{place}: {self.key}"


class Severity(StrEnum):
    """How much a problem matters: an error fails ``check`` and ``--strict``, a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing that is wrong with one place, and the remedy.

    >>> print(Problem(where=Where(path="content/a.md", line=4, key="people"), what='"x" is unknown.', remedy="Add it."))
    content/a.md:4: people: "x" is unknown. Add it.
    """

    where: Where
    what: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}".rstrip()


class GeneratorError(Exception):
    """Work cannot go on; carries every problem that was gathered until then."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["GeneratorError"], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class SiteError(GeneratorError):
    """``site.toml`` is missing or cannot be used."""


class ContentError(GeneratorError):
    """A file below ``content/`` cannot be used; the others can."""


class IntakeError(GeneratorError):
    """A raw page cannot be read as one."""


class TemplateError(GeneratorError):
    """A template is broken, or asks for something that its page does not have."""


class OutputError(GeneratorError):
    """The site cannot be written where it was asked for."""


class SearchError(GeneratorError):
    """Pagefind did not make an index that holds what it was given."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint at the nearest known word, with a leading space, or nothing when none is near.

    >>> did_you_mean("standfrist", ["title", "standfirst"])
    ' Did you mean "standfirst"?'
    """
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
