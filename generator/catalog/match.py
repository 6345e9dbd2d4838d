"""Whether two names may be one person's: a score from 0 to 1, from the names alone.

The rules are those by which names vary in print. Words are aligned whatever their order ("Lavrov Sergei"); what stays
over on one side is a middle name, a patronymic or a second surname that the other leaves out; what stays over on both
sides tells two people apart. How a name is taken apart is told by :mod:`generator.catalog.forms`, how alike two words
are by :mod:`generator.catalog.likeness`, which given names stand for one another by :mod:`generator.catalog.variants`.
"""

import re
from collections.abc import Sequence

from generator.catalog.forms import Name, prepare
from generator.catalog.likeness import ALIKE, FAR, HEARD, VARIANT, is_one_letter_off, likeness
from generator.catalog.names import word_set
from generator.catalog.sounds import may_begin_alike, sound_of
from generator.catalog.variants import ARABIC, GIVEN

# Borne by so many that they tell little: the most frequent given names of the Arabic and Turkic world, and of Spain.
_COMMON = frozenset(
    map(
        sound_of,
        word_set(
            "muhammad mohammed mohamed mohammad ahmad ahmed ali hasan hassan husayn hussein ibrahim jose maria khan"
        ),
    )
)

# Given before another name that is used, so that it tells nothing when it is left out.
_BEFORE_NAMES = word_set("muhammad mohammed mohamed mohammad mohamad muhammed")

# What each way of varying leaves of the score.
_INITIAL = 0.85
"""A given name that is told by its initial alone."""
_MIDDLE_INITIAL = 0.97
_MIDDLE_LEFT_OUT = 0.97
_MORE_LEFT_OUT = 0.95
_END_LEFT_OUT = 0.86
"""A first or last word that the other name does not have: a second surname, a first given name that is not used."""
_TWO_SURNAMES = 0.75
"""A second surname on one side, a second given name on the other."""
_FATHERS = 0.7
"""Ali Hassan al-Majid, and Hassan al-Majid, who may be his father."""
_CUT_SHORT = 0.86
_ONLY_COMMON = 0.75
_OTHER_INITIALS = 0.5
"""George H. W. and George W.: who gives initials gives the first."""
_TURNED = 0.97
_TWO_GIVEN_NAMES_TURNED = 0.58
"""Ali Hassan and Hassan Ali, where no surname tells which comes last."""
_SHUFFLED = 0.9
_SURNAME_WITH_TITLE = 0.8
_LONE_SURNAME = 0.5
_LONE_GIVEN_NAME = 0.35
_LONE_COMPOUND = 0.8
"""Of Abdul Kalam, who is named in full by one word."""
_SUFFIX_LEFT_OUT = 0.85
_REGNAL_LEFT_OUT = 0.6
_CONTRADICTION = 0.2
"""Jr. and Sr., Mr and Mrs."""
_APART = 0.3
"""Both names have a word that the other lacks."""
_ONE_WORD = 0.85
"""From here on several words may be one that is written apart."""


def match_names(one: str, other: str) -> float:
    """How likely it is that two names as printed are one person's, from 0 to 1.

    >>> match_names("Bob Holm", "Dr. Robert A. Holm") > 0.85
    True
    """
    return match(prepare(one), prepare(other))


def match(one: Name, other: Name) -> float:
    """How likely it is that two names are one person's, from 0 to 1, judged by the names alone.

    >>> match(prepare("Sergei Lavrov"), prepare("Serguei Lawrow")) > 0.9
    True
    >>> match(prepare("George H. W. Bush"), prepare("George W. Bush")) < 0.6
    True
    """
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    if not short.words:
        return FAR
    score = _match_words(short, long)
    if one.suffix != other.suffix or one.sex != other.sex:
        score *= _weigh_titles(one, other)
    return min(1.0, score)


def _weigh_titles(one: Name, other: Name) -> float:
    factor = 1.0
    if one.suffix != other.suffix:
        suffixes = {one.suffix, other.suffix} - {""}
        if len(suffixes) == 2:
            factor = _CONTRADICTION
        else:
            factor = _SUFFIX_LEFT_OUT if suffixes & {"jr", "sr", "ii", "iii", "iv"} else _REGNAL_LEFT_OUT
    if one.sex and other.sex and one.sex != other.sex:
        factor *= _CONTRADICTION
    return factor


def _match_words(short: Name, long: Name) -> float:
    few, many = short.words, long.words
    if few == many:
        return 1.0
    if short.unvowelled != long.unvowelled:
        few, many = _unvowel(few), _unvowel(many)
    if len(few) == 1:
        return _match_lone(few[0], short.titled, many)
    pairs = _align(few, many)
    if len(few) != len(many) and (len(pairs) < len(few) or any(alike < _ONE_WORD for _, _, alike in pairs)):
        few, many, joined = _rejoin(few, many)
        pairs = _align(few, many) if joined else pairs
    if not pairs:
        return FAR
    if (short.nickname in many or long.nickname in few) and not _pairs_firsts(pairs):
        pairs = [(0, 0, HEARD), *pairs]
    if len(pairs) == len(few) - 1 and not _pairs_firsts(pairs) and _is_cut_short(few[0], many[0]):
        pairs = [(0, 0, _CUT_SHORT), *pairs]
    score = 1.0
    for i, j, alike in pairs:
        score *= _MIDDLE_INITIAL if i and _is_initial(few[i], many[j]) else alike
    if len(pairs) < len(few):
        return score * (_TWO_SURNAMES if _has_two_surnames(pairs, few, many) else _APART)
    if pairs[0][1] or pairs[-1][1] != len(many) - 1:
        score *= score  # names that do not begin and end alike have to be the same in between: it counts twice
    return score * _weigh_order(pairs, many) * _weigh_left_out(pairs, few, many)


def _unvowel(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub("[aeiouy]", "", sound_of(word)) or word for word in words)


def _rejoin(few: tuple[str, ...], many: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The words, where one name writes together what the other parts ("Jong-un", "Jongun"), and whether one does."""
    best = (_ONE_WORD, 0, 0)
    for word in few:
        if len(word) < 3 or word in many:
            continue
        for at in range(len(many) - 1):
            for end in range(at + 2, min(len(many), at + 4) + 1):
                whole = "".join(many[at:end])
                if abs(len(whole) - len(word)) <= 2 and may_begin_alike(word, whole):
                    best = max(best, (likeness(word, whole), at, end))
    _, at, end = best
    if not end:
        return few, many, False
    many = (*many[:at], "".join(many[at:end]), *many[end:])
    return (few, many, True) if len(few) <= len(many) else (many, few, True)


def _match_lone(word: str, titled: bool, many: tuple[str, ...]) -> float:
    if len(many) == 1:
        return likeness(word, many[0])
    surname = likeness(word, many[-1])
    if word.startswith("abd"):
        return max(likeness(word, each) for each in many) * _LONE_COMPOUND
    if surname >= ALIKE:
        return surname * (_SURNAME_WITH_TITLE if titled else _LONE_SURNAME)
    return max(likeness(word, each) for each in many) * _LONE_GIVEN_NAME


def _align(few: tuple[str, ...], many: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """Words paired, the most alike first, each once: places in either name, and how alike."""
    pairs, left, left_of_many = _pair_same(few, many)
    found = []
    last, last_of_many = len(few) - 1, len(many) - 1
    for i in left:
        word = few[i]
        for j in left_of_many:
            other = many[j]
            if len(word) == 1 or len(other) == 1:
                if word[0] == other[0] and i != last and j != last_of_many:
                    found.append((-_INITIAL, abs(i - j), i, j))
            elif (alike := likeness(word, other)) >= ALIKE:
                found.append((-alike, abs(i - j), i, j))
    if len(found) > 1:
        found.sort()
    used = used_of_many = 0
    for unlike, _, i, j in found:
        if not (used >> i & 1 or used_of_many >> j & 1):
            used |= 1 << i
            used_of_many |= 1 << j
            pairs.append((i, j, -unlike))
    if len(pairs) > 1:
        pairs.sort()
    return pairs


def _pair_same(
    few: tuple[str, ...], many: tuple[str, ...]
) -> tuple[list[tuple[int, int, float]], Sequence[int], Sequence[int]]:
    """The words that both names have, the nearest paired, and the places of all others in either name."""
    places, others = range(len(few)), range(len(many))
    same = [(abs(i - j), i, j) for i in places for j in others if few[i] == many[j]]
    if not same:
        return [], places, others
    same.sort()
    left, left_of_many = list(places), list(others)
    pairs = []
    for _, i, j in same:
        if i in left and j in left_of_many:
            left.remove(i)
            left_of_many.remove(j)
            pairs.append((i, j, 1.0))
    return pairs, left, left_of_many


def _pairs_firsts(pairs: list[tuple[int, int, float]]) -> bool:
    return any(i == 0 or j == 0 for i, j, _ in pairs)


def _is_cut_short(one: str, other: str) -> bool:
    """Whether one given name is the beginning of the other, which no list knows: Val and Valdez."""
    short, long = sorted((sound_of(one), sound_of(other)), key=len)
    if len(short) < 3 or len(long) - len(short) < 2 or not long.startswith(short):
        return False
    return one not in GIVEN or other not in GIVEN


def _has_two_surnames(pairs: list[tuple[int, int, float]], few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether one name leaves out the second surname and the other a given name: Ana Gil Luz, Ana Eva Gil."""
    if len(few) != len(many) or len(pairs) != len(few) - 1 or len(pairs) < 2:
        return False
    (i,) = set(range(len(few))) - {i for i, _, _ in pairs}
    (j,) = set(range(len(many))) - {j for _, j, _ in pairs}
    one, other = (few[i], many[j]) if i > j else (many[j], few[i])
    return (
        max(i, j) == len(few) - 1
        and min(i, j) < 2
        and other in GIVEN
        and one not in GIVEN
        and pairs[-1][0] != pairs[-1][1]
        and few[pairs[-1][0]] not in GIVEN
    )


def _is_initial(word: str, other: str) -> bool:
    return (len(word) == 1) != (len(other) == 1)


def _weigh_order(pairs: list[tuple[int, int, float]], many: tuple[str, ...]) -> float:
    falls, before = 0, -1
    for _, place, _ in pairs:
        falls += place < before
        before = place
    if not falls:
        return 1.0
    if len(many) == 2 and many[0] in GIVEN and many[1] in GIVEN:
        return _TWO_GIVEN_NAMES_TURNED
    return _TURNED if falls == 1 and pairs[-1][1] < pairs[0][1] else _SHUFFLED


def _weigh_left_out(pairs: list[tuple[int, int, float]], few: tuple[str, ...], many: tuple[str, ...]) -> float:
    missing = len(many) - len(pairs)
    if not missing:
        return 1.0
    factor = _MIDDLE_LEFT_OUT if missing == 1 else _MORE_LEFT_OUT
    used = {j for _, j, _ in pairs}
    if 0 not in used or len(many) - 1 not in used:
        factor *= _END_LEFT_OUT
    if used == set(range(1, len(many))) and many[0] not in _BEFORE_NAMES and ARABIC.issuperset(many[:-1]):
        factor *= _FATHERS
    if len(few) > 2 and any(len(word) == 1 for j, word in enumerate(many) if j not in used):
        factor *= _OTHER_INITIALS
    if all(sound_of(few[i]) in _COMMON for i, _, _ in pairs):
        factor *= _ONLY_COMMON
    return factor


def is_slip(one: Name, other: Name) -> bool:
    """Whether the names differ by one letter of one word, changed, left out or swapped with its neighbour.

    Such a pair is two people unless something else says that it is one. Two known given names are never a slip.

    >>> is_slip(prepare("Lens Stoltenberg"), prepare("Jens Stoltenberg"))
    True
    >>> is_slip(prepare("Maria Holm"), prepare("Marta Holm"))
    False
    """
    if len(one.words) != len(other.words) or len(one.words) < 2 or one.suffix != other.suffix:
        return False
    unlike = [pair for pair in zip(one.words, other.words, strict=True) if likeness(*pair) < ALIKE]
    return len(unlike) == 1 and min(map(len, unlike[0])) > 3 and is_one_letter_off(*unlike[0])


def explain(one: Name, other: Name) -> str:
    """What parts two names that match, for people to read; empty when nothing does.

    >>> explain(prepare("Bob Holm"), prepare("Robert A. Holm"))
    'a form of a given name, a name left out'
    """
    few, many = sorted((one.words, other.words), key=len)
    pairs = [(few[i], many[j], alike) for i, j, alike in _align(few, many)]
    initials = [_is_initial(word, other) for word, other, _ in pairs]
    said = {
        "one letter": is_slip(one, other),
        "an initial": any(initials),
        "a form of a given name": any(alike == VARIANT for _, _, alike in pairs),
        "spelling": any(w != o and alike != VARIANT for (w, o, alike), i in zip(pairs, initials, strict=True) if not i),
        "a name left out": len(few) < len(many),
        "a suffix": one.suffix != other.suffix,
    }
    return ", ".join(what for what, true in said.items() if true)
