"""The commands on dates."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

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
