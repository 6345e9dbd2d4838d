"""Which pairs of names are worth comparing: those that share a key, so that nobody compares all pairs.

A name stands under a key for each pair of its words, by their consonants, whatever their order; under its first
letter and its surname, for initials; and under each of its two ends with one letter of the other left out, for typing
errors (the deletion neighbourhoods of SymSpell). How many keys a name has depends on itself alone.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.catalog.forms import Name
from generator.catalog.sounds import skeleton_of
from generator.catalog.variants import GIVEN

Key = tuple[str, ...]

_WORDS = 5
"""Of longer names the ends are looked at."""
CROWD = 250
"""A key under which more names stand than this tells nothing."""


def find_candidates(names: Sequence[Sequence[Name]]) -> Iterator[tuple[int, int]]:
    """Pairs of places in ``names`` whose names may match, each once or more, the lower first.

    ``names``: for each person all forms of the name. Names of one word are left out: they fit too many.
    """
    for keys_of in (_pairs_of_words, _slips_of_surname, _slips_of_given_name):
        yield from _share_a_key(names, keys_of)
    yield from _share_an_initial(names)


def _share_a_key(
    names: Sequence[Sequence[Name]], keys_of: Callable[[tuple[str, ...]], set[Key]]
) -> Iterator[tuple[int, int]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, forms in enumerate(names):
        keys = {key for form in forms if len(form.words) > 1 for key in keys_of(form.words)}
        for key in keys:
            holders[hash(key)].append(at)  # little memory; a chance collision costs a comparison
    for crowd in holders.values():
        if 1 < len(crowd) <= CROWD:
            yield from combinations(crowd, 2)


def _pairs_of_words(words: tuple[str, ...]) -> set[Key]:
    ends = words if len(words) <= _WORDS else (*words[:3], *words[-2:])
    codes = [_codes_of(word) for word in ends if len(word) > 1]
    return {tuple(sorted((a, b))) for one, other in combinations(codes, 2) for a in one for b in other}


def _codes_of(word: str) -> set[str]:
    """The consonants of a word; of a given name also the numbers of its lines, so that Bill finds William."""
    return {skeleton_of(word), *(f"#{line}" for line in GIVEN.get(word, ()))}


def _slips_of_surname(words: tuple[str, ...]) -> set[Key]:
    skeleton = skeleton_of(words[-1])
    return {("s", skeleton_of(words[0]), left) for left in _one_left_out(skeleton)} if len(skeleton) > 2 else set()


def _slips_of_given_name(words: tuple[str, ...]) -> set[Key]:
    return {("g", skeleton_of(words[-1]), left) for left in _one_left_out(words[0])} if len(words[0]) > 3 else set()


def _one_left_out(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _share_an_initial(names: Sequence[Sequence[Name]]) -> Iterator[tuple[int, int]]:
    """Those who are named by initial and surname, each with everybody whom that fits."""
    short: defaultdict[Key, set[int]] = defaultdict(set)
    full: defaultdict[Key, set[int]] = defaultdict(set)
    for at, forms in enumerate(names):
        for form in forms:
            if len(form.words) > 1:
                holders = short if len(form.words[0]) == 1 else full
                holders[form.words[0][0], skeleton_of(form.words[-1])].add(at)
    for key, holders_of in sorted(short.items()):
        others = full.get(key, set())
        if len(holders_of) * len(others) <= CROWD * CROWD:
            for one in sorted(holders_of):
                yield from (tuple(sorted((one, other))) for other in sorted(others | holders_of) if other != one)  # type: ignore[misc]
