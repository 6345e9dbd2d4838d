"""Related articles: those that have most in common with an article, and what.

Two articles may share people, topics and the words that set their texts apart. Whatever few articles share counts more
than what many do; of what many share only the articles next in time are looked at, so that an article costs the same
however large the archive is. What is rare is told in coarse steps of how many articles share it, and never by the size
of the archive: an article that has nothing in common with others changes nothing about them.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model.catalog import Card, Relation

MOST = 5
"""Related articles of one article."""

_REACH = 5
"""How many articles before and after are looked at of those that share a person, a topic or a word."""
_LOOKED_AT = 2 * _REACH
"""Where no more articles share something, all of them are looked at."""
_WORTH = (12, 8, 5)
"""What it counts that articles share a person, a topic or a word, where it is rare."""
_TENTHS = (10, 10, 10, 8, 8, 5, 5, 3, 3, 2, 2, *[1] * 53)
"""By how many tenths something counts, by the binary digits of how many articles share it: fully below 4, then in steps
of four times as many, up to 1,024."""
_LEAST = 70
"""What must be shared at least: a rare person, a rare topic, two rare words."""
_NOTHING = 15
"""What is shared is not looked at below this: a word of more than 256 articles."""
_WEIGHTS = tuple(
    (0, 0, *(worth * tenths if worth * tenths >= _NOTHING else 0 for tenths in _TENTHS[2:])) for worth in _WORTH
)
"""What a shared person, topic or word weighs, by the binary digits of how many articles share it; 0 for nothing."""
_NEVER = 1 << 20
"""Days between articles of which one has no day."""
_COMPARED = 20
"""Of how many articles that share most the days are looked at."""


class RelatedArticles(Mapping[str, tuple[Relation, ...]]):
    """Slug to related articles, the nearest first; each list is made when it is asked for, and is kept nowhere."""

    def __init__(
        self,
        cards: Mapping[str, Card],
        people_of: Mapping[str, Sequence[str]],
        topics_of: Mapping[str, Sequence[str]],
    ) -> None:
        """``cards`` are in the catalog's order."""
        self._cards = cards
        self._people_of, self._topics_of = people_of, topics_of
        self._slugs = list(cards)
        self._places = {slug: place for place, slug in enumerate(self._slugs)}
        # Arrays and not lists: a list's numbers are objects, which processes that share them each copy when they look.
        self._days = array("i", map(_day_of, cards.values()))
        """Of publication, counted from the year 1; 0 where it is not known to the day."""
        self._sharing: tuple[dict[str, array[int]], ...] = ({}, {}, {})
        """For people, topics and words: each, and the places of the articles that share it, in order."""
        for place, slug in enumerate(self._slugs):
            for sharing, keys in zip(self._sharing, self._keys(slug), strict=True):
                for key in keys:
                    if key in sharing:
                        sharing[key].append(place)
                    else:
                        sharing[key] = array("i", (place,))

    def __getitem__(self, slug: str) -> tuple[Relation, ...]:
        """The articles that are related to one."""
        here = self._places[slug]
        likely = sorted((-weight, place) for place, weight in self._weigh(here).items() if weight >= _LEAST)
        day = self._days[here]
        ranked = []
        for weight, place in likely[:_COMPARED]:
            other = self._days[place]
            days = other - day if day and other else None
            apart = _NEVER if days is None else abs(days)
            nearness = 3 if apart <= 3 else 2 if apart <= 30 else 1 if apart <= 365 else 0
            ranked.append((weight * (10 + nearness), apart, self._slugs[place], days))
        own = {word.lower(): word for word in self._cards[slug].words}
        return tuple(self._relate(slug, own, other, days) for _, _, other, days in sorted(ranked)[:MOST])

    def __iter__(self) -> Iterator[str]:
        """All slugs, in the catalog's order."""
        return iter(self._slugs)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._slugs)

    def find_touched(self, former: Mapping[str, Sequence[str]]) -> set[str]:
        """The articles whose related ones may be others, or be told otherwise, since some articles changed.

        ``former``: what their words were. All else that articles may share is as it was.
        """
        touched: set[int] = set()
        less: Counter[str] = Counter()  # how many articles fewer have a word now
        for slug, words in former.items():
            here = self._places[slug]
            touched |= {here, *self._weigh(here)}
            less.update({word.lower() for word in words})
            less.subtract(self._keys(slug)[2])
        margin = _REACH + len(former)
        for slug, words in former.items():
            for word in {word.lower() for word in words} ^ set(self._keys(slug)[2]):
                places = self._sharing[2].get(word, array("i"))
                if len(places) > margin + _REACH and _standing(len(places)) == _standing(len(places) + less[word]):
                    at = bisect_left(places, self._places[slug])
                    places = places[max(at - margin, 0) : at + margin + 1]
                touched.update(places)
        return {self._slugs[place] for place in touched}

    def _keys(self, slug: str) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
        words = [word.lower() for word in self._cards[slug].words]
        return self._people_of.get(slug, ()), self._topics_of.get(slug, ()), words

    def _weigh(self, here: int) -> dict[int, int]:
        """The articles that may be related, by place, with the weight of what they share."""
        weights: dict[int, int] = {}
        weigh = weights.get
        for steps, sharing, keys in zip(_WEIGHTS, self._sharing, self._keys(self._slugs[here]), strict=True):
            for key in keys:
                places = sharing[key]
                count = len(places)
                weight = steps[count.bit_length()]
                if weight:
                    if count > _LOOKED_AT:
                        at = bisect_left(places, here)
                        places = places[max(at - _REACH, 0) : at + _REACH + 1]
                    for place in places:
                        weights[place] = weigh(place, 0) + weight
        weights.pop(here, None)
        return weights

    def _relate(self, slug: str, own: Mapping[str, str], other: str, days: int | None) -> Relation:
        """``own`` are the words of the article, by their lower case."""
        return Relation(
            slug=other,
            people=_common(self._people_of.get(slug, ()), self._people_of.get(other, ())),
            topics=_common(self._topics_of.get(slug, ()), self._topics_of.get(other, ())),
            words=tuple(own[key] for word in self._cards[other].words if (key := word.lower()) in own),
            days=days,
        )


def _standing(count: int) -> tuple[int, bool]:
    """By how many tenths something counts that so many articles share; whether only the next of them are looked at."""
    return _TENTHS[count.bit_length()], count > _LOOKED_AT


def _common(own: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in own if each in others)


def _day_of(card: Card) -> int:
    day = card.published.earliest if card.published.is_exact else None
    return day.toordinal() if day else 0
