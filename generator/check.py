"""The check: everything that is wrong with content/ and with the built site, without changing either."""

import hashlib
from datetime import date
from pathlib import Path

from generator.catalog import compile_catalog
from generator.content import IS_IT_A_SLIP, locate, read_article, read_library, tell_future
from generator.engine import count_jobs
from generator.errors import ContentError, Problem, Severity, Where
from generator.pages import plan_pages
from generator.publish import check_links
from generator.reading import Lexicon, read_articles
from generator.site import Site


def check(site: Site, *, links: bool = True, today: date | None = None) -> list[Problem]:
    """Every problem of the content and, where a site was built, of its links.

    ``today``: articles that are published later are told; None for not. Raises GeneratorError as ``build``.
    """
    library = read_library(site.content)
    lexicon = Lexicon.of(library.authority, site.settings.people.recogniser)
    read = read_articles(site.content, dict.fromkeys(library.articles, ""), lexicon, None, count_jobs())
    cards = [row.card for row in read.rows.values() if row.card]
    unread = [problem for row in read.rows.values() for problem in row.problems]
    catalog, unsettled = compile_catalog(
        cards, library.authority, library.text_pages, page_threshold=site.settings.people.page_threshold
    )
    plan = plan_pages(site, catalog, ())
    problems = [*library.problems, *unread, *unsettled, *plan.problems]
    for card in catalog.cards.values():
        problems.extend(_check_original(site.content, card.path))
        if today and (what := tell_future(card.published, today)):
            where = Where(path=f"{site.content.name}/{card.path}", key="published")
            problems.append(Problem(where=where, what=what, remedy=IS_IT_A_SLIP, severity=Severity.WARNING))
    if links and site.output.is_dir():
        problems.extend(check_links(site.output, site.base, site.settings.url))
    return [locate(site.content, problem) for problem in problems]


def _check_original(content: Path, path: str) -> list[Problem]:
    """Whether the raw page that an article was made from is still there, byte for byte."""
    try:
        _, article, _ = read_article(content, path)
    except ContentError:
        return []  # said when it was read for the catalog
    if article.original is None:
        return []
    where = Where(path=f"{content.name}/{path}", key="original")
    try:
        data = (content / article.original).read_bytes()
    except (OSError, ValueError):  # a path that cannot be one is not there either
        return [Problem(where=where, what=f'"{article.original}" is not there.', remedy="Bring the original back.")]
    if article.original_sha256 and hashlib.sha256(data).hexdigest() != article.original_sha256:
        return [
            Problem(
                where=where,
                what=f'"{article.original}" is not what was saved: its SHA-256 differs.',
                remedy="Bring the original back as it was.",
            )
        ]
    return []
