"""``dateline people match`` and ``resolve``."""

import json
from typing import Any

from click.testing import CliRunner, Result

from generator.cli import main


def run(*args: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["people", *args], input=given)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_pairs_are_scored(tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_text(
        "\ufeffid,name_a,name_b,note\n7,Jan Holm,JAN HOLM,x\n8,Jan Holm,Anna Berg,\n9,,Jan Holm,\n", "utf-8"
    )
    result = run("match", "--pairs", str(file))
    assert result.stdout == "id,score\n7,1.0000\n8,0.0000\n9,0.0000\n"
    assert result.exit_code == 0


def test_a_file_without_its_columns(tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_text("id,name_a\n1,Jan Holm\n")
    result = run("match", "--pairs", str(file))
    assert result.exit_code == 1
    assert result.stderr == f"error: {file}:1: There is no column name_b. Begin the file with: id,name_a,name_b\n"


def test_a_file_that_is_no_text(tmp_path):
    file = tmp_path / "pairs.csv"
    file.write_bytes(b"id,name_a,name_b\n1,\xff\xfe,x\n")
    result = run("match", "--pairs", str(file))
    assert result.exit_code == 1
    assert "Save it as CSV in UTF-8." in result.stderr


GIVEN = (
    '{"id": "a", "persons": [{"name": "Sergey Vershinin", "aliases": ["Vershinin"], "roles": []}]}\n'
    '{"id": "b", "persons": [{"name": "Sergej Werschinin"}, {"name": "Berg"}]}\n'
    '{"id": "c", "persons": [{"name": "Bob Berg"}]}\n{"id": "d", "persons": [{"name": "Robert Berg"}]}\n'
)


def test_people_of_many_texts_are_resolved():
    result = run("resolve", "-", given=GIVEN)
    assert result.exit_code == 0
    people = {person["name"]: [(e["id"], e["name"]) for e in person["entries"]] for person in lines(result)}
    assert people == {
        "Bob Berg": [("c", "Bob Berg")],
        "Robert Berg": [("d", "Robert Berg")],
        "Sergey Vershinin": [("a", "Sergey Vershinin"), ("b", "Sergej Werschinin")],
        None: [("b", "Berg")],
    }
    assert lines(result)[-1]["entries"][0]["reason"] == "fits Bob Berg and Robert Berg"


def test_who_is_possibly_the_same_is_printed_on_request():
    assert lines(run("resolve", "--possible", "-", given=GIVEN))[-1] == {
        "possibly_same": ["Bob Berg", "Robert Berg"],
        "confidence": 0.89,
        "reason": "a form of a given name",
    }


def test_a_line_that_holds_no_people_is_said_and_left_out():
    result = run(
        "resolve",
        "-",
        given='{"id": "a"}\n\n{"persons": [{"name": 1}]}\n{"id": "c", "persons": [{"name": "Jan Holm"}]}\n',
    )
    assert result.exit_code == 1
    assert [person["name"] for person in lines(result)] == ["Jan Holm"]
    assert result.stderr.splitlines() == [
        f"error: -:{number}: These are not the people of a text. "
        'Write one JSON object a line: {"id": "…", "persons": [{"name": "…", "roles": []}]}'
        for number in (1, 3)
    ]
