"""``python -m generator`` is the ``dateline`` command."""

from generator.cli import run

run()
