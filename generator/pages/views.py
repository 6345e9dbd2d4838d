"""Views: what the catalog holds, in the words that pages show."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.address import Addresses, safe_link
from generator.model.authority import Person
from generator.model.catalog import Card, Catalog, Naming
from generator.model.dating import Dating, Precision, describe_dating
from generator.model.page import DateView, Group, Item, Link, NameLink, Tally
from generator.model.subjects import find_media_topic, media_topics
from generator.model.value import replace
from generator.model.words import ENGLISH, Words

# Where identifiers lead. Sources: the formatter URLs that Wikidata states for its properties P214, P213.
_IDENTIFIER_ADDRESSES = {
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
    "viaf": ("VIAF", "https://viaf.org/viaf/{}/"),
    "isni": ("ISNI", "https://isni.org/isni/{}"),
}


_KEPT = 1024
"""Articles that are kept as lists show them: enough for those of a month, whose days show them too."""


@dataclass(frozen=True, slots=True)
class Views:
    """Makes the small things that many pages show, and keeps them."""

    catalog: Catalog
    here: Addresses
    host: str = ""
    """Scheme and host, to put before an address that must be absolute."""
    words: Words = ENGLISH
    _items: dict[str, Item] = field(default_factory=dict)
    _links: dict[str, Link] = field(default_factory=dict)
    _dates: dict[str, DateView] = field(default_factory=dict)
    _years: dict[str, str] = field(default_factory=dict)
    _apart: dict[int, str] = field(default_factory=dict)

    def item(self, slug: str) -> Item:
        """An article, as lists show it."""
        item = self._items.get(slug)
        if item is None:
            if len(self._items) >= _KEPT:
                self._items.clear()
            card = self.catalog.cards[slug]
            item = self._items[slug] = Item(
                title=card.title,
                url=self.here.article(slug),
                summary=card.details.summary,
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
                text=describe_dating(dating, self.words),
                machine=_machine(dating),
                certain=not dating.uncertain and bool(dating.spans),
                url=self._date_url(dating),
                edtf=dating.edtf,
            )
        return view

    def article_link(self, slug: str) -> Link:
        """A link to an article."""
        return Link(title=self.catalog.cards[slug].title, url=self.here.article(slug))

    def index_link(self, kind: str) -> Link:
        """A link to the index of ``people``, ``topics``, ``sources`` or ``dates``."""
        titles = {
            "people": self.words.gettext("People"),
            "topics": self.words.gettext("Topics"),
            "sources": self.words.gettext("Sources"),
            "dates": self.words.gettext("Dates"),
        }
        return self._link(self.here.index(kind), titles[kind])

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

    def top_sources(self, slugs: Iterable[str], most: int) -> tuple[Tally, ...]:
        """The outlets of most of the articles."""
        counts = Counter(source for slug in slugs if (source := self.catalog.cards[slug].source))
        return tuple(self.tally(self.outlet(id_), n) for id_, n in rank(counts)[:most])

    def source_shares(self, slugs: Sequence[str], most: int) -> tuple[Tally, ...]:
        """The outlets of most of the articles, each with its share of them."""
        return tuple(
            replace(tally, detail=self.words.gettext("{n} %").format(n=round(100 * tally.count / len(slugs))))
            for tally in self.top_sources(slugs, most)
        )

    def namings(self, slug: str, id_: str) -> list[Naming]:
        """How an article names a person."""
        bearers = self._bearers(slug)
        namings = self.catalog.cards[slug].details.namings
        return [naming for naming in namings if bearers.get(naming.person or naming.name) == id_]

    def name_links(self, slug: str) -> tuple[NameLink, ...]:
        """Every name that the text of an article may hold, with the forms that mean one person only."""
        people, here = self.catalog.authority.people, self.here
        forms: dict[str | None, list[str]] = {}
        for id_ in self.catalog.people_of.get(slug, ()):
            person = people[id_]
            forms[id_] = [person.name, *(variant for variant in person.variants if " " in variant)]
        bearers = self._bearers(slug)
        for naming in self.catalog.cards[slug].details.namings:
            forms.setdefault(bearers.get(naming.person or naming.name), []).extend((naming.name, *naming.forms))
        meant: dict[str, str | None] = {}
        shared = {form for id_, names in forms.items() for form in names if meant.setdefault(form, id_) != id_}
        return tuple(
            NameLink(
                url=None if id_ is None else here.person(id_),
                forms=tuple(form for form in dict.fromkeys(names) if form not in shared),
            )
            for id_, names in forms.items()
        )

    def _bearers(self, slug: str) -> dict[str, str | None]:
        """Who bears the names that lead anywhere in an article, of its people; None when that is nobody."""
        people = self.catalog.people_of.get(slug, ())
        links = self.catalog.links_of.get(slug, ())
        return {link.name: link.id if link.id in people else None for link in reversed(links)}  # the first counts

    def by_year(self, slugs: Sequence[str]) -> tuple[Group, ...]:
        """Articles under their years, in the order given."""
        groups: dict[str, list[str]] = {}
        for slug in slugs:
            groups.setdefault(self.year_title(slug), []).append(slug)
        return tuple(
            Group(title=title, url=self.year_url(title), items=self.items(group), id=year_anchor(title))
            for title, group in groups.items()
        )

    def year_title(self, slug: str) -> str:
        """The year under which lists have an article, or what is said of the undated."""
        published = self.catalog.cards[slug].published
        title = self._years.get(published.edtf)
        if title is None:
            earliest = published.earliest
            title = self._years[published.edtf] = str(earliest.year) if earliest else self.words.gettext("Undated")
        return title

    def year_url(self, title: str) -> str:
        """Where the heading of a year leads."""
        return self.here.year(int(title)) if title.isdigit() else self.here.undated

    def days_apart(self, days: int) -> str:
        """How much later, or earlier where ``days`` is negative, something was published, in the unit that fits."""
        text = self._apart.get(days)
        if text is None:
            text = self._apart[days] = _say_days(days, self.words)
        return text

    def _date_url(self, dating: Dating) -> str:
        if not dating.spans:
            return self.here.undated
        first, last = dating.spans[0]
        if dating.precision is Precision.DAY:
            return self.here.day(first.year, first.month, first.day)
        if dating.precision is Precision.MONTH or (first.year, first.month) == (last.year, last.month):
            return self.here.month(first.year, first.month)
        return self.here.year(first.year)


def _say_days(days: int, words: Words) -> str:
    apart = abs(days)
    months, years = round(apart / 30.44), round(apart / 365.25)
    if not apart:
        return words.gettext("the same day")
    if apart < 60:
        if days > 0:
            return words.ngettext("{n} day later", "{n} days later", apart)
        return words.ngettext("{n} day earlier", "{n} days earlier", apart)
    if apart < 730:
        if days > 0:
            return words.ngettext("{n} month later", "{n} months later", months)
        return words.ngettext("{n} month earlier", "{n} months earlier", months)
    if days > 0:
        return words.ngettext("{n} year later", "{n} years later", years)
    return words.ngettext("{n} year earlier", "{n} years earlier", years)


def year_anchor(title: str) -> str:
    """The id of the heading of a year, or of the undated, in any language."""
    return title if title.isdigit() else "undated"


def rank(counts: Counter[str]) -> list[tuple[str, int]]:
    """Most frequent first, ties by id."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def describe_life(person: Person, words: Words = ENGLISH) -> str:
    """When somebody lived, in words; empty when nothing is known."""
    born, died = (day and describe_dating(day, words) for day in (person.born, person.died))
    if born and died:
        return words.gettext("{first} to {last}").format(first=born, last=died)
    if born:
        return words.gettext("born {day}").format(day=born)
    return words.gettext("died {day}").format(day=died) if died else ""


_IPTC = "IPTC"
# The address that IPTC itself gives for its concepts.
_SUBJECT_ADDRESS = "https://cv.iptc.org/newscodes/mediatopic/{}"


def subject_link(id_: str) -> Link:
    """A link from a concept of the IPTC Media Topics to where IPTC defines it."""
    return Link(title=media_topics()[id_].label, url=_SUBJECT_ADDRESS.format(id_))


def identifier_links(identifiers: dict[str, str]) -> tuple[Link, ...]:
    """Links to the outside records that identifiers name; unknown schemes and unsafe values are left out."""
    links = []
    for scheme, value in identifiers.items():
        if scheme.lower() == "iptc" and (subject := find_media_topic(value)):
            links.append(Link(title=f"{_IPTC}: {subject.label}", url=subject_link(subject.id).url))
        name, address = _IDENTIFIER_ADDRESSES.get(scheme.lower(), ("", ""))
        if name and value.replace(":", "").isalnum() and (url := safe_link(address.format(value))):
            links.append(Link(title=name, url=url))
    return tuple(links)


def _machine(dating: Dating) -> str:
    if dating.uncertain or not dating.spans:
        return ""
    day = dating.spans[0][0].isoformat()
    return {Precision.DAY: day, Precision.MONTH: day[:7], Precision.YEAR: day[:4]}.get(dating.precision, "")
