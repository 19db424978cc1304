"""Sending a file by Slack's upload: an address to upload to, the bytes, and the completion that shows it.

A file's message cannot carry metadata. So that it is found again, the block beside the file has an id that names our
message; Slack keeps the ids of blocks and tells them in a conversation's history. Slack shows a file a moment after it
took it: only if it also lost the answer, and is asked again before that moment is over, can a file come twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError

from slack_sdk import WebClient
from slack_sdk.errors import SlackRequestError

from bot.errors import PlatformError
from bot.platforms.slack.blocks.files import file_layout
from bot.platforms.slack.errors import slack_errors
from bot.ports import FilePicture

MARK = "tally_file:"  # before the message's id, in the block_id of the block beside the file
ALT_TEXT, TITLE, NAME = 1_000, 200, 200  # characters; the first is Slack's limit
REF = "F"  # Slack's names of files begin so; those of messages are numbers


def send_file(client: WebClient, where: Mapping[str, str], message_id: str, picture: FilePicture) -> str:
    """Upload a file and show it; returns Slack's id of it."""
    block, *_ = file_layout(picture).blocks
    with slack_errors("send a file"):
        try:
            done = client.files_upload_v2(
                channel=where["channel"],
                thread_ts=where.get("thread_ts"),
                content=picture.content,
                filename=picture.name[:NAME],
                title=picture.title[:TITLE],
                alt_txt=picture.alt[:ALT_TEXT] or None,
                blocks=json.dumps([{**block, "block_id": f"{MARK}{message_id}"}]),
            )
        except HTTPError as error:  # an upload that was answered with an error; nobody else closes the answer
            error.close()
            raise
        except SlackRequestError as error:  # an upload that was answered, but not with 200
            raise PlatformError(f"Slack: could not send a file ({error})") from error
    return str(done["files"][0]["id"])


def file_found(message: Mapping[str, Any], message_id: str) -> str | None:
    """Slack's id of the file, when the message is the one that shows our message's file."""
    if all(block.get("block_id") != f"{MARK}{message_id}" for block in message.get("blocks") or ()):
        return None
    return next((str(file["id"]) for file in message.get("files") or ()), None)


def is_file(ref: str) -> bool:
    """Whether what we call a message is a file: that one stays as it was sent."""
    return ref.startswith(REF)
