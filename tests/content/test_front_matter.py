import pytest
import yaml
from archives import quick, said
from hypothesis import given
from hypothesis import strategies as st

from generator.content.front_matter import FrontMatter, format_front_matter
from generator.errors import ContentError


def refusal(text):
    with pytest.raises(ContentError) as caught:
        FrontMatter(text, "content/a.md")
    (problem,) = said(caught.value.problems)
    assert "\n" not in problem
    return problem


def test_fields_and_body():
    front = FrontMatter("---\ntitle: Deal\n---\n\nOne.\n\nTwo.\n", "a.md")
    assert front.text("title") == "Deal"
    assert front.body == "One.\n\nTwo."


@pytest.mark.parametrize(
    "value", ["no", "yes", "on", "null", "~", "2015-05-19", "1.50", "0x10", "1_000", "007", "12:30:45", "=", "<<"]
)
def test_values_stay_as_written(value):
    """``no`` stays "no", a date stays as written, and a house number keeps its zeros."""
    assert FrontMatter(f"---\ntitle: {value}\n---\n", "a.md").text("title") == value


@pytest.mark.parametrize(
    "text", ["---\ntitle: x\n---", "---\ntitle: x\n---\n", "--- \ntitle: x\n---\t\n", "\ufeff---\ntitle: x\n---\n"]
)
def test_fences_may_be_sloppy(text):
    front = FrontMatter(text, "a.md")
    assert (front.text("title"), front.body) == ("x", "")


def test_windows_line_ends():
    front = FrontMatter("---\r\ntitle: x\r\npeople: [a,\r\n  b]\r\n---\r\nOne.\r\n\r\nTwo.\r\n", "a.md")
    assert (front.text("title"), front.texts("people"), front.body) == ("x", ("a", "b"), "One.\n\nTwo.")


def test_a_line_in_the_body_is_no_fence():
    assert FrontMatter("---\ntitle: x\n---\nOne.\n\n---\n\nTwo.\n", "a.md").body == "One.\n\n---\n\nTwo."


@pytest.mark.parametrize(
    "text",
    ["", "title: x\n", "\n---\ntitle: x\n---\n", "---\ntitle: x\n", "--- title: x\n---\n", "----\ntitle: x\n----\n"],
)
def test_no_front_matter(text):
    assert refusal(text) == (
        "content/a.md:1: It does not start with front matter. "
        "Begin the file with a line ---, the fields, and another line ---."
    )


@pytest.mark.parametrize("text", ["---\n---\nOne.", "---\n\n---\nOne.", "---\n# nothing yet\n---\nOne."])
def test_empty_front_matter_has_no_fields(text):
    front = FrontMatter(text, "content/a.md")
    with pytest.raises(ContentError) as caught:
        front.required_text("title")
    assert said(caught.value.problems) == ["content/a.md: title: It is missing. Add a line: title: …"]
    assert front.body == "One."


@pytest.mark.parametrize(
    ("yaml_text", "line", "says"),
    [
        ("title: Talks: a beginning", 2, "mapping values are not allowed in this context"),
        ("title: x\nbyline: 'open", 4, "found unexpected end of stream"),
        ("title: x\npeople: [a, b", 4, "did not find expected ',' or ']'"),
        ("title: x\n\tbyline: y", 3, "found a tab character"),
        ("title: x\nbyline: y\ntitle: z", 4, 'the key "title" stands twice'),
        ("title: x\ndateline: {place: A, place: B}", 3, 'the key "place" stands twice'),
        ("title: x\nbyline: *unknown", 3, "undefined alias"),
        ("title: x\n? [a]\n: b", 3, "a key is not a word"),
        ("title: x\nbyline: a\x01b", 3, "the character #x0001 may not stand in it"),
        ("title: Ærø ü €\nbyline: 🔥\x00b", 3, "the character #x0000 may not stand in it"),
        ('title: "\\ud800"', 2, "invalid Unicode character escape code"),
    ],
)
def test_what_is_not_yaml_is_said_with_its_line_in_the_file(yaml_text, line, says):
    problem = refusal(f"---\n{yaml_text}\n---\nOne.")
    assert problem.startswith(f"content/a.md:{line}: The front matter is not YAML: ")
    assert says in problem


def test_a_list_that_holds_itself():
    assert "lists stand in lists too deep" in refusal("---\ntitle: &a [*a]\n---\nOne.")


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("- ", ""), ("{a: ", "}")])
@pytest.mark.parametrize("depth", [2_000, 60_000])
def test_lists_in_lists_without_end_do_not_bring_the_build_down(opening, closing, depth):
    """YAML's composer calls itself for each; without a limit the process dies without a word."""
    text = f"---\ntitle: x\nbyline:\n {opening * depth}{closing * depth}\n---\n"
    assert "lists stand in lists too deep" in refusal(text)


def test_nothing_in_yaml_is_ever_run():
    front = FrontMatter("---\ntitle: !!python/object/apply:os.system [ls]\n---\n", "content/a.md")
    assert front.text("title") is None
    assert said(front.problems) == ["content/a.md:2: title: This is not text. Put quotes around the value."]


@pytest.mark.parametrize("text", ["---\n- a\n- b\n---\n", "---\njust words\n---\n"])
def test_front_matter_that_is_no_mapping(text):
    assert refusal(text) == (
        "content/a.md:2: The front matter is not a list of fields. "
        "Write one field a line, like: title: Port workers reach a deal"
    )


def test_a_typo_in_a_key():
    front = FrontMatter("---\ntitle: x\nstandfrist: y\n---\n", "content/a.md")
    front.expect_only(["title", "standfirst"])
    assert said(front.problems) == ['content/a.md:3: standfrist: There is no such field. Did you mean "standfirst"?']


def test_a_key_like_no_other():
    front = FrontMatter("---\ntitle: x\nweather: wet\n---\n", "content/a.md")
    front.expect_only(["title", "byline"])
    assert said(front.problems) == ["content/a.md:3: weather: There is no such field. Fields here: title, byline."]


def front(yaml_text):
    return FrontMatter(f"---\n{yaml_text}\n---\n", "a.md")


@pytest.mark.parametrize(
    ("yaml_text", "texts"),
    [
        ("people: [a, b, a, ' b ', '']", ("a", "b")),
        ("people: a", ("a",)),
        ("people:\n- a\n- b", ("a", "b")),
        ("people: []", ()),
        ("people:", ()),
        ("people: ' '", ()),
    ],
)
def test_lists_of_texts(yaml_text, texts):
    assert front(yaml_text).optional_texts("people") == texts


def test_a_list_that_is_missing_was_not_decided():
    assert front("title: x").optional_texts("people") is None


@pytest.mark.parametrize("yaml_text", ["people: {a: b}", "people: [[a]]", "people: [{a: b}]"])
def test_a_list_of_something_else(yaml_text):
    made = front(yaml_text)
    assert made.texts("people") == ()
    assert said(made.problems) == [
        "a.md:2: people: This is not a list of texts. Write people: [one, two], or one a line after a dash."
    ]


@pytest.mark.parametrize(
    ("yaml_text", "edtf"),
    [
        ("published: 2015-05-19", "2015-05-19"),
        ("published: 2017-02-18?", "2017-02-18?"),
        ("published: [2009-05-06,2015-05-06]", "[2009-05-06,2015-05-06]"),
        ("published: [2009-05-06, 2015-05-06]", "[2009-05-06,2015-05-06]"),
        ("published: '[2009-05-06,2015-05-06]'", "[2009-05-06,2015-05-06]"),
        ("published: {2009-05-06, 2015-05-06}", "{2009-05-06,2015-05-06}"),
        ("published: 2014/..", "2014/.."),
        ("published: XXXX-05-19", "XXXX-05-19"),
        ("published:", ""),
        ("title: x", ""),
    ],
)
def test_dates_need_no_quotes(yaml_text, edtf):
    made = front(yaml_text)
    assert made.dating("published").edtf == edtf
    assert made.problems == []


def test_a_bad_date_counts_as_missing_and_is_said():
    made = front("title: x\npublished: 19 May 2015")
    assert made.dating("published").edtf == ""
    assert said(made.problems) == [
        'a.md:3: published: "19 May 2015" is not an EDTF date such as 2015-05-19, 2015-05, 2015 or 2017-02-18?. '
        "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown."
    ]


def test_a_date_made_of_lists():
    made = front("published: [[2015], 2016]")
    assert made.dating("published").edtf == ""
    assert said(made.problems) == ["a.md:2: published: This is not a date. Write it like 2015-05-19, 2015-05 or 2015."]


@pytest.mark.parametrize(("word", "value"), [("true", True), ("yes", True), ("false", False), ("no", False)])
def test_flags(word, value):
    assert front(f"menu: {word}").flag("menu", default=not value) is value


def test_a_flag_that_says_neither():
    made = front("menu: maybe")
    assert made.flag("menu", default=True) is True
    assert said(made.problems) == ['a.md:2: menu: "maybe" is neither true nor false. Write true or false.']


def test_a_mapping_with_a_typo():
    made = front("dateline: {plce: BRUSSELS, day: May 6}")
    assert made.mapping("dateline", ("place", "day")) == {"day": "May 6"}
    assert said(made.problems) == ['a.md:2: dateline: "plce" is not known here. Did you mean "place"?']


@pytest.mark.parametrize("value", ["BRUSSELS", "[BRUSSELS]", "{place: [a]}"])
def test_a_mapping_that_is_none(value):
    made = front(f"dateline: {value}")
    assert made.mapping("dateline", ("place", "day")) == {}
    assert said(made.problems) == [
        "a.md:2: dateline: This is not a list of names and values. Write dateline: {place: …}"
    ]


def test_lines_are_those_of_the_file():
    made = FrontMatter('---\n# a note\ntitle: >\n  byline: not a key\n"byline": x\n\npeople :\n- a\n---\n', "a.md")
    assert [made.line_of(key) for key in ("title", "byline", "people", "source")] == [3, 5, 7, None]


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
keys = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)
trees = st.dictionaries(keys, texts | st.lists(texts, max_size=3), max_size=4)


@quick
@given(trees)
def test_whatever_is_written_is_read_back(values):
    """Control characters, colons, quotes, dashes, ``no``: every text is quoted as far as it must be."""
    text = format_front_matter(values, "")
    assert FrontMatter(text, "a.md").values == values
    assert FrontMatter(text.replace("\n", "\r\n"), "a.md").values == values


@quick
@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.text(st.characters(codec="ascii", exclude_categories=["Cc"]))
    )
)
def test_other_readers_of_yaml_see_texts_too(values):
    """An editor's own YAML reader takes what we wrote for the same texts; but it may read dates as dates."""
    read = yaml.safe_load(format_front_matter(values, "").split("---\n")[1])
    assert {key: str(value) for key, value in (read or {}).items()} == values
