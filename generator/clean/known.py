"""What is known of a page beside its text: from the user, from its address, from the program that saved it."""

from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.clean.outlets import Outlets
from generator.model.article import Article
from generator.model.dating import Dating, parse_dating
from generator.model.raw import RawPage, Stated
from generator.model.slug import slugify
from generator.model.value import replace


def apply_given(article: Article, page: RawPage, outlets: Outlets) -> Article:
    """The article with what is known of its page: what the user says, before all else; its address; its outlet.

    Of a record of JSON Lines without HTML, what the record states counts too, before what its text lets infer.
    """
    if page.kind == "json" and page.layout is None:
        article = _apply(article, page.stated)
    article = _apply(bound_by_capture(article, page), page.given)
    return replace(article, url=page.url or article.url, source=_settle_source(article.source, page, outlets))


def join_names(names: tuple[str, ...]) -> str:
    """Names as a byline has them.

    >>> join_names(("Ada Holm", "Bo Keller", "Cy Ruiz"))
    'Ada Holm, Bo Keller and Cy Ruiz'
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def host_of(url: str | None) -> str | None:
    """The host of an address, without ``www.``; None when it has none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.lower().removeprefix("www.") or None if host else None


def bound_by_capture(article: Article, page: RawPage) -> Article:
    """An article is no younger than its capture: what says otherwise is not believed, and silence is bounded by it."""
    try:
        captured = date.fromisoformat((page.captured or "")[:10])
    except ValueError:
        return article
    day_after = captured + timedelta(days=1) if captured < date.max else captured  # somewhere it was the next day
    if article.published.earliest and article.published.earliest <= day_after:
        return article
    if not article.published.spans and article.published.edtf:
        return article  # a day without its year
    evidence = (*article.dating, f"captured {captured.isoformat()}: published then or earlier")
    return replace(article, published=_or_earlier(captured), dating=evidence)


def _or_earlier(day: date) -> Dating:
    return parse_dating(f"../{day.isoformat()}")


def _apply(article: Article, said: Stated) -> Article:
    """The article with what somebody says of it."""
    if said.published:
        article = replace(article, published=parse_dating(said.published), dating=())
    return replace(
        article,
        title=said.title or article.title,
        standfirst=said.standfirst or article.standfirst,
        byline=join_names(said.authors) or article.byline,
        language=said.language or article.language,
    )


def _settle_source(inferred: str | None, page: RawPage, outlets: Outlets) -> str | None:
    """The id of the outlet, which may have no record yet where the user names it.

    What the user says counts before the address, and that before what the page states and what its text lets infer.
    """
    if page.given.site:
        return outlets.find(page.given.site) or slugify(page.given.site)
    return outlets.find_host(host_of(page.url)) or (page.stated.site and outlets.find(page.stated.site)) or inferred
