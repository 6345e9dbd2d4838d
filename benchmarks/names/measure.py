"""Measures the matching and joining of names: pairs a second, and the joining of a million mentions.

python benchmarks/names/measure.py pairs [FILE.csv]     pairs a second: of FILE (name_a, name_b), or of made names
python benchmarks/names/measure.py scale [ARTICLES]     100,000 articles with ten people each: seconds and peak memory

Processor time is measured, so that other work on the machine does not count. The names are made up from syllables and
from a few given names, by a seeded generator: the same ones at every run.
"""

import csv
import random
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from generator.catalog import Found, match_names, resolve_people

GIVEN = (
    "Ada Adam Alexander Alice Anna Anthony Boris Carlos Catherine Daniel David Dmitry Edward Elena Elizabeth Emma Eric "
    "Fatima George Hassan Helen Henry Igor Ivan James Jane Jean John Joseph Karen Laura Leonid Maria Mark Martin "
    "Michael Mohammed Natalia Nicholas Olga Omar Paul Peter Robert Samuel Sergei Sofia Thomas Victor Vladimir "
    "William Yusuf"
).split()
NICKNAMES = {
    "Alexander": "Alex",
    "Anthony": "Tony",
    "Daniel": "Dan",
    "Edward": "Ted",
    "Michael": "Mike",
    "Robert": "Bob",
}
SPELLINGS = (("kh", "ch"), ("v", "w"), ("sky", "skii"), ("ou", "u"), ("y", "i"))
SYLLABLES = (
    "ba be da do fer gan gor hal ho ka kel kov la lan len lin ma men mir na nov or pe ra ros sa ser sky ta ter va ven "
    "wer zar"
).split()
OFFICES = "Minister,Spokesman,Director,President,Ambassador,Mayor".split(",")
BODIES = "Arden,Belmar,Corvia,Dorn,Estmark,Fenland,Galt,Harrow,Ister,Jutmark".split(",")


def make_people(count: int, rng: random.Random) -> list[tuple[str, str]]:
    """So many people, each a full name and an office."""
    people = []
    for _ in range(count):
        surname = "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 3, 3, 4)))).capitalize()
        people.append((f"{rng.choice(GIVEN)} {surname}", f"{rng.choice(OFFICES)} of {rng.choice(BODIES)}"))
    return people


def vary(name: str, rng: random.Random) -> str:
    """The name as an article might print it."""
    given, surname = name.split(" ", 1)
    kind = rng.random()
    if kind < 0.90:
        return name
    if kind < 0.93:
        return f"{NICKNAMES.get(given, given)} {surname}"
    if kind < 0.95:
        return f"{given} {rng.choice('ABCDEFGHJKLM')}. {surname}"
    if kind < 0.96:
        return f"{given[0]}. {surname}"
    if kind < 0.98:
        for one, other in SPELLINGS:
            surname = surname.replace(one, other)
        return f"{given} {surname}"
    return surname


def make_articles(count: int, rng: random.Random) -> Iterator[Found]:
    """So many articles of ten people each; few people are named often, and many seldom."""
    people = make_people(max(50, count // 2), rng)
    for number in range(count):
        cast = {people[int(len(people) * rng.random() ** 3)] for _ in range(10)}
        printed = [(vary(name, rng), office) for name, office in sorted(cast)]
        yield Found(
            article=f"a{number}",
            names=tuple(dict.fromkeys(name for name, _ in printed)),
            roles=tuple((name, office) for name, office in printed if rng.random() < 0.4),
            year=2000 + number % 25,
        )


def measure_pairs(path: str | None) -> None:
    """Print how many pairs a second are scored, when names come once, and when they come again."""
    if path:
        with Path(path).open(encoding="utf-8") as file:
            pairs = [(row["name_a"], row["name_b"]) for row in csv.DictReader(file)]
    else:
        rng = random.Random(1)
        names = [name for name, _ in make_people(2000, rng)]
        pairs = [(name, vary(name, rng)) for name in names] + [(rng.choice(names), rng.choice(names)) for _ in names]
    started = process_time()
    for one, other in pairs:
        match_names(one, other)
    first = process_time() - started
    rounds = max(1, 200_000 // len(pairs))
    started = process_time()
    for _ in range(rounds):
        for one, other in pairs:
            match_names(one, other)
    again = process_time() - started
    print(f"{len(pairs)} pairs: {len(pairs) / first:,.0f} a second at first sight, ", end="")
    print(f"{rounds * len(pairs) / again:,.0f} a second when the names are known")


def measure_scale(count: int) -> None:
    """Print what it takes to resolve the people of so many articles."""
    articles = list(make_articles(count, random.Random(1)))
    mentions = sum(len(found.names) for found in articles)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = process_time()
    people, possible = resolve_people(articles)
    seconds = process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    named = sum(person.name is not None for person in people)
    names = len({name for found in articles for name in found.names})
    print(f"{count:,} articles, {mentions:,} mentions, {names:,} names: ", end="")
    print(f"{named:,} people, {len(possible):,} pairs possibly the same")
    print(f"{seconds:.1f} s, peak {peak / 1024:.0f} MB (the articles alone {before / 1024:.0f} MB)")


if __name__ == "__main__":
    what, *rest = sys.argv[1:] or ["pairs"]
    if what == "scale":
        measure_scale(int(rest[0]) if rest else 100_000)
    else:
        measure_pairs(rest[0] if rest else None)
