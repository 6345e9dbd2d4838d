"""What is seen of words that may be a person's name: the evidence, each piece under the name that its weight has.

Evidence comes in clues. A clue is a tuple that says which place of the name it is about and what is printed there;
:func:`evidence_of` gives the names of the evidence that it holds, in classes that a text never seen before shares with
those that the weights were learned from. Texts repeat few clues often, so that their weights are summed once.
"""

import re
from collections.abc import Iterator, Set
from functools import lru_cache

from generator.enrich import words as known
from generator.enrich.given_names import GIVEN
from generator.enrich.lexicon import classes_of
from generator.enrich.mentions import Kind, kind_of
from generator.enrich.runs import SHORTENED
from generator.enrich.words import fold

Clue = tuple[str, ...]

Before = tuple[str, str]
"""The word before a name, and the one before that; "^" for the start of a paragraph."""
After = tuple[str, str, str]
"""What is glued to the end of a name, and the two words that follow; "$" for the end of a paragraph."""

_REACH = 40
"""How many characters before and after a name are looked at."""

_PUNCTUATION = "“”\"'‘’(),.;:!?[]…–—-"
_SENTENCE_ENDS = frozenset(".!?:;…")
_NUMBER = re.compile(r"[\d.,]+")
_TIMES = known.word_set(
    """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december
    """
)
_AGE = re.compile(r"\d\d")


def clues_of_words(words: tuple[str, ...]) -> list[Clue]:
    """Everything that the words of a name tell by themselves."""
    if len(words) == 1:
        return [("S", *words)]
    core = words[:-1] if len(words) > 2 and kind_of(words[-1]) is Kind.SUFFIX else words
    clues: list[Clue] = [
        ("F", core[0]),
        *(("M", word) for word in core[1:-1]),
        ("L", core[-1]),
        ("FL", core[0], core[-1]),
        ("n", str(min(len(core), 5))),
        ("pattern", *words),
    ]
    return clues if core is words else [*clues, ("suffix",)]


def clues_around(
    words: tuple[str, ...], before: Before, after: After, printed: Set[str], *, heading: bool
) -> list[Clue]:
    """Everything that the words around a name tell; `printed` holds the words of the text.

    A clue of :data:`NEVER` comes last.
    """
    several = "+" if len(words) > 1 else "1"
    clues: list[Clue] = [
        ("<", several, before[0]),
        ("<<", several, before[1]),
        (">", several, after[0], after[1]),
        (">>", several, after[2]),
        ("between", several, _part_of(before[0]), after[0][:1] + _opening(after[1]), _part_of(after[1])),
    ]
    if before[0] == "^" or before[0][-1] in _SENTENCE_ENDS:
        clues.append(("open", several, words[0]))
    if words[0].lower() in printed:
        clues.append(("low", several, "F"))
    if several == "+" and words[-1].lower() in printed:
        clues.append(("low", several, "L"))
    if heading:
        clues.append(("head", several))
    if thing := _thing_around(before, after):
        clues.append(("of a thing", thing))
    return clues


def words_before(text: str, start: int) -> Before:
    """The last two words before a name that begins at `start`."""
    line = text[max(0, start - _REACH) : start]
    if "\n" in line:
        line = line[line.rfind("\n") + 1 :]
    # The first part of a cut line may itself be cut.
    parts = line.rsplit(None, 2)
    return (parts[-1] if parts else "^"), (parts[-2] if len(parts) > 1 else "^")


def words_after(text: str, end: int) -> After:
    """What is glued to a name that ends at `end`, and the two words that follow."""
    line = text[end : end + _REACH].split("\n", 1)[0]
    parts = line.split(None, 3)
    if not parts:
        return "$", "$", "$"
    if line[0].isspace():
        return "", parts[0], parts[1] if len(parts) > 1 else "$"
    return parts[0], parts[1] if len(parts) > 1 else "$", parts[2] if len(parts) > 2 else "$"


@lru_cache(maxsize=65536)
def _part_of(printed: str) -> str:
    """The part that a neighbouring word plays, in one of a few classes."""
    word = printed.strip(_PUNCTUATION)
    if not word:
        return printed[:1]
    end = printed[-1] if printed[-1] in _PUNCTUATION else ""
    bare = word.removesuffix("'s").removesuffix("’s")
    folded = fold(bare)
    if word[0].isupper():
        kind = kind_of(bare) if bare else Kind.OTHER
        return f"{kind.name if kind in _TELLING else 'C'}{end}"
    if folded in _SMALL:
        return folded + end
    return f"{'number' if word[0].isdigit() else _role(folded)}{end}"


_TELLING = frozenset({Kind.OFFICE, Kind.MODIFIER, Kind.HONORIFIC, Kind.PREFIX, Kind.THING})
_SMALL = known.word_set("the a an in at of to by with and for from on who as")

NEVER = frozenset(("of a thing", thing) for thing in ("company", "bearing", "named", "of"))
"""Clues that nothing outweighs: no text of those that weights were learned from names a person there."""


def _thing_around(before: Before, after: After) -> str:
    """What shows that the words are only a part of a thing's name; empty when nothing does."""
    if before[0][0] == "&" or after[1][0] == "&":
        return "and"  # X & Sons
    if after[1].rstrip(".,") in _COMPANIES:
        return "company"  # X Inc
    if not after[0] and after[1].rstrip(".,;:") in known.BEARING_THINGS:
        return "bearing"  # the X stadium
    if before[0] in known.NAMED_THINGS:
        return "named"  # the carrier X
    if before[0] == "of" and before[1][0].isupper() and fold(before[1]) in known.THINGS_OF:
        return "of"  # the University of X
    return ""


_COMPANIES = known.word_set("Inc Ltd LLC Corp Co plc PLC AG GmbH S.A")


def evidence_of(clue: Clue) -> Iterator[str]:
    """The names of the evidence that a clue holds."""
    what, *rest = clue
    if what in {"S", "F", "L", "M"}:
        yield from (f"{what} {name}" for name in _of_word(rest[0]))
    elif what == "FL":
        first, last = classes_of(rest[0]), classes_of(rest[1])
        yield f"FL {first[0]}{first[3]} {last[1]}{last[3]}"
        yield f"FL {_sort(rest[0])} {_sort(rest[1])}"
        yield f"FL {first[2]} {last[2]}"
        if rest[0].isupper() != rest[1].isupper() and Kind.INITIAL not in {kind_of(rest[0]), kind_of(rest[1])}:
            yield "FL mixed case"
    elif what == "pattern":
        place = classes_of("_".join(map(fold, rest)))[2]
        yield f"place {place}"
        if place != "0":
            return  # Hong Kong and San Jose are built as names are
        letters = [_letter(word) for word in rest]
        yield f"pattern {''.join(letters)}"
        yield f"pattern {letters[0]}-{''.join(sorted(set(letters[1:])))}"
        yield f"pattern {letters[0]}..{letters[-1]}"
    elif what in {"<", "<<"}:
        yield from (f"{what}{rest[0]} {name}" for name in _of_word_before(rest[1]))
    elif what == ">":
        several, glued, word = rest
        mark = _mark(glued) + _opening(word)
        yield f">{several} {mark}"
        yield from (f">{several} {mark} {name}" for name in _of_neighbour(word))
    elif what == ">>":
        yield from (f">>{rest[0]} {name}" for name in _of_neighbour(rest[1]))
    elif what == "open":
        classes = classes_of(rest[1])
        yield f"open{rest[0]}"
        yield f"open{rest[0]} {classes[0]}{classes[3]}"
    else:
        yield " ".join(clue)


def _letter(word: str) -> str:
    """The rough part that a word may play in a name, from all that lists say of it."""
    kind = kind_of(word)
    if kind is Kind.PARTICLE:
        return "P" if fold(word) in known.STRONG_PARTICLES else "p"
    if kind in _LETTERS:
        return _LETTERS[kind]
    folded = fold(word)
    if folded in known.EAST_ASIAN_SURNAMES:
        return "E"
    if folded in known.SURNAMES or folded in known.ALSO_SURNAMES:
        return "S"
    if _HYPHENATED_GIVEN.fullmatch(word):
        return "H"
    if kind is not Kind.NAME:
        return "T" if kind is Kind.THING else "N"
    classes = classes_of(word)
    given, surname, place, plain = classes[0], classes[1], classes[2], classes[3]
    if plain == "2" or (plain == "1" and surname == given == "0"):
        return "O"
    return "g" if given > surname else "s" if surname != "0" else "c" if place != "0" else "U"


_LETTERS = {Kind.GIVEN: "G", Kind.WEAK: "W", Kind.INITIAL: "I", Kind.SUFFIX: "X"}
# Korean and Cantonese given names: Geun-hye, Chi-fung.
_HYPHENATED_GIVEN = re.compile(r"[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}")


def _sort(word: str) -> str:
    """The hand-kept kind of a word, by name."""
    return kind_of(word).name


def _of_word(word: str) -> Iterator[str]:
    """What a word of the name tells by itself."""
    folded = fold(word)
    kind = kind_of(word)
    yield f"is {kind.name}"
    if kind is Kind.PARTICLE and word.islower():
        yield f"= {folded}"
        yield "strong particle" if folded in known.STRONG_PARTICLES else "particle"
        return
    if kind in {Kind.INITIAL, Kind.SUFFIX}:
        yield f"{kind.name} {_shape(word)}"
        return
    classes = classes_of(word)
    yield f"is {kind.name} {classes[0]}{classes[1]}{classes[3]}"
    yield f"given {classes[0]}"
    yield f"surname {classes[1]}"
    yield f"place {classes[2]}"
    yield f"word {classes[3]}"
    yield f"word {classes[3]} surname {classes[1]} given {classes[0]}"
    yield f"shape {_shape(word)}"
    if classes[3] != "0" or kind not in {Kind.NAME, Kind.GIVEN, Kind.WEAK}:
        # Never the names themselves: whom the training texts are about says nothing of others.
        yield f"= {folded}"
    if kind is Kind.NAME and classes == "0000":
        yield f"unlisted {_shape(word)}"
    if len(folded) > 4:
        yield f"ends {folded[-3:]}"
        yield f"ends {folded[-2:]}"
    if folded.startswith(known.SURNAME_BEGINNINGS):
        yield "begins as surname"
    if len(folded) > 5 and folded.endswith(known.SURNAME_ENDINGS):
        yield "ends as surname"
    if folded in known.EAST_ASIAN_SURNAMES:
        yield "east asian"
    if folded in GIVEN:
        yield "own given"
    if folded in known.SURNAMES:
        yield "own surname"


def _shape(word: str) -> str:
    if "." in word:
        return "dots"
    if word.isupper():
        return f"CAPS{min(len(word), 5)}"
    if word.islower():
        return "lower"
    if "-" in word:
        return "hyphen-" + "".join("x" if part[:1].islower() else "X" for part in word.split("-")[:3])
    if "'" in word or "’" in word:
        return "apostrophe"
    if not word[1:].islower():
        return "CaMel"
    return "long" if len(word) > 9 else "short" if len(word) < 4 else "Word"


def _mark(glued: str) -> str:
    """What is glued to the end of a name, in one of a few classes."""
    if glued[:2] in {"'s", "’s"}:
        return "'s"
    return glued[:2]


def _opening(word: str) -> str:
    """The bracket or quotation mark that a word begins with, which parts it from the name before."""
    return word[0] if word[0] in _OPENINGS else ""


_OPENINGS = frozenset('(["“‘-–—')


def _of_word_before(word: str) -> Iterator[str]:
    if word == "^":
        yield "^"
        return
    end = word[-1] if word[-1] in _PUNCTUATION else ""
    if end == "." and (word[:-1] in SHORTENED or kind_of(word) is Kind.HONORIFIC or len(word) == 2):
        end = ""
    if end and end in _SENTENCE_ENDS:
        yield f"ends {end}"
        return
    yield from (f"{name}{end}" for name in _of_neighbour(word.rstrip(_PUNCTUATION.replace(".", "")) if end else word))


def _of_neighbour(printed: str) -> Iterator[str]:
    """What a word beside the name tells."""
    word = printed.strip(_PUNCTUATION)
    if not word:
        yield f"mark {printed[:1]}"
        return
    if _NUMBER.fullmatch(word):
        yield "age" if _AGE.fullmatch(word) else "number"
        return
    bare = word.removesuffix("'s").removesuffix("’s")
    folded = fold(bare)
    case = "c" if word[0].islower() else "C"
    if bare != word:
        yield f"{case} possessive"
    classes = classes_of(bare)
    if folded in _TIMES:
        yield "time"
    elif word[0].isupper():
        kind = kind_of(bare) if bare else Kind.OTHER
        yield f"C {kind.name}"
        yield f"C {kind.name} {classes[0]}{classes[1]}{classes[3]}"
        if classes[3] != "0" or kind not in {Kind.NAME, Kind.GIVEN, Kind.WEAK}:
            yield f"C= {folded}"
        yield f"C place {classes[2]}"
    else:
        yield f"c= {folded}"
        yield f"c {_role(folded)}"
        yield "c"
        if len(folded) > 4:
            yield f"c ends {folded[-2:]}"


def _role(folded: str) -> str:
    if folded in known.OFFICES or ("-" in folded and folded.rsplit("-", 1)[-1] in known.OFFICES):
        return "office"
    if folded in known.SPEECH:
        return "speech"
    if folded in known.KIN:
        return "kin"
    if folded in known.OFFICE_MODIFIERS:
        return "modifier"
    if folded in known.NAMED_THINGS or folded in known.BEARING_THINGS:
        return "bearing thing"
    if folded in known.THINGS:
        return "thing"
    return "other"
