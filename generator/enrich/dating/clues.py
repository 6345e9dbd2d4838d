"""Clues: everything that is known of a story when its day of publication is asked for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What states a day."""

    LINE = "line"
    """A line of the page that says when it was published."""
    BARE_LINE = "bare line"
    """A line that is a date and says not of what."""
    UPDATED = "updated"
    """A line that says when the page was last changed."""
    AMONG_WORDS = "among words"
    """A date beside the story's head, in a line of other words."""
    TOLD = "told"
    """A date within a sentence, such as a caption's."""
    MARKUP = "markup"
    """The page's metadata, or the program that saved it."""
    ADDRESS = "address"
    """The address that the page was published at."""
    FILE_NAME = "file name"
    """The name of the file that it was saved in."""


STATING = frozenset({Kind.LINE, Kind.BARE_LINE, Kind.MARKUP})
"""What says itself that it is the day of publication, or stands where that is said."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A day, or a month, that something states in full."""

    kind: Kind
    words: str
    """What states it, for readers."""
    days: tuple[date, ...] = ()
    """The day; several, in order, where day and month may stand either way round; none for a month."""
    month: tuple[int, int] | None = None
    """Year and month, where no day is stated."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """The day of another article of the source, which stands beside this one in a series of addresses."""

    words: str
    day: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Clues:
    """What is known of a story."""

    text: str
    """What its source printed: headline, standfirst and body."""
    lines: tuple[str, ...] = ()
    """The lines at its head that are not its text, of which one may state a day."""
    captions: tuple[str, ...] = ()
    filed: bool = False
    """Whether a dateline opens it."""
    dateline_day: str | None = None
    """The day of its dateline, as printed."""
    opening: int = 0
    """Where its body starts in the text."""
    statements: tuple[Statement, ...] = ()
    captured: date | None = None
    """When the page was saved."""
    window: tuple[int, int] | None = None
    """The first and last year that it may be of, as the user says."""
    before: Neighbour | None = None
    after: Neighbour | None = None
