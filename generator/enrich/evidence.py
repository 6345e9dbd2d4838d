"""What speaks for and against a mention being a person, and the offices printed beside it."""

import re
from functools import lru_cache

from generator.enrich import words as known
from generator.enrich.mentions import Kind, Mention, is_east_asian_given, kind_of
from generator.enrich.words import fold

ENOUGH = 2.0
"""The sum of evidence at which several words are taken for a person's name."""

NOT_A_PERSON = -9.0
"""The evidence of a place where the words are a part of another name."""

MISPLACED = -5.0
"""Below this a place is no person's, whatever else the text says of the name."""

_REACH = 110
"""How many characters before and after a mention are looked at."""

_SPEECH = "|".join(sorted(known.SPEECH))
_SPEAKS = re.compile(rf"[\"”’,]?\s+(?:(?:has|have|had|also|later|then|who|himself|herself)\s+)?(?:{_SPEECH})\b")
_BEFORE_PEOPLE = known.word_set(
    """
said says added told asked quoting by with met between accused replaced succeeded
    """
)
_AGE = re.compile(r"(?:,\s+(?:aged\s+)?|\s\()\d{1,2}(?:,|\)|\s(?:years old|from)\b|\.)")
_WHO = re.compile(r",?\s+(?:who|whose|whom|himself|herself)\b")
_ARTICLES = known.word_set("the a an this every each")
_BEFORE_PLACES = known.word_set(
    """
in at near inside outside across throughout into onto around through toward towards via off
    """
)
_COMPANY = re.compile(r",? (?:Inc|Ltd|LLC|Corp|Co|plc|PLC|AG|GmbH|S\.A)\b")
_IN_PLACE = re.compile(r",\s+([^\W\d_]+)")
_APPOSITION = re.compile(
    r"(?:,|\s[–—(-])\s*(?:(?:the|an?|his|her|its|their|who is|who was)\s+)?([^,;:()\n“”\"—–]{3,90})"
)
_JOINED_OFFICE = re.compile(r" (?:of|for) ")
_STOPS_A_ROLE = re.compile(r"(?<=[a-z0-9)\"”])[.!?](?:\s|$)|\.\s+(?=[A-Z][a-z]+ed\b)")


def weigh(mention: Mention) -> float:
    """What the words themselves say, wherever they stand."""
    words = mention.words
    core = [word for word in words if word.kind not in {Kind.PARTICLE, Kind.SUFFIX}]
    first, last = core[0], fold(core[-1].text)
    weight = {Kind.GIVEN: 3.0, Kind.WEAK: 1.5}.get(first.kind, 0.0)
    if first.kind not in {Kind.GIVEN, Kind.WEAK} and any(word.kind is Kind.GIVEN for word in core[1:]):
        weight += 1.0
    if any(word.kind is Kind.INITIAL for word in core):
        weight += 1.5
    particles = [fold(word.text) for word in words[1:] if word.kind is Kind.PARTICLE]
    if particles:
        weight += 0.5 if known.STRONG_PARTICLES.isdisjoint(particles) else 1.5
    if any(fold(word.text).startswith(known.SURNAME_BEGINNINGS) for word in core):
        weight += 1.5
    if last in known.SURNAMES:
        weight += 1.5
    elif len(last) > 5 and last.endswith(known.SURNAME_ENDINGS):
        weight += 1.0
    if fold(first.text) in known.EAST_ASIAN_SURNAMES and len(core) in {2, 3}:
        weight += 3.0 if is_east_asian_given(core[1].text) else 1.5
    if mention.suffix in {"jr", "sr"}:
        weight += 2.0
    return weight - max(0, len(core) - 4)


_WORDS_OF_OTHER_USE = known.OTHERS | known.ORDINARY | known.THINGS | known.WEAK_GIVEN


def left_of(masked: str, mention: Mention) -> str:
    """The text shortly before a mention."""
    return masked[max(0, mention.start - _REACH) : mention.start]


def right_of(masked: str, mention: Mention) -> str:
    """The text shortly after a mention."""
    return masked[mention.end : mention.end + _REACH]


def weigh_place(masked: str, mention: Mention) -> float:
    """What the neighbouring words say."""
    left, right = left_of(masked, mention), right_of(masked, mention)
    if names_a_thing(mention, left, right):
        return NOT_A_PERSON
    word = _word_before(left)
    weight = 0.0
    if mention.honorific or office_before(left):
        weight += 3.0
    elif word in _ARTICLES:
        weight -= 3.0
    elif word in _BEFORE_PLACES:
        weight -= 2.0
    if word in known.KIN:
        weight += 2.0
    if word in _BEFORE_PEOPLE or speaks(right):
        weight += 1.5
    if _AGE.match(right) or office_after(right):
        weight += 2.5
    if _WHO.match(right):
        weight += 1.5
    place = _IN_PLACE.match(right)
    if place and place[1][0].isupper() and fold(place[1]) in known.OTHERS:
        weight -= 1.5
    return weight


def _word_before(left: str) -> str:
    """The folded word directly before; empty at the start of a sentence or a line."""
    words = left.rsplit(None, 1)
    return fold(words[-1].strip("“”\"'‘(,")) if words and left[-1] == " " else ""


def is_also_a_word(mention: Mention) -> bool:
    """Whether a lone surname is a word of another use: May, Young, Church."""
    return fold(mention.words[-1].text) in _WORDS_OF_OTHER_USE


def speaks(right: str) -> bool:
    """Whether a verb of speech follows."""
    return _SPEAKS.match(right) is not None


def names_a_thing(mention: Mention, left: str, right: str) -> bool:
    """Whether the words are only a part of a thing's name: Bank of X, X & Sons, Lake X."""
    if mention.before and mention.before.kind is Kind.PREFIX:
        return not mention.full
    if mention.words[0].kind is not Kind.GIVEN and ("&" in left[-2:] or "&" in right[:2]):
        return True
    if _COMPANY.match(right):
        return True
    after = right[1:20].split(None, 1)
    if right[:1] == " " and after and after[0].rstrip(".,;:") in known.BEARING_THINGS:
        return True
    before = left.rsplit(None, 3)[-3:]
    if before and before[-1] in known.NAMED_THINGS:
        return True
    if before and before[-1] == "the":
        before.pop()
    return len(before) > 1 and before[-1] == "of" and before[-2][0].isupper() and fold(before[-2]) in known.THINGS_OF


def office_before(left: str) -> str:
    """The office printed at the end of the words before a name, without articles; empty when there is none.

    >>> office_before("He met the Russian Foreign Minister ")
    'Russian Foreign Minister'
    >>> office_before("talks with U.S. Secretary of State ")
    'U.S. Secretary of State'
    >>> office_before("according to Russia's foreign minister, ")
    "Russia's foreign minister"
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
    while first > 0 and _belongs_to_office(words[first - 1]):
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
    if len(right) == _REACH and found.end() == _REACH:
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
