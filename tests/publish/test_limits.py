"""Limits of hosts."""

from generator.errors import Severity
from generator.publish import check_limits


def test_a_small_site_fits_everywhere():
    assert check_limits("public", 674, {}) == []


def test_a_host_that_takes_fewer_files_is_named():
    problems = check_limits("public", 21_340, {})
    assert [str(problem) for problem in problems] == [
        "public: 21,340 files are more than the 20,000 that Cloudflare Pages (free plan) takes. "
        "Choose another host, if this is yours."
    ]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_the_largest_file_that_a_host_does_not_take_is_named():
    problems = check_limits("public", 10, {"a.pdf": 11 << 20, "static/b.pdf": 30 << 20})
    assert {problem.where.path for problem in problems} == {"public/static/b.pdf"}
    assert "It has 30.0 MiB, more than the 25 MiB" in problems[0].what
