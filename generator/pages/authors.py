"""Authors: who is credited in a byline, each with the name that they are filed under."""

from functools import lru_cache

from generator.model.authority import Person
from generator.model.byline import ROLE, authors_of
from generator.model.page import Author
from generator.pages.filing import family_name


@lru_cache(maxsize=4096)  # the same few people write most of what an outlet prints
def read_authors(byline: str | None) -> tuple[Author, ...]:
    """The authors that a byline names.

    >>> [author.inverted for author in read_authors("By Ida Lund and Jaap de Hoop Scheffer")]
    ['Lund, Ida', 'Hoop Scheffer, Jaap de']
    >>> [author.inverted for author in read_authors("Reuters")]
    ['Reuters']
    """
    return tuple(_read(name) for name in authors_of(byline)) if byline else ()


def _read(name: str) -> Author:
    family = given = ""
    if " " in name and not ROLE.search(name):
        family = family_name(Person(id="", name=name))
        before, _, after = name.partition(family)
        given = " ".join(f"{before} {after}".split()).strip(" ,")
    if not given:
        return Author(name=name, family="", given="", inverted=name)
    return Author(name=name, family=family, given=given, inverted=f"{family}, {given}")
