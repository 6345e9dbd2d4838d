"""Redirects: every address that something had before, and where it is now. One table for pages and for hosts."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from generator.errors import Problem, Where
from generator.model.authority import former_ids
from generator.model.slug import is_slug
from generator.pages.views import Views


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A former address, and the one that it leads to; both site-rooted."""

    source: str
    target: str


def find_moves(views: Views, urls: Set[str]) -> tuple[tuple[Move, ...], list[Problem]]:
    """Every former address that nothing else stands at, and what is wrong with the others.

    ``urls`` are the addresses of the site's pages; what has no page any more leads nowhere.
    """
    moves: dict[str, Move] = {}
    problems = []
    for alias, url, target, path in _former(views):
        wrong = None
        if not is_slug(alias):  # it would name a file anywhere
            wrong = f'"{alias}" cannot stand in an address.'
        elif url in urls or url in moves:
            wrong = f"The former address {url} is in use."
        if wrong:
            where = Where(path=f"content/{path}", key="aliases")
            problems.append(Problem(where=where, what=wrong, remedy="Take it out of the aliases."))
        elif target in urls:
            moves[url] = Move(source=url, target=target)
    return tuple(moves.values()), problems


def _former(views: Views) -> Iterator[tuple[str, str, str, str]]:
    """Each former slug or id, its address, where it leads, and the file that says so."""
    here, authority = views.here, views.catalog.authority
    for card in views.catalog.cards.values():
        for alias in card.aliases:
            yield alias, here.article(alias), here.article(card.slug), card.path
    for alias, id_ in former_ids(authority.people).items():  # the catalog has said which others lead nowhere
        yield alias, here.person(alias), here.person(id_), f"people/{id_}.md"
    for topic in authority.topics.values():
        for alias in topic.aliases:
            yield alias, here.topic(alias), here.topic(topic.id), f"topics/{topic.id}.md"
    for source in authority.sources.values():
        for alias in source.aliases:
            yield alias, here.source(alias), here.source(source.id), f"sources/{source.id}.md"
