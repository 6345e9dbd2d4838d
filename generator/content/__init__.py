"""The seam: files below ``content/`` ⇄ articles and authority records."""

from generator.content.articles import format_article, parse_article
from generator.content.library import Library, locate, read_article, read_library
from generator.content.originals import Filed, format_filed, original_path, read_filed, record_path

__all__ = [
    "Filed",
    "Library",
    "format_article",
    "format_filed",
    "locate",
    "original_path",
    "parse_article",
    "read_article",
    "read_filed",
    "read_library",
    "record_path",
]
