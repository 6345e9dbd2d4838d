"""The words of a text as terms are looked up in it."""

import re

_TOKEN = re.compile(
    r"[\w'’]+"
    # What parts words that are neighbours otherwise: punctuation, a dash between spaces, the end of a paragraph.
    r"|[.,;:!?()\[\]{}|•…&]|\s(?:[-–—]+\s|\n\s*)"
)
# The full stops of U.S.; begins with the full stop, which lets the engine skip quickly over all other text.
_ABBREVIATING = re.compile(r"\.(?:(?<=\b[^\W\d_]\.)(?=[^\W\d_]\.)|(?<=\.[^\W\d_]\.))")


def split_words(text: str) -> list[str]:
    """The words without possessive "s" and without the full stops of abbreviations; breaks stand between them.

    >>> split_words("U.S.–Russia talks: Moscow’s view")
    ['US', 'Russia', 'talks', ':', 'Moscow', 'view']
    """
    tokens = _TOKEN.findall(_ABBREVIATING.sub("", text))
    return [token if token.isalnum() else token.replace("’", "'").strip("'").removesuffix("'s") for token in tokens]
