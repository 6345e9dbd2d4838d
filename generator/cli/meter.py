"""The meter: one line on a terminal that says how far long work is."""

import sys
import time

import click

PATIENCE = 1.0
"""Seconds before the line appears: quick work needs none."""
INTERVAL = 0.1
"""Seconds between two changes of the line."""


class Meter:
    """Shows stage, count and rate on stderr, if that is a terminal; leaves nothing behind."""

    def __init__(self) -> None:
        """Start measuring."""
        self._begun = self._stage_begun = time.monotonic()
        self._shown = 0.0
        self._stage = ""

    def tell(self, stage: str, done: int, total: int) -> None:
        """Show progress; ``total`` is 0 where nobody knows it."""
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_begun, self._shown = stage, now, 0.0
        if not sys.stderr.isatty() or now - self._begun < PATIENCE or now - self._shown < INTERVAL:
            return
        self._shown = now
        elapsed = now - self._stage_begun
        count = f" {done:,} of {total:,}" if total else f" {done:,}" if done else ""
        rate = f", {done / elapsed:,.0f} a second" if done and elapsed > INTERVAL else ""
        click.echo(f"\r\x1b[2K{stage}{count}{rate}", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True)
            self._shown = 0.0
