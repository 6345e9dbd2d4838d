import pytest
from archives import said, write

from generator.publish import check_links

BASE = "/archive/"
SITE = "https://harbour.example/archive/"


def problems(folder, body, **files):
    write(
        folder / "public",
        {"index.html": body, "people/index.html": '<h1 id="top">People</h1><p id="p-1 2">x</p>', **files},
    )
    return said(check_links(folder / "public", BASE, SITE))


@pytest.mark.parametrize(
    "link",
    [
        "/archive/", "/archive/people/", "/archive/people/#top", "people/", "./people/#top", "#here", "", "?q=x",
        "people/?q=x#top",
        "/archive/people/index.html", "https://harbour.example/archive/people/", "http://harbour.example/archive/people/",
        "//harbour.example/archive/people/", "/archive/people/#p-1%202", "/archive/people/#:~:text=People",
        "/archive/%70eople/",
    ],
)  # fmt: skip
def test_links_that_land(tmp_path, link):
    assert problems(tmp_path, f'<a id="here" href="{link}">x</a>') == []


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/nowhere",
        "//example.org/nowhere",
        "mailto:a@b.example",
        "tel:123",
        "data:image/png;base64,x",
    ],
)
def test_links_that_lead_elsewhere_are_not_ours_to_check(tmp_path, link):
    assert problems(tmp_path, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("/archive/nowhere/", "leads nowhere"),
        ("nowhere.html", "leads nowhere"),
        ("/archive/people", "leads nowhere"),
        ("/archive/people/x/", "leads nowhere"),
        ("https://harbour.example/archive/nowhere/", "leads nowhere"),
        ("//harbour.example/archive/nowhere/", "leads nowhere"),
        ("/archive/people/#nowhere", "leads to an anchor that is not there"),
        ("#nowhere", "leads to an anchor that is not there"),
        ("/", "leads outside of /archive/"),
        ("/people/", "leads outside of /archive/"),
        ("../../etc/passwd", "leads outside of /archive/"),
        ("http://[::1", "is not an address"),
        ("/archive/" + "x" * 5000 + "/", "leads nowhere"),
        ("/archive/%00/", "leads nowhere"),
    ],
)
def test_links_that_do_not(tmp_path, link, fault):
    assert problems(tmp_path, f'<a href="{link}">x</a>') == [
        f'public/index.html: The link "{link[:200]}" {fault}. '
        "Correct it in the article, record or template that it comes from."
    ]


@pytest.mark.parametrize(
    "element",
    ['<link rel="stylesheet" href="{}">', '<script src="{}"></script>', '<img src="{}">', '<form action="{}"></form>'],
)
def test_everything_that_leads_somewhere_is_looked_at(tmp_path, element):
    assert len(problems(tmp_path, element.format("gone.x"))) == 1
    assert problems(tmp_path, element.format("here.x"), **{"here.x": "x"}) == []


def test_a_broken_link_is_told_once_a_page(tmp_path):
    assert (
        len(problems(tmp_path, '<a href="x/">1</a><a href="x/">2</a>', **{"b/index.html": '<a href="/archive/x/">'}))
        == 2
    )


def test_a_canonical_link_may_name_another_host(tmp_path):
    assert problems(tmp_path, '<link rel="canonical" href="https://harbour.example/old/">') == []


def test_a_link_that_is_shown_as_text_is_none(tmp_path):
    assert problems(tmp_path, "&lt;a href='x'&gt; <!-- <a href='y'> -->") == []


def test_pages_that_are_not_html_at_all(tmp_path):
    assert problems(tmp_path, "x", **{"a.html": b"", "b.html": b"\xff\xfe\0"}) == []


def test_a_site_at_the_root(tmp_path):
    write(tmp_path / "public", {"index.html": '<a href="/people/">', "people/index.html": '<a href="/">'})
    assert check_links(tmp_path / "public", "/", "https://harbour.example/") == []
