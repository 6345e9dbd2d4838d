"""What people taught: lines that they took out of articles of a source, or moved back into one."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.clean.lines import Unit
from generator.clean.passages import Span
from generator.clean.story import Labelled
from generator.model.cleaning import Verdict

TAUGHT = "people removed it from other pages of this source"


def leave_out(units: Sequence[Unit], removed: Collection[str]) -> list[Unit]:
    """The units without those that people remove: the page is read as if they were not there."""
    return [unit for unit in units if unit.text not in removed] if removed else list(units)


def put_back(units: Sequence[Unit], removed: Collection[str], spans: Sequence[list[Span]]) -> Sequence[list[Span]]:
    """The spans of all units, from those of the ones that were not left out."""
    if not removed:
        return spans
    judged = iter(spans)
    return [
        [Span(0, len(unit.text), Verdict.FURNITURE, TAUGHT)] if unit.text in removed else next(judged) for unit in units
    ]


def keep(page: Labelled, kept: Collection[str]) -> Labelled:
    """The labelling, where lines that people moved back into a story are story text."""
    if not kept:
        return page
    states = [
        "body" if unit.text in kept and state != "headline" else state
        for unit, state in zip(page.units, page.states, strict=True)
    ]
    body = [index for index, state in enumerate(states) if state == "body"]
    return replace(page, states=states, first=body[0], last=body[-1]) if body else page
