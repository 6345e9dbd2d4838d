"""What is said to be untouched shows what it showed before."""

from random import Random

import pytest
from archives import card, catalog

from generator.catalog.touched import MOST, find_touched
from generator.model.authority import Person, Topic
from generator.model.value import replace

PEOPLE = [f"person-{n}" for n in range(12)]
TOPICS = [f"topic-{n}" for n in range(4)]
RECORDS = (
    *(Person(id=id_, name=f"Ada {id_.title()}") for id_ in PEOPLE),
    *(Topic(id=id_, name=id_) for id_ in TOPICS),
)
CHOSEN = 90


def draw(chance, slug):
    """A card with words of skewed frequencies, so that some stand at each of the steps of rarity."""
    return card(
        slug,
        f"20{chance.randint(10, 19)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}",
        people=tuple(chance.sample(PEOPLE, chance.randint(0, 2))),
        topics=tuple(chance.sample(TOPICS, chance.randint(0, 1))),
        words=draw_words(chance),
        title=f"Title {chance.randint(1, 999)}",
    )


def draw_words(chance):
    return tuple(sorted({f"word{int(60 * chance.random() ** 3)}" for _ in range(6)}))


def show(made, slug):
    """What an article's page shows of other articles."""
    slugs = list(made.cards)
    at = slugs.index(slug)
    around = [made.cards[other].title for other in slugs[max(at - 1, 0) : at + 2]]
    related = [(relation, made.cards[relation.slug].title) for relation in made.related_of[slug]]
    return around, related


@pytest.mark.parametrize("seed", range(25))
def test_an_article_that_is_not_touched_shows_what_it_showed(seed):
    chance = Random(seed)
    before = [draw(chance, f"article-{n}") for n in range(CHOSEN)]
    now = list(before)
    for at in chance.sample(range(CHOSEN), chance.choice([1, 1, 1, 2, 3])):
        words = draw_words(chance) if chance.random() < 0.8 else before[at].words
        now[at] = replace(before[at], title="Another", words=words)
    changed = {old.path: (old, new) for old, new in zip(before, now, strict=True) if old != new}
    was, is_ = catalog(*before, records=RECORDS), catalog(*now, records=RECORDS)
    touched = find_touched(is_, changed)
    assert touched is not None
    assert touched.changed == {new.slug for _, new in changed.values()}
    assert [slug for slug in is_.cards if slug not in touched.pages and show(was, slug) != show(is_, slug)] == []
    if len(changed) == 1:
        assert len(touched.pages) < CHOSEN


@pytest.mark.parametrize(
    "field",
    [{"people": ()}, {"topics": ()}, {"subjects": ("20000001",)}, {"published": card("x", "2001-01-01").published}],
)
def test_whatever_settles_more_than_an_articles_own_page_may_touch_any(field):
    old = card("deal", "2015-05-19", people=("person-1",), topics=("topic-1",))
    new = replace(old, **field)
    assert find_touched(catalog(new, records=RECORDS), {old.path: (old, new)}) is None


def test_many_changes_are_not_looked_at_one_by_one():
    cards = [card(f"a{n}") for n in range(MOST + 1)]
    assert find_touched(catalog(*cards), {own.path: (own, replace(own, title="Another")) for own in cards}) is None
