"""Related articles, and what they have in common."""

from random import Random

from archives import card, catalog

from generator.catalog.related import MOST, RelatedArticles
from generator.model.authority import Person, Topic

RECORDS = (Person(id="ada-holm", name="Ada Holm"), Topic(id="strike", name="Strike"))


def related(*cards, slug="deal", records=RECORDS):
    return [relation.slug for relation in catalog(*cards, records=records).related_of[slug]]


DEAL = card("deal", "2015-05-19", people=("ada-holm",), topics=("strike",), words=("crane", "harbour"))


def test_what_is_shared_is_told_with_the_days_between():
    other = card("walkout", "2015-05-10", people=("ada-holm",), topics=("strike",), words=("Harbour", "quay"))
    (relation,) = catalog(DEAL, other, records=RECORDS).related_of["deal"]
    assert relation.people == ("ada-holm",)
    assert relation.topics == ("strike",)
    assert relation.words == ("harbour",)
    assert relation.days == -9


def test_more_in_common_comes_first_and_nearer_days_before_farther_ones():
    alike = card("alike", "1999-01-01", people=("ada-holm",), topics=("strike",))
    near = card("near", "2015-05-20", people=("ada-holm",))
    far = card("far", "2002-05-20", people=("ada-holm",))
    assert related(DEAL, alike, near, far) == ["alike", "near", "far"]


def test_one_common_word_is_not_enough():
    assert related(DEAL, card("b", words=("harbour",))) == []
    assert related(DEAL, card("c", words=("harbour", "crane"))) == ["c"]


def test_days_are_told_only_of_articles_that_are_dated_to_the_day():
    (relation,) = catalog(DEAL, card("b", "2015-05", people=("ada-holm",)), records=RECORDS).related_of["deal"]
    assert relation.days is None


def many(count: int, seed: int):
    """Articles with words drawn from a small stock, so that many have something in common."""
    random = Random(seed)
    stock = [f"{'abcdefghij'[n % 10]}word{n}" for n in range(count // 2)]
    return [
        card(f"a{n:04}", f"20{random.randint(10, 20)}-0{random.randint(1, 9)}-11", words=tuple(random.sample(stock, 6)))
        for n in range(count)
    ]


def listing(cards):
    made = catalog(*cards)
    return {slug: made.related_of[slug] for slug in made.cards}


def test_articles_that_share_nothing_change_nothing():
    cards = many(200, 1)
    strangers = [card(f"b{n}", "2013-03-03", words=(f"only{n}", f"also{n}")) for n in range(100)]
    before, after = listing(cards), listing([*cards, *strangers])
    assert any(before.values())
    assert {slug: after[slug] for slug in before} == before


def test_order_of_articles_makes_no_difference():
    cards = many(200, 2)
    assert listing(cards) == listing(cards[::-1])


def test_no_article_has_more_than_its_share_or_itself():
    for slug, relations in listing(many(300, 3)).items():
        assert len(relations) <= MOST
        assert slug not in {relation.slug for relation in relations}


def test_what_everything_shares_is_looked_at_near_the_article_only():
    """An article looks at a bounded number of others, however many there are: the work is near-linear."""
    cards = {f"a{n:05}": card(f"a{n:05}", words=("every",)) for n in range(5000)}
    made = RelatedArticles(cards, {}, {})
    assert len(made._weigh(2500)) <= 10
