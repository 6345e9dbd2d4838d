"""What the user knows of pages."""

import json

import pytest

from generator.errors import IntakeError, Problem
from generator.intake import Manifest, find_pages, read_capture, read_pages
from generator.model.raw import Capture


def write(folder, **files):
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)


def split(found):
    found = list(found)
    return [f for f in found if isinstance(f, Capture)], [str(f) for f in found if isinstance(f, Problem)]


@pytest.mark.parametrize("name", ["a.json", "a.txt.json"])
def test_a_file_named_after_a_page_says_what_is_known_of_it(tmp_path, name):
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / name).write_text('{"url": "https://x.example/a", "date": "2015-05", "mood": "grim"}')
    (capture,), problems = split(find_pages([tmp_path]))
    assert problems == []
    assert capture.given == {"url": "https://x.example/a", "date": "2015-05", "mood": "grim"}
    page = read_capture(capture)
    assert (page.url, page.given.published) == ("https://x.example/a", "2015-05")
    assert Capture(name=capture.name, data=capture.data, **capture.origin()) == capture


def test_a_page_is_read_by_itself_where_it_is_judged(tmp_path):
    """What ``clean`` shows is what the cleaner makes of the page, not what a sidecar says."""
    write(tmp_path, a__txt="Words.", a__json='{"title": "Known"}')
    (page,) = read_pages([tmp_path])
    assert page.given.title is None


def test_a_json_file_that_stands_alone_is_a_page(tmp_path):
    write(tmp_path, a__json='{"text": "Words."}')
    (capture,), _ = split(find_pages([tmp_path]))
    assert capture.kind == "json"


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("nonsense", "a.json: This is not JSON. Its page waits. Mend or delete it, and ingest again."),
        (
            "[]",
            'a.json: This is no JSON object. Its page waits. Write it like: {"url": "https://…"}, and ingest again.',
        ),
        (
            '{"date": "5/6/15"}',
            'a.json: date: "5/6/15" is no date. Its page waits. '
            "Write it like 2015-05-19, or as EDTF, and ingest again.",
        ),
        ("[" * 99_999, "a.json: This is not JSON. Its page waits. Mend or delete it, and ingest again."),
    ],
)
def test_a_page_waits_until_its_sidecar_can_be_read(tmp_path, sidecar, said):
    """It would be taken in without what the user knows of it, and never again."""
    write(tmp_path, a__txt="Words.", b__txt="Words.", a__json=sidecar)
    captures, problems = split(find_pages([tmp_path]))
    assert [capture.name for capture in captures] == [f"{tmp_path}/b.txt"]
    assert problems == [f"{tmp_path}/{said}"]


def test_rows_of_a_manifest(tmp_path):
    write(
        tmp_path, a__txt="Words.", b__txt="Words.", c__txt="Words.",
        m__csv="\ufefffile,url,title\na.txt,https://x.example/a,\nb.txt,,\"Title, \"\"quoted\"\"\"\n",
    )  # fmt: skip
    manifest = Manifest(tmp_path / "m.csv")
    assert manifest.problems == []
    named, _ = split(find_pages(manifest.paths(), manifest))
    assert [(c.name, c.given) for c in named] == [
        (f"{tmp_path}/a.txt", {"url": "https://x.example/a"}),
        (f"{tmp_path}/b.txt", {"title": 'Title, "quoted"'}),
    ]
    every, _ = split(find_pages([tmp_path / "a.txt", tmp_path / "c.txt"], manifest))
    assert [c.given for c in every] == [{"url": "https://x.example/a"}, {}]
    manifest.close()


def test_a_manifest_has_the_last_word(tmp_path):
    write(tmp_path, a__txt="Words.", a__json='{"title": "One", "source": "Wire"}', m__csv="file,title\na.txt,Two\n")
    manifest = Manifest(tmp_path / "m.csv")
    (capture,), _ = split(find_pages([tmp_path / "a.txt"], manifest))
    assert capture.given == {"title": "Two", "source": "Wire"}
    manifest.close()


def test_what_a_manifest_says_counts_for_all_pages_of_a_file(tmp_path):
    lines = "\n".join(json.dumps({"text": f"Words {n}."}) for n in range(3))
    write(tmp_path, a__jsonl=lines, m__csv="file,source\na.jsonl,Tide Wire\n")
    manifest = Manifest(tmp_path / "m.csv")
    captures, _ = split(find_pages(manifest.paths(), manifest))
    assert [read_capture(capture).given.site for capture in captures] == ["Tide Wire"] * 3
    manifest.close()


def test_rows_that_cannot_be_used_are_said_with_their_line(tmp_path):
    write(
        tmp_path, a__txt="Words.", b__txt="Words.",
        m__csv="file,date,mood\ngone.txt,,\n,2015,\na.txt,soon,\nb.txt,2015,grim\n" + "x" * 5000 + ",,\n",
    )  # fmt: skip
    manifest = Manifest(tmp_path / "m.csv")
    name = tmp_path / "m.csv"
    assert [str(problem)[:200] for problem in manifest.problems] == [
        f'{name}:1: Nothing is made of the column "mood"; it is kept in the cleaning record.',
        f"{name}:2: gone.txt: There is no such file. Correct or delete the row.",
        f"{name}:3: The row names no file. Fill the column, or delete the row.",
        f'{name}:4: date: "soon" is no date. Its page waits. Write it like 2015-05-19, or as EDTF, and ingest again.',
        f"{name}:6: {'x' * 5000}"[:200],
    ]
    captures, problems = split(find_pages([tmp_path / "a.txt", tmp_path / "b.txt"], manifest))
    assert ([c.given for c in captures], problems) == ([{"date": "2015", "mood": "grim"}], [])
    manifest.close()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "It cannot be read: No such file or directory."),
        (b"", 'It has no column "file".'),
        (b"url,title\n", 'It has no column "file".'),
        (b"file,url\n\xff,a\n", "This is not UTF-8 text."),
    ],
)
def test_a_manifest_that_cannot_be_used_at_all(tmp_path, text, said):
    if text is not None:
        (tmp_path / "m.csv").write_bytes(text)
    with pytest.raises(IntakeError) as caught:
        Manifest(tmp_path / "m.csv")
    assert caught.value.problems[0].what == said


@pytest.mark.parametrize("text", ['file,url\n"a.txt,x\n', "file\na\0b\n", "file\n" + "a" * 200_000 + "\n"])
def test_a_manifest_that_is_no_csv_from_somewhere_on(tmp_path, text):
    (tmp_path / "m.csv").write_text(text)
    manifest = Manifest(tmp_path / "m.csv")
    assert len(manifest.problems) == 1
    manifest.close()
