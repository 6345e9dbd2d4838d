from datetime import date

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dating import UNDATED, Precision, parse_dating

DAY, MONTH, YEAR, SPAN, UNKNOWN = Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.SPAN, Precision.UNKNOWN


@pytest.mark.parametrize(
    ("edtf", "display", "first", "last", "precision", "uncertain"),
    [
        ("2015-05-19", "19 May 2015", "2015-05-19", "2015-05-19", DAY, False),
        (" 2015-05-19\n", "19 May 2015", "2015-05-19", "2015-05-19", DAY, False),
        ("2015-05", "May 2015", "2015-05-01", "2015-05-31", MONTH, False),
        ("2016-02", "February 2016", "2016-02-01", "2016-02-29", MONTH, False),
        ("1900-02", "February 1900", "1900-02-01", "1900-02-28", MONTH, False),
        ("2015", "2015", "2015-01-01", "2015-12-31", YEAR, False),
        ("0001", "1", "0001-01-01", "0001-12-31", YEAR, False),
        ("9999-12-31", "31 December 9999", "9999-12-31", "9999-12-31", DAY, False),
        ("2015-05-XX", "May 2015", "2015-05-01", "2015-05-31", MONTH, False),
        ("2015-XX", "2015", "2015-01-01", "2015-12-31", YEAR, False),
        ("2015-XX-XX", "2015", "2015-01-01", "2015-12-31", YEAR, False),
        ("2017-02-18?", "probably 18 February 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("2017-02-18~", "about 18 February 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("2017-02-18%", "probably 18 February 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("2017-02?", "probably February 2017", "2017-02-01", "2017-02-28", MONTH, True),
        ("2017~", "about 2017", "2017-01-01", "2017-12-31", YEAR, True),
        ("2017?-02-18", "18 February, probably 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("?2017-02-18", "18 February, probably 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("2017~-02-18", "18 February, about 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("2017-02-~18", "about 18 February 2017", "2017-02-18", "2017-02-18", DAY, True),
        ("2004?-06~-11", "probably 11 June 2004", "2004-06-11", "2004-06-11", DAY, True),
        ("[2009-05-06,2015-05-06]", "6 May 2009 or 6 May 2015", "2009-05-06", "2015-05-06", SPAN, True),
        ("[2015-05-06, 2009-05-06]", "6 May 2009 or 6 May 2015", "2009-05-06", "2015-05-06", SPAN, True),
        ("{2009-05-06,2009-05-07}", "6 May 2009 and 7 May 2009", "2009-05-06", "2009-05-07", SPAN, False),
        ("[2009-05-06]", "6 May 2009", "2009-05-06", "2009-05-06", DAY, False),
        ("2009-05-06/2009-05-08", "6 May 2009 to 8 May 2009", "2009-05-06", "2009-05-08", SPAN, True),
        ("2009/2010-03", "2009 to March 2010", "2009-01-01", "2010-03-31", SPAN, True),
        ("2009?/2010", "probably 2009 to 2010", "2009-01-01", "2010-12-31", SPAN, True),
        ("2014/..", "2014 or later", "2014-01-01", "2014-12-31", SPAN, True),
        ("2014/", "2014 or later", "2014-01-01", "2014-12-31", SPAN, True),
        ("../2014-05", "May 2014 or earlier", "2014-05-01", "2014-05-31", SPAN, True),
        ("/2014-05", "May 2014 or earlier", "2014-05-01", "2014-05-31", SPAN, True),
        ("201X", "in the 2010s", "2010-01-01", "2019-12-31", SPAN, True),
        ("20XX", "in 2000 to 2099", "2000-01-01", "2099-12-31", SPAN, True),
        ("201X-05-06", "6 May, in the 2010s", "2010-01-01", "2019-12-31", SPAN, True),
        ("201X-02-29", "29 February, in the 2010s", "2010-01-01", "2019-12-31", SPAN, True),
    ],
)
def test_what_is_read(edtf, display, first, last, precision, uncertain):
    dating = parse_dating(edtf)
    assert (dating.display, str(dating.earliest), str(dating.latest)) == (display, first, last)
    assert (dating.precision, dating.uncertain) == (precision, uncertain)
    assert str(dating) == edtf.strip()


@pytest.mark.parametrize(
    ("edtf", "display"),
    [
        ("XXXX-05-19", "19 May, year unknown"),
        ("XXXX-02-29", "29 February, year unknown"),
        ("XXXX-05", "May, year unknown"),
        ("XXXX", "undated"),
    ],
)
def test_a_day_without_a_year_is_on_no_shelf(edtf, display):
    dating = parse_dating(edtf)
    assert (dating.display, dating.spans, dating.precision) == (display, (), UNKNOWN)
    assert dating.earliest is None
    assert dating.latest is None
    assert dating.edtf == edtf


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_undated(text):
    assert parse_dating(text) is UNDATED


def test_only_a_day_without_doubt_is_exact():
    assert parse_dating("2015-05-19").is_exact
    for edtf in (
        "2015-05-19?",
        "2015-05",
        "2015",
        "[2015-05-19,2015-05-20]",
        "2015-05-19/2015-05-19",
        "",
        "XXXX-05-19",
    ):
        assert not parse_dating(edtf).is_exact, edtf


@pytest.mark.parametrize("edtf", ["[2015-05-19?]", "{2015-05-19~}", "{2015-05,2015-07?}", "[2014/..]", "{2014/2015}"])
def test_a_doubt_inside_a_set_is_kept(edtf):
    assert parse_dating(edtf).uncertain


def test_open_ends_are_remembered():
    assert parse_dating("2014/..").open_end
    assert parse_dating("../2014").open_start
    assert parse_dating("[2009,2014/..]").open_end
    assert not parse_dating("2014/2015").open_end
    assert not parse_dating("2014/2015").open_start


def test_a_set_reaches_as_far_as_its_longest_member():
    dating = parse_dating("[2009,2009-05]")
    assert (dating.earliest, dating.latest) == (date(2009, 1, 1), date(2009, 12, 31))


def test_a_choice_between_one_and_the_same_is_none():
    dating = parse_dating("[2009-05-06,2009-05-06]")
    assert (dating.display, dating.is_exact) == ("6 May 2009", True)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("5 May 2009", '"5 May 2009" is not an EDTF date such as 2015-05-19'),
        ("2009-5-6", '"2009-5-6" is not an EDTF date'),
        ("2009-05-06T10:00:00Z", '"2009-05-06T10:00:00Z" is not an EDTF date'),
        ("20090506", '"20090506" is not an EDTF date'),
        ("yesterday", '"yesterday" is not an EDTF date'),
        ("２００９", '"２００９" is not an EDTF date'),
        ("2009-02-29", '"2009-02-29" is not a day of the calendar'),
        ("2009-13", '"2009-13" is not a day of the calendar'),
        ("2009-00", '"2009-00" is not a day of the calendar'),
        ("2009-05-00", '"2009-05-00" is not a day of the calendar'),
        ("0000", '"0000": there is no year 0'),
        ("000X", '"000X": there is no year 0'),
        ("2009-1X", '"2009-1X": X may stand for a whole component only'),
        ("2009-05-X1", '"2009-05-X1": X may stand for a whole component only'),
        ("XXXX-13", '"XXXX-13": there is no month 13'),
        ("XXXX-02-30", '"XXXX-02-30" is not a day of the calendar'),
        ("..", '".." is not an EDTF date'),
        ("/", '"/" has neither a start nor an end'),
        ("../..", '"../.." has neither a start nor an end'),
        ("2015/2014", '"2015/2014" ends before it starts'),
        ("2015-05-02/2015-05-01", '"2015-05-02/2015-05-01" ends before it starts'),
        ("XXXX/2015", '"XXXX/2015": both ends of an interval need a year'),
        ("2009/2010/2011", "is not an EDTF date"),
        ("[2009", '"[2009" opens with [ and does not close with ]'),
        ("[2009}", '"[2009}" opens with [ and does not close with ]'),
        ("{2009", '"{2009" opens with { and does not close with }'),
        ("[", '"[" opens with [ and does not close with ]'),
        ("[]", '"[]": each date of a set needs a year'),
        ("[2009,]", '"[2009,]": each date of a set needs a year'),
        ("[2009,XXXX-05]", '"[2009,XXXX-05]": each date of a set needs a year'),
        ("[2009,soon]", '"soon" is not an EDTF date'),
        ("[" * 5000 + "2009" + "]" * 5000, "is not an EDTF date"),
    ],
)
def test_what_is_wrong_is_said(text, says):
    with pytest.raises(ValueError, match=r"^.") as caught:
        parse_dating(text)
    assert says in str(caught.value)


days = st.dates().map(str)
months = st.dates().map(lambda day: str(day)[:7])
years = st.dates().map(lambda day: str(day)[:4])
singles = st.builds(str.__add__, days | months | years, st.sampled_from(["", "", "?", "~", "%"])) | st.sampled_from(
    ["201X", "19XX", "200X-05", "2015-05-XX", "2015-XX-XX", "?2017-02-18"]
)
unknown_years = st.sampled_from(["", "XXXX", "XXXX-05", "XXXX-05-19", "XXXX-12-31?"])
intervals = st.tuples(singles, singles | st.sampled_from(["..", ""])).map("/".join) | singles.map("../{}".format)
sets = st.lists(singles | intervals, min_size=1, max_size=4).map(lambda parts: f"[{','.join(parts)}]")
any_edtf = singles | unknown_years | intervals | sets | sets.map(lambda text: "{" + text[1:-1] + "}")


def read(text):
    """The dating, or None where an interval was drawn that ends before it starts."""
    try:
        return parse_dating(text)
    except ValueError as error:
        assert "ends before it starts" in str(error)
        return None


@quick
@given(any_edtf)
def test_spans_are_in_order_and_words_are_there(text):
    dating = read(text)
    if dating is None:
        return
    assert dating.display.strip()
    assert dating.edtf == text.strip()
    assert list(dating.spans) == sorted(dating.spans)
    assert all(first <= last for first, last in dating.spans)
    if dating.spans:
        assert dating.earliest == min(first for first, _ in dating.spans)
        assert dating.latest == max(last for _, last in dating.spans)
    else:
        assert dating.precision is UNKNOWN
    if dating.is_exact:
        assert dating.earliest == dating.latest
        assert not set("?~%X") & set(text)


@quick
@given(st.text(alphabet="0123456789X-/.,[]{}?~% ", max_size=25) | st.text(max_size=12))
def test_any_text_is_a_date_or_a_sentence_that_says_why_not(text):
    try:
        dating = parse_dating(text)
    except ValueError as error:
        assert str(error).startswith('"')
    else:
        assert dating.display
