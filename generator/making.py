"""Making: recipes → files and search documents, in several processes, but only where something changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.content import read_article
from generator.engine import spread
from generator.errors import ContentError, Problem, TemplateError
from generator.model.address import Addresses
from generator.model.article import Article
from generator.model.artifact import Artifact
from generator.model.page import ArticlePage, Feed, Outline, Page, Sitemap, SiteView
from generator.pages import Recipe, compose_article_page
from generator.publish import Publication
from generator.reading import recall_article
from generator.render import Renderer, Theme
from generator.search import SearchIndex
from generator.store import PageRow, Place, Spool, key_of


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

    def add(self, other: "Made") -> None:
        """Take in what another process made."""
        self.pages.update(other.pages)
        self.documents.update(other.documents)
        self.problems.extend(other.problems)
        self.failed.update(other.failed)


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

    def make_all(self, recipes: Sequence[Recipe], jobs: int) -> Made:
        """Make what changed since the last build."""
        made = Made()
        for part in spread(self._make_some, recipes, jobs):
            made.add(part)
        return made

    def _make_some(self, recipes: Sequence[Recipe]) -> Made:
        made = Made()
        renderer = Renderer(self.theme, self.site)
        site_key = key_of(self.site)
        for recipe in recipes:
            try:
                self._make(recipe, renderer, site_key, made)
            except (ContentError, TemplateError) as error:
                made.problems.extend(error.problems)
                made.failed.add(recipe.url)
        return made

    def _make(self, recipe: Recipe, renderer: Renderer, site_key: bytes, made: Made) -> None:
        page = recipe.make()
        template = ArticlePage.template if isinstance(page, Outline) else getattr(page, "template", None)
        key = key_of(page, site_key, self.theme.digest(template) if template else "")
        before = self.pages.get(recipe.url)
        is_current = before is not None and before.key == key
        if isinstance(page, Outline):
            self._make_article(page, key, is_current, renderer, made)
        elif not is_current:
            artifact = self._render(page, renderer)
            made.pages[recipe.url] = PageRow(key=key, digest=self.publication.put(artifact))

    def _make_article(self, outline: Outline, key: bytes, is_current: bool, renderer: Renderer, made: Made) -> None:
        """Make an article's page, and the document that is searched for it, which no template has a say in."""
        shard = self.shard_of.get(outline.slug)
        document_key = key_of(outline, shard) if shard else b""
        document = self.documents.get(outline.slug)
        is_indexed = shard is None or (document is not None and document.key == document_key)
        if is_current and is_indexed:
            return
        page = compose_article_page(outline, self._article(outline.path))
        if not is_current:
            digest = self.publication.put(renderer.render_page(page))
            made.pages[outline.url] = PageRow(key=key, digest=digest)
        if shard and not is_indexed:
            digest = self.index.put(shard, outline.slug, renderer.render_document(page))
            made.documents[outline.slug] = PageRow(key=document_key, digest=digest)

    def _article(self, path: str) -> Article:
        place = self.places.get(path)
        return recall_article(self.spool, place) if place else read_article(self.content, path)[1]

    @staticmethod
    def _render(page: Page | Feed | Sitemap, renderer: Renderer) -> Artifact:
        match page:
            case Feed():
                return renderer.render_feed(page)
            case Sitemap():
                return renderer.render_sitemap(page)
            case _:
                return renderer.render_page(page)


def file_paths(recipes: Sequence[Recipe], base: str) -> dict[str, str]:
    """Address to path of each page's file."""
    here = Addresses(base)
    return {recipe.url: here.output_path(recipe.url) for recipe in recipes}
