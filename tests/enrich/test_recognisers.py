"""Another recogniser behind the same door: spaCy, with a small pipeline made here."""

import sys
from pathlib import Path

import pytest

from generator.enrich import find_people, load_recogniser
from generator.errors import SiteError

TEXT = "Foreign Minister Anna Holm met Mr Peter Lund in Oslo. **Holm** left."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline that knows three forms of names and a place."""
    spacy = pytest.importorskip("spacy", reason="spaCy is an option, and not installed")
    pipeline = spacy.blank("en")
    patterns = [
        ("PERSON", "Minister Anna Holm"),
        ("PERSON", "Holm"),
        ("PER", "Peter Lund"),
        ("GPE", "Oslo"),
        ("PERSON", "Mr"),
    ]
    rules = [{"label": label, "pattern": pattern} for label, pattern in patterns]
    pipeline.add_pipe("entity_ruler").add_patterns(rules)
    path = tmp_path_factory.mktemp("models") / "few_names"
    pipeline.to_disk(path)
    return path


def test_own_recogniser_needs_nothing_else() -> None:
    assert load_recogniser("own") is find_people


def test_spacy_answers_as_our_own_does(model: Path) -> None:
    """Entities become people with name, aliases, roles and places, without honorifics; places are none."""
    found = load_recogniser(str(model))(TEXT, frozenset())
    assert [(person.name, person.aliases, person.roles) for person in found] == [
        ("Anna Holm", ("Holm",), ("Foreign Minister",)),
        ("Peter Lund", (), ()),
    ]
    assert [TEXT[start:end] for person in found for start, end in person.mentions] == [
        "Anna Holm",
        "Holm",
        "Peter Lund",
    ]


def test_missing_model_is_said_with_its_remedy() -> None:
    pytest.importorskip("spacy", reason="spaCy is an option, and not installed")
    with pytest.raises(SiteError) as caught:
        load_recogniser("no_such_model")
    said = str(caught.value)
    assert said.startswith('site.toml: people.recogniser: spaCy has no model "no_such_model"')
    assert said.endswith(
        'Install it with: python -m spacy download no_such_model; or use the one that comes with Dateline, "own".'
    )


def test_missing_spacy_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SiteError, match="spaCy is not installed") as caught:
        load_recogniser("another_model")
    assert "pip install 'dateline[spacy]'" in str(caught.value)
