"""Excerpts: the sentence of an article's body that names somebody first."""

import re
from collections.abc import Iterable

from generator.catalog.cards import as_plain_text

EXCERPT_LENGTH = 200

_LEAD = 60
"""Characters that are kept before a mention when its sentence is too long."""

# Where a sentence ends: a full stop, question or exclamation mark, with the quotation marks and brackets that close
# after it, before a blank and what may begin a sentence. East Asian scripts have marks of their own, and no blank.
_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\s+(?=[\"'“‘«(\[*_]*[^\W_a-z])|[。！？][」』”）]*")

# A full stop after these ends no sentence: titles before names, and what newspapers shorten otherwise.
_SHORTENED = re.compile(
    r"(?:\b[^\W\d_]|\.[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rev|Hon|St|Jr|Sr|No|vs|cf"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\Z"
)


def find_excerpt(body: str, mentions: Iterable[tuple[int, int]]) -> str:
    """The sentence of a Markdown body around the first of ``mentions`` in running text, else in a heading.

    ``mentions`` are starts and ends, in characters of the body and in order. The excerpt is plain text; a sentence of
    more than 200 characters is cut at words around the name. Empty when there are no mentions.

    >>> find_excerpt("It rained. Then Gen. Ada Holm *spoke*. All left.", [(21, 29)])
    'Then Gen. Ada Holm spoke.'
    """
    found = list(mentions)
    if not found:
        return ""
    start, end = next((span for span in found if not _is_heading(body, span[0])), found[0])
    first = body.rfind("\n\n", 0, start) + 1
    last = body.find("\n\n", end)
    first, last = _sentence(body, (first, len(body) if last < 0 else last), (start, end))
    sentence, name = as_plain_text(body[first:last]), " ".join(body[start:end].split())
    return sentence if len(sentence) <= EXCERPT_LENGTH else _cut(sentence, max(sentence.find(name), 0))


def _is_heading(body: str, at: int) -> bool:
    return body.startswith("#", body.rfind("\n", 0, at) + 1)


def _sentence(body: str, block: tuple[int, int], mention: tuple[int, int]) -> tuple[int, int]:
    """Start and end of the sentence of a paragraph that holds a mention."""
    first, last = block
    for mark in _END.finditer(body, first, last):
        if _SHORTENED.search(body[max(first, mark.start() - 6) : mark.start()]):
            continue
        if mark.end() <= mention[0]:
            first = mark.end()
        elif mark.start() >= mention[1]:
            return first, mark.end()
    return first, last


def _cut(sentence: str, name: int) -> str:
    """So much of a sentence as fits, cut at words; what stands before the name, at index ``name``, gives way first."""
    if name > EXCERPT_LENGTH // 2:
        sentence = "… " + sentence[sentence.find(" ", name - _LEAD) + 1 :]
    if len(sentence) > EXCERPT_LENGTH:
        cut = sentence.rfind(" ", EXCERPT_LENGTH // 2, EXCERPT_LENGTH - 1)
        sentence = sentence[: cut if cut > 0 else EXCERPT_LENGTH - 2].rstrip(" ,;:–—-") + " …"
    return sentence
