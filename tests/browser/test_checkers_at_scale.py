"""What the checkers of others say of an archive of a thousand articles: `make soak`.

Its lists go on over several pages, its years have every month, and its charts every year.
"""

import importlib.util
from collections import defaultdict
from pathlib import Path

import pytest

from browser.conftest import CHECKOUT, serve
from browser.test_checkers import AXE, JAVA, RUN_AXE, SCHEMES, VNU, find_errors
from generator.rebuild import rebuild
from generator.site import load_site

pytestmark = pytest.mark.soak

ARTICLES = 1000


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The archive of the benchmarks, built and served."""
    module = importlib.util.spec_from_file_location("corpus", CHECKOUT / "benchmarks/building/corpus.py")
    corpus = importlib.util.module_from_spec(module)
    module.loader.exec_module(corpus)
    folder = tmp_path_factory.mktemp("large")
    corpus.write_corpus(ARTICLES, folder, ["dateline"])
    site = load_site(folder / "dateline")
    assert rebuild(site).problems == ()
    yield from serve(site.output, "/")


def sample(output: Path) -> list[Path]:
    """The shortest and the longest page of each kind: those whose addresses have the same first folder and depth."""
    kinds = defaultdict(list)
    for path in output.rglob("*.html"):
        parts = path.relative_to(output).parts
        kinds[parts[0], len(parts), "page" in parts].append(path)
    chosen = set()
    for paths in kinds.values():
        paths.sort(key=lambda path: (path.stat().st_size, path))
        chosen |= {paths[0], paths[-1]}
    return sorted(chosen)


def test_a_sample_of_every_kind_of_page_is_valid_html(large):
    if not (VNU.exists() and JAVA):
        pytest.skip("the Nu Html Checker or Java is not installed: npm ci --prefix tests/tools")
    pages = sample(large.output)
    assert len(pages) > 20
    assert find_errors(*pages) == []


def test_a_sample_of_every_kind_of_page_is_accessible_in_light_and_dark(reader, large):
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/tools")
    page = reader.open(large.url, viewport={"width": 1280, "height": 900})
    page.set_default_timeout(120_000)
    found = {}
    for path in sample(large.output):
        name = path.relative_to(large.output).as_posix().removesuffix("index.html")
        page.goto(large.url + (f"{name}?q=government" if name == "search/" else name))
        if name == "search/":
            page.locator("[data-results] a").first.wait_for()
        page.evaluate(AXE.read_text())
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            if faults := page.evaluate(RUN_AXE, rules):
                found[name, scheme] = faults
    assert found == {}
