"""What it costs to take one word, as it sounds, for another.

Typing errors seldom hit the first letter of a word, and more often touch a vowel or leave a letter out, swap or double
it than turn one consonant into an unlike one (Pollock and Zamora, 1984; Damerau, 1964).
"""

import math
from functools import lru_cache
from itertools import accumulate
from string import ascii_letters, digits

# What it costs to take one sound for another where scripts or ears do so; any other change of a consonant costs
# _UNLIKE, and of a vowel _VOWEL.
_ALIKE = {
    0.15: "yi yj ao TC cs cC cT",
    0.25: "Xk Xh uo ei sz Ss Zz JZ jJ ji kg Tz Ts vu ks ck",
    0.35: "XC gh gX JC jC CZ gJ jZ gj CS dt dJ Sk ea SZ Tt zd Zj",
    0.5: "jS Ck vf vb pb TS Td dz mn st Ct kJ ae",
}
_VOWELS = frozenset("aeiou")
_UNLIKE = 1.3
_VOWEL = 0.4
_SWAP = 0.6
_CONSONANT_LEFT_OUT = 0.8
_LEFT_OUT = (
    dict.fromkeys(ascii_letters + digits, _CONSONANT_LEFT_OUT)
    | dict.fromkeys("aeiou", 0.5)
    | {"h": 0.3, "y": 0.35, "j": 0.5}
)
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


# Sounds between which _ALIKE knows no way stand in different groups, vowels in the last; what is near them in none.
_GROUPS = ("bpfv", "mn", "l", "r", "dtTcszSZCjJkgX", "aeiou")
_KINDS = {letter: 1 << 8 * kind for kind, letters in enumerate(_GROUPS) for letter in letters}
_CONSONANTS = (1 << 8 * (len(_GROUPS) - 1)) - 1
_KIND = _UNLIKE / 2
"""What it costs at least for each sound of a kind that one word has more than the other: one change settles two."""
_A_VOWEL = 0.3
"""The same for vowels."""


@lru_cache(maxsize=1 << 17)
def _kinds_of(heard: str) -> int:
    """How many sounds of each kind a word has: in each eight bits as many ones, so that what differs can be counted."""
    kinds = 0
    for kind in map(_KINDS.get, heard):
        if kind:
            kinds |= (kinds & kind * 127) << 1 | kind
    return kinds


def may_cost_less(one: str, other: str, limit: float) -> bool:
    """Whether one word may be made of the other for less than a cost, judged by what sounds there are."""
    unlike = _kinds_of(one) ^ _kinds_of(other)
    consonants = (unlike & _CONSONANTS).bit_count()
    return consonants * _KIND + (unlike >> _CONSONANTS.bit_length()).bit_count() * _A_VOWEL <= limit


def cost_of_changes(one: str, other: str, limit: float) -> float:
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
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    first_unlike = _UNLIKE if start else _UNLIKE * _FIRST_UNLIKE
    if len(one) == len(other) == 1:
        return first_unlike if _CHANGED[one][other] == _UNLIKE else _CHANGED[one][other]
    leave, leave_other = _costs_to_leave_out(one, not start, not end), _costs_to_leave_out(other, not start, not end)
    row = [0.0, *accumulate(leave_other)]
    before = row
    for i, letter in enumerate(one):
        above, before = before, row
        gone = leave[i]
        changes = _CHANGED[letter]
        left = before[0] + gone
        row = [left]
        for j, sound in enumerate(other):
            cost = changes[sound]
            cost = before[j] + (cost if cost != _UNLIKE or i or j else first_unlike)
            if before[j + 1] + gone < cost:
                cost = before[j + 1] + gone
            if left + leave_other[j] < cost:
                cost = left + leave_other[j]
            if i and j and letter == other[j - 1] and one[i - 1] == sound and above[j - 1] + _SWAP < cost:
                cost = above[j - 1] + _SWAP
            row.append(cost)
            left = cost
        if min(row) > limit:
            return math.inf
    return row[-1] if row[-1] <= limit else math.inf


def _costs_to_leave_out(letters: str, is_first: bool, is_last: bool) -> list[float]:
    """What it costs to leave each letter out; whether they begin and end the word."""
    costs = [_LEFT_OUT[letter] for letter in letters]
    if costs and is_first and costs[0] == _CONSONANT_LEFT_OUT:
        costs[0] *= _FIRST_UNLIKE
    if costs and is_last and letters[-1] in _VOWELS:
        costs[-1] = _LAST_VOWEL_LEFT_OUT
    return costs
