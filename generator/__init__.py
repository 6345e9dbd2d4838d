"""Dateline: from a heap of scraped news pages to an archive that people can browse, search and cite."""

__version__ = "0.1.0"
