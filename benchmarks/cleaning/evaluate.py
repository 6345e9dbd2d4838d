"""Clean the development pages, each with weights learnt without its host, and score the answers with the set's scorer.

Needs numpy and scipy, as ``train.py`` does. How fast pages are cleaned is measured by ``speed.py``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from multiprocessing import Pool
from pathlib import Path

from train import fold_of, known_lines, learn, raw, read_all

from gold import read_pages  # isort: skip
from grow import grow  # isort: skip
from generator.clean import Cleaned, KnownFurniture, authors_of, clean_page
from generator.clean.labels import Weights
from generator.model.cleaning import BODY_VERDICTS, Verdict

_TEXT = BODY_VERDICTS | {Verdict.DATELINE}
"""The set's golds count a dateline as body, as printed; the generator keeps it as a field of its own."""


def answer(cleaned: Cleaned) -> dict[str, object]:
    """A cleaned page as the scorer wants it."""
    passages = cleaned.record.passages
    lines: dict[int, str] = {}
    for passage in passages:
        if passage.verdict in _TEXT:
            lines[passage.line] = lines.get(passage.line, "") + passage.text
    article = cleaned.article
    printed = any(passage.verdict is Verdict.HEADLINE for passage in passages)
    return {
        "title": article.title if printed else None,
        "author": list(authors_of(article.byline)) if article.byline else None,
        "date": article.published.edtf if article.published.is_exact else None,
        "body": list(lines.values()),
    }


def run_fold(job: tuple[int, int, str, Path]) -> list[tuple[str, str, dict[str, object]]]:
    """The answers for one fold's pages."""
    fold, folds, deal, data = job
    pages = read_pages(data)
    suspects = set((data / "suspect_gold.txt").read_text("utf-8").split())
    others = [page for page in pages if fold_of(page.host + deal, folds) != fold]
    kept = read_all(others + grow(others, suspects), suspects)
    weights = Weights.read(json.dumps(learn(kept)))
    answers = []
    for page, known in zip(pages, known_lines(pages), strict=True):
        if fold_of(page.host + deal, folds) == fold:
            cleaned = clean_page(raw(page), known=KnownFurniture(lines=known), weights=weights)
            answers.append((page.id, page.form, answer(cleaned)))
    return answers


def main() -> None:
    """Print the scorer's tables for both forms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the development set's folder, shared/data/cleaning")
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--deal", default="", help="any word: by another, hosts are dealt to folds otherwise")
    parser.add_argument("--all-gold", action="store_true", help="score pages with doubtful gold too")
    parser.add_argument("--jobs", type=int, help="processes; one a core unless given")
    parser.add_argument("--keep", type=Path, help="write the answers here")
    args = parser.parse_args()
    with Pool(args.jobs) as pool:
        results = [
            row
            for rows in pool.map(
                run_fold, [(f, args.folds, args.deal, args.data) for f in range(args.folds)], chunksize=1
            )
            for row in rows
        ]
    with tempfile.TemporaryDirectory() as temporary:
        out = args.keep or Path(temporary)
        for form in ("full", "light"):
            folder = out / form
            folder.mkdir(parents=True, exist_ok=True)
            for page, its_form, found in results:
                if its_form == form:
                    (folder / f"{page}.json").write_text(json.dumps(found), "utf-8")
            command = [sys.executable, str(args.data / "score.py"), str(folder), "--form", form]
            if not args.all_gold:
                command += ["--skip", str(args.data / "suspect_gold.txt")]
            print(f"== {form}", flush=True)
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
