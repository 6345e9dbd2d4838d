"""Measures the precision of automatic joins, on development texts whose joins were labelled by hand.

python benchmarks/names/joins.py DATA             DATA: the folder with persons/, quotes/, topics/, dates/ and names/
python benchmarks/names/joins.py DATA --unlabelled    print the joins that nobody has labelled yet, with their digests

The people of all texts are found and resolved as one archive. A join is an article that a person was given besides the
first. ``labels.csv`` says of each by its digest, for no text is kept here: same, other (two people), or none (what was
found is no person, and is not counted). They were labelled by the names and the texts' outlets and times; where that
left doubt, by reading. The rules were set with these texts at hand, so other texts may do worse.

Then each labelled pair of names is resolved as an archive of two articles.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.catalog import Found, resolve_people
from generator.enrich import find_people
from generator.model.slug import short_digest

LABELS = Path(__file__).with_name("labels.csv")


def read_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Each development text once, with its id; the sets of dates and of persons have some in common."""
    seen = set()
    for name in ("persons", "quotes", "topics", "dates"):
        for line in (data / name / "dev.jsonl").read_text(encoding="utf-8").splitlines():
            values = json.loads(line)
            id_ = values["id"].split("#")[0]
            if values.get("variant", "full") == "full" and id_ not in seen:
                seen.add(id_)
                yield id_, values["text"]


def find(id_: str, text: str) -> Found:
    """The people of a text."""
    people = find_people(text)
    roles = tuple((person.name, role) for person in people for role in person.roles)
    return Found(article=id_, names=tuple(person.name for person in people), roles=roles)


def joins_of(texts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str, str, bool]]:
    """Every automatic join: its digest, the person, the name as found, and whether names had to be matched."""
    people, _ = resolve_people(find(id_, text) for id_, text in texts)
    for person in people:
        if person.name is not None:
            first = person.entries[0]
            for article, link in person.entries[1:]:
                digest = short_digest("|".join((first[0], first[1].name, article, link.name)))
                yield digest, person.name, f"{link.name} ({article}, {link.reason})", link.name != first[1].name


def measure_texts(data: Path) -> None:
    """Print the precision of the joins of the texts."""
    with LABELS.open(encoding="utf-8") as file:
        labels = {row["digest"]: row["label"] for row in csv.DictReader(file)}
    counts: Counter[tuple[bool, str]] = Counter()
    for digest, _, _, matched in joins_of(read_texts(data)):
        counts[matched, labels.get(digest, "unlabelled")] += 1
    for matched, said in ((False, "one spelling"), (True, "names matched")):
        same, other = counts[matched, "same"], counts[matched, "other"]
        print(
            f"texts, {said}: {same} of {same + other} joins right, precision {same / max(1, same + other):.3f}; ",
            end="",
        )
        print(f"{counts[matched, 'none']} are no people, {counts[matched, 'unlabelled']} unlabelled")


def measure_pairs(data: Path) -> None:
    """Print the precision of joining the labelled pairs of names without any context."""
    right = joined = same = 0
    with (data / "names" / "dev.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            pair = [Found(article=column, names=(row[column],)) for column in ("name_a", "name_b")]
            people, _ = resolve_people(pair)
            is_joined = len(people) == 1
            same += row["same"] == "1"
            joined += is_joined
            right += is_joined and row["same"] == "1"
    print(f"pairs, without context: {right} of {joined} joins right, precision {right / joined:.3f}; ", end="")
    print(f"{right / same:.3f} of those to be joined")


if __name__ == "__main__":
    folder, *options = sys.argv[1:]
    if options == ["--unlabelled"]:
        with LABELS.open(encoding="utf-8") as known:
            labelled = {row["digest"] for row in csv.DictReader(known)}
        for digest, name, found, _ in joins_of(read_texts(Path(folder))):
            if digest not in labelled:
                print(digest, name, "<-", found)
    else:
        measure_texts(Path(folder))
        measure_pairs(Path(folder))
