"""The documentation says what there is, all of it, and nothing else."""

import dataclasses
import inspect
import json
import re
import tomllib
import types
import typing
from pathlib import Path
from typing import Any

import click
import jinja2
import msgspec
import pytest

from generator.cli import main
from generator.content.articles import FIELDS, parse_article
from generator.content.records import (
    PAGE_FIELDS,
    PERSON_FIELDS,
    SOURCE_FIELDS,
    TOPIC_FIELDS,
    parse_person,
    parse_source,
    parse_text_page,
    parse_topic,
)  # fmt: skip
from generator.ingest import Outcome
from generator.intake.fields import NAMES
from generator.model import page as pages
from generator.model.article import Caption, Dateline
from generator.model.cleaning import REMOVED_VERDICTS, Passage, Verdict
from generator.model.dating import parse_dating
from generator.site import BUNDLED, Settings, read_settings

CHECKOUT = Path(__file__).parents[1]
DOCS = CHECKOUT / "docs"
ALL = sorted([*DOCS.glob("*.md"), *CHECKOUT.glob("*.md")])

_FENCED = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def read(name: str) -> str:
    return (DOCS / name).read_text()


def section(text: str, heading: str) -> str:
    """The text under a heading, to the next heading of its level or above."""
    level = heading.index(" ")
    start = text.index(f"\n{heading}\n") + len(heading) + 2
    end = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(text, start)
    return text[start : end.start() if end else None]


def tables(text: str) -> list[list[list[str]]]:
    """Every table, as rows of cells with their backticks; the headings first."""
    found: list[list[list[str]]] = []
    open_ = False
    for line in _FENCED.sub("", text).splitlines():
        if not line.startswith("|"):
            open_ = False
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not open_:
            found.append([cells])
        elif not set(line) <= set("|-"):
            found[-1].append(cells)
        open_ = True
    return found


def table(text: str, first: str) -> dict[str, list[str]]:
    """The rows of the one table whose first column is called ``first``, by their first cell."""
    (rows,) = [rows for rows in tables(text) if rows[0][0] == first]
    entries = {row[0].strip("`"): row[1:] for row in rows[1:]}
    assert len(entries) == len(rows) - 1, "an entry stands twice"
    assert all(all(cells) for cells in entries.values()), "a cell is empty"
    return entries


def examples(text: str, language: str) -> list[tuple[str, str]]:
    """What stands after the language of each fenced block, and the block."""
    return [
        (info.removeprefix(language).strip(), body)
        for info, body in _FENCED.findall(text)
        if info.split(" ")[0] == language
    ]


# ---- commands.md


_CONTEXT = click.Context(main)


def commands_of(group: click.Group, prefix: str = "") -> list[tuple[str, click.Command]]:
    """Every command with its whole name, groups before what is in them."""
    found = []
    for name in sorted(group.list_commands(_CONTEXT)):
        command = group.get_command(_CONTEXT, name)
        found.append((prefix + name, command))
        if isinstance(command, click.Group):
            found += commands_of(command, f"{prefix}{name} ")
    return found


COMMANDS = commands_of(main)


def options_of(command: click.Command) -> dict[str, click.Option]:
    return {", ".join(f"`{name}`" for name in p.opts): p for p in command.params if isinstance(p, click.Option)}


def documented_options(text: str) -> set[str]:
    return {row[0] for rows in tables(text) if rows[0][0] == "option" for row in rows[1:]}


def test_every_command_is_documented():
    headings = re.findall(r"^## dateline (.+)$", read("commands.md"), re.MULTILINE)
    assert sorted(headings) == [name for name, _ in COMMANDS]


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_option_of_a_command_is_documented(name, command):
    assert documented_options(section(read("commands.md"), f"## dateline {name}")) == options_of(command).keys()


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_every_argument_of_a_command_is_documented(name, command):
    arguments = {p.metavar for p in command.params if isinstance(p, click.Argument)}
    rows = [rows for rows in tables(section(read("commands.md"), f"## dateline {name}")) if rows[0][0] == "argument"]
    assert {row[0].strip("`") for group in rows for row in group[1:]} == arguments


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_a_default_that_is_documented_is_the_one_used(name, command):
    text = section(read("commands.md"), f"## dateline {name}")
    rows = {row[0]: row[1] for group in tables(text) if group[0][0] == "option" for row in group[1:]}
    for names, option in options_of(command).items():
        if not option.is_flag and isinstance(option.default, str | int):
            assert f"{option.default} when left out" in rows[names]


def test_options_of_all_commands_are_documented():
    general = read("commands.md").split("\n## ")[0]
    assert documented_options(general) == {*options_of(main), "`-h`, `--help`"}


# ---- settings.md


def settings_of(kind: Any, prefix: str = "") -> dict[str, str]:
    """Every key with its default as TOML writes it."""
    hints, found = typing.get_type_hints(kind), {}
    for f in dataclasses.fields(kind):
        if dataclasses.is_dataclass(hints[f.name]):
            found |= settings_of(hints[f.name], f"{prefix}{f.name}.")
        elif f.default is dataclasses.MISSING:
            found[prefix + f.name] = "required"
        else:
            default = f'"{f.default}"' if isinstance(f.default, str) else str(f.default).lower()
            found[prefix + f.name] = f"`{default}`"
    return found


def test_every_setting_is_documented_with_its_default():
    rows = [row for rows in tables(read("settings.md")) for row in rows[1:]]
    assert {row[0].strip("`"): row[1] for row in rows} == settings_of(Settings)


def test_examples_of_settings_are_read():
    for _, text in examples(read("settings.md"), "toml"):
        read_settings(text)


@pytest.mark.parametrize("path", ["site.toml", "generator/starter/site.toml"])
def test_our_own_settings_show_every_key(path):
    """A new site has every setting before its eyes, at its default but for names."""
    text = (CHECKOUT / path).read_text()
    read_settings(text)
    values = {
        f"{key}.{k}" if isinstance(value, dict) else key
        for key, value in tomllib.loads(text).items()
        for k in (value if isinstance(value, dict) else [""])
    }
    assert values == settings_of(Settings).keys()


# ---- content.md


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("## Articles", FIELDS),
        ("## People", PERSON_FIELDS),
        ("## Topics", TOPIC_FIELDS),
        ("## Sources", SOURCE_FIELDS),
        ("## Pages", PAGE_FIELDS),
    ],
)
def test_every_field_of_front_matter_is_documented_in_its_order(heading, fields):
    assert tuple(table(section(read("content.md"), heading), "field")) == fields


def test_parts_of_fields_are_documented():
    text = table(section(read("content.md"), "## Articles"), "field")
    for field, kind in (("dateline", Dateline), ("captions", Caption)):
        assert all(f"`{name}`" in text[field][0] for name in kind.__struct_fields__), field


@pytest.mark.parametrize(("path", "text"), examples(read("content.md"), "markdown"))
def test_examples_of_content_are_read_without_problems(path, text):
    kind, _, name = path.partition("/")
    if kind == "articles":
        _, problems = parse_article(text, path)
    else:
        parse: Any = {
            "people": parse_person, "topics": parse_topic, "sources": parse_source, "pages": parse_text_page,
        }[kind]  # fmt: skip
        _, problems = parse(text, name.removesuffix(".md"), path)
    assert problems == []


@pytest.mark.parametrize(("written", "shown"), [(w, s) for w, (s,) in table(read("content.md"), "written").items()])
def test_dates_show_as_documented(written, shown):
    assert parse_dating(written).display == shown


def test_verdicts_are_documented():
    rows = table(read("content.md"), "verdict")
    assert {name: kept for name, (kept, _) in rows.items()} == {
        verdict.value: "no" if verdict in REMOVED_VERDICTS else "yes" for verdict in Verdict
    }


def test_outcomes_of_ingest_are_documented():
    assert list(table(read("content.md"), "outcome")) == [outcome.value for outcome in Outcome]


# ---- intake.md


def test_names_of_fields_of_records_are_documented():
    rows = table(read("intake.md"), "meaning")
    assert {field: tuple(re.findall(r"`([^`]+)`", names)) for field, (names,) in rows.items()} == NAMES


# ---- templates.md

NOT_SHOWN = {"Outline", "CleaningOutline", "Value"}
"""Types of the same module that no template sees: what an article's page is made from, and files of XML or JSON."""

SHOWN = {
    name: kind
    for name, kind in sorted(vars(pages).items())
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct | Passage) and name not in NOT_SHOWN
}


def spell(kind: Any) -> str:
    """A type, in the words of templates.md."""
    if typing.get_origin(kind) is types.UnionType:
        return ", or ".join("none" if part is type(None) else spell(part) for part in typing.get_args(kind))
    if typing.get_origin(kind) is tuple:
        return f"list of {spell(typing.get_args(kind)[0])}"
    return {str: "text", int: "number", bool: "yes or no"}.get(kind) or f"`{kind.__name__}`"


def own_fields(kind: Any) -> dict[str, str]:
    """The fields that a type adds to those of its parents, with their types in words."""
    hints = typing.get_type_hints(kind)
    if issubclass(kind, Passage):
        return {name: spell(hints[name]) for name in Passage._fields}
    parents = [parent for parent in kind.__mro__[1:] if parent in SHOWN.values()]
    inherited = {name for parent in parents for name in parent.__struct_fields__}
    return {name: spell(hints[name]) for name in kind.__struct_fields__ if name not in inherited}


def heading_of(kind: Any) -> str:
    template = vars(kind).get("template")
    return f"### `{kind.__name__}`" + (f" – `{template}`" if isinstance(template, str) else "")


def test_every_type_that_templates_see_is_documented():
    headings = re.findall(r"^### .*$", read("templates.md"), re.MULTILINE)
    assert sorted(headings) == sorted(map(heading_of, SHOWN.values()))


@pytest.mark.parametrize("kind", SHOWN.values(), ids=SHOWN)
def test_every_attribute_of_a_type_is_documented_with_its_type(kind):
    text = section(read("templates.md"), heading_of(kind))
    fields = own_fields(kind)
    documented = {attribute: cells[0] for attribute, cells in table(text, "attribute").items()} if fields else {}
    assert documented == fields
    parent = kind.__mro__[1].__name__
    assert (f"As `{parent}`" in text) == (parent in SHOWN)


def test_blocks_of_the_base_template_are_documented():
    source = (BUNDLED / "base.html").read_text()
    blocks = [node.name for node in jinja2.Environment().parse(source).find_all(jinja2.nodes.Block)]
    line = next(line for line in read("templates.md").splitlines() if line.startswith("- `base.html`"))
    assert re.findall(r"`(\w+)`", line.split("blocks:")[1]) == blocks


def test_examples_of_templates_are_templates():
    for _, text in examples(read("templates.md"), "jinja"):
        jinja2.Environment().parse(text)


# ---- dependencies.md


def test_every_dependency_is_documented():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    groups = {
        "## To run": project["dependencies"],
        "## To test": project["optional-dependencies"]["test"],
        "## To lint": project["optional-dependencies"]["lint"],
    }
    for heading, packages in groups.items():
        names = [re.match(r"[\w-]+", package)[0] for package in packages]
        assert list(table(section(read("dependencies.md"), heading), "package")) == names
    checkers = json.loads((CHECKOUT / "tests/tools/package.json").read_text())
    named = table(section(read("dependencies.md"), "## To check pages"), "package")
    assert named.keys() == checkers["dependencies"].keys() | {"lighthouse"}  # which make installs by itself


# ---- architecture.md


def test_every_part_of_the_house_has_a_place_in_its_map():
    named = set(re.findall(r"`generator/([\w.]+)/?`", section(read("architecture.md"), "## The rooms")))
    there = {
        path.name
        for path in (CHECKOUT / "generator").iterdir()
        if not path.name.startswith("__") and path.name != "bundled"
    }
    assert named - {"bundled"} == there


# ---- all of it


def test_the_glossary_is_in_order():
    words = [word.casefold() for word in table(read("glossary.md"), "word")]
    assert words == sorted(words)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    for target in _LINK.findall(_FENCED.sub("", path.read_text())):
        if not target.startswith(("https:", "http:", "mailto:")):
            name, _, anchor = target.partition("#")
            file = (path.parent / name) if name else path
            assert file.exists(), target
            if anchor:
                headings = re.findall(r"^#+ (.*)$", file.read_text(), re.MULTILINE)
                assert anchor in {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in headings}, target


def test_every_document_is_reached_from_the_readme():
    targets = _LINK.findall((CHECKOUT / "README.md").read_text())
    assert {f"docs/{path.name}" for path in DOCS.glob("*.md")} <= set(targets)


def test_commands_tell_in_their_help_what_they_do():
    """The docstring is the manual, so it is there."""
    assert all(inspect.getdoc(command.callback) for _, command in COMMANDS)
