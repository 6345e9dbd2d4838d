"""Artifacts → the output folder: written only where bytes differ, removed only if we wrote them."""

from generator.publish.downloads import list_rows, list_sums, row_mark
from generator.publish.limits import check_limits
from generator.publish.links import check_links
from generator.publish.publication import Publication, digest_of, list_published

__all__ = [
    "Publication",
    "check_limits",
    "check_links",
    "digest_of",
    "list_published",
    "list_rows",
    "list_sums",
    "row_mark",
]
