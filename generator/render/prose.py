"""A short path through Markdown for plain prose, which is nearly all that news articles hold.

:func:`render_prose` gives exactly the HTML that Python-Markdown and the sanitiser give for the same text, at a small
part of the cost, or None for a text that it does not know everything about. A property test holds the two together.
"""

import re
from collections.abc import Callable

from generator.model.markdown import may_be_overgrown

_UNKNOWN = frozenset(b"<`_~|\x7f") | frozenset(range(32)) - frozenset(b"\n")
"""Marks with rules of their own, and control characters, which send the whole text to the reference."""
_KNOWN = bytes(byte for byte in range(256) if byte not in _UNKNOWN)
_ENTITY = re.compile(r"&#?\w+;")
_QUOTES = frozenset('"“”‘’«»„—–')
"""Marks that a paragraph of news may begin with."""
_OPENS = r"[#>\-+*=:]|\d+[.)]"
"""How a line begins that may open something else than a paragraph."""
_BLOCK = re.compile(
    rf"(?P<marks>#{{1,6}}) (?=\S)(?P<heading>[^#\n]+)|> (?=\S)(?!{_OPENS})(?P<quote>[^\n]+)"
    rf"|(?P<list>- (?=\S)(?!{_OPENS})[^\n]+(?:\n- (?=\S)(?!{_OPENS})[^\n]+)*)"
    rf"|(?P<paragraph>(?!{_OPENS})[^\n]+(?:\n(?!{_OPENS})[^\n]+)*)"
)
_INLINE = re.compile(
    r"\*\*(?P<strong>[^*\s\[\]\\](?:[^*\n\[\]\\]*[^*\s\[\]\\])?)\*\*(?!\*)"
    r"|\*(?P<em>[^*\s\[\]\\](?:[^*\n\[\]\\]*[^*\s\[\]\\])?)\*(?!\*)"
    r"|\[(?P<label>[^*\n\[\]\\]+)\]\((?P<url>https?://[A-Za-z0-9./?=%#:@+,;-]+)\)"
    r"|\\(?P<escaped>[\\*{}\[\]()#+\-.!>])"
    r"|(?P<unknown>[*\[\\])"
)


class _UnknownMarkError(Exception):
    """The text holds a mark that only the reference understands."""


def render_prose(text: str, open_paragraph: Callable[[str], str]) -> str | None:
    r"""Safe HTML of plain paragraphs, headings, quotes and lists with simple emphasis and links; None for more.

    ``open_paragraph`` gives a paragraph's start tag for its inner HTML.

    >>> render_prose("## At sea\n\nA *fine* day.", lambda _: "<p>")
    '<h2>At sea</h2>\n<p>A <em>fine</em> day.</p>'
    """
    text = text.strip("\n")
    if text.encode("utf-8", "replace").translate(None, _KNOWN) or "![" in text or "\n\n\n" in text:
        return None
    if ("&" in text and _ENTITY.search(text)) or may_be_overgrown(text):
        return None
    if any(line != line.strip() for line in text.split("\n")):
        return None
    html: list[str] = []
    before = ""
    try:
        for block in text.split("\n\n"):
            if "\n" not in block and (block[:1].isalpha() or block[:1] in _QUOTES):  # nearly every block
                inner = _render_inline(block)
                html.append(f"{open_paragraph(inner)}{inner}</p>")
                before = "paragraph"
                continue
            match = _BLOCK.fullmatch(block)
            kind = match.lastgroup if match else None
            # Two quotes or lists in a row become one.
            if match is None or kind is None or (kind == before and kind in ("quote", "list")):
                return None
            html.append(_render_block(kind, match, open_paragraph))
            before = kind
    except _UnknownMarkError:
        return None
    return "\n".join(html)


def _render_block(kind: str, match: re.Match[str], open_paragraph: Callable[[str], str]) -> str:
    words = match[kind]
    if kind == "list":
        items = "\n".join(f"<li>{_render_inline(item[2:])}</li>" for item in words.split("\n"))
        return f"<ul>\n{items}\n</ul>"
    inner = _render_inline(words)
    if kind == "heading":
        level = max(len(match["marks"]), 2)
        return f"<h{level}>{inner}</h{level}>"
    paragraph = f"{open_paragraph(inner)}{inner}</p>"
    return paragraph if kind == "paragraph" else f"<blockquote>\n{paragraph}\n</blockquote>"


def _render_inline(text: str) -> str:
    if "*" in text or "[" in text or "\\" in text:
        parts: list[str] = []
        end = 0
        for match in _INLINE.finditer(text):
            parts += (_escape(text[end : match.start()]), _render_mark(match))
            end = match.end()
        return "".join(parts) + _escape(text[end:])
    return _escape(text)


def _render_mark(match: re.Match[str]) -> str:
    if match["strong"]:
        return f"<strong>{_escape(match['strong'])}</strong>"
    if match["em"]:
        return f"<em>{_escape(match['em'])}</em>"
    if match["label"]:
        return f'<a href="{match["url"]}" rel="noopener noreferrer">{_escape(match["label"])}</a>'
    if match["escaped"]:
        return _escape(match["escaped"])
    raise _UnknownMarkError


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")
