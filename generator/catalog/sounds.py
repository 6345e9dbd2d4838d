"""How alike two words of names sound, whichever way they were brought into the Latin script.

The rules follow how names are transliterated: Russian, Ukrainian and Belarusian by the BGN/PCGN, ISO 9, GOST, French,
German and Polish tables (Shchukin, Schtschukin, Chtchoukine), Arabic and Persian by ALA-LC and by what the press of
English and French countries writes (Qaddafi, Gaddafi, Kadhafi), Chinese by Pinyin and Wade-Giles (Zedong, Tse-tung),
Korean by the Revised Romanization and McCune-Reischauer (Jong, Chong), and Greek by ISO 843 and the English custom.
Typing errors seldom hit the first letter of a word, and more often touch a vowel or leave a letter out, swap or double
it than turn one consonant into an unlike one (Pollock and Zamora, 1984; Damerau, 1964).
"""

import math
import re
from functools import cache, lru_cache
from itertools import accumulate
from string import ascii_letters, digits

from generator.catalog.family_names import are_two_names, end_otherwise
from generator.catalog.variants import is_variant

# Upper-case letters are sounds, and "c" is one that languages read in their own ways: C as in chat, S as in ship, Z as in measure, X as in loch, J as in jam, T as in cats.
# Each rule begins with letters without which a word need not be looked through.
_SPELLINGS = [
    ("c", "schtsch|chtch|shtch|shch|szcz", "SC"),
    ("t", "tsch|tch|tsh", "C"),
    ("cz", "cz", "C"),
    ("d", "dzh|dsch|dj", "J"),
    ("s", "sch|sh|sz", "S"),
    ("zh", "zh", "Z"),
    ("hs", "^hs", "S"),
    ("x", "^x(?=[aeiou])", "S"),
    ("kh", "kh", "X"),
    ("ch", "ch", "C"),
    ("t", "ts|tz", "T"),
    ("ph", "ph", "f"),
    ("gu", "gu(?=[ei])", "g"),
    ("gh", "gh", "g"),
    ("dh", "dh", "d"),
    ("th", "th", "t"),
    ("", "ck|cq|q", "k"),
    ("c", "(?<!i)c(?![eiy])|c(?=[^eiy])", "k"),
    ("x", "x", "ks"),
    ("w", "w", "v"),
    ("ff", "(?<=[oe])ff$", "v"),
    ("o", "oo|ou", "u"),
    ("ee", "ee", "i"),
    ("", "(?<=[aeou])[yj](?![aeiou])", "i"),
    ("", "(?:iy|yi|ij|ii|yy|y)$", "i"),
    ("", "[iy]+(?:y|j)?(?=[aeou])", "y"),
    ("y", "y(?![aeiou])", "i"),
    ("h", "(?<=[aeiou])h$", ""),
    ("ine", "ine$", "in"),
]
_RULES = [(letters, re.compile(pattern), sound) for letters, pattern, sound in _SPELLINGS]
_DOUBLED = re.compile(r"(.)\1+")

_VOWELS = frozenset("aeiou")
_NO_VOWELS = re.compile("[^aeiou]+")


@lru_cache(maxsize=1 << 17)
def sound_of(word: str) -> str:
    """A folded word (lower-case ASCII) as it sounds, a letter a sound.

    >>> sound_of("shchukin") == sound_of("schtschukin"), sound_of("sergey") == sound_of("sergej")
    (True, True)
    """
    if word.startswith("abd") and len(word) > 5:  # two words, whose letters do not meet
        return "abd" + sound_of(word[3:])
    for letters, pattern, sound in _RULES:
        if letters in word:
            word = pattern.sub(sound, word)
    return _DOUBLED.sub(r"\1", word)


# What it costs to take one sound for another where scripts or ears do so; any other change of a consonant costs
# _UNLIKE, and of a vowel _VOWEL.
_ALIKE = {
    0.15: "yi yj ao TC cs cC cT",
    0.25: "Xk Xh uo ei sz Ss Zz JZ jJ ji kg Tz Ts vu ks ck",
    0.35: "XC gh gX JC jC CZ gJ jZ gj CS dt dJ Sk ea SZ Tt zd Zj",
    0.5: "jS Ck vf vb pb TS Td dz mn st Ct kJ ae",
}
_UNLIKE = 1.3
_VOWEL = 0.4
_SWAP = 0.6
_CONSONANT_LEFT_OUT = 0.8
_LEFT_OUT = dict.fromkeys(ascii_letters + digits, _CONSONANT_LEFT_OUT) | dict.fromkeys("aeiou", 0.5) | {"h": 0.3, "y": 0.35, "j": 0.5}
_LAST_VOWEL_LEFT_OUT = 0.35
_FIRST_UNLIKE = 1.5
"""By how much a wrong first letter weighs more."""


def _cost_of_changes() -> dict[str, dict[str, float]]:
    letters = ascii_letters + digits
    costs = {one: {other: _UNLIKE * (one != other) for other in letters} for one in letters}
    for one in _VOWELS:
        costs[one].update((other, _VOWEL) for other in _VOWELS if other != one)
    for cost, pairs in _ALIKE.items():
        for pair in pairs.split():
            costs[pair[0]][pair[1]] = costs[pair[1]][pair[0]] = cost
    return costs


_CHANGED = _cost_of_changes()
"""What it costs to take one sound for another."""
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
    if (_kinds_of(heard) ^ _kinds_of(other_heard)).bit_count() * _KIND > limit:
        return FAR
    cost = _distance(heard, other_heard, limit)
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


# Sounds between which _ALIKE knows no way stand in different groups; vowels and what is near them stand in none.
_GROUPS = ("bpfv", "mn", "l", "r", "dtTcszSZCjJkgX")
_KINDS = {letter: 1 << 8 * kind for kind, letters in enumerate(_GROUPS) for letter in letters}
# Letters that are no sounds, or of no kind, but begin words: Hsiao and Xiao.
_BEGINNINGS = _KINDS | {"w": _KINDS["v"]} | dict.fromkeys("cqxh", _KINDS["k"])
# For looking names up, the last group is parted by what is confused often.
_KIND_NAMES = {
    letter: letters[0] for letters in ("bpfv", "m", "n", "l", "r", "dt", "scTzSZCjJ", "kgX") for letter in letters
}
_KIND = _UNLIKE / 2
"""What it costs at least for each sound of a kind that one word has more than the other: one change settles two."""


@lru_cache(maxsize=1 << 17)
def _kinds_of(heard: str) -> int:
    """How many sounds of each kind a word has: in each eight bits as many ones, so that what differs can be counted."""
    kinds = 0
    for kind in map(_KINDS.get, heard):
        if kind:
            kinds |= (kinds & kind * 127) << 1 | kind
    return kinds


def _distance(one: str, other: str, limit: float) -> float:
    """The cost of the cheapest changes that make one word of the other, where neighbours may be swapped.

    Infinite when it is more than ``limit``.
    """
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    first, last = start == 0, end == 0
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    leave = [_LEFT_OUT[letter] for letter in other]
    if first and other and leave[0] == _CONSONANT_LEFT_OUT:
        leave[0] *= _FIRST_UNLIKE
    if last and other and other[-1] in _VOWELS:
        leave[-1] = _LAST_VOWEL_LEFT_OUT
    row = [0.0, *accumulate(leave)]
    before = row
    for i, letter in enumerate(one):
        above, before = before, row
        at_end = last and i == len(one) - 1 and letter in _VOWELS
        gone = _LAST_VOWEL_LEFT_OUT if at_end else _LEFT_OUT[letter]
        if first and i == 0 and gone == _CONSONANT_LEFT_OUT:
            gone *= _FIRST_UNLIKE
        changes = _CHANGED[letter]
        left = before[0] + gone
        row = [left]
        for j, sound in enumerate(other):
            cost = before[j] + changes[sound]
            if first and i == j == 0 and cost == _UNLIKE:
                cost *= _FIRST_UNLIKE
            if before[j + 1] + gone < cost:
                cost = before[j + 1] + gone
            if left + leave[j] < cost:
                cost = left + leave[j]
            if i and j and letter == other[j - 1] and one[i - 1] == sound and above[j - 1] + _SWAP < cost:
                cost = above[j - 1] + _SWAP
            row.append(cost)
            left = cost
        if min(row) > limit:
            return math.inf
    return row[-1] if row[-1] <= limit else math.inf


def may_begin_alike(one: str, other: str) -> bool:
    """Whether the first letters of two folded words are of one kind."""
    return _BEGINNINGS.get(one[0]) == _BEGINNINGS.get(other[0])


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


def skeleton_of(word: str) -> str:
    """The consonants of a word by kind, each once in a row, after its first letter's kind: equal for most spellings.

    >>> skeleton_of("lavrov") == skeleton_of("lawrow"), skeleton_of("gaddafi") == skeleton_of("qadhafi")
    (True, True)
    """
    return _skeleton(sound_of(word))


@lru_cache(maxsize=1 << 17)
def _skeleton(heard: str) -> str:
    kinds = [_KIND_NAMES[letter] for letter in heard if letter in _KIND_NAMES]
    return _DOUBLED.sub(r"\1", "".join(kinds)) or heard[:1]
