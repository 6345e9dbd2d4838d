"""From a raw page to an article: keep the story, drop the page, and say why of every line."""

from generator.clean.dates import Label, StatedDate, find_dates
from generator.clean.furniture import NOTHING_KNOWN, KnownFurniture, learn_furniture
from generator.clean.known import host_of
from generator.clean.markdown import escape_markdown
from generator.clean.outlets import NO_OUTLETS, Outlets, choose_name, is_own_name
from generator.clean.page import CLEANER, Cleaned, clean_page
from generator.clean.repetition import Lines, Signatures, digest_lines, find_repeated, pick_lines
from generator.clean.stubs import why_no_article
from generator.model.byline import authors_of

__all__ = [
    "CLEANER",
    "NOTHING_KNOWN",
    "NO_OUTLETS",
    "Cleaned",
    "KnownFurniture",
    "Label",
    "Lines",
    "Outlets",
    "Signatures",
    "StatedDate",
    "authors_of",
    "choose_name",
    "clean_page",
    "digest_lines",
    "escape_markdown",
    "find_dates",
    "find_repeated",
    "host_of",
    "is_own_name",
    "learn_furniture",
    "pick_lines",
    "why_no_article",
]
