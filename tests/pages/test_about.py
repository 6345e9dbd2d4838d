from archives import card, catalog, site

from generator.model.authority import Person, Source, TextPage, Topic
from generator.model.page import AboutPage
from generator.pages import plan_pages

RECORDS = (Person(id="ada", name="Ada"), Source(id="wire", name="Wire"), Topic(id="sea", name="Sea"))


def about(*cards, pages=(), cleanings=()):
    plan = plan_pages(site(), catalog(*cards, records=RECORDS, pages=pages), (), dict.fromkeys(cleanings, "stamp"))
    (page,) = [made for recipe in plan.recipes if isinstance(made := recipe.make(), AboutPage)]
    return page, plan


def figures(some):
    return {figure.title: figure.count for figure in some}


def test_the_archive_counts_what_it_holds():
    page, _ = about(
        card("a", "2015-05-19", source="wire", people=("ada",), topics=("sea",), record="originals/a.json"),
        card("b", "2015-05", language="de"),
        card("c", "2017-02-18?"),
        card("d"),
        cleanings=["originals/a.json"],
    )
    held = figures(page.holdings)
    assert (held["Articles"], held["Sources"], held["People"], held["Topics"], held["Languages"]) == (4, 1, 1, 1, 2)
    assert held["Articles that show what was removed from their page, and why"] == 1
    assert held["Lines that were removed from these pages"] == 0
    assert page.cleaned
    assert figures(page.datings) == {
        "The day is known": 1,
        "Only the month or the year is known": 1,
        "The date is believed, with reasons": 1,
        "Undated": 1,
    }
    assert sum(figures(page.datings).values()) == held["Articles"]


def test_the_archive_names_its_gaps():
    page, _ = about(card("a", "2012"), card("b", "2015-05-19", source="wire"), card("c"))
    gaps = figures(page.gaps)
    assert gaps["Articles of which no year is known"] == 1
    assert gaps["Articles of which no source is known"] == 2
    assert gaps["Articles without a saved page"] == 3
    assert page.empty_years == ("2013", "2014")
    assert not page.cleaned


def test_what_people_wrote_stands_first_and_names_the_page():
    page, plan = about(card("a"), pages=(TextPage(id="about", title="Our archive", body="*Ours.*"),))
    assert (page.title, page.body, page.url) == ("Our archive", "*Ours.*", "/archive/about/")
    assert [link.title for link in plan.site.menu][-1] == "Our archive"


def test_an_archive_of_which_nobody_wrote_has_the_page_too():
    page, plan = about(card("a"))
    assert (page.title, page.body) == ("About this archive", "")
    assert plan.site.menu[-1].url == page.url


def test_a_page_that_its_writer_keeps_out_of_the_menu_stays_out():
    _, plan = about(card("a"), pages=(TextPage(id="about", title="About", body="", menu=False),))
    assert all(link.title != "About" for link in plan.site.menu)
