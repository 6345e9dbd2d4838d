"""An article: one story in news words."""

from generator.model.dating import UNDATED, Dating
from generator.model.value import Value


class Dateline(Value, frozen=True, kw_only=True):
    """Where a story was filed from, as printed. It is not the day of publication."""

    place: str
    day: str | None = None
    """The day as printed ("May 6"); None when the dateline has none."""
    agency: str | None = None


class Caption(Value, frozen=True, kw_only=True):
    """The words under a picture, and who made it."""

    text: str
    credit: str | None = None


class Article(Value, frozen=True, kw_only=True):
    """One story, with what its source printed about it and what people have decided about it."""

    title: str
    """The headline, as published."""
    body: str
    """Markdown."""
    standfirst: str | None = None
    """The summary line under the headline; None when the source printed none."""
    published: Dating = UNDATED
    dating: tuple[str, ...] = ()
    """The evidence for ``published``, when the page did not simply state it; shown to readers."""
    source: str | None = None
    """The id of the outlet it was taken from; None when unknown."""
    url: str | None = None
    """Where the source published it; None when unknown."""
    byline: str | None = None
    """Who is credited, as printed."""
    dateline: Dateline | None = None
    captions: tuple[Caption, ...] = ()
    people: tuple[str, ...] | None = None
    """Ids of the people it is about, decided by a person; None when nobody has decided and the text is asked."""
    topics: tuple[str, ...] | None = None
    """Ids of its topics, as ``people``."""
    subjects: tuple[str, ...] = ()
    """Ids of the IPTC Media Topics it is about, best first, as IPTC writes them: ``medtop:15000000``."""
    language: str = "en"
    original: str | None = None
    """Path of the raw page below ``content/``; None for an article that was not made from one."""
    original_sha256: str | None = None
    aliases: tuple[str, ...] = ()
    """Slugs that the article had before; each leaves a redirect."""
