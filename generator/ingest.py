"""The ingest: raw pages → articles, originals and cleaning records below content/.

A page is known by the digest of its bytes. What was ingested before is left as it is, with whatever people made of it.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator.clean import Cleaned, Outlets, clean_page, learn_furniture
from generator.content import (
    Filed,
    format_article,
    format_filed,
    original_path,
    read_article,
    read_filed,
    read_library,
    record_path,
)  # fmt: skip
from generator.errors import ContentError, OutputError, Problem, Where
from generator.model.article import Article
from generator.model.authority import Source
from generator.model.raw import RawPage
from generator.model.slug import slugify
from generator.site import Site


class Outcome(StrEnum):
    """What became of a raw page."""

    NEW = "new"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person changed the article since; it was left alone."""
    TAKEN_OUT = "taken out"
    """A person deleted the article since; it was not brought back."""
    SAME = "same"
    """Another page of this batch has the same bytes."""
    NO_ARTICLE = "no article"
    """It holds none. It is kept, and nothing is published of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ingested:
    """A raw page, and what became of it."""

    name: str
    outcome: Outcome
    path: str | None
    """Of its article below the content folder; None when there is none."""
    article: Article | None
    kept: int
    """Lines of the original with words of the article."""
    removed: int
    """Lines of the original without any."""


def ingest(site: Site, pages: Iterable[RawPage | Problem], *, dry_run: bool = False) -> Iterator[Ingested | Problem]:
    """Clean raw pages and file them below content/, telling of each as it is done; ``dry_run`` writes nothing.

    Raises ContentError when there is no content folder, OutputError when it cannot be written to.
    """
    library = read_library(site.content)
    readable = []
    for page in pages:
        if isinstance(page, RawPage):
            readable.append(page)
        else:
            yield page
    cleaned = clean_pages(readable, library.authority.sources.values())
    desk = _Desk(site.content, library.articles, dry_run=dry_run)
    for page, sha256, result, slug in _name_articles(readable, cleaned):
        yield desk.file(page, sha256, result, slug)


def clean_pages(pages: Sequence[RawPage], sources: Iterable[Source]) -> list[Cleaned]:
    """Clean pages together, so that lines repeated across the pages of one source tell."""
    outlets = Outlets.of(sources)
    furniture = learn_furniture(pages)
    return [clean_page(page, outlets=outlets, known=furniture) for page in pages]


def _name_articles(pages: Sequence[RawPage], cleaned: Sequence[Cleaned]) -> Iterator[tuple[RawPage, str, Cleaned, str]]:
    """Each page with its digest and slug; of equal titles the lowest digest has the plain slug, whatever the order."""
    digests = [hashlib.sha256(page.data).hexdigest() for page in pages]
    slugs = [slugify(result.article.title) for result in cleaned]
    first: dict[str, str] = {}
    for slug, digest in zip(slugs, digests, strict=True):
        first[slug] = min(digest, first.get(slug, digest))
    for page, digest, result, slug in zip(pages, digests, cleaned, slugs, strict=True):
        yield page, digest, result, slug if first[slug] == digest else f"{slug}-{digest[:8]}"


class _Desk:
    """Files articles, one after the other."""

    def __init__(self, content: Path, articles: Iterable[str], *, dry_run: bool) -> None:
        self._content = content
        self._dry_run = dry_run
        self._taken = {PurePosixPath(path).stem: path for path in articles}
        self._by_original: dict[str, str] | None = None
        self._seen: set[str] = set()

    def file(self, page: RawPage, sha256: str, cleaned: Cleaned, slug: str) -> Ingested:
        """File a page, unless it was before."""
        kept, removed = cleaned.record.count_lines()

        def tell(outcome: Outcome, path: str | None = None) -> Ingested:
            article = cleaned.article if path else None
            return Ingested(name=page.name, outcome=outcome, path=path, article=article, kept=kept, removed=removed)

        if sha256 in self._seen:
            return tell(Outcome.SAME)
        self._seen.add(sha256)
        filed = read_filed(self._content, sha256)
        if filed is not None:
            outcome, path = self._look_up(filed, sha256)
            return tell(outcome, path)
        if not cleaned.article.title or not cleaned.article.body:
            self._write(page, sha256, Filed(record=cleaned.record, article=None, suggestion=""))
            return tell(Outcome.NO_ARTICLE)
        article = replace(cleaned.article, original=original_path(sha256), original_sha256=sha256)
        known = None
        if slug in self._taken or (self._content / original_path(sha256)).exists():
            known = self._find_moved(sha256)  # it was filed before, and its record is lost
        path = known or self._choose_path(article, slug, sha256)
        filed = Filed(record=cleaned.record, article=path, suggestion=format_article(article))
        self._write(page, sha256, filed)
        return tell(*self._look_up(filed, sha256)) if known else tell(Outcome.NEW, path)

    def _look_up(self, filed: Filed, sha256: str) -> tuple[Outcome, str | None]:
        """What became of a page that was filed before."""
        if filed.article is None:
            return Outcome.NO_ARTICLE, None
        path: str | None = filed.article
        if PurePosixPath(filed.article).stem not in self._taken or not (self._content / filed.article).exists():
            path = self._find_moved(sha256)
        if path is None:
            return Outcome.TAKEN_OUT, None
        text = (self._content / path).read_bytes()
        return (Outcome.UNCHANGED if text == filed.suggestion.encode() else Outcome.EDITED), path

    def _find_moved(self, sha256: str) -> str | None:
        """Where the article of an original is now, if a person renamed or moved its file."""
        if self._by_original is None:
            self._by_original = {}
            for path in self._taken.values():
                try:
                    _, article, _ = read_article(self._content, path)
                except ContentError:
                    continue  # what is wrong with it is for check and build to say
                if article.original_sha256:
                    self._by_original[article.original_sha256] = path
        return self._by_original.get(sha256)

    def _choose_path(self, article: Article, slug: str, sha256: str) -> str:
        """Where the article goes: a slug that is taken gets the original's digest."""
        first, last = article.published.earliest, article.published.latest
        folder = f"{first.year:04}" if first and last and first.year == last.year else "undated"
        if slug in self._taken:
            slug = f"{slug}-{sha256[:8]}"
        path = f"articles/{folder}/{slug}.md"
        self._taken[slug] = path
        return path

    def _write(self, page: RawPage, sha256: str, filed: Filed) -> None:
        """Write the original, the article unless it is there, and last the record, which says that both are."""
        if self._dry_run:
            return
        self._put(original_path(sha256), page.data)
        if filed.article is not None and not (self._content / filed.article).exists():
            self._put(filed.article, filed.suggestion.encode())
        self._put(record_path(sha256), format_filed(filed).encode())

    def _put(self, path: str, data: bytes) -> None:
        target = self._content / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_name(f".{target.name}.partial")
            partial.write_bytes(data)
            os.replace(partial, target)  # noqa: PTH105  # replaces at once, where Path.rename may not
        except OSError as error:
            raise OutputError(
                Problem(
                    where=Where(path=f"{self._content.name}/{path}"),
                    what=f"It cannot be written: {error.strerror}.",
                    remedy="See to its permissions and the space on the disk; what was filed until now is safe.",
                )
            ) from error
