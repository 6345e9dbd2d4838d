"""The roster of topics: every record, and which articles have the topic for which reason. A chapter of commands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalog import compile_catalog
from generator.content import read_library
from generator.engine import count_jobs
from generator.errors import ContentError, Problem, Where, did_you_mean
from generator.model.authority import Topic, split_reference
from generator.model.catalog import Card, Catalog
from generator.model.subjects import list_broader
from generator.reading import Lexicon, read_articles
from generator.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicRoster:
    """Every topic that has a record, hidden or not, by id."""

    topics: Mapping[str, Topic]
    catalog: Catalog

    def find(self, word: str) -> Topic:
        """The topic of an id, a former id or a name. Raises ContentError when there is none."""
        key = word.casefold()
        for topic in self.topics.values():
            if word in (topic.id, *topic.aliases) or key in map(str.casefold, (topic.name, *topic.variants)):
                return topic
        known = [*self.topics, *(topic.name for topic in self.topics.values())]
        raise ContentError(
            Problem(
                where=Where(path="content/topics"),
                what=f'There is no topic "{word}".',
                remedy=did_you_mean(word, known).strip() or "See: dateline topics list",
            )
        )

    def articles_of(self, id_: str) -> tuple[str, ...]:
        """Slugs of the articles of a topic, in the catalog's order."""
        return self.catalog.by_topic.get(id_, ())

    def years_of(self, id_: str) -> list[int]:
        """The years of its articles, each once, oldest first."""
        days = (self.catalog.cards[slug].published.earliest for slug in self.articles_of(id_))
        return sorted({day.year for day in days if day})

    def narrower_of(self, id_: str) -> tuple[str, ...]:
        """Ids of the topics that name it as a wider one."""
        return tuple(topic.id for topic in self.topics.values() if id_ in topic.broader)

    def explain(self, id_: str) -> Iterator[tuple[str, str]]:
        """The path of each article of a topic, and why it has it."""
        for slug in self.articles_of(id_):
            card = self.catalog.cards[slug]
            yield card.path, self._explain(card, id_)

    def _explain(self, card: Card, id_: str) -> str:
        if card.topics is not None:
            return "decided by a person"
        if id_ in card.matched:
            term = card.details.grounds[card.matched.index(id_)]
            return f'"{term.removeprefix("^")}" in the {"headline" if term[0] == "^" else "text"}'
        subjects = {above for subject in card.subjects for above in (subject, *list_broader(subject))}
        held = {("source", card.source), *(("subject", subject) for subject in subjects)}
        held |= {("person", person) for person in self.catalog.people_of.get(card.slug, ())}
        return next(term for term in self.topics[id_].terms if split_reference(term) in held)


def read_topics(site: Site, advance: Callable[[int, int], None] = lambda *_: None) -> TopicRoster:
    """Read all records and articles, and tell which have which topics; ``advance``: how many of how many are read.

    What is wrong with them is for ``check`` to say. Raises ContentError when there is no content folder.
    """
    library = read_library(site.content)
    done = 0

    def add(number: int) -> None:
        nonlocal done
        done += number
        advance(done, len(library.articles))

    lexicon = Lexicon.of(library.authority, site.settings.people.recogniser)
    read = read_articles(site.content, dict.fromkeys(library.articles, ""), lexicon, None, count_jobs(), add)
    cards = [row.card for row in read.rows.values() if row.card]
    threshold = site.settings.people.page_threshold
    catalog, _ = compile_catalog(cards, library.authority, library.text_pages, page_threshold=threshold)
    return TopicRoster(topics=library.authority.topics, catalog=catalog)
