"""The build: content/ → catalog → pages → files → public/."""

import hashlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import __version__
from generator.catalog import compile_catalog
from generator.content import locate, read_library
from generator.engine import count_jobs, shared_memory
from generator.enrich import Vocabulary
from generator.errors import Problem
from generator.making import Made, Workshop, file_paths
from generator.model.address import Addresses
from generator.model.catalog import Card
from generator.model.page import Shard
from generator.pages import plan_pages
from generator.publish import Publication, Published
from generator.reading import Read, read_articles
from generator.render import BUNDLED, Theme
from generator.search import SearchIndex, shard_cards
from generator.site import FILE_NAME, Site
from generator.store import ArticleRow, Spool, Store, Survey, claim, survey


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    people: int
    topics: int
    sources: int
    shards: int
    """Search indexes of the site."""
    published: Published
    problems: tuple[Problem, ...]
    seconds: float


def build(
    site: Site,
    *,
    search: bool = True,
    jobs: int | None = None,
    cache: bool = True,
    say: Callable[[str], None] = lambda _: None,
) -> Report:
    """Build the site. Raises GeneratorError when nothing can be published; the last good site then stays.

    ``cache``: build again only what changed since the last time. ``say`` is told what is waited for.
    """
    start = time.perf_counter()
    with claim(site.store, waiting=say):
        publication = Publication(site.output, site.store, trust=cache)
        store = Store(site.store, _identity() if cache else f"{_identity()} {time.time_ns()}")
        try:
            inputs = survey(site.content, (site.root / FILE_NAME, site.templates, BUNDLED))
            report = _recall(store, inputs, publication, search) or _build(
                site, store, inputs, publication, search, count_jobs(jobs)
            )
        finally:
            store.close()
    return replace(report, seconds=time.perf_counter() - start)


def _build(site: Site, store: Store, inputs: Survey, publication: Publication, search: bool, jobs: int) -> Report:
    settings = site.settings
    library = read_library(site.content)
    theme = Theme(site.templates, Addresses(site.base), settings.url, site.store / "templates")
    theme.check()
    spool = Spool(site.store / "spool")
    vocabulary = Vocabulary(library.authority.topics.values())
    read, cards, unread = _read_cards(site, store, inputs, vocabulary, spool, jobs)
    catalog, unsettled = compile_catalog(
        cards, library.authority, library.text_pages, page_threshold=settings.people.page_threshold
    )
    shards = shard_cards(catalog.cards.values(), settings.search.shard_articles) if search else {}
    plan = plan_pages(site, catalog, tuple(shards))
    workshop = Workshop(
        content=site.content,
        site=plan.site,
        theme=theme,
        publication=publication,
        index=SearchIndex(site.store / "search", settings.language),
        shard_of={slug: shard.name for shard, slugs in shards.items() for slug in slugs},
        pages=store.pages(),
        documents=store.documents(),
        spool=spool,
        places={path: place for path, (_, place) in read.items() if place},
    )
    with shared_memory():
        made = workshop.make_all(plan.recipes, jobs)
    spool.close()
    files = _gather_files(workshop, made, file_paths(plan.recipes, site.base))
    files |= _index(workshop, made, shards, settings.search.time_limit, jobs)
    report = Report(
        articles=len(catalog.cards),
        people=len(catalog.by_person),
        topics=len(catalog.authority.topics),
        sources=len(catalog.by_source),
        shards=len(shards),
        published=publication.finish(files),
        problems=tuple(
            locate(site.content, problem)
            for problem in (*library.problems, *unread, *unsettled, *plan.problems, *made.problems)
        ),
        seconds=0.0,
    )
    _remember(store, inputs, search, report, read, made, workshop, {recipe.url for recipe in plan.recipes}, vocabulary)
    return report


def _read_cards(
    site: Site, store: Store, inputs: Survey, vocabulary: Vocabulary, spool: Spool, jobs: int
) -> tuple[Read, list[Card], list[Problem]]:
    """What was read anew; the cards of all articles; and what is wrong with any."""
    before = store.stamps()
    stale = {path: stamp for path, stamp in inputs.articles.items() if not stamp or before.get(path) != stamp}
    if store.recall("vocabulary", str) != vocabulary.digest:
        undecided = (path for path, row in store.articles(set(stale)) if row.card and row.card.topics is None)
        stale |= {path: inputs.articles[path] for path in list(undecided) if path in inputs.articles}
    read = read_articles(site.content, stale, vocabulary, spool, jobs)
    rows = {path: row for path, row in store.articles(set(stale)) if path in inputs.articles}
    rows |= {path: row for path, (row, _) in read.items()}
    cards = [row.card for row in rows.values() if row.card]
    return read, cards, [problem for path in sorted(rows) for problem in rows[path].problems]


def _gather_files(workshop: Workshop, made: Made, paths: Mapping[str, str]) -> dict[str, str]:
    """Path to digest of every file of the site but the search index's."""
    files = {}
    for url, path in paths.items():
        if url in made.failed:
            # The last good one stays, if there is one.
            if path in workshop.publication.before:
                files[path] = workshop.publication.before[path]
        else:
            row = made.pages.get(url) or workshop.pages[url]
            files[path] = row.digest
    for artifact in workshop.theme.static_artifacts():
        files[artifact.path] = workshop.publication.put(artifact)
    return files


def _index(
    workshop: Workshop, made: Made, shards: Mapping[Shard, tuple[str, ...]], time_limit: int, jobs: int
) -> dict[str, str]:
    """Bring the search index up to date; path to digest of each of its files."""
    documents: dict[Shard, dict[str, str]] = {}
    for shard, slugs in shards.items():
        rows = {slug: made.documents.get(slug) or workshop.documents.get(slug) for slug in slugs}
        documents[shard] = {slug: row.digest for slug, row in rows.items() if row}
    files: dict[str, str] = {}
    for name, folder, is_new in workshop.index.update(documents, jobs=jobs, time_limit=time_limit):
        below = f"search/{name}"
        kept = {} if is_new else workshop.publication.kept_below(below)
        files |= kept or workshop.publication.put_folder(folder, below)
    return files


def _recall(store: Store, inputs: Survey, publication: Publication, search: bool) -> Report | None:
    """What the last build said, when nothing has changed since; else None."""
    if not inputs.digest or not publication.before:
        return None
    seen = store.recall("seen", str)
    if seen != f"{inputs.digest} {search} {publication.digest}":
        return None
    report = store.recall("report", Report)
    if report is None:
        return None
    files = report.published.written + report.published.unchanged
    return replace(report, published=Published(written=0, unchanged=files, removed=0))


def _remember(
    store: Store,
    inputs: Survey,
    search: bool,
    report: Report,
    read: Read,
    made: Made,
    workshop: Workshop,
    urls: set[str],
    vocabulary: Vocabulary,
) -> None:
    """Keep what the next build can use."""
    digest = inputs.digest if not made.failed else ""
    articles: dict[str, ArticleRow] = {path: row for path, (row, _) in read.items()}
    gone_pages = (workshop.pages.keys() - urls) | made.failed
    gone_documents = workshop.documents.keys() - workshop.shard_of.keys() if search else set()
    store.commit(
        values={
            "seen": f"{digest} {search} {workshop.publication.digest}" if digest else "",
            "report": report,
            "vocabulary": vocabulary.digest,
        },
        articles=articles,
        pages=made.pages,
        documents=made.documents,
        gone={
            "article": store.stamps().keys() - inputs.articles.keys(),
            "page": gone_pages,
            "document": gone_documents,
        },
    )


def _identity() -> str:
    """Names the program, so that a store is believed only by the code that wrote it."""
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    stamps = "\n".join(f"{path.name} {(stat := path.stat()).st_size} {stat.st_mtime_ns}" for path in sources)
    return f"{__version__} {hashlib.blake2b(stamps.encode(), digest_size=16).hexdigest()}"
