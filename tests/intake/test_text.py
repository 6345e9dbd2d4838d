"""Bytes to raw pages."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import IntakeError
from generator.intake import raw_page

PAGES = Path(__file__).parents[1] / "languages"
PROSE = "Die Brücke über den Fluss wird erst im März geöffnet, weil Gerüste fehlen. Größere Züge fahren später. " * 6


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PROSE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + PROSE.encode(), "utf-8-sig"),
        (PROSE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), "utf-16"),
    ],
)
def test_a_mark_or_valid_utf8_decides(data: bytes, encoding: str) -> None:
    """A byte-order mark decides what the bytes are; without one valid UTF-8 is UTF-8."""
    page = raw_page("a.txt", data)
    assert page.text == PROSE
    assert page.encoding == encoding
    assert page.data == data


def test_a_legacy_encoding_is_told_from_the_bytes() -> None:
    """A page in a legacy encoding is read with one that gives its letters."""
    page = raw_page("a.txt", PROSE.encode("cp1252"))
    assert page.text == PROSE
    assert page.text.encode(page.encoding) == page.data


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ar", "cp1256"), ("de", "cp1252"), ("el", "iso8859_7"), ("es", "cp1252"), ("fr", "cp1252"),
        ("fr", "mac_roman"), ("it", "cp1252"), ("ja", "shift_jis"), ("ja", "euc_jp"), ("ja", "iso2022_jp"),
        ("ko", "euc_kr"), ("nl", "cp1252"), ("pl", "cp1250"), ("pl", "iso8859_2"), ("pt", "cp1252"), ("ru", "cp1251"),
        ("ru", "koi8_r"), ("sv", "cp1252"), ("tr", "cp1254"), ("uk", "cp1251"), ("zh", "gb18030"),
    ],
)  # fmt: skip
def test_which_letters_a_legacy_encoding_has_is_told_by_the_language(language: str, encoding: str) -> None:
    """Code pages differ in a few letters only: a French à would be a ŕ by the one for Polish."""
    data = (PAGES / f"{language}.txt").read_text("utf-8").encode(encoding, "replace")
    page = raw_page("a.txt", data)
    assert page.text == data.decode(encoding)
    assert page.text.encode(page.encoding, "replace") == data


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip() and "\0" not in text and text[0] != "\ufeff"))
def test_text_keeps_its_line_ends_and_encodes_back(text: str) -> None:
    """What is decoded strictly gives the bytes back, whatever its line ends."""
    page = raw_page("a.txt", text.encode())
    assert page.mended or page.text == text
    assert page.mended or page.text.encode(page.encoding) == page.data


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_a_page_or_refused_in_words(data: bytes) -> None:
    """Bytes are text or refused with where, what and remedy; nothing else happens."""
    try:
        page = raw_page("a.txt", data)
    except IntakeError as error:
        (problem,) = error.problems
        assert problem.where.path == "a.txt"
        assert problem.what.endswith(".")
        assert problem.remedy.endswith(".")
    else:
        assert page.data == data


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", "This is not text: it holds NUL bytes."),
        (b"words\0words", "This is not text: it holds NUL characters."),
        (b"\xef\xbb\xbf\xff\xfe\xfd", "The file is marked as UTF-8-SIG, but is not."),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    """Empty, binary and wrongly marked files are refused, each in its own words."""
    with pytest.raises(IntakeError) as caught:
        raw_page("a.txt", data)
    assert caught.value.problems[0].what == what
