"""Enrolment: whoever is found in new articles, and often enough for a page, gets a record. What follows an ingest.

The record says that a machine wrote it, and by what evidence; who checks it takes one line out. It lists the spellings
of one name alone. Names that were only inferred to be the same person's are inferred again at every build, with the
reason, until somebody decides.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from generator.catalog import name_key
from generator.content import format_person, put_file
from generator.decisions.roster import State, read_roster
from generator.desk import Ingested, Outcome
from generator.model.authority import Person
from generator.site import Site
from generator.store import claim


class Enrolment:
    """The enrolment of one ingest. Where the last one was stopped before it enrolled, its articles count as new too."""

    def __init__(self, site: Site) -> None:
        """Begin, before anything is filed; what is begun and not finished is made up for by the next one."""
        self._site = site
        self._mark = site.store / "ingest" / "unenrolled"
        self._was_stopped = self._mark.exists()
        with suppress(OSError):  # where nothing can be written, the ingest says so
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            self._mark.touch()
        self._articles: set[str] = set()

    def note(self, result: Ingested) -> None:
        """Note what became of a page."""
        if result.path and (result.outcome is Outcome.NEW or self._was_stopped):
            self._articles.add(result.path)

    def finish(
        self, advance: Callable[[int, int], None] = lambda *_: None, say: Callable[[str], None] = lambda _: None
    ) -> list[str]:
        """Write an unverified record for everybody without one whom any of the articles names; the ids, in order.

        ``advance`` is told how many articles of how many are read, ``say`` that something is waited for. Raises
        OutputError when a record cannot be written.
        """
        ids = []
        if self._articles and self._site.settings.people.page_threshold:
            with claim(self._site.store / "ingest", waiting=say, work="changing the content of this site"):
                ids = self._write(advance)
        self._mark.unlink(missing_ok=True)
        return ids

    def _write(self, advance: Callable[[int, int], None]) -> list[str]:
        roster = read_roster(self._site, advance)
        here = {slug for slug, card in roster.catalog.cards.items() if card.path in self._articles}
        found = [
            entry.person
            for entry in roster.entries.values()
            if entry.state is State.FOUND and not here.isdisjoint(entry.articles)
        ]
        for person in found:
            put_file(self._site.content, f"people/{person.id}.md", format_person(_draft(person)).encode())
        return [person.id for person in found]


def _draft(person: Person) -> Person:
    key = name_key(person.name)
    return replace(person, variants=tuple(variant for variant in person.variants if name_key(variant) == key))
