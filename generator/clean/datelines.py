"""The dateline: the place, and sometimes day and agency, that opens a story's first paragraph."""

import re

from generator.clean.vocabulary import gather_words
from generator.model.article import Dateline

_REACH = 110
"""Characters from the start of a paragraph within which a dateline has ended."""
_DAY = (
    r"(?P<day>(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)\s+\d{1,2}(?:,?\s+\d{4})?|"
    r"\d{1,2}\s+(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?:,?\s+\d{4})?)"
)
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_LETTER = r"[^\W\d_]"
_UPPER_WORD = rf"{_UPPER}(?:{_UPPER}|['’.\-])+"
_TITLE_WORD = rf"{_UPPER}(?:{_LETTER}|['’.\-])*"
_UPPER_PLACE = rf"{_UPPER_WORD}(?:[\s/]{{1,2}}{_UPPER_WORD}){{0,3}}(?:,\s*(?:{_TITLE_WORD}\s?){{1,3}}){{0,2}}"
_TITLE_PLACE = (
    rf"{_TITLE_WORD}(?:[\s/]{{1,2}}(?:of\s|de\s|al-)?{_TITLE_WORD}){{0,3}}(?:,\s*(?:{_TITLE_WORD}\s?){{1,3}}){{0,2}}"
)
_STATE_PLACE = (
    rf"{_TITLE_WORD}(?:\s{_TITLE_WORD}){{0,2}},\s*(?:{_UPPER}{{2}}|{_UPPER}\.{_UPPER}\.|{_UPPER}[a-z]{{1,4}}\.)"
)
_AGENCY = r"\(\s*(?P<agency>[^()]{2,40}?)\s*\)"
_DASH = r"\s*(?:—|–|--|-(?=\s))\s*"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_UPPER_PLACE}?)\s*(?:,?\s*{_DAY})?\s*(?:{_AGENCY})?{_DASH}",
        rf"(?P<place>{_TITLE_PLACE}?)\s*(?:,?\s*{_DAY})?\s*{_AGENCY}{_DASH}",
        rf"(?P<place>{_TITLE_PLACE}?)\s*,\s*{_DAY}{_DASH}",
        rf"(?P<place>{_STATE_PLACE})\s*{_DASH}",
        rf"(?P<place>{_UPPER_PLACE}?)\s*:\s+",
        # MOSCOW, February 18. /TASS/. The minister …; HELSINKI, October 12. The talks …
        rf"(?P<place>{_UPPER_PLACE}?)\s*,\s*{_DAY}\.?\s*/\s*(?P<agency>[^/]{{2,40}}?)\s*/\s*\.?\s*(?:{_DASH})?",
        rf"(?P<place>{_UPPER_PLACE}?)\s*,\s*{_DAY}\.\s+",
    )
)
_TITLE_FORMS = _FORMS[1:4]
"""Those in which the place need not be in capitals."""
_CAPITALS = re.compile(_UPPER_WORD)
_ENDS = re.compile(r"[—–]|--|[ \xa0]-|:[ \xa0]|/|\d\.[ \xa0]")
"""What every dateline ends with."""
_NO_PLACES = gather_words(
    "UPDATE UPDATED BREAKING EXCLUSIVE WATCH LIVE OPINION ANALYSIS VIDEO PHOTOS NOTE READ MORE CORRECTION RELATED Q A "
    "FACT CHECK FACTBOX TIMELINE EXPLAINER INTERVIEW REVIEW PODCAST NEWS TIP WARNING SPOILER ALERT"
)


def split_dateline(text: str) -> tuple[Dateline, int] | None:
    """The dateline that opens a paragraph, and how many characters it takes, dash and blanks included.

    >>> split_dateline("MOSCOW, May 6 (RIA Novosti) - Despite the rain, they came.")
    (Dateline(place='MOSCOW', day='May 6', agency='RIA Novosti'), 30)
    >>> split_dateline("MOSCOW, May 6. /TASS/. Despite the rain, they came.")
    (Dateline(place='MOSCOW', day='May 6', agency='TASS'), 23)
    >>> split_dateline("NATO said - as it often does - nothing.")
    """
    head = text[:_REACH]
    if not head[:1].isupper():
        return None
    may_end = "-" in head or "—" in head or "–" in head or ":" in head or (head[:2].isupper() and ". " in head)
    if not may_end or _ENDS.search(head) is None:
        return None
    for form in _FORMS if _CAPITALS.match(head) else _TITLE_FORMS:
        match = form.match(head)
        if match is None:
            continue
        place = " ".join(match["place"].split()).rstrip(",")
        if place.count(".") == 1:  # MOSCOW. May 6 (Interfax) – but not WASHINGTON, D.C.
            place = place.rstrip(".")
        named = match.groupdict()
        if not _is_place(place) or match.end() >= len(text):
            continue
        agency = named.get("agency")
        day = named.get("day")
        return (
            Dateline(
                place=place,
                day=" ".join(day.split()) if day else None,
                agency=" ".join(agency.split()) if agency else None,
            ),
            match.end(),
        )
    return None


def _is_place(place: str) -> bool:
    if not 3 <= len(place) <= 60:
        return False
    return not _NO_PLACES.intersection(re.findall(r"\w+", place.upper())[:2])
