"""Plain text: bytes to a raw page."""

import codecs

from charset_normalizer import from_bytes

from generator.errors import IntakeError, Problem, Where
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


def raw_page(name: str, data: bytes) -> RawPage:
    """A raw page from bytes, decoded as text.

    A byte-order mark decides; then UTF-8 is tried, then whichever legacy encoding the bytes look like. The text keeps
    its line ends, and encoding it again with ``encoding`` gives the bytes back.

    Raises IntakeError when the bytes are empty, or not text.
    """
    if not data.strip():
        raise _refusal(name, "The file is empty.", "Save the page again, or delete the file.")
    text, encoding = decode_text(name, data)
    if "\0" in text:
        raise _refusal(name, "This is not text: it holds NUL characters.", "Give the page as text, or delete the file.")
    return RawPage(name=name, data=data, text=text, encoding=encoding)


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
    text = _try(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    if b"\0" in data:
        raise _refusal(name, "This is not text: it holds NUL bytes.", "Give the page as text, or delete the file.")
    guess = from_bytes(data[:_GUESSED_FROM]).best()
    if guess is not None:
        text = _try(data, guess.encoding)
        if text is not None and text.encode(guess.encoding, "replace") == data:
            return text, guess.encoding
    raise _refusal(name, "The file's encoding cannot be told.", "Save the page again as UTF-8.")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    # A UTF-16 file of the other byte order is not given back by encoding; its bytes are still what is kept.
    return text


def _refusal(name: str, what: str, remedy: str) -> IntakeError:
    return IntakeError(Problem(where=Where(path=name), what=what, remedy=remedy))
