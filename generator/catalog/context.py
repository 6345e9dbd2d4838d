"""What an archive knows of people besides their names: offices, companions, time."""

import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.catalog.cast import Cast, Numbers, note
from generator.catalog.forms import Name
from generator.catalog.names import fold, word_set
from generator.model.authority import Office

Role = frozenset[str]
"""An office as its words, folded and shortened, so that order, small words and "Russia" or "Russian" do not matter."""

_SMALL_WORDS = word_set("the a an of for to in on at and affairs its his her their former then current new ex")
_OFFICE_WORDS = frozenset(
    word[:5]
    for word in word_set(
        """
minister prime foreign defence defense interior finance president vice deputy chancellor premier secretary general state
senator representative governor mayor ambassador judge justice lieutenant colonel major captain admiral marshal king
queen prince princess pope chairman chairwoman chair chief executive director manager head leader spokesman spokeswoman
spokesperson professor analyst expert lawyer attorney coach officer official member adviser advisor envoy counterpart
commissioner speaker founder author editor reporter correspondent police commander principal assistant senior
    """
    )
)

SAME_OFFICE = 0.8
"""How far one office, with the body or country that it belongs to, tells that two names are one person's."""
SAME_KIND_OF_OFFICE = 0.3
"""How far "spokesman" does, or "prime minister"."""
_FULL_ROLE = 3
"""Words that an office has at least which stays the same with one word more."""
_EACH_COMPANION = 0.2
_MOST_OF_COMPANIONS = 0.5
_ARTICLES_LOOKED_AT = 50
_LONG_APART = 20
"""Years after which an office is likely somebody else's."""


@dataclass(kw_only=True, slots=True)
class Bearer:
    """A name or a record, and where it is found."""

    label: str
    """The name, as people are shown it."""
    names: tuple[Name, ...]
    """All forms, the preferred one first."""
    record: str | None = None
    """The id of its authority record; None when it has none."""
    verified: bool = False
    """Whether a person wrote or checked the record."""
    roles: dict[Role, str] = field(default_factory=dict)
    """The offices, each as printed first in the alphabet."""
    articles: Numbers = field(default_factory=lambda: array("I"))
    first: int = 9999
    last: int = 0
    """The years of the first and last article; the other way round where none has a year."""

    def add_role(self, printed: str) -> None:
        """Note an office as printed."""
        role = read_role(printed)
        if role and (role not in self.roles or printed < self.roles[role]):
            self.roles[role] = printed

    def add_article(self, article: int, year: int | None) -> None:
        """Note where the name is found, article by article in their order, and when that was published."""
        note(self.articles, article)
        if year is not None:
            self.first, self.last = min(self.first, year), max(self.last, year)


@lru_cache(maxsize=1 << 14)
def read_role(printed: str) -> Role:
    """An office as printed, to be compared.

    >>> read_role("Secretary General of NATO") == read_role("NATO Secretary-General")
    True
    """
    words = re.findall(r"[a-z0-9]+", fold(printed).casefold())
    return frozenset(word[:5] for word in words if word not in _SMALL_WORDS)


class Companions:
    """Who is named in the same articles as somebody; what was asked last is remembered.

    ``bearers``: by key.
    """

    def __init__(self, bearers: Mapping[str, Bearer], cast: Cast) -> None:
        self._bearers = bearers
        self._cast = cast
        self.of = lru_cache(maxsize=4096)(self._find)

    def _find(self, key: str) -> frozenset[str]:
        """The keys of all in the first articles of a bearer, himself with them."""
        articles = self._bearers[key].articles[:_ARTICLES_LOOKED_AT]
        return frozenset(name for article in articles for name in self._cast[article])


def office_as_printed(office: Office) -> str:
    """The office of a record as one text, with the body that it belongs to."""
    return f"{office.title}, {office.organisation}" if office.organisation else office.title


def weigh_context(one: Bearer, other: Bearer, shared: int) -> tuple[float, str]:
    """How far all that is known besides the names tells that two bearers are one person, from 0 to 1, and by what.

    ``shared``: how many people are named with both.
    """
    role, printed = _weigh_roles(one, other)
    beside = min(_MOST_OF_COMPANIONS, _EACH_COMPANION * shared)
    reasons = [f"same office ({printed})"] if printed else []
    reasons += [f"{shared} shared companion{'s' if shared > 1 else ''}"] if shared else []
    return 1 - (1 - role) * (1 - beside), ", ".join(reasons)


def _weigh_roles(one: Bearer, other: Bearer) -> tuple[float, str]:
    shared = {role: one.roles[role] for role in one.roles.keys() & other.roles.keys()}
    shared |= dict(_fuller_roles(one.roles, other.roles)) | dict(_fuller_roles(other.roles, one.roles))
    weighed = [
        (SAME_KIND_OF_OFFICE if role <= _OFFICE_WORDS else SAME_OFFICE, printed)
        for role, printed in shared.items()
        if not _OFFICE_WORDS.isdisjoint(role)
    ]
    if not weighed:
        return 0.0, ""
    weight, printed = max(weighed)
    apart = max(one.first, other.first) - min(one.last, other.last)
    known = one.last and other.last
    return (weight / 2 if known and apart > _LONG_APART else weight), printed


def _fuller_roles(full: dict[Role, str], plain: dict[Role, str]) -> Iterator[tuple[Role, str]]:
    """Offices of ``plain`` that ``full`` prints with one word more, such as a place, that makes no other office."""
    for role in full:
        if len(role) > _FULL_ROLE:
            for word in role - _OFFICE_WORDS:
                if (rest := role - {word}) in plain and not rest <= _OFFICE_WORDS:
                    yield rest, plain[rest]
