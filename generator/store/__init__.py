"""What a build remembers for the next one, below ``.dateline/``. Deleting it costs time, never correctness."""

from generator.store.claim import claim
from generator.store.inputs import Survey, survey
from generator.store.spool import Place, Spool
from generator.store.store import ArticleRow, DamagedStoreError, PageRow, Store, key_of

__all__ = [
    "ArticleRow", "DamagedStoreError", "PageRow", "Place", "Spool", "Store", "Survey", "claim", "key_of", "survey",
]  # fmt: skip
