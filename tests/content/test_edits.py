"""Edits of front matter: what was asked for changes, and no other byte."""

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.content.edits import replace_item, set_body, set_fields
from generator.content.front_matter import FrontMatter, format_front_matter
from generator.content.records import PERSON_FIELDS as ORDER

ARTICLE = """---
# What the desk found
title: 'The deal: signed'   # as printed
people: [ada-holm, "bo-lind" , carla]  # in this order
topics:
  - harbour   # the old one
  - strike

language: en
---
ada-holm stays in the body.
"""


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("ada-holm", "ada", 'people: [ada, "bo-lind" , carla]  # in this order'),
        ("bo-lind", "bo", "people: [ada-holm, bo , carla]  # in this order"),
        ("bo-lind", "carla", "people: [ada-holm, carla]  # in this order"),
        ("carla", None, 'people: [ada-holm, "bo-lind"]  # in this order'),
        ("ada-holm", None, 'people: ["bo-lind" , carla]  # in this order'),
    ],
)
def test_an_item_of_a_list_in_brackets(old, new, line):
    before = 'people: [ada-holm, "bo-lind" , carla]  # in this order'
    assert replace_item(ARTICLE, "people", old, new) == ARTICLE.replace(before, line)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [("harbour", "port", "  - port   # the old one\n  - strike\n"), ("harbour", "strike", "  - strike\n"),
     ("strike", None, "  - harbour   # the old one\n")],
)  # fmt: skip
def test_an_item_of_a_list_of_dashes(old, new, lines):
    before = "  - harbour   # the old one\n  - strike\n"
    assert replace_item(ARTICLE, "topics", old, new) == ARTICLE.replace(before, lines)


def test_a_single_text_counts_as_a_list():
    assert replace_item("---\ntitle: A\npeople: bo # him\n---\n", "people", "bo", "bo-lind") == (
        "---\ntitle: A\npeople: bo-lind # him\n---\n"
    )


def test_what_is_not_listed_changes_nothing():
    assert replace_item(ARTICLE, "people", "holm", "x") is ARTICLE
    assert replace_item(ARTICLE, "aliases", "holm", "x") is ARTICLE


def test_the_last_item_leaves_an_empty_list():
    """Which says that somebody decided."""
    assert replace_item("---\ntitle: A\npeople: [bo]\n---\n", "people", "bo", None) == (
        "---\ntitle: A\npeople: []\n---\n"
    )


def test_line_ends_and_a_byte_order_mark_stay():
    text = "\ufeff" + ARTICLE.replace("\n", "\r\n")
    assert replace_item(text, "topics", "strike", None) == text.replace("  - strike\r\n", "")
    assert set_fields(text, {"aliases": ["old"]}, ()) == text.replace(
        "language: en\r\n", "language: en\r\naliases: [old]\r\n"
    )


RECORD = """---
name: Ada Holm
variants: [A. Holm]   # as the Harbour Times has it
offices:
  # from the ministry's list
  - {title: Mayor, from: 2010}
identifiers: {wikidata: Q1}
verified: false
---
A minister.
"""


def test_lists_grow_at_their_end():
    office = {"title": "Minister", "organisation": "Port Holm"}
    edited = set_fields(
        RECORD,
        {
            "variants": ["A. Holm", "Holm, Ada"],
            "offices": [{"title": "Mayor", "from": "2010"}, office],
            "identifiers": {"wikidata": "Q1", "viaf": "1"},
        },
        ORDER,
    )
    assert edited == RECORD.replace("[A. Holm]", "[A. Holm, 'Holm, Ada']").replace(
        "from: 2010}\n", "from: 2010}\n  - {title: Minister, organisation: Port Holm}\n"
    ).replace("Q1}", "Q1, viaf: '1'}")


def test_fields_come_and_go_in_their_places():
    edited = set_fields(RECORD, {"verified": None, "hidden": True, "aliases": ["ada"], "born": "1950"}, ORDER)
    assert edited == RECORD.replace("verified: false\n", "born: '1950'\naliases: [ada]\nhidden: true\n")
    assert set_fields(edited, {"verified": False, "hidden": None, "aliases": None, "born": None}, ORDER) == RECORD


def test_yaml_that_lines_do_not_tell_is_written_anew():
    """What it says counts for more than how."""
    text = "---\n{title: A, people: [bo], topics: [x]}\n---\nBody.\n"
    edited = set_fields(text, {"people": ["bo", "ada"]}, ())
    assert FrontMatter(edited, "").values == {"title": "A", "people": ["bo", "ada"], "topics": ["x"]}
    assert edited.endswith("---\nBody.\n")


def test_a_body():
    assert set_body(RECORD, "A minister.\n\nAnd a mayor.") == RECORD + "\nAnd a mayor.\n"
    assert set_body(RECORD, "A minister.") is RECORD


ids = st.lists(st.sampled_from(["ada", "bo-lind", "no", "x1", "12", "a, b", "c: d", "é"]), unique=True)


@quick
@given(ids, ids, st.sampled_from([None, False]), st.booleans())
def test_whatever_is_set_is_read(before, after, style, crlf):
    """And all other fields and the body are as before."""
    head = format_front_matter({"name": "A", "variants": before, "born": "1950"}, "Body.")
    if style is False:
        block = "variants:\n" + "".join(f"- '{item}' # {item[:1]}\n" for item in before)
        head = f"---\nname: A\n{block if before else ''}born: 1950\n---\nBody.\n"
    text = head.replace("\n", "\r\n") if crlf else head
    edited = set_fields(text, {"variants": after}, ORDER)
    assert FrontMatter(edited, "").values == {"name": "A", "variants": after, "born": "1950"}
    assert ("\r\n" in edited) == crlf
    assert edited.count("\r\n") in (0, edited.count("\n"))
    assert FrontMatter(edited, "").body == "Body."
