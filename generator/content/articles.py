"""Articles: ``content/articles/<year>/<slug>.md`` ⇄ :class:`Article`."""

from datetime import date
from typing import Any

from generator.content.front_matter import FrontMatter, format_front_matter
from generator.errors import Problem, Severity, Where
from generator.model.article import Article, Caption, Dateline
from generator.model.dating import OLDEST, Dating
from generator.model.markdown import is_overgrown
from generator.model.subjects import SCHEME, find_media_topic

FIELDS = (
    "title", "standfirst", "published", "dating", "source", "url", "byline", "dateline", "captions", "people",
    "topics", "subjects", "language", "original", "original_sha256", "aliases",
)  # fmt: skip

IS_IT_A_SLIP = "Is it a slip? Correct it, or leave it out if unknown."
"""What to do about a date that is hardly meant."""


def tell_too_old(published: Dating) -> str:
    """What is strange about a date before there were newspapers."""
    return f'"{published.edtf}" is before {OLDEST}, when there were no printed newspapers yet.'


def tell_future(published: Dating, today: date) -> str | None:
    """What is strange about a date that is still to come; None when it is not."""
    if published.earliest is None or published.open_start or published.earliest <= today:
        return None
    return f'"{published.edtf}" is still to come.'


def parse_article(text: str, path: str) -> tuple[Article, list[Problem]]:
    """Read an article's file. A field that cannot be read counts as missing, and is said.

    Raises ContentError when there is no article without what is wrong.
    """
    front = FrontMatter(text, path)
    front.expect_only(FIELDS)
    place = front.mapping("dateline", ("place", "day", "agency"))
    if place and "place" not in place:
        front.add_problem("dateline", "It has no place.", "Write it like: dateline: {place: BRUSSELS}")
    captions = front.mappings("captions", ("text", "credit"))
    if is_overgrown(front.body):
        front.problems.append(
            Problem(
                where=Where(path=path),
                what="It opens more brackets than any text does, so it is shown as it is written.",
                remedy="Take them out, or make more paragraphs of it.",
                severity=Severity.WARNING,
            )
        )
    published = front.dating("published")
    if published.is_before_print:
        front.add_problem("published", tell_too_old(published), IS_IT_A_SLIP, Severity.WARNING)
    article = Article(
        title=front.required_text("title"),
        body=front.body,
        standfirst=front.text("standfirst"),
        published=published,
        dating=front.texts("dating"),
        source=front.text("source"),
        url=front.text("url"),
        byline=front.text("byline"),
        dateline=Dateline(**place) if "place" in place else None,
        captions=tuple(Caption(text=c.get("text", ""), credit=c.get("credit")) for c in captions),
        people=front.optional_texts("people"),
        topics=front.optional_texts("topics"),
        subjects=_subjects(front),
        language=front.text("language") or "en",
        original=front.text("original"),
        original_sha256=front.text("original_sha256"),
        aliases=front.texts("aliases"),
    )
    return article, front.problems


def _subjects(front: FrontMatter) -> tuple[str, ...]:
    """The subjects; one that is none of the vocabulary is said, and left out."""
    found = []
    for text in front.texts("subjects"):
        topic = find_media_topic(text)
        if topic is None:
            front.add_problem("subjects", f'"{text}" is no IPTC Media Topic.', "Write an id like medtop:15000000.")
        else:
            found.append(SCHEME + topic.id)
    return tuple(dict.fromkeys(found))


def read_subjects(text: str, path: str) -> tuple[Article, list[str] | None]:
    """An article, and its subjects as its file writes them; None where it has no such field. Raises ContentError."""
    article, _ = parse_article(text, path)
    subjects = FrontMatter(text, path).optional_texts("subjects")
    return article, None if subjects is None else list(subjects)


def read_field(text: str, key: str) -> str | None:
    """What an article's file says in one field of text; None when nothing. Raises ContentError."""
    return FrontMatter(text, "").text(key)


def format_article(article: Article) -> str:
    """The text of an article's file; reading it gives an equal article."""
    values: dict[str, Any] = {"title": article.title}
    for key in ("standfirst", "published", "dating", "source", "url", "byline"):
        value = getattr(article, key)
        if value and str(value):
            values[key] = list(value) if isinstance(value, tuple) else str(value)
    if article.dateline:
        parts = {name: getattr(article.dateline, name) for name in ("place", "day", "agency")}
        values["dateline"] = {name: part for name, part in parts.items() if part}
    if article.captions:
        values["captions"] = [
            {"text": c.text, "credit": c.credit} if c.credit else {"text": c.text} for c in article.captions
        ]
    for key in ("people", "topics"):
        if (ids := getattr(article, key)) is not None:
            values[key] = list(ids)
    if article.subjects:
        values["subjects"] = list(article.subjects)
    values["language"] = article.language
    for key in ("original", "original_sha256"):
        if getattr(article, key):
            values[key] = getattr(article, key)
    if article.aliases:
        values["aliases"] = list(article.aliases)
    return format_front_matter(values, article.body)
