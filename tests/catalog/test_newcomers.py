"""Who gets a record after an ingest is whom the catalog gives a page, told in a memory of its own size."""

import tracemalloc
from collections.abc import Iterator

from archives import authority, card, quick
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import Found, compile_catalog, find_newcomers
from generator.model.authority import Person

HANS = Person(id="hans-lindqvist", name="Hans Lindqvist", variants=("H. Lindqvist",))
NAMES = st.sampled_from(
    ["Jan Holm", "J. Holm", "JAN HOLM", "Jan Erik Holm", "Holm", "Anna Holm", "Hans Lindqvist", "H. Lindqvist",
     "Sergey Vershinin", "Sergej Werschinin", "Ada Berg", "Berg", "Tom Berg Jr.", "Tom Berg"]
)  # fmt: skip
ARTICLES = st.lists(st.lists(NAMES, max_size=4, unique=True), min_size=1, max_size=9)


def find(articles, *records, threshold=2, evidence=2, is_new=lambda _: True):
    people = {person.id: person for person in records}
    return list(find_newcomers(articles, people, threshold=threshold, evidence=evidence, is_new=is_new))


@quick
@given(articles=ARTICLES, threshold=st.integers(1, 3), data=st.data())
def test_newcomers_are_those_whom_the_catalog_gives_a_page(articles, threshold, data):
    """With the same names, and by the same articles."""
    cards = [card(f"s{at}", named=tuple(names)) for at, names in enumerate(articles)]
    made, _ = compile_catalog(cards, authority(HANS), (), page_threshold=threshold)
    new = data.draw(st.sets(st.sampled_from(list(made.cards))))
    founds = [Found(article=slug, names=each.named) for slug, each in made.cards.items()]
    found = find(founds, HANS, threshold=threshold, is_new=new.__contains__)
    pages = {id_: made.by_person[id_] for id_ in made.authority.people if id_ != HANS.id}
    assert {each.person.id: each.person for each in found} == {
        id_: made.authority.people[id_] for id_, slugs in pages.items() if not new.isdisjoint(slugs)
    }
    assert all([slug for _, slug in each.first] == list(pages[each.person.id][::-1][:2]) for each in found)


def test_the_first_articles_are_told_with_the_name_as_printed():
    articles = [
        Found(article=day, names=(name,)) for day, name in (("c", "ADA BERG"), ("b", "Ada Berg"), ("a", "Ada Berg"))
    ]
    (ada,) = find(articles)
    assert (ada.person.name, ada.person.variants) == ("Ada Berg", ("ADA BERG",))
    assert ada.first == (("Ada Berg", "a"), ("Ada Berg", "b"))
    assert find(articles, threshold=4) == find(articles, is_new=lambda _: False) == []


class _Many:
    """Articles of ten people each, out of some hundred, made while they are asked for."""

    def __init__(self, count: int):
        self._count = count

    def __iter__(self) -> Iterator[Found]:
        for at in range(self._count):
            names = tuple(f"{'ABCDEFGHIJ'[n]}da {'KLMNPQRSTV'[(at * 7 + n) % 10]}orberg" for n in range(10))
            yield Found(article=f"articles/2015/an-article-of-the-archive-{at:06}.md", names=names, year=2015)


def test_an_article_takes_less_than_a_hundred_and_fifty_bytes():
    """Of ten names each: a million articles fit, where their cards would not."""
    peaks = []
    for count in (1000, 5000):
        tracemalloc.start()
        assert len(find(_Many(count))) >= 50
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 4000 * 150
