"""The diary of a build, and what is told of it."""

import json

from click.testing import CliRunner

from generator.cli import main
from generator.diary import Diary
from generator.rebuild import rebuild


def test_a_diary_tells_how_far_a_stage_is():
    told = []
    diary = Diary(lambda *words: told.append(words))
    diary.turn_to("reading", 3)
    diary.advance(2)
    diary.advance(2)
    diary.turn_to("writing")
    stages = diary.close()
    assert told == [("reading", 0, 3), ("reading", 2, 3), ("reading", 3, 3), ("writing", 0, 0)]
    assert [stage.name for stage in stages] == ["reading", "writing"]
    assert all(stage.seconds >= 0 and stage.peak_memory > 1 for stage in stages)


def test_a_build_keeps_a_diary(archive):
    told = set()
    report = rebuild(archive, search=False, diary=Diary(lambda stage, *_: told.add(stage)))
    assert [stage.name for stage in report.stages] == [
        "reading records",
        "reading articles",
        "compiling the catalog",
        "making pages",
        "indexing for search",
        "publishing",
    ]
    assert told == {stage.name for stage in report.stages}
    assert {cost.name for cost in report.templates} >= {"article.html", "home.html", "person.html"}
    assert 0 < len(report.slowest_pages) <= 10


def test_the_report_of_a_build_as_json(archive):
    (archive.content / "articles/2018/bad.md").write_text("No front matter\n")
    told = CliRunner().invoke(main, ["-C", str(archive.root), "build", "--no-search", "--json"])
    report = json.loads(told.stdout)
    assert report["published"]["written"] > 50
    assert report["articles"] == 9
    assert [problem["path"] for problem in report["problems"]] == ["content/articles/2018/bad.md"]
    assert report["problems"][0]["severity"] == "error"
    again = json.loads(CliRunner().invoke(main, ["-C", str(archive.root), "build", "--no-search", "--json"]).stdout)
    assert again["published"] == {
        "written": 0,
        "unchanged": report["published"]["written"],
        "removed": 0,
        "indexing": 0,
    }
    assert again["stages"] == [] or again["problems"] == report["problems"]
