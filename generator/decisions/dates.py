"""What the commands on dates do: infer them for pages, list them, state one, reconsider those that were inferred."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.content import (
    ARTICLE_FIELDS,
    IS_IT_A_SLIP,
    Filed,
    find_article,
    find_original,
    find_records,
    map_originals,
    parse_article,
    put_file,
    read_article,
    read_head,
    read_library,
    read_record,
    read_text,
    record_path,
    set_fields,
    tell_future,
    tell_too_old,
)  # fmt: skip
from generator.dating import date_article, date_page, day_of, read_terms
from generator.engine import count_jobs, spread
from generator.enrich.dating import Terms, is_contradiction
from generator.errors import ContentError, IntakeError, Problem, Severity, Where
from generator.habits import Habits, read_habits
from generator.intake import read_capture
from generator.model.article import Article
from generator.model.dating import Belief, Dating, Precision, parse_dating
from generator.model.raw import Capture, RawPage
from generator.refiling import Change, Recleaned, put_record, refile
from generator.site import Site
from generator.store import claim

__all__ = ["Certainty", "Change", "Dated", "Recleaned", "infer_dates", "list_dates", "reconsider", "set_date"]


def infer_dates(
    pages: Iterable[RawPage | Problem],
    site: Site | None,
    *,
    named: bool = True,
    window: tuple[int, int] | None = None,
) -> Iterator[tuple[RawPage, Belief] | Problem]:
    """When each page was published; ``named``: whether its name is that of a file, which may hold a day.

    ``site``: whose records of people tell terms of office. ``window``: the first and last year that pages may be of.
    Raises ContentError when the site has no content folder.
    """
    terms = read_terms(site)
    for page in pages:
        if isinstance(page, Problem):
            yield page
        else:
            yield page, date_page(page, terms, file_name=page.name if named else "", window=window)


# ---- the list


class Certainty(StrEnum):
    """How sure the date of an article is, the least sure first."""

    UNDATED = "undated"
    """No year is known."""
    CHOICE = "choice"
    """A set or an interval."""
    PROBABLE = "probable"
    """One day, month or year, marked as uncertain."""
    COARSE = "coarse"
    """A month or a year for certain, and no day."""
    INFERRED = "inferred"
    """One day for certain, by evidence."""
    STATED = "stated"
    """One day, which its page or a person states."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """An article and its date."""

    path: str
    """Below the content folder."""
    published: Dating
    certainty: Certainty
    evidence: tuple[str, ...]

    @property
    def is_contested(self) -> bool:
        """Whether pieces of the evidence contradict each other."""
        return any(is_contradiction(words) for words in self.evidence)

    def may_be_of(self, year: int) -> bool:
        """Whether it may have been published in a year."""
        ends = (self.published.open_start, self.published.open_end)
        return any(
            (first.year <= year or ends[0]) and (year <= last.year or ends[1]) for first, last in self.published.spans
        )


def judge_certainty(published: Dating, evidence: Sequence[str]) -> Certainty:
    """How sure a date is.

    >>> str(judge_certainty(parse_dating("2017-02-18?"), ()))
    'probable'
    """
    if not published.spans:
        return Certainty.UNDATED
    if published.precision is Precision.SPAN:
        return Certainty.CHOICE
    if published.uncertain:
        return Certainty.PROBABLE
    if published.precision is not Precision.DAY:
        return Certainty.COARSE
    return Certainty.INFERRED if evidence else Certainty.STATED


def list_dates(site: Site) -> tuple[list[Dated], list[Problem]]:
    """All articles by certainty, the least sure first, and the articles that cannot be read.

    Raises ContentError when there is no content folder.
    """
    found: list[Dated] = []
    problems: list[Problem] = []
    for part in spread(_Reader(site.content).read, list(read_library(site.content).articles), count_jobs()):
        for each in part:
            (problems if isinstance(each, Problem) else found).append(each)  # type: ignore[arg-type]  # as it is tested
    order = list(Certainty)
    found.sort(key=lambda each: (order.index(each.certainty), each.path))
    return found, problems


@dataclass(frozen=True, slots=True)
class _Reader:
    content: Path

    def read(self, paths: Iterable[str]) -> list[Dated | Problem]:
        """The dates of some articles."""
        return [self._read(path) for path in paths]

    def _read(self, path: str) -> Dated | Problem:
        try:
            _, article, _ = read_article(self.content, path)
        except ContentError as error:
            return error.problems[0]
        certainty = judge_certainty(article.published, article.dating)
        return Dated(path=path, published=article.published, certainty=certainty, evidence=article.dating)


# ---- a person's word


def set_date(site: Site, file: Path, edtf: str, *, today: date) -> tuple[Dating, list[Problem]]:
    """State when an article was published, for good; the evidence for what was believed before goes.

    ``today``: what is later is told.

    Returns the date, and what is strange about it. Raises ContentError when it is no date, or the file no article.
    """
    path = _find(site, file)
    where = Where(path=f"{site.content.name}/{path}", key="published")
    try:
        published = parse_dating(edtf)
    except ValueError as error:
        raise ContentError(
            Problem(where=where, what=f"{error}.", remedy="Write a day such as 2015-05-19, or see: dateline dates -h")
        ) from None
    text = read_text(site.content, path)
    article, _ = parse_article(text, where.path)
    strange = _find_strange(site.content, article, published, where, today)
    text = set_fields(text, {"published": published.edtf or None, "dating": None}, ARTICLE_FIELDS)
    put_file(site.content, path, text.encode())
    _remember(site.content, article)
    return published, strange


def _remember(content: Path, article: Article) -> None:
    """Note in the record that a person decided the date, for it may be the one that was inferred."""
    if article.original_sha256 is None:
        return
    path = record_path(article.original_sha256)
    try:
        filed = read_record(content, path)
    except ContentError:
        return  # what is wrong with it is for check to say
    fields = tuple(sorted({*filed.corrections.fields, "published", "dating"}))
    put_record(
        content, path, filed, replace(filed, corrections=replace(filed.corrections, fields=fields)), dry_run=False
    )


def _find(site: Site, file: Path) -> str:
    """An article's path below the content folder, from a path, or from a slug. Raises ContentError."""
    articles = read_library(site.content).articles
    try:
        inside = file.resolve().relative_to(site.content.resolve()).as_posix()
    except ValueError:
        inside = file.as_posix().removeprefix(f"{site.content.name}/")
    found = [path for path in articles if path == inside] or [path for path in articles if Path(path).stem == inside]
    if len(found) != 1:
        raise ContentError(
            Problem(
                where=Where(path=str(file)),
                what="This is no article of the site." if not found else "Several articles are called so.",
                remedy="Name its file, such as content/articles/2015/ferry-sails-again.md.",
            )
        )
    return found[0]


def _find_strange(content: Path, article: Article, published: Dating, where: Where, today: date) -> list[Problem]:
    """What makes a date unlikely, though a person states it."""
    found: list[str] = []
    if published.is_before_print:
        found.append(tell_too_old(published))
    captured = _captured(content, article)
    if future := tell_future(published, today):
        found.append(future)
    elif captured and published.earliest and published.earliest > captured and not published.open_start:
        found.append(f"Its page was saved before, on {captured.isoformat()}.")
    return [Problem(where=where, what=what, remedy=IS_IT_A_SLIP, severity=Severity.WARNING) for what in found]


def _captured(content: Path, article: Article) -> date | None:
    """When the page of an article was saved; None when nobody says."""
    if article.original_sha256 is None:
        return None
    try:
        page = _read_page(content, read_head(content, record_path(article.original_sha256)))
    except (ContentError, IntakeError):
        return None
    return day_of(page.captured) if page else None


def _read_page(content: Path, filed: Filed) -> RawPage | None:
    """The page of a record, read again; None when its original is not there. Raises IntakeError."""
    original = find_original(content, filed.record.sha256)
    if original is None:
        return None
    data = (content / original).read_bytes()
    return read_capture(Capture(name=filed.record.name, data=data, **filed.origin))


# ---- what was inferred, reconsidered


def reconsider(
    site: Site, *, dry_run: bool, jobs: int | None = None, say: Callable[[str], None] = lambda _: None
) -> Iterator[Recleaned | Problem]:
    """Infer the dates of all articles that were made from pages again, by what records and the archive tell now.

    A person's date is never revised. ``dry_run`` writes nothing and keeps the differences. ``say`` is told that an
    ingest is waited for. Raises ContentError when there is no content folder.
    """
    with nullcontext() if dry_run else claim(site.store / "ingest", waiting=say, work="ingesting into this site"):
        library = read_library(site.content)
        records = list(find_records(site.content))
        desk = _Desk(
            content=site.content,
            articles=map_originals(site.content, library.articles),
            terms=Terms(library.authority.people.values()),
            habits=read_habits(site.content, records, jobs=count_jobs(jobs)),
            dry_run=dry_run,
        )
        results = (each for part in spread(desk.date_some, records, count_jobs(jobs)) for each in part)
        yield from sorted((each for each in results if each is not None), key=_place)


def _place(result: Recleaned | Problem) -> str:
    return result.where.path if isinstance(result, Problem) else result.path or ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Desk:
    """Dates articles again. Worker processes are forked with it."""

    content: Path
    articles: Mapping[str, Sequence[str]]
    terms: Terms
    habits: Habits
    dry_run: bool

    def date_some(self, paths: Iterable[str]) -> list[Recleaned | Problem | None]:
        """Date the articles of some records again; None for those whose date stays."""
        return [self._date(path) for path in paths]

    def _date(self, path: str) -> Recleaned | Problem | None:
        try:
            filed = read_record(self.content, path)
            place = find_article(self.content, filed, self.articles)
            if place is None:
                return None
            before = replace(filed, article=place).settle((self.content / place).read_bytes())
            after = self._suggest(path, before)
            if after is None:
                return None
            result = refile(self.content, path, before, after, dry_run=self.dry_run)
            return result if result.change is Change.UPDATED else None
        except (ContentError, IntakeError) as error:
            return error.problems[0]

    def _suggest(self, path: str, filed: Filed) -> Filed | None:
        """What was filed, with the date as it is inferred now; None when it is the same."""
        page = _read_page(self.content, filed)
        if page is None:
            return None
        article, _ = parse_article(filed.suggestion, path)
        now = date_article(page, article, filed.record, self.terms, self.habits)
        if (now.published.edtf, now.dating) == (article.published.edtf, article.dating):
            return None
        fields = {"published": now.published.edtf or None, "dating": list(now.dating) or None}
        return replace(filed, suggestion=set_fields(filed.suggestion, fields, ARTICLE_FIELDS))
