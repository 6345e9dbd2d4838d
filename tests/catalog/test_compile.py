import pytest
from archives import authority, card, catalog, quick, said
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import compile_catalog
from generator.model.authority import Person, Source, Topic
from generator.model.catalog import Naming
from generator.model.slug import short_digest
from generator.model.value import replace

ADA = Person(id="ada-holm", name="Ada Holm", variants=("A. Holm",), aliases=("ada",))
HARBOUR = Topic(id="harbour", name="Harbour", variants=("Port",), aliases=("docks",))
WIRE = Source(id="tide-wire", name="Tide Wire", variants=("TIDE WIRE SERVICE",), aliases=("wire",))


def problems_of(*cards, records=(ADA, HARBOUR, WIRE)):
    made, problems = compile_catalog(cards, authority(*records), (), page_threshold=2)
    return made, said(problems)


def test_newest_first_undated_last_and_ties_by_slug():
    made = catalog(
        card("u2"), card("u1"), card("y", "2015"), card("b", "2015-05-19"), card("a", "2015-05-19"),
        card("m", "2015-05"), card("new", "2016-01-01"), card("day-only", "XXXX-05-19"),
    )  # fmt: skip
    assert list(made.cards) == ["new", "a", "b", "m", "y", "day-only", "u1", "u2"]


@pytest.mark.parametrize("name", ["ada-holm", "ada", "Ada Holm", "A. Holm", "Holm, Ada", "ADA HOLM", "Mayor Ada Holm"])
def test_every_form_of_a_name_leads_to_the_person(name):
    made = catalog(card("a", people=(name,)), records=(ADA,))
    assert made.people_of["a"] == ("ada-holm",)
    assert made.by_person == {"ada-holm": ("a",)}
    assert made.names_of == {}


@pytest.mark.parametrize("name", ["harbour", "Harbour", "PORT", "docks"])
def test_every_form_of_a_topic_leads_to_it(name):
    assert catalog(card("a", topics=(name,)), records=(HARBOUR,)).by_topic == {"harbour": ("a",)}


@pytest.mark.parametrize("name", ["tide-wire", "Tide Wire", "Tide Wire Service", "wire"])
def test_every_form_of_a_source_leads_to_it(name):
    made = catalog(card("a", source=name), records=(WIRE,))
    assert made.by_source == {"tide-wire": ("a",)}
    assert made.cards["a"].source == "tide-wire"


def test_two_forms_of_one_name_count_once():
    made = catalog(card("a", people=("Ada Holm", "ada-holm"), topics=("Port", "harbour")), records=(ADA, HARBOUR))
    assert made.people_of["a"] == ("ada-holm",)
    assert made.topics_of["a"] == ("harbour",)


def test_lists_follow_the_order_of_the_catalog():
    made = catalog(card("old", "2001", people=("ada-holm",)), card("new", "2015", people=("ada-holm",)), records=(ADA,))
    assert made.by_person["ada-holm"] == ("new", "old")


def test_an_unknown_person():
    made, problems = problems_of(card("a", people=("b-keller", "ada-holm")))
    assert problems == [
        'content/articles/a.md: people: "b-keller" has no authority record. '
        "Add content/people/b-keller.md, or list the name as a variant in an existing one."
    ]
    assert made.people_of["a"] == ("ada-holm",)
    assert made.names_of["a"] == ("b-keller",)


def test_an_unknown_person_whose_name_is_near_a_known_one():
    _, problems = problems_of(card("a", people=("ada-holn",)))
    assert problems == [
        'content/articles/a.md: people: "ada-holn" has no authority record. Did you mean "ada-holm"? '
        "Add content/people/ada-holn.md, or list the name as a variant in an existing one."
    ]


def test_an_unknown_person_in_two_articles_is_told_for_each():
    _, problems = problems_of(card("a", people=("Bo",)), card("b", people=("Bo",)))
    assert len(problems) == 2


def test_an_unknown_topic():
    made, problems = problems_of(card("a", topics=("Fishing boats",)))
    assert problems == [
        'content/articles/a.md: topics: "Fishing boats" has no authority record. '
        "Add content/topics/fishing-boats.md, or correct the name."
    ]
    assert made.topics_of["a"] == ()


def test_an_unknown_source_is_shown_under_its_name():
    made, problems = problems_of(card("a", source="Daily/Planet"), card("b", source="Daily/Planet"))
    assert problems == [
        f'content/articles/{slug}.md: source: "Daily/Planet" has no authority record. '
        "Add content/sources/daily-planet.md, or correct the name."
        for slug in "ab"
    ]
    assert made.authority.sources["daily-planet"].name == "Daily/Planet"
    assert made.by_source == {"daily-planet": ("a", "b")}


@pytest.mark.parametrize("name", ["../../etc", "🔥", "con", "بحر", "a" * 300, "<script>"])
def test_a_strange_source_name_has_a_safe_address(name):
    made, problems = problems_of(card("a", source=name))
    (id_,) = made.by_source
    assert made.authority.sources[id_].name == name
    assert len(problems) == 1
    assert all(character.isascii() and (character.isalnum() or character == "-") for character in id_)


def test_two_articles_with_one_slug_both_survive():
    """One problem names both files, and each has an address of its own whatever order they come in."""
    first = card("deal", "2015-05-19", path="articles/2015/deal.md", title="First")
    second = card("deal", "2016-05-19", path="articles/2016/deal.md", title="Second")
    for cards in ((first, second), (second, first)):
        made, problems = problems_of(*cards)
        assert {card.slug: card.title for card in made.cards.values()} == {
            "deal": "First",
            f"deal-{short_digest('articles/2016/deal.md')}": "Second",
        }
        assert problems == [
            'content/articles/2016/deal.md: articles/2015/deal.md has the address "deal" too. '
            "Rename one of the two files."
        ]


def test_three_articles_with_one_slug():
    made, problems = problems_of(*(card("deal", path=f"articles/{year}/deal.md") for year in (2015, 2016, 2017)))
    assert len(made.cards) == 3
    assert len(problems) == 2


def test_a_name_found_often_enough_gets_an_unverified_page():
    made = catalog(
        card("a", named=("Bruno Keller", "Ada Holm")), card("b", named=("Keller, Bruno",)),
        card("c", named=("Bo Lind",)), records=(ADA,),
    )  # fmt: skip
    assert made.by_person == {"ada-holm": ("a",), "bruno-keller": ("a", "b")}
    keller = made.authority.people["bruno-keller"]
    assert (keller.name, keller.variants, keller.verified) == ("Bruno Keller", ("Keller, Bruno",), False)
    assert made.authority.people["ada-holm"].verified
    assert made.names_of == {"c": ("Bo Lind",)}


@pytest.mark.parametrize(("threshold", "pages"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 0)])
def test_the_threshold(threshold, pages):
    made = catalog(*(card(slug, named=("Bruno Keller",)) for slug in "abc"), threshold=threshold)
    assert len(made.by_person) == pages
    assert len(made.names_of) == (0 if pages else 3)


@pytest.mark.parametrize(("chance", "pages"), [(69, 0), (70, 1)])
def test_the_threshold_counts_articles_that_likely_name_a_person(chance, pages):
    doubtful = Naming(name="Bruno Keller", chance=chance)
    made = catalog(
        card("a", named=("Bruno Keller",), namings=(Naming(name="Bruno Keller"),)),
        card("b", named=("Bruno Keller",), namings=(doubtful,)),
    )
    assert len(made.by_person) == pages


def test_a_doubtful_name_that_its_office_joins_to_a_clear_one_is_a_persons():
    right, slip = "Jonas Hagelund", "Lonas Hagelund"
    made = catalog(
        card("a", named=(right,), namings=(Naming(name=right),), roles=((right, "NATO Secretary-General"),)),
        card("b", named=(slip,), namings=(Naming(name=slip, chance=54),), roles=((slip, "NATO General Secretary"),)),
    )
    assert list(made.by_person) == ["jonas-hagelund"]
    (link,) = made.links_of["b"]
    assert link.confidence >= 0.9
    assert "likely a name" not in link.reason


def test_a_link_is_no_surer_than_that_its_name_is_a_persons():
    made = catalog(
        card("a", named=("Ada Holm",), namings=(Naming(name="Ada Holm"),)),
        card("b", named=("Ada Holm",), namings=(Naming(name="Ada Holm", chance=60),)),
        records=(ADA,),
    )
    links = [made.links_of[slug][0] for slug in "ab"]
    assert [(link.confidence, link.reason) for link in links] == [
        (0.98, "a name of the record"),
        (0.59, "a name of the record; 60% likely a name"),
    ]


def test_the_threshold_counts_articles_not_forms():
    """One article that writes a name in two ways is still one article."""
    made = catalog(card("a", named=("Sergei Lavrov", "Sergey Lavrov")), threshold=2)
    assert made.by_person == {}


def test_a_single_word_is_too_little_for_a_page():
    assert catalog(card("a", named=("Keller",)), card("b", named=("Keller",))).by_person == {}


def test_a_name_that_a_person_decided_makes_no_page_by_itself():
    """An unknown name in front matter is a mistake to mend, not a discovery."""
    made, problems = problems_of(card("a", people=("Bo Lind",)), card("b", people=("Bo Lind",)))
    assert made.by_person == {}
    assert len(problems) == 2


def test_an_unverified_page_takes_no_address_that_is_in_use():
    bo = Person(id="bo-lind", name="Somebody Else")
    made = catalog(card("a", named=("Bo Lind",)), card("b", named=("Bo Lind",)), records=(bo,))
    (id_,) = made.by_person
    assert id_ == f"bo-lind-{short_digest('bo lind')}"


def test_an_unverified_page_takes_no_former_address():
    old = Person(id="somebody-else", name="Somebody Else", aliases=("bo-lind",))
    made = catalog(card("a", named=("Bo Lind",)), card("b", named=("Bo Lind",)), records=(old,))
    assert list(made.by_person) == [f"bo-lind-{short_digest('bo lind')}"]


def test_topics_found_in_the_text_count_only_where_nobody_decided():
    made = catalog(card("a", topics=(), matched=("harbour",)), card("b", matched=("harbour",)), records=(HARBOUR,))
    assert made.by_topic == {"harbour": ("b",)}


def test_names_found_in_the_text_count_only_where_nobody_decided():
    made = catalog(card("a", people=(), named=("Ada Holm",)), card("b", named=("Ada Holm",)), records=(ADA,))
    assert made.by_person == {"ada-holm": ("b",)}


def test_a_variant_that_two_people_claim_leads_to_neither():
    made, problems = problems_of(
        card("a", named=("J. Smith",)),
        records=(Person(id="john", name="John Smith", variants=("J. Smith",)),
                 Person(id="jane", name="Jane Smith", variants=("J. Smith",))),
    )  # fmt: skip
    assert made.by_person == {}
    assert problems == [
        'content/people/jane.md: The name "j smith" is claimed by people/jane.md and people/john.md, '
        "so it leads to neither. Take the variant out of one, or merge them: dateline people merge jane john"
    ]


def test_a_topic_that_refers_to_one_that_is_not_there():
    _, problems = problems_of(records=(HARBOUR, Topic(id="pier", name="Pier", broader=("harbor",), related=("sea",))))
    assert problems == [
        'content/topics/pier.md: broader: There is no topic "harbor". Did you mean "harbour"?',
        'content/topics/pier.md: related: There is no topic "sea". Add content/topics/sea.md.',
    ]


def test_an_empty_archive():
    made = catalog()
    assert (made.cards, made.by_person, made.by_topic, made.by_source) == ({}, {}, {}, {})


names = st.sampled_from(["ada-holm", "Ada Holm", "Bo Lind", "Lind, Bo", "Nobody"])
dates = st.sampled_from(["", "2015", "2015-05", "2015-05-19", "2015-05-19?", "[2014,2016]", "2014/.."])
cards = st.lists(
    st.builds(
        lambda slug, folder, date, people, named, source: card(
            slug, date, path=f"articles/{folder}/{slug}.md", people=people, named=named, source=source
        ),
        st.sampled_from("abcdef"),
        st.sampled_from("123"),
        dates,
        st.none() | st.lists(names, max_size=2).map(tuple),
        st.lists(names, max_size=3).map(tuple),
        st.sampled_from([None, "tide-wire", "Other/Outlet"]),
    ),
    max_size=8,
    unique_by=lambda card: card.path,
)


@quick
@given(cards.flatmap(lambda given: st.tuples(st.just(given), st.permutations(given))))
def test_the_order_of_input_does_not_change_the_catalog(pair):
    """Nor what is said about it, nor the order within it."""
    (one, said_one), (other, said_other) = (
        compile_catalog(given, authority(ADA, WIRE), (), page_threshold=2) for given in pair
    )
    assert one == other
    assert [list(one.cards), list(one.by_person), list(one.by_source)] == [
        list(other.cards), list(other.by_person), list(other.by_source),
    ]  # fmt: skip
    assert said_one == said_other


@quick
@given(cards)
def test_no_article_is_lost_and_every_list_holds_only_articles(given):
    made, _ = compile_catalog(given, authority(ADA, WIRE), (), page_threshold=2)
    assert sorted(c.path for c in made.cards.values()) == sorted(c.path for c in given)
    assert all(slug == c.slug for slug, c in made.cards.items())
    assert made.people_of.keys() == made.topics_of.keys() == made.cards.keys()
    for lists in (made.by_person, made.by_topic, made.by_source):
        for slugs in lists.values():
            assert slugs
            assert list(slugs) == [slug for slug in made.cards if slug in slugs]


def test_a_card_is_changed_only_where_a_name_was_settled():
    given = card("a", "2015", source="Tide Wire", people=("Ada Holm",))
    assert catalog(given, records=(ADA, WIRE)).cards["a"] == replace(given, source="tide-wire")
