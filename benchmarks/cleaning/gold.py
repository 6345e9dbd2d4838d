"""What each line of a development page may be labelled, read off the page's gold body and title.

Where the gold leaves it open (no title given, a passage printed twice), several labels are allowed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from generator.clean.labels import STATES

FORMS = {"full": ".txt", "light": ".light.txt"}
_TOKEN = re.compile(r"\w+")
_BIT = {state: 1 << index for index, state in enumerate(STATES)}
_OUTSIDE_BEFORE = _BIT["before"]
_INSIDE = _BIT["inset"] | _BIT["inset2"] | _BIT["inset3"]
_OUTSIDE_AFTER = _BIT["end"] | _BIT["after"]
_ANY = sum(_BIT.values())


@dataclass(frozen=True)
class Page:
    """One development page in one form."""

    id: str
    host: str
    form: str
    path: Path
    text: str
    gold: dict


def read_pages(data: Path, forms: tuple[str, ...] = ("full", "light")) -> list[Page]:
    """All development pages below ``data``, in order of path and form."""
    pages = []
    for path in sorted((data / "data").glob("*/*.json")):
        gold = json.loads(path.read_text("utf-8"))
        for form in forms:
            text = path.with_name(gold["id"] + FORMS[form]).read_text("utf-8")
            pages.append(Page(gold["id"], gold["host"], form, path, text, gold))
    return pages


def allow_states(texts: list[str], gold: dict) -> list[int]:
    """For each unit of a page the set of states it may have, as bits.

    A page that holds nothing of its gold body, as where only the comments were saved, is furniture throughout.
    """
    body = gold.get("body")
    if body:
        inside = _inside(texts, body)
    elif gold.get("body_start"):
        inside = _starts(texts, gold["body_start"])
    else:
        return [_ANY] * len(texts)
    firm = [index for index, value in enumerate(inside) if value]
    if not firm:
        return [_OUTSIDE_BEFORE if body else _ANY] * len(texts)
    first, last = firm[0], firm[-1]
    allowed = []
    for index, value in enumerate(inside):
        if value:
            bits = _BIT["body"]
        elif index < first:
            bits = _OUTSIDE_BEFORE
        elif not body:
            bits = _ANY
        elif index > last:
            bits = _OUTSIDE_AFTER
        else:
            bits = _INSIDE
        allowed.append(bits | (_BIT["body"] if value is None else 0))
    return allowed


def find_title(texts: list[str], gold: dict, first: int) -> tuple[bool, int | None]:
    """Whether it is known which unit is the headline, and its index; None when the page prints none."""
    if gold.get("title"):
        titled = [index for index in range(first) if _is_title(gold["title"], texts[index])]
        exact = [index for index in titled if _norm(texts[index]) == _norm(gold["title"])]
        return True, (exact or titled or [None])[-1]
    hinted = _hinted_headline(texts[:first], gold.get("url") or "")
    return hinted is not None, hinted


def _hinted_headline(texts: list[str], url: str) -> int | None:
    """The line whose words are those of the page's address, where the set gives no title."""
    slug = max(re.split(r"[/?#]", url.lower()), key=len, default="")
    wanted = {word for word in re.split(r"[^a-z0-9]+", slug) if len(word) > 2 and not word.isdigit()}
    if len(wanted) < 4:
        return None
    best, found = 0.6, None
    for index, text in enumerate(texts):
        words = {
            word for word in re.split(r"[^a-z0-9]+", text.lower().replace("'", "").replace("’", "")) if len(word) > 2
        }
        share = len(words & wanted) / max(len(wanted), 0.6 * len(words))
        if share >= best and len(words) <= 30 and "://" not in text and not text.endswith("."):
            best, found = share, index
    return found


def _norm(text: str) -> str:
    return " ".join(_TOKEN.findall(unicodedata.normalize("NFKC", text).casefold()))


def _is_title(gold: str, text: str) -> bool:
    gold, text = _norm(gold), _norm(text)
    if not text or not gold:
        return False
    one, two = set(gold.split()), set(text.split())
    inside = (gold in text or text in gold) and min(len(gold), len(text)) >= 0.5 * max(len(gold), len(text))
    return gold == text or inside or len(one & two) >= 0.7 * len(one | two)


def _starts(texts: list[str], start: str) -> list[bool | None]:
    wanted = _norm(start)
    hit = next((i for i, text in enumerate(texts) if wanted and wanted in _norm(text)), None)
    return [index == hit for index in range(len(texts))]


def _inside(texts: list[str], body: str) -> list[bool | None]:
    """Whether each unit belongs to the gold body; None where that is open.

    The heaviest chain of units that follow the gold's order is in it. A unit whose words the chain already covers is
    a repetition and out; one that has its words elsewhere in the gold is open.
    """
    gold = _TOKEN.findall(body)
    candidates, long = _find_candidates(texts, body, gold)
    chain = _heaviest_chain(candidates)
    covered = bytearray(len(gold) + 1)
    for _, place, size in chain:
        for at in range(max(0, place), min(len(gold), place + size)):
            covered[at] = 1
    inside: list[bool | None] = [False if _TOKEN.search(text) else None for text in texts]
    for index, _, _ in chain:
        inside[index] = True
    for index, place, size in candidates:
        span = covered[max(0, place) : place + size]
        if not inside[index] and index in long and sum(span) < 0.5 * max(1, len(span)):
            inside[index] = None
    return inside


def _find_candidates(texts: list[str], body: str, gold: list[str]) -> tuple[list[tuple[int, int, int]], set[int]]:
    """Where in the gold's tokens units may stand: (unit, place, tokens); and which of the units are long."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in range(len(gold) - 3):
        places[tuple(gold[index : index + 4])].append(index)
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    position = 0
    for line in body.split("\n"):
        words = tuple(_TOKEN.findall(line))
        if words:
            starts[words].append(position)
        position += len(words)
    candidates: list[tuple[int, int, int]] = []
    long = set()
    for index, text in enumerate(texts):
        tokens = tuple(_TOKEN.findall(text))
        if len(tokens) >= 4:
            shingles = [tokens[at : at + 4] for at in range(len(tokens) - 3)]
            known = [at for at, shingle in enumerate(shingles) if shingle in places]
            if 2 * len(known) >= len(shingles):
                long.add(index)
                candidates += [(index, at - known[0], len(tokens)) for at in places[shingles[known[0]]][:6]]
        elif tokens:
            candidates += [(index, place, len(tokens)) for place in starts.get(tokens, ())[:6]]
    return candidates, long


def _heaviest_chain(candidates: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    best: list[float] = []
    back: list[int] = []
    for at, (index, place, size) in enumerate(candidates):
        score, link = 0.0, -1
        for before in range(at):
            other, other_place, other_size = candidates[before]
            if other < index and other_place + 0.6 * other_size <= place + 0.4 * size and best[before] > score:
                score, link = best[before], before
        best.append(score + size)
        back.append(link)
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    chain = []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return chain[::-1]
