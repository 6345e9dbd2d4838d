"""Cleaning again: originals → what the present cleaner makes of them, merged with what people made of the articles.

The whole archive is cleaned anew from its originals, each page knowing what the archive teaches of its source. What
nobody edited follows the cleaner; what people edited stays, see :mod:`generator.content.merge`. A second run changes
nothing.

It is safe to kill. Where an article's file changes, its record says so first, with what people decided until then and a
digest of the file to come; then the file is written, and then the record for good. Whatever moment it dies at, the next
run can tell a person's words from the cleaner's.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.clean import Outlets, clean_page, why_no_article
from generator.content import (
    Filed,
    find_article,
    find_original,
    find_records,
    format_article,
    format_filed,
    map_originals,
    put_file,
    read_field,
    read_library,
    read_record,
)  # fmt: skip
from generator.dating import date_article
from generator.desk import add_subjects, choose_folder
from generator.engine import count_jobs, spread
from generator.enrich.dating import Terms
from generator.errors import ContentError, IntakeError, Problem, Where
from generator.habits import Habits, read_habits
from generator.intake import read_capture
from generator.lessons import Lesson, Lessons, learn_lessons
from generator.model import value
from generator.model.article import Article
from generator.model.raw import Capture
from generator.model.slug import slugify
from generator.refiling import Change, Recleaned, put_record, refile, show_difference
from generator.site import Site
from generator.store import claim

__all__ = ["Change", "Recleaned", "clean_again"]

BATCH = 500
"""Originals that are cleaned before any of them is told of."""


def clean_again(
    site: Site,
    *,
    dry_run: bool = False,
    jobs: int | None = None,
    advance: Callable[[str, int, int], None] = lambda *_: None,
    say: Callable[[str], None] = lambda _: None,
) -> Iterator[Recleaned | Problem]:
    """Clean every original again and merge what comes of it into content/; ``dry_run`` writes nothing.

    ``advance`` is told the stage, and how many pages of how many are done, ``say`` that another ingest is waited for.
    Raises ContentError when there is no content folder, OutputError when it cannot be written to.
    """
    with nullcontext() if dry_run else claim(site.store / "ingest", waiting=say, work="ingesting into this site"):
        yield from _clean_all(site, dry_run, count_jobs(jobs), advance)


def _clean_all(
    site: Site, dry_run: bool, jobs: int, advance: Callable[[str, int, int], None]
) -> Iterator[Recleaned | Problem]:
    library = read_library(site.content)
    outlets = Outlets.of(library.authority.sources.values())
    records = list(find_records(site.content))
    articles = map_originals(site.content, library.articles)
    learning = _Count("learning", len(records), advance)
    lessons, sources = learn_lessons(site.content, records, articles, outlets, jobs=jobs, advance=learning.add)
    desk = _Desk(
        content=site.content, outlets=outlets, articles=articles, lessons=lessons, sources=sources,
        terms=Terms(library.authority.people.values()), habits=read_habits(site.content, records, jobs=jobs),
        dry_run=dry_run,
    )  # fmt: skip
    shelf = _Shelf(library.articles)
    cleaning = _Count("cleaning again", len(records), advance)
    for start in range(0, len(records), BATCH):
        batch = records[start : start + BATCH]
        parts = spread(desk.clean_some, batch, jobs, cleaning.add)
        for index in range(len(batch)):
            result = parts[index % len(parts)][index // len(parts)]
            yield desk.file_new(result, shelf) if isinstance(result, _Find) else result


class _Count:
    """How far a stage is."""

    def __init__(self, stage: str, total: int, advance: Callable[[str, int, int], None]) -> None:
        self._stage, self._total, self._advance = stage, total, advance
        self._done = 0

    def add(self, number: int) -> None:
        self._done = min(self._done + number, self._total)
        self._advance(self._stage, self._done, self._total)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Find:
    """A story on a page that held none before."""

    path: str
    """Of the record."""
    filed: Filed
    article: Article


class _Shelf:
    """The places of articles. Only one process hands them out, so that no two articles get the same."""

    def __init__(self, articles: Iterable[str]) -> None:
        self._taken = {PurePosixPath(path).stem for path in articles}

    def choose(self, article: Article) -> str:
        """Where a new article goes: a slug that is taken gets the original's digest."""
        folder = choose_folder(article.published)
        slug = slugify(article.title)
        if slug in self._taken:
            slug = f"{slug}-{(article.original_sha256 or '')[:8]}"
        self._taken.add(slug)
        return f"articles/{folder}/{slug}.md"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Desk:
    """Cleans and files again. Worker processes are forked with it."""

    content: Path
    outlets: Outlets
    articles: Mapping[str, Sequence[str]]
    """An original's digest to the paths of its articles."""
    lessons: Lessons
    sources: Mapping[str, str | None]
    """A record's path to the source whose lessons its page is cleaned with."""
    terms: Terms
    habits: Habits
    dry_run: bool

    def clean_some(self, paths: Iterable[str]) -> list[Recleaned | Problem | _Find]:
        """Clean the originals of some records again, one result each."""
        return [self._clean(path) for path in paths]

    def _clean(self, path: str) -> Recleaned | Problem | _Find:
        try:
            before = read_record(self.content, path)
            article, after = self._judge(path, before)
            if before.article is None:
                return self._file_stub(path, before, article, after)
            place = find_article(self.content, before, self.articles)
            if place is None:
                return Recleaned(name=before.record.name, change=Change.TAKEN_OUT)
            if after.set_aside:
                return self._refuse(place, after)
            return refile(
                self.content, path, replace(before, article=place), replace(after, article=place), dry_run=self.dry_run
            )
        except (ContentError, IntakeError) as error:
            return error.problems[0]

    def _judge(self, path: str, before: Filed) -> tuple[Article, Filed]:
        """What the present cleaner makes of an original, as yet without a place. Raises ContentError, IntakeError."""
        sha256 = before.record.sha256
        original = find_original(self.content, sha256)
        data = (self.content / original).read_bytes() if original else b""
        if original is None or hashlib.sha256(data).hexdigest() != sha256:
            raise ContentError(_lost(self.content, before, original))
        page = read_capture(Capture(name=before.record.name, data=data, **before.origin))
        known = self.lessons.get(self.sources.get(path), Lesson()).for_page(page.text)
        cleaned = clean_page(page, outlets=self.outlets, known=known)
        # An ingest may have known the source by the pages that came with it; that is not forgotten.
        source = cleaned.article.source or (read_field(before.suggestion, "source") if before.suggestion else None)
        article = add_subjects(value.replace(cleaned.article, source=source, original=original, original_sha256=sha256))
        article = date_article(page, article, cleaned.record, self.terms, self.habits)
        reason = why_no_article(cleaned)
        after = Filed(
            record=cleaned.record,
            article=None,
            suggestion="" if reason else format_article(article),
            origin=before.origin,
            mended=page.mended,
            set_aside=reason,
        )
        return article, after

    def _file_stub(self, path: str, before: Filed, article: Article, after: Filed) -> Recleaned | _Find:
        """File a page that held no article until now."""
        name = before.record.name
        if after.set_aside:
            put_record(self.content, path, before, after, dry_run=self.dry_run)
            return Recleaned(name=name, change=Change.NO_ARTICLE)
        known = self.articles.get(before.record.sha256)
        if not known:
            return _Find(path=path, filed=after, article=article)
        # Somebody made it, or a run that was killed before it could write the record.
        put_record(self.content, path, before, replace(after, article=known[0]), dry_run=self.dry_run)
        return Recleaned(name=name, change=Change.UNCHANGED, path=known[0])

    def _refuse(self, place: str, after: Filed) -> Problem:
        """An article is not taken away by a machine."""
        return Problem(
            where=Where(path=f"{self.content.name}/{place}"),
            what=f"The cleaner would not make an article of its page any more: it {after.set_aside}.",
            remedy="It stays as it is; delete it if it is none.",
        )

    def file_new(self, found: _Find, shelf: _Shelf) -> Recleaned:
        """File a story that was not found before."""
        place = shelf.choose(found.article)
        if not self.dry_run:
            put_file(self.content, place, found.filed.suggestion.encode())
            put_file(self.content, found.path, format_filed(replace(found.filed, article=place)).encode())
        diff = show_difference(place, "", found.filed.suggestion) if self.dry_run else ""
        return Recleaned(name=found.filed.record.name, change=Change.NEW, path=place, diff=diff)


def _lost(content: Path, filed: Filed, original: str | None) -> Problem:
    if original is None:
        where, what = filed.article or filed.record.name, "The original of this article is not there."
    else:
        where, what = original, "It is not what was saved: its SHA-256 differs."
    return Problem(
        where=Where(path=f"{content.name}/{where}"),
        what=what,
        remedy="Bring the original back as it was; until then the article stays as it is.",
    )
