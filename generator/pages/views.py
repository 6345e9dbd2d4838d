"""Views: what the catalog holds, in the words that pages show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.address import Addresses, safe_link
from generator.model.authority import Office, Person
from generator.model.catalog import Card, Catalog
from generator.model.dating import Dating, Precision
from generator.model.page import DateView, Group, Item, Link, OfficeView, Tally

# Where identifiers lead. Sources: the formatter URLs that Wikidata states for its properties P214, P213.
_IDENTIFIER_ADDRESSES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}/"),
    "isni": ("ISNI", "https://isni.org/isni/{}"),
    "iptc": ("IPTC", "https://cv.iptc.org/newscodes/mediatopic/{}"),
}


@dataclass(frozen=True, slots=True)
class Views:
    """Makes the small things that many pages show, each of them once."""

    catalog: Catalog
    here: Addresses
    _items: dict[str, Item] = field(default_factory=dict)
    _links: dict[str, Link] = field(default_factory=dict)
    _dates: dict[str, DateView] = field(default_factory=dict)

    def item(self, slug: str) -> Item:
        """An article, as lists show it."""
        item = self._items.get(slug)
        if item is None:
            card = self.catalog.cards[slug]
            item = self._items[slug] = Item(
                title=card.title,
                url=self.here.article(slug),
                summary=card.summary,
                date=self.date(card.published),
                source=self.source(card),
                language=card.language,
            )
        return item

    def items(self, slugs: Iterable[str]) -> tuple[Item, ...]:
        """Articles, as lists show them."""
        return tuple(map(self.item, slugs))

    def date(self, dating: Dating) -> DateView:
        """A dating, ready to show."""
        view = self._dates.get(dating.edtf)
        if view is None:
            view = self._dates[dating.edtf] = DateView(
                text=dating.display,
                machine=_machine(dating),
                certain=not dating.uncertain and bool(dating.spans),
                url=self._date_url(dating),
                edtf=dating.edtf,
            )
        return view

    def article_link(self, slug: str) -> Link:
        """A link to an article."""
        return Link(title=self.catalog.cards[slug].title, url=self.here.article(slug))

    def person(self, id_: str) -> Link:
        """A link to a person."""
        return self._link(self.here.person(id_), self.catalog.authority.people[id_].name)

    def topic(self, id_: str) -> Link:
        """A link to a topic."""
        return self._link(self.here.topic(id_), self.catalog.authority.topics[id_].name)

    def outlet(self, id_: str) -> Link:
        """A link to an outlet."""
        return self._link(self.here.source(id_), self.catalog.authority.sources[id_].name)

    def source(self, card: Card) -> Link | None:
        """A link to the outlet that an article was taken from."""
        return None if card.source is None else self.outlet(card.source)

    def _link(self, url: str, title: str) -> Link:
        return self._links.get(url) or self._links.setdefault(url, Link(title=title, url=url))

    def tally(self, link: Link, count: int) -> Tally:
        """A link with a count."""
        return Tally(title=link.title, url=link.url, count=count)

    def top_people(self, slugs: Iterable[str], most: int, besides: str | None = None) -> tuple[Tally, ...]:
        """The people named in most of the articles."""
        counts = Counter(id_ for slug in slugs for id_ in self.catalog.people_of.get(slug, ()))
        return tuple(self.tally(self.person(id_), n) for id_, n in rank(counts) if id_ != besides)[:most]

    def top_topics(self, slugs: Iterable[str], most: int) -> tuple[Tally, ...]:
        """The topics of most of the articles."""
        counts = Counter(id_ for slug in slugs for id_ in self.catalog.topics_of.get(slug, ()))
        return tuple(self.tally(self.topic(id_), n) for id_, n in rank(counts))[:most]

    def by_year(self, slugs: Sequence[str]) -> tuple[Group, ...]:
        """Articles under their years, in the order given."""
        groups: dict[str, list[str]] = {}
        for slug in slugs:
            groups.setdefault(self._year_title(self.catalog.cards[slug].published), []).append(slug)
        return tuple(
            Group(
                title=title,
                url=self.here.year(int(title)) if title.isdigit() else self.here.undated,
                items=self.items(group),
            )
            for title, group in groups.items()
        )

    def _year_title(self, dating: Dating) -> str:
        return str(dating.earliest.year) if dating.earliest else "Undated"

    def _date_url(self, dating: Dating) -> str:
        if not dating.spans:
            return self.here.undated
        first, last = dating.spans[0]
        if dating.precision is Precision.DAY:
            return self.here.day(first.year, first.month, first.day)
        if dating.precision is Precision.MONTH or (first.year, first.month) == (last.year, last.month):
            return self.here.month(first.year, first.month)
        return self.here.year(first.year)


def rank(counts: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first, ties by id."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def view_office(office: Office) -> OfficeView:
    """An office with its years in words."""
    title = f"{office.title}, {office.organisation}" if office.organisation else office.title
    start = office.start.earliest.year if office.start and office.start.earliest else None
    end = office.end.latest.year if office.end and office.end.latest else None
    if start and end:
        years = str(start) if start == end else f"{start} to {end}"
    elif start:
        years = f"since {start}"
    else:
        years = f"until {end}" if end else ""
    return OfficeView(title=title, years=years)


def describe_life(person: Person) -> str:
    """When somebody lived, in words; empty when nothing is known."""
    if person.born and person.died:
        return f"{person.born.display} to {person.died.display}"
    if person.born:
        return f"born {person.born.display}"
    return f"died {person.died.display}" if person.died else ""


def identifier_links(identifiers: dict[str, str]) -> tuple[Link, ...]:
    """Links to the outside records that identifiers name; unknown schemes and unsafe values are left out."""
    links = []
    for scheme, value in identifiers.items():
        name, address = _IDENTIFIER_ADDRESSES.get(scheme.lower(), ("", ""))
        if name and value.replace(":", "").isalnum() and (url := safe_link(address.format(value))):
            links.append(Link(title=name, url=url))
    return tuple(links)


def _machine(dating: Dating) -> str:
    if dating.uncertain or not dating.spans:
        return ""
    day = dating.spans[0][0].isoformat()
    return {Precision.DAY: day, Precision.MONTH: day[:7], Precision.YEAR: day[:4]}.get(dating.precision, "")
