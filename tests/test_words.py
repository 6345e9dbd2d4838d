"""Every word of the interface is in one catalogue, and German has them all.

After a change of words, ``python tests/test_words.py`` writes the catalogues anew: what is new stands in them with an
empty ``msgstr``, and what nothing asks for any more is gone.
"""

import ast
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from archives import article, make_archive, read_all, said, write
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from generator.content import Filed, format_filed, record_path
from generator.model.cleaning import CleaningRecord, Finding, Passage, Verdict
from generator.model.dating import describe_dating, parse_dating
from generator.model.words import ENGLISH
from generator.rebuild import rebuild
from generator.render.original import name_verdicts, render_original
from generator.site import BUNDLED
from generator.words import load_words, placeholders

CHECKOUT = Path(__file__).parents[1]
CATALOGUES = BUNDLED / "languages"
TEMPLATES = sorted(BUNDLED.rglob("*.html"))
MODULES = sorted((CHECKOUT / "generator").rglob("*.py"))
HEADER = {
    "en": "Every word of the interface. An empty translation means that the text is said as it stands.",
    "de": "Alle Wörter der Oberfläche auf Deutsch.",
}
_INCIDENTAL = re.compile(
    r'^"(?:Project-Id|Report-Msgid|POT-Creation|PO-Revision|Last-Trans|Language-Team|Generated).*\n', re.MULTILINE
)
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
SPOKEN = {"aria-label", "title", "placeholder", "alt", "summary"}
"""Attributes that are read to people."""
EVERYWHERE = {
    "SHA-256",
    "(SHA-256)",
    "JSON Lines",
    "CSV",
    "(CSV)",
    "(Data Package)",
    "APA",
    "Chicago",
    "MLA",
    "BibTeX",
    "RIS",
    "CSL-JSON",
}
"""Names that are the same in every language."""


def asked() -> Catalog:
    """Every text that templates and pages ask for."""
    catalog = Catalog(locale="en")
    for path in TEMPLATES:
        for line, function, texts, notes in babel_extract(BytesIO(path.read_bytes()), list(DEFAULT_KEYWORDS), [], {}):
            add(catalog, function, texts, f"templates/{path.relative_to(BUNDLED).as_posix()}", line, notes)
    for path in MODULES:
        place = path.relative_to(CHECKOUT).as_posix()
        for line, texts, notes, context in extract_from_file("python", path):
            catalog.add(texts, locations=[(place, line)], auto_comments=notes, context=context)
    return catalog


def add(catalog: Catalog, function: str, texts, place: str, line: int, notes) -> None:
    texts = tuple(text for text in (texts if isinstance(texts, tuple) else (texts,)) if text is not None)
    context = texts[0] if function == "pgettext" else None
    texts = texts[1:] if function == "pgettext" else texts[:2]
    catalog.add(texts[0] if len(texts) == 1 else texts, locations=[(place, line)], auto_comments=notes, context=context)


def read(code: str) -> Catalog:
    path = CATALOGUES / f"{code}.po"
    return read_po(BytesIO(path.read_bytes() if path.exists() else b""), code, abort_invalid=True)


def text_of(catalog: Catalog, code: str) -> bytes:
    """A catalogue as its file has it, without the lines that would change at every writing."""
    catalog.header_comment = f"# {HEADER[code]}"
    out = BytesIO()
    write_po(out, catalog, width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    return _INCIDENTAL.sub("", out.getvalue().decode()).encode()


def write_anew() -> None:
    for code in HEADER:
        catalog = read(code)
        catalog.update(asked(), no_fuzzy_matching=True, update_header_comment=False)
        (CATALOGUES / f"{code}.po").write_bytes(text_of(catalog, code))


def texts(catalog: Catalog) -> set[tuple[str | None, object]]:
    return {(message.context, message.id) for message in catalog if message.id}


def test_every_word_of_the_interface_is_in_the_catalogue_and_nothing_else():
    assert texts(asked()) == texts(read("en")), "run: .venv/bin/python tests/test_words.py"


def test_german_misses_no_word():
    german = read("de")
    assert texts(german) == texts(asked()), "run: .venv/bin/python tests/test_words.py, and translate what is new"
    forms = {message.id: (message.string,) if isinstance(message.string, str) else message.string for message in german}
    assert [text for text, said_ in forms.items() if text and not all(said_)] == []
    assert load_words("de", CHECKOUT / "nowhere")[1] == []


class Bare(HTMLParser):
    """Gathers the words of a template that no catalogue could hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tag = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tag = tag
        self.found += [f"{self.getpos()[0]}: {key}={value}" for key, value in attrs if key in SPOKEN and is_word(value)]

    def handle_endtag(self, tag) -> None:
        self.tag = ""

    def handle_data(self, data) -> None:
        if self.tag not in ("script", "style", "code") and is_word(data):
            self.found.append(f"{self.getpos()[0]}: {data.strip()}")


def is_word(text: str | None) -> bool:
    return bool(text and _LETTER.search(text) and text.strip() not in EVERYWHERE)


@pytest.mark.parametrize("template", [path.relative_to(BUNDLED).as_posix() for path in TEMPLATES])
def test_templates_write_no_word_themselves(template):
    """Write ``{{ _("Words") }}``, so that other languages can say it."""
    parser = Bare()
    parser.feed(_JINJA.sub(lambda match: "\n" * match[0].count("\n"), (BUNDLED / template).read_text()))
    assert parser.found == []


def plain_texts(path: Path) -> Iterator[str]:
    """Texts of ours that a page is given without asking the catalogue."""
    shown = {"title", "description", "label", "detail", "lead"}
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.keyword) and node.arg in shown and isinstance(node.value, ast.Constant | ast.JoinedStr):
            constants = [part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)]
            if any(is_word(text) for text in constants if isinstance(text, str)):
                yield f"{path.name}:{node.value.lineno}: {ast.unparse(node.value)}"


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name == "pages"], ids=lambda path: path.name)
def test_pages_write_no_word_themselves(path):
    """Write ``views.words.gettext("Words")``."""
    assert list(plain_texts(path)) == []


def build(site):
    report = rebuild(site, search=False, jobs=1)
    return report, {name: data.decode() for name, data in read_all(site.output).items() if name.endswith(".html")}


def test_a_site_speaks_the_language_of_its_settings_whatever_its_articles_are_written_in(tmp_path):
    report, pages = build(make_archive(tmp_path, settings='language = "de"\n'))
    assert report.problems == ()
    home, story = pages["index.html"], pages["articles/deal/index.html"]
    assert '<html lang="de" dir="ltr">' in home
    assert ">Personen</a>" in home
    assert "2 Artikel" in home
    assert ">People<" not in home
    assert '<h1 class="headline" lang="en" dir="auto">Port workers reach a deal</h1>' in story
    assert '<html lang="de" dir="ltr">' in story


def test_another_language_makes_the_same_pages(tmp_path):
    _, english = build(make_archive(tmp_path / "en"))
    _, german = build(make_archive(tmp_path / "de", settings='language = "de"\n'))
    assert english.keys() == german.keys()


def test_a_change_of_language_is_a_change_of_every_page(tmp_path):
    site = make_archive(tmp_path)
    build(site)
    _, pages = build(make_archive(tmp_path, files={}, settings='language = "de"\n'))
    assert [name for name, text in pages.items() if '<html lang="de"' not in text] == []


def test_a_catalogue_of_its_own_brings_a_language_and_its_direction(tmp_path):
    own = 'msgid "People"\nmsgstr "أشخاص"\n\nmsgid "{n} article"\nmsgid_plural "{n} articles"\n' + "".join(
        f'msgstr[{n}] "{{n}} {word}"\n' for n, word in enumerate(("صفر", "واحد", "اثنان", "قليل", "كثير", "آخر"))
    )
    site = make_archive(tmp_path, settings='language = "ar"\n')
    write(tmp_path, {"templates/languages/ar.po": own})
    report, pages = build(site)
    assert said(report.problems) == []
    assert '<html lang="ar" dir="rtl">' in pages["index.html"]
    assert ">أشخاص</a>" in pages["index.html"]
    assert "2 اثنان" in pages["index.html"]  # the form for two, as the CLDR counts
    assert ">Topics</a>" in pages["index.html"]  # what is not translated


def test_a_site_may_say_a_thing_otherwise_in_the_bundled_language_too(tmp_path):
    site = make_archive(tmp_path)
    write(tmp_path, {"templates/languages/en.po": 'msgid "People"\nmsgstr "Persons"\n'})
    assert ">Persons</a>" in build(site)[1]["index.html"]


def test_a_language_without_a_catalogue_is_said(tmp_path):
    report, pages = build(make_archive(tmp_path, settings='language = "mi"\n'))
    assert said(report.problems) == [
        'site.toml: language: There is no catalogue of words in "mi", so the pages speak English. Translate '
        "Dateline's en.po, and save it as templates/languages/mi.po."
    ]
    assert '<html lang="en" dir="ltr">' in pages["index.html"]


def test_a_translation_that_asks_for_what_there_is_not_is_said_and_left_out(tmp_path):
    write(tmp_path, {"languages/de.po": '\nmsgid "Page {number}"\nmsgstr "Seite {nummer}"\n'})
    words, problems = load_words("de", tmp_path)
    assert said(problems) == [
        'templates/languages/de.po:2: The translation of "Page {number}" asks for {nummer}, which there is not. '
        "Correct it; until then the English text is shown."
    ]
    assert placeholders(words.gettext("Page {number}")) == ["number"]


def test_a_broken_catalogue_is_said(tmp_path):
    write(tmp_path, {"languages/en.po": 'msgid "People\n'})
    words, problems = load_words("en", tmp_path)
    assert said(problems)[0].startswith("templates/languages/en.po: It cannot be read: ")
    assert words.gettext("People") == "People"


def test_numbers_have_the_marks_of_the_language(tmp_path):
    assert ENGLISH.number(1234567) == "1,234,567"
    assert load_words("de", tmp_path)[0].number(1234567) == "1.234.567"


@pytest.mark.parametrize(
    ("edtf", "german"),
    [
        ("2009-05-06", "6. Mai 2009"),
        ("2009-05", "Mai 2009"),
        ("2017-02-18?", "wahrscheinlich 18. Februar 2017"),
        ("2017-02-18~", "etwa 18. Februar 2017"),
        ("2015?-05-19", "19. Mai, wahrscheinlich 2015"),
        ("[2009-05-06,2015-05-06]", "6. Mai 2009 oder 6. Mai 2015"),
        ("2014/..", "2014 oder später"),
        ("2014/2016", "2014 bis 2016"),
        ("XXXX-05-19", "19. Mai, Jahr unbekannt"),
        ("201X", "in den 2010er Jahren"),
        ("", "undatiert"),
    ],
)
def test_dates_are_written_as_in_the_language(edtf, german):
    words, _ = load_words("de", CHECKOUT / "nowhere")
    assert describe_dating(parse_dating(edtf), words) == german
    assert describe_dating(parse_dating(edtf), ENGLISH) == parse_dating(edtf).display


@pytest.mark.parametrize(
    ("code", "day", "month", "yearless"),
    [
        ("en", "6 May 2009", "May 2009", "6 May"),
        ("en-US", "May 6, 2009", "May 2009", "May 6"),
        ("es", "6 de mayo de 2009", "mayo de 2009", "6 de mayo"),
        ("ru", "6 мая 2009\u202fг.", "май 2009\u202fг.", "6 мая"),
        ("ja", "2009年5月6日", "2009年5月", "5月6日"),
    ],
)
def test_dates_of_any_language_are_written_as_the_cldr_says(tmp_path, code, day, month, yearless):
    write(tmp_path, {f"languages/{code}.po": 'msgid "People"\nmsgstr "…"\n'})
    words, problems = load_words(code, tmp_path)
    assert problems == []
    assert (words.day(date(2009, 5, 6)), words.month(2009, 5), words.yearless(5, 6)) == (day, month, yearless)


def test_what_was_removed_is_said_in_the_language_and_why_in_the_cleaners(tmp_path):
    words, _ = load_words("de", tmp_path)
    passages = (Passage(1, Verdict.FURNITURE, "a menu", "Home"), Passage(2, Verdict.HEADLINE, "", "Deal"))
    made = render_original(passages, name_verdicts(words))
    assert '<dt>entfernt: <span lang="en">a menu</span></dt>' in made
    assert "<dt>Überschrift</dt>" in made


def test_what_programs_found_is_marked_as_english(tmp_path):
    """The evidence for a date, and the cleaner's reasons: on a page in another language, a voice must know."""
    sha = "ab" * 32
    passages = (Passage(1, Verdict.FURNITURE, "a menu", "Home"), Passage(2, Verdict.BODY, "", "It rained."))
    found = (Finding("published", "2015-05-19", "as its markup says"),)
    record = CleaningRecord(name="a", sha256=sha, encoding="utf-8", cleaner=1, passages=passages, findings=found)
    text = article(original_sha256=sha, published="2015-05-19", dating='["the paper of that day says so"]')
    filed = format_filed(Filed(record=record, article="articles/deal.md", suggestion=""))
    files = {"content/articles/deal.md": text, f"content/{record_path(sha)}": filed}
    _, pages = build(make_archive(tmp_path, files, settings='language = "de"\n'))
    assert '<li lang="en" dir="auto">the paper of that day says so</li>' in pages["articles/deal/index.html"]
    cleaning = pages["articles/deal/cleaning/index.html"]
    assert '<li><span lang="en">a menu</span>: 1</li>' in cleaning
    assert '<span lang="en">as its markup says</span>' in cleaning


def test_english_needs_no_library(tmp_path):
    """The bundled words are the texts themselves, so a build in English reads no catalogue."""
    assert load_words("en", tmp_path) == (ENGLISH, [])


if __name__ == "__main__":
    write_anew()
