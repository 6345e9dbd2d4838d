"""Indexes: entries under the letters that they begin with."""

from collections.abc import Iterable

from generator.model.page import Tally, TallyGroup


def letter_groups(entries: Iterable[tuple[str, Tally]]) -> tuple[TallyGroup, ...]:
    """Entries, each with the slug that it is sorted by, under their first letters; "#" holds all other signs."""
    groups: dict[str, list[tuple[str, Tally]]] = {}
    for key, tally in entries:
        groups.setdefault(key[0].upper() if key[0].isalpha() else "#", []).append((key, tally))
    return tuple(
        TallyGroup(
            id="letter-other" if letter == "#" else f"letter-{letter}",
            title=letter,
            tallies=tuple(tally for _, tally in sorted(groups[letter], key=_by_key)),
        )
        for letter in sorted(groups)
    )


def _by_key(entry: tuple[str, Tally]) -> tuple[str, str]:
    return entry[0], entry[1].url
