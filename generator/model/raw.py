"""A raw page: what a scraper saved, before anything was judged."""

from dataclasses import dataclass, field


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


NOTHING_STATED = Stated()


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
    """How to speak of it: the path it was given as, the ``id`` of a JSON Lines record, a file and the address within."""
    data: bytes
    """The bytes as saved; what is kept as the original."""
    text: str
    """``data`` decoded, line ends and all, nothing else changed; of HTML the words that a reader sees, line by line."""
    encoding: str
    """The codec that ``data`` was read with; encoding plain ``text`` with it gives ``data`` back."""
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
    layout: Layout | None = field(default=None, repr=False)
    """Of HTML: where each line stood. None for plain text."""
