"""Decisions: what is approved is written once, exactly as the card showed it, or not at all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.card import Verb
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Month, ReportState
from bot.handlers.applying import apply_approved, recover
from bot.ports import Effects, ModelReply, Transition, Write
from bot.words import say
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

HOW_ELSE = "Edit this line, or write “forget it”."  # what is said under whatever is refused
MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))


@pytest.fixture
def proposal(office):
    """Apollo on Monday, pending."""
    office.say("apollo monday", MONDAY)
    return office.pending[0]


def test_approve_writes_the_entry_and_the_card_says_so(office, proposal):
    """The whole way: the entry carries the proposal's id, and the card's buttons are gone."""
    office.click("approve", proposal)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    (line,) = office.cards[0].lines
    assert line.outcome == "Written. Approved by Ana Silva, Wed 18 Nov 09:00."
    assert line.verbs == ()


def test_a_second_click_on_approve_changes_nothing(office, proposal):
    """A double click, or a click on a card that was not repainted yet."""
    office.click("approve", proposal)
    office.click("approve", proposal)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_decline_after_approve_changes_nothing(office, proposal):
    """What is decided stays decided."""
    office.click("approve", proposal)
    office.click("decline", proposal, reason="too late")
    assert office.now(proposal).state is ProposalState.APPLIED


@pytest.mark.parametrize("verb", ["dance", "", "Approve", "approve_some"])
def test_a_verb_that_nobody_knows_decides_nothing(office, proposal, verb):
    """Only a click that says so approves: a button of another version is answered with a sentence."""
    office.click(verb, proposal)
    assert office.entries() == []
    assert office.now(proposal) == proposal
    assert office.texts[-1].text == say("unknown-button")


def test_somebody_elses_click_is_refused(office, proposal):
    """Only the owner's clicks count."""
    office.click("approve", proposal, person="U-BEN")
    assert office.entries() == []
    assert office.now(proposal).state is ProposalState.PENDING


def test_decline_keeps_the_reason_and_the_model_sees_it(office, proposal):
    """The turn goes on when everything is decided."""
    office.model.script.append(ModelReply("What should it be instead?"))
    office.click("decline", proposal, reason="wrong project")
    assert office.entries() == []
    assert office.model.prompts[-1][-1].text.startswith("declined 1: wrong project")
    assert office.texts[-1].text == "What should it be instead?"


def test_the_turn_goes_on_after_approval_with_what_comes_next(office, proposal):
    """A chain: the second call is made when the first is written, and gets a card of its own."""
    first = calls(("add_activities", {"project": "zephyr", "dates": "tuesday"}))
    office.say("zephyr tuesday, then submit november", first)
    office.model.script.append(calls(("submit_report", {"month": "november"})))
    office.click("approve", office.pending[-1])
    assert office.model.prompts[-1][-1].text.startswith("applied 2")
    assert [p.tool for p in office.pending] == ["add_activities", "submit_report"]


def test_a_model_that_repeats_what_was_decided_gets_no_second_card(office, proposal):
    """What was declined or written is not proposed again by itself."""
    office.model.script.append(MONDAY)
    office.click("decline", proposal, reason="not worked at all")
    assert office.pending == []


def test_a_card_that_is_decided_after_the_person_went_on_starts_nothing_new(office, proposal):
    """An answer to what was said long before would only confuse."""
    office.say("thanks", ModelReply("You are welcome."))
    asked = len(office.model.prompts)
    office.click("approve", proposal)
    assert len(office.model.prompts) == asked


def test_two_pending_cards_for_the_same_monday(office, proposal):
    """The second one is no longer what its card shows once the first is written: it is issued anew, not written."""
    office.say("zephyr monday half day too", calls(("add_activities", {"project": "zephyr", "dates": "monday"})))
    second = next(p for p in office.pending if p.title.startswith("Zephyr"))
    office.click("approve", proposal)
    office.click("approve", second)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    anew = office.now(second)
    assert (anew.state, anew.revision) == (ProposalState.PENDING, 2)
    line = office.cards[-1].lines[0]
    assert line.notice is not None
    assert line.problem == f"Mon 16 Nov would have 150 %, and a day has 100 %. {HOW_ELSE}"
    assert Verb.APPROVE not in line.verbs


def test_the_first_click_on_a_card_issued_anew_needs_the_new_revision(office, proposal):
    """A click on the old picture never writes the new one."""
    office.fill("2026-11-16", 25, "ZEP")
    office.say("no half days", calls(("add_activities", {"percent": "half days", "replaces": "1"})))
    half = office.pending[0]
    office.fill("2026-11-16", 25, "ZEP")
    office.click("approve", half)
    assert office.now(half).revision == 2
    office.click("approve", half)  # the old revision again
    assert office.entries() == [("2026-11-16", "ZEP", 25), ("2026-11-16", "ZEP", 25)]
    office.click("approve", office.now(half))
    assert ("2026-11-16", "APO", 50) in office.entries()


def test_a_card_approved_after_the_month_was_submitted_elsewhere(office, proposal):
    """The rules are checked again at Approve: nothing is written, and the card says why."""
    change = Change(ANA, month=Month(2026, 11), report_state=ReportState.SUBMITTED)
    office.ledger.apply([Write("elsewhere", change)])
    office.click("approve", proposal)
    assert office.entries() == []
    (line,) = office.cards[0].lines
    assert line.problem == f"November 2026 is submitted. Take it back first to change it. {HOW_ELSE}"
    assert Verb.APPROVE not in line.verbs


def test_a_delete_and_add_pair_is_approved_together(office):
    """One click writes both; the day is never empty or over 100 % in between."""
    office.fill("2026-11-17", 100)
    pair = (
        ("delete_entries", {"dates": "yesterday", "project": "apollo"}),
        ("add_activities", {"project": "zephyr", "dates": "yesterday"}),
    )
    office.say("change yesterday from apollo to zephyr", calls(*pair))
    office.click("approve", office.pending[0])
    assert office.entries() == [("2026-11-17", "ZEP", 100)]
    assert {p.state for p in office.proposals()} == {ProposalState.APPLIED}


def test_declining_half_of_a_pair_takes_approve_from_the_other_half(office):
    """Zephyr alone would make 200 %."""
    office.fill("2026-11-17", 100)
    pair = (
        ("delete_entries", {"dates": "yesterday", "project": "apollo"}),
        ("add_activities", {"project": "zephyr", "dates": "yesterday"}),
    )
    office.say("change yesterday from apollo to zephyr", calls(*pair))
    office.click("decline", office.pending[0])
    (left,) = office.pending
    assert left.problem == "Tue 17 Nov would have 200 %, and a day has 100 %."


def test_approve_all_writes_every_line_that_can_be(office):
    """Two lines on the same day are one picture: the second does not mind that the first was written before it."""
    both = (
        ("add_activities", {"project": "apollo", "dates": "monday", "percent": "morning"}),
        ("add_activities", {"project": "zephyr", "dates": "monday", "percent": "afternoon"}),
    )
    office.say("monday apollo morning, zephyr afternoon", calls(*both))
    office.click("approve_all", office.pending[0])
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-16", "ZEP", 50)]


def test_approving_line_by_line_gives_the_same(office):
    """The before-picture of the second line moves along when the first is written."""
    both = (
        ("add_activities", {"project": "apollo", "dates": "monday", "percent": "morning"}),
        ("add_activities", {"project": "zephyr", "dates": "monday", "percent": "afternoon"}),
    )
    office.say("monday apollo morning, zephyr afternoon", calls(*both))
    first, second = office.pending
    office.click("approve", first)
    office.click("approve", second)
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-16", "ZEP", 50)]


def _approve_without_applying(office, proposal):
    """What stands in the database when the program dies right after the click was taken."""
    from dataclasses import replace

    approved = replace(proposal, state=ProposalState.APPROVED, decided_by="Ana Silva", decided_at=office.clock.now())
    assert office.store.commit(
        Effects(transitions=(Transition(proposal.id, proposal.state, proposal.revision, approved),))
    )
    return approved


def test_a_restart_between_approve_and_apply_writes_once(office, proposal):
    """Recovery walks the same path; walking it again writes nothing more."""
    _approve_without_applying(office, proposal)
    assert recover(office.desk) == 1
    assert recover(office.desk) == 0
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_a_restart_between_apply_and_noting_it_writes_once(office, proposal):
    """The ledger is asked what stands under the id before anything is repeated."""
    approved = _approve_without_applying(office, proposal)
    office.ledger.apply([Write(approved.id, approved.change)])
    recover(office.desk)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_an_answer_of_the_ledger_that_was_lost_is_found_out_by_asking(office, proposal):
    """Written, but the connection broke: the next try finds it standing."""
    office.ledger.lost = True
    office.click("approve", proposal)
    assert office.now(proposal).state is ProposalState.APPROVED
    office.ledger.lost = False
    recover(office.desk)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_a_ledger_that_is_away_keeps_the_proposal_approved(office, proposal):
    """The card says that it waits, and it is written when the ledger is back."""
    office.ledger.away = True
    office.click("approve", proposal)
    assert "Waiting for the ledger" in (office.cards[0].lines[0].outcome or "")
    office.ledger.away = False
    recover(office.desk)
    office.work()
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert "Written." in (office.cards[0].lines[0].outcome or "")


def test_two_workers_that_apply_the_same_proposal_write_once(office, proposal):
    """Two replicas recover at the same moment."""
    approved = _approve_without_applying(office, proposal)
    apply_approved([approved], office.desk)
    apply_approved([approved], office.desk)
    assert office.entries() == [("2026-11-16", "APO", 100)]


def test_a_proposal_expires_after_seven_days(office, proposal):
    """An old card cannot write any more; it says so."""
    office.clock.time += timedelta(days=8)
    office.click("approve", proposal)
    assert office.entries() == []
    assert office.cards[0].lines[0].outcome == "Expired without a decision. Ask again if you still want it."


def test_edit_changes_one_field_and_is_an_approval_of_what_the_form_showed(office, proposal):
    """No second round with the model: the form's percent is written."""
    office.click("edit", proposal, values={"project": "APO", "dates": "2026-11-16", "percent": "50"})
    assert office.entries() == [("2026-11-16", "APO", 50)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_two_open_forms_on_one_proposal_write_once(office, proposal):
    """The second Submit finds another revision."""
    office.click("edit", proposal, values={"project": "APO", "dates": "2026-11-16", "percent": "50"})
    office.click("edit", proposal, values={"project": "APO", "dates": "2026-11-16", "percent": "25"})
    assert office.entries() == [("2026-11-16", "APO", 50)]


def test_a_deletion_that_finds_other_entries_than_the_card_showed_is_issued_anew(office):
    """What is deleted is exactly what the card named."""
    office.fill("2026-11-16", 50)
    office.say("delete monday", calls(("delete_entries", {"dates": "monday"})))
    office.fill("2026-11-16", 25, "ZEP")
    deletion = office.pending[0]
    office.click("approve", deletion)
    assert len(office.entries()) == 2
    office.click("approve", office.now(deletion))
    assert office.entries() == []


def test_submitting_closes_the_month(office):
    """After the card is approved, the report is submitted and a second submission is refused in words."""
    office.say("submit october", calls(("submit_report", {"month": "october"})))
    office.click("approve", office.pending[0])
    assert office.ledger.report(ANA, Month(2026, 10)).state is ReportState.SUBMITTED
    office.say("submit october", calls(("submit_report", {"month": "october"})))
    assert office.texts[-1].text == "October 2026 is submitted already."
