"""The words of a Markdown text, each where it stands."""

import re

# Addresses, tags and the targets of links; the words of a link are text. Lengths are bounded, because a damaged page
# may open a bracket and never close it.
_NOT_TEXT = re.compile(r"\]\([^)\n]{0,2000}\)|(?:https?://|www\.)[^\s)\]>]+|<[^<>\n]{1,300}>|\]\[[^]\n]{0,300}\]")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.]+")


def mask(text: str) -> str:
    """The text with addresses and Markdown marks blanked out, every other character in its place.

    >>> mask("**Ask** [Anna](/x).")
    '  Ask    Anna     .'
    """
    # Most texts have no link, and to look for one character is much quicker than for two.
    if "<" in text or ("[" in text and "]" in text) or ("/" in text and "://" in text) or "www." in text:
        text = _NOT_TEXT.sub(lambda found: " " * len(found[0]), text)
    if "@" in text:
        text = _EMAIL.sub(lambda found: " " * len(found[0]), text)
    for mark in "*_`[":
        text = text.replace(mark, " ")
    return text
