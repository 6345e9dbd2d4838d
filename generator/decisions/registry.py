"""The registry: the records of people as they stand, and as a command would leave them. A chapter of those commands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath

from generator.content import (
    ARTICLE_FIELDS,
    PERSON_FIELDS,
    describe_person,
    find_people,
    format_person,
    read_library,
    replace_item,
    set_body,
    set_fields,
)  # fmt: skip
from generator.decisions.drafts import Drafts
from generator.decisions.roster import Roster, read_roster
from generator.errors import ContentError, did_you_mean
from generator.model.authority import Person, former_ids
from generator.model.catalog import Card
from generator.model.slug import slugify
from generator.site import Site
from generator.store import claim


@contextmanager
def open_registry(site: Site, say: Callable[[str], None], roster: Roster | None = None) -> Iterator["Registry"]:
    """The registry, while no ingest and no other command changes what it holds; ``say`` is told of a wait.

    ``roster``: who was named when somebody last looked, so that the articles need not be read for it.

    Raises ContentError when there is no content folder, OutputError when others do not come to an end.
    """
    with claim(site.store / "ingest", waiting=say, work="changing the content of this site"):
        yield Registry(site, roster)


class Registry(Drafts):
    """The records of people, and the articles that list them."""

    def __init__(self, site: Site, roster: Roster | None = None) -> None:
        super().__init__(site, "people")
        self._roster = roster
        self._library = read_library(site.content)
        self.people: dict[str, Person] = dict(self._library.authority.people)
        """By id, as the command leaves them."""
        self._written = dict(self.people)
        """As they stand in their files."""
        self._paths = find_people(site.content)

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
        text = self.read(path)
        if before is None and text is not None:
            raise self._unreadable(path)
        if before is None or text is None:
            text = format_person(person)
        else:
            was, now = describe_person(before), describe_person(person)
            fields = {key: value for key, value in now.items() if value != was[key]}
            text = set_body(set_fields(text, fields, PERSON_FIELDS), person.note)
        self.put_text(path, text)
        self.people[person.id] = self._written[person.id] = person

    def remove(self, person: Person) -> None:
        """Let a person have no record, if there is one."""
        if person.id in self.people:
            self.put_text(self._paths.pop(person.id), None)
            del self.people[person.id], self._written[person.id]

    def move(self, person: Person, id_: str) -> None:
        """Let a person's record have another id, and stand under it in the same folder."""
        old = self._paths.pop(person.id)
        new = str(PurePosixPath(old).with_name(f"{id_}.md"))
        text = self.read(old)
        assert self.read(new) is None, "the id is free"
        self.put_text(old, None)
        self.put_text(new, text)
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
                self.relist_article(path, "people", ids, new)
        for person in list(self.people.values()):
            if any(id_ in person.distinct for id_ in ids):
                others = dict.fromkeys(new if id_ in ids else id_ for id_ in person.distinct)
                self.put(replace(person, distinct=tuple(i for i in others if i and i != person.id)))

    def _articles_with_lists(self) -> Iterable[str]:
        """Paths of the articles that may list people: of a roster at hand, those whose people somebody has decided."""
        if self._roster is None:
            return self._library.articles
        return [card.path for card in self._roster.catalog.cards.values() if card.people is not None]

    def list_in_article(self, path: str, ids: Sequence[str]) -> None:
        """Let an article list these people: decided by a person."""
        text = self.read(path)
        assert text is not None
        self.put_text(path, set_fields(text, {"people": list(ids)}, ARTICLE_FIELDS))

    def replace_in_article(self, path: str, words: Iterable[str], new: str) -> None:
        """Put an id for whatever of ``words``, ids and names, an article lists."""
        for word in words:
            text = self.read(path)
            assert text is not None
            self.put_text(path, replace_item(text, "people", word, new))
