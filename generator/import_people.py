"""Importing people from a table: rows of a CSV file or of JSON Lines → records, new or added to.

A row is somebody who has a record when it names the record's id or shares an identifier with it. What a record says
stays; names, offices, identifiers and days that it does not say are added.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.catalog import combine_people, find_contradictions, name_key
from generator.content import make_person
from generator.errors import ContentError, Problem, Where
from generator.intake import Row, read_people_table
from generator.model.authority import Person
from generator.model.slug import is_slug, short_digest, slugify
from generator.registry import Done, Registry, open_registry
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
        for where, row in rows:
            try:
                person, is_new = _settle(registry, where, row, problems)
            except ContentError as error:
                problems += error.problems
                continue
            if is_new or person != registry.people[person.id]:
                registry.put(person)
                (added if is_new else changed).append(person.id)
        done = registry.commit("import", *dict.fromkeys((*added, *changed)), dry_run=dry_run)
    return Imported(done=done, added=tuple(added), changed=tuple(dict.fromkeys(changed)), problems=tuple(problems))


def _settle(registry: Registry, where: Where, row: Row, problems: list[Problem]) -> tuple[Person, bool]:
    """The record as a row would have it, and whether it is new. Raises ContentError when the row cannot be used."""
    given = str(row.pop("id", "")).strip()
    if given and not is_slug(given):
        raise _refuse(where, f'"{given}" cannot stand in an address.', f"Take: {slugify(given)}")
    known = _find(registry, where, given, row.get("identifiers", {}))
    if known is None:
        person, wrong = make_person(row, given, where)
        problems += wrong
        return replace(person, id=given or _choose_id(registry, where, person)), True
    person, wrong = make_person({"name": known.name} | row, "this row", where)
    problems += wrong
    if contradictions := find_contradictions(known, person):
        raise _refuse(
            where,
            f"It contradicts {registry.where(known)}: {'; '.join(contradictions)}.",
            "Correct one of the two; the row was left out.",
        )
    # The record's own id: what stands in a row is no record, and leaves no address behind.
    return replace(combine_people(known, replace(person, id=known.id)), verified=known.verified), False


def _find(registry: Registry, where: Where, given: str, identifiers: Mapping[str, str]) -> Person | None:
    """Whose record a row is about: by its id, or else by an identifier. Raises ContentError when that is several's."""
    if given and registry.owner_of(given):
        return registry.find(given)
    found = [person for person in registry.people.values() if identifiers.items() & person.identifiers.items()]
    if len(found) > 1:
        raise _refuse(
            where,
            f"Several records have its identifiers: {', '.join(person.id for person in found)}.",
            f"Merge them: dateline people merge {found[0].id} {found[1].id}",
        )
    return found[0] if found else None


def _choose_id(registry: Registry, where: Where, person: Person) -> str:
    """The id of a new record. Raises ContentError when somebody has the name already."""
    key = name_key(person.name)
    for other in registry.people.values():
        if key in map(name_key, (other.name, *other.variants)):
            raise _refuse(
                where,
                f'"{person.name}" is a name of {registry.where(other)}.',
                f"Give the row the id {other.id} to add to it, or another id for somebody else.",
            )
    id_ = slugify(person.name)
    return f"{id_}-{short_digest(person.name)}" if registry.owner_of(id_) else id_


def _refuse(where: Where, what: str, remedy: str) -> ContentError:
    return ContentError(Problem(where=where, what=what, remedy=remedy))
