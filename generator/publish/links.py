"""Links of the built site: whether each leads somewhere, and its anchor stands there.

The final HTML is read, so links that templates make count too.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.errors import Problem, Where

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_ATTRIBUTES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action", "source": "src"}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Page:
    anchors: frozenset[str]
    links: tuple[str, ...]


def check_links(output: Path, base: str, site_url: str) -> list[Problem]:
    """A problem for every internal link of the site in ``output`` that leads nowhere."""
    pages = {path: _read(path) for path in sorted(output.rglob("*.html"))}
    host = urlsplit(site_url).netloc
    problems = []
    for path, page in pages.items():
        own = base + path.relative_to(output).as_posix().removesuffix("index.html")
        for link in dict.fromkeys(page.links):
            fault = _find_fault(link, own, output, base, host, pages)
            if fault:
                problems.append(
                    Problem(
                        where=Where(path=f"{output.name}/{path.relative_to(output).as_posix()}"),
                        what=f'The link "{link[:200]}" {fault}.',
                        remedy="Correct it in the article, record or template that it comes from.",
                    )
                )
    return problems


def _find_fault(link: str, own: str, output: Path, base: str, host: str, pages: dict[Path, _Page]) -> str | None:
    try:
        target, anchor = urldefrag(urljoin(own, link))
        parts = urlsplit(target)
    except ValueError:
        return "is not an address"
    if parts.scheme not in ("", "http", "https") or parts.netloc not in ("", host):
        return None
    path = unquote(parts.path)
    if not path.startswith(base):
        return f"leads outside of {base}"
    file = output / path[len(base) :]
    if path.endswith("/"):
        file /= "index.html"
    if file not in pages:
        return None if os.path.isfile(file) else "leads nowhere"  # noqa: PTH113  # a path may be too long to ask
    if anchor and not anchor.startswith(":~:") and unquote(anchor) not in pages[file].anchors:
        return "leads to an anchor that is not there"
    return None


def _read(path: Path) -> _Page:
    from selectolax.lexbor import LexborHTMLParser  # which a build, that checks no links, need not wait for

    tree = LexborHTMLParser(path.read_bytes())
    return _Page(
        anchors=frozenset(node.attributes["id"] or "" for node in tree.css("[id]")), links=tuple(_find_links(tree))
    )


def _find_links(tree: "LexborHTMLParser") -> Iterator[str]:
    for tag, attribute in _ATTRIBUTES.items():
        for node in tree.css(f"{tag}[{attribute}]"):
            if node.attributes.get("rel") != "canonical":
                yield node.attributes[attribute] or ""
