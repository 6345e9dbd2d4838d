"""What a scraper saved, read as raw pages."""

from generator.intake.files import read_pages
from generator.intake.text import raw_page

__all__ = ["raw_page", "read_pages"]
