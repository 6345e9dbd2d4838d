"""Reading: the files of articles → their cards, in several processes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalog import CERTAIN, Found, find_excerpt, make_card, share_values
from generator.content import read_article, record_path
from generator.engine import share, spread
from generator.enrich import (
    NO_MATCHES,
    OWN,
    KnownNames,
    PersonFound,
    Recogniser,
    Vocabulary,
    capitalises_nouns,
    find_signature,
    load_recogniser,
    lower_nouns,
)
from generator.errors import ContentError, Problem
from generator.model.article import Article
from generator.model.authority import Authority
from generator.model.catalog import Card, Naming
from generator.model.slug import is_slug, slugify
from generator.model.value import Value, pack, unpacker
from generator.publish import digest_of
from generator.store import ArticleRow, Entry, Place, Spool


class _Record(Value, frozen=True, array_like=True):
    """What was read of a file, on its way from the process that read it."""

    number: int
    """Of the file, among those that are read."""
    card: Card | None
    problems: tuple[Problem, ...]
    place: Place | None


_unpack = unpacker(_Record)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, by path."""

    rows: dict[str, ArticleRow]
    places: dict[str, Place]
    """Where the articles themselves wait in the spool, if there is one."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What texts are searched for, and by whom."""

    topics: Vocabulary
    people: KnownNames
    recogniser: str
    """Who finds people where nobody has decided who is named, as ``site.toml`` calls it."""
    find_people: Recogniser

    @classmethod
    def of(cls, authority: Authority, recogniser: str) -> "Lexicon":
        """The lexicon of an archive's records. Raises SiteError when there is no such recogniser."""
        vocabulary, known = Vocabulary(authority.topics.values()), KnownNames(authority.people)
        return cls(vocabulary, known, recogniser, load_recogniser(recogniser))


def read_articles(
    content: Path,
    stamps: Mapping[str, str],
    lexicon: Lexicon,
    spool: Spool | None,
    jobs: int,
    advance: Callable[[int], None] = lambda _: None,
    prepare: Callable[[], None] = lambda: None,
) -> Read:
    """Read every file named in ``stamps``, paths below ``content``; put the articles themselves into ``spool``.

    ``prepare``: what this process does first, once others read.
    """
    paths = list(stamps)

    def read(numbers: Iterable[int]) -> bytes:
        return _join(_Record(number, *_read(content, paths[number], lexicon, spool)) for number in numbers)

    anew = Read({}, {})
    for part in share(read, range(len(paths)), jobs, advance, prepare):
        for record in _split(part):
            path = paths[record.number]
            card = record.card and share_values(record.card, path)
            anew.rows[path] = ArticleRow(stamp=stamps[path], card=card, problems=record.problems)
            if record.place:
                anew.places[path] = record.place
    return anew


def _join(records: Iterable[_Record]) -> bytes:
    """Records in one piece, which leaves no holes in memory, as many small ones do."""
    joined = bytearray()
    for record in records:
        data = pack(record)
        joined += len(data).to_bytes(4, "little") + data
    return bytes(joined)


def _split(joined: bytes) -> Iterator[_Record]:
    """The records that were joined."""
    start, whole = 0, memoryview(joined)
    while start < len(whole):
        end = start + 4 + int.from_bytes(whole[start : start + 4], "little")
        yield _unpack(whole[start + 4 : end])
        start = end


def _read(
    content: Path, path: str, lexicon: Lexicon, spool: Spool | None
) -> tuple[Card | None, tuple[Problem, ...], Place | None]:
    try:
        data, article, problems = read_article(content, path)
    except ContentError as error:
        return None, error.problems, None
    found = _find_people(article, lexicon)
    namings = _find_namings(article, found)
    headline, *parts = _passages(article)
    text = "\n\n".join(parts)
    matches = lexicon.topics.match(text, headline) if article.topics is None else NO_MATCHES
    card = make_card(
        article,
        slug=_slug_of(path),
        path=path,
        digest=digest_of(data),
        named=tuple(person.name for _, person in found) if article.people is None else (),
        roles=tuple((person.name, role) for _, person in found for role in person.roles),
        matched=tuple(topic.id for topic in matches.found),
        grounds=tuple(f"{'^' * topic.in_headline}{topic.terms[0]}" for topic in matches.found),
        barred=matches.barred,
        words=find_signature(headline, text),
        namings=namings,
        record=record_path(article.original_sha256) if article.original_sha256 else None,
    )
    return card, tuple(problems), spool.append(article) if spool else None


def read_names(content: Path, stamps: Mapping[str, str], lexicon: Lexicon, jobs: int) -> "list[Entry[Found]]":
    """Whom the articles at the paths named in ``stamps`` were found to name, where nobody has decided it."""

    def read(paths: Iterable[str]) -> "list[Entry[Found]]":
        return [_read_names(content, path, stamps[path], lexicon) for path in paths]

    return [entry for part in spread(read, list(stamps), jobs) for entry in part]


def _read_names(content: Path, path: str, stamp: str, lexicon: Lexicon) -> "Entry[Found]":
    slug = _slug_of(path)
    try:
        _, article, _ = read_article(content, path)
    except ContentError:
        return Entry(path=path, stamp=stamp, day=0, slug=slug, found=None)
    day = article.published.earliest
    people = [person for _, person in _find_people(article, lexicon)] if article.people is None else None
    found = (
        None
        if people is None
        else Found(
            article=path,
            names=tuple(person.name for person in people),
            roles=tuple((person.name, role) for person in people for role in person.roles),
            doubts={person.name: chance for person in people if (chance := _chance_of(person)) < CERTAIN},
            year=day.year if day else None,
        )
    )
    return Entry(path=path, stamp=stamp, day=day.toordinal() if day else 0, slug=slug, found=found)


def _slug_of(path: str) -> str:
    name = path.rpartition("/")[2].removesuffix(".md")
    return name if is_slug(name) else slugify(name)


def _chance_of(person: PersonFound) -> int:
    """In per cent, how likely it is that the surest mention of somebody names a person."""
    return round(100 * max(person.chances, default=1.0))


def _passages(article: Article) -> tuple[str, ...]:
    """The words of an article, part by part; the body is the third."""
    captions = (caption.text for caption in article.captions)
    return article.title, article.standfirst or "", article.body, *captions


def _find_people(article: Article, lexicon: Lexicon) -> Sequence[tuple[str | None, PersonFound]]:
    """The people whom an article names, each with what its front matter calls them; all, when nobody has decided."""
    text = "\n\n".join(_passages(article))
    if article.people is None:
        if lexicon.recogniser == OWN and capitalises_nouns(article.language):
            text = lower_nouns(text, lexicon.people.sure_words)
        return [(None, person) for person in lexicon.find_people(text, lexicon.people.sure)]
    return lexicon.people.find(article.people, text)


def _find_namings(article: Article, found: Iterable[tuple[str | None, PersonFound]]) -> tuple[Naming, ...]:
    """How an article names its people."""
    title, standfirst, body, *_ = _passages(article)
    start = len(title) + len(standfirst) + 4
    return tuple(
        Naming(
            name=person.name,
            forms=person.aliases,
            excerpt=find_excerpt(
                body,
                ((first - start, last - start) for first, last in person.mentions if 0 <= first - start < len(body)),
            ),
            person=key,
            chance=_chance_of(person),
        )
        for key, person in found
    )
