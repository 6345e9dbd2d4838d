"""``dateline topics``: what its commands say, do and take back."""

import json

import pytest
from archives import article, make_archive, read_all
from click.testing import CliRunner

from generator.cli import main
from generator.ingest import ingest
from generator.intake import find_pages
from generator.site import load_site

FILES = {
    "content/topics/labour.md": "---\nname: Labour\n---\n",
    "content/topics/strike.md": "---\nname: The port strike\nterms: [walkout]\nbroader: [labour]\n---\nNine days.\n",
    "content/topics/walkouts.md": "---\nname: Walkouts\nrelated: [strike]\nidentifiers: {iptc: '20000531'}\n---\n",
    "content/articles/2015/deal.md": article(topics="[walkouts, labour]", published="2015-05-19"),
    "content/articles/2016/ferry.md": article("A walkout ended.", title="Ferry", published="2016"),
}


@pytest.fixture
def archive(tmp_path):
    return make_archive(tmp_path, FILES)


def run(archive, *arguments, given=None):
    result = CliRunner().invoke(main, ["-C", str(archive.root), "topics", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def text(archive, path):
    return (archive.content / path).read_text()


def test_all_topics(archive):
    table = (
        "id        name             articles  first  last  state  broader\n"
        "labour    Labour                  1   2015  2015\n"
        "strike    The port strike         1   2016  2016         labour\n"
        "walkouts  Walkouts                1   2015  2015\n"
        "3 topics\n"
    )
    assert run(archive) == (0, table, "")
    assert run(archive, "list") == (0, table, "")
    code, out, _ = run(archive, "list", "--json", "--search", "WALK")
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["strike", "walkouts"]


def test_a_topic_with_its_reasons(archive):
    assert run(archive, "show", "the PORT strike")[1] == (
        "The port strike (strike)\n  terms:        walkout\n  wider:        labour\n\nNine days.\n\n"
        '  articles/2016/ferry.md  "walkout" in the text\n1 article\n'
    )
    shown = json.loads(run(archive, "show", "labour", "--json")[1])
    assert shown["narrower"] == ["strike"]
    assert shown["articles"] == [{"path": "articles/2015/deal.md", "reason": "decided by a person"}]
    assert run(archive, "show", "strik") == (
        1,
        "",
        'error: content/topics: There is no topic "strik". Did you mean "strike"?\n',
    )


def test_merge_joins_records_and_lists_and_is_undone(archive):
    before = read_all(archive.content)
    assert run(archive, "merge", "strike", "Walkouts")[1] == "walkouts is strike now: 2 records, 1 article changed\n"
    assert text(archive, "topics/strike.md") == (
        "---\nname: The port strike\nvariants: [Walkouts]\nterms: [walkout]\nbroader: [labour]\n"
        "identifiers: {iptc: '20000531'}\naliases: [walkouts]\n---\nNine days.\n"
    )
    assert "topics: [strike, labour]" in text(archive, "articles/2015/deal.md")
    assert not (archive.content / "topics/walkouts.md").exists()
    assert run(archive, "undo")[1] == "merge undone: strike, walkouts: 2 records, 1 article changed\n"
    assert read_all(archive.content) == before


def test_rename_leads_on(archive):
    assert run(archive, "rename", "labour", "Work", "--id", "work")[1] == "work renamed: 3 records, 1 article changed\n"
    assert text(archive, "topics/work.md") == "---\nname: Work\nvariants: [Labour]\naliases: [labour]\n---\n"
    assert "broader: [work]" in text(archive, "topics/strike.md")
    assert "topics: [walkouts, work]" in text(archive, "articles/2015/deal.md")
    assert run(archive, "rename", "strike", "--id", "labour")[2] == (
        'error: content/topics/work.md: It has the id "labour", or had it before. Take another.\n'
    )


def test_hidden_topics_leave_the_lists_and_come_back(archive):
    before = read_all(archive.content)
    run(archive, "hide", "walkouts")
    assert "topics: [labour]" in text(archive, "articles/2015/deal.md")
    assert run(archive, "list", "--hidden")[1].splitlines()[1].split() == ["walkouts", "Walkouts", "0", "hidden"]
    assert run(archive, "unhide", "walkouts")[0] == 0
    assert read_all(archive.content) == before


def test_retag_shows_the_difference_and_writes_when_told(archive):
    deal = archive.content / "articles/2015/deal.md"
    deal.write_text(article("The striker scored in the cup final at the stadium."))
    code, out, _ = run(archive, "retag", "deal")
    assert code == 0
    assert "+subjects: ['medtop:15000000']" in out
    assert out.endswith("1 article would change\n")
    assert "subjects" not in deal.read_text()
    assert run(archive, "retag", "--yes", "articles/2015/deal.md")[1].endswith(
        "subjects written: 0 records, 1 article changed\n"
    )
    assert "subjects: ['medtop:15000000']" in deal.read_text()
    run(archive, "undo")
    assert "subjects" not in deal.read_text()


def test_retag_leaves_what_a_person_wrote(archive):
    deal = archive.content / "articles/2015/deal.md"
    deal.write_text(article("The striker scored in the cup final.", subjects="[medtop:12000000]"))
    _, out, _ = run(archive, "retag", "deal", "--yes")
    assert out == "Nothing to do.\n1 article left with the subjects that a person decided\n"


def test_subjects_that_ingest_suggested_follow_and_those_a_person_took_out_do_not(archive, tmp_path):
    page = tmp_path / "match.txt"
    page.write_text("Striker wins cup final\n\n" + "The striker scored for the club in the final at the stadium. " * 8)
    list(ingest(load_site(archive.root), find_pages([page])))
    (path,) = (archive.content / "articles").rglob("striker*.md")
    assert "subjects: ['medtop:" in path.read_text()
    suggested = next(line for line in path.read_text().splitlines() if line.startswith("subjects"))
    path.write_text(path.read_text().replace("Striker wins cup final", "Bishops pray").replace("striker", "bishop"))
    path.write_text(path.read_text().replace("club", "parish").replace("stadium", "cathedral").replace("final", "mass"))
    run(archive, "retag", "--yes", path.stem)
    follows = next(line for line in path.read_text().splitlines() if line.startswith("subjects"))
    assert follows != suggested
    path.write_text(path.read_text().replace(follows + "\n", ""))
    assert run(archive, "retag", "--yes", path.stem)[1].startswith("Nothing to do.")


def test_nothing_to_undo(archive):
    assert run(archive, "undo") == (0, "There is nothing to undo.\n", "")


SENTENCES = [
    "The Arctic Council met in Tromsø to speak of the fishing quota.",
    "A day later the Arctic Council cut the fishing quota.",
    "Fishermen asked the Arctic Council to raise the fishing quota.",
]


@pytest.fixture
def northern(tmp_path):
    return make_archive(
        tmp_path,
        {
            "content/sources/wire.md": "---\nname: Wire\n---\n",
            "content/sources/post.md": "---\nname: Post\n---\n",
            **{
                f"content/articles/{n}.md": article(sentence, source="wire" if n else "post")
                for n, sentence in enumerate(SENTENCES)
            },
        },
    )


def test_suggestions_are_what_stands_in_several_articles_and_sources(northern):
    _, out, _ = run(northern, "suggest", "--json")
    found = {each["name"]: each for each in map(json.loads, out.splitlines())}
    assert list(found) == ["fishing quota", "Arctic Council"]
    assert (found["Arctic Council"]["articles"], found["Arctic Council"]["sources"]) == (3, 2)
    assert found["fishing quota"]["examples"][1] == {"path": "articles/1.md", "sentence": SENTENCES[1]}
    assert not (northern.content / "topics").exists()


def test_suggestions_are_decided_by_a_keystroke(northern, monkeypatch):
    keys = iter("xha")
    monkeypatch.setattr("generator.cli.topics_suggest.is_terminal", lambda: True)
    monkeypatch.setattr("click.getchar", lambda: next(keys))
    assert run(northern, "suggest")[1].endswith("2 decisions written\n")
    assert text(northern, "topics/arctic-council.md") == "---\nname: Arctic Council\n---\n"
    assert text(northern, "topics/fishing-quota.md") == "---\nname: fishing quota\nhidden: true\n---\n"
    assert run(northern, "suggest", "--json")[1] == ""
