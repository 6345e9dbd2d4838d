"""The labelling of a page, by the scores of its lines."""

from generator.clean.labels import label_page, label_units

PROSE, DOUBTFUL, FURNITURE = 6.0, -3.7, -8.0
MOVES = {
    ("before", "before"): 0.0,
    ("before", "body"): -1.0,
    ("body", "body"): 0.0,
    ("body", "inset"): -2.0,
    ("body", "end"): -1.0,
    ("inset", "inset2"): -1.0,
    ("inset", "body"): -1.0,
    ("inset2", "inset3"): -1.0,
    ("inset2", "body"): -1.0,
    ("inset3", "inset3"): -0.5,
    ("inset3", "body"): -1.0,
    ("end", "after"): 0.0,
    ("after", "after"): 0.0,
}


def label(*scores: float) -> list[str]:
    worth = [max(score, 0.0) for score in scores]
    return label_page(scores, [-5.0] * len(scores), MOVES, worth, sum(worth))


def test_a_doubtful_line_within_a_story_is_kept_and_one_above_it_is_not() -> None:
    story = (PROSE, PROSE, PROSE)
    scores = [*story, DOUBTFUL, *story]
    assert label_units([score + 0.5 for score in scores], [-5.0] * len(scores), MOVES)[3] == "inset"
    assert label(*scores) == ["body"] * 7
    assert label(FURNITURE, DOUBTFUL, FURNITURE, *story) == ["before"] * 3 + ["body"] * 3


def test_furniture_within_a_story_interrupts_it() -> None:
    assert label(PROSE, PROSE, FURNITURE, PROSE, PROSE) == ["body", "body", "inset", "body", "body"]


def test_a_page_on_which_nothing_looks_like_text_has_no_story() -> None:
    assert set(label(FURNITURE, DOUBTFUL, FURNITURE)) == {"before"}
