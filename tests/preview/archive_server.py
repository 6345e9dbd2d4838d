"""A tiny generator under preview, run as a program of its own: ``archive_server.py FOLDER BASE PORT``.

It copies content/ to public/. Files beside them steer it: ``fail`` raises a GeneratorError and ``crash`` another
exception with their text, ``problems`` gives one problem a line, ``hold`` makes builds wait until it is gone,
``workers`` leaves a process pool busy. Each build adds its number to ``builds``.
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from generator.errors import GeneratorError, Problem, Where
from generator.preview import Rebuilt, serve


def read(path: Path) -> str:
    return path.read_text() if path.exists() else ""


def problem(what: str) -> Problem:
    return Problem(where=Where(path="content/harbour.html", line=4), what=what, remedy="Mend it.")


def announce(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def copy(content: Path, public: Path) -> bool:
    changed = False
    for path in sorted(content.rglob("*.*")) if content.exists() else ():
        target = public / path.relative_to(content)
        if not target.exists() or target.read_bytes() != path.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
            changed = True
    return changed


def main(folder: Path, base: str, port: int) -> None:
    def rebuild() -> Rebuilt:
        with (folder / "builds").open("a") as builds:
            builds.write("started\n")
        if (folder / "workers").exists():
            with ProcessPoolExecutor(2) as pool:
                list(pool.map(time.sleep, [600, 600]))
        while (folder / "hold").exists():
            time.sleep(0.01)
        if (folder / "fail").exists():
            raise GeneratorError(problem(read(folder / "fail")))
        if (folder / "crash").exists():
            raise LookupError(read(folder / "crash"))
        changed = copy(folder / "content", folder / "public")
        with (folder / "builds").open("a") as builds:
            builds.write("done\n")
        problems = tuple(map(problem, read(folder / "problems").splitlines()))
        return Rebuilt(problems=problems, changed=changed)

    def watched() -> list[Path]:
        named = [folder / line for line in read(folder / "watched").splitlines()]
        steering = [folder / name for name in ("fail", "crash", "problems")]
        return [folder / "content", folder / "site.toml", *steering, *named]

    serve(
        root=folder / "public",
        base=base,
        host="127.0.0.1",
        port=port,
        watched=watched,
        rebuild=rebuild,
        announce=announce,
    )
    announce("ended")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
