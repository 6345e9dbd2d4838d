import pytest
from archives import authority, card, catalog

from generator.catalog import compile_catalog
from generator.model.address import Addresses
from generator.model.authority import Source, Topic
from generator.pages.sources import plan_sources
from generator.pages.topics import plan_topics
from generator.pages.views import Views

HERE = Addresses("/")


def pages(plan, *cards, records=(), size=50):
    """Everything that is planned, by address."""
    return {recipe.url: recipe.make() for recipe in plan(Views(catalog(*cards, records=records), HERE), size)}


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


@pytest.mark.parametrize("name", ["🔥", "2015", "...", "بحر", "a" * 300])
def test_any_name_has_its_place_in_the_index(name):
    made = pages(plan_topics, records=(Topic(id="t", name=name),))
    assert [tally.title for group in made["/topics/"].groups for tally in group.tallies] == [name]


PORT = Topic(id="port", name="Port")
PIER = Topic(id="pier", name="Pier", broader=("port",))


def test_topic_page_tells_years_ends_and_shares():
    cards = [
        card("new", "2016-02-03", topics=("port",), source="wire"),
        card("old", "2014-02-03", topics=("port",), source="wire"),
        card("lost", topics=("port",), source="post"),
    ]
    wire, post = Source(id="wire", name="Wire"), Source(id="post", name="Post")
    page = pages(plan_topics, *cards, records=(PORT, wire, post))["/topics/port/"]
    assert [(bar.title, bar.url) for bar in page.years.bars] == [
        ("2014", "/topics/port/#2014"),
        ("2016", "/topics/port/#2016"),
    ]
    assert [group.id for group in page.groups] == ["2016", "2014", "undated"]
    assert (page.first.title, page.latest.title) == ("Old", "New")
    assert [(tally.title, tally.detail) for tally in page.sources] == [("Wire", "67 %"), ("Post", "33 %")]


def test_related_topics_lead_both_ways_and_are_not_the_wider_or_narrower_ones():
    sea = Topic(id="sea", name="Sea", related=("port", "pier"))
    made = pages(plan_topics, records=(Topic(id="port", name="Port", related=("pier",)), PIER, sea))
    assert [link.title for link in made["/topics/port/"].related] == ["Sea"]
    assert [link.title for link in made["/topics/pier/"].related] == ["Sea"]


def test_topics_stand_as_a_tree_where_any_is_wider():
    made = pages(plan_topics, records=(PORT, PIER, Topic(id="air", name="Air")))
    (air, port) = made["/topics/by/tree/"].tree
    assert (air.tally.title, air.branches) == ("Air", ())
    assert [branch.tally.title for branch in port.branches] == ["Pier"]
    assert "/topics/by/tree/" not in pages(plan_topics, records=(PORT,))


def test_topics_in_a_circle_stand_in_the_tree_once_each_way():
    records = (Topic(id="a", name="A", broader=("b",)), Topic(id="b", name="B", broader=("a",)))
    made, _ = compile_catalog([], authority(*records), (), page_threshold=2)
    recipes = {recipe.url: recipe for recipe in plan_topics(Views(made, HERE), 50)}
    (branch,) = recipes["/topics/by/tree/"].make().tree
    assert [below.tally.title for below in branch.branches] == ["B"]
    assert branch.branches[0].branches == ()


def test_the_subject_of_a_topic_leads_to_where_it_is_defined():
    made = pages(plan_topics, records=(Topic(id="a", name="A", identifiers={"iptc": "medtop:20000418"}),))
    (link,) = made["/topics/a/"].identifiers
    assert (link.title, link.url) == ("IPTC: climate change", "https://cv.iptc.org/newscodes/mediatopic/20000418")
