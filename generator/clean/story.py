"""Reading a labelled page: which line is headline, byline, date, caption, and what of each line belongs to it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from math import inf

from generator.clean.bylines import read_bare_names, read_biography, read_byline
from generator.clean.captions import clean_credit, is_credit, is_surely_caption, looks_like_caption, split_credit
from generator.clean.datelines import split_dateline
from generator.clean.dates import Label, StatedDate, find_dates, may_hold_date
from generator.clean.features import LOOKED_AT, Shape, may_be_byline
from generator.clean.gloss import ENGLISH, Gloss
from generator.clean.headlines import find_headline
from generator.clean.interruptions import find_interruptions
from generator.clean.labels import Weights
from generator.clean.lines import Unit
from generator.clean.passages import Span
from generator.model.article import Caption, Dateline
from generator.model.cleaning import Verdict

_BYLINE_LABEL = re.compile(
    r"(?:(?:written|reported|words|story|text) )?by:?|(?:about )?(?:the )?authors?(?: of the article)?:?",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?:first |originally )?(?:published|posted|date|publication date|date published)(?: on| at)?:?", re.IGNORECASE
)
_UPDATE_LABEL = re.compile(r"(?:last )?(?:updated|update|modified)(?: on| at)?:?", re.IGNORECASE)
_HELPERS = re.compile(
    r"(?:with |additional |further )+(?:reporting|files|reports|material|information)\s(?:.{0,20}\s)?(?:by|from)\s",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    rf"^[(\[—–\-•\s]*(?:(?:reporting|writing|editing|compiled) by\s|{_HELPERS.pattern})"
    r"|\bcontributed (?:to this (?:report|story|article)|reporting)\b",
    re.IGNORECASE,
)
"""The line that closes a story with who else worked on it."""
_REPORTING = re.compile(rf"\(?reporting by\s|{_HELPERS.pattern}", re.IGNORECASE)
_GLUED_AFTER = re.compile(
    r"(?<=[.!?\"”’])\s*(?:read more|continue reading|story continues below|article continues below|advertisement"
    r"|see also|read also)\b[\s.…:»>→]*$",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(r"(?:advertisement|story continues below(?: advertisement)?)\s+(?=[A-Z“\"‘])", re.IGNORECASE)
_SPEAKER = re.compile(r"[A-Z][A-Z .'’\-]{2,40}: ")
_TIME_WORDS = re.compile(
    r"\b(?:\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|[A-Z]{2,4}T|GMT|UTC|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?"
    r"|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|published|posted|updated|last|first|on|at|date"
    r"|min(?:ute)?s?|read|\d+)\b",
    re.IGNORECASE,
)
_LONGER_WORDS = re.compile(r"[^\W\d_]{2,}")
_AGO = re.compile(
    r"\b(?:\d+|an?)\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\s+(?:ago|read)\b|\b(?:published|updated|posted)\b",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"\s*(?:,[^.]{0,60},|,)?\s*(?:is|was|has|writes|covers|joined|reports|contributed|are|studied)\b"
)
_PITCHES = (
    "phrase join", "phrase rights", "phrase give", "phrase talk", "phrase advert", "phrase more", "reader=", "request@",
)  # fmt: skip
"""Features of lines that want something of their reader, and are no part of a story's head."""


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


_REACH = 17
"""Units from a story beyond which :meth:`Labelled.nearness` is less than anything asks for."""


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
    known: Set[str]
    """Lines that are known to be furniture."""
    gloss: Gloss = ENGLISH
    """The language that they are in."""

    @property
    def top(self) -> int:
        """Where the story starts: at its headline, or else at its body."""
        return self.first if self.headline is None else self.headline

    def vicinity(self) -> range:
        """The units that may belong to the story's head or foot; beyond them nothing is near."""
        return range(max(0, self.top - _REACH), min(len(self.units), max(self.last, 0) + _REACH))

    def nearness(self, index: int) -> float:
        """How well a place suits what belongs to a story's head: 3 between headline and body, less elsewhere."""
        if self.top <= index < self.first:
            return 3.0 - 0.05 * (index - self.top)
        if index < self.top:  # without a headline nobody knows how far up the story's head begins
            return 2.2 - (0.1 if self.headline is None else 0.3) * (self.top - index)
        if index > self.last:
            return 1.0 - 0.2 * (index - self.last)
        return 0.8 - 0.2 * (index - self.first) if self.states[index] == "inset" else -3.0


def locate_story(
    units: Sequence[Unit],
    shapes: Sequence[Shape],
    states: Sequence[str],
    weights: Weights,
    known: Set[str] = frozenset(),
    gloss: Gloss = ENGLISH,
) -> Labelled:
    """Where headline and body stand; what stands between them gets the state ``meta``."""
    states = list(states)
    body = [index for index, state in enumerate(states) if state == "body"]
    for index in _above_text(units, shapes, body):
        states[index] = "before"
    for index in _below_text(units, shapes, body):
        states[index] = "after"
    for index in _go_on_counting(units, states, known):
        states[index] = "body"
    return place_story(units, shapes, states, weights, known, gloss)


def place_story(
    units: Sequence[Unit],
    shapes: Sequence[Shape],
    states: Sequence[str],
    weights: Weights,
    known: Set[str] = frozenset(),
    gloss: Gloss = ENGLISH,
    *,
    heading: int | None = None,
) -> Labelled:
    """As :func:`locate_story`, where it is settled which units the body is, and perhaps which is the headline."""
    states = list(states)
    _leave_out_interruptions(units, shapes, states)
    body = [index for index, state in enumerate(states) if state == "body"]
    if not body:
        return Labelled(units, shapes, states, None, len(units), -1, known, gloss)
    first, last = body[0], body[-1]
    if heading is not None and heading <= first and body != [heading]:
        headline: int | None = heading
    else:
        headline = find_headline(units, shapes, first, last, weights.headline)
    if headline is not None:
        body = [index for index in body if index > headline]
        states[: headline + 1] = ["before"] * headline + ["headline"]
        first = body[0]
        states[headline + 1 : first] = ["meta"] * (first - headline - 1)
    return Labelled(units, shapes, states, headline, first, last, known, gloss)


_OPENING_UNITS = 8
"""Units of the body among which its true start is looked for."""
_PROSE_ABOVE = 2
"""Sentences that may stand above it."""
_LONGEST_OPENING = 60
"""Words of a caption that may be taken for the text's start."""
_OPENING_SHARE = 0.35
"""Share of the body's words that may turn out to stand above it."""


def _above_text(units: Sequence[Unit], shapes: Sequence[Shape], body: Sequence[int]) -> Sequence[int]:
    """What was taken for the start of the body but stands above the byline, the date or the dateline of the story.

    It is the headline itself, a standfirst or a picture's caption, and hardly prose.
    """
    whole = sum([shapes[index].words for index in body])
    if len(body) < 3:
        return ()
    start = body[0]
    head = body[:_OPENING_UNITS]
    above: list[int] = [start] if _announces(units[start], shapes[start]) else []
    prose = int(shapes[start].sentence)
    for number, index in enumerate(head[1:], 1):
        announces = _announces(units[index], shapes[index])
        opened = not announces and split_dateline(units[index].text) is not None
        if opened or any(_announces(units[at], shapes[at]) for at in range(body[number - 1] + 1, index)):
            above = list(body[:number])
        if announces:
            above = list(body[: number + 1])
        prose += shapes[index].sentence
        if prose > _PROSE_ABOVE:
            break
    if not above and shapes[start].words >= 6 and units[start].text in units[body[1]].text:
        above = [start]
    if not above and shapes[start].words <= _LONGEST_OPENING and is_surely_caption(units[start].text):
        above = [start]
    if split_dateline(units[start].text) is not None:
        above = []
    return above if sum([shapes[index].words for index in above]) <= _OPENING_SHARE * whole else ()


def _below_text(units: Sequence[Unit], shapes: Sequence[Shape], body: Sequence[int]) -> Sequence[int]:
    """What was taken for the end of the body but stands below it.

    A story is closed by the line that says who reported, and before any note on who wrote it.
    """
    if not body:
        return ()
    above = 0
    whole = sum([shapes[index].words for index in body])
    for index in range(body[0], body[-1]):
        above += shapes[index].words
        if len(units[index].text) < _LONGEST_CREDITS and above > 0.5 * whole and _REPORTING.match(units[index].text):
            return [after for after in body if after > index]
    end = len(body)
    while end > 1 and read_biography(units[body[end - 1]].text):
        end -= 1
    return body[end:]


def _leave_out_interruptions(units: Sequence[Unit], shapes: Sequence[Shape], states: list[str]) -> None:
    """Take what is never a story's out of its text, unless nothing else is in it."""
    body = [index for index, state in enumerate(states) if state == "body"]
    found = frozenset(find_interruptions(units, shapes, body))
    text = [index for index in body if index not in found]
    if text:
        for index in found:
            states[index] = "before" if index < text[0] else "after" if index > text[-1] else "inset"


def _go_on_counting(units: Sequence[Unit], states: Sequence[str], known: Set[str]) -> list[int]:
    """Lines within the story, not taken for its text, with a number next to that of a line which is.

    A story's headings that are numbered are all its own, those too that read like an advertisement's.
    """
    counted = [
        (index, int(found[1]))
        for index, state in enumerate(states)
        if state in _WITHIN and (found := _NUMBERED.match(units[index].text)) and units[index].text not in known
    ]
    going_on: list[int] = []
    for row in (counted, [(index, -number) for index, number in reversed(counted)]):
        last = None
        for index, number in row:
            if states[index] == "body" or (last is not None and number == last + 1):
                last = number
                if states[index] != "body":
                    going_on.append(index)
    return going_on


_WITHIN = frozenset({"body", "inset"})
_NUMBERED = re.compile(r"(\d{1,2})[.):]\s+(?=\S)")
_LONGEST_CREDITS = 200
"""Characters of a line that says who reported."""


def _announces(unit: Unit, shape: Shape) -> bool:
    """Whether a line is a byline or a date as stories have them, and not the signature of a post that one quotes."""
    return shape.kind == "meta" and not unit.text.startswith(("—", "–", "-")) and "(@" not in unit.text


def read_story(page: Labelled) -> Story:
    """Everything that the page says of its story beside the body's text."""
    story = Story(headline=page.headline)
    _read_date(page, story)
    _read_byline(page, story)
    _read_helpers(page, story)
    _read_captions(page, story)
    _read_standfirst(page, story)
    _read_body_edges(page, story)
    return story


def _read_date(page: Labelled, story: Story) -> None:
    best: tuple[int, StatedDate] | None = None
    most = -inf
    for index in page.vicinity():
        text = page.units[index].text
        if page.states[index] == "body" or not may_hold_date(text):
            continue
        near = page.nearness(index)
        if near < _DATE_NEAR:
            continue
        for number, stated in enumerate(find_dates(text[:LOOKED_AT])):
            label = stated.label
            if label is Label.NONE and number == 0 and stated.start < 12 and index:
                label = _label_above(page.units[index - 1].text)
            score = near + _BY_LABEL[label]
            if score + _BEST_COMPANY > most and (score := score + _by_company(text, stated)) > most:
                best, most = (index, stated), score
    if best is None or most < _DATE_LEAST:
        return
    index, stated = best
    if len(stated.days) > 1:
        stated = _settle_day(page, stated)
    story.dates = (stated,)
    text = page.units[index].text[:LOOKED_AT]
    whole = _count_words_beside(text, stated) == 0
    start, end = (0, len(text)) if whole else (stated.start, stated.end)
    story.find(index, start, end, Verdict.DATE_LINE, "states the day of publication")


_DATE_LEAST = 1.5
_DATE_NEAR = -1.5
"""A date further from its story than this cannot be its date, whatever is said of it."""
_BY_LABEL = {Label.PUBLISHED: 2.0, Label.NONE: 0.0, Label.UPDATED: -4.0, Label.OTHER: -6.0}


_BEST_COMPANY = 0.5


def _label_above(text: str) -> Label:
    """What the line above says of a date that opens a line."""
    if _DATE_LABEL.fullmatch(text):
        return Label.PUBLISHED
    return Label.UPDATED if _UPDATE_LABEL.fullmatch(text) else Label.NONE


def _by_company(text: str, stated: StatedDate) -> float:
    """A date of publication stands nearly by itself; one among many words is likelier to be told of."""
    beside = _count_words_beside(text, stated)
    return _BEST_COMPANY if beside <= 6 else -0.5 if beside <= 12 else -2.0


def _count_words_beside(text: str, stated: StatedDate) -> int:
    rest = _TIME_WORDS.sub(" ", text[: stated.start] + " " + text[stated.end :])
    return len(_LONGER_WORDS.findall(rest))


def _settle_day(page: Labelled, stated: StatedDate) -> StatedDate:
    """Whichever of two days another date on the page, which can be read one way only, is too."""
    others = {
        other.days[0] for unit in page.units for other in find_dates(unit.text[:LOOKED_AT]) if len(other.days) == 1
    }
    if page.gloss is not ENGLISH:  # only in English do some write the month first
        others = {stated.day_first}
    days = tuple(day for day in stated.days if day in others)
    return replace(stated, days=days) if len(days) == 1 else stated


def _read_byline(page: Labelled, story: Story) -> None:
    best: tuple[float, int, tuple[str, int, int]] | None = None
    texts = [unit.text for unit in page.units]
    for index in page.vicinity():
        text = texts[index]
        if page.states[index] in _TEXT or page.shapes[index].words > 60:
            continue
        near = page.nearness(index)
        if near < -2:
            continue
        below = index > page.last
        least = _BYLINE_LEAST if best is None else max(_BYLINE_LEAST, best[0])
        named, score = (read_biography(text) if below else None), _BY_BIOGRAPHY
        if named is None:
            may_be = may_be_byline(page.shapes[index])
            named, score = read_byline(text, page.gloss.by) if may_be else None, 3.0
        if named is None:
            announced = index and _BYLINE_LABEL.fullmatch(texts[index - 1])
            score = 3.0 if announced else 1.2
            if score + near + _BEST_SUPPORT < least:
                continue
            named = read_bare_names(text)
        if named is None or (page.shapes[index].words > 30 and not below):
            continue
        if below and score == _BY_BIOGRAPHY:
            near = max(near, 0.0)  # notes on authors stand below all that belongs to a story
        if score + near + _BEST_SUPPORT < least:
            continue
        score += near + _support(page, texts, index, named[0])
        if best is None or score > best[0]:
            best = (score, index, named)
    if best is not None and best[0] >= _BYLINE_LEAST:
        _, index, (names, start, end) = best
        story.byline = names
        story.find(index, start, end, Verdict.BYLINE, "names the author")


def _read_helpers(page: Labelled, story: Story) -> None:
    """The lines at a story's end that say who else worked on it."""
    for index in range(max(page.first + 1, page.last + 1 - _AT_FOOT), min(page.last + 4, len(page.units))):
        text = page.units[index].text
        if index in story.finds or len(text) >= _LONGEST_CREDITS or page.states[index] == "headline":
            continue
        if _CREDITS.search(text):
            story.find(index, 0, len(text), Verdict.BYLINE, "names who else reported")
            if index >= page.last and _HELPERS.match(text):
                story.byline = story.byline or text


_BYLINE_LEAST = 3.6
_BY_BIOGRAPHY = 4.0
_BEST_SUPPORT = 2.7
"""More than :func:`_support` ever gives."""
_AT_FOOT = 3
"""Units at the end of a story, some of which may be about its author."""
_TEXT = frozenset({"body", "headline"})


def _support(page: Labelled, texts: Sequence[str], index: int, names: str) -> float:
    """What else on the page speaks for these words being the author's name, or against it."""
    first = re.split(r",|\band\b|&|;|/", names)[0].strip()
    if len(first) < 4:
        return 0.0
    found = 0.0
    beside = [texts[at] for at in (index - 1, index, index + 1) if 0 <= at < len(texts) and at != page.headline]
    if any(len(text) < 160 and _tells_time(text) for text in beside):
        found += 0.8
    repeated = False
    for at, text in enumerate(texts):
        if at == index or first not in text:
            continue
        if text.startswith(first) and _BIOGRAPHY.match(text, len(first)) and at > page.last - _AT_FOOT:
            return found + 1.8
        if page.states[at] in _TEXT and not (at > page.last - _AT_FOOT and read_biography(text)):
            return found - 2.0  # whom a story is about did not write it
        repeated = repeated or text.startswith(first)
    return found + (0.6 if repeated else 0.0)


def _tells_time(text: str) -> bool:
    return bool(find_dates(text)) or _AGO.search(text) is not None


def _read_captions(page: Labelled, story: Story) -> None:
    for index, shape in enumerate(page.shapes):
        if shape.words < _SHORTEST_CAPTION or page.states[index] not in _CAPTIONED:
            continue
        text = page.units[index].text
        if index in story.finds or len(text) > _LONGEST_CAPTION or not _may_be_caption(page, index):
            continue
        parts = split_credit(text)
        if shape.words < 8 and parts is None:
            continue
        words, credit, cut = parts or (text, None, len(text))
        if any(said.text.startswith(words[:_SAME]) or words.startswith(said.text[:_SAME]) for said in story.captions):
            continue  # the alternative text of a picture repeats its caption
        story.find(index, 0, cut, Verdict.CAPTION, "says what a picture shows")
        if credit:
            story.find(index, cut, len(text), Verdict.CREDIT, "says who made the picture")
        elif index + 1 < len(page.units) and page.states[index + 1] != "body" and is_credit(page.units[index + 1].text):
            below = page.units[index + 1].text
            credit = clean_credit(below)
            story.find(index + 1, 0, len(below), Verdict.CREDIT, "says who made the picture")
        story.captions.append(Caption(text=words, credit=credit or None))


_LONGEST_CAPTION = 900
"""Characters."""
_SHORTEST_CAPTION = 5
"""Words."""
_CAPTIONED = frozenset({"meta", "inset", "end"})
"""The states of lines that may be captions."""
_SAME = 50
"""Characters at the start of a caption by which it is known again."""


def _may_be_caption(page: Labelled, index: int) -> bool:
    text, shape, state = page.units[index].text, page.shapes[index], page.states[index]
    if is_credit(text) or text in page.known:
        return False
    if state == "meta":
        below = any(page.shapes[at].kind == "meta" for at in range(index + 1, page.first))
        above = any(page.shapes[at].kind == "meta" for at in range(page.top + 1, index))
        # Between byline and text a sentence is a picture's; between headline and byline, it sums the story up.
        if above and not below and shape.sentence and shape.words <= 40:
            return not _is_pitch(shape)
        if below and not above and split_credit(text) is None and "(" not in text:
            return False
    return looks_like_caption(text) and not (state == "end" and shape.words < 8)


def _is_pitch(shape: Shape) -> bool:
    return any(name.startswith(_PITCHES) for name in shape.features)


def _read_standfirst(page: Labelled, story: Story) -> None:
    if page.headline is None:
        return
    headline = page.units[page.headline].text
    for index in range(page.headline + 1, min(page.first, page.headline + 7)):
        shape, text = page.shapes[index], page.units[index].text
        if index in story.finds or not 6 <= shape.words <= 70 or _is_pitch(shape):
            continue
        if shape.kind == "meta" or is_credit(text) or text == headline or "|" in text:
            continue
        if any(said.text.startswith(text[:_SAME]) for said in story.captions):
            continue
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
