"""Authority records and written pages: ``content/{people,topics,sources,pages}/<id>.md`` ⇄ their types."""

from generator.content.front_matter import FrontMatter
from generator.errors import Problem
from generator.model.authority import Office, Person, Source, TextPage, Topic
from generator.model.dating import Dating

PERSON_FIELDS = ("name", "variants", "offices", "identifiers", "born", "died", "aliases", "verified")
TOPIC_FIELDS = ("name", "variants", "terms", "broader", "related", "identifiers", "aliases")
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
        verified=front.flag("verified", default=True),
        note=front.body,
    )
    return person, front.problems


def parse_topic(text: str, id: str, path: str) -> tuple[Topic, list[Problem]]:  # noqa: A002  # as above
    """Read a topic's record. Raises ContentError when it has no name."""
    front = FrontMatter(text, path)
    front.expect_only(TOPIC_FIELDS)
    topic = Topic(
        id=id,
        name=front.required_text("name"),
        variants=front.texts("variants"),
        terms=front.texts("terms"),
        broader=front.texts("broader"),
        related=front.texts("related"),
        identifiers=front.mapping("identifiers"),
        aliases=front.texts("aliases"),
        note=front.body,
    )
    return topic, front.problems


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
