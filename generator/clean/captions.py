"""Captions, and the credits that they end with."""

import re
from collections.abc import Sequence

from generator.clean.vocabulary import CAPTION_VERBS, gather_words

_CAPITALS = r"(?:[A-Z][\w.'’\-]*\s?){1,4}"
_PICTURE = r"(?:Photo(?:graph)?s?|PHOTOS?|Images?|Pictures?|Credits?|CREDIT|Illustration|Screenshot|Courtesy)"
_AGENCY = r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Photo|PHOTO|Image|File|FILE|Source|Picture|Courtesy|Credit|Handout|Pic)"
_CREDIT = re.compile(
    rf"""(?:
        ©\s*\S[^©]{{1,80}}                                     # © Name / Agency
      | [(\[]\s*{_AGENCY}s?\b[^()\[\]]{{0,80}}[)\]]            # (AP Photo/Name)
      | \b{_PICTURE}(?:\sby|\scredit|\scourtesy(?:\sof)?)?\s?[:/|]\s?\S[^:]{{1,70}}
      | \b(?:[A-Z][\w.'’\-]*\s){{1,4}}?[A-Z][\w.'’\-]*\s?/\s?{_CAPITALS}(?:/\s?{_CAPITALS}){{0,2}}
      | (?:—|--|–|-)\s?(?:AP|AFP|EPA|Reuters|REUTERS)(?:\s(?:pic|photo|file|Photo|File))?
      | \b(?:Getty\sImages|AP\sPhoto|Shutterstock|Handout|Supplied)
    )\s*\.?$""",
    re.VERBOSE,
)
_CREDIT_ALONE = re.compile(
    rf"""(?:
        ©\s*\S.{{1,80}}
      | [(\[]?(?:{_PICTURE}|Handout|FILE|File)\b(?:\sby|\scredit|\scourtesy)?\s?[:/|\-—]?\s?\S.{{0,70}}
      | (?:[A-Z][\w.'’\-]*\s){{0,4}}(?:[A-Z][\w.'’\-]*)?\s?[/|]?\s?(?:via\s)?
        (?:Getty(?:\sImages)?|AP(?:\sPhoto)?|AFP|EPA|Reuters|REUTERS|Shutterstock|iStock|Associated\sPress)
        (?:\s?[/|]\s?.{{1,40}}|\sfile\sphoto)?
      | .{{0,60}}(?:Getty\sImages|AP\sPhoto|Shutterstock|AFP/Getty|EPA-EFE)
    )[)\]]?\.?""",
    re.VERBOSE,
)
_SIDES = re.compile(
    r"\((?:L|R|C|left|right|center|centre|pictured|file|above)\b[^)]{0,20}\)"
    r"|\b(?:pictured|file photo|FILE -|From left)|, (?:left|right|center|centre),",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")


def split_credit(text: str) -> tuple[str, str, int] | None:
    """The words of a caption, its credit, and where the credit starts; None when it ends with no credit.

    >>> split_credit("The harbour at dawn. © Ann Holm / Kestrel")
    ('The harbour at dawn.', 'Ann Holm / Kestrel', 21)
    """
    start = max(0, len(text) - _CREDIT_REACH)
    match = _CREDIT.search(text, start)
    if match is None or match.start() == 0:
        return None
    words, credit = text[: match.start()].strip(), clean_credit(match.group())
    if len(words.split()) < 3 or not credit:
        return None
    return words, credit, match.start()


def is_credit(text: str) -> bool:
    """Whether a line is nothing but a credit."""
    return len(text) <= 120 and len(text.split()) <= 14 and _CREDIT_ALONE.fullmatch(text) is not None


def clean_credit(text: str) -> str:
    """A credit without the mark or label that announces it.

    >>> clean_credit("(Photo by Ann Holm)")
    'Ann Holm'
    """
    text = text.strip().strip("()[]").strip()
    text = re.sub(
        r"^(?:©|(?:photo(?:graph)?s?|images?|pictures?|credits?|illustration|screenshot|courtesy)(?:\s+(?:by|credit|courtesy(?:\s+of)?))?\s*[:/|])\s*"
        r"|^(?:photo(?:graph)?s?|images?|pictures?|illustration)\s+by\s+|^[—–-]+\s*",
        "", text, flags=re.IGNORECASE,
    )  # fmt: skip
    return text.strip().rstrip(".").strip()


def looks_like_caption(text: str, words: Sequence[str] | None = None, distinct: frozenset[str] | None = None) -> bool:
    """Whether a line says what is seen in a picture: a credit, a "(left)", or a subject that "attends", "poses".

    ``words`` are the line's, in lower case, and ``distinct`` the same as a set, where the caller has them already.
    """
    words = _WORDS.findall(text.lower()) if words is None else words
    distinct = frozenset(words) if distinct is None else distinct
    if not distinct.isdisjoint(_SIDE_WORDS) and _SIDES.search(text):
        return True
    start = max(0, len(text) - _CREDIT_REACH)
    hinted = "©" in text or "/" in text or not distinct.isdisjoint(_CREDIT_WORDS)
    if hinted and (is_credit(text) or _CREDIT.search(text, start)):
        return True
    return text[0].isupper() and distinct.isdisjoint(_SPEECH) and not CAPTION_VERBS.isdisjoint(words[1:14])


_CREDIT_REACH = 160
"""Characters at the end of a line in which a credit stands."""
_SIDE_WORDS = gather_words("l r c left right center centre pictured file above")
_CREDIT_WORDS = gather_words(
    """
    photo photos photograph photographs image images picture pictures pic pics credit credits courtesy illustration
    screenshot getty ap afp epa reuters file handout shutterstock supplied source istock
    """
)
"""One of them, a slash or a © stands in every credit; other lines are not searched further."""
_SPEECH = gather_words("said says told added according accused claimed announced")
