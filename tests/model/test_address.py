import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.address import Addresses, safe_link


@pytest.mark.parametrize(
    ("address", "url"),
    [
        (lambda here: here.home, ""),
        (lambda here: here.search, "search/"),
        (lambda here: here.undated, "dates/undated/"),
        (lambda here: here.index("people"), "people/"),
        (lambda here: here.article("deal"), "articles/deal/"),
        (lambda here: here.person("ada-holm"), "people/ada-holm/"),
        (lambda here: here.topic("harbour"), "topics/harbour/"),
        (lambda here: here.source("tide-wire"), "sources/tide-wire/"),
        (lambda here: here.year(2009), "dates/2009/"),
        (lambda here: here.year(9), "dates/0009/"),
        (lambda here: here.month(2009, 5), "dates/2009/05/"),
        (lambda here: here.day(2009, 5, 6), "dates/2009/05/06/"),
        (lambda here: here.written("about"), "about/"),
        (lambda here: here.list_page(here.person("ada-holm"), 3), "people/ada-holm/page/3/"),
        (lambda here: here.feed(here.home), "feed.xml"),
        (lambda here: here.feed(here.topic("harbour")), "topics/harbour/feed.xml"),
        (lambda here: here.asset("style.css"), "static/style.css"),
    ],
)
@pytest.mark.parametrize("base", ["/", "/archive/", "/a/b/"])
def test_addresses_stand_below_the_base(base, address, url):
    assert address(Addresses(base)) == base + url


@pytest.mark.parametrize("base", ["/", "/archive/"])
@pytest.mark.parametrize(
    ("url", "path"),
    [("", "index.html"), ("people/", "people/index.html"), ("404.html", "404.html"), ("feed.xml", "feed.xml")],
)
def test_the_file_that_serves_an_address(base, url, path):
    assert Addresses(base).output_path(base + url) == path


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", " https://example.org/ "])
def test_web_addresses_are_safe(url):
    assert safe_link(url) == url.strip()


@pytest.mark.parametrize(
    "url",
    [
        None, "", " ", "example.org", "/a", "//example.org", "javascript:alert(1)", "JavaScript:alert(1)",
        "java\nscript:alert(1)", " javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https:", "https://",
        "https:javascript:alert(1)", "http://[::1", "mailto:a@b.example", "vbscript:x",
    ],
)  # fmt: skip
def test_anything_else_leads_nowhere(url):
    assert safe_link(url) is None


@quick
@given(st.text())
def test_no_text_is_too_strange_to_be_asked_about(text):
    link = safe_link(text)
    assert link is None or link.lower().startswith(("http://", "https://"))
