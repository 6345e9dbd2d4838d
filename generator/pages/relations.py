"""Why articles have their topics, and what they have in common, in words."""

from collections.abc import Iterator

from generator.model.authority import split_reference
from generator.model.catalog import Card, Relation
from generator.model.page import Ground, Link, RelatedArticle
from generator.pages.views import Views, subject_link

_NAMES, _WORDS = 3, 3
"""Most people and words that are said to be shared."""
_STEM = 5
"""Letters by which a word is the same as one that the other reasons have told already: Russia, Russian."""


def view_related(views: Views, slug: str) -> tuple[RelatedArticle, ...]:
    """The articles that have most in common with one."""
    say, quote = views.words.gettext("both say {words}"), views.words.gettext("“{word}”")
    related = []
    for relation in views.catalog.related_of.get(slug, ()):
        item = views.item(relation.slug)
        reasons = list(_reasons(views, relation))
        told = " ".join(reasons).lower()
        if words := [quote.format(word=word) for word in relation.words if word[:_STEM].lower() not in told]:
            reasons.append(say.format(words=", ".join(words[:_WORDS])))
        related.append(
            RelatedArticle(
                title=item.title,
                url=item.url,
                language=item.language,
                date=item.date.text,
                reason=" · ".join(reasons),
            )
        )
    return tuple(related)


def _reasons(views: Views, relation: Relation) -> Iterator[str]:
    if relation.people:
        yield ", ".join(views.person(id_).title for id_ in relation.people[:_NAMES])
    yield from (views.topic(id_).title for id_ in relation.topics[:2])
    if relation.days is not None:
        yield views.days_apart(relation.days)


def view_grounds(views: Views, slug: str) -> tuple[Ground, ...]:
    """Why an article has its topics, when nobody has decided them."""
    card = views.catalog.cards[slug]
    if card.topics is not None:
        return ()
    terms = dict(zip(card.matched, card.details.grounds, strict=False))
    return tuple(
        Ground(topic=views.topic(id_), reason=_say_ground(views, card, id_, terms.get(id_)))
        for id_ in views.catalog.topics_of.get(slug, ())
    )


def _say_ground(views: Views, card: Card, id_: str, term: str | None) -> str:
    words = views.words
    if term is None:
        return _say_reference(views, card, id_)
    text = words.gettext("“{term}” in the headline") if term[0] == "^" else words.gettext("“{term}” in the text")
    return text.format(term=term.removeprefix("^"))


def _say_reference(views: Views, card: Card, id_: str) -> str:
    """What a topic's record refers to that led to it."""
    people = views.catalog.people_of.get(card.slug, ())
    for reference in map(split_reference, views.catalog.authority.topics[id_].terms):
        match reference:
            case ("person", person) if person in people:
                return views.words.gettext("names {person}").format(person=views.person(person).title)
            case ("source", source) if source == card.source:
                return views.words.gettext("from {source}").format(source=views.outlet(source).title)
    return views.words.gettext("by its subject")


def view_subjects(card: Card) -> tuple[Link, ...]:
    """The subjects of an article, each a link to where IPTC defines it."""
    return tuple(map(subject_link, card.subjects))
