"""The seam: files below ``content/`` ⇄ articles and authority records."""

from generator.content.articles import FIELDS as ARTICLE_FIELDS
from generator.content.articles import format_article, parse_article, read_field
from generator.content.edits import replace_item, set_body, set_fields
from generator.content.front_matter import format_front_matter
from generator.content.journal import Entry, read_journal, remove_entry, revert, write_entry
from generator.content.library import (
    Library,
    find_people,
    locate,
    map_originals,
    read_article,
    read_library,
    read_text,
)  # fmt: skip
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
from generator.content.records import PERSON_FIELDS, describe_person, format_person, make_person
from generator.content.writing import put_file, remove_file

__all__ = [
    "ARTICLE_FIELDS",
    "PERSON_FIELDS",
    "Conflict",
    "Corrections",
    "Entry",
    "Filed",
    "Library",
    "Pending",
    "are_alike",
    "describe_person",
    "find_article",
    "find_original",
    "find_people",
    "find_records",
    "format_article",
    "format_filed",
    "format_front_matter",
    "format_head",
    "format_passages",
    "format_person",
    "gather_corrections",
    "locate",
    "make_person",
    "map_originals",
    "merge_articles",
    "original_path",
    "parse_article",
    "parse_filed",
    "parse_head",
    "put_file",
    "read_article",
    "read_field",
    "read_filed",
    "read_head",
    "read_journal",
    "read_library",
    "read_record",
    "read_text",
    "record_path",
    "remove_entry",
    "remove_file",
    "replace_item",
    "revert",
    "set_body",
    "set_fields",
    "split_body",
    "write_entry",
]
