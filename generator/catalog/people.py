"""Settling people: what each name of each article leads to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from generator.catalog.context import Bearer
from generator.catalog.joining import Joined, Joiner
from generator.catalog.register import CERTAIN, Found, Register, gather_found
from generator.catalog.surnames import Surnames
from generator.model.authority import Person
from generator.model.catalog import Card, Ground, PersonLink, PossiblySame
from generator.model.slug import short_digest, slugify
from generator.model.value import replace

_BY_RECORD = 0.98
"""How sure a name is that a record lists: somebody else may bear it."""
_TOLD = 90
"""Per cent: below this, a reason tells the chance."""


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
    register = Register(records)
    register.add(_read_card(card) for card in cards if card.people is None)
    joined = Joiner(register.bearers, register.cast).join()
    settled = SettledPeople(records=dict(records))
    promoted = promote(register, joined, settled.records, threshold)
    links = Links(register, joined, promoted)
    numbers = count()
    for card in cards:
        if card.people is None:
            found = links.of_found(_read_card(card), next(numbers))
        else:
            found = [register.link_decided(name) for name in dict.fromkeys(card.people)]
            settled.unknown.extend((card, link.name) for link in found if link.id is None)
        ids = tuple(dict.fromkeys(link.id for link in found if link.id is not None))
        settled.ids_of[card.slug] = card.people if card.people == ids else ids  # one in memory, not two
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
        doubts={naming.name: naming.chance for naming in card.details.namings if naming.chance < CERTAIN},
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
    by_article = gather_found(everything)
    register = Register({})
    register.add(by_article.values())
    numbers = {article: number for number, article in enumerate(by_article)}
    joined = Joiner(register.bearers, register.cast).join()
    labels = {head: register.bearers[head].label for head in map(joined.head, register.bearers)}
    links = Links(register, joined, labels)
    people: dict[str, Resolved] = {}
    nobody = []
    for found in everything:
        for link in links.of_found(found, numbers[found.article]):
            if link.id is None:
                nobody.append(Resolved(name=None, entries=[(found.article, link)]))
            else:
                person = people.setdefault(link.id, Resolved(name=link.id, entries=[]))
                person.entries.append((found.article, link))
    return [*(people[name] for name in sorted(people)), *nobody], list(links.possibly_same())


def promote(register: Register, joined: Joined, records: dict[str, Person], threshold: int) -> dict[str, str]:
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


def _rank_forms(register: Register, head: str, keys: Iterable[str]) -> tuple[str, ...]:
    """All spellings: those of the name that stands for all first, then the most frequent."""
    ranked = sorted((key != head, -count, form) for key in keys for form, count in register.forms[key].items())
    return tuple(form for _, _, form in ranked)


class Links:
    """Makes links; one a name and chance, however many articles hold it, but for surnames alone."""

    def __init__(self, register: Register, joined: Joined, promoted: Mapping[str, str]) -> None:
        self._register = register
        self._joined = joined
        self._surnames = Surnames(register.bearers, joined, register.cast)
        self._promoted = promoted
        self._made: dict[tuple[str, int], PersonLink] = {}

    def person_of(self, key: str) -> str | None:
        """The id of the person whom a key leads to; None where that has no record."""
        head = self._joined.head(key)
        return self._promoted.get(head) or self._register.bearers[head].record

    def of_found(self, found: Found, article: int) -> list[PersonLink]:
        """The links of the names that were found in the article of a number."""
        return [self._link(found, article, name) for name in dict.fromkeys(found.names)]

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

    def _link(self, found: Found, article: int, name: str) -> PersonLink:
        key = self._register.key_of(name)
        chance = found.doubts.get(name, CERTAIN)
        if self._is_lone_surname(key):
            return _doubt(self._of_surname(found, article, key, name), chance)
        head = self._joined.head(key)
        if head != key and self._register.is_clear(head):
            chance = CERTAIN  # what joined it, such as an office, says that it is a person's
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

    def _of_surname(self, found: Found, article: int, key: str, name: str) -> PersonLink:
        lone = Bearer(label=name, names=self._register.bearers[key].names)
        lone.add_article(article, found.year)
        for other, role in found.roles:
            if other == name:
                lone.add_role(role)
        whom, confidence, reason = self._surnames.find(lone, article)
        if whom is None:
            return PersonLink(name=name, id=None, confidence=confidence, reason=reason, ground=Ground.OPEN)
        return _infer(name, self.person_of(whom), confidence, reason)


def _infer(name: str, id_: str | None, confidence: float, reason: str) -> PersonLink:
    return PersonLink(name=name, id=id_, confidence=confidence, reason=f"inferred: {reason}", ground=Ground.INFERRED)


def _doubt(link: PersonLink, chance: int) -> PersonLink:
    """A link from a name that is a person's with this chance, in per cent, only."""
    if chance >= CERTAIN or link.ground is Ground.OPEN:
        return link
    reason = f"{link.reason}; {chance}% likely a name" if chance < _TOLD else link.reason
    return replace(link, confidence=round(link.confidence * chance / 100, 2), reason=reason)
