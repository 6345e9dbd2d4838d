"""What a scraper saved: found as captures, and read as raw pages."""

from generator.intake.fields import read_fields
from generator.intake.files import find_in_stream, find_pages
from generator.intake.reading import read_capture, read_captures, read_pages
from generator.intake.sidecars import Manifest
from generator.intake.tables import Row, read_people_table
from generator.intake.text import raw_page

__all__ = [
    "Manifest",
    "Row",
    "find_in_stream",
    "find_pages",
    "raw_page",
    "read_capture",
    "read_captures",
    "read_fields",
    "read_pages",
    "read_people_table",
]
