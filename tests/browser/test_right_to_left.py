"""A site that is read from right to left, and articles of either direction in one of the other."""

import pytest
from archives import make_archive

from browser.conftest import serve
from generator.rebuild import rebuild

ARABIC = "اتفاق في الميناء بعد أسبوع من الإضراب"
ARTICLES = {
    "content/articles/deal.md": (
        f"---\ntitle: {ARABIC}\nstandfirst: {ARABIC}\nlanguage: ar\npublished: 2015-05-19\nsource: wire\n"
        f"people: [ada-holm]\n---\n{ARABIC}.\n\n{ARABIC} (NATO 2015).\n"
    ),
    "content/articles/pier.md": (
        "---\ntitle: The pier is built\nlanguage: en\npublished: 2016-05-19\nsource: wire\n---\nBy hand.\n"
    ),
    "content/people/ada-holm.md": "---\nname: Ada Holm\n---\n",
    "content/sources/wire.md": "---\nname: Tide Wire\n---\n",
}
WORDS = 'msgid "People"\nmsgstr "أشخاص"\n\nmsgid "Search"\nmsgstr "بحث"\n'
PAGES = ("", "articles/deal/", "articles/pier/", "people/", "people/ada-holm/", "dates/2015/", "search/", "404.html")


@pytest.fixture(scope="module")
def arabic(tmp_path_factory):
    files = ARTICLES | {"templates/languages/ar.po": WORDS}
    site = make_archive(tmp_path_factory.mktemp("arabic"), files, settings='language = "ar"\n')
    rebuild(site)
    yield from serve(site.output, "/archive/")


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    site = make_archive(tmp_path_factory.mktemp("english"), ARTICLES)
    rebuild(site)
    yield from serve(site.output, "/archive/")


def direction(page, selector):
    return page.locator(selector).first.evaluate("element => getComputedStyle(element).direction")


def test_a_site_from_right_to_left_is_laid_out_so_at_every_width(reader, arabic):
    page = reader.open(arabic.url)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for name in PAGES:
            page.goto(arabic.url + name)
            assert direction(page, "body") == "rtl"
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
    page.goto(arabic.url + "articles/deal/")
    name, search = page.locator(".nameplate").bounding_box(), page.locator(".searchbox").bounding_box()
    assert name["x"] > search["x"]
    text, side = page.locator(".body").bounding_box(), page.locator(".sidebar").bounding_box()
    assert text["x"] > side["x"]


def test_a_text_keeps_its_own_direction(reader, arabic, english):
    for site, own, name, other in ((arabic, "rtl", "pier", "ltr"), (english, "ltr", "deal", "rtl")):
        page = reader.open(f"{site.url}articles/{name}/")
        assert direction(page, "h1") == other
        assert direction(page, ".body") == other
        assert direction(page, ".imprint") == own
        assert direction(page, "main") == own
        page.goto(f"{site.url}dates/")
        assert direction(page, "main") == own


def test_a_list_says_the_language_of_each_headline(reader, english):
    page = reader.open(english.url)
    assert page.locator(".item .headline[lang=ar]").inner_text() == ARABIC
    assert direction(page, ".item .headline[lang=ar]") == "rtl"
    assert page.locator(".item .headline[lang=ar]").evaluate("e => getComputedStyle(e).textAlign") == "start"
