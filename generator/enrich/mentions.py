"""Runs of capitalised words that may name a person, each with what its surroundings say for and against."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum, auto
from functools import lru_cache
from typing import NamedTuple

from generator.enrich import words as known
from generator.enrich.given_names import GIVEN
from generator.enrich.words import fold

_CAPITAL = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(code) for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
_LETTER = r"[^\W\d_]"
_GAP = r"(?:[ \u00a0]{1,2})"
_SHORTENED = known.word_set(
    """
Mr Mrs Ms Dr Gen Lt Col Sgt Capt Prof Sen Rep Gov Rev Hon Maj Adm Cmdr Brig St Ste Jr Sr Sens Reps Fr Jan Feb Aug Sept
Oct Nov Dec Mt Ft
    """
)
# Looked at only behind a full stop, each length by itself, because lengths behind are fixed.
_STOP = r"\.(?:{})".format(
    "|".join(
        rf"(?<=\b(?:{'|'.join(sorted(word for word in _SHORTENED if len(word) == length))})\.)" for length in (2, 3, 4)
    )
)
_PREFIXED = r"(?:(?:[aAeE]l|[aA]sh|[aA][snrtzd]|[dDlL])[-'’])?"
_WORD = rf"{_PREFIXED}[{_CAPITAL}]{_LETTER}*(?:[-'’](?!s\b){_LETTER}+)*"
_TOKEN = rf"(?:(?:[{_CAPITAL}]\.-?)+(?![a-z])|{_WORD}(?:{_STOP})?)"
_PARTICLE = rf"(?:{'|'.join(sorted(known.PARTICLES, key=len, reverse=True))})\b"
_RUN = re.compile(rf"{_TOKEN}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,3}}{_TOKEN})*")
# Begins with a set of letters and looks behind only then, which lets the engine skip quickly over all other text.
_FIRST = re.compile(rf"[{_CAPITAL}](?<![\w@#/].)(?:(?<!\w[-'’].)|(?<=\W[ae][lsnrtzd]-.)|(?<=\Wash-.)|(?<=\W[dl]['’].))")
_ARTICLE = re.compile(r"(?:[ae][lsnrtzd]|ash)-$|[dl]['’]$")
_LEADING = tuple(f" {particle} " for particle in ("de", "de la", "van der", "von der", *sorted(known.STRONG_PARTICLES)))
_PART = re.compile(rf"{_TOKEN}|{_LETTER}+")

# A line that was broken for an editor's sake, not because a paragraph or a heading ends.
_SOFT_BREAK = re.compile(r"\n(?<=[\w,’'-]\n)(?=\w)")

_INITIALS = re.compile(rf"(?:[{_CAPITAL}]\.-?)+")
_NUMERAL = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})\.?")
_HYPHENATED_GIVEN = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")


class Kind(IntEnum):
    """What a capitalised word is when nothing but the word is known."""

    GIVEN = auto()
    WEAK = auto()
    """A given name that is as often something else."""
    NAME = auto()
    """Unknown, and so perhaps a surname."""
    INITIAL = auto()
    PARTICLE = auto()
    SUFFIX = auto()
    """Jr, Sr, or a regnal number."""
    HONORIFIC = auto()
    OFFICE = auto()
    MODIFIER = auto()
    """Belongs to an office that follows."""
    THING = auto()
    """Ends the name of a thing."""
    PREFIX = auto()
    """Begins the name of a place or a thing."""
    OTHER = auto()


_OF_NAMES = frozenset({Kind.GIVEN, Kind.WEAK, Kind.NAME, Kind.INITIAL, Kind.PARTICLE, Kind.SUFFIX})
_UNSURE = frozenset({Kind.WEAK, Kind.NAME})
_TELLING = frozenset({Kind.GIVEN, Kind.WEAK, Kind.NAME})

# Without one of these, or a Korean given name with its hyphen, no run holds a name.
_WORTH_READING = _TELLING | {Kind.HONORIFIC}

_KINDS: tuple[tuple[frozenset[str], Kind], ...] = (
    (known.HONORIFICS, Kind.HONORIFIC),
    (known.WEAK_GIVEN, Kind.WEAK),
    (known.OFFICES, Kind.OFFICE),
    (known.OFFICE_MODIFIERS, Kind.MODIFIER),
    (known.PREFIXES, Kind.PREFIX),
    (known.THINGS, Kind.THING),
    (known.OTHERS | known.ORDINARY, Kind.OTHER),
    (known.PARTICLES, Kind.PARTICLE),
    (GIVEN, Kind.GIVEN),
)


@lru_cache(maxsize=65536)
def kind_of(word: str) -> Kind:
    """What a word of a run is by itself.

    >>> kind_of("Sergei").name, kind_of("Lavrov").name, kind_of("Minister").name, kind_of("NATO").name
    ('GIVEN', 'NAME', 'OFFICE', 'OTHER')
    """
    if word[0].islower() and word.isalpha():
        return Kind.PARTICLE
    folded = fold(word)
    if len(folded) == 1 or _INITIALS.fullmatch(word):
        return Kind.OTHER if folded in known.OTHERS or word in {"I", "A"} else Kind.INITIAL
    if folded in {"jr", "sr"} or _NUMERAL.fullmatch(word):
        return Kind.SUFFIX
    if word.isupper():
        return Kind.INITIAL if word in known.DOUBLE_INITIALS else Kind.OTHER
    if word in {"Jan.", "Dec."}:
        return Kind.OTHER
    for members, kind in _KINDS:
        if folded in members:
            return kind
    return _kind_of_compound(word, folded) if "-" in folded else Kind.NAME


def _kind_of_compound(word: str, folded: str) -> Kind:
    parts = folded.split("-")
    if parts[-1] in known.OFFICES:
        return Kind.OFFICE
    if parts[0] in GIVEN:
        return Kind.GIVEN
    if any(part in known.OTHERS or part in known.ORDINARY or part in known.THINGS for part in parts):
        return Kind.OTHER
    printed = word.split("-")
    if any(part.isupper() and len(part) > 1 for part in printed):
        return Kind.OTHER
    # "Moscow-based" against "Jong-un" and "Al-shabi": what English hyphenates is long.
    return Kind.OTHER if printed[-1].islower() and len(printed[-1]) > 4 else Kind.NAME


def is_east_asian_given(word: str) -> bool:
    """Whether a word is built as Korean and Cantonese given names are written: Geun-hye, Chi-fung."""
    return _HYPHENATED_GIVEN.fullmatch(word) is not None


class Word(NamedTuple):
    """A word of a run. A tuple, because a text has hundreds and they live for a microsecond."""

    text: str
    start: int
    end: int
    kind: Kind


class Mention(NamedTuple):
    """Neighbouring words that may be a person's name, without the offices and honorifics around them."""

    words: tuple[Word, ...]
    start: int
    end: int
    """In characters of the text."""
    key: tuple[str, ...]
    """The words folded and taken apart at hyphens, without particles and suffixes."""
    suffix: str
    """Folded generational suffix or regnal number; empty when there is none."""
    full: bool
    """Whether it has several words, not counting particles and suffix."""
    before: Word | None
    """The word of another kind that stands directly before in the same run; None when there is none."""
    after: Kind | None
    """What stands directly after in the same run; None when nothing does."""
    heading: bool
    """Whether it stands in a line where every word is capitalised, so that capitals say nothing."""

    @property
    def honorific(self) -> str:
        """The folded honorific directly before; empty when there is none."""
        return fold(self.before.text) if self.before and self.before.kind is Kind.HONORIFIC else ""

    def cut(self, first: int, last: int) -> "Mention":
        """The mention of the words from `first` to before `last` alone."""
        return make_mention(
            self.words[first:last],
            self.before if first == 0 else None,
            self.after if last == len(self.words) else None,
            heading=self.heading,
        )


def find_mentions(masked: str) -> Iterator[Mention]:
    """All runs of words that may be names, in order; `masked` comes from :func:`generator.enrich.prose.mask`."""
    headings = _headings(masked)
    joined = _join_lines(masked)
    end = 0
    while found := _FIRST.search(joined, end):
        start = found.start()
        if joined[start - 1 : start] in _JOINTS and (article := _ARTICLE.search(joined, max(end, start - 4), start)):
            start = article.start()
        run = _RUN.match(joined, start)
        if run is None:
            end = found.end()
            continue
        end = run.end()
        # Most runs are a single word, and most of those no part of a name.
        if " " not in run[0] and kind_of(run[0]) not in _TELLING:
            continue
        tokens = _tokens(joined, start, end)
        start = tokens[0].start
        opens = tokens[0].kind in _UNSURE and opens_sentence(joined, start)
        if opens and _is_only_opening(tokens[0], joined):
            tokens[0] = tokens[0]._replace(kind=Kind.OTHER)
        heading = bool(headings) and any(first <= start < last for first, last in headings)
        if len(tokens) == 1:
            if tokens[0].kind in _TELLING:
                yield make_mention(tuple(tokens), None, None, heading=heading)
        elif "-" in run[0] or any(token.kind in _WORTH_READING for token in tokens):
            yield from _split_run(tokens, joined, opens=opens, heading=heading)


_JOINTS = frozenset("-'’")


def _tokens(text: str, start: int, end: int) -> list[Word]:
    """The words of a run, and the particles before it."""
    start = _with_particles(text, start)
    run = text[start:end]
    if " " not in run:
        return [Word(run, start, end, kind_of(run))]
    return [Word(part[0], part.start(), part.end(), kind_of(part[0])) for part in _PART.finditer(text, start, end)]


def _with_particles(text: str, start: int) -> int:
    """Where a name begins whose first capital stands at `start`: de Blasio, von der Leyen."""
    if not text.endswith(_LEADING, max(0, start - 9), start):
        return start
    longest = max(len(particles) for particles in _LEADING if text.endswith(particles, 0, start))
    return start - longest + 1


def _join_lines(masked: str) -> str:
    """Turns the line breaks inside hard-wrapped paragraphs into spaces, so that a name may cross one."""

    def space_if_wrapped(found: re.Match[str]) -> str:
        length = found.start() - (masked.rfind("\n", 0, found.start()) + 1)
        return " " if 60 <= length <= 100 else "\n"

    return _SOFT_BREAK.sub(space_if_wrapped, masked)


def _headings(masked: str) -> list[tuple[int, int]]:
    """Spans of the lines that are printed In Title Case or in capitals."""
    spans = []
    start = 0
    for line in masked.split("\n"):
        end = start + len(line)
        stripped = line.rstrip()
        if stripped and len(stripped) < 200 and (stripped[-1] not in '.!"”:;,' or line.startswith("#")):
            long_words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", line) if len(word) > 3]
            capitalised = sum(not word[0].islower() for word in long_words)
            if len(long_words) >= 4 and capitalised >= 0.8 * len(long_words):
                spans.append((start, end))
        start = end + 1
    return spans


def _is_only_opening(word: Word, text: str) -> bool:
    """Whether the first word of a sentence has its capital from there and is no part of a name."""
    folded = fold(word.text)
    if word.kind is Kind.WEAK:
        return folded in known.ORDINARY
    return f" {folded} " in text or (folded.endswith(_ORDINARY_ENDINGS) and folded not in known.SURNAMES)


_ORDINARY_ENDINGS = ("ing", "ly", "ed", "tion", "tions", "ments", "ness")


def opens_sentence(masked: str, start: int) -> bool:
    """Whether nothing but marks stands between the last sentence and this place."""
    at = start - 1
    while at >= 0 and masked[at] in " \u00a0\"“”'‘’([>#-–—":
        at -= 1
    return at < 0 or masked[at] in ".!?:;\n•|…"


def _split_run(tokens: Sequence[Word], masked: str, *, opens: bool, heading: bool) -> Iterator[Mention]:
    """Takes a run apart at the words that belong to no name, and drops what names a thing."""
    words: list[Word] = []
    before: Word | None = None
    swallow = False
    for at, token in enumerate(tokens):
        kind = token.kind
        if kind not in _TELLING:
            kind = _kind_in_run(token, words, before, tokens[at + 1] if at + 1 < len(tokens) else None)
        if kind not in _OF_NAMES:
            if kind is not Kind.THING:
                yield from _close(words, before, kind, opens=opens, heading=heading)
            words, before, opens = [], token, False
            swallow = kind is Kind.PREFIX
        elif swallow and not (kind is Kind.GIVEN and before and fold(before.text) in known.DIRECTIONS):
            swallow, before = False, token._replace(kind=Kind.OTHER)
        else:
            swallow = False
            words.append(token if kind is token.kind else token._replace(kind=kind))
            if masked.startswith(("'s", "’s"), token.end):
                yield from _close(words, before, None, opens=opens, heading=heading)
                words, before, opens = [], None, False
    yield from _close(words, before, None, opens=opens, heading=heading)


def _kind_in_run(token: Word, words: Sequence[Word], before: Word | None, after: Word | None) -> Kind:
    """What a word is once its neighbours in the run are known."""
    folded = fold(token.text)
    if token.kind is Kind.PREFIX and folded in known.PARTICLES | {"le", "la", "el", "al", "les"}:
        follows = after is not None and after.kind in _OF_NAMES
        return Kind.PARTICLE if words and follows else Kind.PREFIX
    if token.kind in _OF_NAMES:
        return token.kind
    if words and words[-1].kind in {Kind.GIVEN, Kind.INITIAL} and folded in known.ALSO_SURNAMES | known.SURNAMES:
        return Kind.NAME
    if not words and before and before.kind is Kind.HONORIFIC and folded in known.ALSO_SURNAMES | known.SURNAMES:
        return Kind.NAME
    if folded in known.EAST_ASIAN_SURNAMES and after and is_east_asian_given(after.text):
        return Kind.NAME
    if words and fold(words[-1].text) in known.EAST_ASIAN_SURNAMES and is_east_asian_given(token.text):
        return Kind.NAME
    return token.kind


def _close(
    words: Sequence[Word], before: Word | None, after: Kind | None, *, opens: bool, heading: bool
) -> Iterator[Mention]:
    """The mention that these words make, if they can make one."""
    kept = list(words)
    while kept and kept[-1].kind is Kind.PARTICLE:
        kept.pop()
    while kept and kept[0].kind is Kind.SUFFIX:
        kept.pop(0)
    if len(kept) > 1 and kept[-1].text.rstrip(".") in {"V", "X"}:
        # "King Harald V." ends a sentence with a number, not with an initial.
        last = kept.pop()
        kept.append(last._replace(text=last.text[0], end=last.start + 1, kind=Kind.SUFFIX))
    if kept and kept[0].kind is Kind.NAME and (opens or before or fold(kept[0].text).endswith(_AGENT_ENDINGS)):
        # "Coroner Jan Holm", "Queenslander Anna Berg": an unknown word that stands where an office could is one.
        given = next((at for at, word in enumerate(kept[1:-1], 1) if word.kind is Kind.GIVEN), 0)
        if given:
            before, kept = kept[given - 1], kept[given:]
    if any(word.kind in _TELLING for word in kept):
        yield make_mention(tuple(kept), before, after, heading=heading)


_AGENT_ENDINGS = ("er", "or", "ist", "eer", "ess", "ian", "ean", "ive", "ics", "ions")


def make_mention(words: tuple[Word, ...], before: Word | None, after: Kind | None, *, heading: bool) -> Mention:
    """A mention of these words, with its key."""
    if len(words) == 1:
        word = words[0]
        return Mention(words, word.start, word.end, _parts(word.text), "", False, before, after, heading)
    core = [word for word in words if word.kind is not Kind.PARTICLE and word.kind is not Kind.SUFFIX]
    return Mention(
        words=words,
        start=words[0].start,
        end=words[-1].end,
        key=_parts(core[0].text) if len(core) == 1 else tuple(part for word in core for part in _parts(word.text)),
        suffix=fold(words[-1].text) if words[-1].kind is Kind.SUFFIX else "",
        full=len(core) > 1,
        before=before,
        after=after,
        heading=heading,
    )


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[str, ...]:
    """The folded parts of a word, without an article: al-Assad and Assad are one surname."""
    folded = fold(word)
    if "-" not in folded:
        return (folded,)
    parts = folded.split("-")
    articles = {"al", "el", "as", "ash", "an", "ar", "at", "az", "ad"}
    return tuple(part for part in (parts[1:] if parts[0] in articles else parts) if part)
