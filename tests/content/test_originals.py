import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from archives import quick, write
from hypothesis import given
from hypothesis import strategies as st

from generator.content.originals import Filed, format_filed, original_path, read_filed, record_path
from generator.model.cleaning import CleaningRecord, Passage, Verdict

SHA = "ab" + "c" * 62


def filed(*passages, **values):
    record = CleaningRecord(name="scrapes/1.txt", sha256=SHA, encoding="utf-8", cleaner=1, passages=passages)
    return Filed(
        **{"record": record, "article": "articles/2015/deal.md", "suggestion": "---\ntitle: x\n---\n", **values}
    )


def test_originals_are_named_by_their_digest():
    assert original_path(SHA) == "originals/ab/abcccccccccccccc.txt"
    assert record_path(SHA) == "originals/ab/abcccccccccccccc.json"


def test_a_record_is_read_back(tmp_path):
    made = filed(
        Passage(line=1, text="Deal\r\n", verdict=Verdict.HEADLINE, reason="the headline"),
        Passage(line=2, text="Donate “now” \x00\x85\u2028\n", verdict=Verdict.FURNITURE, reason="asks for money"),
    )
    write(tmp_path, {record_path(SHA): format_filed(made)})
    assert read_filed(tmp_path, SHA) == made


def test_a_page_without_an_article(tmp_path):
    made = filed(article=None, suggestion="")
    write(tmp_path, {record_path(SHA): format_filed(made)})
    assert read_filed(tmp_path, SHA) == made


def test_a_passage_is_a_line_so_that_a_diff_shows_what_changed():
    passages = [Passage(line=n, text=f"Line {n}\n", verdict=Verdict.BODY, reason="text") for n in range(1, 4)]
    lines = format_filed(filed(*passages)).splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines if line.startswith("[")] == [
        [1, "body", "text", "Line 1\n"], [2, "body", "text", "Line 2\n"], [3, "body", "text", "Line 3\n"],
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b"{}", b'{"passages": [[1]]}', b"\xff\xfe", b"1"])
def test_a_damaged_record_counts_as_none(tmp_path, data):
    write(tmp_path, {record_path(SHA): data})
    assert read_filed(tmp_path, SHA) is None


def test_no_record(tmp_path):
    assert read_filed(tmp_path, SHA) is None


@quick
@given(st.lists(st.text(st.characters()), max_size=4), st.text(st.characters()))
def test_any_text_is_kept_to_the_character(texts, suggestion):
    """Even what no encoding can write, such as half of a surrogate pair."""
    passages = [Passage(line=n, text=t, verdict=Verdict.BODY, reason=t) for n, t in enumerate(texts, 1)]
    made = filed(*passages, suggestion=suggestion)
    with TemporaryDirectory() as folder:
        write(Path(folder), {record_path(SHA): format_filed(made)})
        assert read_filed(Path(folder), SHA) == made
