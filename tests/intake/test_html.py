"""HTML to raw pages."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import IntakeError
from generator.intake.html import LARGEST, html_page, looks_like_html

PAGE = """<!doctype html>
<html lang="en"><head><title>Ferry sails again</title></head>
<body><h1>Ferry sails again</h1><p>The café on deck is open, the captain said.</p></body></html>
"""


def refusal(data: bytes) -> str:
    """What is said of bytes that hold no page."""
    with pytest.raises(IntakeError) as caught:
        html_page("page.html", data)
    (problem,) = caught.value.problems
    assert problem.remedy
    return problem.what


def test_a_page_is_the_words_that_a_reader_sees() -> None:
    page = html_page("page.html", PAGE.encode())
    assert (page.kind, page.encoding) == ("html", "utf-8")
    assert page.text == "Ferry sails again\n\nThe café on deck is open, the captain said.\n"
    assert page.data == PAGE.encode()


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        b"\xef\xbb\xbf" + PAGE.encode(),
        b"<!-- saved\nlast night --> <!-- twice -->\n<HTML><body>",
        b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
        PAGE.encode("utf-16"),
    ],
)
def test_html_is_known_by_how_it_begins(data: bytes) -> None:
    """Whatever the file is called."""
    assert looks_like_html(data)


@pytest.mark.parametrize(
    "data", [b"", b"The <html> element, she wrote, is old.", b"<headline>A record</headline>", b"<p>A"]
)
def test_text_is_not_taken_for_html(data: bytes) -> None:
    assert not looks_like_html(data)


def test_many_comments_before_the_page_take_no_time() -> None:
    started = time.process_time()
    assert not looks_like_html(b"<!---->" * 700 + b"x")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("data", "charset", "codec"),
    [
        (PAGE.encode(), "iso-8859-1", "utf-8"),  # bytes that are UTF-8 hardly are by chance
        (PAGE.encode("cp1252"), "iso-8859-1", "cp1252"),  # as browsers read Latin-1
        (PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252"), None, "cp1252"),
        (PAGE.replace("<head>", '<head><meta charset="utf-8">').encode("cp1252"), None, "cp1252"),  # declared wrongly
        (PAGE.encode("utf-16"), "utf-8", "utf-16"),
        (b"\xef\xbb\xbf" + PAGE.encode(), "cp1252", "utf-8-sig"),
        (PAGE.encode("cp1252"), "no-such-charset", "cp1252"),
        (PAGE.encode("cp1252"), "hex", "cp1252"),  # a codec, but none of texts
    ],
)
def test_the_encoding_is_that_of_the_bytes(data: bytes, charset: str | None, codec: str) -> None:
    """What server and page declare counts only where the bytes allow it."""
    page = html_page("page.html", data, charset=charset)
    assert "The café on deck is open" in page.text
    assert page.encoding == codec


def test_a_few_broken_bytes_do_not_spoil_a_page() -> None:
    data = PAGE.encode().replace(b"captain", b"capt\xffin") + b"<p>" + b"All went well on the way out. " * 40
    page = html_page("page.html", data)
    assert "café" in page.text
    assert "capt�in" in page.text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "The file is empty."),
        (b" \n\t", "The file is empty."),
        (b"<html><body></body></html>", "The page shows no words."),
        (b"<html><frameset><frame src='a.html'></frameset></html>", "The page shows no words."),
        (b"<html><body><script>say('Hello')</script></body></html>", "The page shows no words."),
        (b"<html><body>" + b"<div>" * 100_000 + b"deep", "Its elements nest too deep."),
        (b"<html><body>" + b"<b>" * 20_000 + b"<p>word" * 2_000, "Too many of its elements are never closed."),
        (b"<html>" + b" " * LARGEST, "The page holds 20 MB of HTML; 20 MB are read."),
    ],
)
def test_what_is_no_page_is_said_in_one_line(data: bytes, what: str) -> None:
    """An empty body, a frameset, a page that its scripts would fill, bombs of each make."""
    started = time.process_time()
    assert refusal(data) == what
    assert time.process_time() - started < 5


def test_nul_bytes_do_no_harm() -> None:
    page = html_page("page.html", PAGE.encode().replace(b"deck", b"de\0ck").replace(b"<body>", b"<body>\0"))
    assert "the captain said." in page.text
    assert "\0" not in page.text


def test_text_saved_as_html_is_read_as_one_line_each() -> None:
    """A text has no elements; its words are all there."""
    page = html_page("page.html", b"The ferry sails again.\n\nThe captain is pleased.\n")
    assert page.text.split() == ["The", "ferry", "sails", "again.", "The", "captain", "is", "pleased."]


@pytest.mark.parametrize(
    "piece", ["<p>word ", "<div>word</div>", "<b>word", "<table><tr><td>word", "word<br>", "<a x=y>word</a>"]
)
def test_a_page_ten_times_as_long_takes_about_ten_times_as_long(piece: str) -> None:
    """Whatever is repeated, closed or not: what would take longer is refused."""

    def seconds(times: int) -> float:
        started = time.process_time()
        try:
            html_page("page.html", (PAGE + piece * times).encode())
        except IntakeError:
            return 0.0
        return time.process_time() - started

    # The quickest of several, because Python may look for garbage meanwhile, in the heaps of all tests before.
    few, many = (min(seconds(times) for _ in range(3)) for times in (1_000, 10_000))
    assert many < 40 * max(0.01, few)


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='nav'>", "</div>", "<b>", "<table>", "<td>", "<li>", "<br>", "<pre>\n", "<h1>"),
        *("<!--", "-->", "<script>", "</script>", "<style", ">", "<", "&amp;", "&#0;", "\0", "\n", "\r", "\x0b"),
        *(" word", "Ström ", "<img alt='a quay'>", "<svg>", "<template>", "<select><option>", "<title>", "</body>"),
        *("<frameset>", "\x85", "\u2028"),
    ]
)


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=200, deadline=None)
def test_every_line_of_the_text_has_its_hint(pieces: list[str]) -> None:
    """Lines and hints go together, and hints name boxes that are there, whatever the markup."""
    try:
        page = html_page("page.html", "".join(pieces).encode())
    except IntakeError:
        return
    assert page.layout is not None
    lines = page.text.split("\n")[:-1]
    assert len(page.layout.lines) == len(lines)
    assert all((hint is None) == (not line) for hint, line in zip(page.layout.lines, lines, strict=True))
    assert all(hint is None or 0 <= hint.box < len(page.layout.boxes) for hint in page.layout.lines)
    assert all(box.parent < index for index, box in enumerate(page.layout.boxes))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_a_page_or_refused(data: bytes) -> None:
    for candidate in (data, b"<html><body>" + data):
        try:
            assert html_page("page.html", candidate).data == candidate
        except IntakeError as error:
            assert len(error.problems) == 1
