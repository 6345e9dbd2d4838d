"""The merge of what the cleaner wrote, what people made of it, and what the cleaner would write now."""

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.content.front_matter import FrontMatter, format_front_matter
from generator.content.merge import (
    BODY,
    NO_CORRECTIONS,
    Conflict,
    Corrections,
    are_alike,
    gather_corrections,
    merge_articles,
    split_body,
)  # fmt: skip
from generator.errors import ContentError

DEAL = "The port workers and the ministry have reached a deal after eleven days."
GLAD = "“We are glad that it is over,” the minister told reporters in the evening."
WORK = "Work at the container terminal begins again on Monday morning."
SIGN = "Sign up for our free weekly newsletter and never miss a story."
TIDE = "The tide was out when the talks ended, and gulls walked on the mud."


def file(*blocks, **fields):
    return format_front_matter({"title": "A deal", **fields}, "\n\n".join(blocks))


def merge(base, mine, theirs, before=NO_CORRECTIONS):
    """The merged file and the conflicts, as the story of cleaning again comes to them."""
    merged = merge_articles(base, mine, theirs, gather_corrections(base, mine, before))
    return merged.text, list(merged.conflicts)


def test_what_nobody_edited_follows_the_cleaner():
    theirs = file(DEAL, WORK, byline="Ada Holm")
    assert merge(file(DEAL, SIGN), file(DEAL, SIGN), theirs) == (theirs, [])


def test_a_cleaner_that_writes_what_it_wrote_changes_nothing():
    mine = "---\ntitle:   'A deal'  # checked\n---\n\n\nWords of   mine.  \n\n\n"
    assert merge(file(DEAL), mine, file(DEAL)) == (mine, [])


def test_edited_fields_stay_and_the_others_follow():
    text, conflicts = merge(
        file(DEAL, byline="Ada Holm Staff", source="tide-wire"),
        file(DEAL, byline="Ada Holm", source="tide-wire", people=["ada-holm"]),
        file(DEAL, byline="Ada Holm Staff", source="harbour-times", published="2015-05-19"),
    )
    assert conflicts == []
    assert FrontMatter(text, "").values == {
        "title": "A deal", "byline": "Ada Holm", "source": "harbour-times", "published": "2015-05-19",
        "people": ["ada-holm"],
    }  # fmt: skip


def test_where_both_changed_a_field_the_person_s_stands_and_the_conflict_is_told():
    text, conflicts = merge(
        file(DEAL, byline="By Ada"), file(DEAL, byline="Ada Holm"), file(DEAL, byline="Ada Holm and Bo Lind")
    )
    assert FrontMatter(text, "").values["byline"] == "Ada Holm"
    assert conflicts == [Conflict(field="byline", mine="Ada Holm", theirs="Ada Holm and Bo Lind")]


def test_a_field_that_a_person_took_out_stays_out():
    base, mine = file(DEAL, standfirst=SIGN, byline="Ada"), file(DEAL, byline="Ada")
    text, conflicts = merge(base, mine, file(DEAL, WORK, standfirst=SIGN, byline="Ada"))
    assert (FrontMatter(text, "").values, conflicts) == ({"title": "A deal", "byline": "Ada"}, [])
    text, conflicts = merge(base, mine, file(DEAL, WORK, standfirst=TIDE, byline="Ada"))
    assert FrontMatter(text, "").values == {"title": "A deal", "byline": "Ada"}
    assert conflicts == [Conflict(field="standfirst", mine="", theirs=TIDE)]


def test_a_field_that_the_cleaner_takes_back_goes_unless_a_person_changed_it():
    base, theirs = file(DEAL, byline="Menu", standfirst=SIGN), file(DEAL)
    text, conflicts = merge(base, file(DEAL, WORK, byline="Menu", standfirst=TIDE), theirs)
    assert FrontMatter(text, "").values == {"title": "A deal", "standfirst": TIDE}
    assert conflicts == [Conflict(field="standfirst", mine=TIDE, theirs="")]


def test_lists_and_parts_of_fields_are_told_as_words():
    _, conflicts = merge(
        file(DEAL, people=["ada-holm"], dateline={"place": "OSLO"}),
        file(DEAL, people=["bo-lind"], dateline={"place": "BERGEN"}),
        file(DEAL, people=["ada-holm", "eva-lie"], dateline={"place": "OSLO", "day": "May 6"}),
    )
    assert conflicts == [
        Conflict(field="people", mine="bo-lind", theirs="ada-holm, eva-lie"),
        Conflict(field="dateline", mine="place: BERGEN", theirs="place: OSLO, day: May 6"),
    ]


def test_lines_comments_and_order_of_a_person_s_front_matter_stay():
    mine = (
        "---\n# Checked against the paper edition.\nbyline: Ada Holm   # as printed\ntitle: A deal\n"
        "people:\n- ada-holm\n- bo-lind\nsource: tide-wire\n---\n" + DEAL + "\n"
    )
    text, _ = merge(
        file(DEAL, source="tide-wire", byline="Ada"),
        mine,
        file(DEAL, published="2015-05-19", source="harbour-times", byline="Ada"),
    )
    assert text == (
        "---\n# Checked against the paper edition.\nbyline: Ada Holm   # as printed\ntitle: A deal\n"
        "published: 2015-05-19\npeople:\n- ada-holm\n- bo-lind\nsource: harbour-times\n---\n" + DEAL + "\n"
    )


@pytest.mark.parametrize(
    "front",
    ["{title: A deal, byline: Bo}\n", '"title": A deal\n? byline\n: Bo\n', "title: A deal\nbyline: >\n  Bo\n\n"],
)
def test_front_matter_written_in_other_ways_keeps_its_values(front):
    text, _ = merge(file(DEAL), f"---\n{front}---\n{DEAL}\n", file(DEAL, source="tide-wire"))
    assert FrontMatter(text, "").text("byline") == "Bo"
    assert FrontMatter(text, "").text("source") == "tide-wire"


def test_line_ends_of_another_system_stay():
    mine = file(DEAL, WORK, byline="Bo").replace("\n", "\r\n")
    text, _ = merge(file(DEAL, WORK), mine, file(DEAL, GLAD, WORK))
    assert text == file(DEAL, GLAD, WORK, byline="Bo").replace("\n", "\r\n")


def test_a_file_that_cannot_be_read_is_not_merged():
    with pytest.raises(ContentError):
        merge_articles(file(DEAL), "Just words.", file(GLAD))


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ([DEAL, WORK], [DEAL, SIGN, TIDE, WORK], [DEAL, TIDE, WORK]),  # taken out stays out
        ([DEAL, SIGN, GLAD, WORK], [DEAL, SIGN, WORK, TIDE], [DEAL, SIGN, GLAD, WORK, TIDE]),  # moved back in stays in
        ([SIGN, WORK], [DEAL, WORK], [WORK]),  # each side takes out another
        ([WORK, DEAL, SIGN], [DEAL, SIGN, WORK, TIDE], [WORK, DEAL, SIGN, TIDE]),  # moved stays moved
        ([DEAL, SIGN, TIDE], [GLAD, DEAL, SIGN, WORK], [GLAD, DEAL, SIGN, TIDE]),  # typed words stay
        ([DEAL, SIGN, "x"], [DEAL, SIGN], [DEAL, SIGN, "x"]),
    ],
)
def test_paragraphs(mine, theirs, merged):
    assert merge(file(DEAL, SIGN, WORK), file(*mine), file(*theirs))[0] == file(*merged)


def test_a_paragraph_typed_anew_stays_as_it_was_typed():
    typed = WORK.replace("Monday", "Tuesday")
    text, conflicts = merge(file(DEAL, WORK), file(DEAL, typed), file(GLAD, DEAL, WORK))
    assert (text, conflicts) == (file(GLAD, DEAL, typed), [])
    text, conflicts = merge(file(DEAL, WORK), file(DEAL, typed), file(DEAL, f"{WORK} Read more"))
    assert text == file(DEAL, typed)
    assert conflicts == [Conflict(field=BODY, mine=typed, theirs=f"{WORK} Read more")]
    text, conflicts = merge(file(DEAL, WORK), file(DEAL, typed), file(DEAL))
    assert text == file(DEAL, typed)
    assert conflicts == [Conflict(field=BODY, mine=typed, theirs="")]


def test_a_paragraph_that_both_found_stands_once():
    base = file(DEAL, WORK)
    assert merge(base, file(DEAL, GLAD, WORK), file(DEAL, SIGN, GLAD, TIDE, WORK)) == (
        file(DEAL, SIGN, GLAD, TIDE, WORK), [],
    )  # fmt: skip
    mended = GLAD.replace("“We", "We")
    text, conflicts = merge(base, file(DEAL, mended, WORK), file(DEAL, GLAD, WORK))
    assert text == file(DEAL, mended, WORK)
    assert conflicts == [Conflict(field=BODY, mine=mended, theirs=GLAD)]


def test_items_of_a_list_are_merged_one_by_one():
    text, _ = merge(
        file(DEAL, "- a boat\n- a pier\n- a crane"),
        file(DEAL, "- a boat\n- a crane"),
        file(DEAL, "- a boat\n- a pier\n- a crane\n- a net", WORK),
    )
    assert text == file(DEAL, "- a boat\n- a crane\n- a net", WORK)


def again(states, before=NO_CORRECTIONS):
    """A file through several cleanings, edited in between; its last text."""
    base, mine = states[0]
    corrections = before
    for theirs, edit in states[1:]:
        corrections = gather_corrections(base, mine, corrections)
        mine = edit(merge_articles(base, mine, theirs, corrections).text)
        base = theirs
    return mine


def as_it_is(text):
    return text


def test_a_correction_outlives_a_cleaner_that_agreed_with_it_for_a_time():
    """Removed stays removed, put in stays in, and a field stays, whatever the cleaner thinks of it next."""
    start = (file(DEAL, SIGN, WORK, byline="Ada"), file(DEAL, GLAD, WORK, byline="Bo"))
    agrees, differs = file(DEAL, GLAD, WORK, byline="Bo"), file(DEAL, SIGN, WORK, byline="Eva")
    assert again([start, (agrees, as_it_is), (differs, as_it_is)]) == file(DEAL, GLAD, WORK, byline="Bo")


def test_a_correction_that_a_person_takes_back_is_gone():
    start = (file(DEAL, SIGN, WORK), file(DEAL, WORK))

    def put_back(_):
        return file(DEAL, SIGN, WORK)

    last = file(DEAL, SIGN, WORK, TIDE)
    assert again([start, (file(DEAL, WORK, GLAD), put_back), (last, as_it_is)]) == last


def test_corrections_are_what_people_decided():
    assert gather_corrections(file(DEAL, SIGN, byline="A"), file(DEAL, TIDE, source="x")) == Corrections(
        fields=("byline", "source"), kept=(TIDE,), removed=(SIGN,)
    )
    assert gather_corrections(file(DEAL), file(DEAL)) == NO_CORRECTIONS


def test_versions_of_a_text_are_told_from_other_texts():
    assert are_alike(GLAD, GLAD.replace("evening", "morning"))
    assert not are_alike(GLAD, WORK)
    assert not are_alike(GLAD, "")


WORDS = st.sampled_from([DEAL, GLAD, WORK, SIGN, TIDE, f"{DEAL} Read more", "- one", "- two", "## Sea", "a\nb", "x"])
BODIES = st.lists(WORDS, max_size=6).map("\n\n".join)
FIELDS = st.dictionaries(
    st.sampled_from(["byline", "source", "people", "standfirst"]),
    st.sampled_from(["a", "b", "no: 'x' #", ["a"], ["a", "b"], {"place": "OSLO"}]),
)
FILES = st.builds(lambda body, fields: format_front_matter({"title": "A deal"} | fields, body), BODIES, FIELDS)


@quick
@given(st.one_of(BODIES, st.text(st.sampled_from("ab-# \n\t"))))
def test_a_body_is_its_blocks_and_the_gaps_between_them(body):
    body = body.strip("\n")
    assert "".join(block.gap + block.text for block in split_body(body)).strip() == body.strip()


@quick
@given(FILES, FILES)
def test_unedited_means_theirs(base, theirs):
    assert merge(base, base, theirs) == (theirs, [])


@quick
@given(FILES, FILES)
def test_nothing_new_means_mine(base, mine):
    assert merge(base, mine, base) == (mine, [])


@quick
@given(FILES, FILES)
def test_agreement_is_no_conflict(base, mine):
    assert merge(base, mine, mine) == (mine, [])


@quick
@given(FILES, FILES, FILES)
def test_merging_twice_changes_nothing(base, mine, theirs):
    text, _ = merge(base, mine, theirs)
    before = gather_corrections(base, mine)
    assert merge(theirs, text, theirs, before) == (text, [])


@quick
@given(FILES, FILES, FILES)
def test_a_person_s_word_wins(base, mine, theirs):
    """Fields that they changed are as they have them; what they took out is out, what they put in is in."""
    text, conflicts = merge(base, mine, theirs)
    was, own, new, merged = (FrontMatter(version, "") for version in (base, mine, theirs, text))
    for key in was.values | own.values:
        if own.values.get(key) != was.values.get(key):
            assert merged.values.get(key) == own.values.get(key)
    blocks, before, after = ([block.text for block in split_body(version.body)] for version in (own, was, merged))
    assert set(blocks) - set(before) <= set(after)
    if text != mine:
        assert not (set(before) - set(blocks)) & set(after)
    told = {conflict.field for conflict in conflicts}
    assert {key for key in new.values if merged.values.get(key) != new.values[key]} - told <= {
        key for key in new.values if new.values[key] == was.values.get(key)
    }


@quick
@given(FILES, FILES, st.lists(FILES, min_size=1, max_size=4))
def test_a_person_s_word_wins_for_good(base, mine, cleanings):
    """Through any number of cleanings without an edit in between."""
    decided = gather_corrections(base, mine)
    merged = FrontMatter(again([(base, mine), *((theirs, as_it_is) for theirs in cleanings)]), "")
    own = FrontMatter(mine, "").values
    assert {key: merged.values.get(key) for key in decided.fields} == {key: own.get(key) for key in decided.fields}
    blocks = {block.text for block in split_body(merged.body)}
    assert set(decided.kept) <= blocks
    assert not set(decided.removed) & blocks
