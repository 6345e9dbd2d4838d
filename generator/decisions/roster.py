"""The roster: everybody who is named in the archive, with or without a record. A chapter of the commands on people."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from generator.catalog import compile_catalog, name_key
from generator.content import Library, describe_person, find_people, read_library
from generator.engine import count_jobs
from generator.identity import identify_program
from generator.model import value
from generator.model.authority import Authority, Person
from generator.model.catalog import Card, Catalog, PersonLink, PossiblySame
from generator.reading import Lexicon, read_articles
from generator.site import Site
from generator.store import Store, survey

EVIDENCE = 5
"""Articles that are named as evidence for a person."""


NO_ID = ""
"""Of somebody who has neither a record nor a page."""


class State(StrEnum):
    """What is known of somebody who is named."""

    VERIFIED = "verified"
    """Has a record that a person wrote or checked."""
    UNVERIFIED = "unverified"
    """Has a record that only a machine has written."""
    HIDDEN = "hidden"
    """Has a record that keeps them from having a page."""
    FOUND = "found"
    """Has a page and no record: enough articles hold the name."""
    NAME = "name"
    """Has neither: a name that too few articles hold, or that is a surname alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Somebody who is named, or has a record."""

    person: Person
    state: State
    articles: tuple[str, ...]
    """Slugs, in the catalog's order."""
    first: date | None
    """The first day that any of the articles may be of; None when no year is known."""
    last: date | None
    """The last such day."""

    @property
    def label(self) -> str:
        """What the person is called in the roster: the id, or a name that has none."""
        return self.person.id or self.person.name

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms of the name."""
        return (self.person.name, *self.person.variants)


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    """Everybody, in order of id; names alone come last."""

    entries: dict[str, Named]
    """By id; names that have none, by the name."""
    possibly_same: tuple[PossiblySame, ...]
    """Those about whom nobody has decided, by the labels of their entries; the surest first."""
    catalog: Catalog

    def find(self, name: str) -> Named | None:
        """Who has this id, or this name in any spelling; None when nobody has, or several."""
        entry = self.entries.get(name)
        if entry is not None and entry.state is not State.NAME:
            return entry
        former = [entry for entry in self.entries.values() if name in entry.person.aliases]
        key = name_key(name)
        found = former or [entry for entry in self.entries.values() if key in map(name_key, entry.forms)]
        return found[0] if len(found) == 1 else None

    def link_of(self, entry: Named, slug: str) -> PersonLink | None:
        """How an article names somebody, by the surest of its names; None when it was not read for that."""
        keys = set(map(name_key, entry.forms)) if entry.state is State.NAME else set()
        links = (
            link
            for link in self.catalog.links_of.get(slug, ())
            if (link.id == entry.person.id if not keys else link.id is None and name_key(link.name) in keys)
        )
        return max(links, key=lambda link: link.confidence, default=None)


def read_roster(site: Site, advance: Callable[[int, int], None] = lambda *_: None) -> Roster:
    """Read all records and articles, and tell who is named; ``advance`` is told how many articles of how many are read.

    Raises ContentError when there is no content folder.
    """
    library = read_library(site.content)
    cards = _read_cards(site, library, advance)
    threshold = site.settings.people.page_threshold
    catalog, _ = compile_catalog(cards, library.authority, library.text_pages, page_threshold=threshold)
    written = find_people(site.content)
    entries: dict[str, Named] = {}
    for id_, person in catalog.authority.people.items():
        slugs = catalog.by_person.get(id_, ())
        if id_ not in written:
            person = replace(person, evidence=tuple(_gather_evidence(catalog, person, slugs)))
        entries[id_] = _enter(catalog, person, _judge(person, id_ in written), slugs)
    entries |= {entry.person.name: entry for entry in _enter_names(catalog)}
    return Roster(entries=entries, possibly_same=tuple(_label_pairs(catalog, entries)), catalog=catalog)


def _read_cards(site: Site, library: Library, advance: Callable[[int, int], None]) -> list[Card]:
    """The cards of all articles; those that the last build has read, and nobody has changed since, as it keeps them."""
    stamps = survey(site.content, (), cleaning=False).articles
    rows = {
        path: row
        for path, row in Store.glance(site.store, identify_program()).items()
        if row.stamp and row.stamp == stamps.get(path)
    }
    rest = {path: "" for path in library.articles if path not in rows}
    done = 0

    def add(number: int) -> None:
        nonlocal done
        done += number
        advance(done, len(rest))

    people = Authority(people=library.authority.people, topics={}, sources={})  # nobody asks for topics here
    lexicon = Lexicon.of(people, site.settings.people.recogniser)
    read = read_articles(site.content, rest, lexicon, None, count_jobs(), add)
    rows |= read.rows
    return [row.card for path in library.articles if (row := rows.get(path)) and row.card]


def describe_entry(entry: Named) -> dict[str, Any]:
    """An entry for scripts: texts, numbers, lists and None."""
    fields = describe_person(entry.person)
    return {
        "id": entry.person.id or None,
        "name": entry.person.name,
        "state": entry.state.value,
        "count": len(entry.articles),
        "first": entry.first and entry.first.isoformat(),
        "last": entry.last and entry.last.isoformat(),
        "variants": fields["variants"] or [],
        "offices": fields["offices"] or [],
        "identifiers": fields["identifiers"] or {},
        "born": fields["born"],
        "died": fields["died"],
        "aliases": fields["aliases"] or [],
        "distinct": fields["distinct"] or [],
        "evidence": fields["evidence"] or [],
    }


def _label_pairs(catalog: Catalog, entries: Mapping[str, Named]) -> Iterator[PossiblySame]:
    """Those who are possibly the same, by the labels of their entries."""
    by_key = {name_key(label): entry for label, entry in entries.items() if entry.state is State.NAME}
    for pair in catalog.possibly_same:
        one, other = (entries.get(label) or by_key.get(name_key(label)) for label in (pair.one, pair.other))
        if one is not None and other is not None:
            yield value.replace(pair, one=one.label, other=other.label)


def _judge(person: Person, is_written: bool) -> State:
    if person.hidden:
        return State.HIDDEN
    if not is_written:
        return State.FOUND
    return State.VERIFIED if person.verified else State.UNVERIFIED


def _enter(catalog: Catalog, person: Person, state: State, slugs: tuple[str, ...]) -> Named:
    datings = [catalog.cards[slug].published for slug in slugs]
    return Named(
        person=person,
        state=state,
        articles=slugs,
        first=min((dating.earliest for dating in datings if dating.earliest), default=None),
        last=max((dating.latest for dating in datings if dating.latest), default=None),
    )


def _enter_names(catalog: Catalog) -> Iterator[Named]:
    """Names that have no page, all spellings of one together under the most frequent."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    slugs: dict[str, list[str]] = defaultdict(list)
    for slug in catalog.cards:
        for name in catalog.names_of.get(slug, ()):
            forms[key := name_key(name)][name] += 1
            slugs[key].append(slug)
    for key in sorted(forms):
        name, *variants = sorted(forms[key], key=lambda form: (-forms[key][form], form))
        own = tuple(dict.fromkeys(slugs[key]))
        person = Person(id=NO_ID, name=name, variants=tuple(variants), verified=False)
        person = replace(person, evidence=tuple(_gather_evidence(catalog, person, own)))
        yield _enter(catalog, person, State.NAME, own)


def _gather_evidence(catalog: Catalog, person: Person, slugs: tuple[str, ...]) -> Iterator[str]:
    """Names as printed, and where: of the first few articles in time."""
    for slug in slugs[::-1][:EVIDENCE]:
        printed = list_printed(catalog, slug, person)
        yield describe_evidence(printed[0] if printed else "", catalog.cards[slug].path)


def describe_evidence(printed: str, path: str) -> str:
    """What speaks for a person: a name as printed, if there is one, and the article that prints it."""
    return f'"{printed}" in {path}' if printed else f"in {path}"


def list_printed(catalog: Catalog, slug: str, person: Person) -> list[str]:
    """The names by which an article's text calls a person: those that lead there, and all forms of the name."""
    keys = {name_key(name) for name in (person.name, *person.variants)}
    leading = {link.name for link in catalog.links_of.get(slug, ()) if link.id == person.id}
    return [name for name in catalog.cards[slug].named if name in leading or name_key(name) in keys]
