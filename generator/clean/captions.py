"""Captions, and the credits that they end with."""

import re
from collections.abc import Sequence

from generator.clean.vocabulary import CAPTION_VERBS, FUNCTION_WORDS, POSES, gather_words

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
_CREDIT_HINT = re.compile(
    r"[©/]|[ACEFGHIPRS](?:P|PA|FP|REDIT|redit|ourtesy|ile|ILE|etty|andout|mage|llustration|hoto|HOTO|ic|euters|EUTERS"
    r"|ource|creenshot|hutterstock|upplied)"
)
"""What stands in every credit; looked for first, since that is quick."""
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
    if not _CREDIT_HINT.search(text):
        return None
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


def looks_like_caption(text: str) -> bool:
    """Whether a line says what is seen in a picture: a credit, a "(left)", or a subject that "attends", "poses"."""
    lower = text.lower()
    words = _WORDS.findall(lower)
    return shows_caption(text, lower, words, NOTED_IN_CAPTIONS.intersection(words))


def is_surely_caption(text: str) -> bool:
    """Whether a line can be nothing else, even where a story starts: a credit ends it, or its subject "poses".

    >>> is_surely_caption("Minister Ann Holm poses with dockers on May 6.")
    True
    >>> is_surely_caption("Minister Ann Holm left the talks on May 6.")
    False
    """
    if split_credit(text) is not None:
        return True
    words = _WORDS.findall(text[:_SUBJECT_REACH].lower())
    return text[0].isupper() and words[0] not in FUNCTION_WORDS and not POSES.isdisjoint(words[1:14])


def shows_caption(text: str, lower: str, words: Sequence[str], noted: frozenset[str]) -> bool:
    """As :func:`looks_like_caption`, where the line is known in lower case too, and its ``words``.

    ``noted`` are the different ones, or at least all of them that are among :data:`NOTED_IN_CAPTIONS`.
    """
    marked = "/" in text or "©" in text
    if not marked and noted.isdisjoint(NOTED_IN_CAPTIONS):
        return False
    if not noted.isdisjoint(_SIDE_WORDS) and _may_name_sides(lower) and _SIDES.search(text):
        return True
    start = max(0, len(text) - _CREDIT_REACH)
    hinted = marked or not noted.isdisjoint(_CREDIT_WORDS)
    if hinted and (is_credit(text) or (_CREDIT_HINT.search(text, start) and _CREDIT.search(text, start))):
        return True
    if noted.isdisjoint(CAPTION_VERBS) or not text[0].isupper() or not noted.isdisjoint(_SPEECH):
        return False
    return not CAPTION_VERBS.isdisjoint(words[1:14])


def _may_name_sides(lower: str) -> bool:
    """Whether a line is worth a search for words that tell who is where in a picture; nearly none is."""
    return (
        "(" in lower
        or "pictured" in lower
        or "file " in lower
        or "from left" in lower
        or ("," in lower and (", left," in lower or ", right," in lower or ", cent" in lower))
    )


_SUBJECT_REACH = 160
"""Characters at the start of a caption in which it says what its subject does."""
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
NOTED_IN_CAPTIONS = _SIDE_WORDS | _CREDIT_WORDS | _SPEECH | CAPTION_VERBS
"""The words by which captions are told."""
