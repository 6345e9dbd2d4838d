"""What people taught about a source's lines."""

from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.clean import KnownFurniture, clean_page
from generator.model.cleaning import REMOVED_VERDICTS, Verdict
from generator.model.raw import RawPage

PITCH = "The ferry company thanks its many readers for the warm words that they sent to it on Tuesday, it said."
CREDIT = "Read next"
LINES = [
    "Home",
    "Ferry to sail again two years after the accident",
    "By Eva Brandt",
    "The old ferry between Visby and the mainland will sail again from May, the harbour board said on Tuesday.",
    PITCH,
    "“We have waited for this day,” said Ann Holm, who chairs the board, to the people on the quay.",
    CREDIT,
    "Not everybody is pleased. Fishermen had asked for a slower ship, according to their union.",
    "Share this story",
]
TEXT = "\n\n".join(LINES) + "\n"


def clean(text=TEXT, **known):
    page = RawPage(name="a.txt", data=text.encode("utf-8", "surrogatepass"), text=text, encoding="utf-8")
    return clean_page(page, known=KnownFurniture(**{name: frozenset(lines) for name, lines in known.items()}))


def verdict_of(cleaned, line):
    return next(p.verdict for p in cleaned.record.passages if p.text.strip() == line)


def test_without_lessons_a_line_is_judged_by_what_it_is():
    cleaned = clean()
    assert verdict_of(cleaned, PITCH) is Verdict.BODY
    assert verdict_of(cleaned, CREDIT) is Verdict.FURNITURE


def test_a_line_that_people_remove_is_furniture():
    cleaned = clean(removed=[PITCH])
    assert verdict_of(cleaned, PITCH) is Verdict.FURNITURE
    assert PITCH not in cleaned.paragraphs
    assert "".join(p.text for p in cleaned.record.passages) == TEXT
    reason = next(p.reason for p in cleaned.record.passages if p.text.strip() == PITCH)
    assert reason == "people removed it from other pages of this source"


def test_a_line_that_people_keep_is_story_text():
    cleaned = clean(kept=[CREDIT])
    assert verdict_of(cleaned, CREDIT) in (Verdict.BODY, Verdict.CROSSHEAD)
    assert CREDIT in cleaned.paragraphs


def test_when_all_is_removed_nothing_is_left():
    cleaned = clean(removed=LINES)
    assert cleaned.article.body == ""
    assert {p.verdict for p in cleaned.record.passages} <= REMOVED_VERDICTS


@quick
@given(
    st.lists(st.sampled_from([*LINES, "", " x ", "\t"])),
    st.sets(st.sampled_from(LINES)),
    st.sets(st.sampled_from(LINES)),
)
def test_kept_and_removed_are_the_original_whatever_was_taught(lines, removed, kept):
    text = "\n".join(lines)
    cleaned = clean(text, removed=removed, kept=kept - removed)
    assert "".join(p.text for p in cleaned.record.passages) == text
    kept_words = {p.text.strip() for p in cleaned.record.passages if p.verdict not in REMOVED_VERDICTS}
    assert not kept_words & removed
