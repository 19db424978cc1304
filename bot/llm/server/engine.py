"""A language model behind a server with OpenAI's API: the port `LanguageModel` over a wire."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.domain.conversation import Message, Speaker
from bot.errors import ModelError, ModelRefused, SettingsError
from bot.llm.server.answer import Answer
from bot.llm.server.counting import Counting, at_least, context_of, guessed
from bot.llm.server.faults import Misconfigured, Passing, Unreadable, cut, no_model, odd
from bot.llm.server.health import Health
from bot.llm.server.prompt import guarded, offered, told
from bot.llm.server.wire import Patience, Wire
from bot.ports import ModelReply, PromptSize, ToolSchema
from bot.words import say

log = structlog.get_logger(__name__)
CONTEXT_TOKENS = 8192  # where neither the settings nor the server say how many
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 8.0
LISTING_S = 10.0  # seconds that a list of models may take
TRYING_OUT_S = 10.0  # seconds for the first word: who loads the model for it is waited for when somebody writes
NO_ARGUMENTS: Mapping[str, Any] = {"type": "object", "properties": {}}
MOST_LISTED = 10  # models that a sentence names
SHOWN_AGAIN = 500  # letters of an unreadable answer that the model is shown
AGAIN = (
    "Your last answer could not be read. {why} Answer once more: call the tools with their own mechanism, each with one"
    " JSON object as its arguments, or answer in words only."
)


@dataclass(frozen=True)
class ServerSettings:
    """Which model of which server, and how it is asked.

    `context_tokens` is needed where the server does not say how long a conversation may be, and is a limit where it
    does; `request` stands in every request besides.
    """

    url: str
    name: str = ""
    key: str = field(default="", repr=False)
    context_tokens: int | None = None
    max_tokens: int = 512
    request: Mapping[str, Any] = field(default_factory=dict)
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True)
class Served:
    """The model that the server has for us, and how many tokens a prompt for it may have."""

    name: str
    longest_prompt: int


class ServerModel:
    """A model on a server. Any number of threads may ask at once; how many are answered at once is the server's affair.

    What may pass in a moment is tried again with growing pauses, as long as no word of the answer was passed on.
    `wait` sleeps, `now` are seconds that only grow, `chance` is 0 to 1.
    """

    reads_tools = True

    def __init__(
        self,
        settings: ServerSettings,
        *,
        wait: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """Nothing is asked yet: `check` does that."""
        self._settings = settings
        self._wait, self._now, self._chance = wait, now, chance
        self._wire = Wire(settings.url, settings.key, settings.patience, now)
        self._health = Health(settings.url, now)
        self._counting = Counting(self._wire)
        self._lock = threading.Lock()
        self._served: Served | None = None
        self._closed = False
        self._thinks_first = False

    def check(self) -> None:
        """Ask the server for its model, and for one word with a tool at hand: some show their models without the key,
        and that they take no tools only shows where there is one. Raises SettingsError for a wrong setting; that the
        server is away is only logged.
        """
        try:
            served = self._identified()
            body = self._body(served.name, [Message(Speaker.USER, "hello")], [ToolSchema("discard", "", NO_ARGUMENTS)])
            with closing(self._wire.events(body | {"max_tokens": 1}, TRYING_OUT_S)) as events:
                deque(events, maxlen=0)
        except (Misconfigured, ModelRefused) as error:
            raise SettingsError(str(error)) from error
        except ModelError as error:
            self._failed(error)
            return
        log.info("the model server is there", url=self._settings.url, model=served.name, prompt=served.longest_prompt)

    @property
    def facts(self) -> Mapping[str, Any]:
        """What is told at start, and by `tally doctor`. Of the model nothing, as long as the server has not said it."""
        served = self._served
        known = {"model": served.name, "longest prompt": f"{served.longest_prompt} tokens"} if served else {}
        return {"server": self._settings.url, **known}

    def close(self) -> None:
        """Give the connections back; `reply` raises ModelError from now on."""
        self._closed = True
        self._wire.close()

    def size(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> PromptSize:
        """How long the prompt is, and how long it may be. While the server is down, a guess."""
        served = self._served
        if served is None and not self._health.is_down:
            served = self._identified()
        name, longest = (served.name, served.longest_prompt) if served else ("", self._longest(None))
        body = self._body(name, messages, tools)
        exact = None if self._health.is_down else self._counting.exact(body)
        return PromptSize(guessed(body) if exact is None else exact, longest, longest * 4 // 5)

    def reply(
        self,
        messages: Sequence[Message],
        tools: Sequence[ToolSchema],
        on_text: Callable[[str], None],
        on_place: Callable[[int], None] | None = None,
        *,
        required: bool = False,
    ) -> ModelReply:
        """Answer; the pieces that `on_text` gets are the reply's text, unless the model had to be asked again.

        `on_place` is told nothing: a server keeps its queue to itself. With `required` the answer is calls, where the
        server knows how to insist.
        """
        if self._closed:
            raise ModelError("The language model has been closed.")
        served = self._identified()
        body = self._body(served.name, messages, tools, required=required)
        self._check_length(body, served)
        known = [tool.name for tool in tools]
        try:
            return self._answered(body, served, known, on_text)
        except Unreadable as error:
            log.warning("the model is asked again", why=str(error))
            again = {**body, "messages": [*body["messages"], *_once_more(error)]}
            heard = on_text if not error.shown else _unheard
        try:
            return self._answered(again, served, known, heard)
        except Unreadable as error:
            raise ModelRefused(say("model-server-unreadable", why=str(error))) from error

    # --- one answer -------------------------------------------------------------------------------------------------

    def _answered(
        self, body: Mapping[str, Any], served: Served, known: Sequence[str], on_text: Callable[[str], None]
    ) -> ModelReply:
        """One answer that can be read, after as many tries as there is time for."""
        deadline = self._now() + self._settings.patience.trying_s
        pause = FIRST_PAUSE_S
        while True:
            answer = Answer(on_text, known, self._thinks_first)
            try:
                return self._heard(body, served, answer)
            except Passing as error:
                waits = max(error.again_after_s, pause * (0.5 + self._chance() / 2))
                hopeless = answer.shown or self._health.is_down or self._now() + waits > deadline
                if hopeless:
                    self._failed(error)
                    raise
                log.info("the model server is asked again", error=str(error), in_s=round(waits, 1))
                self._wait(waits)
                pause = min(2 * pause, LONGEST_PAUSE_S)
            except Misconfigured as error:
                self._failed(error)
                raise

    def _heard(self, body: Mapping[str, Any], served: Served, answer: Answer) -> ModelReply:
        with closing(self._wire.events(body)) as events:
            for event in events:
                answer.take(event)
        if not answer.ended:  # llama_cpp.server hangs up on a prompt that is too long, and when somebody else asks
            if not answer.text and guessed(body) > served.longest_prompt:
                raise _too_long(guessed(body), served)
            raise cut(self._settings.url)
        self._health.answered()
        self._thinks_first = self._thinks_first or answer.begins_in_thought
        return answer.reply()

    def _body(
        self, name: str, messages: Sequence[Message], tools: Sequence[ToolSchema], *, required: bool = False
    ) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": name,
            "messages": told(messages),
            "max_tokens": self._settings.max_tokens,
            "temperature": 0,
            "stream": True,
        }
        if tools:
            body |= {"tools": offered(tools), "tool_choice": "required" if required else "auto"}
        return {key: value for key, value in {**body, **self._settings.request}.items() if value is not None}

    def _check_length(self, body: Mapping[str, Any], served: Served) -> None:
        """Raise ModelRefused for what surely leaves no room: some servers cut it down silently, or just hang up."""
        if guessed(body) <= served.longest_prompt:
            return
        exact = self._counting.exact(body)
        tokens = at_least(body) if exact is None else exact
        if tokens > served.longest_prompt:
            raise _too_long(tokens, served)

    def _failed(self, error: ModelError) -> None:
        """It may come back with another model: that is asked anew."""
        self._health.failed(error)
        self._served = None

    # --- which model ------------------------------------------------------------------------------------------------

    def _identified(self) -> Served:
        """The model, asked for once. Raises ModelError."""
        with self._lock:
            if self._served is None:
                try:
                    self._served = self._chosen(self._wire.get(f"{self._wire.url}/models", LISTING_S))
                except ModelError as error:
                    self._health.failed(error)
                    raise
            return self._served

    def _chosen(self, answer: Any) -> Served:
        listed = answer.get("data") if isinstance(answer, dict) else None
        if not (isinstance(answer, dict) and "data" in answer):
            raise odd(self._settings.url)
        listed = listed if isinstance(listed, list) else []  # Ollama without a model says null
        models = {m["id"]: m for m in listed if isinstance(m, dict) and isinstance(m.get("id"), str)}
        name, has = self._settings.name, ", ".join(sorted(models)[:MOST_LISTED])
        if not models:
            raise Misconfigured(say("model-server-empty", url=self._settings.url))
        if not name and len(models) > 1:
            raise Misconfigured(say("model-server-which-model", url=self._settings.url, has=has))
        found = models.get(name or next(iter(models))) or models.get(f"{name}:latest") or _alias(name, models)
        if found is None:
            raise no_model(self._settings.url, name, has)
        return Served(str(found["id"]), self._longest(context_of(found)))

    def _longest(self, context: int | None) -> int:
        """How many tokens a prompt may have: an answer has to fit behind it."""
        tokens = min(filter(None, (context, self._settings.context_tokens)), default=CONTEXT_TOKENS)
        return tokens - min(self._settings.max_tokens, tokens // 2)


def _too_long(tokens: int, served: Served) -> ModelRefused:
    return ModelRefused(say("model-server-too-long-by-count", tokens=str(tokens), longest=str(served.longest_prompt)))


def _unheard(_: str) -> None:
    """For the words of a second answer: a preview that has begun with the first one is not gone on with."""


def _alias(name: str, models: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The model that llama-server also knows under this name."""
    return next((m for m in models.values() if isinstance(m.get("aliases"), list) and name in m["aliases"]), None)


def _once_more(error: Unreadable) -> list[dict[str, str]]:
    """What the model is told of an answer that could not be read: in words, since no server takes a broken call."""
    written = guarded(error.written[:SHOWN_AGAIN]).strip() or "(nothing)"
    return [
        {"role": "assistant", "content": written},
        {"role": "user", "content": AGAIN.format(why=guarded(str(error)))},
    ]
