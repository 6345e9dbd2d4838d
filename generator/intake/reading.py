"""From captures to raw pages: each kind by its own door."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.errors import IntakeError, Problem
from generator.intake.fields import read_fields
from generator.intake.files import find_pages
from generator.intake.html import html_page
from generator.intake.records import record_page
from generator.intake.text import raw_page, refuse_giant
from generator.model.raw import Capture, RawPage


def read_capture(capture: Capture) -> RawPage:
    """The raw page that a capture holds. Raises IntakeError when it holds none."""
    refuse_giant(capture.name, capture.data)
    if capture.kind == "json":
        page = record_page(capture)
    elif capture.kind == "html":
        page = html_page(
            capture.name, capture.data, url=capture.url, captured=capture.captured, charset=capture.charset
        )
    else:
        page = raw_page(capture.name, capture.data)
    fields = read_fields(capture.given)
    return replace(
        page,
        url=fields.url or page.url or capture.url,
        captured=fields.captured or page.captured or capture.captured,
        given=fields.stated,
    )


def read_pages(paths: Iterable[str | Path]) -> Iterator[RawPage | Problem]:
    """The raw pages at some paths, as :func:`find_pages` finds them, and for themselves: without what sidecars say."""
    return read_captures(find_pages(paths))


def read_captures(found: Iterable[Capture | Problem]) -> Iterator[RawPage | Problem]:
    """Captures read as pages by themselves; what cannot be read is a problem in its place."""
    for capture in found:
        if isinstance(capture, Problem):
            yield capture
            continue
        try:
            yield read_capture(replace(capture, given={}))
        except IntakeError as error:
            yield error.problems[0]
