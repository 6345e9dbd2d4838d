"""Synthetic raw pages, deterministic by number: stories of about 350 words in the furniture of 40 outlets.

python benchmarks/ingesting/pages.py 10000 FOLDER [--kind text|html|jsonl|warc]
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

PLACES = "Brackwater Elmford Highmoor Saltby Tarnwick Oakhaven Wendle Stonereach Larkfield Fenmouth".split()
BODIES = "council court ministry union harbour board rail company school board water authority assembly".split()
NAMES = "Ada Holm|Bo Lindgren|Carla Ruiz|Dev Anand|Ella Marsh|Farid Nazari|Greta Olsen|Hugo Brandt|Ines Duarte".split(
    "|"
)
DEEDS = (
    "approved a plan to rebuild the old bridge", "put off its decision on the ferry line", "heard eleven witnesses",
    "asked for more money for the flood wall", "ended nine days of talks without a result",
    "opened an inquiry into the accident at the depot", "agreed to publish its accounts every month",
)  # fmt: skip
REASONS = (
    "because the winter storms had done more damage than anyone expected",
    "after residents had gathered four thousand signatures", "although the engineers had warned against it in spring",
    "while hundreds of people waited in the square outside", "as the cost had risen for the third year in a row",
)  # fmt: skip
SAYINGS = (
    "We have waited for this for a very long time", "Nobody here believes that this will be the last word",
    "The figures speak for themselves", "It was the only honest answer that could be given",
)  # fmt: skip
LABELS = "Home|News|Politics|Business|Sport|Culture|Weather|Opinion|Video|Archive|Contact|Sign in|Subscribe".split("|")
MONTHS = "January February March April May June July August September October November December".split()


def make_story(number: int) -> dict[str, str | list[str]]:
    """Title, author, day and paragraphs of a story."""
    chance = random.Random(number)
    place, body = chance.choice(PLACES), chance.choice(BODIES)
    paragraphs = [
        f"{place.upper()} — The {body} {chance.choice(DEEDS)} in {chance.randint(2, 28)} streets "
        f"{chance.choice(REASONS)}."
    ]
    for _ in range(chance.randint(9, 15)):
        who = chance.choice(NAMES)
        paragraphs.append(
            f"“{chance.choice(SAYINGS)},” said {who}, who has followed the case of the {chance.choice(BODIES)} for "
            f"{chance.randint(2, 30)} years. The {chance.choice(BODIES)} of {chance.choice(PLACES)} "
            f"{chance.choice(DEEDS)} {chance.choice(REASONS)}, and {chance.randint(20, 900)} people signed the letter."
        )
    day = f"{chance.choice(MONTHS)} {chance.randint(1, 28)}, {chance.randint(2005, 2025)}"
    title = f"{place} {body} {chance.choice(DEEDS)}, case {number}"
    return {"title": title, "author": chance.choice(NAMES), "day": day, "paragraphs": paragraphs}


def furniture(number: int) -> tuple[list[str], list[str]]:
    """The lines above and below a story at its outlet."""
    outlet = f"{PLACES[number % 10]} {('Post', 'Echo', 'Courier', 'Star')[number % 40 // 10]}"
    above = [outlet, *LABELS, f"Support the independent journalism of the {outlet} from two crowns a week."]
    below = [
        "Share this story", "Read more", *(str(make_story(number + step)["title"]) for step in (40, 80, 120)),
        f"Sign up for the morning letter of the {outlet}, and get the day's news before breakfast.",
        f"© {outlet}. All rights reserved. No part of this page may be copied without our written permission.",
        "About us", "Privacy", "Terms", "Advertise",
    ]  # fmt: skip
    return above, below


def as_text(number: int) -> str:
    """A page as a text scraper saves it."""
    story, (above, below) = make_story(number), furniture(number)
    return "\n\n".join(
        [*above, str(story["title"]), f"By {story['author']}", str(story["day"]), *story["paragraphs"], *below]
    )


def as_html(number: int) -> str:
    """A page as a browser saves it."""
    story, (above, below) = make_story(number), furniture(number)
    return (
        f'<!doctype html><html lang="en"><head><title>{story["title"]}</title></head><body>'
        f"<nav>{''.join(f'<li><a href=#>{line}</a></li>' for line in above)}</nav><article><h1>{story['title']}</h1>"
        f"<p>By {story['author']}</p><time>{story['day']}</time>"
        f"{''.join(f'<p>{line}</p>' for line in story['paragraphs'])}</article>"
        f"<footer>{''.join(f'<p>{line}</p>' for line in below)}</footer></body></html>"
    )


def write_pages(folder: Path, count: int, kind: str) -> None:
    """Write pages of a kind below a folder."""
    folder.mkdir(parents=True)
    if kind in ("text", "html"):
        for number in range(count):
            path = folder / f"{number // 1000:03}" / f"{number:06}.{'txt' if kind == 'text' else 'html'}"
            path.parent.mkdir(exist_ok=True)
            path.write_text(as_text(number) if kind == "text" else as_html(number))
    elif kind == "jsonl":
        with (folder / "pages.jsonl").open("w") as file:
            file.writelines(json.dumps(_record(number), ensure_ascii=False) + "\n" for number in range(count))
    else:
        with (folder / "pages.warc.gz").open("wb") as archive:
            for record in _warc_records(count):
                archive.write(gzip.compress(record, 1))


def _address(number: int) -> str:
    return f"https://outlet-{number % 40}.example/story/{number}"


def _record(number: int) -> dict[str, str]:
    story = make_story(number)
    text = "\n".join(story["paragraphs"])
    return {"url": _address(number), "title": str(story["title"]), "author": str(story["author"]), "text": text}


def _warc_records(count: int) -> Iterator[bytes]:
    for number in range(count):
        body = as_html(number).encode()
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {_address(number)}\r\n"
            "WARC-Date: 2025-06-01T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        yield head.encode() + answer + b"\r\n\r\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kind", choices=("text", "html", "jsonl", "warc"), default="text")
    arguments = parser.parse_args()
    write_pages(arguments.folder, arguments.count, arguments.kind)
