"""An undo while the ledger is away, the program dies or the days change under it: once, or not at all and said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Entry, ReportState
from bot.handlers.applying import recover
from bot.ports import Effects, Transition, Write
from bot.words import say
from tests.unit.handlers.conftest import ANA
from tests.unit.handlers.undoing import HALF, MONDAY, NOVEMBER, line, undo, written


def taken_back_without_carrying_it_out(office, proposal):
    """What stands in the database when the program dies right after the click was taken."""
    undoing = replace(proposal, state=ProposalState.UNDOING, undone_by="Ana Silva", undone_at=office.clock.now())
    assert office.store.commit(
        Effects(transitions=(Transition(proposal.id, proposal.state, proposal.revision, undoing),))
    )
    return undoing


def test_a_ledger_that_is_away_undoes_it_when_it_is_back(office):
    """The card says that it waits, and nobody has to click again."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    office.ledger.away = True
    undo(office, proposal)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert (line(office, proposal).outcome or "").startswith("Being undone for Ana Silva, Wed 18 Nov 09:00.")
    assert line(office, proposal).offers == ()
    undo(office, proposal)
    office.ledger.away = False
    assert recover(office.desk) == 1
    assert recover(office.desk) == 0
    office.work()
    assert office.entries() == []
    assert office.now(proposal).state is ProposalState.UNDONE
    assert "Undone by Ana Silva" in (line(office, proposal).outcome or "")


def test_an_answer_that_got_lost_undoes_once(office):
    """It stands in the ledger under an id of its own: what was written there since is left alone."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    office.ledger.lost = True
    undo(office, proposal)
    office.ledger.lost = False
    assert office.now(proposal).state is ProposalState.UNDOING
    office.fill("2026-11-16", 50, "ZEP")
    recover(office.desk)
    assert office.now(proposal).state is ProposalState.UNDONE
    assert office.entries() == [("2026-11-16", "ZEP", 50)]


def test_a_restart_between_the_click_and_the_ledger_undoes_once(office):
    """Recovery walks the same path; walking it again undoes nothing more."""
    office.fill("2026-11-16", 50, "ZEP")
    (proposal,) = written(office, "apollo monday half day", HALF)
    taken_back_without_carrying_it_out(office, proposal)
    assert recover(office.desk) == 1
    assert recover(office.desk) == 0
    assert office.entries() == [("2026-11-16", "ZEP", 50)]
    assert office.now(proposal).state is ProposalState.UNDONE


def test_a_restart_after_which_it_cannot_be_undone_any_more_says_so(office):
    """The day changed while nobody was there: it stands, and its owner reads why."""
    (proposal,) = written(office, "apollo monday half day", HALF)
    taken_back_without_carrying_it_out(office, proposal)
    office.fill("2026-11-16", 50, "ZEP")
    recover(office.desk)
    office.work()
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-16", "ZEP", 50)]
    assert office.now(proposal).state is ProposalState.APPLIED
    assert office.texts[-1].text.startswith("I did not undo Apollo (APO) 50 % Mon 16 Nov: Mon 16 Nov changed since.")
    assert line(office, proposal).outcome == "Written. Approved by Ana Silva, Wed 18 Nov 09:00."


def test_a_ledger_that_refuses_leaves_it_as_it_stands_and_says_why(office):
    """The month is closed in the moment between the check and the write."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    change = Change(ANA, month=NOVEMBER, report_state=ReportState.SUBMITTED)
    office.ledger.in_between = lambda: office.ledger.elsewhere([Write("elsewhere", change)])
    undo(office, proposal)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.now(proposal).state is ProposalState.APPLIED
    assert "2026-11 is submitted" in office.texts[-1].text


def test_a_change_in_the_very_moment_of_the_undo_is_found_by_the_ledger(office):
    """Between the check and the write: nothing is undone."""
    (proposal,) = written(office, "apollo monday half day", HALF)
    entry = Entry(ANA, date(2026, 11, 16), 50, project="ZEP")
    office.ledger.in_between = lambda: office.ledger.elsewhere([Write("elsewhere", Change(ANA, added=(entry,)))])
    undo(office, proposal)
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-16", "ZEP", 50)]
    assert "Mon 16 Nov changed since" in office.texts[-1].text


def test_an_old_click_after_a_refused_undo_does_not_count(office):
    """The card was painted again under the next revision."""
    (proposal,) = written(office, "apollo monday half day", HALF)
    taken_back_without_carrying_it_out(office, proposal)
    office.fill("2026-11-16", 50, "ZEP")
    recover(office.desk)
    office.click("undo", proposal)
    assert office.texts[-1].text == say("card-outdated")
