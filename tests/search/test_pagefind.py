import json
import time

import pytest
from archives import said, write

from generator.errors import SearchError
from generator.search.pagefind import index_shards, move_scripts

DOCUMENT = (
    '<html lang="en"><head><title>{0}</title></head><body data-pagefind-body><h1>{0}</h1><p>{1}</p></body></html>'
)


def document(title, body="Words of the harbour."):
    return DOCUMENT.format(title, body)


def index(folder, count, *, time_limit=60, name="2015"):
    work = [(name, folder / name, count)]
    done = index_shards(work, folder / "indexes", language="en", jobs=1, time_limit=time_limit)
    assert list(done) == [name]
    return folder / "indexes" / name


def refusal(folder, count, **options):
    with pytest.raises(SearchError) as caught:
        index(folder, count, **options)
    (problem,) = said(caught.value.problems)
    return problem


def count_of(output):
    entry = json.loads((output / "pagefind-entry.json").read_bytes())
    return sum(language["page_count"] for language in entry["languages"].values())


def test_an_index_holds_what_it_was_given(tmp_path):
    write(tmp_path, {"2015/a.html": document("One"), "2015/b.html": document("Two"), "2015/c.html": document("🔥")})
    output = index(tmp_path, 3)
    assert count_of(output) == 3
    assert len(list((output / "fragment").iterdir())) == 3


BODIES = ["🔥🔥", "افتتاح الميناء", "港口开放了", "♥", "a" * 100_000, "word " * 50_000, "&lt;script&gt;", "a\x00\x01"]


@pytest.mark.parametrize("body", BODIES)
def test_articles_of_any_kind_are_counted(tmp_path, body):
    write(
        tmp_path, {"2015/a.html": document("", body), "2015/b.html": document("Same"), "2015/c.html": document("Same")}
    )
    assert count_of(index(tmp_path, 3)) == 3


def test_articles_in_other_languages_are_in_the_same_index(tmp_path):
    write(
        tmp_path,
        {
            f"2015/{language}.html": document("x").replace('"en"', f'"{language}"')
            for language in ("de", "ar", "zh", "xx", "")
        },
    )
    assert count_of(index(tmp_path, 5)) == 5


def test_a_short_index_is_not_believed(tmp_path):
    write(tmp_path, {"2015/a.html": document("One")})
    assert refusal(tmp_path, 2) == (
        "search index 2015: The index holds 1 of 2 articles. Delete .dateline and build again; if it stays, report it."
    )


def test_a_document_that_pagefind_leaves_out_is_noticed(tmp_path):
    """Pagefind warns and goes on where a page does not say that it is one."""
    write(tmp_path, {"2015/a.html": document("One"), "2015/b.html": "<html><body>Two</body></html>"})
    assert "The index holds 1 of 2 articles." in refusal(tmp_path, 2)


def test_an_index_that_takes_too_long(tmp_path):
    write(tmp_path, {"2015/a.html": document("One")})
    start = time.monotonic()
    assert refusal(tmp_path, 1, time_limit=0.001) == (
        "search index 2015: Pagefind took longer than 0.001 seconds. "
        "Raise search.time_limit or lower search.shard_articles in site.toml."
    )
    assert time.monotonic() - start < 30


def test_an_index_that_cannot_be_written(tmp_path):
    write(tmp_path, {"2015/a.html": document("One"), "indexes": "a file"})
    problem = refusal(tmp_path, 1)
    assert problem.startswith("search index 2015: ")
    assert "\n" not in problem


def test_of_two_indexes_the_broken_one_is_named(tmp_path):
    write(tmp_path, {"2014/a.html": document("One"), "2015/a.html": document("One")})
    work = [("2014", tmp_path / "2014", 1), ("2015", tmp_path / "2015", 7)]
    with pytest.raises(SearchError, match=r"search index 2015: The index holds 1 of 7"):
        list(index_shards(work, tmp_path / "indexes", language="en", jobs=2, time_limit=60))


def contents(output):
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}


def test_settings_that_lie_around_change_nothing(tmp_path, monkeypatch):
    """Neither a pagefind.toml in the working folder nor a PAGEFIND_ variable has a say."""
    write(tmp_path, {"2015/a.html": document("One"), "2015/b.html": document("Two")})
    before = contents(index(tmp_path, 2))
    write(tmp_path / "work", {"pagefind.toml": 'glob = "nothing/*.html"\nroot_selector = "nav"\noutput_subdir = "x"\n'})
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing/*.html")
    monkeypatch.setenv("PAGEFIND_SITE", "/nowhere")
    assert contents(index(tmp_path, 2)) == before


def test_an_index_made_again_holds_nothing_of_the_old_one(tmp_path):
    write(tmp_path, {"2015/a.html": document("One"), "2015/b.html": document("Two")})
    index(tmp_path, 2)
    (tmp_path / "2015/b.html").unlink()
    write(tmp_path, {"2015/a.html": document("Another")})
    output = index(tmp_path, 1)
    assert count_of(output) == 1
    assert len(list((output / "fragment").iterdir())) == 1


def test_the_same_documents_give_the_same_index(tmp_path):
    write(tmp_path, {f"2015/{n}.html": document(f"Title {n}") for n in range(9)})
    output = index(tmp_path, 9)
    before = {path: (output / path).read_bytes() for path in contents(output)}
    output = index(tmp_path, 9)
    assert {path: (output / path).read_bytes() for path in contents(output)} == before


def test_interfaces_that_we_do_not_use_are_left_out_and_scripts_are_kept_once(tmp_path):
    write(tmp_path, {"2014/a.html": document("One"), "2015/a.html": document("One")})
    outputs = [index(tmp_path, 1, name=name) for name in ("2014", "2015")]
    for output in outputs:
        move_scripts(output, tmp_path / "shared")
    assert contents(tmp_path / "shared") == {"pagefind.js", "pagefind-worker.js"}
    for output in outputs:
        assert [path for path in contents(output) if path.endswith((".js", ".css"))] == []
        assert (output / "pagefind-entry.json").exists()
