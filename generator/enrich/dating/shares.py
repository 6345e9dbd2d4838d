"""How often what is how far off: counted on development texts by benchmarks/dating/count.py, and smoothed."""

from generator.enrich.dating.clues import Kind

STATED = {
    Kind.LINE: {0: 0.99988, 1: 0.00002, -1: 0.00002},
    Kind.BARE_LINE: {0: 0.9994, 1: 0.0001, -1: 0.0001},
    Kind.UPDATED: {0: 0.985, -1: 0.007, -2: 0.002, -3: 0.001},
    Kind.AMONG_WORDS: {0: 0.985, -1: 0.003, 1: 0.003},
    Kind.TOLD: {0: 0.35, -1: 0.03, 1: 0.06, 2: 0.02},
    Kind.MARKUP: {0: 0.985, -1: 0.005, 1: 0.005},
    Kind.ADDRESS: {0: 0.965, -1: 0.015, 1: 0.01},
    Kind.FILE_NAME: {0: 0.85, -1: 0.04, 1: 0.01},
}
"""Days from a stated day to the day of publication."""
DAY_LINE = {0: 0.995, 1: 0.001, -1: 0.001}
"""From a line that is a day without a year."""
DATELINE = {0: 0.93, 1: 0.05, 2: 0.005}
"""From the day of a dateline."""
CAPTION = {0: 0.76, 1: 0.12, 2: 0.03, 3: 0.02, 4: 0.01, 5: 0.01, 6: 0.01}
"""From a day in a caption."""
TOLD = {0: 0.16, 1: 0.14, 2: 0.05, 3: 0.04, 4: 0.03, 5: 0.03, 6: 0.03, 7: 0.02}
"""From a day without a year, told of in the text."""
TOLD_IN_FULL = {0: 0.10, 1: 0.09, 2: 0.03, 3: 0.02}
"""From the latest day with a year that the text tells of."""
LEDE_WEEKDAY = (0.46, 0.25, 0.08, 0.08, 0.04, 0.04, 0.05)
"""From the first weekday of a text."""
FILED_WEEKDAY = (0.82, 0.11, 0.02, 0.015, 0.01, 0.01, 0.015)
"""From the weekday in the first sentence after a dateline."""


def _spread(counted: dict[int, float], *stretches: tuple[int, int, float]) -> dict[int, float]:
    """Shares that were counted year by year, and for each stretch of years from one to before another what each has."""
    return counted | {gap: share for first, end, share in stretches for gap in range(first, end)}


NEWEST_SURE = _spread(
    {-5: 0.004, -4: 0.004, -3: 0.006, -2: 0.012, -1: 0.06, 0: 0.38, 1: 0.2, 2: 0.11, 3: 0.05, 4: 0.05},
    (-36, -5, 0.001), (5, 10, 0.012), (10, 21, 0.005), (21, 46, 0.0015), (46, 151, 0.0003),
)  # fmt: skip
"""Years from the newest year that a text speaks of repeatedly, or with a month, to that of publication."""
NEWEST_OF_ROW = _spread(
    {-5: 0.004, -4: 0.004, -3: 0.008, -2: 0.02, -1: 0.09, 0: 0.36, 1: 0.28, 2: 0.14, 3: 0.03, 4: 0.02},
    (-36, -5, 0.001), (5, 10, 0.006), (10, 21, 0.002), (21, 46, 0.0005), (46, 151, 0.0002),
)  # fmt: skip
"""The same, where the text speaks of the year before too."""
NEWEST_WEAK = _spread(
    {-5: 0.004, -4: 0.004, -3: 0.008, -2: 0.018, -1: 0.04, 0: 0.14, 1: 0.13, 2: 0.11},
    (-36, -5, 0.001), (3, 9, 0.05), (9, 15, 0.02), (15, 21, 0.011), (21, 46, 0.0025), (46, 151, 0.0004),
)  # fmt: skip
"""The same, where it is spoken of once and alone."""
ANY_OTHER_YEAR = 0.0001
"""Of a year further off."""
