"""An original, line by line, as HTML: removed parts struck through, with the reasons, kept ones with what they are.

Such a page has hundreds of lines, and there is one for each article. So it is written here, by plain Python, which takes
a part of the time that a template's loop does.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from generator.model.cleaning import Passage, Verdict

_SEPARATOR = "\0"  # browsers do not show it, so nothing is lost where a text holds it


def render_original(passages: Sequence[Passage]) -> Markup:
    """Groups of a description list: what neighbouring passages are, or why they were removed, and the passages.

    The first passage of a line has the line's number for an id, so that it can be linked to. Lines without words are
    left out.

    >>> print(render_original([Passage(3, Verdict.FURNITURE, "menu", "Home"), Passage(3, Verdict.BODY, "", "It rained")]))
    <div class="removed"><dt>removed: menu</dt>
    <dd id="3"><del>Home</del></dd>
    </div>
    <div><dt>body</dt>
    <dd>It rained</dd>
    </div>
    <BLANKLINE>
    """
    blank, furniture = Verdict.BLANK, Verdict.FURNITURE  # looked up once
    parts: list[str] = []
    add = parts.append
    line, before, why, end = 0, blank, "", ""
    for (number, verdict, reason, _), text in zip(passages, _escape_all(passages), strict=True):
        if verdict is blank:
            continue
        if verdict is not before or (verdict is furniture and reason != why):
            add(f"{end}{_open_group(verdict, reason)}\n")
            before, why, end = verdict, reason, "</div>\n"
        words = f"<del>{text}</del>" if verdict is furniture else text
        add(f"<dd>{words}</dd>\n" if number == line else f'<dd id="{number}">{words}</dd>\n')
        line = number
    add(end)
    return Markup("".join(parts))  # noqa: S704  # texts and reasons are escaped, verdicts are ours


def _open_group(verdict: Verdict, reason: str) -> str:
    """The start of a group of passages."""
    if verdict is Verdict.FURNITURE:
        return f'<div class="removed"><dt>removed: {escape(reason)}</dt>'
    return f"<div><dt>{verdict.value}</dt>"


def _escape_all(passages: Sequence[Passage]) -> Iterable[str]:
    """The texts, safe in HTML, without the blanks around them; escaped in one go, unless one holds the separator."""
    texts = [passage[3].strip() for passage in passages]
    escaped = _escape(_SEPARATOR.join(texts)).split(_SEPARATOR)
    return escaped if len(escaped) == len(texts) else [_escape(text.replace(_SEPARATOR, "")) for text in texts]


def _escape(text: str) -> str:
    """Safe between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
