"""The HTTP server: loopback only, and only for requests that were meant for it."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.page_routes import PageRoutes
from sandbox.standin import StandIn
from sandbox.web_api.routes import WebApi

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def application(standin: StandIn) -> web.Application:
    """All routes: the app's (`/api/`, `/link/`, `/response/`) and the page's (`/`, `/page/`, `/sandbox/`)."""
    app = web.Application(middlewares=[_only_from_here], client_max_size=4 * 2**20)
    WebApi(standin).add_to(app.router)
    app.router.add_get("/link/", standin.socket_mode.handle)
    page = PageRoutes(standin)
    page.add_to(app.router)

    async def hang_up(_: web.Application) -> None:
        page.close()
        await standin.socket_mode.close()

    app.on_shutdown.append(hang_up)
    return app


async def start(standin: StandIn, host: str, port: int) -> web.AppRunner:
    """Listens, and tells the stand-in where. Raises ValueError for a host that is not loopback."""
    if host not in LOOPBACK:
        raise ValueError(f"the sandbox has no login and listens on loopback only, not on {host!r}: use 127.0.0.1")
    runner = web.AppRunner(application(standin), access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    actual = runner.addresses[0][1]
    standin.listens_at(f"http://{f'[{host}]' if ':' in host else host}:{actual}")
    return runner


class ServerThread:
    """The server on an event loop and a thread of its own, for programs that are not asynchronous."""

    def __init__(self, standin: StandIn, host: str = "127.0.0.1", port: int = 0) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="sandbox", daemon=True)
        self._thread.start()
        try:
            self._runner = self.call(start(standin, host, port))
        except BaseException:
            self._stop_loop()
            raise

    def call(self, work: Coroutine[Any, Any, Any], timeout: float = 15) -> Any:
        """Runs a coroutine on the server's loop and waits for its result."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout)

    def close(self) -> None:
        self.call(self._runner.cleanup())
        self._stop_loop()

    def _stop_loop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(timeout=5)
        self.loop.close()


@web.middleware
async def _only_from_here(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refuses other host names (DNS rebinding) and other sites' scripts (a foreign Origin)."""
    if _name_of(f"//{request.host}") not in LOOPBACK:
        raise web.HTTPForbidden(text="the sandbox answers to loopback host names only")
    origin = request.headers.get("Origin")
    if (
        origin
        and not request.path.startswith(("/api/", "/response/", "/link/"))
        and urlsplit(origin).netloc != request.host
    ):
        raise web.HTTPForbidden(text="the sandbox takes no requests from other sites")
    return await handler(request)


def _name_of(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
