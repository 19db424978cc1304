"""Same for …: the days on the button become a card, and nothing is written by it."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from bot.domain.proposal import ProposalState
from bot.words import say
from tests.unit.handlers.undoing import line, written


def same(office, proposal, *days, person="U-ANA", **payload):
    """Click “Same for …” with these days on it; by default those that stand there."""
    shown = [day.isoformat() for day in line(office, proposal).same_days]
    clicked = {"card_id": proposal.card_id, "proposal_id": proposal.id, "revision": proposal.revision}
    office.happen(office.event("same", person, **{**clicked, "days": list(days) or shown, **payload}))


def add(dates, project="apollo", **more):
    """A call that puts a project on days."""
    return ("add_activities", {"project": project, "dates": dates, **more})


@pytest.mark.parametrize(
    ("dates", "label"),
    [
        ("monday", "Tue 17 Nov"),
        ("friday", "Mon 23 Nov"),
        ("tuesday 10 november", "Thu 12 Nov"),  # Armistice Day lies between
        ("monday to friday", "Mon 23 – Fri 27 Nov"),
        ("monday to thursday", "Mon 23 – Thu 26 Nov"),
        ("monday, wednesday", "Mon 23 Nov, Wed 25 Nov"),
        ("9 to 13 november", "Mon 16 – Fri 20 Nov"),  # a whole week, though it has a holiday
        ("2 to 6 november", "Mon 9 – Tue 10 Nov, Thu 12 – Fri 13 Nov"),
        ("monday to next tuesday", ""),
        ("november", ""),
    ],
    ids=str,
)
def test_the_days_that_come_next_stand_on_the_button(office, dates, label):
    """After a day the next working day, after a week or some days of one the same of the next, else nothing."""
    (proposal,) = written(office, f"apollo {dates}", add(dates))
    assert proposal.state is ProposalState.APPLIED
    assert line(office, proposal).same_for == label


def test_a_click_is_a_card_and_no_entry(office):
    """The same project and percent for the days of the button, which are what was said; Approve writes it."""
    (proposal,) = written(office, "apollo monday half day", add("monday", percent="half day"))
    before = office.entries()
    same(office, proposal)
    assert office.entries() == before
    (again,) = office.pending
    assert (again.title, again.amount, again.words) == ("Apollo (APO)", "50 %", "Same for Tue 17 Nov")
    assert again.change.days == (date(2026, 11, 17),)
    office.click("approve", again)
    assert office.entries() == [("2026-11-16", "APO", 50), ("2026-11-17", "APO", 50)]
    assert line(office, again).same_for == "Wed 18 Nov"


def test_an_absence_goes_on_with_its_reason(office):
    """Sick on the next day as well."""
    (proposal,) = written(office, "sick monday", ("add_absence", {"reason": "sick", "dates": "monday"}))
    same(office, proposal)
    office.click("approve", office.pending[0])
    assert office.entries() == [("2026-11-16", "sick", 100), ("2026-11-17", "sick", 100)]


def test_days_without_room_are_passed_over(office):
    """Full days, and days that have the same already; a half day fits beside another one."""
    office.fill("2026-11-17", 100, "ZEP")
    office.fill("2026-11-18", 25)
    office.fill("2026-11-19", 50, "ZEP")
    (proposal,) = written(office, "apollo monday half day", add("monday", percent="half day"))
    assert line(office, proposal).same_for == "Thu 19 Nov"


def test_of_a_week_the_days_that_have_room_are_meant(office):
    """They stand on the button one by one."""
    office.fill("2026-11-25", 100, "ZEP")
    (proposal,) = written(office, "apollo this week", add("monday to friday"))
    assert line(office, proposal).same_for == "Mon 23 – Tue 24 Nov, Thu 26 – Fri 27 Nov"


def test_what_waits_takes_its_room_too(office):
    """After the click the button goes on to the next day: a second click is no second card for the same day."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    same(office, proposal)
    assert line(office, proposal).same_for == "Wed 18 Nov"


def test_two_clicks_on_one_button_are_one_card(office):
    """The second one is told that there is no room any more."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    same(office, proposal, "2026-11-17")
    same(office, proposal, "2026-11-17")
    assert len(office.pending) == 1
    assert office.texts[-1].text == say("same-taken", days="Tue 17 Nov")


def test_a_day_that_was_filled_since_makes_no_card(office):
    """What stands on the button is meant and nothing else: no other day is taken instead."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    office.fill("2026-11-17", 100, "ZEP")
    same(office, proposal)
    assert office.pending == []
    assert office.texts[-1].text == "Tue 17 Nov cannot take that any more, so I made no card. Nothing was written."
    assert line(office, proposal).same_for == "Wed 18 Nov"


def test_a_submitted_month_is_offered_no_more_days(office):
    """Nothing could be written there."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    written(office, "submit november", ("submit_report", {"month": "november"}))
    assert line(office, proposal).same_for == ""
    same(office, proposal, "2026-11-17")
    assert office.pending == []


def test_somebody_elses_click_makes_no_card(office):
    """Only the owner's clicks count."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    same(office, proposal, person="U-BEN")
    assert office.pending == []
    assert office.texts[-1].text == say("card-not-yours")


@pytest.mark.parametrize("days", [["never"], ["2026-13-01"], [], 7, [f"2026-11-{d}" for d in range(17, 27)]])
def test_a_click_that_makes_no_sense_makes_no_card(office, days):
    """A button of another version."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    same(office, proposal, days=days)
    assert office.pending == []
    assert office.texts[-1].text == say("unknown-button")


def test_what_was_undone_is_not_proposed_again(office):
    """The button went with it; a click on the old one is told so."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    office.click("undo", proposal)
    assert line(office, proposal).offers == ()
    same(office, proposal, "2026-11-17")
    assert office.pending == []
    assert office.texts[-1].text == say("card-outdated")


def test_deletions_and_copies_are_not_repeated(office):
    """Same for … is about what was put on days."""
    office.fill("2026-11-17", 100)
    (gone,) = written(office, "delete yesterday", ("delete_entries", {"dates": "yesterday"}))
    assert line(office, gone).same_days == ()
    same(office, gone, "2026-11-18")
    assert office.texts[-1].text == say("card-gone")


def test_a_card_that_is_gone_is_said(office):
    """Whatever the click names."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    same(office, proposal, card_id="nowhere")
    assert office.texts[-1].text == say("card-gone")


def test_a_project_that_was_taken_from_the_person_makes_a_card_that_says_so(office):
    """The rules are checked as for any card: it offers no Approve."""
    (proposal,) = written(office, "apollo monday", add("monday"))
    with office.engine.begin() as database:
        database.execute(text("DELETE FROM assignments WHERE project = 'APO'"))
        database.execute(text("UPDATE masters SET changes = changes + 1"))
    same(office, proposal)
    (again,) = office.pending
    assert again.problem == "You are not assigned to Apollo (APO). Ask an administrator to assign you."
