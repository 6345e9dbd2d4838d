import pytest
from archives import article, quick, said
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.articles import FIELDS, format_article, parse_article
from generator.errors import ContentError, Severity
from generator.model.article import Article, Caption, Dateline
from generator.model.dating import parse_dating

WHOLE = Article(
    title="Port workers: “no deal”",
    standfirst="Talks go on.",
    published=parse_dating("2017-02-18?"),
    dating=('text: "met Tuesday"; caption: "May 19" → Tuesdays: 1998, 2009', "office: 2014-10-01/2024-10-01"),
    source="tide-wire",
    url="https://example.org/a?b=c#d",
    byline="By Ada Holm & Carl O'Neil",
    dateline=Dateline(place="BRUSSELS", day="May 6", agency="AP"),
    captions=(Caption(text="The pier: before.", credit="Photo: A. Holm"), Caption(text="After.")),
    people=("ada-holm",),
    topics=(),
    language="de",
    original="originals/ab/abcd.txt",
    original_sha256="abcd",
    aliases=("old-name",),
    body="# Not a comment\n\n---\n\ntitle: not a field\n\n    code",
)


def test_every_field_is_read_back():
    article_read, problems = parse_article(format_article(WHOLE), "a.md")
    assert article_read == WHOLE
    assert problems == []


def test_what_is_written_is_what_people_would_write():
    assert format_article(WHOLE) == (
        "---\n"
        "title: 'Port workers: “no deal”'\n"
        "standfirst: Talks go on.\n"
        "published: 2017-02-18?\n"
        'dating: [\'text: "met Tuesday"; caption: "May 19" → Tuesdays: 1998, 2009\', '
        "'office: 2014-10-01/2024-10-01']\n"
        "source: tide-wire\n"
        "url: https://example.org/a?b=c#d\n"
        "byline: By Ada Holm & Carl O'Neil\n"
        "dateline: {place: BRUSSELS, day: May 6, agency: AP}\n"
        "captions:\n"
        "- {text: 'The pier: before.', credit: 'Photo: A. Holm'}\n"
        "- {text: After.}\n"
        "people: [ada-holm]\n"
        "topics: []\n"
        "language: de\n"
        "original: originals/ab/abcd.txt\n"
        "original_sha256: abcd\n"
        "aliases: [old-name]\n"
        "---\n"
        "# Not a comment\n\n---\n\ntitle: not a field\n\n    code\n"
    )


def test_little_is_enough():
    made, problems = parse_article("---\ntitle: 2015-05-19\n---\n", "a.md")
    assert made == Article(title="2015-05-19", body="")
    assert problems == []


def test_nobody_decided_is_not_the_same_as_nobody_is_in_it():
    undecided, _ = parse_article(article(), "a.md")
    decided, _ = parse_article(article(people="[]"), "a.md")
    assert (undecided.people, decided.people) == (None, ())


@pytest.mark.parametrize("field", FIELDS)
def test_a_typo_in_any_key_is_understood(field):
    typo = field[:-2] + field[-1] + field[-2] if field[-1] != field[-2] else field + "x"
    _, problems = parse_article(article(**{typo: "x"}), "content/a.md")
    assert said(problems) == [f'content/a.md:3: {typo}: There is no such field. Did you mean "{field}"?']


def test_an_article_without_a_title():
    with pytest.raises(ContentError) as caught:
        parse_article("---\nbyline: x\n---\n", "content/a.md")
    assert said(caught.value.problems) == ["content/a.md: title: It is missing. Add a line: title: …"]


@pytest.mark.parametrize("title", ["", "''", "' '", '"\\n"'])
def test_an_empty_title(title):
    with pytest.raises(ContentError) as caught:
        parse_article(f"---\ntitle: {title}\n---\n", "content/a.md")
    assert said(caught.value.problems) == ["content/a.md:2: title: It is missing. Add a line: title: …"]


def test_other_problems_are_told_with_the_missing_title():
    with pytest.raises(ContentError) as caught:
        parse_article("---\ntitel: x\n---\n", "content/a.md")
    assert said(caught.value.problems) == [
        'content/a.md:2: titel: There is no such field. Did you mean "title"?',
        "content/a.md: title: It is missing. Add a line: title: …",
    ]


def test_one_bad_field_does_not_take_the_others_with_it():
    made, problems = parse_article(
        article(published="soon", people="{a: b}", captions="x", dateline="{day: May 6}", byline="Ada"), "content/a.md"
    )
    assert (made.byline, made.published.edtf, made.people, made.captions, made.dateline) == ("Ada", "", (), (), None)
    assert sorted(problem.where.line for problem in problems) == [3, 4, 5, 6]


def test_a_date_without_quotes_may_be_a_choice():
    made, problems = parse_article(article(published="[2009-05-06,2015-05-06]"), "a.md")
    assert made.published.display == "6 May 2009 or 6 May 2015"
    assert problems == []


def test_a_byte_order_mark_and_windows_line_ends():
    made, problems = parse_article("\ufeff" + article("One.\n\nTwo.").replace("\n", "\r\n"), "a.md")
    assert (made.title, made.body, problems) == ("A title", "One.\n\nTwo.", [])


characters = st.characters(exclude_categories=["Cs"])
strange = st.sampled_from(
    ["no", "null", "~", "2015-05-19", "1.5", "---", "...", "# a", "a: b", "a #b", "- a", "'", '"', "[a", "{a", "&a",
     "*a", "!a", "%a", "@a", "`a", "|", ">", "?", "a:", ": a", "=", "<<", "a\nb", "a\n---\nb", "a\tb", "\u2028a",
     "a\x85b", "a\u2029b", "a\ufeffb", "\ufeffa", "a\x00b", "a\x7fb", "\U0001f525", "a\\nb",
     "a\r\nb", "a\rb", "0o17", "1:30", "\u202eabc"]
)  # fmt: skip
words = (st.text(characters, max_size=40) | strange).map(str.strip).filter(bool)
bodies = st.lists(st.text(characters, max_size=60) | strange, max_size=4).map(
    lambda blocks: "\n\n".join(blocks).replace("\r\n", "\n").strip("\n").rstrip()
)
lists = st.lists(words, max_size=3, unique=True).map(tuple)
datings = st.sampled_from(
    [
        "",
        "2015-05-19",
        "2015-05",
        "2015",
        "2017-02-18?",
        "[2009-05-06,2015-05-06]",
        "{2009,2010}",
        "2014/..",
        "XXXX-05-19",
    ]
).map(parse_dating)
articles = st.builds(
    Article,
    title=words,
    body=bodies,
    standfirst=st.none() | words,
    published=datings,
    dating=lists,
    source=st.none() | words,
    url=st.none() | words,
    byline=st.none() | words,
    dateline=st.none() | st.builds(Dateline, place=words, day=st.none() | words, agency=st.none() | words),
    captions=st.lists(st.builds(Caption, text=words, credit=st.none() | words), max_size=2).map(tuple),
    people=st.none() | lists,
    topics=st.none() | lists,
    language=words,
    original=st.none() | words,
    original_sha256=st.none() | words,
    aliases=lists,
)


@quick
@given(articles)
@example(WHOLE)
def test_reading_what_was_written_gives_the_same_article(made):
    text = format_article(made)
    again, problems = parse_article(text, "a.md")
    assert again == made
    assert problems == []
    assert format_article(again) == text


@quick
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("-:\n'\"[]{}#&*!|>%@`"), max_size=60))
def test_any_front_matter_is_an_article_or_a_problem(text):
    """Nothing that people write stops more than its own file."""
    try:
        parse_article(f"---\n{text}\n---\nOne.", "content/a.md")
    except ContentError as error:
        assert all(str(problem).startswith("content/a.md") and "\n" not in str(problem) for problem in error.problems)


@pytest.mark.parametrize("body", ["[" * 1001, ("[" + "words and words " * 10) * 300])
def test_a_paragraph_of_brackets_is_said(body):
    article, problems = parse_article(f"---\ntitle: Deal\n---\n{body}", "articles/deal.md")
    assert article.body == body
    assert list(map(str, problems)) == [
        "articles/deal.md: It opens more brackets than any text does, so it is shown as it is written. "
        "Take them out, or make more paragraphs of it."
    ]
    assert problems[0].severity is Severity.WARNING
