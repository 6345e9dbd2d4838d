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
