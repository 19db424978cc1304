"""The buttons of the Home tab: each click is stored before it is acknowledged, with the month that the page shows."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import StoreError
from bot.platforms.slack.platform import SlackPlatform
from bot.words import say
from sandbox.driver import PersonAtDesk, Sandbox
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import FakeAssistant

pytestmark = pytest.mark.usefixtures("connection")
PAGE = {"on_home": True, "month": "2026-11"}


@pytest.fixture
def home(ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform) -> PersonAtDesk:
    """Ana with a full page in front of her."""
    platform.publish_home(pictures.FULL_HOME)
    ana.open_home()
    assistant.newest("home")
    assistant.events.clear()
    return ana


def stored(assistant: FakeAssistant, kind: str) -> dict[str, Any]:
    """What the newest event of a kind carries; it is answered in the direct conversation."""
    event = assistant.newest(kind)
    payload = dict(event.payload)
    assert payload.pop("address") == {"channel": event.lane}
    assert event.person_id == "U1"
    return payload


@pytest.mark.parametrize(
    ("action_id", "kind", "carried"),
    [
        ("home_offer_0", "copy_week", {"week": "2026-11-09"}),
        ("home_offer_1", "fill_month", {}),
        ("home_show_card", "show_card", {"card_id": pictures.CARD_ID, "painted": "f" * 32}),
        ("home_nudge", "nudge", {"about": "2026-11", "email": "ben@example.org"}),
        ("home_nudge_all", "nudge", {"about": "2026-11", "email": ""}),
        ("home_forget", "forget", {}),
        ("home_reset", "reset", {}),
    ],
)
def test_a_click_on_the_page_is_stored_with_its_month(
    home: PersonAtDesk, assistant: FakeAssistant, action_id: str, kind: str, carried: dict[str, str]
) -> None:
    """So that the page can be painted anew as it was."""
    assert home.click(action_id) == "acknowledged"
    assert stored(assistant, kind) == PAGE | carried


def test_withdraw_names_the_month(ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform) -> None:
    """It stands exactly under a submitted month."""
    platform.publish_home(pictures.QUIET_HOME)
    ana.open_home()
    assert ana.click("withdraw_month") == "acknowledged"
    assert stored(assistant, "withdraw") == PAGE


def test_two_clicks_are_two_events(home: PersonAtDesk, assistant: FakeAssistant) -> None:
    """Whether the second one makes anything is the handler's business."""
    home.click("home_offer_0")
    home.click("home_offer_0")
    assert len({event.id for event in assistant.events if event.kind == "copy_week"}) == 2


def test_a_click_that_cannot_be_stored_is_said(home: PersonAtDesk, assistant: FakeAssistant) -> None:
    """Nothing is acknowledged as kept that is not."""
    assistant.failing = StoreError("the disk is full")
    home.click("home_forget")
    assert "forget" not in {event.kind for event in assistant.events}
    assert home.messages()[-1]["ephemeral"]


def test_preferences_are_asked_corrected_and_stored_once(
    sandbox: Sandbox, home: PersonAtDesk, assistant: FakeAssistant
) -> None:
    """The modal opens filled in, an error stands under its field, and the view's id makes the event unique."""
    assert home.click("home_preferences") == "acknowledged"
    view = home.wait_until(lambda desk: desk.view)
    assert view["title"]["text"] == "Preferences"
    assert home.submit({"time_zone": "UTC"}) == {"time_zone": "UTC cannot be chosen any more."}
    assert assistant.events == []
    assert home.submit({"time_zone": "Europe/Paris", "hour": "7"}) == {}
    assert home.view is None
    values = {"language": "auto", "time_zone": "Europe/Paris", "hour": "7", "project": "auto"}
    assert stored(assistant, "preferences") == {"values": values, "month": "2026-11"}
    assert assistant.events[-1].id == f"U1:{view['id']}"
    assert sandbox.problems == []


def test_who_has_no_preferences_is_told_why(home: PersonAtDesk, assistant: FakeAssistant) -> None:
    """Somebody whom the ledger does not know any more gets a sentence, not a form."""
    assistant.unknown = say("person-unknown", email="ana@example.org")
    home.click("home_preferences")
    assert home.view is None
    assert home.messages()[-1]["text"] == assistant.unknown


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        *(("home_offer_0", "{}"), ("home_offer_0", '{"kind":"sell","about":"x"}'), ("home_show_card", "")),
        *(("home_nudge", "{}"), ("home_nudge_all", "nonsense"), ("withdraw_month", '{"month":"2026-13"}')),
    ],
)
def test_a_button_of_another_version_is_answered(
    ana: PersonAtDesk, assistant: FakeAssistant, platform: SlackPlatform, action_id: str, value: str
) -> None:
    """The person reads what to do; nothing is stored."""
    button = {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button | ({"value": value} if value else {})]}]
    platform.client.chat_postMessage(channel=ana.channel, text="an old page", blocks=blocks)
    assert ana.click(action_id) == "acknowledged"
    assert ana.messages()[-1]["text"] == say("unknown-button")
    assert assistant.events == []
