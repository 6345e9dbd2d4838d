"""What pages say of how sure a name is."""

import pytest
from archives import card, catalog

from generator.model.address import Addresses
from generator.model.authority import Office, Person
from generator.model.catalog import Ground, Naming
from generator.model.page import Alike, Count, Inference, Link, Unlinked
from generator.model.words import ENGLISH
from generator.pages.reasons import (
    count_grounds,
    find_link,
    index_alike,
    infer_mention,
    list_inferences,
    list_unlinked,
    say_reason,
    view_alike,
)
from generator.pages.views import Views

HANS = Person(
    id="hans-berg",
    name="Hans Berg",
    offices=(Office(title="Mayor", organisation="Tidewick"),),
)


def views(*cards, records=(HANS,)):
    return Views(catalog(*cards, records=records, threshold=1), Addresses("/"))


def test_a_name_that_may_be_none_says_so_on_both_pages():
    seen = views(
        card("a", named=("Hans Berg",), namings=(Naming(name="Hans Berg", chance=97),)),
        card("b", named=("Hans Berg",), namings=(Naming(name="Hans Berg", chance=60),)),
    )
    assert infer_mention(seen, "hans-berg", "a") is None
    doubt = Inference(name="Hans Berg", percent=59, reason="a name of the record, likely to be a name: 60 %")
    assert infer_mention(seen, "hans-berg", "b") == doubt
    (on_article,) = list_inferences(seen, "b")
    assert (on_article.percent, on_article.person.title) == (59, "Hans Berg")


def test_an_inferred_name_says_so_on_both_pages():
    seen = views(
        card("a", named=("Hans Berg",)), card("b", named=("Lans Berg",), roles=(("Lans Berg", "Mayor of Tidewick"),))
    )
    why = "one letter differs, the same office (Mayor, Tidewick)"
    assert infer_mention(seen, "hans-berg", "a") is None
    assert infer_mention(seen, "hans-berg", "b") == Inference(name="Lans Berg", percent=90, reason=why)
    link = Link(title="Hans Berg", url="/people/hans-berg/")
    assert list_inferences(seen, "b") == (Inference(name="Lans Berg", percent=90, reason=why, person=link),)
    assert list_inferences(seen, "a") == ()
    assert count_grounds(seen, "hans-berg", ("a", "b")) == (
        Count(title="A name of the record", count=1),
        Count(title="Inferred", count=1),
    )


def test_where_an_article_has_two_names_of_somebody_the_surest_counts():
    seen = views(card("a", named=("Lans Berg", "Hans Berg"), roles=(("Lans Berg", "Mayor of Tidewick"),)))
    assert find_link(seen.catalog.links_of["a"], "hans-berg").ground is Ground.RECORD
    assert find_link((), "hans-berg") is None


def test_a_surname_says_whom_it_fits_and_a_rare_name_nothing():
    people = (Person(id="adam-smith", name="Adam Smith"), Person(id="anna-smith", name="Anna Smith"))
    seen = views(card("a", named=("Smith", "Nobody")), records=people)
    assert list_unlinked(seen, "a") == (
        Unlinked(name="Smith", reason="fits Adam Smith and Anna Smith"),
        Unlinked(name="Nobody", reason=""),
    )


def test_who_is_possibly_the_same_is_listed_on_both_pages_and_leads_there():
    seen = views(card("a", named=("Hans Berg",)), card("b", named=("H. Berg",)))
    pairs = index_alike(seen.catalog)
    assert view_alike(seen, "hans-berg", pairs["hans-berg"]) == (
        Alike(title="H. Berg", url="/people/h-berg/", percent=85, reason="an initial"),
    )
    assert view_alike(seen, "h-berg", pairs["h-berg"])[0].title == "Hans Berg"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("inferred: surname; same office (Mayor, Port Holm (town)); 2 shared companions",
         "the surname alone, the same office (Mayor, Port Holm (town)), 2 people named with both"),
        ("a form of a given name, spelling; 1 shared companion; named in one article as two",
         "another form of the given name, spelling, 1 person named with both, one article names both"),
        ("a suffix; fits both Ada Holm and Bo Holm", "a suffix such as Jr., fits Ada Holm and Bo Holm"),
        ("fits A B and C D and 3 more", "fits A B and C D and 3 more"),
        ("may be Ada Holm", "may be Ada Holm"),
        ("fits 9 people", "fits 9 people"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_the_catalog_says_is_said_in_the_sites_words(reason, said):
    """What it never says is left as it is."""
    assert say_reason(reason, ENGLISH) == said
