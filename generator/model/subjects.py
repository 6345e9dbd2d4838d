"""Subjects: the concepts of the IPTC Media Topics vocabulary, by which newsrooms everywhere say what news is about.

The vocabulary stands in ``mediatopics.tsv`` beside this file; IPTC, CC BY 4.0.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

SCHEME = "medtop:"
"""What IPTC writes before an id: ``medtop:15000000``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MediaTopic:
    """A concept of the vocabulary."""

    id: str
    """Eight digits."""
    label: str
    definition: str
    broader: str | None
    """The id of the concept above it; None for the seventeen at the top."""


@cache
def media_topics() -> MappingProxyType[str, MediaTopic]:
    """Every concept that is not retired, by id.

    >>> media_topics()["20000822"].label
    'competition discipline'
    """
    lines = resources.files(__package__).joinpath("mediatopics.tsv").read_text("utf-8").splitlines()
    fields = (line.split("\t") for line in lines if not line.startswith("#"))
    return MappingProxyType(
        {
            id_: MediaTopic(id=id_, label=label, definition=definition, broader=broader or None)
            for id_, broader, label, definition in fields
        }
    )


def find_media_topic(text: str) -> MediaTopic | None:
    """The concept of an id, as IPTC writes it or without ``medtop:``; None when there is none.

    >>> find_media_topic("medtop:15000000").label
    'sport'
    """
    return media_topics().get(text.strip().removeprefix(SCHEME))


def list_broader(id_: str) -> Iterator[str]:
    """The ids of the concepts above one, the nearest first.

    >>> list(list_broader("20000822"))
    ['15000000']
    """
    above = media_topics()[id_].broader
    while above:
        yield above
        above = media_topics()[above].broader
