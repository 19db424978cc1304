"""One call of an API method: who calls, with which arguments, whatever way they were encoded."""

import dataclasses
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from sandbox.standin import StandIn
from sandbox.state import Desk, Json, Message

_JSON_ARGUMENTS = {"blocks", "view", "metadata", "attachments", "prompts", "chunks", "loading_messages", "users"}


class ApiError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: str, messages: list[str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages or []

    def answer(self) -> Json:
        answer: Json = {"ok": False, "error": self.code}
        return (
            {**answer, "response_metadata": {"messages": [f"[ERROR] {m}" for m in self.messages]}}
            if self.messages
            else answer
        )


@dataclasses.dataclass(frozen=True)
class Call:
    """The arguments of a call, and the sandbox it works on."""

    method: str
    arguments: Mapping[str, Any]
    standin: StandIn

    def get(self, name: str, default: Any = None) -> Any:
        value = self.arguments.get(name)
        return default if value is None else value

    def flag(self, name: str) -> bool:
        return self.get(name) in {True, "1", "true"}

    def required(self, name: str, error: str = "invalid_arguments") -> Any:
        """The argument. Raises ApiError when it is missing or empty."""
        value = self.get(name)
        if value in (None, ""):
            raise ApiError(error, [f"missing required field: {name}"])
        return value

    def desk(self, name: str = "channel") -> Desk:
        """The direct message that an argument names. Raises ApiError(channel_not_found)."""
        desk = self.standin.workspace.desk_of_channel(self.required(name, "channel_not_found"))
        if desk is None:
            raise ApiError("channel_not_found")
        return desk

    def own_message(self, desk: Desk, *, verb: str) -> Message:
        """The bot's message with the argument `ts`.

        Raises ApiError(message_not_found, cant_update_message, cant_delete_message).
        """
        message = desk.find(str(self.required("ts", "message_not_found")))
        if message is None or message.ephemeral:
            raise ApiError("message_not_found")
        if message.body.get("bot_id") != self.standin.workspace.bot.bot_id:
            raise ApiError(f"cant_{verb}_message")
        return message


def read_arguments(body: str, query: Mapping[str, str]) -> Json:
    """The arguments, from JSON or a form by what the body looks like, and from the query.

    Raises ApiError(invalid_json).
    """
    text = body.strip()
    if text.startswith("{"):
        try:
            given = json.loads(text)
        except ValueError as error:
            raise ApiError("invalid_json") from error
    else:
        given = dict(parse_qsl(text, keep_blank_values=True))
    return {name: decoded(name, value) for name, value in {**query, **given}.items()}


def decoded(name: str, value: Any) -> Any:
    """The argument as JSON, if it is one that arrives as JSON in a form. Raises ApiError."""
    if name not in _JSON_ARGUMENTS or not isinstance(value, str) or value.lstrip()[:1] not in {"[", "{"}:
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        code = {"blocks": "invalid_blocks_format", "metadata": "invalid_metadata_format"}.get(name, "invalid_arguments")
        raise ApiError(code) from error


def a_page(call: Call, items: list[Any], default: int = 100) -> tuple[list[Any], str]:
    """The part of the items that `cursor` and `limit` ask for, and the cursor of the next part ("" at the end)."""
    cursor = str(call.get("cursor") or 0)
    if not cursor.isdecimal():
        raise ApiError("invalid_cursor")
    start = int(cursor)
    end = start + min(int(call.get("limit", default)), 1000)
    return items[start:end], str(end) if end < len(items) else ""
