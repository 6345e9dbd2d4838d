"""How likely days are → the EDTF value that claims no more than that, and what supports it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from generator.enrich.dating import shares
from generator.enrich.dating.clues import STATING, Clues, Kind
from generator.enrich.dating.likelihood import Near, Piece, SameDay, Within, Year
from generator.enrich.dating.mentions import MONTH_NAMES, WEEKDAY_NAMES, find_years
from generator.enrich.dating.posterior import Posterior, weigh_days
from generator.enrich.dating.terms import Terms
from generator.enrich.dating.weighing import weigh_clues
from generator.model.dating import Belief

EXACT = 0.95
"""A claim without doubt is as likely as this, or it is not made."""
PROBABLE, _LEAD = 0.5, 2.5
"""A day that is marked as probable leads clearly: it is as likely as this, and by so much likelier than the next."""
COARSE = 0.7
"""A month or year that is marked as probable: more may be wrong within them, so more is asked. The year of a day that
is so marked must be as likely: where it rests on what a text tells of the past alone, it held less often than that."""
YEARLESS = 0.85
"""A month and day whose year is unknown."""
_CHOICE, _LEAST_OF_CHOICE, _LARGEST_CHOICE = 0.9, 0.04, 4
"""Days that make up a set: together, each, and how many."""
_LONGEST = 15
"""Years of an interval that is worth stating."""
_Key = TypeVar("_Key")
_NOTHING = Belief(edtf="", confidence=0.0, claim=None, evidence=())


def infer_dating(clues: Clues, terms: Terms) -> Belief:
    """When a story was published, as far as the clues tell."""
    if (belief := _read_statement(clues)) is not None:
        return belief
    pieces = weigh_clues(clues, terms)
    if not pieces:
        return _NOTHING
    posterior = weigh_days(pieces)
    edtf, confidence = _choose(posterior, pieces)
    best = next(iter(posterior.days), None)
    evidence = [*_contradictions(pieces)]
    if edtf or evidence:
        evidence += _tell(pieces, posterior, edtf, best)
    return Belief(
        edtf=edtf,
        confidence=round(confidence, 3),
        claim=_claim(posterior),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _read_statement(clues: Clues) -> Belief | None:
    """The day that a page states, where nothing speaks against it: that needs no weighing, which takes its time."""
    first = next((stated for stated in clues.statements if stated.kind in STATING and len(stated.days) == 1), None)
    if first is None:
        return None
    day = first.days[0]
    others = [stated for stated in clues.statements if stated.kind is not Kind.TOLD]
    if any(stated.days != (day,) and stated.month != (day.year, day.month) for stated in others):
        return None
    if (clues.captured and day > clues.captured) or (
        clues.window and not clues.window[0] <= day.year <= clues.window[1]
    ):
        return None
    if any(mention.year > day.year + 1 and not mention.ahead for mention in find_years(clues.text)):
        return None
    confidence = shares.STATED[first.kind][0]
    evidence = tuple(dict.fromkeys(stated.words for stated in others))
    return Belief(edtf=day.isoformat(), confidence=round(confidence, 3), claim=day.isoformat(), evidence=evidence)


def _claim(posterior: Posterior) -> str | None:
    """The finest of day, month and year that is sure."""
    day, share = next(iter(posterior.days.items()), (date.min, 0.0))
    if share >= EXACT:
        return day.isoformat()
    month, share = _likeliest(posterior.months)
    if share >= EXACT:
        return f"{month[0]:04}-{month[1]:02}"
    year, share = _likeliest(posterior.years)
    return f"{year:04}" if share >= EXACT else None


def _likeliest(shares: dict[_Key, float]) -> tuple[_Key, float]:
    return max(shares.items(), key=lambda item: item[1])


def _choose(posterior: Posterior, pieces: Sequence[Piece]) -> tuple[str, float]:
    """The EDTF value, and how likely it is; empty when anything else than undated would be a guess."""
    return next(filter(None, (rule(posterior) for rule in _RULES)), None) or _interval(posterior, pieces) or ("", 0.0)


def _exact_day(posterior: Posterior) -> tuple[str, float] | None:
    day, share = next(iter(posterior.days.items()), (date.min, 0.0))
    return (day.isoformat(), share) if share >= EXACT else None


def _probable_day(posterior: Posterior) -> tuple[str, float] | None:
    shares = list(posterior.days.values())
    if not shares or shares[0] < PROBABLE or (len(shares) > 1 and shares[0] < _LEAD * shares[1]):
        return None
    day = next(iter(posterior.days))
    return (f"{day.isoformat()}?", shares[0]) if posterior.years[day.year] >= COARSE else None


def _set_of_days(posterior: Posterior) -> tuple[str, float] | None:
    chosen = [(day, share) for day, share in posterior.days.items() if share >= _LEAST_OF_CHOICE][:_LARGEST_CHOICE]
    together = sum(share for _, share in chosen)
    if len(chosen) < 2 or together < _CHOICE:
        return None
    return f"[{','.join(day.isoformat() for day, _ in sorted(chosen))}]", together


def _sure_month(posterior: Posterior) -> tuple[str, float] | None:
    (year, month), share = _likeliest(posterior.months)
    return (f"{year:04}-{month:02}", share) if share >= EXACT else None


def _sure_year(posterior: Posterior) -> tuple[str, float] | None:
    year, share = _likeliest(posterior.years)
    return (f"{year:04}", share) if share >= EXACT else None


def _yearless_day(posterior: Posterior) -> tuple[str, float] | None:
    if not posterior.days:
        return None
    (month, day), share = _likeliest(posterior.yearless)
    return (f"XXXX-{month:02}-{day:02}", share) if share >= YEARLESS else None


def _probable_month(posterior: Posterior) -> tuple[str, float] | None:
    (year, month), share = _likeliest(posterior.months)
    return (f"{year:04}-{month:02}?", share) if share >= COARSE else None


def _probable_year(posterior: Posterior) -> tuple[str, float] | None:
    year, share = _likeliest(posterior.years)
    return (f"{year:04}?", share) if share >= COARSE else None


_RULES = (
    _exact_day, _probable_day, _set_of_days, _sure_month, _yearless_day, _sure_year, _probable_month, _probable_year
)  # fmt: skip


def _interval(posterior: Posterior, pieces: Sequence[Piece]) -> tuple[str, float] | None:
    """The days within which all bounds put it, where there is one on either side; else the newest year, or later."""
    first, last = date.min, date.max
    for piece in pieces:
        if isinstance(piece, Within):
            first = max(first, min(span[0] for span in piece.spans))
            last = min(last, max(span[1] for span in piece.spans))
    newest = next((min(p.ratios, key=lambda y: -p.ratios[y]) for p in pieces if isinstance(p, Year)), None)
    if newest is not None:
        later = sum(share for year, share in posterior.years.items() if year >= newest)
        if later >= COARSE and (first == date.min or newest > first.year):
            if last == date.max or last.year - newest > _LONGEST:
                return f"{newest:04}/..", later
            first = max(first, date(newest, 1, 1))
    if first == date.min and last < date.max and any(p.strict and isinstance(p, Within) for p in pieces):
        captured = last - timedelta(days=1)  # the bound allows for where on earth it was saved
        return f"../{captured.isoformat()}", sum(s for m, s in posterior.months.items() if m <= (last.year, last.month))
    if first == date.min or last == date.max or not first < last or last.year - first.year > _LONGEST:
        return None
    low, high = (first.year, first.month), (last.year, last.month)
    share = sum(share for month, share in posterior.months.items() if low <= month <= high)
    return (f"{first:%Y-%m}/{last:%Y-%m}", share) if share >= COARSE else None


def is_contradiction(evidence: str) -> bool:
    """Whether a piece of evidence is that two others cannot both be true."""
    return evidence.startswith(_CONTRADICTION)


_CONTRADICTION = "contradiction: "


def _contradictions(pieces: Sequence[Piece]) -> Iterator[str]:
    """Pairs of statements that cannot both be true."""
    strict = [piece for piece in pieces if piece.strict]
    for at, one in enumerate(strict):
        days = [mention.exact for mention in one.days] if isinstance(one, Near) else []
        for other in strict if days else ():
            if other is one or (isinstance(other, Near) and strict.index(other) < at):
                continue
            if all(day is not None and other.of_day(day) < 0.5 for day in days):
                yield f"{_CONTRADICTION}{one.words} against {other.words}"


def _tell(pieces: Sequence[Piece], posterior: Posterior, edtf: str, best: date | None) -> Iterator[str]:
    """The pieces that bear on what is claimed, in words."""
    points = best if best is not None and any(mark in edtf for mark in (best.isoformat(), "XXXX")) else None
    stated = [p for p in pieces if p.strict and isinstance(p, Near) and p.days[0].year is not None]
    if best is not None and edtf == best.isoformat() and any(piece.of_day(best) > 1 for piece in stated):
        yield from (piece.words for piece in stated)  # what is stated needs no reasoning
        return
    for piece in pieces:
        if isinstance(piece, SameDay):
            yield from _tell_calendar(piece, posterior)
        elif isinstance(piece, Near):
            if piece.words and (piece.strict or (points is not None and piece.of_day(points) > 1.0)):
                yield piece.words
        elif isinstance(piece, Within | Year):
            if piece.words:
                yield piece.words
        elif points is not None and piece.words:
            yield piece.words


def _tell_calendar(piece: SameDay, posterior: Posterior) -> Iterator[str]:
    """The years of a weekday: those that are possible, or the nearest to what is."""
    possible = sorted(year for year, share in posterior.years.items() if share > 0.0005)
    if not possible:
        return
    years = piece.years(range(possible[0] - 6, possible[-1] + 7))
    if len(years) <= 8:
        listed = ", ".join(map(str, years))
        day = f"{piece.mention.day} {MONTH_NAMES[piece.mention.month - 1]}"
        yield f"{day} is a {WEEKDAY_NAMES[piece.weekday]} in {listed}"
