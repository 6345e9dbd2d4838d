"""Every kind of page, at every width, in light and dark."""

import gzip

import pytest

from browser.kinds import KINDS

# The colour that a reader sees, whatever notation the style sheet uses, as luminance from 0 to 1.
LUMINANCE = """property => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.fillStyle = getComputedStyle(document.body)[property];
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return a === 0 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}"""

# The same of a shape in a chart.
FILL = """shape => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.fillStyle = getComputedStyle(shape).fill;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return a === 0 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}"""

# Elements with letters below 12 pixels.
SMALL = """() => [...document.querySelectorAll('body *:not(svg *)')].filter(
    e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())
        && parseFloat(getComputedStyle(e).fontSize) < 12).map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [320, 390, 1280, 1600])
def test_no_page_scrolls_sideways(reader, demo_at_root, width):
    page = reader.open(demo_at_root.url, viewport={"width": width, "height": 800})
    wide = {}
    for kind, address in KINDS.items():
        page.goto(demo_at_root.url + address)
        if kind == "search":
            page.locator("[data-results] a").first.wait_for()
        scrolled = page.evaluate("document.documentElement.scrollWidth")
        if scrolled > width:
            wide[kind] = scrolled
    assert wide == {}


# Characters that fit into a line of the longest paragraph of a story, as its letters are wide on average.
MEASURE = """() => {
    const all = [...document.querySelectorAll(".story .body p:not(.dateline)")];
    const longest = all.reduce((a, b) => b.textContent.length > a.textContent.length ? b : a);
    const text = document.createElement('span');
    text.style.cssText = 'position: absolute; white-space: nowrap';
    text.textContent = longest.textContent;
    longest.append(text);
    return longest.getBoundingClientRect().width / text.getBoundingClientRect().width * longest.textContent.length / 2;
}"""


def test_a_line_of_a_story_has_60_to_75_characters(reader, demo_at_root):
    """Robert Bringhurst, The Elements of Typographic Style, 2.1.2, calls 45 to 75 satisfactory and 66 ideal."""
    for width in (1024, 1280, 1600):
        page = reader.open(demo_at_root.url + KINDS["article"], viewport={"width": width, "height": 800})
        assert 60 <= page.evaluate(MEASURE) <= 75, width


@pytest.mark.parametrize("kind", KINDS)
def test_dark_pages_are_light_on_dark_and_light_ones_dark_on_light(reader, demo_at_root, kind):
    for scheme in ("light", "dark"):
        page = reader.open(demo_at_root.url + KINDS[kind], color_scheme=scheme)
        paper, ink = page.evaluate(LUMINANCE, "backgroundColor"), page.evaluate(LUMINANCE, "color")
        assert paper is not None, f"{scheme}: the body has no colour of its own"
        assert (ink - paper > 0.5) if scheme == "dark" else (paper - ink > 0.5), (scheme, paper, ink)


@pytest.mark.parametrize("width", [390, 1280])
def test_text_of_twice_the_size_fits(reader, demo_at_root, width):
    """WCAG 2.2, 1.4.4: text alone is enlarged, as readers set it in their browser."""
    page = reader.open(demo_at_root.url, viewport={"width": width, "height": 800})
    wide = {}
    for kind, address in KINDS.items():
        page.goto(demo_at_root.url + address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        scrolled = page.evaluate("document.documentElement.scrollWidth")
        if scrolled > width:
            wide[kind] = scrolled
    assert wide == {}


def test_no_words_are_smaller_than_12_pixels(reader, demo_at_root):
    """Those in charts are measured by their chart."""
    page = reader.open(demo_at_root.url, viewport={"width": 390, "height": 800})
    small = {}
    for kind in ("home", "doubtful article", "cleaning", "person", "year", "downloads"):
        page.goto(demo_at_root.url + KINDS[kind])
        if found := page.evaluate(SMALL):
            small[kind] = found
    assert small == {}


def test_every_kind_of_page_is_read_without_javascript(reader, demo_at_root):
    page = reader.open(demo_at_root.url, java_script_enabled=False)
    for address in KINDS.values():
        page.goto(demo_at_root.url + address)
        assert page.locator("h1").is_visible()
        assert len(page.locator("main").inner_text()) > 30


def test_an_article_is_light_and_asks_for_no_script(reader, demo_at_root):
    """At most 40 KB on the way, as hosts pack it; what is painted first waits for nothing but the style sheet."""
    page = reader.open(demo_at_root.url + KINDS["article"])
    page.wait_for_load_state("networkidle")
    asked = [url.removeprefix(demo_at_root.url) for url in reader.asked]
    assert [url for url in asked if url.endswith(".js")] == []
    files = [demo_at_root.output / (url or "x") / ("index.html" if url.endswith("/") else "") for url in asked]
    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) < 40_000
    assert sum(path.stat().st_size for path in files) < 64_000


def test_every_kind_of_page_is_looked_at(demo_at_root):
    """Each first folder of the built site has a page among the kinds."""
    folders = {path.name for path in demo_at_root.output.iterdir() if path.is_dir() and path.name != "static"}
    assert folders == {address.split("/")[0] for address in KINDS.values() if "/" in address}


def test_a_bar_leads_to_the_articles_of_its_year_without_a_script(reader, demo_at_root):
    page = reader.open(demo_at_root.url + "people/vladimir-putin/", java_script_enabled=False)
    bar = page.locator(".bars a").first
    year = bar.get_attribute("href").rpartition("#")[2]
    bar.locator("rect").click()
    assert page.url.endswith(f"people/vladimir-putin/#{year}")
    assert page.locator(f"[id='{year}']").inner_text() == year


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_charts_stand_out_from_the_paper(reader, demo_at_root, scheme):
    page = reader.open(
        demo_at_root.url + "people/vladimir-putin/", color_scheme="dark" if scheme == "dark" else "light"
    )
    if scheme == "print":
        page.emulate_media(media="print")
    paper = page.evaluate(LUMINANCE, "backgroundColor")
    for shape in (".bars rect", ".bars text", ".axis text", ".timeline rect"):
        fill = page.locator(shape).first.evaluate(FILL)
        assert abs(fill - paper) > 0.3, (shape, fill, paper)


def test_the_time_line_stands_above_its_years(reader, demo_at_root):
    """The bars and the years below them are drawn apart, and share one scale."""
    for width in (320, 1280):
        page = reader.open(demo_at_root.url + "people/vladimir-putin/", viewport={"width": width, "height": 800})
        line, axis = (page.locator(shape).first.bounding_box() for shape in (".timeline svg", ".timeline + .axis"))
        assert line["x"] == pytest.approx(axis["x"], abs=1)
        assert line["width"] == pytest.approx(axis["width"], abs=1)


def test_an_article_is_printed_without_what_only_a_screen_has(reader, demo_at_root):
    """As a PDF, in black on white whatever the screen; the address of the original is written out."""
    page = reader.open(demo_at_root.url + KINDS["article"], color_scheme="dark")
    assert page.locator("header nav").first.is_visible()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(LUMINANCE, "backgroundColor") == pytest.approx(1)
    assert page.evaluate(LUMINANCE, "color") == pytest.approx(0)
    for screen_only in ("header nav", ".searchbox", ".neighbours", ".skip"):
        assert not page.locator(screen_only).first.is_visible(), screen_only
    for told in ("h1", ".imprint .date", ".body p"):
        assert page.locator(told).first.is_visible(), told
    original = page.locator("a.original").first
    written = original.evaluate("link => getComputedStyle(link, '::after').content")
    assert original.get_attribute("href") in written
    assert page.pdf().startswith(b"%PDF-")
