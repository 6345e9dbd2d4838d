import os
import sys

import pytest
from archives import STORY, article, make_archive, said, write

from generator.content.library import locate, read_article, read_library
from generator.errors import ContentError, Problem, Where


def test_records_and_pages_are_read_and_articles_found(tmp_path):
    site = make_archive(tmp_path, {**STORY, "content/pages/about.md": "---\ntitle: About\n---\n"})
    library = read_library(site.content)
    assert library.problems == ()
    assert list(library.authority.people) == ["ada-holm"]
    assert list(library.authority.topics) == ["harbour"]
    assert list(library.authority.sources) == ["tide-wire"]
    assert [page.id for page in library.text_pages] == ["about"]
    assert library.articles == ("articles/2015/deal.md", "articles/undated/pier.md")


def test_an_empty_content_folder(tmp_path):
    library = read_library(make_archive(tmp_path, {}).content)
    assert (library.articles, library.text_pages, library.problems) == ((), (), ())


def test_a_content_folder_that_is_not_there(tmp_path):
    """The remedy names only settings that exist."""
    with pytest.raises(ContentError) as caught:
        read_library(tmp_path / "content")
    assert said(caught.value.problems) == [
        "content: This folder is not there. "
        "Bring it back, or make it: it holds articles/, people/, topics/ and sources/."
    ]


def test_hidden_files_and_other_kinds_of_files_are_left_out(tmp_path):
    make_archive(
        tmp_path,
        {
            "content/articles/.draft.md": article(),
            "content/articles/.git/a.md": article(),
            "content/articles/notes.txt": "x",
            "content/articles/a.md~": article(),
            "content/articles/.a.md.partial": article(),
            "content/articles/deep/er/a.md": article(),
            "content/people/.DS_Store": b"\0\1",
        },
    )
    library = read_library(tmp_path / "content")
    assert library.articles == ("articles/deep/er/a.md",)
    assert library.problems == ()


def test_articles_come_in_one_order_whatever_the_disk_says(tmp_path, monkeypatch):
    make_archive(tmp_path, {f"content/articles/{name}.md": article() for name in "dbac"})
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda folder: reversed(list(scandir(folder))))
    assert read_library(tmp_path / "content").articles == tuple(f"articles/{name}.md" for name in "abcd")


def test_a_record_whose_name_cannot_stand_in_an_address(tmp_path):
    make_archive(tmp_path, {"content/people/Ada Holm.md": "---\nname: Ada Holm\n---\n"})
    library = read_library(tmp_path / "content")
    assert library.authority.people == {}
    assert said(library.problems) == [
        'content/people/Ada Holm.md: "Ada Holm" cannot stand in an address. Name the file ada-holm.md.'
    ]


def test_two_records_of_one_id(tmp_path):
    record = "---\nname: Ada Holm\n---\n"
    make_archive(tmp_path, {"content/people/ada.md": record, "content/people/old/ada.md": record})
    library = read_library(tmp_path / "content")
    assert list(library.authority.people) == ["ada"]
    assert said(library.problems) == [
        'content/people/old/ada.md: Another record has the id "ada" too. Rename one of the two files.'
    ]


def test_one_broken_record_does_not_take_the_others_with_it(tmp_path):
    make_archive(
        tmp_path,
        {
            "content/people/a.md": "no front matter",
            "content/people/b.md": "---\nname: B\nnmae: C\n---\n",
            "content/people/c.md": "---\nname: C\xff\n---\n".encode("latin-1"),
            "content/people/d.md": "",
            "content/topics/t.md": "---\nname: T\n---\n",
        },
    )
    library = read_library(tmp_path / "content")
    assert list(library.authority.people) == ["b"]
    assert list(library.authority.topics) == ["t"]
    assert [str(problem.where) for problem in library.problems] == [
        "content/people/a.md:1", "content/people/b.md:3: nmae", "content/people/c.md:2", "content/people/d.md:1",
    ]  # fmt: skip


def test_a_file_where_a_folder_is_expected(tmp_path):
    make_archive(tmp_path, {"content/people": "x", "content/articles/a.md": article()})
    assert read_library(tmp_path / "content").articles == ("articles/a.md",)


def test_an_article_is_read_with_its_bytes(tmp_path):
    make_archive(tmp_path, {"content/articles/a.md": article("One.")})
    data, made, problems = read_article(tmp_path / "content", "articles/a.md")
    assert (data, made.body, problems) == (article("One.").encode(), "One.", [])


def refusal(tmp_path, path):
    with pytest.raises(ContentError) as caught:
        read_article(tmp_path / "content", path)
    (problem,) = said(caught.value.problems)
    return problem


def test_an_article_that_is_not_utf_8_names_the_line(tmp_path):
    make_archive(tmp_path, {"content/articles/a.md": b"---\ntitle: Caf\xe9\n---\n"})
    assert refusal(tmp_path, "articles/a.md") == (
        "content/articles/a.md:2: This is not UTF-8 text. Save the file as UTF-8."
    )


@pytest.mark.parametrize("data", [b"", b"\0\1\2\3", b"\x89PNG\r\n\x1a\n", "---\ntitle: x\n---\n".encode("utf-16")])
def test_files_that_are_no_articles(tmp_path, data):
    make_archive(tmp_path, {"content/articles/a.md": data})
    assert refusal(tmp_path, "articles/a.md").startswith("content/articles/a.md:1: ")


def test_an_article_that_vanishes(tmp_path):
    make_archive(tmp_path, {})
    assert refusal(tmp_path, "articles/a.md") == (
        "content/articles/a.md: It cannot be read: No such file or directory. See to its permissions, or take it away."
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_and_a_folder_that_may_not_be_read(tmp_path):
    make_archive(
        tmp_path,
        {"content/articles/a.md": article(), "content/articles/x/b.md": article(), "content/articles/c.md": article()},
    )
    (tmp_path / "content/articles/a.md").chmod(0)
    (tmp_path / "content/articles/x").chmod(0)
    try:
        library = read_library(tmp_path / "content")
        assert library.articles == ("articles/a.md", "articles/c.md")
        assert said(library.problems) == [
            "content/articles/x: It cannot be read: Permission denied. See to its permissions, or take it away."
        ]
        assert "Permission denied" in refusal(tmp_path, "articles/a.md")
    finally:
        (tmp_path / "content/articles/x").chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_but_not_in_circles(tmp_path):
    """A linked folder of articles is read; one that leads back up would be read for ever."""
    make_archive(tmp_path / "site", {"content/articles/2015/a.md": article()})
    write(tmp_path, {"elsewhere/b.md": article()})
    articles = tmp_path / "site/content/articles"
    (articles / "linked").symlink_to(tmp_path / "elsewhere")
    (articles / "2015/up").symlink_to(articles)
    (articles / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert read_library(tmp_path / "site/content").articles == (
        "articles/2015/a.md", "articles/gone.md", "articles/linked/b.md",
    )  # fmt: skip
    with pytest.raises(ContentError, match=r"content/articles/gone\.md: It cannot be read"):
        read_article(tmp_path / "site/content", "articles/gone.md")


def test_a_problem_gets_the_line_of_its_field(tmp_path):
    make_archive(tmp_path, {"content/articles/a.md": article(byline="x", people="[b]")})
    for key, line in (("people", 4), ("byline", 3), ("topics", None), (None, None)):
        problem = Problem(where=Where(path="content/articles/a.md", key=key), what="Wrong.", remedy="Right it.")
        assert locate(tmp_path / "content", problem).where.line == line


def test_a_problem_of_a_file_that_is_gone_stays_as_it_is(tmp_path):
    problem = Problem(where=Where(path="content/articles/a.md", key="people"), what="Wrong.", remedy="")
    assert locate(tmp_path / "content", problem) == problem
