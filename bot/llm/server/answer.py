"""An answer while it comes in: its words are passed on, its calls are put together from their pieces.

Reasoning is kept away from the person, whether the server sends it apart or leaves it between the words. What might be
the beginning of a call is held back until the answer has ended, when it can be told.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.conversation import ToolCall
from bot.llm.families import tidy
from bot.llm.server.faults import Unreadable
from bot.llm.server.prompt import unguarded
from bot.llm.server.spelled import Spelled, arguments_of, calls_in
from bot.ports import ModelReply

THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)\s*", re.DOTALL)
CHANNEL = re.compile(r"<\|channel\|>\s*analysis\s*<\|message\|>.*?(?:<\|end\|>|\Z)", re.DOTALL)
FRAME = re.compile(
    r"<\|(?:start|channel|message|end|return|constrain|call)\|>(?:\s*(?:assistant|final|commentary|json)\b)?"
)
"""What gpt-oss puts around its words and calls, where a server leaves it there."""
END_OF_THOUGHT = "</think>"
OPENINGS = ("functools", "to=")
"""Words that begin a call in some families, besides the names of tools."""
MOST_CALLS = 32


@dataclass
class _Call:
    """One call while its pieces come in."""

    id: str = ""
    name: str = ""
    arguments: str = ""


@dataclass
class Answer:
    """One answer. `known` are the tools that were offered; `thinking`, that it begins in the middle of reasoning."""

    on_text: Callable[[str], None]
    known: Collection[str]
    thinking: bool = False
    text: str = ""
    ended: str = ""
    """Why the server says that it ended; empty as long as it has not."""
    shown: str = ""
    _calls: list[_Call] = field(default_factory=list)
    _open: dict[int, _Call] = field(default_factory=dict)

    def take(self, event: Mapping[str, Any]) -> None:
        """The next event. What has another form than OpenAI's says nothing."""
        choices = event.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return
        said = choice.get("delta") or choice.get("message")
        if isinstance(said, dict):
            if isinstance(said.get("content"), str):
                self._hear(said["content"])
            for number, call in enumerate(said.get("tool_calls") or ()):
                self._take_call(call, number)
        if isinstance(choice.get("finish_reason"), str):
            self.ended = choice["finish_reason"]

    @property
    def begins_in_thought(self) -> bool:
        """True when reasoning ended that never began: the server's template had opened it."""
        return END_OF_THOUGHT in THOUGHT.sub("", self.text)

    def reply(self) -> ModelReply:
        """The whole answer. Raises Unreadable for a call that cannot be read; then nothing of it may be carried out."""
        try:
            return self._read()
        except Unreadable as error:
            error.shown = bool(self.shown)
            raise

    def _read(self) -> ModelReply:
        spoken = self._without_thought(ended=True)
        if self._calls:
            written = [Spelled(call.name, arguments_of(call.arguments)) for call in self._calls if self._is_named(call)]
            words = spoken[: self._held_from(spoken)]
        else:
            words, written = calls_in(spoken, self.known)
        words = unguarded(words).strip()
        self._show(words)
        return ModelReply(words, tuple(_call(call) for call in written))

    def _is_named(self, call: _Call) -> bool:
        if not call.name:
            raise Unreadable("A tool call names no tool.", call.arguments)
        return True

    def _hear(self, piece: str) -> None:
        self.text += piece
        spoken = self._without_thought(ended=False)
        self._show(unguarded(spoken[: self._held_from(spoken)]).strip())

    def _show(self, words: str) -> None:
        """Pass on what is new. What was shown stays: it is only a preview, and the reply is what counts."""
        if len(words) > len(self.shown) and words.startswith(self.shown):
            new, self.shown = words[len(self.shown) :], words
            self.on_text(new)

    def _without_thought(self, *, ended: bool) -> str:
        spoken = THOUGHT.sub("", self.text)
        spoken = FRAME.sub("", CHANNEL.sub("", spoken)) if ended else spoken
        _, closed, after = spoken.rpartition(END_OF_THOUGHT)
        if closed:
            return after
        return "" if self.thinking and not ended else spoken

    def _held_from(self, spoken: str) -> int:
        """From where on it may be a call: a bracket, the name of a tool, or the beginning of one at the very end."""
        openings = (*self.known, *OPENINGS)
        held = re.search(rf"[<\[{{`]|\b(?:{'|'.join(map(re.escape, openings))})", spoken)
        until = held.start() if held else len(spoken)
        last = re.search(r"\w+\Z", spoken[:until])
        return last.start() if last and any(name.startswith(last.group()) for name in openings) else until

    def _take_call(self, piece: Any, number: int) -> None:
        """A call in pieces keeps its index; some servers send whole calls that all have the same one."""
        if not isinstance(piece, dict):
            return
        function = piece.get("function")
        function = function if isinstance(function, dict) else {}
        name, given, id_ = function.get("name") or "", function.get("arguments"), str(piece.get("id") or "")
        index = piece["index"] if isinstance(piece.get("index"), int) else number
        call = self._open.get(index)
        if call is None or (id_ and call.id and id_ != call.id) or (name and not id_ and _is_whole(call)):
            if len(self._calls) >= MOST_CALLS:
                raise Unreadable("That are too many calls at once.", "")
            call = _Call()
            self._calls.append(call)
            self._open[index] = call
        call.id = call.id or id_
        call.name = call.name or str(name)
        if given is not None:
            call.arguments += given if isinstance(given, str) else json.dumps(given)


def _is_whole(call: _Call) -> bool:
    try:
        return bool(call.arguments) and isinstance(json.loads(call.arguments), dict)
    except (ValueError, RecursionError):
        return False


def _call(written: Spelled) -> ToolCall:
    """Under an id of our own: a server's may come twice in a conversation, and some templates want nine letters."""
    arguments: dict[str, Any] = tidy(_unguarded(dict(written.arguments)))
    return ToolCall(uuid.uuid4().hex[:9], written.tool, arguments)


def _unguarded(value: Any) -> Any:
    if isinstance(value, str):
        return unguarded(value)
    if isinstance(value, dict):
        return {key: _unguarded(inner) for key, inner in value.items()}
    return [_unguarded(inner) for inner in value] if isinstance(value, Sequence) else value
