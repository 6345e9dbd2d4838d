"""Paths to raw pages."""

import os
from pathlib import Path

import pytest

from generator.errors import Problem
from generator.intake import read_pages


def names(paths: list[str | Path]) -> list[str]:
    return [f"! {found.what}" if isinstance(found, Problem) else Path(found.name).name for found in read_pages(paths)]


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/a.txt", "b/z.txt", ".hidden.txt", "a.txt"):
        (tmp_path / name).write_text(f"A page called {name}.\n")
    return tmp_path


def test_a_folder_is_read_below_in_order_without_hidden_files(heap: Path) -> None:
    """Pages come in order of path, whatever order the disk has them in."""
    assert names([heap]) == ["a.txt", "a.txt", "z.txt", "c.txt"]


def test_patterns_are_followed(heap: Path) -> None:
    """A pattern stands for the files that it matches, in order."""
    assert names([f"{heap}/*.txt"]) == ["a.txt", "c.txt"]
    assert names([f"{heap}/**/z.txt"]) == ["z.txt"]


def test_a_file_is_read_once_however_often_it_is_given(heap: Path) -> None:
    """Two paths to one file give one page."""
    assert names([heap / "a.txt", heap / "b" / ".." / "a.txt", f"{heap}/a*"]) == ["a.txt"]


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(heap: Path) -> None:
    """A missing, an empty and a binary file are a problem each; the pages around them are read."""
    (heap / "b" / "m.txt").write_bytes(b"")
    (heap / "b" / "n.txt").write_bytes(b"\0\1\2\xff")
    assert names([heap / "gone", heap / "b", f"{heap}/*.md"]) == [
        "! There is no such file or folder.",
        "a.txt",
        "! The file is empty.",
        "! This is not text: it holds NUL bytes.",
        "z.txt",
        "! There is no such file or folder.",
    ]


def test_a_file_that_vanishes_while_others_are_read_is_a_problem(heap: Path) -> None:
    """Reading does not stop when a file is gone by the time it is its turn."""
    pages = read_pages([heap / "a.txt", heap / "c.txt"])
    next(pages)
    (heap / "c.txt").unlink()
    (problem,) = pages
    assert isinstance(problem, Problem)


def test_links_and_pipes_do_no_harm(heap: Path) -> None:
    """A link to nowhere is a problem; a link to a folder above is not followed for ever; a pipe is not waited for."""
    (heap / "b" / "up").symlink_to(heap, target_is_directory=True)
    (heap / "b" / "broken.txt").symlink_to(heap / "nowhere")
    os.mkfifo(heap / "b" / "pipe")
    assert names([heap / "b"]) == ["a.txt", "! The link leads nowhere.", "z.txt"]
    assert names([heap / "b" / "pipe"]) == ["! This is neither a file nor a folder."]
