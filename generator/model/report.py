"""The report: what a build did, and what it leaves for the next one to know."""

from dataclasses import dataclass

from generator.errors import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a publication did to the output folder."""

    written: int
    unchanged: int
    removed: int
    indexing: int = 0
    """Of the files written or removed, those of search indexes."""

    @property
    def changed(self) -> bool:
        """Whether anything differs from before."""
        return bool(self.written or self.removed)

    @property
    def shows(self) -> bool:
        """Whether anything differs that readers see before they search."""
        return self.written + self.removed > self.indexing


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A part of a build."""

    name: str
    seconds: float
    peak_memory: float
    """MB of the largest process until the end of the stage."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What a page, or all pages of a template, took to make."""

    name: str
    """The page's address, or the template's file name."""
    seconds: float
    count: int = 1
    """Pages."""


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
    stages: tuple[Stage, ...] = ()
    """Empty when there was nothing to do."""
    slowest_pages: tuple[Cost, ...] = ()
    """The ten that took longest."""
    templates: tuple[Cost, ...] = ()
    """All that were run, the costliest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a build saw and made."""

    inputs: str
    """What all inputs looked like."""
    others: str
    """What all inputs but articles looked like."""
    settings: bytes
    """What stands for the site's settings. They were read before the inputs were looked at, so they may be older."""
    search: bool
    indexed: bool
    """Whether its search indexes are up to date."""
    output: str
    """What it left in the output folder."""
    large: dict[str, int]
    """Path to bytes of the large files among that."""
    whole: bool
    """Whether every page could be made, and of all that it should show."""
    planned: tuple[Problem, ...]
    """What was wrong with the plan of pages."""
    report: Report
