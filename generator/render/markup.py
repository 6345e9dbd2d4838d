"""Markdown → safe HTML.

Whatever an article holds, its page runs no script and asks no other host for anything: raw HTML is let through by an
allow-list, pictures become links, and only web and mail addresses lead anywhere.
"""

import re
from functools import lru_cache
from xml.etree.ElementTree import Element
from zlib import crc32

import nh3
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

from generator.render.prose import render_prose

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "ins", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_cleaner = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
    clean_content_tags={"script", "style", "template", "iframe", "object", "noscript", "svg", "math"},
)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


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


class _News(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the library's own word
        md.treeprocessors.register(_NewsTree(md), "news", 5)


_markdown = Markdown(extensions=["sane_lists", "tables", _News()], output_format="html")


@lru_cache(maxsize=8)  # an article's text is asked for twice in a row, for its page and for its search document
def render_markdown(text: str) -> Markup:
    """Safe HTML of a Markdown text.

    A paragraph's id is made from its words, so that a link to it outlives edits around it.

    >>> render_markdown("*Hi*<script>alert(1)</script>")
    Markup('<p id="p-4d170e"><em>Hi</em></p>')
    """
    name = _Names()
    html = render_prose(text, name.open_paragraph)
    return Markup(convert_markdown(text) if html is None else html)  # noqa: S704  # safe, see above


def convert_markdown(text: str) -> str:
    """The reference: Python-Markdown, the sanitiser, and names for paragraphs."""
    _markdown.reset()
    name = _Names()
    try:
        html = _cleaner.clean(_markdown.convert(text))
    except RecursionError:  # lists in lists without end are shown as they are written
        _markdown.parser.state.clear()
        return f"<pre>{escape(text)}</pre>"
    return _PARAGRAPH.sub(lambda match: f"{name.open_paragraph(match[1])}{match[1]}</p>", html)


def link_paragraphs(html: Markup, label: str) -> Markup:
    """Safe HTML with each named paragraph's own address at its end, announced as ``label`` and its number.

    >>> print(link_paragraphs(Markup('<p id="p-4d170e">Hi</p>'), "Paragraph"))
    <p id="p-4d170e">Hi<a class="permalink" href="#p-4d170e" aria-label="Paragraph 1"></a></p>
    """
    before, *paragraphs = html.split('<p id="')
    parts: list[str] = [before]
    for number, paragraph in enumerate(paragraphs, 1):
        text, end, rest = paragraph.partition("</p>")
        name = text[: text.index('"')]
        parts.append(
            f'<p id="{text}<a class="permalink" href="#{name}" aria-label="{escape(label)} {number}"></a>{end}{rest}'
        )
    return Markup("".join(parts))  # noqa: S704  # safe HTML, its own ids, and an escaped label


class _Names:
    """Names the paragraphs of one text by their words; the same words again get a number."""

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}

    def open_paragraph(self, inner: str) -> str:
        """The start tag of a paragraph."""
        mark = crc32((_TAG.sub("", inner) if "<" in inner else inner).encode()) >> 8
        count = self._seen[mark] = self._seen.get(mark, 0) + 1
        return f'<p id="p-{mark:06x}">' if count == 1 else f'<p id="p-{mark:06x}-{count}">'
