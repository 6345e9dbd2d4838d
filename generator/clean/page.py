"""Cleaning one page."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.clean.comments import find_comments, holds_comments_only
from generator.clean.features import Shape, look_at_all
from generator.clean.furniture import NOTHING_KNOWN, KnownFurniture
from generator.clean.gloss import ENGLISH, Gloss, find_gloss
from generator.clean.known import apply_given
from generator.clean.labels import Weights, label_page, learnt_weights, score_places
from generator.clean.lines import Unit, gather_units, split_lines
from generator.clean.markdown import compose_body, one_line
from generator.clean.outlets import NO_OUTLETS, Outlets
from generator.clean.passages import Span, fill_spans, lay_passages
from generator.clean.places import describe_units, find_dull, find_main_run, measure_worth
from generator.clean.reasons import explain_furniture
from generator.clean.stated import apply_stated, find_statements
from generator.clean.story import Labelled, Story, locate_story, place_story, read_story
from generator.clean.structure import resume_story, weigh_layout
from generator.clean.taught import keep, leave_out, put_back
from generator.model.article import Article
from generator.model.cleaning import BODY_VERDICTS, CleaningRecord, Verdict
from generator.model.dating import UNDATED, parse_dating
from generator.model.raw import RawPage

CLEANER = 12
"""The version of the rules and weights; raise it when a page may be judged otherwise than before."""

_BULLET = re.compile(r"^[•·▪◦‣*–—-]\s+(?=\S)")
_SPEECH = ("– ", "— ")
"""How a line begins that quotes somebody, in many languages but English."""
_TELLING = 8
"""Words from which a line that stands on other pages too is surely furniture; a shorter one may be told twice."""
_REPEATED = 4.0
"""What such a line loses of its score. It is not learnt: the development set has few pages of one outlet."""
_APPEALS = frozenset({"phrase join@s", "phrase join@m"})
"""Features of a short line that asks readers to sign up. It is never the story's: on short pages little else speaks
against it, and its place in a page's tree may speak for it."""
_LISTS = frozenset({"phrase list@s", "phrase list@m"})
"""The same of one that asks them onto a mailing list, of which no other word need speak."""
_LEADS = frozenset({"phrase more@s", "related2@s", "related3@s"})
"""Features of a short line that leads to other stories: "Read also", "Related stories"; not "Most versatile"."""
_OF_TEASERS = frozenset({"label", "phrase", "heading"})
"""The kinds of lines that headlines of other stories are."""
_TEASERS = 6
"""How many of them stand together, at most."""
_STAND_IN = 12
"""Words of the body that stand in for a headline where the page prints none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """What cleaning made of a page."""

    article: Article
    paragraphs: tuple[str, ...]
    """The body as plain text: paragraphs, cross-heads and list items in order."""
    record: CleaningRecord


def clean_page(
    page: RawPage,
    *,
    outlets: Outlets = NO_OUTLETS,
    known: KnownFurniture = NOTHING_KNOWN,
    weights: Weights | None = None,
    structure: Mapping[str, float] | None = None,
) -> Cleaned:
    """The story on a page, and the record of what was kept and removed.

    A page without a headline gets the first words of its body for a title, or else its own name; its record then has
    no passage with the verdict ``HEADLINE``. ``weights`` are what lines are judged by, ``structure`` what their places
    in a tree are judged by; None for those delivered.
    """
    lines = split_lines(page.text)
    all_units = gather_units(lines)
    units = leave_out(all_units, known.removed)
    gloss = find_gloss(page.text)
    shapes = look_at_all([unit.text for unit in units], gloss)
    labelled = keep(_label(page, units, shapes, gloss, known, weights or learnt_weights(), structure), known.kept)
    story = read_story(labelled)
    if page.layout is not None:
        find_statements(labelled, story, page.stated)
    spans = _judge_units(labelled, story, known)
    passages = tuple(lay_passages(lines, all_units, put_back(all_units, known.removed, spans)))
    sha256 = hashlib.sha256(page.data).hexdigest()
    source = outlets.recognise(passages, story.dateline.agency if story.dateline else None)
    parts = _gather_parts(labelled, spans)
    article, findings = apply_stated(_compose_article(page, labelled, story, parts, source, sha256), page, story)
    record = CleaningRecord(
        name=page.name,
        sha256=sha256,
        encoding=page.encoding,
        cleaner=CLEANER,
        passages=passages,
        findings=findings,
    )
    return Cleaned(
        article=apply_given(article, page, outlets),
        paragraphs=tuple(words for _, words in parts if words),
        record=record,
    )


def _label(
    page: RawPage,
    units: list[Unit],
    shapes: list[Shape],
    gloss: Gloss,
    known: KnownFurniture,
    weights: Weights,
    structure: Mapping[str, float] | None,
) -> Labelled:
    """Which units are the story's text, and which is its headline."""
    if holds_comments_only(shapes):
        return locate_story(units, shapes, ["before"] * len(units), weights, known.lines, gloss)
    scores = score_text(units, shapes, known, weights)
    scores.leave_out(find_comments(units, shapes))
    states = scores.label(weights)
    if page.layout is None:
        return locate_story(units, shapes, states, weights, known.lines, gloss)
    placed = weigh_layout(page, page.layout, units, scores.body, states, structure)
    body = [score + more for score, more in zip(scores.body, placed.more, strict=True)]
    found = label_page(body, scores.end, weights.moves, placed.mass, sum(placed.mass))
    states = resume_story(found if "body" in found else states, placed.paragraphs, body, shapes)
    return place_story(units, shapes, states, weights, known.lines, gloss, heading=placed.heading)


_NEVER = -25.0
"""A score far below all others."""


@dataclass(frozen=True, slots=True)
class TextScores:
    """What a page's lines by themselves say, for each unit."""

    body: list[float]
    end: list[float]
    worth: list[float]
    run: float
    """What the richest run of units adds up to."""

    def leave_out(self, start: int) -> None:
        """Nothing from a unit on is the story's."""
        for index in range(start, len(self.body)):
            self.body[index] = min(self.body[index], _NEVER)
            self.worth[index] = min(self.worth[index], 0.0)

    def label(self, weights: Weights) -> list[str]:
        """The best labelling by them."""
        return label_page(self.body, self.end, weights.moves, self.worth, self.run)


def score_text(units: list[Unit], shapes: list[Shape], known: KnownFurniture, weights: Weights) -> TextScores:
    """The scores that the words of a page's lines give them."""
    by_shape = [weights.shapes[shape.features] for shape in shapes]
    qualities = [prose for prose, _ in by_shape]
    worth, dull = measure_worth(shapes, qualities), find_dull(qualities)
    first, last = main_run = find_main_run(worth)
    places = describe_units(units, shapes, qualities, main_run, known.lines, dull)
    body, end = score_places(weights, by_shape, places, dull)
    for index, shape in enumerate(shapes):
        if shape.words >= _TELLING and known.lines and units[index].text in known.lines:
            body[index] -= _REPEATED
        elif shape.words <= _TELLING and _is_appeal(shape):
            body[index] = _NEVER
    for index in _find_teasers(units, shapes):
        body[index] = _NEVER
    return TextScores(body, end, worth, sum(value for value in worth[first : last + 1] if value > 0))


def _is_appeal(shape: Shape) -> bool:
    """Whether a short line asks readers to sign up for something."""
    if "signup" in shape.topics and not _APPEALS.isdisjoint(shape.features):
        return True
    return "mailing" in shape.content and not _LISTS.isdisjoint(shape.features)


def _find_teasers(units: Sequence[Unit], shapes: Sequence[Shape]) -> Iterator[int]:
    """Short lines below one that leads to other stories: their headlines, wherever on the page they stand.

    Where the first follows without a blank line, all do.
    """
    left, close = 0, False
    for index, (unit, shape) in enumerate(zip(units, shapes, strict=True)):
        if shape.heading == "related" and not _LEADS.isdisjoint(shape.features):
            left = _TEASERS
        elif left and shape.kind in _OF_TEASERS and not (close and unit.gap):
            close = close if left < _TEASERS else not unit.gap
            yield index
            left -= 1
        else:
            left, close = 0, False


def _judge_units(page: Labelled, story: Story, known: KnownFurniture) -> list[list[Span]]:
    """For each unit the spans that cover it."""
    finds, lines = story.finds, known.lines
    spans: list[list[Span]] = []
    for index, (unit, shape, state) in enumerate(zip(page.units, page.shapes, page.states, strict=True)):
        text = unit.text
        if shape.kind == "none":
            verdict, reason = Verdict.BLANK, "no words"
        elif state == "body":
            verdict, reason = _judge_text(page, index)
        elif state == "headline":
            verdict, reason = Verdict.HEADLINE, "the headline"
        else:
            verdict, reason = Verdict.FURNITURE, explain_furniture(shape, state, text in lines)
        whole = index not in finds
        spans.append(
            [Span(0, len(text), verdict, reason)] if whole else fill_spans(text, finds[index], verdict, reason)
        )
    return spans


def _judge_text(page: Labelled, index: int) -> tuple[Verdict, str]:
    """What a unit of the story's text is."""
    text = page.units[index].text
    if _BULLET.match(text) and (page.gloss is ENGLISH or not text.startswith(_SPEECH)):
        return Verdict.LIST_ITEM, "an item of a list in the story"
    if _is_crosshead(page, index):
        return Verdict.CROSSHEAD, "a heading between paragraphs"
    return Verdict.BODY, "the story's text"


def _is_crosshead(page: Labelled, index: int) -> bool:
    """Whether a short line without a full stop stands alone above a longer paragraph of the body."""
    text, shape = page.units[index].text, page.shapes[index]
    if shape.words > 14 or len(text) > 110 or text[0] in "\"“‘'(" or text[0].islower() or text[-1] in ".!:;,…”\"'’)":
        return False
    if index + 1 >= len(page.units) or page.states[index + 1] not in ("body", "inset"):
        return False
    if index == page.first or page.last == index:
        return False
    following = next((at for at in range(index + 1, page.last + 1) if page.states[at] == "body"), index)
    return page.shapes[following].words >= 12 and page.shapes[following].words > shape.words


def _gather_parts(labelled: Labelled, spans: Sequence[Sequence[Span]]) -> list[tuple[Verdict, str]]:
    """The paragraphs, cross-heads and list items of the body, in order, each on one line."""
    parts: list[tuple[Verdict, str]] = []
    for unit, state, covering in zip(labelled.units, labelled.states, spans, strict=True):
        for span in covering if state == "body" else ():
            if span.verdict in BODY_VERDICTS:
                words = unit.text[span.start : span.end]
                if span.verdict is Verdict.LIST_ITEM:
                    words = _BULLET.sub("", words, count=1)
                parts.append((span.verdict, one_line(words)))
    return parts


def _compose_article(
    page: RawPage,
    labelled: Labelled,
    story: Story,
    parts: Sequence[tuple[Verdict, str]],
    source: str | None,
    sha256: str,
) -> Article:
    return Article(
        title=_title(page, labelled, story, parts),
        body=compose_body(parts),
        standfirst=story.standfirst and one_line(story.standfirst),
        published=parse_dating(story.dates[0].edtf) if story.dates else UNDATED,
        source=source,
        byline=story.byline and one_line(story.byline),
        dateline=story.dateline,
        captions=tuple(story.captions),
        original_sha256=sha256,
        language=labelled.gloss.language,
    )


def _title(page: RawPage, labelled: Labelled, story: Story, parts: Sequence[tuple[Verdict, str]]) -> str:
    if story.headline is not None:
        return one_line(_BULLET.sub("", labelled.units[story.headline].text, count=1))
    words = parts[0][1].split() if parts else []
    if not words:
        return page.name
    return " ".join(words[:_STAND_IN]) + ("…" if len(words) > _STAND_IN else "")
