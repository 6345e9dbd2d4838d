"""Web archives to captures."""

import gzip
import io

import pytest

from generator.errors import Problem, Severity
from generator.intake import find_in_stream, read_capture
from generator.model.raw import Capture
from intake.makers import PAGE, record, wacz, warc


def find(data, name="crawl.warc.gz"):
    """The captures of an archive, and what was said."""
    with io.BufferedReader(io.BytesIO(data)) as reader:
        found = list(find_in_stream(name, reader))
    return [f for f in found if isinstance(f, Capture)], [str(f) for f in found if isinstance(f, Problem)]


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_with_html_is_a_page(packed):
    (capture,), problems = find(warc([record()], packed=packed))
    assert problems == []
    assert capture == Capture(
        name="crawl.warc.gz#https://tide-wire.example/ferry",
        data=PAGE,
        kind="html",
        url="https://tide-wire.example/ferry",
        captured="2015-05-20T06:30:00Z",
        charset="utf-8",
    )
    page = read_capture(capture)
    assert (page.url, page.captured, page.charset) == (capture.url, capture.captured, "utf-8")
    assert "Its engine had been taken out" in page.text


def test_what_is_no_page_is_passed_over():
    others = [
        record(kind="warcinfo", media="application/warc-fields"),
        record(kind="request"),
        record(kind="metadata"),
        record(status="404 Not Found"),
        record(status="301 Moved Permanently"),
        record(b"\x89PNG", media="image/png"),
        record(b"body {}", media="text/css"),
        record(b" "),
    ]
    assert find(warc(others)) == ([], [])


def test_revisits_are_counted_and_said_once():
    captures, problems = find(warc([record(), record(b"", kind="revisit"), record(b"", kind="revisit")]))
    assert len(captures) == 1
    assert problems == ["crawl.warc.gz: 2 revisit records were passed over: a revisit holds no page of its own."]
    with io.BufferedReader(io.BytesIO(warc([record(b"", kind="revisit")]))) as reader:
        (problem,) = find_in_stream("a", reader)
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (record(kind="resource", media="text/html"), "html"),
        (record(b"Plain words.", kind="conversion", media="text/plain"), "text"),
        (record(media=""), "html"),
        (record(gzip.compress(PAGE), headers="Content-Encoding: gzip\r\n"), "html"),
        (record(b"5\r\n<html\r\n7\r\n>words.\r\n0\r\n\r\n", headers="Transfer-Encoding: chunked\r\n"), "html"),
    ],
    ids=["resource", "converted", "without a type", "packed", "in chunks"],
)
def test_pages_that_were_saved_in_other_ways(one, kind):
    (capture,), problems = find(warc([one]))
    assert (capture.kind, problems) == (kind, [])
    assert capture.data in (PAGE, b"Plain words.", b"<html>words.")


def test_a_page_packed_with_brotli_is_said():
    _, (problem,) = find(warc([record(b"\x0b", headers="Content-Encoding: br\r\n"), record(b"", kind="request")]))
    assert problem == (
        "crawl.warc.gz#https://tide-wire.example/ferry: The page is packed with Brotli, which cannot be undone here. "
        'For Brotli, install it: "pip install brotli".'
    )


@pytest.mark.parametrize("packed", [True, False])
def test_after_a_broken_record_reading_goes_on(packed):
    good = warc([record()], packed=packed)
    broken = good[:60] + b"\0broken\0" + good[68:-20] if packed else b"WARC/1.0\r\nnonsense\r\n\r\n\r\n"
    captures, problems = find(good + broken + good)
    assert len(captures) == 2
    assert problems == [
        f"crawl.warc.gz at byte {len(good):,}: A record is broken. The others are read; fetch its page again."
    ]


def test_a_broken_record_in_a_stream_that_cannot_be_searched():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def tell(self):
            raise OSError

    good = warc([record()])
    with io.BufferedReader(Pipe(good + b"\x1f\x8b\x08broken" + good)) as reader:
        found = list(find_in_stream("-", reader))
    assert isinstance(found[0], Capture)
    assert str(found[-1]).endswith("A record is broken. Give the file by its name to read on.")


def test_an_archive_that_breaks_off():
    whole = warc([record(), record(url="https://tide-wire.example/pier")])
    captures, problems = find(whole[:-60])
    assert len(captures) == 1
    assert problems == ["crawl.warc.gz#https://tide-wire.example/pier: The record breaks off. Fetch the page again."]


def test_an_archive_packed_as_one_piece():
    captures, problems = find(gzip.compress(record() + record()))
    assert len(captures) == 1
    assert "It is packed as one piece, not record by record. Unpack it with gunzip, and try again." in problems[-1]


def test_a_wacz_file_holds_web_archives():
    data = wacz({"archive/a.warc.gz": warc([record()]), "pages/pages.jsonl": b"{}", "archive/b.warc": record()})
    captures, problems = find(data, "crawl.wacz")
    assert [capture.name.partition("#")[0] for capture in captures] == [
        "crawl.wacz/archive/a.warc.gz", "crawl.wacz/archive/b.warc",
    ]  # fmt: skip
    assert problems == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (wacz({"a.txt": b"words"}), "crawl.wacz: This ZIP file holds no web archive. Unpack it, and give the folder."),
        (
            wacz({"a.warc": record()})[:-9],
            "crawl.wacz: This ZIP file is damaged. Save it again; its list stands at its end.",
        ),
    ],
)
def test_zip_files_without_web_archives(data, said):
    assert find(data, "crawl.wacz") == ([], [said])
