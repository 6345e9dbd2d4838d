import random

from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.address import Addresses
from generator.pages.lists import cut_list

HERE = Addresses("/")
URL = "/people/ada-holm/"

sizes = st.integers(5, 60)
lists = st.integers(0, 400).flatmap(
    lambda length: st.integers(0, 10**6).map(lambda seed: names(length, random.Random(seed)))
)


def names(count, rng):
    return [f"article-{rng.randrange(10**9)}-{n}" for n in range(count)]


def cut(slugs, size=50):
    return cut_list(slugs, URL, size, HERE)


def rewritten(before, after, size=50):
    """Addresses of which the file differs, links from page to page included."""
    old, new = ({page.url: page for page in cut(slugs, size)} for slugs in (before, after))
    return {url for url in old.keys() | new.keys() if old.get(url) != new.get(url)}


def test_an_empty_list_has_a_page():
    (page,) = cut([])
    assert (page.url, page.slugs, page.pager, page.is_front) == (URL, (), None, True)


def test_a_short_list_has_one_page_without_a_pager():
    (page,) = cut(["b", "a"])
    assert (page.url, page.slugs, page.pager) == (URL, ("b", "a"), None)


def test_pages_are_counted_from_the_oldest_and_lead_to_each_other():
    pages = cut(names(1000, random.Random(1)))
    last = len(pages)
    assert [page.pager.number for page in pages] == list(range(last, 0, -1))
    assert [page.url for page in pages] == [URL, *(f"{URL}page/{n}/" for n in range(last - 1, 0, -1))]
    assert [page.is_front for page in pages] == [True] + [False] * (last - 1)
    assert [page.pager.older for page in pages] == [*(page.url for page in pages[1:]), None]
    assert [page.pager.newer for page in pages] == [None, *(page.url for page in pages[:-1])]


@quick
@given(lists, sizes)
def test_every_article_stands_on_exactly_one_page_in_order(slugs, size):
    pages = cut(slugs, size)
    assert [slug for page in pages for slug in page.slugs] == slugs
    assert len({page.url for page in pages}) == len(pages)


@quick
@given(lists, sizes)
def test_pages_are_neither_too_short_nor_too_long(slugs, size):
    pages = cut(slugs, size)
    assert all(len(page.slugs) <= 2 * size + size // 2 for page in pages)
    if len(pages) > 1:
        assert all(len(page.slugs) >= size // 2 for page in pages)


@quick
@given(lists, sizes)
def test_a_newest_article_leaves_older_pages_alone(slugs, size):
    """But for the front page's neighbour, which leads to the page that the front page became."""
    before, after = {page.url: page for page in cut(slugs, size)}, cut(["newest", *slugs], size)
    assert after[0].slugs[0] == "newest"
    assert rewritten(slugs, ["newest", *slugs], size) <= {page.url for page in after[:3]}
    assert all(before[page.url].slugs == page.slugs for page in after[2:])


def test_a_thousand_articles_one_after_the_other_never_change_an_old_page():
    rng = random.Random(7)
    slugs = []
    settled = {}
    for slug in names(1000, rng):
        slugs.insert(0, slug)
        for page in cut(slugs)[2:]:
            assert settled.setdefault(page.url, page) == page


def test_an_article_that_comes_late_changes_few_pages():
    """Wherever it belongs in a list of a thousand; but for the few that split a page and number the newer ones anew."""
    rng = random.Random(1)
    slugs = names(1000, rng)
    counts = []
    for n in range(300):
        at = rng.randrange(1001)
        counts.append(len(rewritten(slugs, [*slugs[:at], f"late-{n}", *slugs[at:]])))
    assert sum(count <= 3 for count in counts) >= 0.95 * len(counts)


def test_an_article_that_goes_changes_few_pages():
    rng = random.Random(2)
    slugs = names(1000, rng)
    counts = [len(rewritten(slugs, slugs[:at] + slugs[at + 1 :])) for at in rng.sample(range(1000), 300)]
    assert sum(count <= 3 for count in counts) >= 0.95 * len(counts)
