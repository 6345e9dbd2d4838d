"""From verdicts on stretches of units to passages that, joined, are the original's text exactly."""

from collections.abc import Iterator, Sequence

from generator.clean.lines import Unit
from generator.model.cleaning import Passage, Verdict
from generator.model.value import Value


class Span(Value, frozen=True):
    """A stretch of a unit's text with its verdict; a unit's spans cover it from first to last character."""

    start: int
    end: int
    verdict: Verdict
    reason: str


def fill_spans(text: str, found: Sequence[Span], rest: Verdict, reason: str) -> list[Span]:
    """Spans that cover a unit's whole text: those found, in order, and the rest between them.

    Marks and blanks without a word do not make a span; they go with what stands before them, or else after.
    """
    spans: list[Span] = []
    at = 0
    for span in sorted(found, key=lambda span: span.start):
        if span.start < at or span.end <= span.start:
            continue  # it overlaps with one that stands before it
        start = _fill_gap(spans, text, at, span.start, rest, reason)
        spans.append(Span(start, span.end, span.verdict, span.reason))
        at = span.end
    start = _fill_gap(spans, text, at, len(text), rest, reason)
    if start < len(text):
        spans.append(Span(start, len(text), rest, reason))
    return spans


def _fill_gap(spans: list[Span], text: str, start: int, end: int, rest: Verdict, reason: str) -> int:
    """Give a gap to a span of its own or to the one before; returns where the next span may start."""
    if any(map(str.isalnum, text[start:end])):
        spans.append(Span(start, end, rest, reason))
        return end
    if spans and start < end:
        last = spans[-1]
        spans[-1] = Span(last.start, end, last.verdict, last.reason)
        return end
    return start


def lay_passages(lines: Sequence[str], units: Sequence[Unit], spans: Sequence[Sequence[Span]]) -> list[Passage]:
    """The passages of a page, in order."""
    passages: list[Passage] = []
    add, make, blank = passages.append, tuple.__new__, Verdict.BLANK  # there are hundreds: half the time of Passage(…)
    at = 0
    for unit, parts in zip(units, spans, strict=True):
        first, last = unit.first, unit.last
        while at < first:
            line = lines[at]
            at += 1
            add(make(Passage, (at, blank, "no words", line)))
        at = last + 1
        if first != last:
            passages += _split_lines(lines, unit, parts)
        elif len(parts) == 1:
            add(make(Passage, (at, parts[0].verdict, parts[0].reason, lines[first])))
        else:
            passages += _split_line(first, lines[first], unit.text, 0, parts)
    passages += [Passage(index + 1, blank, "no words", lines[index]) for index in range(at, len(lines))]
    return passages


def _split_lines(lines: Sequence[str], unit: Unit, parts: Sequence[Span]) -> Iterator[Passage]:
    """The passages of a unit of several physical lines."""
    offset = 0
    for index in range(unit.first, unit.last + 1):
        text = lines[index].strip()
        yield from _split_line(index, lines[index], text, offset, parts)
        offset += len(text) + 1


def _split_line(index: int, line: str, text: str, offset: int, parts: Sequence[Span]) -> Iterator[Passage]:
    """The passages of one physical line, which holds a unit's characters from ``offset`` on."""
    if len(parts) == 1:
        yield Passage(line=index + 1, text=line, verdict=parts[0].verdict, reason=parts[0].reason)
        return
    lead = len(line) - len(line.lstrip())
    inside = [part for part in parts if part.start < offset + len(text) and part.end > offset]
    at = 0
    for number, part in enumerate(inside):
        end = len(line) if number == len(inside) - 1 else lead + part.end - offset
        yield Passage(line=index + 1, text=line[at:end], verdict=part.verdict, reason=part.reason)
        at = end
