"""Whoever is found in new articles, and often enough, gets a record: by the command, on files."""

import sqlite3
import time
from contextlib import closing

import pytest
from archives import make_archive
from click.testing import CliRunner

import generator.enrolment
from generator.cli import main
from generator.reading import read_names

PAGES = {
    "pier.txt": "The pier will stay, says the harbour\nPORT HOLM, May 5, 2015\n\n"
    "Mr Carl Ek, the mayor of Port Holm, said on Tuesday that the northern pier would stay where it is. Ek added that"
    " it would be painted in the summer.\n",
    "quay.txt": "The quay is safe, says the town\nPORT HOLM, June 9, 2015\n\n"
    "Mr Carl Ek, the mayor of Port Holm, told reporters on Tuesday that the old quay was safe. Dr. Dora Falk, who heads"
    " the harbour office, agreed with him.\n",
}
RECORD = """\
---
name: Carl Ek
verified: false
evidence: ['"Carl Ek" in articles/2015/the-pier-will-stay-says-the-harbour.md', '"Carl Ek" in \
articles/2015/the-quay-is-safe-says-the-town.md']
---
"""
SAID = "1 person recorded, unverified: dateline people list --unverified\n"


@pytest.fixture
def archive(tmp_path):
    for name, text in PAGES.items():
        path = tmp_path / "raw" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return make_archive(tmp_path, {})


def ingest(archive, *pages):
    paths = [str(archive.root / "raw" / page) for page in pages or PAGES]
    return CliRunner().invoke(main, ["-C", str(archive.root), "ingest", *paths]).stdout


def record(archive):
    return archive.content / "people" / "carl-ek.md"


def test_whom_enough_articles_name_is_recorded_with_the_evidence(archive):
    assert ingest(archive).endswith("2 pages: 2 new\n" + SAID)
    assert record(archive).read_text() == RECORD
    assert [path.stem for path in record(archive).parent.iterdir() if path.suffix == ".md"] == ["carl-ek"]


def test_one_article_is_not_enough_until_there_is_another(archive):
    assert ingest(archive, "pier.txt").endswith("1 page: 1 new\n")
    assert not record(archive).exists()
    assert ingest(archive, "quay.txt").endswith(SAID)
    assert record(archive).read_text() == RECORD


def test_what_people_make_of_a_record_stays(archive):
    """Taking one line out verifies it; no ingest writes it again, or back."""
    ingest(archive)
    verified = RECORD.replace("verified: false\n", "")
    record(archive).write_text(verified)
    assert "recorded" not in ingest(archive)
    assert record(archive).read_text() == verified
    assert "1 person: 1 verified" in CliRunner().invoke(main, ["-C", str(archive.root), "people"]).stdout
    record(archive).unlink()
    ingest(archive)
    assert not record(archive).exists()


def test_an_ingest_that_was_stopped_before_is_made_up_for(archive):
    ingest(archive)
    record(archive).unlink()
    (archive.store / "ingest" / "unenrolled").touch()
    assert ingest(archive).endswith("2 pages: 2 unchanged\n" + SAID)
    assert record(archive).read_text() == RECORD
    assert not (archive.store / "ingest" / "unenrolled").exists()


def test_a_threshold_of_0_records_nobody(archive):
    path = archive.root / "site.toml"
    path.write_text(f"{path.read_text()}\n[people]\npage_threshold = 0\n")
    assert ingest(archive).endswith("2 pages: 2 new\n")
    assert not record(archive).exists()


def test_only_articles_that_are_new_or_were_changed_are_read(archive, monkeypatch):
    """What was found in the others is remembered, and counts."""
    read = []

    def note(content, stamps, *others):
        read.extend(stamps)
        return read_names(content, stamps, *others)

    monkeypatch.setattr(generator.enrolment, "read_names", note)
    ingest(archive, "pier.txt")
    time.sleep(0.03)  # a file that was written just now may be written again and not show it
    ingest(archive, "pier.txt", "quay.txt")
    assert record(archive).read_text() == RECORD
    time.sleep(0.03)
    read.clear()
    (archive.root / "raw" / "more.txt").write_text(PAGES["pier.txt"].replace("pier", "crane"))
    ingest(archive, "more.txt")
    assert "articles/2015/the-crane-will-stay-says-the-harbour.md" in read
    assert "articles/2015/the-pier-will-stay-says-the-harbour.md" not in read


def test_an_article_that_is_gone_does_not_count(archive):
    ingest(archive, "pier.txt")
    (archive.content / "articles/2015/the-pier-will-stay-says-the-harbour.md").unlink()
    assert ingest(archive, "quay.txt").endswith("1 page: 1 new\n")
    assert not record(archive).exists()


@pytest.mark.parametrize("damage", ["nonsense", "another program's", "half of it"])
def test_what_is_remembered_of_names_may_be_lost_or_damaged(archive, damage):
    ingest(archive, "pier.txt")
    census = archive.store / "ingest" / "census.sqlite"
    if damage == "another program's":
        with closing(sqlite3.connect(census)) as database, database:
            database.execute("UPDATE identity SET text = 'another'")
            database.execute("DELETE FROM article")
    else:
        census.write_bytes(b"nonsense" * 999 if damage == "nonsense" else census.read_bytes()[:5000])
    assert ingest(archive, "quay.txt").endswith(SAID)
    assert record(archive).read_text() == RECORD
