"""Finds how sure the model has to be: `python -m training.calibrate MODEL.gguf --write`.

On generated dialogues that nobody trained on, the shipped engine answers every message that wants calls, and says how
probable its answer was against the next likeliest one. The threshold is the highest one at which no more than the share
`NEEDLESS` of the right answers would be questioned. `--write` puts it into the file's metadata (`tally.certainty`),
from where the engine reads it.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from gguf import GGUFReader, GGUFWriter

from bot.domain.conversation import Message, Speaker, ToolCall
from bot.errors import ModelRefused
from bot.ledgers.sample import ABSENCE_REASONS
from bot.llm.llama import CERTAINTY, LlamaCppModel
from bot.ports import ToolSchema
from bot.tools.registry import TOOLS
from training import rendering

STREAM = "calibration"
"""Dialogues that neither training nor validation draws from."""
NEEDLESS = 0.04
"""Of the right answers: more questions than that would teach people to click without reading."""


@dataclass(frozen=True)
class Answered:
    """How probable an answer was against the next likeliest one (0.5 to 1), and whether it was the wanted one."""

    certainty: float
    right: bool


class _Reasons:
    """All that the tools' schemas want to know of a ledger."""

    def absence_reasons(self) -> Sequence[Any]:
        return ABSENCE_REASONS


class _Situation:
    ledger = _Reasons()


def schemas() -> list[ToolSchema]:
    """The tools as the assistant offers them."""
    return [tool.schema(_Situation()) for tool in TOOLS.values()]  # type: ignore[arg-type]


def told(message: rendering.Message) -> Message:
    """A message of a generated dialogue as the engine gets it."""
    calls = tuple(
        ToolCall(str(n), call["function"]["name"], call["function"]["arguments"])
        for n, call in enumerate(message.get("tool_calls") or ())
    )
    return Message(Speaker(message["role"]), message.get("content") or "", calls)


def wanted(messages: Sequence[rendering.Message], train: Sequence[bool]) -> Iterator[int]:
    """Places of the messages with calls that a model has to write."""
    for at, (message, learnt) in enumerate(zip(messages, train, strict=True)):
        if learnt and message.get("tool_calls"):
            yield at


def content(calls: Sequence[ToolCall]) -> str:
    """Calls without their ids."""
    return json.dumps([[call.tool, dict(call.arguments)] for call in calls])


def answers(model: LlamaCppModel, generator: str, count: int) -> Iterator[Answered]:
    """What the model makes of `count` dialogues; an answer without an end is none."""
    model.certain = 1.0
    tools = schemas()
    for dialogue in islice(rendering.dialogues(rendering.generator(generator), STREAM), count):
        messages = [told(message) for message in dialogue.messages]
        for at in wanted(dialogue.messages, dialogue.train):
            try:
                reply = model.reply(messages[:at], tools, lambda _: None)
            except ModelRefused:
                continue
            if reply.calls:
                right = content(reply.calls) == content(messages[at].calls)
                yield Answered(reply.certainty, right)


def questioned(found: Sequence[Answered], threshold: float) -> tuple[int, int]:
    """How many right and how many wrong answers would be questioned."""
    asked = [answer.right for answer in found if answer.certainty < threshold]
    return sum(asked), len(asked) - sum(asked)


def best(found: Sequence[Answered]) -> float:
    """The highest threshold in steps of 0.01 that questions no more right answers than it may."""
    most = NEEDLESS * sum(answer.right for answer in found)
    return max((n / 100 for n in range(50, 100) if questioned(found, n / 100)[0] <= most), default=0.5)


def write(path: Path, threshold: float) -> None:
    """Put the threshold into the file's metadata; everything else stays as it is."""
    reader = GGUFReader(path)
    unfinished = path.with_suffix(".part")
    writer = GGUFWriter(unfinished, reader.get_field("general.architecture").contents())  # type: ignore[union-attr]
    for name, field in reader.fields.items():
        if name.startswith("GGUF.") or name in ("general.architecture", CERTAINTY):
            continue
        writer.add_key_value(name, field.contents(), field.types[0], field.types[-1] if len(field.types) > 1 else None)
    writer.add_string(CERTAINTY, f"{threshold:.2f}")
    for tensor in reader.tensors:
        writer.add_tensor(tensor.name, tensor.data, raw_dtype=tensor.tensor_type)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    unfinished.replace(path)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gguf", type=Path)
    parser.add_argument("--generator", default="training.dialogues:generate")
    parser.add_argument("--dialogues", type=int, default=1500)
    parser.add_argument("--write", action="store_true", help="put the threshold into the file")
    options = parser.parse_args()
    model = LlamaCppModel(options.gguf, context_tokens=2048, threads=1)
    found = list(answers(model, options.generator, options.dialogues))
    model.close()
    wrong = sum(not answer.right for answer in found)
    threshold = best(found)
    print(f"{len(found)} answers with calls, {wrong} of them wrong")
    for shown in sorted({0.5, 0.6, 0.7, 0.8, 0.9, threshold}):
        needless, caught = questioned(found, shown)
        mark = " <- taken" if shown == threshold else ""
        print(f"below {shown:.2f}: {caught} wrong answers questioned, {needless} right ones{mark}")
    if options.write:
        write(options.gguf, threshold)
        print(f"{options.gguf}: {CERTAINTY} = {threshold:.2f}")


if __name__ == "__main__":
    main()
