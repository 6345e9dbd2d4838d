"""Outlets, recognised by what their pages print of themselves."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.authority import Source
from generator.model.cleaning import Passage, Verdict
from generator.model.slug import slugify

_TELLING = frozenset({Verdict.FURNITURE, Verdict.BYLINE, Verdict.DATE_LINE})
"""What an outlet says of itself; the story, its pictures and their credits speak of others."""
_HOST = re.compile(r"(?:https?://|www\.|@)?((?:[\w-]+\.)+[a-z]{2,})\b", re.IGNORECASE)
_LOOKED_AT = 4000
"""Characters of a passage in which names are looked for."""
_OF_ANY_HOST = frozenset({
    "amp", "archive", "blog", "blogs", "com", "gov", "info", "media", "mobile", "net", "news", "online", "org", "web",
    "www",
})  # fmt: skip
"""Parts of host names that are nobody's name."""
_ADDRESS = re.compile(r"\w\w\.\w\w")
_SHORTEST_PART = 3
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Outlets:
    """The outlets that can be recognised."""

    names: dict[str, str]
    """A name or variant to the outlet's id."""
    hosts: dict[str, str]
    """A host name without ``www.`` to the outlet's id."""
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, sources: Iterable[Source]) -> "Outlets":
        """From the site's source records; a name that two records claim tells nothing and is left out."""
        claims: dict[str, set[str]] = {}
        hosts: dict[str, str] = {}
        for source in sources:
            for name in (source.name, *source.variants):
                claims.setdefault(name, set()).add(source.id)
            for host in source.hosts:
                hosts[host.lower().removeprefix("www.")] = source.id
        names = {name: next(iter(ids)) for name, ids in claims.items() if name and len(ids) == 1}
        longest_first = sorted(names, key=lambda name: (-len(name), name))
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)") if names else None
        return cls(names, hosts, pattern)

    def recognise(self, passages: Iterable[Passage], agency: str | None = None) -> str | None:
        """The id of the outlet that a page names most often outside its story; None when that is not clear.

        ``agency``, from the dateline, decides only when the page names no outlet.
        """
        if not self.names and not self.hosts:
            return None
        votes: Counter[str] = Counter()
        for passage in passages:
            if passage.verdict not in _TELLING:
                continue
            text = passage.text[:_LOOKED_AT]
            found = {self.names[name] for name in self.pattern.findall(text)} if self.pattern else set()
            if self.hosts and "." in text:
                found |= {self._of_host(host) for host in _HOST.findall(text)} - {""}
            votes.update(found)
        ranked = votes.most_common(2)
        if ranked:
            return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None
        return self.names.get(agency) if agency else None

    def ids(self) -> set[str]:
        """Of all outlets that can be recognised."""
        return {*self.names.values(), *self.hosts.values()}

    def find(self, name: str) -> str | None:
        """The id of the outlet of a name, an id or a host; None when there is none."""
        folded = name.casefold()
        for known, id_ in self.names.items():
            if folded in (known.casefold(), id_):
                return id_
        return self.find_host(name)

    def find_host(self, host: str | None) -> str | None:
        """The id of the outlet that a host belongs to; None when there is none."""
        return (self._of_host(host) or None) if host and self.hosts else None

    def _of_host(self, host: str) -> str:
        parts = host.lower().split(".")
        for start in range(len(parts) - 1):
            known = self.hosts.get(".".join(parts[start:]))
            if known:
                return known
        return ""


def is_own_name(name: str, host: str) -> bool:
    """Whether what an outlet calls itself is the name of the host that its page stands at.

    If so, the host is its own. One that holds pages of many outlets, as archives of the web do, is called otherwise.

    >>> is_own_name("The Mirror", "mirror.co.uk"), is_own_name("The Mirror", "web.archive.org")
    (True, False)
    """
    written = slugify(name).replace("-", "")
    parts = {part.replace("-", "") for part in host.split(".")[:-1]} - _OF_ANY_HOST
    return any(
        part in written or (len(written) >= _SHORTEST_NAME and written in part)
        for part in parts
        if len(part) >= _SHORTEST_PART
    )


def choose_name(names: Iterable[str]) -> str:
    """The best of what the pages of one host call its outlet: not all in small letters, no address, the shortest.

    >>> choose_name({"mirror", "The Mirror", "Mirror.co.uk"}), choose_name({"U.S. Tide", "ustide.example"})
    ('The Mirror', 'U.S. Tide')
    """
    return min(names, key=lambda name: (name.islower(), _ADDRESS.search(name) is not None, len(name), name))


NO_OUTLETS = Outlets({}, {}, None)
