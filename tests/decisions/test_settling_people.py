"""Decisions about who is who: what each does to the files, and that all of it can be taken back."""

import pytest
from archives import article, make_archive, quick, read_all, said, write
from hypothesis import given
from hypothesis import strategies as st

from generator.again import Change, clean_again
from generator.check import check
from generator.content import put_file, read_library
from generator.decisions import drafts
from generator.decisions.people import Decisions, State, read_roster
from generator.errors import ContentError
from generator.ingest import Outcome, ingest
from generator.intake import find_pages

ADA = """---
name: Ada Holm
variants: [A. Holm]   # as the Harbour Times has it
offices:
  - {title: Mayor, organisation: Port Holm, from: 2010, to: 2014}
identifiers: {wikidata: Q1}
verified: false
---
A mayor.
"""
LIST = """---
title: The ferry sails
people: [bo-lind, ada-holm-lund]  # from the list of passengers
published: 2015-05-19
---
It sailed.
"""
FILES = {
    "content/people/ada-holm.md": ADA,
    "content/people/ministers/ada-holm-lund.md": (
        "---\nname: Ada Holm-Lund\nvariants: [Minister Holm]\noffices:\n- {title: Minister, from: 2015}\n"
        "identifiers: {viaf: '7'}\nborn: 1961\naliases: [ada-lund]\n---\nA minister.\n"
    ),
    "content/people/bo-lind.md": "---\nname: Bo Lind\ndistinct: [ada-holm-lund]\n---\n",
    "content/articles/2015/ferry.md": LIST,
    "content/articles/2015/deal.md": article("A deal.", people="\n  - ada-lund\n  - ada-holm   # both are meant"),
    "content/articles/2015/hall.md": article("Mr Carl Ek, the mayor of Port Holm, spoke to Carl Ek the younger."),
    "content/articles/2015/pier.md": article("Mr Carl Ek, the mayor of Port Holm, said that the pier would stay."),
    "content/articles/2015/quay.md": article("“The quay is safe,” said Dr. Dora Falk, who heads the harbour office."),
}


@pytest.fixture
def archive(tmp_path):
    return make_archive(tmp_path, FILES)


def content(site):
    """Every file of the content, as text."""
    return {path: data.decode() for path, data in read_all(site.content).items()}


def changed(before, site):
    """The files that are no longer as they were, journal aside; None for those that are gone."""
    now = {path: text for path, text in content(site).items() if "/.journal/" not in path}
    return {path: now.get(path) for path in before.keys() | now.keys() if before.get(path) != now.get(path)}


def people(site):
    return read_library(site.content).authority.people


def test_a_merge_joins_what_both_records_say(archive):
    Decisions(archive).merge("ada-holm", "ada-holm-lund")
    ada = people(archive)["ada-holm"]
    assert (ada.name, ada.variants) == ("Ada Holm", ("A. Holm", "Ada Holm-Lund", "Minister Holm"))
    assert [office.title for office in ada.offices] == ["Mayor", "Minister"]
    assert ada.identifiers == {"wikidata": "Q1", "viaf": "7"}
    assert (ada.born.edtf, ada.aliases, ada.verified) == ("1961", ("ada-holm-lund", "ada-lund"), True)
    assert ada.note == "A mayor.\n\nA minister."


def test_a_merge_changes_no_more_than_it_must(archive):
    before = content(archive)
    done = Decisions(archive).merge("ada-holm", "ada-holm-lund")
    assert changed(before, archive) == {
        "people/ada-holm.md": (
            "---\nname: Ada Holm\nvariants: [A. Holm, Ada Holm-Lund, Minister Holm]   # as the Harbour Times has it\n"
            "offices:\n  - {title: Mayor, organisation: Port Holm, from: 2010, to: 2014}\n"
            "  - {title: Minister, from: '2015'}\nidentifiers: {wikidata: Q1, viaf: '7'}\nborn: '1961'\n"
            "aliases: [ada-holm-lund, ada-lund]\n---\nA mayor.\n\nA minister.\n"
        ),
        "people/ministers/ada-holm-lund.md": None,
        "people/bo-lind.md": "---\nname: Bo Lind\ndistinct: [ada-holm]\n---\n",
        "articles/2015/ferry.md": LIST.replace("ada-holm-lund]", "ada-holm]"),
        "articles/2015/deal.md": FILES["content/articles/2015/deal.md"].replace("  - ada-lund\n", ""),
    }
    assert (len(done.records), len(done.articles)) == (3, 2)
    assert said(check(archive)) == []


@pytest.mark.parametrize("way", ["split", "articles", "undo"])
def test_a_merge_is_taken_back_byte_for_byte(archive, way):
    before = read_all(archive.content)
    decisions = Decisions(archive)
    done = decisions.merge("ada-holm", "ada-holm-lund")
    assert read_all(archive.content) != before
    if way == "split":
        decisions.unmerge("ada-holm", "ada-holm-lund")
    elif way == "articles":
        decisions.split("ada-holm", [f"content/{path}" for path in done.articles])
    else:
        decisions.undo()
    assert read_all(archive.content) == before


def test_what_was_edited_since_stays_when_a_merge_is_taken_back(archive):
    before = content(archive)
    Decisions(archive).merge("ada-holm", "ada-holm-lund")
    for path in ("articles/2015/ferry.md", "people/ada-holm.md"):
        file = archive.content / path
        file.write_text(file.read_text().replace("sailed.", "sailed again.").replace("A mayor.", "The mayor."))
    Decisions(archive).unmerge("ada-holm", "ada-holm-lund")
    assert changed(before, archive) == {
        "articles/2015/ferry.md": LIST.replace("sailed.", "sailed again."),
        "people/ada-holm.md": ADA.replace("A mayor.", "The mayor."),
    }


def test_a_merge_that_was_edited_away_is_not_taken_back(archive):
    Decisions(archive).merge("ada-holm", "ada-holm-lund")
    write(archive.content, {"articles/2015/ferry.md": LIST.replace("[bo-lind, ada-holm-lund]", "[carl-ek]")})
    before = read_all(archive.content)
    with pytest.raises(ContentError) as caught:
        Decisions(archive).unmerge("ada-holm", "ada-holm-lund")
    assert said(caught.value.problems) == [
        "content/articles/2015/ferry.md: It was edited in the same place since, so that the merge cannot be undone. "
        "Nothing was written. Undo what was done later first, or correct the files by hand."
    ]
    assert read_all(archive.content) == before


listed = st.lists(st.sampled_from(["ada-holm", "ada-holm-lund", "ada-lund", "bo-lind", "Bo Lind"]), unique=True)


@quick
@given(st.lists(listed, max_size=4), st.sampled_from(["flow", "block"]), st.sampled_from(["\n", "\r\n"]))
def test_any_merge_is_taken_back_byte_for_byte(tmp_path_factory, lists, style, newline):
    """However articles list people, and whatever line ends they have."""
    site = make_archive(tmp_path_factory.mktemp("site"), {k: v for k, v in FILES.items() if "/people/" in k})
    for number, names in enumerate(lists):
        flow = f"[{', '.join(names)}] # so"
        value = flow if style == "flow" or not names else "".join(f"\n- {name} # as told" for name in names)
        write(site.content, {f"articles/{number}.md": article(people=value).replace("\n", newline).encode()})
    before = read_all(site.content)
    Decisions(site).merge("ada-holm", "ada-holm-lund")
    assert not any(b"ada-holm-lund" in data for path, data in read_all(site.content).items() if path[:2] == "ar")
    Decisions(site).unmerge("ada-holm", "ada-holm-lund")
    assert read_all(site.content) == before


@pytest.mark.parametrize(
    ("record", "why"),
    [("born: 1950", "ada-holm born 2 April 1961, eva born 1950"),
     ("died: 2012", "ada-holm held Mayor (Port Holm) to 2014, eva died 2012"),
     ("identifiers: {wikidata: Q2}", "ada-holm is wikidata Q1, eva is wikidata Q2"),
     ("offices: [{title: mayor, organisation: Port Holm, from: 2011}]",
      "Mayor (Port Holm) from 2010 says ada-holm, from 2011 says eva")],
)  # fmt: skip
def test_records_that_contradict_each_other_are_not_merged(archive, record, why):
    write(archive.content, {"people/eva.md": f"---\nname: Eva Holm\n{record}\n---\n"})
    write(archive.content, {"people/ada-holm.md": ADA.replace("verified: false", "born: 1961-04-02")})
    before = read_all(archive.content)
    with pytest.raises(ContentError) as caught:
        Decisions(archive).merge("ada-holm", "eva")
    assert said(caught.value.problems) == [
        f'content/people/ada-holm.md: "eva" may be somebody else: {why}. '
        'Correct the records, or add --force: what "ada-holm" says then stands.'
    ]
    assert read_all(archive.content) == before
    Decisions(archive).merge("ada-holm", "eva", force=True)
    ada = people(archive)["ada-holm"]
    assert (ada.born.edtf, ada.identifiers) == ("1961-04-02", {"wikidata": "Q1"})


def test_somebody_without_a_record_is_merged_by_name_or_id(archive):
    """A name that a machine has found leads to the record from then on, and so does its page, where it had one."""
    roster = read_roster(archive)
    assert (roster.entries["carl-ek"].state, roster.entries["Dora Falk"].state) == (State.FOUND, State.NAME)
    Decisions(archive).merge("ada-holm", "carl-ek")
    Decisions(archive).merge("ada-holm", "Dora Falk")
    ada = people(archive)["ada-holm"]
    assert ada.variants == ("A. Holm", "Carl Ek", "Dora Falk")
    assert ada.aliases == ("carl-ek",)
    assert set(read_roster(archive).entries["ada-holm"].articles) == {"deal", "hall", "pier", "quay"}


def test_a_name_is_not_taken_for_a_record_whose_id_is_like_it(archive):
    write(archive.content, {"people/dora-falk.md": "---\nname: Theodora Falk-Strand\n---\n"})
    Decisions(archive).hide(["Dora Falk"])
    assert people(archive)["dora-falk-2"].hidden
    assert not people(archive)["dora-falk"].hidden
    Decisions(archive).undo()
    Decisions(archive).merge("ada-holm", "Dora Falk")
    assert people(archive)["dora-falk"].name == "Theodora Falk-Strand"
    Decisions(archive).unmerge("ada-holm", "Dora Falk")
    assert people(archive)["ada-holm"].variants == ("A. Holm",)


def test_the_articles_of_a_name_that_was_merged_take_the_merge_back(archive):
    before = read_all(archive.content)
    Decisions(archive).merge("ada-holm", "carl-ek")
    Decisions(archive).split("ada-holm", ["hall", "articles/2015/pier.md"])
    assert read_all(archive.content) == before


def test_a_split_makes_a_record_for_the_person_of_some_articles(archive):
    before = content(archive)
    done = Decisions(archive).split("carl-ek", ["hall"])
    assert done.ids == ("carl-ek", "carl-ek-2")
    files = changed(before, archive)
    assert files["people/carl-ek-2.md"] == "---\nname: Carl Ek\ndistinct: [carl-ek]\n---\n"
    assert files["articles/2015/hall.md"] == FILES["content/articles/2015/hall.md"].replace(
        "title: A title\n", "title: A title\npeople: [carl-ek-2]\n"
    )
    roster = read_roster(archive)
    assert (roster.entries["carl-ek"].articles, roster.entries["carl-ek-2"].articles) == (("pier",), ("hall",))
    assert said(check(archive)) == []
    Decisions(archive).undo()
    assert content(archive) == before


def test_a_split_of_articles_that_list_the_person(archive):
    before = content(archive)
    Decisions(archive).split("bo-lind", ["ferry"], name="Bo Lind (engineer)", id_="bo-the-engineer")
    assert changed(before, archive) == {
        "people/bo-the-engineer.md": "---\nname: Bo Lind (engineer)\ndistinct: [bo-lind]\n---\n",
        "articles/2015/ferry.md": LIST.replace("[bo-lind,", "[bo-the-engineer,"),
    }


def test_a_variant_goes_with_the_person_whose_name_it_is(archive):
    write(archive.content, {"articles/2015/hall.md": article("Mr A. Holm, the mayor of Port Holm, spoke.")})
    Decisions(archive).split("ada-holm", ["deal"], name="A. Holm")
    ada, other = people(archive)["ada-holm"], people(archive)["a-holm"]
    assert (ada.variants, other.name, other.distinct) == ((), "A. Holm", ("ada-holm",))
    assert read_roster(archive).entries["a-holm"].articles == ("deal", "hall")


def test_an_article_that_does_not_name_the_person_is_not_split_off(archive):
    with pytest.raises(ContentError, match=r'content/articles/2015/pier\.md: It does not name "bo-lind"\.'):
        Decisions(archive).split("bo-lind", ["pier"])


def test_a_new_name(archive):
    before = content(archive)
    Decisions(archive).rename("bo-lind", name="Bosse Lind")
    assert changed(before, archive) == {
        "people/bo-lind.md": "---\nname: Bosse Lind\nvariants: [Bo Lind]\ndistinct: [ada-holm-lund]\n---\n"
    }
    Decisions(archive).rename("bo-lind", name="Bo Lind")
    assert people(archive)["bo-lind"].variants == ("Bosse Lind",)


def test_a_new_id(archive):
    before = content(archive)
    Decisions(archive).rename("ada-lund", id_="ada-lund")
    assert changed(before, archive) == {
        "people/ministers/ada-holm-lund.md": None,
        "people/ministers/ada-lund.md": before["people/ministers/ada-holm-lund.md"].replace(
            "aliases: [ada-lund]", "aliases: [ada-holm-lund]"
        ),
        "people/bo-lind.md": "---\nname: Bo Lind\ndistinct: [ada-lund]\n---\n",
        "articles/2015/ferry.md": LIST.replace("ada-holm-lund]", "ada-lund]"),
    }
    Decisions(archive).rename("ada-lund", id_="ada-holm-lund")
    assert people(archive)["ada-holm-lund"].aliases == ("ada-lund",)


@pytest.mark.parametrize(
    ("id_", "said_"),
    [("ada-holm", 'content/people/ada-holm.md: It has the id "ada-holm", or had it before. Take another.'),
     ("ada-lund", 'content/people/ministers/ada-holm-lund.md: It has the id "ada-lund", or had it before. '
      "Take another."),
     ("Bo/Lind", 'content/people: "Bo/Lind" cannot stand in an address. Take: bo-lind')],
)  # fmt: skip
def test_an_id_that_cannot_be_had(archive, id_, said_):
    before = read_all(archive.content)
    with pytest.raises(ContentError) as caught:
        Decisions(archive).rename("bo-lind", id_=id_)
    assert said(caught.value.problems) == [said_]
    assert read_all(archive.content) == before


def test_who_is_hidden_has_no_page_and_is_suggested_no_more(archive):
    before = content(archive)
    Decisions(archive).hide(["bo-lind", "Dora Falk"])
    files = changed(before, archive)
    assert files["people/bo-lind.md"] == "---\nname: Bo Lind\ndistinct: [ada-holm-lund]\nhidden: true\n---\n"
    assert files["articles/2015/ferry.md"] == LIST.replace("[bo-lind, ada", "[ada")
    roster = read_roster(archive)
    assert "Dora Falk" not in roster.entries
    assert (roster.entries["dora-falk"].state, roster.entries["dora-falk"].articles) == (State.HIDDEN, ())
    assert said(check(archive)) == []
    Decisions(archive).unhide(["bo-lind", "dora-falk"])
    assert content(archive) == before


def test_unhiding_without_a_journal_takes_the_line_out(archive):
    write(archive.content, {"people/bo-lind.md": "---\nname: Bo Lind\nhidden: true # for now\n---\n"})
    Decisions(archive).unhide(["bo-lind"])
    assert (archive.content / "people/bo-lind.md").read_text() == "---\nname: Bo Lind\n---\n"


def test_a_record_is_written_unverified_with_the_evidence(archive):
    """Who checks it removes one line."""
    Decisions(archive).accept(["carl-ek"])
    file = archive.content / "people/carl-ek.md"
    assert file.read_text() == (
        "---\nname: Carl Ek\nverified: false\nevidence: ['\"Carl Ek\" in articles/2015/pier.md', "
        "'\"Carl Ek\" in articles/2015/hall.md']\n---\n"
    )
    assert read_roster(archive).entries["carl-ek"].state is State.UNVERIFIED
    file.write_text(file.read_text().replace("verified: false\n", ""))
    assert read_roster(archive).entries["carl-ek"].state is State.VERIFIED


def test_everybody_who_has_a_page_gets_a_record(archive):
    done = Decisions(archive).accept([], everybody=True)
    assert done.ids == ("carl-ek",)
    assert Decisions(archive).accept([], everybody=True).records == ()


def test_a_record_that_cannot_be_read_is_not_written_over(archive):
    write(archive.content, {"people/carl-ek.md": "---\nnote: half done\n---\n"})
    for word in ("carl-ek", "Carl Ek"):
        with pytest.raises(ContentError, match=r"content/people/carl-ek\.md: This record cannot be read\. See: "):
            Decisions(archive).hide([word])
    assert (archive.content / "people/carl-ek.md").read_text() == "---\nnote: half done\n---\n"


def test_keeping_apart_is_remembered(archive):
    Decisions(archive).keep_apart("ada-holm", "carl-ek")
    assert people(archive)["carl-ek"].distinct == ("ada-holm",)
    with pytest.raises(ContentError, match="somebody decided to keep them apart"):
        Decisions(archive).merge("ada-holm", "carl-ek")


@pytest.mark.parametrize(
    ("word", "remedy"),
    [("bo-lint", 'Did you mean "bo-lind"?'), ("Zeus", "See: dateline people list --names")],
)
def test_somebody_who_is_not_there(archive, word, remedy):
    with pytest.raises(ContentError) as caught:
        Decisions(archive).hide([word])
    assert said(caught.value.problems) == [
        f'content/people: There is nobody of the id or name "{word}", or more than one. {remedy}'
    ]


def test_nobody_is_merged_with_themselves(archive):
    with pytest.raises(ContentError, match='"ada-holm-lund" is one person already'):
        Decisions(archive).merge("ada-holm-lund", "ada-lund")


def test_there_is_nothing_to_undo(archive):
    assert Decisions(archive).undo() is None


def test_commands_are_undone_in_turn(archive):
    states = []
    decisions = Decisions(archive)
    for step in (
        lambda: decisions.accept(["carl-ek"]),
        lambda: decisions.merge("ada-holm", "carl-ek"),
        lambda: decisions.rename("ada-holm", name="Ada Ek", id_="ada-ek"),
        lambda: decisions.merge("ada-ek", "bo-lind", force=True),
        lambda: decisions.hide(["ada-ek"]),
    ):
        states.append(read_all(archive.content))
        step()
    while states:
        decisions.undo()
        assert read_all(archive.content) == states.pop()


@pytest.mark.parametrize("writes", range(5))
def test_a_command_that_dies_half_way_can_be_taken_back(archive, monkeypatch, writes):
    """The journal says what was about to be done before anything is."""
    before = read_all(archive.content)
    left = iter(range(writes))

    def put_or_die(*args):
        if next(left, None) is None:
            raise KeyboardInterrupt
        put_file(*args)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(drafts, "put_file", put_or_die)
        patch.setattr(drafts, "remove_file", put_or_die)
        Decisions(archive).merge("ada-holm", "ada-holm-lund")
    Decisions(archive).undo()
    assert read_all(archive.content) == before


def test_what_was_decided_survives_cleaning_again(tmp_path):
    """A list of people that somebody changed is a person's word."""
    site = make_archive(tmp_path / "site", {"content/people/ada-holm.md": "---\nname: Ada Holm\n---\n"})
    story = "The mayor, {}, told the council on Tuesday that the pier would be repaired before the winter.\n\n"
    raw = "The pier will stay\n\nMay 19, 2015\n\n" + story.format("Ada Holm") + story.format("Ms Holm") * 2
    write(tmp_path, {"pier.txt": raw})
    assert [result.outcome for result in ingest(site, find_pages([str(tmp_path / "pier.txt")]))] == [Outcome.NEW]
    Decisions(site).split("ada-holm", ["the-pier-will-stay"])
    decided = read_all(site.content / "articles")
    assert b"people: [ada-holm-2]" in b"".join(decided.values())
    assert [result.change for result in clean_again(site)] == [Change.UNCHANGED]
    assert [result.outcome for result in ingest(site, find_pages([str(tmp_path / "pier.txt")]))] == [Outcome.EDITED]
    assert read_all(site.content / "articles") == decided
    Decisions(site).undo()
    assert b"people:" not in b"".join(read_all(site.content / "articles").values())
