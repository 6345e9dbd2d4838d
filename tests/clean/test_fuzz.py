"""Pages as scrapers spoil them: cut, shuffled, doubled, run together. Whatever comes, no character is lost."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.clean import clean_page
from generator.model.raw import RawPage

CHECKOUT = Path(__file__).parents[2]
DEMONSTRATION = CHECKOUT / "content" / "incoming"
DEVELOPMENT = CHECKOUT.parent / "shared" / "data" / "cleaning" / "data"
ODD = [
    "\x00",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\r",
    "\t",
    "|",
    "©",
    "By ",
    "19 May 2015",
    "•",
    "“",
    "\ud800",
    "(",
    "/ Getty Images",
    ":",
]


def mutate(text: str, others: list[str], chance: random.Random) -> str:
    """A page with one to four faults."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        at, to = sorted((chance.randrange(len(lines) + 1), chance.randrange(len(lines) + 1)))
        match chance.randrange(8):
            case 0:
                lines = lines[at:to]
            case 1:
                lines = lines[:at] + lines[to:]
            case 2:
                lines[at:to] = chance.sample(lines[at:to], to - at)
            case 3:
                lines[at:at] = lines[at:to]
            case 4:
                lines[at:to] = [chance.choice(["", " "]).join(lines[at:to])]
            case 5:
                lines[at:at] = chance.choice(others).split("\n")[: to - at]
            case 6:
                lines = [line[: chance.randrange(len(line) + 1)] if chance.random() < 0.1 else line for line in lines]
            case 7:
                lines = [line + chance.choice(ODD) if chance.random() < 0.1 else line for line in lines]
        text = chance.choice(["\n", "\n", "\n", "\r\n", "\n\n"]).join(lines)
    return text


def spoil(pages: list[str], count: int) -> Iterator[str]:
    """As many spoilt pages as are asked for, the same ones every time."""
    for number in range(count):
        chance = random.Random(number)
        yield mutate(chance.choice(pages), pages, chance)


def check(text: str) -> None:
    """A page's record is its text, exactly, each passage gives its reason, and the article has a title."""
    page = RawPage(name="spoilt.txt", data=text.encode("utf-8", "surrogatepass"), text=text, encoding="utf-8")
    cleaned = clean_page(page)
    assert "".join(passage.text for passage in cleaned.record.passages) == text
    assert all(passage.reason for passage in cleaned.record.passages)
    assert cleaned.article.title


def test_spoilt_pages_of_the_demonstration_keep_every_character() -> None:
    pages = [path.read_text("utf-8") for path in sorted(DEMONSTRATION.glob("*.txt"))]
    for text in spoil(pages, 150):
        check(text)


@pytest.mark.soak
@pytest.mark.skipif(not DEVELOPMENT.is_dir(), reason="the development pages are kept outside of the project")
def test_ten_thousand_spoilt_pages_keep_every_character() -> None:
    pages = [path.read_text("utf-8") for path in sorted(DEVELOPMENT.glob("*/*.txt"))]
    for text in spoil(pages, 10_000):
        check(text)
