"""Search in the browser."""

import pytest

RESULTS = "[data-results] a"


def search(page, words):
    """Type words, wait for the answer, and return the addresses of its first articles."""
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Search").click()
    page.locator("[data-status]", has_text=words).wait_for()
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
    page.locator(RESULTS).first.wait_for()
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
    assert page.locator("[data-status]").inner_text().startswith("No article for “zzyzzx”.")


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
