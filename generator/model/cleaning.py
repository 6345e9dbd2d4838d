"""The cleaning record: every character of an original, with its verdict and the reason."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model.value import Value


class Verdict(StrEnum):
    """What a passage of a raw page is. All but ``FURNITURE`` and ``BLANK`` are kept in the article."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATE_LINE = "date line"
    """The line that states when the page was published."""
    DATELINE = "dateline"
    """The place, and sometimes day and agency, that a story was filed from."""
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    CROSSHEAD = "crosshead"
    """A heading between paragraphs of the body."""
    LIST_ITEM = "list item"
    FURNITURE = "furniture"
    """Everything on the page that is not the story."""
    BLANK = "blank"
    """A line without words."""


BODY_VERDICTS = frozenset({Verdict.BODY, Verdict.CROSSHEAD, Verdict.LIST_ITEM})
REMOVED_VERDICTS = frozenset({Verdict.FURNITURE, Verdict.BLANK})


class Passage(NamedTuple):
    """A run of characters within one line of the original, with one verdict.

    The passages of a record, joined, are the original's text, exactly: line ends belong to the last passage of a line.
    There are hundreds to a page, so they are tuples, which are quick to make.
    """

    line: int
    """Counted from 1."""
    verdict: Verdict
    reason: str
    """Why, in a few words that a reader understands."""
    text: str


class Finding(Value, frozen=True):
    """What an article states that none of its page's lines says, or says otherwise."""

    field: str
    """Of the article's front matter."""
    value: str
    reason: str
    """What says so, and why it is believed, in a few words that a reader understands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CleaningRecord:
    """How one original was cleaned."""

    name: str
    """The raw page's name as it was given."""
    sha256: str
    """Of the original's bytes, in hexadecimal."""
    encoding: str
    cleaner: int
    """The version of the rules that judged."""
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...] = ()

    def count_lines(self) -> tuple[int, int]:
        """How many lines that bear words were kept, at least in part, and how many were removed whole."""
        furniture, blank = Verdict.FURNITURE, Verdict.BLANK  # told apart by identity, which is quick
        kept = {line for line, verdict, _, _ in self.passages if verdict is not furniture and verdict is not blank}
        removed = {line for line, verdict, _, _ in self.passages if verdict is furniture}
        return len(kept), len(removed - kept)
