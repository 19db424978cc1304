"""Streamed text in a thread against the sandbox: Slack's own streaming, and what takes its place when that fails."""

from __future__ import annotations

from typing import Any

import pytest

from bot.platforms.slack.courtesies import PREVIEW_EVERY, STREAM_EVERY
from bot.platforms.slack.platform import SlackPlatform
from bot.platforms.slack.previews import PREVIEW_ROOM, STREAM_MARK
from bot.ports import TextPicture
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms.conftest import Ticks

ANSWER = TextPicture("You are missing five days.")
IDLE = 301  # seconds after which Slack has ended a stream that nobody adds to


@pytest.fixture
def thread(ana: PersonAtDesk) -> dict[str, str]:
    """A thread in the direct conversation, in which Ana said something."""
    root = ana.say("hi")
    said = ana.say("what is missing?", thread_ts=root["ts"])
    return {"channel": ana.channel, "thread_ts": root["ts"], "message_ts": said["ts"]}


class Writer:
    """The model's words as they come."""

    def __init__(self, platform: SlackPlatform, address: dict[str, str], ticks: Ticks) -> None:
        self._platform, self._address, self._ticks = platform, address, ticks
        self._platform.preview(address, "Y")
        ticks.time += PREVIEW_EVERY

    def write(self, *texts: str) -> None:
        for text in texts:
            self._platform.preview(self._address, text)
            self._ticks.time += STREAM_EVERY


@pytest.fixture
def writer(platform: SlackPlatform, thread: dict[str, str], ticks: Ticks) -> Writer:
    """The first word is said; a preview is due."""
    return Writer(platform, thread, ticks)


def methods(sandbox: Sandbox) -> list[str]:
    """The Web API methods about messages that were called, in order."""
    return [call.method for call in sandbox.calls if call.method.startswith("chat.")]


def of_the_bot(ana: PersonAtDesk) -> list[dict[str, Any]]:
    return [message for message in ana.messages() if message.get("bot_id")]


def test_text_is_streamed_in_a_thread(
    sandbox: Sandbox, ana: PersonAtDesk, writer: Writer, thread: dict[str, str]
) -> None:
    """It begins when text is there and grows by what is new; the thread alone shows it."""
    writer.write("You are", "You are missing", "You are missing five days")
    [shown] = of_the_bot(ana)
    assert shown["streaming"]
    assert shown["thread_ts"] == thread["thread_ts"]
    assert shown["text"] == STREAM_MARK + "You are missing five days"
    added = [call.arguments["markdown_text"] for call in sandbox.calls if call.method == "chat.appendStream"]
    assert added == [" missing", " five days"]
    assert sandbox.problems == []


def test_the_answer_takes_the_streams_place_once(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, writer: Writer, thread: dict[str, str]
) -> None:
    """The stream carries no message's id: it ends and goes, and the one message with the id stays."""
    writer.write("You are", "You are missing five")
    ref = platform.post(thread, "m1", ANSWER)
    [message] = of_the_bot(ana)
    assert (message["ts"], message["text"], message["streaming"]) == (ref, ANSWER.text, False)
    assert platform.find(thread, "m1") == ref
    assert methods(sandbox)[-3:] == ["chat.postMessage", "chat.stopStream", "chat.delete"]
    assert sandbox.problems == []


def test_the_end_of_a_turn_takes_the_stream_away(
    platform: SlackPlatform, ana: PersonAtDesk, writer: Writer, thread: dict[str, str]
) -> None:
    """A card comes instead of words, or another replica sends the answer."""
    writer.write("Done! I have written it")
    platform.status(thread, "")
    assert of_the_bot(ana) == []


def test_a_second_turn_streams_again(
    sandbox: Sandbox, platform: SlackPlatform, writer: Writer, thread: dict[str, str], ticks: Ticks
) -> None:
    """Nothing of the turn before is left over."""
    writer.write("You are")
    platform.post(thread, "m1", ANSWER)
    Writer(platform, thread, ticks).write("Hello")
    assert methods(sandbox)[-1] == "chat.startStream"


def test_the_top_level_is_no_thread(sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, ticks: Ticks) -> None:
    """There a message is written anew instead, as Slack streams only in threads."""
    address = {"channel": ana.channel, "message_ts": ana.say("hi")["ts"]}
    Writer(platform, address, ticks).write("You are")
    assert methods(sandbox) == ["chat.postMessage"]


def test_a_stream_that_expired_goes_on_as_updates_of_the_same_message(
    sandbox: Sandbox,
    platform: SlackPlatform,
    ana: PersonAtDesk,
    writer: Writer,
    thread: dict[str, str],
    slack_time: ManualClock,
) -> None:
    """The model paused for longer than Slack waits: one preview all the same, and gone with the answer."""
    writer.write("You are")
    slack_time.advance(IDLE)
    for _ in range(4):  # a grey message grows in longer steps
        writer.write("You are missing", "You are missing five")
    assert any("message_not_in_streaming_state" in problem for problem in sandbox.problems)
    [shown] = of_the_bot(ana)
    assert shown["text"] == "You are missing five …"
    assert methods(sandbox).count("chat.startStream") == 1
    platform.post(thread, "m1", ANSWER)
    assert [message["text"] for message in of_the_bot(ana)] == [ANSWER.text]


def test_a_stream_that_is_refused_becomes_a_message_written_anew(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, writer: Writer, thread: dict[str, str]
) -> None:
    """A workspace may not have streaming: it is tried once a turn, and the words are seen all the same."""
    sandbox.faults.refuse("chat.startStream", "not_allowed", times=1)
    writer.write("You are", "You are missing")
    [shown] = of_the_bot(ana)
    assert (shown["text"], shown["thread_ts"]) == ("You are missing …", thread["thread_ts"])
    assert methods(sandbox) == ["chat.postMessage", "chat.update"], "the second call would have been taken"
    platform.post(thread, "m1", ANSWER)
    assert [message["text"] for message in of_the_bot(ana)] == [ANSWER.text]


def test_a_lost_connection_in_the_middle_loses_nothing_but_words_on_the_way(
    sandbox: Sandbox, platform: SlackPlatform, ana: PersonAtDesk, writer: Writer, thread: dict[str, str]
) -> None:
    """The stream is ended and the same message written anew; the answer takes its place."""
    writer.write("You are")
    sandbox.faults.drop("chat.appendStream")
    writer.write("You are missing", "You are missing five")
    assert len(of_the_bot(ana)) == 1
    platform.post(thread, "m1", ANSWER)
    assert [message["text"] for message in of_the_bot(ana)] == [ANSWER.text]


def test_streamed_words_are_printed_not_obeyed(sandbox: Sandbox, ana: PersonAtDesk, writer: Writer) -> None:
    """No mention and no link come of what a model wrote, and no text is too long for a stream."""
    writer.write("You <!channel>", "You <!channel> & <https://example.org>" + "x" * 20_000)
    [shown] = of_the_bot(ana)
    assert shown["text"].startswith(STREAM_MARK + "You &lt;!channel&gt; &amp; &lt;https://example.org&gt;x")
    assert len(shown["text"]) < PREVIEW_ROOM + 100
    assert sandbox.problems == []


def test_words_that_stay_the_same_add_nothing(sandbox: Sandbox, writer: Writer) -> None:
    """Slack refuses an empty addition."""
    writer.write("You are", "You are")
    assert methods(sandbox) == ["chat.startStream"]
    assert sandbox.problems == []
