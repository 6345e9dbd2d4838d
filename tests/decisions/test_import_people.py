"""People from tables: who is added, who is added to, and which rows are left out."""

import json

import pytest
from archives import make_archive, read_all, said, write

from generator.content import read_library
from generator.decisions.import_people import import_people
from generator.errors import IntakeError

ADA = "---\nname: Ada Holm # the mayor\nidentifiers: {wikidata: Q1}\nborn: 1961-04-02\nverified: false\n---\nA mayor.\n"
HEAD = "id,name,variants,offices,wikidata,viaf,born,note\n"


@pytest.fixture
def archive(tmp_path):
    return make_archive(tmp_path / "site", {"content/people/ada-holm.md": ADA})


def bring(archive, text, **options):
    file = archive.root.parent / "table"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_people(archive, file, **options)


def people(archive):
    return read_library(archive.content).authority.people


def test_a_new_person_from_csv(archive):
    imported = bring(
        archive, HEAD + ',Bo Lind,"Bosse Lind; B. Lind",Mayor|Port Holm|2010|2014; Envoy,Q2,7,1950,A mayor.\n'
    )
    assert (imported.added, imported.changed, imported.problems) == (("bo-lind",), (), ())
    assert (archive.content / "people/bo-lind.md").read_text() == (
        "---\nname: Bo Lind\nvariants: [Bosse Lind, B. Lind]\noffices:\n"
        "- {title: Mayor, organisation: Port Holm, from: '2010', to: '2014'}\n- {title: Envoy}\n"
        "identifiers: {wikidata: Q2, viaf: '7'}\nborn: '1950'\n---\nA mayor.\n"
    )


@pytest.mark.parametrize("who", [{"id": "ada-holm"}, {"wikidata": "Q1"}, {"identifiers": {"wikidata": "Q1"}}])
def test_a_record_is_found_by_id_or_identifier_and_added_to(archive, who):
    """What it says stays, in its own way of writing."""
    row = {**who, "name": "Ada M. Holm", "viaf": 7, "offices": [{"title": "Mayor", "from": 2010}]}
    imported = bring(archive, json.dumps(row) + "\n")
    assert (imported.added, imported.changed, imported.problems) == ((), ("ada-holm",), ())
    assert (archive.content / "people/ada-holm.md").read_text() == (
        "---\nname: Ada Holm # the mayor\nvariants: [Ada M. Holm]\noffices:\n- {title: Mayor, from: '2010'}\n"
        "identifiers: {wikidata: Q1, viaf: '7'}\nborn: 1961-04-02\nverified: false\n---\nA mayor.\n"
    )


def test_importing_twice_changes_nothing(archive):
    text = HEAD + "ada-holm,Ada Holm,A. Holm,Mayor||2010,Q1,7,1961,A mayor.\n,Bo Lind,,,,,,\n"
    bring(archive, text)
    before = read_all(archive.content)
    imported = bring(archive, text.replace("\n,Bo", "\nbo-lind,Bo"))
    assert (imported.added, imported.changed, imported.problems) == ((), (), ())
    assert read_all(archive.content) == before


def test_a_dry_run_shows_the_lines_and_writes_nothing(archive):
    before = read_all(archive.content)
    imported = bring(archive, HEAD + "ada-holm,,A. Holm,,,,,\n", dry_run=True)
    assert imported.done.diff == (
        "--- people/ada-holm.md\n+++ people/ada-holm.md\n@@ -2,2 +2,3 @@\n name: Ada Holm # the mayor\n"
        "+variants: [A. Holm]\n identifiers: {wikidata: Q1}\n"
    )
    assert read_all(archive.content) == before


@pytest.mark.parametrize(
    ("row", "what"),
    [(",,x,,,,,", ":2: name: It is missing. Add a line: name: …"),
     ("Bo/Lind,Bo Lind,,,,,,", ':2: "Bo/Lind" cannot stand in an address. Take: bo-lind'),
     (",Ada Holm,,,,,,", ':2: "Ada Holm" is a name of people/ada-holm.md. '
      "Give the row the id ada-holm to add to it, or another id for somebody else."),
     ("ada-holm,,,,Q2,,,", ":2: It contradicts people/ada-holm.md: ada-holm is wikidata Q1, this row is wikidata Q2. "
      "Correct one of the two; the row was left out."),
     ("ada-holm,,,,,,1950,", ":2: It contradicts people/ada-holm.md: ada-holm born 2 April 1961, this row born 1950. "
      "Correct one of the two; the row was left out.")],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_left_out_and_said(archive, row, what):
    """The others are brought in."""
    imported = bring(archive, HEAD + row + "\n,Carl Ek,,,,,,\n")
    assert [problem.removeprefix(str(archive.root.parent / "table")) for problem in said(imported.problems)] == [what]
    assert imported.added == ("carl-ek",)
    assert (archive.content / "people/ada-holm.md").read_text() == ADA


def test_a_record_that_cannot_be_read_is_not_written_over(archive):
    write(archive.content, {"people/bo-lind.md": "---\nborn: 1950\n---\n"})
    imported = bring(archive, HEAD + "bo-lind,Bo Lind,,,,,,\n,Carl Ek,,,,,,\n")
    assert said(imported.problems) == ["content/people/bo-lind.md: This record cannot be read. See: dateline check"]
    assert imported.added == ("carl-ek",)
    assert (archive.content / "people/bo-lind.md").read_text() == "---\nborn: 1950\n---\n"


def test_a_row_with_a_bad_date_costs_the_date(archive):
    imported = bring(archive, HEAD + ",Bo Lind,,,,,May,\n")
    assert ':2: born: "May" is not an EDTF date' in said(imported.problems)[0]
    assert people(archive)["bo-lind"].born is None


def test_identifiers_of_two_records(archive):
    write(archive.content, {"people/eva.md": "---\nname: Eva\nidentifiers: {viaf: '7'}\n---\n"})
    imported = bring(archive, HEAD + ",,,,Q1,7,,\n")
    assert said(imported.problems)[0].endswith(
        ":2: Several records have its identifiers: ada-holm, eva. Merge them: dateline people merge ada-holm eva"
    )


def test_unknown_columns_are_said_once(archive):
    text = '{"name": "Bo Lind", "count": 3}\n{"name": "Carl Ek", "count": 4, "varients": []}\n'
    imported = bring(archive, text)
    assert [problem.partition(":")[2] for problem in said(imported.problems)] == [
        "1: count: There is no such column; it was left out. "
        "Columns here: id, name, variants, offices, wikidata, viaf, isni, born, died, note.",
        '2: varients: There is no such column; it was left out. Did you mean "variants"?',
    ]
    assert imported.added == ("bo-lind", "carl-ek")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_spreadsheets_have_other_delimiters_and_a_byte_order_mark(archive, delimiter):
    text = f"\ufeffName{delimiter}Viaf\nBo Lind{delimiter}7\n"
    assert bring(archive, text).added == ("bo-lind",)
    assert people(archive)["bo-lind"].identifiers == {"viaf": "7"}


def test_a_line_that_is_no_object(archive):
    imported = bring(archive, '{"name": "Bo Lind"}\n[1]\n{"na\n')
    assert [problem.partition(":")[2] for problem in said(imported.problems)] == [
        '2: This is not a JSON object. Write one a line: {"name": "Ada Holm"}',
        '3: This is not a JSON object. Write one a line: {"name": "Ada Holm"}',
    ]


@pytest.mark.parametrize("data", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read(archive, data):
    with pytest.raises(IntakeError):
        if data:
            bring(archive, data)
        else:
            import_people(archive, archive.root / "nowhere.csv")
