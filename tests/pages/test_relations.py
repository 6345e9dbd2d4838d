"""What articles have in common, and why they have their topics, in words."""

import pytest
from archives import card, catalog

from generator.model.address import Addresses
from generator.model.authority import Person, Source, Topic
from generator.pages.relations import view_grounds, view_related, view_subjects
from generator.pages.views import Views

ADA = Person(id="ada-holm", name="Ada Holm")
PORT = Topic(id="port", name="Port", terms=("crane",))


def views(*cards, records=(ADA, PORT)):
    return Views(catalog(*cards, records=records), Addresses("/"))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2015-05-19", "the same day"),
        ("2015-05-20", "1 day later"),
        ("2015-05-01", "18 days earlier"),
        ("2016-05-19", "12 months later"),
        ("2005-05-19", "10 years earlier"),
    ],
)
def test_days_between_are_told_in_the_unit_that_fits(day, words):
    made = views(card("a", "2015-05-19", people=("ada-holm",)), card("b", day, people=("ada-holm",)))
    (related,) = view_related(made, "a")
    assert related.reason == f"Ada Holm · {words}"
    assert related.url == "/articles/b/"


def test_common_words_are_quoted_but_for_those_of_names():
    words = ("Holm", "crane", "quay")
    made = views(card("a", people=("ada-holm",), words=words), card("b", people=("ada-holm",), words=words))
    assert view_related(made, "a")[0].reason == "Ada Holm · both say “crane”, “quay”"


def test_ground_of_a_topic_is_its_term_and_place():
    made = views(
        card("a", matched=("port",), grounds=("^crane",)), card("b", matched=("port",), grounds=("Port",)),
        card("c", topics=("port",)),
    )  # fmt: skip
    assert [ground.reason for ground in view_grounds(made, "a")] == ["“crane” in the headline"]
    assert [ground.reason for ground in view_grounds(made, "b")] == ["“Port” in the text"]
    assert view_grounds(made, "c") == ()


@pytest.mark.parametrize(
    ("term", "words"),
    [("person:ada-holm", "names Ada Holm"), ("source:wire", "from Wire"), ("subject:15000000", "by its subject")],
)
def test_ground_may_be_a_reference(term, words):
    records = (ADA, Source(id="wire", name="Wire"), Topic(id="port", name="Port", terms=(term,)))
    article = card("a", named=("Ada Holm",), source="wire", subjects=("15000000",))
    (ground,) = view_grounds(views(article, records=records), "a")
    assert ground.reason == words


def test_subjects_lead_to_where_they_are_defined():
    (subject,) = view_subjects(card("a", subjects=("15000000",)))
    assert (subject.title, subject.url) == ("sport", "https://cv.iptc.org/newscodes/mediatopic/15000000")
