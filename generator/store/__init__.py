"""What a build and an ingest remember, below ``.dateline/``. Deleting it costs time, never correctness."""

from generator.store.claim import claim
from generator.store.inputs import Survey, survey
from generator.store.ledger import UNKNOWN, Ledger, open_ledger
from generator.store.spool import Place, Spool
from generator.store.store import ArticleRow, DamagedStoreError, PageRow, Store, key_of, pack_rows, unpack_rows

__all__ = [
    "UNKNOWN", "ArticleRow", "DamagedStoreError", "Ledger", "PageRow", "Place", "Spool", "Store", "Survey", "claim",
    "key_of", "open_ledger", "pack_rows", "survey", "unpack_rows",
]  # fmt: skip
