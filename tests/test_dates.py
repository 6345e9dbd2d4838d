"""The commands on dates."""

import json
from pathlib import Path

import pytest
from archives import make_archive, write
from click.testing import CliRunner

from generator.cli import main
from generator.content import parse_article
from generator.errors import Severity

DEVELOPMENT = Path(__file__).parents[2] / "shared/data/dates/dev.jsonl"


def run(*arguments, stdin=None):
    result = CliRunner().invoke(main, list(map(str, arguments)), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def infer(*pages, options=()):
    """What ``dates infer`` says of JSON Lines."""
    result = run("dates", "infer", "-", "--json", *options, stdin="".join(json.dumps(page) + "\n" for page in pages))
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_infer_tells_date_confidence_and_evidence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # no site is needed
    (found,) = infer(
        {"id": "a", "text": "Ferry sails again\n\n19 May 2015\n\nThe ferry sails again, the keeper said.\n"}
    )
    assert found == {
        "id": "a",
        "date": "2015-05-19",
        "edtf": "2015-05-19",
        "confidence": found["confidence"],
        "evidence": ['line: "19 May 2015"'],
    }
    assert found["confidence"] >= 0.99


def test_infer_takes_a_window_of_years(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = {"id": "a", "text": "Ferry sails again\n\nFriday, July 21\n\nThe ferry sails again, the keeper said.\n"}
    assert infer(page)[0]["date"] is None
    assert infer(page, options=("--years", "2015/2019"))[0]["date"] == "2017-07-21"


def test_infer_knows_address_and_capture(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "Ferry sails again\n\nThe ferry sails again, the keeper said.\n"
    found = infer(
        {"id": "a", "text": text, "url": "https://example.org/2015/05/19/ferry/"},
        {"id": "b", "text": text, "url": "https://example.org/2015/05/19/ferry/", "captured": "2014-01-01T00:00:00Z"},
    )
    assert found[0]["date"] == "2015-05-19"
    assert found[1]["date"] is None
    assert found[1]["evidence"][0].startswith('contradiction: address: "2015/05/19" against saved on 2014-01-01')


def test_infer_reads_files_and_their_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry-20150519.txt").write_text("Ferry sails again\n\nThe ferry sails again, the keeper said.\n")
    result = run("dates", "infer", "ferry-20150519.txt")
    assert result.stdout.startswith("ferry-20150519.txt\n  probably 19 May 2015")
    assert '    file name: "20150519"' in result.stdout


@pytest.mark.parametrize("years", ["2014/2010", "soon", "2010/", "/2010"])
def test_infer_refuses_what_is_no_span_of_years(years):
    result = run("dates", "infer", "-", "--json", "--years", years, stdin="")
    assert result.exit_code == 2
    assert years in result.stderr


def test_infer_says_what_is_no_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("dates", "infer", "-", "--json", stdin="[]\n")
    assert result.exit_code == 1
    assert "This is not a page" in result.stderr


@pytest.mark.skipif(not DEVELOPMENT.is_file(), reason="the development texts are kept outside of the project")
def test_development_texts_are_dated_as_well_as_before(tmp_path, monkeypatch):
    """Every sixth: stated days are found, what is claimed is right, and nothing is claimed without evidence."""
    monkeypatch.chdir(tmp_path)
    rows = [json.loads(line) for line in DEVELOPMENT.read_text().splitlines()]
    some = [row for at, row in enumerate(rows) if row["variant"] == "noyear" or at % 6 == 0]
    found = {each["id"]: each["date"] for each in infer(*({"id": row["id"], "text": row["text"]} for row in some))}
    full = [found[row["id"]] == row["date"] for row in some if row["variant"] == "full"]
    assert sum(full) >= 0.97 * len(full)
    claimed = [(found[row["id"]], row["date"]) for row in some if len(found[row["id"]] or "") == 10]
    assert all(day == true for day, true in claimed)


# ---- in a site

BODY = (
    "The ferry was built at the yard of the town and carries forty people across the water, she said, as it did before "
    "the storm. It leaves the pier at noon and is back before the evening.\n\n"
    "She thanked the keeper of the pier, who had waited for it through the winter, and the people of the town."
)
FERRY = f"""Ferry sails again

HARBOUR TOWN, May 6 (Tide Wire) - President Ada Holm said on Wednesday that the ferry sails again.

{BODY}
"""
HOLM = "---\nname: Ada Holm\noffices:\n  - {title: President, from: 2004-01-25, to: 2013-11-17}\n---\n"


@pytest.fixture
def site(tmp_path):
    """A site with one article, whose page states a day and month alone."""
    site = make_archive(tmp_path / "site", {})
    write(tmp_path / "raw", {"ferry.txt": FERRY})
    assert run("-C", site.root, "ingest", tmp_path / "raw").exit_code == 0
    return site


def article(site):
    (path,) = (site.content / "articles").rglob("*.md")
    return path


def front(site):
    parsed, problems = parse_article(article(site).read_text(), "a.md")
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return parsed.published.edtf, parsed.dating


def test_ingest_writes_what_is_inferred_with_its_evidence(site):
    assert front(site) == (
        "XXXX-05-06",
        ('dateline: "May 6"', 'text: "said on Wednesday"', "99% likely"),
    )


def test_dates_are_reconsidered_when_records_change(site):
    write(site.root, {"content/people/ada-holm.md": HOLM})
    shown = run("-C", site.root, "dates", "infer")
    assert "-published: XXXX-05-06" in shown.stdout
    assert "+published: 2009-05-06" in shown.stdout
    assert "Nothing was written. 1 date would change; write with: dateline dates infer --yes" in shown.stdout
    assert front(site)[0] == "XXXX-05-06"
    assert "1 date changed" in run("-C", site.root, "dates", "infer", "--yes").stdout
    assert front(site)[0] == "2009-05-06"
    assert "Ada Holm as President: 2004-01-25/2013-11-17" in front(site)[1]
    assert "Nothing to change" in run("-C", site.root, "dates", "infer").stdout
    assert "1 unchanged" in run("-C", site.root, "ingest", "--again").stdout


def test_a_persons_date_is_never_revised(site):
    assert run("-C", site.root, "dates", "set", article(site), "2010-05-06").stdout.endswith(": 6 May 2010\n")
    assert front(site) == ("2010-05-06", ())
    write(site.root, {"content/people/ada-holm.md": HOLM})
    assert "Nothing to change" in run("-C", site.root, "dates", "infer", "--yes").stdout
    run("-C", site.root, "ingest", "--again")
    assert front(site) == ("2010-05-06", ())


def test_a_date_that_a_person_confirms_is_theirs(site):
    """It stays, also when evidence tells otherwise later."""
    run("-C", site.root, "dates", "set", article(site).stem, "XXXX-05-06")
    write(site.root, {"content/people/ada-holm.md": HOLM})
    run("-C", site.root, "dates", "infer", "--yes")
    assert front(site) == ("XXXX-05-06", ())


@pytest.mark.parametrize(
    ("date", "word"),
    [
        ("2015-02-30", '"2015-02-30" is not a day of the calendar'),
        ("19 May 2015", "is not an EDTF date"),
        ("2015-13", "is not a day of the calendar"),
    ],
)
def test_what_is_no_date_is_refused(site, date, word):
    before = article(site).read_bytes()
    result = run("-C", site.root, "dates", "set", article(site), date)
    assert result.exit_code == 1
    assert word in result.stderr
    assert article(site).read_bytes() == before


@pytest.mark.parametrize(
    ("date", "word"),
    [("0215-05-19", '"0215-05-19" is before 1600'), ("9015-05-19", '"9015-05-19" is still to come.')],
)
def test_a_strange_date_is_kept_and_told(site, date, word):
    result = run("-C", site.root, "dates", "set", article(site), date)
    assert result.exit_code == 0
    assert word in result.stderr
    assert front(site)[0] == date


def test_a_date_after_the_capture_is_told(site, tmp_path):
    captured = json.dumps({"title": "Net mended", "text": BODY, "captured": "2014-01-02T00:00:00Z"})
    write(tmp_path / "raw", {"net.jsonl": captured + "\n"})
    run("-C", site.root, "ingest", tmp_path / "raw/net.jsonl")
    result = run("-C", site.root, "dates", "set", "net-mended", "2014-02-03")
    assert "Its page was saved before, on 2014-01-02." in result.stderr


def test_a_file_that_is_no_article(site):
    result = run("-C", site.root, "dates", "set", "nothing", "2015")
    assert result.exit_code == 1
    assert "This is no article of the site." in result.stderr


def test_dates_are_listed_by_certainty(site, tmp_path):
    pages = {
        "net.txt": f"Net mended\n\n19 May 2015\n\n{BODY}",
        "oar.txt": f"Oar found\n\n{BODY}\n\nIt was lost in the storm of 2014, the keeper said to her.\n",
        "fog.txt": f"Fog over the harbour\n\n{BODY}",
    }
    write(tmp_path / "more", pages)
    run("-C", site.root, "ingest", tmp_path / "more")
    kinds = ("--certainty", "undated", "--certainty", "choice", "--certainty", "stated")
    lines = run("-C", site.root, "dates", "list", "--json", *kinds)
    listed = [json.loads(line) for line in lines.stdout.splitlines()]
    assert [(each["published"], each["certainty"]) for each in listed] == [
        ("XXXX-05-06", "undated"),
        (None, "undated"),
        ("2014/..", "choice"),
        ("2015-05-19", "stated"),
    ]
    words = run("-C", site.root, "dates").stdout
    assert words.endswith("4 articles: 2 undated, 1 choice, 1 stated\n")
    assert "net-mended" not in words
    assert ".md\n    newest year in the text: 2014\n" in words
    years = run("-C", site.root, "dates", "list", "--year", "2020", "--json").stdout
    assert [json.loads(line)["published"] for line in years.splitlines()] == ["2014/.."]


def test_the_usual_order_of_a_source_settles_day_and_month(tmp_path):
    site = make_archive(tmp_path / "site", {"content/sources/tide-wire.md": "---\nname: Tide Wire\n---\n"})
    days = {"a": "13/04/2015", "b": "27/05/2015", "c": "03/04/2015"}
    write(
        tmp_path / "raw",
        {
            f"{name}.txt": f"Tide Wire\n\nFerry {name} sails again\n\nPublished: {day}\n\n{BODY}\n\n© Tide Wire\n"
            for name, day in days.items()
        },
    )
    run("-C", site.root, "ingest", tmp_path / "raw")
    path = next(path for path in (site.content / "articles").rglob("*.md") if "ferry-c-" in path.name)
    assert "[2015-03-04,2015-04-03]" in path.read_text()
    assert "1 date changed" in run("-C", site.root, "dates", "infer", "--yes").stdout
    assert "published: 2015-04-03" in path.read_text()


def test_neighbours_of_a_series_bound_a_date(tmp_path):
    site = make_archive(tmp_path / "site", {})
    rows = []
    for n in range(1, 10):
        day = "" if n == 5 else f"{10 + n} May 2015\n\n"
        url = f"https://tide.example/news/story-{20410 + n}.html"
        rows.append({"title": f"Ferry {n} sails", "text": f"Ferry {n} sails\n\n{day}{BODY}", "url": url})
    write(tmp_path / "raw", {"all.jsonl": "".join(json.dumps(row) + "\n" for row in rows)})
    run("-C", site.root, "ingest", tmp_path / "raw")
    path = next((site.content / "articles").rglob("ferry-5-*.md"))
    assert "published:" not in path.read_text()
    run("-C", site.root, "dates", "infer", "--yes")
    assert "published: 2015-05\n" in path.read_text()
    assert "number 20414 of the series, before it: 2015-05-14" in path.read_text()
