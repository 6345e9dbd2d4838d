"""Captions, and the credits that they end with."""

import re

from generator.clean.vocabulary import CAPTION_VERBS

_NAME = r"[^\W\d_][\w.'’&\-]*"
_CREDIT = re.compile(
    r"""(?:
        ©\s*\S[^©]{1,80}                                                       # © Name / Agency
      | [(\[]\s*(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Photo|PHOTO|Image|File|FILE|Source|Picture|Courtesy|Credit|Handout)\b[^()\[\]]{0,80}[)\]]
      | \b(?:Photo(?:graph)?s?|PHOTOS?|Images?|Pictures?|Credits?|CREDIT|Illustration|Screenshot|Courtesy)(?:\sby|\scredit|\scourtesy(?:\sof)?)?\s?[:/|]\s?\S[^:]{1,70}
      | \b(?:[A-Z][\w.'’\-]*\s){1,4}?[A-Z][\w.'’\-]*\s?/\s?(?:[A-Z][\w.'’\-]*\s?){1,4}(?:/\s?(?:[A-Z][\w.'’\-]*\s?){1,4}){0,2}
      | (?:—|--|–|-)\s?(?:AP|AFP|EPA|Reuters|REUTERS)(?:\s(?:pic|photo|file|Photo|File))?
      | \b(?:Getty\sImages|AP\sPhoto|Shutterstock|Handout|Supplied)
    )\s*\.?$""",
    re.VERBOSE,
)  # fmt: skip
_CREDIT_ALONE = re.compile(
    r"""(?:
        ©\s*\S.{1,80}
      | [(\[]?(?:(?:Photo(?:graph)?s?|PHOTOS?|Images?|Pictures?|Credits?|CREDIT|Illustration|Screenshot|Courtesy|Handout|FILE|File)\b(?:\sby|\scredit|\scourtesy)?\s?[:/|\-—]?\s?\S.{0,70})
      | (?:[A-Z][\w.'’\-]*\s){0,4}(?:[A-Z][\w.'’\-]*)?\s?[/|]?\s?(?:via\s)?(?:Getty(?:\sImages)?|AP(?:\sPhoto)?|AFP|EPA|Reuters|REUTERS|Shutterstock|iStock|Associated\sPress)(?:\s?[/|]\s?.{1,40}|\sfile\sphoto)?
      | .{0,60}(?:Getty\sImages|AP\sPhoto|Shutterstock|AFP/Getty|EPA-EFE)
    )[)\]]?\.?""",
    re.VERBOSE,
)  # fmt: skip
_SIDES = re.compile(r"\((?:L|R|C|left|right|center|centre|pictured|file|above)\b[^)]{0,20}\)|\b(?:pictured|file photo|FILE PHOTO|FILE -|From left|, left,|, right,|, center,|, centre,)", re.I)  # fmt: skip
_SPEECH = re.compile(r"\b(?:said|says|told|added|according|accused|claimed|announced)\b")
_WORDS = re.compile(r"[^\W\d_]+")


def split_credit(text: str) -> tuple[str, str, int] | None:
    """The words of a caption, its credit, and where the credit starts; None when it ends with no credit.

    >>> split_credit("The harbour at dawn. © Ann Holm / Kestrel")
    ('The harbour at dawn.', 'Ann Holm / Kestrel', 21)
    """
    start = max(0, len(text) - 160)
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
    if _SIDES.search(text) or is_credit(text) or _CREDIT.search(text, max(0, len(text) - 160)):
        return True
    if _SPEECH.search(text):
        return False
    words = _WORDS.findall(text[:200])
    return bool(words) and words[0][0].isupper() and not CAPTION_VERBS.isdisjoint(words[1:14])
