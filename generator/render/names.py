"""Names in rendered text: the first mention of each person becomes a link to them.

It works on the HTML that :mod:`generator.render.markup` makes, by whichever path, so that both give the same bytes. The
ids of paragraphs are made before it, and the search documents without it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from generator.model.page import NameLink


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TAG = re.compile(r'(<[^>"]*(?:"[^"]*"[^>"]*)*>)')
_CLOSED = frozenset({"a", "code", "pre", "h2", "h3", "h4", "h5", "h6"})
"""Elements in which nothing becomes a link: links, code, and headings, which are read at a glance."""

_SHADE = "\0"  # what stands for a character in which no name may be found

# What makes a name the beginning of a longer one: letters, a host's ending, a suffix, a further capitalised word. The
# days of the week are written so in agency copy: "Holm Tuesday said".
_GOES_ON = re.compile(
    r"[\w‐‑-]|['’](?![sS]\b)\w|[.@]\w|,? (?:Jr|Sr|Jnr|Snr|Junior|Senior|II|III|IV)\b"
    r"| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?P<letter>[^\W\d_])"
)
_JOINS = frozenset("_-‐‑@/#=+%")
"""Characters that join a word to the one before."""

# Capitalised words that may stand before a surname without being a part of the name.
_ANNOUNCING = _word_set(
    """
    admiral adviser advisor ambassador archbishop baroness bishop captain chairman chairwoman chancellor chief col
    colonel commander commissioner congressman congresswoman councillor director dr envoy foreign gen general governor
    judge justice king lady lord madame major marshal mayor minister mr mrs ms mx patriarch pope premier president prime
    prince princess prof professor queen rabbi rep representative rev reverend secretary sen senator sheikh sir speaker
    spokesman spokeswoman state sultan
    after although and as at because before both but during for from how if in like meanwhile nor on once or since so
    still than that then though to under unless until what when where whether while who why with without yet
    """
)

_QUOTE_BEFORE = re.compile(r"[\"“«„‘]([^\"“”«»„‘’.!?\0]*)\Z")
_QUOTE_AFTER = re.compile(r"([^\"“”«»„‘’\0]*)(?:[\"”»“]|’(?!\w))")
_NEAR = 80
"""Characters around a name that are looked at."""
_SMALL = _word_set("a an and at by de for from in of on or the to vs with")


def link_names(html: Markup, names: Sequence[NameLink]) -> Markup:
    """Safe HTML with a link at the first mention of each of ``names`` that leads anywhere.

    A mention has the case and the word boundaries of one of the name's forms, and is no part of a longer name, of the
    title of something in quotation marks, of a link, code or a heading.

    >>> holm = NameLink(url="/people/ada-holm/", forms=("Ada Holm", "Holm"))
    >>> print(link_names(Markup("<p>Holmwood: Ada Holm spoke; Holm left.</p>"), [holm]))
    <p>Holmwood: <a class="person" href="/people/ada-holm/">Ada Holm</a> spoke; Holm left.</p>
    """
    text = str(html)  # which is sliced several times as quickly
    parts: list[str] = []
    done = 0
    for start, end, url in sorted(_first_mentions(_shade(text), names)):
        if start >= done:
            parts += (text[done:start], f'<a class="person" href="{escape(url)}">{text[start:end]}</a>')
            done = end
    return Markup("".join([*parts, text[done:]]))  # noqa: S704  # safe HTML, and an escaped address


def _shade(html: str) -> str:
    """The HTML with everything blanked out in which no name may be found, each character in its place."""
    pieces = _TAG.split(html)
    within = ""
    for at in range(1, len(pieces), 2):
        tag = pieces[at]
        pieces[at] = _SHADE * len(tag)
        if within:
            pieces[at - 1] = _SHADE * len(pieces[at - 1])
            within = "" if tag == f"</{within}>" else within
        else:
            name = tag[1:-1].split(" ", 1)[0]
            within = name if name in _CLOSED else ""
    return "".join(pieces)


def _first_mentions(text: str, names: Sequence[NameLink]) -> Iterator[tuple[int, int, str]]:
    """Start, end and address of the first mention of each name."""
    all_forms = "\n".join(form for name in names for form in name.forms)
    for name in names:
        first, last = len(text), 0
        for form in name.forms if name.url else ():
            at = text.find(form)
            if 0 <= at < first:  # a form that stands later cannot be the first mention
                longer = _longer_forms(form, names) if all_forms.count(form) > 1 else ()
                at = _find(text, form, at, longer)
                if 0 <= at < first:
                    first, last = at, at + len(form)
        if last and name.url:
            yield first, last, name.url


def _longer_forms(form: str, names: Iterable[NameLink]) -> list[tuple[str, int]]:
    """The forms that hold another one, and where in them it stands."""
    return [(own, own.index(form)) for name in names for own in name.forms if form in own and own != form]


def _find(text: str, form: str, at: int, longer: Iterable[tuple[str, int]]) -> int:
    """Where a form of a name, which the text holds at ``at``, first stands by itself; -1 when it does nowhere."""
    while at >= 0:
        end = at + len(form)
        is_within = any(at >= offset and text.startswith(other, at - offset) for other, offset in longer)
        if not is_within and _stands_alone(text, at, end) and not _is_in_title(text, at, end):
            return at
        at = text.find(form, end)
    return -1


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is a word, or words, of its own, and no part of a longer name or of an address."""
    before = text[start - 1 : start]
    if before.isalnum() or before in _JOINS or (before in ("'", "’") and text[start - 2 : start - 1].isalnum()):
        return False
    after = _GOES_ON.match(text, end)
    if after and (after["letter"] is None or after["letter"].isupper()):
        return False
    word = text[max(text.rfind(" ", 0, start - 1), text.rfind(_SHADE, 0, start), start - _NEAR) + 1 : start]
    if "://" in word or word.startswith("www."):
        return False
    is_surname_alone = " " not in text[start:end]
    if is_surname_alone and word[:1].isupper() and word.endswith(" ") and not word.endswith(("'s ", "’s ", ", ")):
        return word.rstrip(". ").lower() in _ANNOUNCING
    return True


def _is_in_title(text: str, start: int, end: int) -> bool:
    """Whether a name stands in quotation marks with nothing but capitalised words, as that of a film or a ship."""
    before = _QUOTE_BEFORE.search(text, max(start - _NEAR, 0), start)
    after = _QUOTE_AFTER.match(text, end, end + _NEAR) if before else None
    if before is None or after is None:
        return False
    words = re.findall(r"[\w'’-]+", f"{before[1]} {after[1]}")
    return all(not word[0].islower() or word in _SMALL for word in words)
