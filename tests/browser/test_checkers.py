"""What the checkers of others say of every kind of page.

``make test`` installs them by npm: the Nu Html Checker, which needs Java, and axe-core, which runs in Chromium.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.kinds import KINDS

TOOLS = Path(__file__).parents[1] / "tools/node_modules"
AXE = TOOLS / "axe-core/axe.min.js"
VNU = TOOLS / "vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")

# Violations with the elements that are at fault, each as a line.
RUN_AXE = """async rules => {
    const how = rules.length ? {runOnly: {type: 'rule', values: rules}} : {};
    const {violations} = await axe.run(document, how);
    return violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}"""


SCHEMES = {"light": [], "dark": ["color-contrast", "link-in-text-block"]}
"""Which rules of axe-core are tried in which colours; none named are all. In the dark, only colours differ."""


def find_errors(*paths: Path) -> list[str]:
    """What is wrong with pages, or with all pages in folders, as the Nu Html Checker says."""
    command = [JAVA, "-Xss4m", "-jar", VNU, "--errors-only", "--skip-non-html", "--format", "json", *paths]
    done = subprocess.run(command, capture_output=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert messages or done.returncode == 0
    return [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in messages]


@pytest.mark.skipif(not VNU.exists(), reason="the Nu Html Checker is not installed: npm ci --prefix tests/tools")
@pytest.mark.skipif(JAVA is None, reason="Java is not installed: apt-get install default-jre-headless")
def test_every_page_of_the_archive_is_valid_html(demo_at_root):
    """All pages, not only one of each kind; warnings are matters of taste and of the checker's age."""
    assert find_errors(demo_at_root.output) == []


@pytest.fixture
def axe():
    """The source of axe-core, to be run in a page; the policy forbids scripts that a page did not bring."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/tools")
    return AXE.read_text()


def test_every_kind_of_page_is_accessible_in_light_and_dark(reader, demo_at_root, axe):
    """Also the search page with its results."""
    page = reader.open(demo_at_root.url, viewport={"width": 1280, "height": 900})
    found = {}
    for kind, address in KINDS.items():
        page.goto(demo_at_root.url + address)
        if kind == "search":
            page.locator("[data-results] a").first.wait_for()
        page.evaluate(axe)
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme)
            if faults := page.evaluate(RUN_AXE, rules):
                found[kind, scheme] = faults
    assert found == {}


def test_an_opened_article_is_accessible_on_a_narrow_screen(reader, demo_at_root, axe):
    """With all that can be opened open."""
    page = reader.open(demo_at_root.url + KINDS["doubtful article"], viewport={"width": 320, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    page.evaluate(axe)
    assert page.evaluate(RUN_AXE, []) == []
