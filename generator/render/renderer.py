"""The renderer: a page → the file that shows it."""

from generator.errors import Problem, TemplateError
from generator.model.address import Addresses, safe_link
from generator.model.article import Article
from generator.model.artifact import Artifact
from generator.model.files import DataFile, ExportRow, Feed, SiteFile, Sitemap, Table, TextFile
from generator.model.page import ArticlePage, Page, SiteView
from generator.model.value import as_json
from generator.render.documents import render_document
from generator.render.exports import TABLE_COLUMNS, export_line, export_table_row, render_table, write_rows
from generator.render.feeds import render_feed, render_sitemap
from generator.render.markup import render_markdown
from generator.render.theme import Theme


class Renderer:
    """Renders the pages of one site with one theme."""

    def __init__(self, theme: Theme, site: SiteView) -> None:
        """Render with ``theme``; ``site`` is what every template sees."""
        self._theme = theme
        self._site = site
        self._here = Addresses(site.base)

    def render_page(self, page: Page) -> Artifact:
        """The file of any page but an article's. Raises TemplateError that names template, line and page."""
        return self._artifact(page.url, self._run(page))

    @staticmethod
    def render_document(page: ArticlePage) -> str:
        """What is searched for an article."""
        return render_document(page, render_markdown(page.body))

    def render_file(self, file: SiteFile) -> Artifact:
        """The file of a feed, a list of addresses, or of data."""
        return self._artifact(file.url, self._write(file))

    def _write(self, file: SiteFile) -> str:
        match file:
            case Feed():
                return render_feed(file, self._site)
            case Sitemap():
                return render_sitemap(file)
            case DataFile():
                return as_json(file.values) + "\n"
            case TextFile():
                return file.text
            case Table():
                return render_table(file)

    @staticmethod
    def render_export(row: ExportRow, article: Article) -> tuple[bytes, bytes]:
        """An article in a download: its line of JSON, and its row of the table."""
        original_url = safe_link(article.url)
        line, table_row = export_line(row, article, original_url), export_table_row(row, article, original_url)
        return line.encode("utf-8", "replace"), table_row.encode("utf-8", "replace")

    @staticmethod
    def export_head() -> bytes:
        """The first line of the table of articles, which names its columns."""
        return write_rows([TABLE_COLUMNS]).encode()

    def _run(self, page: Page) -> str:
        try:
            return self._theme.render(page.template, site=self._site, page=page)
        except TemplateError as error:
            raise TemplateError(
                Problem(where=p.where, what=p.what, remedy=f"Correct the template; the page {page.url} asks for it.")
                for p in error.problems
            ) from error

    def _artifact(self, url: str, text: str) -> Artifact:
        # A lone surrogate cannot be written as UTF-8; it is shown as the replacement character.
        return Artifact(path=self._here.output_path(url), data=text.encode("utf-8", "replace"))
