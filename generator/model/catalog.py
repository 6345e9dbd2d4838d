"""The catalog: who, what, when and from whom, over all articles, without their bodies."""

from collections.abc import Mapping
from enum import StrEnum

from generator.model.authority import Authority, TextPage
from generator.model.dating import Dating
from generator.model.value import Value, field, unpacker


class Naming(Value, frozen=True, kw_only=True, array_like=True):
    """Somebody whom the text of an article names."""

    name: str
    """The longest form that the text prints."""
    forms: tuple[str, ...] = ()
    """The other forms that it prints, in order of first mention."""
    excerpt: str = ""
    """The sentence of the body that names them first, as plain text of at most 200 characters; empty when only a
    headline or a caption does."""
    person: str | None = None
    """Who it is, as somebody wrote in the article's front matter; None when nobody has."""
    chance: int = 100
    """In per cent, how likely it is that their surest mention names a person; 100 when somebody wrote who it is."""


class Details(Value, frozen=True, kw_only=True, array_like=True):
    """What pages show of an article, and nothing is sorted or settled by, but for doubtful names."""

    summary: str
    """The standfirst, or the beginning of the first paragraph, as plain text."""
    grounds: tuple[str, ...] = ()
    """For each topic that was ``matched`` the term that speaks for it, as its record writes it, after ``^`` if in the
    headline."""
    namings: tuple[Naming, ...] = ()
    """How the text names the ``people``, or, when nobody has decided them, everybody whom it names."""


_unpack_details = unpacker(Details)


class Card(Value, frozen=True, kw_only=True):
    """What the catalog keeps of an article: enough to list it, sort it and find it again."""

    slug: str
    path: str
    """Of its file below ``content/``."""
    digest: str
    """Of its file's bytes; stands for all that the card leaves out."""
    title: str
    packed: bytes
    """Its ``details``, packed: many of them lie in memory until a few are asked for."""
    published: Dating
    source: str | None
    language: str
    people: tuple[str, ...] | None
    """Decided by a person; None when nobody has."""
    topics: tuple[str, ...] | None
    named: tuple[str, ...] = ()
    """Names found in the text, when nobody has decided ``people``."""
    roles: tuple[tuple[str, str], ...] = ()
    """Names found, each with an office as printed beside it; a name comes as often as it has offices."""
    matched: tuple[str, ...] = ()
    """Ids of topics whose terms the text holds, when nobody has decided ``topics``."""
    barred: tuple[str, ...] = ()
    """Ids of topics that may be referred to, and for which the text holds what it must not, or not what it must."""
    subjects: tuple[str, ...] = ()
    """Ids of the IPTC Media Topics it is about, eight digits each."""
    words: tuple[str, ...] = ()
    """The words that set its text apart, in order of the alphabet."""
    inferred: bool = False
    """Whether its date rests on evidence, and not on what its page or a person states."""
    aliases: tuple[str, ...] = ()
    record: str | None = None
    """Where the cleaning record of its original would stand, below ``content/``; None when it was not made from one."""

    @property
    def details(self) -> Details:
        """What only pages show, unpacked anew each time."""
        return _unpack_details(self.packed)


ALL_BUT_CERTAIN = 0.88
"""The confidence from which on nobody need be told why a name leads to somebody whose name it is."""


class Ground(StrEnum):
    """On what it rests that a name leads to somebody."""

    DECIDED = "decided"
    """A person listed them in the article."""
    RECORD = "record"
    """Their record has the name."""
    NAME = "name"
    """Other articles print the same name."""
    INFERRED = "inferred"
    """Names and contexts are alike enough."""
    OPEN = "open"
    """Nothing: nobody can tell who is meant."""


class Relation(Value, frozen=True, kw_only=True):
    """What an article has in common with another one."""

    slug: str
    """Of the other one."""
    people: tuple[str, ...]
    """Ids of people of both."""
    topics: tuple[str, ...]
    """Ids of topics of both."""
    words: tuple[str, ...]
    """Words that set both texts apart."""
    days: int | None
    """How many days later the other one was published, negative when earlier; None when one is not dated to the day."""


class PersonLink(Value, frozen=True, kw_only=True):
    """What a name in an article leads to, how sure that is, and why."""

    name: str
    """As the article prints it, or as a person decided it."""
    id: str | None
    """Of the person; None when it leads to nobody: too rare for a page, or nobody can tell who is meant."""
    confidence: float
    """From 0 to 1; where ``id`` is None, that of the best guess."""
    reason: str
    """For people to read."""
    ground: Ground = Ground.NAME

    @property
    def is_doubtful(self) -> bool:
        """Whether it is to be said why the name leads to somebody."""
        return self.ground is Ground.INFERRED or self.confidence < ALL_BUT_CERTAIN


class PossiblySame(Value, frozen=True, kw_only=True):
    """Two people, or a person and a name, who may be one, and were not joined."""

    one: str
    """The id of a person; or a name as printed, where it has no page."""
    other: str
    confidence: float
    """From 0 to 1."""
    reason: str
    """For people to read."""


class Touched(Value, frozen=True, kw_only=True):
    """What may show that some cards changed in nothing by which people, topics, sources and dates are settled."""

    changed: frozenset[str]
    """Slugs of the articles whose cards they are."""
    pages: frozenset[str]
    """Slugs of the articles whose own pages may show it, these among them."""


class Catalog(Value, frozen=True, kw_only=True):
    """All articles in order (newest first, undated last, then by slug), and every way to them, by slug."""

    cards: dict[str, Card]
    """Every article by slug, in the catalog's order."""
    authority: Authority
    """The records that people wrote, and an unverified one for each name that is frequent enough for a page."""
    text_pages: tuple[TextPage, ...]
    by_person: dict[str, tuple[str, ...]]
    by_topic: dict[str, tuple[str, ...]]
    by_source: dict[str, tuple[str, ...]]
    people_of: dict[str, tuple[str, ...]]
    """Slug to ids of the people of the article, in the order they were given or found."""
    topics_of: dict[str, tuple[str, ...]]
    names_of: dict[str, tuple[str, ...]]
    """Slug to names found in the article that have no page."""
    links_of: dict[str, tuple[PersonLink, ...]] = field(default_factory=dict)
    """Slug to every name of the article, in the order they were given or found, and what it leads to."""
    related_of: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)
    """Slug to the articles that have most in common with it, the nearest first; made when it is asked for."""
    possibly_same: tuple[PossiblySame, ...] = ()
    """The surest first."""
