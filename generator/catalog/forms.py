"""Names as printed, taken apart to be matched.

The forms of Arabic names follow the ALA-LC tables and the habits of the press: the article is no part of a word, "Abd
al-X", "Abdul X" and "Abdel-X" are one word, as are "Abu X" and "X al-Din". Titles say nothing but the sex, and that a
surname may stand alone; "Jr." and "Sr." say who of two.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from generator.catalog.names import AFTER_NAMES, HONORIFICS, PARTICLES, SUFFIXES, fold, word_set

_COURTESY = HONORIFICS | word_set(
    """
ayatollah sheikh shaikh shaykh sheik haji hajji hajj mullah mulla mawlawi maulawi molavi mawlavi sayyid sayed seyed
syed sayyed qari daw u baron baroness count countess cardinal archbishop bishop father brother sister pastor pope king
queen princess emperor
    """
)
_FEMALE = word_set("mrs ms miss dame lady madame frau senora baroness countess sister daw congresswoman queen princess")
_MALE = word_set("mr sir lord monsieur herr senor baron count father brother congressman u pope king emperor")
_ARTICLES = word_set("al el as ad ash at ar an az ul ur ol")
_HYPHENED_ARTICLE = re.compile(r"\b(?:al|el|as|ad|at|ash|ar|an|az|ul|ur|ol)-(?=\w)", re.IGNORECASE)
_DROPPED = PARTICLES | _ARTICLES | word_set("ben und ould ag")
_SERVANT = re.compile(r"abd(?:[aeou](?:l|r(?=r)|s(?=s)|n(?=n))|(?=[^aeou]))(?=\w{3})")
_GOD = re.compile(r"abd[aou]l+ah?")
_RELIGION = re.compile(r"^(\w{3,}?)[aeiou]*d{1,2}(?:ine|een|in|yn)$")
_BEGINNINGS = dict.fromkeys(word_set("abd abdul abdel abdal abdol abdur"), "abd") | dict.fromkeys(
    word_set("abu abou abo"), "abu"
)
_SUFFIXES = SUFFIXES | {"i": "i"}
_DIN = word_set("din dine deen dyn eddin eddine uddin aldin")
_BRACKETS = frozenset('("“')
_NICKNAME = re.compile(r"[(\"“]([^)\"”]+)[)\"”]")
_LETTERS_AS_DIGITS = str.maketrans("01345", "oieas")
_UNVOWELLED = re.compile(r"[\u0590-\u06ff]")
_HAN_SYLLABLE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FAITHFUL = word_set("rahman rehman rahmane rahim")
_PARTS = _DROPPED | _DIN | _FAITHFUL | _BEGINNINGS.keys()
_SHORTEST_COMPOUND = 6
_APOSTROPHE = re.compile(r"['`’‘]")
_WORD = re.compile(r"[a-z0-9]+")
_HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]")


# "JK Rowling", "OJ Simpson"; but Ng is a surname.
_INITIALS = re.compile(r"(?:^(?=\w+ )|(?<=, ))(?!NG\b)([B-DF-HJ-NP-TV-XZ]{2,3}|[AEO]J)\b")


class Name(NamedTuple):
    """A name made ready to be matched."""

    words: tuple[str, ...]
    """Given names and surname in the order of speech, folded to lower-case ASCII, without titles and particles; none
    where there are only initials."""
    suffix: str
    """Generational suffix or regnal number; empty when there is none."""
    nickname: str
    """What stands in brackets or quotation marks between the words, folded; empty when there is none."""
    titled: bool
    """Whether a title stands before it, so that a surname may stand alone."""
    sex: str
    """"m" or "f" where a title tells; else empty."""
    unvowelled: bool
    """Whether it was written in Hebrew or Arabic script, without most vowels."""


@lru_cache(maxsize=1 << 17)
def prepare(name: str) -> Name:
    """A name as printed, taken apart.

    >>> prepare("Dr. Abdel-Fattah al-Sisi").words, prepare("KENNEDY, John F., Jr.").words
    (('abdfattah', 'sisi'), ('john', 'f', 'kennedy'))
    """
    text, nickname = _take_nickname(name)
    words, suffix = _split_sections(_spell_out(text))
    titles: list[str] = []
    if words and words[0] in _COURTESY:
        while len(words) > 1 and words[0] in _COURTESY:
            titles.append(words.pop(0))
    while len(words) > 1 and words[-1] in AFTER_NAMES:
        words.pop()
    if not _SUFFIXES.keys().isdisjoint(words):
        suffix = _take_suffix(words) or suffix
    words = _join_compounds(words)
    return Name(
        words=tuple(words) if max(map(len, words), default=0) > 1 else (),
        suffix=suffix,
        nickname=nickname,
        titled=bool(titles),
        sex=_sex_of(titles) if titles else "",
        unvowelled=not name.isascii() and _UNVOWELLED.search(name) is not None,
    )


def _sex_of(titles: list[str]) -> str:
    return "f" if not _FEMALE.isdisjoint(titles) else "m" if not _MALE.isdisjoint(titles) else ""


def _take_nickname(name: str) -> tuple[str, str]:
    """The name without what stands in brackets or quotation marks, and that."""
    if _BRACKETS.isdisjoint(name) or (bracketed := _NICKNAME.search(name)) is None:
        return name, ""
    return _NICKNAME.sub(" ", name), "".join(_split(fold(bracketed.group(1)).casefold()))


def _spell_out(text: str) -> str:
    """A text in lower-case ASCII, without Arabic articles; Chinese syllables and initials stand apart."""
    if not text.isascii():
        is_han = _HAN.search(text) is not None
        text = fold(text)
        if is_han:
            text = _HAN_SYLLABLE.sub(" ", text)
    if "-" in text:
        text = _HYPHENED_ARTICLE.sub("", text)
    initials = _INITIALS.search(text) if text[1:2].isupper() or "," in text else None
    if initials and initials.group(1).casefold() not in _COURTESY:
        at, end = initials.span(1)
        text = f"{text[:at]}{' '.join(text[at:end])}{text[end:]}"
    return text.casefold()


def _split_sections(text: str) -> tuple[list[str], str]:
    """The words in the order of speech, and the suffix that a comma parts from them; empty when none does."""
    if "," not in text:
        return _split(text), ""
    sections = [words for section in text.split(",") if (words := _split(section))]
    suffix = ""
    while len(sections) > 1 and all(word in SUFFIXES or word in AFTER_NAMES for word in sections[-1]):
        suffix = next((SUFFIXES[word] for word in sections.pop() if word in SUFFIXES), suffix)
    if len(sections) == 2:  # "Lavilla, Ruben": but a suffix may have gone with the given names, "Ruben, Jr. Lavilla"
        sections.reverse()
    return [word for section in sections for word in section], suffix


def _take_suffix(words: list[str]) -> str:
    """Take the last suffix out of the words; empty when there is none."""
    for at in range(len(words) - 1, 0, -1):
        kind = _SUFFIXES.get(words[at], "")
        if kind in {"jr", "sr"} or (kind and at == len(words) - 1):
            del words[at]
            return kind
    return ""


def _split(text: str) -> list[str]:
    """The words of a lower-case text; in a word with letters, digits are letters that were misread."""
    if text.isalpha():
        return [text]
    words = _WORD.findall(_APOSTROPHE.sub("", text))
    if text.replace(" ", "").isalpha():
        return words
    return [word if word.isdigit() or word.isalpha() else word.translate(_LETTERS_AS_DIGITS) for word in words]


def _join_compounds(words: list[str]) -> list[str]:
    """The words, where "Abd al-X", "Abu X" and "X al-Din" become one, and articles and particles go."""
    if _PARTS.isdisjoint(words):
        return [word if len(word) < _SHORTEST_COMPOUND else _fold_compound(word) for word in words]
    joined: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if word in _BEGINNINGS and at < len(words):
            at += at + 1 < len(words) and words[at] in _ARTICLES
            joined.append(_BEGINNINGS[word] + words[at])
            at += 1
        elif word in _DIN and joined:
            joined[-1] += "din"
        elif word in _FAITHFUL and joined and _endears(joined[-1]):
            joined[-1:] = [joined[-1][:-2], word]
        elif word not in _DROPPED or at in {1, len(words)}:
            joined.append(_fold_compound(word))
    return joined


def _endears(word: str) -> bool:
    """Whether a word ends with the article of the next one: Zakiur Rahman."""
    return word.endswith("ur") and len(word) > 4


def _fold_compound(word: str) -> str:
    """A word that was joined in print already, joined as here."""
    if word.startswith("abd"):
        if _GOD.fullmatch(word):
            return "abdullah"
        if servant := _SERVANT.match(word):
            word = "abd" + word[servant.end() :]
    return _RELIGION.sub(r"\1din", word) if word[-1] in "ne" else word
