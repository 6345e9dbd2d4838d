"""The fields by which others say what a page is."""

import pytest

from generator.intake.fields import read_day, read_fields, read_time, unknown_names


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2015-05-19", "2015-05-19"),
        ("2015-05-19 23:30:00", "2015-05-19"),
        ("2015-05-19T23:30:00.000Z", "2015-05-19"),
        ("Tue, 19 May 2015 23:30:00 GMT", "2015-05-19"),
        (1432078200, "2015-05-19"),
        (1432078200000, "2015-05-19"),
        ("2015", "2015"),
        ("[2009-05-06,2015-05-06]", "[2009-05-06,2015-05-06]"),
        ("05/06/2015", None),
        ("yesterday, perhaps", None),
        (True, None),
        (1e300, None),
        ([], None),
        ("", None),
    ],
)
def test_days_in_all_the_ways_that_programs_write_them(written, day):
    """A day is the day that is printed, in whatever zone; what could be two days is none."""
    assert read_day(written) == day


def test_times():
    assert read_time("2015-05-19T23:30:00Z") == "2015-05-19T23:30:00+00:00"
    assert read_time("soon") is None


def test_a_source_that_is_an_address_is_no_outlet():
    fields = read_fields({"source": "https://x.example/a", "hostname": "x.example"})
    assert (fields.url, fields.stated.site) == ("https://x.example/a", "x.example")
    assert read_fields({"source": "Tide Wire"}).stated.site == "Tide Wire"


@pytest.mark.parametrize(
    "author", ["Ada Holm;Bo Lund", ["Ada Holm", "Bo  Lund", "Ada Holm"], [{"name": "Ada Holm"}, {"name": "Bo Lund"}]]
)
def test_authors_in_all_the_ways_that_programs_write_them(author):
    assert read_fields({"author": author}).stated.authors == ("Ada Holm", "Bo Lund")


def test_a_date_that_cannot_be_read_is_told_by_its_name():
    assert read_fields({"date": "soon", "captured": "later"}).unread == ("date", "captured")


def test_names_that_mean_nothing_to_us():
    assert unknown_names({"title": "x", "mood": "grim", "empty": "", "file": "a"}) == ["mood"]


@pytest.mark.parametrize("value", [None, 3, [], {}, "", [None], [[]], {"a": {}}, True, float("nan")])
def test_values_of_any_kind_are_borne(value):
    names = ("title", "authors", "date", "source", "language", "text", "html", "url", "body", "captured")
    fields = read_fields(dict.fromkeys(names, value))
    assert fields.stated.title is None
