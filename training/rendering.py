"""From a dialogue to token ids and the mask of what is learnt, through the template that the GGUF carries."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from tokenizers import Tokenizer

from training.vocabulary import ASSISTANT_ID, END_ID, TOOL_ID, USER_ID, encode

TEMPLATE = Path(__file__).with_name("template.jinja")
ROLE_IDS = frozenset((USER_ID, ASSISTANT_ID, TOOL_ID))
Message = Mapping[str, Any]


class Dialogue(Protocol):
    """What a generator makes: `messages[i]` is learnt if `train[i]`; `kind` is the category in the results."""

    @property
    def messages(self) -> Sequence[Message]: ...
    @property
    def train(self) -> Sequence[bool]: ...
    @property
    def kind(self) -> str: ...


Generator = Callable[[random.Random], Dialogue]


@dataclass(frozen=True)
class Sample:
    """A dialogue as ids; `learnt[i]` says that id i is predicted (the words and calls of the model, with their end)."""

    ids: list[int]
    learnt: list[bool]
    kind: str


def generator(name: str) -> Generator:
    """The function behind `module:function`."""
    module, _, function = name.partition(":")
    found: Generator = getattr(import_module(module), function)
    return found


def dialogues(make: Generator, stream: str) -> Iterator[Dialogue]:
    """An endless, repeatable stream: dialogue n depends on the stream's name and n only."""
    number = 0
    while True:
        yield make(random.Random(f"{stream}/{number}"))
        number += 1


@cache
def _template() -> Template:
    return ImmutableSandboxedEnvironment().from_string(TEMPLATE.read_text(encoding="utf-8"))


def render(messages: Sequence[Message], add_generation_prompt: bool = False) -> str:
    """The text that the model sees for these messages."""
    return _template().render(messages=messages, add_generation_prompt=add_generation_prompt)


def sample(tokenizer: Tokenizer, dialogue: Dialogue) -> Sample:
    """Token ids and mask of one dialogue. A role's mark starts each message, so messages are found by it."""
    pairs = zip(dialogue.messages, dialogue.train, strict=True)
    shown = [bool(train) for message, train in pairs if message["role"] != "system"]
    ids = encode(tokenizer, render(dialogue.messages))
    learnt: list[bool] = []
    message = -1
    for token in ids:
        starts = token in ROLE_IDS
        message += starts
        learnt.append(shown[message] and not starts)
    if message + 1 != len(shown) or ids[-1] != END_ID:
        raise ValueError(f"marks and messages differ: {message + 1} and {len(shown)} in {render(dialogue.messages)!r}")
    return Sample(ids, learnt, dialogue.kind)
