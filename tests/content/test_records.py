import pytest
from archives import said

from generator.content.records import parse_person, parse_source, parse_text_page, parse_topic
from generator.errors import ContentError

PARSERS = {"people": parse_person, "topics": parse_topic, "sources": parse_source}


def test_a_person():
    person, problems = parse_person(
        "---\n"
        "name: Ada Holm\n"
        "variants: [A. Holm, 'Holm, Ada']\n"
        "offices:\n"
        "- {title: Mayor, organisation: Port Example, from: 2010-05, to: 2014}\n"
        "- {title: Minister, from: 2014-10-01}\n"
        "identifiers: {wikidata: Q1, viaf: 007}\n"
        "born: 1950-03-21\n"
        "died: 2022~\n"
        "aliases: [ada]\n"
        "verified: no\n"
        "---\n"
        "A *minister*.\n",
        "ada-holm",
        "content/people/ada-holm.md",
    )
    assert problems == []
    assert (person.id, person.name, person.variants) == ("ada-holm", "Ada Holm", ("A. Holm", "Holm, Ada"))
    mayor, minister = person.offices
    assert (mayor.title, mayor.organisation, mayor.start.edtf, mayor.end.edtf) == (
        "Mayor", "Port Example", "2010-05", "2014",
    )  # fmt: skip
    assert (minister.title, minister.organisation, minister.start.edtf, minister.end) == (
        "Minister", None, "2014-10-01", None,
    )  # fmt: skip
    assert person.identifiers == {"wikidata": "Q1", "viaf": "007"}
    assert (person.born.edtf, person.died.edtf) == ("1950-03-21", "2022~")
    assert (person.aliases, person.verified, person.note) == (("ada",), False, "A *minister*.")


@pytest.mark.parametrize("kind", PARSERS)
def test_a_name_is_enough(kind):
    record, problems = PARSERS[kind]("---\nname: A name\n---\n", "a-name", "a.md")
    assert (record.id, record.name, record.variants, record.note, problems) == ("a-name", "A name", (), "", [])


@pytest.mark.parametrize("kind", PARSERS)
def test_a_name_is_needed(kind):
    with pytest.raises(ContentError) as caught:
        PARSERS[kind]("---\nvariants: [a]\n---\n", "a", f"content/{kind}/a.md")
    assert said(caught.value.problems) == [f"content/{kind}/a.md: name: It is missing. Add a line: name: …"]


@pytest.mark.parametrize("kind", PARSERS)
def test_a_typo(kind):
    _, problems = PARSERS[kind]("---\nname: A\nvarients: [a]\n---\n", "a", "a.md")
    assert said(problems) == ['a.md:3: varients: There is no such field. Did you mean "variants"?']


def test_a_topic():
    topic, problems = parse_topic(
        "---\nname: NATO\nterms: [alliance]\nbroader: [defence]\nrelated: russia\nidentifiers: {iptc: medtop:1}\n---\n",
        "nato",
        "a.md",
    )
    assert problems == []
    assert (topic.terms, topic.broader, topic.related) == (("alliance",), ("defence",), ("russia",))
    assert topic.identifiers == {"iptc": "medtop:1"}


def test_the_hosts_of_a_source_are_compared_in_lower_case():
    source, _ = parse_source("---\nname: A\nhosts: [WWW.Example.ORG]\nurl: https://example.org\n---\n", "a", "a.md")
    assert (source.hosts, source.url) == (("www.example.org",), "https://example.org")


def test_a_written_page():
    page, problems = parse_text_page("---\ntitle: About\nmenu: false\n---\nHello.\n", "about", "a.md")
    assert (page.id, page.title, page.menu, page.body, problems) == ("about", "About", False, "Hello.", [])


def test_an_office_without_a_title():
    person, problems = parse_person("---\nname: A\noffices:\n- {from: 2010}\n---\n", "a", "a.md")
    assert person.offices == ()
    assert said(problems) == ["a.md:3: offices: An office has no title. Write it like: - {title: Mayor, from: 2010}"]


def test_an_office_that_ends_before_it_starts():
    _, problems = parse_person("---\nname: A\noffices:\n- {title: Mayor, from: 2014, to: 2010}\n---\n", "a", "a.md")
    assert said(problems) == ['a.md:3: offices: "Mayor" ends before it starts. Correct its from or its to.']


def test_an_office_with_a_bad_date():
    person, problems = parse_person("---\nname: A\noffices:\n- {title: Mayor, from: May}\n---\n", "a", "a.md")
    assert [office.title for office in person.offices] == ["Mayor"]
    assert said(problems)[0].startswith('a.md:3: offices: "May" is not an EDTF date')


def test_a_typo_in_an_office():
    _, problems = parse_person("---\nname: A\noffices:\n- {title: Mayor, organization: X}\n---\n", "a", "a.md")
    assert said(problems) == ['a.md:3: offices: "organization" is not known here. Did you mean "organisation"?']


@pytest.mark.parametrize("value", ["Mayor", "{title: Mayor}", "[Mayor]"])
def test_offices_that_are_no_list(value):
    _, problems = parse_person(f"---\nname: A\noffices: {value}\n---\n", "a", "a.md")
    assert said(problems) == [
        "a.md:3: offices: This is not a list. Write one a line, like: - {title: …, organisation: …}"
    ]
