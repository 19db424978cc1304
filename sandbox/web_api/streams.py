"""Streamed messages: started in a thread, appended to, stopped. One that nobody appends to for five minutes expires."""

from typing import Any

from sandbox.limits import MARKDOWN_TEXT, message_violations
from sandbox.responses import bot_message
from sandbox.state import Json, Message
from sandbox.web_api.call import ApiError, Call
from sandbox.web_api.chat import thread_of

IDLE_SECONDS = 300


def start(call: Call) -> Json:
    """chat.startStream"""
    desk = call.desk()
    call.required("thread_ts", "invalid_thread_ts")
    workspace = call.standin.workspace
    message = bot_message(workspace, desk, "", thread_ts=thread_of(call, desk))
    message.streaming, message.streamed_at = True, workspace.clock.time()
    _extend(call, message)
    workspace.post(desk, message)
    workspace.set_status(desk, message.body["thread_ts"], None)
    return {"channel": desk.person.channel, "ts": message.ts}


def append(call: Call) -> Json:
    """chat.appendStream"""
    desk = call.desk()
    message = _streaming(call)
    if not call.get("markdown_text") and not call.get("chunks"):
        raise ApiError("no_text")
    with call.standin.workspace.changing():
        _extend(call, message)
    call.standin.workspace.changed(desk, message)
    return {"channel": desk.person.channel, "ts": message.ts}


def stop(call: Call) -> Json:
    """chat.stopStream: the last text, and blocks to stand below it."""
    desk = call.desk()
    message = _streaming(call)
    blocks = list(call.get("blocks") or [])
    violations = message_violations({"text": "-", "blocks": blocks, "metadata": call.get("metadata")})
    if violations:
        raise ApiError(violations[0].code, [violation.message for violation in violations])
    with call.standin.workspace.changing():
        _extend(call, message)
        message.streaming = False
        message.set_blocks([*message.body["blocks"], *blocks])
        if call.get("metadata") is not None:
            message.body["metadata"] = call.get("metadata")
    call.standin.workspace.changed(desk, message)
    return {"channel": desk.person.channel, "ts": message.ts, "message": message.public(with_metadata=True)}


def _streaming(call: Call) -> Message:
    message = call.own_message(call.desk(), verb="update")
    now = call.standin.workspace.clock.time()
    if message.streaming and now - message.streamed_at > IDLE_SECONDS:
        message.streaming = False
    if not message.streaming:
        raise ApiError("message_not_in_streaming_state")
    message.streamed_at = now
    return message


def _extend(call: Call, message: Message) -> None:
    """Adds the text and the chunks of a call; raises ApiError before anything was added."""
    chunks = list(call.get("chunks") or [])
    if call.get("markdown_text"):
        chunks.insert(0, {"type": "markdown_text", "text": call.get("markdown_text")})
    for chunk in chunks:
        _check(chunk)
    blocks = list(message.body["blocks"])
    for chunk in chunks:
        _add(blocks, chunk)
    message.body["text"] = "".join(block["text"] for block in blocks if block["type"] == "markdown")
    message.set_blocks(blocks)


def _check(chunk: Any) -> None:
    kind = chunk.get("type") if isinstance(chunk, dict) else None
    if kind not in {"markdown_text", "task_update", "plan_update", "blocks"}:
        raise ApiError("invalid_chunks", [f"unknown chunk type {kind!r}"])
    if kind == "markdown_text" and len(chunk["text"]) > MARKDOWN_TEXT:
        raise ApiError("msg_too_long")


def _add(blocks: list[Json], chunk: Json) -> None:
    kind = chunk["type"]
    if kind == "markdown_text":
        if blocks and blocks[-1]["type"] == "markdown":
            blocks[-1] = {**blocks[-1], "text": blocks[-1]["text"] + chunk["text"]}
        else:
            blocks.append({"type": "markdown", "text": chunk["text"]})
    elif kind == "task_update":
        _add_task(
            blocks,
            {
                "type": "task_card",
                "task_id": chunk["id"],
                **{k: v for k, v in chunk.items() if k not in {"type", "id"}},
            },
        )
    elif kind == "plan_update":
        blocks[:] = [{"type": "plan", "title": chunk["title"]}, *(b for b in blocks if b["type"] != "plan")]
    else:
        blocks.extend(chunk["blocks"])


def _add_task(blocks: list[Json], task: Json) -> None:
    for index, block in enumerate(blocks):
        if block.get("task_id") == task["task_id"]:
            blocks[index] = {**block, **task}
            return
    blocks.append(task)
