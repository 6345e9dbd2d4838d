"""Importing people from a table: rows of a CSV file or of JSON Lines → records, new or added to.

A row is somebody who has a record when it names the record's id or shares an identifier with it. What a record says
stays; names, offices, identifiers and days that it does not say are added.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalog import combine_people, find_contradictions, name_key
from generator.content import make_person
from generator.decisions.drafts import Done
from generator.decisions.registry import Registry, open_registry
from generator.errors import ContentError, Problem, Where
from generator.intake import Row, read_people_table
from generator.model.authority import Person
from generator.model.slug import is_slug, short_digest, slugify
from generator.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What an import came to."""

    done: Done
    added: tuple[str, ...]
    """Ids of new records."""
    changed: tuple[str, ...]
    """Ids of records that were added to."""
    problems: tuple[Problem, ...]
    """Rows that were left out, and why."""


def import_people(
    site: Site, path: Path, say: Callable[[str], None] = lambda _: None, *, dry_run: bool = False
) -> Imported:
    """Add the people of a file to the records; ``dry_run`` writes nothing.

    Raises IntakeError when the file cannot be read, ContentError when there is no content folder.
    """
    problems: list[Problem] = []
    rows = list(read_people_table(path, problems))
    added: list[str] = []
    changed: list[str] = []
    with open_registry(site, say) as registry:
        known = _Known(registry)
        for where, row in rows:
            try:
                person, is_new = _settle(known, where, row, problems)
                if is_new or person != registry.people[person.id]:
                    registry.put(person)
                    known.add(person)
                    (added if is_new else changed).append(person.id)
            except ContentError as error:
                problems += error.problems
        done = registry.commit("import", *dict.fromkeys((*added, *changed)), dry_run=dry_run)
    return Imported(done=done, added=tuple(added), changed=tuple(dict.fromkeys(changed)), problems=tuple(problems))


class _Known:
    """The records by all that a row may be known by."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._ids: dict[str, str] = {}
        self._identifiers: dict[tuple[str, str], set[str]] = {}
        self._names: dict[str, str] = {}
        for person in registry.people.values():
            self.add(person)

    def add(self, person: Person) -> None:
        """Know a record, new or added to."""
        for id_ in (*person.aliases, person.id):
            self._ids[id_] = person.id
        for identifier in person.identifiers.items():
            self._identifiers.setdefault(identifier, set()).add(person.id)
        for name in (person.name, *person.variants):
            self._names.setdefault(name_key(name), person.id)

    def find(self, where: Where, given: str, identifiers: Mapping[str, str]) -> Person | None:
        """Whose record a row is about: by its id, or else by an identifier. Raises ContentError for several's."""
        if given in self._ids:
            return self._registry.people[self._ids[given]]
        ids = sorted(set().union(*(self._identifiers.get(identifier, ()) for identifier in identifiers.items())))
        if len(ids) > 1:
            raise _refuse(
                where,
                f"Several records have its identifiers: {', '.join(ids)}.",
                f"Merge them: dateline people merge {ids[0]} {ids[1]}",
            )
        return self._registry.people[ids[0]] if ids else None

    def choose_id(self, where: Where, person: Person) -> str:
        """The id of a new record. Raises ContentError when somebody has the name already."""
        owner = self._names.get(name_key(person.name))
        if owner is not None:
            raise _refuse(
                where,
                f'"{person.name}" is a name of {self.path_of(owner)}.',
                f"Give the row the id {owner} to add to it, or another id for somebody else.",
            )
        id_ = slugify(person.name)
        return f"{id_}-{short_digest(person.name)}" if id_ in self._ids else id_

    def path_of(self, id_: str) -> str:
        """Of a record, below the content folder."""
        return self._registry.where(self._registry.people[id_])


def _settle(known: _Known, where: Where, row: Row, problems: list[Problem]) -> tuple[Person, bool]:
    """The record as a row would have it, and whether it is new. Raises ContentError when the row cannot be used."""
    given = str(row.pop("id", "")).strip()
    if given and not is_slug(given):
        raise _refuse(where, f'"{given}" cannot stand in an address.', f"Take: {slugify(given)}")
    record = known.find(where, given, row.get("identifiers", {}))
    if record is None:
        person, wrong = make_person(row, given, where)
        problems += wrong
        return replace(person, id=given or known.choose_id(where, person)), True
    person, wrong = make_person({"name": record.name} | row, "this row", where)
    problems += wrong
    if contradictions := find_contradictions(record, person):
        raise _refuse(
            where,
            f"It contradicts {known.path_of(record.id)}: {'; '.join(contradictions)}.",
            "Correct one of the two; the row was left out.",
        )
    # The record's own id: what stands in a row is no record, and leaves no address behind.
    return replace(combine_people(record, replace(person, id=record.id)), verified=record.verified), False


def _refuse(where: Where, what: str, remedy: str) -> ContentError:
    return ContentError(Problem(where=where, what=what, remedy=remedy))
