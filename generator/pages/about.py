"""The page about the archive: what people wrote of it, how it was made, counts of everything, and known gaps."""

from collections.abc import Collection, Iterator
from functools import partial

from generator.model.authority import TextPage
from generator.model.catalog import Card
from generator.model.dating import Precision
from generator.model.page import AboutPage, Figure
from generator.pages.recipe import Recipe
from generator.pages.views import Views

ID = "about"
"""Of the page in ``content/pages/`` whose text stands first on it."""


def plan_about(views: Views, records: Collection[str]) -> Recipe:
    """The page about the archive, whether or not people wrote one; ``records`` are the cleaning records shown."""
    url = views.here.written(ID)
    make = partial(_about_page, views, url, records)
    return Recipe(url=url, make=make, tells_removed=bool(records), shows=())


def about_title(views: Views) -> str:
    """What the page is called, by whoever wrote it."""
    written = _written(views)
    return written.title if written else views.words.gettext("About this archive")


def _written(views: Views) -> TextPage | None:
    return next((page for page in views.catalog.text_pages if page.id == ID), None)


def _about_page(views: Views, url: str, records: Collection[str], removed: int = 0) -> AboutPage:
    written, title = _written(views), about_title(views)
    return AboutPage(
        url=url,
        title=title,
        description=title,
        body=written.body if written else "",
        cleaned=bool(records),
        holdings=tuple(_holdings(views, records, removed)),
        datings=tuple(_datings(views)),
        gaps=tuple(_gaps(views)),
        empty_years=_empty_years(views),
    )


def _holdings(views: Views, records: Collection[str], removed: int) -> Iterator[Figure]:
    catalog, here, gettext = views.catalog, views.here, views.words.gettext
    cards = catalog.cards.values()
    yield Figure(title=gettext("Articles"), count=len(cards), url=here.index("dates"))
    yield Figure(title=gettext("Sources"), count=len(catalog.by_source), url=here.index("sources"))
    yield Figure(title=gettext("People"), count=len(catalog.by_person), url=here.index("people"))
    yield Figure(title=gettext("Topics"), count=len(catalog.authority.topics), url=here.index("topics"))
    yield Figure(title=gettext("Languages"), count=len({card.language for card in cards}), url=None)
    made = sum(card.record is not None for card in cards)
    if made:
        yield Figure(
            title=gettext("Articles made from a saved page, which is kept byte for byte"), count=made, url=None
        )
    if records:
        shown = sum(card.record in records for card in cards)
        yield Figure(
            title=gettext("Articles that show what was removed from their page, and why"), count=shown, url=None
        )
        yield Figure(title=gettext("Lines that were removed from these pages"), count=removed, url=None)


def _datings(views: Views) -> Iterator[Figure]:
    """Articles by how well their date is known."""
    gettext = views.words.gettext
    kinds = {
        gettext("The day is known"): (lambda card: card.published.is_exact, None),
        gettext("Only the month or the year is known"): (_is_coarse, None),
        gettext("The date is believed, with reasons"): (_is_believed, None),
        gettext("Undated"): (lambda card: not card.published.spans, views.here.undated),
    }
    for title, (belongs, url) in kinds.items():
        if count := sum(map(belongs, views.catalog.cards.values())):
            yield Figure(title=title, count=count, url=url)


def _is_coarse(card: Card) -> bool:
    return card.published.precision in (Precision.MONTH, Precision.YEAR) and not card.published.uncertain


def _is_believed(card: Card) -> bool:
    dating = card.published
    return bool(dating.spans) and not dating.is_exact and not _is_coarse(card)


def _gaps(views: Views) -> Iterator[Figure]:
    """What the archive does not know, as far as it knows that."""
    catalog, gettext = views.catalog, views.words.gettext
    cards = catalog.cards.values()
    unchecked = sum(not catalog.authority.people[id_].verified for id_ in catalog.by_person)
    people = views.here.index("people")
    undated = sum(not card.published.spans for card in cards)
    for title, count, url in (
        (gettext("Articles of which no year is known"), undated, views.here.undated if undated else None),
        (gettext("Articles of which no source is known"), sum(card.source is None for card in cards), None),
        (gettext("Articles without a saved page"), sum(card.record is None for card in cards), None),
        (gettext("Articles without a topic"), sum(not catalog.topics_of.get(card.slug) for card in cards), None),
        (gettext("People whom only a program has found"), unchecked, people),
    ):
        if count:
            yield Figure(title=title, count=count, url=url)


def _empty_years(views: Views) -> tuple[str, ...]:
    """The years between the first and the last article that no article may be from."""
    held: set[int] = set()
    for card in views.catalog.cards.values():
        for first, last in card.published.spans:
            held.update((first.year, last.year))
    return tuple(str(year) for year in range(min(held), max(held)) if year not in held) if held else ()
