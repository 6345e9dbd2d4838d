"""Bylines as printed, and the names in them."""

import re

JOINT = r"\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s*&\s*|\s*;\s*|\s*/\s*|\s+with\s+)"
"""What stands between two names."""

ROLE = re.compile(
    r"\b(?:staff|deputy|head|reporter|editor|columnists?|writers|correspondent|writer|columnist|contributor|journalist"
    r"|producer|chief|director|desk|author|analyst|critic|professor|bureau|news|press|agency|team|guest|senior"
    r"|associated|reuters|bloomberg|afp|ap|for|special|the|magazine|times|post)\b",
    re.IGNORECASE,
)
"""Words of a role, or of an agency."""

_HELPERS = re.compile(r"(?:with|additional|further|reporting|editing|based on)\s", re.IGNORECASE)
"""Words that open a line about who helped, or whose reports were used."""


def authors_of(byline: str) -> tuple[str, ...]:
    """The names in a byline, without roles and agencies where those can be told apart.

    >>> authors_of("Samir Kull and Vera Stepan, The Harbour Press")
    ('Samir Kull', 'Vera Stepan')
    """
    byline = re.sub(r"^(?:by\s*:?\s*)+", "", byline.strip(), flags=re.IGNORECASE)
    if _HELPERS.match(byline):
        return ()
    parts = [part.strip(" .,-–—") for part in re.split(JOINT + r"|\s*\|\s*|\s+[-–—]\s+", byline)]
    parts = [part for part in parts if part]
    names: list[str] = []
    for index, part in enumerate(parts):
        name = re.sub(
            r"\s+(?:for|in|at|special to|of)\s+.*$|\s+The\s+[A-Z].*$",
            "",
            part,
            flags=re.IGNORECASE if " For " in part else 0,
        )
        if index and (ROLE.search(name) or name.split(maxsplit=1)[0].islower()):
            continue
        if name and name not in names:
            names.append(name)
    return tuple(names)
