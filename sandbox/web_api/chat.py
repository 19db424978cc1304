"""Messages of the bot: posted, changed, deleted."""

from collections.abc import Mapping
from typing import Any

from sandbox.limits import message_violations
from sandbox.responses import bot_message
from sandbox.state import Desk, Json, Message
from sandbox.web_api.call import ApiError, Call

_PASSED_ON = ("client_msg_id", "metadata", "username", "icon_emoji", "icon_url")


def post(call: Call) -> Json:
    """chat.postMessage"""
    desk = call.desk()
    _check(call.arguments)
    message = _new_message(call, desk)
    workspace = call.standin.workspace
    workspace.post(desk, message)
    if "thread_ts" in message.body:
        workspace.set_status(desk, message.body["thread_ts"], None)
    call.standin.events.bot_posted(desk, message)
    return {"channel": desk.person.channel, "ts": message.ts, "message": message.public(with_metadata=True)}


def post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral: seen by one person, in no history."""
    desk = call.desk()
    if call.required("user") != desk.person.id:
        raise ApiError("user_not_in_channel")
    _check(call.arguments)
    message = _new_message(call, desk)
    message.ephemeral = True
    call.standin.workspace.post(desk, message)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """chat.update: what is given replaces what was there; new text without blocks takes the blocks away."""
    desk = call.desk()
    message = call.own_message(desk, verb="update")
    if message.streaming:
        raise ApiError("streaming_state_conflict")
    _check({name: value for name, value in call.arguments.items() if value is not None})
    workspace, before = call.standin.workspace, message.public(with_metadata=False)
    with workspace.changing():
        message.body |= {
            "text": call.get("text", ""),
            "edited": {"user": workspace.bot.user_id, "ts": workspace.new_ts()},
        }
        message.set_blocks(_blocks(call))
        if call.get("metadata") is not None:
            message.body["metadata"] = call.get("metadata")
    workspace.changed(desk, message)
    call.standin.events.message_changed(desk, message.public(with_metadata=False), before)
    return {
        "channel": desk.person.channel,
        "ts": message.ts,
        "text": message.body["text"],
        "message": message.public(with_metadata=True),
    }


def delete(call: Call) -> Json:
    """chat.delete"""
    desk = call.desk()
    message = call.own_message(desk, verb="delete")
    call.standin.workspace.remove(desk, message)
    call.standin.events.message_deleted(desk, message.public(with_metadata=False))
    return {"channel": desk.person.channel, "ts": message.ts}


def permalink(call: Call) -> Json:
    """chat.getPermalink: the sandbox's page, at that message."""
    desk = call.desk()
    ts = call.required("message_ts")
    if desk.find(ts) is None:
        raise ApiError("message_not_found")
    return {"channel": desk.person.channel, "permalink": f"{call.standin.url}/#{desk.person.id}/{ts}"}


def thread_of(call: Call, desk: Desk) -> str | None:
    """The thread to post into; a thread_ts that names no message is refused."""
    thread_ts = call.get("thread_ts")
    if thread_ts is None:
        return None
    parent = desk.find(str(thread_ts))
    if parent is None:
        raise ApiError("thread_not_found")
    return str(parent.body.get("thread_ts", parent.ts))


def _check(arguments: Mapping[str, Any]) -> None:
    violations = message_violations(arguments)
    if violations:
        raise ApiError(violations[0].code, [violation.message for violation in violations])


def _new_message(call: Call, desk: Desk) -> Message:
    more = {name: call.get(name) for name in _PASSED_ON if call.get(name) is not None}
    thread_ts = thread_of(call, desk)
    if thread_ts is not None:
        more["thread_ts"] = thread_ts
    message = bot_message(call.standin.workspace, desk, call.get("text") or call.get("markdown_text") or "", **more)
    message.set_blocks(_blocks(call))
    return message


def _blocks(call: Call) -> list[Json]:
    if call.get("markdown_text"):
        return [{"type": "markdown", "text": call.get("markdown_text")}]
    return list(call.get("blocks") or [])
