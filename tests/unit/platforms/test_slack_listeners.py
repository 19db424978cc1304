"""Every listener against the sandbox: what is stored for what a person does, and what they see at once."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from bot.domain.card import Card
from bot.errors import StoreError
from bot.platforms.slack.app import SlackConnection
from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Home, InboxEvent, ReminderPicture, TextPicture
from bot.words import say
from sandbox.clock import ManualClock
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import DECIDED, READING, FakeAssistant

REDELIVERED_AFTER = 5  # seconds without an acknowledgement, and some to spare
pytestmark = pytest.mark.usefixtures("connection")
ONE = replace(pictures.PENDING, lines=pictures.PENDING.lines[:1])
FIRST = ONE.lines[0].proposal_id


@pytest.fixture
def address(ana: PersonAtDesk) -> dict[str, str]:
    """The direct conversation."""
    return {"channel": ana.channel}


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


@pytest.mark.parametrize("failing", [StoreError("no room"), OSError("unheard of")], ids=["full disk", "surprise"])
def test_a_click_that_cannot_be_kept_is_said_to_be_lost(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str], failing: Exception
) -> None:
    """Slack never delivers a click again, so whoever clicked is told at once; the next click counts."""
    platform.post(address, "m1", ONE)
    assistant.failing = failing
    ana.click("approve")
    assert ana.messages()[-1]["text"].startswith("That did not go through, and nothing was changed.")
    assert assistant.events == []
    ana.click("approve")
    assert [event.payload["verb"] for event in assistant.events] == ["approve"]


def test_a_form_that_cannot_be_kept_stays_open_with_what_was_typed(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """Under its first field stands what happened; the next Submit counts."""
    platform.post(address, "m1", ONE)
    ana.click("decline")
    assistant.failing = StoreError("no room")
    errors = ana.submit({"reason": "wrong project"})
    assert next(iter(errors.values())).startswith("That could not be kept, and nothing was changed.")
    assert ana.submit() == {}
    assert assistant.events[-1].payload["reason"] == "wrong project"


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        ("approve", "of another version"),
        ("approve_all", "{}"),
        ("edit", '{"card":"c"}'),
        ("show_month", '{"month":"May"}'),
        ("brand_new", "x"),
        ("submit_month", ""),
    ],
)
def test_a_button_of_another_version_is_answered(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, action_id: str, value: str
) -> None:
    """The person reads what to do; nothing is stored, and Slack is told that it arrived."""
    button = {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button | ({"value": value} if value else {})]}]
    platform.client.chat_postMessage(channel=ana.channel, text="an old card", blocks=blocks)
    assert ana.click(action_id) == "acknowledged"
    assert ana.messages()[-1]["text"] == say("unknown-button")
    assert assistant.events == []
    assert sandbox.problems == []


def test_a_form_of_another_version_is_answered(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """A form without fields turns into the sentence."""
    platform.post(address, "m1", ONE)
    ana.click("decline")
    view = ana.view
    assert view is not None
    text = {"type": "plain_text", "text": "Old"}
    old = {"type": "modal", "callback_id": "of_another_version", "title": text, "submit": text}
    section = {"type": "section", "text": text}
    platform.client.views_update(view_id=view["id"], view={**old, "blocks": [section]})
    ana.submit()
    assert ana.view is not None
    assert say("unknown-button") in str(ana.view["blocks"])
    assert assistant.events == []


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


@pytest.mark.parametrize("card", [ONE, pictures.LONG], ids=["buttons", "menus"])
def test_approve_is_stored_as_a_decision(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str], card: Card
) -> None:
    """A click carries the card, the proposal and its revision, from a button or from a menu alike."""
    ref = platform.post(address, "m1", card)
    if card is ONE:
        assert ana.click("approve") == "acknowledged"
    else:
        message = ana.messages()[-1]
        menu = next(block["accessory"] for block in message["blocks"] if "accessory" in block)
        assert ana.click("decide", message, menu["options"][0]["value"]) == "acknowledged"
    [event] = assistant.events
    assert event.kind == "decision"
    assert event.lane == ana.channel
    assert event.payload == {
        "verb": "approve",
        "card_id": pictures.CARD_ID,
        "proposal_id": FIRST,
        "revision": 1,
        "address": {"channel": ana.channel, "message_ts": ref},
    }


def test_two_clicks_are_two_events(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """Whether the second one changes anything is not the listener's business."""
    platform.post(address, "m1", ONE)
    ana.click("approve")
    ana.click("approve")
    assert len({event.id for event in assistant.events}) == 2


def test_approve_all_names_the_card(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """No proposal is singled out."""
    platform.post(address, "m1", pictures.PENDING)
    ana.click("approve_all")
    payload = assistant.events[-1].payload
    assert (payload["verb"], payload["card_id"], payload["proposal_id"]) == ("approve_all", pictures.CARD_ID, "")


def test_edit_opens_the_form_and_stores_what_was_accepted(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """Errors first, then the reading of a phrase, and only the submission of what was shown is a decision."""
    platform.post(address, "m1", ONE)
    ana.click("edit")
    assert ana.submit({"dates.words": "never"}) == {"dates.words": "I do not understand “never”."}
    assert ana.submit({"dates.words": "friday"}) == {}
    assert ana.view is not None
    assert READING in str(ana.view["blocks"])
    assert assistant.events == []
    assert ana.submit() == {}
    assert ana.view is None
    assert assistant.checked[-1] == ({"project": "APO", "dates": "2026-11-20", "percent": "50", "note": ""}, READING)
    payload = assistant.events[-1].payload
    assert (payload["verb"], payload["proposal_id"], payload["values"]["dates"]) == ("edit", FIRST, "2026-11-20")
    assert sandbox.problems == []


def test_edit_of_something_decided_says_so(ana: PersonAtDesk, platform: SlackPlatform, address: dict[str, str]) -> None:
    """The person sees why no form opens, and nobody else does."""
    platform.post(address, "m1", replace(ONE, lines=(replace(ONE.lines[0], revision=9),)))
    ana.click("edit")
    assert ana.view is None
    assert (ana.messages()[-1]["text"], ana.messages()[-1]["ephemeral"]) == (DECIDED, True)


@pytest.mark.parametrize("reason", ["", "wrong project"])
def test_decline_asks_why(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str], reason: str
) -> None:
    """The reason may be left out."""
    platform.post(address, "m1", ONE)
    ana.click("decline")
    ana.submit({"reason": reason} if reason else {})
    payload = assistant.events[-1].payload
    assert (payload["verb"], payload["reason"], payload["proposal_id"]) == ("decline", reason, FIRST)


def test_a_form_submitted_twice_is_one_decision(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """The event id is the view's, so a repeated submission is a duplicate."""
    platform.post(address, "m1", ONE)
    ana.click("decline")
    assert ana.view is not None
    view_id = ana.view["id"]
    ana.submit()
    assert assistant.events[-1].id == f"U1:{view_id}"


def test_the_buttons_of_a_reminder(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """Show month and Submit name the month."""
    platform.post(address, "m1", ReminderPicture("November ends today.", "2026-11"))
    ana.click("show_month")
    ana.click("submit_month")
    assert [(e.kind, e.payload["month"], e.lane) for e in assistant.events] == [
        ("report", "2026-11", ana.channel),
        ("submit", "2026-11", ana.channel),
    ]


def test_the_buttons_of_the_home_page(ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform) -> None:
    """Other months are painted on the page; Submit is answered in the direct conversation."""
    platform.publish_home(Home(pictures.ANA, "Hello Ana", replace(pictures.MONTH, missing="", complete=True), 0))
    ana.open_home()
    assistant.events.clear()
    for action_id in ("home_previous", "home_next", "submit_month"):
        ana.click(action_id)
    found = [(e.kind, e.payload["month"], e.lane) for e in assistant.events if "month" in e.payload]
    assert found == [("home", "2026-10", "home:U1"), ("home", "2026-12", "home:U1"), ("submit", "2026-11", ana.channel)]


def test_start_over_and_show_context_are_about_the_direct_conversation(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform
) -> None:
    """The lane is that of the messages, so that what was said before the click is handled before it."""
    platform.publish_home(Home(pictures.ANA, "Hello Ana", pictures.MONTH, 0))
    ana.open_home()
    assistant.events.clear()
    for action_id in ("home_reset", "home_context"):
        assert ana.click(action_id) == "acknowledged"
    clicks = [e for e in assistant.events if e.kind != "home"]
    found = [(e.kind, e.lane, e.person_id, e.payload["address"]) for e in clicks]
    here = (ana.channel, "U1", {"channel": ana.channel})
    assert found == [("reset", *here), ("context", *here)]


def test_a_choice_is_a_message(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """Clicking an answer says it, word for word."""
    platform.post(address, "m1", TextPicture("Which one?", choices=("Apollo (APO)", "R&D <x>")))
    ana.click("choice_1")
    assert (assistant.events[-1].kind, assistant.events[-1].payload["text"]) == ("message", "R&D <x>")


@pytest.mark.parametrize("verdict", ["good", "bad"])
def test_a_judgement_is_stored_and_thanked_for(
    sandbox: Sandbox,
    ana: PersonAtDesk,
    assistant: FakeAssistant,
    platform: SlackPlatform,
    address: dict[str, str],
    verdict: str,
) -> None:
    """It names the answer; only who clicked sees the thanks, and the answer stays as it is."""
    ref = platform.post(address, "m1", TextPicture("You have 12 days on Apollo.", judged=True))
    buttons = ana.messages()[-1]["blocks"][-1]["elements"][0]
    side = "positive_button" if verdict == "good" else "negative_button"
    assert ana.click("feedback", value=buttons[side]["value"]) == "acknowledged"
    [event] = assistant.events
    assert (event.kind, event.lane, event.person_id) == ("feedback", ana.channel, "U1")
    assert event.payload == {
        "message": "m1",
        "verdict": verdict,
        "address": {"channel": ana.channel, "message_ts": ref},
    }
    thanks = ana.wait_for(lambda m: m["ephemeral"])
    assert thanks["text"] == (say("feedback-thanks") if verdict == "good" else say("feedback-thanks-bad"))
    assert sandbox.problems == []


def test_a_judgement_of_another_version_is_answered(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """As every button that this version does not know."""
    thumb = {"text": {"type": "plain_text", "text": "Fine"}, "value": '{"message":"m1","verdict":"so-so"}'}
    buttons = {"type": "feedback_buttons", "action_id": "feedback", "positive_button": thumb, "negative_button": thumb}
    blocks = [{"type": "context_actions", "elements": [buttons]}]
    platform.client.chat_postMessage(channel=ana.channel, text="an old answer", blocks=blocks)
    ana.click("feedback", value=thumb["value"])
    assert ana.messages()[-1]["text"] == say("unknown-button")
    assert assistant.events == []


def test_thanks_that_cannot_be_said_lose_nothing(
    sandbox: Sandbox, ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, address: dict[str, str]
) -> None:
    """They are a courtesy: the judgement is stored by then."""
    platform.post(address, "m1", TextPicture("You have 12 days on Apollo.", judged=True))
    buttons = ana.messages()[-1]["blocks"][-1]["elements"][0]
    sandbox.faults.refuse("chat.postEphemeral", "internal_error")
    assert ana.click("feedback", value=buttons["positive_button"]["value"]) == "acknowledged"
    assert [event.kind for event in assistant.events] == ["feedback"]


def test_a_stopped_connection_takes_nothing_more(connection: SlackConnection, sandbox: Sandbox) -> None:
    """Stop hangs up for good."""
    connection.stop()
    sandbox.wait_until(lambda: sandbox.connections == 0)
