"""Dating: each kind of evidence with sentences of our own, and what may be claimed of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.enrich.dating import Clues, Kind, Neighbour, Statement, Terms, infer_dating, read_address
from generator.enrich.dating.mentions import find_day_lines, find_days, find_weekdays, find_years
from generator.enrich.dating.relations import find_relations
from generator.model.authority import Office, Person
from generator.model.dating import parse_dating

NOBODY = Terms([])


def holder(name, title, start, end, organisation=None, variants=()):
    """A person with one office."""
    office = Office(
        title=title, organisation=organisation, start=parse_dating(start), end=parse_dating(end) if end else None
    )
    return Person(id=name.lower().replace(" ", "-"), name=name, variants=variants, offices=(office,))


def infer(text="", terms=NOBODY, **clues):
    return infer_dating(Clues(text=text, **clues), terms)


def stated(day, kind=Kind.LINE, words="line"):
    return Statement(kind=kind, words=words, days=(date.fromisoformat(day),))


# ---- what a text prints


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Tuesday, May 19, the ferry", [(5, 19, None, 1)]),
        ("the 3rd of June 2014", [(6, 3, 2014, None)]),
        ("Sept. 4 and 5 October", [(9, 4, None, None), (10, 5, None, None)]),
        ("MOSCOW, MAY 6", [(5, 6, None, None)]),
        ("30 February, June 31", []),
        ("in May 2014, may 4 come true", []),
        ("it cost 5 March Street", [(3, 5, None, None)]),
        ("June 12:30", []),
    ],
)
def test_days_are_found(text, found):
    assert [(m.month, m.day, m.year, m.weekday) for m in find_days(text)] == found


def test_a_weekday_that_names_no_certain_day_is_passed_over():
    assert find_weekdays("The market opens every Friday and on Sundays. The Sunday Times asked.") == []


def test_a_weekday_to_come_is_told_apart():
    text = "The mayor said on Monday that the bridge will open on Thursday."
    assert [(m.weekday, m.ahead) for m in find_weekdays(text)] == [(0, False), (3, True)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("since the floods of 1998", [(1998, False)]),
        ("It is due in 2031.", [(2031, True)]),
        ("Some 2000 people and $1990 were lost.", []),
        ("© 2024 The Harbour Gazette", []),
        ("A study of rainfall over 2000 - 2050.", [(2000, False), (2050, True)]),
    ],
)
def test_years_are_found(text, years):
    assert [(m.year, m.ahead) for m in find_years(text)] == years


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("They met ten years after the 2001 attacks.", 2011),
        ("The 30th anniversary of the launch of 1981 was kept.", 2011),
        ("The mill burnt down twenty-five years ago, in 1989.", 2014),
        ("In 1994, about two decades ago, it was a farm.", 2014),
        ("Last year, 2015, was the warmest.", 2016),
        ("Sales fell in 2016 and may rise this year.", 2017),
    ],
)
def test_words_that_count_from_a_year(text, year):
    assert [relation.year for relation in find_relations(text)] == [year]


def test_a_line_that_is_a_day_states_it_and_a_sentence_does_not():
    lines = ["Posted on Friday, July 21 at 10:30 am", "On July 21 the harbour froze.", "May 3, 2014"]
    assert [line for line, _ in find_day_lines(lines)] == lines[:1]


# ---- what is claimed


def test_a_stated_day_is_claimed():
    belief = infer(statements=(stated("2015-05-19", words='line: "19 May 2015"'),))
    assert (belief.edtf, belief.claim) == ("2015-05-19", "2015-05-19")
    assert belief.evidence == ('line: "19 May 2015"',)
    assert belief.confidence > 0.99


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was built in 1908 and mended in 1947.",
        "By 2040 the town will have doubled.",
        "It was the worst flood since 1893, the keeper said on Friday.",
        "On 3 May 2001 the first stone was laid.",
    ],
)
def test_old_and_future_events_do_not_overrule_a_stated_day(text):
    assert infer(text, statements=(stated("2015-05-19"),)).claim == "2015-05-19"


def test_day_and_month_and_weekday_leave_a_choice_of_years():
    belief = infer("The ferry sails again.", lines=("Friday, July 21",))
    assert belief.edtf == "XXXX-07-21"
    assert belief.claim is None


def test_with_a_window_of_five_years_the_weekday_settles_the_year():
    belief = infer("The ferry sails again.", lines=("Friday, July 21",), window=(2015, 2019))
    assert belief.claim == "2017-07-21"
    assert "21 July is a Friday in 2017, 2023" in belief.evidence
    assert "the years given: 2015/2019" in belief.evidence


def test_a_day_without_a_weekday_stays_open_in_a_window():
    belief = infer("The ferry sails again.", lines=("July 21",), window=(2015, 2019))
    assert belief.claim is None
    assert belief.edtf == "XXXX-07-21"


def test_a_day_is_not_probable_whose_year_is_not():
    """The year told of makes one of the years that the weekday leaves likelier than the others, and no more."""
    belief = infer("The storm of September 2008 broke the gate.", lines=("Friday, September 9",))
    assert belief.edtf == "XXXX-09-09"


def test_a_text_that_tells_nothing_is_undated():
    belief = infer("The keeper closed the gate and went home.")
    assert (belief.edtf, belief.claim, belief.evidence) == ("", None, ())


def test_a_year_told_of_is_a_lower_bound_and_no_more():
    belief = infer("The gate was closed after the storm of 2014.")
    assert belief.edtf == "2014/.."
    assert belief.claim is None


def test_days_told_of_are_no_days_of_publication():
    belief = infer("On 3 May 2014 the first stone was laid. On 9 June 2014 it was stolen.")
    assert belief.claim is None


def test_dateline_day_weekday_and_term_of_office():
    terms = Terms([holder("Ada Holm", "President", "2004-01-25", "2013-11-17", "Norland")])
    text = "President Ada Holm said on Wednesday that the harbour is open."
    belief = infer(text, terms, filed=True, dateline_day="May 6")
    assert belief.claim == "2009-05-06"
    assert belief.evidence == (
        'dateline: "May 6"',
        'text: "said on Wednesday"',
        "6 May is a Wednesday in 1998, 2009, 2015",
        "Ada Holm as President, Norland: 2004-01-25/2013-11-17",
    )
    assert infer(text, filed=True, dateline_day="May 6").edtf == "XXXX-05-06"


def test_last_august_with_its_year_is_a_span():
    text = "The fire of August 2008 was put out. It began last August, the keeper said."
    years = infer(text, lines=("Wednesday, May 6",))
    assert years.edtf == "2009-05-06"


def test_months_that_an_address_holds():
    statement = read_address("https://example.org/2015/05/ferry/")
    belief = infer("The ferry sails again.", statements=(statement,))
    assert belief.claim == "2015-05"
    assert belief.edtf == "2015-05"


def test_address_and_line_agree():
    page = (stated("2015-05-19"), stated("2015-05-19", Kind.ADDRESS, "address"))
    assert infer(statements=page).evidence == ("line", "address")


def test_contradicting_statements_are_said_with_both_pieces():
    page = (stated("2016-03-05", words="line"), stated("2015-03-05", Kind.ADDRESS, "address"))
    belief = infer(statements=page)
    assert belief.evidence[0] == "contradiction: line against address"


def test_a_day_after_the_capture_contradicts_it():
    belief = infer(statements=(stated("2031-03-05"),), captured=date(2024, 1, 2))
    assert belief.evidence[0] == "contradiction: line against saved on 2024-01-02"
    assert belief.claim is None


def test_day_and_month_either_way_round_are_a_set():
    either = Statement(kind=Kind.LINE, words="line", days=(date(2015, 3, 4), date(2015, 4, 3)))
    belief = infer(statements=(either,))
    assert belief.edtf == "[2015-03-04,2015-04-03]"
    assert belief.claim == "2015"


def test_a_page_that_was_only_updated_is_dated_by_that():
    assert infer(statements=(stated("2015-05-19", Kind.UPDATED),)).claim == "2015-05-19"


def test_neighbours_in_a_series_bound_a_story():
    belief = infer(
        "The ferry sails again.",
        before=Neighbour(words="article 1001 of the source: 2015-05-18", day=date(2015, 5, 18)),
        after=Neighbour(words="article 1003 of the source: 2015-05-20", day=date(2015, 5, 20)),
    )
    assert belief.edtf == "2015-05"
    assert len(belief.evidence) == 2


# ---- terms of office


TERM = holder("Ada Holm", "Minister for Foreign Affairs", "2011-12", "2019-11", variants=("A. Holm",))


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ada Holm spoke.",
        "The foreign minister, Ada Holm, spoke.",
        "Ada Holm, the minister for foreign affairs, spoke.",
        "Foreign Minister Holm spoke.",
        "Foreign Minister Bo Keller met his Norland counterpart Ada Holm.",
    ],
)
def test_somebody_called_by_an_office_was_in_it(text):
    (term,) = Terms([TERM]).find(text)
    assert term.words == "Ada Holm as Minister for Foreign Affairs: 2011-12/2019-11"
    assert term.spans == ((date(2011, 12, 1), date(2019, 11, 30)),)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Holm spoke.",
        "Finance Minister Ada Holm spoke.",
        "Prime Minister Ada Holm spoke.",
        "Foreign Minister Bo Holm spoke.",
        "The foreign minister left. Ada Holm spoke.",
        "Foreign minister designate Ada Holm spoke.",
    ],
)
def test_nobody_is_put_into_an_office_that_the_text_does_not_say(text):
    assert Terms([TERM]).find(text) == []


def test_a_former_holder_dates_the_text_after_the_term():
    (term,) = Terms([TERM]).find("Former foreign minister Ada Holm spoke.")
    assert term.spans == ((date(2019, 11, 30), date.max),)


def test_a_surname_may_mean_either_of_two_holders():
    two = [holder("Ada Holm", "President", "1989-01-20", "1993-01-20"), holder("Bo Holm", "President", "2001", "2009")]
    (term,) = Terms(two).find("President Holm spoke.")
    assert len(term.spans) == 2
    assert not term.full


# ---- what always holds

DAYS = st.dates(date(1960, 1, 1), date(2060, 12, 31))


@settings(deadline=None)
@given(day=DAYS, kind=st.sampled_from([Kind.LINE, Kind.BARE_LINE, Kind.MARKUP]))
def test_whatever_is_stated_alone_is_claimed(day, kind):
    assert infer(statements=(stated(day.isoformat(), kind),)).claim == day.isoformat()


@settings(deadline=None)
@given(day=DAYS, before=st.integers(0, 4))
def test_a_window_of_five_years_and_a_weekday_leave_one_day(day, before):
    """The same day of a month falls on the same weekday again after five years at the soonest, 29 February aside."""
    line = f"{day:%A}, {day:%B} {day.day}"
    years = (day.year - before, day.year - before + 4)
    assert infer("The ferry sails again.", lines=(line,), window=years).claim == day.isoformat()


@settings(deadline=None)
@given(
    text=st.text(alphabet=st.sampled_from("Monday May 12 2014, last year ago in the 1998 by ten after\n.")),
    day=st.none() | DAYS,
    window=st.none() | st.tuples(st.integers(1990, 2010), st.integers(2011, 2030)),
    captured=st.none() | DAYS,
)
def test_every_belief_can_be_read_and_claims_no_more_than_it_says(text, day, window, captured):
    statements = (stated(day.isoformat()),) if day else ()
    belief = infer(text, statements=statements, window=window, captured=captured, lines=(text[:40],))
    dating = parse_dating(belief.edtf)
    assert 0 <= belief.confidence <= 1
    if dating.is_exact:
        assert belief.claim == belief.edtf
    if belief.claim and dating.earliest and dating.latest:
        claim = parse_dating(belief.claim)
        assert claim.earliest <= dating.latest + timedelta(days=1)
        assert claim.latest >= dating.earliest - timedelta(days=1)
