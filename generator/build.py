"""The build: content/ → catalog → pages → files → public/."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.catalog import compile_catalog, make_card
from generator.content import Library, locate, read_article, read_library
from generator.engine import count_jobs, spread
from generator.enrich import Vocabulary, find_people
from generator.errors import ContentError, Problem, TemplateError
from generator.model.address import Addresses
from generator.model.artifact import Artifact
from generator.model.catalog import Card, Catalog
from generator.model.page import Feed, Outline, Page, Shard, Sitemap
from generator.pages import Plan, compose_article_page, plan_pages
from generator.publish import Publication, Published, digest_of
from generator.render import Renderer, Theme
from generator.search import SearchIndex, shard_cards
from generator.site import Site

Task = Outline | Page | Feed | Sitemap


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


def build(site: Site, *, search: bool = True, jobs: int | None = None) -> Report:
    """Build the site. Raises GeneratorError when nothing can be published; the last good site then stays."""
    start = time.perf_counter()
    settings, jobs = site.settings, count_jobs(jobs)
    library = read_library(site.content)
    cards, unread = read_cards(site, library, jobs)
    catalog, unsettled = compile_catalog(
        cards, library.authority, library.text_pages, page_threshold=settings.people.page_threshold
    )
    shards = shard_cards(catalog.cards.values(), settings.search.shard_articles) if search else {}
    plan = plan_pages(site, catalog, tuple(shards))
    publication = Publication(site.output, site.store / "staging")
    index = SearchIndex(site.store / "search")
    rendered = _render(site, catalog, plan, _shard_names(shards), publication, index, jobs)
    if shards:
        documents = {shard: {slug: d for slug in slugs if (d := rendered.documents.get(slug))} for shard, slugs in shards.items()}
        for name, folder in index.update(documents, jobs=jobs, time_limit=settings.search.time_limit).items():
            publication.put_folder(folder, f"search/{name}")
    problems = (*library.problems, *unread, *unsettled, *plan.problems, *rendered.problems)
    return Report(
        articles=len(catalog.cards),
        people=len(catalog.by_person),
        topics=len(catalog.authority.topics),
        sources=len(catalog.by_source),
        shards=len(shards),
        published=publication.finish(),
        problems=tuple(locate(site.content, problem) for problem in problems),
        seconds=time.perf_counter() - start,
    )


def read_cards(site: Site, library: Library, jobs: int) -> tuple[list[Card], list[Problem]]:
    """The card of every article that can be read, and what is wrong with any."""
    vocabulary = Vocabulary(library.authority.topics.values())

    def read(paths: Sequence[str]) -> tuple[list[Card], list[Problem]]:
        cards: list[Card] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                data, article, found = read_article(site.content, path)
            except ContentError as error:
                problems.extend(error.problems)
                continue
            problems.extend(found)
            text = f"{article.title}\n\n{article.standfirst or ''}\n\n{article.body}"
            cards.append(
                make_card(
                    article,
                    slug=PurePosixPath(path).stem,
                    path=path,
                    digest=digest_of(data),
                    named=tuple(p.name for p in find_people(text)) if article.people is None else (),
                    matched=tuple(t.id for t in vocabulary.match(text)) if article.topics is None else (),
                )
            )
        return cards, problems

    parts = spread(read, library.articles, jobs)
    return [card for cards, _ in parts for card in cards], [p for _, problems in parts for p in problems]


@dataclass(slots=True)
class _Rendered:
    """What rendering gave, besides files."""

    documents: dict[str, str] = field(default_factory=dict)
    """Slug to digest of the article's search document."""
    files: list[tuple[str, str]] = field(default_factory=list)
    """Path and digest of each file."""
    problems: list[Problem] = field(default_factory=list)


def _render(
    site: Site,
    catalog: Catalog,
    plan: Plan,
    shard_of: Mapping[str, str],
    publication: Publication,
    index: SearchIndex,
    jobs: int,
) -> _Rendered:
    """Render everything and stage it. Raises TemplateError when a template is broken for all pages."""
    theme = Theme(site.templates, Addresses(site.base), site.settings.url)
    theme.check()
    renderer = Renderer(theme, plan.site)

    def render(tasks: Sequence[Task]) -> _Rendered:
        done = _Rendered()

        def put(artifact: Artifact) -> None:
            done.files.append((artifact.path, publication.put(artifact)))

        for task in tasks:
            try:
                match task:
                    case Outline():
                        _, article, _ = read_article(site.content, task.path)
                        page = compose_article_page(task, article, catalog.cards[task.slug].summary)
                        artifact, document = renderer.render_article(page)
                        put(artifact)
                        if shard := shard_of.get(task.slug):
                            done.documents[task.slug] = index.put(shard, task.slug, document)
                    case Page():
                        put(renderer.render_page(task))
                    case Feed():
                        put(renderer.render_feed(task))
                    case Sitemap():
                        put(renderer.render_sitemap(task))
            except (ContentError, TemplateError) as error:
                done.problems.extend(error.problems)
        return done

    whole = _Rendered()
    tasks: list[Task] = [*plan.outlines, *plan.pages, *plan.feeds, plan.sitemap]
    for part in spread(render, tasks, jobs):
        whole.documents.update(part.documents)
        whole.files.extend(part.files)
        whole.problems.extend(part.problems)
    for artifact in renderer.static_artifacts():
        whole.files.append((artifact.path, publication.put(artifact)))
    publication.record(whole.files)
    return whole


def _shard_names(shards: Mapping[Shard, tuple[str, ...]]) -> dict[str, str]:
    """Slug to the name of its shard."""
    return {slug: shard.name for shard, slugs in shards.items() for slug in slugs}
