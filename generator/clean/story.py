"""Reading a labelled page: which line is headline, byline, date, caption, and what of each line belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.clean.bylines import read_bare_names, read_byline
from generator.clean.captions import clean_credit, is_credit, looks_like_caption, split_credit
from generator.clean.datelines import split_dateline
from generator.clean.dates import Label, StatedDate, find_dates
from generator.clean.features import Shape
from generator.clean.lines import Unit
from generator.clean.passages import Span
from generator.model.article import Caption, Dateline
from generator.model.cleaning import Verdict

_BYLINE_LABEL = re.compile(r"(?:(?:written|reported|words|story|text) )?by:?|(?:about )?(?:the )?authors?(?: of the article)?:?|written by:?", re.I)  # fmt: skip
_DATE_LABEL = re.compile(r"(?:first |originally )?(?:published|posted|date|publication date|date published)(?: on| at)?:?", re.I)  # fmt: skip
_UPDATE_LABEL = re.compile(r"(?:last )?(?:updated|update|modified)(?: on| at)?:?", re.I)
_REPORTING = re.compile(r"(?:with |additional |further )+(?:reporting|files|reports|material|information)\b.{0,20}\b(?:by|from)\b", re.I)  # fmt: skip
_GLUED_AFTER = re.compile(r"(?<=[.!?\"”’])\s*(?:read more|continue reading|story continues below|article continues below|advertisement|see also|read also)\b[\s.…:»>→]*$", re.I)  # fmt: skip
_GLUED_BEFORE = re.compile(r"(?:advertisement|story continues below(?: advertisement)?)\s+(?=[A-Z“\"‘])", re.I)
_SPEAKER = re.compile(r"[A-Z][A-Z .'’\-]{2,40}: ")
_TIME_WORDS = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|[A-Z]{2,4}T|GMT|UTC|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"published|posted|updated|last|first|on|at|date|min(?:ute)?s?|read|\d+)\b",
    re.IGNORECASE,
)
_BIOGRAPHY = r"\s*,?\s*(?:is|was|has|writes|covers|joined|reports|contributed|are|studied)\b"
_STANDFIRST_BARS = frozenset({"signup", "consent", "legal", "comment", "appeal", "share", "advert", "player"})


@dataclass(kw_only=True, slots=True)
class Story:
    """What was found on a page; filled while it is read, and not changed afterwards."""

    headline: int | None = None
    standfirst: str | None = None
    byline: str | None = None
    dates: tuple[StatedDate, ...] = ()
    """The chosen date of publication; empty when the page states none."""
    dateline: Dateline | None = None
    captions: list[Caption] = field(default_factory=list)
    finds: dict[int, list[Span]] = field(default_factory=dict)
    """For each unit the stretches of it that are something of their own."""

    def find(self, index: int, start: int, end: int, verdict: Verdict, reason: str) -> None:
        """Note that a stretch of a unit is something."""
        self.finds.setdefault(index, []).append(Span(start, end, verdict, reason))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page's units with their shapes and states, and where its story stands."""

    units: Sequence[Unit]
    shapes: Sequence[Shape]
    states: Sequence[str]
    headline: int | None
    first: int
    """The first unit of the body; the number of units when there is no body."""
    last: int
    """The last unit of the body; -1 when there is no body."""

    @property
    def top(self) -> int:
        """Where the story starts: at its headline, or else at its body."""
        return self.first if self.headline is None else self.headline

    def nearness(self, index: int) -> float:
        """How well a place suits what belongs to a story's head: 3 between headline and body, less around, else below 0."""
        if self.top <= index < self.first:
            return 3.0 - 0.05 * (index - self.top)
        if index < self.top:
            return 2.2 - 0.3 * (self.top - index)
        if index > self.last:
            return 1.0 - 0.2 * (index - self.last)
        return 1.2 - 0.2 * (index - self.first) if self.states[index] == "inset" else -3.0


def locate_story(units: Sequence[Unit], shapes: Sequence[Shape], states: Sequence[str]) -> Labelled:
    """Where headline and body stand."""
    body = [index for index, state in enumerate(states) if state == "body"]
    headline = next((index for index, state in enumerate(states) if state == "headline"), None)
    first, last = (body[0], body[-1]) if body else (len(units), -1)
    return Labelled(units, shapes, states, headline, first, last)


def read_story(page: Labelled) -> Story:
    """Everything that the page says of its story beside the body's text."""
    story = Story(headline=page.headline)
    _read_date(page, story)
    _read_byline(page, story)
    _read_captions(page, story)
    _read_standfirst(page, story)
    _read_body_edges(page, story)
    return story


def _read_date(page: Labelled, story: Story) -> None:
    best: tuple[float, int, StatedDate] | None = None
    certain = set()
    for index, unit in enumerate(page.units):
        if page.states[index] == "body" or not any(map(str.isdigit, unit.text[:1500])):
            continue
        dates = find_dates(unit.text[:1500])
        above = page.units[index - 1].text if index else ""
        for number, stated in enumerate(dates):
            if len(stated.days) == 1:
                certain.add(stated.days[0])
            label = stated.label
            if label is Label.NONE and number == 0 and stated.start < 12:
                label = (
                    Label.PUBLISHED
                    if _DATE_LABEL.fullmatch(above)
                    else Label.UPDATED
                    if _UPDATE_LABEL.fullmatch(above)
                    else label
                )
            score = page.nearness(index)
            score += {Label.PUBLISHED: 2.0, Label.NONE: 0.0, Label.UPDATED: -4.0, Label.OTHER: -6.0}[label]
            rest = _TIME_WORDS.sub(" ", unit.text[: stated.start] + " " + unit.text[stated.end :])
            spare = len(re.findall(r"[^\W\d_]{2,}", rest))
            score += 0.5 if spare <= 6 else -0.5 if spare <= 12 else -2.0
            if best is None or score > best[0]:
                best = (score, index, stated)
    if best is None or best[0] < 1.0:
        return
    _, index, stated = best
    if len(stated.days) > 1 and len(certain.intersection(stated.days)) == 1:
        day = certain.intersection(stated.days).pop()
        stated = StatedDate(start=stated.start, end=stated.end, days=(day,), label=stated.label)
    story.dates = (stated,)
    text = page.units[index].text
    rest = _TIME_WORDS.sub(" ", text[: stated.start] + " " + text[stated.end :])
    whole = not re.search(r"[^\W\d_]{2,}", rest)
    story.find(
        index,
        0 if whole else stated.start,
        len(text) if whole else stated.end,
        Verdict.DATE_LINE,
        "states the day of publication",
    )


def _read_byline(page: Labelled, story: Story) -> None:
    best: tuple[float, int, tuple[str, int, int]] | None = None
    texts = [unit.text for unit in page.units]
    for index, text in enumerate(texts):
        shape = page.shapes[index]
        if page.states[index] in ("body", "headline") or shape.words > 30:
            continue
        near = page.nearness(index)
        if near < -2:
            continue
        named = read_byline(text)
        score = 3.0
        if named is None:
            named, score = read_bare_names(text), 0.0
            if named is None or (index and not named[0]):
                continue
            if index and _BYLINE_LABEL.fullmatch(texts[index - 1]):
                score = 3.0
            elif near < 0:
                continue
        score += near + _support(page, texts, index, named[0])
        if best is None or score > best[0]:
            best = (score, index, named)
    if best is not None and best[0] >= 4.0:
        _, index, (names, start, end) = best
        story.byline = names
        story.find(index, start, end, Verdict.BYLINE, "names the author")
    for index in range(page.last + 1, min(page.last + 4, len(texts))):
        if _REPORTING.match(texts[index]) and len(texts[index]) < 200:
            story.find(index, 0, len(texts[index]), Verdict.BYLINE, "names who else reported")
            story.byline = story.byline or texts[index]


def _support(page: Labelled, texts: Sequence[str], index: int, names: str) -> float:
    """What else on the page speaks for these words being the author's name."""
    first = re.split(r",|\band\b|&|;|/", names)[0].strip()
    if len(first) < 4:
        return 0.0
    found = 0.0
    beside = [texts[at] for at in (index - 1, index, index + 1) if 0 <= at < len(texts) and at not in (page.headline,)]
    if any(len(text) < 160 and find_dates(text) for text in beside):
        found += 0.8
    biography = re.compile(re.escape(first) + _BIOGRAPHY)
    repeats = 0
    for at, text in enumerate(texts):
        if at == index or page.states[at] == "body" or first not in text[:400]:
            continue
        repeats += 1
        if biography.match(text):
            found += 1.2
            break
    return found + (0.6 if repeats else 0.0)


def _read_captions(page: Labelled, story: Story) -> None:
    said: set[str] = set()
    for index, unit in enumerate(page.units):
        text, shape = unit.text, page.shapes[index]
        if page.states[index] not in ("meta", "inset") and not (page.states[index] == "end" and shape.words >= 8):
            continue
        if (
            index in story.finds
            or len(text) > 900
            or shape.words < 5
            or not looks_like_caption(text)
            or is_credit(text)
        ):
            continue
        if shape.words < 8 and split_credit(text) is None:
            continue
        parts = split_credit(text)
        words, credit, cut = parts if parts else (text, None, len(text))
        if words in said:
            continue
        said.add(words)
        story.find(index, 0, cut, Verdict.CAPTION, "says what a picture shows")
        if credit:
            story.find(index, cut, len(text), Verdict.CREDIT, "says who made the picture")
        elif index + 1 < len(page.units) and page.states[index + 1] != "body" and is_credit(page.units[index + 1].text):
            below = page.units[index + 1].text
            credit = clean_credit(below)
            story.find(index + 1, 0, len(below), Verdict.CREDIT, "says who made the picture")
        story.captions.append(Caption(text=words, credit=credit or None))


def _read_standfirst(page: Labelled, story: Story) -> None:
    if page.headline is None:
        return
    for index in range(page.headline + 1, min(page.first, page.headline + 7)):
        shape = page.shapes[index]
        if index in story.finds or shape.words < 6 or shape.words > 70 or not _STANDFIRST_BARS.isdisjoint(shape.topics):
            continue
        if (
            shape.kind == "meta"
            or is_credit(page.units[index].text)
            or page.units[index].text == page.units[page.headline].text
        ):
            continue
        text = page.units[index].text
        story.standfirst = text
        story.find(index, 0, len(text), Verdict.STANDFIRST, "sums the story up below the headline")
        return


def _read_body_edges(page: Labelled, story: Story) -> None:
    """The dateline, and furniture that is glued to the body's lines."""
    body = [index for index, state in enumerate(page.states) if state == "body"]
    transcript = sum(_SPEAKER.match(page.units[index].text) is not None for index in body) > 2
    for index in body[:3]:
        text = page.units[index].text
        found = split_dateline(text)
        if found and not (transcript and _SPEAKER.match(text)):
            story.dateline = found[0]
            story.find(index, 0, found[1], Verdict.DATELINE, "says where the story was filed from")
            break
    for index in body:
        text = page.units[index].text
        start = max(0, len(text) - 80)
        after = _GLUED_AFTER.search(text, start)
        if after:
            story.find(index, after.start(), len(text), Verdict.FURNITURE, "a link glued to the line")
        before = _GLUED_BEFORE.match(text)
        if before:
            story.find(index, 0, before.end(), Verdict.FURNITURE, "a notice glued to the line")
