"""Known names: where a text prints the names of people of whom somebody has said that they are in it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import blake2b

from generator.enrich.people import PersonFound
from generator.enrich.prose import mask
from generator.enrich.runs import split_words
from generator.model.authority import Person

_SHORTEST_SURNAME = 4
"""Letters; shorter ones are words too often."""


class KnownNames:
    """The names that authority records give to people.

    >>> known = KnownNames({"ada-holm": Person(id="ada-holm", name="Ada Holm", variants=("A. Holm",))})
    >>> ((key, found),) = known.find(["ada-holm"], "In Oslo, A. Holm spoke. Holm left.")
    >>> key, found.name, found.aliases, found.mentions
    ('ada-holm', 'A. Holm', ('Holm',), ((9, 16), (24, 28)))
    """

    def __init__(self, people: Mapping[str, Person]) -> None:
        """Look for these ``people``, by id."""
        self._people = people

    @cached_property
    def _by_other_keys(self) -> dict[str, Person]:
        """People by former ids and preferred names."""
        return {key: person for person in self._people.values() for key in (person.name, *person.aliases)}

    @cached_property
    def sure(self) -> frozenset[tuple[str, ...]]:
        """Names of several words, word by word, that a person has said to be people's.

        Not those of records that a machine wrote, which would be evidence of its own mistakes, nor of the hidden.
        """
        said = (person for person in self._people.values() if person.verified and not person.hidden)
        names = (tuple(word.text for word in split_words(form, 0)) for person in said for form in _forms_of(person))
        return frozenset(words for words in names if len(words) > 1)

    @cached_property
    def sure_words(self) -> frozenset[str]:
        """The words of :attr:`sure` names."""
        return frozenset(word for words in self.sure for word in words)

    @cached_property
    def digests(self) -> dict[str, str]:
        """For whatever names a person in an article's front matter, what stands for the forms that are looked for."""
        return {
            key: blake2b("\0".join(_forms_of(person)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
            for key, person in {**self._by_other_keys, **self._people}.items()
        }

    def find(self, keys: Iterable[str], text: str) -> list[tuple[str, PersonFound]]:
        """Those of some people whose names, or surnames alone, a Markdown text prints, each with its key.

        A key is an id, a former id or a preferred name. A surname within a longer name is not looked at.
        """
        masked = mask(text)
        people = ((key, self._people.get(key) or self._by_other_keys.get(key)) for key in dict.fromkeys(keys))
        found = ((key, _find_person(person, masked)) for key, person in people if person)
        return [(key, person) for key, person in found if person]


def _find_person(person: Person, masked: str) -> PersonFound | None:
    forms = _forms_of(person)
    spans = sorted(span for form in forms for span in _find_all(masked, form))
    full = [span for at, span in enumerate(spans) if at == 0 or span[0] >= spans[at - 1][1]]
    surnames = {words[-1] for form in forms[:1] if len(words := form.split()) > 1 and _is_surname(words[-1])}
    alone = [span for surname in surnames for span in _find_all(masked, surname) if _stands_alone(masked, span[0])]
    mentions = sorted([*full, *(own for own in alone if not any(a <= own[0] < b for a, b in full))])
    if not mentions:
        return None
    printed = list(dict.fromkeys(masked[start:end] for start, end in mentions))
    name = max(printed, key=len)
    return PersonFound(name=name, aliases=tuple(form for form in printed if form != name), mentions=tuple(mentions))


def _forms_of(person: Person) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys((person.name, *person.variants))))


def _find_all(text: str, form: str) -> Iterator[tuple[int, int]]:
    """Every place where a form stands between word boundaries."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or before in ("-", "_") or after.isalnum() or after in ("-", "_")):
            yield at, end
        at = text.find(form, end)


def _is_surname(word: str) -> bool:
    return len(word) >= _SHORTEST_SURNAME and word[0].isupper() and not word.isupper() and word.isalpha()


def _stands_alone(text: str, start: int) -> bool:
    """Whether no capitalised word stands before a surname, which might make it somebody else's."""
    before = text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start]
    return not before[:1].isupper() or not before.endswith(" ")
