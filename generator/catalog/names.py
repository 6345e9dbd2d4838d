"""Names to people: which record a name as printed belongs to."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from anyascii import anyascii

from generator.model.authority import Person


def word_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


# Before a name and no part of it. Kings, popes and the like are left: without surname the title tells who is meant.
HONORIFICS = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend monsieur madame herr frau senor senora
president vice prime minister foreign defence defense chancellor premier secretary senator sen representative rep
congressman congresswoman governor gov mayor ambassador judge justice general gen lieutenant lt colonel col major
maj captain capt sergeant sgt admiral adm marshal former
    """
)
AFTER_NAMES = word_set("phd md mp mep qc kc obe mbe cbe kbe esq")
SUFFIXES = {"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr"} | {
    numeral: numeral for numeral in word_set("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
}
_ARTICLES = frozenset({"al", "el"})
PARTICLES = word_set("de da do dos das du des del della di la le van von der den ter zu bin ibn bint abu")

# Each line is one name in the spellings that the press uses for it. Volodymyr and Vladimir, Mykola and Nikolai are
# names of two languages, by which people are told apart, and stand on no common line.
_SPELLINGS = """
sergei sergey serguei sergej sergeij
alexander aleksandr alexandr aleksander aleksandar
alexei alexey aleksei aleksey alexej aleksej
andrei andrey andrej
anatoly anatoli anatoliy anatolii
arkady arkadi arkadiy arkadii
dmitry dmitri dmitriy dmitrii
gennady gennadi gennadiy gennadii
georgy georgi georgiy georgii
grigory grigori grigoriy grigorii
mikhail michail
nikolai nikolay nikolaj
sergii serhii serhiy sergiy
valery valeri valeriy valerii
vasily vasili vasiliy vasilii vassily
vitaly vitali vitaliy vitalii
yevgeny yevgeni yevgeniy yevgenii evgeny evgeni evgeniy evgenii
yuri yury yuriy yurii juri
maria mariya mariia
natalia natalya nataliya nataliia
tatiana tatyana tetiana
yekaterina ekaterina
yelena elena
yulia yuliya iuliia
muhammad mohammed mohammad mohamed muhammed mohamad mohamet
hussein hussain husain husayn hossein
ahmed ahmad
yusuf youssef yousef yousuf
abdullah abdallah abdulla
khalid khaled
omar umar
osama usama
"""
_SPELLING_OF = {form: line.split()[0] for line in _SPELLINGS.strip().splitlines() for form in line.split()}

# Zelensky, Zelenskiy, Zelenskii, Zelenskyy, Zelenski.
_SKY = re.compile(r"(?<=\w{3})sk(?:y|yy|yi|iy|ii|ij|i)$")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Parts:
    """A name taken apart, each word folded."""

    words: tuple[str, ...]
    """Given names, particles and surname, in the order of speech."""
    suffix: str
    """Generational suffix or regnal number; empty when there is none."""


def name_key(name: str) -> str:
    """What all spellings of a name have in common; names with equal keys are one name.

    Folds case, diacritics, script, punctuation, honorifics, the Arabic article, "surname, given name" order, and the
    most frequent spellings of Russian and Arabic names. A generational suffix is kept in one form, because father
    and son are two people.

    >>> name_key("Mr. Sergey Lavrov"), name_key("LAVROV, Sergei"), name_key("Martin Luther King, Junior")
    ('sergei lavrov', 'sergei lavrov', 'martin luther king jr')
    """
    parts = _take_apart(name)
    return " ".join((*parts.words, parts.suffix)).strip()


def fold(text: str) -> str:
    """A text in ASCII; other scripts are transliterated."""
    return text if text.isascii() else anyascii(text)


def _take_apart(name: str) -> _Parts:
    sections = [words for section in fold(name).casefold().split(",") if (words := _words(section))]
    suffix = ""
    while len(sections) > 1 and all(word in SUFFIXES or word in AFTER_NAMES for word in sections[-1]):
        suffix = next((SUFFIXES[word] for word in sections.pop() if word in SUFFIXES), suffix)
    if len(sections) == 2:
        sections.reverse()
    words = [word for section in sections for word in section]
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    while len(words) > 2 and words[-1] in AFTER_NAMES:
        words.pop()
    if len(words) > 1 and words[-1] in SUFFIXES:
        suffix = SUFFIXES[words.pop()]
    # "Bashar al-Assad" and "Bashar Assad"; but "Al Gore" is no article.
    words = [word for at, word in enumerate(words) if not (0 < at < len(words) - 1 and word in _ARTICLES)]
    return _Parts(words=tuple(_SKY.sub("sky", _SPELLING_OF.get(word, word)) for word in words), suffix=suffix)


def _words(section: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"['`’]", "", section))


class NameIndex:
    """Every form of every person's name, and whose it is.

    >>> index = NameIndex([Person(id="sergei-lavrov", name="Sergei Lavrov", variants=("Lavrov",))])
    >>> index.resolve("Sergey Viktorovich Lavrov"), index.resolve("Mr Lavrov"), index.resolve("Anna Lavrov")
    ('sergei-lavrov', 'sergei-lavrov', None)
    """

    def __init__(self, people: Iterable[Person]) -> None:
        owners: defaultdict[str, set[str]] = defaultdict(set)
        self._by_ends: defaultdict[tuple[str, str, str], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for person in people:
            for form in (person.name, *person.variants):
                parts = _take_apart(form)
                if not parts.words:
                    continue
                owners[name_key(form)].add(person.id)
                if len(parts.words) > 1:
                    self._by_ends[_ends(parts)].append((_middle(parts), person.id))
        self._owners = dict(owners)

    @property
    def claims(self) -> dict[str, tuple[str, ...]]:
        """The keys that several records claim, in order, each with the ids of those records."""
        return {key: tuple(sorted(ids)) for key, ids in sorted(self._owners.items()) if len(ids) > 1}

    def resolve(self, name: str) -> str | None:
        """The id of the person whose name or variant this is; None when that is nobody, or two records claim it.

        A middle name or initial may be missing on either side, when first and last name agree, none contradicts and
        no other record fits.
        """
        owners = self._owners.get(name_key(name))
        if owners is None:
            parts = _take_apart(name)
            if len(parts.words) < 2:
                return None
            middle = _middle(parts)
            owners = {person for other, person in self._by_ends.get(_ends(parts), []) if _agree(middle, other)}
        return next(iter(owners)) if len(owners) == 1 else None


def _ends(parts: _Parts) -> tuple[str, str, str]:
    """First name, surname with its particles, and suffix."""
    words = parts.words
    surname = len(words) - 1
    while surname > 1 and words[surname - 1] in PARTICLES:
        surname -= 1
    return words[0], " ".join(words[surname:]), parts.suffix


def _middle(parts: _Parts) -> tuple[str, ...]:
    """The words between first name and surname."""
    words = parts.words[1:-1]
    while words and words[-1] in PARTICLES:
        words = words[:-1]
    return words


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether every middle name of the shorter list stands, in full or as an initial, in order in the longer.

    Who gives an initial gives the first: George W. Bush is not George H. W. Bush.
    """
    short, long = sorted((one, other), key=len)
    if short and len(short[0]) == 1 and not long[0].startswith(short[0]):
        return False
    rest = iter(long)
    return all(
        any(word == each or _initial_of(word, each) or _initial_of(each, word) for each in rest) for word in short
    )


def _initial_of(one: str, other: str) -> bool:
    return len(one) == 1 and other.startswith(one)
