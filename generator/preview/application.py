"""The application: which request gets which answer."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote, unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from generator.preview.channel import Channel
from generator.preview.files import FRESH, HTML, Loaded, has_file, load_file, send_file
from generator.preview.hosts import is_local
from generator.preview.notices import add_script, not_found_page, waiting_page

METHODS = ("GET", "HEAD")
SCRIPT = files("generator.preview").joinpath("reload.js").read_bytes()


class Preview:
    """The built site below its base, with the means to reload added to each HTML page on its way out."""

    def __init__(self, *, root: Path, base: str, host: str, url: str, channel: Channel) -> None:
        self._root = root
        self._base = unquote(base)  # as paths arrive
        self._host = host
        self._url = url
        self._channel = channel

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        assert scope["type"] == "http"
        request = Request(scope)
        response = self._refuse(request) or await self._answer(request)
        await response(scope, receive, send)

    def _refuse(self, request: Request) -> Response | None:
        """The answer to a request that is not for us; None to one that is."""
        if not is_local(request.headers.get("host", ""), bound=self._host):
            return PlainTextResponse(f"The preview answers to local names only. Open {self._url}\n", status_code=403)
        if request.method not in METHODS:
            return PlainTextResponse(
                "The preview can only be read (GET, HEAD).\n", status_code=405, headers={"allow": ", ".join(METHODS)}
            )
        return None

    async def _answer(self, request: Request) -> Response:
        path: str = request.scope["path"]
        if path in {"/", self._base[:-1]} - {self._base}:
            return RedirectResponse(quote(self._base))
        if not path.startswith(self._base):
            return await self._missing()
        address = path.removeprefix(self._base)
        match address:
            case "_dateline/reload.js":
                return Response(SCRIPT, media_type="text/javascript; charset=utf-8", headers=FRESH)
            case "_dateline/events":
                return self._events(request)
            case _:
                return await self._file(address, request)

    async def _file(self, address: str, request: Request) -> Response:
        version = self._channel.version  # before the file is read: a change in between is told to the page
        loaded = await run_in_threadpool(load_file, self._root, address)
        if loaded is not None:
            return send_file(self._with_script(loaded, version), request)
        if not address.endswith("/") and await run_in_threadpool(has_file, self._root, f"{address}/"):
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{quote(request.scope['path'])}/{query}")
        return await self._missing()

    async def _missing(self) -> Response:
        version = self._channel.version
        if not self._channel.has_site:
            self._channel.expect_site()
            page, status = waiting_page(self._channel.problems), 503
        else:
            loaded = await run_in_threadpool(load_file, self._root, "404.html")
            page, status = (loaded and loaded.body) or not_found_page(self._base), 404
        body = add_script(page, base=quote(self._base), version=version)
        return Response(body, status_code=status, media_type=HTML, headers={"cache-control": "no-store"})

    def _events(self, request: Request) -> Response:
        kind, headers = "text/event-stream; charset=utf-8", {"cache-control": "no-store"}
        if request.method == "HEAD":
            return Response(media_type=kind, headers=headers)
        return StreamingResponse(self._channel.listen(), media_type=kind, headers=headers)

    def _with_script(self, loaded: Loaded, version: str) -> Loaded:
        if loaded.media_type != HTML or loaded.body is None:
            return loaded
        return replace(loaded, body=add_script(loaded.body, base=quote(self._base), version=version))
