"""Suggestions of topics: what an archive writes of again and again, and the rest of the world does not."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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
_CONSIDERED = 10
"""How many phrases are looked at for one that is suggested: some are of one source, or parts of others."""
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
class _Counts:
    """How often phrases stand in some articles."""

    words: int = 0
    """Of all texts."""
    total: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)

    def add(self, other: "_Counts") -> None:
        """Count what stands in other articles too."""
        self.words += other.words
        self.total.update(other.total)
        self.articles.update(other.articles)


_Place = tuple[str, str, str]
"""Where a phrase stands: the path of an article, its source, and the sentence."""


def suggest_topics(
    site: Site, *, most: int, jobs: int | None = None, advance: Callable[[int, int], None] = lambda *_: None
) -> list[TopicSuggestion]:
    """The phrases that are most likely topics, best first; none that a record names, hidden ones included.

    The articles are read twice, first for numbers and then for sentences, so that memory holds no text. Raises
    ContentError when there is no content folder.
    """
    library = read_library(site.content)
    paths = list(library.articles)
    done = 0

    def add(number: int) -> None:
        nonlocal done
        done += number
        advance(done, 2 * len(paths))

    counts = _Counts()
    for part in spread(lambda some: _count(site, some), paths, count_jobs(jobs), add):
        counts.add(part)
    scores = _score(counts, library.authority, _CONSIDERED * most)
    places: dict[str, list[_Place]] = {phrase: [] for phrase in scores}
    for found in spread(lambda some: _place(site, some, list(scores)), paths, count_jobs(jobs), add):
        for phrase, here in found.items():
            places[phrase] += here
    return _rank(scores, places)[:most]


def _read_texts(site: Site, paths: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """The path, the source and the text of each article that can be read."""
    for path in paths:
        try:
            _, article, _ = read_article(site.content, path)
        except ContentError:
            continue  # check and build say what is wrong with it
        yield path, article.source or "", f"{article.title}.\n\n{article.standfirst or ''}\n\n{article.body}"


def _count(site: Site, paths: Iterable[str]) -> _Counts:
    counts = _Counts()
    for _, _, text in _read_texts(site, paths):
        names = [name for person in find_people(text) for name in (person.name, *person.aliases)]
        here = Counter(phrase for phrase, _ in find_phrases(text))
        for phrase in [phrase for phrase in here if any(phrase in name or name in phrase for name in names)]:
            del here[phrase]
        counts.words += len(text.split())
        counts.total.update(here)
        counts.articles.update(here.keys())
    return counts


def _score(counts: _Counts, authority: Authority, most: int) -> dict[str, float]:
    """The phrases of enough articles that no record names, with their scores; the best."""
    forms = [(topic.name, *topic.variants, *topic.terms) for topic in authority.topics.values()]
    forms += [(source.name, *source.variants) for source in authority.sources.values()]
    forms += [(person.name, *person.variants) for person in authority.people.values()]
    known = {form.casefold() for names in forms for form in names}
    scores = {
        phrase: round(articles * measure_surprise(phrase, counts.total[phrase], counts.words), 1)
        for phrase, articles in counts.articles.items()
        if articles >= FEWEST_ARTICLES and phrase.casefold() not in known
    }
    best = sorted((-score, phrase) for phrase, score in scores.items() if score > 0)[:most]
    return {phrase: -score for score, phrase in best}


def _place(site: Site, paths: Iterable[str], phrases: Sequence[str]) -> dict[str, list[_Place]]:
    """Where phrases stand in some articles: the first sentence of each article."""
    places: dict[str, list[_Place]] = {}
    for path, source, text in _read_texts(site, paths):
        likely = {phrase for phrase in phrases if phrase in text}
        for phrase, sentence in find_phrases(text) if likely else ():
            if phrase in likely:
                likely.remove(phrase)
                places.setdefault(phrase, []).append((path, source, _shorten(sentence, phrase)))
    return places


def _rank(scores: Mapping[str, float], places: Mapping[str, Sequence[_Place]]) -> list[TopicSuggestion]:
    """The suggestions of phrases that enough sources have, best first."""
    all_sources = {source for found in places.values() for _, source, _ in found}
    fewest_sources = min(FEWEST_SOURCES, len(all_sources))
    suggestions = []
    for phrase, score in scores.items():
        sources = {source for _, source, _ in places[phrase]}
        if len(sources) >= fewest_sources:
            examples = sorted(places[phrase])
            suggestions.append(
                TopicSuggestion(
                    name=phrase,
                    score=score,
                    articles=len(examples),
                    sources=len(sources),
                    examples=tuple(Example(path=path, sentence=text) for path, _, text in examples[:EXAMPLES]),
                )
            )
    return _leave_out_parts(suggestions)


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
