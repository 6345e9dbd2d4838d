"""Touched articles: those whose own pages may show that some cards changed."""

from collections.abc import Mapping

from generator.catalog.related import RelatedArticles
from generator.model.catalog import Card, Catalog, Touched
from generator.model.value import replace

MOST = 50
"""Changed cards of which it is sooner told what they touch than seen when all pages are looked at."""


def find_touched(catalog: Catalog, changed: Mapping[str, tuple[Card, Card]]) -> Touched | None:
    """The articles whose own pages may differ since some cards changed; None when any page of the site may.

    ``changed``: by path, a card as it was and as it is. All else that the ``catalog`` was compiled from is as it was. A
    card shows on its own page, on those of the articles before and after it, and on those to which it is related.
    """
    related = catalog.related_of
    if len(changed) > MOST or not isinstance(related, RelatedArticles):
        return None
    if not all(_are_settled_alike(former, card) for former, card in changed.values()):
        return None
    slugs = list(catalog.cards)
    places = {card.path: place for place, card in enumerate(catalog.cards.values()) if card.path in changed}
    former_words = {slugs[places[path]]: former.words for path, (former, _) in changed.items()}
    around = {slug for place in places.values() for slug in slugs[max(place - 1, 0) : place + 2]}
    return Touched(changed=frozenset(former_words), pages=frozenset(around | related.find_touched(former_words)))


def _are_settled_alike(former: Card, card: Card) -> bool:
    """Whether two cards differ in nothing by which people, topics and sources are settled, and articles ordered."""
    own = ("digest", "title", "packed", "words")
    is_alike = replace(former, **{name: getattr(card, name) for name in own}) == card
    return is_alike and former.details.namings == card.details.namings
