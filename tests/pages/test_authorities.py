import pytest
from archives import card, catalog

from generator.model.address import Addresses
from generator.model.authority import Office, Person, Source, Topic
from generator.model.dating import parse_dating
from generator.model.page import IndexPage
from generator.pages.authorities import plan_sources, plan_topics
from generator.pages.charts import view_office
from generator.pages.people import plan_people
from generator.pages.views import Views, describe_life, identifier_links

HERE = Addresses("/")


def pages(plan, *cards, records=(), size=50):
    """Everything that is planned, by address."""
    return {recipe.url: recipe.make() for recipe in plan(Views(catalog(*cards, records=records), HERE), size)}


def test_a_person_with_everything():
    ada = Person(
        id="ada-holm", name="Ada Holm", variants=("A. Holm",), note="A *minister*.", born=parse_dating("1950-03-21"),
        offices=(Office(title="Mayor", start=parse_dating("2010"), end=parse_dating("2014")),),
        identifiers={"wikidata": "Q1"},
    )  # fmt: skip
    bo = Person(id="bo-lind", name="Bo Lind")
    made = pages(
        plan_people,
        card("a", "2015", people=("ada-holm", "bo-lind"), topics=("harbour",)),
        card("b", "2014", people=("ada-holm",), topics=("harbour",)),
        records=(ada, bo, Topic(id="harbour", name="Harbour")),
    )
    page = made["/people/ada-holm/"]
    assert (page.title, page.count, page.variants, page.note) == ("Ada Holm", 2, ("A. Holm",), "A *minister*.")
    assert (page.life, page.verified, page.feed) == ("born 21 March 1950", True, "/people/ada-holm/feed.xml")
    assert [(o.title, o.years) for o in page.offices] == [("Mayor", "2010 to 2014")]
    assert [(link.title, link.url) for link in page.identifiers] == [("Wikidata", "https://www.wikidata.org/wiki/Q1")]
    assert [(t.title, t.count) for t in page.companions] == [("Bo Lind", 1)]
    assert [(t.title, t.count) for t in page.topics] == [("Harbour", 2)]
    assert [(group.title, group.url) for group in page.groups] == [("2015", "/dates/2015/"), ("2014", "/dates/2014/")]


def test_a_person_who_is_nowhere_named_has_no_page():
    made = pages(plan_people, card("a"), records=(Person(id="ada-holm", name="Ada Holm"),))
    assert list(made) == ["/people/"]


def test_a_topic_without_articles_has_a_page():
    made = pages(plan_topics, records=(Topic(id="harbour", name="Harbour"),))
    assert made["/topics/harbour/"].count == 0


def test_topics_lead_to_each_other():
    made = pages(
        plan_topics,
        records=(Topic(id="port", name="Port", related=("sea",)), Topic(id="pier", name="Pier", broader=("port",)),
                 Topic(id="sea", name="Sea")),
    )  # fmt: skip
    assert [link.title for link in made["/topics/pier/"].broader] == ["Port"]
    assert [link.title for link in made["/topics/port/"].narrower] == ["Pier"]
    assert [link.title for link in made["/topics/port/"].related] == ["Sea"]


def test_a_source_leads_to_its_own_pages_only_by_a_web_address():
    for url, homepage in (("https://tide.example/", "https://tide.example/"), ("javascript:alert(1)", None)):
        made = pages(plan_sources, card("a", source="wire"), records=(Source(id="wire", name="Wire", url=url),))
        assert made["/sources/wire/"].homepage == homepage


def test_older_pages_hold_nothing_that_a_new_article_changes():
    """Counts, companions and notes stand on the front page alone."""
    cards = [card(f"a{n:03}", "2015", people=("ada-holm",)) for n in range(60)]
    ada = Person(id="ada-holm", name="Ada Holm", note="x", variants=("A. Holm",))
    before = pages(plan_people, *cards, records=(ada,), size=5)
    after = pages(plan_people, card("new", "2016", people=("ada-holm",)), *cards, records=(ada,), size=5)
    numbered = [url for url in before if "/page/" in url]
    assert len(numbered) > 5
    same = [url for url in numbered if before[url] == after[url]]
    assert len(same) >= len(numbered) - 1
    assert all(before[url].count is None and before[url].crumbs[-1].url == "/people/ada-holm/" for url in numbered)


def test_people_are_found_under_their_last_name():
    made = pages(
        plan_people,
        card("a", people=("ada-holm", "emil-aest", "zoe", "lavrov", "hans")),
        records=(
            Person(id="ada-holm", name="Ada Holm"), Person(id="emil-aest", name="Émil Äst"),
            Person(id="zoe", name="Zoë"), Person(id="lavrov", name="Сергей Лавров"),
            Person(id="hans", name="Hans 2nd"),
        ),
    )  # fmt: skip
    index = made["/people/"]
    assert isinstance(index, IndexPage)
    assert [(group.title, [tally.title for tally in group.tallies]) for group in index.groups] == [
        ("#", ["Hans 2nd"]), ("A", ["Émil Äst"]), ("H", ["Ada Holm"]), ("L", ["Сергей Лавров"]), ("Z", ["Zoë"]),
    ]  # fmt: skip
    assert index.count == 5


@pytest.mark.parametrize("name", ["🔥", "2015", "...", "بحر", "a" * 300])
def test_any_name_has_its_place_in_the_index(name):
    made = pages(plan_topics, records=(Topic(id="t", name=name),))
    assert [tally.title for group in made["/topics/"].groups for tally in group.tallies] == [name]


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2010-05", "2014", "2010 to 2014"), ("2010-01", "2010-12", "2010"), ("2010", None, "since 2010"),
        (None, "2014", "until 2014"), (None, None, ""), ("XXXX-05", None, ""),
    ],
)  # fmt: skip
def test_the_years_of_an_office(start, end, years):
    office = Office(
        title="Mayor", organisation="Port", start=start and parse_dating(start), end=end and parse_dating(end)
    )
    view = view_office(office)
    assert (view.title, view.years) == ("Mayor, Port", years)


@pytest.mark.parametrize(
    ("born", "died", "life"),
    [
        ("1931", "2022", "1931 to 2022"), ("1950-03-21", None, "born 21 March 1950"),
        (None, "2022~", "died about 2022"), (None, None, ""),
    ],
)  # fmt: skip
def test_a_life_in_words(born, died, life):
    person = Person(id="a", name="A", born=born and parse_dating(born), died=died and parse_dating(died))
    assert describe_life(person) == life


def test_only_known_and_harmless_identifiers_lead_anywhere():
    links = identifier_links(
        {"Wikidata": "Q1", "viaf": "12", "unknown": "x", "isni": "../evil", "iptc": 'medtop:1" onclick="x'}
    )
    assert [(link.title, link.url) for link in links] == [
        ("Wikidata", "https://www.wikidata.org/wiki/Q1"), ("VIAF", "https://viaf.org/viaf/12/"),
    ]  # fmt: skip
