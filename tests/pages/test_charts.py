from datetime import date
from itertools import pairwise

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.authority import Office
from generator.model.dating import parse_dating
from generator.model.page import Tally
from generator.pages.charts import draw_offices, draw_years, view_office


def office(start=None, end=None, **fields):
    dates = {"start": start and parse_dating(start), "end": end and parse_dating(end)}
    return Office(**{"title": "Mayor"} | fields | dates)


def chart_of(counts, undated=None):
    return draw_years({y: Tally(title=str(y), url=f"#{y}", count=n) for y, n in counts.items()}, undated)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2010-05", "2014", "2010 to 2014"), ("2010-01", "2010-12", "2010"), ("2010", None, "since 2010"),
        (None, "2014", "until 2014"), (None, None, ""), ("XXXX-05", None, ""),
    ],
)  # fmt: skip
def test_the_years_of_an_office(start, end, years):
    view = view_office(office(start, end, organisation="Port"))
    assert (view.title, view.years) == ("Mayor, Port", years)


def test_one_year_is_no_chart():
    assert chart_of({}) is None
    assert chart_of({2015: 3}) is None


def test_a_year_without_articles_keeps_its_place():
    chart = chart_of({2001: 1, 2020: 2})
    assert [(bar.title, bar.url, bar.label, bar.left, bar.width) for bar in chart.bars] == [
        ("2001", "#2001", "1", "0.5", "4"), ("2020", "#2020", "2", "95.5", "4"),
    ]  # fmt: skip
    assert [(tick.label, tick.at) for tick in chart.ticks] == [
        ("2005", "22.5"), ("2010", "47.5"), ("2015", "72.5"), ("2020", "97.5"),
    ]  # fmt: skip


def test_where_bars_are_narrow_only_the_highest_have_numbers():
    assert [bar.label for bar in chart_of({1990: 1, 2000: 7, 2025: 3}).bars] == ["", "7", ""]


@quick
@given(st.dictionaries(st.integers(1500, 2100), st.integers(1, 10**6), min_size=2))
def test_whatever_the_years_bars_stay_inside_and_are_as_high_as_their_counts(counts):
    chart = chart_of(counts)
    bars = chart.bars
    assert [int(bar.title) for bar in bars] == sorted(counts)
    for bar in bars:
        assert 0 <= float(bar.left) < float(bar.middle) < 100
        assert float(bar.left) + float(bar.width) <= 100.01
        assert float(bar.top) + float(bar.height) == pytest.approx(94, abs=0.02)
        assert 0 < float(bar.height) <= 76
    ordered = sorted(bars, key=lambda bar: bar.count)
    assert all(float(a.height) <= float(b.height) for a, b in pairwise(ordered))
    assert len(chart.ticks) <= 7


def test_offices_stand_on_one_line_in_order_of_time():
    views, ticks = draw_offices([office("2010", "2014-12-31"), office("2005-01-01", "2009-12-31")], None)
    assert [(v.years, v.term.start, v.term.is_open) for v in views] == [
        ("2005 to 2009", "0", False), ("2010 to 2014", "50", False),
    ]  # fmt: skip
    assert [float(v.term.length) for v in views] == [pytest.approx(50, abs=0.1)] * 2
    assert [tick.label for tick in ticks] == ["2006", "2008", "2010", "2012", "2014"]


def test_an_office_that_goes_on_reaches_to_the_newest_article():
    """Nothing asks what day it is."""
    (view,), ticks = draw_offices([office("2020")], date(2023, 6, 1))
    assert (view.term.start, view.term.length, view.term.is_open) == ("0", "100", True)
    assert [tick.label for tick in ticks] == ["2020", "2021", "2022", "2023"]


def test_an_office_without_years_has_no_bar():
    (dated, undated) = sorted(draw_offices([office("2020"), office()], None)[0], key=lambda view: view.years == "")
    assert dated.term is not None
    assert undated.term is None
    assert draw_offices([office()], date(2023, 6, 1)) == ((view_office(office()),), ())
