"""Catalogues of words → :class:`Words`: what the pages of a site say of themselves, in the site's language.

A catalogue is a file of GNU gettext, ``templates/languages/<code>.po``, which every translator's tool reads. A site's
own catalogue of a language is laid over the bundled one. Numbers are written as the Unicode CLDR says, by Babel.
"""

import re
import string
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import Problem, Where
from generator.model.words import CONTEXT_MARK, ENGLISH, Words
from generator.site import BUNDLED, FILE_NAME

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages import Catalog

LANGUAGES = "languages"
"""The folder of catalogues, below that of templates."""


def load_words(language: str, own: Path) -> tuple[Words, list[Problem]]:
    """The words of a language, and what is wrong with its catalogues; ``own``: the folder of the site's templates.

    A text that is missing or wrong is said in English, and so is all of it when there is no catalogue.
    """
    codes = _codes(language)
    paths = [
        path for folder in (BUNDLED, own) for code in codes if (path := folder / LANGUAGES / f"{code}.po").is_file()
    ]
    if language == ENGLISH.language and not any(path.is_relative_to(own) for path in paths):
        return ENGLISH, []  # the bundled one only lists the texts; Babel need not be imported
    locale = _locale(language)
    if locale is None or not paths:
        return ENGLISH, [
            Problem(
                where=Where(path=FILE_NAME, key="language"),
                what=f'There is no catalogue of words in "{language}", so the pages speak English.',
                remedy=f"Translate Dateline's en.po, and save it as templates/{LANGUAGES}/{codes[0]}.po.",
            )
        ]
    problems: list[Problem] = []
    messages: dict[str, tuple[str, ...]] = {}
    rule = ENGLISH.plural_rule
    for path in paths:
        shown = f"templates/{LANGUAGES}/{path.name}"
        catalog = _read(path, locale, shown, problems)
        if catalog is not None:
            rule = catalog.plural_expr
            messages |= _sound(catalog, shown, problems)
    return Words(
        language=language,
        direction=locale.text_direction,
        messages=messages,
        plural_rule=rule,
        **_conventions(locale),
    ), problems


def _conventions(locale: "Locale") -> dict[str, Any]:
    """How a language writes numbers and dates."""
    months = locale.months
    return {
        "thousands": str(locale.number_symbols["latn"]["group"]),
        "months": ("", *(months["format"]["wide"][number] for number in range(1, 13))),
        "months_alone": ("", *(months["stand-alone"]["wide"][number] for number in range(1, 13))),
        "day_form": _form(str(locale.date_formats["long"].pattern)),
        "month_form": _form(str(locale.datetime_skeletons["yMMMM"].pattern)),
        "yearless_form": _form(str(locale.datetime_skeletons["MMMMd"].pattern)),
    }


_FIELD = re.compile(r"'((?:[^']|'')*)'|(y+)|(M{3,})|(L{3,})|(MM?|LL?)|(d+)")


def _form(pattern: str) -> str:
    """A pattern of the CLDR (Unicode Technical Standard 35) as a form of Python's.

    >>> _form("d 'de' MMMM 'de' y")
    '{day} de {month} de {year}'
    """
    names = (None, "{year}", "{month}", "{alone}", "{number}", "{day}")
    return _FIELD.sub(
        lambda match: names[match.lastindex - 1] or match[1].replace("''", "'") if match.lastindex else "", pattern
    )


def _codes(language: str) -> tuple[str, ...]:
    """The names of the catalogues that hold words of a language, the most general first.

    >>> _codes("pt-BR")
    ('pt', 'pt-BR')
    """
    base = language.replace("_", "-").split("-")[0].lower()
    return (base,) if base == language else (base, language)


def _locale(language: str) -> "Locale | None":
    """What the CLDR knows of a language; None when it does not know the language.

    Plain English is that of the world, "6 May 2009", and not, as the CLDR has it, that of the United States.
    """
    from babel import Locale, UnknownLocaleError

    for code in ("en_001",) if language == ENGLISH.language else reversed(_codes(language)):
        try:
            return Locale.parse(code.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _read(path: Path, locale: "Locale", shown: str, problems: list[Problem]) -> "Catalog | None":
    """A catalogue. Where its header does not say how to count, the CLDR does."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        return read_po(BytesIO(path.read_bytes()), locale, abort_invalid=True)
    except (PoFileError, OSError, ValueError) as error:
        problems.append(
            Problem(
                where=Where(path=shown),
                what=f"It cannot be read: {error}.",
                remedy="Correct it; until then its words are said in English.",
            )
        )
        return None


def _sound(catalog: "Catalog", shown: str, problems: list[Problem]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The translations that can be used, by their keys. Those marked fuzzy wait for a translator, as gettext has it."""
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        asked, said = _texts(message.id), _texts(message.string)
        if not all(said):
            continue
        known = {name for text in asked for name in placeholders(text)}
        strange = sorted({name for text in said for name in placeholders(text)} - known)
        if strange:
            problems.append(
                Problem(
                    where=Where(path=shown, line=message.lineno),
                    what=f'The translation of "{asked[0]}" asks for {{{strange[0]}}}, which there is not.',
                    remedy="Correct it; until then the English text is shown.",
                )
            )
        else:
            key = f"{message.context}{CONTEXT_MARK}{asked[0]}" if message.context else asked[0]
            yield key, said


def _texts(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def placeholders(text: str) -> list[str]:
    """What a text leaves to be filled in.

    >>> placeholders("born {day}")
    ['day']
    """
    try:
        return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:  # a brace that stands alone
        return ["…"]
