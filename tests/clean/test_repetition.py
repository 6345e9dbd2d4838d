"""Lines that repeat across the pages of a source."""

from itertools import permutations

from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.clean.repetition import Signatures, digest_line, digest_lines, find_repeated, pick_lines

STORY = [f"This is the {n}th long sentence of a story that somebody wrote about the harbour." for n in range(6)]
OTHER = [f"That is the {n}th long sentence of another story that somebody wrote about a bridge." for n in range(6)]
NOTICE = "Everything on this page belongs to the people who print it, and to nobody else."


def repeated(*pages):
    texts = ["\n".join(page) for page in pages]
    found = find_repeated(map(digest_lines, texts))
    return set().union(*(pick_lines(text, found) for text in texts))


def test_what_two_stories_stand_among_is_furniture():
    assert repeated(["Menu", *STORY, NOTICE], ["Menu", *OTHER, NOTICE]) == {"Menu", NOTICE}


def test_what_one_page_says_twice_is_not():
    assert repeated(["Menu", "Menu", *STORY]) == set()


def test_a_story_told_twice_is_not_furniture():
    assert repeated(["Tide Wire", *STORY], ["Harbour Press", *STORY]) == set()
    assert repeated(["Menu", *STORY], ["Menu", *STORY[:5]], ["Menu", *OTHER]) == {"Menu"}


def test_the_order_of_pages_makes_no_difference():
    pages = [
        ["Menu", *STORY],
        ["Menu", *STORY[:3], *OTHER[:2]],
        ["Menu", *OTHER],
        ["Menu", *OTHER[:4], NOTICE],
        [NOTICE],
    ]
    assert len({frozenset(repeated(*order)) for order in permutations(pages)}) == 1


def test_line_ends_and_surrounding_blanks_do_not_tell_lines_apart():
    assert digest_lines("a\r\nb\rc\n") == digest_lines(" a\n\n\tb \nc")


def test_the_lowest_bit_says_whether_a_line_is_long():
    assert (digest_line("Menu") & 1, digest_line(NOTICE) & 1) == (0, 1)


@quick
@given(st.text(), st.text())
def test_lines_are_picked_from_the_page_that_has_them(one, other):
    for line in pick_lines(one, frozenset(digest_lines(other))):
        assert digest_line(line) in digest_lines(one)
        assert line == line.strip() != ""


def lines(*page):
    return digest_lines("\n".join(page))


MOTTO = "Printed by night on the old press in the harbour, and carried out before dawn."


def test_long_lines_of_one_source_tell_of_it():
    signatures = Signatures(
        [
            ("press", [lines(*STORY, NOTICE, MOTTO), lines(*OTHER, NOTICE, MOTTO)]),
            ("wire", [lines("Menu", STORY[0]), lines("Menu", OTHER[0])]),
        ]
    )
    assert signatures.recognise(lines("A story.", NOTICE, MOTTO)) == "press"
    assert signatures.recognise(lines("A story.", NOTICE)) is None
    assert signatures.recognise(lines("Menu")) is None


def test_long_lines_of_two_sources_tell_nothing():
    pages = [lines(*STORY, NOTICE, MOTTO), lines(*OTHER, NOTICE, MOTTO)]
    assert Signatures([("press", pages), ("wire", [lines(NOTICE)])]).recognise(lines(NOTICE, MOTTO)) is None
