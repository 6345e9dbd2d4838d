"""Enrolment: whoever is found in new articles, and often enough for a page, gets a record. What follows an ingest.

The record says that a machine wrote it, and by what evidence; who checks it takes one line out. It lists the spellings
of one name alone. Names that were only inferred to be the same person's are inferred again at every build, with the
reason, until somebody decides.

Whom articles name is kept from one ingest to the next, so that only what is new or was changed is read. In memory are
the different names, and some numbers for each time that an article has one.
"""

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from generator.catalog import Found, Newcomer, find_newcomers, name_key
from generator.content import find_people, format_person, put_file, read_authority
from generator.decisions.roster import EVIDENCE, describe_evidence
from generator.desk import Ingested, Outcome
from generator.engine import count_jobs
from generator.identity import identify_program
from generator.model.authority import Authority, Person
from generator.reading import Lexicon, read_names
from generator.site import Site
from generator.store import Census, claim, open_census, survey_articles

BATCH = 2000
"""Articles that are read before what was found is put away."""


class Enrolment:
    """The enrolment of one ingest. Where the last one was stopped before it enrolled, its articles count as new too."""

    def __init__(self, site: Site) -> None:
        """Begin, before anything is filed; what is begun and not finished is made up for by the next one."""
        self._site = site
        self._folder = site.store / "ingest"
        self._mark = self._folder / "unenrolled"
        self._was_stopped = self._mark.exists()
        with suppress(OSError):  # where nothing can be written, the ingest says so
            self._mark.parent.mkdir(parents=True, exist_ok=True)
            self._mark.touch()
        self._new = array("q")  # hashes of paths: eight bytes for an article

    def note(self, result: Ingested) -> None:
        """Note what became of a page."""
        if result.path and (result.outcome is Outcome.NEW or self._was_stopped):
            self._new.append(hash(result.path))

    def finish(
        self, advance: Callable[[int, int], None] = lambda *_: None, say: Callable[[str], None] = lambda _: None
    ) -> list[str]:
        """Write an unverified record for everybody without one whom any of the articles names; the ids, in order.

        ``advance`` is told how many articles of how many are read, ``say`` that something is waited for. Raises
        OutputError when a record cannot be written.
        """
        ids = []
        if self._new and self._site.settings.people.page_threshold:
            with claim(self._folder, waiting=say, work="changing the content of this site"):
                ids = list(self._write(advance))
        self._mark.unlink(missing_ok=True)
        return ids

    def _write(self, advance: Callable[[int, int], None]) -> Iterator[str]:
        content, settings = self._site.content, self._site.settings.people
        authority = Authority(people=read_authority(content)[0].people, topics={}, sources={})  # nobody asks for these
        lexicon = Lexicon.of(authority, settings.recogniser)
        written = find_people(content)  # one that cannot be read is there all the same
        with open_census(self._folder, _identify(lexicon), Found) as census:
            self._read(census, lexicon, advance)
            self._new = array("q", sorted(self._new))
            newcomers = find_newcomers(
                census, authority.people, threshold=settings.page_threshold, evidence=EVIDENCE, is_new=self._is_new
            )
            for newcomer in newcomers:
                id_ = newcomer.person.id
                if id_ not in written:
                    put_file(content, f"people/{id_}.md", format_person(_draft(newcomer)).encode())
                    yield id_

    def _is_new(self, path: str) -> bool:
        at = bisect_left(self._new, hash(path))
        return self._new[at : at + 1] == array("q", [hash(path)])

    def _read(self, census: Census[Found], lexicon: Lexicon, advance: Callable[[int, int], None]) -> None:
        """Read the articles that are new or were changed."""
        done, total = 0, census.survey(survey_articles(self._site.content))
        while batch := census.unread(BATCH):
            census.put(read_names(self._site.content, batch, lexicon, count_jobs()))
            done += len(batch)
            advance(done, total)


def _identify(lexicon: Lexicon) -> str:
    """What whoever is found depends on, beside the articles."""
    sure = "\n".join(sorted(map(" ".join, lexicon.people.sure)))
    digest = hashlib.blake2b(sure.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    return f"{identify_program()} {lexicon.recogniser} {digest}"


def _draft(newcomer: Newcomer) -> Person:
    key = name_key(newcomer.person.name)
    return replace(
        newcomer.person,
        variants=tuple(variant for variant in newcomer.person.variants if name_key(variant) == key),
        evidence=tuple(describe_evidence(*first) for first in newcomer.first),
    )
