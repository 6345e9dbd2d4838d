"""A page's tree as the lines of text that a reader sees, with hints of where each stood."""

import re

from selectolax.lexbor import LexborNode

from generator.intake.marks import gather_words, kind_of, marks_of
from generator.model.raw import Box, Layout, LineHint

_UNSEEN = gather_words(
    "script style noscript template head svg math object embed applet audio video canvas map select datalist textarea "
    "iframe frame frameset noframes progress meter dialog rp"
)
"""Elements without words for a reader; what they hold is left out."""
_SPACED = gather_words("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr fieldset center")
"""Blocks with an empty line before and after."""
_BLOCKS = _SPACED | gather_words(
    "html body div section article main header footer aside nav address figcaption form li dt dd tr thead tbody tfoot "
    "caption details summary legend hgroup search menu dir optgroup option title"
)
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})
_PLAIN = _BOLD | {"br", "em", "i"}
"""Elements whose attributes are not looked at, for they are many."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_BULLET = "  • "


def lay_out(body: LexborNode) -> tuple[str, Layout]:
    """The words that a reader sees below an element, one block a line, and where each line stood.

    Blocks that browsers set apart have an empty line around them, list items a bullet, cells of a table a tab between
    them, and pictures their alternative text, as text-mode browsers do it.
    """
    page = _Page()
    page.walk(body)
    return page.finish()


def add_told(text: str, layout: Layout, told: str) -> tuple[str, Layout]:
    """A page's text and layout with the story that its markup alone tells below them, a paragraph a line."""
    paragraphs = [plain for line in told.split("\n") if (plain := " ".join(line.split()))]
    story, first = len(layout.boxes), len(layout.boxes) + 1
    boxes = [
        Box(0, "article", "article", frozenset({"article", "body"})),
        *[Box(story, "p", "p", frozenset())] * len(paragraphs),
    ]
    hints = [hint for at in range(len(paragraphs)) for hint in (None, LineHint(first + at, "p", 0.0, bold=False))]
    lines = "".join(f"\n{paragraph}\n" for paragraph in paragraphs)
    return text + lines, Layout((*layout.lines, *hints), (*layout.boxes, *boxes))


class _Page:
    """Lines as they fill while the tree is walked."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._hints: list[LineHint | None] = []
        self._boxes: list[Box] = [Box(-1, "body", "body", frozenset())]
        self._box = 0
        """The innermost block."""
        self._home = 0
        """The block that the line which fills began in."""
        self._words: list[str] = []
        self._gap = False
        self._bullet = False
        self._linked = 0
        self._bold = 0
        self._length = 0
        self._pre = 0
        self._open: list[tuple[int, str, int]] = []
        """Elements that are open: identity, tag, and the block around."""
        self._links = self._bolds = 0
        """How many of these are links, and how many emphasise."""

    def walk(self, top: LexborNode) -> None:
        """Read every node below ``top`` in the order of the text."""
        self._open = [(top.mem_id, "body", 0)]
        skipped: set[int] = set()
        nodes = top.traverse(include_text=True)
        next(nodes, None)
        for node in nodes:
            parent = node.parent
            owner = parent.mem_id if parent is not None else 0
            if owner in skipped:
                if not node.is_text_node:
                    skipped.add(node.mem_id)
                continue
            self._close_until(owner)
            if node.is_text_node:
                self._write(node.text_content or "", linked=self._links > 0, bold=self._bolds > 0)
            elif node.is_element_node and not self._start(node):
                skipped.add(node.mem_id)
        self._close_until(top.mem_id)

    def _close_until(self, owner: int) -> None:
        """Leave the open elements down to one."""
        while len(self._open) > 1 and self._open[-1][0] != owner:
            _, tag, before = self._open.pop()
            if tag == "a":
                self._links -= 1
            elif tag in _BOLD:
                self._bolds -= 1
            else:
                self._leave(tag, before)

    def _start(self, node: LexborNode) -> bool:
        """Begin an element; whether a reader sees what it holds."""
        tag = node.tag or ""
        attributes = {} if tag in _PLAIN else node.attributes
        if tag in _UNSEEN or _is_hidden(attributes):
            return False
        self._open.append((node.mem_id, tag, self._box))
        if tag == "a":
            self._links += 1
        elif tag in _BOLD:
            self._bolds += 1
        elif tag == "br":
            self._end_line()
        elif tag == "img":
            self._write(attributes.get("alt") or "", linked=self._links > 0, bold=False)
        elif tag in _BLOCKS or tag in _CELLS:
            self._enter(tag, attributes)
        return True

    def finish(self) -> tuple[str, Layout]:
        """The text, without empty lines at its ends, and its layout."""
        self._end_line()
        return "".join(line + "\n" for line in self._lines), Layout(tuple(self._hints), tuple(self._boxes))

    def _enter(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in _CELLS:
            if self._words:
                self._words.append("\t")
        else:
            self._end_line()
            self._gap = self._gap or tag in _SPACED
        self._boxes.append(Box(self._box, tag, kind_of(tag, attributes), marks_of(tag, attributes)))
        self._box = len(self._boxes) - 1
        if tag == "li":
            self._bullet = True
        elif tag == "pre":
            self._pre += 1

    def _leave(self, tag: str, before: int) -> None:
        if tag in _CELLS:
            self._box = before
        elif tag in _BLOCKS:
            self._end_line()
            self._gap = self._gap or tag in _SPACED
            self._box = before
            if tag == "li":
                self._bullet = False
            elif tag == "pre":
                self._pre -= 1

    def _write(self, text: str, *, linked: bool, bold: bool) -> None:
        if self._pre and "\n" in text:
            first, *rest = text.split("\n")
            self._add(first, linked, bold)
            for line in rest:
                self._end_line()
                self._add(line, linked, bold)
        else:
            self._add(text, linked, bold)

    def _add(self, text: str, linked: bool, bold: bool) -> None:
        text = _BLANKS.sub(" ", text)
        if not text:
            return
        if not self._words:
            text = text.lstrip(" ")
            if not text:
                return
            self._home = self._box
        elif text[0] == " " and self._words[-1][-1] in " \t":
            text = text[1:]
            if not text:
                return
        self._words.append(text)
        size = len(text)
        self._length += size
        if linked:
            self._linked += size
        if bold:
            self._bold += size

    def _end_line(self) -> None:
        if not self._words:
            return
        text = "".join(self._words).strip(" \t")
        if text:
            if self._gap and self._lines:
                self._lines.append("")
                self._hints.append(None)
            self._gap = False
            self._lines.append((_BULLET if self._bullet else "") + text)
            box = self._boxes[self._home]
            length = max(1, self._length)
            self._hints.append(LineHint(self._home, box.tag, self._linked / length, self._bold >= 0.9 * length))
            self._bullet = False
        self._words.clear()
        self._linked = self._bold = self._length = 0


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style))
