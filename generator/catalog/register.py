"""The register: every name that articles print, and every record, with where each is found."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.catalog.cast import Cast, Numbers, note
from generator.catalog.claims import yield_names
from generator.catalog.context import Bearer, office_as_printed
from generator.catalog.forms import prepare
from generator.catalog.names import NameIndex, name_key
from generator.model.authority import Person, former_ids
from generator.model.catalog import Ground, PersonLink

CERTAIN = 100
"""Per cent: the chance that a name is a person's where nothing speaks against it."""
_COUNTS = 70
"""Per cent: the chance from which on an article counts for the page of a name without a record. Of names of
several words in texts that the model had not seen, 611 of 655 from here on were people's, and 16 of 35 below."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Whom an article was found to name, when nobody has decided it."""

    article: str
    """What it is known by to whoever asks."""
    names: tuple[str, ...]
    roles: tuple[tuple[str, str], ...] = ()
    """Names, each with an office as printed beside it."""
    doubts: Mapping[str, int] = field(default_factory=dict)
    """Names that may be no person's, each with the chance that it is, in per cent."""
    year: int | None = None
    """Of publication; None when unknown."""


def gather_found(founds: Iterable[Found]) -> dict[str, Found]:
    """All that was found in each article, in order of what they are known by."""
    gathered: dict[str, Found] = {}
    for found in sorted(founds, key=lambda found: found.article):
        before = gathered.get(found.article)
        if before is not None:
            found = Found(  # all that was found in the article
                article=found.article,
                names=(*before.names, *found.names),
                roles=(*before.roles, *found.roles),
                doubts={**before.doubts, **found.doubts},
                year=found.year if before.year is None else before.year,
            )
        gathered[found.article] = found
    return gathered


class Register:
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
        self.cast = Cast()
        self._doubtful: defaultdict[str, Numbers] = defaultdict(lambda: array("I"))
        self.bearers = {_record_key(person.id): _bearer_of(person) for person in records.values()}

    def key_of(self, name: str) -> str:
        """What a name found is known by here: its record, or what all its spellings have in common."""
        key = self._key_of.get(name)
        if key is None:
            id_ = self._index.resolve(name)
            key = self._key_of[name] = name_key(name) if id_ is None else _record_key(id_)
        return key

    def add(self, articles: Iterable[Found]) -> None:
        """Note the names of all articles, which are known here by their numbers in this order."""
        for found in articles:
            names = dict.fromkeys(found.names)
            article = self.cast.add(dict.fromkeys(map(self.key_of, names)))
            for name in names:
                self._note(name, found, article)
            for name, role in found.roles:
                if name in names:
                    self.bearers[self.key_of(name)].add_role(role)
        for key, forms in self.forms.items():
            bearer = self.bearers[key]
            if bearer.record is None:
                bearer.label = min(forms, key=lambda form: (-forms[form], form))
                bearer.names = (prepare(bearer.label),)

    def _note(self, name: str, found: Found, article: int) -> None:
        key = self.key_of(name)
        self.forms[key][name] += 1
        bearer = self.bearers.get(key)
        if bearer is None:
            bearer = self.bearers[key] = Bearer(label=name, names=())
        bearer.add_article(article, found.year)
        if found.doubts.get(name, CERTAIN) < _COUNTS:
            note(self._doubtful[key], article)

    def is_clear(self, key: str) -> bool:
        """Whether a name is likely enough a person's somewhere; names that were joined to it are then one's too."""
        return len(self.bearers[key].articles) > len(self._doubtful.get(key, ()))

    def count_articles(self, head: str, keys: Sequence[str]) -> int:
        """How many articles hold one of some names, all joined to ``head``, that is likely enough a person's there."""
        if len(keys) == 1:
            (key,) = keys
            return len(self.bearers[key].articles) - len(self._doubtful.get(key, ()))
        sure = {key for key in keys if key != head} if self.is_clear(head) else set()
        articles: set[int] = set()
        for key in keys:
            doubtful = self._doubtful.get(key, ()) if key not in sure else ()
            articles |= set(self.bearers[key].articles).difference(doubtful)
        return len(articles)

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
