"""What the markup of an HTML page states of its story, set against what the page prints.

The printed headline is the headline. Names and days are the markup's where it is credible, for it states them to
machines; where page and markup contradict each other, a day that the page itself calls the day of publication wins.
"""

import re
from datetime import date, timedelta

from generator.clean.dates import Label, StatedDate
from generator.clean.known import join_names
from generator.clean.story import Labelled, Story
from generator.model.article import Article
from generator.model.byline import authors_of
from generator.model.cleaning import Finding, Verdict
from generator.model.dating import parse_dating
from generator.model.raw import RawPage, Stated
from generator.model.value import replace

_WORDS = re.compile(r"\w+")
_BY = re.compile(r"(?:(?:written|reported|posted) )?by ", re.IGNORECASE)
_LONGEST_LINE = 200
"""Characters of a line that names an author, or repeats the standfirst."""
_A_DAY = timedelta(days=1)
"""By so much two places on earth differ in what day it is."""


def find_statements(page: Labelled, story: Story, stated: Stated) -> None:
    """Mark the lines outside the body that print the authors, or the summary, that the markup states."""
    marked = {span.verdict for spans in story.finds.values() for span in spans}
    if Verdict.BYLINE not in marked and (index := _find_authors(page, story, stated)) is not None:
        story.find(index, 0, len(page.units[index].text), Verdict.BYLINE, "names the author, as the page's markup does")
    wanted = _squash(stated.standfirst)
    for index in range(page.top, page.first) if wanted and story.standfirst is None else ():
        if index not in story.finds and index != page.headline and _squash(page.units[index].text) == wanted:
            story.standfirst = page.units[index].text
            reason = "sums the story up, as the page's markup does"
            story.find(index, 0, len(story.standfirst), Verdict.STANDFIRST, reason)
            return


def _find_authors(page: Labelled, story: Story, stated: Stated) -> int | None:
    """The line nearest to the story's head that begins with an author's name."""
    names = [name for name in map(_squash, stated.authors) if name]
    best, top = None, 0.0
    for index, unit in enumerate(page.units):
        if len(unit.text) > _LONGEST_LINE or page.states[index] in ("body", "headline") or index in story.finds:
            continue
        line = _BY.sub("", _squash(unit.text), count=1)
        if any(line.startswith(name) for name in names) and page.nearness(index) > top:
            best, top = index, page.nearness(index)
    return best


def apply_stated(article: Article, page: RawPage, story: Story) -> tuple[Article, tuple[Finding, ...]]:
    """The article with what its page's markup states, and why of each field that the text alone does not give."""
    if page.layout is None:
        return article, ()
    stated, found = page.stated, []
    if story.headline is None and stated.title:
        article = replace(article, title=stated.title)
        found.append(Finding("title", stated.title, f"as {_origin(stated, 'title')} says; no line prints it"))
    byline = _settle_byline(article.byline, stated)
    if byline and byline != article.byline:
        article = replace(article, byline=byline)
        found.append(Finding("byline", byline, f"as {_origin(stated, 'authors')} says"))
    day, reason = _settle_day(stated, story.dates[0] if story.dates else None)
    if day:
        article = replace(article, published=parse_dating(day))
        found.append(Finding("published", day, reason))
    if stated.language:
        article = replace(article, language=stated.language)
    return article, tuple(found)


def _settle_byline(printed: str | None, stated: Stated) -> str | None:
    """Who is credited: the persons that the markup names, in the page's words if these name them all; else its own."""
    outlet = _squash(stated.site)
    persons = [name for name in stated.authors if not outlet or _squash(name) not in outlet]
    named = {_squash(name) for name in authors_of(printed)} if printed else set()
    if persons and {_squash(name) for name in persons} <= named:
        return printed
    return join_names(tuple(persons)) or printed or join_names(stated.authors) or None


def _settle_day(stated: Stated, printed: StatedDate | None) -> tuple[str | None, str]:
    """The day of publication and why, where the printed one is not simply taken; None where it is."""
    if not stated.published:
        return None, ""
    origin = _origin(stated, "published")
    if printed is None:
        return stated.published, f"as {origin} says; the text states no day"
    if not parse_dating(stated.published).is_exact:
        return None, ""  # the printed day says more
    day = date.fromisoformat(stated.published)
    if day in printed.days:
        return (
            (None, "")
            if len(printed.days) == 1
            else (stated.published, f"as {origin} says, of two that the text lets read")
        )
    if printed.label is Label.PUBLISHED or any(abs(other - day) <= _A_DAY for other in printed.days):
        return (None, "") if len(printed.days) == 1 else (printed.days[0].isoformat(), f"nearest to what {origin} says")
    return stated.published, f"as {origin} says; {printed.edtf}, which the page prints, is not called its day"


def _origin(stated: Stated, field: str) -> str:
    """What of the markup says it."""
    return dict(stated.origins).get(field, "the page's markup")


def _squash(text: str | None) -> str:
    """The words of a text in lower case, with a blank between them."""
    return " ".join(_WORDS.findall(text.casefold())) if text else ""
