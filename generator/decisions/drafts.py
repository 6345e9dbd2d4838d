"""Drafts: files of the content as they stand, and as a command would leave them. A chapter of such commands.

Nothing is written before all of it is known: first the journal says what is about to be done, then files are changed,
each at once, and those that go are removed last. A command that is killed half way can be run again, or undone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from generator.content import Entry, put_file, read_text, remove_entry, remove_file, replace_item, revert, write_entry
from generator.errors import ContentError, Problem, Where
from generator.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What a command did."""

    command: str
    ids: tuple[str, ...]
    """Of the people or topics that it was about, as they are now."""
    records: tuple[str, ...]
    """Paths below the content folder of the records that were written or removed, in order."""
    articles: tuple[str, ...]
    """Of the articles that were changed."""
    diff: str
    """All of it, line by line; but for cleaning records, which no person reads for it."""


class Drafts:
    """Files below a site's content folder that a command changes, or would."""

    def __init__(self, site: Site, kind: str) -> None:
        """``kind``: the folder of the records that it is about, ``people`` or ``topics``; the journal stands there."""
        self.site, self.kind = site, kind
        self._before: dict[str, str | None] = {}
        self._after: dict[str, str | None] = {}

    def read(self, path: str) -> str | None:
        """A file as it is to be by now; None where there is none. Raises ContentError when it cannot be read."""
        if path not in self._before:
            there = (self.site.content / path).exists()
            self._before[path] = read_text(self.site.content, path) if there else None
        return self._after.get(path, self._before[path])

    def put_text(self, path: str, text: str | None) -> None:
        """Let a file say something else; None: let it go."""
        self.read(path)
        self._after[path] = text

    def relist_article(self, path: str, field: str, ids: Iterable[str], new: str | None) -> None:
        """Put ``new`` for any of ``ids`` in a list of an article; None: take them out. What cannot be read stays."""
        try:
            text = self.read(path)
            assert text is not None
            for id_ in ids:
                text = replace_item(text, field, id_, new)
        except ContentError:
            return  # check and build say what is wrong with it
        self._after[path] = text

    def refuse(self, path: str, what: str, remedy: str) -> ContentError:
        """Why a command does nothing."""
        return ContentError(Problem(where=Where(path=f"{self.site.content.name}/{path}"), what=what, remedy=remedy))

    # ---- doing it

    def commit(self, command: str, *ids: str, names: Iterable[str] = (), dry_run: bool = False) -> Done:
        """Write what is to change, and note it in the journal. Raises OutputError when that cannot be done.

        ``names``: of whoever was merged into another. ``dry_run``: only tell what would change.
        """
        after = {path: text for path, text in self._after.items() if text != self._before[path]}
        if after and not dry_run:
            write_entry(self.site.content, command, ids, self._before, after, kind=self.kind, names=names)
            self._write(after)
        return self._tell(command, ids, after)

    def undo(self, entry: Entry) -> Done:
        """Put back what an entry of the journal says. Raises ContentError when later edits stand in its way."""
        now = {alteration.path: self.read(alteration.path) for alteration in entry.alterations}
        after = {path: text for path, text in revert(self.site.content, entry, now).items() if text != now[path]}
        self._write(after)
        remove_entry(self.site.content, entry, self.kind)
        return self._tell(f"{entry.command} undone", entry.ids, after)

    def _write(self, after: Mapping[str, str | None]) -> None:
        for path, text in sorted(after.items()):
            if text is not None:
                put_file(self.site.content, path, text.encode())
        for path, text in sorted(after.items()):
            if text is None:
                remove_file(self.site.content, path)

    def _tell(self, command: str, ids: Iterable[str], after: Mapping[str, str | None]) -> Done:
        paths = sorted(after)
        return Done(
            command=command,
            ids=tuple(ids),
            records=tuple(path for path in paths if path.startswith(f"{self.kind}/")),
            articles=tuple(path for path in paths if path.startswith("articles/")),
            diff="".join(
                _show(path, self._before[path], after[path]) for path in paths if not path.startswith("originals/")
            ),
        )


def _show(path: str, before: str | None, after: str | None) -> str:
    lines = unified_diff(
        (before or "").splitlines(), (after or "").splitlines(), path if before is not None else "/dev/null",
        path if after is not None else "/dev/null", lineterm="", n=1,
    )  # fmt: skip
    return "".join(f"{line}\n" for line in lines)
