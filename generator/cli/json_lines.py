"""JSON Lines: pages on standard input, results on standard output."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from generator.errors import IntakeError, Problem, Where
from generator.intake import read_capture
from generator.model.raw import Capture, RawPage


def read_json_lines() -> Iterator[RawPage | Problem]:
    """The pages on standard input, one JSON object a line; what is none is a problem in its place."""
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            yield _read_values(json.loads(line))
        except IntakeError as error:
            yield error.problems[0]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield Problem(
                where=Where(path="-", line=number),
                what="This is not a page.",
                remedy='Write one JSON object a line: {"id": "…", "text": "…"} or {"id": "…", "html": "…", "url": "…"}',
            )


def _read_values(values: dict[str, Any]) -> RawPage:
    """The page that an object holds, as HTML or else as text. Raises IntakeError when its HTML cannot be read."""
    name = str(values["id"])
    if "html" in values:
        data = values["html"].encode("utf-8", "replace")
        return read_capture(Capture(name=name, data=data, kind="html", url=values.get("url"), charset="utf-8"))
    data = values["text"].encode("utf-8", "surrogatepass")
    return RawPage(
        name=name,
        data=data,
        text=values["text"],
        encoding="utf-8",
        url=values.get("url"),
        captured=values.get("captured"),
    )


def format_json_line(values: dict[str, Any]) -> bytes:
    """One line. What UTF-8 cannot hold, such as half of a surrogate pair, is written as JSON's own escape."""
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace")
