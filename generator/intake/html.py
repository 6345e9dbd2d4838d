"""HTML: bytes to a raw page whose text is what a reader sees."""

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

from generator.errors import IntakeError, Problem, Where
from generator.intake.layout import add_told, lay_out
from generator.intake.marks import gather_words
from generator.intake.metadata import read_metadata
from generator.intake.text import decode_text
from generator.model.raw import RawPage

LARGEST = 20_000_000
"""Bytes of HTML that are read; no article's page comes near."""
_DEEPEST = 3000
"""Elements within each other; beyond, a parser's time grows with the square of them."""
_MOST_REOPENED = 2_000_000
"""How often left-open formatting may be opened again; each time makes an element."""

_HARMLESS = 2500
"""Elements that cannot be too deep, nor be opened again too often, however they are nested."""

_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._:-]{2,40})""")
_BROKEN = "\ufffd"
"""What stands for bytes that stand for nothing."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NOT_ASCII_BYTE = re.compile(rb"[\x80-\xff]")
_WESTERN = 0.1
"""Share of bytes beyond ASCII up to which a text is in Latin letters; undeclared, browsers read it as Windows-1252."""
_HTML_START = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_BEFORE_HTML = ((b"<!--", b"-->"), (b"<?xml", b"?>"))
"""What may stand before a document's first element: how it starts and ends."""
_MOST_BEFORE = 20
_HEAD = 5000
"""Bytes in which that element is looked for."""
_TAGS = re.compile(r"<(/?)([a-z][a-z0-9:-]{0,30})", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_TOLD_FROM = 60
"""Words of a stated text from which it is more than a summary."""
_SHOWN = 0.3
_FORMATTING = gather_words("a b big code em font i nobr s small strike strong tt u")
_UNNESTED = gather_words(
    "area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup td th tr tbody "
    "thead tfoot colgroup html head body rt rp"
)
"""Elements that never hold another, or that are closed by the next of their kind."""


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin as an HTML document does, whatever the file is called."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        data = data[2:_HEAD].replace(b"\0", b"")
    head = data[:_HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    for start, end in _BEFORE_HTML * _MOST_BEFORE:
        if head.startswith(start):
            head = head.partition(end)[2].lstrip()
    return _HTML_START.match(head) is not None


def html_page(
    name: str, data: bytes, *, url: str | None = None, captured: str | None = None, charset: str | None = None
) -> RawPage:
    """A raw page from the bytes of an HTML document.

    ``charset`` is what the server called its encoding; a byte-order mark outweighs it, and so do bytes that are UTF-8.

    Raises IntakeError when the bytes hold no words, are far too many, or nest too deep.
    """
    if len(data) > LARGEST:
        what = f"The page holds {len(data) / 1e6:,.0f} MB of HTML; {LARGEST // 1_000_000} MB are read."
        raise _refusal(name, what, "Save it as text, or leave it out.")
    if not data.strip():
        raise _refusal(name, "The file is empty.", "Save the page again, or delete the file.")
    text, encoding = decode_html(name, data, charset)
    _refuse_bombs(name, text)
    tree = LexborHTMLParser(text)
    body = tree.body
    stated, canonical = read_metadata(tree, url)
    words, layout = lay_out(body) if body is not None else ("", None)
    if layout is not None and stated.body and not _shows(words, stated.body):
        words, layout = add_told(words, layout, stated.body)
    if not words.strip():
        raise _refusal(name, "The page shows no words.", "Save it again after its scripts have run, or leave it out.")
    return RawPage(
        name=name,
        data=data,
        text=words,
        encoding=encoding,
        kind="html",
        url=url or canonical,
        captured=captured,
        charset=charset,
        stated=stated,
        layout=layout,
    )


def _shows(text: str, told: str) -> bool:
    """Whether a page prints a fair part of the story that its markup tells, if it is more than a summary."""
    story = _WORDS.findall(told.lower())
    if len(story) < _TOLD_FROM:
        return True
    printed = _WORDS.findall(text.lower())
    runs = list(zip(story, story[1:], story[2:], strict=False))
    known = frozenset(zip(printed, printed[1:], printed[2:], strict=False))
    return sum(run in known for run in runs) >= _SHOWN * len(runs)


def decode_html(name: str, data: bytes, charset: str | None = None) -> tuple[str, str]:
    """A document's characters, and the codec that gave them.

    A mark at its start decides, then whether the bytes are UTF-8, which hardly happens by chance, a few broken ones
    aside; then what the server and the page say, read as browsers read it; then what the bytes look like. Bytes that
    stand for nothing are replaced, as browsers do.
    """
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_text(name, data)
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    if not broken or len(_NOT_ASCII.findall(text)) >= 2 * broken:
        return text, "utf-8"
    declared = (
        match[1].decode("ascii") for pattern in (_CHARSET, _XML_CHARSET) if (match := pattern.search(data[:_HEAD]))
    )
    codec = next((found for label in (charset, *declared) if label and (found := _codec(label))), None)
    if codec is None and len(_NOT_ASCII_BYTE.findall(data)) <= _WESTERN * len(data):
        codec = "cp1252"
    if codec is None:
        return decode_text(name, data)
    return data.decode(codec, "replace"), codec


def _codec(label: str) -> str | None:
    """Python's name of a legacy encoding, as browsers take it: Latin-1 and ASCII mean Windows-1252."""
    try:
        found = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding:  # such as "hex", which Python knows too
        return None
    name = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "iso8859-9": "cp1254"}.get(
        found.name, found.name
    )
    return (
        None if name.startswith(("utf-8", "utf-16", "utf-32", "utf-7", "idna", "punycode", "raw", "unicode")) else name
    )


def _refuse_bombs(name: str, text: str) -> None:
    """Refuse a document that would take a parser far longer, or far more memory, than its size lets expect."""
    if text.count("<") - text.count("</") < _HARMLESS:
        return
    depth = formats = reopened = 0
    for match in _TAGS.finditer(text):
        tag = match[2].lower()
        if tag in _FORMATTING:
            formats = max(0, formats - 1) if match[1] else formats + 1
        elif match[1]:
            depth = max(0, depth - 1) if tag not in _UNNESTED else depth
        else:
            reopened += formats
            if tag not in _UNNESTED:
                depth += 1
                if depth > _DEEPEST:
                    raise _refusal(name, "Its elements nest too deep.", "Save the page as text, or leave it out.")
            if reopened > _MOST_REOPENED:
                raise _refusal(
                    name, "Too many of its elements are never closed.", "Save the page as text, or leave it out."
                )


def _refusal(name: str, what: str, remedy: str) -> IntakeError:
    return IntakeError(Problem(where=Where(path=name), what=what, remedy=remedy))
