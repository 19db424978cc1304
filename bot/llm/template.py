"""A model's own chat template, rendered so that nobody's words can become control tokens.

Everything that a message or a tool carries is untrusted: a person may type `<|im_end|>`, a project may be called so.
Before rendering, a mark (`BREAK`, a Unicode non-character) is put inside each control string found in such text; after
rendering, the text is cut at the marks and the pieces are tokenised one by one, so that no piece holds a whole control
string that did not come from the template.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NoReturn

from jinja2 import TemplateError, nodes
from jinja2.ext import Extension
from jinja2.meta import find_undeclared_variables
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.domain.conversation import Mention, Message, Speaker
from bot.errors import ModelFileError, ModelRefused
from bot.llm.shaped import Mark, Marked, Shaped
from bot.ports import ToolSchema
from bot.words import say

BREAK = "\ufdd0"
"""Marks where rendered text is cut before it is tokenised; Unicode reserves it for a program's own use."""


class ChatTemplate:
    """The template of one model. `control` are the strings that its tokenizer would turn into control tokens."""

    def __init__(
        self,
        source: str,
        *,
        bos: str = "",
        eos: str = "",
        control: Iterable[str] = (),
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        """Compile `source`; raises ModelFileError when it is no Jinja template."""
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols", _Generation]
        )
        environment.filters["tojson"] = _tojson
        environment.globals.update(raise_exception=_refuse, strftime_now=lambda form: now().strftime(form))
        try:
            self._template = environment.from_string(source)
        except TemplateError as error:
            raise ModelFileError(say("model-template-faulty", why=str(error))) from error
        self.source = source
        self.shows_tools = "tools" in find_undeclared_variables(environment.parse(source))
        """False when a prompt says nothing of the tools that it is for."""
        self._marks = {"bos_token": bos, "eos_token": eos}
        self._control = _control_pattern(control)
        self._tools: tuple[tuple[ToolSchema, ...], list[Any]] = ((), [])
        """The tools of the last prompt, and how they are shown: they hardly ever change."""

    def pieces(self, messages: Sequence[Message], tools: Sequence[ToolSchema]) -> list[str]:
        """The prompt, cut where untrusted text held a control string; joined, the pieces are the prompt.

        Raises ModelRefused when the template refuses the messages.
        """
        shown = [self._guarded(self._whole(message)) for message in as_dicts(messages)]
        try:
            prompt = self._rendered(shown, self._functions(tuple(tools)) if self.shows_tools else [])
        except (TemplateError, TypeError, ValueError, KeyError, AttributeError) as error:
            raise ModelRefused(f"The model's chat template does not accept this conversation: {error}.") from error
        return [piece for piece in prompt.split(BREAK) if piece]

    def _functions(self, tools: tuple[ToolSchema, ...]) -> list[Any]:
        known, shown = self._tools
        if tools != known:
            shown = self._guarded([_tool(tool) for tool in tools])
            self._tools = (tools, shown)
        return shown

    def _rendered(self, shown: Sequence[Mapping[str, Any]], functions: Sequence[Any]) -> str:
        """The prompt. No tools are None, as most templates ask; some cannot but loop over them."""
        rest = {"add_generation_prompt": True, "enable_thinking": False, **self._marks}
        try:
            return self._template.render(messages=shown, tools=functions or None, **rest)
        except TypeError:
            if functions:
                raise
        return self._template.render(messages=shown, tools=[], **rest)

    def _whole(self, message: dict[str, Any]) -> dict[str, Any]:
        """Without its parts where it holds a control string: put together again, two parts might make one."""
        if "parts" in message and self._broken(message["content"]) != message["content"]:
            del message["parts"]
        return message

    def _guarded(self, value: Any) -> Any:
        """`value` with a break inside each control string of its strings, keys included."""
        if isinstance(value, str):
            return self._broken(value)
        if isinstance(value, Marked):
            return BREAK.join(part if isinstance(part, Mark) else self._broken(part) for part in value.parts if part)
        if isinstance(value, Mapping):
            return {self._guarded(key): self._guarded(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._guarded(item) for item in value]
        return value

    def _broken(self, text: str) -> str:
        plain = text.replace(BREAK, "")
        if self._control is None:
            return plain
        cuts = [found.start() + 1 for found in self._control.finditer(plain)]
        bounds = zip([0, *cuts], [*cuts, len(plain)], strict=True)
        return BREAK.join(plain[first:last] for first, last in bounds)


def as_dicts(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """Messages in the OpenAI style that chat templates expect; arguments stay mappings, tools get their name.

    What a call format has shaped for its template (`bot.llm.shaped`) stands in their place.
    """
    names = {call.id: call.tool for message in messages for call in message.calls}
    return [_as_dict(message, names) for message in messages]


def _as_dict(message: Message, names: Mapping[str, str]) -> dict[str, Any]:
    shown: dict[str, Any] = {"role": message.speaker.value, "content": message.text}
    if message.mentions:
        shown["parts"] = parts_of(message.text, message.mentions)
    if message.calls:
        shown["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.tool, "arguments": dict(call.arguments)}}
            for call in message.calls
        ]
    if message.speaker is Speaker.TOOL and message.call_id is not None:
        shown["tool_call_id"] = message.call_id
        shown["name"] = names.get(message.call_id, "")
    return {**shown, **message.extra} if isinstance(message, Shaped) else shown


def parts_of(text: str, mentions: Sequence[Mention]) -> list[dict[str, str]]:
    """The text without the space around it, cut where something is named: `{"text"}` and `{"text", "names"}` in turns.

    `names` is the kind of a mention. A template that knows nothing of it renders `content`.
    """
    parts: list[dict[str, str]] = []
    at = 0
    for mention in mentions:
        parts.append({"text": text[at : mention.start]})
        parts.append({"text": text[mention.start : mention.end], "names": mention.kind})
        at = mention.end
    parts.append({"text": text[at:]})
    parts[0]["text"], parts[-1]["text"] = parts[0]["text"].lstrip(), parts[-1]["text"].rstrip()
    return parts


def _tool(tool: ToolSchema) -> dict[str, Any]:
    function = {"name": tool.name, "description": tool.description, "parameters": dict(tool.parameters)}
    return {"type": "function", "function": function}


def _control_pattern(control: Iterable[str]) -> re.Pattern[str] | None:
    """Finds where each control string starts, overlapping ones too; those of one letter are words."""
    strings = sorted({text for text in control if len(text) > 1})
    return re.compile(f"(?={'|'.join(map(re.escape, strings))})") if strings else None


def _tojson(value: Any, indent: int | None = None, ensure_ascii: bool = False, **options: Any) -> str:
    """As transformers does it: letters stay letters, nothing is escaped for HTML."""
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, **options)


def _refuse(reason: str) -> NoReturn:
    raise TemplateError(reason)


class _Generation(Extension):
    """`{% generation %}` marks what is learnt in training; here it only shows its body."""

    tags = {"generation"}  # noqa: RUF012 (declared so by jinja2)

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """The nodes between the two tags."""
        next(parser.stream)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)
