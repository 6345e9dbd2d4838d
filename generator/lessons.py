"""Lessons: what an archive's records and articles teach about the lines of each source.

Lines that repeat across a source's pages are likely furniture. And corrections are a source's teachers: a line that
people took out of two of its articles is furniture on its next page, and a line that they moved back into one is not.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.clean import (
    KnownFurniture,
    Lines,
    Outlets,
    digest_lines,
    escape_markdown,
    find_repeated,
    host_of,
    pick_lines,
)  # fmt: skip
from generator.content import (
    Corrections,
    Filed,
    are_alike,
    find_article,
    find_shelved,
    find_shelves,
    gather_corrections,
    map_originals,
    read_field,
    read_head,
    read_record,
    read_text,
)  # fmt: skip
from generator.engine import spread
from generator.errors import ContentError
from generator.intake import read_fields
from generator.model.cleaning import CleaningRecord, Passage, Verdict
from generator.model.slug import slugify

_BULLET = re.compile(r"[•·▪◦‣*–—-]\s+(?=\S)")
_MARK = re.compile(r"(?:#{1,6}|-) ")
"""What begins a heading or a list item of a body."""

COMPARED = 2000
"""Pages of a source that are compared; furniture shows itself on far fewer, and memory stays small."""

ENOUGH = 2
"""So many articles of a source must have lost a line at people's hands: one may have had reasons of its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lesson:
    """What is known of a source's lines."""

    repeated: frozenset[int] = frozenset()
    """Digests of lines that stand on several of its pages."""
    removed: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    """As :class:`KnownFurniture` has them."""

    def for_page(self, text: str) -> KnownFurniture:
        """What is known of the lines of one page."""
        return KnownFurniture(lines=pick_lines(text, self.repeated), removed=self.removed, kept=self.kept)


Lessons = Mapping[str | None, Lesson]
"""By the id of a source; None for pages of which no source is known. These teach nothing but repetition."""


def learn_lessons(
    content: Path,
    records: Sequence[str],
    articles: Mapping[str, Sequence[str]],
    outlets: Outlets,
    *,
    jobs: int,
    advance: Callable[[int], None] = lambda _: None,
) -> tuple[Lessons, dict[str, str | None]]:
    """What an archive teaches, and the source that each of its ``records``, paths below ``content``, was counted to.

    ``articles`` tells where the articles of an original are, by its digest. The source of a page is what people say it
    is, or else what its own lines tell, so that it does not change with what the cleaner makes of the page.
    """

    def look(paths: Iterable[str]) -> list[_Look]:
        return [found for path in paths if (found := _look_at(content, path, articles, outlets))]

    looks = sorted(
        (found for part in spread(look, records, jobs, advance) for found in part), key=lambda found: found.path
    )
    return _draw_all(looks, repetition=True), {found.path: found.source for found in looks}


def learn_corrections(content: Path, articles: Iterable[str], outlets: Outlets, *, jobs: int) -> Lessons:
    """What people's corrections alone teach; many times as quick, because articles that nobody edited tell nothing.

    ``articles`` are the paths of all articles.
    """

    def look(shelves: Iterable[str]) -> list[str | _Look]:
        paths = (path for shelf in shelves for path in find_shelved(content, shelf))
        return [found for path in paths if (found := _look_for_edits(content, path, outlets))]

    found = [result for part in spread(look, find_shelves(content), jobs) for result in part]
    moved = [path for path in found if isinstance(path, str)]
    looks = [result for result in found if isinstance(result, _Look)]
    if moved:
        originals = map_originals(content, articles)
        looks += [shown for path in moved if (shown := _look_at(content, path, originals, outlets))]
    return _draw_all(looks, repetition=False)


def recognise_source(text: str, url: str | None, outlets: Outlets) -> str | None:
    """The outlet of a page, by its address or else its lines; None when it is not clear."""
    by_host = outlets.find_host(host_of(url))
    return by_host or outlets.recognise([Passage(1, Verdict.FURNITURE, "", line) for line in text.splitlines()])


@dataclass(frozen=True, kw_only=True, slots=True)
class _Look:
    """What one record and its article show."""

    path: str
    source: str | None
    lines: Lines
    removed: frozenset[str] = field(default_factory=frozenset)
    kept: frozenset[str] = field(default_factory=frozenset)


def _look_for_edits(content: Path, path: str, outlets: Outlets) -> "str | _Look | None":
    """What a record shows whose article people edited; the path where the article is elsewhere; None for the others."""
    try:
        filed = read_head(content, path)
    except ContentError:
        return None
    if filed.article is None:
        return None
    try:
        mine = read_text(content, filed.article)
    except ContentError:
        return path
    if mine == filed.suggestion and filed.corrections == Corrections():
        return None
    return _look_at(content, path, {}, outlets)


def _look_at(content: Path, path: str, articles: Mapping[str, Sequence[str]], outlets: Outlets) -> _Look | None:
    """What a record shows; None when it cannot be read."""
    try:
        filed = read_record(content, path)
        return _read_look(content, path, filed, articles, outlets)
    except ContentError:
        return None


def _read_look(
    content: Path, path: str, filed: Filed, articles: Mapping[str, Sequence[str]], outlets: Outlets
) -> _Look:
    lines = join_lines(filed.record)
    text = "\n".join(lines)
    corrections, decided = _read_corrections(content, filed, articles)
    return _Look(
        path=path,
        source=_source_of(filed, decided, text, outlets),
        lines=digest_lines(text),
        removed=frozenset(find_lines(lines, _taken_out(corrections))),
        kept=frozenset(find_lines(lines, corrections.kept)),
    )


def _source_of(filed: Filed, decided: str | None, text: str, outlets: Outlets) -> str | None:
    """The source of a record's page: as people decided, as they said when it was taken in, as address or lines tell."""
    given = read_fields(filed.origin.get("given", {}))
    name = decided or given.stated.site
    if name:
        return outlets.find(name) or slugify(name)
    url = given.url or filed.origin.get("url") or (read_field(filed.suggestion, "url") if filed.suggestion else None)
    return recognise_source(text, url, outlets)


def _draw_all(looks: Iterable[_Look], *, repetition: bool) -> Lessons:
    """The lessons of all sources."""
    by_source: dict[str | None, list[_Look]] = {}
    for found in looks:
        by_source.setdefault(found.source, []).append(found)
    return {
        source: Lesson(
            repeated=find_repeated([page.lines for page in pages[:COMPARED]]) if repetition else frozenset(),
            **(_teach(pages) if source else {}),
        )
        for source, pages in by_source.items()
    }


def _teach(pages: Sequence[_Look]) -> dict[str, frozenset[str]]:
    """The lines of one source that people took out, and those that they moved back in, which weighs more."""
    kept = frozenset().union(*(page.kept for page in pages))
    counts = Counter(line for page in pages for line in page.removed)
    removed = frozenset(line for line, count in counts.items() if count >= ENOUGH)
    return {"removed": removed - kept, "kept": kept}


def _read_corrections(
    content: Path, filed: Filed, articles: Mapping[str, Sequence[str]]
) -> tuple[Corrections, str | None]:
    """What people decided about an article until now; and its source, where that was their decision."""
    path = find_article(content, filed, articles)
    if path is None:
        return filed.corrections, None
    try:
        mine = read_text(content, path)
        filed = filed.settle(mine.encode())
        corrections = gather_corrections(filed.suggestion, mine, filed.corrections)
        decided = read_field(mine, "source") if "source" in corrections.fields else None
    except ContentError:
        return filed.corrections, None
    return corrections, decided


def _taken_out(corrections: Corrections) -> Iterator[str]:
    """Paragraphs that people took out whole, and did not put in again in other words."""
    for text in corrections.removed:
        if not any(are_alike(text, other) for other in corrections.kept):
            yield text


def join_lines(record: CleaningRecord) -> list[str]:
    """The lines of a record's original that bear words, without surrounding blanks."""
    lines: dict[int, str] = {}
    for number, _, _, text in record.passages:
        lines[number] = lines.get(number, "") + text
    return list(filter(None, map(str.strip, lines.values())))


def find_lines(lines: Iterable[str], blocks: Iterable[str]) -> Iterator[str]:
    r"""The lines of an original that paragraphs, headings or items of an article's body are.

    >>> list(find_lines(["Home", "• A *boat*"], [r"- A \*boat\*", "Typed by hand."]))
    ['• A *boat*']
    """
    by_form: dict[str, str] = {}
    for line in lines:
        bare = _BULLET.sub("", line, count=1)
        for form in (" ".join(line.split()), " ".join(bare.split()), escape_markdown(line), escape_markdown(bare)):
            by_form.setdefault(form, line)
    for block in blocks:
        form = " ".join(_MARK.sub("", block, count=1).split())
        if form in by_form:
            yield by_form[form]
