"""JSON records to captures and raw pages."""

import io
import json

import pytest

from generator.clean import clean_page
from generator.errors import IntakeError, Problem
from generator.intake import find_in_stream, read_capture
from generator.model.raw import Capture, Stated

TEXT = "The ferry to Saltby sails again from Monday.\nIts engine had been taken out and put back twice."


def find(data, name="pages.jsonl"):
    with io.BufferedReader(io.BytesIO(data.encode() if isinstance(data, str) else data)) as reader:
        return list(find_in_stream(name, reader))


def read(**values):
    return read_capture(Capture(name="a:1", data=json.dumps(values).encode(), kind="json"))


SAYS = Stated(
    title="Ferry sails again",
    standfirst="After nine weeks.",
    authors=("Ada Holm", "Bo Lund"),
    published="2015-05-19",
    site="Tide Wire",
    language="en",
)
WRITTEN = {
    "trafilatura": {
        "title": "Ferry sails again", "author": "Ada Holm; Bo Lund", "hostname": "tide-wire.example",
        "date": "2015-05-19", "fingerprint": "ab12", "id": None, "license": None, "comments": "", "text": TEXT,
        "language": "en", "image": None,
        "source": "https://tide-wire.example/ferry", "source-hostname": "Tide Wire", "excerpt": "After nine weeks.",
        "categories": "", "tags": "", "filedate": "2015-05-20",
    },
    "news-please": {
        "authors": ["Ada Holm", "Bo Lund"], "date_download": "2015-05-20", "date_modify": None,
        "date_publish": "2015-05-19 08:00:00", "description": "After nine weeks.", "filename": "x.json",
        "image_url": None, "language": "en", "localpath": None, "maintext": TEXT, "site": "Tide Wire",
        "source_domain": "tide-wire.example", "title": "Ferry sails again", "title_page": None, "title_rss": None,
        "url": "https://tide-wire.example/ferry",
    },
    "Fundus": {
        "title": "Ferry sails again", "authors": ["Ada Holm", "Bo Lund"],
        "publishing_date": "2015-05-19 08:00:00+02:00",
        "plaintext": TEXT, "lang": "en", "topics": ["Ferries"], "free_access": True, "description": "After nine weeks.",
        "html": {
            "requested_url": "https://tide-wire.example/ferry", "responded_url": "https://tide-wire.example/ferry",
            "crawl_date": "2015-05-20", "source_info": {"publisher": "Tide Wire"},
        },
    },
    "newspaper4k": {
        "url": "https://tide-wire.example/ferry", "title": "Ferry sails again", "authors": ["Ada Holm", "Bo Lund"],
        "text": TEXT, "publish_date": "2015-05-19T08:00:00", "meta_description": "After nine weeks.", "meta_lang": "en",
        "meta_site_name": "Tide Wire", "canonical_link": "", "top_image": "", "keywords": ["ferry"], "summary": "x",
    },
}  # fmt: skip


@pytest.mark.parametrize("program", WRITTEN)
def test_fields_of_known_programs_are_mapped(program):
    page = read(**WRITTEN[program])
    assert page.stated == SAYS
    assert page.url == "https://tide-wire.example/ferry"
    assert page.text == f"Ferry sails again\n\n{TEXT}"
    if program != "newspaper4k":
        assert page.captured == "2015-05-20T00:00:00"


def test_the_original_is_the_line_byte_for_byte():
    lines = ['{"text":  "One.", "odd": [1]}', '\t{"text": "Two."}  ', "", '{"text": "Thr\\u00e9e."}']
    found = find("\r\n".join(lines))
    assert [capture.data.decode() for capture in found] == [line.strip() for line in lines if line.strip()]
    assert [capture.name for capture in found] == ["pages.jsonl:1", "pages.jsonl:2", "pages.jsonl:4"]
    assert {capture.kind for capture in found} == {"json"}


def test_html_in_a_record_is_used_before_its_text():
    head = '<html lang="en"><head><meta name="author" content="Cy Ruiz"></head>'
    html = head + "<body><h1>A title</h1><p>Words.</p></body></html>"
    page = read(html=html, text="Other words.", title="Stated title", url="https://x.example/a")
    assert (page.kind, page.encoding, page.url) == ("json", "utf-8", "https://x.example/a")
    assert "Words." in page.text
    assert "Other" not in page.text
    assert page.layout is not None
    assert page.stated.title == "Stated title"


def test_a_text_that_begins_with_its_title_is_left_as_it_is():
    assert read(title="Ferry sails  again", text="Ferry sails again\n\nWords.").text == "Ferry sails again\n\nWords."


def test_a_body_in_sections():
    body = {"summary": ["After nine weeks."], "sections": [{"headline": ["Engine"], "paragraphs": ["One.", "Two."]}]}
    assert read(body=body).text == "After nine weeks.\n\nEngine\n\nOne.\n\nTwo."


@pytest.mark.parametrize("ending", ["", "\n"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_records_is_read_one_by_one(ending, indent):
    records = [{"title": f'A "title" {n} \\ ]}}', "text": TEXT * n * 900, "tags": ["a", {"b": []}]} for n in range(5)]
    found = find("[ ]" + ending if not records else json.dumps(records, indent=indent) + ending, "pages.json")
    assert [json.loads(capture.data) for capture in found] == records
    assert [capture.name for capture in found] == [f"pages.json:{n}" for n in range(1, 6)]


def test_a_list_that_breaks_off():
    found = find(json.dumps([{"text": "One."}, {"text": "Two."}])[:-5], "pages.json")
    assert isinstance(found[0], Capture)
    assert [str(f) for f in found[1:]] == [
        "pages.json:2: The list breaks off, or is no JSON from here on. Save it again."
    ]


def test_one_record_on_many_lines():
    values = {"title": "Ferry sails again", "text": TEXT}
    (capture,) = find(json.dumps(values, indent=1) + "\n", "page.json")
    assert json.loads(capture.data) == values
    assert capture.name == "page.json"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("nonsense", "This is no JSON object."),
        ('"text"', "This is no JSON object."),
        ('{"text": "a", }', "This is no JSON object."),
        ("[" * 100_000, "This is no JSON object."),
        ("{}", "The record holds neither text nor HTML."),
        ('{"text": ["a"]}', "The record holds neither text nor HTML."),
        ('{"text": "a\\u0000b"}', "Its text holds NUL characters."),
    ],
)
def test_a_record_that_is_none_is_said(line, what):
    with pytest.raises(IntakeError) as caught:
        read_capture(Capture(name="pages.jsonl:7", data=line.encode(), kind="json"))
    assert caught.value.problems[0].what == what
    assert str(caught.value).startswith("pages.jsonl:7: ")


def test_a_broken_first_line_costs_that_line_only():
    found = find('{"text": \n{"text": "Two."}\n{"text": "Three."}\n')
    assert [f.name for f in found if not isinstance(f, Problem)] == [f"pages.jsonl:{n}" for n in (1, 2, 3)]


def test_a_line_that_is_far_too_long_is_said_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr("generator.intake.records.LARGEST", 100)
    found = find('{"text": "' + "a" * 1000 + '"}\n{"text": "Two."}\n')
    assert str(found[0]) == "pages.jsonl:1: The line holds more than 0 MB. Leave it out."
    assert json.loads(found[1].data) == {"text": "Two."}


def test_halves_of_surrogate_pairs_are_replaced():
    page = read(title="A\ud83d title", text="Words\udc00 words")
    assert page.stated.title == "A\ufffd title"
    page.text.encode()


def test_mojibake_is_mended_in_the_reading_only():
    page = read(text="The ministerâ€™s plan")
    assert page.text == "The minister’s plan"
    assert page.mended == ("garbled characters in 1 line",)
    assert "â€™" in json.loads(page.data)["text"]


@pytest.mark.parametrize(
    "date", ["2015-05-19", "2015-05", "2015", "[2009-05-06,2015-05-06]", "XXXX-05-19", "soon", None]
)
def test_a_date_of_any_kind_beside_html_is_borne_by_the_cleaner(date):
    html = (
        "<html><body><h1>Ferry sails again</h1><p>May 19, 2015</p>"
        + "<p>The ferry sails again.</p>" * 9
        + "</body></html>"
    )
    assert clean_page(read(html=html, date=date)).article.published.edtf == "2015-05-19"
