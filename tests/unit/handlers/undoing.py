"""What the tests of undo say, write and look at: a few calls, a click on Undo, a line of a card, a month handed in."""

from __future__ import annotations

from bot.domain.timesheet import Month, ReportState
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

MONDAY = ("add_activities", {"project": "apollo", "dates": "monday"})
HALF = ("add_activities", {"project": "apollo", "dates": "monday", "percent": "half day"})
NOVEMBER = Month(2026, 11)


def written(office, words, *wanted):
    """Say it and approve all of it; what was written, by line."""
    before = {p.id for p in office.proposals()}
    office.say(words, calls(*wanted))
    made = [p for p in office.proposals() if p.id not in before]
    for proposal in made:
        office.click("approve", proposal)
    return [office.now(p) for p in made]


def undo(office, proposal, person="U-ANA"):
    """Click Undo as it stands on the card now."""
    office.click("undo", office.now(proposal), person=person)


def line(office, proposal):
    """The proposal's line as the person sees it."""
    return next(found for card in office.cards for found in card.lines if found.proposal_id == proposal.id)


def submitted(office, month=NOVEMBER):
    """Whether a month of Ana's is handed in."""
    return office.ledger.report(ANA, month).state is ReportState.SUBMITTED
