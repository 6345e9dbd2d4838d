"""The README is a transcript: what it shows is what happens.

Run this file as a program to write what happens into the README.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
README = CHECKOUT / "README.md"

_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def replay(text: str, folder: Path) -> str:
    """``text`` with the output of every command in its console blocks, run one after the other below ``folder``."""
    (folder / "content").mkdir()
    shutil.copytree(CHECKOUT / "content/incoming", folder / "content/incoming")
    here = folder

    def run(block: re.Match[str]) -> str:
        nonlocal here
        shown = []
        for line in block[1].splitlines():
            if not line.startswith("$ "):
                continue
            shown.append(line)
            command = line.removeprefix("$ ")
            if command.startswith("cd "):
                here /= command.removeprefix("cd ")
                continue
            done = subprocess.run(
                command,
                shell=True,
                cwd=here,
                env=os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                timeout=120,
            )
            shown.extend(done.stdout.splitlines())
        return "\n".join(shown) + "\n"

    return _CONSOLE.sub(run, text)


def forget_times(text: str) -> str:
    return re.sub(r"\b\d+\.\d s\b", "… s", text)


def test_the_readme_shows_what_happens(tmp_path):
    text = README.read_text()
    assert forget_times(replay(text, tmp_path)) == forget_times(text)


def test_the_readme_has_something_to_replay():
    commands = re.findall(r"^\$ dateline (\w+)", README.read_text(), re.MULTILINE)
    assert {"init", "ingest", "build", "check"} <= set(commands)


def test_the_readme_is_short():
    assert len(README.read_text().splitlines()) < 120


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(replay(README.read_text(), Path(folder)))
