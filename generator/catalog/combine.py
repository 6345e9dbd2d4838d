"""Combining two records that turn out to be of one person; and why they may not be."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.authority import Office, Person
from generator.model.dating import Dating


def find_contradictions(one: Person, other: Person) -> list[str]:
    """What two records say that cannot be true of one person, in words; empty when nothing is."""
    return [*_of_life(one, other), *_of_offices(one, other), *_of_identity(one, other)]


def combine_people(keep: Person, other: Person) -> Person:
    """One record that says what both say: ``keep`` under its id and name; where they contradict, ``keep`` stands.

    The other's names become variants, and its ids aliases. The record counts as verified when either does.
    """
    names = _join(keep.variants, (other.name, *other.variants))
    ids = {keep.id, other.id, *keep.aliases, *other.aliases}
    return replace(
        keep,
        variants=tuple(name for name in names if name != keep.name),
        offices=_join_offices(keep, other),
        identifiers=keep.identifiers | {k: v for k, v in other.identifiers.items() if k not in keep.identifiers},
        born=keep.born or other.born,
        died=keep.died or other.died,
        aliases=tuple(id_ for id_ in _join(keep.aliases, (other.id, *other.aliases)) if id_ != keep.id),
        distinct=tuple(id_ for id_ in _join(keep.distinct, other.distinct) if id_ not in ids),
        verified=keep.verified or other.verified,
        evidence=_join(keep.evidence, other.evidence),
        note=_join_notes(keep.note, other.note),
    )


def _join(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _join_notes(one: str, other: str) -> str:
    return one if other in one else f"{one}\n\n{other}" if one else other


def _join_offices(keep: Person, other: Person) -> tuple[Office, ...]:
    """All offices, in the order of each record; one that both have is written once, as fully as either says."""
    offices = list(keep.offices)
    for office in other.offices:
        same = next((at for at, own in enumerate(offices) if _is_same(own, office)), None)
        if same is None:
            offices.append(office)
        else:
            own = offices[same]
            offices[same] = replace(own, start=own.start or office.start, end=own.end or office.end)
    return tuple(offices)


def _of_life(one: Person, other: Person) -> Iterator[str]:
    for word in ("born", "died"):
        mine, theirs = getattr(one, word), getattr(other, word)
        if _exclude(mine, theirs):
            yield f"{one.id} {word} {mine.display}, {other.id} {word} {theirs.display}"
    for person, holder in ((one, other), (other, one)):
        for office in holder.offices:
            held = f"{holder.id} held {_name(office)}"
            day, word = (office.end, "to") if office.end else (office.start, "from")
            if person.died and day and _is_before(person.died, day):
                yield f"{held} {word} {day.display}, {person.id} died {person.died.display}"
            if person.born and office.end and _is_before(office.end, person.born):
                yield f"{held} to {office.end.display}, {person.id} was born {person.born.display}"


def _of_offices(one: Person, other: Person) -> Iterator[str]:
    for mine in one.offices:
        for theirs in other.offices:
            if not _is_same(mine, theirs):
                continue
            for word, first, second in (("from", mine.start, theirs.start), ("to", mine.end, theirs.end)):
                if first and second and _exclude(first, second):
                    yield (
                        f"{_name(mine)} {word} {first.display} says {one.id}, {word} {second.display} says {other.id}"
                    )


def _of_identity(one: Person, other: Person) -> Iterator[str]:
    for scheme, value in one.identifiers.items():
        theirs = other.identifiers.get(scheme, value)
        if theirs != value:
            yield f"{one.id} is {scheme} {value}, {other.id} is {scheme} {theirs}"
    if other.id in one.distinct or one.id in other.distinct:
        yield "somebody decided to keep them apart"


def _is_same(one: Office, other: Office) -> bool:
    """Whether two entries are of one term in one office: the titles agree, and the times touch."""
    if (one.title.casefold(), (one.organisation or "").casefold()) != (
        other.title.casefold(), (other.organisation or "").casefold(),
    ):  # fmt: skip
        return False
    return not (_is_before(one.end, other.start) or _is_before(other.end, one.start))


def _is_before(one: Dating | None, other: Dating | None) -> bool:
    """Whether one day is surely before the other; not where either is unknown."""
    return bool(one and other and one.latest and other.earliest and one.latest < other.earliest)


def _exclude(one: Dating | None, other: Dating | None) -> bool:
    """Whether two datings have no day in common."""
    return _is_before(one, other) or _is_before(other, one)


def _name(office: Office) -> str:
    return f"{office.title} ({office.organisation})" if office.organisation else office.title
