"""What people say and open in Slack, against the sandbox: what is stored for it, and what they are offered."""

from __future__ import annotations

import threading

import pytest

from bot.errors import StoreError
from bot.platforms.slack.app import SlackConnection
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import InboxEvent, TextPicture
from bot.words import say
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms.conftest import FakeAssistant

REDELIVERED_AFTER = 5  # seconds without an acknowledgement, and some to spare
pytestmark = pytest.mark.usefixtures("connection")


def test_a_message_is_stored_with_where_to_answer(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """The event has Slack's own id, the conversation as its lane, and the words as they were typed."""
    said = ana.say("R&D <50%> mon to thu")
    event = assistant.newest("message")
    assert event.payload == {
        "text": "R&D <50%> mon to thu",
        "ref": said["ts"],
        "address": {"channel": ana.channel, "message_ts": said["ts"]},
    }
    assert (event.platform, event.lane, event.person_id) == ("slack", ana.channel, "U1")
    assert event.id == sandbox.deliveries[0].payload["event_id"]


def test_a_thread_is_a_conversation_of_its_own(sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """A reply in a thread is stored under the thread's lane and answered there."""
    root = ana.say("hello")
    assistant.newest("message")
    ana.say("and here", thread_ts=root["ts"])
    with assistant.told:
        assert assistant.told.wait_for(lambda: len(assistant.events) == 2, 10)
    assert assistant.events[1].lane == f"{ana.channel}:{root['ts']}"
    assert assistant.events[1].payload["address"]["thread_ts"] == root["ts"]


def test_what_was_not_stored_is_sent_again(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant, slack_time: ManualClock
) -> None:
    """Slack is answered after the event is stored: when storing fails, Slack repeats it and nothing is lost."""
    assistant.failing = OSError("the disk is full")
    ana.say("hello")
    with assistant.told:
        assert assistant.told.wait_for(lambda: assistant.failing is None, 10)
    assert assistant.events == []
    slack_time.advance(REDELIVERED_AFTER)
    assert assistant.newest("message").payload["text"] == "hello"


def test_a_change_and_a_deletion_are_stored_under_the_messages_name(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """What is to come of them is not the listener's business."""
    said = ana.say("hello")
    ana.edit(said["ts"], "hello again")
    ana.delete(said["ts"])
    sandbox.wait_until(lambda: len([d for d in sandbox.deliveries if d.outcome == "acknowledged"]) == 3)
    payloads = [{name: value for name, value in e.payload.items() if name != "address"} for e in assistant.events]
    assert sorted(payloads, key=str) == sorted(
        [
            {"text": "hello", "ref": said["ts"]},
            {"text": "hello again", "ref": said["ts"], "change": "edited"},
            {"text": "", "ref": said["ts"], "change": "deleted"},
        ],
        key=str,
    )


def test_what_nobody_said_passes_by(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """The bot's own messages, another bot's, somebody who joins, a channel, an unfurled link: all are acknowledged."""
    said = ana.say("see https://example.org")
    assistant.newest("message")
    platform.post(address, "m1", TextPicture("Hello"))
    sandbox.unfurl(ana.id, said["ts"])
    here = {
        "type": "message",
        "channel": ana.channel,
        "channel_type": "im",
        "user": "U1",
        "text": "apollo",
        "ts": "7.7",
    }
    sandbox.deliver({**here, "bot_id": "B7"})
    sandbox.deliver({**here, "subtype": "channel_join"})
    sandbox.deliver({**here, "channel": "C1", "channel_type": "channel"})
    sandbox.wait_until(lambda: len([d for d in sandbox.deliveries if d.outcome == "acknowledged"]) >= 6)
    assert len(assistant.events) == 1


def test_a_message_that_cannot_be_kept_is_delivered_again_and_at_last_said_to_be_lost(
    ana: PersonAtDesk, assistant: FakeAssistant, slack_time: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    """Four deliveries, each a line in the log; after the last one the person is told to send it again."""
    refused = threading.Semaphore(0)

    def full(event: InboxEvent) -> bool:
        refused.release()
        raise StoreError("The database has no room left.")

    assistant.receive = full  # type: ignore[method-assign]
    ana.say("hello")
    for delivery in range(4):
        assert refused.acquire(timeout=10), f"delivery {delivery} did not come"
        slack_time.advance(REDELIVERED_AFTER)
    told = ana.wait_for(lambda m: m["ephemeral"])
    assert told["text"] == say("message-lost")
    assert "an event could not be kept; Slack delivers it again" in capsys.readouterr().out


def test_opening_the_home_tab_asks_for_the_home_page(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """In a lane of its own, so that a long turn does not hold it up."""
    ana.open_home()
    event = assistant.newest("home")
    assert (event.lane, event.payload) == ("home:U1", {"address": {"channel": ana.channel}})


def test_opening_the_empty_conversation_offers_prompts(ana: PersonAtDesk) -> None:
    """Three things to begin with."""
    ana.open_messages()
    assert len(ana.wait_until(lambda person: person.prompts)) == 3


def test_opening_the_conversation_offers_to_fill_gaps_first(ana: PersonAtDesk, assistant: FakeAssistant) -> None:
    """A person's own gaps stand before what everybody is offered; Slack takes four."""
    assistant.gaps = {"Fill one missing day with Apollo": "Apollo on Mon 16 Nov", "Fill it with Zephyr": "zephyr"}
    ana.open_messages()
    prompts = ana.wait_until(lambda person: person.prompts)
    assert prompts[0] == {"title": "Fill one missing day with Apollo", "message": "Apollo on Mon 16 Nov"}
    assert [prompt["title"] for prompt in prompts[1:]] == [
        "Fill it with Zephyr",
        say("prompt-missing"),
        say("prompt-report"),
    ]
    assert assistant.suggested_to == ["U1"]


def test_a_conversation_that_has_begun_offers_gaps_and_nothing_else(
    ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """Whoever wrote before knows how to begin, and may still have days missing."""
    ana.say("hello")
    assistant.newest("message")
    assistant.gaps = {"Fill one missing day with Apollo": "Apollo on Mon 16 Nov"}
    ana.open_messages()
    prompts = ana.wait_until(lambda person: person.prompts)
    assert [prompt["message"] for prompt in prompts] == ["Apollo on Mon 16 Nov"]


def test_opening_a_conversation_that_has_begun_offers_nothing(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """Whoever wrote before knows how to begin, and nothing is missing."""
    ana.say("hello")
    assistant.newest("message")
    ana.open_messages()
    sandbox.wait_until(lambda: len([d for d in sandbox.deliveries if d.outcome == "acknowledged"]) == 2)
    assert "conversations.history" in {call.method for call in sandbox.calls}
    assert ana.prompts == []


def test_a_stopped_connection_takes_nothing_more(connection: SlackConnection, sandbox: Sandbox) -> None:
    """Stop hangs up for good."""
    connection.stop()
    sandbox.wait_until(lambda: sandbox.connections == 0)
