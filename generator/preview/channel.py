"""What the open pages are told: the state of the site, and the news of each build, as server-sent events."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass

STILL_HERE = 15.0  # seconds of silence after which a line is sent, so that a reader who is gone is noticed
RETRY = 500  # milliseconds after which a browser that lost the server asks again


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What one build came to."""

    good: bool
    """Whether it made a site; the former one stays when not."""
    changed: bool
    complete: bool = True
    """Whether nothing is left to do."""
    problems: tuple[str, ...]
    """Sentences, for pages and terminal."""
    trace: str | None = None
    """The traceback of a build that broke by a fault in a program; None for any other."""


class Channel:
    """Tells every open page what the builds come to. To be used from the event loop only."""

    def __init__(self) -> None:
        self.problems: tuple[str, ...] = ()
        self.has_site = False
        """Whether a build of this run was good."""
        self._run = secrets.token_hex(4)
        self._changes = 0
        self._has_waiters = False
        self._readers: set[asyncio.Queue[str | None]] = set()
        self._closed = False

    @property
    def version(self) -> str:
        """Names the state of the site; another one after each change and in each run of the server."""
        return f"{self._run}-{self._changes}"

    def expect_site(self) -> None:
        """A waiting page was shown: the first good build is a change for it, even one that changes no file."""
        self._has_waiters = True

    def tell(self, outcome: Outcome) -> None:
        """Pass on what a build came to."""
        had_problems = bool(self.problems)
        self.problems = outcome.problems
        if outcome.problems or had_problems:
            self._send(self._verdict())
        if outcome.good and (outcome.changed or (self._has_waiters and not self.has_site)):
            self._changes += 1
            self._send(event("reload", self.version))
        self.has_site = self.has_site or outcome.good

    async def listen(self) -> AsyncIterator[str]:
        """The state as it is now, then every event, until the channel is closed."""
        inbox: asyncio.Queue[str | None] = asyncio.Queue()
        self._readers.add(inbox)
        try:
            yield f"retry: {RETRY}\n\n" + event("state", self.version) + self._verdict()
            while not self._closed:
                try:
                    message = await asyncio.wait_for(inbox.get(), STILL_HERE)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if message is not None:
                    yield message
        finally:
            self._readers.discard(inbox)

    def close(self) -> None:
        """End every stream."""
        self._closed = True
        self._send(None)

    def _verdict(self) -> str:
        return event("problems", json.dumps(self.problems)) if self.problems else event("fixed", "")

    def _send(self, message: str | None) -> None:
        for inbox in self._readers:
            inbox.put_nowait(message)


def event(name: str, data: str) -> str:
    r"""One server-sent event; ``data`` must be a single line.

    >>> event("reload", "a-1")
    'event: reload\ndata: a-1\n\n'
    """
    return f"event: {name}\ndata: {data}\n\n"
