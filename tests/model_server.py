"""A strict small server with OpenAI's API: over real HTTP, saying what a test put into its script. It can misbehave.

Strict: a request that no real server would take (arguments that are no JSON in a string, a tool message without the
call that it answers, an unknown model) is refused with 400 or 404, so that a test notices.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE = 30  # seconds that a silent answer is silent at most, so that a broken test ends
MODEL = "tally-test"
Event = Mapping[str, Any]


def delta(finish: str | None = None, **said: Any) -> Event:
    """One event of a stream: what is new in the answer, and why it ended if it did."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion.chunk",
        "model": MODEL,
        "choices": [{"index": 0, "delta": said, "finish_reason": finish}],
    }


def words(*pieces: str) -> list[Event]:
    """An answer in words, piece by piece."""
    return [delta(role="assistant"), *(delta(content=piece) for piece in pieces), delta("stop")]


def call(index: int | None, name: str = "", arguments: Any = None, id_: str = "") -> Event:
    """A piece of a call."""
    function = {key: value for key, value in (("name", name), ("arguments", arguments)) if value not in ("", None)}
    piece = {"index": index, "id": id_, "type": "function", "function": function}
    return delta(tool_calls=[{key: value for key, value in piece.items() if value not in ("", None)}])


CALLED = delta("tool_calls")


@dataclass(frozen=True)
class Said:
    """How one request is answered.

    `then`: what comes after the events: `end` (as it should), `cut` (the connection is reset), `hang up` (it ends as if
    all were well, without a word why), `silence` (nothing more, until the server is closed).
    """

    events: Sequence[Event] = ()
    then: str = "end"
    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/json"),)


def refused(status: int, message: str = "no", *headers: tuple[str, str]) -> Said:
    """An error as most servers word it."""
    body = json.dumps({"error": {"message": message, "type": "invalid_request_error"}}).encode()
    return Said(status=status, body=body, headers=(("Content-Type", "application/json"), *headers))


@dataclass
class Script:
    """What the server is to say, in order, and what it heard. `counters` are its ways to count tokens."""

    script: list[Said] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    key: str = ""
    models: list[dict[str, Any]] = field(default_factory=lambda: [{"id": MODEL}])
    counters: dict[str, Any] = field(default_factory=dict)
    url: str = ""
    closing: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def say(self, *said: Said | Sequence[Event]) -> None:
        """Answer the next chats so, one each."""
        self.script += [one if isinstance(one, Said) else Said(one) for one in said]


class Unacceptable(Exception):
    """The request is not as OpenAI's API has it."""


def check_chat(body: Mapping[str, Any]) -> None:
    """Raise Unacceptable for what a strict server would not take."""
    open_calls: set[str] = set()
    for message in body["messages"]:
        if message["role"] not in ("system", "user", "assistant", "tool"):
            raise Unacceptable("unknown role")
        if not isinstance(message["content"], str):
            raise Unacceptable("content must be text")
        for made in message.get("tool_calls", ()):
            if not isinstance(json.loads(made["function"]["arguments"]), dict) or made["type"] != "function":
                raise Unacceptable("arguments must be an object in a string")
            open_calls.add(made["id"])
        if message["role"] == "tool" and message["tool_call_id"] not in open_calls:
            raise Unacceptable("a result without a call")
    for tool in body.get("tools", ()):
        if tool["type"] != "function" or tool["function"]["parameters"]["type"] != "object":
            raise Unacceptable("a tool of another form")
    if not (body["stream"] is True and isinstance(body["max_tokens"], int)):
        raise Unacceptable("a stream of limited length was expected")


class _Handler(BaseHTTPRequestHandler):
    server_script: Script
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._serve({})

    def do_POST(self) -> None:
        self._serve(json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0))))

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on standard error."""

    def _serve(self, body: dict[str, Any]) -> None:
        heard = self.server_script
        with heard.lock:
            heard.paths.append(self.path)
            heard.keys.append(self.headers.get("Authorization"))
        if heard.key and self.headers.get("Authorization") != f"Bearer {heard.key}":
            self._send(refused(401, "Invalid API key"))
        elif self.path == "/v1/models":
            self._send(Said(body=json.dumps({"object": "list", "data": heard.models}).encode()))
        elif self.path in heard.counters:
            self._send(Said(body=json.dumps(heard.counters[self.path]).encode()))
        elif self.path == "/v1/chat/completions":
            self._chat(body)
        else:
            self._send(Said(status=404, body=b"<html>Not Found</html>", headers=(("Content-Type", "text/html"),)))

    def _chat(self, body: dict[str, Any]) -> None:
        heard = self.server_script
        with heard.lock:
            heard.asked.append(body)
            said = heard.script.pop(0) if heard.script else Said(words("ok"))
        try:
            check_chat(body)
        except (Unacceptable, KeyError, ValueError, TypeError) as error:
            said = refused(400, f"unacceptable: {error!r}")
        if body.get("model") not in [model["id"] for model in heard.models]:
            said = refused(404, f"The model `{body.get('model')}` does not exist.")
        self._send(said)

    def _send(self, said: Said) -> None:
        if said.body or said.status != 200:
            self.send_response(said.status)
            for name, value in (*said.headers, ("Content-Length", str(len(said.body)))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said.body)
            return
        if said.then == "silence" and not said.events:
            self.server_script.closing.wait(PATIENCE)
            self.close_connection = True
            return
        self._stream(said)

    def _stream(self, said: Said) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for event in said.events:
                self._chunk(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n")
            self._end(said.then)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the other side had heard enough

    def _end(self, then: str) -> None:
        if then == "cut":
            self.close_connection = True
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        elif then == "silence":
            self.server_script.closing.wait(PATIENCE)
            self.close_connection = True
        elif then == "comments":
            while not self.server_script.closing.wait(0.02):
                self._chunk(b": ping\n\n")
            self.close_connection = True
        else:
            self._chunk(b"data: [DONE]\n\n" if then == "end" else b"")
            if then == "end":
                self.wfile.write(b"0\r\n\r\n")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


@contextmanager
def running_model_server() -> Iterator[Script]:
    """The server, until the block is left."""
    script = Script()

    class Handler(_Handler):
        server_script = script

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    script.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, name="model server")
    thread.start()
    try:
        yield script
    finally:
        script.closing.set()
        http.shutdown()
        thread.join()
        http.server_close()
