"""Direct messages with the bot: the only conversations there are."""

from typing import Any

from sandbox.state import Desk, Json, Message
from sandbox.web_api.call import ApiError, Call, a_page


def open_direct_message(call: Call) -> Json:
    """conversations.open: with one user, or an existing channel."""
    users = call.get("users")
    if users is None:
        return {"channel": _channel(call.desk()), "no_op": True, "already_open": True}
    names = [name.strip() for name in users.split(",")] if isinstance(users, str) else list(users)
    if len(names) != 1:
        raise ApiError("method_not_supported_for_channel_type", ["the sandbox has no group messages"])
    desk = call.standin.workspace.desks.get(names[0])
    if desk is None:
        raise ApiError("user_not_found")
    return {"channel": _channel(desk)}


def info(call: Call) -> Json:
    """conversations.info"""
    desk = call.desk()
    channel = _channel(desk)
    return {"channel": {**channel, "locale": desk.person.locale} if call.flag("include_locale") else channel}


def every(call: Call) -> Json:
    """conversations.list"""
    found, cursor = a_page(call, [_channel(desk) for desk in call.standin.workspace.desks.values()])
    return {"channels": found, "response_metadata": {"next_cursor": cursor}}


def history(call: Call) -> Json:
    """conversations.history: newest first, without replies in threads."""
    desk = call.desk()
    messages = [m for m in _seen(desk) if m.body.get("thread_ts", m.ts) == m.ts and _in_range(call, m)]
    found, cursor = a_page(call, messages[::-1])
    return {
        "messages": [_with_replies(call, desk, message) for message in found],
        "has_more": bool(cursor),
        "pin_count": 0,
        "response_metadata": {"next_cursor": cursor},
    }


def replies(call: Call) -> Json:
    """conversations.replies: the parent first, then its replies, oldest first."""
    desk = call.desk()
    named = desk.find(str(call.required("ts", "thread_not_found")))
    if named is None:
        raise ApiError("thread_not_found")
    root = named.body.get("thread_ts", named.ts)
    thread = [m for m in _seen(desk) if m.ts == root or (m.body.get("thread_ts") == root and _in_range(call, m))]
    found, cursor = a_page(call, thread)
    messages = [_with_replies(call, desk, message) for message in found]
    return {"messages": messages, "has_more": bool(cursor), "response_metadata": {"next_cursor": cursor}}


def _seen(desk: Desk) -> list[Message]:
    return [message for message in desk.messages if not message.ephemeral]


def _in_range(call: Call, message: Message) -> bool:
    oldest, latest = float(call.get("oldest") or 0), float(call.get("latest") or "inf")
    ts = float(message.ts)
    return oldest <= ts <= latest if call.flag("inclusive") else oldest < ts < latest


def _with_replies(call: Call, desk: Desk, message: Message) -> Json:
    body = message.public(with_metadata=call.flag("include_all_metadata"))
    answers = [other for other in _seen(desk) if other.body.get("thread_ts") == message.ts and other is not message]
    if answers:
        body |= {"thread_ts": message.ts, "reply_count": len(answers), "latest_reply": answers[-1].ts}
    return body


def _channel(desk: Desk) -> dict[str, Any]:
    return {"id": desk.person.channel, "is_im": True, "user": desk.person.id, "is_open": True, "is_archived": False}
