"""Clicks on a card and its forms, against the sandbox: each decision is stored as it was taken, or said to be lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.card import Card
from bot.errors import StoreError
from bot.platforms.slack.platform import SlackPlatform
from bot.words import say
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import DECIDED, READING, FakeAssistant

pytestmark = pytest.mark.usefixtures("connection")
ONE = replace(pictures.PENDING, lines=pictures.PENDING.lines[:1])
FIRST = ONE.lines[0].proposal_id


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
