"""Runs of capitalised words, and the stretches of them that may be a person's name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.enrich import words as known
from generator.enrich.lexicon import classes_of
from generator.enrich.mentions import CAPITAL, Kind, Word, kind_of
from generator.enrich.words import fold

SHORTENED = known.word_set(
    """
Mr Mrs Ms Dr Gen Lt Col Sgt Capt Prof Sen Rep Gov Rev Hon Maj Adm Cmdr Brig St Ste Jr Sr Sens Reps Fr Jan Feb Aug Sept
Oct Nov Dec Mt Ft
    """
)
_LETTER = r"[^\W\d_]"
_GAP = r"(?:[ \u00a0]{1,2})"
# Looked at only behind a full stop, each length by itself, because lengths behind are fixed.
_STOP = r"\.(?:{})".format(
    "|".join(
        rf"(?<=\b(?:{'|'.join(sorted(word for word in SHORTENED if len(word) == length))})\.)" for length in (2, 3, 4)
    )
)
_PREFIXED = r"(?:(?:[aAeE]l|[aA]sh|[aA][snrtzd]|[dDlL])[-'’])?"
_WORD = rf"{_PREFIXED}[{CAPITAL}]{_LETTER}*(?:[-'’](?!s\b){_LETTER}+)*"
_TOKEN = rf"(?:(?:[{CAPITAL}]\.-?)+(?![a-z])|{_WORD}(?:{_STOP})?)"
_PARTICLE = rf"(?:{'|'.join(sorted(known.PARTICLES, key=len, reverse=True))})\b"
_RUN = re.compile(rf"{_TOKEN}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,3}}{_TOKEN})*")
# Begins with a set of letters and looks behind only then, which lets the engine skip quickly over all other text.
_FIRST = re.compile(
    rf"[{CAPITAL}](?<![\w@#/].)(?:(?<!\w[-'’].)|(?<=\W[ae][lsnrtzd]-.)|(?<=\Wash-.)|(?<=\W[dl]['’].)"
    r"|(?<=\Wpro-.)|(?<=\Wanti-.))"
)
_ARTICLE = re.compile(r"(?:[ae][lsnrtzd]|ash)-$|[dl]['’]$")
_LEADING = tuple(f" {particle} " for particle in ("de", "de la", "van der", "von der", *sorted(known.STRONG_PARTICLES)))
_PART = re.compile(rf"{_TOKEN}|{_LETTER}+")
_JOINTS = frozenset("-'’")

# A line that was broken for an editor's sake, not because a paragraph or a heading ends.
_SOFT_BREAK = re.compile(r"\n(?<=[\w,’'-]\n)(?=\w)")

_LONGEST_NAME = 5
"""In words."""

_LONGEST_RUN = 24
"""In words; longer ones, such as lists without commas, are cut, so that time stays linear."""

_OF_NAMES = frozenset({Kind.GIVEN, Kind.WEAK, Kind.NAME})


class Run(NamedTuple):
    """Capitalised words side by side, with the particles between them."""

    words: list[Word]
    heading: bool
    """Whether they stand in a line where every word is capitalised."""


def find_runs(text: str) -> Iterator[Run]:
    """All runs that may hold names, in order; `text` comes from :func:`join_lines`."""
    headings = _headings(text)
    end = 0
    while found := _FIRST.search(text, end):
        start = found.start()
        if text[start - 1 : start] in _JOINTS and (article := _ARTICLE.search(text, max(end, start - 4), start)):
            start = article.start()
        run = _RUN.match(text, start)
        if run is None:
            end = found.end()
            continue
        end = run.end()
        # Most runs are a single word, and most of those no part of a name.
        if " " in run[0] or _may_stand_alone(run[0]):
            heading = bool(headings) and any(first <= start < last for first, last in headings)
            words = _words(text, start, end)
            if len(words) > 1 and words[-1].text == "V.":
                # "King Harald V." ends a sentence with a number, not with an initial.
                words[-1] = Word("V", words[-1].start, words[-1].end - 1)
            for at in range(0, len(words), _LONGEST_RUN):
                yield Run(words[at : at + _LONGEST_RUN], heading)


def spans_of(run: Run) -> Iterator[tuple[int, int]]:
    """Every stretch of a run that may be a name: the place of its first word, and of the word after its last."""
    words = run.words
    count = len(words)
    for first in range(count):
        text = words[first].text
        if not _may_begin(text):
            continue
        if _may_stand_alone(text) and (
            run.heading
            or not (
                (first and _is_of_name(words[first - 1].text))
                or (first + 1 < count and _is_of_name(words[first + 1].text))
            )
        ):
            yield first, first + 1
        for end in range(first + 2, min(count, first + _LONGEST_NAME) + 1):
            if _may_end(words[end - 1].text):
                yield first, end


@lru_cache(maxsize=65536)
def _is_of_name(word: str) -> bool:
    """Whether a word beside another makes it a part of a longer name: nobody is called only Sergei in Sergei Lavrov."""
    return kind_of(word) in _BESIDE


_BESIDE = _OF_NAMES | {Kind.INITIAL, Kind.PARTICLE}


@lru_cache(maxsize=65536)
def _may_stand_alone(word: str) -> bool:
    kind = kind_of(word)
    if kind in _OF_NAMES:
        return True
    folded = fold(word)
    if kind in {Kind.INITIAL, Kind.PARTICLE, Kind.SUFFIX, Kind.HONORIFIC}:
        return False
    if folded in known.ORDINARY and folded not in known.ALSO_SURNAMES:
        return False
    if word.isupper():
        return len(word) > 3 and folded not in known.OTHERS
    return _is_listed_name(word)


@lru_cache(maxsize=65536)
def _may_begin(word: str) -> bool:
    kind = kind_of(word)
    if kind in {Kind.SUFFIX, Kind.HONORIFIC}:
        return False
    return kind in _OF_NAMES or kind in {Kind.INITIAL, Kind.PARTICLE} or word.isupper() or _is_listed_name(word)


@lru_cache(maxsize=65536)
def _may_end(word: str) -> bool:
    kind = kind_of(word)
    if kind is Kind.HONORIFIC or word.islower():
        return False
    return kind in _OF_NAMES or kind in {Kind.INITIAL, Kind.SUFFIX} or word.isupper() or _is_listed_name(word)


def _is_listed_name(word: str) -> bool:
    return classes_of(word)[:2] != "00"


def _words(text: str, start: int, end: int) -> list[Word]:
    """The words of a run, and the particles before it."""
    start = _with_particles(text, start)
    run = text[start:end]
    if " " not in run:
        return [Word(run, start, end)]
    return [Word(part[0], part.start(), part.end()) for part in _PART.finditer(text, start, end)]


def split_words(name: str, start: int) -> list[Word]:
    """The words of a name that stands at `start` in a text."""
    return [Word(part[0], start + part.start(), start + part.end()) for part in _PART.finditer(name)]


def _with_particles(text: str, start: int) -> int:
    """Where a name begins whose first capital stands at `start`: de Blasio, von der Leyen."""
    if not text.endswith(_LEADING, max(0, start - 9), start):
        return start
    longest = max(len(particles) for particles in _LEADING if text.endswith(particles, 0, start))
    return start - longest + 1


def join_lines(masked: str) -> str:
    """Turns the line breaks inside hard-wrapped paragraphs into spaces, so that a name may cross one."""

    def space_if_wrapped(found: re.Match[str]) -> str:
        length = found.start() - (masked.rfind("\n", 0, found.start()) + 1)
        return " " if 60 <= length <= 100 else "\n"

    return _SOFT_BREAK.sub(space_if_wrapped, masked)


def _headings(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that are printed In Title Case or in capitals."""
    spans = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        stripped = line.rstrip()
        if stripped and len(stripped) < 200 and (stripped[-1] not in '.!"”:;,' or line.startswith("#")):
            long_words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
            capitalised = sum(not word[0].islower() for word in long_words)
            if len(long_words) >= 4 and capitalised >= 0.8 * len(long_words):
                spans.append((start, end))
        start = end + 1
    return spans
