"""From the front page to an article, along every way."""

import pytest

LINK = "main a[href]"


def heading(page):
    return page.locator("h1").inner_text()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def home(request, reader, demo):
    """The front page, with JavaScript and without."""
    return reader.open(demo.url, java_script_enabled=request.param)


def follow(page, text, within="main"):
    page.locator(within).get_by_role("link", name=text, exact=True).first.click()


def test_the_front_page_leads_to_an_article(home):
    title = home.locator(".items h3 a").first.inner_text()
    follow(home, title)
    assert heading(home) == title
    assert "/articles/" in home.url


@pytest.mark.parametrize(
    ("index", "name", "address"),
    [
        ("People", "Angela Merkel", "people/angela-merkel/"),
        ("Topics", "Brexit", "topics/brexit/"),
        ("Sources", "Kestrel Wire", "sources/kestrel-wire/"),
    ],
)
def test_an_index_leads_to_a_record_and_on_to_an_article(home, demo, index, name, address):
    follow(home, index, "header nav")
    assert heading(home) == index
    home.locator(".register").get_by_role("link", name=name, exact=True).click()
    assert home.url == demo.url + address
    assert heading(home) == name
    title = home.locator(".items h3 a").first.inner_text()
    follow(home, title)
    assert heading(home) == title
    assert home.locator(f'main a[href$="/{address}"]').count() > 0


def test_the_calendar_leads_to_a_day_and_on_to_an_article(home, demo):
    follow(home, "Dates", "header nav")
    follow(home, "2015")
    assert heading(home) == "2015"
    home.locator(".heat a").first.click()
    assert home.url.startswith(f"{demo.url}dates/2015/")
    day = heading(home)
    home.locator(".items h3 a").first.click()
    assert home.locator(".when").first.inner_text() == day


def test_an_article_leads_to_its_person_topic_source_and_day(home, demo):
    home.goto(f"{demo.url}articles/macron-elected/")
    for name, address in [
        ("Emmanuel Macron", "people/emmanuel-macron/"),
        ("Kestrel Wire", "sources/kestrel-wire/"),
        ("8 May 2017", "dates/2017/05/08/"),
    ]:
        follow(home, name)
        assert home.url == demo.url + address
        assert home.locator('.items a[href$="/articles/macron-elected/"]').count() == 1
        home.go_back()


def test_an_article_shows_how_it_was_cleaned(home, demo):
    home.goto(demo.url + "articles/obama-sworn-in-before-the-largest-crowd-washington-has-seen/")
    title = heading(home)
    follow(home, "How this was cleaned")
    assert heading(home) == "How this was cleaned"
    removed, kept = home.locator(".verdicts .removed dd"), home.locator(".verdicts > div:not(.removed) dd")
    assert removed.count() > 5
    assert kept.count() > 5
    assert home.locator(".verdicts del").count() == removed.count()
    assert home.locator(".verdicts del").first.evaluate("e => getComputedStyle(e).textDecorationLine") == "line-through"
    assert home.locator(".verdicts .removed dt").first.inner_text().startswith("removed: ")
    assert title in kept.all_inner_texts()
    follow(home, title)
    assert heading(home) == title


def test_a_doubtful_date_is_marked_and_its_evidence_opens(home, demo):
    home.goto(f"{demo.url}articles/munich-between-pence-and-lavrov/")
    assert home.locator(".when .date.uncertain").first.inner_text() == "probably 18 February 2017"
    assert not home.get_by_text("the page carries no date").is_visible()
    home.locator(".evidence summary").first.click()
    assert home.get_by_text("the page carries no date").is_visible()


def test_an_undated_article_stands_with_the_undated(home, demo):
    follow(home, "Dates", "header nav")
    home.locator(".undated a").click()
    follow(home, "How the United Nations chooses its Secretary-General")
    assert home.locator(".when").first.inner_text() == "undated"


def test_every_page_asks_only_its_own_site(reader, demo):
    """No page asks another host, or an address outside of the path that the site lives below."""
    for address in ("", "articles/macron-elected/", "people/angela-merkel/", "dates/2015/", "search/?q=Lavrov"):
        page = reader.open(demo.url + address)
        page.wait_for_load_state("networkidle")
    assert reader.asked
    assert [url for url in reader.asked if not url.startswith(demo.url) and not url.startswith("blob:")] == []
