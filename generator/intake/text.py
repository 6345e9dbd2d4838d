"""Plain text: bytes to a raw page."""

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import CharsetMatches, from_bytes
from ftfy import fix_encoding
from ftfy.badness import is_bad

from generator.errors import IntakeError, Problem, Where
from generator.model.language import tell_language
from generator.model.raw import RawPage

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED_FROM = 1 << 18
"""Bytes that a guess at the encoding looks at; what follows is decoded by it, or refused."""
_CENTRAL = ("cp1250", "iso8859_2", "iso8859_16", "cp852", "mac_latin2")
_TURKISH = ("cp1254", "iso8859_9", "cp857")
_WESTERN = ("cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850", "cp437")
_ENCODINGS = dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "ro"), _CENTRAL) | {"tr": _TURKISH}
"""For languages in Latin letters, the legacy encodings that they were written in; Western ones for those not named.

They differ in few letters, and a guess by bytes alone takes any of them for any other."""
_NOT_LATIN = frozenset({"ru", "uk", "bg", "el", "ar", "fa", "he", "ko", "zh", "ja"})
_SHIFTED = b"\x1b$"
"""How Japanese begins in the encoding of mail, which has no byte above 127."""
LARGEST = 20_000_000
"""Bytes of a page that are read; no article's page comes near."""
_GARBLED = re.compile("[\u00c2-\u00f4\u00ac\u221a\u201a][^\x00-\x7f]")
"""How UTF-8 looks that was read as a legacy encoding: what its first byte stands for there, then a letter like it."""


def raw_page(name: str, data: bytes) -> RawPage:
    """A raw page from bytes, decoded as text.

    A byte-order mark decides; then UTF-8 is tried, then whichever legacy encoding the bytes look like. The text keeps
    its line ends, and encoding it again with ``encoding`` gives the bytes back, unless something was mended.

    Raises IntakeError when the bytes are empty, far too many, or not text.
    """
    refuse_giant(name, data)
    if not data.strip():
        raise _refusal(name, "The file is empty.", "Save the page again, or delete the file.")
    text, encoding = decode_text(name, data)
    if not text.strip():
        raise _refusal(name, "The file holds nothing but blanks.", "Save the page again, or delete the file.")
    if "\0" in text:
        raise _refusal(name, "This is not text: it holds NUL characters.", "Give the page as text, or delete the file.")
    text, mended = mend_text(text)
    return RawPage(name=name, data=data, text=text, encoding=encoding, mended=mended)


def refuse_giant(name: str, data: bytes) -> None:
    """Raise IntakeError when a page holds more than is read."""
    if len(data) > LARGEST:
        what = f"It is larger than {LARGEST // 1_000_000} MB, and no article's page is."
        raise _refusal(name, what, "Split it into its pages, or leave it out.")


def mend_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its mojibake undone where that is certain, and what was done, in words.

    Mojibake is UTF-8 that some program before us took for a legacy encoding. It is certain in a line that looks
    garbled, gives proper UTF-8 when the mistake is undone, and no longer looks garbled then.

    >>> mend_text("The ministerâ€™s plan")
    ('The minister’s plan', ('garbled characters in 1 line',))
    """
    if not _GARBLED.search(text):
        return text, ()
    lines = text.split("\n")
    count = 0
    for index, line in enumerate(lines):
        if _GARBLED.search(line) and is_bad(line):
            better = fix_encoding(line)
            if better != line and not is_bad(better):
                lines[index] = better
                count += 1
    if not count:
        return text, ()
    return "\n".join(lines), (f"garbled characters in {count:,} line{'s' if count > 1 else ''}",)


def decode_text(name: str, data: bytes) -> tuple[str, str]:
    """The characters of a text file, and the codec that gave them. Raises IntakeError when none does."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _try(data, encoding)
            if text is not None:
                return text, encoding
            raise _refusal(
                name, f"The file is marked as {encoding.upper()}, but is not.", "Save the page again as UTF-8."
            )
    for encoding in ("iso2022_jp", "utf-8") if _SHIFTED in data else ("utf-8",):
        text = _try(data, encoding)
        if text is not None:
            return text, encoding
    if b"\0" in data:
        raise _refusal(name, "This is not text: it holds NUL bytes.", "Give the page as text, or delete the file.")
    for encoding in _guess(from_bytes(data[:_GUESSED_FROM])):
        text = _try(data, encoding)
        if text is not None and text.encode(encoding, "replace") == data:
            return text, encoding
    raise _refusal(name, "The file's encoding cannot be told.", "Save the page again as UTF-8.")


def _guess(matches: CharsetMatches) -> Iterator[str]:
    """The encodings that bytes may be in, the likeliest first."""
    best = matches.best()
    if best is None:
        return
    language = tell_language(str(best))
    if language not in _NOT_LATIN:
        usual = _ENCODINGS.get(language, _WESTERN)
        for match in matches:
            # What gives the same text is told as one match.
            yield from (encoding for encoding in usual if encoding in match.could_be_from_charset)
    yield best.encoding


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    # A UTF-16 file of the other byte order is not given back by encoding; its bytes are still what is kept.
    return text


def _refusal(name: str, what: str, remedy: str) -> IntakeError:
    return IntakeError(Problem(where=Where(path=name), what=what, remedy=remedy))
