from archives import card, catalog, site

from generator.model.authority import Person
from generator.model.files import Sitemap
from generator.pages import feeds, plan_pages

HOST = "https://harbour.example"
ADA = Person(id="ada-holm", name="Ada Holm")


def sitemaps(*cards, **settings):
    plan = plan_pages(site(f"{HOST}/archive/", **settings), catalog(*cards, records=(ADA,)), ())
    made = (page for recipe in plan.recipes if isinstance(page := recipe.make(), Sitemap))
    return {sitemap.url.removeprefix("/archive/"): sitemap for sitemap in made}


def days(sitemap):
    return {entry.url.removeprefix(f"{HOST}/archive/"): entry.lastmod for entry in sitemap.entries}


def test_the_index_leads_to_a_sitemap_for_each_kind_of_page():
    made = sitemaps(card("a", "2015-05-19"))
    assert made["sitemap.xml"].is_index
    assert {*days(made["sitemap.xml"])} == made.keys() - {"sitemap.xml"}
    assert days(made["sitemap-articles-1.xml"]) == {"articles/a/": "2015-05-19"}


def test_a_page_has_the_last_day_that_it_speaks_of():
    cards = [
        card("a", "2015-05-19", people=("ada-holm",)),
        card("b", "2016-01-02", people=("ada-holm",)),
        card("c", "2017?", people=("ada-holm",)),
        card("d"),
    ]
    made = sitemaps(*cards)
    assert days(made["sitemap-articles-1.xml"]) == {
        "articles/a/": "2015-05-19", "articles/b/": "2016-01-02", "articles/c/": None, "articles/d/": None,
    }  # fmt: skip
    assert days(made["sitemap-people-1.xml"])["people/ada-holm/"] == "2016-01-02"
    assert days(made["sitemap.xml"])["sitemap-articles-1.xml"] == "2016-01-02"


def test_no_sitemap_holds_more_than_crawlers_take(monkeypatch):
    monkeypatch.setattr(feeds, "MOST_ADDRESSES", 2)
    made = sitemaps(*(card(f"a{n}", "2015") for n in range(5)))
    assert [len(made[f"sitemap-articles-{n}.xml"].entries) for n in (1, 2, 3)] == [2, 2, 1]


def test_articles_that_are_known_by_their_originals_are_left_out():
    assert not any("articles" in name for name in sitemaps(card("a", "2015"), canonical="original"))
