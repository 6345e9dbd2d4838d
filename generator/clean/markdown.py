"""A story's text as Markdown that shows exactly the words of the original."""

import re
from collections.abc import Iterable

from generator.model.cleaning import Verdict

_SPECIAL = re.compile(r"[\\`*_\[]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_OPENING = re.compile(r"[#>+\-]|\d+(?=\.)")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]")


def escape_markdown(text: str) -> str:
    r"""One line of Markdown that is shown as the words of ``text``; blanks of any kind and number become one space.

    Python-Markdown has no backslash escape for ``<`` and ``&``; they become entities where they would be read as
    markup. What no reader sees is dropped, see :func:`drop_unseen`.

    >>> escape_markdown("1. *AT&T* <b> [sic] &amp;")
    '1\\. \\*AT&T\\* &lt;b> \\[sic] &amp;amp;'
    """
    return _escape(one_line(text))


def _escape(text: str) -> str:
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(r"\\\g<0>", text)
    if "&" in text:
        text = _ENTITY.sub("&amp;", text)
    text = text.replace("<", "&lt;")
    if text.endswith("#"):  # a heading would lose them
        kept = text.rstrip("#")
        text = kept + "\\#" * (len(text) - len(kept))
    opening = _OPENING.match(text)
    if opening is None:
        return text
    cut = opening.end() if text[0].isdigit() else 0
    return f"{text[:cut]}\\{text[cut:]}"


def one_line(text: str) -> str:
    """The words of a text as readers see them, with one space between."""
    return " ".join(drop_unseen(text).split())


def drop_unseen(text: str) -> str:
    """The text without control characters, soft hyphens, and blanks of no width, which no browser shows."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def compose_body(parts: Iterable[tuple[Verdict, str]]) -> str:
    """The body as Markdown, from its paragraphs, cross-heads and list items in order, as :func:`one_line` has each."""
    blocks: list[str] = []
    listed = False
    for verdict, words in parts:
        if not words:
            continue
        text = _escape(words)
        if verdict is Verdict.LIST_ITEM:
            if listed:
                blocks[-1] += f"\n- {text}"
            else:
                blocks.append(f"- {text}")
        else:
            blocks.append(f"## {text}" if verdict is Verdict.CROSSHEAD else text)
        listed = verdict is Verdict.LIST_ITEM
    return "\n\n".join(blocks)
