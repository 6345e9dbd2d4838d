import pytest
from archives import said

from generator.errors import SiteError
from generator.site import Lists, load_site, read_settings

LEAST = 'title = "T"\nurl = "https://example.org"\n'


def problems_of(text):
    with pytest.raises(SiteError) as caught:
        read_settings(text)
    return said(caught.value.problems)


def test_two_keys_are_enough():
    settings = read_settings(LEAST)
    assert (settings.title, settings.output, settings.language) == ("T", "public", "en")
    assert settings.lists == Lists()
    assert settings.search.enabled


def test_sections_change_only_what_they_name():
    settings = read_settings(LEAST + "[lists]\npage_size = 20\n[search]\nenabled = false\n")
    assert (settings.lists.page_size, settings.lists.feed_entries) == (20, 20)
    assert not settings.search.enabled


def test_a_folder_without_a_site(tmp_path):
    with pytest.raises(SiteError) as caught:
        load_site(tmp_path)
    assert said(caught.value.problems) == [
        f"{tmp_path}/site.toml: There is no site here. "
        "Go to the folder of your site.toml, or make a site with: dateline init DIR"
    ]


def test_a_file_that_is_not_utf_8(tmp_path):
    (tmp_path / "site.toml").write_bytes(b'title = "Caf\xe9"')
    with pytest.raises(SiteError, match=r"site\.toml: It cannot be read: .* Save it as UTF-8 text\."):
        load_site(tmp_path)


def test_a_folder_called_site_toml(tmp_path):
    (tmp_path / "site.toml").mkdir()
    with pytest.raises(SiteError, match="It cannot be read"):
        load_site(tmp_path)


def test_broken_toml_names_its_line():
    (problem,) = problems_of('title = "T"\nurl = https://example.org\n')
    assert problem.startswith("site.toml:2: This is not TOML: ")
    assert "\n" not in problem


def test_a_key_written_twice_names_its_line():
    (problem,) = problems_of(LEAST + 'title = "U"\n')
    assert problem.startswith("site.toml:3: This is not TOML: ")


def test_a_typo_in_a_key():
    assert problems_of(LEAST + 'taglin = "x"\n') == [
        'site.toml:3: taglin: There is no such setting. Did you mean "tagline"?'
    ]


def test_a_typo_in_a_key_of_a_section():
    assert problems_of(LEAST + "\n[lists]\npage_sise = 20\n") == [
        'site.toml:5: lists.page_sise: There is no such setting. Did you mean "page_size"?'
    ]


def test_a_key_like_no_other_lists_those_there_are():
    (problem,) = problems_of(LEAST + "zzz = 1\n")
    assert problem.startswith("site.toml:3: zzz: There is no such setting. Settings here: title, url, ")


def test_an_unknown_section():
    assert problems_of(LEAST + "[serch]\nenabled = true\n") == [
        'site.toml:3: serch: There is no such setting. Did you mean "search"?'
    ]


def test_a_section_written_as_a_value():
    assert problems_of(LEAST + "lists = 3\n") == [
        "site.toml:3: lists: This is a section. Write it as [lists] on a line of its own."
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("tagline = 3", "site.toml:3: tagline: 3 is not text in quotes. Write text in quotes."),
        ("[lists]\npage_size = '9'", "site.toml:4: lists.page_size: '9' is not a whole number. Write a whole number."),
        (
            "[lists]\npage_size = true",
            "site.toml:4: lists.page_size: True is not a whole number. Write a whole number.",
        ),
        ("[lists]\npage_size = 4", "site.toml:4: lists.page_size: 4 is too small. Write 5 or more."),
        ("[search]\nenabled = 1", "site.toml:4: search.enabled: 1 is not true or false. Write true or false."),
        ("[people]\npage_threshold = -1", "site.toml:4: people.page_threshold: -1 is too small. Write 0 or more."),
    ],
)
def test_a_wrong_value(line, problem):
    assert problems_of(LEAST + line + "\n") == [problem]


def test_every_problem_is_told_at_once():
    assert problems_of('titel = "T"\n[lists]\npage_size = "many"\n') == [
        'site.toml:1: titel: There is no such setting. Did you mean "title"?',
        "site.toml:3: lists.page_size: 'many' is not a whole number. Write a whole number.",
        'site.toml: title: It is missing. Add: title = "…"',
        'site.toml: url: It is missing. Add: url = "…"',
    ]


def test_an_empty_file():
    assert len(problems_of("")) == 2


def test_an_empty_title():
    assert problems_of('title = " "\nurl = "https://example.org"\n') == [
        "site.toml:1: title: It is empty. Say what the archive is called."
    ]


@pytest.mark.parametrize(
    "url",
    ["", "example.org", "//example.org/", "ftp://example.org/", "https://", "https://e.org/?q=1", "https://e.org/#a"],
)
def test_an_address_that_is_none(url):
    assert problems_of(f'title = "T"\nurl = "{url}"\n') == [
        f'site.toml:2: url: "{url}" is not an address. Write it as https://example.org/archive/'
    ]


@pytest.mark.parametrize("url", ["https://[::1", "https://e.org:port/"])
def test_an_address_that_cannot_be_taken_apart(url):
    (problem,) = problems_of(f'title = "T"\nurl = "{url}"\n')
    assert problem.startswith(f'site.toml:2: url: "{url}" is not an address.')


@pytest.mark.parametrize(
    "output", ["", "/", "/srv/www", "..", "../public", "a/../..", "content", "templates", ".", "./public", "a//b"]
)
def test_an_output_folder_that_would_do_harm(output):
    assert problems_of(LEAST + f'output = "{output}"\n') == [
        f'site.toml:3: output: "{output}" cannot be published to. Name a folder below this one, like public.'
    ]


@pytest.mark.parametrize("output", ["content/articles", "content/public", "templates/static", ".dateline/staging"])
def test_an_output_folder_inside_one_that_people_edit(output):
    """The site is never written into what it is made from."""
    assert len(problems_of(LEAST + f'output = "{output}"\n')) == 1


@pytest.mark.parametrize("output", ["public", "out/site", "docs"])
def test_an_output_folder_that_is_fine(output):
    assert read_settings(LEAST + f'output = "{output}"\n').output == output


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://example.org", "/"),
        ("https://example.org/", "/"),
        ("https://example.org/archive", "/archive/"),
        ("https://example.org/a/b/", "/a/b/"),
    ],
)
def test_the_path_that_a_site_lives_below(tmp_path, url, base):
    (tmp_path / "site.toml").write_text(f'title = "T"\nurl = "{url}"\n')
    site = load_site(tmp_path)
    assert site.base == base
    assert site.content == tmp_path / "content"
    assert site.output == tmp_path / "public"


def test_a_byte_order_mark_and_windows_line_ends(tmp_path):
    (tmp_path / "site.toml").write_bytes(b"\xef\xbb\xbf" + LEAST.replace("\n", "\r\n").encode())
    assert load_site(tmp_path).settings.title == "T"
