"""A message that is changed or deleted is answered anew; what was approved stands."""

from __future__ import annotations

import pytest

from bot.domain.proposal import ProposalState
from bot.ports import ModelReply
from bot.words import say
from tests.fakes import calls
from tests.unit.handlers.told import ZEPHYR_MONDAY, answers, proposed, said, unfinished


def test_a_changed_message_is_answered_anew_and_its_card_is_dropped(office) -> None:
    """One card can be approved, the one of the new text; the old one says why it cannot."""
    old = proposed(office)
    office.model.script.append(ZEPHYR_MONDAY)
    said(office, "zephyr monday", "1.1", change="edited")
    assert office.now(old).state is ProposalState.SUPERSEDED
    [line] = office.cards[0].lines
    assert (line.outcome, line.verbs) == (say("message-changed"), ())
    [new] = office.pending
    office.click("approve", old)
    office.click("approve", new)
    assert office.entries() == [("2026-11-16", "ZEP", 100)]


def test_a_message_that_was_changed_twice_has_one_card(office) -> None:
    """What came of the first change is dropped by the second."""
    proposed(office)
    for _ in range(2):
        office.model.script.append(ZEPHYR_MONDAY)
        said(office, "zephyr monday", "1.1", change="edited")
    assert len(office.pending) == 1
    assert [p.state for p in office.proposals()].count(ProposalState.SUPERSEDED) == 2


def test_what_was_approved_stands_when_its_message_is_changed(office) -> None:
    """Nothing is written or proposed a second time; the sentence says what to do instead."""
    office.click("approve", proposed(office))
    said(office, "zephyr monday", "1.1", change="edited")
    assert answers(office)[-1] == say("edited-decided")
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.pending == []


def test_a_declined_line_does_not_keep_a_changed_message_from_being_answered(office) -> None:
    """Nothing was written, so the new words count."""
    office.click("decline", proposed(office))
    office.model.script.append(ZEPHYR_MONDAY)
    said(office, "zephyr monday", "1.1", change="edited")
    assert [p.title for p in office.pending] == ["Zephyr (ZEP)"]


def test_other_messages_of_the_conversation_are_left_alone(office) -> None:
    """Only what came of the changed message is dropped."""
    old = proposed(office)
    office.model.script.append(calls(("add_activities", {"project": "zephyr", "dates": "tuesday"})))
    said(office, "zephyr tuesday", "2.2")
    said(office, "", "2.2", change="deleted")
    assert [p.id for p in office.pending] == [old.id]


@pytest.mark.parametrize("change", ["edited", "deleted"])
def test_a_change_of_an_unanswered_message_loses_nothing(office, change: str) -> None:
    """A change may be told before the message itself: its words are answered once; a deletion says nothing."""
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello twice!")]
    said(office, "hello", "1.1", change=change)
    assert answers(office) == (["Hello!"] if change == "edited" else [])
    assert unfinished(office) == []


def test_a_deleted_message_takes_its_pending_lines_with_it(office) -> None:
    """One sentence, and the card has nothing left to click."""
    old = proposed(office)
    said(office, "", "1.1", change="deleted")
    assert answers(office) == [say("deleted-dropped")]
    [line] = office.cards[0].lines
    assert (line.outcome, line.verbs) == (say("message-deleted"), ())
    office.click("approve", old)
    assert office.entries() == []


def test_what_was_approved_stands_when_its_message_is_deleted(office) -> None:
    """And it is said, with how to take it off."""
    office.click("approve", proposed(office))
    said(office, "", "1.1", change="deleted")
    assert answers(office)[-1] == say("deleted-decided")
    assert office.entries() == [("2026-11-16", "APO", 100)]


def test_a_deleted_message_that_came_to_nothing_is_not_talked_about(office) -> None:
    """Small talk may be deleted in silence."""
    office.model.script.append(ModelReply("Hello!"))
    said(office, "hello", "1.1")
    said(office, "", "1.1", change="deleted")
    assert answers(office) == ["Hello!"]


def test_one_message_that_is_told_as_two_events_is_answered_once(office) -> None:
    """Slack tells of a thread's reply that is also sent to the conversation in two ways."""
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello twice!")]
    said(office, "hello", "1.1")
    said(office, "hello", "1.1")
    assert answers(office) == ["Hello!"]


def test_an_approval_and_a_change_at_once_write_once(office) -> None:
    """The click was first: the change finds it approved. Both wait in the same lane, so there is no third way."""
    old = proposed(office)
    click = {"verb": "approve", "card_id": old.card_id, "proposal_id": old.id, "revision": old.revision}
    office.store.receive(office.event("decision", "U-ANA", **click))
    office.store.receive(office.event("message", "U-ANA", text="zephyr monday", ref="1.1", change="edited"))
    office.model.script += [ModelReply(""), ZEPHYR_MONDAY]
    office.work()
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.pending == []
