"""Slugs: the names of things in addresses and files. One function makes them all."""

import hashlib
import re

from anyascii import anyascii

MAX_LENGTH = 60

# Names that Windows gives to devices; a file or folder of such a name cannot be made there.
_DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})


def slugify(text: str) -> str:
    """A slug: lower-case ASCII letters and digits in words joined by hyphens, at most 60 characters, never empty.

    Other scripts are transliterated; what leaves nothing gets a name from its digest.

    >>> slugify("Überraschung in Kyiv: Müller's visit")
    'uberraschung-in-kyiv-mullers-visit'
    >>> slugify("Лавров")
    'lavrov'
    >>> slugify(";)")
    'x-4822a556'
    """
    ascii_text = anyascii(text[: MAX_LENGTH * 8]).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’`]", "", ascii_text)).strip("-")
    if len(slug) > MAX_LENGTH:
        cut = slug.rfind("-", MAX_LENGTH // 2, MAX_LENGTH + 1)
        slug = slug[: cut if cut > 0 else MAX_LENGTH].strip("-")
    if not slug:
        return f"x-{short_digest(text)}"
    return f"{slug}-{short_digest(text)}" if slug in _DEVICES else slug


def is_slug(text: str) -> bool:
    """Whether ``text`` may stand in an address as it is.

    >>> is_slug("sergey-lavrov"), is_slug("Sergey/Lavrov")
    (True, False)
    """
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None and len(text) <= 200 and text not in _DEVICES


def short_digest(text: str) -> str:
    """Eight hexadecimal characters that stand for ``text``, to tell apart what would get one slug."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
