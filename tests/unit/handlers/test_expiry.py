"""What nobody decided in time: it expires once, its card says so, and no clock brings it back."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest

from bot.domain.proposal import EXPIRES_AFTER, ProposalState
from bot.handlers import expiry
from bot.handlers.applying import recover
from bot.handlers.expiry import expire
from bot.ports import ModelReply
from tests.fakes import calls

MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
TWO = calls(
    ("add_activities", {"project": "apollo", "dates": "monday"}),
    ("add_activities", {"project": "zephyr", "dates": "tuesday"}),
)


@pytest.fixture
def proposal(office):
    """Apollo on Monday, pending."""
    office.say("apollo monday", MONDAY)
    return office.pending[0]


def test_what_is_overdue_expires_and_its_card_is_painted_again(office, proposal):
    """The buttons are gone without anybody having clicked one."""
    office.clock.time += EXPIRES_AFTER
    assert expire(office.desk) == 1
    office.work()
    (line,) = office.cards[0].lines
    assert (line.outcome, line.verbs) == ("Expired without a decision. Ask again if you still want it.", ())
    assert office.now(proposal).state is ProposalState.EXPIRED


def test_what_is_not_overdue_is_left_alone(office, proposal):
    """A second before its time it can still be approved; and nothing is painted for nothing."""
    office.clock.time += EXPIRES_AFTER - timedelta(seconds=1)
    assert expire(office.desk) == 0
    office.work()
    assert office.platform.updates == []
    office.click("approve", proposal)
    assert office.now(proposal).state is ProposalState.APPLIED


def test_every_line_of_a_card_expires_and_one_sweep_is_enough(office):
    """A card is one picture: it does not show one line open and another expired."""
    office.say("apollo monday, zephyr tuesday", TWO)
    office.clock.time += EXPIRES_AFTER
    assert expire(office.desk) == 2
    office.work()
    assert {line.state for line in office.cards[0].lines} == {ProposalState.EXPIRED}
    assert expire(office.desk) == 0


def test_what_was_decided_does_not_expire(office, proposal):
    """Approved, applied, declined: its time does not matter any more."""
    office.click("approve", proposal)
    office.clock.time += 2 * EXPIRES_AFTER
    assert expire(office.desk) == 0
    assert office.now(proposal).state is ProposalState.APPLIED


def test_a_clock_that_jumps_back_resurrects_nothing(office, proposal):
    """What expired is expired, also for a click at a time when it would still count."""
    office.clock.time += EXPIRES_AFTER
    expire(office.desk)
    office.clock.time -= EXPIRES_AFTER
    office.click("approve", proposal)
    assert office.now(proposal).state is ProposalState.EXPIRED
    assert office.entries() == []


def test_a_clock_that_jumps_back_makes_nothing_expire(office, proposal):
    """A line made in what is now the future waits for its own time."""
    office.clock.time -= timedelta(days=30)
    assert expire(office.desk) == 0
    office.click("approve", proposal)
    assert office.now(proposal).state is ProposalState.APPLIED


def test_two_sweeps_at_once_expire_it_once(office, proposal):
    """Each line is moved by one of them, and the other finds nothing to do."""
    office.clock.time += EXPIRES_AFTER
    start, counts = Barrier(2), []

    def sweep():
        start.wait()
        counts.append(expire(office.desk))

    threads = [Thread(target=sweep) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(counts) == [0, 1]


@pytest.mark.parametrize("clicked_first", [True, False])
def test_a_click_and_a_sweep_that_both_saw_it_pending(office, proposal, clicked_first):
    """Each carries what it saw; the one that comes second finds the line moved and changes nothing."""
    office.clock.time += EXPIRES_AFTER - timedelta(seconds=1)
    seen = office.now(proposal)
    if clicked_first:
        office.click("approve", proposal)
        assert not expiry._expires(seen, office.desk)
    else:
        assert expiry._expires(seen, office.desk)
        office.click("approve", proposal)
    expected = ProposalState.APPLIED if clicked_first else ProposalState.EXPIRED
    assert office.now(proposal).state is expected
    assert len(office.entries()) == clicked_first


def test_a_sweep_does_a_bounded_piece_of_work(office, proposal):
    """After a long stop the rest comes with the next sweep, those that waited longest first."""
    office.say("apollo monday, zephyr tuesday", TWO)
    office.clock.time += EXPIRES_AFTER
    overdue = office.store.overdue(office.clock.time, 1)
    assert [p.id for p in overdue] == [office.pending[0].id]


def test_the_model_reads_that_it_expired_and_is_not_asked_for_it(office, proposal):
    """An expiry is no turn; the next one reads `expired 1`."""
    asked = len(office.model.prompts)
    office.clock.time += EXPIRES_AFTER
    expire(office.desk)
    office.work()
    assert len(office.model.prompts) == asked
    office.say("hello", ModelReply("Hello!"))
    assert any(m.text.startswith("expired 1") for m in office.model.prompts[-1])


def test_a_line_that_comes_back_from_the_ledger_gets_its_full_time_again(office, proposal):
    """Approved in time, the ledger away for ten days, the day changed: the owner has to have a chance to look."""
    office.ledger.away = True
    office.click("approve", proposal)
    office.clock.time += timedelta(days=10)
    office.ledger.away = False
    office.fill("2026-11-16", 50)
    recover(office.desk)
    assert expire(office.desk) == 0
    (anew,) = office.pending
    assert anew.expires_at == office.clock.time + EXPIRES_AFTER


def test_a_correction_in_another_conversation_repaints_the_card_that_it_replaces(office, proposal):
    """Said again in a thread or on another platform, the same days of the same project are one request, not two."""
    event = office.event("message", "U-ANA", text="apollo monday, half")
    half = calls(("add_activities", {"project": "apollo", "dates": "monday", "percent": "half"}))
    office.model.script.append(half)
    thread = {**vars(event), "lane": "D-U-ANA:thread", "payload": {**event.payload, "address": {"channel": "D-T"}}}
    office.happen(type(event)(**thread))
    assert office.now(proposal).state is ProposalState.SUPERSEDED
    assert [p.amount for p in office.pending] == ["50 %"]
    assert [line.outcome for line in office.cards[0].lines] == ["Replaced by a newer card."]


def test_what_somebody_else_waits_for_is_never_replaced(office, proposal):
    """Ben's Apollo on Monday is not Ana's."""
    office.say("apollo monday", MONDAY, person="U-BEN")
    assert len(office.pending) == 2
    assert office.now(proposal).state is ProposalState.PENDING
