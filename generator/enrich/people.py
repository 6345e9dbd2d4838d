"""The people whom a text names, found by rules: precision first, for a page of a wrong person hurts more than a gap."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.enrich import words as known
from generator.enrich.evidence import (
    ENOUGH,
    MISPLACED,
    is_also_a_word,
    left_of,
    names_a_thing,
    office_after,
    office_before,
    right_of,
    speaks,
    weigh,
    weigh_place,
)
from generator.enrich.given_names import FEMALE, MALE
from generator.enrich.mentions import Kind, Mention, find_mentions
from generator.enrich.prose import mask
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


def find_people(text: str) -> tuple[PersonFound, ...]:
    """The people whom a Markdown text names, in order of first mention.

    >>> text = "Russian Foreign Minister Sergei Lavrov met Federica Mogherini. Lavrov said little."
    >>> for person in find_people(text):
    ...     print(person.name, person.aliases, person.roles)
    Sergei Lavrov ('Lavrov',) ('Russian Foreign Minister',)
    Federica Mogherini () ()
    """
    masked = mask(text)
    mentions = list(find_mentions(masked))
    cast = _Cast(masked)
    full = [mention for mention in mentions if mention.full and not mention.heading]
    lone = [mention for mention in mentions if not mention.full and not mention.heading]
    accepted, rest = _weigh_full_names(masked, full, {mention.key for mention in lone})
    cast.add_full_names(accepted)
    cast.add_lone_names(lone)
    cast.add_known_within([*rest, *(mention for mention in mentions if mention.heading)])
    return cast.people()


def _weigh_full_names(
    masked: str, full: Sequence[Mention], lone: Container[tuple[str, ...]]
) -> tuple[list[Mention], list[Mention]]:
    """Parts the names of several words into those with enough evidence and the rest; namesakes share their evidence."""
    listed = _listed(masked, full)
    same: defaultdict[tuple[tuple[str, ...], str], list[tuple[Mention, float]]] = defaultdict(list)
    for at, mention in enumerate(full):
        same[mention.key, mention.suffix].append((mention, weigh_place(masked, mention) + 1.5 * (at in listed)))
    accepted: list[Mention] = []
    rest: list[Mention] = []
    for (key, _), weighed in same.items():
        weight = weigh(weighed[0][0]) + max(place for _, place in weighed)
        again = 1.5 * (key[-1:] in lone) + 0.5 * (key[:1] in lone) + 0.5 * (len(weighed) > 1)
        # That a name is shortened or repeated tells little alone: so are those of firms.
        weight += again if weight > 0 else min(again, 1.5)
        (accepted if weight >= ENOUGH else rest).extend(mention for mention, place in weighed if place > MISPLACED)
    return sorted(accepted, key=lambda mention: mention.start), rest


def _listed(masked: str, full: Sequence[Mention]) -> set[int]:
    """Where names stand that only a comma or "and" parts from somebody with a known given name."""
    listed = set()
    for at in range(1, len(full)):
        if masked[full[at - 1].end : full[at].start] in _LIST_JOINTS:
            for one, other in ((at - 1, at), (at, at - 1)):
                if full[other].words[0].kind is Kind.GIVEN:
                    listed.add(one)
    return listed


_LIST_JOINTS = frozenset({", ", " and ", ", and ", " & "})


_ONLY_FEMALE = FEMALE - MALE
_ONLY_MALE = MALE - FEMALE


@dataclass(kw_only=True, slots=True)
class _Member:
    """A person while the text is being read."""

    key: tuple[str, ...]
    suffix: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
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


# "The operations director Navy Captain Jan Holm": between two offices stands no name.
_AFTER_OFFICES = frozenset({Kind.OFFICE, Kind.MODIFIER, Kind.PREFIX})


class _Cast:
    """All people of one text while it is being read."""

    def __init__(self, masked: str) -> None:
        self._masked = masked
        self._members: list[_Member] = []
        self._by_tail: defaultdict[tuple[str, ...], list[_Member]] = defaultdict(list)
        self._by_head: defaultdict[tuple[str, ...], list[_Member]] = defaultdict(list)

    def add_full_names(self, mentions: Sequence[Mention]) -> None:
        """Makes people of names of several words, the longest first, so that shorter forms find the longer."""
        for mention in sorted(mentions, key=lambda mention: (-len(mention.key), mention.start)):
            hosts = self._full_holders(mention)
            self._note(hosts[0] if len(hosts) == 1 else self._new(mention), mention)

    def add_lone_names(self, mentions: Sequence[Mention]) -> None:
        """Gives surnames that stand alone to their bearer, and makes people of those that an office announces."""
        waiting = []
        for mention in mentions:
            holders = self._holders(mention.key)
            if holders:
                bearer = self._choose(holders, mention)
                if bearer:
                    self._note(bearer, mention)
            elif self._announced(mention):
                self._note(self._new(mention), mention)
            else:
                waiting.append(mention)
        for mention in waiting:
            holders = self._holders(mention.key)
            if len(holders) == 1 and not self._names_a_thing(mention):
                self._note(holders[0], mention)

    def add_known_within(self, mentions: Iterable[Mention]) -> None:
        """Finds people who are known by now in headings, and in runs that say too little by themselves."""
        words = {word for member in self._members for word in member.key}
        for mention in mentions:
            if words.isdisjoint(mention.key):
                continue
            for part in _parts(mention):
                holders = self._full_holders(part) if part.full else self._by_tail.get(part.key, [])
                if len(holders) == 1:
                    self._note(holders[0], part)
                    break

    def people(self) -> tuple[PersonFound, ...]:
        """What was found, in order of first mention."""
        for member in self._members:
            member.mentions.sort()
        return tuple(self._finish(member) for member in sorted(self._members, key=lambda member: member.mentions[0]))

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

    def _holders(self, key: tuple[str, ...]) -> list[_Member]:
        return self._by_tail.get(key) or self._by_head.get(key) or []

    def _choose(self, holders: Sequence[_Member], mention: Mention) -> _Member | None:
        """The only one of the holders whom honorific and office allow; None when that is nobody or several."""
        if self._names_a_thing(mention):
            return None
        if is_also_a_word(mention) and not (self._announced(mention) or speaks(right_of(self._masked, mention))):
            return None
        fitting = [member for member in holders if member.may_bear(mention.honorific)]
        if len(fitting) == 1:
            return fitting[0]
        heads = {fold(word) for word in office_before(left_of(self._masked, mention)).split()} & known.OFFICES
        holding = [member for member in fitting if member.offices() & heads]
        return holding[0] if len(holding) == 1 else None

    def _announced(self, mention: Mention) -> bool:
        """Whether an office or honorific directly before a lone name says that it is a person's."""
        if mention.after in _AFTER_OFFICES:
            return False
        left = left_of(self._masked, mention)
        said = bool(mention.honorific) or (not left.endswith(", ") and bool(office_before(left)))
        return said and not self._names_a_thing(mention)

    def _names_a_thing(self, mention: Mention) -> bool:
        return names_a_thing(mention, left_of(self._masked, mention), right_of(self._masked, mention))

    def _note(self, member: _Member, mention: Mention) -> None:
        start = mention.start
        office = office_before(left_of(self._masked, mention))
        before = mention.before
        if len(member.key) == 1 and before and fold(before.text) in known.REGNAL:
            start = before.start
        member.mentions.append((start, mention.end))
        if mention.honorific:
            member.honorifics.add(mention.honorific)
        for role in (office, office_after(right_of(self._masked, mention))):
            if role and not mention.heading:
                member.roles.setdefault(role.casefold(), role)

    def _finish(self, member: _Member) -> PersonFound:
        forms = dict.fromkeys(" ".join(self._masked[start:end].split()) for start, end in member.mentions)
        name = max(forms, key=lambda form: (len(form.split()), len(form)))
        return PersonFound(
            name=name,
            aliases=tuple(form for form in forms if form != name),
            roles=tuple(member.roles.values()),
            mentions=tuple(dict.fromkeys(member.mentions)),
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


_LONGEST_NAME = 6
"""In words; more are a line of capitalised words, not a name."""


def _parts(mention: Mention) -> Iterator[Mention]:
    """Every run of words inside the mention that a name may fill, the longest first."""
    words = mention.words
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        for at in range(len(words) - length + 1):
            yield mention.cut(at, at + length)
