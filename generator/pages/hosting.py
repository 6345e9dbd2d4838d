"""What hosts are told: where former addresses lead, and which headers to send.

Netlify and Cloudflare Pages read ``_redirects`` and ``_headers``. nginx includes ``_nginx-http.conf`` and
``_nginx-server.conf``. GitHub Pages reads neither; there the pages lead on by themselves and state the policy.
"""

from collections.abc import Sequence

from generator.model.address import Addresses
from generator.model.files import TextFile
from generator.pages.redirects import Move

# Pagefind runs WebAssembly in a worker, which is what 'wasm-unsafe-eval' allows; it allows no script from text.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""The Content-Security-Policy that every page states: all from this host, nothing inline."""

POLICY = f"{PAGE_POLICY}; frame-ancestors 'none'"
"""The same as a header, which may also say that no other page may frame ours."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every file. Strict-Transport-Security is left to the host: it speaks for all of a domain."""

FOREVER = "public, max-age=31536000, immutable"
"""For files whose names are made from what is in them."""

_HASHED = ("fragment", "index", "filter")
"""The folders of a search index that hold such files."""


def host_files(here: Addresses, moves: Sequence[Move]) -> tuple[TextFile, ...]:
    """The files for hosts, from one table of moves and one of headers."""
    texts = {
        "_redirects": _redirects(moves),
        "_headers": _headers(here),
        "_nginx-http.conf": _nginx_http(here, moves),
        "_nginx-server.conf": _nginx_server(),
        ".nojekyll": "",  # or GitHub Pages would leave out names that begin with an underscore
    }
    return tuple(TextFile(url=f"{here.base}{name}", text=text) for name, text in texts.items())


def _redirects(moves: Sequence[Move]) -> str:
    # The status is always written: Netlify would take 301, Cloudflare 302.
    return "".join(f"{move.source} {move.target} 301\n" for move in moves)


def _headers(here: Addresses) -> str:
    rules = {f"{here.base}*": HEADERS}
    # One placeholder and one asterisk, which both hosts understand.
    rules |= {f"{here.search}:index/{folder}/*": {"Cache-Control": FOREVER} for folder in _HASHED}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def _nginx_http(here: Addresses, moves: Sequence[Move]) -> str:
    """Two maps. nginx wants to be told how long their keys may be and how many there are."""
    longest = max((len(move.source) for move in moves), default=0)
    bucket = max(128, 1 << (longest + 32).bit_length())
    size = max(2048, 1 << (2 * len(moves)).bit_length())
    table = "".join(f'    "{move.source}" "{move.target}";\n' for move in moves)
    return (
        "# For nginx, inside http { }: include this file there. Written by Dateline.\n"
        f"map_hash_bucket_size {bucket};\n"
        f"map_hash_max_size {size};\n"
        "map $uri $dateline_moved {\n"
        '    default "";\n'
        f"{table}}}\n"
        "map $uri $dateline_cache {\n"
        '    default "no-cache";\n'
        f'    "~^{here.search}[^/]+/({"|".join(_HASHED)})/" "{FOREVER}";\n'
        "}\n"
    )


def _nginx_server() -> str:
    headers = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return (
        "# For nginx, inside server { }: include this file there. Written by Dateline.\n"
        "if ($dateline_moved) {\n"
        "    return 301 $dateline_moved;\n"
        "}\n"
        f"{headers}"
        "add_header Cache-Control $dateline_cache;\n"
    )
