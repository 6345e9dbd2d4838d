"""The arrows between the rooms of the house, read from the imports."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
GENERATOR = CHECKOUT / "generator"

ROOMS = {"intake", "clean", "enrich", "content", "catalog", "pages", "render", "search", "publish", "store", "preview"}
STORIES = {
    "rebuild",
    "build",
    "ingest",
    "again",
    "check",
    "init",
    "verify",
    "decisions",
    "enrolment",
}
CHAPTERS = {
    "reading",
    "making",
    "desk",
    "lessons",
    "dating",
    "habits",
    "refiling",
}
"""Parts of the build, the ingest and the decisions that are told apart: they string rooms together too."""
GROUND = {"model", "site", "errors"}
"""What everybody stands on."""

MAY_IMPORT = {
    "errors": set(),
    "model": {"errors"},
    "site": {"errors"},
    "words": {"errors", "model", "site"},
    "engine": {"errors"},
    "diary": {"model"},
    "identity": {"generator"},  # the version is a part of what a program is known by
    **dict.fromkeys(ROOMS, GROUND),
    **dict.fromkeys(CHAPTERS, GROUND | ROOMS - {"preview"} | CHAPTERS | {"engine", "diary", "identity"}),
    **dict.fromkeys(STORIES, GROUND | ROOMS - {"preview"} | CHAPTERS | {"engine", "diary", "identity"}),
    "enrolment": GROUND | ROOMS - {"preview"} | CHAPTERS | {"decisions", "engine", "diary", "identity"},
    "build": GROUND | ROOMS - {"preview"} | CHAPTERS | {"engine", "diary", "identity", "words"},
    "rebuild": GROUND | {"store", "publish", "build", "diary", "identity"},
    "verify": GROUND | {"store", "publish", "search", "rebuild", "diary"},
    "cli": GROUND | STORIES | {"diary", "preview", "publish", "generator"},
    "__main__": {"cli"},
    "generator": set(),  # generator/__init__.py: the version
}

ROOMS_OF_CLI = {
    ("cli/ingest.py", "intake"),  # the paths of a command line → raw pages, which the story takes
    ("cli/clean.py", "clean"),  # inspection shows what a room says, without a story
    ("cli/json_lines.py", "intake"),  # the lines of JSON Lines → raw pages, as above
    ("cli/people_find.py", "enrich"),  # as clean: what the room finds in texts, without a story
    ("cli/topics_find.py", "enrich"),  # as clean
    ("cli/people_match.py", "catalog"),  # as clean: what the room says of names, without a story
}
"""Rooms that a command asks itself. Each is one line shorter than a story would be; a longer list wants a story."""

DOORS = {
    "babel": {"words.py"},
    "anyascii": {"model/slug.py", "catalog/names.py"},
    "charset_normalizer": {"intake"},
    "click": {"cli"},
    "ftfy": {"intake"},
    "jinja2": {"render"},
    "markdown": {"render"},
    "markupsafe": {"render"},
    "msgspec": {"model/value.py", "store", "content/originals.py"},
    "nh3": {"render"},
    "pagefind_bin": {"search"},
    "selectolax": {"publish", "intake"},
    "spacy": {"enrich/recognisers.py"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "warcio": {"intake"},
    "watchfiles": {"preview"},
    "wordfreq": {"clean/gloss.py", "enrich"},
    "yaml": {"content"},
}
"""Each foreign library, and the rooms or files that it comes in by."""

OPTIONAL = {"spacy"}
"""Libraries that a site may ask for; each is an extra of its own."""

DISTRIBUTIONS = {"yaml": "pyyaml", "markupsafe": "jinja2"}
"""Modules whose distribution has another name. Jinja's own documentation has its users import markupsafe."""

CLOCKS = {
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime", "date.today",
    "datetime.now", "datetime.utcnow", "datetime.today",
}  # fmt: skip
STOPWATCHES = {"time.perf_counter", "time.perf_counter_ns", "time.monotonic", "time.monotonic_ns"}
TIMED = {"rebuild.py", "diary.py", "making.py", "cli/meter.py", "preview", "store"}
"""Who may measure how long something takes. Nobody may ask what time it is: the same inputs give the same bytes."""
DATED = {"store/inputs.py", "cli/dates_set.py", "cli/check.py"}
"""But for these: a file that changed just now may change again unseen, so its stamp is not trusted yet; and a date that
is still to come is likely a slip, which is asked of whoever states one, and told by a check."""

FILES = sorted(path.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.py"))


def room_of(file: str) -> str:
    """The room, or the module, that a file of ``generator/`` belongs to."""
    name = file.split("/")[0].removesuffix(".py")
    return "generator" if name == "__init__" else name


def comes_in(file: str, doors: set[str]) -> bool:
    """Whether a file is one of ``doors`` or stands in one."""
    return file in doors or room_of(file) in doors


def imports(file: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that a file imports."""
    for node in ast.walk(ast.parse((GENERATOR / file).read_text())):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"generator/{file}:{node.lineno}: name the whole path, from generator on"
            if node.module == "generator":
                # ``from generator import build`` and ``from generator import __version__`` look alike.
                for alias in node.names:
                    known = (GENERATOR / alias.name).is_dir() or (GENERATOR / f"{alias.name}.py").exists()
                    yield node.lineno, f"generator.{alias.name}" if known else "generator"
            else:
                yield node.lineno, str(node.module)


def own_imports(file: str) -> Iterator[tuple[int, str]]:
    """Line and room of what a file imports from elsewhere in the house."""
    for line, name in imports(file):
        if name == "generator" or name.startswith("generator."):
            room = name.removeprefix("generator").removeprefix(".").split(".")[0] or "generator"
            if room != room_of(file):
                yield line, room


def foreign_imports(file: str) -> Iterator[tuple[int, str]]:
    """Line and top-level name of each library that is neither ours nor Python's."""
    for line, name in imports(file):
        top = name.split(".")[0]
        if top != "generator" and top not in sys.stdlib_module_names:
            yield line, top


def test_every_part_of_the_house_is_known():
    """A new room is a decision: it is named here, and in docs/architecture.md."""
    assert {room_of(file) for file in FILES} <= MAY_IMPORT.keys()


@pytest.mark.parametrize("file", FILES)
def test_arrows_point_down(file):
    """A room imports no other room; stories string rooms together; the model stands on nothing but errors."""
    wrong = [
        f"generator/{file}:{line}: {room_of(file)} may not import {room}"
        for line, room in own_imports(file)
        if room not in MAY_IMPORT[room_of(file)] and (file, room) not in ROOMS_OF_CLI
    ]
    assert wrong == []


def test_commands_ask_no_more_rooms_than_they_need():
    asked = {(file, room) for file in FILES for _, room in own_imports(file) if room_of(file) == "cli"}
    assert {pair for pair in asked if pair[1] in ROOMS - {"preview", "publish"}} == ROOMS_OF_CLI


@pytest.mark.parametrize("file", FILES)
def test_foreign_libraries_use_their_doors(file):
    wrong = [
        f"generator/{file}:{line}: {name} may be imported in {', '.join(sorted(DOORS.get(name, ()))) or 'no room'}"
        for line, name in foreign_imports(file)
        if not comes_in(file, DOORS.get(name, set()))
    ]
    assert wrong == []


def test_what_is_imported_is_what_is_installed():
    """No dependency that nothing uses, and no import that only happens to be there."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    assert project["optional-dependencies"].keys() >= OPTIONAL
    declared = {name.split(">")[0].split("=")[0] for name in project["dependencies"]}
    imported = {name for file in FILES for _, name in foreign_imports(file)} - OPTIONAL
    assert {DISTRIBUTIONS.get(name, name).replace("_", "-") for name in imported} == declared


def test_nothing_asks_the_clock():
    """The same inputs give the same bytes today and tomorrow."""
    wrong = []
    for file in FILES:
        for node in ast.walk(ast.parse((GENERATOR / file).read_text())):
            if isinstance(node, ast.ImportFrom) and node.module == "time":
                wrong.append(f"generator/{file}:{node.lineno}: import time, so that its use can be seen")
            if not isinstance(node, ast.Attribute):
                continue
            name = ".".join(ast.unparse(node).split(".")[-2:])
            if (name in CLOCKS and file not in DATED) or (name in STOPWATCHES and not comes_in(file, TIMED)):
                wrong.append(f"generator/{file}:{node.lineno}: {name}")
    assert wrong == []


def test_a_build_begins_without_what_news_hardly_needs():
    """Each of them takes as long to import as some hundred articles take to render."""
    ask = (
        "import generator.build, sys; print(*sorted({'asyncio', 'markdown', 'ssl', 'http.client'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True).stdout
    assert said.split() == []
