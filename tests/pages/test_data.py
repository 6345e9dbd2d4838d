import json
from dataclasses import replace

from archives import card, catalog, site

from generator.model.address import Addresses
from generator.model.authority import Office, Person
from generator.model.dating import parse_dating
from generator.model.files import DataFile
from generator.pages import plan_pages

ADA = Person(
    id="ada-holm",
    name="Ada Holm",
    variants=("A. Holm",),
    offices=(Office(title="Mayor", organisation="Port Holm", start=parse_dating("2010-05")),),
    identifiers={"wikidata": "Q1", "house": "7"},
    born=parse_dating("1961"),
    aliases=("ada",),
    note="A *mayor*.",
)


def files(*cards, records=(ADA,)):
    plan = plan_pages(site(), catalog(*cards, records=records), ())
    return {
        recipe.url: json.loads(json.dumps(made.values))
        for recipe in plan.recipes
        if isinstance(made := recipe.make(), DataFile) and not recipe.listed
    }


def test_the_index_holds_everybody_who_has_a_page():
    made = files(
        card("a", "2015-05-19", people=("ada-holm",)),
        card("b", "2014", people=("ada-holm",)),
        card("c", people=("bo",)),
        records=(ADA, Person(id="bo", name="Bo Lind"), Person(id="eva", name="Eva")),
    )
    assert made["/archive/people/index.json"] == [
        {"id": "ada-holm", "preferred": "Ada Holm", "variants": ["A. Holm"], "count": 2, "first": "2014-01-01",
         "last": "2015-05-19"},
        {"id": "bo", "preferred": "Bo Lind", "variants": [], "count": 1, "first": None, "last": None},
    ]  # fmt: skip


def test_the_file_of_a_person_says_what_the_page_says():
    made = files(card("deal", "2015-05", people=("ada-holm",)))
    assert made["/archive/people/ada-holm/person.json"] == {
        "id": "ada-holm",
        "preferred": "Ada Holm",
        "variants": ["A. Holm"],
        "count": 1,
        "first": "2015-05-01",
        "last": "2015-05-31",
        "url": "/archive/people/ada-holm/",
        "verified": True,
        "offices": [{"title": "Mayor", "organisation": "Port Holm", "from": "2010-05", "to": None}],
        "identifiers": {"wikidata": "Q1", "house": "7"},
        "same_as": ["https://www.wikidata.org/wiki/Q1"],
        "born": "1961",
        "died": None,
        "former_ids": ["ada"],
        "note": "A *mayor*.",
        "possibly_same": [],
        "articles": [
            {"title": "Deal", "url": "/archive/articles/deal/", "published": "2015-05", "source": None,
             "name": "ada-holm", "confidence": 1.0, "ground": "decided", "reason": "decided by a person"}
        ],
    }  # fmt: skip


def test_the_file_of_a_person_says_who_is_possibly_the_same():
    made = files(card("a", named=("Ada Holm",)), card("b", named=("A. M. Holm",)), records=(replace(ADA, variants=()),))
    values = made["/archive/people/ada-holm/person.json"]
    assert values["possibly_same"] == [
        {"id": "A. M. Holm", "confidence": 0.825, "reason": "an initial, a name left out"}
    ]
    assert values["articles"][0]["ground"] == "record"


def test_an_archive_without_people():
    made = files(card("a"))
    assert made["/archive/people/index.json"] == made["/archive/topics/index.json"] == []
    assert not any("person.json" in url for url in made)


def test_addresses_of_data():
    here = Addresses("/archive/")
    assert here.output_path(here.people_data) == "people/index.json"
    assert here.output_path(here.person_data("ada")) == "people/ada/person.json"
