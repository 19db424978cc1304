"""Whatever is repeated, refused or lost on the way: one card, one entry."""

from __future__ import annotations

from datetime import date

from tests.scenarios.workplace import HANGING, Colleague, Workplace, buttons, words

MONDAY = date(2026, 11, 16)


def settle(lucas: Colleague) -> None:
    """Wait until everything that was sent before is handled: a conversation is worked off in order."""
    lucas.answer("forget it")


def test_an_event_that_is_delivered_twice_leads_to_one_card(workplace: Workplace, lucas: Colleague):
    """Slack delivers at least once; the event's id is stored once."""
    workplace.sandbox.faults.duplicate_event()
    lucas.card("apollo monday")
    assert len(workplace.sandbox.events("message")) >= 2
    settle(lucas)
    assert len(lucas.cards) == 1


def test_a_message_that_a_lost_connection_delays_leads_to_one_card(workplace: Workplace, lucas: Colleague):
    """What is said while the connection is gone is delivered to the next one, perhaps again, and answered once."""
    workplace.sandbox.drop_sockets()
    lucas.card("apollo monday")
    settle(lucas)
    assert len(lucas.cards) == 1


def test_a_second_click_on_approve_changes_nothing(workplace: Workplace, lucas: Colleague):
    """While Slack is slow to repaint the card its buttons are still there; the second click finds it decided."""
    card = lucas.card("apollo monday")
    workplace.sandbox.faults.delay("chat.update", HANGING)
    assert lucas.desk.click("approve", card) == "acknowledged"
    workplace.sandbox_clock.wait_for_hanging_call()
    assert lucas.desk.click("approve", card) == "acknowledged"
    workplace.sandbox_clock.advance(HANGING)
    lucas.decided(card)
    settle(lucas)
    assert workplace.entries(MONDAY) == [("Mon 16", "APO", 100)]
    assert len(lucas.cards) == 1


def test_a_second_click_on_undo_changes_nothing(workplace: Workplace, lucas: Colleague):
    """What was written in between by a new card is not taken off by the second click."""
    card = lucas.card("apollo monday")
    lucas.desk.click("approve", card)
    written = lucas.decided(card)
    workplace.sandbox.faults.delay("chat.update", HANGING)
    assert lucas.desk.click("undo", written) == "acknowledged"
    workplace.sandbox_clock.wait_for_hanging_call()
    assert lucas.desk.click("undo", written) == "acknowledged"
    workplace.sandbox_clock.advance(HANGING)
    lucas.now(card, lambda m: not buttons(m))
    settle(lucas)
    assert workplace.entries(MONDAY) == []
    assert len(lucas.cards) == 1


def test_a_card_arrives_once_while_slack_is_overloaded_and_failing(workplace: Workplace, lucas: Colleague):
    """The outbox waits, and tries again; where an answer was lost it looks before it posts a second time."""
    faults = workplace.sandbox.faults
    faults.rate_limit("chat.postMessage", times=1)
    faults.server_error("chat.postMessage", times=2)
    faults.lose_answer("chat.postMessage")
    card = lucas.card("apollo monday")
    settle(lucas)
    assert [c["ts"] for c in lucas.cards] == [card["ts"]]
    assert "Apollo" in words(card)
