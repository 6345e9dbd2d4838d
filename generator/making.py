"""Making: recipes → files and search documents, in several processes, but only where something changed."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content import read_article, read_record
from generator.engine import share, shared_memory
from generator.errors import ContentError, Problem, TemplateError
from generator.model.address import Addresses, is_of_index
from generator.model.article import Article
from generator.model.artifact import Artifact
from generator.model.files import Export
from generator.model.page import (
    ArticlePage,
    CleaningOutline,
    CleaningPage,
    Outline,
    Page,
    Shard,
    SiteView,
)  # fmt: skip
from generator.pages import Plan, Plannable, Recipe, compose_article_page, compose_cleaning_page
from generator.publish import Publication, digest_of, list_rows, list_sums, row_mark
from generator.render import Renderer, Theme
from generator.search import ENTRY, SearchIndex
from generator.store import PageRow, Place, Spool, key_of, pack_rows, unpack_rows

FEW = 64
"""Pages that are made sooner than a process is forked."""

MOST_UNPACKED = 256
"""Rows of pages that wait to be packed together."""

SLOWEST = 10
"""Pages whose cost is told."""


_COMPOSED: dict[type, type[Page]] = {Outline: ArticlePage, CleaningOutline: CleaningPage}
"""What is planned as an outline, and composed when the file that it shows is at hand."""


@dataclass(slots=True)
class Made:
    """What was made, and what stayed as it was."""

    pages: dict[str, PageRow] = field(default_factory=dict)
    """Rows of the pages that were made anew, by address."""
    documents: dict[str, PageRow] = field(default_factory=dict)
    """Rows of the search documents that were made anew, by slug."""
    problems: list[Problem] = field(default_factory=list)
    failed: set[str] = field(default_factory=set)
    """Addresses of pages that could not be made."""
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """Seconds and address of the pages that took longest."""
    templates: dict[str, tuple[int, float]] = field(default_factory=dict)
    """Template to number of pages and seconds."""
    large: dict[str, int] = field(default_factory=dict)
    """Path to bytes of the large files."""
    packed: list[tuple[bytes, bytes]] = field(default_factory=list)
    """Further ``pages`` and ``documents``, which take a third of the space so."""

    def pack(self) -> None:
        """Put rows away until they are needed, or sent to another process."""
        self.packed.append((pack_rows(self.pages), pack_rows(self.documents)))
        self.pages.clear()
        self.documents.clear()

    def add_cost(self, url: str, template: str, seconds: float) -> None:
        """Note what a page took."""
        count, total = self.templates.get(template, (0, 0.0))
        self.templates[template] = (count + 1, total + seconds)
        if len(self.slowest) < SLOWEST or seconds > self.slowest[-1][0]:
            self.slowest = sorted([*self.slowest, (seconds, url)], reverse=True)[:SLOWEST]

    def add(self, other: "Made") -> None:
        """Take in what one process made, all of it packed."""
        for pages, documents in other.packed:
            self.pages.update(unpack_rows(pages))
            self.documents.update(unpack_rows(documents))
        self.problems.extend(other.problems)
        self.failed.update(other.failed)
        self.slowest = sorted([*self.slowest, *other.slowest], reverse=True)[:SLOWEST]
        for template, (count, seconds) in other.templates.items():
            before, total = self.templates.get(template, (0, 0.0))
            self.templates[template] = (before + count, total + seconds)


@dataclass(frozen=True, kw_only=True, slots=True)
class Workshop:
    """All that making a page needs. Worker processes are forked with it."""

    content: Path
    site: SiteView
    theme: Theme
    publication: Publication
    index: SearchIndex
    shard_of: Mapping[str, str]
    """Slug to the search index that holds the article; empty when there is none."""
    pages: Mapping[str, PageRow]
    """What the last build made, by address."""
    documents: Mapping[str, PageRow]
    """As ``pages``, by slug."""
    spool: Spool
    places: Mapping[str, Place]
    """Path of an article's file to its place in the spool."""

    def make_all(self, plan: Plan, jobs: int, advance: Callable[[int], None]) -> Made:
        """Make what changed since the last build; ``advance`` is told of pages done."""
        made = Made()
        with shared_memory():
            for part in share(self._make_some, plan.recipes, jobs if len(plan.recipes) > FEW else 1, advance):
                made.add(part)
                self.publication.large |= part.large
        if plan.last:
            made.add(self._make_some(plan.last, self._count_removed(plan, made)))
        made.problems.sort(key=str)  # whoever made the pages
        return made

    def gather_files(self, plan: Plan, made: Made) -> dict[str, str]:
        """Path to digest of every file of the site but the search index's."""
        here, before = Addresses(self.site.base), self.publication.before
        files = {} if plan.whole else {path: digest for path, digest in before.items() if not is_of_index(path)}
        for url in plan.recipes.urls():
            path = here.output_path(url)
            if url not in made.failed:
                files[path] = (made.pages.get(url) or self.pages[url]).digest
            elif path in before:
                files[path] = before[path]  # the last good one stays
        if plan.whole:
            files |= {artifact.path: self.publication.put(artifact) for artifact in self.theme.static_artifacts()}
        if self.site.downloads:
            folder = here.output_path(self.site.downloads).removesuffix("index.html")
            sums = list_sums(self.publication, folder, files)
            files[sums.path] = self.publication.put(sums)
        return files

    def gather_documents(self, slugs: Iterable[str], made: Made) -> dict[str, str]:
        """Slug to digest of the search documents of articles."""
        rows = ((slug, made.documents.get(slug) or self.documents.get(slug)) for slug in slugs)
        return {slug: row.digest for slug, row in rows if row}

    def keep_index(self, shards: Iterable[Shard]) -> dict[str, str]:
        """The search index as it is in place; nothing where one of the shards has none."""
        kept = {path: digest for path, digest in self.publication.before.items() if is_of_index(path)}
        return kept if all(f"search/{shard.name}/{ENTRY}" in kept for shard in shards) else {}

    def gather_index(self, documents: Mapping[Shard, Mapping[str, str]], time_limit: int, jobs: int) -> dict[str, str]:
        """Bring the search index up to date; path to digest of each of its files. Raises SearchError."""
        files: dict[str, str] = {}
        for name, folder in self.index.update(documents, jobs=jobs, time_limit=time_limit):
            below, entry = f"search/{name}", folder / ENTRY
            kept = self.publication.kept_below(below) if self.publication.digest else {}
            is_same = entry.exists() and kept.get(f"{below}/{ENTRY}") == digest_of(entry.read_bytes())
            files |= kept if is_same else self.publication.put_folder(folder, below)
        return files

    def _count_removed(self, plan: Plan, made: Made) -> int:
        """How many lines the pages on cleanings show as removed, all told."""
        urls = (url for url in plan.recipes.urls() if url not in made.failed)
        return sum(row.removed for url in urls if (row := made.pages.get(url) or self.pages.get(url)))

    def _make_some(self, recipes: Iterable[Recipe], removed: int | None = None) -> Made:
        """Make pages; those that tell how many lines were removed only where that is known."""
        made = Made()
        renderer = Renderer(self.theme, self.site)
        site_key = key_of(self.site)
        for recipe in recipes:
            if recipe.tells_removed and removed is None:
                continue
            start = time.perf_counter()
            try:
                page = recipe.make(removed) if recipe.tells_removed else recipe.make()
                template = self._make(recipe.url, page, renderer, site_key, made)
            except (ContentError, TemplateError) as error:
                made.problems.extend(error.problems)
                made.failed |= {recipe.url, *recipe.besides}
            else:
                if template:
                    made.add_cost(recipe.url, template, time.perf_counter() - start)
            if len(made.pages) >= MOST_UNPACKED:
                made.pack()
        made.pack()
        made.large = dict(self.publication.large)
        return made

    def _make(self, url: str, page: Plannable, renderer: Renderer, site_key: bytes, made: Made) -> str | None:
        """Make a page if it changed; the template that it was made with, None when it did not change or has none."""
        template = _COMPOSED[type(page)].template if type(page) in _COMPOSED else getattr(page, "template", None)
        key = key_of(page, site_key, self.theme.digest(template) if template else "")
        is_current = self._is_current(url, key)
        if isinstance(page, Export):
            self._make_export(page, key, is_current, renderer, made)
        elif isinstance(page, Outline):
            self._make_article(page, key, is_current, renderer, made)
        elif is_current:
            pass
        elif isinstance(page, CleaningOutline):
            self._make_cleaning(page, key, renderer, made)
        else:
            artifact = renderer.render_page(page) if isinstance(page, Page) else renderer.render_file(page)
            made.pages[url] = PageRow(key=key, digest=self.publication.put(artifact))
        return None if is_current else template

    def _is_current(self, url: str, key: bytes) -> bool:
        """Whether the page that is in place was made from the same."""
        row = self.pages.get(url)
        if row is None or row.key != key or not row.key:
            return False
        return self.publication.before.get(Addresses(self.site.base).output_path(url)) == row.digest

    def _make_article(self, outline: Outline, key: bytes, is_current: bool, renderer: Renderer, made: Made) -> None:
        """Make an article's page, and the document that is searched for it, which no template has a say in."""
        shard = self.shard_of.get(outline.slug)
        document_key = key_of(outline, shard) if shard else b""
        document = self.documents.get(outline.slug)
        is_indexed = shard is None or (document is not None and document.key == document_key)
        if is_current and is_indexed:
            return
        article, digest = self._read(outline.path, outline.digest)
        if digest != outline.digest:
            key = document_key = b""  # it changed since the catalog was compiled, so the next build makes it again
        page = compose_article_page(outline, article, self.site)
        if not is_current:
            digest = self.publication.put(renderer.render_page(page))
            made.pages[outline.url] = PageRow(key=key, digest=digest)
        if shard and not is_indexed:
            digest = self.index.put(shard, outline.slug, renderer.render_document(page))
            made.documents[outline.slug] = PageRow(key=document_key, digest=digest)

    def _make_cleaning(self, outline: CleaningOutline, key: bytes, renderer: Renderer, made: Made) -> None:
        """Make the page on an article's cleaning; a record that cannot be read is said, on the page too."""
        record = None
        if not outline.stamp:
            key = b""  # it may change unseen, so the next build makes it again
        try:
            record = read_record(self.content, outline.record).record
        except ContentError as error:
            made.problems.extend(error.problems)
            key = b""  # so that the next build says it again
        page = compose_cleaning_page(outline, record)
        digest = self.publication.put(renderer.render_page(page))
        made.pages[outline.url] = PageRow(key=key, digest=digest, removed=page.removed)

    def _make_export(self, export: Export, key: bytes, is_current: bool, renderer: Renderer, made: Made) -> None:
        """Make a download of articles, in both formats. Rows of the last one that are still true are taken over."""
        urls = (export.url, export.table_url)
        if is_current and self._is_current(export.table_url, key):
            return
        paths = [Addresses(self.site.base).output_path(url) for url in urls]
        lines, table = (
            list_rows(self.publication, path, self.pages[url].digest) if url in self.pages else {}
            for path, url in zip(paths, urls, strict=True)
        )
        texts = bytearray(), bytearray(renderer.export_head())  # megabytes, which leave no holes in memory so
        for row in export.rows:
            known = row_mark(row.slug, row.version)
            if known in lines and known in table:
                pieces = lines[known], table[known]
            else:
                article, digest = self._read(row.path, row.digest)
                if digest != row.digest:
                    key = b""  # it changed since the catalog was compiled, so the next build makes it again
                pieces = renderer.render_export(row, article)
            for text, piece in zip(texts, pieces, strict=True):
                text += piece
        for url, path, text in zip(urls, paths, texts, strict=True):
            digest = self.publication.put(Artifact(path=path, data=bytes(text)))
            made.pages[url] = PageRow(key=key, digest=digest)

    def _read(self, path: str, known: str) -> tuple[Article, str]:
        """An article, and the digest of its file as it was read; ``known`` is the digest when it was read first."""
        place = self.places.get(path)
        if place:
            return self.spool.read(place, Article), known
        data, article, _ = read_article(self.content, path)
        return article, digest_of(data)
