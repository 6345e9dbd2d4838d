"""The seam: files below ``content/`` ⇄ articles and authority records."""

from generator.content.articles import format_article, parse_article, read_source
from generator.content.front_matter import format_front_matter
from generator.content.library import Library, locate, map_originals, read_article, read_library, read_text
from generator.content.merge import Conflict, Corrections, are_alike, gather_corrections, merge_articles, split_body
from generator.content.originals import (
    Filed,
    Pending,
    find_article,
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
from generator.content.writing import put_file

__all__ = [
    "Conflict",
    "Corrections",
    "Filed",
    "Library",
    "Pending",
    "are_alike",
    "find_article",
    "find_original",
    "find_records",
    "format_article",
    "format_filed",
    "format_front_matter",
    "format_head",
    "format_passages",
    "gather_corrections",
    "locate",
    "map_originals",
    "merge_articles",
    "original_path",
    "parse_article",
    "parse_filed",
    "parse_head",
    "put_file",
    "read_article",
    "read_filed",
    "read_head",
    "read_library",
    "read_record",
    "read_source",
    "read_text",
    "record_path",
    "split_body",
]
