import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog.excerpts import EXCERPT_LENGTH, find_excerpt


def excerpt(body, name):
    """The excerpt around every place where the body prints the name."""
    places = [at for at in range(len(body)) if body.startswith(name, at)]
    return find_excerpt(body, [(at, at + len(name)) for at in places])


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("It rained. Ada Holm spoke. All left.", "Ada Holm spoke."),
        ("It rained.\n\nAda Holm spoke, and left.\n\nIt snowed.", "Ada Holm spoke, and left."),
        ("Then Gen. Ada Holm of the U.S. Navy spoke. All left.", "Then Gen. Ada Holm of the U.S. Navy spoke."),
        ("“Is it so?” Ada Holm asked. All left.", "Ada Holm asked."),
        ("It rained! “Yes,” said Ada Holm. “No.”", "“Yes,” said Ada Holm."),
        ("On 3 Jan. Ada Holm left at 5.30 p.m. by train. All left.", "On 3 Jan. Ada Holm left at 5.30 p.m. by train."),
        ("下雨了。Ada Holm 说话。走了。", "Ada Holm 说话。"),
        ("## Ada Holm speaks\n\nIt rained. Then Ada Holm spoke.", "Then Ada Holm spoke."),
        ("## Ada Holm speaks\n\nIt rained.", "Ada Holm speaks"),
        ("It was [Ada Holm](https://a.example/b) who *spoke*.", "It was Ada Holm who spoke."),
        ("- one\n- Ada Holm", "one Ada Holm"),
    ],
)  # fmt: skip
def test_the_sentence_of_the_first_mention(body, sentence):
    assert excerpt(body, "Ada Holm") == sentence


def test_nobody_is_named():
    assert find_excerpt("It rained.", []) == ""


def test_a_long_sentence_is_cut_around_the_name():
    long = "and then it rained " * 30
    for body in (f"Ada Holm saw it {long}.", f"It rained {long}when Ada Holm came {long}.", f"{long}Ada Holm"):
        found = excerpt(body, "Ada Holm")
        assert "Ada Holm" in found
        assert EXCERPT_LENGTH // 3 < len(found) <= EXCERPT_LENGTH
        assert found.startswith("… ") == (not body.startswith("Ada"))
        assert found.endswith(" …") == (not body.endswith("Ada Holm"))


@quick
@given(
    st.text(alphabet="Ab. !?\n#*[](“”’。\xa0", max_size=300), st.text(alphabet="Ab. !?\n#*[](“”’。\xa0", max_size=300)
)
def test_any_body_gives_one_short_line(before, after):
    body = f"{before}Holm{after}"
    found = find_excerpt(body, [(len(before), len(before) + 4)])
    assert len(found) <= EXCERPT_LENGTH
    assert "\n" not in found
