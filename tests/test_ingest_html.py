"""A saved HTML page on its way into the archive."""

import hashlib
from pathlib import Path

import pytest
from archives import make_archive, write
from clean.test_structure import BODY, HEAD, PARAGRAPHS

from generator.check import check
from generator.content import find_original, read_article, read_filed
from generator.ingest import Ingested, ingest
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
