"""A new site: the starter's files in an empty folder."""

from pathlib import Path

from generator.errors import OutputError, Problem, Where

STARTER = Path(__file__).parent / "starter"


def init_site(folder: Path) -> list[Path]:
    """Copy the starter into ``folder``, which must be empty or not there yet; returns the files made.

    Raises OutputError when the folder holds anything, or cannot be written to.
    """
    if folder.exists() and (not folder.is_dir() or any(p for p in folder.iterdir() if p.name != ".git")):
        raise OutputError(
            Problem(where=Where(path=str(folder)), what="It is not an empty folder.", remedy="Name a new one.")
        )
    made = []
    for source in sorted(STARTER.rglob("*")):
        if source.is_file():
            name = source.relative_to(STARTER)
            target = folder / (".gitignore" if name.name == "gitignore" else name)
            _write(target, source.read_bytes())
            made.append(target)
    return made


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise OutputError(
            Problem(
                where=Where(path=str(path)),
                what=f"It cannot be written: {error.strerror}.",
                remedy="See to its permissions and the space on the disk, or name another folder.",
            )
        ) from error
