"""Limits of hosts that a site may outgrow, so that a build says it before an upload fails."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Problem, Severity, Where


@dataclass(frozen=True, kw_only=True, slots=True)
class Host:
    """A host of static sites, and what it takes; None where it states no limit."""

    name: str
    files: int | None = None
    file_size: int | None = None
    """Bytes of the largest file."""


# Source: the hosts' own documentation, as of November 2026.
HOSTS = (
    Host(name="Cloudflare Pages (free plan)", files=20_000, file_size=25 << 20),
    Host(name="Cloudflare Pages (paid plan)", files=100_000, file_size=25 << 20),
    Host(name="GitHub Pages", file_size=100 << 20),
)


def check_limits(output: str, files: int, sizes: Mapping[str, int]) -> list[Problem]:
    """A warning for each host that would not take a site of so many ``files``, or one of these ``sizes`` in bytes."""
    problems = []
    largest = max(sizes, key=lambda path: (sizes[path], path), default=None)
    for host in HOSTS:
        if host.files is not None and files > host.files:
            problems.append(
                _warning(output, f"{files:,} files are more than the {host.files:,} that {host.name} takes.")
            )
        if largest is not None and host.file_size is not None and sizes[largest] > host.file_size:
            size = f"{sizes[largest] / (1 << 20):,.1f} MiB"
            what = f"It has {size}, more than the {host.file_size >> 20} MiB that {host.name} takes."
            problems.append(_warning(f"{output}/{largest}", what))
    return problems


def _warning(path: str, what: str) -> Problem:
    remedy = "Choose another host, if this is yours."
    return Problem(where=Where(path=path), what=what, remedy=remedy, severity=Severity.WARNING)
