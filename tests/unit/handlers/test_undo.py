"""Undo: the days become exactly what they were, once, and only as long as nothing else changed them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import Project
from bot.ports import ModelReply
from bot.words import say
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA
from tests.unit.handlers.undoing import HALF, MONDAY, line, submitted, undo, written

ZEPHYR = ("add_activities", {"project": "zephyr", "dates": "monday", "percent": "half day"})
TUESDAY = ("delete_entries", {"dates": "yesterday", "project": "apollo"})


def test_what_was_written_is_taken_back_and_the_line_says_by_whom_and_when(office):
    """The whole way: the entry is gone, and the line has nothing left to undo."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    assert line(office, proposal).undo
    office.clock.time += timedelta(minutes=5)
    undo(office, proposal)
    assert office.entries() == []
    shown = line(office, proposal)
    assert shown.outcome == "Undone by Ana Silva, Wed 18 Nov 09:05. The days are as they were before."
    assert (shown.state, shown.offers, shown.verbs) == (ProposalState.UNDONE, (), ())


def test_what_was_deleted_is_put_back_exactly(office):
    """Same subject, same percent, same day; what stood beside it was never touched."""
    office.fill("2026-11-17", 25)
    office.fill("2026-11-17", 50, "ZEP")
    before = office.entries()
    (proposal,) = written(office, "delete apollo yesterday", TUESDAY)
    assert office.entries() == [("2026-11-17", "ZEP", 50)]
    undo(office, proposal)
    assert office.entries() == before


def test_what_is_put_back_is_its_first_writers_again_and_can_be_undone_too(office):
    """A deletion that is undone leaves no trace: the card that wrote the entry offers its Undo again."""
    (first,) = written(office, "apollo monday", MONDAY)
    (gone,) = written(office, "delete monday", ("delete_entries", {"dates": "monday"}))
    assert not line(office, first).undo
    undo(office, gone)
    assert line(office, first).undo
    undo(office, first)
    assert office.entries() == []


def test_a_second_click_on_undo_changes_nothing(office):
    """A double click, or a click on a card that was not repainted yet."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    office.click("undo", proposal)
    office.fill("2026-11-16", 50, "ZEP")
    office.click("undo", proposal)
    assert office.entries() == [("2026-11-16", "ZEP", 50)]
    assert office.texts == []


def test_somebody_elses_undo_is_refused(office):
    """Only the owner's clicks count."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    undo(office, proposal, person="U-BEN")
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.texts[-1].text == say("card-not-yours")


@pytest.mark.parametrize("state", [ProposalState.PENDING, ProposalState.DECLINED])
def test_what_is_not_written_cannot_be_undone(office, state):
    """A click that no card offers is answered, and decides nothing."""
    office.say("apollo monday", calls(MONDAY))
    (proposal,) = office.pending
    if state is ProposalState.DECLINED:
        office.click("decline", proposal)
    undo(office, proposal)
    assert office.texts[-1].text == say("undo-nothing")
    assert office.now(proposal).state is state


def test_a_click_with_another_revision_undoes_nothing(office):
    """What is not as it was clicked is shown again."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    office.click("undo", replace(proposal, revision=7))
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.texts[-1].text == say("card-outdated")


def test_a_day_that_changed_meanwhile_is_named_and_nothing_is_undone(office):
    """Something was written beside it in another program: the picture no longer matches."""
    (proposal,) = written(office, "apollo monday half day", HALF)
    office.fill("2026-11-16", 25, "ZEP")
    undo(office, proposal)
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-16", "ZEP", 25)]
    assert office.texts[-1].text == (
        "I did not undo Apollo (APO) 50 % Mon 16 Nov: Mon 16 Nov changed since. "
        "Nothing was changed now; tell me what it should be instead."
    )
    assert not line(office, proposal).undo
    assert office.now(proposal).state is ProposalState.APPLIED


def test_the_same_written_again_by_somebody_else_is_not_taken_off(office):
    """Deleted and written anew, the day looks the same: but that entry is another card's."""
    (first,) = written(office, "apollo monday", MONDAY)
    written(office, "delete monday", ("delete_entries", {"dates": "monday"}))
    (again,) = written(office, "apollo monday", MONDAY)
    undo(office, first)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert "Mon 16 Nov changed since" in office.texts[-1].text
    assert (line(office, first).undo, line(office, again).undo) == (False, True)


def test_lines_on_one_day_are_undone_last_first(office):
    """The second line was written on top of the first: it goes first, and then the first one can go."""
    first, second = written(office, "monday apollo half, zephyr half", HALF, ZEPHYR)
    assert (line(office, first).undo, line(office, second).undo) == (False, True)
    undo(office, second)
    assert line(office, first).undo
    undo(office, first)
    assert office.entries() == []


def test_a_card_that_builds_on_those_days_takes_undo_from_the_older_one(office):
    """The older card is painted again, so that it offers what it can do and nothing else; and the same way back."""
    (first,) = written(office, "apollo monday half day", HALF)
    (second,) = written(office, "zephyr monday half day", ZEPHYR)
    assert not line(office, first).undo
    undo(office, second)
    assert line(office, first).undo


def test_a_submitted_month_is_not_changed_by_undo(office):
    """It says what to do first; after that it works."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    (handed,) = written(office, "submit november", ("submit_report", {"month": "november"}))
    assert not line(office, proposal).undo
    undo(office, proposal)
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert "November 2026 is submitted. Take it back first." in office.texts[-1].text
    undo(office, handed)
    assert not submitted(office)
    assert line(office, proposal).undo
    undo(office, proposal)
    assert office.entries() == []


def test_a_withdrawal_is_undone_only_while_the_month_is_as_it_was(office):
    """Undoing it hands in exactly what was handed in before, or nothing."""
    office.fill("2026-11-16", 100)
    written(office, "submit november", ("submit_report", {"month": "november"}))
    office.clock.time += timedelta(minutes=1)  # of two decisions at the same moment nobody knows the newer one
    (back,) = written(office, "take november back", ("withdraw_report", {"month": "november"}))
    office.fill("2026-11-17", 100)
    undo(office, back)
    assert not submitted(office)
    assert "Tue 17 Nov changed since" in office.texts[-1].text
    (gone,) = written(office, "delete yesterday", ("delete_entries", {"dates": "yesterday"}))
    assert office.now(gone).state is ProposalState.APPLIED
    undo(office, back)
    assert submitted(office)


def test_a_month_that_was_handed_in_again_since_is_not_taken_back_by_the_older_card(office):
    """It looks the same, but it is the newer card's doing."""
    (first,) = written(office, "submit november", ("submit_report", {"month": "november"}))
    office.clock.time += timedelta(minutes=1)
    written(office, "take november back", ("withdraw_report", {"month": "november"}))
    office.clock.time += timedelta(minutes=1)
    (again,) = written(office, "submit november", ("submit_report", {"month": "november"}))
    assert (line(office, first).undo, line(office, again).undo) == (False, True)
    undo(office, first)
    assert submitted(office)
    assert "the month was submitted or taken back again since" in office.texts[-1].text


def test_a_month_that_was_taken_back_since_is_not_taken_back_again(office):
    """There is nothing left to undo."""
    (first,) = written(office, "submit november", ("submit_report", {"month": "november"}))
    written(office, "take november back", ("withdraw_report", {"month": "november"}))
    undo(office, first)
    assert "the month was submitted or taken back again since" in office.texts[-1].text


def test_what_is_valid_only_together_is_undone_together(office):
    """The first of the two lines offers it for both; the day is never empty or over 100 % in between."""
    office.fill("2026-11-17", 100)
    pair = (TUESDAY, ("add_activities", {"project": "zephyr", "dates": "yesterday"}))
    office.say("change yesterday from apollo to zephyr", calls(*pair))
    first, second = office.pending
    office.click("approve", first)
    assert office.entries() == [("2026-11-17", "ZEP", 100)]
    assert (line(office, first).undo, line(office, second).undo) == (True, False)
    assert line(office, first).with_lines == (second.line,)
    undo(office, first)
    assert office.entries() == [("2026-11-17", "APO", 100)]
    assert {office.now(p).state for p in (first, second)} == {ProposalState.UNDONE}


def test_a_declined_half_is_no_part_of_what_is_undone(office):
    """What was left of the pair was written alone, and is undone alone."""
    office.fill("2026-11-17", 100)
    pair = (TUESDAY, ("add_activities", {"project": "zephyr", "dates": "yesterday"}))
    office.say("change yesterday from apollo to zephyr", calls(*pair))
    first, second = office.pending
    office.click("decline", second)
    office.click("approve", office.now(first))
    assert line(office, first).with_lines == ()
    undo(office, first)
    assert office.entries() == [("2026-11-17", "APO", 100)]
    assert office.now(second).state is ProposalState.DECLINED


def test_administration_offers_no_undo(office):
    """A project that exists may be used by now: it stays, and a click says whom to ask."""
    new = ("create_project", {"code": "HAL", "name": "Halcyon", "client": "Wayne"})
    office.say("new project Halcyon, code HAL, for Wayne", calls(new), person="U-EVE")
    (proposal,) = office.pending
    office.click("approve", proposal, person="U-EVE")
    assert not line(office, proposal).undo
    undo(office, proposal, person="U-EVE")
    assert [p.code for p in office.ledger.projects()].count("HAL") == 1
    assert "projects, people and assignments stay as they are" in office.texts[-1].text


def test_what_may_not_be_put_back_stays_off(office):
    """A project that the person was taken off meanwhile: the rules hold for an undo too."""
    office.fill("2026-11-17", 50)
    (proposal,) = written(office, "delete apollo yesterday", TUESDAY)
    with office.engine.begin() as database:
        database.execute(text("DELETE FROM assignments WHERE email = :email AND project = 'APO'"), {"email": ANA})
        database.execute(text("UPDATE masters SET changes = changes + 1"))
    undo(office, proposal)
    assert office.entries() == []
    assert "You are not assigned to Apollo (APO)." in office.texts[-1].text


def test_a_line_that_waits_on_the_same_day_moves_along(office):
    """What its card shows of the day is another picture now: a click on the old one does not count."""
    office.say("monday apollo half, zephyr half", calls(HALF, ZEPHYR))
    first, second = office.pending
    office.click("approve", first)
    old = office.now(second)
    undo(office, first)
    office.click("approve", old)
    assert office.entries() == []
    assert office.texts[-1].text == say("card-outdated")
    office.click("approve", office.now(second))
    assert office.entries() == [("2026-11-16", "ZEP", 50)]


def test_undo_asks_the_model_nothing(office):
    """The person took it back; nobody is to propose it again by itself."""
    (proposal,) = written(office, "apollo monday", MONDAY)
    asked = len(office.model.prompts)
    undo(office, proposal)
    assert len(office.model.prompts) == asked
    office.say("thanks", ModelReply("You are welcome."))
    assert any(message.text.startswith("undone 1") for message in office.model.prompts[-1])


def test_a_message_whose_card_was_undone_may_be_changed(office):
    """What is undone does not stand, so nothing keeps the changed words from being answered."""
    office.model.script += [calls(MONDAY)]
    office.happen(office.event("message", "U-ANA", text="apollo monday", ref="m1"))
    (proposal,) = office.pending
    office.click("approve", proposal)
    undo(office, proposal)
    office.model.script += [calls(("add_activities", {"project": "zephyr", "dates": "monday"}))]
    office.happen(office.event("message", "U-ANA", text="zephyr monday", ref="m1", change="edited"))
    assert [p.title for p in office.pending] == ["Zephyr (ZEP)"]


def test_a_card_of_projects_knows_nothing_to_undo_even_where_it_shares_a_card():
    """A change of the company's masters has no way back at all."""
    change = Change(ANA, project=Project("HAL", "Halcyon"))
    assert change.taken_back("p1") == Change(ANA)
