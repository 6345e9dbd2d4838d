"""Offices as printed beside a name: directly before it, or in apposition on either side."""

import re
from functools import lru_cache

from generator.enrich import words as known
from generator.enrich.mentions import Kind, kind_of
from generator.enrich.words import fold

REACH = 110
"""How many characters before and after a name are looked at."""

_APPOSITION = re.compile(
    r"(?:,|\s[–—(-])\s*(?:(?:the|an?|his|her|its|their|who is|who was)\s+)?([^,;:()\n“”\"—–]{3,90})"
)
_JOINED_OFFICE = re.compile(r" (?:of|for) ")
_STOPS_A_ROLE = re.compile(r"(?<=[a-z0-9)\"”])[.!?](?:\s|$)|\.\s+(?=[A-Z][a-z]+ed\b)")
_DASHES = frozenset("-–—")


def office_before(left: str) -> str:
    """The office printed at the end of the words before a name, without articles; empty when there is none.

    >>> office_before("He met the Russian Foreign Minister ")
    'Russian Foreign Minister'
    >>> office_before("talks with U.S. Secretary of State ")
    'U.S. Secretary of State'
    >>> office_before("according to Russia's foreign minister, ")
    "Russia's foreign minister"
    >>> office_before("BRUSSELS — NATO Secretary-General ")  # a dateline
    'NATO Secretary-General'
    """
    last = left[max(left.rfind(" ", 0, -1), left.rfind("\n")) + 1 :].rstrip(" ,")
    # Nearly always the word before shows that there is no office.
    if not last or left[-1] != " " or not (_is_office(last) or (last[0].isupper() and _JOINED_OFFICE.search(left))):
        return ""
    words = _STOPS_A_ROLE.split(left.rsplit("\n", 1)[-1])[-1].split()
    head = _office_head(words)
    if head is None:
        return ""
    first = head
    while first > 0 and words[first - 1] not in _DASHES and _belongs_to_office(words[first - 1]):
        first -= 1
    while first < head and fold(words[first]) in {"the", "of", "for", "and", "a", "an"}:
        first += 1
    return " ".join(words[first:]).strip(" ,“”\"'‘(-–—")


def _office_head(words: list[str]) -> int | None:
    """Where the head word of an office stands that ends these words: last, or before "of State"."""
    last = len(words) - 1
    for at in range(last, max(-1, last - 7), -1):
        bare = words[at].rstrip(",") if at == last else words[at]
        if _is_office(bare):
            tail = words[at + 1 :]
            if not tail or (
                tail[0] in {"of", "for"} and len(tail) > 1 and all(_continues_office(word) for word in tail)
            ):
                return at
            return None
        if not _continues_office(bare):
            return None
    return None


@lru_cache(maxsize=65536)
def _is_office(word: str) -> bool:
    folded = fold(word.strip("“”\"'‘("))
    return folded in known.OFFICES or ("-" in folded and folded.rsplit("-", 1)[-1] in known.OFFICES)


def _continues_office(word: str) -> bool:
    return word in {"of", "for", "and", "the", "to"} or (word[:1].isupper() and word[-1] not in ",;:")


def _belongs_to_office(word: str) -> bool:
    """Whether a word before an office is part of it: Russian, deputy, NATO's; not the verb or article before those."""
    bare = word.strip("“”\"'‘(")
    if not bare or word[-1] in ",;:)":
        return False
    if bare[0].islower():
        return fold(bare) in known.OFFICE_MODIFIERS - {"the", "party"} or _is_office(bare) or bare == "of"
    folded = fold(bare.removesuffix("'s").removesuffix("’s"))
    return folded not in known.ORDINARY or folded in known.OFFICE_MODIFIERS or bare.isupper()


def office_after(right: str) -> str:
    """The office printed in apposition after a name, without its article; empty when there is none.

    >>> office_after(", the NATO Secretary-General, said on Monday")
    'NATO Secretary-General'
    >>> office_after(", who left on Monday")
    ''
    """
    found = _APPOSITION.match(right)
    if not found:
        return ""
    phrase = _STOPS_A_ROLE.split(found[1])[0].strip()
    if len(right) == REACH and found.end() == REACH:
        return ""
    words = [fold(word.removesuffix("'s").removesuffix("’s")) for word in phrase.split()]
    if not words or any(word in known.SPEECH or word in _VERBS for word in words) or len(words) > 12:
        return ""
    head = next((at for at, word in enumerate(words[:6]) if word in known.OFFICES or _is_office(word)), None)
    if head is None or words[0] in {"and", "but", "or", "with", "in", "at", "on", "mr", "mrs", "ms"}:
        return ""
    # "Anna Holm, Minister Jan Berg and …" is a list: a name follows the office.
    following = phrase.split()[head + 1 : head + 2]
    if following and kind_of(following[0]) in {Kind.GIVEN, Kind.NAME, Kind.INITIAL} and following[0][0].isupper():
        return ""
    return phrase


_VERBS = known.word_set("is was are were has had have will would who which that did does")
