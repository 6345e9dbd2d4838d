"""Who finds the people of a text: our own model, or a model of spaCy, which must be installed apart."""

from collections.abc import Callable, Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from generator.enrich.mentions import Kind, Mention, Word, kind_of, make_mention
from generator.enrich.people import PersonFound, find_people, gather_people
from generator.enrich.prose import mask
from generator.enrich.runs import join_lines, split_words
from generator.errors import Problem, SiteError, Where

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

OWN = "own"
"""The recogniser that comes with the program."""

Recogniser = Callable[[str, Set[tuple[str, ...]]], tuple[PersonFound, ...]]
"""The people whom a Markdown text names, in order of first mention, given names that are known to be people's."""

_PERSON = frozenset({"PERSON", "PER"})
"""What models of spaCy call a person; those trained on news in other languages than English say PER."""
_UNUSED = ("parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "textcat")
_LONGEST_TEXT = 500_000
"""Characters; spaCy's memory grows with a text, and it refuses twice as many. The rest of a longer text is not read."""


def load_recogniser(name: str) -> Recogniser:
    """The recogniser of a name: ``own``, or whatever ``spacy.load`` takes, an installed model or a folder.

    Raises SiteError when spaCy or the model is not there.
    """
    return find_people if name == OWN else _load_spacy(name)


@cache
def _load_spacy(name: str) -> Recogniser:
    try:
        import spacy
    except ImportError as error:
        raise _missing(
            "spaCy is not installed.", f"Install it with: pip install 'dateline[spacy]', and the model {name!r}"
        ) from error
    try:
        pipeline = spacy.load(name, exclude=list(_UNUSED))
    except (OSError, ValueError) as error:
        raise _missing(
            f'spaCy has no model "{name}": {str(error).splitlines()[0]}',
            f"Install it with: python -m spacy download {name}",
        ) from error
    return lambda text, _: _find(pipeline, text)


def _missing(what: str, remedy: str) -> SiteError:
    return SiteError(
        Problem(
            where=Where(path="site.toml", key="people.recogniser"),
            what=what,
            remedy=f'{remedy}; or use the one that comes with Dateline, "{OWN}".',
        )
    )


def _find(pipeline: "Language", text: str) -> tuple[PersonFound, ...]:
    prose = join_lines(mask(text))
    entities = pipeline(prose[:_LONGEST_TEXT]).ents
    return gather_people(prose, [m for entity in entities if entity.label_ in _PERSON for m in _mentions_of(entity)])


def _mentions_of(entity: "Span") -> Iterator[Mention]:
    """The name in an entity, without honorifics and offices. spaCy tells no chance: it is taken for sure."""
    words = split_words(entity.text, entity.start_char)
    before: Word | None = None
    while words and kind_of(words[0].text) in {Kind.HONORIFIC, Kind.OFFICE}:
        before = words.pop(0)
    if words and not all(kind_of(word.text) in {Kind.PARTICLE, Kind.SUFFIX} for word in words):
        yield make_mention(tuple(words), before, heading=False, chance=1.0)
