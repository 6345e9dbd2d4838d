import hashlib
from datetime import date

import pytest
from archives import STORY, article, make_archive, read_all, said, write

from generator.check import check
from generator.errors import ContentError, Severity
from generator.rebuild import rebuild

RAW = b"The page as it was saved.\n"
SHA256 = hashlib.sha256(RAW).hexdigest()


def problems(folder, files):
    return said(check(make_archive(folder, STORY | files)))


def test_a_sound_archive(tmp_path):
    assert problems(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("articles/a.md", "Words.",
         "content/articles/a.md:1: It does not start with front matter. "
         "Begin the file with a line ---, the fields, and another line ---."),
        ("articles/a.md", article(bylin="x"),
         'content/articles/a.md:3: bylin: There is no such field. Did you mean "byline"?'),
        ("articles/a.md", article(byline="x", published="2015-02-30"),
         'content/articles/a.md:4: published: "2015-02-30" is not a day of the calendar. '
         "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown."),
        ("articles/a.md", article(byline="x", published="03/04/2015"),
         'content/articles/a.md:4: published: "03/04/2015" may mean 2015-03-04 or 2015-04-03, and is not EDTF. '
         "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown."),
        ("articles/a.md", article(byline="x", published="19.5.2015"),
         'content/articles/a.md:4: published: "19.5.2015" means 2015-05-19, and is not EDTF. '
         "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown."),
        ("articles/a.md", article(byline="x", published="31/02/2015"),
         'content/articles/a.md:4: published: "31/02/2015" is not a day of the calendar. '
         "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown."),
        ("articles/a.md", article(byline="x", people="[bo]"),
         'content/articles/a.md:4: people: "bo" has no authority record. '
         "Add content/people/bo.md, or list the name as a variant in an existing one."),
        ("articles/a.md", article(topics="[harbor]"),
         'content/articles/a.md:3: topics: "harbor" has no authority record. Did you mean "harbour"? '
         "Add content/topics/harbor.md, or correct the name."),
        ("articles/a.md", article(source="Daily/Planet"),
         'content/articles/a.md:3: source: "Daily/Planet" has no authority record. '
         "Add content/sources/daily-planet.md, or correct the name."),
        ("articles/deal.md", article(),
         'content/articles/deal.md: articles/2015/deal.md has the address "deal" too. Rename one of the two files.'),
        ("articles/a.md", article(aliases="[pier]"),
         "content/articles/a.md:3: aliases: The former address /archive/articles/pier/ is in use. "
         "Take it out of the aliases."),
        ("articles/a.md", article(original="originals/ab/ab.txt"),
         'content/articles/a.md:3: original: "originals/ab/ab.txt" is not there. Bring the original back.'),
        ("articles/a.md", article(original='"a\\0b"'),
         'content/articles/a.md:3: original: "a\0b" is not there. Bring the original back.'),
        ("people/bo.md", "---\nname: Bo\nborn: soon\n---\n",
         'content/people/bo.md:3: born: "soon" is not an EDTF date such as 2015-05-19, 2015-05, 2015 or 2017-02-18?. '
         "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown."),
        ("people/Bo Lind.md", "---\nname: Bo\n---\n",
         'content/people/Bo Lind.md: "Bo Lind" cannot stand in an address. Name the file bo-lind.md.'),
        ("topics/pier.md", "---\nname: Pier\nbroader: [port]\n---\n",
         'content/topics/pier.md:3: broader: There is no topic "port". Add content/topics/port.md.'),
        ("pages/people.md", "---\ntitle: People\n---\n",
         "content/pages/people.md: The address /people/ belongs to another part of the site. Rename the file."),
    ],
)  # fmt: skip
def test_each_kind_of_error_is_found_once_with_its_line(tmp_path, path, text, problem):
    assert problems(tmp_path, {f"content/{path}": text}) == [problem]


TOO_OLD = (
    'content/articles/a.md:4: published: "0215-05-19" is before 1600, when there were no printed newspapers yet. '
    "Is it a slip? Correct it, or leave it out if unknown."
)
FUTURE = (
    'content/articles/b.md:3: published: "2016-03-05" is still to come. '
    "Is it a slip? Correct it, or leave it out if unknown."
)
SLIPS = {
    "content/articles/a.md": article(byline="x", published="0215-05-19"),
    "content/articles/b.md": article(published="2016-03-05"),
    "content/articles/c.md": article(published="2016-03-04"),
    "content/articles/d.md": article(published="../2040"),
    "content/articles/e.md": article(published="1600"),
}


def test_dates_that_are_slips_are_warnings_and_only_a_check_asks_the_clock(tmp_path):
    site = make_archive(tmp_path, STORY | SLIPS)
    told = check(site, today=date(2016, 3, 4))
    assert said(told) == [TOO_OLD, FUTURE]
    assert {problem.severity for problem in told} == {Severity.WARNING}
    built = rebuild(site).problems
    assert said(built) == [TOO_OLD]
    assert {problem.severity for problem in built} == {Severity.WARNING}


def test_a_name_that_two_people_claim_is_a_warning(tmp_path):
    site = make_archive(tmp_path, STORY | {"content/people/bo.md": "---\nname: Bo\nvariants: [Ada Holm]\n---\n"})
    found = check(site)
    assert [problem.severity for problem in found if "claimed" in problem.what] == [Severity.WARNING]


ORIGINAL = {
    "content/originals/ab/ab.txt": RAW,
    "content/articles/a.md": article(original="originals/ab/ab.txt", original_sha256=SHA256),
}


def test_an_original_that_is_as_it_was_saved(tmp_path):
    assert problems(tmp_path, ORIGINAL) == []


def test_an_altered_original(tmp_path):
    assert problems(tmp_path, ORIGINAL | {"content/originals/ab/ab.txt": RAW + b" "}) == [
        'content/articles/a.md:3: original: "originals/ab/ab.txt" is not what was saved: its SHA-256 differs. '
        "Bring the original back as it was."
    ]


def test_a_site_that_was_not_built_has_no_links_to_check(tmp_path):
    assert problems(tmp_path, {"content/articles/a.md": article("[x](/nowhere/)")}) == []


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("/archive/people/nobody/", "leads nowhere"),
        ("/elsewhere/", "leads outside of /archive/"),
        ("../pier/#p-000000", "leads to an anchor that is not there"),
    ],
)
def test_links_and_anchors_that_lead_nowhere(tmp_path, link, fault):
    site = make_archive(tmp_path, STORY | {"content/articles/a.md": article(f"See [this]({link}).")})
    rebuild(site, search=False)
    assert said(check(site)) == [
        f'public/articles/a/index.html: The link "{link}" {fault}. '
        "Correct it in the article, record or template that it comes from."
    ]
    assert check(site, links=False) == []


def test_a_built_site_with_search_is_sound(tmp_path):
    site = make_archive(tmp_path, STORY)
    rebuild(site)
    assert check(site) == []


def test_a_check_changes_nothing(tmp_path):
    site = make_archive(tmp_path, STORY | {"content/articles/a.md": "nothing"})
    rebuild(site, search=False)
    before = read_all(tmp_path)
    check(site)
    assert read_all(tmp_path) == before


def test_a_content_folder_that_vanished(tmp_path):
    with pytest.raises(ContentError, match="This folder is not there"):
        (tmp_path / "content").rmdir() if (site := make_archive(tmp_path, {})) else None
        check(site)


def test_everything_is_told_in_one_go(tmp_path):
    write(tmp_path, {"content/people/x.md": "nothing"})
    found = problems(
        tmp_path, {"content/articles/a.md": article(people="[bo]", bylin="x"), "content/articles/b.md": ""}
    )
    assert len(found) == 4
