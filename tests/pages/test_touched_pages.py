"""When only headlines and the like changed, what is not planned shows what it showed."""

import dataclasses
from random import Random

import pytest
from archives import authority, card, site

from generator.catalog import compile_catalog, find_touched
from generator.model.authority import Person, Source, Topic
from generator.model.catalog import Naming
from generator.model.value import pack, replace
from generator.pages import plan_pages

RECORDS = (
    *(Person(id=f"person-{n}", name=f"Ada Person-{n}") for n in range(4)),
    *(Topic(id=f"topic-{n}", name=f"Topic {n}") for n in range(3)),
    *(Source(id=f"source-{n}", name=f"Source {n}") for n in range(2)),
)
DATES = [
    "", "2015", "2015-05", "2015-05-19", "2015-05-20", "2016-02-01", "2016-02-01?", "2014-12/2015-01", "2014/..",
    "[2015-05-19,2016-02-01]", "XXXX-05-19", "2009-05-06",
]  # fmt: skip


def draw(chance, slug):
    people = tuple(chance.sample([f"person-{n}" for n in range(4)], chance.randint(0, 2)))
    return card(
        slug,
        chance.choice(DATES),
        people=chance.choice([people, people, None]),
        topics=chance.choice([tuple(chance.sample([f"topic-{n}" for n in range(3)], chance.randint(0, 2))), None]),
        source=chance.choice([None, "source-0", "source-1"]),
        matched=("topic-1",) if chance.random() < 0.5 else (),
        grounds=("term",),
        words=draw_words(chance),
        namings=tuple(Naming(name=f"Ada {id_.title()}", excerpt=f"Ada {id_} said.", person=id_) for id_ in people),
        title=f"Title {chance.randint(1, 999)}",
        inferred=chance.random() < 0.2,
        record=f"originals/{slug}.json" if chance.random() < 0.5 else None,
        aliases=(f"was-{slug}",) if chance.random() < 0.2 else (),
    )


def draw_words(chance):
    return tuple(sorted({f"word{int(30 * chance.random() ** 2)}" for _ in range(5)}))


def change(chance, own):
    """The same article, with other words: in its headline, in its text, or in both."""
    new = {"title": "Another", "digest": "another", "words": draw_words(chance)}
    details = replace(own.details, grounds=("^another",))
    if chance.random() < 0.3:
        new = {"digest": "another"}
    elif chance.random() < 0.8:
        details = replace(details, summary="Another.")
    return replace(own, packed=pack(details), **{name: new[name] for name in new if chance.random() < 0.8})


@pytest.mark.parametrize("seed", range(20))
def test_what_is_not_planned_again_is_as_it_was(seed):
    chance = Random(seed)
    before = [draw(chance, f"article-{n}") for n in range(60)]
    now = list(before)
    for at in chance.sample(range(60), chance.choice([1, 1, 2, 3])):
        now[at] = change(chance, before[at])
    changed = {old.path: (old, new) for old, new in zip(before, now, strict=True) if old != new}
    here = site()
    lists = dataclasses.replace(here.settings.lists, page_size=4, home_articles=5, feed_entries=3)
    here = dataclasses.replace(here, settings=dataclasses.replace(here.settings, lists=lists))
    records = {own.record: "stamp" for own in now if own.record}
    was, is_ = (compile_catalog(cards, authority(*RECORDS), (), page_threshold=2)[0] for cards in (before, now))
    touched = find_touched(is_, changed)
    assert touched is not None
    old = {recipe.url: recipe.make() for recipe in plan_pages(here, was, (), records).recipes}
    whole = plan_pages(here, is_, (), records)
    part = plan_pages(here, is_, (), records, touched=touched)
    assert whole.whole
    assert not part.whole
    assert part.urls < whole.urls
    assert [recipe.url for recipe in whole.recipes] == list(old)
    assert [r.url for r in whole.recipes if r.url not in part.urls and r.make() != old[r.url]] == []
