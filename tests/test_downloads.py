"""Downloads, feeds and sitemaps of a built archive, read back by other programs."""

import csv
import hashlib
import io
import json
import re
from pathlib import Path

import feedparser
import pytest
from archives import STORY, make_archive, read_all, write
from lxml import etree

from generator.pages.exports import ARTICLE_FIELDS, RECORD_FIELDS
from generator.rebuild import rebuild

DOCS = Path(__file__).parents[1] / "docs/records.md"
DEAL = "content/articles/2015/deal.md"

# The rules of the sitemap protocol, version 0.9, in our own words.
SITEMAP_XSD = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"
    targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xs:simpleType name="day"><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
  <xs:simpleType name="address">
    <xs:restriction base="xs:anyURI"><xs:minLength value="12"/><xs:maxLength value="2048"/></xs:restriction>
  </xs:simpleType>
  <xs:complexType name="entry"><xs:sequence>
    <xs:element name="loc" type="s:address"/><xs:element name="lastmod" type="s:day" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:element name="url" type="s:entry" maxOccurs="50000"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="sitemapindex"><xs:complexType><xs:sequence>
    <xs:element name="sitemap" type="s:entry" maxOccurs="50000"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>
"""


@pytest.fixture
def site(tmp_path):
    site = make_archive(tmp_path)
    assert rebuild(site, search=False).problems == ()
    return site


def lines(site, name):
    return [json.loads(line) for line in (site.output / "downloads" / name).read_text().splitlines()]


def rows(site, name):
    return list(csv.DictReader(io.StringIO((site.output / "downloads" / name).read_text())))


def test_every_article_stands_whole_in_one_line(site):
    (deal,) = lines(site, "articles-2015.jsonl")
    (pier,) = lines(site, "articles-undated.jsonl")
    assert (deal["id"], deal["published"], deal["earliest"], deal["latest"]) == (
        "deal", "2015-05-19", "2015-05-19", "2015-05-19",
    )  # fmt: skip
    assert (deal["source"], deal["people"], deal["topics"]) == ("tide-wire", ["ada-holm"], ["harbour"])
    assert deal["url"] == "https://harbour.example/archive/articles/deal/"
    assert deal["text"].startswith("The port workers and the ministry have reached a deal.\n\nWork")
    assert (pier["id"], pier["published"], pier["earliest"]) == ("pier", None, None)


def test_the_table_has_the_same_articles_without_texts(site):
    (deal,) = rows(site, "articles-2015.csv")
    (line,) = lines(site, "articles-2015.jsonl")
    assert (deal["id"], deal["version"], deal["title"]) == (line["id"], line["version"], line["title"])
    assert (deal["people"], deal["topics"], deal["words"]) == ("ada-holm", "harbour", "14")


def test_records_have_tables(site):
    (ada,) = rows(site, "people.csv")
    assert (ada["id"], ada["name"], ada["articles"], ada["first"], ada["verified"]) == (
        "ada-holm", "Ada Holm", "1", "2015-05-19", "true",
    )  # fmt: skip
    assert [(row["id"], row["name"]) for row in rows(site, "topics.csv")] == [("harbour", "Harbour")]
    assert [(row["id"], row["articles"]) for row in rows(site, "sources.csv")] == [("tide-wire", "2")]


def test_the_package_describes_every_file_and_column(site):
    folder = site.output / "downloads"
    package = json.loads((folder / "datapackage.json").read_text())
    described = {
        name: {field["name"] for field in resource["schema"]["fields"]}
        for resource in package["resources"]
        for name in ([resource["path"]] if isinstance(resource["path"], str) else resource["path"])
    }
    assert {path.name for path in folder.iterdir()} - {"index.html", "SHA256SUMS", "datapackage.json"} == {*described}
    for name, fields in described.items():
        found = lines(site, name)[0] if name.endswith(".jsonl") else rows(site, name)[0]
        assert found.keys() == fields, name


def test_every_field_is_documented():
    """docs/records.md tells of the same fields, in the same words."""
    shown = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", DOCS.read_text(), re.MULTILINE))
    known = {name: meaning for fields in (ARTICLE_FIELDS, RECORD_FIELDS) for name, (_, meaning) in fields.items()}
    assert shown.keys() == known.keys()
    assert {name: meaning for name, meaning in shown.items() if name not in ("id", "url")} == {
        name: meaning for name, meaning in known.items() if name not in ("id", "url")
    }


def sums(site):
    folder = site.output / "downloads"
    listed = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name not in ("index.html", "SHA256SUMS")
    }
    assert listed == found
    return listed


def test_the_sums_are_those_of_the_files(site):
    assert len(sums(site)) == 8


def test_an_edited_text_is_written_to_one_part_anew(site):
    before, summed = read_all(site.output), sums(site)
    text = (site.root / DEAL).read_text()
    write(site.root, {DEAL: text.replace("Work begins", "Work never begins")})
    rebuild(site, search=False)
    after = read_all(site.output)
    changed = {path for path in after if after[path] != before.get(path) and path != ".dateline.json"}
    assert changed == {
        "articles/deal/index.html", "downloads/articles-2015.jsonl", "downloads/articles-2015.csv",
        "downloads/SHA256SUMS",
    }  # fmt: skip
    assert {name for name, digest in sums(site).items() if summed[name] != digest} == {
        "articles-2015.jsonl", "articles-2015.csv",
    }  # fmt: skip
    assert "Work never begins" in lines(site, "articles-2015.jsonl")[0]["text"]


def test_an_article_beside_an_edited_one_is_not_read_again(site, monkeypatch):
    second = "content/articles/2015/second.md"
    write(site.root, {second: "---\ntitle: Second\npublished: 2015-06-01\n---\nIt held.\n"})
    rebuild(site, search=False)
    (before,) = (line for line in lines(site, "articles-2015.jsonl") if line["id"] == "second")
    text = (site.root / DEAL).read_text()
    write(site.root, {DEAL: text.replace("Work begins", "Work ends")})
    monkeypatch.setattr("generator.making.read_article", None)  # what changed waits in the spool
    assert rebuild(site, search=False, jobs=1).problems == ()
    assert before in lines(site, "articles-2015.jsonl")


def test_without_downloads_there_is_no_page_of_them(tmp_path):
    site = make_archive(tmp_path, settings="\n[downloads]\nenabled = false\n")
    rebuild(site, search=False)
    assert not (site.output / "downloads").exists()
    assert "downloads" not in (site.output / "index.html").read_text()


def test_feeds_are_read_by_a_reader_of_feeds(site):
    assert STORY
    for address in ("", "people/ada-holm/", "topics/harbour/", "sources/tide-wire/"):
        atom = feedparser.parse((site.output / address / "feed.xml").read_bytes())
        assert not atom.bozo, address
        assert [entry.title for entry in atom.entries] == ["Port workers reach a deal"]
        feed = json.loads((site.output / address / "feed.json").read_bytes())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert {"title", "items", "home_page_url", "feed_url"} <= feed.keys()
        assert [(item["id"], item["title"]) for item in feed["items"]] == [
            (entry.id, entry.title) for entry in atom.entries
        ]
        assert all(isinstance(item["content_text"], str) for item in feed["items"])
        twin = next(link.href for link in atom.feed.links if link.type == "application/feed+json")
        assert twin == feed["feed_url"]


def test_sitemaps_are_valid(site):
    schema = etree.XMLSchema(etree.fromstring(SITEMAP_XSD))
    found = sorted(site.output.glob("sitemap*.xml"))
    assert len(found) > 4
    for path in found:
        schema.assertValid(etree.parse(path))


def test_programs_are_told_where_to_look(tmp_path):
    site = make_archive(tmp_path)
    rebuild(site)
    assert "Sitemap: https://harbour.example/archive/sitemap.xml" in (site.output / "robots.txt").read_text()
    told = (site.output / "llms.txt").read_text()
    assert told.startswith("# The Harbour Archive\n\n> ")
    for link in re.findall(r"\]\(https://harbour.example/archive/(.*?)\)", told):
        assert (site.output / link).exists(), link
    search = etree.parse(site.output / "opensearch.xml").getroot()
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert search.tag == f"{space}OpenSearchDescription"
    assert len(search.findtext(f"{space}ShortName")) <= 16
    assert search.find(f"{space}Url").get("template") == "https://harbour.example/archive/search/?q={searchTerms}"
