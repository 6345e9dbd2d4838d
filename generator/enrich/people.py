"""The people whom a text names: mentions that the model found, gathered into one entry a person."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from generator.enrich import words as known
from generator.enrich.given_names import FEMALE, MALE
from generator.enrich.mentions import Mention
from generator.enrich.model import find_mentions
from generator.enrich.offices import REACH, office_after, office_before
from generator.enrich.prose import mask
from generator.enrich.runs import join_lines
from generator.enrich.words import fold


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonFound:
    """Somebody whom a text names, and every place where it does."""

    name: str
    """The longest form that the text prints, without honorific or office; a king or pope without surname keeps his."""
    aliases: tuple[str, ...] = ()
    """The other forms that the text prints, in order of first mention."""
    roles: tuple[str, ...] = ()
    """Offices as printed directly before the name or in apposition to it, in order."""
    mentions: tuple[tuple[int, int], ...] = ()
    """Start and end of each mention, in characters of the text, in order."""
    chances: tuple[float, ...] = ()
    """For each mention, how likely it is that it names a person, from 0 to 1; empty when a person said who is named."""


def find_people(text: str, sure: Set[tuple[str, ...]] = frozenset()) -> tuple[PersonFound, ...]:
    """The people whom a Markdown text names, in order of first mention.

    ``sure``: names, word by word, that are known to be people's; see :attr:`generator.enrich.KnownNames.sure`.

    >>> text = "Russian Foreign Minister Sergei Lavrov met Federica Mogherini. Lavrov said little."
    >>> for person in find_people(text):
    ...     print(person.name, person.aliases, person.roles)
    Sergei Lavrov ('Lavrov',) ('Russian Foreign Minister',)
    Federica Mogherini () ()
    """
    prose = join_lines(mask(text))
    return gather_people(prose, find_mentions(prose, sure))


def gather_people(prose: str, mentions: Sequence[Mention]) -> tuple[PersonFound, ...]:
    """The people whom mentions of a text name: short forms go to the full name, everybody is one entry."""
    cast = _Cast(prose)
    cast.add_full_names([mention for mention in mentions if mention.full])
    cast.add_lone_names([mention for mention in mentions if not mention.full])
    return cast.people()


_ONLY_FEMALE = FEMALE - MALE
_ONLY_MALE = MALE - FEMALE


@dataclass(kw_only=True, slots=True)
class _Member:
    """A person while the text is being read."""

    key: tuple[str, ...]
    suffix: str
    mentions: dict[tuple[int, int], float] = field(default_factory=dict)
    """Where the person is named, and the chance that it is a person."""
    roles: dict[str, str] = field(default_factory=dict)
    """Folded to as printed."""
    honorifics: set[str] = field(default_factory=set)

    def may_bear(self, honorific: str) -> bool:
        """Whether the honorific does not contradict what given name and other honorifics tell of the gender."""
        given = self.key[0] if len(self.key) > 1 else ""
        if honorific in known.MALE_HONORIFICS:
            return given not in _ONLY_FEMALE and not self.honorifics & known.FEMALE_HONORIFICS
        if honorific in known.FEMALE_HONORIFICS:
            return given not in _ONLY_MALE and not self.honorifics & known.MALE_HONORIFICS
        return True

    def offices(self) -> set[str]:
        """The head words of the offices."""
        return {fold(word) for role in self.roles.values() for word in role.split()} & known.OFFICES


class _Cast:
    """All people of one text while it is being read."""

    def __init__(self, prose: str) -> None:
        self._prose = prose
        self._members: list[_Member] = []
        self._by_tail: defaultdict[tuple[str, ...], list[_Member]] = defaultdict(list)
        self._by_head: defaultdict[tuple[str, ...], list[_Member]] = defaultdict(list)

    def add_full_names(self, mentions: Sequence[Mention]) -> None:
        """Makes people of names of several words, the longest first, so that shorter forms find the longer."""
        for mention in sorted(mentions, key=lambda mention: (-len(mention.key), mention.start)):
            hosts = self._full_holders(mention)
            self._note(hosts[0] if len(hosts) == 1 else self._new(mention), mention)

    def add_lone_names(self, mentions: Sequence[Mention]) -> None:
        """Gives names that stand alone to their bearer, and makes people of those that nobody in the text bears."""
        for mention in mentions:
            holders = self._by_tail.get(mention.key) or self._by_head.get(mention.key)
            bearer = self._choose(holders, mention) if holders else self._new(mention)
            if bearer:
                self._note(bearer, mention)

    def people(self) -> tuple[PersonFound, ...]:
        """What was found, in order of first mention."""
        return tuple(sorted(map(self._finish, self._members), key=lambda person: person.mentions[0]))

    def _new(self, mention: Mention) -> _Member:
        member = _Member(key=mention.key, suffix=mention.suffix)
        self._members.append(member)
        for at in range(len(member.key)):
            if at or len(member.key) == 1:
                self._by_tail[member.key[at:]].append(member)
        if len(member.key) > 1:
            self._by_head[member.key[:1]].append(member)
        return member

    def _full_holders(self, mention: Mention) -> list[_Member]:
        """Who bears exactly this name of several words, or else those of whose names it is a shorter form."""
        hosts = [
            member
            for member in self._members
            if member.suffix == mention.suffix and is_short_form(mention.key, member.key)
        ]
        return [member for member in hosts if member.key == mention.key] or hosts

    def _choose(self, holders: Sequence[_Member], mention: Mention) -> _Member | None:
        """The only one of the holders whom honorific and office allow; None when that is nobody or several."""
        fitting = [member for member in holders if member.may_bear(mention.honorific)]
        if len(fitting) == 1:
            return fitting[0]
        heads = {fold(word) for word in office_before(self._left_of(mention)).split()} & known.OFFICES
        holding = [member for member in fitting if member.offices() & heads]
        return holding[0] if len(holding) == 1 else None

    def _left_of(self, mention: Mention) -> str:
        return self._prose[max(0, mention.start - REACH) : mention.start]

    def _right_of(self, mention: Mention) -> str:
        return self._prose[mention.end : mention.end + REACH]

    def _note(self, member: _Member, mention: Mention) -> None:
        start = mention.start
        before = mention.before
        if len(member.key) == 1 and before and fold(before.text) in known.REGNAL:
            start = before.start
        member.mentions[start, mention.end] = mention.chance
        if mention.honorific:
            member.honorifics.add(mention.honorific)
        if not mention.heading:
            for role in (office_before(self._left_of(mention)), office_after(self._right_of(mention))):
                if role:
                    member.roles.setdefault(role.casefold(), role)

    def _finish(self, member: _Member) -> PersonFound:
        mentions = sorted(member.mentions.items())
        forms = dict.fromkeys(" ".join(self._prose[start:end].split()) for (start, end), _ in mentions)
        name = max(forms, key=lambda form: (len(form.split()), len(form)))
        return PersonFound(
            name=name,
            aliases=tuple(form for form in forms if form != name),
            roles=tuple(member.roles.values()),
            mentions=tuple(span for span, _ in mentions),
            chances=tuple(chance for _, chance in mentions),
        )


def is_short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one folded name leaves out or abbreviates only inner or leading words of the other.

    Who gives an inner initial gives the first: George W. Bush is not George H. W. Bush.

    >>> is_short_form(("j", "holm"), ("jan", "erik", "holm")), is_short_form(("ann", "holm"), ("jan", "holm"))
    (True, False)
    """
    if short in (long[-len(short) :], long[: len(short)]):
        return True
    if len(short) < 2 or short[-1] != long[-1] or not _same_or_initial(short[0], long[0]):
        return False
    if len(short) > 2 and len(short[1]) == 1 and not long[1].startswith(short[1]):
        return False
    rest: Iterator[str] = iter(long[1:-1])
    return all(any(_same_or_initial(word, other) for other in rest) for word in short[1:-1])


def _same_or_initial(one: str, other: str) -> bool:
    return one == other or (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))
