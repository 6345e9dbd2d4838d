"""Escaping."""

import html
import re

import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.clean import escape_markdown
from generator.clean.markdown import compose_body, one_line
from generator.model.cleaning import Verdict

VISIBLE = st.text(
    alphabet=st.one_of(
        st.sampled_from("*_`[]()<>#+-.!|\\&;:=~\"' \t1a{}$^/@"),
        st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\u00ad\u200b\u2060\ufeff"),
    ),
    min_size=1,
)


def show(source: str) -> str:
    """What a reader sees of Markdown, blanks of any kind counted as one."""
    page = markdown.markdown(source, extensions=["sane_lists", "tables"])
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


@settings(deadline=None)
@given(VISIBLE)
@example("1. May was cold")
@example("- a dash")
@example("# of cases")
@example("C#")
@example("AT&T &amp; &#42; <b>bold</b>")
@example("a_b_c *d* [e](f) ![g](h) `i` \\j")
@example("> quoted")
@example("<http://a.example> <a@b.example>")
@example("| a | b |")
@example("---")
@example("*" * 5)
def test_escaped_text_is_shown_as_it_was(text: str) -> None:
    """A renderer shows exactly the words of the original, as a paragraph, a cross-head or a list item."""
    words = " ".join(text.split())
    assert show(escape_markdown(text)) == words
    assert show(compose_body([(Verdict.LIST_ITEM, one_line(text))])) == words
    assert show(compose_body([(Verdict.CROSSHEAD, one_line(text))])) == words


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([Verdict.BODY, Verdict.CROSSHEAD, Verdict.LIST_ITEM]), VISIBLE)))
def test_a_body_is_shown_as_all_its_parts(parts: list[tuple[Verdict, str]]) -> None:
    """Nothing is lost, added or joined where parts of any kind follow each other."""
    lines = [(verdict, one_line(text)) for verdict, text in parts]
    assert show(compose_body(lines)) == " ".join(filter(None, (text for _, text in lines)))


def test_what_no_reader_sees_is_dropped() -> None:
    """Soft hyphens and blanks of no width are no part of a word."""
    assert escape_markdown("Har\u00adbour\u200b press\x07\ufeff") == "Harbour press"


def test_paragraphs_heads_and_items_are_set_apart() -> None:
    """Items stand on lines of one list; all else on paragraphs of its own."""
    parts = [
        (Verdict.BODY, "One."),
        (Verdict.CROSSHEAD, "Two"),
        (Verdict.LIST_ITEM, "three"),
        (Verdict.LIST_ITEM, "four"),
        (Verdict.BODY, "Five."),
    ]
    assert compose_body(parts) == "One.\n\n## Two\n\n- three\n- four\n\nFive."
