"""Clean the HTML of the development pages, beside trafilatura, and score both with the set's scorer.

Each page is cleaned with weights learnt without its host: the text model's as ``train.py --folds`` wrote them, those
of structure learnt here. With ``--speed`` both are timed on the same pages instead. Needs numpy, scipy, trafilatura.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from evaluate import answer
from train_structure import Page, learn, read_all, read_html

from generator.clean import clean_page  # isort: skip
from generator.clean.labels import Weights
from generator.intake.html import html_page

OUTSIDE = {"title": "title", "author": "author", "date": "date", "text": "body"}
"""Fields of trafilatura's answer, and what the scorer calls them."""


def answer_ours(pages: list[Page], folds: list[Weights], suspects: set[str]) -> Iterator[tuple[str, dict]]:
    """What we make of each page, with weights learnt without its host."""
    reads = list(read_all(pages, folds, suspects))
    for fold, weights in enumerate(folds):
        structure = learn([read for read in reads if read.fold != fold])
        for page in pages:
            if page.fold == fold:
                cleaned = clean_page(page.raw, known=page.known, weights=weights, structure=structure)
                yield page.gold["id"], answer(cleaned)


def answer_theirs(pages: list[Page]) -> Iterator[tuple[str, dict]]:
    """What trafilatura makes of each page, with comments left out and all else as it is delivered."""
    for page in pages:
        found = trafilatura.bare_extraction(page.raw.data, include_comments=False, with_metadata=True)
        values = found.as_dict() if found else {}
        yield page.gold["id"], {ours: values.get(theirs) for theirs, ours in OUTSIDE.items()}


def score(answers: Iterator[tuple[str, dict]], folder: Path, data: Path, more: list[str]) -> None:
    """Print the scorer's tables. Its figures of lines count those of the pages' full text form."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, found in answers:
        (folder / f"{name}.json").write_text(json.dumps(found), "utf-8")
    print(f"== {folder.name}", flush=True)
    subprocess.run([sys.executable, str(data / "score.py"), str(folder), "--form", "full", *more], check=True)


def measure_speed(pages: list[Page]) -> None:
    """Pages a second of processor time, from bytes to answer."""
    for name, run in (
        ("dateline", lambda data: clean_page(html_page("page", data))),
        ("trafilatura", lambda data: trafilatura.bare_extraction(data, include_comments=False, with_metadata=True)),
    ):
        run(pages[0].raw.data)
        started = time.process_time()
        for page in pages:
            run(page.raw.data)
        print(f"{name}: {len(pages) / (time.process_time() - started):.0f} pages/s")


def main() -> None:
    """Print the scorer's tables for both, or the speed of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the development set's folder, shared/data/cleaning")
    parser.add_argument("html", type=Path, help="its html.tar.xz, unpacked: the folder that holds one folder a set")
    parser.add_argument("folds", type=Path, nargs="*", help="the files that train.py --folds wrote, in order")
    parser.add_argument("--all-gold", action="store_true", help="score pages with doubtful gold too")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--keep", type=Path, help="write the answers here")
    args = parser.parse_args()
    pages = read_html(args.data, args.html, len(args.folds) or 1)
    if args.speed:
        measure_speed(pages)
        return
    skip = args.data / "suspect_gold.txt"
    folds = [Weights.read(path.read_text("utf-8")) for path in args.folds]
    more = [] if args.all_gold else ["--skip", str(skip)]
    with tempfile.TemporaryDirectory() as temporary:
        out = args.keep or Path(temporary)
        score(answer_ours(pages, folds, set(skip.read_text("utf-8").split())), out / "dateline", args.data, more)
        score(answer_theirs(pages), out / "trafilatura", args.data, more)


if __name__ == "__main__":
    main()
