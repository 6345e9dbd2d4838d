"""The names that the preview answers to.

A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and would then be allowed by the browser to read
an unpublished archive. It cannot change the name in the Host header, so that is what is looked at.
"""

import re

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
ANY_ADDRESS = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 -- recognised here, not bound
HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]\s/@]+)(:\d*)?", re.ASCII)


def is_local(header: str, *, bound: str) -> bool:
    """Whether a Host header names this machine, or the host that the server was told to bind; any port will do.

    >>> is_local("localhost:8000", bound="127.0.0.1"), is_local("archive.localhost", bound="127.0.0.1")
    (True, True)
    >>> is_local("localhost.example.org", bound="127.0.0.1")
    False
    """
    match = HOST.fullmatch(header.lower())
    if match is None:
        return False
    name = match["name"]
    return name in LOOPBACK or name.endswith(".localhost") or name == in_brackets(bound.lower())


def in_address(bound: str) -> str:
    """How the bound host is written in an address that a browser can open.

    >>> in_address("127.0.0.1"), in_address("::1"), in_address("0.0.0.0")
    ('127.0.0.1', '[::1]', 'localhost')
    """
    return "localhost" if bound in ANY_ADDRESS else in_brackets(bound)


def in_brackets(host: str) -> str:
    """An IPv6 address as it stands before a port; any other host as it is."""
    return f"[{host}]" if ":" in host else host
