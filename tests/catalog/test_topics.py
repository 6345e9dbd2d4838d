"""Which articles have which topics, and what is wrong with records of topics."""

import pytest
from archives import authority, card, catalog, said

from generator.catalog import compile_catalog
from generator.model.authority import Person, Source, Topic

ADA = Person(id="ada-holm", name="Ada Holm")
WIRE = Source(id="wire", name="Tide Wire")


def topics_of(*records, **fields):
    return catalog(card("a", **fields), records=(ADA, WIRE, *records)).topics_of["a"]


def problems(*records, cards=()):
    return said(compile_catalog(cards, authority(*records), (), page_threshold=2)[1])


@pytest.mark.parametrize("term", ["person:ada-holm", "source:wire", "subject:medtop:15000000", "subject:15000000"])
def test_a_term_may_refer_to_a_person_a_source_or_a_subject(term):
    topic = Topic(id="port", name="Port", terms=(term,))
    assert topics_of(topic, people=("ada-holm",), source="wire", subjects=("20001065",)) == ("port",)
    assert topics_of(topic) == ()


def test_a_reference_may_be_what_must_or_must_not_be_there():
    must = Topic(id="a", name="A", must=("person:ada-holm",))
    must_not = Topic(id="b", name="B", must_not=("source:wire",))
    assert topics_of(must, must_not, matched=("a", "b"), people=("ada-holm",)) == ("a", "b")
    assert topics_of(must, must_not, matched=("a", "b"), source="wire") == ()


def test_a_reference_leads_to_no_topic_that_the_text_bars():
    topic = Topic(id="port", name="Port", terms=("person:ada-holm",), must_not=("football",))
    assert topics_of(topic, people=("ada-holm",), barred=("port",)) == ()


def test_what_a_person_decided_stands_whatever_terms_say():
    assert topics_of(Topic(id="port", name="Port"), topics=(), matched=("port",)) == ()


def test_a_hidden_topic_has_no_page_and_is_said_where_it_is_listed():
    hidden = Topic(id="port", name="Port", hidden=True)
    made, found = compile_catalog([card("a", topics=("port",))], authority(hidden), (), page_threshold=2)
    assert made.authority.topics == {}
    assert made.topics_of["a"] == ()
    assert said(found) == [
        'content/articles/a.md: topics: "port" is hidden, and still listed here. '
        "Take it out of the list, or bring it back: dateline topics unhide port"
    ]


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (
            [Topic(id="a", name="A", broader=("b",)), Topic(id="b", name="B", broader=("c",)),
             Topic(id="c", name="C", broader=("a",))],
            "content/topics/a.md: broader: These topics are wider than each other, in a circle: a → b → c → a. "
            "Take one of them out of the broader topics of another.",
        ),
        (
            [Topic(id="a", name="A", broader=("a",))],
            "content/topics/a.md: broader: It names itself. Take it out of the list.",
        ),
        (
            [Topic(id="a", name="A", related=("harbor",)), Topic(id="harbour", name="B")],
            'content/topics/a.md: related: There is no topic "harbor". Did you mean "harbour"?',
        ),
        (
            [Topic(id="a", name="A", identifiers={"iptc": "sport"})],
            'content/topics/a.md: identifiers: "sport" is no IPTC Media Topic. Write an id like medtop:15000000.',
        ),
        (
            [Topic(id="a", name="A", must=("subject:1",))],
            'content/topics/a.md: must: "1" is no IPTC Media Topic. Write it like subject:medtop:15000000.',
        ),
        (
            [Topic(id="a", name="A", terms=("person:ada",))],
            'content/topics/a.md: terms: There is no record of the person "ada". '
            "Write the id of a record, or take it out of the list.",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_record_is_said(records, message):
    assert problems(*records) == [message]


def test_a_topic_that_nearly_everything_has_is_said_with_its_share():
    cards = [card(f"a{n}", matched=("wide",) if n < 24 else ()) for n in range(30)]
    assert problems(Topic(id="wide", name="Wide"), cards=cards) == [
        "content/topics/wide.md: terms: Its terms stand in 80 % of the articles, so it tells nothing of any. "
        "Take out the terms that are common, or say what must or must_not be there as well."
    ]
    assert problems(Topic(id="wide", name="Wide"), cards=cards[:10]) == []
