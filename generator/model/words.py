"""The words of the interface in one language, and how that language counts and writes numbers.

Everything that a page says of itself is asked for by its English text, as with gettext, so that an archive in another
language needs a catalogue of translations and nothing else. Made by :func:`generator.words.load_words`.
"""

import calendar
import gettext
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

CONTEXT_MARK = "\x04"
"""Stands between a context and the text in the key of a message, as in compiled catalogues of GNU gettext."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What the interface says. A text that the catalogue lacks is said in English, as it was asked for."""

    language: str
    """BCP 47 code of the language that is spoken."""
    direction: str = "ltr"
    """How it is written: ``ltr`` or ``rtl``."""
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """English text, behind its context and :data:`CONTEXT_MARK` if it has one, to the text that is said; several for
    what is counted."""
    plural_rule: str = "n != 1"
    """Which of several texts a number takes: an expression of C over ``n``, as catalogues state it in their header."""
    thousands: str = ","
    """What stands between groups of three digits; empty for nothing."""
    months: tuple[str, ...] = tuple(calendar.month_name)
    """January is the first: at 0 stands nothing."""
    months_alone: tuple[str, ...] = tuple(calendar.month_name)
    """The same where no day stands beside them, which has another form in some languages."""
    day_form: str = "{day} {month} {year}"
    """How a day is written; ``{alone}`` would be the month of :attr:`months_alone`."""
    month_form: str = "{alone} {year}"
    yearless_form: str = "{day} {month}"

    def gettext(self, text: str) -> str:
        """What is said for an English text.

        >>> ENGLISH.gettext("People")
        'People'
        """
        said = self.messages.get(text)
        return said[0] if said else text

    def pgettext(self, context: str, text: str) -> str:
        """As :meth:`gettext`, for a text that means different things in different places."""
        said = self.messages.get(f"{context}{CONTEXT_MARK}{text}")
        return said[0] if said else text

    def ngettext(self, one: str, many: str, n: int) -> str:
        """What is said of a number of things, which stands for ``{n}``.

        >>> [ENGLISH.ngettext("{n} article", "{n} articles", n) for n in (1, 1204)]
        ['1 article', '1,204 articles']
        """
        said = self.messages.get(one) or (one, many)
        return said[min(_plural(self.plural_rule, n), len(said) - 1)].replace("{n}", self.number(n))

    def number(self, n: int) -> str:
        """A number with its thousands apart."""
        return str(n) if -1000 < n < 1000 else f"{n:,}".replace(",", self.thousands)

    def day(self, day: date) -> str:
        """A day in plain words.

        >>> ENGLISH.day(date(2009, 5, 6))
        '6 May 2009'
        """
        return self._write(self.day_form, day.year, day.month, day.day)

    def month(self, year: int, month: int) -> str:
        """A month in plain words.

        >>> ENGLISH.month(2009, 5)
        'May 2009'
        """
        return self._write(self.month_form, year, month)

    def yearless(self, month: int, day: int) -> str:
        """A day of any year in plain words.

        >>> ENGLISH.yearless(5, 19)
        '19 May'
        """
        return self._write(self.yearless_form, 0, month, day)

    def _write(self, form: str, year: int, month: int, day: int = 0) -> str:
        return form.format(day=day, month=self.months[month], alone=self.months_alone[month], number=month, year=year)

    @property
    def digest(self) -> str:
        """What stands for all of it."""
        said = repr(replace(self, messages=dict(sorted(self.messages.items()))))
        return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


ENGLISH = Words(language="en")
"""What is said when nothing else is asked for: the texts as they are written."""


@lru_cache(maxsize=4096)
def _plural(rule: str, n: int) -> int:
    """Which of several texts a number takes. Raises ValueError for what is no rule."""
    return _compile(rule)(n)


@lru_cache(maxsize=16)
def _compile(rule: str) -> Callable[[int], int]:
    return gettext.c2py(rule)
