"""Names in rendered text."""

import re

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.model.page import NameLink
from generator.render.markup import convert_markdown, render_markdown
from generator.render.names import link_names

BUSH = NameLink(url="/people/w/", forms=("George W. Bush", "George Bush", "Bush"))
KATE = NameLink(url=None, forms=("Kate Bush",))
SMITH = NameLink(url="/people/s/", forms=("Ann Smith",))
MARY = NameLink(url="/people/m/", forms=("Mary Ann Smith",))

_LINK = re.compile(r'<a class="person" href="([^"]*)">(.*?)</a>')


def linked(html, *names):
    """The HTML with links written as [name]."""
    return _LINK.sub(r"[\2]", link_names(Markup(html), names))


@pytest.mark.parametrize(
    "text",
    [
        "[George W. Bush] and George W. Bush",
        "President [Bush] left; George W. Bush came later",
        "But [Bush] said: “No more”",
        "[Bush]'s plan, not Bushes or Bushmen",
        "[Bush] Tuesday said",
        "Russia's [Bush], Mr. Bush",
        "bush, BUSH, O’Bush, pro-Bush, Bush-led, @Bush, [Bush]",
        "Jeb Bush, Bush Jr., Bush, Jr., Bush Foundation, [Bush]",
        "George W. Bush Jr. and his father, [Bush]",
        "https://news.example/Bush and www.news.example/Bush?q=Bush and [Bush]",
        "the film “Being George W. Bush” and the yacht “George W. Bush”; [George W. Bush]",
        "“[Bush] will win,” he said",
    ],
)
def test_where_a_mention_becomes_a_link(text):
    plain = text.replace("[", "").replace("]", "")
    assert linked(f"<p>{plain}</p>", BUSH) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.example/" title="by Bush">Bush</a>',
        "<code>Bush</code>",
        "<pre><code>Bush</code></pre>",
        "<h2>Bush</h2>",
        "<h3><em>Bush</em> leaves</h3>",
        '<abbr title="</abbr> Bush > x">B</abbr>',
        '<span lang="Bush">B</span>',
    ],
)
def test_nothing_becomes_a_link_inside_of_links_code_headings_and_tags(html):
    assert linked(f"<p>{html}</p>", BUSH) == f"<p>{html}</p>"
    assert linked(f"<p>{html}</p><p>Bush</p>", BUSH) == f"<p>{html}</p><p>[Bush]</p>"


def test_a_longer_name_is_another_persons():
    assert linked("<p>Kate Bush sang for Bush</p>", BUSH, KATE) == "<p>Kate Bush sang for [Bush]</p>"
    assert linked("<p>Mary Ann Smith, Ann Smith</p>", SMITH, MARY) == "<p>[Mary Ann Smith], [Ann Smith]</p>"
    assert linked("<p>Mary Ann Smith</p>", SMITH, MARY) == "<p>[Mary Ann Smith]</p>"


def test_a_name_in_emphasis_is_a_link_in_emphasis():
    assert linked("<p><em>Bush</em></p>", BUSH) == "<p><em>[Bush]</em></p>"


def test_nobody_to_link():
    html = Markup("<p>Bush</p>")
    assert link_names(html, ()) == html
    assert link_names(html, (KATE,)) == html
    assert link_names(Markup(""), (BUSH,)) == ""


def test_an_address_is_escaped():
    odd = NameLink(url='/people/"x"/', forms=("Bush",))
    assert link_names(Markup("<p>Bush</p>"), [odd]) == '<p><a class="person" href="/people/&#34;x&#34;/">Bush</a></p>'


PIECES = st.sampled_from(
    [
        "Bush", "Kate Bush", "George W. Bush", " ", "\n\n", "*", "**", "[", "](https://e.example/Bush)", "`", "<b>",
        "</b>", '<a href="x" title="</a>Bush">', "<code>", "</code>", "## ", "> ", "- ", "“", "”", '"', "&", "<", ">",
        "said", "Jr.", "    ", "\\", '<abbr title="Bush > Bush">',
    ],
)  # fmt: skip


@quick
@given(st.lists(PIECES, max_size=16).map("".join))
def test_linking_only_adds_links_and_both_paths_of_markdown_get_the_same(text):
    html, reference = render_markdown(text), Markup(convert_markdown(text))
    made = link_names(html, (BUSH, KATE))
    assert made == link_names(reference, (BUSH, KATE))
    assert _LINK.sub(r"\2", made) == html
    assert len(_LINK.findall(made)) <= 1
    assert not re.search(r"<[^>]*<a class", re.sub(r'"[^"]*"', "", made))
