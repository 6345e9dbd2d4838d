"""An archive whose every word is hostile, in Chromium: nothing runs, nothing is asked of elsewhere, nothing breaks."""

import json

import pytest
from archives import make_archive

from browser.conftest import serve
from generator.rebuild import rebuild

SCRIPT = "<script>window.ran = 1</script>"
TRICKS = {
    "script": SCRIPT,
    "end": f"</title></script></style></textarea>{SCRIPT}",
    "picture": '<img src=x onerror="window.ran = 1">',
    "quote": '" onmouseover="window.ran = 1" autofocus onfocus="window.ran = 1',
    "svg": '<svg onload="window.ran = 1"><script>window.ran = 1</script></svg>',
    "entity": "&lt;script&gt;window.ran = 1&lt;/script&gt;",
    "template": "{{ 7 * 7 }} {% raw %} ${7 * 7}",
    "broken": "<<b <i/a <p></div></main></body><plaintext>",
    "overrides": "\u202eThe end is the beginning\u2066\u202d",
    "comment": "<!-- --!> --> ]]> <![CDATA[",
    "markdown": "[go](javascript:window.ran=1) ![see](data:text/html,x) [a][b]\n\n[b]: javascript:window.ran=1",
    "long": "Wide" * 50_000,  # one word
    "frame": '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe><base href="https://elsewhere.example/">',
    "form": '<form action="https://elsewhere.example/"><button>Go</button></form><meta http-equiv=refresh content=0>',
}
WIDEST = """() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 391)
    .slice(0, 5).map(e => `${e.tagName}.${e.className}`)"""
ADDRESSES = ("javascript:window.ran=1", "data:text/html,<script>parent.ran=1</script>", 'https://a.example/"><script>')


def story(number: int, trick: str) -> str:
    said = json.dumps(trick)  # which YAML reads too
    return (
        f"---\ntitle: {said}\nstandfirst: {said}\nbyline: {said}\npublished: 2015-05-19?\ndating: [{said}]\n"
        f"dateline: {{place: {said}, agency: {said}}}\ncaptions: [{{text: {said}, credit: {said}}}]\nsource: foe\n"
        f"url: {json.dumps(ADDRESSES[number % 3])}\npeople: [foe]\ntopics: [foe]\nlanguage: {said}\n---\n"
        f"{trick}\n\nFoe said: {trick}\n"
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    record = f"name: {json.dumps(TRICKS['end'])}\nvariants: [{json.dumps(TRICKS['picture'])}]\n"
    files = {f"content/articles/{name}.md": story(n, trick) for n, (name, trick) in enumerate(TRICKS.items())}
    files |= {
        "content/articles/megabyte.md": f"---\ntitle: {'Wide' * 250_000}\n---\nIt rained.\n",
        "content/people/foe.md": f"---\n{record}identifiers: {{wikidata: '\"><script>'}}\n---\n{TRICKS['svg']}\n",
        "content/topics/foe.md": f"---\n{record}---\n{TRICKS['markdown']}\n",
        "content/sources/foe.md": (
            f"---\nname: {json.dumps(TRICKS['quote'])}\nurl: {ADDRESSES[0]}\n---\n{TRICKS['frame']}\n"
        ),
        "content/pages/about.md": f"---\ntitle: {json.dumps(TRICKS['broken'])}\n---\n{TRICKS['form']}\n",
    }
    site = make_archive(tmp_path_factory.mktemp("hostile"), files)
    rebuild(site)
    yield from serve(site.output, "/archive/")


def test_nothing_runs_and_nothing_breaks_the_layout(reader, hostile):
    page = reader.open(hostile.url, viewport={"width": 390, "height": 800})
    page.on("dialog", lambda dialog: reader.faults.append(f"a dialog: {dialog.message}"))
    pages = sorted(path.parent.relative_to(hostile.output).as_posix() for path in hostile.output.rglob("index.html"))
    assert len(pages) > 20
    wide = {}
    for name in pages:
        page.goto(f"{hostile.url}{name}/".replace("/./", "/"))
        assert page.evaluate("window.ran") is None, name
        assert page.locator("main").count() == 1, name
        assert page.locator("script:not([type='application/ld+json']):not([type=module])").count() == 0, name
        assert page.locator("iframe, base, form[action^=http], img, [onload], [onerror], [onfocus]").count() == 0, name
        assert page.locator("a[href^='javascript:' i], a[href^='data:' i]").count() == 0, name
        if page.evaluate("document.documentElement.scrollWidth") > 390:
            wide[name] = page.evaluate(WIDEST)
    assert wide == {}
    assert [url for url in reader.asked if not url.startswith((hostile.url, "blob:"))] == []


def test_what_is_hostile_is_shown_as_it_is_written(reader, hostile):
    page = reader.open(f"{hostile.url}articles/script/")
    assert page.locator("h1").inner_text() == SCRIPT
    assert page.title().startswith(SCRIPT)
    page.goto(f"{hostile.url}people/foe/")
    assert page.locator("h1").inner_text() == TRICKS["end"]


def test_a_title_of_overrides_leaves_its_neighbours_alone(reader, hostile):
    """Directions end with the element that they are in."""
    page = reader.open(f"{hostile.url}articles/overrides/", viewport={"width": 1280, "height": 800})
    when = page.locator(".imprint .date").bounding_box()
    assert when["x"] < 300
    assert page.locator(".imprint .date").inner_text() == "probably 19 May 2015"
