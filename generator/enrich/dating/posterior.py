"""Pieces of evidence → how likely each day is.

Days that something points at are weighed one by one; all other days are weighed by the month, so that doubt is kept:
what points at no day in particular holds for many.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import prod

from generator.enrich.dating.likelihood import Near, Piece, SameDay, Weekday, Within, Year

FIRST_YEAR, LAST_YEAR = 1950, 2029
"""Where nothing speaks of years, these stand for all: each is as likely as the next, and none is claimed."""
_OPEN = 60
"""Years beyond a bound that is the only one."""
_BESIDE = 30
"""Years on either side of a stated one."""
_NEGLIGIBLE = 1e-4
"""Years and months that are so much less likely than the likeliest are not looked at."""
_FAR = 0.1
"""Years so much less likely, all of whose months are alike, stand as one month of 365 days."""
_POINTLESS = 2e-4
"""Years so much less likely are not looked at day by day."""
_ANY_DAY = date(2001, 1, 15)
_LENGTHS = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
"""Days of each month, as far as likelihoods need them."""


@dataclass(frozen=True, kw_only=True)
class Posterior:
    """How likely days are; all of it sums to 1."""

    days: dict[date, float]
    """Those that something points at, likeliest first."""
    rest: dict[tuple[int, int], float]
    """Of each month, all its other days together."""

    @cached_property
    def months(self) -> dict[tuple[int, int], float]:
        """Each month."""
        found = defaultdict(float, self.rest)
        for day, share in self.days.items():
            found[day.year, day.month] += share
        return dict(found)

    @cached_property
    def years(self) -> dict[int, float]:
        """Each year."""
        found: defaultdict[int, float] = defaultdict(float)
        for (year, _), share in self.months.items():
            found[year] += share
        return dict(found)

    @cached_property
    def yearless(self) -> dict[tuple[int, int], float]:
        """Each month and day that something points at, whatever its year."""
        found: defaultdict[tuple[int, int], float] = defaultdict(float)
        for day, share in self.days.items():
            found[day.month, day.day] += share
        return dict(found)


def weigh_days(pieces: Sequence[Piece]) -> Posterior:
    """How likely each day is, by all pieces together, taken as independent."""
    rest = _weigh_months(pieces)
    heaviest: dict[int, float] = {}
    for (year, _), weight in rest.items():
        heaviest[year] = max(weight, heaviest.get(year, 0.0))
    least = max(heaviest.values()) * _POINTLESS
    years = [year for year, weight in heaviest.items() if weight >= least]
    candidates = {day for piece in pieces if isinstance(piece, Near) for day in piece.candidates(years)}
    days = {day: prod([piece.of_day(day) for piece in pieces]) for day in candidates}
    total = sum(days.values()) + sum(rest.values())
    ordered = sorted(days.items(), key=lambda item: (-item[1], item[0]))
    return Posterior(
        days={day: weight / total for day, weight in ordered if weight > total * 1e-6},
        rest={month: weight / total for month, weight in rest.items()},
    )


def _weigh_months(pieces: Sequence[Piece]) -> dict[tuple[int, int], float]:
    """The weight of each month whose year is not negligible: that of its days at which nothing points."""
    level = prod([piece.of_month(_ANY_DAY) for piece in pieces if isinstance(piece, Near | Weekday)])
    yearly = [piece for piece in pieces if isinstance(piece, Year)]
    monthly = [piece for piece in pieces if isinstance(piece, SameDay | Within)]
    weights = {
        year: level * prod([piece.of_month(date(year, 7, 1)) for piece in yearly]) for year in _find_years(pieces)
    }
    heaviest = max(weights.values())
    least = heaviest * _NEGLIGIBLE
    found: dict[tuple[int, int], float] = {}
    for year, weight in weights.items():
        if weight < least:
            continue
        even = not any(isinstance(piece, SameDay) or piece.changes_in(year) for piece in monthly)
        whole = prod([piece.of_month(date(year, 7, 1)) for piece in monthly]) if even else 0.0
        if even and weight < _FAR * heaviest:  # nobody asks for its months
            found[year, 7] = weight * 365 * whole
            continue
        for month, days in _LENGTHS.items():
            of_month = whole if even else prod([piece.of_month(date(year, month, 15)) for piece in monthly])
            found[year, month] = weight * days * of_month
    least = max(found.values()) * _NEGLIGIBLE
    return {month: weight for month, weight in found.items() if weight >= least and weight > 0} or found


def _find_years(pieces: Iterable[Piece]) -> range:
    """The years that the evidence speaks of."""
    lows: list[int] = []
    highs: list[int] = []
    for piece in pieces:
        if isinstance(piece, Within):
            lows += [first.year for first, _ in piece.spans if first > date.min]
            highs += [last.year for _, last in piece.spans if last < date.max]
        elif isinstance(piece, Year):
            lows.append(min(piece.ratios))
            highs.append(max(piece.ratios))
        elif isinstance(piece, Near):
            stated = [mention.year for mention in piece.days if mention.year is not None]
            lows += [year - _BESIDE for year in stated]
            highs += [year + _BESIDE for year in stated]
    if not lows and not highs:
        return range(FIRST_YEAR, LAST_YEAR + 1)
    low = min(lows) if lows else min(highs) - _OPEN
    high = max(highs) if highs else max(lows) + _OPEN
    return range(max(min(low, high), 1), min(max(low, high), 9998) + 1)
