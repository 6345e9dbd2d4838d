"""Subjects of the IPTC vocabulary, found by the lexicon."""

from time import process_time

import pytest

from generator.enrich.subjects import find_subjects
from generator.enrich.subjects.lexicon import read_lexicon
from generator.model.subjects import find_media_topic, list_broader, media_topics


def labels(headline: str, text: str = "") -> list[str]:
    return [subject.label for subject in find_subjects(headline, text)]


@pytest.mark.parametrize(
    ("headline", "text", "label"),
    [
        ("Late wicket gives visitors the Test", "The batsmen had three overs left in their second innings.", "cricket"),
        ("Central bank raises rates again", "Inflation is above target, economists say; shares fell.", "economy"),
        ("Bishops meet in the cathedral", "The archbishop led prayers for the parish.", "religion"),
        (
            "Quake survivors wait for shelter",
            "Aftershocks shook the rubble.",
            "disaster, accident and emergency incident",
        ),
        ("Nurses warn of full wards", "Hospitals treat twice as many patients with influenza as a year ago.", "health"),
        ("Gunman opened fire in mall", "Police arrested a suspect, the sheriff said.", "crime, law and justice"),
        ("Telescope sees young galaxy", "Astronomers measured its light in infrared.", "astronomy"),
        ("Union calls walkout at the docks", "Strikers demand higher wages.", "labour"),
    ],
)
def test_words_of_a_subject_lead_to_it(headline: str, text: str, label: str) -> None:
    found = labels(headline, text)
    assert found
    assert label in (found[0], *(media_topics()[above].label for above in _above(found[0])))


def _above(label: str) -> list[str]:
    (topic,) = [topic for topic in media_topics().values() if topic.label == label]
    return list(list_broader(topic.id))


def test_nothing_is_suggested_where_the_words_do_not_tell() -> None:
    assert labels("", "") == []
    assert labels("What then happened", "It was as it had been, and so it remained.") == []


def test_subjects_are_at_most_three_of_different_roots_the_surest_first_with_their_terms() -> None:
    text = (
        "The striker, the bishop, the senator and the surgeon met a novelist and an astronomer at the stock exchange."
    )
    found = find_subjects("A meeting", text, confidence=0.0)
    assert len(found) == 3
    assert [s.confidence for s in found] == sorted((s.confidence for s in found), reverse=True)
    assert all(subject.terms and 0 <= subject.confidence <= 1 for subject in found)
    roots = {[subject.id, *list_broader(subject.id)][-1] for subject in found}
    assert len(roots) == 3


def test_confidence_leaves_out_what_is_less_sure() -> None:
    text = "The striker and the bishop."
    assert len(find_subjects("", text, confidence=0.0)) == 2
    assert find_subjects("", text, confidence=0.99) == ()


@pytest.mark.parametrize("text", ["whitehouse apples", "an apple in the white cupboard", "who are they"])
def test_names_need_their_capitals(text: str) -> None:
    assert labels("", text) == []


def test_longest_term_at_a_place_counts() -> None:
    (subject,) = find_subjects("White House", "")
    assert subject.label == "politics"
    assert subject.terms == ("white house",)


def test_every_section_of_the_lexicon_is_a_concept_and_every_term_has_words() -> None:
    lexicon = read_lexicon()
    assert lexicon.profiled <= media_topics().keys()
    assert {id_ for id_, topic in media_topics().items() if topic.broader is None} <= lexicon.profiled
    assert all(entry.words and entry.weights for entries in lexicon.terms.values() for entry in entries)


def test_vocabulary_is_a_forest_with_seventeen_roots() -> None:
    topics = media_topics()
    assert sum(topic.broader is None for topic in topics.values()) == 17
    assert all(topic.broader is None or topic.broader in topics for topic in topics.values())
    assert find_media_topic("medtop:15000000") == find_media_topic("15000000") == topics["15000000"]
    assert find_media_topic("sport") is None


def test_two_hundred_texts_take_less_than_a_second() -> None:
    text = "The minister said on Monday that the hospital and the stadium would be paid for by the city. " * 25
    find_subjects("", "")
    start = process_time()
    for _ in range(50):
        find_subjects("Minister promises hospital", text)
    assert process_time() - start < 0.25
