"""A raw page: what a scraper saved, before anything was judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Stated:
    """What somebody says of a page beside its text. An empty field says nothing."""

    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """EDTF; as a rule a day."""
    site: str | None = None
    """The outlet: its name, or the id of its record."""
    language: str | None = None
    """BCP 47 code."""
    body: str | None = None
    """The story's text, paragraphs on lines of their own."""
    origins: tuple[tuple[str, str], ...] = ()
    """Of fields above, what says so: ``("published", "JSON-LD")``."""


NOTHING_STATED = Stated()


@dataclass(frozen=True, kw_only=True, slots=True)
class Capture:
    """The bytes of one page as they came, not read yet, and all that came with them.

    What is not its bytes is kept in the cleaning record, so that an original can be read again as it was at first.
    """

    name: str
    data: bytes = field(repr=False)
    kind: str = "text"
    """How the bytes are to be read; as :attr:`RawPage.kind`."""
    url: str | None = None
    captured: str | None = None
    """As :attr:`RawPage.captured`."""
    charset: str | None = None
    given: Mapping[str, Any] = field(default_factory=dict)
    """What the user says of it, in the words they wrote: a sidecar file, or a row of a manifest."""

    def origin(self) -> dict[str, Any]:
        """All but name and bytes, as far as it says something; ``Capture(name=…, data=…, **origin)`` is it again."""
        values = {"kind": self.kind, "url": self.url, "captured": self.captured, "charset": self.charset}
        kept: dict[str, Any] = {key: value for key, value in values.items() if value and value != "text"}
        return kept | ({"given": dict(self.given)} if self.given else {})


@dataclass(frozen=True, slots=True)
class LineHint:
    """What a page's tree says of one line of its text."""

    box: int
    """The innermost block that it stands in; an index of :attr:`Layout.boxes`."""
    tag: str
    """The HTML element of that block."""
    links: float
    """Share of its characters that are links."""
    bold: bool
    """Whether all of it is emphasised."""


@dataclass(frozen=True, slots=True)
class Box:
    """A block of a page: an element that starts a line of its own."""

    parent: int
    """The block around it; -1 for the outermost."""
    tag: str
    kind: str
    """Its element and classes, by which blocks of one make are known."""
    marks: frozenset[str]
    """What its element, class, id and role say it is: ``nav``, ``comment`` …"""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the lines of a page's text stood in its tree."""

    lines: tuple[LineHint | None, ...]
    """For each line of the text; None for a blank one."""
    boxes: tuple[Box, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RawPage:
    """One saved page. ``data`` is the truth; ``text`` is our reading of it."""

    name: str
    """How to speak of it: the path it was given as, with the line of a record or the address within an archive."""
    data: bytes
    """The bytes as saved; what is kept as the original."""
    text: str
    """``data`` decoded, line ends and all, nothing else changed but what ``mended`` says; of HTML the words that a
    reader sees, line by line; of a JSON record its title and text, or the words of its HTML."""
    encoding: str
    """The codec that ``data`` was read with; encoding plain ``text`` with it gives ``data`` back, unless mended."""
    kind: str = "text"
    """How ``data`` was read: ``text``, ``html``, or ``json`` for one line of JSON Lines."""
    url: str | None = None
    """Where it was saved from; None when nobody says."""
    captured: str | None = None
    """When it was saved, as an ISO 8601 time: the story is no younger. None when nobody says."""
    charset: str | None = None
    """The encoding that came with it on its way, as HTTP's header states it; None when none did."""
    stated: Stated = NOTHING_STATED
    """What the page's own markup says, or the program that saved it: believed where it is credible."""
    given: Stated = NOTHING_STATED
    """What the user says of it: believed before anything else."""
    mended: tuple[str, ...] = ()
    """What was undone in reading, in words for the record: characters that an earlier program had garbled."""
    layout: Layout | None = field(default=None, repr=False)
    """Of HTML: where each line stood. None for plain text."""
