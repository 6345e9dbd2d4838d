"""What people decide about who is who: accept, merge, split, rename, hide. Each is one command, and can be undone.

A merged or renamed person's former id stays as an alias, so that addresses lead on; articles that list the id follow.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from generator.catalog import combine_people, find_contradictions, name_key
from generator.content import Entry, read_journal
from generator.decisions.drafts import Done
from generator.decisions.registry import Registry, open_registry
from generator.decisions.roster import Named, Roster, State, describe_entry, list_printed, read_roster
from generator.errors import ContentError
from generator.model.authority import Person
from generator.model.catalog import Card
from generator.model.slug import is_slug, slugify
from generator.site import Site

__all__ = ["Decisions", "Done", "Named", "Roster", "State", "describe_entry", "read_roster"]


class Decisions:
    """Decisions about the people of one site. Each method is one command: all of it is done, or nothing."""

    def __init__(
        self, site: Site, say: Callable[[str], None] = lambda _: None, *, roster: Roster | None = None
    ) -> None:
        """``say`` is told when something is waited for; with a ``roster`` at hand the articles are not read again."""
        self._site, self._say, self._roster = site, say, roster

    def _open(self) -> AbstractContextManager[Registry]:
        return open_registry(self._site, self._say, self._roster)

    def accept(self, words: Sequence[str], *, everybody: bool = False) -> Done:
        """Write a record, unverified, with the evidence, for names that have none; ``everybody``: all that have a page.

        Raises ContentError when a word is neither the id nor the name of anybody.
        """
        with self._open() as registry:
            wanted = [registry.find(word) for word in words]
            if everybody:
                wanted += [e.person for e in registry.roster.entries.values() if e.state is State.FOUND]
            new = {person.name: person for person in wanted if not registry.has_record(person)}
            return registry.commit("accept", *(_write(registry, person).id for person in new.values()))

    def merge(self, keep: str, gone: str, *, force: bool = False) -> Done:
        """Merge one person into another: names, offices and identifiers joined, the articles' lists rewritten.

        Raises ContentError when the records contradict each other, unless with ``force``: what is kept then stands.
        """
        with self._open() as registry:
            kept, other = registry.find(keep), registry.find(gone)
            _refuse_merge(registry, kept, other, force)
            has_address = registry.has_record(other) or registry.has_page(other)
            kept = _write(registry, kept)
            combined = combine_people(kept, other)
            registry.remove(other)
            registry.put(combined if has_address else replace(combined, aliases=kept.aliases))
            if has_address:
                registry.relist((other.id, *other.aliases), combined.id)
            return registry.commit("merge", combined.id, other.id or other.name, names=(other.name, *other.variants))

    def split(self, word: str, articles: Sequence[str], *, name: str | None = None, id_: str | None = None) -> Done:
        """Make the person of some articles another one, with a record of their own.

        Where these are the articles of somebody who was merged into the person, that merge is undone.
        Raises ContentError when an article does not name the person.
        """
        with self._open() as registry:
            person = registry.find(word)
            cards = [registry.find_article(article) for article in articles]
            merge = None if name or id_ else _find_merge(registry, person, {card.path for card in cards})
            if merge:
                return registry.undo(merge)
            person = _write(registry, person)
            new = _divide(registry, person, cards, name, id_)
            registry.put(_without_name(person, new.name))
            registry.put(new)
            for card in cards:
                _list_other(registry, card, person, new.id)
            return registry.commit("split", person.id, new.id)

    def unmerge(self, word: str, former: str) -> Done:
        """Take somebody out again who was merged into a person. Raises ContentError when nothing is known of that."""
        with self._open() as registry:
            person = registry.find(word)
            for entry in read_journal(self._site.content):
                if _is_merge(entry, person) and entry.ids[1] == former:
                    return registry.undo(entry)
            raise registry.refuse(
                registry.where(person),
                f'Nothing is known of a merge of "{former}" into "{person.id}".',
                "Name the articles that are another person's: dateline people split ID --articles …",
            )

    def rename(self, word: str, *, name: str | None = None, id_: str | None = None) -> Done:
        """Give a person another preferred form, or another id, or both; the former ones still lead there.

        Raises ContentError when the id is taken, or cannot stand in an address.
        """
        with self._open() as registry:
            person = _write(registry, registry.find(word))
            old = person.id
            if name and name != person.name:
                variants = dict.fromkeys((*person.variants, person.name))
                person = replace(person, name=name, variants=tuple(v for v in variants if v != name))
            registry.put(person)
            if id_ and id_ != old:
                _check_id(registry, id_, besides=person)
                registry.move(person, id_)
                aliases = tuple(alias for alias in (*person.aliases, old) if alias != id_)
                person = replace(person, id=id_, aliases=aliases)
                registry.put(person)
                registry.relist([old], id_)
            return registry.commit("rename", person.id)

    def hide(self, words: Sequence[str]) -> Done:
        """Let people have no page, and never be suggested again; the articles that list them do so no more.

        Raises ContentError when a word is neither the id nor the name of anybody.
        """
        with self._open() as registry:
            ids = []
            for word in words:
                person = _write(registry, registry.find(word))
                registry.put(replace(person, hidden=True))
                registry.relist((person.id, *person.aliases), None)
                ids.append(person.id)
            return registry.commit("hide", *ids)

    def unhide(self, words: Sequence[str]) -> Done:
        """Let people have pages again. Articles list them again where hiding took them out and nobody edited since."""
        with self._open() as registry:
            people = [registry.find(word) for word in words]
            for entry in read_journal(self._site.content):
                if entry.command == "hide" and list(entry.ids) == [person.id for person in people]:
                    try:
                        return registry.undo(entry)
                    except ContentError:
                        break
            for person in people:
                registry.put(replace(person, hidden=False))
            return registry.commit("unhide", *(person.id for person in people))

    def keep_apart(self, one: str, other: str) -> Done:
        """Remember that two people are not one, so that nobody is asked again."""
        with self._open() as registry:
            first, second = (_write(registry, registry.find(word)) for word in (one, other))
            if first.id not in second.distinct:
                registry.put(replace(second, distinct=(*second.distinct, first.id)))
            return registry.commit("apart", first.id, second.id)

    def undo(self) -> Done | None:
        """Undo what the last command on people did; None when there is nothing to undo.

        Raises ContentError when later edits stand in its way.
        """
        with self._open() as registry:
            entry = next(read_journal(self._site.content), None)
            return registry.undo(entry) if entry else None


def _write(registry: Registry, person: Person) -> Person:
    """The person, with a record. A name that had no page may share its id with others, and gets one of its own."""
    if not registry.has_record(person):
        if not registry.has_page(person):
            person = replace(person, id=registry.choose_id(person.name))
        registry.put(person)
    return person


def _refuse_merge(registry: Registry, kept: Person, other: Person, force: bool) -> None:
    where = registry.where(kept)
    if (kept.id, kept.name) == (other.id, other.name):
        raise registry.refuse(where, f'"{kept.id or kept.name}" is one person already.', "Name two.")
    if kept.hidden:
        raise registry.refuse(where, "It is hidden.", f"Bring it back first: dateline people unhide {kept.id}")
    if (contradictions := find_contradictions(kept, other)) and not force:
        raise registry.refuse(
            where,
            f'"{other.id}" may be somebody else: {"; ".join(contradictions)}.',
            f'Correct the records, or add --force: what "{kept.id}" says then stands.',
        )


def _is_merge(entry: Entry, person: Person) -> bool:
    return entry.command == "merge" and entry.ids[0] in (person.id, *person.aliases)


def _find_merge(registry: Registry, person: Person, paths: set[str]) -> Entry | None:
    """The merge into a person that brought these articles and no others; None when there was none."""
    for entry in read_journal(registry.site.content):
        if _is_merge(entry, person):
            listing = {each.path for each in entry.alterations if not each.path.startswith("people/")}
            if listing | _name(registry, person, entry.names) == paths:
                return entry
    return None


def _name(registry: Registry, person: Person, names: Sequence[str]) -> set[str]:
    """The articles whose texts name a person, and only by some of all forms of the name."""
    keys = {name_key(form) for form in names}
    others = {name_key(form) for form in (person.name, *person.variants)} - keys
    catalog = registry.roster.catalog
    found = set()
    for slug in catalog.by_person.get(person.id, ()):
        printed = set(map(name_key, catalog.cards[slug].named))
        if printed & keys and not printed & others:
            found.add(catalog.cards[slug].path)
    return found


def _divide(registry: Registry, person: Person, cards: Sequence[Card], name: str | None, id_: str | None) -> Person:
    """The new person of a split. A name that both have still means the old one, as ``distinct`` says."""
    printed = [name for card in cards for name in list_printed(registry.roster.catalog, card.slug, person)]
    name = name or (printed[0] if printed else person.name)
    if id_:
        _check_id(registry, id_)
    return Person(id=id_ or registry.choose_id(name), name=name, distinct=(person.id,))


def _without_name(person: Person, name: str) -> Person:
    """A person without a variant that is another's; the preferred name stays."""
    key = name_key(name)
    if key == name_key(person.name):
        return person
    return replace(person, variants=tuple(variant for variant in person.variants if name_key(variant) != key))


def _list_other(registry: Registry, card: Card, person: Person, new: str) -> None:
    """Let an article name another person in place of one. Raises ContentError when it does not name that one."""
    people = registry.roster.catalog.people_of.get(card.slug, ())
    if person.id not in people:
        raise registry.refuse(card.path, f'It does not name "{person.id}".', "Leave it out of the split.")
    if card.people is None:
        for id_ in people:  # whoever is listed needs a record
            if id_ != person.id:
                _write(registry, registry.find(id_))
        registry.list_in_article(card.path, [new if id_ == person.id else id_ for id_ in people])
    else:
        registry.replace_in_article(card.path, (person.id, *person.aliases, *_names_listed(card, person)), new)


def _names_listed(card: Card, person: Person) -> list[str]:
    keys = {name_key(form) for form in (person.name, *person.variants)}
    return [word for word in card.people or () if name_key(word) in keys]


def _check_id(registry: Registry, id_: str, besides: Person | None = None) -> None:
    if not is_slug(id_):
        raise registry.refuse("people", f'"{id_}" cannot stand in an address.', f"Take: {slugify(id_)}")
    owner = registry.owner_of(id_)
    if owner and (besides is None or owner != registry.where(besides)):
        raise registry.refuse(owner, f'It has the id "{id_}", or had it before.', "Take another.")
