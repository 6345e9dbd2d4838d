"""Pages in other languages than English.

``tests/languages/`` holds a page for each, written by us, with what every line is: b for the story's text, h for its
headline, s for its standfirst, - for anything else.
"""

import calendar
from pathlib import Path

import pytest

from generator.clean import Cleaned, clean_page
from generator.clean.gloss import ENGLISH, find_gloss, list_glosses, read_entries, read_gloss
from generator.intake import raw_page
from generator.model.cleaning import BODY_VERDICTS

PAGES = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "languages").glob("*.txt"))}
GLOSSES = list_glosses()
BYLINES = {
    "de": "Katrin Mertens", "el": "Ελένης Παππά", "es": "Lucía Ferrer", "fr": "Aminata Traoré",
    "it": "Giulia Marchetti", "nl": "Marieke de Groot", "pl": "Katarzyna Wilk", "pt": "Renata Figueira",
    "sv": "Linnea Bergström", "uk": "Олена Мельник",
}  # fmt: skip
DAYS = {
    "ar": "2020-09-08", "el": "2022-04-12", "es": "2023-05-04", "fr": "2022-05-03", "it": "2021-10-07",
    "ja": "2023-05-18", "ko": "2022-11-03", "nl": "2022-02-11", "pl": "2023-11-09", "pt": "2020-09-22",
    "ru": "2021-10-12", "sv": "2021-08-04", "tr": "2022-03-21", "uk": "2021-06-03", "zh": "2022-06-14",
}  # fmt: skip


def unmark(code: str) -> tuple[list[str], str]:
    """The marks of a page's lines, and the page."""
    lines = PAGES[code].split("\n")
    return [line[:1] for line in lines], "\n".join(line[2:] for line in lines)


def clean(code: str) -> Cleaned:
    return clean_page(raw_page(f"{code}.txt", unmark(code)[1].encode()))


@pytest.mark.parametrize("code", PAGES)
def test_the_language_of_a_page_is_told_and_noted(code: str) -> None:
    """The article says it, for the page's HTML and for search."""
    assert find_gloss(unmark(code)[1]).language == code
    assert clean(code).article.language == code


@pytest.mark.parametrize("code", PAGES)
def test_no_line_of_a_story_is_lost_and_furniture_goes(code: str) -> None:
    """But for a teaser that ends as a sentence does, between two paragraphs."""
    marks, text = unmark(code)
    body = {p.line for p in clean(code).record.passages if p.verdict in BODY_VERDICTS}
    story = {number for number, mark in enumerate(marks, 1) if mark == "b"}
    furniture = {number for number, mark in enumerate(marks, 1) if mark == "-" and text.split("\n")[number - 1].strip()}
    assert story <= body
    assert len(body & furniture) <= 1


@pytest.mark.parametrize("code", PAGES)
def test_headline_author_and_day_are_read(code: str) -> None:
    """Where the page prints them in a form that is known."""
    marks, text = unmark(code)
    article = clean(code).article
    assert article.title == text.split("\n")[marks.index("h")]
    assert article.byline == BYLINES.get(code)
    assert article.published.edtf == DAYS.get(code, "")


SENTENCES = {
    "bg": "Кметът каза, че мостът ще бъде отворен през май, но от общината не са съгласни с това.",
    "ca": "L'alcalde va dir que el pont s'obrirà al maig, però els veïns no hi estan d'acord amb la decisió.",
    "cs": "Starosta řekl, že se most otevře v květnu, ale obyvatelé s tím podle něj nesouhlasí a chtějí se sejít.",
    "da": "Borgmesteren sagde, at broen vil blive åbnet i maj, men beboerne er ikke enige med ham om det.",
    "fa": "شهردار گفت که این پل را در ماه مه باز خواهند کرد و مردم از آن راضی هستند با این حال",
    "fi": "Pormestari sanoi, että silta avataan toukokuussa, mutta asukkaat eivät ole samaa mieltä ja se on ongelma.",
    "he": "ראש העיר אמר כי הגשר ייפתח במאי, אבל לא כל התושבים מסכימים עם זה",
    "hr": "Gradonačelnik je rekao da će se most otvoriti u svibnju, a stanovnici se s time ne slažu i traže sastanak.",
    "hu": "A polgármester azt mondta, hogy a híd májusban nyílik meg, de a lakók szerint ez nem elég és nem várnak.",
    "id": "Wali kota mengatakan bahwa jembatan itu akan dibuka pada bulan Mei, tetapi warga tidak setuju dengan itu.",
    "nb": "Ordføreren sa at broen skal åpnes i mai, men beboerne er ikke enige med ham og vil ha et møte om det.",
    "ro": "Primarul a spus că podul va fi deschis în mai, dar locuitorii nu sunt de acord și cer o întâlnire.",
    "sk": "Starosta povedal, že sa most otvorí v máji, ale obyvatelia s tým podľa neho nesúhlasia a chcú sa stretnúť.",
}  # fmt: skip


@pytest.mark.parametrize("code", SENTENCES)
def test_related_languages_are_told_apart(code: str) -> None:
    """By a sentence or two."""
    assert find_gloss(SENTENCES[code]).language == code


def test_every_language_is_tested() -> None:
    """By a page or a sentence of its own."""
    assert {*PAGES, *SENTENCES} == {*GLOSSES}


def test_english_pages_have_no_gloss() -> None:
    """Whether at a glance, or after looking at all languages."""
    assert find_gloss("The mayor and the council met. They agreed on the bridge, and the work began.") is ENGLISH
    assert (
        find_gloss("Talks on Arctic shipping resume in Oslo; ministers meet again soon to settle what is left")
        is ENGLISH
    )
    assert find_gloss("") is ENGLISH


def test_a_line_is_looked_at_in_english_words_of_the_same_use() -> None:
    """Phrases before words, and only whole ones."""
    german = read_gloss("de")
    assert german.in_english("lesen sie auch: teilen") == "read also: share"
    assert german.in_english("anzeigentafel") == "anzeigentafel"
    assert read_gloss("pl").in_english("autor: ada wilk") == "by ada wilk"
    assert read_gloss("fr").in_english("l'abonnement").endswith(" subscription")
    assert read_gloss("zh").in_english("登录") == "sign in"


@pytest.mark.parametrize("code", GLOSSES)
def test_a_gloss_file_says_each_thing_once_and_in_lower_case(code: str) -> None:
    """A word that stood for two things would stand for the one that happens to come last."""
    own = [word for word, _ in read_entries(code)]
    assert len(set(own)) == len(own)
    assert all(word == word.lower() == word.strip() != "" for word in own)


def test_no_month_of_a_language_is_another_month_of_another() -> None:
    """Dates are read without asking for the language."""
    months = [month.lower() for month in calendar.month_name if month]
    meant: dict[str, set[str]] = {}
    for code in GLOSSES:
        for word, english in read_entries(code):
            if english in months:
                meant.setdefault(word, set()).add(english)
    assert [word for word, all_of_them in meant.items() if len(all_of_them) > 1] == []
