"""A new site: the starter's files in an empty folder."""

from pathlib import Path

from generator.errors import OutputError, Problem, Where

STARTER = Path(__file__).parent / "starter"


def init_site(folder: Path) -> list[Path]:
    """Copy the starter into ``folder``, which must be empty or not there yet; returns the files made.

    Raises OutputError when the folder holds anything.
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
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
            made.append(target)
    return made
