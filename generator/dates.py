"""What the commands on dates do: infer them for pages, list them, state one, reconsider those that were inferred."""

from collections.abc import Iterable, Iterator

from generator.dating import date_page, read_terms
from generator.errors import Problem
from generator.model.dating import Belief
from generator.model.raw import RawPage
from generator.site import Site


def infer_dates(
    pages: Iterable[RawPage | Problem],
    site: Site | None,
    *,
    named: bool = True,
    window: tuple[int, int] | None = None,
) -> Iterator[tuple[RawPage, Belief] | Problem]:
    """When each page was published; ``named``: whether its name is that of a file, which may hold a day.

    ``site``: whose records of people tell terms of office. ``window``: the first and last year that pages may be of.
    Raises ContentError when the site has no content folder.
    """
    terms = read_terms(site)
    for page in pages:
        if isinstance(page, Problem):
            yield page
        else:
            yield page, date_page(page, terms, file_name=page.name if named else "", window=window)
