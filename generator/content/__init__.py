"""The seam: files below ``content/`` ⇄ articles and authority records."""

from generator.content.articles import format_article, parse_article
from generator.content.library import Library, locate, read_article, read_library
from generator.content.merge import Conflict, Corrections, are_alike, gather_corrections, merge_articles, split_body
from generator.content.originals import (
    Filed,
    Pending,
    find_original,
    find_records,
    format_filed,
    format_head,
    format_passages,
    original_path,
    parse_filed,
    parse_head,
    read_filed,
    read_head,
    read_record,
    record_path,
)  # fmt: skip

__all__ = [
    "Conflict",
    "Corrections",
    "Filed",
    "Library",
    "Pending",
    "are_alike",
    "find_original",
    "find_records",
    "format_article",
    "format_filed",
    "format_head",
    "format_passages",
    "gather_corrections",
    "locate",
    "merge_articles",
    "original_path",
    "parse_article",
    "parse_filed",
    "parse_head",
    "read_article",
    "read_filed",
    "read_head",
    "read_library",
    "read_record",
    "record_path",
    "split_body",
]
