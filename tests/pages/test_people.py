import json

import pytest
from archives import card, catalog

from generator.model.address import Addresses
from generator.model.authority import Office, Person, Source, Topic
from generator.model.catalog import Naming
from generator.model.dating import parse_dating
from generator.model.page import IndexPage
from generator.pages.people import plan_people
from generator.pages.views import Views, describe_life, identifier_links

HERE = Addresses("/")
ADA = Person(id="ada-holm", name="Ada Holm")
BO = Person(id="bo-lind", name="Bo Lind")


def pages(*cards, records=(), size=50):
    """Everything that is planned, by address."""
    views = Views(catalog(*cards, records=records), HERE, "https://harbour.example")
    return {recipe.url: recipe.make() for recipe in plan_people(views, size)}


def ada(*cards, records=(ADA, BO)):
    """Ada Holm's page."""
    return pages(*cards, records=records)["/people/ada-holm/"]


def test_a_person_with_everything():
    ada = Person(
        id="ada-holm", name="Ada Holm", variants=("A. Holm",), note="A *minister*.", born=parse_dating("1950-03-21"),
        offices=(Office(title="Mayor", start=parse_dating("2010"), end=parse_dating("2014")),),
        identifiers={"wikidata": "Q1"},
    )  # fmt: skip
    bo = Person(id="bo-lind", name="Bo Lind")
    made = pages(
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
    made = pages(card("a"), records=(Person(id="ada-holm", name="Ada Holm"),))
    assert list(made) == ["/people/"]


def test_older_pages_hold_nothing_that_a_new_article_changes():
    """Counts, companions and notes stand on the front page alone."""
    cards = [card(f"a{n:03}", "2015", people=("ada-holm",)) for n in range(60)]
    ada = Person(id="ada-holm", name="Ada Holm", note="x", variants=("A. Holm",))
    before = pages(*cards, records=(ada,), size=5)
    after = pages(card("new", "2016", people=("ada-holm",)), *cards, records=(ada,), size=5)
    numbered = [url for url in before if "/page/" in url]
    assert len(numbered) > 5
    same = [url for url in numbered if before[url] == after[url]]
    assert len(same) >= len(numbered) - 1
    assert all(before[url].count is None and before[url].crumbs[-1].url == "/people/ada-holm/" for url in numbered)


def test_people_are_found_under_their_last_name():
    made = pages(
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


def test_articles_stand_under_their_years_with_or_without_a_sentence():
    page = ada(
        card(
            "a",
            "2015",
            people=("ada-holm",),
            namings=(Naming(name="Ada Holm", excerpt="Ada Holm spoke.", person="ada-holm"),),
        ),
        card("b", "2014", people=("ada-holm",), namings=(Naming(name="Ada Holm", person="ada-holm"),)),
        card("c", people=("ada-holm",), namings=(Naming(name="Bo Lind", excerpt="Bo Lind spoke."),)),
    )
    assert [
        (group.id, group.title, group.url, [(m.item.title, m.sentence is None) for m in group.mentions])
        for group in page.groups
    ] == [
        ("2015", "2015", "/dates/2015/", [("A", False)]),
        ("2014", "2014", "/dates/2014/", [("B", True)]),
        ("undated", "Undated", "/dates/undated/", [("C", True)]),
    ]


def test_the_name_stands_apart_in_the_sentence():
    naming = Naming(name="Ada Holm", forms=("Holm",), excerpt="Then Holm, Ada Holm, spoke.", person="ada-holm")
    page = ada(card("a", "2015", people=("ada-holm",), namings=(naming,)))
    ((mention,),) = (group.mentions for group in page.groups)
    assert mention.item.title == "A"
    assert (mention.sentence.before, mention.sentence.name, mention.sentence.after) == (
        "Then ",
        "Holm",
        ", Ada Holm, spoke.",
    )


def test_forms_are_told_with_how_often_and_where_first():
    def named(slug, day, name, *forms):
        return card(slug, day, people=("ada-holm",), namings=(Naming(name=name, forms=forms, person="ada-holm"),))

    records = (Person(id="ada-holm", name="Ada Holm", variants=("A. Holm", "Ada Maria Holm")),)
    page = ada(
        named("new", "2016-01-02", "Ada Holm", "Holm"), named("old", "2015", "A. Holm", "Holm"),
        named("undated", "", "Ada Holm"), records=records,
    )  # fmt: skip
    assert [(form.text, form.count, form.first.url, form.date.text) for form in page.forms] == [
        ("Ada Holm", 2, "/articles/new/", "2 January 2016"),
        ("Holm", 2, "/articles/old/", "2015"),
        ("A. Holm", 1, "/articles/old/", "2015"),
    ]
    assert page.variants == ("Ada Maria Holm",)
    assert ada(named("a", "2015", "Ada Holm")).forms == ()


def test_whom_somebody_decided_on_is_found_by_what_they_wrote():
    naming = Naming(name="Holm", excerpt="Holm spoke.", person="ada-holm")
    assert [form.text for form in ada(card("a", "2015", people=("ada-holm",), namings=(naming,))).forms] == ["Holm"]


def test_a_year_leads_to_its_articles_on_whatever_page_they_are():
    cards = [card(f"a{n:02}", str(2000 + n // 4), people=("ada-holm",)) for n in range(40)]
    made = pages(*cards, card("u", people=("ada-holm",)), records=(ADA,), size=6)
    front = made["/people/ada-holm/"]
    assert [(bar.title, bar.count) for bar in front.years.bars] == [(str(2000 + n), 4) for n in range(10)]
    assert front.years.undated.count == 1
    for bar in front.years.bars:
        url, id_ = bar.url.split("#")
        assert id_ in [group.id for group in made[url].groups]


def test_companions_are_counted_by_year():
    page = ada(
        card("a", "2015", people=("ada-holm", "bo-lind")),
        card("b", "2014", people=("ada-holm", "bo-lind")),
        card("c", "2014", people=("bo-lind", "ada-holm")),
        card("d", "2013", people=("ada-holm",)),
        card("e", people=("ada-holm", "bo-lind")),
    )
    assert page.companion_years == ("2014", "2015", "Undated")
    assert [(c.title, c.url, c.count, c.counts) for c in page.companions] == [
        ("Bo Lind", "/people/bo-lind/", 4, (2, 1, 1))
    ]


def test_sources_of_the_articles():
    wire = Source(id="wire", name="Wire")
    page = ada(card("a", people=("ada-holm",), source="wire"), records=(ADA, wire))
    assert [(tally.title, tally.count) for tally in page.sources] == [("Wire", 1)]


def test_a_person_in_the_words_of_schema_org():
    records = (
        Person(
            id="ada-holm", name="Ada Holm", variants=("A. Holm",), born=parse_dating("1950-03-21"),
            died=parse_dating("2022~"), identifiers={"wikidata": "Q1", "local": "7"},
            offices=(Office(title="Mayor", organisation="Port", start=parse_dating("2010")),),
        ),
    )  # fmt: skip
    data = ada(card("a", people=("ada-holm",)), records=records).linked_data
    assert data == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Ada Holm",
        "url": "https://harbour.example/people/ada-holm/",
        "alternateName": ["A. Holm"],
        "sameAs": ["https://www.wikidata.org/wiki/Q1"],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "wikidata", "value": "Q1"},
            {"@type": "PropertyValue", "propertyID": "local", "value": "7"},
        ],
        "birthDate": "1950-03-21",
        "hasOccupation": [
            {
                "@type": "Role",
                "hasOccupation": {"@type": "Occupation", "name": "Mayor, Port"},
                "startDate": "2010",
            }
        ],
    }
    assert json.loads(json.dumps(data)) == data


def test_people_by_count():
    cards = [card(f"a{n}", people=("ada-holm", "bo-lind") if n < 2 else ("ada-holm",)) for n in range(5)]
    page = pages(*cards, records=(ADA, BO))["/people/by/count/"]
    assert [(group.id, group.title, [t.title for t in group.tallies]) for group in page.groups] == [
        ("from-5", "5 articles or more", ["Ada Holm"]), ("from-2", "2 articles or more", ["Bo Lind"]),
    ]  # fmt: skip
    assert [crumb.url for crumb in page.crumbs] == ["/people/"]


def test_people_by_office():
    earlier = Office(
        title="Secretary-General", organisation="Port", start=parse_dating("2010"), end=parse_dating("2014")
    )
    later = Office(title="Secretary General", organisation="Port", start=parse_dating("2014"))
    records = (
        Person(id="ada-holm", name="Ada Holm", offices=(later, Office(title="Mayor"))),
        Person(id="bo-lind", name="Bo Lind", offices=(earlier,)),
    )
    made = pages(card("a", people=("ada-holm", "bo-lind")), records=records)
    page = made["/people/by/office/"]
    assert [(group.title, [(t.title, t.detail) for t in group.tallies]) for group in page.groups] == [
        ("Mayor", [("Ada Holm", "")]),
        ("Secretary General", [("Bo Lind", "Port, 2010 to 2014"), ("Ada Holm", "Port, since 2014")]),
    ]
    assert [link.url for link in page.orders] == ["/people/", "/people/by/count/", "/people/by/office/"]
    assert page.orders == made["/people/"].orders == made["/people/by/count/"].orders


def test_without_offices_there_is_no_page_for_them():
    made = pages(card("a", people=("ada-holm",)), records=(ADA,))
    assert sorted(url for url in made if "/by/" in url) == ["/people/by/count/"]


def test_the_index_says_whom_nobody_has_verified():
    found = Person(id="cy-moe", name="Cy Moe", verified=False)
    made = pages(card("a", people=("ada-holm", "cy-moe")), records=(ADA, found))
    for url in ("/people/", "/people/by/count/"):
        tallies = [tally for group in made[url].groups for tally in group.tallies]
        assert [(tally.title, tally.detail) for tally in tallies] == [("Ada Holm", ""), ("Cy Moe", "not verified")]
