"""Cards: what the catalog keeps of an article."""

import re
from sys import intern
from typing import TypeVar

from generator.model.article import Article
from generator.model.catalog import Card, Details, Naming
from generator.model.dating import parse_dating
from generator.model.subjects import SCHEME
from generator.model.value import pack, replace

SUMMARY_LENGTH = 240

_IMAGE = re.compile(r"!\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_TAG = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~])")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__|\*|`|(?<!\w)_|_(?!\w))")
_MARK = re.compile(r"[\[\]*_`<&\\]|(?m:^\s*(?:[>+#-]|\d+\.))")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


def make_card(
    article: Article,
    *,
    slug: str,
    path: str,
    digest: str,
    named: tuple[str, ...],
    matched: tuple[str, ...],
    grounds: tuple[str, ...] = (),
    barred: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    roles: tuple[tuple[str, str], ...] = (),
    namings: tuple[Naming, ...] = (),
    record: str | None = None,
) -> Card:
    """The card of an article, with what its text was found to hold."""
    return Card(
        slug=slug,
        path=path,
        digest=digest,
        title=article.title,
        packed=pack(
            Details(
                summary=article.standfirst or summarise(article.body),
                grounds=grounds,
                namings=namings,
            )
        ),
        published=article.published,
        source=article.source,
        language=article.language,
        people=article.people,
        topics=article.topics,
        named=named,
        roles=roles,
        matched=matched,
        barred=barred,
        subjects=tuple(id_.removeprefix(SCHEME) for id_ in article.subjects),
        words=words,
        inferred=bool(article.dating),
        aliases=article.aliases,
        record=record,
    )


def share_values(card: Card, path: str) -> Card:
    """The same card, but that what several hold is in memory once: names, words and dates.

    ``path`` is the card's own, as all else has it that asks for the article.
    """
    return replace(
        card,
        path=path,
        published=parse_dating(card.published.edtf),  # which remembers what it has read
        source=card.source and intern(card.source),
        language=intern(card.language),
        people=_once_each(card.people),
        topics=_once_each(card.topics),
        named=_once_each(card.named),
        roles=tuple((intern(name), intern(role)) for name, role in card.roles),
        matched=_once_each(card.matched),
        barred=_once_each(card.barred),
        subjects=_once_each(card.subjects),
        words=_once_each(card.words),
    )


Names = TypeVar("Names", tuple[str, ...], tuple[str, ...] | None)


def _once_each(names: Names) -> Names:
    """The same names, each kept in memory once however many articles hold it."""
    return names and tuple(map(intern, names))


def summarise(body: str) -> str:
    r"""The beginning of the first paragraph of a Markdown text, as plain text cut at a word.

    >>> summarise("## At sea\n\nThe *Harbour* [opened](https://x.example).\n\nMore.")
    'The Harbour opened.'
    """
    for block in re.split(r"\n\s*\n", body.strip(), maxsplit=8):
        if block and not block.lstrip().startswith(("#", "<", "|", "---", "***")):
            return _shorten(as_plain_text(block[: SUMMARY_LENGTH * 8]))
    return ""


def as_plain_text(block: str) -> str:
    """The words of a Markdown block, without its marks, on one line."""
    if not _MARK.search(block):  # as nearly every block of news
        return " ".join(block.split())
    text = _LINK.sub(r"\1", _IMAGE.sub("", block))
    text = re.sub(r"(?m)^\s*(>|[-*+]|#{1,6}|\d+\.)\s+", "", text)
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", _TAG.sub("", text)))
    for entity, character in _ENTITIES.items():
        text = text.replace(entity, character)
    return " ".join(text.split())


def _shorten(text: str) -> str:
    if len(text) <= SUMMARY_LENGTH:
        return text
    cut = text.rfind(" ", SUMMARY_LENGTH // 2, SUMMARY_LENGTH)
    return text[: cut if cut > 0 else SUMMARY_LENGTH].rstrip(" ,;:–—-") + " …"
