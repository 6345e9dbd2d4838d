"""Two names matched. The names are made up; what varies in them is how names vary in print."""

import csv
from pathlib import Path
from time import process_time

import pytest

from generator.catalog.forms import prepare
from generator.catalog.joining import JOIN
from generator.catalog.likeness import likeness
from generator.catalog.match import explain, is_slip, match_names
from generator.catalog.sounds import skeleton_of, sound_of

NAMES = Path(__file__).parents[3] / "shared" / "data" / "names" / "dev.csv"
LIKELY = 0.6
"""From here on two names are more likely one person's than not."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Vershinin", "Sergej Werschinin"),
        ("Nikita Shcherbakov", "Nikita Schtscherbakow"),
        ("Yevgeny Zhukovsky", "Evgeni Joukovski"),
        ("Oleksandr Kovalenko", "Aleksandr Kovalenko"),
        ("Siarhei Halubovich", "Sergei Golubovich"),
        ("Сергей Вершинин", "Sergei Vershinin"),
        ("Muammar al-Qadhi", "Moammar Gadhi"),
        ("Abd al-Rahman Sayyaf", "Abdulrahman Sayaf"),
        ("Abu Talha al-Masri", "Aboutalha al-Masri"),
        ("Izz al-Din Haddad", "Izzeddine Haddad"),
        ("Deng Xiaoming", "Teng Hsiao-ming"),
        ("Park Jong-su", "Park Chong-su"),
        ("李小明", "Li Xiaoming"),
        ("Yiorgos Dimitriou", "Giorgos Dimitriou"),
        ("Goran Lučić", "Goran Luchich"),
        ("Goran Lučić", "Goran Lucic"),
        ("Zine Hadidi", "Zein Hadidi"),
    ],
)
def test_transliterations(one: str, other: str) -> None:
    assert match_names(one, other) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bob Holm", "Robert Holm"),
        ("Peggy Lund", "Margaret Lund"),
        ("J. Holm", "Jan Holm"),
        ("J.-P. Dorval", "Jean-Pierre Dorval"),
        ("Jan Holm", "Jan Erik Holm"),
        ("Jan E. Holm", "Jan Erik Holm"),
        ("Olga Petrovna Sedova", "Olga Sedova"),
        ("Carlos Mora", "Carlos Mora Ibáñez"),
        ("Ursula von der Linden", "Ursula Linden"),
        ("Jean-Luc Dorval", "Jean Luc Dorval"),
        ("HOLM, Jan", "Jan Holm"),
        ("Holm Jan", "Jan Holm"),
        ("Prof. Jan Holm, PhD", "Jan Holm"),
        ("Jan Holm Jr.", "Jan Holm"),
        ("President Holmqvist", "Jan Holmqvist"),
        ("Edwin (Buzz) Lindqvist", "Buzz Lindqvist"),
        ("Annika Lindqvist", "Anikka Lindqvst"),
        ("Jan Lindqvist", "Jan Linqdvist"),
        ("JP Dorval", "Jean-Pierre Dorval"),
        ("Lind, JP", "Jean-Pierre Lind"),
        ("Marc Le Quen", "Marc LeQuen"),
        ("Omar El Sabri", "Omar Elsabri"),
        ("Piet van der Holm", "Piet Vanderholm"),
        ("Nasir ur Rahman Lodi", "Nasirur Rehman Lodi"),
        ("Pope Urban IX", "Urban IX"),
        ("Marv Lindqvist", "Marvell Lindqvist"),
        ("Ana Mora Ibarra", "Ana Carmen Mora"),
    ],
)
def test_other_ways_of_printing_one_name(one: str, other: str) -> None:
    assert match_names(one, other) >= LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jan Holm", "Anna Holm"),
        ("Jan Holm", "Jan Lund"),
        ("Maria Holm", "Mario Holm"),
        ("Hassan Qadir", "Hussein Qadir"),
        ("Jan A. Holm", "Jan B. Holm"),
        ("Jan H. W. Holm", "Jan W. Holm"),
        ("Sergei Ivanovich Vershinin", "Sergei Petrovich Vershinin"),
        ("Jan Holm Jr.", "Jan Holm Sr."),
        ("Mr. Holm", "Mrs. Holm"),
        ("Frederik IX", "Frederik X"),
        ("John Perry", "John Pelly"),
        ("Abd al-Rahman Sayyaf", "Abd al-Rahman Nadim"),
        ("Jan", "Jan Erik Holm"),
        ("J. H.", "Jan Holm"),
        ("Pope Urban I", "Pope Urban II"),
        ("Jan Barker", "Jan Baker"),
        ("Ana Hernandez", "Ana Fernandez"),
        ("Adel Riad", "Adel Raed"),
        ("Abd al-Rahim Sayyaf", "Abd al-Rahman Sayyaf"),
        ("Oleg Voronov", "Oleg Voronenko"),
        ("Oleg Belov", "Oleg Belavin"),
        ("Deng Peng", "Deng Ping"),
        ("Karim Hassan Rashid al-Farsi", "Hassan Rashid al-Farsi"),
        ("", "Jan Holm"),
        ("", ""),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert match_names(one, other) < LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jan Holm", "J. Holm"), ("Jan Holm", "Jan Holm Jr."), ("Bob Holm", "Robert Holm"), ("Jan Brady", "Jan Brody")],
)
def test_what_is_likely_one_name_but_does_not_join_by_itself(one: str, other: str) -> None:
    assert LIKELY <= match_names(one, other) < JOIN


def test_the_score_is_symmetric_and_within_bounds() -> None:
    names = ["Jan Holm", "J. Holm", "Holm", "Jan Erik Holm", "Abd al-Rahman Sayyaf", "Abdul Rahman", "Ян Холм", "X", ""]
    for one in names:
        for other in names:
            assert match_names(one, other) == match_names(other, one)
            assert 0 <= match_names(one, other) <= 1


def test_a_slip_is_one_letter_of_one_word() -> None:
    assert is_slip(prepare("Lans Holmqvist"), prepare("Hans Holmqvist"))
    assert not is_slip(prepare("Hans Holmqvist"), prepare("Jens Holmqvist"))
    assert not is_slip(prepare("Hans Lund"), prepare("Lans Holm"))
    assert not is_slip(prepare("Hans Holm Jr."), prepare("Lans Holm"))


def test_the_reason_says_what_differs() -> None:
    assert explain(prepare("Jan Holm"), prepare("Jan Holm")) == ""
    assert explain(prepare("Sergey Vershinin"), prepare("Sergej Werschinin")) == "spelling"
    assert explain(prepare("Bob Holm"), prepare("Robert E. Holm Jr.")) == (
        "a form of a given name, a name left out, a suffix"
    )
    assert explain(prepare("J. Holm"), prepare("Jan Holm")) == "an initial"


def test_words_that_sound_the_same() -> None:
    assert sound_of("shcherbakov") == sound_of("schtscherbakow")
    assert skeleton_of("qadhi") == skeleton_of("gadi")
    assert likeness("perry", "pelly") < 0.7 < likeness("lindqvist", "linqdvist") < 0.9


@pytest.fixture(scope="module")
def pairs() -> list[dict[str, str]]:
    if not NAMES.is_file():
        pytest.skip("the development data lies outside the project and is not there")
    with NAMES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_development_pairs(pairs: list[dict[str, str]]) -> None:
    """F1 of 0.965 at least; and at a precision of 0.99 a recall of 0.85."""
    scores = [(match_names(pair["name_a"], pair["name_b"]), pair["same"] == "1") for pair in pairs]

    def judge(threshold: float) -> tuple[float, float]:
        taken = [same for score, same in scores if score >= threshold]
        return sum(taken) / len(taken), sum(taken) / sum(same for _, same in scores)

    precision, recall = judge(LIKELY)
    assert 2 * precision * recall / (precision + recall) >= 0.965
    precision, recall = judge(0.8)
    assert precision >= 0.99
    assert recall >= 0.85


def test_known_names_are_matched_quickly(pairs: list[dict[str, str]]) -> None:
    """50,000 pairs a second are asked for; a tenth of it fails on no machine that is merely busy."""
    rounds = range(5)
    for pair in pairs:
        match_names(pair["name_a"], pair["name_b"])
    started = process_time()
    for _ in rounds:
        for pair in pairs:
            match_names(pair["name_a"], pair["name_b"])
    assert len(pairs) * len(rounds) / (process_time() - started) > 5000
