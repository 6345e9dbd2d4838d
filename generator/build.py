"""The build: content/ → catalog → pages → files → public/."""

from dataclasses import dataclass, replace

from generator.catalog import compile_catalog
from generator.content import locate, read_library
from generator.diary import Diary
from generator.engine import count_jobs
from generator.enrich import Vocabulary
from generator.errors import Problem
from generator.making import Made, Workshop
from generator.model.address import Addresses
from generator.model.catalog import Card, Catalog
from generator.model.page import Shard
from generator.model.report import Cost, Report, Seen
from generator.pages import Plan, plan_articles_only, plan_pages
from generator.publish import Publication, check_limits
from generator.reading import Read, read_articles
from generator.render import Theme
from generator.search import SearchIndex, shard_cards
from generator.site import Site
from generator.store import Spool, Store, Survey


@dataclass(frozen=True, slots=True)
class Bench:
    """What lies ready when a build begins: what is remembered of the last one, and a place to write to."""

    store: Store
    publication: Publication
    inputs: Survey
    seen: Seen | None
    """The last build, if anything may be concluded from it."""
    diary: Diary


def build(site: Site, bench: Bench, *, search: bool, jobs: int | None = None) -> Report:
    """Build the site. Raises GeneratorError when nothing can be published; the last good site then stays."""
    settings, jobs, diary = site.settings, count_jobs(jobs), bench.diary
    diary.turn_to("reading records")
    library = read_library(site.content)
    vocabulary = Vocabulary(library.authority.topics.values())
    spool = Spool(site.store / "spool")
    reading = _read_cards(site, bench, vocabulary, spool, jobs)
    diary.turn_to("compiling the catalog")
    catalog, unsettled = compile_catalog(
        reading.cards, library.authority, library.text_pages, page_threshold=settings.people.page_threshold
    )
    shards = shard_cards(catalog.cards.values(), settings.search.shard_articles) if search else {}
    plan = _plan(site, catalog, tuple(shards), bench, reading)
    workshop = Workshop(
        content=site.content,
        site=plan.site,
        theme=Theme(site.templates, Addresses(site.base), settings.url, site.store / "templates"),
        publication=bench.publication,
        index=SearchIndex(site.store / "search", settings.language),
        shard_of={slug: shard.name for shard, slugs in shards.items() for slug in slugs},
        pages=bench.store.pages(),
        documents=bench.store.documents() if search else {},
        spool=spool,
        places={path: place for path, (_, place) in reading.anew.items() if place},
    )
    diary.turn_to("making pages", len(plan.recipes))
    made = workshop.make_all(plan, jobs, diary.advance)
    spool.close()
    documents = {shard: workshop.gather_documents(slugs, made) for shard, slugs in shards.items()}
    files = workshop.gather_files(plan, made)
    diary.turn_to("indexing for search")
    files |= workshop.gather_index(documents, settings.search.time_limit, jobs)
    diary.turn_to("publishing")
    published = bench.publication.finish(files)
    planned = bench.seen.planned if bench.seen and not plan.whole else plan.problems
    limits = check_limits(site.output.name, len(files), bench.publication.large)
    problems = (*library.problems, *reading.problems, *unsettled, *planned, *made.problems, *limits)
    report = Report(
        articles=len(catalog.cards),
        people=len(catalog.by_person),
        topics=len(catalog.authority.topics),
        sources=len(catalog.by_source),
        shards=len(shards),
        published=published,
        problems=tuple(locate(site.content, problem) for problem in problems),
        seconds=0.0,
        stages=diary.close(),
        slowest_pages=tuple(Cost(name=url, seconds=round(seconds, 5)) for seconds, url in made.slowest),
        templates=tuple(
            Cost(name=name, seconds=round(seconds, 4), count=count)
            for name, (count, seconds) in sorted(made.templates.items(), key=lambda item: -item[1][1])
        ),
    )
    _remember(bench, plan, workshop, reading, made, vocabulary, planned, report, search)
    return report


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reading:
    """What reading the articles gave."""

    anew: Read
    """The files that were read now."""
    cards: list[Card]
    """Of all articles."""
    problems: tuple[Problem, ...]
    """Of all articles."""
    revised: frozenset[str] | None
    """Slugs of the articles of which nothing but what their own pages show has changed since the last build, when no
    other article has; None when any has, or has come, or gone."""


def _read_cards(site: Site, bench: Bench, vocabulary: Vocabulary, spool: Spool, jobs: int) -> _Reading:
    stamps, store = bench.inputs.articles, bench.store
    known = store.stamps()
    stale = {path: stamp for path, stamp in stamps.items() if not stamp or known.get(path) != stamp}
    rows = {path: row for path, row in store.articles() if path in stamps}
    if store.recall("vocabulary", str) != vocabulary.digest:
        stale |= {path: stamps[path] for path, row in rows.items() if row.card and row.card.topics is None}
    bench.diary.turn_to("reading articles", len(stale))
    anew = read_articles(site.content, stale, vocabulary, spool, jobs, bench.diary.advance)
    revised: set[str] | None = set() if rows.keys() == known.keys() else None
    for path, (row, _) in anew.items():
        before = rows.get(path)
        if before is None or before.card is None or row.card is None or before.problems != row.problems:
            revised = None
        elif revised is not None and row.card != before.card:
            only_text = row.card == replace(before.card, digest=row.card.digest)
            revised = revised | {row.card.slug} if only_text else None
        rows[path] = row
    return _Reading(
        anew=anew,
        cards=[row.card for row in rows.values() if row.card],
        problems=tuple(problem for path in sorted(rows) for problem in rows[path].problems),
        revised=None if revised is None else frozenset(revised),
    )


def _plan(site: Site, catalog: Catalog, shards: tuple[Shard, ...], bench: Bench, reading: _Reading) -> Plan:
    """The whole plan; or, when no other page can show what changed, the part that makes the revised articles."""
    seen, others = bench.seen, bench.inputs.others
    if seen and others and others == seen.others and reading.revised is not None:
        # Two articles of one name are told apart in the catalog, so a card's own slug need not be its article's.
        paths = {row.card.path for row, _ in reading.anew.values() if row.card and row.card.slug in reading.revised}
        slugs = {slug for slug, card in catalog.cards.items() if card.path in paths}
        return plan_articles_only(site, catalog, shards, slugs)
    return plan_pages(site, catalog, shards)


def _remember(
    bench: Bench,
    plan: Plan,
    workshop: Workshop,
    reading: _Reading,
    made: Made,
    vocabulary: Vocabulary,
    planned: tuple[Problem, ...],
    report: Report,
    search: bool,
) -> None:
    """Keep what the next build can use."""
    gone_pages = set(made.failed)
    if plan.whole:
        gone_pages |= workshop.pages.keys() - {recipe.url for recipe in plan.recipes}
    seen = Seen(
        inputs=bench.inputs.digest,
        others=bench.inputs.others,
        search=search,
        output=bench.publication.digest,
        whole=not made.failed,
        planned=planned,
        report=report,
    )
    bench.store.commit(
        values={"seen": seen, "vocabulary": vocabulary.digest},
        articles={path: row for path, (row, _) in reading.anew.items()},
        pages=made.pages,
        documents=made.documents,
        gone={
            "article": bench.store.stamps().keys() - bench.inputs.articles.keys(),
            "page": gone_pages,
            "document": workshop.documents.keys() - workshop.shard_of.keys(),
        },
    )
