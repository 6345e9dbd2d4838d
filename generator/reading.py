"""Reading: the files of articles → their cards, in several processes."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.catalog import make_card
from generator.content import read_article, record_path
from generator.engine import spread
from generator.enrich import PersonFound, Vocabulary, find_people
from generator.errors import ContentError
from generator.model.slug import is_slug, slugify
from generator.publish import digest_of
from generator.store import ArticleRow, Place, Spool

Read = dict[str, tuple[ArticleRow, Place | None]]
"""Path to what was read, and where the article itself waits in the spool; None when there is none."""


def read_articles(
    content: Path,
    stamps: Mapping[str, str],
    vocabulary: Vocabulary,
    spool: Spool | None,
    jobs: int,
    advance: Callable[[int], None] = lambda _: None,
) -> Read:
    """Read every file named in ``stamps``, paths below ``content``; put the articles themselves into ``spool``."""

    def read(paths: Iterable[str]) -> Read:
        return {path: _read(content, path, stamps[path], vocabulary, spool) for path in paths}

    rows: Read = {}
    for part in spread(read, list(stamps), jobs, advance):
        rows.update(part)
    return rows


def _read(
    content: Path, path: str, stamp: str, vocabulary: Vocabulary, spool: Spool | None
) -> tuple[ArticleRow, Place | None]:
    try:
        data, article, problems = read_article(content, path)
    except ContentError as error:
        return ArticleRow(stamp=stamp, card=None, problems=error.problems), None
    found: tuple[PersonFound, ...] = ()
    matched: tuple[str, ...] = ()
    if article.people is None or article.topics is None:
        captions = (caption.text for caption in article.captions)
        text = "\n\n".join((article.title, article.standfirst or "", article.body, *captions))
        found = find_people(text) if article.people is None else ()
        matched = tuple(topic.id for topic in vocabulary.match(text)) if article.topics is None else ()
    name = PurePosixPath(path).stem
    card = make_card(
        article,
        slug=name if is_slug(name) else slugify(name),
        path=path,
        digest=digest_of(data),
        named=tuple(person.name for person in found),
        roles=tuple((person.name, role) for person in found for role in person.roles),
        matched=matched,
        record=record_path(article.original_sha256) if article.original_sha256 else None,
    )
    place = spool.append(article) if spool else None
    return ArticleRow(stamp=stamp, card=card, problems=tuple(problems)), place
