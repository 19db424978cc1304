"""Uploads in the sandbox, as Slack has them: an address, the bytes, the completion, and what each of them refuses."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.driver import PersonAtDesk, Sandbox
from tests.sandbox.test_sandbox_web_api import request

CONTENT = b"day,project\r\n2026-11-16,APO\r\n"
BLOCK: dict[str, Any] = {
    "type": "rich_text",
    "block_id": "mine",
    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "Here."}]}],
}


def begun(client: WebClient, content: bytes = CONTENT, name: str = "a.csv", **more: str) -> tuple[str, str]:
    """An upload's file id and address."""
    answer = client.files_getUploadURLExternal(filename=name, length=len(content), **more)
    return answer["file_id"], answer["upload_url"]


def uploaded(client: WebClient, content: bytes = CONTENT, name: str = "a.csv", **more: str) -> str:
    """The id of a file whose bytes are there."""
    file_id, url = begun(client, content, name, **more)
    assert request(url, content) == (200, "OK")
    return file_id


def test_the_sdk_uploads_a_file_into_the_direct_message(sandbox: Sandbox, client: WebClient, ana: PersonAtDesk) -> None:
    """One message with the file, its description and its bytes; the app hears of it as of a shared file."""
    answer = client.files_upload_v2(
        channel=ana.channel, content=CONTENT, filename="a.csv", title="A", initial_comment="Here."
    )
    assert answer["files"] == [{"id": answer["file"]["id"], "title": "A"}]
    (message,) = ana.messages()
    (file,) = message["files"]
    assert (message["text"], message["subtype"], message["blocks"]) == ("Here.", "file_share", [])
    assert (file["id"], file["name"], file["title"], file["size"]) == (answer["file"]["id"], "a.csv", "A", len(CONTENT))
    assert (file["mimetype"], file["filetype"], file["pretty_type"]) == ("text/csv", "csv", "CSV")
    assert sandbox.file(file["id"]) == CONTENT


def test_blocks_stand_beside_a_file_and_keep_their_ids(client: WebClient, ana: PersonAtDesk) -> None:
    """The history tells them, with the files: that is how an app finds its own file again."""
    client.files_upload_v2(channel=ana.channel, content=CONTENT, filename="a.csv", blocks=json.dumps([BLOCK]))
    (message,) = client.conversations_history(channel=ana.channel)["messages"]
    assert [block["block_id"] for block in message["blocks"]] == ["mine"]
    assert [file["name"] for file in message["files"]] == ["a.csv"]


def test_a_comment_takes_the_place_of_blocks(client: WebClient, ana: PersonAtDesk) -> None:
    """As Slack's reference says."""
    client.files_upload_v2(
        channel=ana.channel, content=CONTENT, filename="a.csv", initial_comment="Here.", blocks=json.dumps([BLOCK])
    )
    assert ana.messages()[0]["blocks"] == []


def test_several_files_are_one_message(client: WebClient, ana: PersonAtDesk) -> None:
    """In the order in which they are named."""
    files = [{"id": uploaded(client, name=name)} for name in ("a.csv", "b.csv")]
    client.files_completeUploadExternal(files=files, channel_id=ana.channel)
    (message,) = ana.messages()
    assert [file["title"] for file in message["files"]] == ["a.csv", "b.csv"]


def test_a_file_without_a_channel_is_seen_by_nobody(client: WebClient, ana: PersonAtDesk) -> None:
    """It is completed, and private."""
    client.files_completeUploadExternal(files=[{"id": uploaded(client)}])
    assert ana.messages() == []


def test_a_file_in_a_thread(client: WebClient, ana: PersonAtDesk) -> None:
    """It is a reply there; a thread that is none is refused."""
    root = ana.say("hello")
    client.files_completeUploadExternal(files=[{"id": uploaded(client)}], channel_id=ana.channel, thread_ts=root["ts"])
    assert ana.messages()[-1]["thread_ts"] == root["ts"]
    with pytest.raises(SlackApiError, match="thread_not_found"):
        client.files_completeUploadExternal(files=[{"id": uploaded(client)}], channel_id=ana.channel, thread_ts="1.0")


def test_a_form_is_uploaded_like_bare_bytes(sandbox: Sandbox, client: WebClient) -> None:
    """Slack takes both."""
    file_id, url = begun(client)
    form = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\n' + CONTENT + b"\r\n--x--\r\n"
    assert request(url, form, Content_Type="multipart/form-data; boundary=x") == (200, "OK")
    client.files_completeUploadExternal(files=[{"id": file_id}])
    assert sandbox.file(file_id) == CONTENT


def test_another_length_than_announced_is_not_taken(sandbox: Sandbox, client: WebClient) -> None:
    """The upload is refused, so there is nothing to complete."""
    file_id, url = begun(client)
    assert request(url, CONTENT + b"more")[0] == 400
    with pytest.raises(SlackApiError, match="file_not_found"):
        client.files_completeUploadExternal(files=[{"id": file_id}])
    assert any("were announced" in problem for problem in sandbox.problems)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"filename": "a.csv", "length": 0}, "missing_argument"),
        ({"filename": "a.csv"}, "missing_argument"),
        ({"length": 3}, "invalid_arguments"),
        ({"filename": "a.csv", "length": "three"}, "invalid_arguments"),
        ({"filename": "a.csv", "length": 2 << 30}, "file_upload_size_restricted"),
        ({"filename": "a.png", "length": 3, "alt_txt": "x" * 1001}, "alt_txt_too_large"),
    ],
)
def test_an_address_is_refused(client: WebClient, arguments: dict[str, Any], error: str) -> None:
    """For what cannot be a file."""
    with pytest.raises(SlackApiError, match=error):
        client.api_call("files.getUploadURLExternal", params=arguments)


def test_what_cannot_be_completed(client: WebClient, ana: PersonAtDesk) -> None:
    """Unknown, not uploaded, completed before; elsewhere; with what cannot stand beside a file."""
    done = uploaded(client)
    client.files_completeUploadExternal(files=[{"id": done}])
    here = {"channel_id": ana.channel}
    long = json.dumps([{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}])
    wrong: list[tuple[str, dict[str, Any]]] = [
        ("file_not_found", {"files": [{"id": "F404"}]}),
        ("file_not_found", {"files": [{"id": begun(client)[0]}]}),
        ("file_not_found", {"files": [{"id": done}]}),
        ("invalid_arguments", {"files": []}),
        ("invalid_arguments", {"files": [{}]}),
        ("channel_not_found", {"files": [{"id": uploaded(client)}], "channel_id": "D404"}),
        ("channel_not_found", {"files": [{"id": uploaded(client)}], "channel_id": ana.id}),
        ("invalid_blocks", {"files": [{"id": uploaded(client)}], "blocks": long, **here}),
        ("internal_error", {"files": [{"id": uploaded(client)}], "blocks": '[{"type":"markdown","text":"x"}]', **here}),
    ]
    for error, arguments in wrong:
        with pytest.raises(SlackApiError, match=error):
            client.files_completeUploadExternal(**arguments)
    assert ana.messages() == []


def test_an_address_takes_no_second_file(client: WebClient) -> None:
    """Once completed, nobody can change what stands there; an address that was never given takes nothing."""
    file_id, url = begun(client)
    request(url, CONTENT)
    client.files_completeUploadExternal(files=[{"id": file_id}])
    assert request(url, CONTENT)[0] == 400
    assert request(f"{url}x", CONTENT)[0] == 400


def test_the_page_gives_the_file(sandbox: Sandbox, client: WebClient) -> None:
    """To be looked at or saved, under its own name; a page inside it can run nothing."""
    file_id = uploaded(client, name="relevé n° 1.csv")
    assert request(f"{sandbox.url}/sandbox/files/{file_id}")[0] == 404
    client.files_completeUploadExternal(files=[{"id": file_id}])
    with urllib.request.urlopen(f"{sandbox.url}/sandbox/files/{file_id}?download=1", timeout=5) as response:
        assert response.read() == CONTENT
        found = dict(response.headers)
    assert found["Content-Disposition"] == "attachment; filename*=UTF-8''relev%C3%A9%20n%C2%B0%201.csv"
    assert found["Content-Type"].startswith("text/csv")
    assert found["Content-Security-Policy"] == "sandbox"
    assert found["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("fault", ["server_error", "drop", "lose_answer"])
def test_an_upload_fails_as_a_test_asks(sandbox: Sandbox, client: WebClient, fault: str) -> None:
    """Before the bytes were taken, or after."""
    file_id, url = begun(client)
    getattr(sandbox.faults, fault)("upload")
    if fault == "server_error":
        assert request(url, CONTENT)[0] == 500
    else:
        with pytest.raises(OSError, match=r"without response|reset|closed"):
            request(url, CONTENT)
    taken = sandbox.standin.uploads.uploaded(file_id)
    assert (taken is not None) == (fault == "lose_answer")
