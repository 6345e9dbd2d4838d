"""The journal: what each command did to which lines of which files, so that it can be undone.

It stands below ``content/people/.journal/`` and ``content/topics/.journal/``, one file a command, and so goes wherever
the content goes. What was changed is kept as whole lines. Undoing puts the old lines back wherever the new ones still
stand, whatever was edited around them; files that nobody touched since are then, byte for byte, what they were.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from pathlib import Path

from generator.content.writing import put_file, remove_file
from generator.errors import ContentError, Problem, Where

FOLDER = "{kind}/.journal"
"""Below the content folder, for commands on ``people`` or ``topics``."""

Texts = Mapping[str, str | None]
"""Path below the content folder to a file's text; None: there is no such file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hunk:
    """Lines that were put in the place of others."""

    line: int
    """Of the new text, from 0."""
    was: str
    now: str
    """With a neighbouring line, where new lines alone would leave nothing to find the place by."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Alteration:
    """What became of a file."""

    path: str
    before: str | None
    """SHA-256 of its bytes; None when it was not there."""
    after: str | None
    """As ``before``; None when it was taken away."""
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What a command did."""

    name: str
    """Of its file in the journal; entries sort by it."""
    command: str
    """One word: "merge", "rename" …"""
    ids: tuple[str, ...]
    """Of the people or topics that it was about."""
    names: tuple[str, ...]
    """Of a merge: all forms of the name of whoever was merged into another."""
    alterations: tuple[Alteration, ...]


def write_entry(
    content: Path, command: str, ids: Iterable[str], before: Texts, after: Texts, *, kind: str = "people",
    names: Iterable[str] = (),
) -> None:  # fmt: skip
    """Note in the journal what is about to be done. Raises OutputError when it cannot be written."""
    alterations = tuple(_compare(path, before[path], after[path]) for path in sorted(after))
    values = {
        "command": command,
        "ids": list(ids),
        "names": list(names),
        "alterations": [asdict(each) for each in alterations],
    }
    data = json.dumps(values, ensure_ascii=False, indent=1).encode()
    last = max((int(name.split("-")[0]) for name in _names(content, kind)), default=0)
    # Two people may each have made an entry of that number; the digest tells them apart.
    name = f"{last + 1:06}-{command}-{hashlib.sha256(data).hexdigest()[:8]}.json"
    put_file(content, f"{FOLDER.format(kind=kind)}/{name}", data + b"\n")


def read_journal(content: Path, kind: str = "people") -> Iterator[Entry]:
    """All entries, the newest first. Raises ContentError when one cannot be read."""
    folder = FOLDER.format(kind=kind)
    for name in sorted(_names(content, kind), reverse=True):
        try:
            values = json.loads((content / folder / name).read_bytes())
            alterations = tuple(
                Alteration(
                    path=str(each["path"]),
                    before=each["before"],
                    after=each["after"],
                    hunks=tuple(Hunk(**hunk) for hunk in each["hunks"]),
                )
                for each in values["alterations"]
            )
            yield Entry(
                name=name,
                command=values["command"],
                ids=tuple(values["ids"]),
                names=tuple(values["names"]),
                alterations=alterations,
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ContentError(
                Problem(
                    where=Where(path=f"{content.name}/{folder}/{name}"),
                    what="This entry of the journal cannot be read.",
                    remedy="Bring it back as it was, or delete it: what it did can then not be undone.",
                )
            ) from error


def remove_entry(content: Path, entry: Entry, kind: str = "people") -> None:
    """Forget an entry that was undone; and the journal's folder, when it was the last. Raises OutputError."""
    folder = FOLDER.format(kind=kind)
    remove_file(content, f"{folder}/{entry.name}")
    if not _names(content, kind):
        with suppress(OSError):  # somebody keeps something else there
            (content / folder).rmdir()


def revert(content: Path, entry: Entry, now: Texts) -> dict[str, str | None]:
    """The files of an entry as they are to be again. Raises ContentError, with a problem for each that cannot be."""
    texts: dict[str, str | None] = {}
    problems = []
    for alteration in entry.alterations:
        text = now[alteration.path]
        try:
            texts[alteration.path] = _revert(alteration, text)
        except ValueError as error:
            problems.append(
                Problem(
                    where=Where(path=f"{content.name}/{alteration.path}"),
                    what=f"It was {error} since, so that the {entry.command} cannot be undone.",
                    remedy="Nothing was written. Undo what was done later first, or correct the files by hand.",
                )
            )
    if problems:
        raise ContentError(problems)
    return texts


def digest_text(text: str | None) -> str | None:
    """SHA-256 of a file's text; None when there is no file."""
    return None if text is None else hashlib.sha256(text.encode()).hexdigest()


def _names(content: Path, kind: str) -> list[str]:
    try:
        names = [path.name for path in (content / FOLDER.format(kind=kind)).iterdir()]
    except OSError:
        return []
    return [name for name in names if re.fullmatch(r"\d+-[a-z]+-[0-9a-f]+\.json", name)]


def _compare(path: str, before: str | None, after: str | None) -> Alteration:
    old, new = (before or "").splitlines(keepends=True), (after or "").splitlines(keepends=True)
    hunks = []
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if first == last and first > 0:  # lines were taken out: the one before them shows where
            start, first = start - 1, first - 1
        if first == last and last < len(new):
            end, last = end + 1, last + 1
        hunks.append(Hunk(line=first, was="".join(old[start:end]), now="".join(new[first:last])))
    return Alteration(path=path, before=digest_text(before), after=digest_text(after), hunks=tuple(hunks))


def _revert(alteration: Alteration, text: str | None) -> str | None:
    """The file's text as it was. Raises ValueError that says what became of it since."""
    if digest_text(text) == alteration.before:
        return text
    if alteration.after is None:
        if text is not None:
            raise ValueError("made anew")
        return "".join(hunk.was for hunk in alteration.hunks)
    if text is None:
        raise ValueError("taken away")
    if alteration.before is None and digest_text(text) != alteration.after:
        raise ValueError("edited")
    if alteration.before is None:
        return None
    lines = text.splitlines(keepends=True)
    for hunk in reversed(alteration.hunks):
        now, was = hunk.now.splitlines(keepends=True), hunk.was.splitlines(keepends=True)
        place = _find(lines, now, hunk.line)
        lines[place : place + len(now)] = was
    return "".join(lines)


def _find(lines: list[str], wanted: list[str], line: int) -> int:
    """Where some lines stand: where they were put, or else in the one place where they stand now."""
    if lines[line : line + len(wanted)] == wanted:
        return line
    places = [at for at in range(len(lines)) if lines[at : at + len(wanted)] == wanted]
    if len(places) != 1:
        raise ValueError("edited in the same place")
    return places[0]
