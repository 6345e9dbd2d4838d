"""Five real pages that a scraper saved: every sentence of the story is kept, and nothing else.

The pages are not ours, so they are not part of the project; lines are named by their numbers.
"""

from pathlib import Path

import pytest

from generator.content import read_article, read_filed
from generator.ingest import Ingested, ingest
from generator.init import init_site
from generator.intake import find_pages
from generator.model.article import Caption, Dateline
from generator.model.cleaning import BODY_VERDICTS, REMOVED_VERDICTS, Verdict
from generator.rebuild import rebuild
from generator.site import load_site

SEEDS = Path(__file__).parents[2] / "shared/seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the saved pages are kept outside of the project")

STORIES = {
    "000_021a710a0939c894.txt": {
        "headline": [3],
        "body": [5, 7, 9, 11, 13, 15, 17, 19],
        "removed": 19,
        "people": {"Sergei Lavrov", "Frank Walter Shteinmeier", "Vladimir Putin", "Lens Stoltenberg"},
    },
    "001_5932ebd9f61e31f0.txt": {
        "headline": [3],
        "caption": [5],
        "dateline": [7],
        "body": [7, 9, 11, 13, 15, 17, 19, 21, 23],
        "removed": 19,
        "people": {"Sergei Lavrov", "Jens Stoltenberg", "Didier Reynders"},
    },
    "002_192a94c4de7a4fbe.txt": {
        "headline": [5],
        "caption": [7],
        "body": [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29],
        "agencies": [31],
        "removed": 4,
        "people": {"Sergei Lavrov", "Mike Pence", "Donald Trump", "Hillary Clinton"},
    },
    "003_4ae680bf3051473f.txt": {
        "headline": [5],
        "standfirst": [8],
        "dateline": [9],
        "body": [9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31],
        "removed": 11,
        "people": {"Sergei Lavrov", "Vladimir Chizhov", "Mikheil Saakashvili"},
    },
    "004_ec7a81b1fc0031a7.txt": {
        "headline": [2],
        "date line": [4],
        "caption": [5],
        "credit": [5],
        "byline": [7],
        "body": [9, 11, 13, 15, 17, 19, 21, 23],
        "removed": 1,
        "people": {"Sergey Lavrov", "Anniken Huitfeldt"},
    },
}
"""Per page the lines of each kind, how many lines of furniture there are, and who is named."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A new site that all five pages were ingested into, built."""
    folder = tmp_path_factory.mktemp("seeds") / "site"
    init_site(folder)
    site = load_site(folder)
    return site, {
        Path(done.name).name: done for done in ingest(site, find_pages([SEEDS])) if isinstance(done, Ingested)
    }


def record_of(site, done):
    """The passages of a page's cleaning record."""
    _, article, _ = read_article(site.content, done.path)
    return read_filed(site.content, article.original_sha256).record.passages


@pytest.mark.parametrize("name", STORIES)
def test_every_line_of_the_story_is_kept_and_nothing_else(site, name):
    site, done = site
    passages = record_of(site, done[name])
    story = {kind: lines for kind, lines in STORIES[name].items() if kind not in ("removed", "people")}
    agencies = story.pop("agencies", [])  # who else reported it: a credit to some, the last paragraph to others
    found: dict[str, set[int]] = {}
    for passage in passages:
        if passage.verdict not in REMOVED_VERDICTS and passage.line not in agencies:
            kind = "body" if passage.verdict in BODY_VERDICTS else passage.verdict.value
            found.setdefault(kind, set()).add(passage.line)
    found.get("date line", set()).discard(1)  # the same date, glued to the names of icons
    assert found == {kind: set(lines) for kind, lines in story.items()}
    assert all(p.verdict is not Verdict.FURNITURE for p in passages if p.line in agencies)
    assert done[name].counts[1] == STORIES[name]["removed"]
    assert "".join(passage.text for passage in passages).encode() == (SEEDS / name).read_bytes()


def test_what_the_pages_state_of_themselves(site):
    site, done = site
    articles = {name[:3]: read_article(site.content, done[name].path)[1] for name in STORIES}
    assert {name: article.published.edtf for name, article in articles.items()} == {
        "000": "2014/..", "001": "XXXX-05-19", "002": "2016/..", "003": "XXXX-05-06", "004": "2021-10-26",
    }  # fmt: skip
    assert [name for name, article in articles.items() if not article.dating] == ["004"]
    assert articles["001"].dateline == Dateline(place="BRUSSELS")
    assert articles["003"].dateline == Dateline(place="MOSCOW", day="May 6", agency="RIA Novosti")
    assert articles["004"].byline == "Jonny Tickle"
    assert articles["004"].captions[0] == Caption(
        text=articles["004"].captions[0].text, credit="Sputnik / Russian Foreign Ministry"
    )
    for name, article in articles.items():
        lines = next(SEEDS.glob(f"{name}_*")).read_text().splitlines()
        assert (
            article.title == lines[STORIES[next(n for n in STORIES if n.startswith(name))]["headline"][0] - 1].strip()
        )


OFFICES = {
    "jens-stoltenberg": (
        "Jens Stoltenberg",
        "Secretary General",
        "NATO",
        "2014-10-01",
        "2024-10-01",
        "Lens Stoltenberg",
    ),
    "didier-reynders": ("Didier Reynders", "Minister of Foreign Affairs", "Belgium", "2011-12-06", "2019-11-30", ""),
    "mikheil-saakashvili": ("Mikheil Saakashvili", "President", "Georgia", "2004-01-25", "2013-11-17", ""),
    "mike-pence": ("Mike Pence", "Vice President", "United States", "2017-01-20", "2021-01-20", ""),
}
"""Terms of office of people whom the pages name."""


def test_with_records_of_the_people_named_the_pages_are_dated(tmp_path):
    """What is known of terms of office dates three pages that state no year; for the first, no year is claimed."""
    folder = tmp_path / "site"
    init_site(folder)
    for id_, (name, title, organisation, start, end, variant) in OFFICES.items():
        office = f"{{title: {title}, organisation: {organisation}, from: {start}, to: {end}}}"
        variants = f"variants: [{variant}]\n" if variant else ""
        (folder / f"content/people/{id_}.md").write_text(f"---\nname: {name}\n{variants}offices:\n  - {office}\n---\n")
    site = load_site(folder)
    done = {Path(d.name).name[:3]: d for d in ingest(site, find_pages([SEEDS])) if isinstance(d, Ingested)}
    articles = {name: read_article(site.content, each.path)[1] for name, each in done.items()}
    assert {name: article.published.edtf for name, article in articles.items()} == {
        "000": "2014-10/2024-10", "001": "2015-05-19", "002": "2017-02-18?", "003": "2009-05-06", "004": "2021-10-26",
    }  # fmt: skip
    assert 'dateline: "May 6"' in articles["003"].dating
    assert "Mikheil Saakashvili as President, Georgia: 2004-01-25/2013-11-17" in articles["003"].dating


def test_who_is_named(site):
    site, done = site
    rebuild(site, search=False)
    for name, story in STORIES.items():
        slug = Path(done[name].path).stem
        html = (site.output / f"articles/{slug}/index.html").read_text()
        aside = html[html.index('<aside class="sidebar"') : html.index("</aside>")]
        # One man has a page, under the spelling that most articles use; a slip of the pen goes to him by his office.
        people = {person.replace("Sergey", "Sergei").replace("Lens", "Jens") for person in story["people"]}
        assert all(person in aside for person in people), name


def test_ingesting_again_changes_nothing(site):
    site, _ = site
    outcomes = [done.outcome for done in ingest(site, find_pages([SEEDS])) if isinstance(done, Ingested)]
    assert outcomes == ["unchanged"] * 5
