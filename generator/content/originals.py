"""Originals and their cleaning records: ``content/originals/<aa>/<digest>.txt`` and ``….json`` beside it.

The record says what became of every character of the original, and what was suggested as an article, so that a later
reading can tell what people have changed since.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.cleaning import CleaningRecord, Passage, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Filed:
    """What was filed for an original."""

    record: CleaningRecord
    article: str | None
    """Path of the article made from it, below the content folder, when it was made; None when it holds no article."""
    suggestion: str
    """The text of the article's file as it was made; empty when it holds no article."""


def original_path(sha256: str) -> str:
    """Where an original stands, below the content folder. Its digest is its name: what is the same is kept once."""
    return f"originals/{sha256[:2]}/{sha256[:16]}.txt"


def record_path(sha256: str) -> str:
    """Where the cleaning record of an original stands, below the content folder."""
    return f"originals/{sha256[:2]}/{sha256[:16]}.json"


def format_filed(filed: Filed) -> str:
    """JSON, one passage a line, so that people can read it and see in a diff what changed."""
    record = filed.record
    head: dict[str, Any] = {
        "name": record.name,
        "sha256": record.sha256,
        "encoding": record.encoding,
        "cleaner": record.cleaner,
        "article": filed.article,
        "suggestion": filed.suggestion,
    }
    lines = [json.dumps([p.line, p.verdict.value, p.reason, p.text], ensure_ascii=False) for p in record.passages]
    # A lone surrogate, which a broken original may hold, can be written as an escape only.
    text = json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "passages": [\n' + ",\n".join(lines) + "\n]}\n"
    return text.encode("utf-8", "backslashreplace").decode()


def read_filed(content: Path, sha256: str) -> Filed | None:
    """What was filed for an original; None when nothing was, or it cannot be read."""
    try:
        values = json.loads((content / record_path(sha256)).read_bytes())
        passages = tuple(
            Passage(line=line, verdict=Verdict(verdict), reason=reason, text=text)
            for line, verdict, reason, text in values["passages"]
        )
        return Filed(
            record=CleaningRecord(
                name=values["name"],
                sha256=values["sha256"],
                encoding=values["encoding"],
                cleaner=values["cleaner"],
                passages=passages,
            ),
            article=values["article"],
            suggestion=values["suggestion"],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
