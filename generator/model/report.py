"""The report: what a build did, and what it leaves for the next one to know."""

from dataclasses import dataclass

from generator.errors import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a publication did to the output folder."""

    written: int
    unchanged: int
    removed: int

    @property
    def changed(self) -> bool:
        """Whether anything differs from before."""
        return bool(self.written or self.removed)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    people: int
    topics: int
    sources: int
    shards: int
    """Search indexes of the site."""
    published: Published
    problems: tuple[Problem, ...]
    seconds: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a build saw and made."""

    inputs: str
    """What all inputs looked like."""
    others: str
    """What all inputs but articles looked like."""
    search: bool
    output: str
    """What it left in the output folder."""
    whole: bool
    """Whether every page could be made."""
    planned: tuple[Problem, ...]
    """What was wrong with the plan of pages."""
    report: Report
