"""How well stories are dated: the share of texts whose day is found, how often a claim is right, and what it costs.

    .venv/bin/python benchmarks/dating/measure.py DEV.jsonl [--records SITE]

DEV.jsonl holds one JSON object a line: id, text, date (the true day) and variant (what was done to the text). Each text
is dated twice: without any knowledge, and with a window of five years around the true one. ``--records`` names a site
whose records of people are known.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from generator.dating import date_page, read_terms
from generator.enrich.dating import Terms
from generator.model.dating import Belief, parse_dating
from generator.model.raw import RawPage
from generator.site import load_site

ALL = "all"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--records", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.texts.read_text().splitlines()]
    terms = read_terms(load_site(options.records) if options.records else None)
    for label, years in (("open years", None), ("5-year window", 2)):
        started = time.process_time()
        beliefs = [(row, _date(row, terms, years)) for row in rows]
        cost = (time.process_time() - started) / len(rows)
        print(f"\n{label}; {cost * 1000:.1f} ms of CPU a text, cleaning included")
        _print_scores(beliefs)
        _print_calibration(beliefs)


def _date(row: dict[str, str], terms: Terms, around: int | None) -> Belief:
    page = RawPage(name=row["id"], data=row["text"].encode(), text=row["text"], encoding="utf-8")
    year = int(row["date"][:4])
    return date_page(page, terms, window=None if around is None else (year - around, year + around))


def _print_scores(beliefs: list[tuple[dict[str, str], Belief]]) -> None:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row, belief in beliefs:
        for variant in (row["variant"], ALL):
            found = counts[variant]
            found["texts"] += 1
            if belief.claim and len(belief.claim) == len("2015-05-19"):
                found["claimed"] += 1
                found["right"] += belief.claim == row["date"]
    print(f"{'variant':8} {'texts':>6} {'day right':>10} {'claimed':>8} {'right of claimed':>17}")
    for variant, found in counts.items():
        right, claimed = found["right"], found["claimed"]
        share = f"{right / claimed:.3f}" if claimed else "–"
        print(f"{variant:8} {found['texts']:6} {right / found['texts']:10.3f} {claimed:8} {share:>17}")


def _print_calibration(beliefs: list[tuple[dict[str, str], Belief]]) -> None:
    """Claimed confidence against the share that is right, of every value, exact or not."""
    bins: defaultdict[float, list[tuple[float, bool]]] = defaultdict(list)
    for row, belief in beliefs:
        if belief.edtf:
            low = next(edge for edge in (0.99, 0.95, 0.9, 0.8, 0.7, 0.0) if belief.confidence >= edge)
            bins[low].append((belief.confidence, _holds(belief.edtf, date.fromisoformat(row["date"]))))
    print(f"{'from':>5} {'values':>7} {'claimed':>8} {'right':>6}")
    for low, values in sorted(bins.items(), reverse=True):
        claimed = sum(confidence for confidence, _ in values) / len(values)
        right = sum(is_right for _, is_right in values) / len(values)
        print(f"{low:5.2f} {len(values):7} {claimed:8.3f} {right:6.3f}")


def _holds(edtf: str, day: date) -> bool:
    """Whether a day is one that a value allows."""
    dating = parse_dating(edtf)
    if dating.day_of_year:
        return dating.day_of_year == (day.month, day.day)
    return any((dating.open_start or first <= day) and (dating.open_end or day <= last) for first, last in dating.spans)


if __name__ == "__main__":
    main()
