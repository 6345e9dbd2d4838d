"""The days that addresses and file names hold."""

import re
from datetime import date

from generator.enrich.dating.clues import Kind, Statement

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR = r"(?P<year>(?:19[5-9]|20)\d\d)"
_ADDRESS = re.compile(
    rf"(?<=[/_-]){_YEAR}(?P<mark>[/_-]?)(?P<month>1[0-2]|0?[1-9]|{'|'.join(_MONTHS)}[a-z]*)"
    r"(?:(?P=mark)(?P<day>3[01]|[12]\d|0?[1-9]))?(?=[/_.-]|$)"
)
_NAME = re.compile(
    rf"(?<!\d){_YEAR}(?P<mark>[_.-]?)(?P<month>1[0-2]|0[1-9])(?P=mark)(?P<day>3[01]|[12]\d|0[1-9])(?!\d)"
)


def read_address(url: str) -> Statement | None:
    """The day or month that the path of an address holds.

    >>> read_address("https://example.org/news/2015/05/19/talks.html").days
    (datetime.date(2015, 5, 19),)
    >>> read_address("https://example.org/2015/05/talks/").month
    (2015, 5)
    >>> read_address("https://example.org/a/201505191/")
    """
    path = url.partition("://")[2].partition("/")[2].partition("?")[0].lower()
    for match in _ADDRESS.finditer(f"/{path[:2000]}"):
        if match["day"] is None and match["mark"] != "/":
            continue
        if not match["mark"] and (match["day"] is None or len(match[0]) != len("20150519")):
            continue
        month = _MONTHS.index(match["month"][:3]) + 1 if match["month"].isalpha() else int(match["month"])
        words = f'address: "{match[0]}"'
        if match["day"] is None:
            return Statement(kind=Kind.ADDRESS, words=words, month=(int(match["year"]), month))
        try:
            day = date(int(match["year"]), month, int(match["day"]))
        except ValueError:
            continue
        return Statement(kind=Kind.ADDRESS, words=words, days=(day,))
    return None


def read_file_name(name: str) -> Statement | None:
    """The day that the name of a file holds, or of its folder.

    >>> read_file_name("saved/talks-20150519.html").words
    'file name: "20150519"'
    """
    for part in reversed(re.split(r"[/\\]", name)[-2:]):
        for match in _NAME.finditer(part):
            try:
                day = date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                continue
            return Statement(kind=Kind.FILE_NAME, words=f'file name: "{match[0]}"', days=(day,))
    return None
