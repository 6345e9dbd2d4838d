"""Pages of people, and their index in three orders."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from generator.model.authority import Office, Person
from generator.model.catalog import PossiblySame
from generator.model.dating import Dating, Precision
from generator.model.page import (
    Companion,
    Form,
    IndexPage,
    Link,
    Mention,
    MentionGroup,
    PersonPage,
    Sentence,
    Tally,
    TallyGroup,
)  # fmt: skip
from generator.model.slug import slugify
from generator.pages.charts import draw_offices, years_of
from generator.pages.filing import filing_word
from generator.pages.indexes import letter_groups
from generator.pages.lists import Slice, cut_list
from generator.pages.reasons import count_grounds, index_alike, infer_mention, view_alike
from generator.pages.recipe import Recipe
from generator.pages.views import Views, describe_life, identifier_links, rank, year_anchor
from generator.pages.years import chart_years

COMPANIONS = 12
FORMS = 24
"""Most forms of a name that are shown; the rest are misprints."""

BANDS = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
"""The least numbers of articles under the headings of the index by count."""


def plan_people(views: Views, size: int) -> Iterator[Recipe]:
    """The pages of every person who is named, and their indexes."""
    here = views.here
    alike = index_alike(views.catalog)
    for id_, slugs in views.catalog.by_person.items():
        parts = cut_list(slugs, here.person(id_), size, here)
        make = partial(_front_page, views, id_, parts, alike.get(id_, ()))
        yield Recipe(url=parts[0].url, make=make, shows=slugs)
        for part in parts[1:]:
            yield Recipe(url=part.url, make=partial(_older_page, views, id_, part), shows=part.slugs)
    yield from _plan_indexes(views)


def _front_page(views: Views, id_: str, parts: Sequence[Slice], alike: Sequence[PossiblySame]) -> PersonPage:
    person, slugs = views.catalog.authority.people[id_], views.catalog.by_person[id_]
    url = views.here.person(id_)
    forms = _count_forms(views, id_, slugs)
    printed = {form.text.casefold() for form in forms}
    dated = [day for slug in slugs if (day := views.catalog.cards[slug].published.earliest)]
    offices, ticks = draw_offices(person.offices, max(dated, default=None), views.words)
    companions, columns = _view_companions(views, id_, slugs)
    return PersonPage(
        url=url,
        title=person.name,
        description=views.words.gettext("Articles that name {person}").format(person=person.name),
        crumbs=(views.index_link("people"),),
        feed=views.here.feed(url),
        groups=_group_mentions(views, id_, parts[0].slugs),
        pager=parts[0].pager,
        count=len(slugs),
        forms=() if [form.text for form in forms] == [person.name] else forms[:FORMS],
        variants=tuple(variant for variant in person.variants if variant.casefold() not in printed),
        offices=offices,
        office_ticks=ticks,
        life=describe_life(person, views.words),
        identifiers=identifier_links(person.identifiers),
        verified=person.verified,
        grounds=count_grounds(views, id_, slugs),
        alike=view_alike(views, id_, alike),
        note=person.note,
        years=chart_years(views, parts),
        companions=companions,
        companion_years=columns,
        topics=views.top_topics(slugs, COMPANIONS),
        sources=views.top_sources(slugs, COMPANIONS),
        linked_data=_describe(person, views.host + url),
    )


def _older_page(views: Views, id_: str, part: Slice) -> PersonPage:
    person = views.catalog.authority.people[id_]
    url = views.here.person(id_)
    return PersonPage(
        url=part.url,
        title=person.name,
        description=views.words.gettext("Articles that name {person}").format(person=person.name),
        crumbs=(views.index_link("people"), Link(title=person.name, url=url)),
        feed=views.here.feed(url),
        groups=_group_mentions(views, id_, part.slugs),
        pager=part.pager,
        count=None,
        forms=(),
        variants=(),
        offices=(),
        office_ticks=(),
        life="",
        identifiers=(),
        verified=person.verified,
        grounds=(),
        alike=(),
        note="",
        years=None,
        companions=(),
        companion_years=(),
        topics=(),
        sources=(),
        linked_data={},
    )


# ---- What articles say


def _group_mentions(views: Views, id_: str, slugs: Iterable[str]) -> tuple[MentionGroup, ...]:
    """Articles under their years, each with the sentence that names the person first."""
    groups: dict[str, list[Mention]] = {}
    for slug in slugs:
        mention = Mention(
            item=views.item(slug),
            sentence=_find_sentence(views, id_, slug),
            inference=infer_mention(views, id_, slug),
        )
        groups.setdefault(views.year_title(slug), []).append(mention)
    return tuple(
        MentionGroup(id=year_anchor(title), title=title, url=views.year_url(title), mentions=tuple(mentions))
        for title, mentions in groups.items()
    )


def _find_sentence(views: Views, id_: str, slug: str) -> Sentence | None:
    for naming in views.namings(slug, id_):
        if naming.excerpt:
            places = [(naming.excerpt.find(form), -len(form), form) for form in (naming.name, *naming.forms)]
            at, _, form = min((place for place in places if place[0] >= 0), default=(0, 0, ""))
            return Sentence(before=naming.excerpt[:at], name=form, after=naming.excerpt[at + len(form) :])
    return None


def _count_forms(views: Views, id_: str, slugs: Sequence[str]) -> tuple[Form, ...]:
    """Every form of the name that articles print, with its earliest article; most frequent first."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for slug in slugs:
        forms = {form for naming in views.namings(slug, id_) for form in (naming.name, *naming.forms)}
        counts.update(forms)
        if views.catalog.cards[slug].published.spans:  # the undated stand last
            first |= dict.fromkeys(forms, slug)
        else:
            first = dict.fromkeys(forms, slug) | first
    return tuple(
        Form(
            text=form,
            count=count,
            first=views.article_link(first[form]),
            date=views.date(views.catalog.cards[first[form]].published),
        )
        for form, count in rank(counts)
    )


def _view_companions(views: Views, id_: str, slugs: Sequence[str]) -> tuple[tuple[Companion, ...], tuple[str, ...]]:
    """The people most often named in the same articles, counted by year; and the years."""
    people_of = views.catalog.people_of
    totals = Counter(other for slug in slugs for other in people_of.get(slug, ()) if other != id_)
    most = [other for other, _ in rank(totals)[:COMPANIONS]]
    by_year: Counter[tuple[str, str]] = Counter()
    for slug in slugs:
        if met := [other for other in people_of.get(slug, ()) if other in most]:
            year = views.year_title(slug)
            by_year.update((other, year) for other in met)
    years = tuple(sorted({year for _, year in by_year}, key=lambda year: (len(year), year)))
    return tuple(
        Companion(
            title=link.title,
            url=link.url,
            count=totals[other],
            counts=tuple(by_year[other, year] for year in years),
        )
        for other in most
        for link in (views.person(other),)
    ), years


# ---- schema.org


def _describe(person: Person, url: str) -> dict[str, Any]:
    """The person as https://schema.org/Person; what is not known is left out."""
    links = identifier_links(person.identifiers)
    facts = {
        "alternateName": list(person.variants),
        "sameAs": [link.url for link in links],
        "identifier": [
            {"@type": "PropertyValue", "propertyID": scheme, "value": value}
            for scheme, value in person.identifiers.items()
        ],
        "birthDate": _exact(person.born),
        "deathDate": _exact(person.died),
        "hasOccupation": [_describe_office(office) for office in person.offices],
    }
    known = {name: value for name, value in facts.items() if value}
    return {"@context": "https://schema.org", "@type": "Person", "name": person.name, "url": url} | known


def _describe_office(office: Office) -> dict[str, Any]:
    """An office as a https://schema.org/Role, which is how schema.org says when."""
    name = f"{office.title}, {office.organisation}" if office.organisation else office.title
    facts = {"startDate": _exact(office.start), "endDate": _exact(office.end)}
    role = {"@type": "Role", "hasOccupation": {"@type": "Occupation", "name": name}}
    return role | {name: day for name, day in facts.items() if day}


def _exact(dating: Dating | None) -> str:
    """A day, month or year that is certain, as in ISO 8601; else empty."""
    if dating is None or dating.uncertain or dating.precision not in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return ""
    return dating.edtf


# ---- The index


def _plan_indexes(views: Views) -> Iterator[Recipe]:
    """The index in each order that says anything. Below ``by/`` no person's own page can stand."""
    url = views.here.index("people")
    orders = {views.words.gettext("A to Z"): (url, _by_letter)}
    if views.catalog.by_person:
        orders[views.words.gettext("By count")] = (f"{url}by/count/", _by_count)
    if any(person.offices for person in _named(views)):
        orders[views.words.gettext("By office")] = (f"{url}by/office/", _by_office)
    links = tuple(Link(title=title, url=url) for title, (url, _) in orders.items())
    for link in links:
        yield Recipe(url=link.url, make=partial(_index_page, views, link, links, orders[link.title][1]), shows=())


def _index_page(
    views: Views, order: Link, orders: tuple[Link, ...], group: Callable[[Views], tuple[TallyGroup, ...]]
) -> IndexPage:
    is_first = order is orders[0]
    title = (
        views.index_link("people").title
        if is_first
        else views.words.gettext("People: {order}").format(order=order.title)
    )
    return IndexPage(
        url=order.url,
        title=title,
        description=views.words.gettext("All people"),
        crumbs=() if is_first else (views.index_link("people"),),
        noun="people",
        groups=group(views),
        count=len(views.catalog.by_person),
        orders=orders if len(orders) > 1 else (),
    )


def _named(views: Views) -> Iterator[Person]:
    """Everybody who has a page."""
    return (views.catalog.authority.people[id_] for id_ in views.catalog.by_person)


def _tally(views: Views, person: Person, detail: str = "") -> Tally:
    """Somebody in an index; with what is said of an office, or that nobody has verified them."""
    count = len(views.catalog.by_person[person.id])
    detail = detail or ("" if person.verified else views.words.gettext("not verified"))
    return Tally(title=person.name, url=views.here.person(person.id), count=count, detail=detail)


def _by_letter(views: Views) -> tuple[TallyGroup, ...]:
    return letter_groups((filing_word(person), _tally(views, person)) for person in _named(views))


def _by_count(views: Views) -> tuple[TallyGroup, ...]:
    """Most articles first, under round numbers."""
    bands: dict[int, list[tuple[int, str, Tally]]] = {}
    for person in _named(views):
        tally = _tally(views, person)
        least = next(band for band in BANDS if tally.count >= band)
        bands.setdefault(least, []).append((-tally.count, filing_word(person), tally))
    return tuple(
        TallyGroup(
            id=f"from-{least}",
            title=views.words.ngettext("{n} article", "{n} articles", 1)
            if least == 1
            else views.words.ngettext("{n} article or more", "{n} articles or more", least),
            tallies=tuple(tally for *_, tally in sorted(entries, key=lambda entry: (*entry[:2], entry[2].url))),
        )
        for least, entries in sorted(bands.items(), reverse=True)
    )


def _by_office(views: Views) -> tuple[TallyGroup, ...]:
    """Offices by title, and under each those who held it, by organisation and time."""
    groups: dict[str, list[tuple[str, str, Tally]]] = {}
    titles: dict[str, str] = {}
    for person in _named(views):
        for office in person.offices:
            key = slugify(office.title)
            titles[key] = min(titles.get(key, office.title), office.title)
            detail = ", ".join(part for part in (office.organisation, years_of(office, views.words)) if part)
            start = office.start.edtf if office.start else ""
            entry = (slugify(office.organisation or "-"), start, _tally(views, person, detail))
            groups.setdefault(key, []).append(entry)
    return tuple(
        TallyGroup(
            id=key,
            title=titles[key],
            tallies=tuple(tally for *_, tally in sorted(entries, key=lambda entry: (*entry[:2], entry[2].url))),
        )
        for key, entries in sorted(groups.items())
    )
