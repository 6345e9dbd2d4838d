"""A site that asks for another recogniser of people."""

import pytest
from archives import article, make_archive, read_all, write

from generator.errors import SiteError
from generator.rebuild import rebuild
from generator.site import load_site

FILES = {
    "content/articles/a.md": article("Minister Ada Holm met Harbour Lights in the evening.", published="2015-05-19"),
    "content/articles/b.md": article("In the evening, Ada Holm saw Harbour Lights.", published="2014"),
}


def people_of(site):
    assert rebuild(site, search=False).problems == ()
    return {path.split("/")[1] for path in read_all(site.output) if path.startswith("people/") and path.count("/") == 2}


def test_articles_are_read_anew_when_the_recogniser_changes(tmp_path):
    """What another recogniser finds is there at the next build, and gone when the setting is."""
    spacy = pytest.importorskip("spacy", reason="spaCy is an option, and not installed")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Harbour Lights"}])
    pipeline.to_disk(tmp_path / "model")
    site = make_archive(tmp_path / "site", FILES)
    assert people_of(site) == {"ada-holm"}
    settings = (site.root / "site.toml").read_text()
    write(site.root, {"site.toml": f'{settings}\n[people]\nrecogniser = "{tmp_path / "model"}"\n'})
    assert people_of(load_site(site.root)) == {"harbour-lights"}
    write(site.root, {"site.toml": settings})
    assert people_of(load_site(site.root)) == {"ada-holm"}


def test_a_recogniser_that_is_not_there_stops_the_build(tmp_path):
    site = make_archive(tmp_path, FILES)
    settings = (site.root / "site.toml").read_text()
    write(site.root, {"site.toml": f'{settings}\n[people]\nrecogniser = "nobody"\n'})
    with pytest.raises(SiteError, match=r"site\.toml: people\.recogniser: "):
        rebuild(load_site(site.root))
