import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def test_an_open_page_waits_reloads_where_it_stands_and_shows_what_is_wrong(idle_site, page):
    """The whole life of an open page: waiting, first build, edit, problem, closed, fixed, restart."""
    site = idle_site
    tall = '<!doctype html><style>ul, div {{ display: none }}</style><body><p style="height: 5000px">{}</p></body>'
    site.write("content/index.html", tall.format("First edition"))
    site.write("hold", "")
    site.start()

    page.goto(site.url)
    assert page.get_by_role("heading").inner_text() == "Building the site"
    (site.folder / "hold").unlink()
    page.get_by_text("First edition").wait_for()

    page.evaluate("scrollTo(0, 1234)")
    site.write("content/index.html", tall.format("Second edition"))
    page.get_by_text("Second edition").wait_for()
    page.wait_for_function("scrollY === 1234")

    alert = page.get_by_role("alert")
    site.write("problems", "<b>Bold</b> is no date.")
    alert.wait_for()
    assert "content/harbour.html:4: <b>Bold</b> is no date. Mend it." in alert.inner_text()
    assert page.get_by_text("Second edition").is_visible()

    page.get_by_role("button", name="Close").click()
    alert.wait_for(state="detached")
    page.reload()
    page.wait_for_timeout(300)
    assert alert.count() == 0, "the closed list came back"

    site.write("fail", "Worse.")
    alert.wait_for()
    assert "Worse." in alert.inner_text()
    (site.folder / "fail").unlink()
    (site.folder / "problems").unlink()
    alert.wait_for(state="detached")

    site.stop()
    site.write("content/index.html", tall.format("After the restart"))
    site.start(site.port)
    page.get_by_text("After the restart").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_readable_in_light_and_dark(site, page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(site.url)
    site.write("problems", "Wrong.")
    page.get_by_role("alert").wait_for()
    colours = page.get_by_role("alert").evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    )
    assert colours[0] == ("rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)")
    assert colours[1] != colours[0]


PLAIN = (
    '<!doctype html><html lang="{lang}"><head><title>{title}</title>{head}</head><body><p>{text}</p>{end}</body></html>'
)


def loads(page):
    """How often the page was loaded since it was first asked; a page that is exchanged in place keeps its window."""
    return page.evaluate("window.loads ??= performance.timeOrigin")


def edition(site, text, *, lang="en", title="Harbour", head="", end=""):
    site.write("content/index.html", PLAIN.format(lang=lang, title=title, head=head, text=text, end=end))


def test_words_take_their_places_without_a_reload(site, page):
    edition(site, "First edition")
    page.goto(site.url)
    page.get_by_text("First edition").wait_for()
    before = loads(page)
    edition(site, "Second edition", lang="de", title="Hafen", head='<meta name="description" content="New">')
    page.get_by_text("Second edition").wait_for()
    assert loads(page) == before
    assert (page.title(), page.locator("html").get_attribute("lang")) == ("Hafen", "de")
    assert page.locator("meta[name=description]").get_attribute("content") == "New"
    edition(site, "Third edition")
    page.get_by_text("Third edition").wait_for()
    assert loads(page) == before
    assert page.locator("meta[name=description]").count() == 0


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("<style>p { color: green }</style>", ""),
        ('<link rel="stylesheet" href="new.css">', ""),
        ("", "<script>document.body.append('It ran')</script>"),
    ],
)
def test_a_page_whose_styles_or_scripts_change_is_loaded_anew(site, page, head, end):
    edition(site, "First edition")
    page.goto(site.url)
    page.get_by_text("First edition").wait_for()
    before = loads(page)
    edition(site, "Second edition", head=head, end=end)
    page.get_by_text("Second edition").wait_for()
    page.wait_for_function("before => performance.timeOrigin !== before", arg=before)
    if end:
        page.get_by_text("It ran").wait_for()


def test_a_page_whose_style_sheet_is_edited_is_loaded_anew(site, page):
    site.write("content/style.css", "p { color: rgb(1, 2, 3) }")
    edition(site, "First edition", head='<link rel="stylesheet" href="style.css">')
    page.goto(site.url)
    page.get_by_text("First edition").wait_for()
    site.write("content/style.css", "p { color: rgb(4, 5, 6) }")
    page.wait_for_function("getComputedStyle(document.querySelector('p')).color === 'rgb(4, 5, 6)'")
