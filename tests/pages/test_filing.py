import pytest

from generator.model.authority import Office, Person
from generator.pages.filing import filing_word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Ada Holm", "holm"), ("Zoë", "zoe-zoe"), ("Émil Äst", "ast"), ("Hans 2nd", "2nd"), ("Сергей Лавров", "lavrov"),
        ("Ursula von der Leyen", "leyen"), ("Jaap de Hoop Scheffer", "hoop-scheffer"), ("Carla da Silva", "silva"),
        ("Bashar al-Assad", "assad"), ("Mohammed bin Salman", "salman"),
        ("George Bush Jr.", "bush"), ("Martin Luther King, Jr.", "king"), ("Henry Ford II", "ford"),
        ("Leo XIV", "leo"), ("Benedict XVI", "benedict"), ("Pope Francis", "francis"),
        ("Queen Elizabeth II", "elizabeth"), ("Xi Jinping", "xi"), ("Wang Yi", "wang"), ("Li Keqiang", "li"),
        ("Andrew Yang", "yang"), ("Li Andersson", "andersson"),
        ("Ban Ki-moon", "ban"), ("Kim Jong Un", "kim"), ("Moon Jae-in", "moon"), ("Kim Kardashian", "kardashian"),
        ("Lee Harvey Oswald", "oswald"), ("Jean-Luc Moreau", "moreau"),
        ("Nguyen Phu Trong", "nguyen"), ("Ho Chi Minh", "ho"),
    ],
)  # fmt: skip
def test_where_a_name_is_filed(name, word):
    assert f"{filing_word(Person(id='x', name=name))}-".startswith(f"{word}-")


def test_a_variant_in_the_order_of_catalogues_decides():
    assert filing_word(Person(id="x", name="Yao Ming", variants=("Ming, Yao",))).startswith("ming-")
    assert filing_word(Person(id="x", name="Jan Holm", variants=("Holm, Jr.",))).startswith("holm-")


def test_an_office_tells_a_king_from_a_man_named_after_his_father():
    king = Person(id="x", name="John Paul II", offices=(Office(title="Pope"),))
    assert filing_word(king).startswith("john-")


@pytest.mark.parametrize("name", ["🔥", "...", ",", "Jr.", "XIV", "al-", "de"])
def test_any_name_is_filed_somewhere(name):
    assert filing_word(Person(id="x", name=name))
