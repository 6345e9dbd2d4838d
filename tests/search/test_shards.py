import pytest
from archives import card, quick
from hypothesis import given
from hypothesis import strategies as st

from generator.search import shard_cards


def shards(*dates, most=5000):
    made = shard_cards([card(f"a{n}", edtf) for n, edtf in enumerate(dates)], most)
    return {shard.name: (shard.count, slugs) for shard, slugs in made.items()}


def test_one_index_a_year_newest_first_undated_last():
    assert shards("2009", "2015-05-19", "", "2015") == {
        "2015": (2, ("a1", "a3")), "2009": (1, ("a0",)), "undated": (1, ("a2",)),
    }  # fmt: skip
    assert list(shards("2009", "2015-05-19", "", "2015")) == ["2015", "2009", "undated"]


@pytest.mark.parametrize(
    ("edtf", "name"),
    [
        ("2015-05-19", "2015"), ("2015-05?", "2015"), ("2015-05-01/2015-06-01", "2015"), ("[2015-01,2015-12]", "2015"),
        ("0800", "0800"), ("2014/2015", "undated"), ("[2014,2015]", "undated"), ("2014/..", "undated"),
        ("../2014", "undated"), ("[2014/..]", "undated"), ("201X", "undated"),
        ("XXXX-05-19", "undated"), ("", "undated"),
    ],
)  # fmt: skip
def test_only_the_year_that_surely_saw_it(edtf, name):
    """Newest first is right only where a year is certain."""
    assert list(shards(edtf)) == [name]


def test_a_large_year_is_split_by_the_calendar():
    dates = [f"2015-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    made = shards(*dates, "2014", most=100)
    assert list(made) == ["2015-4", "2015-3", "2015-2", "2015-1", "2014"]
    assert all(count <= 110 for count, _ in made.values())


def test_nothing_has_no_index():
    assert shards() == {}


dates = st.lists(
    st.sampled_from(["", "2014", "2015", "2015-05-19", "2015-12-31", "2016-02-29", "2014/.."]), max_size=80
)


@quick
@given(dates, st.integers(10, 30))
def test_every_article_is_in_exactly_one_index(dates, most):
    made = shards(*dates, most=most)
    slugs = [slug for _, own in made.values() for slug in own]
    assert sorted(slugs) == sorted(f"a{n}" for n in range(len(dates)))
    assert all(count == len(own) > 0 for count, own in made.values())
    assert all(list(own) == sorted(own) for _, own in made.values())
