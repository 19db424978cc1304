"""Files on their way to Slack: uploaded, shown once, found again, and what becomes of an upload that fails."""

from __future__ import annotations

import pytest

from bot.errors import PlatformDenied, PlatformError, PlatformRefused
from bot.platforms.slack.files import ALT_TEXT
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import FilePicture, TextPicture
from sandbox.driver import PersonAtDesk, Sandbox

PDF = FilePicture(
    "Here is November 2026 as PDF.", "report-2026-11-zoe.pdf", "Zoé, November 2026", b"%PDF-1.4 and so on"
)
PNG = FilePicture("Here it is.", "calendar.png", "Zoé <3", b"\x89PNG", "Calendar. " * 200)


@pytest.fixture
def address(ana: PersonAtDesk) -> dict[str, str]:
    """The direct conversation."""
    return {"channel": ana.channel}


def shown(ana: PersonAtDesk) -> list[dict]:
    """The files that Ana sees, in their order."""
    return [file for message in ana.messages() for file in message.get("files", ())]


def test_a_file_stands_in_the_conversation(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]
) -> None:
    """With its bytes, its name, its title and the sentence beside it; what it is called is Slack's id of the file."""
    ref = platform.post(address, "m1", PDF)
    (file,) = shown(ana)
    assert (file["id"], file["name"], file["title"]) == (ref, PDF.name, PDF.title)
    assert sandbox.file(ref) == PDF.content
    assert PDF.text in str(ana.messages()[-1]["blocks"])


def test_a_picture_has_its_description(platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]) -> None:
    """As much of it as Slack takes."""
    platform.post(address, "m1", PNG)
    (file,) = shown(ana)
    assert file["alt_txt"] == PNG.alt[:ALT_TEXT]
    assert file["mimetype"] == "image/png"


def test_a_file_in_a_thread_stays_in_it(platform: SlackPlatform, ana: PersonAtDesk) -> None:
    """Where it was asked for, it is answered, and found."""
    root = ana.say("hello")
    address = {"channel": ana.channel, "thread_ts": root["ts"]}
    ref = platform.post(address, "m1", PDF)
    assert ana.messages()[-1]["thread_ts"] == root["ts"]
    assert platform.find(address, "m1") == ref


def test_a_file_whose_answer_was_lost_is_found(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]
) -> None:
    """Slack took and showed it, the connection broke: the outbox asks, and does not send it again."""
    sandbox.faults.lose_answer("files.completeUploadExternal")
    with pytest.raises(PlatformError):
        platform.post(address, "m1", PDF)
    (file,) = shown(ana)
    assert platform.find(address, "m1") == file["id"]
    assert platform.find(address, "m2") is None


@pytest.mark.parametrize("step", ["files.getUploadURLExternal", "upload", "files.completeUploadExternal"])
@pytest.mark.parametrize("fault", ["server_error", "drop"])
def test_a_file_that_was_not_shown_is_not_found_and_can_be_sent_again(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str], step: str, fault: str
) -> None:
    """Whichever of the three steps fails, repeating is of use: it is no refusal."""
    getattr(sandbox.faults, fault)(step)
    with pytest.raises(PlatformError) as caught:
        platform.post(address, "m1", PDF)
    assert not isinstance(caught.value, PlatformRefused)
    assert platform.find(address, "m1") is None
    platform.post(address, "m1", PDF)
    assert len(shown(ana)) == 1


@pytest.mark.parametrize("step", ["files.getUploadURLExternal", "files.completeUploadExternal"])
def test_a_rate_limit_is_waited_for(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str], step: str
) -> None:
    """Slack says when, and did nothing."""
    sandbox.faults.rate_limit(step, retry_after=0)
    platform.post(address, "m1", PDF)
    assert len(shown(ana)) == 1


@pytest.mark.parametrize("code", ["file_uploads_disabled", "file_type_not_allowed", "file_upload_size_restricted"])
def test_a_workspace_that_takes_no_files_refuses(
    sandbox: Sandbox, platform: SlackPlatform, address: dict[str, str], code: str
) -> None:
    """Repeating is useless: the outbox says something instead."""
    sandbox.faults.refuse("files.getUploadURLExternal", code)
    with pytest.raises(PlatformRefused, match=code):
        platform.post(address, "m1", PDF)


def test_a_token_without_the_scope_keeps_the_file_waiting(
    sandbox: Sandbox, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """An app that was installed before there were files lacks `files:write`; once it has it, they are sent."""
    sandbox.faults.refuse("files.getUploadURLExternal", "missing_scope")
    with pytest.raises(PlatformDenied):
        platform.post(address, "m1", PDF)


def test_a_file_that_stands_is_left_as_it_is(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, address: dict[str, str]
) -> None:
    """Neither the file itself nor an apology is painted over it."""
    ref = platform.post(address, "m1", PDF)
    before = ana.messages()
    platform.update(address, ref, "m1", PDF)
    platform.update(address, ref, "m1", TextPicture("I could not show you what you asked for."))
    assert ana.messages() == before
    assert sandbox.problems == []
