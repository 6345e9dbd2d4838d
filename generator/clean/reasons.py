"""Why a line is what it is, in a few words that a reader of the cleaning record understands."""

from functools import lru_cache

from generator.clean.features import Shape

_BY_TOPIC = {
    "consent": "about cookies, privacy or terms",
    "legal": "about rights and copyright",
    "signup": "asks to sign up or log in",
    "appeal": "asks for support",
    "comment": "belongs to the comments",
    "share": "offers to share or follow",
    "advert": "advertising",
    "player": "belongs to a player",
    "related": "leads to other stories",
    "author": "about the author",
    "menu": "menu",
    "credit": "picture credit of no kept picture",
}
_OF_LONG_LINES = frozenset({"consent", "legal", "signup", "appeal", "comment"})
_BRIEF = 8
"""Words of a line up to which one of them tells what it is about, whatever the topic."""
_BY_STATE = {
    "before": "stands above the story",
    "headline": "stands above the story",
    "meta": "stands between headline and story, and is neither",
    "inset": "interrupts the story",
    "end": "stands below the story",
    "after": "stands below the story",
    "body": "no part of the story's text",
}


def explain_furniture(shape: Shape, state: str, known: bool) -> str:
    """Why a line was removed."""
    if known:
        return "stands on other pages too"
    return _explain(shape.topics, shape.words <= _BRIEF, state) if shape.topics else _BY_STATE[state]


@lru_cache(maxsize=1 << 12)
def _explain(topics: tuple[str, ...], brief: bool, state: str) -> str:
    for topic, reason in _BY_TOPIC.items():
        if topic in topics and (brief or topic in _OF_LONG_LINES):
            return reason
    return _BY_STATE[state]
