import json

import bibtexparser
import pytest
import rispy
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dating import parse_dating
from generator.pages.authors import read_authors
from generator.pages.citations import Work, cite

CSL_NAMES = {"family", "given", "literal"}


def work(published="2015-05-19", byline="Ida Lund", **values):
    made = {
        "slug": "deal", "title": "Port workers reach a deal", "authors": read_authors(byline),
        "publication": "Harbour Times", "published": parse_dating(published), "is_stated": True,
        "original_url": "https://times.example/deal", "url": "https://archive.example/articles/deal/",
        "archive": "The Harbour Archive", "language": "en",
    }  # fmt: skip
    return Work(**(made | values))


def test_the_forms_for_readers():
    cited = cite(work())
    assert cited.apa == (
        "Lund, I. (2015, May 19). Port workers reach a deal. Harbour Times. https://times.example/deal. "
        "Archived in The Harbour Archive, https://archive.example/articles/deal/."
    )
    assert cited.chicago == (
        "Lund, Ida. “Port workers reach a deal.” Harbour Times, May 19, 2015. https://times.example/deal. "
        "Archived in The Harbour Archive, https://archive.example/articles/deal/."
    )
    assert cited.mla == (
        "Lund, Ida. “Port workers reach a deal.” Harbour Times, 19 May 2015, https://times.example/deal. "
        "The Harbour Archive, https://archive.example/articles/deal/."
    )


def test_what_is_not_known_is_left_out():
    cited = cite(work("", byline=None, publication=None, original_url=None, title="Who built the pier?"))
    archived = "Archived in The Harbour Archive, https://archive.example/articles/deal/."
    assert cited.apa == f"Who built the pier? (n.d.). {archived}"
    assert cited.chicago == f"“Who built the pier?” n.d. {archived}"
    assert cited.mla == ("“Who built the pier?” n.d. The Harbour Archive, https://archive.example/articles/deal/.")


@pytest.mark.parametrize(
    ("byline", "apa", "chicago", "mla"),
    [
        ("Ida Lund", "Lund, I. (", "Lund, Ida. “", "Lund, Ida. “"),
        ("Ida Lund and Jo Berg", "Lund, I., & Berg, J. (", "Lund, Ida, and Jo Berg. “", "Lund, Ida, and Jo Berg. “"),
        ("Ida Lund, Jo Berg and Anna-Lena Holm", "Lund, I., Berg, J., & Holm, A.-L. (",
         "Lund, Ida, Jo Berg, and Anna-Lena Holm. “", "Lund, Ida, et al. “"),
        ("Reuters", "Reuters. (", "Reuters. “", "Reuters. “"),
        ("Jaap de Hoop Scheffer", "Hoop Scheffer, J. de. (", "Hoop Scheffer, Jaap de. “", "Hoop Scheffer, Jaap de. “"),
    ],
)  # fmt: skip
def test_authors(byline, apa, chicago, mla):
    cited = cite(work(byline=byline))
    assert cited.apa.startswith(apa)
    assert cited.chicago.startswith(chicago)
    assert cited.mla.startswith(mla)


@pytest.mark.parametrize(
    ("published", "apa", "chicago", "mla"),
    [
        ("2015-05-19", "2015, May 19", "May 19, 2015", "19 May 2015"),
        ("2015-09", "2015, September", "September 2015", "Sept. 2015"),
        ("2015", "2015", "2015", "2015"),
        ("2017-02-18?", "[2017, February 18?]", "[February 18, 2017?]", "[18 Feb. 2017?]"),
        ("2015~", "[c. 2015]", "[c. 2015]", "[c. 2015]"),
        ("[2015,2020]", "[2015 or 2020]", "[2015 or 2020]", "[2015 or 2020]"),
        ("2014/..", "[2014 or later]", "[2014 or later]", "[2014 or later]"),
        ("XXXX-05-19", "[19 May, year unknown]", "[19 May, year unknown]", "[19 May, year unknown]"),
        ("", "n.d.", "n.d.", "n.d."),
    ],
)
def test_a_date_is_cited_as_far_as_it_is_known(published, apa, chicago, mla):
    cited = cite(work(published))
    assert f"({apa})" in cited.apa
    assert f"Harbour Times, {chicago.rstrip('.')}." in cited.chicago
    assert f"Harbour Times, {mla}, " in cited.mla


def test_a_day_that_rests_on_evidence_stands_in_brackets():
    cited = cite(work(is_stated=False))
    assert "([2015, May 19])" in cited.apa
    assert "Harbour Times, [19 May 2015], " in cited.mla
    assert json.loads(cited.csl_json)[0]["issued"] == {"date-parts": [[2015, 5, 19]]}


def read_bibtex(text):
    """The one entry of a text, its type and key among its fields."""
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    return {"type": entry.entry_type, "key": entry.key, **{field.key: field.value for field in entry.fields}}


def test_bibtex_is_read_back():
    assert read_bibtex(cite(work(byline="Ida Lund and Jo Berg")).bibtex) == {
        "type": "article", "key": "deal", "author": "Lund, Ida and Berg, Jo",
        "title": "{Port workers reach a deal}", "journal": "Harbour Times", "year": "2015", "month": "may",
        "date": "2015-05-19", "url": "https://times.example/deal", "langid": "english",
        "note": r"Archived in The Harbour Archive, \url{https://archive.example/articles/deal/}",
    }  # fmt: skip


def test_bibtex_says_doubt_where_it_can():
    """In biblatex a date is EDTF of level 1; what is beyond that is said in words, as the year."""
    fields = {date: read_bibtex(cite(work(date)).bibtex) for date in ("2015?", "[2015,2020]", "")}
    assert [(f.get("date"), f.get("year"), f.get("month")) for f in fields.values()] == [
        ("2015?", "[2015?]", None), (None, "[2015 or 2020]", None), (None, None, None),
    ]  # fmt: skip


def test_ris_is_read_back():
    (entry,) = rispy.loads(cite(work(byline="Ida Lund and Jo Berg")).ris)
    assert entry == {
        "type_of_reference": "NEWS", "title": "Port workers reach a deal", "authors": ["Lund, Ida", "Berg, Jo"],
        "secondary_title": "Harbour Times", "year": "2015", "date": "2015/05/19", "language": "en",
        "urls": ["https://times.example/deal"], "name_of_database": "The Harbour Archive",
        "file_attachments2": "https://archive.example/articles/deal/",
    }  # fmt: skip


def test_ris_has_no_date_that_is_in_doubt():
    (entry,) = rispy.loads(cite(work("2017-02-18?")).ris)
    assert "year" not in entry
    assert "date" not in entry
    assert entry["notes"] == ["Date: probably 18 February 2017"]


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2015-05-19", {"date-parts": [[2015, 5, 19]]}),
        ("2015?", {"date-parts": [[2015]], "circa": True}),
        ("[2015,2020]", {"literal": "2015 or 2020"}),
        ("", None),
    ],
)
def test_csl_json(published, issued):
    (item,) = json.loads(cite(work(published)).csl_json)
    assert item.get("issued") == issued
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Lund", "given": "Ida"}]
    assert (item["container-title"], item["archive"]) == ("Harbour Times", "The Harbour Archive")


@quick
@given(st.text(max_size=60), st.text(max_size=40), st.text(max_size=40))
def test_whatever_stands_in_an_article_its_records_can_be_read(title, byline, publication):
    authors = read_authors(byline)
    cited = cite(work(title=title, authors=authors, publication=publication, byline=None))
    assert read_bibtex(cited.bibtex)["key"] == "deal"
    (entry,) = rispy.loads(cited.ris)
    assert entry["type_of_reference"] == "NEWS"
    assert entry.get("title", "") == " ".join(title.split())
    (item,) = json.loads(cited.csl_json)
    assert item.get("title", "") == title
    assert all(CSL_NAMES.issuperset(author) for author in item.get("author", ()))
