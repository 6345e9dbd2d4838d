"""Terms of office: who is called by an office in a text was in it when the text was written.

What is known of terms stands in authority records, never here.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.enrich.words import fold, word_set
from generator.model.authority import Office, Person

_WORDS = re.compile(r"[^\W_]+")
_STRICT = frozenset(["vice", "deputy", "prime", "acting", "assistant", "interim", "under", "shadow"])
"""Words that make an office another one."""
_FIELDS = word_set(
    "foreign defence defense finance interior justice health trade education energy transport agriculture labor labour "
    "culture economy environment home security intelligence military"
)
"""Words that tell ministers apart."""
_FORMER = frozenset(["former", "ex", "then", "late", "onetime", "ousted", "deposed", "erstwhile", "retired"])
_NOT_YET = frozenset(["elect", "candidate", "nominee", "hopeful", "designate", "contender", "would"])
_LINKS = frozenset(["of", "for", "the", "and", "to", "a", "an", "in", "on", "at"])
_STOP = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])\.\s")
"""The end of a sentence, but not of an abbreviation in capitals."""
_LEFT, _RIGHT, _FAR = 80, 70, 700
"""Characters before and after a name, and before a "counterpart", within which an office belongs to it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """Somebody called by an office, and when that was."""

    words: str
    """Who, in which office, with the days as the record has them."""
    spans: tuple[tuple[date, date], ...]
    """The days in office, of everybody who may be meant; of a former holder, the days since."""
    full: bool
    """Whether the text gives more than the surname, which others who held the office may share."""


class Terms:
    """The terms of office that authority records know."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Look for these ``people``; those without a dated office tell nothing."""
        self._by_surname: defaultdict[str, list[tuple[Person, frozenset[str]]]] = defaultdict(list)
        for person in people:
            if not person.hidden and any(office.start or office.end for office in person.offices):
                forms = frozenset(fold(" ".join(form.split())) for form in (person.name, *person.variants))
                for surname in {form.split()[-1] for form in forms if form}:
                    self._by_surname[surname].append((person, forms))

    def find(self, text: str) -> list[Term]:
        """The people whom a text calls by an office, in order of first mention; each office of theirs once.

        A surname with an office may mean any of the people who held it: "President Bush" means either.
        """
        if not self._by_surname:
            return []
        found: dict[tuple[str, bool, bool], list[tuple[Person, Office]]] = {}
        for match in _WORDS.finditer(text):
            if not match[0][0].isupper():
                continue
            people = self._by_surname.get(fold(match[0]))
            if not people:
                continue
            start, is_full = _name_start(text, match.start(), match.end(), people)
            for person, forms in people:
                if is_full and not _is_printed(text[start : match.end()], forms):
                    continue
                for office in person.offices:
                    if not is_full and _has_given_name(text[:start], office):
                        continue
                    former = _calls(text, start, match.end(), office)
                    if former is not None:
                        pair = found.setdefault((text[start : match.end()], former, is_full), [])
                        if (person, office) not in pair:
                            pair.append((person, office))
        # The surname alone adds nothing to the full name.
        return list(
            {
                term.words: term
                for key, pairs in found.items()
                for term in _make_terms(pairs, former=key[1], full=key[2])
            }.values()
        )


def _is_printed(words: str, forms: frozenset[str]) -> bool:
    return fold(" ".join(words.split())) in forms


def _name_start(text: str, start: int, end: int, people: Sequence[tuple[Person, frozenset[str]]]) -> tuple[int, bool]:
    """Where the name begins that ends with a surname, and whether it is one of somebody's full names."""
    before = text[max(0, start - 60) : start]
    words = list(_WORDS.finditer(before))
    for count in range(min(4, len(words)), 0, -1):
        begin = start - len(before) + words[-count].start()
        if any(_is_printed(text[begin:end], forms) for _, forms in people):
            return begin, True
    return start, False


def _has_given_name(before: str, office: Office) -> bool:
    """Whether the word before a surname is likely a given name: it is somebody else's, then."""
    match = re.search(r"([^\W\d_][\w'’-]*)\s+$", before[-40:])
    return match is not None and match[1][0].isupper() and fold(match[1]) not in _tokens(office.title)


def _calls(text: str, start: int, end: int, office: Office) -> bool | None:
    """Whether the words around a name say that its bearer held the office before; None: they say nothing of it."""
    left = _clause_before(text[max(0, start - _LEFT) : start])
    right = _clause_after(text[end : end + _RIGHT])
    for words in (left, right):
        if _fits(words, office):
            return None if _NOT_YET.intersection(words) else bool(_FORMER.intersection(words))
    if "counterpart" in left[-1:] and _fits(_tokens(text[max(0, start - _FAR) : start]), office, loosely=True):
        return False
    return None


def _tokens(text: str) -> list[str]:
    return [fold(word) for word in _WORDS.findall(text)]


def _clause_before(text: str) -> list[str]:
    """The words before a name that may be its office: none from an earlier sentence or clause."""
    text = text.removesuffix(", ")
    for mark in ("! ", "? ", "; ", "\n", ", ", "“", '"', " — ", " - ", ") ", " and "):
        text = text.rpartition(mark)[2]
    return _tokens(_STOP.split(text)[-1])[-9:]


def _clause_after(text: str) -> list[str]:
    """The words of an apposition after a name."""
    match = re.match(r",\s+(?:the\s|an?\s|who\s(?:is|was)\s|[\w'’-]+['’]s\s)?([^,.;\n“\"]{3,60})", text)
    return _tokens(match[0]) if match else []


def _fits(words: Sequence[str], office: Office, *, loosely: bool = False) -> bool:
    """Whether words name an office: its head word, and no word that makes it another office."""
    title = _tokens(office.title)
    main = _tokens(re.split(r"\b(?:of|for)\b", office.title)[0])
    heads = {word for word in main if word not in _STRICT | _FIELDS | _LINKS} - set(_tokens(office.organisation or ""))
    near = set(words)
    if not heads or not (heads <= near if not loosely else heads & near):
        return False
    if loosely:
        return not (_FIELDS.intersection(title) and not _FIELDS.intersection(title) & near)
    if _STRICT.intersection(title) != _STRICT.intersection(near):
        return False
    fields = _FIELDS.intersection(near)
    return not fields or bool(fields & set(title))


def _make_terms(pairs: Sequence[tuple[Person, Office]], *, former: bool, full: bool) -> list[Term]:
    """One term for all who may be meant by one name; an office without days tells nothing, and lets none be told."""
    spans: list[tuple[date, date]] = []
    said: dict[str, list[str]] = {}
    for person, office in pairs:
        first = office.start.earliest if office.start else None
        last = office.end.latest if office.end else None
        if former:
            if last is None:
                return []
            spans.append((last, date.max))
        elif first is None and last is None:
            return []
        else:
            spans.append((first or date.min, last or date.max))
        title = office.title if not office.organisation else f"{office.title}, {office.organisation}"
        days = f"{office.start.edtf if office.start else '..'}/{office.end.edtf if office.end else '..'}"
        said.setdefault(f"{person.name} as {'former ' if former else ''}{title}", []).append(days)
    told = "; ".join(f"{who}: {', '.join(days)}" for who, days in said.items())
    return [Term(words=told, spans=tuple(sorted(set(spans))), full=full)]
