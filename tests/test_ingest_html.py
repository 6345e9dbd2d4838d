"""A saved HTML page on its way into the archive."""

import hashlib
from pathlib import Path

import pytest
from archives import make_archive, write
from clean.test_structure import BODY, HEAD, PARAGRAPHS

from generator.check import check
from generator.content import find_original, read_article, read_filed
from generator.errors import Problem
from generator.ingest import Ingested, ingest, name_outlet
from generator.intake import find_pages
from generator.model.cleaning import Finding
from generator.site import Site

URL = "https://harbour.example/2015/05/19/ferry"
PAGE = (
    f'<!doctype html><html lang="en"><head><link rel="canonical" href="{URL}">{HEAD}</head><body>{BODY}</body></html>'
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_archive(
        tmp_path / "site",
        {"content/sources/harbour-press.md": "---\nname: Harbour Press\nhosts: [harbour.example]\n---\n"},
    )


def take_in(site: Site, name: str) -> Ingested:
    folder = site.root.parent / "raw"
    write(folder, {name: PAGE})
    (result,) = ingest(site, find_pages([folder]))
    assert isinstance(result, Ingested)
    return result


@pytest.mark.parametrize("name", ["ferry.html", "ferry.txt"])
def test_html_is_ingested_whatever_its_file_is_called(site: Site, name: str) -> None:
    """The article has what page and markup say; the original is kept as HTML, byte for byte; nothing is amiss."""
    result = take_in(site, name)
    assert result.path == "articles/2015/ferry-to-sail-again-after-two-years.md"
    _, article, _ = read_article(site.content, result.path)
    assert article.body == "\n\n".join(PARAGRAPHS)
    assert (article.url, article.source, article.byline) == (URL, "harbour-press", "Eva Brandt")
    sha256 = hashlib.sha256(PAGE.encode()).hexdigest()
    assert article.original == find_original(site.content, sha256)
    assert article.original is not None
    assert article.original.endswith(".html")
    assert (site.content / article.original).read_text() == PAGE
    assert check(site) == []


def test_the_record_keeps_what_the_markup_states(site: Site) -> None:
    take_in(site, "ferry.html")
    filed = read_filed(site.content, hashlib.sha256(PAGE.encode()).hexdigest())
    assert filed is not None
    assert filed.record.findings == (Finding("published", "2015-05-19", "as JSON-LD says; the text states no day"),)


def test_an_outlet_that_only_the_markup_names_gets_a_record(tmp_path: Path) -> None:
    """Of that name, once, whichever way the pages spell it; a page that comes later finds the record."""
    site = make_archive(tmp_path / "site", {})
    page = PAGE.replace(f'<link rel="canonical" href="{URL}">', "").replace("Harbour Press", "Tide & Wire")
    raw = tmp_path / "raw"
    write(raw, {"a.html": page, "b.html": page.replace("1961", "1962").replace("Tide & Wire", "TIDE &amp; WIRE")})
    results = list(ingest(site, find_pages([raw])))
    write(raw, {"c.html": page.replace("1961", "1963")})
    results += list(ingest(site, find_pages([raw / "c.html"])))
    for result in results:
        assert isinstance(result, Ingested)
        assert result.path is not None
        assert read_article(site.content, result.path)[1].source == "tide-wire"
    records = sorted(path.name for path in (site.content / "sources").glob("*.md"))
    assert records.count("tide-wire.md") == 1
    assert (site.content / "sources/tide-wire.md").read_text() == "---\nname: TIDE & WIRE\n---\n"
    assert check(site) == []


def page_at(address: str, name: str | None, year: int) -> str:
    """A story of its own at an address, of a page that calls its outlet so."""
    page = PAGE.replace(URL, address).replace("1961", str(year))
    own = f'<meta property="og:site_name" content="{name}">' if name else ""
    return page.replace('<meta property="og:site_name" content="Harbour Press">', own).replace("Harbour Press", "")


def sources_of(site: Site, results: list[Ingested | Problem]) -> list[str | None]:
    paths = [result.path for result in results if isinstance(result, Ingested)]
    return [read_article(site.content, path)[1].source for path in paths if path]


@pytest.mark.parametrize("pages_at_a_time", [500, 1])
def test_an_outlet_is_one_source_whatever_the_pages_of_its_host_call_it(
    tmp_path: Path, pages_at_a_time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those that do not name it. Its record has the best of the names, and the host, by which it is known then."""
    monkeypatch.setattr("generator.ingest.BATCH", pages_at_a_time)
    site = make_archive(tmp_path / "site", {})
    names = ["tidewire.example", "tidewire", "The Tide Wire", "Tide Wire Sport", None, "www.tidewire.example"]
    pages = {f"{n}.html": page_at(f"https://www.tidewire.example/{n}", name, 1900 + n) for n, name in enumerate(names)}
    if pages_at_a_time == 1:
        del pages["0.html"]  # before anybody has named the outlet, it cannot be known
    write(tmp_path / "raw", pages)
    found = sources_of(site, list(ingest(site, find_pages([tmp_path / "raw"]))))
    (id_,) = set(found)
    assert len(found) == len(pages)
    record = site.content / f"sources/{id_}.md"
    assert record.read_text() == "---\nname: The Tide Wire\nhosts: [tidewire.example]\n---\n"
    write(tmp_path / "later", {"a.html": page_at("https://m.tidewire.example/a", "Tide Wire Money", 1950)})
    assert sources_of(site, list(ingest(site, find_pages([tmp_path / "later"])))) == [id_]
    assert check(site) == []


def test_a_host_of_many_outlets_makes_none_of_them_another(tmp_path: Path) -> None:
    site = make_archive(tmp_path / "site", {})
    names = ["Tide Wire", "Gull Gazette", "The Web Archive", None]
    pages = {f"{n}.html": page_at(f"https://web.archive.example/{n}", name, 1900 + n) for n, name in enumerate(names)}
    write(tmp_path / "raw", pages)
    found = sources_of(site, list(ingest(site, find_pages([tmp_path / "raw"]))))
    assert found == ["tide-wire", "gull-gazette", "the-web-archive", None]
    assert not any("hosts" in path.read_text() for path in (site.content / "sources").glob("*.md"))


@pytest.mark.parametrize(
    "name", ["www.harbour.example", "x", "12", "News, views and all that the harbour has to tell, every day, in print"]
)
def test_what_is_no_name_opens_no_source(name: str) -> None:
    assert name_outlet(name) == {}
