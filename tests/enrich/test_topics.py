"""Topics found by their terms."""

from time import process_time

import pytest

from generator.enrich.topics import TopicFound, Vocabulary
from generator.model.authority import Topic

NATO = Topic(id="nato", name="NATO", variants=("North Atlantic Treaty Organization",), terms=("NATO-Russia Council",))
HEALTH = Topic(id="health", name="Public health", terms=("WHO", "vaccine"))
FISHING = Topic(id="fishing", name="fishing quota", terms=("fishermen's strike", "U.S. waters"))
VOCABULARY = Vocabulary([NATO, HEALTH, FISHING])


def ids(text: str) -> list[str]:
    return [topic.id for topic in VOCABULARY.match(text).found]


def test_most_frequent_topic_comes_first_and_ties_go_by_id() -> None:
    assert ids("A vaccine for NATO. NATO waits.") == ["nato", "health"]
    assert ids("NATO wants a vaccine.") == ["health", "nato"]


def test_topic_found_tells_its_terms_and_how_often() -> None:
    assert VOCABULARY.match("Vaccines, the vaccine and public health.").found == (
        TopicFound(id="health", terms=("vaccine", "Public health"), count=3),
    )


@pytest.mark.parametrize(
    "text",
    [
        "NATO-Russia Council",
        "NATO–Russia Council",
        "NATO Russia Council",
        "Nato‑Russia council",
        "the NATO-Russia\nCouncil",
        "NATO-Russia Councils",
        "the **NATO-Russia** Council",
    ],
)
def test_hyphens_dashes_spaces_and_case_are_one(text: str) -> None:
    assert "NATO-Russia Council" in [term for topic in VOCABULARY.match(text).found for term in topic.terms]


def test_term_inside_a_longer_one_of_its_topic_counts_once() -> None:
    assert VOCABULARY.match("The NATO-Russia Council met.").found[0].count == 1


@pytest.mark.parametrize(
    "text", ["fishermen's strike", "Fishermen’s strikes", "U.S. waters", "US waters", "fishing quotas"]
)
def test_apostrophes_full_stops_and_plural_are_one(text: str) -> None:
    assert ids(text) == ["fishing"]


@pytest.mark.parametrize("text", ["NATO's plan", "NATO’s plan", "“NATO”", "pro-NATO", "(NATO)"])
def test_possessive_and_marks_leave_the_word_whole(text: str) -> None:
    assert ids(text) == ["nato"]


@pytest.mark.parametrize(
    "text",
    [
        "who said that?",
        "Who said that?",
        "NATOnal",
        "vaccinee",
        "the fishing. Quota talks",
        "fishing — quota",
        "fishing\n\nquota",
        "https://example.org/NATO/vaccine",
        "[here](/NATO)",
        "",
    ],
)
def test_other_words_are_no_terms(text: str) -> None:
    """Acronyms keep their case, words are whole, and a term crosses no punctuation, paragraph or address."""
    assert ids(text) == []


def test_text_of_a_link_counts() -> None:
    assert ids("[NATO](https://example.org/vaccine)") == ["nato"]


def test_same_term_may_mean_two_topics() -> None:
    vocabulary = Vocabulary([Topic(id="b", name="harbour"), Topic(id="a", name="ports", terms=("harbour",))])
    assert [topic.id for topic in vocabulary.match("The harbour.").found] == ["a", "b"]


def test_digest_changes_with_what_answers_and_with_nothing_else() -> None:
    """The order of topics does not matter, nor does a note; a term does."""
    assert Vocabulary([HEALTH, NATO]).digest == Vocabulary([NATO, HEALTH]).digest
    assert (
        Vocabulary([Topic(id="nato", name="NATO")]).digest
        == Vocabulary([Topic(id="nato", name="NATO", note="x")]).digest
    )
    assert Vocabulary([Topic(id="nato", name="NATO")]).digest != Vocabulary([NATO]).digest
    assert int(Vocabulary([]).digest, 16) >= 0


def test_empty_names_are_no_terms() -> None:
    assert Vocabulary([Topic(id="x", name=" ", terms=("", "!"))]).match("a ! b").found == ()


def test_work_does_not_grow_with_the_number_of_terms() -> None:
    """Five thousand terms, many with the same first word, cost about as much as fifty."""
    text = "The common fishery policy of the northern ports was late again, NATO said on Monday. " * 35

    def fastest(terms: int) -> float:
        topics = [Topic(id=f"t{n}", name=f"common word{n} of the sea", terms=(f"word{n}",)) for n in range(terms // 2)]
        vocabulary = Vocabulary(topics)

        def once() -> float:
            start = process_time()
            vocabulary.match(text)
            return process_time() - start

        return min(once() for _ in range(20))

    assert fastest(5000) < 4 * fastest(50) + 0.001


STRIKE = Topic(
    id="strike", name="The port strike", terms=("walkout",), must=("harbour", "wages"), must_not=("football",)
)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("A walkout over wages in the harbour.", True),
        ("A walkout over wages.", False),
        ("Wages in the harbour.", False),
        ("A walkout over wages in the harbour, after the football.", False),
    ],
)
def test_topic_needs_all_that_it_must_have_and_none_that_it_must_not(text: str, is_found: bool) -> None:
    assert [topic.id for topic in Vocabulary([STRIKE]).match(text).found] == ["strike"] * is_found


def test_first_term_is_told_to_stand_in_the_headline() -> None:
    (found,) = VOCABULARY.match("NATO met.", "NATO-Russia Council meets").found
    assert (found.terms[0], found.in_headline) == ("NATO-Russia Council", True)
    (found,) = VOCABULARY.match("NATO met.", "They met").found
    assert not found.in_headline


def test_references_are_no_words_and_hidden_topics_are_not_found() -> None:
    topics = [Topic(id="a", name="Aa", terms=("person:ada-holm",)), Topic(id="b", name="harbour", hidden=True)]
    assert Vocabulary(topics).match("person:ada-holm, a person in the harbour").found == ()


def test_topic_that_references_may_lead_to_is_barred_by_its_words() -> None:
    topic = Topic(id="a", name="Port talks", terms=("person:ada-holm",), must_not=("football",))
    assert Vocabulary([topic]).match("Ada Holm went to the football.").barred == ("a",)
    assert Vocabulary([topic]).match("Ada Holm spoke.").barred == ()
