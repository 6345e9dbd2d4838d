"""Values: what the model is made of. They cannot change, and are made, compared and encoded by C.

A frozen dataclass would do the same at ten times the cost, and a page is hundreds of values.
"""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct, field, msgpack
from msgspec.json import Encoder
from msgspec.structs import asdict, replace

__all__ = ["Value", "as_json", "asdict", "field", "pack", "replace", "unpacker"]

Kind = TypeVar("Kind")

_encode = Encoder().encode
pack: Callable[[Any], bytes] = msgpack.Encoder().encode
"""A value as bytes, which take a third of its space."""


def unpacker(kind: type[Kind]) -> Callable[[bytes | memoryview], Kind]:
    """What makes values of one kind of what was packed."""
    return msgpack.Decoder(kind).decode


class Value(Struct, frozen=True, gc=False):
    """A value. None leads back to itself, so the garbage collector need not know of it, which saves 16 bytes each."""


def as_json(value: Any) -> str:
    """Anything that JSON knows, on one line.

    >>> as_json({"title": "Żółw & co", "people": ()})
    '{"title":"Żółw & co","people":[]}'
    """
    try:
        return _encode(value).decode()
    except UnicodeEncodeError:  # half a surrogate pair, which only Python's own encoder lets pass
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
