"""Refiling: what a machine would write of an article now, merged into what people made of it. A chapter.

It is safe to kill. Where an article's file changes, its record says so first, with what people decided until then and a
digest of the file to come; then the file is written, and then the record for good. Whatever moment it dies at, the next
run can tell a person's words from the machine's.
"""

import hashlib
from dataclasses import dataclass, replace
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path

from generator.content import (
    Conflict,
    Filed,
    Pending,
    format_filed,
    gather_corrections,
    merge_articles,
    put_file,
    read_text,
)  # fmt: skip
from generator.errors import ContentError, Problem, Severity, Where

_SHOWN = 160
"""Characters of a text that a conflict is about."""


class Change(StrEnum):
    """What cleaning an original again came to."""

    UNCHANGED = "unchanged"
    UPDATED = "updated"
    """The article follows the cleaner, and keeps what people made of it."""
    CONFLICT = "conflict"
    """A person and the cleaner changed the same; the person's stays, and the rest follows the cleaner."""
    NEW = "new"
    """No story was found in it before; now there is one."""
    TAKEN_OUT = "taken out"
    """A person deleted the article. It was not brought back."""
    NO_ARTICLE = "no article"
    """It holds none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recleaned:
    """An original, and what cleaning it again came to."""

    name: str
    """Of the raw page, as it was given."""
    change: Change
    path: str | None = None
    """Of its article below the content folder; None when there is none."""
    conflicts: tuple[Problem, ...] = ()
    """Where a person and the cleaner changed the same, and not alike."""
    diff: str = ""
    """How the article's file changes; kept in a dry run only."""


def refile(content: Path, path: str, before: Filed, after: Filed, *, dry_run: bool) -> Recleaned:
    """Merge the machine's file with the person's; ``path`` is the record's.

    Raises ContentError when the person's cannot be read.
    """
    assert before.article is not None
    place = before.article
    mine = read_text(content, place)
    was = before.settle(mine.encode())
    corrections = gather_corrections(was.suggestion, mine, was.corrections)
    merged = merge_articles(was.suggestion, mine, after.suggestion, corrections)
    after = replace(after, corrections=corrections)
    if merged.text != mine and not dry_run:
        _replace(content, path, place, mine, merged.text, replace(was, corrections=corrections), after)
    put_record(content, path, before, after, dry_run=dry_run)
    change = Change.CONFLICT if merged.conflicts else Change.UPDATED if merged.text != mine else Change.UNCHANGED
    diff = show_difference(place, mine, merged.text) if dry_run and merged.text != mine else ""
    conflicts = tuple(_explain(f"{content.name}/{place}", conflict) for conflict in merged.conflicts)
    return Recleaned(name=after.record.name, change=change, path=place, conflicts=conflicts, diff=diff)


def _replace(content: Path, path: str, place: str, mine: str, merged: str, was: Filed, after: Filed) -> None:
    """Write an article's file, noted in its record beforehand. Raises ContentError when somebody edits it now."""
    digest = hashlib.sha256(merged.encode()).hexdigest()
    pending = replace(was, pending=Pending(suggestion=after.suggestion, merged=digest))
    put_file(content, path, format_filed(pending).encode())
    if read_text(content, place) != mine:
        raise ContentError(
            Problem(
                where=Where(path=f"{content.name}/{place}"),
                what="It was changed while its page was cleaned.",
                remedy="Save it, and clean again.",
            )
        )
    put_file(content, place, merged.encode())


def put_record(content: Path, path: str, before: Filed, after: Filed, *, dry_run: bool) -> None:
    """Write a record, where it says anything new."""
    if after != before and not dry_run:
        put_file(content, path, format_filed(after).encode())


def show_difference(path: str, before: str, after: str) -> str:
    """How a file changes, line by line."""
    names = f"{path} as it is", f"{path} anew"
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), *names, lineterm=""))


def _explain(path: str, conflict: Conflict) -> Problem:
    """A conflict, to whoever settles it."""
    theirs = f"would now write {_quote(conflict.theirs)}" if conflict.theirs else "would now leave it out"
    mine = (
        f"{_quote(conflict.mine)}, as a person has it, stays"
        if conflict.mine
        else "a person took it out, so it stays out"
    )
    return Problem(
        where=Where(path=path, key=conflict.field),
        what=f"The cleaner {theirs}; {mine}.",
        remedy="Correct it by hand if the cleaner is right.",
        severity=Severity.WARNING,
    )


def _quote(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _SHOWN else f'"{line[:_SHOWN].rstrip()} …"'
