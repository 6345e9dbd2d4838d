"""Authority records: the entries that settle a name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.dating import Dating


@dataclass(frozen=True, kw_only=True, slots=True)
class Office:
    """An office that a person holds or held."""

    title: str
    organisation: str | None = None
    start: Dating | None = None
    """First day in office (``from`` in front matter); None when unknown."""
    end: Dating | None = None
    """Last day in office (``to`` in front matter); None while it lasts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who is named in articles."""

    id: str
    name: str
    """The preferred form, used in headings."""
    variants: tuple[str, ...] = ()
    """Other forms that lead here."""
    offices: tuple[Office, ...] = ()
    identifiers: dict[str, str] = field(default_factory=dict)
    """Scheme (wikidata, viaf, isni) to identifier."""
    born: Dating | None = None
    died: Dating | None = None
    aliases: tuple[str, ...] = ()
    """Ids that the record had before, or of records merged into it; each leaves a redirect."""
    distinct: tuple[str, ...] = ()
    """Ids of people that this one is not, however alike the names. A name that both have means the other."""
    hidden: bool = False
    """True when a person decided that this is nobody to have a page, or to be suggested again."""
    verified: bool = True
    """False while only a machine has said that this person exists."""
    evidence: tuple[str, ...] = ()
    """What the machine says so for: names as printed, and where."""
    note: str = ""
    """Markdown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A subject that articles are about."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    """Words and phrases any of which, found in a text, means the topic; ``name`` and ``variants`` count as terms too.
    Some terms are references: ``person:ada-holm``, ``source:harbour-times``, ``subject:medtop:15000000``."""
    must: tuple[str, ...] = ()
    """Terms all of which must be there as well."""
    must_not: tuple[str, ...] = ()
    """Terms none of which may be there."""
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    identifiers: dict[str, str] = field(default_factory=dict)
    """Scheme (iptc, wikidata) to identifier."""
    aliases: tuple[str, ...] = ()
    hidden: bool = False
    """True when a person decided that this is no topic to have a page, or to be suggested again."""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """An outlet that articles were taken from."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    """The outlet's name as its pages print it."""
    url: str | None = None
    hosts: tuple[str, ...] = ()
    """Host names of its pages."""
    identifiers: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPage:
    """A page of the site's own, from ``content/pages/``."""

    id: str
    title: str
    body: str
    """Markdown."""
    menu: bool = True
    """Whether the site's menu leads to it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """All authority records, each kind by id in order of id."""

    people: dict[str, Person]
    topics: dict[str, Topic]
    sources: dict[str, Source]


REFERENCES = ("person", "source", "subject")
"""What a term may refer to, in place of words."""


def split_reference(term: str) -> tuple[str, str] | None:
    """What a term refers to, and its id; None when it is words to look for.

    >>> split_reference("person: ada-holm"), split_reference("subject:medtop:15000000"), split_reference("NATO")
    (('person', 'ada-holm'), ('subject', '15000000'), None)
    """
    kind, colon, id_ = term.partition(":")
    if not colon or kind not in REFERENCES:
        return None
    return kind, id_.strip().removeprefix("medtop:") if kind == "subject" else id_.strip()


def former_ids(people: Mapping[str, Person]) -> dict[str, str]:
    """Each id that a record had before to the id that it leads to; not those that are records, or of two records.

    >>> former_ids({"ada": Person(id="ada", name="Ada", aliases=("a", "bo")), "bo": Person(id="bo", name="Bo")})
    {'a': 'ada'}
    """
    owners: dict[str, list[str]] = {}
    for id_, person in people.items():
        for alias in person.aliases:
            owners.setdefault(alias, []).append(id_)
    return {alias: ids[0] for alias, ids in owners.items() if len(ids) == 1 and alias not in people}
