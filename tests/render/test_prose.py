"""The short path through Markdown."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.render.markup import convert_markdown, render_markdown
from generator.render.prose import render_prose

PIECES = st.sampled_from(
    [
        "a",
        "word",
        "Two words",
        ".",
        ",",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\n\n\n",
        "*",
        "**",
        "***",
        "[",
        "]",
        "(",
        ")",
        "](",
        "#",
        "## ",
        "# ",
        "> ",
        ">",
        "- ",
        "-",
        "+ ",
        "1. ",
        "2) ",
        "10",
        "&",
        "&amp;",
        "&lt",
        ";",
        ":",
        "=",
        "===",
        "---",
        "|",
        "\\",
        "\\*",
        "\\[",
        "\\#",
        "\\>",
        "\\.",
        '"',
        "'",
        "’",
        "é",
        "\xa0",
        "\u2003",
        "\u2028",
        "<",
        "<b>",
        "`",
        "_",
        "~",
        "!",
        "![",
        "\t",
        "\x0c",
        "{",
        "}",
        "[a](https://e.example/1)",
        "*em*",
        "**strong**",
        "    ",
        "\x85",
        "https://e.example/?a=1&b=2",
        "\ufeff",
        "\x1c",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40)


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
@example("*a* b *c***")
@example("- a\n\n- b")
@example("> a\n\n> b")
@example("[a](https://e.example/1) *b*")
def test_short_path_equals_the_reference(text: str) -> None:
    """Where the short path answers, the answer is Python-Markdown's and nh3's, byte for byte."""
    assert render_markdown(text) == convert_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "One paragraph.\n\nAnother, with “quotes” and a dash – here.",
        "A *word* and **two words** and [a link](https://paper.example/a-1).",
        "## A heading\n\nText.\n\n> A quotation.\n\n- one\n- two\n\nThe end.",
        r"\[sic\] and 3 \* 4",
        "AT&T > others",
    ],
)
def test_ordinary_prose_takes_the_short_path(text: str) -> None:
    """What news is made of must not need the reference."""
    assert render_prose(text, lambda _: "<p>") is not None
    assert render_markdown(text) == convert_markdown(text)


@pytest.mark.parametrize("mark", ["[", "![", "[a](", "[a](b ", "[a][", "<a ", "*[a](https://x.example)* "])
def test_brackets_without_end_take_no_longer_than_other_text(mark):
    started = time.process_time()
    assert render_markdown(mark * 20_000).startswith("<pre>")
    for words in ("a few words ", "many words, of which a long paragraph is made, " * 20):
        render_markdown((words + mark) * 900)  # nearly as many as may be
        render_markdown((words * 4 + mark + "\n\n") * 900)
    render_markdown("\n\n".join([("a few words " + mark) * 100] * 300))
    assert time.process_time() - started < 10
