"""What the page needs: its files, the people, one person's desk, live changes, and everything a person can do.

JSON both ways.
"""

import asyncio
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web

from sandbox.actions import Actions
from sandbox.interactivity import NotThere
from sandbox.standin import StandIn
from sandbox.state import Change, Desk, Json

PAGE = Path(__file__).parent / "page"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"{POLICY}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


class PageRoutes:
    """The routes under `/`, `/page/` and `/sandbox/`."""

    def __init__(self, standin: StandIn) -> None:
        self.standin = standin
        self.actions = Actions(standin)
        self._listeners: set[asyncio.Queue[Change | None]] = set()

    def add_to(self, router: web.UrlDispatcher) -> None:
        router.add_get("/", self.index)
        router.add_get(r"/page/{name:[a-z_]+\.(?:js|css)}", self.file)
        router.add_get("/sandbox/workspace", self.workspace)
        router.add_get("/sandbox/live", self.live)
        router.add_get("/sandbox/trouble", self.troubles)
        router.add_post("/sandbox/trouble/{name}", self.trouble)
        router.add_get("/sandbox/people/{person}", self.desk)
        router.add_get("/sandbox/files/{file}", self.shared)
        router.add_post("/sandbox/people/{person}/{action}", self.act)

    def close(self) -> None:
        """Ends the live streams, for the end of the server."""
        for queue in self._listeners:
            queue.put_nowait(None)

    async def index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html", headers=HEADERS)

    async def file(self, request: web.Request) -> web.StreamResponse:
        path = PAGE / request.match_info["name"]
        if not path.is_file():
            raise web.HTTPNotFound(text="no such file")
        return web.FileResponse(path, headers=HEADERS)

    async def workspace(self, _: web.Request) -> web.Response:
        """Who there is, and whether the app is connected."""
        workspace = self.standin.workspace
        return web.json_response(
            {
                "bot": {"name": workspace.bot.name, "user_id": workspace.bot.user_id},
                "commands": [dataclasses.asdict(command) for command in workspace.bot.commands],
                "shortcuts": [dataclasses.asdict(shortcut) for shortcut in workspace.bot.shortcuts],
                "connections": len(self.standin.socket_mode.connections),
                "people": [
                    {
                        "id": person.id,
                        "name": person.name,
                        "real_name": person.real_name,
                        "title": person.title,
                        "is_admin": person.is_admin,
                        "tz": person.tz,
                        "locale": person.locale,
                    }
                    for person in workspace.people
                ],
            }
        )

    async def desk(self, request: web.Request) -> web.Response:
        """One person's desk, and the version it stands at."""
        desk = self._desk(request)
        return web.json_response({"version": self.standin.workspace.version, **desk.snapshot()})

    async def shared(self, request: web.Request) -> web.Response:
        """A file that the bot showed: its bytes, to be looked at or, with `?download=1`, to be saved."""
        upload = self.standin.uploads.shown(request.match_info["file"])
        if upload is None:
            raise web.HTTPNotFound(text="no such file")
        kind = "attachment" if "download" in request.query else "inline"
        disposition = f"{kind}; filename*=UTF-8''{quote(upload.name)}"
        headers = {**HEADERS, "Content-Disposition": disposition, "Content-Security-Policy": "sandbox"}
        return web.Response(body=upload.content, content_type=upload.mimetype, headers=headers)

    async def live(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: every change of every desk, from now on."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        queue: asyncio.Queue[Change | None] = asyncio.Queue()
        self._listeners.add(queue)
        unsubscribe = self.standin.workspace.subscribe(queue.put_nowait)
        try:
            await response.write(b": listening\n\n")
            while (change := await queue.get()) is not None:
                await response.write(_event(change))
        except ConnectionResetError:
            pass
        finally:
            unsubscribe()
            self._listeners.discard(queue)
        return response

    async def troubles(self, _: web.Request) -> web.Response:
        """The Trouble menu."""
        return web.json_response(self.standin.trouble.shown())

    async def trouble(self, request: web.Request) -> web.Response:
        """Plans a failure: `/sandbox/trouble/rate_limit`, for the call of a `method`. 404 for one that is not known."""
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="JSON, please")
        try:
            self.standin.trouble.ask(request.match_info["name"], **await request.json())
        except LookupError as unknown:
            raise web.HTTPNotFound(text=str(unknown)) from unknown
        except (TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        return web.json_response({})

    async def act(self, request: web.Request) -> web.Response:
        """Something a person does: `/sandbox/people/U1/say` and so on.

        404 for what is not there, 400 for what makes no sense.
        """
        desk = self._desk(request)
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="JSON, please")
        action: Callable[..., Any] | None = self.actions.by_name.get(request.match_info["action"])
        if action is None:
            raise web.HTTPNotFound(text="no such action")
        try:
            answer: Json | None = await action(desk, **await request.json())
        except NotThere as missing:
            raise web.HTTPNotFound(text=str(missing)) from missing
        except (TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=str(error)) from error
        return web.json_response(answer or {})

    def _desk(self, request: web.Request) -> Desk:
        desk = self.standin.workspace.desks.get(request.match_info["person"])
        if desk is None:
            raise web.HTTPNotFound(text="no such person")
        return desk


def _event(change: Change) -> bytes:
    content = {"version": change.version, "person": change.person, "kind": change.kind, "value": change.value}
    return f"data: {json.dumps(content)}\n\n".encode()
