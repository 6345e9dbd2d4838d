"""Settling people: what each name of each article leads to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalog.claims import yield_names
from generator.catalog.context import Bearer, office_as_printed
from generator.catalog.forms import prepare
from generator.catalog.joining import Joined, Joiner
from generator.catalog.names import NameIndex, name_key
from generator.catalog.surnames import Surnames
from generator.model.authority import Person, former_ids
from generator.model.catalog import Card, Ground, PersonLink, PossiblySame
from generator.model.slug import short_digest, slugify
from generator.model.value import replace

_BY_RECORD = 0.98
"""How sure a name is that a record lists: somebody else may bear it."""
_CERTAIN = 100
"""Per cent: the chance that a name is a person's where nothing speaks against it."""
_COUNTS = 70
"""Per cent: the chance from which on an article counts for the page of a name without a record. Of names of
several words in texts that the model had not seen, 611 of 655 from here on were people's, and 16 of 35 below."""
_TOLD = 90
"""Per cent: below this, a reason tells the chance."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Whom an article was found to name, when nobody has decided it."""

    article: str
    names: tuple[str, ...]
    roles: tuple[tuple[str, str], ...] = ()
    """Names, each with an office as printed beside it."""
    doubts: Mapping[str, int] = field(default_factory=dict)
    """Names that may be no person's, each with the chance that it is, in per cent."""
    year: int | None = None
    """Of publication; None when unknown."""


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
    register.add(_read_card(card) for card in cards if card.people is None)
    joined = Joiner(register.bearers, register.cast).join()
    settled = SettledPeople(records=dict(records))
    promoted = _promote(register, joined, settled.records, threshold)
    links = _Links(register, joined, promoted)
    for card in cards:
        if card.people is None:
            found = links.of_found(_read_card(card))
        else:
            found = [register.link_decided(name) for name in dict.fromkeys(card.people)]
            settled.unknown.extend((card, link.name) for link in found if link.id is None)
        settled.ids_of[card.slug] = tuple(dict.fromkeys(link.id for link in found if link.id is not None))
        if found:
            settled.links_of[card.slug] = tuple(found)
        if names := tuple(link.name for link in found if link.id is None):
            settled.names_of[card.slug] = names
    settled.records = dict(sorted(settled.records.items()))
    settled.possibly_same = tuple(links.possibly_same())
    return settled


def _read_card(card: Card) -> Found:
    earliest = card.published.earliest
    return Found(
        article=card.slug,
        names=card.named,
        roles=card.roles,
        doubts={naming.name: naming.chance for naming in card.namings if naming.chance < _CERTAIN},
        year=earliest.year if earliest else None,
    )


@dataclass(kw_only=True, slots=True)
class Resolved:
    """One person, as :func:`resolve_people` found them."""

    name: str | None
    """The preferred form; None for a surname alone of which nobody can tell whose it is."""
    entries: list[tuple[str, PersonLink]]
    """Each article that names the person, with the name and why it is this person."""


def resolve_people(articles: Iterable[Found]) -> tuple[list[Resolved], list[PossiblySame]]:
    """Which names of many articles are one person's, by the names and their contexts alone, and who may be.

    People come in order of name, and last those who are nobody in particular, each entry by itself.
    """
    everything = list(articles)
    register = _Register({})
    register.add(everything)
    joined = Joiner(register.bearers, register.cast).join()
    labels = {head: register.bearers[head].label for head in map(joined.head, register.bearers)}
    links = _Links(register, joined, labels)
    people: dict[str, Resolved] = {}
    nobody = []
    for found in everything:
        for link in links.of_found(found):
            if link.id is None:
                nobody.append(Resolved(name=None, entries=[(found.article, link)]))
            else:
                person = people.setdefault(link.id, Resolved(name=link.id, entries=[]))
                person.entries.append((found.article, link))
    return [*(people[name] for name in sorted(people)), *nobody], list(links.possibly_same())


class _Register:
    """Every name that was found, and every record, with where they are found."""

    def __init__(self, records: Mapping[str, Person]) -> None:
        self._records = records
        self._index = NameIndex(yield_names(records.values()))
        self._former = former_ids(records)
        self.former = frozenset(self._former)
        self._key_of: dict[str, str] = {}
        self._decided: dict[str, PersonLink] = {}
        self.forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """The spellings of each key, with how many articles hold each."""
        self.cast: dict[str, tuple[str, ...]] = {}
        self._doubtful: defaultdict[str, set[str]] = defaultdict(set)
        self.bearers = {_record_key(person.id): _bearer_of(person) for person in records.values()}

    def key_of(self, name: str) -> str:
        """What a name found is known by here: its record, or what all its spellings have in common."""
        key = self._key_of.get(name)
        if key is None:
            id_ = self._index.resolve(name)
            key = self._key_of[name] = name_key(name) if id_ is None else _record_key(id_)
        return key

    def add(self, articles: Iterable[Found]) -> None:
        """Note the names of all articles."""
        for found in articles:
            names = dict.fromkeys(found.names)
            already = self.cast.get(found.article, ())
            self.cast[found.article] = tuple(dict.fromkeys((*already, *map(self.key_of, names))))
            for name in names:
                self._note(name, found)
            for name, role in found.roles:
                if name in names:
                    self.bearers[self.key_of(name)].add_role(role)
        for key, forms in self.forms.items():
            bearer = self.bearers[key]
            if bearer.record is None:
                bearer.label = min(forms, key=lambda form: (-forms[form], form))
                bearer.names = (prepare(bearer.label),)

    def _note(self, name: str, found: Found) -> None:
        key = self.key_of(name)
        self.forms[key][name] += 1
        bearer = self.bearers.get(key)
        if bearer is None:
            bearer = self.bearers[key] = Bearer(label=name, names=())
        bearer.add_article(found.article, found.year)
        if found.doubts.get(name, _CERTAIN) < _COUNTS:
            self._doubtful[key].add(found.article)

    def is_clear(self, key: str) -> bool:
        """Whether a name is likely enough a person's somewhere; names that were joined to it are then one's too."""
        return len(self.bearers[key].articles) > len(self._doubtful.get(key, ()))

    def count_articles(self, head: str, keys: Sequence[str]) -> int:
        """How many articles hold one of some names, all joined to ``head``, that is likely enough a person's there."""
        if len(keys) == 1:
            (key,) = keys
            return len(self.bearers[key].articles) - len(self._doubtful.get(key, ()))
        sure = {key for key in keys if key != head} if self.is_clear(head) else set()
        doubtful = {key: self._doubtful.get(key, set()) for key in keys if key not in sure}
        return len(set().union(*(self.bearers[key].articles - doubtful.get(key, set()) for key in keys)))

    def is_settled(self, one: str | None, other: str | None) -> bool:
        """Whether somebody keeps two people apart, by their ids, or has hidden one of them."""
        ids = {id_ for id_ in (one, other) if id_ is not None}
        people = [self._records[id_] for id_ in ids if id_ in self._records]
        return any(person.hidden or not ids.isdisjoint(person.distinct) for person in people)

    def link_decided(self, name: str) -> PersonLink:
        """What a name leads to that a person decided."""
        link = self._decided.get(name)
        if link is None:
            id_ = name if name in self._records else self._former.get(name) or self._index.resolve(name)
            reason = "decided by a person" if id_ is not None else "decided by a person, and no record has it"
            link = PersonLink(name=name, id=id_, confidence=1.0, reason=reason, ground=Ground.DECIDED)
            self._decided[name] = link
        return link


def _record_key(id_: str) -> str:
    """The key of a record's bearer; no name's key has an "@"."""
    return f"@{id_}"


def _bearer_of(person: Person) -> Bearer:
    bearer = Bearer(
        label=person.name,
        names=tuple(map(prepare, (person.name, *person.variants))),
        record=person.id,
        verified=person.verified,
    )
    for office in person.offices:
        bearer.add_role(office_as_printed(office))
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
        if " " not in head or head.startswith("@") or not 0 < threshold <= register.count_articles(head, keys):
            continue
        forms = _rank_forms(register, head, keys)
        id_ = slugify(forms[0])
        if id_ in records or id_ in register.former:
            id_ = f"{id_}-{short_digest(head)}"
        records[id_] = Person(id=id_, name=forms[0], variants=forms[1:], verified=False)
        promoted[head] = id_
    return promoted


def _rank_forms(register: _Register, head: str, keys: Iterable[str]) -> tuple[str, ...]:
    """All spellings: those of the name that stands for all first, then the most frequent."""
    ranked = sorted((key != head, -count, form) for key in keys for form, count in register.forms[key].items())
    return tuple(form for _, _, form in ranked)


class _Links:
    """Makes links; one a name and chance, however many articles hold it, but for surnames alone."""

    def __init__(self, register: _Register, joined: Joined, promoted: Mapping[str, str]) -> None:
        self._register = register
        self._joined = joined
        self._surnames = Surnames(register.bearers, joined, register.cast)
        self._promoted = promoted
        self._made: dict[tuple[str, int], PersonLink] = {}

    def person_of(self, key: str) -> str | None:
        """The id of the person whom a key leads to; None where that has no record."""
        head = self._joined.head(key)
        return self._promoted.get(head) or self._register.bearers[head].record

    def of_found(self, found: Found) -> list[PersonLink]:
        """The links of the names that were found in an article."""
        return [self._link(found, name) for name in dict.fromkeys(found.names)]

    def possibly_same(self) -> Iterator[PossiblySame]:
        """The ties that are too weak to join, and about which nobody has decided, by ids or names."""
        for tie in self._joined.possible:
            ids = self.person_of(tie.one), self.person_of(tie.other)
            if not self._register.is_settled(*ids):
                yield PossiblySame(
                    one=ids[0] or self._register.bearers[tie.one].label,
                    other=ids[1] or self._register.bearers[tie.other].label,
                    confidence=tie.confidence,
                    reason=tie.reason,
                )

    def _link(self, found: Found, name: str) -> PersonLink:
        key = self._register.key_of(name)
        chance = found.doubts.get(name, _CERTAIN)
        if self._is_lone_surname(key):
            return _doubt(self._of_surname(found, key, name), chance)
        head = self._joined.head(key)
        if head != key and self._register.is_clear(head):
            chance = _CERTAIN  # what joined it, such as an office, says that it is a person's
        link = self._made.get((name, chance))
        if link is None:
            link = self._made[name, chance] = _doubt(self._make(key, name), chance)
        return link

    def _is_lone_surname(self, key: str) -> bool:
        return " " not in key and not key.startswith("@") and key not in self._joined.head_of

    def _make(self, key: str, name: str) -> PersonLink:
        id_ = self.person_of(key)
        if tie := self._joined.ties.get(key) if self._joined.head(key) != key else None:
            return _infer(name, id_, tie.confidence, tie.reason)
        if key.startswith("@"):
            reason = "a name of the record"
            return PersonLink(name=name, id=id_, confidence=_BY_RECORD, reason=reason, ground=Ground.RECORD)
        return PersonLink(name=name, id=id_, confidence=_BY_RECORD, reason="the same name")

    def _of_surname(self, found: Found, key: str, name: str) -> PersonLink:
        lone = Bearer(label=name, names=self._register.bearers[key].names)
        lone.add_article(found.article, found.year)
        for other, role in found.roles:
            if other == name:
                lone.add_role(role)
        whom, confidence, reason = self._surnames.find(lone, found.article)
        if whom is None:
            return PersonLink(name=name, id=None, confidence=confidence, reason=reason, ground=Ground.OPEN)
        return _infer(name, self.person_of(whom), confidence, reason)


def _infer(name: str, id_: str | None, confidence: float, reason: str) -> PersonLink:
    return PersonLink(name=name, id=id_, confidence=confidence, reason=f"inferred: {reason}", ground=Ground.INFERRED)


def _doubt(link: PersonLink, chance: int) -> PersonLink:
    """A link from a name that is a person's with this chance, in per cent, only."""
    if chance >= _CERTAIN or link.ground is Ground.OPEN:
        return link
    reason = f"{link.reason}; {chance}% likely a name" if chance < _TOLD else link.reason
    return replace(link, confidence=round(link.confidence * chance / 100, 2), reason=reason)
