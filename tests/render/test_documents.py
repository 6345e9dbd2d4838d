import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model.article import Caption
from generator.model.page import ArticlePage, Citation, DateView, Link
from generator.render.documents import render_document
from generator.render.markup import render_markdown


def page(**values):
    date = {"text": "19 May 2015", "machine": "2015-05-19", "certain": True, "url": "/dates/2015/05/19/", "edtf": ""}
    made = {
        "url": "/articles/deal/", "title": "Deal", "language": "en", "standfirst": None, "byline": None,
        "dateline": None, "captions": (), "body": "One.", "date": DateView(**{**date, **values.pop("date", {})}),
        "source": None, "original_url": None, "people": (), "topics": (), "names": (), "newer": None, "older": None,
        "original": None, "original_sha256": None, "cleaning": None,
        "name_links": (), "authors": (), "canonical": "",
        "citation": Citation(apa="", chicago="", mla="", bibtex="", ris="", csl_json=""),
    }  # fmt: skip
    return ArticlePage(**{**made, **values})


def document(**values):
    made = page(**values)
    return LexborHTMLParser(render_document(made, render_markdown(made.body)))


def marked(tree, attribute):
    return {node.attributes[attribute]: node.text() for node in tree.css(f"[{attribute}]")}


def test_what_is_found_and_what_is_shown():
    tree = document(
        standfirst="In short.", byline="Ada Holm", captions=(Caption(text="The pier.", credit="Photo: Bo"),),
        source=Link(title="Tide Wire", url="/s/"), topics=(Link(title="Harbour", url="/t/"),),
        people=(Link(title="Bo Lind", url="/p/"),), body="Words of the *story*.",
    )  # fmt: skip
    words = tree.body.text(separator=" ")
    for part in ("Deal", "In short.", "Ada Holm", "The pier.", "Bo Lind", "story"):
        assert part in words
    assert marked(tree, "data-pagefind-meta") == {"date": "19 May 2015", "source": "Tide Wire"}
    assert marked(tree, "data-pagefind-filter") == {"source": "Tide Wire", "topic": "Harbour"}
    assert tree.css_first("title").text() == "Deal"
    assert "data-pagefind-body" in tree.body.attributes


def test_the_sort_key_is_an_iso_day():
    """Pagefind compares numbers as 32-bit floats, in which neighbouring days are one."""
    assert marked(document(), "data-pagefind-sort") == {"date": "2015-05-19"}


@pytest.mark.parametrize("machine", ["", "2015", "2015-05"])
def test_an_article_whose_day_is_not_certain_has_no_sort_key(machine):
    assert marked(document(date={"machine": machine}), "data-pagefind-sort") == {}


def test_nothing_in_an_article_can_speak_to_pagefind():
    """Neither a title nor a body can take itself out of the index, or into another filter."""
    trick = '<b data-pagefind-ignore data-pagefind-filter="x">y</b>"><i data-pagefind-ignore>'
    tree = document(
        title=trick, body=trick, standfirst=trick, byline=trick, language='en" data-pagefind-ignore="',
        captions=(Caption(text=trick),), source=Link(title=trick, url=""), people=(Link(title=trick, url=""),),
    )  # fmt: skip
    assert [node.tag for node in tree.css("[data-pagefind-ignore]")] == ["div", "p"]
    assert marked(tree, "data-pagefind-filter") == {"source": trick}
    assert tree.css_first("h1").text() == trick


def test_a_document_does_not_depend_on_templates_or_addresses():
    """So that a new theme, or a new place to live, does not mean a new index."""
    assert render_document(page(), "") == render_document(
        page(url="/archive/x/", crumbs=(Link(title="A", url="/"),)), ""
    )


@pytest.mark.parametrize("title", ["…", "???", "—", "€", "\u200b", "&", "<"])
@pytest.mark.parametrize("body", ["", "<br>", "&hellip;", "- -"])
def test_every_document_holds_a_word(title, body):
    """Pagefind leaves out a page without any, and the whole index would be refused as short."""
    tree = document(title=title, body=body)
    assert re.search(r"\w", tree.css_first("body").text())
    assert tree.css_first("h1").text() == title


def test_a_document_with_words_gets_no_others():
    assert "untitled" not in document().body.text()
