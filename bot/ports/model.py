"""What understands the words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.domain.conversation import Message, ToolCall


@dataclass(frozen=True)
class ToolSchema:
    """What the model is told of a tool; `parameters` is a JSON schema.

    `spans` names the arguments that are copied from the person's words, and of how many spans of words each may be
    made ("monday, friday" of two): an engine that can admits nothing else for them.
    """

    name: str
    description: str
    parameters: Mapping[str, Any]
    spans: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class ModelReply:
    """What the model said: words, or calls (then `text` is what stood before them).

    `others` are other answers that it nearly gave, the likeliest first; there are some only where it was not sure.
    `certainty` is how probable the answer was against the likeliest other one, 0 to 1; 1 where none was looked for.
    `look_again` finds the answers that it gave less probably, the likeliest first, however sure it was: for when code
    finds that this one leaves out a part of the message. It takes as long as a part of an answer; none where the model
    cannot say.
    """

    text: str = ""
    calls: tuple[ToolCall, ...] = ()
    others: tuple[ModelReply, ...] = ()
    certainty: float = 1.0
    look_again: Callable[[], Sequence[ModelReply]] = field(default=tuple, compare=False, repr=False)


@dataclass(frozen=True)
class PromptSize:
    """How long a prompt is, in tokens.

    One of more than `longest` leaves no room for an answer. Up to `comfortable` the model answers well, and a new
    message still fits behind it: so long may what it is shown of a conversation become.
    """

    tokens: int
    longest: int
    comfortable: int

    @property
    def fits(self) -> bool:
        """True when there is room for an answer."""
        return self.tokens <= self.longest

    @property
    def is_comfortable(self) -> bool:
        """True when nothing has to be condensed."""
        return self.tokens <= self.comfortable


class LanguageModel(Protocol):
    """Messages and tools in, text or tool calls out, streamed. Safe to call from several threads."""

    reads_tools: bool = True
    """False for a model that is told of no tools, because it was trained on all of them: where one were taken from its
    grammar, what was meant would turn into a call of another one. It gets them all, and code refuses."""

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        """Answer; `on_text` gets each piece of text as it is written. Raises ModelError.

        An engine with a queue tells `on_place` how many are served first, whenever that changes; 0 is this one's turn.
        With `required` the answer is calls, as far as the engine can insist.
        """
        ...

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """How long the prompt is, and how long it may be. Raises ModelError."""
        ...
