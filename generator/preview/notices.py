"""What the preview adds to pages, and the small pages of its own for when the site has none to show."""

import re
from collections.abc import Sequence
from html import escape

END_OF_BODY = re.compile(rb"</body\s*>", re.IGNORECASE)

WAITING = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width">
<title>Building the site</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<h1>Building the site</h1>
<p>The site is not there yet. This page shows it as soon as it is built.</p>
{problems}</body>
</html>
"""

NOT_FOUND = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width">
<title>Not found</title>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem">
<h1>Not found</h1>
<p>The site has no page at this address. <a href="{base}">Go to its front page.</a></p>
</body>
</html>
"""


def waiting_page(problems: Sequence[str]) -> bytes:
    """Shown until the first good build. Browsers that run scripts get the problems from reload.js instead."""
    items = "".join(f"<li>{escape(problem)}</li>\n" for problem in problems)
    said = f"<noscript>\n<p>It could not be built:</p>\n<ul>\n{items}</ul>\n</noscript>\n" if problems else ""
    return WAITING.format(problems=said).encode()


def not_found_page(base: str) -> bytes:
    """Shown when the site has no 404.html."""
    return NOT_FOUND.format(base=escape(base)).encode()


def add_script(page: bytes, *, base: str, version: str) -> bytes:
    """The page with reload.js before the end of its body, or at its end when that is not marked.

    ``version`` is the state of the site that the page shows; the script reloads when the server tells another.

    >>> add_script(b"<p>Harbour</p></body></html>", base="/", version="a-1")
    b'<p>Harbour</p><script src="/_dateline/reload.js" data-version="a-1" defer></script></body></html>'
    """
    script = (
        f'<script src="{escape(base)}_dateline/reload.js" data-version="{escape(version)}" defer></script>'.encode()
    )
    ends = [match.start() for match in END_OF_BODY.finditer(page)]
    end = ends[-1] if ends else len(page)
    return page[:end] + script + page[end:]
