"""The wire to a model server: what is sent, and the events of an answer as they come.

This is `requests`, which Tally uses for its ledgers, and not the official `openai` package, although that is well kept:
it brings a second HTTP client and a dozen packages, it sleeps between tries by a clock of its own, and it hides what
OpenAI's API does not have (`reasoning`, an error in the middle of a stream, `Retry-After` against a deadline). What is
left to do here is small: in an event stream, each line that begins with `data:` is one JSON object.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError as Urllib3Error

from bot.llm.server.faults import broken, cut, explained, odd, reason_in, silent, slow, unanswered

LONGEST_BODY = 4_000_000  # bytes; an answer has a few thousand
PIECE = 16_384
POOL = 64  # as many conversations as can be worked on at once
END = "[DONE]"


@dataclass(frozen=True)
class Patience:
    """How long a server may take, in seconds. `silent_s` holds for the first piece of an answer and between two.

    It is one limit for both: several servers keep a tool call back until it is whole, so the gap before its piece is
    as long as an answer takes.
    """

    connect_s: float = 5.0
    silent_s: float = 60.0
    answer_s: float = 300.0
    trying_s: float = 5.0
    """For how long an answer is tried again at once; after that the inbox comes back to it, every two seconds."""


class Key(requests.auth.AuthBase):
    """The key in the header; without one, nothing. Either way `requests` looks for none in ~/.netrc."""

    def __init__(self, key: str) -> None:
        self._key = key

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Put it in."""
        if self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"
        return request


def _transport() -> HTTPAdapter:
    return HTTPAdapter(pool_maxsize=POOL, max_retries=0)


class Wire:
    """Requests to one server; safe to use from several threads. Nothing is tried twice here."""

    def __init__(
        self,
        url: str,
        key: str,
        patience: Patience,
        now: Callable[[], float],
        transport: Callable[[], HTTPAdapter] = _transport,
    ) -> None:
        """`url` is the one that ends in `/v1`; `now` are seconds that only grow."""
        self.url = url.rstrip("/")
        self.root = self.url.removesuffix("/v1")
        self._patience, self._now = patience, now
        self._session = requests.Session()
        self._session.auth = Key(key)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, transport())

    def close(self) -> None:
        """Give the connections back."""
        self._session.close()

    def get(self, url: str, silent_s: float) -> Any:
        """The JSON of a good answer. Raises ModelError."""
        return self._json("GET", url, None, min(silent_s, self._patience.silent_s))

    def post(self, url: str, body: Mapping[str, Any], silent_s: float) -> Any:
        """The JSON of a good answer to a question that is no chat. Raises ModelError."""
        return self._json("POST", url, body, min(silent_s, self._patience.silent_s))

    def events(
        self, body: Mapping[str, Any], most_silent_s: float = float("inf")
    ) -> Generator[Mapping[str, Any], None, None]:
        """The events of a chat completion as they come; leaving the loop hangs up. Raises ModelError."""
        silent_s = min(most_silent_s, self._patience.silent_s)
        try:
            with self._sent("POST", f"{self.url}/chat/completions", body, silent_s) as response:
                self._check(response, str(body.get("model", "")))
                kind = response.headers.get("Content-Type", "").partition(";")[0].strip().casefold()
                if kind == "text/html":
                    raise odd(self.url)
                if kind == "application/json":  # not every server streams
                    yield self._event(self._whole(response))
                    return
                for line in self._lines(response, silent_s):
                    if line == END:
                        return
                    yield self._event(line)
        except (requests.RequestException, Urllib3Error, OSError, ValueError) as error:
            raise broken(error, self.url, silent_s) from error

    def _event(self, text: str | bytes) -> Mapping[str, Any]:
        try:
            event = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise cut(self.url) from error
        if not isinstance(event, dict):
            raise odd(self.url)
        if event.get("error") or event.get("object") == "error":
            code = event["error"].get("code") if isinstance(event.get("error"), dict) else event.get("code")
            status = code if isinstance(code, int) else HTTPStatus.INTERNAL_SERVER_ERROR
            raise explained(status, reason_in(event), self.url)
        return event

    def _lines(self, response: requests.Response, silent_s: float) -> Iterator[str]:
        """What stands behind each `data:`. Comments keep the connection open, but they are no word of an answer."""
        begun = heard = self._now()
        waiting, length = b"", 0
        while piece := response.raw.read1(PIECE, decode_content=True):
            length += len(piece)
            *lines, waiting = (waiting + piece).split(b"\n")
            said = [line[5:].strip() for line in lines if line.startswith(b"data:")]
            heard = self._now() if said else heard
            yield from (line.decode("utf-8", "replace") for line in said)
            if self._now() - heard > silent_s:
                raise silent(self.url, silent_s)
            if self._now() - begun > self._patience.answer_s:
                raise slow(self.url, self._patience.answer_s)
            if length > LONGEST_BODY:
                raise odd(self.url)
        if waiting.startswith(b"data:"):
            yield waiting[5:].strip().decode("utf-8", "replace")

    def _json(self, method: str, url: str, body: Mapping[str, Any] | None, silent_s: float) -> Any:
        try:
            with self._sent(method, url, body, silent_s) as response:
                self._check(response, "")
                return json.loads(self._whole(response))
        except json.JSONDecodeError as error:
            raise odd(self.url) from error
        except (requests.RequestException, Urllib3Error, OSError, ValueError, RecursionError) as error:
            raise broken(error, self.url, silent_s) from error

    def _sent(self, method: str, url: str, body: Mapping[str, Any] | None, silent_s: float) -> requests.Response:
        waits = (self._patience.connect_s, silent_s)
        return self._session.request(method, url, json=body, timeout=waits, stream=True, allow_redirects=False)

    def _check(self, response: requests.Response, model: str) -> None:
        if response.status_code != HTTPStatus.OK:
            raise unanswered(response, self.url, model)

    def _whole(self, response: requests.Response) -> bytes:
        body: bytes = response.raw.read(LONGEST_BODY + 1, decode_content=True)
        if len(body) > LONGEST_BODY:
            raise odd(self.url)
        return body
