"""Measure the subjects that ``dateline topics find`` gives: how often the first is right, and how many texts a second.

    .venv/bin/python benchmarks/topics/measure.py LABELLED.jsonl [--held-out]

Each line of the file is ``{"id", "set", "text", "topics": ["medtop:…"]}``. A narrower subject counts as its concept
at the top. ``--held-out`` measures only the half of the texts that nobody looked at while the lexicon was written:
those whose MD5 of the id is odd.
"""

import json
import sys
from collections import defaultdict
from hashlib import md5
from pathlib import Path
from time import process_time

from generator.enrich import find_subjects
from generator.model.subjects import SCHEME, list_broader

BINS = 5


def find_root(id_: str) -> str:
    """The concept at the top above one."""
    return [id_, *list_broader(id_)][-1]


def main(path: Path, *, held_out: bool) -> None:
    """Print a line for each set of texts, then how sure was right how often, then the speed."""
    texts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    if held_out:
        texts = [text for text in texts if int(md5(text["id"].encode()).hexdigest(), 16) % 2]
    find_subjects("", "")  # so that the lexicon is read
    start = process_time()
    found = [find_subjects(*text["text"].strip().partition("\n")[::2]) for text in texts]
    seconds = process_time() - start
    right: dict[str, list[bool]] = defaultdict(list)
    given: dict[str, list[int]] = defaultdict(list)
    calibration: dict[int, list[bool]] = defaultdict(list)
    for text, subjects in zip(texts, found, strict=True):
        gold = {find_root(id_.removeprefix(SCHEME)) for id_ in text["topics"]}
        right[text["set"]].append(bool(subjects) and find_root(subjects[0].id) in gold)
        given[text["set"]].append(len(subjects))
        for subject in subjects:
            calibration[min(int(subject.confidence * BINS), BINS - 1)].append(find_root(subject.id) in gold)
    for name, hits in right.items():
        print(
            f"{name}: {len(hits)} texts, first subject right {mean(hits):.3f}, {mean(given[name]):.2f} subjects a text"
        )
    for step, hits in sorted(calibration.items()):
        print(f"confidence {step / BINS:.1f}-{(step + 1) / BINS:.1f}: {len(hits)} subjects, right {mean(hits):.2f}")
    print(f"{len(texts) / seconds:.0f} texts per CPU second, {_size(texts):.0f} characters a text")


def mean(values: list[bool] | list[int]) -> float:
    """The arithmetic mean."""
    return sum(values) / len(values)


def _size(texts: list[dict[str, str]]) -> float:
    return sum(len(text["text"]) for text in texts) / len(texts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), held_out="--held-out" in sys.argv[2:])
