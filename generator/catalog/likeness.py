"""How alike two words of names are: spellings of one name, two forms of it, or two names."""

import re
from functools import cache, lru_cache

from generator.catalog.changes import cost_of_changes, may_cost_less
from generator.catalog.family_names import are_two_names, end_otherwise
from generator.catalog.sounds import sound_of
from generator.catalog.variants import is_variant

_NO_VOWELS = re.compile("[^aeiou]+")
_MANY_CHANGES = 0.15
"""What each further change takes off after the first: long words bear one well, and not many."""
_SHORT = 5
"""Sounds from which on a word is not short; in a short one each change weighs more."""
_SHORT_WORD = 1.5
_PARTICLE_JOINED = 0.97

_SERVANT_LEFT_OUT = 0.8
"""The likeness of Abdul Hanif, one word here, and Hanif."""

ALIKE = 0.7
"""From here on two words may be one."""
FAR = 0.0
"""The likeness of words that have hardly anything to do with each other, and of two names that many bear."""
VARIANT = 0.89
"""The likeness of a given name and its nickname, or the form that another language gives it."""
HEARD = 0.97
"""The likeness of words that sound the same."""
RESEMBLING = 0.895
"""The most that words are alike which do not sound the same."""


@lru_cache(maxsize=1 << 18)
def likeness(one: str, other: str) -> float:
    """How alike two folded words are, from 0 to 1, as spellings of one name; :data:`FAR` where that is hardly.

    >>> likeness("gaddafi", "qadhafi") > 0.8 > likeness("kerry", "kelly")
    True
    """
    if one == other:
        return 1.0
    heard, other_heard = sound_of(one), sound_of(other)
    if heard == other_heard:
        return HEARD
    if is_variant(one, other):
        return VARIANT
    gap = len(one) - len(other)
    if not -1 <= gap <= 1 and (joined := _with_particle(one, other) if gap > 0 else _with_particle(other, one)):
        return joined
    length = max(len(heard), len(other_heard))
    if abs(len(heard) - len(other_heard)) * 3 > length + 2:
        return FAR
    if heard[:3] == "abd" or other_heard[:3] == "abd":
        rest, other_rest = heard.removeprefix("abd"), other_heard.removeprefix("abd")
        if rest == other_rest:
            return _SERVANT_LEFT_OUT
        if len(heard) - len(rest) == len(other_heard) - len(other_rest) and len(rest) > 2 < len(other_rest):
            return likeness(one[3:], other[3:])
    limit = _limit(length)
    if not may_cost_less(heard, other_heard, limit):
        return FAR
    cost = cost_of_changes(heard, other_heard, limit)
    alike = 1 - cost / length * (_SHORT_WORD if length < _SHORT else 1.0) - max(0.0, cost - 1) * _MANY_CHANGES
    if alike < ALIKE:
        return FAR
    if are_two_names(one, other) or end_otherwise(heard, other_heard) or _are_two_syllables(one, other):
        return FAR
    return min(alike, RESEMBLING)


@cache
def _limit(length: int) -> float:
    """The most that it may cost to take a word of so many sounds for another."""
    each = (_SHORT_WORD if length < _SHORT else 1.0) / length
    spare = 1 - ALIKE
    return spare / each if spare <= each else (spare + _MANY_CHANGES) / (each + _MANY_CHANGES)


_PARTICLE = re.compile(r"(?:al|el|vander|vanden|della|dela|del|van|von|la|de|di|du|da)(?=\w{4})|le(?=\w{3})")


def _with_particle(long: str, short: str) -> float:
    """How alike two words are of which one has a particle written to it: LePen, ElBaradei; else :data:`FAR`."""
    particle = _PARTICLE.match(long)
    if particle and not are_two_names(long, short):
        alike = likeness(long[particle.end() :], short)
        if alike >= VARIANT:
            return alike * _PARTICLE_JOINED
    return FAR


_SYLLABLE = re.compile(
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:a[io]?|an|ang|ei?|en|eng|i[aeu]?|ian|iang|iao|in|ing|iong|ong|ou?|u[aeio]?|uai|uan|uang|un)"
)


def _are_two_syllables(one: str, other: str) -> bool:
    """Whether two short words are syllables of Chinese that differ in their vowels: Peng, Ping."""
    if len(one) > _SHORT or len(other) > _SHORT or not (_SYLLABLE.fullmatch(one) and _SYLLABLE.fullmatch(other)):
        return False
    return _NO_VOWELS.sub("", one) != _NO_VOWELS.sub("", other)


def is_one_letter_off(one: str, other: str) -> bool:
    """Whether one letter was changed, left out or swapped with its neighbour, and not both are names that many bear.

    >>> is_one_letter_off("lens", "jens"), is_one_letter_off("maria", "marta")
    (True, False)
    """
    if are_two_names(one, other):
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((at for at, letter in enumerate(one) if letter != other[at]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one != other and (one[at + 1 :] == other[at + 1 :] or swapped == other[at:])
