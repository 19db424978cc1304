"""A server that says what a test tells it to, what it says when it is set up wrong, and the engine that asks it."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.domain.conversation import Message, Speaker
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.llm.server.wire import Patience
from bot.ports import ModelReply, ToolSchema
from tests.model_server import Said, Script, refused, running_model_server

ASKED = [Message(Speaker.SYSTEM, "You are Tally."), Message(Speaker.USER, "apollo monday")]
PATIENT = Patience(connect_s=10, silent_s=20, answer_s=60, trying_s=10)
HTML = (("Content-Type", "text/html; charset=utf-8"),)
MISCONFIGURED = {
    "key": (refused(401, "Invalid API key"), "TALLY_MODEL_KEY"),
    "forbidden": (refused(403), "TALLY_MODEL_KEY"),
    "model": (refused(404, "The model `x` does not exist."), "TALLY_MODEL_NAME"),
    "nothing there": (Said(status=404, body=b"<html>", headers=HTML), "TALLY_MODEL_URL"),
    "elsewhere": (Said(status=307, body=b"-", headers=(("Location", "https://sso.example/"),)), "TALLY_MODEL_URL"),
    "a page": (Said(body=b"<html>Sign in</html>", headers=HTML), "TALLY_MODEL_URL"),
    "vLLM without its flags": (
        refused(400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'),
        "--enable-auto-tool-choice",
    ),
    "llama-server without its flag": (refused(500, "tools param requires --jinja flag"), "--jinja"),
    "Ollama's model": (refused(400, "registry.ollama.ai/library/gemma3:4b does not support tools"), "Ollama"),
}  # fmt: skip


@dataclass
class Time:
    """Time that passes only where somebody waits."""

    passed: float = 0.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.passed

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.passed += seconds


@dataclass
class Bench:
    """A server that says what it is told to, and the engine that asks it."""

    server: Script
    tools: Sequence[ToolSchema]
    time: Time = field(default_factory=Time)
    heard: list[str] = field(default_factory=list)
    models: list[ServerModel] = field(default_factory=list)

    def model(self, **chosen: Any) -> ServerModel:
        settings = ServerSettings(**{"url": self.server.url, "patience": PATIENT, **chosen})
        made = ServerModel(settings, wait=self.time.wait, now=self.time.now, chance=lambda: 1.0)
        self.models.append(made)
        return made

    def reply(self, **chosen: Any) -> ModelReply:
        return self.ask(self.model(**chosen))

    def ask(self, model: ServerModel) -> ModelReply:
        self.heard.clear()
        return model.reply(ASKED, self.tools, self.heard.append)


@contextmanager
def open_bench(tools: Sequence[ToolSchema]) -> Iterator[Bench]:
    """A server and what asks it, until the block is left."""
    with running_model_server() as server:
        made = Bench(server, tools)
        yield made
        for model in made.models:
            model.close()


def content(reply: ModelReply) -> list[tuple[str, dict[str, Any]]]:
    return [(made.tool, dict(made.arguments)) for made in reply.calls]


def nowhere() -> str:
    """The address of a port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"
