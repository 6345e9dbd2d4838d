"""The small grammars: dates, bylines, datelines, captions."""

import pytest

from generator.clean import authors_of
from generator.clean.bylines import read_bare_names, read_biography, read_byline
from generator.clean.captions import is_credit, looks_like_caption, split_credit
from generator.clean.datelines import split_dateline
from generator.clean.dates import Label, find_dates


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("26 Oct, 2021 11:18", "2021-10-26"),
        ("2021-10-26", "2021-10-26"),
        ("2024-02-14T16:15:30Z", "2024-02-14"),
        ("Published: May 19, 2015", "2015-05-19"),
        ("Oct. 14, 2016", "2016-10-14"),
        ("Sept. 8, 2020 at 9:22 a.m. ET", "2020-09-08"),
        ("Thursday, the 3rd of June 1999", "1999-06-03"),
        ("December 16th 2016", "2016-12-16"),
        ("06 Jan 2026Updated 08:41", "2026-01-06"),
        ("Ann HolmPublished Jul 17, 2024", "2024-07-17"),
        ("19/05/2015", "2015-05-19"),
        ("05/19/2015", "2015-05-19"),
        ("28.04.2020", "2020-04-28"),
        ("03/04/2015", "[2015-03-04,2015-04-03]"),
        ("04/04/2015", "2015-04-04"),
    ],
)
def test_a_full_date_is_read_in_any_usual_form(line: str, edtf: str) -> None:
    """A complete date is the day it says; one that can be read two ways is both days."""
    assert [date.edtf for date in find_dates(line)] == [edtf]


@pytest.mark.parametrize(
    "line",
    [
        "May 19",
        "Tuesday",
        "12/19/16",
        "2015-13-45",
        "31 June 2015",
        "Section 2015/3",
        "call 020-2015-1234",
        "in 2015",
        "1.2.3.2015",
    ],
)
def test_what_names_no_whole_day_is_no_date(line: str) -> None:
    """A day without its year, or a number that is no day of the calendar, states nothing."""
    assert find_dates(line) == []


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Published May 5, 2020 | Last updated May 6, 2020", [Label.PUBLISHED, Label.UPDATED]),
        ("UPDATED: 11:50, Jul 18, 2024", [Label.UPDATED]),
        ("accessed Nov. 13, 2019", [Label.OTHER]),
        ("Monday 5 May 2014", [Label.NONE]),
    ],
)
def test_the_words_before_a_date_say_whose_it_is(line: str, labels: list[Label]) -> None:
    """What is said of one date, as published or updated, holds for that date and not for the next."""
    assert [date.label for date in find_dates(line)] == labels


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Holm", "Ann Holm"),
        ("by Ann Holm and Per Dahl, Harbour Press", "Ann Holm and Per Dahl, Harbour Press"),
        ("By Ann Holm - Harbour Press - Friday, April 28, 2023", "Ann Holm"),
        ("By Ann Holm | Kestrel", "Ann Holm"),
        ("December 19, 2016 by Ann Holm", "Ann Holm"),
        ("March 15, 2022 · 3 min read · By Harbour Online", "Harbour Online"),
        ("Author: Ann Holm", "Ann Holm"),
        ("ByAnn Holm", "Ann Holm"),
        ("Written by Ann Holm 3 hours ago", "Ann Holm"),
    ],
)
def test_a_byline_gives_the_names_as_printed(line: str, names: str) -> None:
    """What announces the names, and date or time after them, is not part of the byline; a role or agency is."""
    found = read_byline(line)
    assert found is not None
    assert found[0] == names == line[found[1] : found[2]]


@pytest.mark.parametrize(
    "line",
    [
        "Photo by Ann Holm",
        "Powered by Harbour Tech",
        "The bridge was built by Holm and his sons.",
        "By the time they came, the harbour was empty.",
        "By signing up you accept our terms",
        "Stand by the Ledger",
    ],
)
def test_other_uses_of_by_are_no_byline(line: str) -> None:
    """Pictures, makers of software and sentences with "by" credit nobody with a story."""
    assert read_byline(line) is None


def test_bare_names_may_have_a_role_beside_them() -> None:
    """A line of names, with a role or date run on, gives the names; other short lines give nothing."""
    for line in ("Ann Holm", "Ann Holm, Senior Reporter", "Ann HolmNews Editor", "Ann Holm · 3 min read", "• Ann Holm"):
        assert read_bare_names(line)[0] == "Ann Holm", line  # type: ignore[index]
    for line in ("Latest News", "Terms of Use", "harbour reopens", "Europe", "New York"):
        assert read_bare_names(line) is None, line


def test_a_biography_introduces_its_author() -> None:
    """That somebody is a reporter names the author; what is said of a town is not about an author."""
    assert read_biography("Ann Holm is a senior reporter at the Harbour Press.") == ("Ann Holm", 0, 8)
    assert read_biography("Port Visby is a town on the coast.") is None


def test_a_note_below_a_story_names_its_author() -> None:
    """It says who wrote the story, or whom to write to about it."""
    for line in (
        "This story about ferries was written by Ann Holm and first ran in the Harbour Press.",
        "Contact staff writer Ann Holm at 555-0100.",
        "Ann Holm is the health director of the Harbour Press.",
    ):
        assert read_biography(line)[0] == "Ann Holm", line  # type: ignore[index]
    assert read_biography("The report was not written by Ann Holm alone.") is None


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ann Holm", ("Ann Holm",)),
        ("Ann Holm and Per Dahl", ("Ann Holm", "Per Dahl")),
        ("Ann Holm, Per Dahl & Eva van der Berg", ("Ann Holm", "Per Dahl", "Eva van der Berg")),
        ("Ann Holm, News Reporter", ("Ann Holm",)),
        ("Ann Holm For Harbour.Com", ("Ann Holm",)),
        ("Ann Holm | The Harbour Newsroom", ("Ann Holm",)),
        ("With reporting by Harbour Press", ()),
        ("", ()),
    ],
)
def test_authors_are_the_people_of_a_byline(byline: str, names: tuple[str, ...]) -> None:
    """Roles, employers and helpers are not authors."""
    assert authors_of(byline) == names


@pytest.mark.parametrize(
    ("line", "place", "day", "agency"),
    [
        ("BRUSSELS, May 6 (Kestrel Wire) — Ministers met.", "BRUSSELS", "May 6", "Kestrel Wire"),
        ("WASHINGTON (KW) - Ministers met.", "WASHINGTON", None, "KW"),
        ("NEW YORK -- Ministers met.", "NEW YORK", None, None),
        ("ST. JOSEPH, Mich. (KW) — Ministers met.", "ST. JOSEPH, Mich.", None, "KW"),
        ("PORT-AU-PRINCE, Haiti, 6 May – Ministers met.", "PORT-AU-PRINCE, Haiti", "6 May", None),
        ("Hong Kong (Kestrel Wire) - Ministers met.", "Hong Kong", None, "Kestrel Wire"),
        ("Visby, June 21 (Kestrel Wire) - Ministers met.", "Visby", "June 21", "Kestrel Wire"),
        ("LULEÅ\xa0— Ministers met.", "LULEÅ", None, None),
        ("ISLAMABAD: Ministers met.", "ISLAMABAD", None, None),
        ("MOSCOW, May 6. /KW/. Ministers met.", "MOSCOW", "May 6", "KW"),
        ("MOSCOW, May 6 /KW/ - Ministers met.", "MOSCOW", "May 6", "KW"),
        ("MOSCOW. May 6 (Kestrel Wire) - Ministers met.", "MOSCOW", "May 6", "Kestrel Wire"),
        ("HELSINKI, October 12. Ministers met.", "HELSINKI", "October 12", None),
    ],
)
def test_a_dateline_is_read_and_cut(line: str, place: str, day: str | None, agency: str | None) -> None:
    """Place, day and agency as printed; what is left is the sentence."""
    found = split_dateline(line)
    assert found is not None
    assert (found[0].place, found[0].day, found[0].agency) == (place, day, agency)
    assert line[found[1] :] == "Ministers met."


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE — Ministers met.",
        "READ MORE: Ministers met.",
        "The ministers — all nine — met.",
        "NATO said on Monday that ministers met.",
        "BRUSSELS —",
        "He said: nothing.",
        "Helsinki, in May. Ministers met.",
        "AC/DC played. Ministers met.",
        "",
    ],
)
def test_other_openings_are_no_dateline(line: str) -> None:
    """Labels, asides and acronyms are not places that a story was filed from."""
    assert split_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("The quay at dawn. © Ann Holm / Kestrel", "The quay at dawn.", "Ann Holm / Kestrel"),
        ("The quay at dawn. (Photo by Ann Holm)", "The quay at dawn.", "Ann Holm"),
        ("The quay at dawn. Photo: Ann Holm", "The quay at dawn.", "Ann Holm"),
        ("The quay at dawn. [Reuters]", "The quay at dawn.", "Reuters"),
        ("The quay at dawn. Ann Holm/Getty Images", "The quay at dawn.", "Ann Holm/Getty Images"),
    ],
)
def test_a_credit_is_cut_from_its_caption(line: str, words: str, credit: str) -> None:
    """The credit stands without its mark or label; the caption without the credit."""
    assert split_credit(line)[:2] == (words, credit)  # type: ignore[index]


def test_captions_are_told_from_sentences() -> None:
    """A caption says who is seen where, in the present tense; a sentence of a story says what happened."""
    assert looks_like_caption("Ministers Ann Holm (L) and Per Dahl attend a meeting in Visby, June 3.")
    assert looks_like_caption("Ann Holm speaks to reporters in Visby.")
    assert not looks_like_caption("Ann Holm said that she works in Visby and attends no meetings.")
    assert not looks_like_caption("The ministers met in Visby on Monday and agreed on nothing.")
    assert is_credit("Photo: Ann Holm")
    assert is_credit("Getty Images")
    assert not is_credit("The minister went home.")
