"""Bylines: who is credited with a story, and the names read from it."""

import re

from generator.clean.dates import find_dates
from generator.clean.vocabulary import gather_words
from generator.model.byline import JOINT, ROLE, authors_of

_PARTICLES = r"(?:de|da|di|del|della|den|der|van|von|bin|ibn|al|el|la|le|du|dos|das|ten|ter|y)"
_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞΆΈ-ΏΑ-ΫЀ-ЯĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ])"
_WORD = rf"(?:{_CAPITAL}[^\W\d_]*(?:['’\-][^\W\d_]+)*|{_CAPITAL}\.(?:{_CAPITAL}\.)*|(?:al|el)-{_CAPITAL}[^\W\d_]+)"
_NAME = rf"(?:Dr\.?\s+|Prof\.?\s+|Sir\s+)?{_WORD}(?:\s+(?:(?:{_PARTICLES}\s+){{1,2}})?{_WORD}\.?){{1,3}}"
_FULL_NAME = re.compile(_NAME)
_NAMES = re.compile(rf"{_NAME}(?:{JOINT}{_NAME}){{0,5}}")
_OPENING = re.compile(
    r"(?:^|[|·•\-—–,:]\s*|\s)(?P<by>(?:(?:written|reported|words|story|analysis|opinion|commentary|report|text|posted"
    r"|published|authored|compiled)\s+)?(?:(?:by)\s*:?\s*){1,2}|authors?\s*:\s*)(?=[A-ZÀ-Þ0-9])",
    re.IGNORECASE,
)
_NOT_AUTHORS = re.compile(
    r"\b(?:photo(?:graph)?s?|image|images|picture|illustration|video|reviewed|sponsored|presented|powered|published"
    r"|produced|edited|supported|brought to you|made possible|owned|operated|designed|hosted|developed|provided|checked"
    r"|verified|sort|filter|order|followed|filmed)\s+by\s*:?\s*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\||·|•|\s[-—–]\s|(?:\b|(?<=[a-z]))(?:updated|published|posted|last updated|modified|contributor|special to"
    r"|twitter|facebook|instagram)\b|\d+\s*(?:min|hour|day|week|month|year)|\d{1,2}[:.]\d\d|\bfollow\b|\bemail\b|@|https?:"
    r"|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\bcomments?\b)",
    re.IGNORECASE,
)
"""What stands behind names, and ends them."""
_NO_NAMES = gather_words(
    """
    the a an this that these in on at of for to from with by is are was about contact privacy terms sign log read more
    share follow home news world politics business sport sports opinion video photos latest top popular all rights
    cookie cookies facebook twitter email print comments comment advertisement related view see search menu subscribe
    newsletter newsletters press release breaking live watch listen today yesterday monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november december what why
    how when where who our your you we us my getty images photo image credit policy service services use united states
    kingdom new york middle east north south west africa asia europe america australia site map copyright reserved
    technology science health entertainment lifestyle culture travel money food education weather save skip navigation
    sponsor sponsored message front page best overall next up back previous help login logout account gift gifts media
    real estate personal finance tech reviews games store shop jobs careers advertise current issue issues edition
    """
)
"""Words that open or fill menu entries which are shaped like names."""
_NEVER_FIRST = _NO_NAMES - {"by", "with"}
"""Those that no name follows; nearly all that is shaped like a name and is none begins with one."""
_LONGEST = 220
_EMPLOYER = re.compile(r"\s+(?:[Ff]or|in|at|[Ss]pecial [Tt]o|of)\s+.*$|\s+The\s+[A-Z].*$")
"""What follows a name to say whom its bearer writes for."""
_BULLET = re.compile(r"[•·▪◦‣*–—-]\s+(?=\S)")
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{3,})")
_BIOGRAPHY = re.compile(
    rf"(?P<name>{_NAME})\s*,?\s+(?:is|was)\s+(?:an?|the|currently)\s[^.]{{0,80}}\b"
    r"(?:reporter|writer|editor|correspondent|journalist|columnist|contributor|author|professor|fellow|producer|critic"
    r"|director|researcher|lecturer|blogger|commentator|reviewer|analyst|historian)\b"
)
_TOLD_AUTHOR = re.compile(
    rf"\b(?:(?:story|article|report|piece|column)\b[^.]{{0,60}}\bwas (?:originally )?(?:written|reported) by"
    rf"|[Cc]ontact (?:the )?(?:(?:staff|senior) )?(?:writer|reporter|author|editor|correspondent))\s(?P<name>{_NAME})"
)
"""What a note below a story says of who wrote it."""


def is_byline(text: str, by: re.Pattern[str] | None = None) -> bool:
    """Whether a short line announces its author with "By" or a like word, or one that ``by`` finds at its start."""
    return read_byline(text, by) is not None


_BY = re.compile(r"(?:^|[|·•\-—–,:]|\s)by")
"""As :data:`_OPENING` has it, be it behind another word."""


def may_hold_byline(lower: str) -> bool:
    """Whether a line, in lower case, holds the letters of a word that announces an author."""
    return ("by" in lower and _BY.search(lower) is not None) or "author" in lower


def read_byline(text: str, by: re.Pattern[str] | None = None) -> tuple[str, int, int] | None:
    """Who a line says a story is by, as printed, and where that stands in the line; None when it does not say.

    ``by``: how lines that name their author begin in another language than English. What follows the names, such as a
    date or reading time, is not part of it; a role or agency is.

    >>> read_byline("December 19, 2016 by Mara Lindqvist")
    ('Mara Lindqvist', 21, 35)
    """
    if len(text) > _LONGEST:
        return None
    if by is not None and (opening := by.match(text)):
        names = _read_names(text, opening.end()).partition(" (")[0]
        if _NAMES.match(names):
            return names, opening.end(), opening.end() + len(names)
    if not may_hold_byline(text.lower()):
        return None
    for opening in _OPENING.finditer(text):
        before = text[: opening.start("by")].strip()
        if len(before) > 60 and before[-1] not in "|·•":
            continue
        if before and before[-1] not in "|·•-—–:])" and not find_dates(before):
            continue
        if _NOT_AUTHORS.search(text[: opening.end()]):
            continue
        start = opening.end()
        names = _read_names(text, start)
        if _is_credible(names):
            return names, start, start + len(names)
    return None


def _read_names(text: str, start: int) -> str:
    """What stands in a line from ``start`` up to what ends names."""
    return text[start : _end_of_names(text, start)].rstrip(" ,;:.-–—|/")


def read_bare_names(text: str) -> tuple[str, int, int] | None:
    """Names that fill the start of a line which has at most a role, date or time beside them.

    Such a line is a byline only if it stands where bylines stand; the caller knows.

    >>> read_bare_names("Lucy MarlowNews Reporter")
    ('Lucy Marlow', 0, 11)
    """
    if len(text) > _LONGEST:
        return None
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    words = text[start:].split(None, 1)
    if not words or words[0].lower() in _NEVER_FIRST or not _FULL_NAME.match(text, start):
        return None
    head = _read_names(text, start)
    # Two words run together where the page had two boxes: what follows is a role.
    head = _RUN_TOGETHER.split(head, maxsplit=1)[0]
    for names in _readings(head):
        match = _NAMES.match(names)
        if match and match.end() == len(names) and all(_is_person(name) for name in authors_of(names)):
            return names, start, start + len(names)
    return None


def _readings(head: str) -> list[str]:
    """What of a line's start may be names: all of it, or two or three words before a role."""
    readings = [head]
    if ROLE.search(head):
        words = head.split()
        readings = [" ".join(words[:size]).rstrip(",") for size in (2, 3) if ROLE.search(" ".join(words[size:]))]
    return readings


def read_biography(text: str) -> tuple[str, int, int] | None:
    """Whom a line introduces as an author, and where the name stands; None when it introduces nobody.

    >>> read_biography("Ann Holm is a reporter in Visby.")
    ('Ann Holm', 0, 8)
    >>> read_biography("This story about ferries was written by Ann Holm and first ran elsewhere.")
    ('Ann Holm', 40, 48)
    """
    match = _BIOGRAPHY.match(text)
    if match is None and ("was " in text or "ontact " in text):
        match = _TOLD_AUTHOR.search(text, 0, _LONGEST_NOTE)
    if match is None or not _is_person(match["name"]):
        return None
    return match["name"], match.start("name"), match.end("name")


_LONGEST_NOTE = 300
"""Characters of a note below a story in which its author is looked for."""


def _end_of_names(text: str, start: int) -> int:
    end = len(text)
    dates = find_dates(text[start:])
    if dates:
        end = start + dates[0].start
    tail = _TAIL.search(text, start, end)
    return start + len(text[start : tail.start()].rstrip()) if tail else end


def _is_credible(names: str) -> bool:
    words = names.split()
    if not 1 <= len(words) <= 24 or len(names) < 3:
        return False
    if not _NAMES.match(names) and (len(words) > 4 or words[0].lower() in _NO_NAMES):
        return False
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 2 >= len(words)


def _is_person(name: str) -> bool:
    words = [word.lower().strip(".") for word in name.split()]
    return 2 <= len(words) <= 5 and _NO_NAMES.isdisjoint(words) and _FULL_NAME.fullmatch(name) is not None
