"""What a build makes of input that nobody wished for, and of machines that are not ours."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from archives import STORY, article, make_archive, read_all, said, write
from selectolax.lexbor import LexborHTMLParser

from generator.check import check
from generator.errors import ContentError, OutputError, SiteError, TemplateError
from generator.rebuild import rebuild as build
from generator.site import BUNDLED, load_site


def built(folder, files, settings="", **options):
    site = make_archive(folder, files, settings)
    return site, build(site, **{"search": False, "jobs": 1, **options})


def page(site, address):
    return (site.output / address / "index.html").read_text()


def tree(site, address):
    return LexborHTMLParser(page(site, address))


NONSENSE = {
    "empty": b"",
    "no-front-matter": b"Just words.\n",
    "no-title": b"---\nbyline: x\n---\nWords.\n",
    "not-yaml": b"---\ntitle: a: b\n---\n",
    "not-utf-8": b"---\ntitle: Caf\xe9\n---\n",
    "binary": bytes(range(256)) * 20,
    "twice": b"---\ntitle: a\ntitle: b\n---\n",
    "too-deep": b"---\ntitle: x\nbyline: " + b"[" * 60_000 + b"]" * 60_000 + b"\n---\n",
    "utf-16": "---\ntitle: x\n---\n".encode("utf-16"),
}


@pytest.mark.parametrize("jobs", [1, 3])
def test_bad_articles_are_told_and_the_rest_is_built(tmp_path, jobs):
    """One clear line for each: where, what, what to do."""
    site, report = built(
        tmp_path, STORY | {f"content/articles/{name}.md": data for name, data in NONSENSE.items()}, jobs=jobs
    )
    assert {problem.where.path for problem in report.problems} == {f"content/articles/{name}.md" for name in NONSENSE}
    assert len(report.problems) == len(NONSENSE)
    assert all(problem.what and problem.remedy and "\n" not in str(problem) for problem in report.problems)
    assert report.articles == 2
    assert "Port workers reach a deal" in page(site, "articles/deal")


def test_the_number_of_jobs_does_not_change_what_is_said(tmp_path):
    bad = {f"content/articles/{n}.md": article(people=f"[nobody-{n}]", published="soon") for n in range(9)}
    _, one = built(tmp_path / "one", bad, jobs=1)
    _, three = built(tmp_path / "three", bad, jobs=3)
    assert said(one.problems) == said(three.problems)
    assert len(one.problems) == 18


def test_bad_fields_cost_only_themselves(tmp_path):
    site, report = built(
        tmp_path,
        {"content/articles/a.md": article(published="soon", bylin="Ada", source="Nowhere/Daily", people="[bo]")},
    )
    assert [str(problem.where) for problem in report.problems] == [
        "content/articles/a.md:4: bylin", "content/articles/a.md:3: published", "content/articles/a.md:6: people",
        "content/articles/a.md:5: source",
    ]  # fmt: skip
    text = page(site, "articles/a")
    assert "undated" in text
    assert "Nowhere/Daily" in text
    assert "bo" in text
    assert page(site, "sources/nowhere-daily")


TITLES = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)',
    "template": "{{ 7 * 7 }}{% include 'x' %}",
    "emoji": "🔥🚢",
    "arabic": "افتتاح الميناء الجديد",
    "long": "Ministers " * 30,
    "huge": "a" * 100_000,
    "control": "a\\u0000b\\u001bc\\u2028d",
    "nothing": "…",
    "entity": "AT&amp;T &lt;b&gt;",
    "bidi": "\u202eabc",
    "date": "2015-05-19",
    "no": "no",
}


@pytest.fixture(scope="module")
def strange(tmp_path_factory):
    """An archive of strange titles, built once, with its search index."""
    files = {
        f"content/articles/{name}.md": f'---\ntitle: "{title.replace(chr(34), chr(92) + chr(34))}"\n'
        "published: 2015-05-19\nsource: tide-wire\n---\n"
        for name, title in TITLES.items()
    }
    records = {"content/sources/tide-wire.md": "---\nname: <b>Tide</b> & Wire\n---\n"}
    settings = "[lists]\nhome_articles = 50\n"
    return built(tmp_path_factory.mktemp("strange"), files | records, settings, search=True)


def test_no_title_is_a_problem(strange):
    site, report = strange
    assert report.problems == ()
    assert report.articles == len(TITLES)
    assert report.shards == 1
    assert check(site) == []


def readable(text):
    """Text without what no reader sees."""
    return re.sub(r"\\u[0-9a-f]{4}|[\x00-\x1f\u2028\ufffd]", "", text).strip()


@pytest.mark.parametrize("name", TITLES)
def test_a_title_is_shown_as_it_is_and_runs_nothing(strange, name):
    site, _ = strange
    shown = readable(TITLES[name])
    for address in (f"articles/{name}", "", "dates/2015/05/19", "sources/tide-wire"):
        html = tree(site, address)
        assert not html.css("script:not([type='application/ld+json']), [onmouseover], b"), address  # that one is data
        headings = [readable(node.text()) for node in html.css("h1, .headline")]
        assert any(shown in heading for heading in headings), address


BODIES = {
    "script": "Before <script>alert(1)</script> after.",
    "image": "Before <img src=x onerror=alert(1)> after.",
    "frame": "Before <iframe src=//x.example></iframe> after.",
    "link": "Before [x](javascript:alert(1)) after.",
    "closing": "Before </article></main></body></html><script>alert(1)</script> after.",
    "template": "Before {{ page.title }} {% raw %} after.",
    "deep": "\n".join("    " * depth + "- Before after." for depth in range(250)),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_runs_nothing_and_loses_none_of_its_words(tmp_path, name):
    site, report = built(tmp_path, {f"content/articles/{name}.md": article(BODIES[name])})
    assert report.problems == ()
    html = tree(site, f"articles/{name}")
    assert not html.css("script:not([type='application/ld+json']), img, iframe, [onerror], a[href^='javascript']")
    text = html.css_first("main").text()
    assert "Before" in text
    assert "after." in text
    assert html.css_first("footer") is not None


@pytest.mark.parametrize("name", ["What's up?", "a#b", "50%", "Ünïcode", "with space", "CON", "a.b", "-x-", "日本"])
def test_a_file_name_that_cannot_stand_in_an_address(tmp_path, name):
    """The article gets an address that every browser and every file system takes."""
    site, report = built(tmp_path, {f"content/articles/{name}.md": article(), "content/articles/other.md": article()})
    assert report.problems == ()
    assert report.articles == 2
    assert check(site) == []
    assert all(path.isascii() and not set(path) & set("?#% '") for path in read_all(site.output))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_a_file_name_that_is_not_utf_8(tmp_path):
    site = make_archive(tmp_path, {})
    (tmp_path / "content/articles").mkdir()
    with open(os.fsencode(tmp_path) + b"/content/articles/caf\xe9.md", "wb") as file:  # noqa: PTH123  # as bytes
        file.write(article().encode())
    report = build(site, search=False, jobs=1)
    assert said(report.problems) == ["content/articles/caf\\xe9.md: Its name is not UTF-8. Rename it."]
    assert check(site) == list(report.problems)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_that_go_round_in_circles(tmp_path):
    site = make_archive(tmp_path, STORY)
    (site.content / "articles/2015/up").symlink_to(site.content / "articles")
    (site.content / "articles/gone.md").symlink_to(tmp_path / "nowhere.md")
    report = build(site, search=False, jobs=1)
    assert report.articles == 2
    assert said(report.problems) == [
        "content/articles/gone.md: It cannot be read: No such file or directory. "
        "See to its permissions, or take it away."
    ]


def test_two_articles_of_one_slug(tmp_path):
    site, report = built(
        tmp_path,
        {"content/articles/2015/deal.md": article("First."), "content/articles/2016/deal.md": article("Second.")},
    )
    assert said(report.problems) == [
        'content/articles/2016/deal.md: articles/2015/deal.md has the address "deal" too. Rename one of the two files.'
    ]
    bodies = [
        LexborHTMLParser(path.read_text()).css_first(".body").text()
        for path in (site.output / "articles").rglob("*.html")
    ]
    assert sorted(body.strip() for body in bodies) == ["First.", "Second."]


def test_a_former_address_that_would_lead_out_of_the_site(tmp_path):
    site, report = built(tmp_path / "site", {"content/articles/a.md": article(aliases="[../../../../evil]")})
    assert len(report.problems) == 1
    assert not list(tmp_path.rglob("evil*"))
    assert check(site, links=True) == list(report.problems)


def test_an_unknown_person_names_the_line(tmp_path):
    _, report = built(tmp_path, {"content/articles/a.md": article(byline="x", people="[a-holm]")})
    assert said(report.problems) == [
        'content/articles/a.md:4: people: "a-holm" has no authority record. '
        "Add content/people/a-holm.md, or list the name as a variant in an existing one."
    ]


def test_an_archive_without_articles(tmp_path):
    site, report = built(tmp_path, {}, search=True)
    assert (report.articles, report.shards, report.problems) == (0, 0, ())
    assert check(site) == []


def test_a_content_folder_that_vanished_leaves_the_last_good_site(tmp_path):
    site, _ = built(tmp_path, STORY)
    before = read_all(site.output)
    shutil.rmtree(site.content)
    with pytest.raises(ContentError, match=r"^content: This folder is not there\."):
        build(site, search=False)
    assert read_all(site.output) == before


def test_an_output_folder_that_is_not_ours_is_left_alone(tmp_path):
    site = make_archive(tmp_path, STORY)
    write(tmp_path, {"public/thesis.doc": "years of work"})
    with pytest.raises(OutputError, match="This was not made by Dateline"):
        build(site, search=False)
    assert read_all(site.output) == {"thesis.doc": b"years of work"}


def test_the_place_for_what_is_remembered_is_a_file(tmp_path):
    site = make_archive(tmp_path, STORY)
    write(tmp_path, {".dateline": "a file"})
    with pytest.raises(OutputError, match="It cannot be written"):
        build(site, search=False)


@pytest.mark.parametrize("damage", [b"", b"not a database", b"\0" * 5000])
def test_a_damaged_memory_costs_time_only(tmp_path, damage):
    site, _ = built(tmp_path, STORY)
    before = read_all(site.output)
    for path in site.store.rglob("*"):
        if path.is_file() and path.suffix in (".db", ".sqlite", ".sqlite3", ""):
            path.write_bytes(damage)
    write(tmp_path, {"content/articles/new.md": article("New.")})
    assert build(site, search=False).articles == 3
    assert before.keys() < read_all(site.output).keys()


def test_a_template_that_is_broken_at_run_time_unpublishes_nothing(tmp_path):
    """Whether it stops or goes on, it is said with file and line, and the last good pages stay."""
    site, _ = built(tmp_path, STORY)
    before = read_all(site.output)
    write(tmp_path, {"templates/article.html": "<p>\n{{ page.nonsense }}"})
    try:
        problems = build(site, search=False).problems
    except TemplateError as error:
        problems = error.problems
    assert any(str(problem).startswith("templates/article.html:2: ") for problem in problems)
    after = read_all(site.output)
    assert {path: after.get(path) for path in before if path.startswith("articles/")} == {
        path: data for path, data in before.items() if path.startswith("articles/")
    }
    (tmp_path / "templates/article.html").unlink()
    build(site, search=False)
    assert read_all(site.output) == before


def test_a_broken_site_toml_stops_at_once(tmp_path):
    site, _ = built(tmp_path, STORY)
    write(tmp_path, {"site.toml": "title = 3"})
    with pytest.raises(SiteError):
        load_site(site.root)


def test_without_search_there_is_no_index_and_with_it_there_is(tmp_path):
    site, report = built(tmp_path, STORY)
    assert report.shards == 0
    assert {path for path in read_all(site.output) if path.startswith("search/")} == {"search/index.html"}
    assert build(site, search=True, jobs=1).shards == 2
    assert (site.output / "search/2015/pagefind-entry.json").exists()
    assert (site.output / "search/pagefind/pagefind.js").exists()
    build(site, search=False)
    assert {path for path in read_all(site.output) if path.startswith("search/")} == {"search/index.html"}


def change(site, step):
    """A day in the life of an archive."""
    folder = site.root
    match step:
        case "a new article":
            write(folder, {"content/articles/new.md": article("New, by Ada Holm.", published="2016-01-01")})
        case "an edited article":
            write(folder, {"content/articles/2015/deal.md": article("Edited.", published="2015-05-20")})
        case "an article that goes":
            (folder / "content/articles/undated/pier.md").unlink()
        case "a renamed article":
            (folder / "content/articles/2015/deal.md").rename(folder / "content/articles/2015/port-deal.md")
        case "a new record":
            write(folder, {"content/people/bo.md": "---\nname: Bo\nvariants: [Harbour]\n---\n"})
        case "a changed record":
            write(folder, {"content/people/ada-holm.md": "---\nname: Ada Holm-Lind\n---\n"})
        case "a topic with a new term":
            write(folder, {"content/topics/pier.md": "---\nname: Piers\nterms: [harbour pier]\n---\n"})
        case "a new page":
            write(folder, {"content/pages/about.md": "---\ntitle: About\n---\nHello.\n"})
        case "another title of the site":
            settings = (folder / "site.toml").read_text()
            write(folder, {"site.toml": settings.replace("The Harbour Archive", "Another")})
        case "a template of its own":
            own = (BUNDLED / "parts/number.html").read_text().replace("{n} articles", "{n} pieces")
            write(folder, {"templates/parts/number.html": own})
        case "a static file":
            write(folder, {"templates/static/mine.css": "p{}"})


STEPS = [
    "a new article", "an edited article", "an article that goes", "a renamed article", "a new record",
    "a changed record", "a topic with a new term", "a new page", "another title of the site", "a template of its own",
    "a static file",
]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_building_on_gives_what_building_anew_gives(tmp_path, step):
    """What is remembered changes no byte."""
    site, _ = built(tmp_path / "site", STORY)
    change(site, step)
    report = build(load_site(site.root), search=False, jobs=1)
    warm = read_all(site.output)
    shutil.copytree(site.root, tmp_path / "anew", ignore=shutil.ignore_patterns("public", ".dateline"))
    anew = load_site(tmp_path / "anew")
    cold = build(anew, search=False, jobs=1)
    assert warm == read_all(anew.output)
    assert said(report.problems) == said(cold.problems)
    assert (report.articles, report.people, report.topics) == (cold.articles, cold.people, cold.topics)


def test_a_problem_is_told_at_every_build_until_it_is_mended(tmp_path):
    site, first = built(tmp_path, {"content/articles/a.md": article(people="[bo]"), "content/articles/b.md": "nothing"})
    again = build(site, search=False, jobs=1)
    assert said(again.problems) == said(first.problems)
    assert len(first.problems) == 2
    write(tmp_path, {"content/articles/a.md": article()})
    assert len(build(site, search=False, jobs=1).problems) == 1


PROGRAM = "import sys\nfrom generator.cli import main\nmain(sys.argv[1:], prog_name='dateline')\n"


@pytest.mark.parametrize(
    ("environment", "jobs"),
    [({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, "1"),
     ({"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"}, "3")],
)  # fmt: skip
def test_another_machine_gives_the_same_bytes(tmp_path, strange, environment, jobs):
    """Another seed, time zone, locale, folder and number of processes, and files made in another order."""
    site, _ = strange
    other = tmp_path / "in another folder"
    names = sorted(path.relative_to(site.root) for path in site.root.rglob("*") if path.is_file())
    for name in reversed(names):
        if name.parts[0] in ("content", "site.toml"):
            write(other, {name.as_posix(): (site.root / name).read_bytes()})
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "build", "--jobs", jobs],
        cwd=other, env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert read_all(other / "public") == read_all(site.output)
