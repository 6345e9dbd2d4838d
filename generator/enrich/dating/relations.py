"""Words that tie the year of publication to one that a text prints: anniversaries, "ten years after", "last year"."""

import re
from dataclasses import dataclass

_UNITS, _ORDINALS, _TENS, _TENTHS = (
    words.split()
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    )
)


_STRETCHES = {"a decade": 10, "two decades": 20, "three decades": 30, "a century": 100}


def _number_words() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_UNITS, 1)}
    words |= {word: number for number, word in enumerate(_ORDINALS, 1)}
    for ten, (plain, tenth) in enumerate(zip(_TENS, _TENTHS, strict=True), 2):
        words[plain] = words[tenth] = 10 * ten
        for unit in range(1, 10):
            words[f"{plain}-{_UNITS[unit - 1]}"] = words[f"{plain}-{_ORDINALS[unit - 1]}"] = 10 * ten + unit
    return words | _STRETCHES | {"hundredth": 100}


_NUMBERS = _number_words()
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_STRETCH = rf"(?:(?P<number>{_COUNT})\s+years?|(?P<stretch>{'|'.join(_STRETCHES)}))"
_YEAR = r"(?P<year>1[6789]\d\d|20\d\d)(?!\d)"
_HEDGE = r"(?P<hedge>(?:nearly|almost|about|around|some|over|more than|roughly)\s+)?"
_AFTER = r"\s+(?:after|since)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}"
_OF = r"(?:st|nd|rd|th)?\s+anniversary\s+of\s+(?:the\s+)?(?:[\w'’-]+\s+){0,6}"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_HEDGE}{_STRETCH}{_AFTER}{_YEAR}",
        rf"\b{_HEDGE}{_STRETCH}\s+ago,?\s+(?:back\s+)?in\s+(?:\w+\s+)?{_YEAR}",
        rf"\bin\s+(?:\w+\s+)?{_YEAR},?\s+{_HEDGE}{_STRETCH}\s+ago\b",
        rf"\b{_HEDGE}(?P<number>{_COUNT})(?P<stretch>){_OF}{_YEAR}",
    )
)
_ANCHOR = re.compile(r"(?:years?|decades?|century)\s+(?:after|since|ago)\b|\banniversary of\b")
"""Words without which none of the forms is there; these are quickly found."""
_BEFORE, _BEHIND = 60, 110
"""Characters around them within which a form stands."""
_BESIDE_YEAR = re.compile(
    r"\b(?P<which>this|last|next) year(?:['’]s)?\s*[,(–—-]+\s*(?P<after>20\d\d|19\d\d)\b"
    r"|\b(?P<ahead>20\d\d|19\d\d)\s*[,(–—-]+\s*(?P<which2>this|last|next) year\b",
    re.IGNORECASE,
)
_SET_AGAINST = re.compile(r"\bin (?P<year>20\d\d|19\d\d)\b[^.\n]{3,120}?\bthis year\b")
_SHIFT = {"this": 0, "last": 1, "next": -1}
LONGEST = 150
"""Years; longer stretches are history, not news."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """What ties the year of publication to a year that the text prints."""

    words: str
    """As printed."""
    year: int
    """The year of publication, if the words count from it."""
    loose: bool
    """Whether the words say "nearly", "about" or the like."""


def find_relations(text: str) -> list[Relation]:
    """The relations of a text, in order of their kind.

    >>> [(r.words, r.year) for r in find_relations("They met ten years after the 2001 attacks.")]
    [('ten years after the 2001', 2011)]
    >>> [(r.words, r.year) for r in find_relations("Last year, 2015, was the warmest.")]
    [('Last year, 2015', 2016)]
    """
    found: dict[str, Relation] = {}
    for anchor in _ANCHOR.finditer(text):
        near = text[max(0, anchor.start() - _BEFORE) : anchor.end() + _BEHIND]
        for match in (match for form in _FORMS for match in form.finditer(near)):
            count = _count(match["number"] or match["stretch"])
            if 1 <= count <= LONGEST:
                words = " ".join(match[0].split())
                year = int(match["year"]) + count
                found.setdefault(words, Relation(words=words, year=year, loose=bool(match["hedge"])))
    for match in _BESIDE_YEAR.finditer(text):
        which = (match["which"] or match["which2"]).lower()
        year = int(match["after"] or match["ahead"])
        words = " ".join(match[0].split())
        found.setdefault(words, Relation(words=words, year=year + _SHIFT[which], loose=False))
    for match in _SET_AGAINST.finditer(text):
        words = f"in {match['year']} … this year"
        found.setdefault(words, Relation(words=words, year=int(match["year"]) + 1, loose=True))
    return list(found.values())


def _count(number: str) -> int:
    """The number that a word or digits say."""
    return int(number) if number.isdigit() else _NUMBERS[number.lower()]
