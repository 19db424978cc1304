"""What was written is what the card showed: every way in which the two could come apart, closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.card import Verb
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Month, ReportState
from bot.errors import ModelRefused, PlatformRefused
from bot.handlers.applying import recover
from bot.ports import Effects, ModelReply, Transition, Write
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

MONDAY = ("add_activities", {"project": "apollo", "dates": "monday", "percent": "half day"})


def approved(office, proposal):
    """The row as it stands right after the click was taken."""
    after = replace(proposal, state=ProposalState.APPROVED, decided_by="Ana Silva", decided_at=office.clock.now())
    assert office.store.commit(
        Effects(transitions=(Transition(proposal.id, proposal.state, proposal.revision, after),))
    )
    return after


def test_a_model_that_fails_after_the_approval_never_says_that_nothing_was_written(office):
    """The follow-up is a courtesy: without it the card says all that matters."""
    office.say("apollo monday half day", calls(MONDAY))
    office.model.script.append(ModelRefused("too long"))
    office.click("approve", office.pending[0])
    assert office.entries() == [("2026-11-16", "APO", 50)]
    assert office.texts == []


def test_a_bug_after_the_approval_points_at_the_card(office):
    """Whoever is told "nothing was written" would say it again, and have it twice."""
    office.say("apollo monday half day", calls(MONDAY))
    office.model.script.append(ValueError("a bug"))
    office.click("approve", office.pending[0])
    assert "The card shows what was written" in office.texts[0].text


def test_a_question_after_an_approval_does_not_say_that_nothing_was_written(office):
    """The line belongs under answers to what was said, not under what follows a written change."""
    office.say("apollo monday half day", calls(MONDAY))
    office.model.script.append(calls(("submit_report", {})))
    office.click("approve", office.pending[0])
    assert (office.texts[-1].text, office.texts[-1].note) == ("Which month?", "")


def test_approve_all_counts_only_for_the_picture_that_it_stood_under(office):
    """A double click: the first one finds that the report changed, the second must not write what nobody saw."""
    office.fill("2026-11-16", 50)
    both = (("delete_entries", {"dates": "monday"}), ("add_activities", {"project": "zephyr", "dates": "tuesday"}))
    office.say("delete monday, zephyr tuesday", calls(*both))
    card = [p for p in office.pending if p.card_id == office.pending[-1].card_id]
    shown = sum(p.revision for p in card)
    office.fill("2026-11-16", 25, "ZEP")
    office.click("approve_all", card[0], revision=shown)
    office.click("approve_all", card[0], revision=shown)
    left = [entry for entry in office.entries() if entry[0] == "2026-11-16"]
    assert left == [("2026-11-16", "APO", 50), ("2026-11-16", "ZEP", 25)]


def test_approve_all_does_not_approve_a_line_that_could_not_be_approved_in_its_picture(office):
    """Declining the first line makes room for the third; the old picture's Approve all was not about that one."""
    office.fill("2026-11-09", 100)
    copied = ("copy_entries", {"source": "last monday", "dates": "monday"})
    two = [
        ("add_activities", {"project": name, "dates": day})
        for name, day in (("apollo", "tuesday"), ("zephyr", "monday"))
    ]
    office.say("copy last monday to monday, apollo tuesday, zephyr monday", calls(copied, *two))
    first, second, third = office.pending
    assert third.problem
    assert office.cards[-1].approve_all == 2
    shown = office.cards[-1].revision
    office.click("decline", first)
    assert office.now(third).problem is None
    office.click("approve_all", second, revision=shown)
    before = ("2026-11-09", "APO", 100)
    assert office.entries() == [before]
    assert office.texts[-1].text.startswith("That card has changed since.")
    office.click("approve_all", second)
    assert office.entries() == [before, ("2026-11-16", "ZEP", 100), ("2026-11-17", "APO", 100)]


def test_a_worker_and_the_scheduler_on_one_proposal_write_once(office):
    """The other one writes between this one's look at the days and its question what stands."""
    office.say("apollo monday half day", calls(MONDAY))
    proposal = approved(office, office.pending[0])
    asked = office.ledger.standing

    def standing(writes):
        answer = asked(writes)
        office.ledger._ledger.apply([Write(proposal.id, proposal.change, proposal.before)])
        return answer

    office.ledger.standing = standing
    recover(office.desk)
    assert office.entries() == [("2026-11-16", "APO", 50)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_what_changes_between_the_check_and_the_write_is_found_by_the_ledger(office):
    """The before-picture is compared again inside the ledger's own transaction."""
    office.say("apollo monday half day", calls(MONDAY))
    proposal = office.pending[0]
    asked = office.ledger.standing

    def standing(writes):
        office.ledger.standing = asked
        office.fill("2026-11-16", 50)
        return asked(writes)

    office.ledger.standing = standing
    office.click("approve", proposal)
    assert office.entries() == [("2026-11-16", "APO", 50)]
    assert office.now(proposal).state is ProposalState.PENDING
    assert office.now(proposal).revision == 2


def test_an_edited_deletion_is_shown_before_it_is_written(office):
    """The form names days, not entries: what would go is on the card first."""
    office.fill("2026-11-16", 50)
    office.fill("2026-11-17", 100, "ZEP")
    office.say("delete monday", calls(("delete_entries", {"dates": "monday"})))
    deletion = office.pending[0]
    office.click("edit", deletion, values={"dates": "2026-11-16,2026-11-17"})
    assert len(office.entries()) == 2
    assert [day.before for day in office.cards[-1].days] == [("Apollo 50",), ("Zephyr 100",)]
    office.click("approve", office.now(deletion))
    assert office.entries() == []


def test_an_edit_on_top_of_a_changed_report_is_shown_first(office):
    """The card showed an empty Monday; something stands there now."""
    office.say("apollo monday half day", calls(MONDAY))
    proposal = office.pending[0]
    office.fill("2026-11-16", 25, "ZEP")
    office.click("edit", proposal, values={"percent": "75"})
    assert office.entries() == [("2026-11-16", "ZEP", 25)]
    assert office.now(proposal).notice == "Changed as you asked. Look at it once more: nothing was written yet."


def test_a_month_is_submitted_only_as_the_card_counted_it(office):
    """An entry that went away elsewhere brings the card back."""
    office.fill("2026-11-16", 50)
    office.say("submit november", calls(("submit_report", {"month": "november"})))
    proposal = office.pending[0]
    office.fill("2026-11-17", 50)
    office.click("approve", proposal)
    assert office.ledger.report(ANA, Month(2026, 11)).state is ReportState.OPEN
    assert office.now(proposal).amount == "1 day of 20"


def test_approve_all_submits_last(office):
    """Whatever the order of the lines, the month is closed when everything else stands in it."""
    office.say("submit november, apollo monday half day", calls(("submit_report", {"month": "november"}), MONDAY))
    office.click("approve_all", office.pending[0])
    assert office.entries() == [("2026-11-16", "APO", 50)]
    assert office.ledger.report(ANA, Month(2026, 11)).state is ReportState.SUBMITTED


def test_a_deletion_of_what_is_gone_is_over(office):
    """It failed, with the reason; there is nothing left to approve."""
    office.fill("2026-11-16", 50)
    office.say("delete monday", calls(("delete_entries", {"dates": "monday"})))
    deletion = office.pending[0]
    office.ledger.apply([Write("elsewhere", Change(ANA, removed=deletion.change.removed))])
    office.click("approve", deletion)
    assert office.now(deletion).state is ProposalState.FAILED
    (line,) = office.cards[-1].lines
    assert Verb.APPROVE not in line.verbs
    assert "There is nothing on Mon 16 Nov" in (line.outcome or "")


def test_a_part_of_the_days_supersedes_nothing(office):
    """ "apollo mon to thu" is not lost to a later "apollo thursday"."""
    office.say("apollo mon to thu half days", calls(("add_activities", {**MONDAY[1], "dates": "mon to thu"})))
    office.say("apollo thursday", calls(("add_activities", {"project": "apollo", "dates": "thursday"})))
    assert [p.state for p in office.proposals()] == [ProposalState.PENDING, ProposalState.PENDING]


def test_an_answer_to_two_questions_is_not_given_to_one_of_them(office):
    """Both calls wait for days: the model reads the answer."""
    asked = [("add_activities", {"project": name, "percent": "half"}) for name in ("apollo", "zephyr")]
    office.say("apollo and zephyr half each", calls(*asked))
    both = [("add_activities", {**arguments, "dates": "monday"}) for _, arguments in asked]
    office.say("monday", calls(*both))
    assert [p.title for p in office.pending] == ["Apollo (APO)", "Zephyr (ZEP)"]


def test_a_new_request_after_an_open_question_inherits_nothing_that_was_not_meant_for_it(office):
    """ "half days on friday?" was never answered; "apollo monday" is a whole day."""
    office.say("half days on friday", calls(("add_activities", {"dates": "friday", "percent": "half days"})))
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    assert office.pending[0].arguments["percent"] == 100


@pytest.mark.parametrize(("answer", "percent"), [("monday morning", 50), ("monday", 100)])
def test_an_amount_in_an_answer_is_not_lost(office, answer, percent):
    """ "monday morning" says two things, so it is not taken for the days alone."""
    office.say("log apollo", calls(("add_activities", {"project": "apollo"})))
    told = {"project": "apollo", "dates": "monday"} | ({"percent": "morning"} if percent == 50 else {})
    office.say(answer, calls(("add_activities", told)))
    assert [p.arguments["percent"] for p in office.pending] == [percent]


@pytest.mark.parametrize("answer", ["no", "never mind"])
def test_a_no_is_not_a_name(office, answer):
    """Northwind begins with "no", and a client could be called anything."""
    office.say("log monday", calls(("add_activities", {"dates": "monday"})))
    office.say(answer, ModelReply("Fine."))
    assert office.pending == []


def test_a_client_with_several_projects_grounds_none_of_them(office):
    """Contoso was said; Zephyr is the model's own idea."""
    invented = calls(("add_activities", {"project": "zephyr", "dates": "monday"}))
    office.say("contoso on monday", invented, invented)
    assert office.pending == []


def test_a_person_whom_the_platform_refuses_to_name_blocks_nobody(office):
    """The event is over; the next one of the same conversation is handled."""
    known = office.platform.person

    def person(person_id):
        office.platform.person = known
        raise PlatformRefused("user_not_found")

    office.platform.person = person
    office.say("hello", ModelReply("Hello!"))
    office.say("hello again", ModelReply("Hello!"))
    assert [t.text for t in office.texts] == ["Hello!"]
