import json
import re
from dataclasses import replace

import pytest
from archives import STORY, article, make_archive, read_all, write
from click.testing import CliRunner

from generator import __version__, again
from generator.cli import main
from generator.model import value

RAW = (
    "Support the Tide Wire!\n\nPort workers reach a deal\n\nBy Ada Holm\n\nMay 19, 2015\n\n"
    "The port workers and the ministry have reached a deal after eleven days of talks, both sides said.\n\n"
    "“We are glad that it is over,” the minister told reporters outside the harbour hall in the evening.\n\n"
    "Sign up for our free weekly newsletter\n\nSubscribe\n"
)
FIELDS = {
    "id", "title", "standfirst", "byline", "authors", "published", "dateline", "source", "body", "captions", "removed",
}  # fmt: skip


@pytest.fixture
def archive(tmp_path):
    make_archive(tmp_path / "site", STORY)
    return tmp_path / "site"


def run(archive, *arguments, given=None):
    return CliRunner().invoke(main, ["-C", str(archive), *map(str, arguments)], input=given)


def outcome(result):
    """Exit code, what was said to readers, and what was said of problems."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_the_version():
    assert outcome(CliRunner().invoke(main, ["--version"])) == (0, f"dateline, version {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [["-h"], ["--help"], *([name, "-h"] for name in ("init", "ingest", "clean", "people", "build", "serve", "check"))],
)
def test_every_command_explains_itself(arguments):
    code, out, _ = outcome(CliRunner().invoke(main, arguments))
    assert code == 0
    assert out.startswith("Usage: ")
    assert len(out.splitlines()) > 5


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["build", "--nonsense"], ["build", "--jobs", "0"], ["build", "--jobs", "x"], ["ingest"], ["clean"],
     ["init"], ["init", "a", "b"], ["serve", "--port", "70000"], ["build", "extra"], ["check", "extra"]],
)  # fmt: skip
def test_wrong_usage_exits_with_2(archive, arguments):
    before = read_all(archive)
    code, _, err = outcome(run(archive, *arguments))
    assert code == 2
    assert "Usage: " in err
    assert read_all(archive) == before


def test_a_file_for_a_site_is_wrong_usage(tmp_path):
    write(tmp_path, {"a": ""})
    assert outcome(run(tmp_path / "a", "build"))[0] == 2


@pytest.mark.parametrize("command", [["build"], ["check"], ["ingest", "x"], ["serve"]])
def test_where_there_is_no_site(tmp_path, command):
    code, out, err = outcome(run(tmp_path / "nowhere", *command))
    assert (code, out) == (1, "")
    assert err == (
        f"error: {tmp_path}/nowhere/site.toml: There is no site here. "
        "Go to the folder of your site.toml, or make a site with: dateline init DIR\n"
    )


@pytest.mark.parametrize("command", [["build"], ["check"], ["ingest", "x"], ["serve"]])
def test_a_broken_site_toml(archive, command):
    write(archive, {"site.toml": "title = 3\n"})
    code, out, err = outcome(run(archive, *command))
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "error: site.toml:1: title: 3 is not text in quotes. Write text in quotes.",
        'error: site.toml: url: It is missing. Add: url = "…"',
    ]


def test_a_build_says_one_line(archive):
    code, out, err = outcome(run(archive, "build", "--no-search"))
    assert (code, err) == (0, "")
    assert re.fullmatch(
        rf"{re.escape(str(archive))}/public: 2 articles, 1 person, 1 topic, 1 source; "
        r"\d+ files written, 0 unchanged, 0 removed; \d+\.\d s\n",
        out,
    )


def test_a_build_with_search_counts_its_indexes(archive):
    assert "2 search indexes" in outcome(run(archive, "build"))[1]


def test_problems_are_said_and_fail_a_build_only_when_asked_to(archive):
    write(archive, {"content/articles/a.md": article(people="[bo]")})
    line = (
        'error: content/articles/a.md:3: people: "bo" has no authority record. '
        "Add content/people/bo.md, or list the name as a variant in an existing one.\n"
    )
    code, out, err = outcome(run(archive, "build", "--no-search"))
    assert (code, err) == (0, line)
    assert "3 articles" in out
    code, _, err = outcome(run(archive, "build", "--no-search", "--strict"))
    assert (code, err) == (1, line)


def test_a_warning_does_not_fail(archive):
    write(archive, {"content/people/bo.md": "---\nname: Bo\nvariants: [Ada Holm]\n---\n"})
    write(
        archive, {"content/articles/2015/deal.md": article(people="[ada-holm]", topics="[harbour]", source="tide-wire")}
    )
    for command in (["build", "--no-search", "--strict"], ["check"]):
        code, _, err = outcome(run(archive, *command))
        assert code == 0
        assert err.startswith("warning: content/people/ada-holm.md: ")


def test_a_broken_template_fails_a_build(archive):
    write(archive, {"templates/home.html": "\n{% if %}"})
    code, out, err = outcome(run(archive, "build", "--no-search"))
    assert (code, out) == (1, "")
    assert err.startswith("error: templates/home.html:2: ")


def test_a_folder_of_somebody_else_fails_a_build(archive):
    write(archive, {"public/mine.txt": ""})
    code, out, err = outcome(run(archive, "build"))
    assert (code, out) == (1, "")
    assert "This was not made by Dateline" in err


def test_a_sound_archive_passes_the_check(archive):
    assert outcome(run(archive, "check")) == (0, "No errors in content.\n", "")
    run(archive, "build", "--no-search")
    assert outcome(run(archive, "check")) == (0, "No errors in content and links.\n", "")
    assert outcome(run(archive, "check", "--no-links")) == (0, "No errors in content.\n", "")


def test_errors_fail_the_check(archive):
    write(archive, {"content/articles/a.md": article("[x](/nowhere/)", people="[bo]"), "content/articles/b.md": ""})
    code, out, err = outcome(run(archive, "check"))
    assert (code, out, len(err.splitlines())) == (1, "2 errors\n", 2)
    run(archive, "build", "--no-search")
    code, out, err = outcome(run(archive, "check"))
    assert (code, out, len(err.splitlines())) == (1, "3 errors\n", 3)


def test_init(tmp_path):
    code, out, err = outcome(run(tmp_path, "init", "mine"))
    assert (code, err) == (0, "")
    assert re.fullmatch(r"mine: \d+ files made\. Next: cd mine && dateline serve\n", out)
    assert outcome(run(tmp_path / "mine", "build", "--strict"))[0] == 0
    assert outcome(run(tmp_path / "mine", "check"))[0] == 0


def test_init_of_a_folder_that_holds_something(tmp_path):
    write(tmp_path, {"mine/a": ""})
    code, out, err = outcome(run(tmp_path, "init", "mine"))
    assert (code, out) == (1, "")
    assert err == f"error: {tmp_path}/mine: It is not an empty folder. Name a new one.\n"


def test_ingest_prints_a_table(archive, tmp_path):
    write(tmp_path, {"raw/a.txt": RAW, "raw/b.txt": RAW})
    code, out, err = outcome(run(archive, "ingest", tmp_path / "raw"))
    assert (code, err) == (0, "")
    lines = [re.sub(r"  +", "  ", line).strip() for line in out.splitlines()]
    assert lines == [
        "page  article  date  source  kept  removed",
        "a.txt  articles/2015/port-workers-reach-a-deal.md  19 May 2015  tide-wire  5  3  new",
        "b.txt  –  –  –  –  –  same",
        "2 pages: 1 new, 1 same",
    ]


def test_ingest_exits_with_1_when_a_page_holds_no_article_or_cannot_be_read(archive, tmp_path):
    write(tmp_path, {"raw/a.txt": RAW, "raw/menu.txt": "Menu\n"})
    code, out, _ = outcome(run(archive, "ingest", tmp_path / "raw"))
    assert code == 1
    assert out.endswith("2 pages: 1 new, 1 no article\n")
    write(tmp_path, {"bad/a.txt": b"", "bad/b.txt": RAW})
    code, out, err = outcome(run(archive, "ingest", tmp_path / "bad", tmp_path / "gone.txt"))
    assert code == 1
    assert len(err.splitlines()) == 2
    assert out.endswith("1 page: 1 unchanged\n")


def test_ingest_shows_no_row_for_what_is_unchanged(archive, tmp_path):
    write(tmp_path, {"raw/a.txt": RAW})
    run(archive, "ingest", tmp_path / "raw")
    write(tmp_path, {"raw/b.txt": RAW.replace("deal", "pact")})
    code, out, _ = outcome(run(archive, "ingest", tmp_path / "raw"))
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["page", "b.txt", "2"]
    assert out.endswith("2 pages: 1 new, 1 unchanged\n")


def test_what_holds_no_article_is_listed_with_the_reason(archive, tmp_path):
    write(tmp_path, {"raw/menu.txt": "Menu\nHome\n"})
    _, out, _ = outcome(run(archive, "ingest", tmp_path / "raw"))
    assert out.splitlines()[1].endswith("no article: no line of it reads as a story")
    code, out, err = outcome(run(archive, "ingest", "--set-aside"))
    assert (code, err) == (0, "")
    listed, counted = out.splitlines()
    assert listed.startswith(f"{tmp_path}/raw/menu.txt: no line of it reads as a story; kept beside content/originals/")
    assert counted == "1 page set aside"


def test_ingest_of_many_kinds_of_pages_with_a_manifest(archive, tmp_path):
    html = "".join(f"<p>{line}</p>" for line in RAW.split("\n\n"))
    write(
        tmp_path,
        {
            "raw/a.html": f"<html><head><title>x</title></head><body>{html}</body></html>",
            "raw/b.jsonl": json.dumps({"title": "From a record", "text": RAW.split("\n\n", 4)[4]}),
            "raw/c.png": b"\x89PNG",
            "m.csv": "file,title,url,source\nraw/a.html,From a manifest,https://x.example/a,L’Écho\nraw/gone.txt,,,\n",
        },
    )
    code, out, err = outcome(run(archive, "ingest", tmp_path / "raw", "--manifest", tmp_path / "m.csv", "--jobs", "2"))
    assert code == 1
    assert err.splitlines() == [
        f"error: {tmp_path}/m.csv:3: raw/gone.txt: There is no such file. Correct or delete the row.",
        f"warning: {tmp_path}/raw: 1 file was passed over whose endings are those of pictures, scripts, styles and the "
        "like. Name a file itself to have it read.",
    ]
    assert out.endswith("2 pages: 2 new\n")
    article = next((archive / "content/articles").rglob("from-a-manifest.md")).read_text()
    assert "source: lecho\nurl: https://x.example/a\n" in article
    assert (archive / "content/sources/lecho.md").read_text() == "---\nname: L’Écho\n---\n"
    assert re.search(r"original: originals/\w\w/\w{16}\.html\n", article)
    assert re.search(
        r"original: .*\.jsonl\n", next((archive / "content/articles").rglob("from-a-record.md")).read_text()
    )
    assert outcome(run(archive, "check"))[0] == 0
    assert outcome(run(archive, "ingest", "--manifest", tmp_path / "m.csv"))[1].endswith("1 page: 1 unchanged\n")


def test_a_dry_run_of_ingest(archive, tmp_path):
    write(tmp_path, {"raw/a.txt": RAW})
    before = read_all(archive)
    code, out, _ = outcome(run(archive, "ingest", "--dry-run", tmp_path / "raw"))
    assert code == 0
    assert out.endswith("Nothing was written. 1 page: 1 new\n")
    assert read_all(archive) == before


def test_ingest_of_a_pattern_and_of_standard_input(archive, tmp_path):
    write(tmp_path, {"raw/a.txt": RAW, "raw/b.html": "x"})
    assert "1 new" in outcome(run(archive, "ingest", "-", given=RAW))[1]
    assert "1 page: 1 unchanged" in outcome(run(archive, "ingest", tmp_path / "raw/*.txt"))[1]


def test_ingest_of_nothing_on_standard_input(archive):
    code, _, err = outcome(run(archive, "ingest", "-", given=b""))
    assert code == 1
    assert err.startswith("error: -: The file is empty.")


def cleaned(result):
    code, out, err = outcome(result)
    assert err == ""
    return code, [json.loads(line) for line in out.splitlines()]


def test_clean_as_json_has_the_documented_fields(archive, tmp_path):
    write(tmp_path, {"a.txt": RAW})
    before = read_all(archive)
    code, (made,) = cleaned(run(archive, "clean", "--json", tmp_path / "a.txt"))
    assert code == 0
    assert made.keys() == FIELDS
    assert made == {
        "id": str(tmp_path / "a.txt"), "title": "Port workers reach a deal", "standfirst": None, "byline": "Ada Holm",
        "authors": ["Ada Holm"], "published": "2015-05-19", "dateline": None, "source": "tide-wire",
        "body": [line for line in RAW.split("\n\n") if line.startswith(("The port", "“We"))], "captions": [],
        "removed": 3,
    }  # fmt: skip
    assert read_all(archive) == before


def test_clean_with_records_tells_of_every_line(archive, tmp_path):
    write(tmp_path, {"a.txt": RAW})
    _, (made,) = cleaned(run(archive, "clean", "--json", "--record", tmp_path / "a.txt"))
    assert made.keys() == FIELDS | {"record", "findings"}
    assert "".join(passage["text"] for passage in made["record"]) == RAW
    assert all(passage.keys() == {"line", "verdict", "reason", "text"} for passage in made["record"])


def test_clean_reads_json_lines(archive):
    lines = [{"id": "one", "text": RAW}, {"id": 2, "text": RAW.replace("deal", "pact")}, {"id": "three", "text": ""}]
    given = "\n\n".join(json.dumps(line) for line in lines)
    code, made = cleaned(run(archive, "clean", "--json", "-", given=given))
    assert code == 0
    assert [page["id"] for page in made] == ["one", "2", "three"]
    assert [page["title"] for page in made][:2] == ["Port workers reach a deal", "Port workers reach a pact"]
    assert made[2]["body"] == []


@pytest.mark.parametrize(
    "line",
    ["nonsense", "[]", "{}", '{"id": "x"}', '{"id": "x", "text": 3}', '{"text": "x"}', "null", "\xff", "[" * 100_000],
)
def test_clean_says_which_line_is_no_page_and_goes_on(archive, line):
    given = line.encode("latin-1") + b"\n" + json.dumps({"id": "fine", "text": RAW}).encode()
    code, out, err = outcome(run(archive, "clean", "--json", "-", given=given))
    assert code == 1
    assert json.loads(out)["id"] == "fine"
    assert err == (
        'error: -:1: This is not a page. Write one JSON object a line: {"id": "…", "text": "…"} '
        'or {"id": "…", "html": "…", "url": "…"}\n'
    )


HTML = (
    "<!doctype html><html><head><title>Port workers reach a deal</title></head><body><nav><a href='/'>Home</a></nav>"
    f"<article><h1>Port workers reach a deal</h1>{''.join(f'<p>{line}</p>' for line in RAW.split(chr(10) * 2)[4:6])}"
    "</article><footer>Subscribe</footer></body></html>"
)


def test_clean_reads_html_as_text(archive, tmp_path):
    write(tmp_path, {"a.html": HTML})
    code, (made,) = cleaned(run(archive, "clean", "--json", "--record", tmp_path / "a.html"))
    assert (code, made["title"]) == (0, "Port workers reach a deal")
    assert made["body"] == RAW.split("\n\n")[4:6]
    assert "<p>" not in "".join(passage["text"] for passage in made["record"])


def test_clean_reads_json_lines_of_html(archive):
    given = json.dumps({"id": 7, "html": HTML, "url": "https://tide.example/2015/05/19/deal"})
    code, (made,) = cleaned(run(archive, "clean", "--json", "-", given=given))
    assert (code, made["id"], made["title"]) == (0, "7", "Port workers reach a deal")
    assert made["body"] == RAW.split("\n\n")[4:6]


def test_clean_says_which_html_shows_nothing(archive):
    code, out, err = outcome(run(archive, "clean", "--json", "-", given=json.dumps({"id": "seven", "html": "<p></p>"})))
    assert (code, out) == (1, "")
    assert err.startswith("error: seven: The page shows no words.")


def test_clean_takes_the_source_that_it_is_told(archive, tmp_path):
    write(tmp_path, {"a.txt": RAW.replace("Tide Wire", "Other Paper")})
    assert cleaned(run(archive, "clean", "--json", tmp_path / "a.txt"))[1][0]["source"] is None
    for name in ("tide-wire", "Tide Wire"):
        _, (made,) = cleaned(run(archive, "clean", "--json", "--source", name, tmp_path / "a.txt"))
        assert made["source"] == "tide-wire"


def test_lines_that_repeat_across_the_pages_given_count(archive, tmp_path):
    other = RAW.replace("port workers", "pilots").replace("eleven", "nine").replace("minister", "mayor")
    write(tmp_path, {"a.txt": RAW, "b.txt": other})

    def why_removed(*names):
        _, (made, *_) = cleaned(run(archive, "clean", "--json", "--record", *(tmp_path / name for name in names)))
        return next(passage["reason"] for passage in made["record"] if "newsletter" in passage["text"])

    assert why_removed("a.txt") == "asks to sign up or log in"
    assert why_removed("a.txt", "b.txt") == "stands on other pages too"


def test_clean_in_colour(archive, tmp_path):
    """On a terminal what is removed is red and struck through; in a pipe nothing is coloured."""
    write(tmp_path, {"a.txt": RAW})
    out = CliRunner().invoke(main, ["-C", str(archive), "clean", str(tmp_path / "a.txt")], color=True).stdout
    assert "\x1b[31m\x1b[9mSubscribe\x1b[0m" in out
    assert "\x1b[32mheadline" in out
    assert "\x1b" not in run(archive, "clean", tmp_path / "a.txt").stdout


def test_clean_of_half_a_surrogate_pair(archive):
    """JSON can say what no encoding can write."""
    given = json.dumps({"id": "x\ud800", "text": RAW.replace("deal", "de\ud800al")})
    _, (made,) = cleaned(run(archive, "clean", "--json", "--record", "-", given=given))
    assert made["id"] == "x\ud800"
    assert "de\ud800al" in made["title"]


def test_clean_works_without_a_site(tmp_path):
    write(tmp_path, {"a.txt": RAW})
    code, (made,) = cleaned(run(tmp_path, "clean", "--json", tmp_path / "a.txt"))
    assert (code, made["source"]) == (0, None)


def test_clean_for_people_shows_every_line_with_words(archive, tmp_path):
    write(tmp_path, {"a.txt": RAW})
    code, out, _ = outcome(run(archive, "clean", tmp_path / "a.txt"))
    assert code == 0
    assert "headline    Port workers reach a deal" in out
    assert "5 lines kept, 3 removed" in out
    assert all(line.strip() in out for line in RAW.splitlines() if "By" not in line)


@pytest.mark.parametrize("data", [b"", bytes(range(256)), b"a\0b"])
def test_clean_of_what_is_no_text(archive, tmp_path, data):
    write(tmp_path, {"a.txt": data})
    code, out, err = outcome(run(archive, "clean", "--json", tmp_path / "a.txt"))
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert err.startswith(f"error: {tmp_path}/a.txt: ")


def test_ingest_again(archive, tmp_path):
    write(tmp_path, {"a.txt": RAW})
    run(archive, "ingest", tmp_path / "a.txt")
    assert outcome(run(archive, "ingest", "--again")) == (0, "1 page cleaned again: 1 unchanged\n", "")
    (path,) = (archive / "content/articles/2015").glob("port*.md")
    path.unlink()
    assert outcome(run(archive, "ingest", "--again")) == (0, "1 page cleaned again: 1 taken out\n", "")


@pytest.fixture
def newer(archive, tmp_path, monkeypatch):
    """An archive with one article that a person edited, and a cleaner that names another author."""
    write(tmp_path, {"a.txt": RAW})
    run(archive, "ingest", tmp_path / "a.txt")
    real = again.clean_page

    def clean(page, **known):
        made = real(page, **known)
        return replace(made, article=value.replace(made.article, byline="Bo Lind", standfirst="Eleven days."))

    monkeypatch.setattr(again, "clean_page", clean)
    (path,) = (archive / "content/articles/2015").glob("port*.md")
    return path


def test_ingest_again_tells_what_changes(archive, newer):
    before = read_all(archive)
    code, out, err = outcome(run(archive, "ingest", "--again", "--dry-run"))
    name = newer.relative_to(archive).as_posix()
    assert (code, err) == (0, "")
    assert out.startswith(f"updated   {name}\n--- articles/2015/port")
    assert "\n-byline: Ada Holm\n" in out
    assert "\n+byline: Bo Lind\n" in out
    assert out.endswith("Nothing was written. 1 page cleaned again: 1 updated\n")
    assert read_all(archive) == before
    assert outcome(run(archive, "ingest", "--again")) == (
        0, f"updated   {name}\n1 page cleaned again: 1 updated\n", "",
    )  # fmt: skip
    assert outcome(run(archive, "ingest", "--again")) == (0, "1 page cleaned again: 1 unchanged\n", "")


def test_ingest_again_lists_conflicts_and_fails(archive, newer):
    newer.write_text(newer.read_text().replace("byline: Ada Holm", "byline: Ada M. Holm"))
    name = newer.relative_to(archive).as_posix()
    code, out, err = outcome(run(archive, "ingest", "--again"))
    assert (code, out) == (1, f"conflict  {name}\n1 page cleaned again: 1 conflict\n")
    assert err == (
        f'warning: {name}: byline: The cleaner would now write "Bo Lind"; "Ada M. Holm", as a person has it, stays. '
        "Correct it by hand if the cleaner is right.\n"
    )
    assert outcome(run(archive, "ingest", "--again")) == (0, "1 page cleaned again: 1 unchanged\n", "")


def test_ingest_again_says_what_cannot_be_cleaned_and_fails(archive, newer):
    (path,) = (archive / "content/originals").glob("*/*.txt")
    path.unlink()
    code, out, err = outcome(run(archive, "ingest", "--again"))
    assert (code, out) == (1, "0 pages cleaned again: nothing to do\n")
    assert err.startswith("error: content/articles/2015/port")
    assert "The original of this article is not there." in err


@pytest.mark.parametrize("arguments", [["x.txt"], ["--manifest", "x.csv"]])
def test_ingest_again_takes_no_pages(archive, arguments):
    code, _, err = outcome(run(archive, "ingest", "--again", *arguments))
    assert code == 2
    assert "--again takes no PATH and no --manifest" in err
