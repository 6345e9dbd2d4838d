"""Edits: single fields of a file changed, and every other byte of it left as it stands.

People's files keep their order, their comments, their quotation marks and their line ends. A list that only grows or
shrinks keeps its other items as they are written; a field that changes otherwise is written anew, in its place.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from generator.content.front_matter import FrontMatter, compose, format_front_matter
from generator.errors import ContentError

_HEAD = re.compile(r"\A(?:\ufeff)?---[ \t]*\r?\n(.*?)(?<=\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def set_fields(text: str, fields: Mapping[str, Any], order: Sequence[str]) -> str:
    """The text of a file with its ``fields`` set: texts, yes or no, lists or mappings; None takes one out.

    A new field goes to its place in ``order``. Raises ContentError when the file has no front matter that can be read.
    """
    for key, value in fields.items():
        text = _set_field(text, key, _as_read(value), order)
    return text


def replace_item(text: str, key: str, old: str, new: str | None) -> str:
    """The text of a file with an item of a list put for another, or taken out; an item stands once in a list.

    Raises ContentError as :func:`set_fields`.
    """
    items = list(FrontMatter(text, "").texts(key))
    if old not in items:
        return text
    if new is None or new in items:
        return _set_field(text, key, [item for item in items if item != old], ())
    wanted = [new if item == old else item for item in items]
    node = _Head(text).nodes[key][1]
    scalars = [node] if isinstance(node, yaml.ScalarNode) else node.value
    edited = text
    for scalar in reversed(scalars):
        if scalar.value.strip() == old:
            edited = _splice(edited, _Head(text), scalar.start_mark.index, scalar.end_mark.index, _in_flow(new))
    return edited if _says(edited, key, wanted) else _set_field(text, key, wanted, ())


def set_body(text: str, body: str) -> str:
    """The text of a file with another body under its front matter. Raises ContentError as :func:`set_fields`."""
    front = FrontMatter(text, "")
    if front.body == body.strip("\n"):
        return text
    end = _Head(text).body
    return f"{text[:end]}{body.rstrip()}\n"


def _set_field(text: str, key: str, value: Any, order: Sequence[str]) -> str:
    values = FrontMatter(text, "").values
    if values.get(key) == value:
        return text
    head = _Head(text)
    for edit in (_edit_items, _edit_lines):
        edited = edit(text, head, key, value, order)
        if edited is not None and _holds(edited, _changed(values, key, value)):
            return edited
    # It is YAML in a way that neither items nor lines tell; what it says counts for more than how.
    rest = text[head.body :]
    return format_front_matter(_changed(values, key, value), "") + rest


class _Head:
    """The front matter of a text: where it stands, and what its fields are written like."""

    def __init__(self, text: str) -> None:
        match = _HEAD.match(text)
        assert match is not None, "whoever edits a file has read it"
        self.start, self.end = match.span(1)
        """Of the lines between the fences."""
        self.body = match.end()
        self.yaml = match[1]
        self.newline = "\r\n" if "\r\n" in self.yaml else "\n"
        node = compose(self.yaml)
        self.nodes: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        """Each field's key and value, by its name."""
        if isinstance(node, yaml.MappingNode):
            self.nodes = {key.value: (key, value) for key, value in node.value}

    def line_at(self, place: int) -> int:
        """Where the line of a place begins."""
        return self.yaml.rfind("\n", 0, place) + 1

    def line_after(self, place: int) -> int:
        """Where the line after a place begins; the place itself where a line ends before it."""
        if place and self.yaml[place - 1] == "\n":
            return place
        return self.yaml.find("\n", place) + 1 or len(self.yaml)

    def span(self, key: str) -> tuple[int, int]:
        """Where the lines of a field begin, and where the next line does."""
        name, value = self.nodes[key]
        return self.line_at(name.start_mark.index), self.line_after(_end(value))


def _end(node: yaml.Node) -> int:
    """Where a value ends, not counting blank lines and comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _splice(text: str, head: _Head, start: int, end: int, new: str) -> str:
    """The text with what stands between two places of its front matter replaced."""
    return f"{text[: head.start + start]}{new}{text[head.start + end :]}"


def _edit_lines(text: str, head: _Head, key: str, value: Any, order: Sequence[str]) -> str | None:
    """Write a field anew, in its place; or put it into its place; or take it out."""
    new = "" if value is None else _format(key, value).replace("\n", head.newline)
    if key in head.nodes:
        return _splice(text, head, *head.span(key), new)
    before = [name for name in order[: order.index(key)] if name in head.nodes] if key in order else list(head.nodes)
    place = head.span(before[-1])[1] if before else 0
    return _splice(text, head, place, place, new)


def _edit_items(text: str, head: _Head, key: str, value: Any, order: Sequence[str]) -> str | None:  # noqa: ARG001  # as above
    """Add items to the end of a list or mapping, or take some out; None when that is not the difference."""
    _, node = head.nodes.get(key, (None, None))
    if not isinstance(node, yaml.CollectionNode) or not node.value or not value:
        return None
    was = FrontMatter(text, "").values[key]
    if isinstance(was, dict) and isinstance(value, dict):
        new = {name: part for name, part in value.items() if name not in was}
        return _append(text, head, node, [f"{_in_flow(n)}: {_in_flow(p)}" for n, p in new.items()]) if new else None
    if not isinstance(was, list) or not isinstance(value, list):
        return None
    if value[: len(was)] == was:
        return _append(text, head, node, [_in_flow(item) for item in value[len(was) :]])
    gone = [at for at, item in enumerate(was) if item not in value]
    return _take_out(text, head, node, gone) if len(was) - len(gone) == len(value) else None


def _append(text: str, head: _Head, node: yaml.CollectionNode, items: Sequence[str]) -> str:
    last = node.value[-1]
    end = last[1] if isinstance(last, tuple) else last
    if node.flow_style:
        return _splice(text, head, end.end_mark.index, end.end_mark.index, "".join(f", {item}" for item in items))
    place = head.line_after(_end(node))
    dash = "- " if isinstance(node, yaml.SequenceNode) else ""
    lines = "".join(f"{' ' * node.start_mark.column}{dash}{item}{head.newline}" for item in items)
    return _splice(text, head, place, place, lines)


def _take_out(text: str, head: _Head, node: yaml.CollectionNode, gone: Sequence[int]) -> str:
    """Take items out of a list; the last first, so that the places of the others hold."""
    items = list(node.value)
    for at in reversed(gone):
        start, end = items[at].start_mark, items[at].end_mark
        if not node.flow_style:
            first, last = head.line_at(start.index), head.line_after(_end(items[at]))
        elif at + 1 < len(items):
            first, last = start.index, items[at + 1].start_mark.index
        else:
            first, last = items[at - 1].end_mark.index if at else start.index, end.index
        text = _splice(text, head, first, last, "")
        del items[at]
    return text


def _as_read(value: Any) -> Any:
    """A value as front matter gives it when it is read again."""
    return str(value).lower() if isinstance(value, bool) else value


def _format(key: str, value: Any) -> str:
    """The lines of one field."""
    is_flag = value in ("true", "false")
    text = format_front_matter({key: value == "true" if is_flag else value}, "")
    return text.removeprefix("---\n").removesuffix("---\n")


def _in_flow(value: Any) -> str:
    """A text or a mapping of texts, as it may stand in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_in_flow(name)}: {_in_flow(part)}" for name, part in value.items()) + "}"
    line = format_front_matter({"x": [value]}, "").split("\n")[1]
    return line.removeprefix("x: [").removesuffix("]")


def _changed(values: Mapping[str, Any], key: str, value: Any) -> dict[str, Any]:
    """The fields with one of them changed."""
    changed = {name: own for name, own in values.items() if name != key or value is not None}
    return changed if value is None else changed | {key: value}


def _holds(text: str, values: Mapping[str, Any]) -> bool:
    try:
        return FrontMatter(text, "").values == values
    except ContentError:
        return False


def _says(text: str, key: str, items: Sequence[str]) -> bool:
    try:
        return list(FrontMatter(text, "").texts(key)) == items
    except ContentError:
        return False
