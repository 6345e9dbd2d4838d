"""Feeds of a built archive against the schemas of their formats, which stand here in our own words."""

import json

import jsonschema
import pytest
from archives import make_archive
from lxml import etree

from generator.rebuild import rebuild

FEEDS = ("", "people/ada-holm/", "topics/harbour/", "sources/tide-wire/")
INSTANT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://[^ ]+$"}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": ADDRESS, "avatar": ADDRESS},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
OWN = {"^_[^.]+$": {"type": "object"}}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": TEXT,
        "user_comment": TEXT,
        "next_url": ADDRESS,
        "icon": ADDRESS,
        "favicon": ADDRESS,
        "authors": AUTHORS,
        "language": TEXT,
        "expired": {"type": "boolean"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_text"]}, {"required": ["content_html"]}],
                "properties": {
                    "id": TEXT,
                    "url": ADDRESS,
                    "external_url": ADDRESS,
                    "title": {"type": "string"},
                    "content_html": {"type": "string"},
                    "content_text": {"type": "string"},
                    "summary": TEXT,
                    "image": ADDRESS,
                    "banner_image": ADDRESS,
                    "date_published": {"type": "string", "pattern": INSTANT},
                    "date_modified": {"type": "string", "pattern": INSTANT},
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT, "uniqueItems": True},
                    "language": TEXT,
                    "attachments": {"type": "array"},
                },
                "patternProperties": OWN,
                "additionalProperties": False,
            },
        },
    },
    "patternProperties": OWN,
    "additionalProperties": False,
}
"""JSON Feed, version 1.1."""

ATOM = r"""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <define name="common">
    <optional><attribute name="xml:lang"><text/></attribute></optional>
    <optional><attribute name="xml:base"><data type="anyURI"/></attribute></optional>
  </define>
  <define name="words">
    <ref name="common"/>
    <optional><attribute name="type"><choice><value>text</value><value>html</value></choice></attribute></optional>
    <text/>
  </define>
  <define name="address"><data type="anyURI"><param name="minLength">1</param></data></define>
  <define name="somebody">
    <ref name="common"/>
    <interleave>
      <element name="name"><text/></element>
      <optional><element name="uri"><ref name="address"/></element></optional>
      <optional><element name="email"><text/></element></optional>
    </interleave>
  </define>
  <define name="instant"><ref name="common"/><data type="dateTime">
    <param name="pattern">.+T.+(Z|[+\-][0-9]{2}:[0-9]{2})</param>
  </data></define>
  <define name="about">
    <interleave>
      <element name="id"><ref name="common"/><ref name="address"/></element>
      <element name="title"><ref name="words"/></element>
      <element name="updated"><ref name="instant"/></element>
      <zeroOrMore><element name="author"><ref name="somebody"/></element></zeroOrMore>
      <zeroOrMore><element name="contributor"><ref name="somebody"/></element></zeroOrMore>
      <optional><element name="rights"><ref name="words"/></element></optional>
      <zeroOrMore><element name="link">
        <ref name="common"/>
        <attribute name="href"><ref name="address"/></attribute>
        <optional><attribute name="rel"><text/></attribute></optional>
        <optional><attribute name="type">
          <data type="string"><param name="pattern">.+/.+</param></data>
        </attribute></optional>
        <optional><attribute name="hreflang"><data type="language"/></attribute></optional>
        <optional><attribute name="title"><text/></attribute></optional>
        <optional><attribute name="length"><text/></attribute></optional>
      </element></zeroOrMore>
      <zeroOrMore><element name="category">
        <ref name="common"/>
        <attribute name="term"><text/></attribute>
        <optional><attribute name="scheme"><ref name="address"/></attribute></optional>
        <optional><attribute name="label"><text/></attribute></optional>
      </element></zeroOrMore>
    </interleave>
  </define>
  <start><element name="feed">
    <ref name="common"/>
    <interleave>
      <ref name="about"/>
      <optional><element name="subtitle"><ref name="words"/></element></optional>
      <optional><element name="icon"><ref name="address"/></element></optional>
      <optional><element name="logo"><ref name="address"/></element></optional>
      <optional><element name="generator">
        <optional><attribute name="uri"><ref name="address"/></attribute></optional>
        <optional><attribute name="version"><text/></attribute></optional>
        <text/>
      </element></optional>
      <zeroOrMore><element name="entry">
        <ref name="common"/>
        <interleave>
          <ref name="about"/>
          <optional><element name="published"><ref name="instant"/></element></optional>
          <optional><element name="summary"><ref name="words"/></element></optional>
          <optional><element name="content"><ref name="words"/></element></optional>
        </interleave>
      </element></zeroOrMore>
    </interleave>
  </element></start>
</grammar>
"""
"""Atom, RFC 4287, without what comes from other vocabularies."""


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    site = make_archive(tmp_path_factory.mktemp("feeds"))
    assert rebuild(site, search=False).problems == ()
    return site.output


@pytest.mark.parametrize("address", FEEDS)
def test_a_json_feed_is_valid(output, address):
    feed = json.loads((output / address / "feed.json").read_bytes())
    jsonschema.Draft202012Validator(JSON_FEED).validate(feed)
    assert feed["items"]


@pytest.mark.parametrize("address", FEEDS)
def test_an_atom_feed_is_valid(output, address):
    feed = etree.parse(output / address / "feed.xml")
    etree.RelaxNG(etree.fromstring(ATOM)).assertValid(feed)
    atom = "{http://www.w3.org/2005/Atom}"
    own = len(feed.findall(f"{atom}author"))
    assert feed.findall(f"{atom}entry")
    assert all(own or entry.find(f"{atom}author") is not None for entry in feed.findall(f"{atom}entry"))
    assert [link.get("rel") for link in feed.findall(f"{atom}link")].count("self") == 1


def test_the_schemas_refuse_what_the_formats_refuse(output):
    feed = json.loads((output / "feed.json").read_bytes())
    for broken in ({"title": None}, {"author": {"name": "Ada"}}, {"items": [{"id": 1, "content_text": ""}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(JSON_FEED).validate(feed | broken)
    text, schema = (output / "feed.xml").read_bytes(), etree.RelaxNG(etree.fromstring(ATOM))
    for part in (b"id", b"updated", b"title"):
        assert not schema.validate(
            etree.fromstring(text.replace(b"<%s>" % part, b"<x>").replace(b"</%s>" % part, b"</x>"))
        )
