"""Search in the browser."""

import re

import pytest

RESULTS = "[data-results] a"
COMPLETE = "[data-results]:not([aria-busy]) a"  # results are shown as they come


def search(page, words):
    """Type words, wait for the answer, and return the addresses of its first articles."""
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Search").click()
    page.locator("[data-status]", has_text=words).wait_for()
    page.locator("[data-results]:not([aria-busy])").wait_for(state="attached")
    return [link.split("#")[0] for link in page.locator(RESULTS).evaluate_all("links => links.map(a => a.href)")]


def test_a_word_leads_to_its_article(reader, demo):
    page = reader.open(f"{demo.url}search/")
    assert search(page, "Chandrayaan") == [f"{demo.url}articles/chandrayaan-lands-near-south-pole/"]
    page.locator(RESULTS).click()
    page.wait_for_url(f"{demo.url}articles/chandrayaan-lands-near-south-pole/**")
    assert "Chandrayaan" in page.locator("main").inner_text()


def test_a_name_leads_to_articles_that_name_the_person(reader, demo):
    page = reader.open(f"{demo.url}search/")
    found = search(page, "Jens Stoltenberg")
    assert found
    page.locator(RESULTS).first.click()
    page.wait_for_url(f"{found[0]}**")
    page.locator('aside a[href$="/people/jens-stoltenberg/"]').wait_for()


def test_the_box_on_the_front_page_leads_to_the_answer(reader, demo):
    page = reader.open(demo.url)
    page.locator("main").get_by_role("searchbox").fill("Philae")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{demo.url}search/?q=Philae")
    page.locator(COMPLETE).first.wait_for()
    assert "Philae" in page.locator("[data-results]").inner_text()


@pytest.mark.parametrize("order", ["newest", "oldest", "best"])
@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Russia between Portugal and Spain", "what-the-nato-russia-council-was-for"),  # undated
        ("American taxpayers patience", "munich-between-pence-and-lavrov"),  # probably 18 February 2017
        ("Bayerischer Hof", "the-hotel-where-security-is-discussed"),  # one of two days
    ],
)
def test_an_article_without_a_certain_day_is_found_in_every_order(reader, demo_at_root, order, words, slug):
    page = reader.open(f"{demo_at_root.url}search/?order={order}")
    assert f"{demo_at_root.url}articles/{slug}/" in search(page, words)


def test_by_date_the_newest_article_comes_first(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/")
    newest = search(page, "NATO")
    page.get_by_label("In order of").select_option("oldest")
    page.locator(f"[data-results] li:first-child a:not([href*='{newest[0].split('/')[-2]}'])").wait_for()
    years = page.locator("[data-results] .date").all_inner_texts()
    dated = [int(text[-4:]) for text in years if text[-4:].isdigit() and " or " not in text]
    assert dated == sorted(dated)


def test_a_word_that_nobody_wrote_is_said_to_be_in_no_article(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/")
    assert search(page, "zzyzzx") == []
    assert (
        page.locator("[data-status]")
        .inner_text()
        .startswith("No article for “zzyzzx”. No article has the word “zzyzzx”.")
    )


def titles(page):
    return page.locator(RESULTS).all_inner_texts()


def choose(page, label):
    """Check a box among those that narrow a search down, once its number is there."""
    box = page.locator("[data-narrow] label", has_text=label).filter(has=page.locator(".count:not(:empty)"))
    box.first.get_by_role("checkbox").check()
    page.locator("[data-results]:not([aria-busy])").wait_for(state="attached")


def counts(page, group):
    labels = (label.split("\n") for label in page.locator(f"[data-group={group}] label").all_inner_texts())
    return {name.strip(): int(count) for name, count in labels}


def test_a_search_is_narrowed_down_by_source_and_topic(reader, demo_at_root):
    """One of the chosen values of a group is enough, and both groups must agree."""
    page = reader.open(f"{demo_at_root.url}search/")
    search(page, "NATO")
    page.get_by_text("Narrow down").click()
    page.locator("[data-group=source] li").first.wait_for()
    sources = counts(page, "source")
    assert len(sources) > 2
    choose(page, "Kestrel Wire")
    page.locator("[data-status]", has_text="Only from: Kestrel Wire.").wait_for()
    said = page.locator("[data-status]").inner_text()
    assert said.startswith(f"{sources['Kestrel Wire']} found") or "so far" in said
    assert set(page.locator("[data-results] .source").all_inner_texts()) == {"Kestrel Wire"}
    choose(page, "The Lantern Post")
    page.locator("[data-status]", has_text="Only from: Kestrel Wire, The Lantern Post.").wait_for()
    assert set(page.locator("[data-results] .source").all_inner_texts()) == {"Kestrel Wire", "The Lantern Post"}
    assert counts(page, "source") == sources
    choose(page, "NATO–Russia relations")
    page.locator("[data-status]", has_text="Only about: NATO–Russia relations.").wait_for()
    assert "source=Kestrel+Wire&source=The+Lantern+Post&topic=NATO%E2%80%93Russia+relations" in page.url
    narrowed = titles(page)
    assert narrowed
    again = reader.open(page.url)
    again.locator(COMPLETE).first.wait_for()
    assert titles(again) == narrowed
    again.locator("[data-group=source] input:checked").first.wait_for()


def test_a_search_is_narrowed_down_to_years(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/?q=NATO&from=2014&to=2016")
    page.locator(COMPLETE).first.wait_for()
    assert "Only 2014 to 2016; what has no certain year is left out." in page.locator("[data-status]").inner_text()
    found = {text[-4:] for text in page.locator("[data-results] .date").all_inner_texts()}
    assert found <= {"2014", "2015", "2016"}
    assert page.get_by_label("From").input_value() == "2014"


def make_large(route):
    """The search page as if each of its indexes were too large to ask many at once."""
    page = route.fetch()
    route.fulfill(response=page, body=re.sub(r'(data-shard="[^"]+" data-count=)"\d+"', r'\1"5000"', page.text()))


@pytest.mark.parametrize("order", ["newest", "best"])
def test_a_search_of_many_years_rests_and_goes_on_when_asked(reader, demo_at_root, order):
    page = reader.open(f"{demo_at_root.url}search/")
    page.route("**/search/?*", make_large)
    page.goto(f"{demo_at_root.url}search/?q=Philae&order={order}")
    page.locator("[data-status]", has_text="have not been searched yet").wait_for()
    assert re.match(r"\d+ found for “Philae” so far, in [\d–]+;", page.locator("[data-status]").inner_text())
    page.get_by_role("button", name="Search all years").click()
    page.locator("[data-status]:not(:has-text('so far'))", has_text="found for").wait_for()
    assert "years=all" in page.url
    whole = titles(page)
    assert not page.locator("[data-whole]").is_visible()
    page.reload()
    page.locator(RESULTS).nth(len(whole) - 1).wait_for()
    assert titles(page) == whole


@pytest.mark.parametrize("typed", ["Shteinmeier", "steinm", "Frank-Walter S"])
def test_a_person_is_suggested_however_the_name_is_spelt(reader, demo, typed):
    page = reader.open(f"{demo.url}search/")
    page.get_by_role("searchbox").fill(typed)
    page.get_by_role("navigation", name="People and topics").get_by_role("link", name="Frank-Walter Steinmeier").click()
    assert page.url == f"{demo.url}people/frank-walter-steinmeier/"


def test_a_search_by_keyboard_alone(reader, demo_at_root):
    """Type, walk down through names and results, open one, go back, and find the search as it was."""
    page = reader.open(f"{demo_at_root.url}search/")
    page.keyboard.type("Lavrov")  # the field has the focus
    page.locator("[data-names] a").first.wait_for()
    page.locator(COMPLETE).first.wait_for()
    page.keyboard.press("ArrowDown")
    focused = "document.activeElement.closest('[data-names]') !== null"
    assert page.evaluate(focused)
    for _ in range(page.locator("[data-names] a").count()):
        page.keyboard.press("ArrowDown")
    first = page.locator(RESULTS).first.inner_text()
    assert page.evaluate("document.activeElement.textContent").strip() == first.strip()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    page.go_back()
    page.locator(COMPLETE).first.wait_for()
    assert page.get_by_role("searchbox").input_value() == "Lavrov"
    assert titles(page)[0] == first
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Search"


def test_going_back_brings_the_search_before(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/")
    before = search(page, "Philae")
    search(page, "Brexit")
    page.go_back()
    page.locator("[data-status]", has_text="Philae").wait_for()
    assert page.get_by_role("searchbox").input_value() == "Philae"
    assert [link.split("#")[0] for link in page.locator(RESULTS).evaluate_all("all => all.map(a => a.href)")] == before


def test_what_was_found_is_marked_on_arrival(reader, demo_at_root):
    """The link has the paragraph and its hits; the browser marks them, and the article's page runs no script."""
    page = reader.open(f"{demo_at_root.url}search/")
    search(page, "American taxpayers patience")
    target = page.locator(RESULTS).first.get_attribute("href")
    paragraph, _, marks = target.partition("#")[2].partition(":~:")
    assert "text=taxpayers" in marks
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/articles/**")
    assert page.locator("script:not([type='application/ld+json'])").count() == 0
    if paragraph:
        assert "taxpayers" in page.locator(f"[id='{paragraph}']").inner_text()


def test_what_was_not_found_says_what_was_understood(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/?q=zzyzzx+NATO&from=2014&to=2015&source=Kestrel+Wire")
    page.locator("[data-status]", has_text="zzyzzx").wait_for()
    said = page.locator("[data-status]").inner_text()
    for part in ("Only 2014 to 2015", "Only from: Kestrel Wire.", "No article has the word “zzyzzx”.", "fewer words"):
        assert part in said


def test_a_doubtful_date_is_marked_in_results(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/")
    search(page, "American taxpayers patience")
    assert page.locator("[data-results] .date.uncertain").first.inner_text() == "probably 18 February 2017"


def test_what_is_searched_for_is_shown_as_text(reader, demo_at_root):
    page = reader.open(f"{demo_at_root.url}search/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.locator("[data-status]", has_text="<img").wait_for()
    assert page.locator("main img").count() == 0


def test_without_javascript_the_search_page_says_so_and_leads_on(reader, demo):
    page = reader.open(f"{demo.url}search/?q=Brexit", java_script_enabled=False)
    said = page.locator("noscript p")
    assert said.is_visible()
    assert said.inner_text().startswith("Searching needs JavaScript")
    page.locator("noscript a", has_text="People").click()
    assert page.url == f"{demo.url}people/"
