"""Uploads from the app's side: an address for a file, and the completion that shows it in a direct message."""

import json
from typing import Any

from sandbox.limits import message_violations
from sandbox.responses import bot_message
from sandbox.state import Desk, Json
from sandbox.uploads import ALT_TEXT, LARGEST, Upload
from sandbox.web_api.call import ApiError, Call
from sandbox.web_api.chat import thread_of

FILES_AT_ONCE = 10


def get_upload_url(call: Call) -> Json:
    """files.getUploadURLExternal: `length` in bytes, `filename`, and for images `alt_txt`."""
    name = str(call.required("filename"))
    length = _length(call)
    alt_text = str(call.get("alt_txt", ""))
    if len(alt_text) > ALT_TEXT:
        raise ApiError("alt_txt_too_large")
    upload = call.standin.uploads.begin(name, length, alt_text)
    return {"upload_url": f"{call.standin.url}/upload/v1/{upload.token}", "file_id": upload.id}


def complete_upload(call: Call) -> Json:
    """files.completeUploadExternal: the files become one message where they are to be shown, or nobody's files."""
    uploads = [_uploaded(call, file) for file in _files(call)]
    desk = _where(call)
    blocks = _blocks(call)
    thread_ts = thread_of(call, desk) if desk else None
    with call.standin.workspace.changing():
        for upload, title in uploads:
            upload.title, upload.completed = title, True
    if desk is not None:
        _show(call, desk, [upload for upload, _ in uploads], blocks, thread_ts)
    return {"files": [{"id": upload.id, "title": upload.title} for upload, _ in uploads]}


def _length(call: Call) -> int:
    text = str(call.required("length", "missing_argument"))
    if not text.isdecimal():
        raise ApiError("invalid_arguments", ["length must be an integer"])
    length = int(text)
    if length == 0:
        raise ApiError("missing_argument", ["length must not be 0"])
    if length > LARGEST:
        raise ApiError("file_upload_size_restricted")
    return length


def _files(call: Call) -> list[Json]:
    given: Any = call.required("files")
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError as error:
            raise ApiError("invalid_arguments", ["files must be a JSON array"]) from error
    if not isinstance(given, list) or not all(isinstance(one, dict) and one.get("id") for one in given):
        raise ApiError("invalid_arguments", ["files must be an array of objects with an id"])
    if not 0 < len(given) <= FILES_AT_ONCE:
        raise ApiError("invalid_arguments", [f"between 1 and {FILES_AT_ONCE} files"])
    return given


def _uploaded(call: Call, file: Json) -> tuple[Upload, str]:
    upload = call.standin.uploads.uploaded(str(file["id"]))
    if upload is None:
        raise ApiError("file_not_found", [f"{file['id']} is unknown, was not uploaded, or is completed already"])
    return upload, str(file.get("title") or upload.name)


def _where(call: Call) -> Desk | None:
    """The direct message; unlike chat.postMessage, `channel_id` takes no user's id. None: nobody sees the file."""
    channel = call.get("channel_id")
    if not channel:
        return None
    desk = call.standin.workspace.desk_of_channel(str(channel))
    if desk is None or desk.person.channel != channel:
        raise ApiError("channel_not_found")
    return desk


def _blocks(call: Call) -> list[Json]:
    """What stands beside the files; `initial_comment` takes the blocks' place."""
    if call.get("initial_comment"):
        return []
    blocks = list(call.get("blocks") or [])
    violations = message_violations({"blocks": blocks, "text": "a file"})
    if violations:
        raise ApiError(violations[0].code, [violation.message for violation in violations])
    if any(block["type"] == "markdown" for block in blocks):
        raise ApiError("internal_error", ["Slack takes no markdown block beside a file"])
    return blocks


def _show(call: Call, desk: Desk, uploads: list[Upload], blocks: list[Json], thread_ts: str | None) -> None:
    workspace = call.standin.workspace
    files = [call.standin.uploads.file_object(upload, call.standin.url) for upload in uploads]
    more = {"subtype": "file_share", "upload": False, "files": files}
    if thread_ts is not None:
        more["thread_ts"] = thread_ts
    message = bot_message(workspace, desk, str(call.get("initial_comment") or ""), **more)
    message.set_blocks(blocks)
    workspace.post(desk, message)
    if thread_ts is not None:
        workspace.set_status(desk, thread_ts, None)
    call.standin.events.bot_posted(desk, message)
