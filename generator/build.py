"""The build: content/ → catalog → pages → files → public/."""

import gc
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from generator.catalog import compile_catalog, find_touched
from generator.content import Library, find_holding, locate, read_library, require_content
from generator.diary import Diary
from generator.engine import count_jobs
from generator.errors import Problem
from generator.identity import identify_program
from generator.making import Made, Workshop
from generator.model import value
from generator.model.address import Addresses
from generator.model.catalog import Card, Catalog
from generator.model.page import Shard
from generator.model.report import Cost, Report, Seen
from generator.model.words import Words
from generator.pages import Plan, plan_articles_only, plan_pages
from generator.publish import Publication, check_limits
from generator.reading import Lexicon, Read, read_articles
from generator.render import Theme
from generator.search import SearchIndex, shard_cards
from generator.site import Site
from generator.store import ArticleRow, Spool, Store, Survey, key_of
from generator.words import load_words

BETWEEN_TIDYINGS = 16
"""Builds. Each leaves about a megabyte; looking for it takes some tenths of a second in a large archive."""

MOST_NAMES = 50
"""Of people, altered since the last build, for which it is sooner seen which articles hold one than all are read."""


@dataclass(slots=True)
class Memory:
    """What a process that builds again and again need not ask the store for."""

    output: str = ""
    """What stands for the output of the build that all this belongs to."""
    rows: dict[str, ArticleRow] = field(default_factory=dict)
    library: Library | None = None
    theme: Theme | None = None
    catalog: Catalog | None = None
    unsettled: tuple[Problem, ...] = ()
    """What was wrong when the catalog was compiled."""
    builds: int = 0
    """How many there were."""

    def tidy(self) -> None:
        """After every few builds, let go of what they left that refers to itself, as compiled templates do.

        Python does not look there by itself, for builds keep what they made from its view.
        """
        self.builds += 1
        if self.builds % BETWEEN_TIDYINGS == 0:
            gc.collect()


@dataclass(frozen=True, slots=True)
class Bench:
    """What lies ready when a build begins: what is remembered of the last one, and a place to write to."""

    store: Store
    publication: Publication
    inputs: Survey
    seen: Seen | None
    """The last build, if anything may be concluded from it."""
    diary: Diary
    memory: Memory


def build(site: Site, bench: Bench, *, search: bool, index: bool = True, jobs: int | None = None) -> Report:
    """Build the site. Raises GeneratorError when nothing can be published; the last good site then stays."""
    settings, jobs, diary = site.settings, count_jobs(jobs), bench.diary
    indexes = SearchIndex(site.store / "search", settings.language)
    if search and not indexes.holds_documents_of(bench.store.recall("documents", str)):
        bench.store.forget_documents()
        bench = replace(bench, seen=None)  # each article must be looked at
    diary.turn_to("reading records")
    words, wordless = load_words(settings.language, site.templates)
    before = _recall(bench)
    library = before.library or replace(read_library(site.content), articles=())  # they are among the inputs
    lexicon = Lexicon.of(library.authority, settings.people.recogniser)
    spool = Spool(site.store / "spool")
    theme = before.theme or Theme(
        site.templates, Addresses(site.base), settings.url, site.store / "templates", words, identify_program()
    )
    reading = _read_cards(site, bench, before, lexicon, spool, jobs, theme.check)
    require_content(site.content)  # or what is gone would be taken for articles that cannot be read, and unpublished
    diary.turn_to("compiling the catalog")
    catalog, unsettled = _compile(site, library, reading, before)
    shards = shard_cards(catalog.cards.values(), settings.search.shard_articles) if search else {}
    plan = _plan(site, catalog, tuple(shards), reading, bench.inputs.records, words)
    workshop = Workshop(
        content=site.content,
        site=plan.site,
        theme=theme,
        publication=bench.publication,
        index=indexes,
        shard_of={slug: shard.name for shard, slugs in shards.items() for slug in slugs},
        pages=bench.store.pages(plan.urls if not plan.whole else None),
        documents=bench.store.documents() if search else {},
        spool=spool,
        places=reading.anew.places,
    )
    diary.turn_to("making pages", len(plan.recipes))
    made = workshop.make_all(plan, jobs, diary.advance)
    spool.close()
    diary.turn_to("indexing for search")
    documents = {shard: workshop.gather_documents(slugs, made) for shard, slugs in shards.items()}
    files = workshop.gather_files(plan, made)
    kept = workshop.keep_index(shards) if search and not index else {}
    files |= kept
    if search and not kept:
        files |= workshop.gather_index(documents, settings.search.time_limit, jobs)
    diary.turn_to("publishing")
    published = bench.publication.finish(files, bench.seen.large if bench.seen else None)
    planned = bench.seen.planned if bench.seen and not plan.whole else plan.problems
    limits = check_limits(site.output.name, len(files), bench.publication.large)
    problems = (*wordless, *library.problems, *reading.problems, *unsettled, *planned, *made.problems, *limits)
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
    seen = Seen(
        inputs=bench.inputs.digest,
        others=bench.inputs.others,
        settings=key_of(settings),
        search=search,
        indexed=not kept,
        output=bench.publication.digest,
        large=bench.publication.large,
        whole=not made.problems,
        planned=planned,
        report=report,
    )
    _remember(bench, seen, lexicon, reading, library, plan, workshop, made)
    if search:
        indexes.settle(seen.output)
    bench.memory.output, bench.memory.rows = seen.output, reading.rows
    bench.memory.library, bench.memory.theme = library, theme
    bench.memory.catalog, bench.memory.unsettled = catalog, unsettled
    return report


def _recall(bench: Bench) -> Memory:
    """What is still true of the last build's records and catalog, and the articles as they were read last."""
    memory, seen, inputs = bench.memory, bench.seen, bench.inputs
    if seen is None or memory.output != seen.output:
        memory = Memory(rows=bench.store.articles())
    is_steady = seen is not None and inputs.others and inputs.others == seen.others
    if not is_steady or memory.rows.keys() != inputs.articles.keys():
        return Memory(rows=memory.rows)
    return replace(memory, library=memory.library or bench.store.recall("library", Library))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reading:
    """What reading the articles gave."""

    anew: Read
    """The files that were read now."""
    rows: dict[str, ArticleRow]
    """All articles' files."""
    revised: dict[str, Card] | None
    """By path, the cards of the articles of which nothing but what their own pages show has changed since the last
    build, when nothing else has; None when anything has."""
    changed: dict[str, tuple[Card, Card]] | None
    """By path, all cards that differ from the last build's: as they were and as they are. None when anything else may
    differ too."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with any article."""
        faulty = sorted(path for path, row in self.rows.items() if row.problems)
        return tuple(problem for path in faulty for problem in self.rows[path].problems)


def _read_cards(
    site: Site, bench: Bench, before: Memory, lexicon: Lexicon, spool: Spool, jobs: int, prepare: Callable[[], None]
) -> _Reading:
    stamps = bench.inputs.articles
    rows = {path: row for path, row in before.rows.items() if path in stamps}
    stale = {
        path: stamp for path, stamp in stamps.items() if not stamp or path not in rows or rows[path].stamp != stamp
    }
    if bench.store.recall("vocabulary", str) != lexicon.topics.digest:
        stale |= {path: stamps[path] for path, row in rows.items() if row.card and row.card.topics is None}
    if bench.store.recall("recogniser", str) != lexicon.recogniser:
        stale |= {path: stamps[path] for path, row in rows.items() if row.card and row.card.people is None}
    if before.library is None:
        stale |= {path: stamps[path] for path in _naming_altered_people(rows, bench, lexicon)}
        stale |= {path: stamps[path] for path in _holding_altered_names(site, rows, bench, lexicon)}
    bench.diary.turn_to("reading articles", len(stale))
    anew = read_articles(site.content, stale, lexicon, spool, jobs, bench.diary.advance, prepare)
    revised: dict[str, Card] | None = {} if before.library else None
    changed: dict[str, tuple[Card, Card]] | None = {} if before.library else None
    for path, row in anew.rows.items():
        former = rows.get(path)
        if former and changed is not None and row != former:
            changed = changed | {path: (former.card, row.card)} if former.card and row.card else None
            if revised is not None:
                revised = revised | {path: row.card} if row.card and _differs_in_text_only(row, former) else None
        rows[path] = row
    return _Reading(anew=anew, rows=rows, revised=revised, changed=changed)


def _naming_altered_people(rows: Mapping[str, ArticleRow], bench: Bench, lexicon: Lexicon) -> list[str]:
    """The articles of which somebody decided on people whose records have other names now than at the last build."""
    now, before = lexicon.people.digests, bench.store.recall("names", dict[str, str]) or {}
    if now == before:
        return []
    altered = {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}
    return [path for path, row in rows.items() if row.card and not altered.isdisjoint(row.card.people or ())]


def _holding_altered_names(
    site: Site, rows: Mapping[str, ArticleRow], bench: Bench, lexicon: Lexicon
) -> Collection[str]:
    """The articles of which nobody decided on people that may hold a name that is a sure person's now, or was."""
    altered = lexicon.people.sure ^ (bench.store.recall("sure names", frozenset[tuple[str, ...]]) or frozenset())
    if not altered:
        return ()
    undecided = [path for path, row in rows.items() if row.card and row.card.people is None]
    return undecided if len(altered) > MOST_NAMES else find_holding(site.content, undecided, altered)


def _differs_in_text_only(row: ArticleRow, before: ArticleRow) -> bool:
    """Whether a card is as before but for the digest of its file, so that only the article's own page can differ."""
    if row.card is None or before.card is None or row.problems != before.problems:
        return False
    return row.card == value.replace(before.card, digest=row.card.digest)


def _compile(site: Site, library: Library, reading: _Reading, before: Memory) -> tuple[Catalog, tuple[Problem, ...]]:
    """The catalog of all articles; the last build's, with what was revised, where that is the same."""
    if before.catalog is not None and reading.revised is not None:
        revised = reading.revised
        cards = {
            slug: value.replace(card, digest=revised[card.path].digest) if card.path in revised else card
            for slug, card in before.catalog.cards.items()
        }
        return value.replace(before.catalog, cards=cards), before.unsettled
    cards_read = [row.card for row in reading.rows.values() if row.card]
    threshold = site.settings.people.page_threshold
    catalog, unsettled = compile_catalog(cards_read, library.authority, library.text_pages, page_threshold=threshold)
    return catalog, tuple(unsettled)


def _plan(
    site: Site,
    catalog: Catalog,
    shards: tuple[Shard, ...],
    reading: _Reading,
    records: Mapping[str, str],
    words: Words,
) -> Plan:
    """The whole plan; or, when no other page can show what changed, the part that makes the revised articles."""
    if reading.revised is None:
        touched = None if reading.changed is None else find_touched(catalog, reading.changed)
        return plan_pages(site, catalog, shards, records, words, touched)
    slugs = {slug for slug, card in catalog.cards.items() if card.path in reading.revised}
    return plan_articles_only(site, catalog, shards, slugs, records, words)


def _remember(
    bench: Bench,
    seen: Seen,
    lexicon: Lexicon,
    reading: _Reading,
    library: Library,
    plan: Plan,
    workshop: Workshop,
    made: Made,
) -> None:
    """Keep what the next build can use."""
    gone_pages = set(made.failed)
    values: dict[str, object] = {"seen": seen}
    if seen.search:
        values["documents"] = seen.output
    if plan.whole:
        gone_pages |= workshop.pages.keys() - plan.urls
        values |= {"vocabulary": lexicon.topics.digest, "names": lexicon.people.digests, "library": library}
        values |= {"sure names": lexicon.people.sure, "recogniser": lexicon.recogniser}
    bench.store.commit(
        values=values,
        articles=reading.anew.rows,
        pages=made.pages,
        documents=made.documents,
        gone={
            "article": bench.store.paths() - bench.inputs.articles.keys() if plan.whole else (),
            "page": gone_pages,
            "document": workshop.documents.keys() - workshop.shard_of.keys(),
        },
    )
