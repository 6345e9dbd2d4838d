"""Measures the finding of people: F1 by set of development texts, articles a second, and peak memory.

usage: python benchmarks/names/finding.py [MODEL ...]

Measures our recogniser and each model of spaCy, an installed one or a folder, in a process of its own: all find people
through the same door and are gathered the same way. Processor time is measured, after the model is loaded and a first
round has been read, on the 232 texts with gold persons, of 1,600 characters on average; an article counts 3,000
characters. The figures of our own recogniser are for texts that it learned from; ``train.py --check`` prints those for
texts that it did not.
"""

import json
import resource
import runpy
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import Any

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data" / "persons"
sys.path.insert(0, str(HERE.parents[1]))

from generator.enrich import load_recogniser  # noqa: E402 - a script of the tree, run without installing it

ARTICLE = 3000
"""Characters."""


def measure(name: str) -> dict[str, Any]:
    """What one recogniser gives and takes."""
    gold = [json.loads(line) for line in (DATA / "dev.jsonl").open(encoding="utf-8")]
    find = load_recogniser(name)
    answers = []
    for document in gold:
        people = find(document["text"], frozenset())
        answers.append(
            {
                "id": document["id"],
                "persons": [{"name": person.name, "aliases": person.aliases} for person in people],
                "mentions": [span for person in people for span in person.mentions],
            }
        )
    began = process_time()
    for document in gold:
        find(document["text"], frozenset())
    seconds = process_time() - began
    scorer = runpy.run_path(str(DATA / "score.py"))
    results, _ = scorer["score"](gold, answers)
    sets = {group: scorer["prf"](r["tp"], r["np"], r["ng"])[2] for group, r in results.items()}
    return {
        "sets": sets,
        "speed": sum(len(document["text"]) for document in gold) / ARTICLE / seconds,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Prints a table."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2])))
        return
    print(f"{'recogniser':40} gum    re3d   wikigold  articles/s  memory MB")
    for name in ["own", *sys.argv[1:]]:
        command = [sys.executable, __file__, "--one", name]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        sets = found["sets"]
        print(
            f"{name[-40:]:40} {sets['gum']:.3f}  {sets['re3d']:.3f}  {sets['wikigold']:.3f}"
            f"{found['speed']:14.0f}{found['memory']:11.0f}"
        )


if __name__ == "__main__":
    main()
