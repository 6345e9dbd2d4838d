"""From a raw page to an article: keep the story, drop the page, and say why of every line."""

from generator.clean.bylines import authors_of
from generator.clean.furniture import NOTHING_KNOWN, KnownFurniture, learn_furniture
from generator.clean.markdown import escape_markdown
from generator.clean.outlets import NO_OUTLETS, Outlets
from generator.clean.page import CLEANER, Cleaned, clean_page

__all__ = [
    "CLEANER",
    "NOTHING_KNOWN",
    "NO_OUTLETS",
    "Cleaned",
    "KnownFurniture",
    "Outlets",
    "authors_of",
    "clean_page",
    "escape_markdown",
    "learn_furniture",
]
