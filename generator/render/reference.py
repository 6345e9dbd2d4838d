"""The reference: what Markdown means, by Python-Markdown; for all that :mod:`generator.render.prose` does not know.

It stands apart because it takes as long to import as many articles to render, and news hardly needs it.
"""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class _NewsTree(Treeprocessor):
    """Headings start below the page's own; pictures, which are not kept, become links."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "h1":
                element.tag = "h2"
            elif element.tag == "img":
                element.text = element.get("alt") or "picture"
                element.tag = "a"
                element.attrib = {"href": element.get("src", "")}


class _Brackets:
    """Which bracket closes which. The library looks for that from each opening one anew, to the end of the text."""

    def __init__(self) -> None:
        self._data = ""
        self._ends: dict[int, int] = {}

    def text(self, data: str, start: int) -> tuple[str, int, bool]:
        """What stands in the brackets that open before ``start``; where it goes on; and whether they close at all."""
        if data is not self._data:
            self._data, self._ends = data, self._match(data)
        end = self._ends.get(start)
        return ("", len(data), False) if end is None else (data[start:end], end + 1, True)

    @staticmethod
    def _match(data: str) -> dict[int, int]:
        ends: dict[int, int] = {}
        opened: list[int] = []
        for at, character in enumerate(data):
            if character == "[":
                opened.append(at + 1)
            elif character == "]" and opened:
                ends[opened.pop()] = at
        return ends


class _News(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's own word
        md.treeprocessors.register(_NewsTree(md), "news", 5)
        brackets = _Brackets()
        for name in ("link", "reference", "short_reference", "image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns[name].getText = brackets.text  # type: ignore[attr-defined]  # it is a link of some kind


_markdown = Markdown(extensions=["sane_lists", "tables", _News()], output_format="html")


def convert(text: str) -> str:
    """HTML of a Markdown text, not made safe yet. Raises RecursionError for lists in lists without end."""
    _markdown.reset()
    try:
        return _markdown.convert(text)
    except RecursionError:
        _markdown.parser.state.clear()
        raise
