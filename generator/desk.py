"""The desk: a chapter of the ingest. It knows what was filed before, and files what is new below content/.

The order of writing is what makes an ingest safe to kill: the original, then the article, and last the record, which
says that both are there. Every file is written beside its place and moved there whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator.clean import choose_name
from generator.content import (
    Filed,
    format_front_matter,
    format_head,
    original_path,
    put_file,
    read_head,
    record_path,
)
from generator.enrich import find_subjects
from generator.errors import ContentError
from generator.model import value
from generator.model.article import Article
from generator.model.dating import Dating
from generator.model.raw import Capture
from generator.model.slug import slugify
from generator.model.subjects import SCHEME
from generator.store import Home, Ledger

_NAMES_ORIGINAL = re.compile(rb"^original_sha256: *[\"']?([0-9a-f]{64})", re.MULTILINE)


class Outcome(StrEnum):
    """What became of a raw page."""

    NEW = "new"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    """A person changed the article since; it was left alone."""
    TAKEN_OUT = "taken out"
    """A person deleted the article since; it was not brought back."""
    SAME = "same"
    """Another page of this ingest has the same bytes."""
    NO_ARTICLE = "no article"
    """It holds none. It is kept, and nothing is published of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ingested:
    """A raw page, and what became of it."""

    name: str
    outcome: Outcome
    path: str | None = None
    """Of its article below the content folder; None when there is none."""
    reason: str = ""
    """Why it holds no article; empty when it holds one."""
    article: Article | None = None
    """None when there is none, and when the page was ingested before."""
    counts: tuple[int, int] | None = None
    """Lines of the original with words of the article, and lines without any; None when it was ingested before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What cleaning made of a page, ready to be filed but for the place of its article."""

    article: Article
    filed: Filed
    """Without its passages."""
    passages: str
    """The rest of the record, as it is written."""
    counts: tuple[int, int]


class Desk:
    """Files articles, one after the other."""

    def __init__(self, content: Path, ledger: Ledger, *, dry_run: bool) -> None:
        """Use a ledger in which the articles that are there are listed; ``dry_run`` writes nothing."""
        self._content = content
        self._ledger = ledger
        self._dry_run = dry_run
        self._originals_known = False

    def look_up(self, name: str, sha256: str) -> Ingested | None:
        """What became of a page that was filed before; None when it was not."""
        try:
            filed = read_head(self._content, record_path(sha256))
        except ContentError:
            return None
        return self._tell(name, filed, sha256)

    def file(self, capture: Capture, sha256: str, draft: Draft, slug: str) -> Ingested:
        """File a page that was not filed before."""
        if draft.filed.set_aside:
            self._write(capture, sha256, draft, draft.filed)
            return Ingested(
                name=capture.name, outcome=Outcome.NO_ARTICLE, reason=draft.filed.set_aside, counts=draft.counts
            )
        known = self._find_unrecorded(original_path(sha256, capture.kind), sha256, slug)
        filed = replace(draft.filed, article=known or self._choose_path(draft.article, slug, sha256))
        self._write(capture, sha256, draft, filed)
        if known:
            return self._tell(capture.name, filed, sha256)
        return Ingested(
            name=capture.name, outcome=Outcome.NEW, path=filed.article, article=draft.article, counts=draft.counts
        )

    def open_sources(self, named: Mapping[str, str], homes: Mapping[str, Home]) -> None:
        """Write a record for each outlet, id to name, that has none.

        ``homes``: to its host each outlet that has one of its own, and then maybe a better name.
        """
        hosts: defaultdict[str, list[str]] = defaultdict(list)
        for host, home in sorted(homes.items()):
            hosts[home.id].append(host)
        for id_, name in sorted(named.items()):
            path = f"sources/{id_}.md"
            if not self._dry_run and not (self._content / path).exists():
                own = hosts.get(id_, [])
                name = choose_name(homes[host].name for host in own) if own else name
                values = {"name": name, "hosts": own} if own else {"name": name}
                put_file(self._content, path, format_front_matter(values, "").encode())

    def _tell(self, name: str, filed: Filed, sha256: str) -> Ingested:
        """What people have made of a page that was filed."""
        if filed.article is None:
            return Ingested(name=name, outcome=Outcome.NO_ARTICLE, reason=filed.set_aside)
        path: str | None = filed.article
        text = self._read(filed.article)
        if text is None:
            path = self._find_moved(sha256, filed.article)
            text = self._read(path) if path else None
        if path is None or text is None:
            return Ingested(name=name, outcome=Outcome.TAKEN_OUT)
        same = text == filed.settle(text).suggestion.encode()
        return Ingested(name=name, outcome=Outcome.UNCHANGED if same else Outcome.EDITED, path=path)

    def _read(self, path: str) -> bytes | None:
        try:
            with open(f"{self._content}/{path}", "rb") as file:  # noqa: PTH123  # half the time of Path.read_bytes
                return file.read()
        except OSError:
            return None

    def _find_moved(self, sha256: str, path: str) -> str | None:
        """Where the article of an original is now, if a person moved or renamed its file."""
        elsewhere = self._ledger.article(PurePosixPath(path).stem)
        if elsewhere and self._names_original(elsewhere) == sha256:
            return elsewhere
        if not self._originals_known:
            self._ledger.list_originals(self._read_originals())
            self._originals_known = True
        return self._ledger.article_of(sha256)

    def _find_unrecorded(self, original: str, sha256: str, slug: str) -> str | None:
        """The article of an original whose record is lost, or was not written any more; None when there is none."""
        if (self._content / original).exists():
            return self._find_moved(sha256, slug)
        path = self._ledger.article(slug)
        return path if path and self._names_original(path) == sha256 else None

    def _names_original(self, path: str) -> str | None:
        """The digest of the original that an article's file names."""
        match = _NAMES_ORIGINAL.search(self._read(path) or b"")
        return match[1].decode() if match else None

    def _read_originals(self) -> Iterator[tuple[str, str]]:
        for path in list(self._ledger.articles()):
            sha256 = self._names_original(path)
            if sha256:
                yield sha256, path

    def _choose_path(self, article: Article, slug: str, sha256: str) -> str:
        """Where the article goes: a slug that is taken gets the original's digest."""
        folder = choose_folder(article.published)
        if self._ledger.article(slug):
            slug = f"{slug}-{sha256[:8]}"
        path = f"articles/{folder}/{slug}.md"
        self._ledger.list_articles([(slug, path)])
        return path

    def _write(self, capture: Capture, sha256: str, draft: Draft, filed: Filed) -> None:
        """Write the original, the article unless it is there, and last the record, which says that both are."""
        if self._dry_run:
            return
        put_file(self._content, original_path(sha256, capture.kind), capture.data)
        if filed.article is not None and not (self._content / filed.article).exists():
            put_file(self._content, filed.article, filed.suggestion.encode())
        put_file(self._content, record_path(sha256), (format_head(filed) + draft.passages).encode())


def add_subjects(article: Article) -> Article:
    """An article with the subjects that its words tell."""
    return value.replace(article, subjects=suggest_subjects(article))


def suggest_subjects(article: Article) -> tuple[str, ...]:
    """The subjects that an article's words tell, best first."""
    text = "\n\n".join(filter(None, (article.standfirst, article.body)))
    return tuple(SCHEME + subject.id for subject in find_subjects(article.title, text))


def choose_folder(published: Dating) -> str:
    """The folder below ``articles/`` of an article that was published then: its year, if there is but one."""
    first, last = published.earliest, published.latest
    known = first and last and first.year == last.year and not (published.open_start or published.open_end)
    return f"{first.year:04}" if first and known else "undated"


def name_articles(drafts: "list[tuple[str, Draft]]") -> list[str]:
    """A slug for each of some drafts, given with their digests.

    Of equal titles the lowest digest has the plain slug, whatever the order, and the others get theirs added.
    """
    slugs = [slugify(draft.article.title) for _, draft in drafts]
    first: dict[str, str] = {}
    for slug, (sha256, draft) in zip(slugs, drafts, strict=True):
        if not draft.filed.set_aside:
            first[slug] = min(sha256, first.get(slug, sha256))
    return [
        slug if first.get(slug) == sha256 else f"{slug}-{sha256[:8]}"
        for slug, (sha256, _) in zip(slugs, drafts, strict=True)
    ]
