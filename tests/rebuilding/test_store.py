"""Whatever stands in .dateline/, a build believes of it only what is true, and makes the rest anew."""

import json
import os
import random
import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from archives import read_all

from generator.errors import OutputError
from generator.rebuild import rebuild
from generator.store import DamagedStoreError, Store
from generator.store.store import PageRow
from rebuilding.clean import difference
from rebuilding.edits import Editor

ENDINGS = ("", "-wal", "-shm")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A site that was built, and edited since; to be copied."""
    folder = tmp_path_factory.mktemp("built") / "site"
    editor = Editor(folder, random.Random(5))
    rebuild(editor.site, search=False, jobs=1)
    for _ in range(3):
        editor.edit_body()
        editor.edit_title()
    return folder


@pytest.fixture
def site(built, tmp_path):
    """As ``built``. Times and inodes of a copy are others, so it is built once more before it is edited again."""
    shutil.copytree(built, tmp_path / "site")
    editor = Editor.__new__(Editor)
    editor.root, editor.chance, editor.log = tmp_path / "site", random.Random(7), []
    time.sleep(0.03)
    rebuild(editor.site, search=False, jobs=1)
    editor.edit_title()
    return editor.site


def assert_heals(site, clean, **options):
    """A build that is told of nothing is exact; and so is the one after it, which has a memory again."""
    expected, said = clean.build(site)
    for _ in range(2):
        report = rebuild(site, search=False, jobs=1, **options)
        assert difference(read_all(site.output), expected) == []
        assert sorted(map(str, report.problems)) == said


def store_of(site):
    return site.store / "store.sqlite"


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"not a database at all", b"SQLite format 3\0" + b"\0" * 5000, os.urandom(20_000)],
    ids=["empty", "one byte", "text", "only a head", "noise"],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_something_else_stands_where_the_store_was(site, clean, data, ending):
    store_of(site).with_name(f"store.sqlite{ending}").write_bytes(data)
    assert_heals(site, clean)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.7, 0.99])
def test_a_truncated_store(site, clean, share):
    path = store_of(site)
    os.truncate(path, int(path.stat().st_size * share))
    assert_heals(site, clean)


def damage(path, chance):
    """Change some bytes anywhere."""
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 3, 40, 400])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)


@pytest.mark.parametrize("seed", range(10))
def test_a_store_some_bytes_of_which_changed(site, clean, seed):
    damage(store_of(site), random.Random(seed))
    assert_heals(site, clean)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1000, 1300))
def test_a_store_some_bytes_of_which_changed_often(site, clean, seed):
    damage(store_of(site), random.Random(seed))
    assert_heals(site, clean)


def test_titles_that_were_changed_in_the_store_are_not_believed(site, clean):
    """SQLite would not notice: the file is as sound as before."""
    path = store_of(site)
    before = path.read_bytes()
    path.write_bytes(before.replace(b"number", b"nUMBER"))
    assert path.read_bytes() != before
    (site.content / "articles/extra.md").write_text("---\ntitle: Extra\n---\nx\n")
    assert_heals(site, clean)


def test_a_folder_stands_where_the_store_was(site, clean):
    store_of(site).unlink()
    (store_of(site) / "deeper").mkdir(parents=True)
    (store_of(site) / "deeper/file").write_text("x")
    assert_heals(site, clean)
    store_of(site).unlink()
    store_of(site).mkdir()
    assert_heals(site, clean)


def test_a_link_to_nowhere_stands_where_the_store_was(site, clean):
    store_of(site).unlink()
    store_of(site).symlink_to("nowhere")
    assert_heals(site, clean)


def test_a_store_of_another_program(site, clean):
    store_of(site).unlink()
    other = sqlite3.connect(store_of(site))
    other.executescript("CREATE TABLE moz_cookies (name TEXT); CREATE TABLE page (number INTEGER)")
    other.close()
    assert_heals(site, clean)


def change(site, *statements):
    database = sqlite3.connect(store_of(site))
    with database:
        for statement in statements:
            database.execute(statement)
    database.close()


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE meta SET value='0.0.1 older' WHERE name='identity'", "UPDATE page SET digest='x'"],
        ["UPDATE meta SET value='0.0.1 older' WHERE name='identity'", "DROP TABLE article"],
        ["ALTER TABLE page ADD COLUMN extra"],
        ["DROP TABLE article"],
        ["DROP TABLE page"],
        ["DROP TABLE meta"],
        ["DELETE FROM article"],
        ["DELETE FROM page"],
        ["DELETE FROM meta WHERE name != 'identity'"],
        ["DELETE FROM article WHERE path < 'articles/2015'"],
        ["UPDATE page SET key=x'00'"],
        ["UPDATE page SET digest='0123'"],
        ["UPDATE article SET card=x'00'"],
        ["UPDATE article SET problems=x'0102030405'"],
        ["UPDATE article SET stamp='' WHERE path < 'articles/2015'"],
        ["UPDATE meta SET value=x'0102030405' WHERE name='seen'"],
        ["UPDATE meta SET value=NULL"],
    ],
    ids="; ".join,
)
def test_a_store_that_is_older_or_in_which_somebody_worked(site, clean, statements):
    change(site, *statements)
    assert_heals(site, clean)


def test_the_store_of_another_site(site, clean, tmp_path):
    other = Editor(tmp_path / "other", random.Random(99))
    rebuild(other.site, search=False, jobs=1)
    shutil.rmtree(site.store)
    shutil.copytree(other.site.store, site.store)
    assert_heals(site, clean)


def test_the_store_of_an_earlier_day(site, clean, tmp_path):
    """From a backup, say: it remembers a build that is not the one in place."""
    shutil.copytree(site.store, tmp_path / "backup")
    rebuild(site, search=False, jobs=1)
    shutil.rmtree(site.store)
    shutil.copytree(tmp_path / "backup", site.store)
    assert_heals(site, clean)


def test_the_output_of_an_earlier_day(site, clean, tmp_path):
    shutil.copytree(site.output, tmp_path / "backup")
    rebuild(site, search=False, jobs=1)
    shutil.rmtree(site.output)
    shutil.copytree(tmp_path / "backup", site.output)
    assert_heals(site, clean)


def test_an_output_that_somebody_changed_after_the_store_was_lost(site, clean):
    shutil.rmtree(site.store)
    for path in sorted(site.output.rglob("*.html"))[::3]:
        path.write_text("defaced")
    assert_heals(site, clean)


@pytest.mark.parametrize("name", ["templates", "staging", "spool", "journal.json", "search"])
def test_a_file_of_noise_among_what_is_remembered(site, clean, name):
    """Where it is in the way, that is said; it is never believed."""
    path = site.store / name
    shutil.rmtree(path, ignore_errors=True)
    path.write_bytes(b"\x80noise")
    try:
        assert_heals(site, clean)
    except OutputError as error:
        (problem,) = error.problems
        assert str(site.store) in str(problem)
        path.unlink()
        assert_heals(site, clean)


def test_compiled_templates_that_are_damaged(site, clean):
    for path in sorted((site.store / "templates").iterdir()):
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2])
    shutil.rmtree(site.output)
    assert_heals(site, clean)


def test_a_journal_of_moves_that_is_cut_off(site, clean):
    """As after a loss of power. What is in place is then looked at, file by file."""
    (site.store / "journal.json").write_text('{"clear": [], "moves": ["index.ht')
    (site.output / "404.html").write_text("half")
    assert_heals(site, clean)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_not_be_written(site, clean):
    store_of(site).chmod(0o444)
    assert_heals(site, clean)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_for_the_store_that_may_not_be_written(site):
    before = read_all(site.output)
    site.store.chmod(0o555)
    try:
        with pytest.raises(OutputError, match=r"cannot be written|cannot go on"):
            rebuild(site, search=False, jobs=1)
    finally:
        site.store.chmod(0o755)
    assert read_all(site.output) == before


def test_a_build_without_memory_believes_nothing(site, clean):
    change(site, "UPDATE page SET digest='0123'")
    (site.output / "index.html").write_text("defaced")
    assert_heals(site, clean, cache=False)


# The store on its own.


def test_what_is_damaged_is_told_from_what_is_not_there(tmp_path):
    store = Store(tmp_path, "one")
    rows = {"/": PageRow(key=b"k", digest="d")}
    store.commit(values={"a": [1]}, articles={}, pages=rows, documents={}, gone={})
    assert store.recall("a", list[int]) == [1]
    assert store.recall("b", list[int]) is None
    assert store.pages() == rows
    with pytest.raises(DamagedStoreError):
        store.recall("a", str)
    store.close()


def test_a_store_is_believed_only_by_who_wrote_it(tmp_path):
    for identity, found in (("one", None), ("one", "x"), ("two", None), ("one", None)):
        store = Store(tmp_path, identity)
        assert store.recall("a", str) == found
        store.commit(values={"a": "x"}, articles={}, pages={}, documents={}, gone={})
        store.close()


def test_a_list_of_what_was_written_that_holds_no_digests_is_not_believed(site, clean):
    rebuild(site, search=False, jobs=1)
    path = site.output / ".dateline.json"
    path.write_text(json.dumps(dict.fromkeys(json.loads(path.read_bytes()), "")))
    assert_heals(site, clean)


def test_a_store_that_reads_as_nothing_where_a_card_was_is_damaged(tmp_path):
    with closing(Store(tmp_path, "program")) as store:
        store._database.execute("INSERT INTO article VALUES ('articles/a.md', 'stamp', NULL, NULL)")
        with pytest.raises(DamagedStoreError):
            store.articles()
