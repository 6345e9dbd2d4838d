"""Pages of sources, and their index."""

from collections.abc import Iterator
from functools import partial

from generator.model.address import safe_link
from generator.model.page import IndexPage, Link, SourcePage
from generator.model.slug import slugify
from generator.pages.indexes import letter_groups
from generator.pages.lists import Slice, cut_list
from generator.pages.recipe import Recipe
from generator.pages.views import Views


def plan_sources(views: Views, size: int) -> Iterator[Recipe]:
    """The pages of every outlet that something was taken from, and their index."""
    here = views.here
    for id_, slugs in views.catalog.by_source.items():
        for part in cut_list(slugs, here.source(id_), size, here):
            yield Recipe(url=part.url, make=partial(_source_page, views, id_, part), shows=part.slugs)
    yield Recipe(url=here.index("sources"), make=partial(_index_page, views), shows=())


def _source_page(views: Views, id_: str, part: Slice) -> SourcePage:
    source = views.catalog.authority.sources[id_]
    url, front = views.here.source(id_), part.is_front
    return SourcePage(
        url=part.url,
        title=source.name,
        description=views.words.gettext("Articles from {source}").format(source=source.name),
        crumbs=_crumbs(views, source.name, url, part),
        feed=views.here.feed(url),
        groups=views.by_year(part.slugs),
        pager=part.pager,
        count=len(views.catalog.by_source[id_]) if front else None,
        homepage=safe_link(source.url) if front else None,
        note=source.note if front else "",
    )


def _crumbs(views: Views, name: str, url: str, part: Slice) -> tuple[Link, ...]:
    index = views.index_link("sources")
    return (index,) if part.is_front else (index, Link(title=name, url=url))


def _index_page(views: Views) -> IndexPage:
    by_source = views.catalog.by_source
    entries = [(views.outlet(id_), len(slugs)) for id_, slugs in by_source.items()]
    own = views.index_link("sources")
    return IndexPage(
        url=own.url,
        title=own.title,
        description=views.words.gettext("All sources"),
        noun="sources",
        groups=letter_groups((slugify(entry.title), views.tally(entry, count)) for entry, count in entries),
        count=len(by_source),
    )
