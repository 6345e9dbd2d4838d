"""What development texts tell of dates: how far from what they print they were published.

    .venv/bin/python benchmarks/dating/count.py DEV.jsonl

The tables are what ``generator/enrich/dating/shares.py`` was written from, smoothed by hand where few texts tell.
Texts whose date line was left in are passed over. Each is counted for the set that it is from, so that one can see
whether a table holds for all of them.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from generator.enrich.dating.mentions import find_days, find_weekdays, find_years

LEDE = 900
NEAR = 9
STRETCHES = ((-1000, -2), (-1, -1), (0, 0), (1, 1), (2, 2), (3, 8), (9, 14), (15, 20), (21, 45), (46, 1000))


def main() -> None:
    """Print the tables."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text().splitlines()]
    rows = [row for row in rows if row["variant"] in ("none", "asis")]
    _print("days after the first weekday of a text", _count(rows, _after_weekday), range(7))
    _print("days after the nearest day told of without a year", _count(rows, _after_day), range(-NEAR, NEAR + 1))
    _print("years after the newest year told of", _count(rows, _after_year), STRETCHES)


def _count(rows: Iterable[dict[str, str]], tell) -> dict[str, Counter]:
    counts: defaultdict[str, Counter] = defaultdict(Counter)
    for row in rows:
        told = tell(row["text"], date.fromisoformat(row["date"]))
        if told is not None:
            kind, distance = told
            counts[f"{kind}, {row['set']}"][distance] += 1
            counts[f"{kind}, all"][distance] += 1
    return counts


def _after_weekday(text: str, day: date) -> tuple[str, int] | None:
    mentions = [mention for mention in find_weekdays(text[:LEDE]) if not mention.ahead]
    if not mentions:
        return None
    filed = re.match(r"[A-Z][\w .,/'’-]{2,60}(?:\([^)]*\))?\s*(?:—|–|--|_)\s", text) is not None
    return "filed" if filed else "other", (day.weekday() - mentions[0].weekday) % 7


def _after_day(text: str, day: date) -> tuple[str, int] | None:
    meant = [
        (day - other).days
        for mention in find_days(text)
        if mention.year is None
        for year in (day.year - 1, day.year, day.year + 1)
        if (other := mention.in_year(year))
    ]
    nearest = min(meant, key=abs, default=None)
    return None if nearest is None or abs(nearest) > NEAR else ("told", nearest)


def _after_year(text: str, day: date) -> tuple[str, tuple[int, int]] | None:
    past = [mention for mention in find_years(text) if not mention.ahead]
    if not past:
        return None
    newest = max(mention.year for mention in past)
    counted = [mention for mention in past if mention.year == newest]
    if any(mention.year == newest - 1 for mention in past):
        kind = "of a row"
    else:
        kind = "sure" if len(counted) > 1 or any(mention.month for mention in counted) else "weak"
    return kind, next(stretch for stretch in STRETCHES if stretch[0] <= day.year - newest <= stretch[1])


def _print(title: str, counts: dict[str, Counter], keys: Iterable[object]) -> None:
    keys = list(keys)
    print(f"\n{title}")
    for kind, found in sorted(counts.items()):
        total = found.total()
        shares = "  ".join(f"{key}: {found[key] / total:.3f}" for key in keys if found[key])
        print(f"  {kind} ({total})  {shares}")


if __name__ == "__main__":
    main()
