"""What a build and an ingest remember, below ``.dateline/``. Deleting it costs time, never correctness."""

from generator.store.census import Census, Entry, open_census
from generator.store.claim import claim
from generator.store.inputs import Survey, survey, survey_articles
from generator.store.ledger import UNKNOWN, Home, Ledger, open_ledger
from generator.store.spool import Place, Spool
from generator.store.store import ArticleRow, DamagedStoreError, PageRow, Store, key_of, pack_rows, unpack_rows

__all__ = [
    "UNKNOWN", "ArticleRow", "Census", "DamagedStoreError", "Entry", "Home", "Ledger", "PageRow", "Place", "Spool",
    "Store", "Survey", "claim", "key_of", "open_census", "open_ledger", "pack_rows", "survey", "survey_articles",
    "unpack_rows",
]  # fmt: skip
