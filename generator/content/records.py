"""Authority records and written pages: ``content/{people,topics,sources,pages}/<id>.md`` ⇄ their types."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.content.front_matter import FrontMatter, format_front_matter
from generator.errors import ContentError, Problem, Where
from generator.model.authority import Office, Person, Source, TextPage, Topic
from generator.model.dating import Dating

PERSON_FIELDS = (
    "name", "variants", "offices", "identifiers", "born", "died", "aliases", "distinct", "hidden", "verified",
    "evidence",
)  # fmt: skip
TOPIC_FIELDS = (
    "name", "variants", "terms", "must", "must_not", "broader", "related", "identifiers", "aliases", "hidden",
)  # fmt: skip
SOURCE_FIELDS = ("name", "variants", "url", "hosts", "identifiers", "aliases")
PAGE_FIELDS = ("title", "menu")


def parse_person(text: str, id: str, path: str) -> tuple[Person, list[Problem]]:  # noqa: A002  # the record's own word
    """Read a person's record. Raises ContentError when it has no name."""
    front = FrontMatter(text, path)
    front.expect_only(PERSON_FIELDS)
    person = Person(
        id=id,
        name=front.required_text("name"),
        variants=front.texts("variants"),
        offices=_offices(front),
        identifiers=front.mapping("identifiers"),
        born=_dated(front, "born"),
        died=_dated(front, "died"),
        aliases=front.texts("aliases"),
        distinct=front.texts("distinct"),
        hidden=front.flag("hidden", default=False),
        verified=front.flag("verified", default=True),
        evidence=front.texts("evidence"),
        note=front.body,
    )
    return person, front.problems


def make_person(values: Mapping[str, Any], id: str, where: Where) -> tuple[Person, list[Problem]]:  # noqa: A002  # as above
    """Read a person from fields that stand elsewhere than in a record, with the ``note`` among them.

    What is wrong is said at ``where``. Raises ContentError when there is no name.
    """
    fields = {key: value for key, value in values.items() if key != "note"}
    try:
        person, problems = parse_person(format_front_matter(fields, values.get("note", "")), id, where.path)
    except ContentError as error:
        raise ContentError(_move(error.problems, where)) from error
    return person, _move(problems, where)


def _move(problems: Iterable[Problem], where: Where) -> list[Problem]:
    return [replace(problem, where=replace(where, key=problem.where.key)) for problem in problems]


def describe_person(person: Person) -> dict[str, Any]:
    """The fields of a person's record, in their order; None for what it does not say."""
    offices = []
    for office in person.offices:
        parts = {"title": office.title, "organisation": office.organisation}
        parts["from"] = office.start.edtf if office.start else None
        parts["to"] = office.end.edtf if office.end else None
        offices.append({name: part for name, part in parts.items() if part})
    return {
        "name": person.name,
        "variants": list(person.variants) or None,
        "offices": offices or None,
        "identifiers": dict(person.identifiers) or None,
        "born": person.born.edtf if person.born else None,
        "died": person.died.edtf if person.died else None,
        "aliases": list(person.aliases) or None,
        "distinct": list(person.distinct) or None,
        "hidden": True if person.hidden else None,
        "verified": None if person.verified else False,
        "evidence": list(person.evidence) or None,
    }


def format_person(person: Person) -> str:
    """The text of a person's record; reading it gives an equal person."""
    fields = {key: value for key, value in describe_person(person).items() if value is not None}
    return format_front_matter(fields, person.note)


def parse_topic(text: str, id: str, path: str) -> tuple[Topic, list[Problem]]:  # noqa: A002  # as above
    """Read a topic's record. Raises ContentError when it has no name."""
    front = FrontMatter(text, path)
    front.expect_only(TOPIC_FIELDS)
    topic = Topic(
        id=id,
        name=front.required_text("name"),
        variants=front.texts("variants"),
        terms=front.texts("terms"),
        must=front.texts("must"),
        must_not=front.texts("must_not"),
        broader=front.texts("broader"),
        related=front.texts("related"),
        identifiers=front.mapping("identifiers"),
        aliases=front.texts("aliases"),
        hidden=front.flag("hidden", default=False),
        note=front.body,
    )
    return topic, front.problems


def describe_topic(topic: Topic) -> dict[str, Any]:
    """The fields of a topic's record, in their order; None for what it does not say."""
    values: dict[str, Any] = {"name": topic.name}
    for key in TOPIC_FIELDS[1:]:
        value = getattr(topic, key)
        values[key] = (list(value) if isinstance(value, tuple) else value) or None
    return values


def format_topic(topic: Topic) -> str:
    """The text of a topic's record; reading it gives an equal topic."""
    fields = {key: value for key, value in describe_topic(topic).items() if value is not None}
    return format_front_matter(fields, topic.note)


def parse_source(text: str, id: str, path: str) -> tuple[Source, list[Problem]]:  # noqa: A002  # as above
    """Read an outlet's record. Raises ContentError when it has no name."""
    front = FrontMatter(text, path)
    front.expect_only(SOURCE_FIELDS)
    source = Source(
        id=id,
        name=front.required_text("name"),
        variants=front.texts("variants"),
        url=front.text("url"),
        hosts=tuple(host.lower() for host in front.texts("hosts")),
        identifiers=front.mapping("identifiers"),
        aliases=front.texts("aliases"),
        note=front.body,
    )
    return source, front.problems


def parse_text_page(text: str, id: str, path: str) -> tuple[TextPage, list[Problem]]:  # noqa: A002  # as above
    """Read a written page. Raises ContentError when it has no title."""
    front = FrontMatter(text, path)
    front.expect_only(PAGE_FIELDS)
    page = TextPage(id=id, title=front.required_text("title"), body=front.body, menu=front.flag("menu", default=True))
    return page, front.problems


def _offices(front: FrontMatter) -> tuple[Office, ...]:
    offices = []
    for entry in front.mappings("offices", ("title", "organisation", "from", "to")):
        if "title" not in entry:
            front.add_problem("offices", "An office has no title.", "Write it like: - {title: Mayor, from: 2010}")
            continue
        start = front.parse_part("offices", entry.get("from"))
        end = front.parse_part("offices", entry.get("to"))
        if start and end and start.earliest and end.latest and start.earliest > end.latest:
            front.add_problem("offices", f'"{entry["title"]}" ends before it starts.', "Correct its from or its to.")
        offices.append(Office(title=entry["title"], organisation=entry.get("organisation"), start=start, end=end))
    return tuple(offices)


def _dated(front: FrontMatter, key: str) -> Dating | None:
    dating = front.dating(key)
    return dating if dating.edtf else None
