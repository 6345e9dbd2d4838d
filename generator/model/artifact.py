"""An artifact: a file of the site."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Artifact:
    """A file to publish."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes
