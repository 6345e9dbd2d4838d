from archives import card, catalog, said, site

from generator.model.authority import Person, Source, Topic
from generator.model.files import TextFile
from generator.model.page import RedirectPage
from generator.pages import plan_pages

RECORDS = (
    Person(id="ada-holm", name="Ada Holm", aliases=("ada",)),
    Topic(id="harbour", name="Harbour", aliases=("docks",)),
    Source(id="tide-wire", name="Tide Wire", aliases=("wire",)),
)
MOVED = {
    "articles/old-deal/": "articles/deal/",
    "people/ada/": "people/ada-holm/",
    "topics/docks/": "topics/harbour/",
    "sources/wire/": "sources/tide-wire/",
}


def plan(aliases=("old-deal",), url="https://harbour.example/archive/"):
    deal = card("deal", "2015", aliases=aliases, people=("ada-holm",), topics=("harbour",), source="tide-wire")
    return plan_pages(site(url), catalog(deal, records=RECORDS), ())


def texts(made):
    files = [page for recipe in made.recipes if isinstance(page := recipe.make(), TextFile)]
    return {file.url.rpartition("/")[2]: file.text for file in files}


def test_pages_and_hosts_are_told_of_the_same_moves():
    made = plan()
    pages = [page for recipe in made.recipes if isinstance(page := recipe.make(), RedirectPage)]
    expected = {f"/archive/{source}": f"/archive/{target}" for source, target in MOVED.items()}
    assert {page.url: page.target for page in pages} == expected
    lines = texts(made)["_redirects"].splitlines()
    assert {source: (target, code) for source, target, code in map(str.split, lines)} == {
        source: (target, "301") for source, target in expected.items()
    }
    for source, target in expected.items():
        assert f'"{source}" "{target}";' in texts(made)["_nginx-http.conf"]


def test_a_former_address_that_cannot_stand_is_said_and_told_to_nobody():
    made = plan(aliases=("old-deal", "../etc", "deal"))
    assert said(made.problems) == [
        'content/articles/deal.md: aliases: "../etc" cannot stand in an address. Take it out of the aliases.',
        "content/articles/deal.md: aliases: The former address /archive/articles/deal/ is in use. "
        "Take it out of the aliases.",
    ]
    assert len(texts(made)["_redirects"].splitlines()) == len(MOVED)


def test_the_policy_allows_nothing_inline_and_nobody_else():
    policy = dict(rule.split(" ", 1) for rule in plan().site.policy.split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert {value for name, value in policy.items() if name not in ("script-src", "default-src", "base-uri")} == {
        "'self'"
    }
    assert all(plan().site.policy in text for name, text in texts(plan()).items() if name.startswith("_h"))


def test_headers_stay_within_what_cloudflare_takes():
    """At most 100 rules of 2,000 characters, with one asterisk each (Cloudflare Pages, "Headers")."""
    lines = texts(plan())["_headers"].splitlines()
    assert sum(not line.startswith(" ") for line in lines) <= 100
    assert max(map(len, lines)) <= 2000
    assert all(line.count("*") <= 1 for line in lines)
