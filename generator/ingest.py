"""The ingest: raw pages → articles, originals and cleaning records below content/.

Pages are taken in batches, so that memory stays small however many there are. A page is known by the digest of its
bytes: what was ingested before is left as it is, with whatever people made of it.

What a batch teaches of its sources is noted when all of it is filed. After an ingest was killed, the next one takes up
the batch that it was in as if it came to it for the first time, and so ends where an undisturbed one does.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.clean import (
    NO_OUTLETS,
    Cleaned,
    KnownFurniture,
    Lines,
    Outlets,
    Signatures,
    choose_name,
    clean_page,
    digest_lines,
    find_repeated,
    host_of,
    is_own_name,
    learn_furniture,
    why_no_article,
)
from generator.content import (
    Filed,
    find_articles,
    find_records,
    format_article,
    format_passages,
    original_path,
    read_authority,
    read_head,
    read_library,
)
from generator.dating import date_article
from generator.desk import Desk, Draft, Ingested, Outcome, add_subjects, name_articles
from generator.engine import confer, count_jobs
from generator.enrich.dating import Terms
from generator.errors import ContentError, IntakeError, Problem
from generator.intake import read_capture, read_fields
from generator.lessons import Lesson, Lessons, learn_corrections, recognise_source
from generator.model import value
from generator.model.raw import Capture, RawPage
from generator.model.slug import slugify
from generator.site import Site
from generator.store import UNKNOWN, Home, Ledger, claim, open_ledger

__all__ = ["Ingested", "Outcome", "clean_pages", "ingest", "list_set_aside"]

BATCH = 500
"""Pages that are cleaned together."""
_BATCH_BYTES = 16_000_000
"""A batch of large pages ends sooner."""


def ingest(
    site: Site,
    found: Iterable[Capture | Problem],
    *,
    dry_run: bool = False,
    jobs: int | None = 1,
    advance: Callable[[int], None] = lambda _: None,
    say: Callable[[str], None] = lambda _: None,
) -> Iterator[Ingested | Problem]:
    """Clean pages and file them below content/, telling of each when its batch is done; ``dry_run`` writes nothing.

    ``jobs`` is how many processes clean, None for one a processor; what they make does not depend on it. ``advance`` is
    told how many pages were dealt with, ``say`` that another ingest is waited for. Raises ContentError
    when there is no content folder, OutputError when it cannot be written to.
    """
    authority, _ = read_authority(site.content)
    outlets = Outlets.of(authority.sources.values())
    terms = Terms(authority.people.values())
    folder = site.store / "ingest"
    with open_ledger(folder, keep=False) if dry_run else _claimed_ledger(folder, say) as ledger:
        ledger.list_articles((PurePosixPath(path).stem, path) for path in find_articles(site.content))
        desk = Desk(site.content, ledger, dry_run=dry_run)
        named: dict[str, str] = {}
        lessons: Lessons | None = None
        for batch in gather(found):
            note_sources(batch, outlets, named)
            slots = look_up(batch, desk, ledger)
            tasks = [slot for slot in slots if isinstance(slot, Task)]
            if tasks and lessons is None:  # not before there is something to clean
                lessons = learn_corrections(site.content, ledger.articles(), outlets, jobs=count_jobs(jobs))
            made = _clean(tasks, outlets, terms, lessons or {}, ledger, count_jobs(jobs), advance)
            advance(len(slots) - len(tasks))
            yield from _file(slots, made, desk)
            _learn(tasks, made, ledger)
        desk.open_sources({**ledger.named(), **named}, ledger.homes())
        ledger.forget_named()


@contextmanager
def _claimed_ledger(folder: Path, say: Callable[[str], None]) -> Iterator[Ledger]:
    with claim(folder, waiting=say, work="ingesting into this site"), open_ledger(folder) as ledger:
        yield ledger


def gather(found: Iterable[Capture | Problem]) -> Iterator[list[Capture | Problem]]:
    """Batches; where one ends depends on what was found alone, so that it is the same when an ingest is run again."""
    batch: list[Capture | Problem] = []
    size = 0
    for item in found:
        batch.append(item)
        size += len(item.data) if isinstance(item, Capture) else 0
        if len(batch) == BATCH or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def note_sources(batch: Iterable[Capture | Problem], outlets: Outlets, named: dict[str, str]) -> None:
    """Note, by the id that it will have, each outlet that the user names and no record settles.

    Their records are written at the end, so that what is recognised on a page does not depend on the pages before it.
    """
    for item in batch:
        site = read_fields(item.given).stated.site if isinstance(item, Capture) and item.given else None
        if site and outlets.find(site) is None:
            id_ = slugify(site)
            named[id_] = min(site, named.get(id_, site))


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """A page to be cleaned, and learnt from."""

    capture: Capture
    sha256: str
    filed: Ingested | None
    """What became of it, when it was filed before; it is then cleaned only for what it teaches, and for its slug."""


def look_up(batch: Sequence[Capture | Problem], desk: Desk, ledger: Ledger) -> list[Task | Ingested | Problem]:
    """For each of a batch what became of it before, where there is nothing left to do, and else a task."""
    slots: list[Task | Ingested | Problem] = []
    here: set[str] = set()
    for item in batch:
        if isinstance(item, Problem):
            slots.append(item)
            continue
        sha256 = hashlib.sha256(item.data).hexdigest()
        learnt = ledger.when_learnt(sha256)
        filed = None if learnt == "now" else desk.look_up(item.name, sha256)
        if sha256 in here or learnt == "now":
            slots.append(Ingested(name=item.name, outcome=Outcome.SAME))
        elif learnt and filed:
            slots.append(filed)
        else:
            slots.append(Task(capture=item, sha256=sha256, filed=filed))
        here.add(sha256)
    return slots


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What cleaning a page gave, and what it teaches."""

    draft: Draft
    sources: tuple[str, ...]
    """Under what its lines are remembered."""
    lines: Lines
    named: Mapping[str, str]
    """The outlet that only markup names, by its id to be; empty for a page without an article."""
    home: str | None
    """The page's host, where it is that outlet's own."""


def _clean(
    tasks: Sequence[Task],
    outlets: Outlets,
    terms: Terms,
    lessons: Lessons,
    ledger: Ledger,
    jobs: int,
    advance: Callable[[int], None],
) -> list[Made | Problem]:
    """Clean the pages of a batch side by side, each knowing what all of them teach of its source."""
    if not tasks:
        return []
    signatures = Signatures((id_, ledger.window(id_)) for id_ in sorted(outlets.ids()))
    work = partial(_clean_part, outlets=outlets, terms=terms, lessons=lessons, signatures=signatures)
    parts = confer(work, partial(_settle, ledger=ledger), tasks, jobs, advance)
    return [parts[index % len(parts)][index // len(parts)] for index in range(len(tasks))]


@dataclass(frozen=True, kw_only=True, slots=True)
class Glimpse:
    """What a page has to tell of others before it is cleaned."""

    source: str
    lines: Lines
    host: str | None
    """Of its address, where no record says whose that is."""
    name: str | None
    """What its markup calls the outlet, where that is the name of the host."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the pages of a batch, and those that are remembered, tell of each."""

    furniture: Mapping[str, frozenset[int]]
    """Source to the lines that are its furniture."""
    homes: Mapping[str, Home]
    """Host to the outlet whose own it is."""


def _settle(parts: Sequence[list[Glimpse]], ledger: Ledger) -> Known:
    """What all pages of a batch and those that are remembered tell."""
    pages: defaultdict[str, list[Lines]] = defaultdict(list)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for glimpse in chain.from_iterable(parts):
        pages[glimpse.source].append(glimpse.lines)
        if glimpse.host:
            names[glimpse.host] |= {glimpse.name} if glimpse.name else set()
    homes = {host: _settle_home(those, ledger.home(host)) for host, those in names.items()}
    return Known(
        furniture={source: find_repeated([*ledger.window(source), *those]) for source, those in pages.items()},
        homes={host: home for host, home in homes.items() if home},
    )


def _settle_home(names: Iterable[str], home: Home | None) -> Home | None:
    """The outlet of a host by all that it was called; its id stays, because articles have it already."""
    names = {*names, home.name} if home else {*names}
    name = choose_name(names) if names else None
    return Home(home.id if home else slugify(name), name) if name else None


def _clean_part(
    tasks: Iterable[Task], *, outlets: Outlets, terms: Terms, lessons: Lessons, signatures: Signatures
) -> Generator[list[Glimpse], Known, list[Made | Problem]]:
    """Read some pages, tell of them, and clean them when it is known what others tell."""
    read = [(task, _read(task.capture)) for task in tasks]
    glimpses = [_glimpse(page, outlets) if isinstance(page, RawPage) else None for _, page in read]
    known = yield [glimpse for glimpse in glimpses if glimpse]
    made: list[Made | Problem] = []
    for (task, page), glimpse in zip(read, glimpses, strict=True):
        if isinstance(page, Problem):
            made.append(page)
        elif glimpse is not None:
            furniture = _known_of(page, known.furniture[glimpse.source], outlets, lessons)
            home = known.homes.get(glimpse.host) if glimpse.host else None
            made.append(_make(task, page, glimpse, home, furniture, outlets, terms, signatures))
    return made


def _glimpse(page: RawPage, outlets: Outlets) -> Glimpse:
    host, name = host_of(page.url), page.stated.site
    if page.given.site or outlets.find_host(host):
        host = None
    own = name if host and name and name_outlet(name) and is_own_name(name, host) else None
    return Glimpse(source=_source_of(page, outlets), lines=digest_lines(page.text), host=host, name=own)


def _read(capture: Capture) -> RawPage | Problem:
    try:
        return read_capture(capture)
    except IntakeError as error:
        return error.problems[0]


def _source_of(page: RawPage, outlets: Outlets) -> str:
    """Under what the lines of a page are compared, as far as that is known before it is cleaned."""
    host = host_of(page.url)
    known = outlets.find(page.given.site) if page.given.site else outlets.find_host(host)
    if known or host:
        return known or f"host:{host}"
    site = page.given.site or page.stated.site
    return (outlets.find(site) or slugify(site)) if site else UNKNOWN


def _known_of(page: RawPage, repeated: frozenset[int], outlets: Outlets, lessons: Lessons) -> KnownFurniture:
    """What is known of a page's lines, by the pages of its source and by what people corrected in its articles."""
    lesson = Lesson()
    if lessons:
        source = _source_of(page, outlets)
        lesson = lessons.get(source) or lessons.get(recognise_source(page.text, page.url, outlets)) or lesson
    return replace(lesson, repeated=repeated).for_page(page.text)


def _make(
    task: Task,
    page: RawPage,
    glimpse: Glimpse,
    home: Home | None,
    known: KnownFurniture,
    outlets: Outlets,
    terms: Terms,
    signatures: Signatures,
) -> Made:
    """``home``: the outlet that the page's host is the own one of, if that is known."""
    source, stated = glimpse.source, name_outlet(page.stated.site)
    cleaned = clean_page(page, outlets=outlets, known=known)
    article = cleaned.article
    if article.source is None and source == UNKNOWN:
        article = value.replace(article, source=signatures.recognise(glimpse.lines))
    recognised = article.source if source == UNKNOWN else None
    if article.source or (stated and not glimpse.name):
        home = None  # the page says otherwise
    named = {} if article.source else {home.id: home.name} if home else stated
    article = value.replace(article, source=article.source or next(iter(named), None))
    if home:
        recognised = home.id  # as it will be, when the record that is opened says whose the host is
    article = date_article(page, article, cleaned.record, terms)
    draft = _draft(task, page, replace(cleaned, article=article))
    return Made(
        draft=draft,
        sources=(source, recognised) if recognised else (source,),
        lines=glimpse.lines,
        named={} if draft.filed.set_aside else named,
        home=glimpse.host if home and not draft.filed.set_aside else None,
    )


def name_outlet(site: str | None) -> dict[str, str]:
    """The id and name of the outlet that a page's markup states and nobody knows; empty where it states none.

    A bare host name, as programs that save pages write it, is an address and no name.
    """
    name = " ".join((site or "").split())
    if not 1 < len(name) <= _LONGEST_NAME or _BARE_HOST.fullmatch(name) or not any(map(str.isalpha, name)):
        return {}
    return {slugify(name): name}


_LONGEST_NAME = 60
"""Characters of an outlet's name; what is longer is its motto, or that of the page."""
_BARE_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def _draft(task: Task, page: RawPage, cleaned: Cleaned) -> Draft:
    original = original_path(task.sha256, task.capture.kind)
    article = add_subjects(value.replace(cleaned.article, original=original, original_sha256=task.sha256))
    reason = why_no_article(cleaned)
    filed = Filed(
        record=replace(cleaned.record, passages=()),
        article=None,
        suggestion="" if reason else format_article(article),
        origin=task.capture.origin(),
        mended=page.mended,
        set_aside=reason,
    )
    passages = format_passages(cleaned.record)
    return Draft(article=article, filed=filed, passages=passages, counts=cleaned.record.count_lines())


def _file(
    slots: Sequence[Task | Ingested | Problem], made: Sequence[Made | Problem], desk: Desk
) -> Iterator[Ingested | Problem]:
    """File what is new of a batch, telling in its order of what was new and what was not."""
    tasks = [slot for slot in slots if isinstance(slot, Task)]
    drafts = [(t.sha256, m.draft) for t, m in zip(tasks, made, strict=True) if isinstance(m, Made)]
    slugs = dict(zip((sha256 for sha256, _ in drafts), name_articles(drafts), strict=True))
    results = iter(made)
    for slot in slots:
        if not isinstance(slot, Task):
            yield slot
            continue
        result = next(results)
        if isinstance(result, Problem):
            yield result
        else:
            yield slot.filed or desk.file(slot.capture, slot.sha256, result.draft, slugs[slot.sha256])


def _learn(tasks: Sequence[Task], made: Sequence[Made | Problem], ledger: Ledger) -> None:
    """Note what a batch taught, once all of it is filed."""
    pages: list[str] = []
    lines: defaultdict[str, list[Lines]] = defaultdict(list)
    named: dict[str, str] = {}
    homes: dict[str, Home] = {}
    for task, result in zip(tasks, made, strict=True):
        if isinstance(result, Made):
            pages.append(task.sha256)
            for id_, name in result.named.items():
                named[id_] = min(name, named.get(id_, name))
                if result.home:
                    homes[result.home] = Home(id_, name)
            for source in result.sources:
                lines[source].append(result.lines)
    if pages:
        ledger.learn(pages, lines, named, homes)


def list_set_aside(content: Path) -> Iterator[tuple[str, str, str]]:
    """Name, reason and record's path of each page that was taken in and holds no article."""
    for path in find_records(content):
        try:
            filed = read_head(content, path)
        except ContentError:
            continue  # what is wrong with it is for check to say
        if filed.article is None:
            yield filed.record.name, filed.set_aside, path


def clean_pages(pages: Sequence[RawPage], site: Site | None = None) -> list[Cleaned]:
    """Clean pages together, so that lines repeated across them tell, and write nothing.

    In a ``site`` its outlets and people's corrections are known too. Raises ContentError when it has no content.
    """
    outlets = NO_OUTLETS
    lessons: Lessons = {}
    if site is not None:
        library = read_library(site.content)
        outlets = Outlets.of(library.authority.sources.values())
        lessons = learn_corrections(site.content, library.articles, outlets, jobs=count_jobs())
    repeated = learn_furniture(pages).lines
    return [
        clean_page(page, outlets=outlets, known=replace(_known_of(page, frozenset(), outlets, lessons), lines=repeated))
        for page in pages
    ]
