"""``dateline people``: what its commands say, and their exit codes."""

import json

import pytest
from archives import article, make_archive, read_all
from click.testing import CliRunner

from generator.cli import main
from generator.decisions import roster
from generator.model.catalog import PossiblySame
from generator.model.value import replace

FILES = {
    "content/people/ada-holm.md": "---\nname: Ada Holm\nvariants: [A. Holm]\n---\nA mayor.\n",
    "content/people/ada-m-holm.md": "---\nname: Ada M. Holm\nborn: 1961\nverified: false\n---\n",
    "content/people/nobody.md": "---\nname: Port Holm\nhidden: true\n---\n",
    "content/articles/2015/deal.md": article(people="[ada-holm]", published="2015-05-19"),
    "content/articles/2016/ferry.md": article(people="[ada-m-holm, ada-holm]", published="2016"),
    "content/articles/2015/hall.md": article("Mr Carl Ek, the mayor of Port Holm, spoke to Carl Ek the younger."),
    "content/articles/2015/pier.md": article("Mr Carl Ek, the mayor of Port Holm, said that the pier would stay."),
    "content/articles/2015/quay.md": article("“The quay is safe,” said Dr. Dora Falk, who heads the harbour office."),
}


@pytest.fixture
def archive(tmp_path):
    return make_archive(tmp_path, FILES)


def run(archive, *arguments, given=None):
    result = CliRunner().invoke(main, ["-C", str(archive.root), "people", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_everybody(archive):
    table = (
        "id          name         articles  first  last  state       variants\n"
        "ada-holm    Ada Holm            2   2015  2016  verified    A. Holm\n"
        "carl-ek     Carl Ek             2  –      –     found\n"
        "ada-m-holm  Ada M. Holm         1   2016  2016  unverified\n"
        "nobody      Port Holm           0  –      –     hidden\n"
        "4 people: 1 verified, 1 unverified, 1 hidden, 1 found; 1 pair possibly the same: dateline people review\n"
    )
    assert run(archive) == (0, table, "")
    assert run(archive, "list") == (0, table, "")


@pytest.mark.parametrize(
    ("options", "ids"),
    [(["--unverified"], ["carl-ek", "ada-m-holm"]), (["--hidden"], ["nobody"]),
     (["--min-count", "2"], ["ada-holm", "carl-ek"]), (["--search", "HOLM", "--unverified"], ["ada-m-holm"]),
     (["--search", "zeus"], []), (["--names", "--search", "dora"], [None])],
)  # fmt: skip
def test_some_of_them(archive, options, ids):
    code, out, _ = run(archive, "list", "--json", *options)
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ids


def test_somebody_for_scripts(archive):
    _, out, _ = run(archive, "list", "--json", "--search", "ada-m-holm")
    assert json.loads(out) == {
        "id": "ada-m-holm", "name": "Ada M. Holm", "state": "unverified", "count": 1, "first": "2016-01-01",
        "last": "2016-12-31", "variants": [], "offices": [], "identifiers": {}, "born": "1961", "died": None,
        "aliases": [], "distinct": [], "evidence": [],
    }  # fmt: skip


def test_all_that_is_known_of_somebody(archive):
    assert run(archive, "show", "A. Holm") == (
        0,
        "Ada Holm\nid:              ada-holm\nstate:           verified\nvariants:        A. Holm\nA mayor.\n"
        "possibly the same: ada-m-holm (a name left out, 0.89)\n"
        "2 articles:\n  2016         articles/2016/ferry.md  A title\n  2015-05-19   articles/2015/deal.md  A title\n",
        "",
    )
    _, out, _ = run(archive, "show", "carl-ek", "--json")
    assert json.loads(out)["evidence"] == ['"Carl Ek" in articles/2015/pier.md', '"Carl Ek" in articles/2015/hall.md']


def test_somebody_who_is_not_there(archive):
    code, out, err = run(archive, "show", "ada-home")
    assert (code, out) == (1, "")
    assert err == (
        'error: people: There is nobody of the id or name "ada-home", or more than one. Did you mean "ada-holm"?\n'
    )


def test_each_command_says_what_it_did_and_can_be_undone(archive):
    before = read_all(archive.content)
    for arguments, said in (
        (["merge", "ada-holm", "ada-m-holm"], "ada-m-holm is ada-holm now: 2 records, 1 article changed\n"),
        (["split", "ada-holm", "ada-m-holm"],
         "ada-holm and ada-m-holm are two people now: 2 records, 1 article changed\n"),
        (["rename", "ada-holm", "Ada Lund", "--id", "ada-lund"], "ada-lund renamed: 2 records, 2 articles changed\n"),
        (["undo"], "rename undone: ada-lund: 2 records, 2 articles changed\n"),
        (["split", "ada-holm", "--articles", "deal", "ferry"],
         "ada-holm and ada-holm-2 are two people now: 1 record, 2 articles changed\n"),
        (["undo"], "split undone: ada-holm, ada-holm-2: 1 record, 2 articles changed\n"),
        (["hide", "ada-holm", "carl-ek"], "ada-holm, carl-ek hidden: 2 records, 2 articles changed\n"),
        (["unhide", "ada-holm", "carl-ek"], "ada-holm, carl-ek not hidden any more: 2 records, 2 articles changed\n"),
        (["accept", "--all"], "1 record written: carl-ek: 1 record, 0 articles changed\n"),
        (["accept", "--all"], "Nothing to do.\n"),
        (["undo"], "accept undone: carl-ek: 1 record, 0 articles changed\n"),
        (["undo"], "There is nothing to undo.\n"),
    ):  # fmt: skip
        assert run(archive, *arguments) == (0, said, "")
    assert read_all(archive.content) == before


@pytest.mark.parametrize(
    "arguments",
    [["merge", "a"], ["split", "a"], ["split", "a", "b", "c"], ["rename", "a"], ["hide"], ["unhide"], ["accept"],
     ["import"], ["nonsense"], ["list", "--min-count", "x"]],
)  # fmt: skip
def test_wrong_usage(archive, arguments):
    before = read_all(archive.root)
    code, _, err = run(archive, *arguments)
    assert (code, "Usage: " in err) == (2, True)
    assert read_all(archive.root) == before


@pytest.fixture
def pairs(archive, monkeypatch):
    """The archive, with two pairs who are possibly the same."""
    compiled = roster.compile_catalog

    def compile_catalog(*args, **kwargs):
        catalog, problems = compiled(*args, **kwargs)
        reason = "a middle name is left out"
        pairs = tuple(replace(pair, confidence=0.9, reason=reason) for pair in catalog.possibly_same)
        pairs += (PossiblySame(one="Dora Falk", other="carl-ek", confidence=0.3, reason="nothing much"),)
        return replace(catalog, possibly_same=pairs), problems

    monkeypatch.setattr(roster, "compile_catalog", compile_catalog)
    return archive


def records(archive):
    return {path.stem for path in (archive.content / "people").glob("*.md")}


def test_the_review_shows_both_and_merges_into_the_verified_one(pairs):
    code, out, _ = run(pairs, "review", given="m")
    assert code == 0
    assert out.startswith(
        "\n1 of 2: a middle name is left out (0.90)\n"
        "  Ada Holm (ada-holm): verified; 2 articles; 2015–2016; also A. Holm\n    “A title”\n    “A title”\n"
        "  Ada M. Holm (ada-m-holm): unverified; 1 article; 2016\n    “A title”\n"
        "  m merge, k keep apart, h hide the second, s skip, q quit: m\n"
        "ada-m-holm is ada-holm now: 2 records, 1 article changed\n"
    )
    assert out.endswith("q\n1 decision written\n")
    assert records(pairs) == {"ada-holm", "nobody"}


def test_the_review_quotes_the_sentence_that_names_somebody(pairs):
    assert "    “The quay is safe,” said Dr. Dora Falk, who heads the harbour office. – “A title”\n" in (
        run(pairs, "review", given="q")[1] + run(pairs, "review", given="sq")[1]
    )


def test_who_is_kept_apart_is_not_asked_about_again(pairs):
    assert run(pairs, "review", given="ks")[1].endswith("s\n1 decision written\n")
    assert "1 of 1: nothing much" in run(pairs, "review", given="q")[1]
    assert run(pairs, "show", "ada-m-holm")[1].count("kept apart from: ada-holm") == 1


def test_whoever_has_no_record_is_reviewed_too(pairs):
    said = "Dora Falk hidden: 1 record, 0 articles changed\n1 decision written\n"
    assert run(pairs, "review", given="s\n\nh\n")[1].endswith(said)
    assert records(pairs) == {"ada-holm", "ada-m-holm", "nobody", "dora-falk"}
    assert run(pairs, "review", given="")[1].count(" of ") == 1


def test_what_cannot_be_merged_is_said_and_the_review_goes_on(pairs):
    (pairs.content / "people/ada-holm.md").write_text("---\nname: Ada Holm\nborn: 1950\n---\n")
    code, out, err = run(pairs, "review", given="mq")
    assert (code, out.count("decisions written")) == (0, 1)
    assert '"ada-m-holm" may be somebody else' in err


def test_the_list_tells_of_the_pairs(pairs):
    assert run(pairs)[1].endswith("; 2 pairs possibly the same: dateline people review\n")
    _, out, _ = run(pairs, "show", "ada-holm")
    assert "possibly the same: ada-m-holm (a middle name is left out, 0.90)\n" in out


def test_an_import(archive, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("id,name,born\nada-m-holm,,1962\n,Eva Strand,\n")
    code, out, err = run(archive, "import", str(table), "--dry-run")
    assert (code, out.splitlines()[-1]) == (1, "Nothing was written. 1 new record, 0 records added to")
    assert "+name: Eva Strand" in out
    assert f"error: {table}:2: It contradicts people/ada-m-holm.md: ada-m-holm born 1961, this row born 1962." in err
    table.write_text("id,name,born\nada-m-holm,Ada Maria Holm,\n")
    assert run(archive, "import", str(table)) == (0, "0 new records, 1 record added to\n", "")
