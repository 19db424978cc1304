"""The synthetic dialogues as chat JSONL, for fine-tuning another model: `python -m training.chat_export --out FILE`.

One object a line, {"messages": […], "tools": […]}, in the OpenAI format. The system message, the tools and the results
of calls are made by the code that makes them at run time, around a company that fits (`training.companies`); the
messages are those of `training.dialogues`, up to the last one that the model is to learn. An assistant message with
`"weight": 0` is not to be learnt: code wrote it. docs/fine-tuning.md says how to use the file. Needs neither PyTorch
nor a tokenizer.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.domain.proposal import ProposalState
from bot.errors import TallyError
from bot.handlers.prompt import system_text
from bot.handlers.waiting import ON_THE_CARD
from bot.llm.template import as_dicts
from bot.tools.registry import TOOLS
from bot.tools.situation import Situation
from bot.tools.tool import Kind
from bot.words import say
from training.companies import Said, calls_of, situation_of
from training.dialogues import Dialogue, generate
from training.dialogues.noise import voice

LANGUAGES = ("en", "fr")
CHAINED = {"assign_project"}
"""Beside other calls, this one is about what they create."""


def lines(seed: int, language: str | None = None) -> Iterator[dict[str, Any]]:
    """Objects without end; number n depends on the seed and n only."""
    number = 0
    while True:
        key = f"chat/{seed}/{number}"
        spoken = "fr" if voice(random.Random(key)).french else "en"  # the first thing that a dialogue draws
        number += 1
        if language in (None, spoken):
            dialogue = generate(random.Random(key))
            made = line(dialogue, spoken, random.Random(f"{key}/company"))
            if made:
                yield made


def line(dialogue: Dialogue, spoken: str, rng: random.Random) -> dict[str, Any] | None:
    """One dialogue with its system message and its tools; None for one that a run-time history cannot look like."""
    situation = situation_of(dialogue, rng)
    messages, learnt = _history(dialogue, situation, rng)
    if not _is_possible(messages, learnt):
        return None
    system = Message(Speaker.SYSTEM, system_text(situation, spoken))
    shown = as_dicts([system, *messages])
    for message, is_learnt in zip(shown[1:], learnt, strict=True):
        for call in message.get("tool_calls", ()):
            call["function"]["arguments"] = json.dumps(call["function"]["arguments"], ensure_ascii=False)
        if message["role"] == "assistant" and not is_learnt:
            message["weight"] = 0
    return {"messages": shown, "tools": tools_of(situation)}


def tools_of(situation: Situation) -> list[dict[str, Any]]:
    """The tools as a model is told of them."""
    schemas = [tool.schema(situation) for tool in TOOLS.values()]
    return [
        {
            "type": "function",
            "function": {"name": s.name, "description": s.description, "parameters": dict(s.parameters)},
        }
        for s in schemas
    ]


def _history(dialogue: Dialogue, situation: Situation, rng: random.Random) -> tuple[list[Message], list[bool]]:
    """The messages up to the last one that is learnt, as a run-time history has them, and which of them are learnt."""
    last = max(number for number, learnt in enumerate(dialogue.train) if learnt)
    results = iter(calls_of(dialogue))
    ids: dict[str, str] = {}
    history: list[Message] = []
    learnt: list[bool] = []
    said: list[str] = []
    for message, is_learnt in list(zip(dialogue.messages, dialogue.train, strict=True))[: last + 1]:
        role, text = message["role"], message["content"]
        calls: tuple[ToolCall, ...] = ()
        if role == "user":
            said.append(text)
        elif role == "tool":
            text = _result(next(results), replace(situation, said=tuple(said)))
        elif text == ON_THE_CARD and not is_learnt and not _is_open(history):
            continue  # as at run time: what was shown there is decided
        for entry in message.get("tool_calls", ()):
            ids[entry["id"]] = f"{rng.getrandbits(36):09x}"
            calls += (ToolCall(ids[entry["id"]], entry["function"]["name"], entry["function"]["arguments"]),)
        history.append(Message(Speaker(role), text, calls, ids.get(message.get("tool_call_id", ""))))
        learnt.append(is_learnt)
    return history, learnt


def _is_open(history: list[Message]) -> bool:
    """True when one of the results right before is of a line that still waits."""
    for message in reversed(history):
        if message.speaker is not Speaker.TOOL:
            return False
        if message.text.startswith(ProposalState.PENDING):
            return True
    return False


def _is_possible(history: list[Message], learnt: list[bool]) -> bool:
    """No call is left out of what is learnt (it was made before a status that it is now told), none fails without a
    reason, none is about what another one creates (it would wait), and the roles take turns.
    """
    kinds = [message.speaker for message in history]
    turns = [kind for number, kind in enumerate(kinds) if kind is not Speaker.TOOL or kinds[number - 1] is not kind]
    answers = [kind is Speaker.ASSISTANT for kind in turns]
    take_turns = answers == [bool(number % 2) for number in range(len(answers))]
    outdated = any(message.calls and not is_learnt for message, is_learnt in zip(history, learnt, strict=True))
    failed = any(message.speaker is Speaker.TOOL and message.text.startswith("error") for message in history)
    chained = any({call.tool for call in message.calls} > CHAINED for message in history[:-1])
    return take_turns and not (outdated or failed or chained)


def _result(call: Said, situation: Situation) -> str:
    """The status, and what code writes below it at run time; the status alone where this company cannot say."""
    try:
        return "\n".join(filter(None, [call.status, _below(call, situation)]))
    except TallyError:
        return call.status


def _below(call: Said, situation: Situation) -> str:
    tool, status = TOOLS[call.tool], call.status.split()[0]
    if status == "refused":
        return say("admins-only")
    if status in ("ask", "done", "error"):
        return ""
    arguments: Mapping[str, str] = call.arguments
    values = tool.resolve(arguments, situation).values
    if tool.kind is Kind.READS:
        return tool.find(values, situation).text
    draft = tool.draft(values, situation)
    return f"{draft.title} {draft.amount}".strip()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dialogues", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=Path("tally-chat.jsonl"))
    parser.add_argument("--language", choices=LANGUAGES, help="only dialogues in this language (default: both)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as file:
        for made in islice(lines(options.seed, options.language), options.dialogues):
            file.write(json.dumps(made, ensure_ascii=False) + "\n")
    print(f"{options.out}: {options.dialogues} dialogues, {options.out.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
