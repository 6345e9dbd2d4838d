import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.slug import MAX_LENGTH, is_slug, short_digest, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Port workers reach a deal", "port-workers-reach-a-deal"),
        ("Überraschung in Kyiv: Müller's visit", "uberraschung-in-kyiv-mullers-visit"),
        ("Müller’s visit", "mullers-visit"),
        ("Лавров", "lavrov"),
        ("افتتاح الميناء", "ftth-lmyn"),
        ("安倍晋三", "anbeijinsan"),
        ("AC/DC & the C++ years", "ac-dc-the-c-years"),
        ("--a--b--", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\0b\nc\td", "a-b-c-d"),
        ("2015-05-19", "2015-05-19"),
        ("no", "no"),
    ],
)
def test_titles_become_slugs(text, slug):
    assert slugify(text) == slug


def test_emoji_have_names():
    assert is_slug(slugify("🔥🚢"))
    assert slugify("🔥🚢") != slugify("🚢🔥")


@pytest.mark.parametrize("text", ["", " ", ";)", "…", "---", "\0", "\ud800"])
def test_what_leaves_nothing_is_named_by_its_digest(text):
    assert slugify(text) == f"x-{short_digest(text)}"


def test_different_texts_that_leave_nothing_differ():
    assert len({slugify(text) for text in ("", ";)", ":(", "!", "?")}) == 5


@pytest.mark.parametrize("text", ["con", "CON", "Nul", "aux", "prn", "COM1", "lpt9"])
def test_names_of_windows_devices_are_avoided(text):
    """A folder called ``con`` cannot be made on Windows, so an archive that holds one cannot be unpacked there."""
    assert slugify(text).startswith(text.lower() + "-")
    assert is_slug(slugify(text))
    assert not is_slug(text.lower())


def test_a_long_title_ends_after_a_word():
    slug = slugify("The committee of ministers for harbours, ferries and lighthouses adjourned " * 5)
    assert len(slug) <= MAX_LENGTH
    assert slug == "the-committee-of-ministers-for-harbours-ferries-and"


@pytest.mark.parametrize("text", ["a" * 300, "ж" * 300, "安" * 300, "a" * 100_000, "- " * 50_000])
def test_long_words_are_cut(text):
    assert is_slug(slugify(text))
    assert len(slugify(text)) <= MAX_LENGTH


@pytest.mark.parametrize("text", ["", "A", "a b", "a/b", "a--b", "-a", "a-", "a_b", "ä", "a\n", "a.b", "..", "a" * 201])
def test_what_is_no_slug(text):
    assert not is_slug(text)


@quick
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_becomes_a_slug_that_stays(text):
    """Whatever a title is, its article has an address; and the address of the address is itself."""
    slug = slugify(text)
    assert is_slug(slug)
    assert len(slug) <= MAX_LENGTH + len("-12345678")
    assert slugify(text) == slug
    assert slugify(slug) == slug
