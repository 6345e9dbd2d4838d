from datetime import date

import pytest
from archives import card, catalog
from hypothesis import given
from hypothesis import strategies as st

from generator.model.address import Addresses
from generator.model.dating import parse_dating
from generator.model.page import DatePage, DatesPage, MonthCount, UndatedPage, YearPage
from generator.pages.date_data import plan_dates_data
from generator.pages.dates import plan_dates, year_tallies
from generator.pages.shelves import LONGEST_SPAN, Calendar, shelve
from generator.pages.views import Views

HERE = Addresses("/")


def shelves(edtf):
    """Where an article with such a date stands: surely, as precisely as may be, and possibly."""
    calendar = Calendar()
    calendar.add("a", parse_dating(edtf))
    kinds = (calendar.years, calendar.months, calendar.days)

    def where(name):
        return [unit for kind in kinds for unit, shelf in kind.items() if getattr(shelf, name)]

    return {"all": where("all"), "sure": where("sure"), "possible": where("possible"), "undated": calendar.undated}


def stands(all=(), sure=(), possible=(), undated=()):  # noqa: A002  # a shelf's own word
    return {"all": list(all), "sure": list(sure), "possible": list(possible), "undated": list(undated)}


@pytest.mark.parametrize(
    ("edtf", "where"),
    [
        ("2015-05-19", stands(all=[2015, (2015, 5), date(2015, 5, 19)], sure=[date(2015, 5, 19)])),
        ("2015-05", stands(all=[2015, (2015, 5)], sure=[(2015, 5)])),
        ("2015", stands(all=[2015], sure=[2015])),
        ("2015-05-19?", stands(possible=[2015, (2015, 5), date(2015, 5, 19)])),
        ("2015-05?", stands(possible=[2015, (2015, 5)])),
        ("2015~", stands(possible=[2015])),
        ("[2009-05-06,2015-05-06]",
         stands(possible=[2009, 2015, (2009, 5), (2015, 5), date(2009, 5, 6), date(2015, 5, 6)])),
        ("[2009-05-06]", stands(all=[2009, (2009, 5), date(2009, 5, 6)], sure=[date(2009, 5, 6)])),
        ("{2009-05-06,2009-05-07}", stands(possible=[2009, (2009, 5), date(2009, 5, 6), date(2009, 5, 7)])),
        ("2015-05-19/2015-05-21", stands(possible=[2015, (2015, 5)])),
        ("2015-05-30/2015-06-02", stands(possible=[2015, (2015, 5), (2015, 6)])),
        ("2015-11/2016-01", stands(possible=[2015, 2016, (2015, 11), (2015, 12), (2016, 1)])),
        ("2015-11/2016-02", stands(possible=[2015, 2016])),
        ("2015-05/..", stands(possible=[2015, (2015, 5)])),
        ("2014/2016", stands(possible=[2014, 2015, 2016])),
        ("201X", stands(possible=list(range(2010, 2020)))),
        ("2014/..", stands(possible=[2014])),
        ("1900/2000", stands(possible=[1900, 2000])),
        ("XXXX-05-19", stands(undated=["a"])),
        ("", stands(undated=["a"])),
    ],
)  # fmt: skip
def test_where_an_article_stands(edtf, where):
    """On the shelf of a day only when it is surely from that day; where it only may be from, among the possible."""
    found = shelves(edtf)
    assert {name: sorted(units, key=str) for name, units in found.items()} == {
        name: sorted(units, key=str) for name, units in where.items()
    }


def test_a_long_span_is_not_spread_over_every_year():
    assert len(shelves(f"1900/{1900 + LONGEST_SPAN}")["possible"]) == LONGEST_SPAN + 1
    assert len(shelves(f"1900/{1901 + LONGEST_SPAN}")["possible"]) == 2


def plan(*dates, size=50):
    views = Views(catalog(*(card(f"a{n}", edtf) for n, edtf in enumerate(dates))), HERE)
    return {recipe.url: recipe.make() for recipe in plan_dates(views, shelve(views), size)}


def test_what_is_open_to_one_side_is_told_on_every_year_that_it_may_belong_to():
    pages = plan("2014/..", "2014-05/..", "2016/..", "../2015", "2013", "2015-05-19", "2017")

    def told(year):
        return [(tally.title, tally.url, tally.count) for tally in pages[f"/dates/{year}/"].open_ended]

    since = ("2014 or later", "/dates/2014/#possible", 2)
    until = ("2015 or earlier", "/dates/2015/#possible", 1)
    assert told(2013) == [until]
    assert told(2014) == [until]
    assert told(2015) == told(2016) == [since]
    assert told(2017) == [("2016 or later", "/dates/2016/#possible", 1), since]
    assert sorted(item.url for item in pages["/dates/2014/"].possible) == ["/articles/a0/", "/articles/a1/"]


def shown(page):
    return [item.url for group in page.groups for item in group.items]


def test_nothing_has_no_pages_but_the_index():
    assert list(plan()) == ["/dates/"]


def test_a_day_makes_a_year_a_month_and_a_day():
    pages = plan("2015-05-19")
    assert list(pages) == ["/dates/", "/dates/2015/", "/dates/2015/05/", "/dates/2015/05/19/"]
    index, year, month, day = pages.values()
    assert isinstance(index, DatesPage)
    assert [(t.title, t.url, t.count) for t in index.years] == [("2015", "/dates/2015/", 1)]
    assert index.undated is None
    assert isinstance(year, YearPage)
    assert (year.title, year.count, shown(year)) == ("2015", 1, [])
    assert isinstance(month, DatePage)
    assert (month.title, month.count, shown(month)) == ("May 2015", 1, ["/articles/a0/"])
    assert [(group.title, group.url) for group in month.groups] == [("19 May 2015", "/dates/2015/05/19/")]
    assert (day.title, day.count, shown(day)) == ("19 May 2015", 1, ["/articles/a0/"])


def test_the_way_back_from_a_day():
    day = plan("2015-05-19")["/dates/2015/05/19/"]
    assert [(link.title, link.url) for link in day.crumbs] == [
        ("Dates", "/dates/"), ("2015", "/dates/2015/"), ("May 2015", "/dates/2015/05/"),
    ]  # fmt: skip


def test_a_year_page_lists_what_is_known_no_better():
    year = plan("2015", "2015-05-19", "2015-05", "2015?")["/dates/2015/"]
    assert year.count == 3
    assert [group.title for group in year.groups] == ["Sometime in 2015"]
    assert shown(year) == ["/articles/a0/"]
    assert [item.url for item in year.possible] == ["/articles/a3/"]


def test_a_month_lists_its_days_and_what_is_known_no_better():
    month = plan("2015-05-19", "2015-05", "2015-05-20")["/dates/2015/05/"]
    assert [(group.title, len(group.items)) for group in month.groups] == [
        ("20 May 2015", 1), ("19 May 2015", 1), ("Sometime in May 2015", 1),
    ]  # fmt: skip


def test_a_year_of_which_everything_is_doubtful():
    year = plan("2015-05-19?")["/dates/2015/"]
    assert (year.count, year.groups, len(year.possible)) == (0, (), 1)


def test_a_year_in_numbers():
    year = plan("2015-05-19", "2015-05-19", "2015-05-20?", "2015-06")["/dates/2015/"]
    assert [month.title for month in year.months][:2] == ["January", "February"]
    assert len(year.months) == 12
    assert year.months[4] == MonthCount(title="May", url="/dates/2015/05/", count=2, possible=1)
    assert year.months[5] == MonthCount(title="June", url="/dates/2015/06/", count=1, possible=0)
    assert year.months[0].url is None


def test_the_calendar_of_a_month():
    may = plan("2015-05-19", "2015-05-19", "2015-05-20?", "2015-06")["/dates/2015/05/"].calendar
    cells = [cell for week in may.weeks for cell in week if cell]
    assert [cell.day for cell in cells] == list(range(1, 32))
    assert {cell.day: (cell.url, cell.count) for cell in cells if cell.url} == {
        19: ("/dates/2015/05/19/", 2), 20: ("/dates/2015/05/20/", 1),
    }  # fmt: skip
    assert may.weeks[0] == (None, None, None, None, *may.weeks[0][4:])  # 1 May 2015 was a Friday
    assert all(len(week) == 7 for week in may.weeks)


def test_the_days_of_a_year_are_darker_for_more():
    heat = plan(*["2015-01-01"] * 8, "2015-01-05", "2015-12-31", "2015-12-31")["/dates/2015/"].heat
    assert [(cell.url, cell.column, cell.row, cell.level) for cell in heat.cells] == [
        ("/dates/2015/01/01/", 0, 3, 4),  # a Thursday
        ("/dates/2015/01/05/", 1, 0, 1),
        ("/dates/2015/12/31/", 52, 3, 1),
    ]
    assert heat.cells[0].title == "1 January 2015: 8 articles"
    assert heat.columns == 53
    assert heat.outline == "0,3 1,3 1,0 53,0 53,4 52,4 52,7 0,7"
    assert [tick.label for tick in heat.ticks][:2] == ["Jan", "Feb"]
    assert plan("2015")["/dates/2015/"].heat is None


@given(st.dates())
def test_every_day_stands_once_in_its_heat_map(day):
    (cell,) = plan(day.isoformat())[f"/dates/{day.year:04}/"].heat.cells
    assert cell.row == day.weekday()
    assert cell.column * 7 + cell.row - date(day.year, 1, 1).weekday() == day.timetuple().tm_yday - 1
    assert cell.level == 4


def test_a_day_leads_to_the_same_day_of_other_years():
    pages = plan("2009-05-19", "2015-05-19", "2015-05-19", "2017-05-19?", "2017-05-20")
    assert [(t.title, t.url, t.count) for t in pages["/dates/2015/05/19/"].years] == [
        ("2017", "/dates/2017/05/19/", 1), ("2009", "/dates/2009/05/19/", 1),
    ]  # fmt: skip
    assert pages["/dates/2017/05/20/"].years == ()


def test_a_day_whose_year_is_not_known_is_listed_on_that_day_of_every_year():
    pages = plan("2009-05-19", "2015-05-19", "2015-05-20", "XXXX-05-19")
    for url in ("/dates/2009/05/19/", "/dates/2015/05/19/"):
        assert [item.url for item in pages[url].yearless] == ["/articles/a3/"]
        assert pages[url].count == 1
    assert pages["/dates/2015/05/20/"].yearless == ()


def test_days_of_which_the_archive_has_nothing_are_said():
    pages = plan("2015-05-10", "2015-05-19", "2015-05-20", "2015-05-22")
    assert pages["/dates/2015/05/19/"].gaps == ("Nothing in this archive from 11 May 2015 to 18 May 2015.",)
    assert pages["/dates/2015/05/20/"].gaps == ("Nothing in this archive of 21 May 2015.",)


def test_a_year_for_programs():
    dates = ["2015-05-19", "2015-05-19", "2015-06", "2015", "2015-07-01?", "2016"]
    views = Views(catalog(*(card(f"a{n}", edtf) for n, edtf in enumerate(dates))), HERE)
    files = {recipe.url: recipe.make().values for recipe in plan_dates_data(views, shelve(views))}
    assert list(files) == ["/dates/2015/year.json", "/dates/2016/year.json"]
    year = files["/dates/2015/year.json"]
    assert (year["year"], year["url"], year["count"]) == (2015, "/dates/2015/", 4)
    assert {unit: [a["url"] for a in articles] for unit, articles in year["articles"].items()} == {
        "2015": ["/articles/a3/"], "2015-06": ["/articles/a2/"], "2015-05-19": ["/articles/a0/", "/articles/a1/"],
    }  # fmt: skip
    assert [article["published"] for article in year["possible"]] == ["2015-07-01?"]


@pytest.mark.parametrize("edtf", ["0001-01-01", "9999-12-31", "2016-02-29"])
def test_the_edges_of_the_calendar(edtf):
    year, month, day = edtf.split("-")
    assert f"/dates/{year}/{month}/{day}/" in plan(edtf)


def test_neighbours_skip_what_is_empty():
    pages = plan("2009-05-06", "2015-05-19", "2015-07")
    day = pages["/dates/2015/05/19/"]
    assert (day.older_date.url, day.newer_date) == ("/dates/2009/05/06/", None)
    month = pages["/dates/2015/05/"]
    assert (month.older_date.title, month.newer_date.title) == ("May 2009", "July 2015")
    year = pages["/dates/2009/"]
    assert (year.older_year, year.newer_year.url) == (None, "/dates/2015/")


def test_undated_articles_have_a_page():
    pages = plan("", "XXXX-05-19", "2015")
    page = pages["/dates/undated/"]
    assert isinstance(page, UndatedPage)
    assert (page.count, len(shown(page))) == (2, 2)
    assert (pages["/dates/"].undated.url, pages["/dates/"].undated.count) == ("/dates/undated/", 2)


def test_a_busy_day_is_cut_into_pages():
    pages = plan(*["2015-05-19"] * 60, size=5)
    day = [page for url, page in pages.items() if url.startswith("/dates/2015/05/19/")]
    assert len(day) > 5
    assert sorted(url for page in day for url in shown(page)) == sorted(f"/articles/a{n}/" for n in range(60))
    front, *older = day
    assert front.count == 60
    assert all(page.count is None and page.crumbs[-1].url == "/dates/2015/05/19/" for page in older)


def test_every_date_that_a_page_leads_to_is_there():
    """Whatever an article's date is, the link on it lands."""
    dates = [
        "2015-05-19", "2015-05", "2015", "2015-05-19?", "[2009-05-06,2015-05-06]", "{2009,2010}", "2014/..",
        "2009-12-31/2010-01-01", "1900/2000", "201X-05", "XXXX-05-19", "", "[2009,2009-05]", "../1999-01-02",
    ]  # fmt: skip
    made = catalog(*(card(f"a{n}", edtf) for n, edtf in enumerate(dates)))
    views = Views(made, HERE)
    urls = {recipe.url for recipe in plan_dates(views, shelve(views), 50)}
    for slug, entry in made.cards.items():
        assert views.item(slug).date.url in urls, entry.published.edtf
        for group in views.by_year([slug]):
            assert group.url in urls, entry.published.edtf


def test_year_tallies_count_what_is_sure():
    views = Views(catalog(card("a", "2015-05-19"), card("b", "2015"), card("c", "2016?"), card("d", "2014/2015")), HERE)
    assert [(tally.title, tally.count) for tally in year_tallies(views)] == [("2015", 2)]
