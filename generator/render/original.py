"""An original, line by line, as HTML: removed parts struck through, with the reasons, kept ones with what they are.

Such a page has hundreds of lines, and there is one for each article. So it is written here, by plain Python, which
takes a part of the time that a template's loop does.
"""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from generator.model.cleaning import Passage, Verdict
from generator.model.words import ENGLISH, Words

_SEPARATOR = "\0"  # browsers do not show it, so nothing is lost where a text holds it


def name_verdicts(words: Words) -> dict[Verdict, Markup]:
    """What each verdict is called on the page, as HTML."""
    names = {
        Verdict.HEADLINE: words.pgettext("verdict", "headline"),
        Verdict.STANDFIRST: words.pgettext("verdict", "standfirst"),
        Verdict.BYLINE: words.pgettext("verdict", "byline"),
        Verdict.DATE_LINE: words.pgettext("verdict", "date line"),
        Verdict.DATELINE: words.pgettext("verdict", "dateline"),
        Verdict.CAPTION: words.pgettext("verdict", "caption"),
        Verdict.CREDIT: words.pgettext("verdict", "credit"),
        Verdict.BODY: words.pgettext("verdict", "body"),
        Verdict.CROSSHEAD: words.pgettext("verdict", "crosshead"),
        Verdict.LIST_ITEM: words.pgettext("verdict", "list item"),
        Verdict.FURNITURE: words.pgettext("verdict", "removed"),
    }
    return {verdict: escape(name) for verdict, name in names.items()}


NAMES = name_verdicts(ENGLISH)


def render_original(passages: Sequence[Passage], names: Mapping[Verdict, Markup] = NAMES) -> Markup:
    """Groups of a description list: what neighbouring passages are, or why they were removed, and the passages.

    The first passage of a line has the line's number for an id, so that it can be linked to. Lines without words are
    left out.

    >>> print(render_original((Passage(3, Verdict.FURNITURE, "menu", "Home"), Passage(3, Verdict.BODY, "", "Rain."))))
    <div class="removed"><dt>removed: menu</dt>
    <dd id="3"><del>Home</del></dd>
    </div>
    <div><dt>body</dt>
    <dd>Rain.</dd>
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
            add(f"{end}{_open_group(verdict, reason, names)}\n")
            before, why, end = verdict, reason, "</div>\n"
        words = f"<del>{text}</del>" if verdict is furniture else text
        add(f"<dd>{words}</dd>\n" if number == line else f'<dd id="{number}">{words}</dd>\n')
        line = number
    add(end)
    return Markup("".join(parts))  # noqa: S704  # texts and reasons are escaped, verdicts are ours


def _open_group(verdict: Verdict, reason: str, names: Mapping[Verdict, Markup]) -> str:
    """The start of a group of passages. Reasons are written by the cleaner, in English."""
    if verdict is not Verdict.FURNITURE:
        return f"<div><dt>{names[verdict]}</dt>"
    why = escape(reason) if names is NAMES else f'<span lang="en">{escape(reason)}</span>'
    return f'<div class="removed"><dt>{names[verdict]}: {why}</dt>'


def _escape_all(passages: Sequence[Passage]) -> Iterable[str]:
    """The texts, safe in HTML, without the blanks around them; escaped in one go, unless one holds the separator."""
    texts = [passage[3].strip() for passage in passages]
    escaped = _escape(_SEPARATOR.join(texts)).split(_SEPARATOR)
    return escaped if len(escaped) == len(texts) else [_escape(text.replace(_SEPARATOR, "")) for text in texts]


def _escape(text: str) -> str:
    """Safe between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
