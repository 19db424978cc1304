"""What can become of a request to a model server: one sentence each, which says where to look.

ModelError
├── Passing        may be gone in a moment (away, busy, silent, cut off): worth another try
├── Misconfigured  somebody has to look at a setting of Tally or of the server; what was said is kept until then
├── Unreadable     an answer came, and cannot be read as words or calls: worth asking again, once
└── ModelRefused   this very request cannot be answered (too long, not accepted)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

import requests
from requests import exceptions as wire
from urllib3 import Retry
from urllib3 import exceptions as below

from bot.errors import ModelError, ModelRefused
from bot.words import say

REASON_ROOM = 200  # letters of the server's own explanation that are passed on
BODY_ROOM = 65_536  # bytes of it that are read
TOO_LONG = ("context length", "context size", "context window", "exceed_context", "context_length", "model length")
NO_TOOLS = (
    "tool choice",
    "tool_choice",
    "tool-call-parser",
    "does not support tools",
    "requires --jinja",
    "tools param",
)
IN_A_MOMENT = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})


class Passing(ModelError):
    """The server could not answer now. `again_after_s` is how long it asked to be left alone."""

    def __init__(self, sentence: str, again_after_s: float = 0.0) -> None:
        super().__init__(sentence)
        self.again_after_s = again_after_s


class Misconfigured(ModelError):
    """A setting has to be looked at, of Tally or of the server."""


class Unreadable(ModelError):
    """The model began a call that cannot be read; the message is for the model, `written` is what it wrote.

    `shown` becomes true where words before it have been passed on.
    """

    def __init__(self, why: str, written: str) -> None:
        super().__init__(why)
        self.written = written
        self.shown = False


BROKEN: tuple[tuple[type[Exception], Callable[[str], ModelError]], ...] = (
    (wire.SSLError, lambda url: Misconfigured(say("model-server-untrusted", url=url))),
    (wire.ProxyError, lambda url: Passing(say("model-server-proxy", url=url))),
    (wire.ConnectTimeout, lambda url: Passing(say("model-server-away", url=url))),
    (wire.ChunkedEncodingError, lambda url: Passing(say("model-server-cut", url=url))),
    (wire.ContentDecodingError, lambda url: Misconfigured(say("model-server-odd", url=url))),
    (wire.ConnectionError, lambda url: Passing(say("model-server-away", url=url))),
    (ValueError, lambda url: Misconfigured(say("model-server-address", url=url))),  # InvalidURL, InvalidHeader, …
    (below.LocationValueError, lambda url: Misconfigured(say("model-server-address", url=url))),
    (below.DecodeError, lambda url: Misconfigured(say("model-server-odd", url=url))),
    (below.HTTPError, lambda url: Passing(say("model-server-cut", url=url))),
)


def broken(error: Exception, url: str, silent_s: float) -> ModelError:
    """For a request that came to no answer, or whose answer broke off."""
    if _is_silence(error):
        return silent(url, silent_s)
    return next((fault(url) for kind, fault in BROKEN if isinstance(error, kind)), cut(url))


def silent(url: str, seconds: float) -> Passing:
    """Nothing was heard for that long."""
    return Passing(say("model-server-silent", url=url, seconds=f"{seconds:g}"))


def slow(url: str, seconds: float) -> Passing:
    """The answer did not end within that time."""
    return Passing(say("model-server-slow", url=url, seconds=f"{seconds:g}"))


def cut(url: str) -> Passing:
    """The answer broke off."""
    return Passing(say("model-server-cut", url=url))


def odd(url: str) -> Misconfigured:
    """What answers is no model server."""
    return Misconfigured(say("model-server-odd", url=url))


def _is_silence(error: Exception) -> bool:
    """True for a read that took too long; once an answer has begun, requests passes that on as a lost connection."""
    reason = error.args[0] if error.args else None
    causes = (error, reason, getattr(reason, "reason", None))
    return any(isinstance(cause, (wire.ReadTimeout, below.ReadTimeoutError)) for cause in causes)


def unanswered(response: requests.Response, url: str, model: str) -> ModelError:
    """For a status that is no answer."""
    status = response.status_code
    reason = _explained(response)
    if status < HTTPStatus.BAD_REQUEST:
        return Misconfigured(say("model-server-elsewhere", url=url, status=str(status)))
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return Misconfigured(say("model-server-key", url=url, status=str(status)))
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
        names_it = "model" in reason.casefold() and bool(model)
        return no_model(url, model) if names_it else Misconfigured(say("model-server-not-there", url=url))
    return explained(status, reason, url, _again_after(response))


def explained(status: int, reason: str, url: str, again_after_s: float = 0.0) -> ModelError:
    """For what a server says went wrong, by a status or in the middle of its answer."""
    said = reason.casefold()
    if any(mark in said for mark in NO_TOOLS):
        return Misconfigured(say("model-server-no-tools", url=url, why=reason))
    if any(mark in said for mark in TOO_LONG):
        return ModelRefused(say("model-server-too-long", why=reason))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Passing(say("model-server-busy", url=url), again_after_s)
    if status in IN_A_MOMENT or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Passing(say("model-server-failing", url=url, status=str(status), why=reason), again_after_s)
    return ModelRefused(say("model-server-refused", url=url, status=str(status), why=reason))


def no_model(url: str, model: str, has: str = "") -> Misconfigured:
    """The server has no model of this name; `has` are those that it has."""
    if has:
        return Misconfigured(say("model-server-other-models", url=url, name=model, has=has))
    return Misconfigured(say("model-server-no-model", url=url, name=model))


def reason_in(answer: Any) -> str:
    """The explanation in an error object, in any of the forms that servers use; empty when there is none."""
    error = answer.get("error", answer.get("detail", answer)) if isinstance(answer, Mapping) else answer
    told = error.get("message", "") if isinstance(error, Mapping) else error
    kind = error.get("type", "") if isinstance(error, Mapping) else ""
    words = f"{told} ({kind})" if told and kind else told
    return " ".join(str(words).split())[:REASON_ROOM] if isinstance(words, str) else ""


def _explained(response: requests.Response) -> str:
    try:
        body = response.raw.read(BODY_ROOM, decode_content=True)
        return reason_in(json.loads(body))
    except (ValueError, RecursionError, OSError, below.HTTPError):
        return ""  # a page for a browser, or nothing: the status has to do


def _again_after(response: requests.Response) -> float:
    """Seconds of the header Retry-After, which is a number or a date."""
    try:
        return max(0.0, Retry().parse_retry_after(response.headers.get("Retry-After", "0")))
    except below.InvalidHeader:
        return 0.0
