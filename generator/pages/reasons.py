"""Why names lead to people, as pages say it: whom a name was taken for, how sure that is, and who may be the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.catalog import Catalog, Ground, PersonLink, PossiblySame
from generator.model.page import Alike, Count, Inference, Unlinked
from generator.model.words import Words
from generator.pages.views import Views

# What the catalog says of names and contexts (generator.catalog.joining and its neighbours), in the site's language.
_PHRASES: list[tuple[re.Pattern[str], Callable[..., str]]] = [
    (re.compile(pattern + "(?=[;,] |$)"), say)
    for pattern, say in (
        ("one letter", lambda words: words.gettext("one letter differs")),
        ("an initial", lambda words: words.gettext("an initial")),
        ("a form of a given name", lambda words: words.gettext("another form of the given name")),
        ("spelling", lambda words: words.gettext("spelling")),
        ("a name left out", lambda words: words.gettext("a name left out")),
        ("a suffix", lambda words: words.gettext("a suffix such as Jr.")),
        ("surname", lambda words: words.gettext("the surname alone")),
        (
            r"same office \((.*)\)",
            lambda words, office: words.gettext("the same office ({office})").format(office=office),
        ),
        (
            r"(\d+) shared companions?",
            lambda words, number: words.ngettext(
                "{n} person named with both", "{n} people named with both", int(number)
            ).format(n=number),
        ),
        ("named in one article as two", lambda words: words.gettext("one article names both")),
        (r"fits (\d+) people", lambda words, number: words.gettext("fits {n} people").format(n=number)),
        (
            "fits (?:both )?(.+) and (.+?)",
            lambda words, one, other: words.gettext("fits {one} and {other}").format(one=one, other=other),
        ),
        ("the same name", lambda words: words.gettext("the same name")),
        ("a name of the record", lambda words: words.gettext("a name of the record")),
        (
            r"(\d+)% likely a name",
            lambda words, percent: words.gettext("likely to be a name: {percent} %").format(percent=percent),
        ),
        ("may be (.+)", lambda words, name: words.gettext("may be {name}").format(name=name)),
    )
]


def say_reason(reason: str, words: Words) -> str:
    """A reason of the catalog's in the site's language; as it is where it says anything else."""
    rest = whole = reason.removeprefix("inferred: ")
    said = []
    while rest:
        for pattern, say in _PHRASES:
            if match := pattern.match(rest):
                said.append(say(words, *match.groups()))
                rest = rest[match.end() :].lstrip(";, ")
                break
        else:
            return whole
    return ", ".join(said)


def _percent(confidence: float) -> int:
    return round(confidence * 100)


def find_link(links: Iterable[PersonLink], id_: str) -> PersonLink | None:
    """What leads to a person most surely, of the names of an article; None when nothing does."""
    own = [link for link in links if link.id == id_]
    return own[0] if len(own) == 1 else max(own, key=lambda link: link.confidence, default=None)


def infer_mention(views: Views, id_: str, slug: str) -> Inference | None:
    """Why an article is taken to name a person; None where that is all but certain."""
    link = find_link(views.catalog.links_of.get(slug, ()), id_)
    if link is None or not link.is_doubtful:
        return None
    reason = say_reason(link.reason, views.words)
    return Inference(name=link.name, percent=_percent(link.confidence), reason=reason)


def list_inferences(views: Views, slug: str) -> tuple[Inference, ...]:
    """The names in an article that were taken for people's by likeness and context, or may be no person's."""
    people = views.catalog.people_of.get(slug, ())
    return tuple(
        Inference(
            name=link.name,
            percent=_percent(link.confidence),
            reason=say_reason(link.reason, views.words),
            person=views.person(link.id),
        )
        for link in views.catalog.links_of.get(slug, ())
        if link.is_doubtful and link.id in people
    )


def list_unlinked(views: Views, slug: str) -> tuple[Unlinked, ...]:
    """The names in an article that lead to nobody; with whom they fit, where nobody can tell who is meant."""
    names = views.catalog.names_of.get(slug, ())
    if not names:
        return ()
    doubts = {
        link.name: say_reason(link.reason, views.words)
        for link in views.catalog.links_of.get(slug, ())
        if link.ground is Ground.OPEN and link.confidence
    }
    return tuple(Unlinked(name=name, reason=doubts.get(name, "")) for name in names)


def count_grounds(views: Views, id_: str, slugs: Sequence[str]) -> tuple[Count, ...]:
    """On what it rests that articles name a person, and how many rest on each."""
    titles = {
        Ground.DECIDED: views.words.gettext("A person listed them"),
        Ground.RECORD: views.words.gettext("A name of the record"),
        Ground.NAME: views.words.gettext("The same name"),
        Ground.INFERRED: views.words.gettext("Inferred"),
    }
    links = (find_link(views.catalog.links_of.get(slug, ()), id_) for slug in slugs)
    counts = Counter(link.ground for link in links if link)
    return tuple(Count(title=title, count=counts[ground]) for ground, title in titles.items() if counts[ground])


def index_alike(catalog: Catalog) -> Mapping[str, Sequence[PossiblySame]]:
    """The pairs of each person who is possibly the same as another, by id."""
    pairs: defaultdict[str, list[PossiblySame]] = defaultdict(list)
    for pair in catalog.possibly_same:
        pairs[pair.one].append(pair)
        pairs[pair.other].append(pair)
    return pairs


def view_alike(views: Views, id_: str, pairs: Iterable[PossiblySame]) -> tuple[Alike, ...]:
    """Those who are possibly the same as a person, as their page lists them."""
    alike = []
    for pair in pairs:
        other = pair.other if pair.one == id_ else pair.one
        has_page = other in views.catalog.by_person
        record = views.catalog.authority.people.get(other)
        alike.append(
            Alike(
                title=record.name if record else other,
                url=views.here.person(other) if has_page else None,
                percent=_percent(pair.confidence),
                reason=say_reason(pair.reason, views.words),
            )
        )
    return tuple(alike)
