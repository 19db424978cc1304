"""`POST /api/<method>`, `/response/<token>` and `/upload/v1/<token>`: tokens, planned faults, answers."""

import json

from aiohttp import web

from sandbox.clock import pause
from sandbox.faults import Fault
from sandbox.standin import ApiCall, StandIn
from sandbox.state import Json
from sandbox.tickets import Refused
from sandbox.web_api.body import arguments_of
from sandbox.web_api.call import ApiError, Call
from sandbox.web_api.methods import APP_TOKEN_METHODS, METHODS


class WebApi:
    """The three routes that an app calls."""

    def __init__(self, standin: StandIn) -> None:
        self.standin = standin

    def add_to(self, router: web.UrlDispatcher) -> None:
        router.add_route("*", "/api/{method}", self.call)
        router.add_post("/response/{token}", self.respond)
        router.add_post("/upload/v1/{token}", self.upload)

    async def call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = self.standin.faults.next_call(method)
        if fault is not None and fault.kind == "delay":
            await pause(self.standin.workspace.clock, fault.seconds)
        elif fault is not None and fault.kind != "lose_answer":
            return self._broken(request, method, fault)
        answer = await self._answer(method, request)
        if fault is not None and fault.kind == "lose_answer":
            return _hang_up(request)
        return web.json_response(answer, headers={"x-oauth-scopes": ",".join(self.standin.workspace.bot.scopes)})

    async def respond(self, request: web.Request) -> web.Response:
        """A message sent to a response_url."""
        try:
            url = self.standin.tickets.redeem_response_url(request.match_info["token"])
        except Refused as refused:
            self.standin.workspace.problem(f"response_url: {refused}")
            return web.Response(status=404, text=str(refused))
        outcome = self.standin.responses.answer(url.desk, url.message, await request.json())
        return web.Response(status=200 if outcome == "ok" else 400, text=outcome)

    async def upload(self, request: web.Request) -> web.StreamResponse:
        """The bytes of a file, raw or as a form's only file; faults are planned for it under the name `upload`."""
        fault = self.standin.faults.next_call("upload")
        if fault is not None and fault.kind != "lose_answer":
            return self._broken(request, "upload", fault)
        refusal = self.standin.uploads.receive(request.match_info["token"], await _bytes_of(request))
        if fault is not None:
            return _hang_up(request)
        if refusal:
            self.standin.workspace.problem(f"upload: {refusal}")
            return web.Response(status=400, text=refusal)
        return web.Response(text="OK")

    async def _answer(self, method: str, request: web.Request) -> Json:
        arguments: Json = {}
        try:
            arguments = await arguments_of(request)
            token = _token(request, arguments)
            self._check_token(method, token)
            handler = METHODS.get(method)
            if handler is None:
                raise ApiError("unknown_method", [f"the sandbox does not know {method}"])
            answer = {"ok": True, **handler(Call(method, arguments, self.standin))}
        except ApiError as error:
            answer = error.answer()
        self.standin.called(ApiCall(method, arguments, answer))
        return answer

    def _check_token(self, method: str, token: str) -> None:
        bot = self.standin.workspace.bot
        if not token:
            raise ApiError("not_authed")
        if token not in {bot.bot_token, bot.app_token}:
            raise ApiError("invalid_auth")
        if method in METHODS and (token == bot.app_token) != (method in APP_TOKEN_METHODS):
            raise ApiError("not_allowed_token_type")

    def _broken(self, request: web.Request, method: str, fault: Fault) -> web.StreamResponse:
        if fault.kind == "drop":
            return _hang_up(request)
        if fault.kind == "error":
            return web.json_response(ApiError(fault.error).answer())
        if fault.status == 429:
            body = json.dumps({"ok": False, "error": "ratelimited"})
            return web.Response(
                status=429, text=body, content_type="application/json", headers={"Retry-After": str(int(fault.seconds))}
            )
        return web.Response(status=fault.status, text=f"{method} failed, as a test asked")


async def _bytes_of(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    parts = (await request.post()).values()
    return next((part.file.read() for part in parts if isinstance(part, web.FileField)), b"")


def _token(request: web.Request, arguments: Json) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token if scheme.lower() == "bearer" else str(arguments.pop("token", ""))


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
