from archives import card, catalog, site

from generator.model.cleaning import CleaningRecord, Passage, Verdict
from generator.model.files import Sitemap
from generator.model.page import CleaningOutline, Count, Link, Outline
from generator.pages import compose_cleaning_page, plan_articles_only, plan_pages

RECORD = "originals/ab/abcd.json"
WITH = card("deal", "2015-05-19", record=RECORD)
WITHOUT = card("pier", "2015-05-20")
ELSEWHERE = card("tide", "2015-05-21", record="originals/cd/cdef.json")
URL = "/archive/articles/deal/cleaning/"


def plan(records):
    return plan_pages(site(), catalog(WITH, WITHOUT, ELSEWHERE), (), records)


def made(plan, kind):
    return [page for recipe in plan.recipes if isinstance(page := recipe.make(), kind)]


def test_each_article_with_a_record_has_a_page_on_its_cleaning():
    (outline,) = made(plan({RECORD: "stamp"}), CleaningOutline)
    assert outline == CleaningOutline(
        url=URL,
        title="How this was cleaned",
        article=Link(title="Deal", url="/archive/articles/deal/"),
        language="en",
        record=RECORD,
        stamp="stamp",
    )


def test_the_article_leads_to_it():
    assert {o.slug: o.cleaning for o in made(plan({RECORD: "s"}), Outline)} == {
        "deal": URL, "pier": None, "tide": None,
    }  # fmt: skip
    part = plan_articles_only(site(), catalog(WITH), (), {"deal"}, {RECORD: "s"})
    assert [o.cleaning for o in made(part, Outline)] == [URL]


def test_search_engines_are_not_told():
    whole = plan({RECORD: "s"})
    assert [recipe.listed for recipe in whole.recipes if recipe.url == URL] == [False]
    listed = [entry.url for sitemap in made(whole, Sitemap) for entry in sitemap.entries]
    assert not [url for url in listed if "cleaning" in url]


def test_without_records_there_are_none():
    assert made(plan({}), CleaningOutline) == []
    assert plan({}).recipes[0].make() == plan_pages(site(), catalog(WITH, WITHOUT, ELSEWHERE), ()).recipes[0].make()


PASSAGES = (
    Passage(1, Verdict.FURNITURE, "menu", "Home\n"),
    Passage(2, Verdict.BLANK, "no words", "\n"),
    Passage(3, Verdict.HEADLINE, "the headline", "Deal\n"),
    Passage(4, Verdict.BODY, "the story's text", "It rained. "),
    Passage(4, Verdict.FURNITURE, "a link glued to the line", "Read more\n"),
    Passage(5, Verdict.FURNITURE, "menu", "About"),
)
OUTLINE = CleaningOutline(
    title="How this was cleaned",
    url=URL,
    article=Link(title="Deal", url="/archive/articles/deal/"),
    language="nb",
    record=RECORD,
    stamp="",
)


def test_the_page_tells_all_that_the_record_says():
    record = CleaningRecord(name="raw/a.txt", sha256="ab", encoding="cp1252", cleaner=3, passages=PASSAGES)
    page = compose_cleaning_page(OUTLINE, record)
    assert (page.url, page.article, page.language) == (URL, OUTLINE.article, "nb")
    assert (page.name, page.sha256, page.encoding, page.cleaner) == ("raw/a.txt", "ab", "cp1252", 3)
    assert (page.kept, page.removed) == (2, 2)
    assert page.reasons == (Count(title="menu", count=2), Count(title="a link glued to the line", count=1))
    assert page.passages == PASSAGES


def test_of_a_record_that_cannot_be_read_nothing_is_told():
    page = compose_cleaning_page(OUTLINE, None)
    assert (page.url, page.article, page.passages, page.kept) == (URL, OUTLINE.article, (), 0)
