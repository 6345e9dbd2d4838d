import re
from html import unescape

from archives import quick
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model.cleaning import Passage, Verdict
from generator.render.original import render_original


def show(*passages):
    return str(render_original(passages))


def test_neighbours_of_one_kind_stand_under_what_they_are():
    assert show(
        Passage(1, Verdict.FURNITURE, "menu", "Home\n"),
        Passage(2, Verdict.FURNITURE, "menu", "News\n"),
        Passage(3, Verdict.FURNITURE, "asks for support", "Give\n"),
        Passage(4, Verdict.BODY, "the story's text", "It rained.\n"),
    ) == (
        '<div class="removed"><dt>removed: menu</dt>\n'
        '<dd id="1"><del>Home</del></dd>\n<dd id="2"><del>News</del></dd>\n</div>\n'
        '<div class="removed"><dt>removed: asks for support</dt>\n<dd id="3"><del>Give</del></dd>\n</div>\n'
        '<div><dt>body</dt>\n<dd id="4">It rained.</dd>\n</div>\n'
    )


def test_kept_passages_stand_under_their_verdict_whatever_the_reason():
    html = show(Passage(1, Verdict.BODY, "one", "a"), Passage(2, Verdict.BODY, "another", "b"))
    assert html.count("<dt>") == 1


def test_a_line_in_parts_has_one_number():
    html = show(Passage(7, Verdict.BODY, "", "It rained. "), Passage(7, Verdict.FURNITURE, "glued", "Read more"))
    assert re.findall(r"<dd[^>]*>", html) == ['<dd id="7">', "<dd>"]


def test_blank_lines_are_left_out():
    assert show(Passage(1, Verdict.BLANK, "no words", " \n")) == ""
    assert show() == ""


def test_nothing_of_a_page_becomes_markup():
    html = show(
        Passage(1, Verdict.BODY, "", "<script>alert(1)</script> & 'more' \0 &amp;"),
        Passage(2, Verdict.FURNITURE, "<b>", "</del><img src=x>"),
    )
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; 'more'  &amp;amp;" in html


PASSAGES = st.lists(
    st.builds(
        Passage,
        st.integers(1, 5),
        st.sampled_from(Verdict),
        st.sampled_from(["menu", "<&>"]),
        st.text(st.one_of(st.sampled_from("<>&;\0 \n\"'"), st.characters(codec="utf-8"))),
    )
)


@quick
@given(PASSAGES)
def test_every_word_of_the_original_is_shown(passages):
    """Removed ones struck through, and no others."""
    html = show(*passages)
    tree = LexborHTMLParser(f"<dl>{html}</dl>")
    shown = [p for p in passages if p.verdict is not Verdict.BLANK]
    texts = [unescape(part) for part in re.findall(r"<dd[^>]*>(?:<del>)?(.*?)(?:</del>)?</dd>", html, re.DOTALL)]
    assert [text.replace("\0", "") for text in texts] == [p.text.strip().replace("\0", "") for p in shown]
    assert len(tree.css("dd")) == len(shown)
    assert len(tree.css("dd > del")) == sum(p.verdict is Verdict.FURNITURE for p in shown)
