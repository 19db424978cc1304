"""llama.cpp's own server, from the same source: a slot for each user, prompts cached, with its grammar and without."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import llama_cpp

from benchmarks.llm.asked import Question, Task
from benchmarks.llm.contestants import Told, Work
from benchmarks.llm.reading import Reading, call_within
from benchmarks.llm.weights import CACHE
from bot.domain.conversation import Message
from bot.ports import ToolSchema

PATIENCE_S = 500
_READY_S = 60
_LONGEST = 256
"""Tokens of one answer, where the server's grammar lets it go on."""
_DATA, _DONE = b"data: ", b"[DONE]"


def binary() -> Path:
    """Where `make llama-server` puts it; TALLY_LLAMA_SERVER names another one."""
    return Path(os.environ.get("TALLY_LLAMA_SERVER") or CACHE / "bin" / f"llama-server-{llama_cpp.__version__}")


class Server:
    """A running server. `free` leaves the grammar off, for as many tokens as the engine's answer had."""

    def __init__(self, task: Task, reading: Reading, port: int, *, free: bool) -> None:
        self._task, self._reading, self._port, self._free = task, reading, port, free
        self._lock = threading.Lock()
        self._computed = 0
        self._grammar = ""

    def ask(self, question: Question) -> Told:
        """See `Contestant`."""
        return self._ask_free(question) if self._free else self._ask(question)

    def warm_up(self) -> None:
        """Compute a prompt that others begin like."""
        self._grammar = "" if self._free else self._own_grammar()
        prompt = self._reading.ids(self._task.warm(), self._task.tools)
        list(self._events("/completion", {"prompt": prompt, "n_predict": 1, "temperature": 0, "stream": True}))

    def work(self) -> Work:
        """See `Contestant`; the calls are those that the server itself counts."""
        with self._answer("GET", "/metrics") as answer:
            found = re.search(r"^llamacpp:n_decode_total (\d+)", answer.read().decode(), re.MULTILINE)
        return Work(int(found[1]) if found else 0, self._computed)

    def is_ready(self) -> bool:
        """True once the model is loaded."""
        try:
            with self._answer("GET", "/health") as answer:
                return answer.status == http.client.OK
        except OSError:
            return False

    def _ask(self, question: Question) -> Told:
        began = time.perf_counter()
        prompt = self._reading.ids(question.messages, self._task.tools)
        asked = {"prompt": prompt, "grammar": self._grammar, "n_predict": _LONGEST, "temperature": 0, "stream": True}
        heard = list(self._events("/completion", asked))
        took = heard[-1][0] - began
        call = call_within("".join(event["content"] for _, event in heard))
        written = self._count(heard[-1][1])
        return Told(heard[0][0] - began, took, written, written, self._reading.useful(call) if call else 0, call)

    def _own_grammar(self) -> str:
        """The grammar that the server makes of the tools when a call is required, for one call and nothing else.

        By itself it lets any words stand before a call, and calls follow each other: random weights would never end.
        """
        asked = {
            "messages": [_message(message) for message in self._task.warm()],
            "tools": [_tool(tool) for tool in self._task.tools],
            "tool_choice": "required",
            "parallel_tool_calls": False,
            "max_tokens": 1,
            "verbose": True,
        }
        with self._answer("POST", "/v1/chat/completions", json.dumps(asked)) as answer:
            made = json.loads(answer.read())["__verbose"]["generation_settings"]["grammar"]
        return re.sub(r"^root ::= .*$", "root ::= space tool-call", str(made), flags=re.MULTILINE)

    def _ask_free(self, question: Question) -> Told:
        began = time.perf_counter()
        prompt = self._reading.ids(question.messages, self._task.tools)
        asked = {"prompt": prompt, "n_predict": question.tokens, "ignore_eos": True, "temperature": 0, "stream": True}
        heard = list(self._events("/completion", asked))
        written = self._count(heard[-1][1])
        return Told(heard[0][0] - began, heard[-1][0] - began, written, written, written)

    def _count(self, last: Mapping[str, Any]) -> int:
        """How many tokens the answer had, by the server's own account."""
        timings = last["timings"]
        with self._lock:
            self._computed += timings["prompt_n"] + timings["predicted_n"]
        return int(timings["predicted_n"])

    def _events(self, path: str, asked: Mapping[str, Any]) -> Iterator[tuple[float, dict[str, Any]]]:
        """What the server sends, each with the time at which it came. Raises RuntimeError when it refuses."""
        with self._answer("POST", path, json.dumps(asked)) as answer:
            if answer.status != http.client.OK:
                raise RuntimeError(f"llama-server: {answer.read().decode()[:500]}")
            for line in answer:
                if line.startswith(_DATA) and _DONE not in line:
                    yield time.perf_counter(), json.loads(line.removeprefix(_DATA))

    @contextmanager
    def _answer(self, method: str, path: str, body: str | None = None) -> Iterator[http.client.HTTPResponse]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_S)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            yield connection.getresponse()
        finally:
            connection.close()


@contextmanager
def server(task: Task, reading: Reading, users: int, threads: int, *, free: bool = False) -> Iterator[Server]:
    """A fresh process."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    options = {"-m": task.path, "--port": port, "-np": users, "-c": task.context_tokens * users, "-t": threads}
    command = [binary(), *(part for pair in options.items() for part in pair), "--jinja", "--metrics", "--no-webui"]
    with tempfile.TemporaryFile() as said, subprocess.Popen([*map(str, command)], stdout=said, stderr=said) as process:
        contestant = Server(task, reading, port, free=free)
        try:
            until = time.monotonic() + _READY_S
            while not contestant.is_ready():
                if process.poll() is not None or time.monotonic() > until:
                    said.seek(0)
                    raise RuntimeError(f"llama-server does not start: {said.read().decode()[-1000:]}")
                time.sleep(0.1)
            contestant.warm_up()
            yield contestant
        finally:
            process.terminate()


@contextmanager
def server_free(task: Task, reading: Reading, users: int, threads: int) -> Iterator[Server]:
    """The same without its grammar."""
    with server(task, reading, users, threads, free=True) as contestant:
        yield contestant


def _message(message: Message) -> dict[str, Any]:
    shown: dict[str, Any] = {"role": message.speaker.value, "content": message.text}
    if message.calls:
        shown["tool_calls"] = [
            {
                "id": call.id,
                "type": "function",
                "function": {"name": call.tool, "arguments": json.dumps(dict(call.arguments))},
            }
            for call in message.calls
        ]
    return {**shown, "tool_call_id": message.call_id} if message.call_id else shown


def _tool(tool: ToolSchema) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.description, "parameters": dict(tool.parameters)}
    return {"type": "function", "function": function}
