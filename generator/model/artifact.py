"""An artifact: a file of the site."""

from generator.model.value import Value


class Artifact(Value, frozen=True, kw_only=True):
    """A file to publish."""

    path: str
    """Below the output folder, with forward slashes."""
    data: bytes
