"""Downloads in place: their rows, to be taken over by the next build, and their sums."""

import hashlib
from collections.abc import Mapping

from generator.model.artifact import Artifact
from generator.publish.publication import Publication

SUMS = "SHA256SUMS"


def list_sums(publication: Publication, folder: str, files: Mapping[str, str]) -> Artifact:
    """The SHA-256 sums of all files in a folder of the site but its page, as ``sha256sum -c`` reads them.

    ``files``: path to digest of every file of the site. Where a file is as it was, so is its sum.
    """
    before = publication.before
    known: dict[str, str] = {}
    if f"{folder}{SUMS}" in before:
        text = publication.read(f"{folder}{SUMS}", before[f"{folder}{SUMS}"]) or b""
        known = {name: sum_ for sum_, name in (line.split("  ", 1) for line in text.decode().splitlines())}
    lines = []
    for path in sorted(path for path in files if path.startswith(folder)):
        name, digest = path.removeprefix(folder), files[path]
        if name in (SUMS, "index.html"):
            continue
        if name not in known or before.get(path) != digest:
            known[name] = hashlib.sha256(publication.read(path, digest) or b"").hexdigest()
        lines.append(f"{known[name]}  {name}\n")
    return Artifact(path=f"{folder}{SUMS}", data="".join(lines).encode())


def list_rows(publication: Publication, path: str, digest: str) -> dict[bytes, bytes]:
    """The rows of a download that is in place with this digest, by what stands for them; none when it is not there.

    Every row is a line, and begins with its id and version: ``{"id":"deal","version":"…"`` or ``deal,…,``.
    """
    if publication.before.get(path) != digest:
        return {}
    rows = {}
    for line in (publication.read(path, digest) or b"").splitlines(keepends=True):
        if line.startswith(b"{"):
            _, _, _, id_, _, _, _, version, _ = line.split(b'"', 8)
        else:
            id_, version = line.split(b",", 2)[:2]
        rows[id_ + b" " + version] = line
    return rows


def row_mark(id_: str, version: str) -> bytes:
    """What stands for a row, in whatever format: its id and version."""
    return f"{id_} {version}".encode()
