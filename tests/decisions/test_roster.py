"""The roster: everybody who is named, whatever is remembered of the articles."""

import os
import time

import pytest
from archives import article, make_archive, write

from generator.decisions import roster
from generator.decisions.people import State, read_roster
from generator.rebuild import rebuild

FILES = {
    "content/people/ada-holm.md": "---\nname: Ada Holm\n---\n",
    "content/people/bo-lind.md": "---\nname: Bo Lind\nverified: false\n---\n",
    "content/people/port-holm.md": "---\nname: Port Holm\nhidden: true\n---\n",
    "content/articles/deal.md": article(people="[ada-holm]", published="2015-05"),
    "content/articles/hall.md": article("Mr Carl Ek, the mayor, spoke to Ada Holm in the hall.", published="2014?"),
    "content/articles/pier.md": article("Mr Carl Ek, the mayor, said that the pier would stay."),
    "content/articles/quay.md": article("“It is safe,” said Dr. Dora Falk, who heads the harbour office."),
}


@pytest.fixture
def archive(tmp_path):
    return make_archive(tmp_path, FILES)


def test_everybody_has_a_state_and_the_articles_that_name_them(archive):
    found = read_roster(archive)
    assert {label: (entry.state, entry.articles) for label, entry in found.entries.items()} == {
        "ada-holm": (State.VERIFIED, ("deal", "hall")),
        "bo-lind": (State.UNVERIFIED, ()),
        "carl-ek": (State.FOUND, ("hall", "pier")),
        "port-holm": (State.HIDDEN, ()),
        "Dora Falk": (State.NAME, ("quay",)),
    }
    ada = found.entries["ada-holm"]
    assert (str(ada.first), str(ada.last)) == ("2014-01-01", "2015-05-31")


@pytest.mark.parametrize(
    ("word", "label"),
    [("ada-holm", "ada-holm"), ("Ms Ada Holm", "ada-holm"), ("carl-ek", "carl-ek"), ("FALK, Dora", "Dora Falk")],
)
def test_somebody_is_found_by_id_or_by_name_in_any_spelling(archive, word, label):
    assert read_roster(archive).find(word).label == label


def test_a_name_of_two_people_finds_neither(archive):
    write(archive.content, {"people/ada-holm-2.md": "---\nname: Ada Holm\n---\n"})
    assert read_roster(archive).find("Ada Holm") is None


def test_what_a_build_has_read_is_not_read_again(archive, monkeypatch):
    """And what changed since is, so that the roster is the same as without the build."""
    aged = time.time() - 60
    for path in archive.content.rglob("*.md"):
        os.utime(path, (aged, aged))
    time.sleep(0.05)  # a file of just now is not trusted
    rebuild(archive, search=False)
    write(archive.content, {"articles/quay.md": article("“It is not,” said Dr. Eva Strand of the harbour office.")})
    (archive.content / "articles/pier.md").unlink()
    asked = []
    read_articles = roster.read_articles

    def watch(content, stamps, *rest):
        asked.extend(stamps)
        return read_articles(content, stamps, *rest)

    monkeypatch.setattr(roster, "read_articles", watch)
    remembered = read_roster(archive)
    assert asked == ["articles/quay.md"]
    for path in archive.store.glob("store.sqlite*"):
        path.unlink()
    assert read_roster(archive).entries == remembered.entries
    assert remembered.entries.keys() == {"ada-holm", "bo-lind", "port-holm", "Carl Ek", "Eva Strand"}
