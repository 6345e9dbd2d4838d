import pytest
from archives import card, catalog

from generator.model.address import Addresses
from generator.model.authority import Source, Topic
from generator.pages.authorities import plan_sources, plan_topics
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
