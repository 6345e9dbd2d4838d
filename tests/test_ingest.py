import hashlib
import json
import os
import shutil

import pytest
from archives import make_archive, read_all, said, write
from intake.makers import PAGE, record, warc

from generator.content import original_path, parse_article, read_filed, record_path
from generator.errors import ContentError, OutputError, Problem
from generator.ingest import Ingested, Outcome, ingest
from generator.intake import find_pages
from generator.model.raw import Capture


def raw(title="Port workers reach a deal", date="May 19, 2015", ending="on Monday morning"):
    return (
        f"Support the Tide Wire!\n\n{title}\n\nBy Ada Holm\n\n{date}\n\n"
        "The port workers and the ministry have reached a deal after eleven days of talks, both sides said.\n\n"
        "“We are glad that it is over,” the minister told reporters outside the harbour hall in the evening.\n\n"
        f"Work at the container terminal begins again {ending}, the port authority said in a statement.\n\n"
        "Sign up for our free weekly newsletter\n\nSubscribe\n"
    )


def deed(number):
    """A page of its own."""
    return (
        f"Harbour bridge number {number} is opened\n\n"
        f"The mayor opened bridge number {number} over the harbour on Monday before a crowd of {number} hundred.\n\n"
        f"Bridge number {number} took {number} years to build and cost more than had been planned, she said.\n"
    )


SOURCES = {"content/sources/tide-wire.md": "---\nname: Tide Wire\n---\n"}


@pytest.fixture
def site(tmp_path):
    return make_archive(tmp_path / "site", SOURCES)


def take_in(site, pages, **options):
    """Ingest pages by name; what became of each, and what was said."""
    folder = site.root.parent / "raw"
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, pages)
    results = list(ingest(site, find_pages([folder]), **options))
    done = {result.name.rsplit("/", 1)[1]: result for result in results if isinstance(result, Ingested)}
    return done, said(result for result in results if isinstance(result, Problem))


def outcomes(site, pages, **options):
    done, problems = take_in(site, pages, **options)
    assert problems == []
    return {name: str(result.outcome) for name, result in done.items()}


def only(site):
    """The path of the only article."""
    (path,) = [path for path in read_all(site.content) if path.startswith("articles/")]
    return path


def test_a_page_becomes_an_article_an_original_and_a_record(site):
    done, problems = take_in(site, {"a.txt": raw()})
    assert problems == []
    result = done["a.txt"]
    assert (result.outcome, result.path) == (Outcome.NEW, "articles/2015/port-workers-reach-a-deal.md")
    assert result.counts == (6, 3)
    sha256 = hashlib.sha256(raw().encode()).hexdigest()
    assert read_all(site.content).keys() == {
        result.path, original_path(sha256), record_path(sha256), "sources/tide-wire.md",
    }  # fmt: skip
    article, wrong = parse_article((site.content / result.path).read_text(), "a.md")
    assert wrong == []
    assert (article.title, article.published.edtf, article.byline, article.source) == (
        "Port workers reach a deal", "2015-05-19", "Ada Holm", "tide-wire",
    )  # fmt: skip
    assert (article.original, article.original_sha256) == (original_path(sha256), sha256)
    assert "newsletter" not in article.body


@pytest.mark.parametrize(
    "data",
    [
        raw().encode(), raw().replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + raw().encode(), raw().encode("utf-16"),
        raw().encode("cp1252"), raw().rstrip().encode(), b"\n\n\t \n" + raw().encode() + b"\n \n",
        raw().replace("\n\n", "\r").encode(), raw().replace("talks", "t\x0ca\x1cl\x85k\u2028s").encode(),
    ],
    ids=["plain", "windows", "bom", "utf-16", "cp1252", "no-end", "blanks", "mac", "separators"],
)  # fmt: skip
def test_nothing_of_an_original_is_lost(site, data):
    """It is kept byte for byte, and the passages of its record, joined, are its text."""
    done, problems = take_in(site, {"a.txt": data})
    assert problems == []
    sha256 = hashlib.sha256(data).hexdigest()
    assert (site.content / original_path(sha256)).read_bytes() == data
    record = read_filed(site.content, sha256).record
    assert "".join(passage.text for passage in record.passages) == data.decode(record.encoding)
    assert all(passage.reason for passage in record.passages)
    assert done["a.txt"].outcome is Outcome.NEW


def test_the_same_again_changes_nothing(site):
    pages = {"a.txt": raw(), "b.txt": deed(1), "c.txt": "Menu\n"}
    assert outcomes(site, pages) == {"a.txt": "new", "b.txt": "new", "c.txt": "no article"}
    before = {path: (site.content / path).stat().st_mtime_ns for path in read_all(site.content)}
    assert outcomes(site, pages) == {"a.txt": "unchanged", "b.txt": "unchanged", "c.txt": "no article"}
    assert {path: (site.content / path).stat().st_mtime_ns for path in read_all(site.content)} == before


def test_an_article_that_a_person_edited_is_left_alone(site):
    take_in(site, {"a.txt": raw()})
    path = site.content / only(site)
    path.write_text(path.read_text().replace("reach a deal", "REACH A DEAL"))
    before = read_all(site.content)
    assert outcomes(site, {"a.txt": raw()}) == {"a.txt": "edited"}
    assert read_all(site.content) == before


def test_an_article_that_a_person_deleted_is_not_brought_back(site):
    take_in(site, {"a.txt": raw()})
    (site.content / only(site)).unlink()
    before = read_all(site.content)
    assert outcomes(site, {"a.txt": raw()}) == {"a.txt": "taken out"}
    assert read_all(site.content) == before


@pytest.mark.parametrize(
    "place", ["articles/2015/deal.md", "articles/undated/port-workers-reach-a-deal.md", "articles/x.md"]
)
def test_an_article_that_a_person_renamed_is_found_again(site, place):
    take_in(site, {"a.txt": raw()})
    (site.content / place).parent.mkdir(exist_ok=True)
    (site.content / only(site)).rename(site.content / place)
    before = read_all(site.content)
    done, _ = take_in(site, {"a.txt": raw()})
    assert (done["a.txt"].outcome, done["a.txt"].path) == (Outcome.UNCHANGED, place)
    assert read_all(site.content) == before


@pytest.mark.parametrize("damage", [None, "", "{"])
@pytest.mark.parametrize("place", [None, "articles/undated/mine.md"])
def test_a_person_s_words_outlive_a_record_that_was_lost(site, damage, place):
    """Without the record nobody can tell what was suggested; still nothing that stands there is overwritten."""
    take_in(site, {"a.txt": raw()})
    path = site.content / only(site)
    path.write_text(path.read_text().replace("reach a deal", "REACH A DEAL"))
    if place:
        (site.content / place).parent.mkdir()
        path = path.rename(site.content / place)
    words = path.read_text()
    record = site.content / record_path(hashlib.sha256(raw().encode()).hexdigest())
    record.unlink() if damage is None else record.write_text(damage)
    assert outcomes(site, {"a.txt": raw()}) == {"a.txt": "edited"}
    assert (site.content / only(site)).read_text() == words
    assert outcomes(site, {"a.txt": raw()}) == {"a.txt": "edited"}


def test_an_article_by_another_hand_is_not_overwritten(site):
    own = "---\ntitle: Port workers reach a deal\n---\nMy own words.\n"
    write(site.content, {"articles/2015/port-workers-reach-a-deal.md": own})
    done, _ = take_in(site, {"a.txt": raw()})
    digest = hashlib.sha256(raw().encode()).hexdigest()[:8]
    assert done["a.txt"].path == f"articles/2015/port-workers-reach-a-deal-{digest}.md"
    assert (site.content / "articles/2015/port-workers-reach-a-deal.md").read_text() == own


def test_the_same_bytes_twice_in_one_batch(site):
    done = outcomes(site, {"a.txt": raw(), "b.txt": raw()})
    assert done == {"a.txt": "new", "b.txt": "same"}
    only(site)


def test_equal_titles_are_told_apart_by_their_originals(site):
    one, other = raw(), raw(ending="next week")
    done, _ = take_in(site, {"a.txt": one, "b.txt": other})
    first, second = sorted(hashlib.sha256(text.encode()).hexdigest() for text in (one, other))
    assert {result.path for result in done.values()} == {
        "articles/2015/port-workers-reach-a-deal.md",
        f"articles/2015/port-workers-reach-a-deal-{second[:8]}.md",
    }
    assert first < second


def test_the_order_of_files_does_not_matter(tmp_path):
    texts = [raw(), raw(ending="next week"), deed(1), deed(2), "Menu\n", raw(date="")]
    made = []
    for order in (texts, texts[::-1]):
        site = make_archive(tmp_path / str(len(made)) / "site", SOURCES)
        take_in(site, {f"{n}.txt": text for n, text in enumerate(order)})
        files = read_all(site.content)
        for path in files:
            if path.endswith(".json"):
                files[path] = json.dumps({**json.loads(files[path]), "name": ""}).encode()
        made.append(files)
    assert made[0] == made[1]


def test_a_dry_run_writes_nothing_and_says_the_same(site):
    before = read_all(site.root)
    pages = {"a.txt": raw(), "b.txt": raw(), "c.txt": deed(1), "d.txt": "Menu\n"}
    dry, _ = take_in(site, pages, dry_run=True)
    assert read_all(site.root) == before
    real, _ = take_in(site, pages)
    assert {n: (r.outcome, r.path) for n, r in dry.items()} == {n: (r.outcome, r.path) for n, r in real.items()}


def test_a_page_without_an_article_is_kept_and_not_published(site):
    data = "Home\nMenu\nSubscribe\n"
    done, _ = take_in(site, {"a.txt": data})
    result = done["a.txt"]
    assert (result.outcome, result.path, result.article) == (Outcome.NO_ARTICLE, None, None)
    assert (result.reason, result.counts) == ("no line of it reads as a story", (0, 3))
    sha256 = hashlib.sha256(data.encode()).hexdigest()
    assert (site.content / original_path(sha256)).read_text() == data
    assert not (site.content / "articles").exists()


def test_an_undated_page(site):
    take_in(site, {"a.txt": raw(date="")})
    assert only(site) == "articles/undated/port-workers-reach-a-deal.md"


def test_what_came_with_an_original_is_kept_so_that_it_can_be_read_again(site):
    """A page from a web archive has an address, a time and an encoding that its bytes do not tell."""
    write(site.root.parent / "raw", {"a.warc.gz": warc([record()]), "a.warc.gz.json": '{"source": "Tide Wire"}'})
    (result,) = ingest(site, find_pages([site.root.parent / "raw"]))
    article = result.article
    assert result.path == "articles/undated/ferry-to-saltby-sails-again.md"
    assert (article.url, article.source) == ("https://tide-wire.example/ferry", "tide-wire")
    assert article.published.edtf == "../2015-05-20"
    assert (site.content / article.original).read_bytes() == PAGE
    filed = read_filed(site.content, article.original_sha256)
    (capture,) = find_pages([site.root.parent / "raw"])
    assert Capture(name=capture.name, data=PAGE, **filed.origin) == capture
    assert filed.origin == {
        "kind": "html", "url": "https://tide-wire.example/ferry", "captured": "2015-05-20T06:30:00Z",
        "charset": "utf-8", "given": {"source": "Tide Wire"},
    }  # fmt: skip


def test_mended_lines_are_told_of_in_the_record(site):
    data = raw(ending="with the ministerâ€™s blessing")
    done, _ = take_in(site, {"a.txt": data})
    filed = read_filed(site.content, done["a.txt"].article.original_sha256)
    assert filed.mended == ("garbled characters in 1 line",)
    assert "minister’s blessing" in done["a.txt"].article.body
    assert (site.content / done["a.txt"].article.original).read_text() == data


BAD = {
    "binary.bin": bytes(range(256)) * 10,
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "nul.txt": b"Words\0and words\n",
    "wrong-bom.txt": b"\xef\xbb\xbf\xff\xfe\xfa",
}


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(site):
    done, problems = take_in(site, BAD | {"a.txt": raw()})
    assert {name: result.outcome for name, result in done.items()} == {"a.txt": Outcome.NEW}
    assert len(problems) == len(BAD)
    for name in BAD:
        (problem,) = [problem for problem in problems if f"/{name}: " in problem]
        assert "\n" not in problem


def test_a_file_that_vanishes(site):
    results = list(ingest(site, find_pages([site.root / "gone.txt"])))
    assert len(results) == 1
    assert "gone.txt: There is no such file or folder." in str(results[0])


def test_a_content_folder_that_vanished(site):
    shutil.rmtree(site.content)
    with pytest.raises(ContentError, match="This folder is not there"):
        take_in(site, {"a.txt": raw()})


def test_a_place_that_cannot_be_written_to(site):
    write(site.content, {"originals": "a file"})
    with pytest.raises(OutputError) as caught:
        take_in(site, {"a.txt": raw()})
    (problem,) = said(caught.value.problems)
    assert problem.startswith("content/originals/")
    assert "It cannot be written: Not a directory." in problem


@pytest.mark.parametrize("moment", range(3))
def test_an_ingest_that_dies_is_mended_by_the_next(site, monkeypatch, moment):
    """Whatever moment it dies at, the next one ends with what an undisturbed one gives."""
    replace, moves = os.replace, []

    def die(source, target):
        if len(moves) == moment:
            raise KeyboardInterrupt
        moves.append(target)
        replace(source, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(os, "replace", die)
        take_in(site, {"a.txt": raw()})
    take_in(site, {"a.txt": raw()})
    assert outcomes(site, {"a.txt": raw()}) == {"a.txt": "unchanged"}
    assert only(site) == "articles/2015/port-workers-reach-a-deal.md"


@pytest.mark.parametrize(
    "title",
    [
        "🔥🚢 At sea 🔥",
        "افتتاح الميناء الجديد أمام السفن",
        "Port " * 60,
        "What is “the deal”? A/B: <script>alert(1)</script>",
    ],
)
def test_strange_headlines(site, title):
    outcomes(site, {"a.txt": raw(title=title)})
    article, wrong = parse_article((site.content / only(site)).read_text(), "a.md")
    assert wrong == []
    assert article.original_sha256
    assert outcomes(site, {"a.txt": raw(title=title)}) == {"a.txt": "unchanged"}


def test_a_line_of_five_megabytes(site):
    data = raw() + "word " * 1_000_000
    done, problems = take_in(site, {"a.txt": data})
    assert problems == []
    assert done["a.txt"].name.endswith("a.txt")


@pytest.mark.soak
def test_a_line_of_fifty_megabytes(site):
    data = raw() + "a" * 50_000_000
    done, _ = take_in(site, {"a.txt": data, "b.txt": deed(1)})
    assert done["b.txt"].outcome is Outcome.NEW
