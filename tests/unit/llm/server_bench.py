"""A server that says what a test tells it to, and the engine that asks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.domain.conversation import Message, Speaker
from bot.llm.server.engine import ServerModel, ServerSettings
from bot.llm.server.wire import Patience
from bot.ports import ModelReply, ToolSchema
from tests.model_server import Script, running_model_server

ASKED = [Message(Speaker.SYSTEM, "You are Tally."), Message(Speaker.USER, "apollo monday")]
PATIENT = Patience(connect_s=10, silent_s=20, answer_s=60, trying_s=10)


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
