"""`tally doctor`: what the model is, how it runs here, and how long a tool call takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.table import Table

from bot.domain.conversation import Message, Speaker
from bot.errors import ModelRefused
from bot.handlers.prompt import INSTRUCTIONS
from bot.ports import LanguageModel, ModelReply, ToolSchema
from bot.words import say

ASKED = "apollo on monday and tuesday"
PHRASE = {"type": "string"}
TOOL = ToolSchema(
    "add_activities",
    "",
    {"type": "object", "properties": {"project": PHRASE, "dates": PHRASE, "percent": PHRASE}, "required": ["project"]},
)
TRIES = 3  # the first one computes the prompt, the others find it


@contextmanager
def loading(console: Console) -> Iterator[Callable[[float], None] | None]:
    """A bar while a model is loaded, on a terminal; a model that is there at once shows none."""
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(say("loading-model"), total=1.0)
        yield lambda done: bar.update(task, completed=done)


def examined(model: LanguageModel) -> dict[str, Any]:
    """The model's facts, and what it answered to one message. Raises ModelError when it does not answer."""
    messages = [Message(Speaker.SYSTEM, INSTRUCTIONS), Message(Speaker.USER, ASKED)]
    seconds = []
    for _ in range(TRIES):
        began = time.perf_counter()
        reply = _called(model, messages)
        seconds.append(time.perf_counter() - began)
    answer = "; ".join(f"{call.tool} {dict(call.arguments)}" for call in reply.calls) or reply.text
    facts: Mapping[str, Any] = getattr(model, "facts", {})
    return {
        **facts,
        "first call": f"{seconds[0]:.2f} s",
        "again": f"{min(seconds):.3f} s",
        "asked": ASKED,
        "answer": answer,
    }


def _called(model: LanguageModel, messages: Sequence[Message]) -> ModelReply:
    """A call, where the model's server knows how to insist on one; as Tally asks otherwise."""
    try:
        return model.reply(messages, [TOOL], lambda text: None, required=True)
    except ModelRefused:
        return model.reply(messages, [TOOL], lambda text: None)


def finding_table(found: Mapping[str, Any]) -> Table:
    """What was found, a line each."""
    table = Table(show_header=False, title=say("doctor-title"))
    for name, value in found.items():
        table.add_row(name, str(value))
    return table


def told(model: LanguageModel) -> str:
    """The same in one line, for the start; of a server that is away, the log has told what is the matter."""
    facts: Mapping[str, Any] = getattr(model, "facts", {})
    if "server" in facts and "model" in facts:
        return say("model-server-told", model=facts["model"], url=facts["server"], tokens=facts["longest prompt"])
    if "device" not in facts:
        return ""
    return say(
        "model-told",
        model=facts["model"],
        kind=facts["kind"],
        family=facts["family"],
        device=facts["device"],
        context=facts["context"],
        sequences=facts["sequences"],
        cache=facts["cache"],
    )
