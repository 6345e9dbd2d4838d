"""The registry: the records of people as they stand, and as a command would leave them. A chapter of those commands.

Nothing is written before all of it is known: first the journal says what is about to be done, then files are changed,
each at once, and those that go are removed last. A command that is killed half way can be run again, or undone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import unified_diff
from functools import cached_property
from pathlib import PurePosixPath

from generator.content import (
    ARTICLE_FIELDS,
    PERSON_FIELDS,
    Entry,
    describe_person,
    find_people,
    format_person,
    put_file,
    read_library,
    read_text,
    remove_entry,
    remove_file,
    replace_item,
    revert,
    set_body,
    set_fields,
    write_entry,
)  # fmt: skip
from generator.errors import ContentError, Problem, Where, did_you_mean
from generator.model.authority import Person, former_ids
from generator.model.catalog import Card
from generator.model.slug import slugify
from generator.roster import Roster, read_roster
from generator.site import Site
from generator.store import claim


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What a command did."""

    command: str
    ids: tuple[str, ...]
    """Of the people that it was about, as they are now."""
    records: tuple[str, ...]
    """Paths below the content folder of the records that were written or removed, in order."""
    articles: tuple[str, ...]
    """Of the articles that were changed."""
    diff: str
    """All of it, line by line."""


@contextmanager
def open_registry(site: Site, say: Callable[[str], None], roster: Roster | None = None) -> Iterator["Registry"]:
    """The registry, while no ingest and no other command changes what it holds; ``say`` is told of a wait.

    ``roster``: who was named when somebody last looked, so that the articles need not be read for it.

    Raises ContentError when there is no content folder, OutputError when others do not come to an end.
    """
    with claim(site.store / "ingest", waiting=say, work="changing the content of this site"):
        yield Registry(site, roster)


class Registry:
    """The records of people, and the articles that list them."""

    def __init__(self, site: Site, roster: Roster | None = None) -> None:
        self.site = site
        self._roster = roster
        self._library = read_library(site.content)
        self.people: dict[str, Person] = dict(self._library.authority.people)
        """By id, as the command leaves them."""
        self._written = dict(self.people)
        """As they stand in their files."""
        self._paths = find_people(site.content)
        self._before: dict[str, str | None] = {}
        self._after: dict[str, str | None] = {}

    @cached_property
    def roster(self) -> Roster:
        """Everybody who is named; all articles are read for it."""
        return self._roster or read_roster(self.site)

    # ---- who is meant

    def find(self, word: str) -> Person:
        """Who is meant by an id, a former id, or a name. Raises ContentError when that is nobody, or several."""
        if word in self.people:
            return self.people[word]
        if word in self._paths:
            raise self._unreadable(self._paths[word])
        former = {alias: self.people[id_] for alias, id_ in former_ids(self.people).items()}
        if word in former:
            return former[word]
        entry = self.roster.find(word)
        if entry is None:
            known = [*self.roster.entries, *(entry.person.name for entry in self.roster.entries.values())]
            hint = did_you_mean(word, known).strip()
            raise self.refuse(
                "people",
                f'There is nobody of the id or name "{word}", or more than one.',
                hint or "See: dateline people list --names",
            )
        return self._find_anew(entry.person, former)

    def _find_anew(self, person: Person, former: Mapping[str, Person]) -> Person:
        """Somebody of the roster as the records have them by now: a decision may have been made since it was read."""
        if person.id:
            return self.people.get(person.id) or former.get(person.id) or person
        fitting = [other for other in self.people.values() if person.name in (other.name, *other.variants)]
        return fitting[0] if len(fitting) == 1 else person

    def choose_id(self, name: str) -> str:
        """An id for a new record that nobody has, or had."""
        found = self.roster.catalog.authority.people
        wanted = chosen = slugify(name)
        number = 1
        while chosen in found or self.owner_of(chosen):
            number += 1
            chosen = f"{wanted}-{number}"
        return chosen

    def owner_of(self, id_: str) -> str | None:
        """The path of the record that has this id, or had it; None when no record has."""
        former = (person.id for person in self.people.values() if id_ in person.aliases)
        return self._paths.get(id_) or next((self._paths[owner] for owner in former), None)

    def has_record(self, person: Person) -> bool:
        """Whether there is a file of this person."""
        return person.id in self.people

    def has_page(self, person: Person) -> bool:
        """Whether somebody without a record has a page, and so an id that others know."""
        found = self.roster.catalog.authority.people.get(person.id)
        return found is not None and found.name == person.name

    def where(self, person: Person) -> str:
        """The path of a person's record, whether it is there or not."""
        return self._paths.get(person.id, f"people/{person.id}.md")

    def refuse(self, path: str, what: str, remedy: str) -> ContentError:
        """Why a command does nothing."""
        return ContentError(Problem(where=Where(path=f"{self.site.content.name}/{path}"), what=what, remedy=remedy))

    def find_article(self, word: str) -> Card:
        """The article that is meant by a path, a slug or an address. Raises ContentError when there is none, or two."""
        wanted = word.strip().rstrip("/").removesuffix(".md")
        cards = self.roster.catalog.cards
        slug = wanted.rpartition("/")[2]
        if slug in cards:
            return cards[slug]
        # A file whose name cannot stand in an address has another slug.
        fitting = [card for card in cards.values() if PurePosixPath(card.path).stem == slug]
        if len(fitting) == 1:
            return fitting[0]
        hint = did_you_mean(wanted, cards).strip()
        raise self.refuse("articles", f'There is no article "{word}".', hint or "Give its path, or its slug.")

    def _unreadable(self, path: str) -> ContentError:
        return self.refuse(path, "This record cannot be read.", "See: dateline check")

    # ---- what is to change

    def put(self, person: Person, *, path: str | None = None) -> None:
        """Let a person's record say what ``person`` says; what it says already is left as it is written.

        Raises ContentError when there is a file of the id that is no record.
        """
        before = self._written.get(person.id)
        path = self._paths.setdefault(person.id, path or self.where(person))
        text = self._read(path)
        if before is None and text is not None:
            raise self._unreadable(path)
        if before is None or text is None:
            text = format_person(person)
        else:
            was, now = describe_person(before), describe_person(person)
            fields = {key: value for key, value in now.items() if value != was[key]}
            text = set_body(set_fields(text, fields, PERSON_FIELDS), person.note)
        self._after[path] = text
        self.people[person.id] = self._written[person.id] = person

    def remove(self, person: Person) -> None:
        """Let a person have no record, if there is one."""
        if person.id in self.people:
            self._read(path := self._paths.pop(person.id))
            self._after[path] = None
            del self.people[person.id], self._written[person.id]

    def move(self, person: Person, id_: str) -> None:
        """Let a person's record have another id, and stand under it in the same folder."""
        old = self._paths.pop(person.id)
        new = str(PurePosixPath(old).with_name(f"{id_}.md"))
        text = self._read(old)
        assert self._read(new) is None, "the id is free"
        self._after[old], self._after[new] = None, text
        del self.people[person.id], self._written[person.id]
        self._paths[id_] = new
        self.people[id_] = self._written[id_] = replace(person, id=id_)

    def relist(self, ids: Iterable[str], new: str | None) -> None:
        """Put ``new`` for any of ``ids`` in every article that lists one, and in every other record; None: take out."""
        ids = [id_ for id_ in ids if id_ != new]
        marks = [id_.encode() for id_ in ids]
        for path in self._articles_with_lists():
            try:
                data = (self.site.content / path).read_bytes()
            except OSError:
                continue  # check and build say what is wrong with it
            if any(mark in data for mark in marks):
                self._relist_article(path, ids, new)
        for person in list(self.people.values()):
            if any(id_ in person.distinct for id_ in ids):
                others = dict.fromkeys(new if id_ in ids else id_ for id_ in person.distinct)
                self.put(replace(person, distinct=tuple(i for i in others if i and i != person.id)))

    def _articles_with_lists(self) -> Iterable[str]:
        """Paths of the articles that may list people: of a roster at hand, those whose people somebody has decided."""
        if self._roster is None:
            return self._library.articles
        return [card.path for card in self._roster.catalog.cards.values() if card.people is not None]

    def _relist_article(self, path: str, ids: Iterable[str], new: str | None) -> None:
        try:
            text = self._read(path)
            assert text is not None
            for id_ in ids:
                text = replace_item(text, "people", id_, new)
        except ContentError:
            return  # as above
        self._after[path] = text

    def list_in_article(self, path: str, ids: Sequence[str]) -> None:
        """Let an article list these people: decided by a person."""
        text = self._read(path)
        assert text is not None
        self._after[path] = set_fields(text, {"people": list(ids)}, ARTICLE_FIELDS)

    def replace_in_article(self, path: str, words: Iterable[str], new: str) -> None:
        """Put an id for whatever of ``words``, ids and names, an article lists."""
        for word in words:
            text = self._after.get(path) or self._read(path)
            assert text is not None
            self._after[path] = replace_item(text, "people", word, new)

    # ---- doing it

    def commit(self, command: str, *ids: str, names: Iterable[str] = (), dry_run: bool = False) -> Done:
        """Write what is to change, and note it in the journal. Raises OutputError when that cannot be done.

        ``names``: of whoever was merged into another. ``dry_run``: only tell what would change.
        """
        after = {path: text for path, text in self._after.items() if text != self._before[path]}
        if after and not dry_run:
            write_entry(self.site.content, command, ids, self._before, after, names=names)
            self._write(after)
        return self._tell(command, ids, after)

    def undo(self, entry: Entry) -> Done:
        """Put back what an entry of the journal says. Raises ContentError when later edits stand in its way."""
        now = {alteration.path: self._read(alteration.path) for alteration in entry.alterations}
        after = {path: text for path, text in revert(self.site.content, entry, now).items() if text != now[path]}
        self._write(after)
        remove_entry(self.site.content, entry)
        return self._tell(f"{entry.command} undone", entry.ids, after)

    def _write(self, after: Mapping[str, str | None]) -> None:
        for path, text in sorted(after.items()):
            if text is not None:
                put_file(self.site.content, path, text.encode())
        for path, text in sorted(after.items()):
            if text is None:
                remove_file(self.site.content, path)

    def _tell(self, command: str, ids: Iterable[str], after: Mapping[str, str | None]) -> Done:
        paths = sorted(after)
        return Done(
            command=command,
            ids=tuple(ids),
            records=tuple(path for path in paths if path.startswith("people/")),
            articles=tuple(path for path in paths if not path.startswith("people/")),
            diff="".join(_show(path, self._before[path], after[path]) for path in paths),
        )

    def _read(self, path: str) -> str | None:
        """A file as it is to be by now; None where there is none. Raises ContentError when it cannot be read."""
        if path not in self._before:
            there = (self.site.content / path).exists()
            self._before[path] = read_text(self.site.content, path) if there else None
        return self._after.get(path, self._before[path])


def _show(path: str, before: str | None, after: str | None) -> str:
    lines = unified_diff(
        (before or "").splitlines(), (after or "").splitlines(), path if before is not None else "/dev/null",
        path if after is not None else "/dev/null", lineterm="", n=1,
    )  # fmt: skip
    return "".join(f"{line}\n" for line in lines)
