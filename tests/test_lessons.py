"""What an archive teaches of its sources' lines, and what comes of it on the next page."""

import pytest
from archives import make_archive, write

from generator.clean import Outlets
from generator.content import find_records, map_originals, parse_article, read_library
from generator.ingest import clean_pages, ingest
from generator.intake import find_pages, raw_page
from generator.lessons import find_lines, learn_corrections, learn_lessons

SOURCES = {
    "content/sources/tide-wire.md": "---\nname: Tide Wire\nhosts: [tide.example]\n---\n",
    "content/sources/harbour-times.md": "---\nname: The Harbour Times\n---\n",
}
THANKS = "The Tide Wire thanks its many readers for the warm words that they sent to it on Tuesday, it said."
MORE = "Read next on these pages"


def page(number, source="Tide Wire"):
    return "\n\n".join(
        (
            source,
            f"Harbour bridge number {number} is opened",
            f"May {number}, 2015",
            f"The mayor opened bridge number {number} over the harbour on Monday before a crowd of {number} hundred.",
            THANKS,
            f"Bridge number {number} took {number} years to build and cost more than had been planned, she said.",
            MORE,
            f"Walkers were let onto the bridge at noon, and ships of up to {number} metres pass below it, she said.",
            f"© {source}",
        )
    )


@pytest.fixture
def site(tmp_path):
    """An archive into which four pages were taken, one by one, so that none knows of another."""
    site = make_archive(tmp_path / "site", SOURCES)
    for number in (3, 4, 5):
        take_in(site, number)
    take_in(site, 6, source="The Harbour Times")
    return site


def take_in(site, number, **options):
    write(site.root.parent / "raw", {f"{number}.txt": page(number, **options)})
    list(ingest(site, find_pages([site.root.parent / f"raw/{number}.txt"])))


def article_of(site, number):
    return site.content / f"articles/2015/harbour-bridge-number-{number}-is-opened.md"


def body_of(site, number):
    return parse_article(article_of(site, number).read_text(), "a.md")[0].body


def take_out(site, number, text=THANKS):
    path = article_of(site, number)
    words = path.read_text()
    assert f"{text}\n\n" in words
    path.write_text(words.replace(f"{text}\n\n", ""))


def learn(site):
    library = read_library(site.content)
    outlets = Outlets.of(library.authority.sources.values())
    found = learn_corrections(site.content, library.articles, outlets, jobs=1)
    return {source: (set(lesson.removed), set(lesson.kept)) for source, lesson in found.items()}


def test_where_nobody_edited_there_is_nothing_to_learn(site):
    assert learn(site) == {}


def test_one_article_is_no_lesson_two_are(site):
    take_out(site, 3)
    assert learn(site) == {"tide-wire": (set(), set())}
    take_out(site, 4)
    assert learn(site) == {"tide-wire": ({THANKS}, set())}


def test_articles_of_two_sources_teach_neither(site):
    take_out(site, 3)
    take_out(site, 6)
    assert all(removed == set() for removed, _ in learn(site).values())


def test_a_paragraph_in_other_words_is_not_one_taken_out(site):
    for number in (3, 4):
        path = article_of(site, number)
        path.write_text(path.read_text().replace(THANKS, THANKS.replace("warm", "kind")))
    assert learn(site) == {"tide-wire": (set(), set())}


def test_one_article_into_which_a_line_was_moved_back_is_a_lesson(site):
    path = article_of(site, 3)
    path.write_text(path.read_text().rstrip() + f"\n\n## {MORE}\n\nTyped words that stand on no page.\n")
    assert learn(site) == {"tide-wire": (set(), {MORE})}


def test_what_one_keeps_two_others_do_not_take_away(site):
    """Who moves a line back in knows that it may be the story's; who takes it out knows one article."""
    take_out(site, 3)
    take_out(site, 4)
    path = article_of(site, 5)
    path.write_text(path.read_text().replace(THANKS, "").rstrip() + f"\n\n{THANKS}\n")
    assert learn(site)["tide-wire"][0] == {THANKS}
    take_in(site, 7)
    path = article_of(site, 7)
    path.write_text(path.read_text().rstrip() + f"\n\n{THANKS}\n")
    assert learn(site)["tide-wire"] == (set(), {THANKS})


def test_a_person_s_source_counts_before_that_of_the_page(site):
    path = article_of(site, 6)
    path.write_text(path.read_text().replace("source: harbour-times", "source: Tide Wire"))
    take_out(site, 6)
    take_out(site, 3)
    assert learn(site) == {"tide-wire": ({THANKS}, set())}


def test_moved_and_deleted_articles(site):
    for number in (3, 4):
        take_out(site, number)
        article_of(site, number).rename(site.content / f"articles/moved-{number}.md")
    article_of(site, 5).unlink()
    assert learn(site) == {"tide-wire": ({THANKS}, set())}


def test_what_cannot_be_read_teaches_nothing(site):
    take_out(site, 3)
    take_out(site, 4)
    article_of(site, 4).write_text("no front matter")
    next(site.content / path for path in find_records(site.content)).write_text("{")
    assert all(removed == set() for removed, _ in learn(site).values())


def test_the_next_page_of_the_source_is_cleaned_accordingly(site):
    take_in(site, 7)
    assert THANKS in body_of(site, 7)
    assert MORE not in body_of(site, 7)
    take_out(site, 3)
    take_out(site, 4)
    path = article_of(site, 5)
    path.write_text(path.read_text().rstrip() + f"\n\n{MORE}\n")
    take_in(site, 8)
    take_in(site, 9, source="The Harbour Times")
    assert (THANKS in body_of(site, 8), MORE in body_of(site, 8)) == (False, True)
    assert (THANKS in body_of(site, 9), MORE in body_of(site, 9)) == (True, False)


def test_clean_knows_what_ingest_knows(site):
    take_out(site, 3)
    take_out(site, 4)
    (cleaned,) = clean_pages([raw_page("8.txt", page(8).encode())], site)
    assert THANKS not in cleaned.paragraphs
    (cleaned,) = clean_pages([raw_page("8.txt", page(8).encode())])
    assert THANKS in cleaned.paragraphs


def test_cleaning_again_learns_what_repeats_in_a_source_too(site):
    library = read_library(site.content)
    outlets = Outlets.of(library.authority.sources.values())
    records = list(find_records(site.content))
    articles = map_originals(site.content, library.articles)
    lessons, sources = learn_lessons(site.content, records, articles, outlets, jobs=2)
    assert sorted(sources) == records
    assert sorted(sources.values()) == ["harbour-times", "tide-wire", "tide-wire", "tide-wire"]
    assert THANKS in lessons["tide-wire"].for_page(page(8)).lines
    assert lessons["harbour-times"].for_page(page(8)).lines == frozenset()


def test_lines_are_known_by_the_words_that_an_article_shows():
    lines = ["Home", "• A *boat*  for two", "1. One thing", "  Words  "]
    blocks = ["- A \\*boat\\* for two", "1\\. One thing", "## Words", "Other words"]
    assert list(find_lines(lines, blocks)) == ["• A *boat*  for two", "1. One thing", "  Words  "]
