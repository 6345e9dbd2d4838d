"""The journal: what was done can be undone."""

import pytest
from archives import quick, read_all, write
from hypothesis import given
from hypothesis import strategies as st

from generator.content.journal import FOLDER, read_journal, remove_entry, revert, write_entry
from generator.errors import ContentError

BEFORE = "---\nname: A\nhidden: true\n---\nOne.\n"
AFTER = "---\nname: A\nvariants: [B]\n---\nOne.\n"

JOURNAL = FOLDER.format(kind="people")


def noted(folder, before, after):
    """An entry on one file, as it is read again."""
    write_entry(folder, "merge", ("a", "b"), {"people/a.md": before}, {"people/a.md": after})
    return next(read_journal(folder))


texts = st.none() | st.lists(st.sampled_from(["a\n", "b\n", "---\n", "c\r\n", "\x0bd", "é\n"]), max_size=6).map("".join)


@quick
@given(texts, texts)
def test_what_nobody_touched_is_put_back_byte_for_byte(tmp_path_factory, before, after):
    folder = tmp_path_factory.mktemp("content")
    entry = noted(folder, before, after)
    assert revert(folder, entry, {"people/a.md": after}) == {"people/a.md": before}
    assert revert(folder, entry, {"people/a.md": before}) == {"people/a.md": before}


@pytest.mark.parametrize(
    ("now", "again"),
    [(AFTER + "Two.\n", BEFORE + "Two.\n"), ("# first\n" + AFTER, "# first\n" + BEFORE),
     (AFTER.replace("name: A", "name: Ada"), BEFORE.replace("name: A", "name: Ada"))],
)  # fmt: skip
def test_edits_around_it_stay(tmp_path, now, again):
    assert revert(tmp_path, noted(tmp_path, BEFORE, AFTER), {"people/a.md": now}) == {"people/a.md": again}


def test_lines_that_were_taken_out_come_back_where_they_stood(tmp_path):
    taken = BEFORE.replace("hidden: true\n", "")
    entry = noted(tmp_path, BEFORE, taken)
    assert revert(tmp_path, entry, {"people/a.md": taken + "Two.\n"}) == {"people/a.md": BEFORE + "Two.\n"}


@pytest.mark.parametrize(
    ("before", "after", "now", "what"),
    [(BEFORE, AFTER, AFTER.replace("[B]", "[B, C]"), "edited in the same place"),
     (BEFORE, AFTER, None, "taken away"), (BEFORE, None, AFTER, "made anew"), (None, AFTER, AFTER + "x", "edited")],
)  # fmt: skip
def test_what_cannot_be_undone_is_said(tmp_path, before, after, now, what):
    with pytest.raises(ContentError) as caught:
        revert(tmp_path, noted(tmp_path, before, after), {"people/a.md": now})
    assert str(caught.value) == (
        f"{tmp_path.name}/people/a.md: It was {what} since, so that the merge cannot be undone. "
        "Nothing was written. Undo what was done later first, or correct the files by hand."
    )


def test_entries_are_read_newest_first_and_forgotten_when_undone(tmp_path):
    for command in ("merge", "hide", "rename"):
        write_entry(tmp_path, command, ("a",), {"people/a.md": None}, {"people/a.md": command})
    entries = list(read_journal(tmp_path))
    assert [entry.command for entry in entries] == ["rename", "hide", "merge"]
    for entry in entries:
        remove_entry(tmp_path, entry)
    assert read_all(tmp_path) == {}
    assert not (tmp_path / JOURNAL).exists()


def test_a_damaged_entry(tmp_path):
    write(tmp_path, {f"{JOURNAL}/000001-merge-00000000.json": "{}", f"{JOURNAL}/notes.txt": "mine"})
    with pytest.raises(ContentError, match="This entry of the journal cannot be read"):
        list(read_journal(tmp_path))
