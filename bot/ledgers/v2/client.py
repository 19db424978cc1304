"""The wire of the v2 API: one request, and one clear sentence for everything that can become of it.

A reading call is repeated a few times when the connection fails or the server is overloaded; a writing call never is,
since nobody could tell how often it was carried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import requests
from requests import exceptions as wire
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import HTTPError as Urllib3Error
from urllib3.exceptions import NewConnectionError, ReadTimeoutError

from bot.errors import LedgerError, LedgerRefused
from bot.words import say

ROOT = "v2/private"
CONNECT_S = 5.0
AGAIN = Retry(
    total=2,
    status_forcelist=(502, 503, 504),
    allowed_methods=("GET",),
    backoff_factor=0.1,
    redirect=0,
    respect_retry_after_header=False,
    raise_on_status=False,
)
NEVER_AGAIN = Retry(total=0, redirect=0)
REASON_ROOM = 200  # letters of the server's own explanation that are passed on


class OutcomeUnknown(LedgerError):
    """A writing request was sent and not answered properly: it may have been carried out, now or a little later."""


def _transport(retry: Retry) -> HTTPAdapter:
    return HTTPAdapter(max_retries=retry)


class V2Client:
    """Requests to one server; safe to use from several threads. `timeout_s` is how long it may be silent.

    `transport` makes what sends requests, with the repetitions that it may make.
    """

    def __init__(self, url: str, timeout_s: float, transport: Callable[[Retry], HTTPAdapter] = _transport) -> None:
        self._root = f"{url.rstrip('/')}/{ROOT}"
        self._timeout_s = timeout_s
        self._reading = _session(transport(AGAIN))
        self._writing = _session(transport(NEVER_AGAIN))
        self._writing.headers["Connection"] = "close"  # a connection that was idle may die under a request

    def get(self, *path: str) -> bytes:
        """The body of a good answer. Raises LedgerError."""
        response = self._asked(self._reading, "GET", path, None)
        if response.status_code >= HTTPStatus.MULTIPLE_CHOICES:
            raise _unanswered(response)
        return response.content

    def post(self, *path: str, body: Mapping[str, Any]) -> bytes:
        """The body of a good answer. Raises LedgerRefused when the server said no, OutcomeUnknown when it may have been
        carried out all the same, and another LedgerError when it surely was not.
        """
        response = self._asked(self._writing, "POST", path, body)
        status = response.status_code
        if status < HTTPStatus.MULTIPLE_CHOICES:
            return response.content
        if status in SAID_NO:
            raise LedgerRefused(_refusal(response))
        if status in NOT_CARRIED_OUT:
            raise _unanswered(response)
        raise OutcomeUnknown(str(_unanswered(response)))

    def close(self) -> None:
        """Give the connections back."""
        self._reading.close()
        self._writing.close()

    def _asked(
        self, session: requests.Session, method: str, path: tuple[str, ...], body: Mapping[str, Any] | None
    ) -> requests.Response:
        url = "/".join([self._root, *(quote(part, safe="@") for part in path)])
        waits = (min(CONNECT_S, self._timeout_s), self._timeout_s)
        try:
            return session.request(method, url, json=body, timeout=waits, allow_redirects=False)
        except (wire.RequestException, Urllib3Error) as error:
            kind = LedgerError if body is None or _was_not_sent(error) else OutcomeUnknown
            raise kind(broken(error)) from error


SAID_NO = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY})
NOT_CARRIED_OUT = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.METHOD_NOT_ALLOWED,
        HTTPStatus.TOO_MANY_REQUESTS,
    }
)

WENT_WRONG: tuple[tuple[type[Exception], Callable[[], str]], ...] = (
    (wire.Timeout, lambda: say("v2-slow", ledger=title())),
    (wire.SSLError, lambda: say("v2-untrusted", ledger=title())),
    (wire.ProxyError, lambda: say("v2-proxy", ledger=title())),
    (wire.ChunkedEncodingError, lambda: say("v2-cut-off", ledger=title())),
    (wire.ContentDecodingError, lambda: say("v2-odd", ledger=title())),
    (wire.InvalidJSONError, lambda: say("v2-odd", ledger=title())),
    (wire.RetryError, lambda: say("v2-failing", ledger=title(), status="503")),
    (wire.TooManyRedirects, lambda: say("v2-elsewhere", ledger=title())),
    (wire.ConnectionError, lambda: say("v2-away", ledger=title())),
    (ValueError, lambda: say("v2-address", ledger=title())),  # InvalidURL, MissingSchema, InvalidHeader and their like
)


def title() -> str:
    """What people call this ledger."""
    return say("v2-title")


def broken(error: Exception) -> str:
    """The sentence for a request that came to no answer."""
    if isinstance(_below(error), ReadTimeoutError):
        return say("v2-slow", ledger=title())
    return next(
        (sentence() for kind, sentence in WENT_WRONG if isinstance(error, kind)), say("v2-away", ledger=title())
    )


def _was_not_sent(error: Exception) -> bool:
    """True when the request surely never reached the server."""
    if isinstance(error, (wire.ConnectTimeout, ValueError)):
        return True
    return isinstance(_below(error), NewConnectionError)


def _below(error: Exception) -> object:
    """What went wrong last, where a request was repeated or failed below `requests`."""
    return getattr(error.args[0], "reason", None) if error.args else None


def _unanswered(response: requests.Response) -> LedgerError:
    """For a status that is neither an answer nor a refusal."""
    status = response.status_code
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return LedgerError(say("v2-keeps-out", ledger=title(), status=str(status)))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return LedgerError(say("v2-busy", ledger=title()))
    if status < HTTPStatus.BAD_REQUEST:
        return LedgerError(say("v2-elsewhere", ledger=title()))
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return LedgerError(say("v2-not-there", ledger=title(), status=str(status)))
    return LedgerError(say("v2-failing", ledger=title(), status=str(status)))


def _refusal(response: requests.Response) -> str:
    try:
        told = response.json()
    except (ValueError, RecursionError):
        told = None
    reason = (
        next((told[key] for key in ("message", "error") if isinstance(told.get(key), str)), "")
        if (isinstance(told, dict))
        else ""
    )
    if reason.strip():
        return say("v2-refused-why", ledger=title(), why=" ".join(reason.split())[:REASON_ROOM])
    return say("v2-refused", ledger=title(), status=str(response.status_code))


def _session(transport: HTTPAdapter) -> requests.Session:
    session = requests.Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, transport)
    session.headers["Accept"] = "application/json"
    return session
