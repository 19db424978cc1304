"""Every other button, against the sandbox: of a reminder, the home page, a question, a judgement, another version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.platforms.slack.platform import SlackPlatform
from bot.ports import Home, ReminderPicture, TextPicture
from bot.words import say
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import FakeAssistant

pytestmark = pytest.mark.usefixtures("connection")


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
