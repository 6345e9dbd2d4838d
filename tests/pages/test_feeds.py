from archives import card, catalog, site

from generator.model.authority import Person, Source, Topic
from generator.model.files import Feed
from generator.pages import plan_pages
from generator.site import Lists

RECORDS = (
    Person(id="ada-holm", name="Ada Holm"),
    Topic(id="harbour", name="Harbour"),
    Source(id="tide-wire", name="Tide Wire"),
)


def feeds(*cards, **lists):
    plan = plan_pages(site(lists=Lists(**lists)), catalog(*cards, records=RECORDS), ())
    return {recipe.url: page for recipe in plan.recipes if isinstance(page := recipe.make(), Feed)}


def named(slug, published, **fields):
    return card(slug, published, people=("ada-holm",), topics=("harbour",), source="tide-wire", **fields)


def test_the_archive_and_every_person_topic_and_source_have_a_feed():
    made = feeds(named("a", "2015-05-19"))
    titles = {
        "/archive/feed": "The Harbour Archive",
        "/archive/people/ada-holm/feed": "Ada Holm – The Harbour Archive",
        "/archive/topics/harbour/feed": "Harbour – The Harbour Archive",
        "/archive/sources/tide-wire/feed": "Tide Wire – The Harbour Archive",
    }
    formats = {"xml": "atom", "json": "json"}
    assert {(url, feed.title, feed.format) for url, feed in made.items()} == {
        (f"{url}.{ending}", title, format_) for url, title in titles.items() for ending, format_ in formats.items()
    }
    assert all([entry.title for entry in feed.entries] == ["A"] for feed in made.values())


def test_only_articles_whose_day_is_certain():
    """A feed reader shows a date as a fact."""
    dates = ["2015-05-19", "2015-05", "2015", "2015-05-20?", "[2015-05-21,2016-05-21]", "2014/..", "XXXX-05-19", ""]
    made = feeds(*(card(f"a{n}", edtf) for n, edtf in enumerate(dates)))
    assert [entry.url for entry in made["/archive/feed.xml"].entries] == [
        "https://harbour.example/archive/articles/a0/"
    ]


def test_inferred_days_only_when_asked_for():
    cards = card("a", "2015-05-19"), card("b", "2015-05-20", inferred=True)
    assert len(feeds(*cards)["/archive/feed.xml"].entries) == 1
    assert len(feeds(*cards, feed_inferred=True)["/archive/feed.xml"].entries) == 2


def test_newest_first_and_no_more_than_asked_for():
    made = feeds(*(card(f"a{n:02}", f"2015-05-{n:02}") for n in range(1, 31)), feed_entries=3)
    assert [entry.published for entry in made["/archive/feed.xml"].entries] == [
        "2015-05-30T00:00:00Z", "2015-05-29T00:00:00Z", "2015-05-28T00:00:00Z",
    ]  # fmt: skip


def entry_of(*cards):
    (entry,) = feeds(*cards)["/archive/feed.xml"].entries
    return entry


def test_an_entry_says_what_the_list_says():
    entry = entry_of(named("deal", "2015-05-19", summary="In short.", language="de"))
    assert (entry.title, entry.summary, entry.source, entry.language) == ("Deal", "In short.", "Tide Wire", "de")


def test_an_id_outlives_a_new_title_and_a_new_date():
    before, after = entry_of(card("deal", "2015-05-19")), entry_of(card("deal", "2016-01-01", title="No deal"))
    assert before.id == after.id
    assert before.id.startswith("urn:uuid:")


def test_an_id_outlives_two_renamings():
    """A reader of the feed does not see the article again, as long as its former names are kept in order."""
    first = entry_of(card("deal", "2015-05-19"))
    renamed = entry_of(card("port-deal", "2015-05-19", aliases=("deal",)))
    again = entry_of(card("harbour-deal", "2015-05-19", aliases=("deal", "port-deal")))
    assert first.id == renamed.id == again.id
    assert again.url == "https://harbour.example/archive/articles/harbour-deal/"


def test_ids_differ_from_article_to_article():
    made = feeds(*(card(f"a{n}", "2015-05-19") for n in range(10)))["/archive/feed.xml"]
    assert len({entry.id for entry in made.entries}) == 10


def test_an_archive_without_a_certain_day_has_an_empty_feed():
    assert feeds(card("a"))["/archive/feed.xml"].entries == ()
