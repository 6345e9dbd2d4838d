"""The spool: values put on disk by one step of a build for a later one, so that memory stays small."""

import os
from pathlib import Path
from typing import NewType, TypeVar

import msgspec

Value = TypeVar("Value")

_encoder = msgspec.msgpack.Encoder()


Place = NewType("Place", bytes)
"""Where a value is in the spool: part, start and length, packed, for there are as many as there are values."""

_unpack = msgspec.msgpack.Decoder(tuple[int, int, int]).decode


class Spool:
    """Files below a folder, one for each process that writes."""

    def __init__(self, folder: Path) -> None:
        """Begin an empty spool in ``folder``."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.iterdir():
            path.unlink()
        self._open: dict[int, int] = {}
        self._end = 0

    def append(self, value: object) -> Place:
        """Put a value of the model; may be called in a worker process, where it goes to a file of that process."""
        data = _encoder.encode(value)
        part = os.getpid()
        if part not in self._open:
            self._open[part] = os.open(self._folder / str(part), os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            self._end = 0
        place = Place(_encoder.encode((part, self._end, len(data))))
        self._end += len(data)
        while data:  # a disk that fills up takes a part before it refuses
            data = data[os.write(self._open[part], data) :]
        return place

    def read(self, place: Place, kind: type[Value]) -> Value:
        """The value at a place, which is of a ``kind``."""
        part, start, length = _unpack(place)
        if part not in self._open:
            self._open[part] = os.open(self._folder / str(part), os.O_RDONLY)
        data = os.pread(self._open[part], length, start)
        return msgspec.msgpack.decode(data, type=kind)

    def close(self) -> None:
        """Forget everything."""
        for descriptor in self._open.values():
            os.close(descriptor)
        self._open.clear()
        for path in self._folder.iterdir():
            path.unlink()
        self._folder.rmdir()
