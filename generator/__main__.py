"""``python -m generator`` is the ``dateline`` command."""

from generator.cli import main

main()
