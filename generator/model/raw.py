"""A raw page: what a scraper saved, before anything was judged."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class RawPage:
    """One saved page. ``data`` is the truth; ``text`` is our reading of it."""

    name: str
    """How to speak of it: the path it was given as, or the ``id`` of a JSON Lines record."""
    data: bytes
    """The bytes as saved; what is kept as the original."""
    text: str
    """``data`` decoded, line ends and all, nothing else changed."""
    encoding: str
    """The codec that gave ``text``; encoding ``text`` with it gives ``data`` back unless bytes were undecodable."""
