"""The server: holds the address, runs the builder beside the application, and ends when it is told to."""

import asyncio
import errno
import multiprocessing
import os
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn

from generator.errors import OutputError, Problem, Where
from generator.preview.application import Preview
from generator.preview.builder import Builder, Rebuilt
from generator.preview.channel import Channel
from generator.preview.hosts import in_address, in_brackets

BACKLOG = 2048
LAST_PORT = 65535


def serve(
    *,
    root: Path,
    base: str,
    host: str,
    port: int,
    watched: Callable[[], Sequence[Path]],
    rebuild: Callable[[], Rebuilt],
    complete: Callable[[], Rebuilt] | None = None,
    announce: Callable[[str], None],
) -> None:
    """Serve ``root`` below ``base``, and build again whenever something watched changes, until Ctrl-C or SIGTERM.

    The first build starts at once; until it is done, what an earlier one left in ``root`` is shown. ``rebuild``, and
    ``watched`` after it, are called in a worker thread; so is ``complete``, after a build that was not complete, once
    the pages have been told of it, if nothing has changed since. ``announce`` is given the address, a line for each
    build, and each problem once, so that ``rebuild`` itself may be silent.

    Returns when told to end, without waiting for a build that is under way: its thread is abandoned and its worker
    processes are killed, which is safe because a build that dies leaves a whole site. Raises OutputError when the
    address cannot be had.
    """
    channel = Channel()
    builder = Builder(
        rebuild=rebuild, complete=complete or rebuild, watched=watched, output=root, announce=announce, channel=channel
    )
    with listen(host, port) as listener:
        url = f"http://{in_address(host)}:{listener.getsockname()[1]}{base}"
        announce(f"Serving {url} (Ctrl-C ends it)")
        server = Server(Preview(root=root, base=base, host=host, url=url, channel=channel), channel)
        # Ctrl-C may come before the server has taken the signal over, or again after it has given it back.
        with suppress(KeyboardInterrupt):
            asyncio.run(run(server, builder, listener))
    if builder.is_building:
        # Python waits at its exit for the worker processes of an unfinished build. They share our signal handlers, so
        # that only this ends them.
        for worker in multiprocessing.active_children():
            worker.kill()


async def run(server: "Server", builder: Builder, listener: socket.socket) -> None:
    """Serve and build side by side until the server ends."""
    building = asyncio.create_task(builder.run())
    await server.serve(sockets=[listener])
    building.cancel()
    with suppress(asyncio.CancelledError):
        await building


class Server(uvicorn.Server):
    """Uvicorn, ending at once and without a word."""

    def __init__(self, preview: Preview, channel: Channel) -> None:
        super().__init__(
            uvicorn.Config(
                preview,
                # named, so that it is the same server whatever else is installed
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                interface="asgi3",
                backlog=BACKLOG,
                log_config=None,
                log_level="error",
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=1,
                # Long, because a connection that we close while it is idle stays open in worker processes that were
                # forked meanwhile, and a browser that uses it again would wait for an answer.
                timeout_keep_alive=600,
            )
        )
        self._channel = channel

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 -- as signal handlers are called
        """End; unlike Uvicorn's own, without raising the signal again afterwards."""
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the event streams and cut off slow readers, whom Uvicorn would wait for."""
        self._channel.close()
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await super().shutdown(sockets)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there, on IPv4 where the host has both; OutputError says why there is none."""
    try:
        if not 0 <= port <= LAST_PORT:
            raise OverflowError(port)  # the look-up would quietly make it another
        families = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = min(families, key=lambda info: info[0] != socket.AF_INET)
        listener = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":  # elsewhere the option lets two servers share a port
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(BACKLOG)
        except BaseException:
            listener.close()
            raise
    except (OSError, OverflowError, UnicodeError) as error:
        raise OutputError(refusal(host, port, error)) from error
    return listener


def refusal(host: str, port: int, error: Exception) -> Problem:
    """Why the server cannot listen there, and what to do."""
    other = port + 1 if 1024 <= port < LAST_PORT else 8000
    match error:
        case OSError(errno=errno.EADDRINUSE):
            what, remedy = (
                "Another program serves there already.",
                f"Choose another port with --port {other}, or end it.",
            )
        case OSError(errno=errno.EACCES):
            what, remedy = "The system does not let us serve at this port.", f"Choose another with --port {other}."
        case OverflowError():
            what, remedy = "There is no such port.", f"Choose one up to {LAST_PORT}, such as --port {other}."
        case _:
            what, remedy = (
                f"This machine has no such address ({error}).",
                "Choose one of its own with --host 127.0.0.1.",
            )
    return Problem(where=Where(path=f"{in_brackets(host)}:{port}"), what=what, remedy=remedy)
