"""The three-way merge: what the cleaner wrote, what people made of it, and what the cleaner would write now.

The parts of an article's file are the fields of its front matter, and the paragraphs, headings and list items of its
body. A part that people left alone follows the cleaner. A part that they changed stays as they have it; where the
cleaner changed it too, that is a conflict, and is told.

A person's word wins for good, and not only once: the cleaner may come to agree with a correction, and change its mind
again later. So what people decided is gathered from cleaning to cleaning, see :class:`Corrections`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from generator.content.front_matter import FrontMatter, format_front_matter
from generator.errors import ContentError

BODY = "body"
"""How a conflict names the text below the front matter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrections:
    """What people decided about an article, over all its cleanings. Paragraphs are Markdown, as they stand in files."""

    fields: tuple[str, ...] = ()
    """Fields of the front matter that people set, changed or took out."""
    kept: tuple[str, ...] = ()
    """Paragraphs that people put in: moved back, typed, or typed anew."""
    removed: tuple[str, ...] = ()
    """Paragraphs that the cleaner kept and people took out."""


NO_CORRECTIONS = Corrections()


@dataclass(frozen=True, kw_only=True, slots=True)
class Conflict:
    """A part of an article that a person and the cleaner both changed, and not alike. The person's stands."""

    field: str
    """Of the front matter; ``body`` for a paragraph."""
    mine: str
    """What stands in the file; empty when the person took it out."""
    theirs: str
    """What the cleaner would write; empty when it would write nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """What a merge gave."""

    text: str
    """Of the article's file."""
    conflicts: tuple[Conflict, ...]


def gather_corrections(base: str, mine: str, before: Corrections = NO_CORRECTIONS) -> Corrections:
    """What people decided: by the difference of the cleaner's file and theirs, and ``before`` that, if it still holds.

    Raises ContentError when a file has no front matter that can be read.
    """
    if mine == base and before == NO_CORRECTIONS:
        return before
    written, read = _read(base, BODY), _read(mine, BODY)
    fields = {key for key in written.values | read.values if written.values.get(key) != read.values.get(key)}
    was, now = _texts(written.body), _texts(read.body)
    kept = [text for text in before.kept if text in now] + [text for text in now if text not in was]
    removed = [text for text in (*before.removed, *was, *_dropped_beside(written, read)) if text not in now]
    return Corrections(
        fields=tuple(sorted(fields | set(before.fields))),
        kept=tuple(dict.fromkeys(kept)),
        removed=tuple(dict.fromkeys(removed)),
    )


def merge_articles(base: str, mine: str, theirs: str, corrections: Corrections = NO_CORRECTIONS) -> Merged:
    """Merge three texts of an article's file: as the cleaner wrote it, as it stands, as the cleaner would write it now.

    ``corrections`` are what people decided before, and up to now. What people left alone becomes ``theirs``, character
    by character; when the cleaner would write what it wrote, the file stays as it stands. Merging the result again,
    with ``theirs`` for a base, changes nothing.

    Raises ContentError when ``mine`` has no front matter that can be read.
    """
    if theirs in (base, mine):
        return Merged(text=mine, conflicts=())
    if mine == base and corrections == NO_CORRECTIONS:
        return Merged(text=theirs, conflicts=())
    was, now, new = _read(base, "base"), _read(mine, "mine"), _read(theirs, "theirs")
    values, conflicts = _merge_fields(was.values, now.values, new.values, decided=corrections.fields)
    body = _BodyMerge(split_body(was.body), split_body(now.body), split_body(new.body), corrections)
    head = _splice(now, new, values)
    text = f"---\n{head}---\n{body.text}\n" if body.text else f"---\n{head}---\n"
    if "\r\n" in mine:
        text = text.replace("\n", "\r\n")
    return Merged(text=text, conflicts=(*conflicts, *body.conflicts))


def _dropped_beside(written: FrontMatter, read: FrontMatter) -> Iterator[str]:
    """A standfirst and captions that people took out, and did not only put in other words."""
    if not read.text("standfirst") and (standfirst := written.text("standfirst")):
        yield standfirst
    was, now = (
        [part["text"] for part in file.mappings("captions", ("text", "credit")) if "text" in part]
        for file in (written, read)
    )
    yield from (text for text in was if not any(are_alike(text, other) for other in now))


def _read(text: str, path: str) -> FrontMatter:
    return FrontMatter(text, path)


# ---- fields


def _merge_fields(
    base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], *, decided: Sequence[str]
) -> tuple[dict[str, Any], list[Conflict]]:
    """The values of all fields, and where both sides changed one."""
    merged, conflicts = dict(mine), []
    is_dated = "published" in decided or base.get("published") != mine.get("published")
    for key in dict.fromkeys((*theirs, *base)):
        if key == "dating" and is_dated:
            continue  # it is the evidence for a date that is not the machine's any more
        was, now, new = base.get(key), mine.get(key), theirs.get(key)
        if new in (was, now):
            continue
        if now != was or key in decided:
            conflicts.append(Conflict(field=key, mine=_say(now), theirs=_say(new)))
        elif new is None:
            del merged[key]
        else:
            merged[key] = new
    return merged, conflicts


def _say(value: Any) -> str:
    """A field's value on one line; empty when the field is not there."""
    if isinstance(value, list):
        return ", ".join(map(_say, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_say(part)}" for name, part in value.items())
    return "" if value is None else str(value)


_KEY = re.compile(r"""(["']?)([A-Za-z_][\w-]*)\1[ \t]*:(?=\s)""")


def _splice(mine: FrontMatter, theirs: FrontMatter, values: Mapping[str, Any]) -> str:
    """Front matter that holds ``values``: the person's lines, order and comments, but for the fields that differ."""
    lines, new = _split_fields(mine.yaml), _split_fields(theirs.yaml)
    for key in [key for key in mine.values if key not in values]:
        lines.pop(key, None)
    before = ""
    for key in new:
        if key not in values:
            continue
        if key in lines and mine.values.get(key) != values[key]:
            lines[key] = new[key]
        elif key not in lines:
            lines = _insert(lines, before, key, new[key])
        before = key
    head = "".join(lines.values())
    if _holds(head, values):
        return head
    # The person writes YAML in a way that lines do not tell; what it says counts for more than how.
    return format_front_matter(values, "").removeprefix("---\n").removesuffix("---\n")


def _split_fields(yaml: str) -> dict[str, str]:
    """The lines of each field, by its key; what stands before the first field has the key ``""``."""
    fields: dict[str, str] = {"": ""}
    key = ""
    for line in yaml.splitlines(keepends=True):
        match = _KEY.match(line)
        key = match[2] if match else key
        fields[key] = fields.get(key, "") + line
    return fields


def _insert(lines: Mapping[str, str], before: str, key: str, text: str) -> dict[str, str]:
    """The fields with one more, after the one that stands ``before`` it."""
    made: dict[str, str] = {}
    for name, own in lines.items():
        made[name] = own
        if name == before:
            made[key] = text
    return made if key in made else made | {key: text}


def _holds(head: str, values: Mapping[str, Any]) -> bool:
    try:
        return FrontMatter(f"---\n{head}---\n", "").values == values
    except ContentError:
        return False


# ---- the body


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a list item of a body."""

    text: str
    gap: str
    """What stands between it and the block before."""
    is_item: bool
    follows_item: bool
    """Whether the block before it is an item of a list too."""


_GAP = re.compile(r"(\n(?:[ \t]*\n)+)")
_ITEM = "- "


def split_body(body: str) -> list[Block]:
    r"""The blocks of a body; gaps and texts, joined, are the body again.

    >>> [block.text for block in split_body("One.\n\n- two\n- three")]
    ['One.', '- two', '- three']
    """
    blocks: list[Block] = []
    gap, follows = "", False
    for number, part in enumerate(_GAP.split(body)):
        if number % 2:
            gap = part
            continue
        lines = part.split("\n")
        for text in lines if all(line.startswith(_ITEM) for line in lines) else [part]:
            is_item = text.startswith(_ITEM)
            blocks.append(Block(text, gap, is_item, follows))
            gap, follows = "\n", is_item
    return [block for block in blocks if block.text]


def _join(blocks: Sequence[Block]) -> str:
    """A body. A block that has another neighbour than before stands off from it, but for items of one list."""
    parts: list[str] = []
    follows = False
    for block in blocks:
        if parts:
            if block.is_item and follows:
                parts.append(block.gap if block.follows_item else "\n")
            else:
                parts.append("\n\n" if block.follows_item and block.is_item else block.gap or "\n\n")
        parts.append(block.text)
        follows = block.is_item
    return "".join(parts)


def _texts(body: str) -> dict[str, None]:
    return dict.fromkeys(block.text for block in split_body(body))


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side made of a base: for each of its blocks what stands there now, and what was put in between."""

    fates: list[Block | None]
    """None: taken out."""
    added: list[list[Block]]
    """Before each block of the base, and after the last."""


def _compare(base: Sequence[Block], side: Sequence[Block]) -> _Side:
    found = _Side([None] * len(base), [[] for _ in range(len(base) + 1)])
    matcher = SequenceMatcher(None, [block.text for block in base], [block.text for block in side], autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            found.fates[start:end] = side[first:last]
        elif kind == "insert":
            found.added[start] += side[first:last]
        elif kind == "replace":
            at = start
            for block in side[first:last]:
                edited = next((n for n in range(at, end) if are_alike(base[n].text, block.text)), None)
                if edited is None:
                    found.added[at].append(block)
                else:
                    found.fates[edited] = block
                    at = edited + 1
    return found


_ALIKE = 0.5
"""Two texts that share this much of their words are two versions of one."""


def are_alike(one: str, other: str) -> bool:
    """Whether one text is likelier an edited version of the other than a text of its own.

    >>> are_alike("The ferry sails again in May. Read more", "The ferry sails again in May.")
    True
    """
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


class _BodyMerge:
    """The merge of three bodies."""

    def __init__(
        self, base: Sequence[Block], mine: Sequence[Block], theirs: Sequence[Block], corrections: Corrections
    ) -> None:
        self._mine, self._theirs = _compare(base, mine), _compare(base, theirs)
        here = {block.text for block in mine}
        self._kept = set(corrections.kept)
        self._removed = {text for text in corrections.removed if text not in here}
        self._removed |= {block.text for block in base if block.text not in here}
        self._own = {block.text for added in self._mine.added for block in added}
        self.conflicts: list[Conflict] = []
        blocks: list[Block] = []
        for place, block in enumerate(base):
            blocks += self._merge_added(place)
            blocks += self._merge_block(block, self._mine.fates[place], self._theirs.fates[place])
        blocks += self._merge_added(len(base))
        self.text = _join(blocks)

    def _merge_block(self, base: Block, mine: Block | None, theirs: Block | None) -> Iterator[Block]:
        now, new = mine.text if mine else "", theirs.text if theirs else ""
        is_persons = now != base.text or base.text in self._kept
        if new not in (base.text, now):
            if is_persons and new not in self._removed:
                self.conflicts.append(Conflict(field=BODY, mine=now, theirs=new))
            elif theirs is not None and new not in self._removed:
                mine = theirs
            elif theirs is None:
                mine = None
        if mine is not None:
            yield mine

    def _merge_added(self, place: int) -> list[Block]:
        """What both sides put in at one place: all of the person's, and what is new of the cleaner's."""
        mine = self._mine.added[place]
        theirs = [
            block
            for block in self._theirs.added[place]
            if block.text not in self._removed and (block.text not in self._own or block.text in {b.text for b in mine})
        ]
        texts = [block.text for block in mine], [block.text for block in theirs]
        merged: list[Block] = []
        for kind, start, end, first, last in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
            merged += mine[start:end]
            if kind != "equal":
                merged += (block for block in theirs[first:last] if not self._is_version(block, mine))
        return merged

    def _is_version(self, theirs: Block, mine: Sequence[Block]) -> bool:
        """Whether the person has the same paragraph in words of their own; they stand."""
        version = next((block for block in mine if are_alike(block.text, theirs.text)), None)
        if version is not None:
            self.conflicts.append(Conflict(field=BODY, mine=version.text, theirs=theirs.text))
        return version is not None
