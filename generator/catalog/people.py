"""Settling people: what each name of each article leads to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalog.context import Bearer, office_as_printed
from generator.catalog.joining import Joined, Joiner, Surnames
from generator.catalog.match import prepare
from generator.catalog.names import NameIndex, name_key
from generator.model.authority import Person
from generator.model.catalog import Card, PersonLink, PossiblySame
from generator.model.slug import short_digest, slugify

_BY_RECORD = 0.98
"""How sure a name is that a record lists: somebody else may bear it."""


@dataclass(kw_only=True, slots=True)
class SettledPeople:
    """People, as settled."""

    records: dict[str, Person]
    """Those of people, and one for each name that is frequent enough, by id in order."""
    ids_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links_of: dict[str, tuple[PersonLink, ...]] = field(default_factory=dict)
    possibly_same: tuple[PossiblySame, ...] = ()
    unknown: list[tuple[Card, str]] = field(default_factory=list)
    """Names that a person decided and no record settles, each with its article."""


def settle_people(cards: Sequence[Card], records: Mapping[str, Person], threshold: int) -> SettledPeople:
    """Settle the names of all articles.

    What a person decided is taken by records alone. A name that was found goes by records, then by other names: see
    :mod:`generator.catalog.joining`. ``threshold``: a name gets an unverified record when so many articles hold it
    or the names joined to it; 0: never.
    """
    register = _Register(records)
    for card in cards:
        if card.people is None:
            register.add(card)
    joined = Joiner(register.bearers, register.cast).join()
    surnames = Surnames(register.bearers, joined, register.cast)
    settled = SettledPeople(records=dict(records))
    promoted = _promote(register, joined, settled.records, threshold)
    links = _Links(register, joined, surnames, promoted)
    for card in cards:
        if card.people is None:
            found = [links.of_found(card, name) for name in dict.fromkeys(card.named)]
        else:
            found = [register.link_decided(name) for name in dict.fromkeys(card.people)]
            settled.unknown.extend((card, link.name) for link in found if link.id is None)
        settled.ids_of[card.slug] = tuple(dict.fromkeys(link.id for link in found if link.id is not None))
        if found:
            settled.links_of[card.slug] = tuple(found)
        if names := tuple(link.name for link in found if link.id is None):
            settled.names_of[card.slug] = names
    settled.records = dict(sorted(settled.records.items()))
    settled.possibly_same = tuple(
        PossiblySame(
            one=links.person_of(tie.one) or register.bearers[tie.one].label,
            other=links.person_of(tie.other) or register.bearers[tie.other].label,
            confidence=tie.confidence,
            reason=tie.reason,
        )
        for tie in joined.possible
    )
    return settled


class _Register:
    """Every name that was found, and every record, with where they are found."""

    def __init__(self, records: Mapping[str, Person]) -> None:
        self._records = records
        self._index = NameIndex(records.values())
        self._former = {alias: person.id for person in records.values() for alias in person.aliases}
        self.former = frozenset(self._former)
        self._key_of: dict[str, str] = {}
        self._decided: dict[str, PersonLink] = {}
        self.forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """The spellings of each key, with how many articles hold each."""
        self.cast: dict[str, tuple[str, ...]] = {}
        self.bearers = {_record_key(person.id): _bearer_of(person) for person in records.values()}

    def key_of(self, name: str) -> str:
        """What a name found is known by here: its record, or what all its spellings have in common."""
        key = self._key_of.get(name)
        if key is None:
            id_ = self._index.resolve(name)
            key = self._key_of[name] = name_key(name) if id_ is None else _record_key(id_)
        return key

    def add(self, card: Card) -> None:
        """Note the names of an article."""
        names = dict.fromkeys(card.named)
        self.cast[card.slug] = tuple(dict.fromkeys(map(self.key_of, names)))
        year = card.published.earliest.year if card.published.earliest else None
        for name in names:
            key = self.key_of(name)
            self.forms[key][name] += 1
            bearer = self.bearers.get(key)
            if bearer is None:
                bearer = self.bearers[key] = Bearer(label=name, names=(prepare(name),))
            bearer.add_article(card.slug, year)
            if bearer.record is None and name < bearer.label:
                bearer.label, bearer.names = name, (prepare(name),)
        for name, role in card.roles:
            if name in names:
                self.bearers[self.key_of(name)].add_roles((role,))

    def link_decided(self, name: str) -> PersonLink:
        """What a name leads to that a person decided."""
        link = self._decided.get(name)
        if link is None:
            id_ = name if name in self._records else self._former.get(name) or self._index.resolve(name)
            reason = "decided by a person" if id_ is not None else "decided by a person, and no record has it"
            link = self._decided[name] = PersonLink(name=name, id=id_, confidence=1.0, reason=reason)
        return link


def _record_key(id_: str) -> str:
    """The key of a record's bearer; no name's key has an "@"."""
    return f"@{id_}"


def _bearer_of(person: Person) -> Bearer:
    bearer = Bearer(label=person.name, names=tuple(map(prepare, (person.name, *person.variants))), record=person.id)
    bearer.add_roles(map(office_as_printed, person.offices))
    return bearer


def _promote(register: _Register, joined: Joined, records: dict[str, Person], threshold: int) -> dict[str, str]:
    """Give unverified records to names that are frequent enough; returns ids by key."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for key, bearer in register.bearers.items():
        if bearer.record is None:
            members[joined.head(key)].append(key)
    promoted: dict[str, str] = {}
    for head, keys in sorted(members.items()):
        # A surname alone is nobody in particular.
        if " " not in head or head.startswith("@") or not 0 < threshold <= _count_articles(register, keys):
            continue
        forms = _rank_forms(register, head, keys)
        id_ = slugify(forms[0])
        if id_ in records or id_ in register.former:
            id_ = f"{id_}-{short_digest(head)}"
        records[id_] = Person(id=id_, name=forms[0], variants=forms[1:], verified=False)
        promoted[head] = id_
    return promoted


def _count_articles(register: _Register, keys: Sequence[str]) -> int:
    if len(keys) == 1:
        return len(register.bearers[keys[0]].articles)
    return len(set().union(*(register.bearers[key].articles for key in keys)))


def _rank_forms(register: _Register, head: str, keys: Iterable[str]) -> tuple[str, ...]:
    """All spellings: those of the name that stands for all first, then the most frequent."""
    ranked = sorted((key != head, -count, form) for key in keys for form, count in register.forms[key].items())
    return tuple(form for _, _, form in ranked)


class _Links:
    """Makes links; one a name, however many articles hold it, but for surnames alone."""

    def __init__(self, register: _Register, joined: Joined, surnames: Surnames, promoted: Mapping[str, str]) -> None:
        self._register = register
        self._joined = joined
        self._surnames = surnames
        self._promoted = promoted
        self._made: dict[str, PersonLink] = {}

    def person_of(self, key: str) -> str | None:
        """The id of the person whom a key leads to; None where that has no record."""
        head = self._joined.head(key)
        return self._promoted.get(head) or self._register.bearers[head].record

    def of_found(self, card: Card, name: str) -> PersonLink:
        """The link of a name that was found in an article."""
        key = self._register.key_of(name)
        if self._is_lone_surname(key):
            return self._of_surname(card, key, name)
        link = self._made.get(name)
        if link is None:
            link = self._made[name] = self._make(key, name)
        return link

    def _is_lone_surname(self, key: str) -> bool:
        return " " not in key and not key.startswith("@") and key not in self._joined.head_of

    def _make(self, key: str, name: str) -> PersonLink:
        id_ = self.person_of(key)
        if tie := self._joined.ties.get(key) if self._joined.head(key) != key else None:
            return PersonLink(name=name, id=id_, confidence=tie.confidence, reason=f"inferred: {tie.reason}")
        if key.startswith("@"):
            return PersonLink(name=name, id=id_, confidence=_BY_RECORD, reason="a name of the record")
        return PersonLink(name=name, id=id_, confidence=_BY_RECORD, reason="the same name")

    def _of_surname(self, card: Card, key: str, name: str) -> PersonLink:
        names = self._register.bearers[key].names
        if not names[0].words or not self._surnames.bearers_of(names[0].words[-1]):
            return PersonLink(name=name, id=None, confidence=0.0, reason="nobody of that name is known in full")
        lone = Bearer(label=name, names=names)
        lone.add_article(card.slug, card.published.earliest.year if card.published.earliest else None)
        lone.add_roles(role for other, role in card.roles if other == name)
        whom, confidence, reason = self._surnames.find(lone, card.slug)
        if whom is None:
            return PersonLink(name=name, id=None, confidence=confidence, reason=reason)
        return PersonLink(name=name, id=self.person_of(whom), confidence=confidence, reason=f"inferred: {reason}")
