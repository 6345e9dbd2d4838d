"""Suggestions of topics: what an archive writes of again and again, and the rest of the world does not."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.content import read_article, read_library
from generator.engine import count_jobs, spread
from generator.enrich import find_people
from generator.enrich.phrases import find_phrases, measure_surprise
from generator.errors import ContentError
from generator.model.authority import Authority
from generator.site import Site

FEWEST_ARTICLES = 3
FEWEST_SOURCES = 2
"""From so many articles and sources on a phrase is suggested; of one source alone where the archive has only one."""
EXAMPLES = 3
_WITHIN = 0.7
"""The share of a phrase's articles that a longer one holding it may have, before the shorter one is left out."""
_LONGEST_SENTENCE = 240


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A sentence with a phrase."""

    path: str
    """Of the article's file below ``content/``."""
    sentence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicSuggestion:
    """A phrase that may be a topic of the archive."""

    name: str
    score: float
    """Grows with the number of articles, and with how unusual the phrase is."""
    articles: int
    sources: int
    examples: tuple[Example, ...]


@dataclass(kw_only=True, slots=True)
class _Found:
    """Where a phrase was found."""

    count: int = 0
    paths: list[str]
    sources: set[str]
    examples: list[Example]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Read:
    """What one article holds."""

    path: str
    source: str
    words: int
    phrases: dict[str, tuple[int, str]]
    """Phrase to how often it stands there, and its first sentence."""


def suggest_topics(
    site: Site, *, most: int, jobs: int | None = None, advance: Callable[[int, int], None] = lambda *_: None
) -> list[TopicSuggestion]:
    """The phrases that are most likely topics, best first; none that a record names, hidden ones included.

    Raises ContentError when there is no content folder.
    """
    library = read_library(site.content)
    done = 0

    def add(number: int) -> None:
        nonlocal done
        done += number
        advance(done, len(library.articles))

    def read(paths: Iterable[str]) -> list[_Read]:
        return [found for path in paths if (found := _read(site, path)) is not None]

    articles = [each for part in spread(read, list(library.articles), count_jobs(jobs), add) for each in part]
    articles.sort(key=lambda article: article.path)
    return _rank(articles, library.authority, most)


def _read(site: Site, path: str) -> _Read | None:
    try:
        _, article, _ = read_article(site.content, path)
    except ContentError:
        return None  # check and build say what is wrong with it
    text = f"{article.title}.\n\n{article.standfirst or ''}\n\n{article.body}"
    people = {name for person in find_people(text) for name in (person.name, *person.aliases)}
    phrases: dict[str, tuple[int, str]] = {}
    for phrase, sentence in find_phrases(text):
        if not any(phrase in name or name in phrase for name in people):
            count, first = phrases.get(phrase, (0, sentence))
            phrases[phrase] = count + 1, first
    return _Read(path=path, source=article.source or "", words=len(text.split()), phrases=phrases)


def _rank(articles: Sequence[_Read], authority: Authority, most: int) -> list[TopicSuggestion]:
    total = sum(article.words for article in articles)
    fewest_sources = min(FEWEST_SOURCES, len({article.source for article in articles}))
    in_articles = Counter(phrase for article in articles for phrase in article.phrases)
    found: dict[str, _Found] = {}
    for article in articles:
        for phrase, (count, sentence) in article.phrases.items():
            if in_articles[phrase] < FEWEST_ARTICLES:
                continue
            place = found.setdefault(phrase, _Found(paths=[], sources=set(), examples=[]))
            place.count += count
            place.paths.append(article.path)
            place.sources.add(article.source)
            if len(place.examples) < EXAMPLES:
                place.examples.append(Example(path=article.path, sentence=_shorten(sentence, phrase)))
    forms = [(topic.name, *topic.variants, *topic.terms) for topic in authority.topics.values()]
    forms += [(source.name, *source.variants) for source in authority.sources.values()]
    forms += [(person.name, *person.variants) for person in authority.people.values()]
    known = {form.casefold() for names in forms for form in names}
    suggestions = [
        TopicSuggestion(
            name=phrase,
            score=round(len(place.paths) * measure_surprise(phrase, place.count, total), 1),
            articles=len(place.paths),
            sources=len(place.sources),
            examples=tuple(place.examples),
        )
        for phrase, place in found.items()
        if len(place.sources) >= fewest_sources and phrase.casefold() not in known
    ]
    suggestions.sort(key=lambda each: (-each.score, each.name))
    return _leave_out_parts(suggestions)[:most]


def _leave_out_parts(suggestions: Sequence[TopicSuggestion]) -> list[TopicSuggestion]:
    """The suggestions that no longer one holds in most of the same articles, and that do not only hold a better one."""
    kept: list[TopicSuggestion] = []
    for each in suggestions:
        padded = f" {each.name.casefold()} "
        longer = [o for o in suggestions if padded in f" {o.name.casefold()} " and o.name != each.name]
        shorter = [o for o in kept if f" {o.name.casefold()} " in padded]
        if each.score > 0 and not shorter and all(o.articles < _WITHIN * each.articles for o in longer):
            kept.append(each)
    return kept


def _shorten(sentence: str, phrase: str) -> str:
    """A sentence, cut to a readable length around a phrase."""
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    start = max(sentence.find(phrase) - _LONGEST_SENTENCE // 2, 0)
    return f"{'…' if start else ''}{sentence[start : start + _LONGEST_SENTENCE].strip()}…"
