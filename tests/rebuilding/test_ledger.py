"""What an ingest remembers for the next one."""

import sqlite3
from array import array

import pytest
from archives import read_all

from generator.errors import OutputError
from generator.store import UNKNOWN, Home, open_ledger
from generator.store.ledger import WINDOW, WINDOW_OF_UNKNOWN

ONE, OTHER = "ab" * 32, "cd" * 32


def lines(*digests):
    return array("I", digests)


def test_pages_are_remembered_with_when_they_were_learnt_from(tmp_path):
    with open_ledger(tmp_path) as ledger:
        ledger.learn([ONE], {})
        assert (ledger.when_learnt(ONE), ledger.when_learnt(OTHER)) == ("now", None)
    with open_ledger(tmp_path) as ledger:
        assert ledger.when_learnt(ONE) == "before"


def test_the_last_pages_of_a_source_are_remembered(tmp_path):
    """What comes first within a batch does not depend on its order."""
    for _ in range(2):
        with open_ledger(tmp_path) as ledger:
            ledger.learn([], {"a": [lines(9), lines(8)], UNKNOWN: [lines(7)]})
    with open_ledger(tmp_path) as ledger:
        assert ledger.window("a") == [lines(8), lines(9)] * 2
        ledger.learn([], {"a": [lines(n) for n in range(99)], UNKNOWN: [lines(n) for n in range(999)]})
        assert len(ledger.window("a")) == WINDOW
        assert len(ledger.window(UNKNOWN)) == WINDOW_OF_UNKNOWN
        assert ledger.window("b") == []


def test_sources_that_no_page_came_from_for_longest_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.store.ledger._MOST_SOURCES", 2)
    with open_ledger(tmp_path) as ledger:
        for source in "abac":
            ledger.learn([], {source: [lines(1)]})
        assert [bool(ledger.window(source)) for source in "abc"] == [True, False, True]


def test_a_ledger_that_is_not_kept_leaves_nothing(tmp_path):
    with open_ledger(tmp_path / "none", keep=False) as ledger:
        ledger.learn([ONE], {"a": [lines(1)]})
    assert not (tmp_path / "none").exists()
    with open_ledger(tmp_path) as ledger:
        ledger.learn([ONE], {"a": [lines(1)]})
    before = read_all(tmp_path)
    with open_ledger(tmp_path, keep=False) as ledger:
        assert (ledger.when_learnt(ONE), ledger.window("a")) == ("before", [lines(1)])
        ledger.learn([OTHER], {})
    assert read_all(tmp_path) == before


@pytest.mark.parametrize("data", [b"", b"nonsense", b"SQLite format 3\0" + b"\xff" * 4000])
@pytest.mark.parametrize("keep", [True, False])
def test_a_damaged_ledger_is_begun_anew(tmp_path, data, keep):
    (tmp_path / "ledger.sqlite").write_bytes(data)
    with open_ledger(tmp_path, keep=keep) as ledger:
        ledger.learn([ONE], {"a": [lines(1)]})
        assert ledger.window("a") == [lines(1)]


def test_a_ledger_of_another_version_is_begun_anew(tmp_path):
    with open_ledger(tmp_path) as ledger:
        ledger.learn([ONE], {})
    database = sqlite3.connect(tmp_path / "ledger.sqlite")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with open_ledger(tmp_path) as ledger:
        assert ledger.when_learnt(ONE) is None


def test_articles_and_originals_are_known_while_it_is_open(tmp_path):
    with open_ledger(tmp_path) as ledger:
        ledger.list_articles([("b", "articles/b.md"), ("a", "articles/x/a.md")])
        ledger.list_originals([(ONE, "articles/b.md")])
        assert (ledger.article("a"), ledger.article("c")) == ("articles/x/a.md", None)
        assert list(ledger.articles()) == ["articles/x/a.md", "articles/b.md"]
        assert (ledger.article_of(ONE), ledger.article_of(OTHER)) == ("articles/b.md", None)
    with open_ledger(tmp_path) as ledger:
        assert ledger.article("a") is None


def test_a_place_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="It cannot be written: "), open_ledger(tmp_path / "file"):
        pass


def test_outlets_are_noted_until_their_records_are_written(tmp_path):
    """Also by an ingest that is killed before it writes them; of two spellings always the same is kept."""
    with open_ledger(tmp_path) as ledger:
        ledger.learn([ONE], {}, {"tide-wire": "Tide Wire"}, {"tidewire.example": Home("tide-wire", "Tide Wire")})
        ledger.learn([OTHER], {}, {"tide-wire": "TIDE WIRE", "a": "A"})
    with open_ledger(tmp_path) as ledger:
        assert ledger.named() == {"a": "A", "tide-wire": "TIDE WIRE"}
        assert ledger.home("tidewire.example") == Home("tide-wire", "Tide Wire")
        assert ledger.home("tide.example") is None
        ledger.forget_named()
        assert ledger.named() == ledger.homes() == {}
