"""Whatever comes in by any door is a page or a problem in words, and never an exception."""

import gzip
import io
import json
from dataclasses import replace

import pytest
from archives import quick
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import IntakeError, Problem
from generator.intake import Manifest, find_in_stream, find_pages, read_capture
from generator.model.raw import Capture
from intake.makers import PAGE, record, wacz, warc

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from(["title", "text", "html", "url", "date", "authors", "source", "language", "body", "filedate"])
GOOD = {
    "text": b"Words of a page.\n\nMore of them.",
    "html": PAGE,
    "json": json.dumps([{"title": "A", "text": "Words."}, {"html": PAGE.decode()}]).encode(),
    "lines": b'{"title": "A", "text": "Words."}\n{"text": "More words."}\n',
    "gzip": gzip.compress(PAGE),
    "warc": warc([record(), record(kind="revisit"), record(PAGE * 3)]),
    "plain warc": warc([record(), record(b"x", headers="Transfer-Encoding: chunked\r\n")], packed=False),
    "wacz": wacz({"archive/a.warc.gz": warc([record()])}),
}


def pass_through(data, name="a"):
    """What comes of bytes: each a page or a problem of one line that says what to do."""
    with io.BufferedReader(io.BytesIO(data)) as reader:
        for found in find_in_stream(name, reader):
            if isinstance(found, Capture):
                try:
                    page = read_capture(found)
                    assert page.data == found.data
                    assert page.text.strip()
                    page.text.encode()
                    continue
                except IntakeError as error:
                    (found,) = error.problems
            assert isinstance(found, Problem)
            assert "\n" not in str(found)
            assert found.what.endswith((".", ".”", '."'))


names = st.sampled_from(["a", "a.txt", "a.html", "a.json", "a.jsonl.gz", "a.warc.gz", "a.wacz"])


@quick
@given(st.binary(), names)
def test_any_bytes(data, name):
    pass_through(data, name)


@settings(quick, max_examples=150)
@given(
    st.sampled_from(sorted(GOOD)),
    st.lists(st.tuples(st.integers(0), st.integers(0, 6), st.binary(max_size=9)), max_size=4),
)
@example("wacz", [(47, 1, b"\0")])
@example("gzip", [(0, 9, b""), *[(1, 40, b"")] * 6])
def test_good_files_that_were_damaged(kind, damages):
    """Bytes are put in, taken out, or written over anywhere."""
    data = GOOD[kind]
    for place, length, piece in damages:
        at = place % (len(data) + 1)
        data = data[:at] + piece + data[at + length :]
    pass_through(data)


@pytest.mark.parametrize("kind", GOOD)
def test_good_files_that_break_off_anywhere(kind):
    data = GOOD[kind]
    for end in range(0, len(data), max(1, len(data) // 40)):
        pass_through(data[:end])


@pytest.mark.parametrize("kind", GOOD)
def test_good_files_are_pages(kind):
    pass_through(GOOD[kind])
    with io.BufferedReader(io.BytesIO(GOOD[kind])) as reader:
        assert any(isinstance(found, Capture) for found in find_in_stream("a", reader))


@settings(quick, max_examples=150)
@given(st.dictionaries(FIELDS, JSON_VALUES | st.text(min_size=1)))
def test_any_record(values):
    pass_through(json.dumps([values]).encode(), "a.json")
    pass_through(json.dumps(values).encode() + b"\n{}\n", "a.jsonl")


@quick
@given(st.dictionaries(FIELDS, JSON_VALUES | st.text(min_size=1)))
def test_whatever_the_user_gives_is_borne(values):
    capture = Capture(name="a", data=b"Words.", given=values)
    assert replace(read_capture(capture), given=read_capture(Capture(name="a", data=b"Words.")).given).text == "Words."


@quick
@given(data=st.binary() | st.text().map(lambda text: ("file,url\n" + text).encode("utf-8", "replace")))
def test_any_manifest(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("m") / "m.csv"
    path.write_bytes(data)
    try:
        manifest = Manifest(path)
    except IntakeError:
        return
    list(find_pages(manifest.paths(), manifest))
    manifest.close()


@pytest.mark.soak
@settings(max_examples=20_000, deadline=None)
@given(st.sampled_from(sorted(GOOD)), st.lists(st.tuples(st.integers(0), st.integers(0, 40), st.binary(max_size=40))))
def test_good_files_that_were_damaged_often(kind, damages):
    test_good_files_that_were_damaged.hypothesis.inner_test(kind, damages)
