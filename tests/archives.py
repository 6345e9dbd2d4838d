"""Small archives and catalogs, made where a test needs them, so that what is in them stands beside what is asserted."""

from pathlib import Path
from typing import Any

from hypothesis import settings

from generator.catalog import compile_catalog
from generator.model.authority import Authority, Person, Source, TextPage, Topic
from generator.model.catalog import Card, Catalog, Details
from generator.model.dating import parse_dating
from generator.model.value import pack
from generator.site import Settings, Site, load_site

quick = settings(max_examples=50, deadline=None, derandomize=True)
"""How a property is tried: the same cases at every run, and however busy the machine is."""

SITE = 'title = "The Harbour Archive"\nurl = "https://harbour.example/archive/"\n'

STORY = {
    "content/articles/2015/deal.md": (
        "---\ntitle: Port workers reach a deal\npublished: 2015-05-19\nsource: tide-wire\npeople: [ada-holm]\n"
        "topics: [harbour]\n---\nThe port workers and the ministry have reached a deal.\n\nWork begins on Monday.\n"
    ),
    "content/articles/undated/pier.md": (
        "---\ntitle: How the pier was built\nsource: tide-wire\n---\nThe harbour pier was built by hand.\n"
    ),
    "content/people/ada-holm.md": "---\nname: Ada Holm\n---\nA minister.\n",
    "content/topics/harbour.md": "---\nname: Harbour\n---\n",
    "content/sources/tide-wire.md": "---\nname: Tide Wire\n---\n",
}
"""The files of an archive of two articles, in which nothing is wrong."""


def make_archive(folder: Path, files: dict[str, str | bytes] | None = None, settings: str = "") -> Site:
    """An archive on disk: ``site.toml``, with ``settings`` added, and ``files`` by path."""
    write(folder, {"site.toml": SITE + settings, **(STORY if files is None else files)})
    (folder / "content").mkdir(exist_ok=True)
    return load_site(folder)


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write ``files``, by path, below ``folder``."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def read_all(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder``, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def article(body: str = "It rained.", **fields: str) -> str:
    """The text of an article's file; fields are YAML as written."""
    head = "".join(f"{key}: {value}\n" for key, value in {"title": "A title", **fields}.items())
    return f"---\n{head}---\n{body}\n"


def card(slug: str, published: str = "", **fields: Any) -> Card:
    """The card of an article in ``articles/<slug>.md``."""
    values: dict[str, Any] = {
        "path": f"articles/{slug}.md",
        "digest": slug,
        "title": slug.replace("-", " ").capitalize(),
        "published": parse_dating(published),
        "source": None,
        "language": "en",
        "people": None,
        "topics": None,
    }
    details = {name: fields.pop(name) for name in ("summary", "grounds", "namings") if name in fields}
    values["packed"] = pack(Details(**({"summary": ""} | details)))
    return Card(slug=slug, **(values | fields))


def authority(*records: Person | Topic | Source) -> Authority:
    """The records of an archive."""

    def of(kind: type) -> dict[str, Any]:
        return {record.id: record for record in records if isinstance(record, kind)}

    return Authority(people=of(Person), topics=of(Topic), sources=of(Source))


def catalog(
    *cards: Card,
    records: tuple[Person | Topic | Source, ...] = (),
    pages: tuple[TextPage, ...] = (),
    threshold: int = 2,
) -> Catalog:
    """The catalog of articles in which nothing is wrong."""
    made, problems = compile_catalog(cards, authority(*records), pages, page_threshold=threshold)
    assert problems == []
    return made


def site(url: str = "https://harbour.example/archive/", **settings: Any) -> Site:
    """A site that is planned only, and never touches a disk."""
    base = "/" + url.split("/", 3)[3]
    return Site(root=Path("nowhere"), settings=Settings(title="The Harbour Archive", url=url, **settings), base=base)


def said(problems: Any) -> list[str]:
    """Problems as a reader sees them."""
    return [str(problem) for problem in problems]
