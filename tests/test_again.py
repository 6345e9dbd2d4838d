"""Cleaning an archive again: what nobody edited follows the cleaner, and a person's word wins for good."""

import hashlib
import json
import os
import random
import shutil
from contextlib import suppress
from dataclasses import replace

import pytest
from archives import make_archive, read_all, write

from generator import again, ingest, refiling
from generator.again import Change, clean_again
from generator.clean import clean_page
from generator.content import find_records, original_path, parse_article, record_path
from generator.errors import ContentError, OutputError, Problem
from generator.intake import find_pages
from generator.model import value

SOURCES = {
    "content/sources/tide-wire.md": "---\nname: Tide Wire\n---\n",
    "content/sources/harbour-times.md": "---\nname: The Harbour Times\n---\n",
}

THANKS = "The Tide Wire thanks its many readers for the warm words that they sent to it on Tuesday, it said."
MORE = "Read next on these pages"


def page(number, *lines, source="Tide Wire"):
    """A page of a source, with further lines in its story."""
    paragraphs = (
        f"The mayor opened bridge number {number} over the harbour on Monday before a crowd of {number} hundred.",
        f"Bridge number {number} took {number} years to build and cost more than had been planned, she said.",
        *lines,
        f"Walkers were let onto the bridge at noon, and ships of up to {number} metres pass below it, officials said.",
    )
    head = (source, f"Harbour bridge number {number} is opened", "By Ada Holm", f"May {number}, 2015")
    return "\n\n".join((*head, *paragraphs, f"© {source}")) + "\n"


@pytest.fixture
def site(tmp_path):
    return make_archive(tmp_path / "site", SOURCES)


def take_in(site, pages):
    """Ingest pages one after the other, so that none knows of another."""
    for name, text in pages.items():
        write(site.root.parent / "raw", {name: text})
        list(ingest.ingest(site, find_pages([site.root.parent / "raw" / name])))


def run(site, **options):
    """Clean again; what became of each page, by name, and the problems as sentences."""
    results = list(clean_again(site, jobs=1, **options))
    done = {r.name.rsplit("/", 1)[1]: r for r in results if not isinstance(r, Problem)}
    return done, [str(r) for r in results if isinstance(r, Problem)]


def changes(site, **options):
    done, problems = run(site, **options)
    assert problems == []
    return {name: str(result.change) for name, result in done.items()}


def article_of(site, number):
    return site.content / f"articles/2015/harbour-bridge-number-{number}-is-opened.md"


def edit(site, number, old, new):
    path = article_of(site, number)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def body_of(site, number):
    return parse_article(article_of(site, number).read_text(), "a.md")[0].body


@pytest.fixture
def cleaner(monkeypatch):
    """Lets a test change what the cleaner makes of a page: ``cleaner(edit)``, of the page's text as it is cleaned."""

    def change(rewrite):
        def clean(raw, **known):
            cleaned = clean_page(raw, **known)
            return rewrite(cleaned)

        monkeypatch.setattr(again, "clean_page", clean)

    return change


def with_article(**values):
    """A newer cleaner that finds other values for fields of every article; a function makes one from the old."""

    def rewrite(cleaned):
        new = {k: v(getattr(cleaned.article, k)) if callable(v) else v for k, v in values.items()}
        return replace(cleaned, article=value.replace(cleaned.article, **new))

    return rewrite


def test_the_same_cleaner_changes_nothing(site):
    take_in(site, {"a.txt": page(3), "b.txt": page(4), "c.txt": "Menu\nHome\n"})
    first = changes(site)
    before = {path: (site.content / path).stat().st_mtime_ns for path in read_all(site.content)}
    assert changes(site) == {"a.txt": "unchanged", "b.txt": "unchanged", "c.txt": "no article"}
    assert {path: (site.content / path).stat().st_mtime_ns for path in read_all(site.content)} == before
    assert first.keys() == {"a.txt", "b.txt", "c.txt"}


def test_what_nobody_edited_follows_the_cleaner(site, cleaner):
    take_in(site, {"a.txt": page(3)})
    cleaner(with_article(byline="Ada Holm and Bo Lind"))
    assert changes(site) == {"a.txt": "updated"}
    assert "byline: Ada Holm and Bo Lind" in article_of(site, 3).read_text()
    assert changes(site) == {"a.txt": "unchanged"}


def test_what_a_person_edited_stays_and_the_rest_follows(site, cleaner):
    take_in(site, {"a.txt": page(3, THANKS)})
    edit(site, 3, "byline: Ada Holm", "byline: Ada M. Holm\npeople: [ada-holm]")
    edit(site, 3, THANKS + "\n\n", "")
    cleaner(with_article(standfirst="A bridge for walkers.", body=lambda body: body + "\n\nA last word."))
    assert changes(site) == {"a.txt": "updated"}
    text = article_of(site, 3).read_text()
    assert "standfirst: A bridge for walkers." in text
    assert "byline: Ada M. Holm\npeople: [ada-holm]" in text
    assert THANKS not in text
    assert text.endswith("A last word.\n")
    assert changes(site) == {"a.txt": "unchanged"}
    cleaner(with_article(byline="Somebody Else"))
    done, _ = run(site)
    assert "byline: Ada M. Holm" in article_of(site, 3).read_text()
    assert done["a.txt"].change is Change.CONFLICT


def test_a_conflict_is_told_once_with_both_values(site, cleaner):
    take_in(site, {"a.txt": page(3)})
    edit(site, 3, "byline: Ada Holm", "byline: Ada M. Holm")
    cleaner(with_article(byline="Bo Lind"))
    done, problems = run(site)
    assert problems == []
    assert [str(conflict) for conflict in done["a.txt"].conflicts] == [
        "content/articles/2015/harbour-bridge-number-3-is-opened.md: byline: The cleaner would now write "
        '"Bo Lind"; "Ada M. Holm", as a person has it, stays. Correct it by hand if the cleaner is right.'
    ]
    assert changes(site) == {"a.txt": "unchanged"}


def test_a_deleted_article_stays_deleted(site, cleaner):
    take_in(site, {"a.txt": page(3)})
    article_of(site, 3).unlink()
    cleaner(with_article(byline="Bo Lind"))
    before = read_all(site.content)
    assert changes(site) == {"a.txt": "taken out"}
    assert read_all(site.content) == before


@pytest.mark.parametrize("place", ["articles/2015/bridge.md", "articles/x/harbour-bridge-number-3-is-opened.md"])
def test_a_moved_article_is_found_by_its_original(site, cleaner, place):
    take_in(site, {"a.txt": page(3)})
    (site.content / place).parent.mkdir(exist_ok=True)
    article_of(site, 3).rename(site.content / place)
    cleaner(with_article(byline="Bo Lind"))
    done, _ = run(site)
    assert (done["a.txt"].change, done["a.txt"].path) == (Change.UPDATED, place)
    assert "byline: Bo Lind" in (site.content / place).read_text()
    assert not article_of(site, 3).exists()


def test_a_dry_run_shows_the_difference_and_writes_nothing(site, cleaner):
    take_in(site, {"a.txt": page(3)})
    cleaner(with_article(byline="Bo Lind"))
    before = read_all(site.root)
    done, _ = run(site, dry_run=True)
    assert read_all(site.root) == before
    assert done["a.txt"].change is Change.UPDATED
    assert "\n-byline: Ada Holm\n+byline: Bo Lind\n" in done["a.txt"].diff


def test_a_page_in_which_a_story_is_found_now_becomes_an_article(site, cleaner, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(ingest, "why_no_article", lambda _: "shows nothing")
        take_in(site, {"a.txt": page(3), "b.txt": page(4)})
    assert not (site.content / "articles").exists()
    assert changes(site) == {"a.txt": "new", "b.txt": "new"}
    assert article_of(site, 3).exists()
    assert changes(site) == {"a.txt": "unchanged", "b.txt": "unchanged"}


def test_an_article_in_which_no_story_is_found_any_more_is_left_to_people(site, monkeypatch):
    take_in(site, {"a.txt": page(3)})
    monkeypatch.setattr(again, "why_no_article", lambda _: "shows a video, and no story")
    before = read_all(site.content)
    assert run(site) == ({}, [
        "content/articles/2015/harbour-bridge-number-3-is-opened.md: The cleaner would not make an article of its page "
        "any more: it shows a video, and no story. It stays as it is; delete it if it is none."
    ])  # fmt: skip
    assert read_all(site.content) == before


def test_what_cannot_be_cleaned_again_is_told_and_the_rest_goes_on(site, cleaner):
    take_in(site, {f"{number}.txt": page(number) for number in range(3, 9)})
    originals = {number: hashlib.sha256(page(number).encode()).hexdigest() for number in range(3, 9)}
    (site.content / original_path(originals[3])).unlink()
    (site.content / original_path(originals[4])).write_text("Other words.")
    (site.content / record_path(originals[5])).write_text("{")
    article_of(site, 6).write_text("No front matter.")
    article_of(site, 7).write_bytes(b"---\ntitle: \xff\n---\n")
    before = {number: article_of(site, number).read_bytes() for number in range(3, 8)}
    cleaner(with_article(byline="Bo Lind"))
    done, problems = run(site)
    assert {name: result.change for name, result in done.items()} == {"8.txt": Change.UPDATED}
    assert {number: article_of(site, number).read_bytes() for number in range(3, 8)} == before
    assert sorted(problem.split(": ", 1)[1].split(".")[0] for problem in problems) == [
        "It does not start with front matter",
        "It is not what was saved: its SHA-256 differs",
        "The original of this article is not there",
        "This is no cleaning record that can be read",
        "This is not UTF-8 text",
    ]


def test_without_a_content_folder(site):
    shutil.rmtree(site.content)
    with pytest.raises(ContentError, match="This folder is not there"):
        run(site)


def test_a_place_that_cannot_be_written_to(site, cleaner, monkeypatch):
    take_in(site, {"a.txt": page(3)})
    cleaner(with_article(byline="Bo Lind"))

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OutputError, match="No space left on device"):
        run(site)


def test_an_article_that_is_saved_meanwhile_is_not_overwritten(site, cleaner):
    take_in(site, {"a.txt": page(3)})

    def save(cleaned):
        return with_article(byline="Bo Lind")(cleaned)

    cleaner(save)
    merge = refiling.merge_articles

    def merge_and_edit(*texts):
        merged = merge(*texts)
        article_of(site, 3).write_text("---\ntitle: Saved just now\n---\n")
        return merged

    refiling.merge_articles, before = merge_and_edit, refiling.merge_articles
    try:
        _, problems = run(site)
    finally:
        refiling.merge_articles = before
    assert [problem.split(": ", 1)[1] for problem in problems] == [
        "It was changed while its page was cleaned. Save it, and clean again."
    ]
    assert article_of(site, 3).read_text() == "---\ntitle: Saved just now\n---\n"
    run(site)
    assert "title: Saved just now" in article_of(site, 3).read_text()


@pytest.mark.parametrize("moment", range(8))
def test_a_run_that_dies_loses_no_correction_and_invents_none(site, cleaner, monkeypatch, moment):
    """Whatever moment it dies at, the next one, and the one after, end as if nothing had happened."""
    take_in(site, {"a.txt": page(3, THANKS), "b.txt": page(4)})
    edit(site, 3, "byline: Ada Holm", "byline: Ada M. Holm")
    edit(site, 3, THANKS + "\n\n", "")
    twin = make_archive(site.root.parent / "twin")
    shutil.rmtree(twin.content)
    shutil.copytree(site.content, twin.content)
    newer = with_article(standfirst="A bridge.", body=lambda body: body.replace(THANKS + "\n\n", "") + "\n\nMore.")
    newest = with_article(standfirst="A good bridge.", byline="Eva Lie")
    cleaner(newer)
    move, moves = os.replace, []

    def die(source, target):
        if len(moves) == moment:
            raise KeyboardInterrupt
        moves.append(target)
        move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", die)
        with suppress(KeyboardInterrupt):
            run(site)
    for archive in (site, twin):
        cleaner(newer)
        run(archive)
        cleaner(newest)
        run(archive)
        assert "byline: Ada M. Holm" in article_of(archive, 3).read_text()
        assert THANKS not in body_of(archive, 3)
    leftovers = {path for path in read_all(site.content) if path.endswith(".partial")}
    here = {path: data for path, data in read_all(site.content).items() if path not in leftovers}
    assert here == read_all(twin.content)


def test_the_number_of_processes_makes_no_difference(site, cleaner):
    take_in(site, {f"{number}.txt": page(number) for number in range(3, 12)})
    twin = make_archive(site.root.parent / "twin")
    shutil.rmtree(twin.content)
    shutil.copytree(site.content, twin.content)
    cleaner(with_article(byline="Bo Lind"))
    one = [(r.name, r.change) for r in clean_again(site, jobs=1)]
    two = [(r.name, r.change) for r in clean_again(twin, jobs=2)]
    assert one == two
    assert read_all(site.content) == read_all(twin.content)


# ---- corrections teach


def test_a_line_that_a_person_took_out_of_two_articles_of_a_source_goes_from_its_others(site):
    take_in(site, {f"{number}.txt": page(number, THANKS) for number in (3, 4, 5)})
    other = "harbour-times"
    take_in(site, {"6.txt": page(6, THANKS, source="The Harbour Times")})
    texts = [article_of(site, number).read_text() for number in (3, 4, 5, 6)]
    assert all(THANKS in text for text in texts)
    assert f"source: {other}" in texts[3]
    edit(site, 3, THANKS + "\n\n", "")
    run(site)
    assert [THANKS in body_of(site, number) for number in (3, 4, 5, 6)] == [False, True, True, True]
    edit(site, 4, THANKS + "\n\n", "")
    run(site)
    assert [THANKS in body_of(site, number) for number in (3, 4, 5, 6)] == [False, False, False, True]
    after = read_all(site.content)
    assert set(changes(site).values()) == {"unchanged"}
    assert read_all(site.content) == after


def test_a_line_that_a_person_moved_back_stays_in_all_articles_of_its_source(site):
    take_in(site, {f"{number}.txt": page(number, MORE) for number in (3, 4)})
    assert MORE not in body_of(site, 3)
    path = article_of(site, 3)
    path.write_text(path.read_text().rstrip() + f"\n\n{MORE}\n")
    run(site)
    assert MORE in body_of(site, 4)
    after = read_all(site.content)
    assert set(changes(site).values()) == {"unchanged"}
    assert read_all(site.content) == after


# ---- long random runs


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(6, 300))])
def test_random_edits_win_through_random_cleaners(tmp_path, cleaner, seed):
    """What people edited is there after any number of cleaners, and each run's second changes nothing."""
    chance = random.Random(seed)
    site = make_archive(tmp_path / "site", SOURCES)
    take_in(site, {f"{number}.txt": page(number, THANKS, MORE) for number in range(3, 7)})
    bylines: dict[int, str] = {}
    typed: dict[int, list[str]] = {number: [] for number in range(3, 7)}
    gone: set[int] = set()
    for step in range(6):
        number = chance.choice(range(3, 7))
        if number not in gone:
            match chance.choice(["byline", "type", "delete"] if step > 3 else ["byline", "type"]):
                case "byline":
                    bylines[number] = f"Hand {step}"
                    text = article_of(site, number).read_text()
                    lines = [
                        f"byline: Hand {step}" if line.startswith("byline:") else line for line in text.splitlines()
                    ]
                    article_of(site, number).write_text("\n".join(lines) + "\n")
                case "type":
                    typed[number].append(f"A paragraph that was typed in step {step} of this walk.")
                    path = article_of(site, number)
                    path.write_text(path.read_text().rstrip() + f"\n\n{typed[number][-1]}\n")
                case "delete":
                    article_of(site, number).unlink()
                    gone.add(number)
        words = chance.choice(["", "\n\nOne more.", "\n\nAnother end."])
        cleaner(with_article(byline=chance.choice(["A", "B"]), body=lambda body, words=words: body + words))
        run(site)
        after = read_all(site.content)
        assert {result.change for result in run(site)[0].values()} <= {Change.UNCHANGED, Change.TAKEN_OUT}
        assert read_all(site.content) == after
        for number in range(3, 7):
            assert article_of(site, number).exists() == (number not in gone)
            if number not in gone:
                assert parse_article(article_of(site, number).read_text(), "")[0].byline == bylines.get(number) or (
                    number not in bylines
                )
                assert all(text in body_of(site, number) for text in typed[number])


def test_every_record_stays_readable_by_people(site, cleaner):
    """One passage a line, what people decided among what was suggested."""
    take_in(site, {"a.txt": page(3)})
    edit(site, 3, "byline: Ada Holm", "byline: Ada M. Holm")
    run(site)
    (path,) = find_records(site.content)
    values = json.loads((site.content / path).read_text())
    assert values["corrections"] == {"fields": ["byline"], "kept": [], "removed": []}
    assert "pending" not in values
    assert len((site.content / path).read_text().splitlines()) > len(values["passages"])


HTML = (
    "<!doctype html><html lang='en'><head><title>Pier number 5 is opened</title>"
    "<meta property='og:site_name' content='Tide Wire'></head><body><nav><a href='/'>Home</a></nav>"
    "<article><h1>Pier number 5 is opened</h1><p>By Ada Holm</p>"
    "<p>The mayor opened pier number 5 in the harbour on Monday before a crowd of five hundred people.</p>"
    "<p>Pier number 5 took five years to build and cost more than had been planned, she said.</p>"
    "</article><footer><a href='/about'>About us</a></footer></body></html>"
)


def test_pages_of_any_kind_are_read_again_as_they_were_at_first(site):
    """With what came beside them: an address, a sidecar file, the record that they were a line of."""
    record = {"url": "https://x.example/2015/05/07/quay", "title": "Quay number 7 is opened", "text": page(7)}
    sidecar = {"source": "The Harbour Times", "date": "2015-06-01", "url": "https://tide.example/pier"}
    write(
        site.root.parent / "raw",
        {
            "a.html": HTML,
            "b.html": HTML.replace("5", "6"),
            "b.html.json": json.dumps(sidecar),
            "c.jsonl": json.dumps(record) + "\n",
            "d.txt": page(3),
        },
    )
    list(ingest.ingest(site, find_pages([site.root.parent / "raw"])))
    articles = {path: data for path, data in read_all(site.content).items() if path.startswith("articles/")}
    assert len(articles) == 4
    results = list(clean_again(site, jobs=1))
    assert {str(result.change) for result in results} == {"unchanged"}, results
    assert {path: data for path, data in read_all(site.content).items() if path.startswith("articles/")} == articles
