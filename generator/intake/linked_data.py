"""JSON-LD: what a page says of its story in schema.org's words."""

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.intake.marks import gather_words

_KINDS = gather_words(
    "article newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle blogposting "
    "liveblogposting reviewnewsarticle advertisercontentarticle satiricalarticle techarticle scholarlyarticle review "
    "report socialmediaposting asknewsarticle"
)
_OPENINGS = ("<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[")
_CLOSINGS = (";", "//]]>", "/*]]>*/", "]]>", "-->")
"""What scripts were once wrapped in, to hide them from browsers that knew none."""
_TAG = re.compile(r"<[^<>]{1,200}>")
_PARTS = ("@graph", "mainEntity", "itemReviewed", "hasPart", "author", "publisher", "creator", "isPartOf")
"""Of a typed node the properties that are looked into."""
_DEEPEST = 12
"""Levels of JSON-LD that are looked into."""
_MOST = 2000
"""Nodes of JSON-LD that are looked at."""
_LONGEST = 4_000_000
"""Characters of a JSON-LD script that are read."""


def read_linked_data(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """All nodes of all JSON-LD scripts, those of a graph and within others included."""
    nodes: list[dict[str, Any]] = []
    for script in tree.css("script[type]"):
        if "ld+json" not in (script.attributes.get("type") or "").lower():
            continue
        nodes.extend(_nodes(_load(script.text(strip=False) or "")))
        if len(nodes) > _MOST:
            break
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in nodes:
        for key in ("author", "publisher", "creator"):
            value = node.get(key)
            if isinstance(value, list):
                node[key] = [_resolve(part, named) for part in value[:20]]
            elif value is not None:
                node[key] = _resolve(value, named)
    return nodes


def _load(script: str) -> Any:
    """What a script holds; None when that is no JSON, even with its entities undone."""
    text = script[:_LONGEST].strip()
    for opening in _OPENINGS:
        text = text.removeprefix(opening).lstrip()
    for closing in _CLOSINGS:
        text = text.removesuffix(closing).rstrip()
    for form in (text, html.unescape(text)):
        try:
            return json.loads(form, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _resolve(value: Any, named: Mapping[str, dict[str, Any]]) -> Any:
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _nodes(loaded: Any) -> Iterator[dict[str, Any]]:
    """The nodes of a document from the outside in; of a named or typed one only those parts that may be a story."""
    waiting = deque([(loaded, 0)])
    for _ in range(_MOST):
        if not waiting:
            return
        value, depth = waiting.popleft()
        parts: Iterable[Any] = ()
        if isinstance(value, dict):
            if "@type" in value or "@id" in value:
                yield value
            parts = [value[key] for key in _PARTS if key in value] if "@type" in value else value.values()
        elif isinstance(value, list):
            parts = value[:_MOST]
        if depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in parts if isinstance(part, dict | list))


def choose_story(nodes: Iterable[dict[str, Any]], title: str | None, canonical: str | None) -> dict[str, Any]:
    """The node that speaks of the page's story; empty when none does."""
    best: dict[str, Any] = {}
    top = 0.0
    for number, node in enumerate(nodes):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(str(kind).lower().rsplit("/", 1)[-1] in _KINDS for kind in kinds):
            continue
        score = _fit(node, title, canonical) - number / 10_000
        if score > top:
            best, top = node, score
    return best


def _fit(node: Mapping[str, Any], title: str | None, canonical: str | None) -> float:
    """How well an article's node fits the page: by its headline, its address, and how much it says."""
    score = 1.0
    headline = first_text(node.get("headline")) or first_text(node.get("name"))
    if headline and title and _alike(headline, title):
        score += 2
    page = node.get("mainEntityOfPage")
    addresses = (node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page)
    if canonical and any(isinstance(url, str) and _path(url) == _path(canonical) for url in addresses):
        score += 1
    return score + 0.5 * ("datePublished" in node) + 0.3 * ("author" in node) + 0.3 * ("articleBody" in node)


def _alike(one: str, other: str) -> bool:
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return len(a & b) >= 0.6 * max(1, min(len(a), len(b)))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return address


def first_text(value: Any) -> str | None:
    """The text of a property, the first of several, the name of a node; None when it has none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return value.strip() or None if isinstance(value, str) else None


def plain_text(text: str) -> str:
    """A text without markup or entities."""
    return _TAG.sub(" ", html.unescape(text))


def plain_line(text: str | None) -> str | None:
    """As :func:`plain_text`, on one line; None when nothing is left."""
    return " ".join(plain_text(text).split()) or None if text else None
