import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog.cards import SUMMARY_LENGTH, make_card, share_values, summarise
from generator.model.article import Article
from generator.model.catalog import Card
from generator.model.dating import parse_dating
from generator.model.value import pack, unpacker


def card_of(article):
    return make_card(article, slug="deal", path="articles/deal.md", digest="d", named=("Ada",), matched=("harbour",))


def test_a_card_holds_what_lists_need():
    card = card_of(
        Article(
            title="Deal", body="One.\n\nTwo.", published=parse_dating("2015-05-19"), source="tide-wire", language="de",
            people=("ada-holm",), aliases=("old",),
        )
    )  # fmt: skip
    assert (card.slug, card.path, card.digest, card.title, card.details.summary) == (
        "deal", "articles/deal.md", "d", "Deal", "One.",
    )  # fmt: skip
    assert (card.published.edtf, card.source, card.language, card.aliases) == (
        "2015-05-19", "tide-wire", "de", ("old",),
    )  # fmt: skip
    assert (card.people, card.topics, card.named, card.matched) == (("ada-holm",), None, ("Ada",), ("harbour",))


def test_what_many_cards_hold_is_in_memory_once():
    article = Article(
        title="Deal", body="One.", published=parse_dating("2015-05-19"), source="tide-wire", people=("ada-holm",),
    )  # fmt: skip
    unpack = unpacker(Card)
    one, other = (share_values(unpack(pack(card_of(article))), "articles/deal.md") for _ in range(2))
    assert one == other == card_of(article)
    assert one.published is other.published
    assert one.source is other.source
    assert one.people[0] is other.people[0]


def test_the_standfirst_comes_before_the_lede():
    assert card_of(Article(title="Deal", body="One.", standfirst="In short.")).details.summary == "In short."


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        ("", ""),
        (" \n\n ", ""),
        ("One\ntwo.\n\nThree.", "One two."),
        ("## Head\n\n---\n\n<div>x</div>\n\n| a | b |\n\nOne.", "One."),
        ("# Head", ""),
        ("> Quoted *words*.", "Quoted words."),
        ("- first\n- second", "first second"),
        ("1. first\n2. second", "first second"),
        ("See [the pier](https://x.example/a_(b)).", "See the pier."),
        ("![A boat](boat.jpg) One.", "One."),
        ("a_b_c and *stars* and **bold** and `code`", "a_b_c and stars and bold and code"),
        (r"5 \* 3 \_x\_ \[sic]", "5 * 3 _x_ [sic]"),
        ("Rates fell &lt; 2 &amp; rose", "Rates fell < 2 & rose"),
        ("One <b>bold</b> word", "One bold word"),
        ("&amp;lt; stays", "&lt; stays"),
    ],
)
def test_the_lede_as_plain_words(body, summary):
    assert summarise(body) == summary


def test_a_long_lede_is_cut_at_a_word():
    summary = summarise("The harbour master spoke, " * 50)
    assert len(summary) <= SUMMARY_LENGTH + 2
    assert summary.endswith(("spoke …", "master …", "harbour …", "The …"))


@pytest.mark.parametrize("body", ["a" * 100_000, "[" * 100_000, "*" * 100_000, "<" * 100_000, "\n" * 100_000 + "a"])
def test_a_very_long_lede(body):
    assert len(summarise(body)) <= SUMMARY_LENGTH + 2


@quick
@given(st.text(st.characters() | st.sampled_from("*_`[]()<>\\!#-\n ")))
def test_any_body_has_a_short_summary_on_one_line(body):
    summary = summarise(body)
    assert len(summary) <= SUMMARY_LENGTH + 2
    assert "\n" not in summary
    assert summary == summary.strip()
