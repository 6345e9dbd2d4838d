"""Markdown → safe HTML.

Whatever an article holds, its page runs no script and asks no other host for anything: raw HTML is let through by an
allow-list, pictures become links, and only web and mail addresses lead anywhere.
"""

import re
from functools import lru_cache
from zlib import crc32

import nh3
from markupsafe import Markup, escape

from generator.model.markdown import is_overgrown
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
    """The same by the reference, the sanitiser, and names for paragraphs.

    What would take the reference for ever, or all of the stack, is shown as it is written.
    """
    from generator.render import reference  # which takes long to import

    if is_overgrown(text):
        return f"<pre>{escape(text)}</pre>"
    try:
        html = _cleaner.clean(reference.convert(text))
    except RecursionError:  # lists in lists without end
        return f"<pre>{escape(text)}</pre>"
    name = _Names()
    return _PARAGRAPH.sub(lambda match: f"{name.open_paragraph(match[1])}{match[1]}</p>", html)


def link_paragraphs(html: Markup, label: str) -> Markup:
    """Safe HTML with each named paragraph's own address at its end, announced as ``label`` and its number.

    >>> print(link_paragraphs(Markup('<p id="p-4d170e">Hi</p>'), "Paragraph"))
    <p id="p-4d170e">Hi<a class="permalink" href="#p-4d170e" aria-label="Paragraph 1"></a></p>
    """
    before, *paragraphs = str(html).split('<p id="')  # as Markup, each piece would cost ten times as much
    parts, label = [before], escape(label)
    for number, paragraph in enumerate(paragraphs, 1):
        text, end, rest = paragraph.partition("</p>")
        name = text[: text.index('"')]
        parts.append(f'<p id="{text}<a class="permalink" href="#{name}" aria-label="{label} {number}"></a>{end}{rest}')
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
