import pytest

from generator.enrich import KnownNames
from generator.model.authority import Person

KNOWN = KnownNames(
    {
        "ada-holm": Person(id="ada-holm", name="Ada Holm", variants=("A. Holm", "Ada Maria Holm"), aliases=("holm",)),
        "bo-li": Person(id="bo-li", name="Bo Li"),
    }
)


def find(key, text):
    """Where a text prints the names of one person."""
    found = KNOWN.find([key], text)
    assert [of for of, _ in found] in ([key], [])
    return found[0][1] if found else None


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Ada Holm spoke. Holm left.", ["Ada Holm", "Holm"]),
        ("Ada Maria Holm spoke.", ["Ada Maria Holm"]),
        ("A. Holm spoke.", ["A. Holm"]),
        ("Holm spoke.", ["Holm"]),
        ("*Ada Holm* spoke.", ["Ada Holm"]),
        ("Then Ada Holm, of whom nobody knew.", ["Ada Holm"]),
        ("Jan Holm spoke.", None),
        ("Adaholm, Ada Holmes, Holmwood, Ada Holm-Berg, ada holm", None),
        ("See [this](https://a.example/Ada Holm).", None),
        ("", None),
    ],
)
def test_where_a_known_name_stands(text, forms):
    found = find("ada-holm", text)
    assert (found and sorted({text[a:b] for a, b in found.mentions}, key=text.index)) == forms
    if found:
        assert {found.name, *found.aliases} == set(forms)


def test_people_are_known_by_id_former_id_and_name():
    for key in ("ada-holm", "holm", "Ada Holm"):
        assert find(key, "Ada Holm spoke.").name == "Ada Holm"
    assert find("nobody", "Ada Holm spoke.") is None


def test_a_short_surname_alone_is_not_looked_for():
    assert find("bo-li", "Li spoke.") is None
    assert find("bo-li", "Bo Li spoke.").name == "Bo Li"


def test_digests_tell_whose_names_are_others():
    ada = Person(id="ada-holm", name="Ada Holm", variants=("A. Holm", "Ada Maria Holm"), aliases=("holm",))
    other = KnownNames({"ada-holm": ada, "bo-li": Person(id="bo-li", name="Bo Li", variants=("B. Li",))})
    assert {key for key in KNOWN.digests if KNOWN.digests[key] != other.digests[key]} == {"bo-li", "Bo Li"}


def test_names_that_a_person_vouches_for_are_sure():
    people = {
        "a": Person(id="a", name="Ada Holm", variants=("Holm", "A. Holm")),
        "b": Person(id="b", name="Port Harbour", hidden=True),
        "c": Person(id="c", name="Carl Ek", verified=False),
    }
    assert KnownNames(people).sure == {("Ada", "Holm"), ("A.", "Holm")}
