"""Pages that show how articles were cleaned: planned without records, composed when the record is at hand."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from generator.model.catalog import Card
from generator.model.cleaning import CleaningRecord, Verdict
from generator.model.page import CleaningOutline, CleaningPage, Count
from generator.pages.recipe import Recipe
from generator.pages.views import Views


def plan_cleanings(views: Views, records: Mapping[str, str]) -> Iterator[Recipe]:
    """An outline for every article with a cleaning record; ``records`` maps their paths to stamps.

    Search engines need not know these pages: what they hold is furniture, or stands on the article's own page.
    """
    for slug, card in views.catalog.cards.items():
        if card.record is not None and card.record in records:
            make = partial(_outline, views, card, card.record, records[card.record])
            yield Recipe(url=views.here.cleaning(slug), make=make, listed=False, shows=(slug,))


def _outline(views: Views, card: Card, record: str, stamp: str) -> CleaningOutline:
    return CleaningOutline(
        url=views.here.cleaning(card.slug),
        title=views.words.gettext("How this was cleaned"),
        article=views.article_link(card.slug),
        language=card.language,
        record=record,
        stamp=stamp,
    )


def compose_cleaning_page(outline: CleaningOutline, record: CleaningRecord | None) -> CleaningPage:
    """The page on a cleaning: its outline, and what the record says; None when it cannot be read."""
    record = record or CleaningRecord(name="", sha256="", encoding="", cleaner=0, passages=())
    kept, removed = record.count_lines()
    reasons = Counter([reason for _, verdict, reason, _ in record.passages if verdict is Verdict.FURNITURE])
    return CleaningPage(
        url=outline.url,
        title=outline.title,
        article=outline.article,
        language=outline.language,
        name=record.name,
        sha256=record.sha256,
        encoding=record.encoding,
        cleaner=record.cleaner,
        kept=kept,
        removed=removed,
        reasons=tuple(
            Count(title=reason, count=count)
            for reason, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
        findings=record.findings,
        passages=record.passages,
    )
