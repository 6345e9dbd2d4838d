"""Pages that hold no article: what saved them met a wall, a player, or a page of links."""

import re

from generator.clean.gloss import ENGLISH, find_gloss
from generator.clean.page import Cleaned
from generator.model.cleaning import BODY_VERDICTS, REMOVED_VERDICTS, Verdict

NO_STORY = "no line of it reads as a story"
_TOO_SHORT = 10
"""Words that a story has at least."""
_WALLED = 120
_OF_WALL = 80
_BESIDE_PLAYER = 30
"""Words, at most, of a story that is cut off by a wall, that is the wall's own text, and that goes with a player."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


_PAYWALL = _any(
    r"(?:subscribe|register|sign (?:up|in)|log in|join)(?: now| today| for free)? "
    r"to (?:continue|keep|read|unlock|access)\b",
    r"to (?:continue reading|read the (?:full|rest|whole)|unlock this)\b",
    r"(?:this|the full|the rest of this) (?:article|story|content|page) is (?:only )?"
    r"(?:for|available (?:only )?to|reserved for|exclusive to) (?:our )?"
    r"(?:paying |registered |premium )?(?:subscribers|members)\b",
    r"(?:reached|read) your (?:monthly )?limit of (?:free )?articles\b",
    r"subscribers[- ]only\b",
    r"already a subscriber\?",
)
_CHECK = _any(
    r"verify (?:that )?you are (?:a )?human\b",
    r"are you a robot\b",
    r"not a robot\b",
    r"checking your browser\b",
    r"captcha\b",
    r"enable java ?script\b",
    r"unusual (?:traffic|activity)\b",
    r"access (?:to this page has been )?denied\b",
    r"request (?:was )?blocked\b",
)
_MISSING = _any(
    r"(?:page|article|story|content|file)(?: you[\w' ]{0,40})? (?:was not|could not be|cannot be|can't be|not) found\b",
    r"(?:page|article|story) (?:is )?no longer (?:available|exists)\b",
    r"(?:error|http) 40[34]\b",
)
_CONSENT = _any(
    r"accept (?:all )?cookies\b",
    r"(?:use|uses|using|store|set) (?:of )?(?:\w+ ){0,3}cookies\b",
    r"cookie (?:policy|settings|preferences)\b",
    r"manage (?:your )?(?:consent|cookies|privacy|choices|preferences)\b",
    r"your (?:consent|privacy choices)\b",
)
_PLAYER = _any(
    r"video\b",
    r"watch (?:now|live|again|the video)\b",
    r"now playing\b",
    r"up next\b",
    r"autoplay\b",
    r"play(?:back|er)\b",
    r"livestream\b",
    r"\d?\d:\d\d ?/ ?\d?\d:\d\d\b",
)
_WALLS = (
    (_CHECK, "shows a check for robots or of the browser, and no story"),
    (_MISSING, "says that the page is not there"),
    (_CONSENT, "asks for consent, and shows no story"),
)


def why_no_article(cleaned: Cleaned) -> str:
    """Why a page holds no article, in a few words; empty when it holds one."""
    body = _in_english(" ".join(cleaned.paragraphs))
    words = len(body.split())
    if words >= _WALLED:
        return ""
    rest = _text_below(cleaned)
    for pattern, reason in _WALLS:
        if pattern.search(body) and words < _OF_WALL and len(pattern.findall(body)) * 40 > words:
            return reason
    if words and _PAYWALL.search(rest):
        return "shows the start of a story only, behind a paywall"
    if words >= _BESIDE_PLAYER or (words >= _TOO_SHORT and not _is_player(cleaned)):
        return ""
    return _name_page(cleaned)


def _in_english(text: str) -> str:
    """A text with English words for what walls say in other languages."""
    gloss = find_gloss(text)
    return text if gloss is ENGLISH else gloss.in_english(text.lower())


def _text_below(cleaned: Cleaned) -> str:
    """What stands on the page after the first line of the story's text."""
    passages = cleaned.record.passages
    first = next((index for index, p in enumerate(passages) if p.verdict in BODY_VERDICTS), len(passages))
    return _in_english("\n".join(p.text for p in passages[first:]))


def _is_player(cleaned: Cleaned) -> bool:
    """Whether two lines or more of a page belong to a player."""
    removed = [p.text for p in cleaned.record.passages if p.verdict is Verdict.FURNITURE]
    return sum(_PLAYER.search(text) is not None for text in removed if len(text) < 60) >= 2


def _name_page(cleaned: Cleaned) -> str:
    """What a page without a story shows instead."""
    passages = cleaned.record.passages
    text = _in_english("\n".join(p.text for p in passages if p.verdict in REMOVED_VERDICTS | BODY_VERDICTS))
    for pattern, reason in (*_WALLS[:2], (_PAYWALL, "shows a paywall, and no story")):
        if pattern.search(text):
            return reason
    if _is_player(cleaned):
        return "shows a video, and no story"
    return _WALLS[2][1] if len(_CONSENT.findall(text)) * 60 > len(text.split()) else NO_STORY
