"""What is known of a page beside its text."""

import pytest

from generator.clean import Outlets, clean_page
from generator.clean.known import host_of
from generator.model.authority import Source
from generator.model.raw import RawPage, Stated

TEXT = (
    "Ferry to Saltby sails again\n\nBy Ada Holm\n\nMay 19, 2015\n\n"
    "The ferry to Saltby sails again from Monday, after nine weeks in the dock, the port authority said on Tuesday.\n\n"
    "Its engine had been taken out and put back twice, and nobody could say what had been wrong with it all along.\n"
)
OUTLETS = Outlets.of(
    [
        Source(id="tide-wire", name="Tide Wire", hosts=("tide-wire.example",)),
        Source(id="harbour-press", name="Harbour Press", variants=("The Press",)),
    ]
)


def clean(text=TEXT, **known):
    page = RawPage(name="a.txt", data=text.encode(), text=text, encoding="utf-8", **known)
    return clean_page(page, outlets=OUTLETS).article


def test_what_the_user_gives_beats_what_the_text_lets_infer():
    given = Stated(
        title="My title", standfirst="My summary.", authors=("Bo Lund", "Cy Ruiz"), published="2016-01",
        site="Harbour Press", language="de",
    )  # fmt: skip
    article = clean(given=given, url="https://tide-wire.example/ferry")
    assert (article.title, article.standfirst, article.byline) == ("My title", "My summary.", "Bo Lund and Cy Ruiz")
    assert (article.published.edtf, article.source, article.language) == ("2016-01", "harbour-press", "de")
    assert article.url == "https://tide-wire.example/ferry"
    assert article.body == clean().body


def test_what_is_not_given_is_inferred():
    article = clean()
    assert (article.title, article.byline, article.published.edtf) == (
        "Ferry to Saltby sails again", "Ada Holm", "2015-05-19",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("known", "source"),
    [
        ({}, None),
        ({"url": "https://www.tide-wire.example/a"}, "tide-wire"),
        ({"url": "https://news.tide-wire.example/a"}, "tide-wire"),
        ({"url": "https://other.example/a"}, None),
        ({"url": "http://[bad"}, None),
        ({"stated": Stated(site="the press")}, "harbour-press"),
        ({"stated": Stated(site="tide-wire")}, "tide-wire"),
        ({"stated": Stated(site="Another Paper")}, None),
        ({"url": "https://tide-wire.example/a", "stated": Stated(site="Harbour Press")}, "tide-wire"),
        ({"url": "https://tide-wire.example/a", "given": Stated(site="Harbour Press")}, "harbour-press"),
        ({"given": Stated(site="Another Paper")}, "another-paper"),
    ],
)
def test_a_source_is_known_by_what_the_user_says_its_host_or_its_name(known, source):
    """A name that only a program states, and no record has, is not believed; one that the user gives gets a record."""
    assert clean(**known).source == source


def test_a_record_states_what_its_text_leaves_out():
    stated = Stated(title="Ferry to Saltby sails again", authors=("Dev Anand",), published="2014-02-03", language="fr")
    article = clean(kind="json", stated=stated)
    assert (article.byline, article.published.edtf, article.language) == ("Dev Anand", "2014-02-03", "fr")
    assert clean(kind="text", stated=stated).byline == "Ada Holm"


@pytest.mark.parametrize(
    ("captured", "published", "evidence"),
    [
        (None, "2015-05-19", ()),
        ("2015-05-19T23:00:00Z", "2015-05-19", ()),
        ("2015-05-18T23:00:00Z", "2015-05-19", ()),
        ("2015-05-17T23:00:00Z", "../2015-05-17", ("captured 2015-05-17: published then or earlier",)),
        ("nonsense", "2015-05-19", ()),
    ],
)
def test_a_page_is_no_younger_than_its_capture(captured, published, evidence):
    """By a day it may seem to be: the sun had risen elsewhere."""
    article = clean(captured=captured)
    assert (article.published.edtf, article.dating) == (published, evidence)


def test_a_page_without_a_date_is_no_younger_than_its_capture_either():
    text = TEXT.replace("May 19, 2015\n\n", "")
    assert clean(text, captured="2015-06-01T00:00:00Z").published.edtf == "../2015-06-01"
    assert clean(text, captured="2015-06-01", given=Stated(published="2013")).dating == ()


def test_soft_hyphens_and_blanks_of_no_width_are_not_written():
    text = TEXT.replace("engine", "en\u00adgine").replace("Saltby sails", "Salt\u200bby\u00a0sails")
    article = clean(text)
    assert (article.title, article.body) == (clean().title, clean().body)


def test_hosts():
    assert host_of("https://WWW.Tide-Wire.example:8080/a") == "tide-wire.example"
    assert host_of(None) is host_of("nonsense") is host_of("http://[") is None
