"""An original, line by line, as HTML: removed parts struck through, with the reasons, kept ones with what they are.

Such a page has hundreds of lines, and there is one for each article. So it is written here, by plain Python, which takes
a part of the time that a template's loop does.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from generator.model.cleaning import Passage, Verdict

_SEPARATOR = "\0"  # browsers do not show it, so nothing is lost where a text holds it


def render_original(passages: Sequence[Passage]) -> Markup:
    """List items, one a line of the original that bears words, numbered as there.

    >>> render_original([Passage(3, Verdict.FURNITURE, "menu", "Home"), Passage(3, Verdict.BODY, "text", "It rained.")])
    Markup('<li value="3"><del>Home</del><small>removed: menu</small><span>It rained.</span><small>body</small></li>\\n')
    """
    blank, furniture, body = Verdict.BLANK, Verdict.FURNITURE, Verdict.BODY  # looked up once
    labels: dict[str, str] = {}
    parts: list[str] = []
    add = parts.append
    line, end = 0, ""
    for (number, verdict, reason, _), text in zip(passages, _escape_all(passages), strict=True):
        if verdict is blank:
            continue
        if number != line:
            add(f'{end}<li value="{number}">' if number != line + 1 or not end else f"{end}<li>")
            line, end = number, "</li>\n"
        if verdict is furniture:
            label = labels.get(reason) or labels.setdefault(reason, f"</del><small>removed: {escape(reason)}</small>")
            add(f"<del>{text}{label}")
        elif verdict is body:
            add(f"<span>{text}</span><small>body</small>")
        else:
            add(f"<span>{text}</span><small>{verdict.value}</small>")
    add(end)
    return Markup("".join(parts))  # noqa: S704  # texts and reasons are escaped, verdicts are ours


def _escape_all(passages: Sequence[Passage]) -> Iterable[str]:
    """The texts, safe in HTML, without the blanks around them; escaped in one go, unless one holds the separator."""
    texts = [passage[3].strip() for passage in passages]
    escaped = _escape(_SEPARATOR.join(texts)).split(_SEPARATOR)
    return escaped if len(escaped) == len(texts) else [_escape(text.replace(_SEPARATOR, "")) for text in texts]


def _escape(text: str) -> str:
    """Safe between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
