"""Reminders: who gets one, when, and that it is only ever one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.proposal import Change
from bot.domain.timesheet import Month, ReportState
from bot.errors import PlatformError
from bot.handlers.reminders import nudges, remind
from bot.ports import Write
from tests.fakes import FakePlatform
from tests.unit.handlers.conftest import ANA, BEN, EVE

LAST_DAY = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)  # a Monday, the last working day of November


def due(office, at):
    return {n.reminder.employee.name: n.why for n in nudges(office.desk, office.platform, at) if n.goes_out}


def test_on_the_last_working_day_everybody_with_missing_days_is_due(office):
    """November 2026 has 21 working days in Ireland and Sweden, 20 in France (Armistice Day is a Wednesday)."""
    assert due(office, LAST_DAY) == {"Ana": "20 days missing", "Ben": "21 days missing", "Eve": "21 days missing"}


def test_nobody_is_due_before_ten_in_their_own_time_zone(office):
    """10:00 in Paris is 9:00 UTC; in Auckland it was the evening before."""
    office.platform.people["U-ANA"] = replace(office.platform.people["U-ANA"], time_zone="Europe/Paris")
    assert "Ana" not in due(office, LAST_DAY.replace(hour=8, minute=59))
    assert "Ana" in due(office, LAST_DAY.replace(hour=9))
    office.platform.people["U-ANA"] = replace(office.platform.people["U-ANA"], time_zone="Pacific/Auckland")
    assert "Ana" in due(office, datetime(2026, 11, 29, 21, 30, tzinfo=UTC))


def test_a_submitted_month_needs_no_reminder(office):
    """Whoever has handed in is left alone."""
    change = Change(ANA, month=Month(2026, 11), report_state=ReportState.SUBMITTED)
    office.ledger.apply([Write("w", change)])
    assert "Ana" not in due(office, LAST_DAY)


def test_a_complete_month_that_is_not_submitted_is_reminded(office):
    """The message says that only the submission is left."""
    for day in Month(2026, 11).days:
        if day.weekday() < 5 and day != date(2026, 11, 11):
            office.fill(day.isoformat(), 100)
    assert due(office, LAST_DAY)["Ana"] == "complete, but not submitted"


def test_one_message_that_names_the_days_with_show_month_and_submit(office):
    """It is sent through the outbox, once, however often the sweep runs."""
    office.clock.time = LAST_DAY
    office.fill("2026-11-02", 50)
    assert remind(office.desk, office.platform) == 3
    assert remind(office.desk, office.platform) == 0
    office.work()
    ana = next(r for r in office.reminders if r.text.startswith("Ana"))
    assert "Mon 2 Nov (50 %), Tue 3 Nov" in ana.text
    assert ana.month == "2026-11"
    assert len(office.reminders) == 3


def test_a_bot_that_was_down_catches_up_in_the_first_week(office):
    """But not later, and never twice."""
    assert "Ana" in due(office, datetime(2026, 12, 2, 9, 0, tzinfo=UTC))
    assert due(office, datetime(2026, 12, 9, 9, 0, tzinfo=UTC)) == {}


def test_a_platform_that_is_away_gets_the_reminder_later(office):
    """Claimed, and kept in the outbox."""
    office.clock.time = LAST_DAY
    office.platform.failing = PlatformError("away")
    remind(office.desk, office.platform)
    office.work()
    assert office.reminders == []
    office.platform.failing = None
    office.work()
    assert len(office.reminders) == 3


def test_a_sweep_asks_the_platform_only_for_those_who_may_be_due(office):
    """Slack lets some fifty people a minute be looked up: before the month's end, and after the reminder, nobody is."""
    platform = AskedPlatform(office.platform.people)
    office.desk.platforms["fake"] = platform
    office.clock.time = LAST_DAY - timedelta(days=4)
    assert remind(office.desk, platform) == 0
    assert platform.asked == []
    change = Change(ANA, month=Month(2026, 11), report_state=ReportState.SUBMITTED)
    office.ledger.apply([Write("w", change)])
    office.clock.time = LAST_DAY.replace(hour=0)  # ten o'clock has come in one zone only, where nobody is
    assert remind(office.desk, platform) == 0
    assert sorted(platform.asked) == [BEN, EVE]
    office.clock.time = LAST_DAY
    assert remind(office.desk, platform) == 2
    platform.asked.clear()
    assert remind(office.desk, platform) == 0
    assert platform.asked == []


class AskedPlatform(FakePlatform):
    """Remembers whom it was asked for."""

    def __init__(self, people):
        super().__init__(people)
        self.asked = []

    def person_by_email(self, email):
        """Who has this e-mail."""
        self.asked.append(email)
        return super().person_by_email(email)


@pytest.mark.parametrize("minutes", [0, 5, 60])
def test_submit_on_the_reminder_gives_a_card(office, minutes):
    """The button proposes; Approve still decides."""
    office.clock.time = LAST_DAY + timedelta(minutes=minutes)
    office.happen(office.event("submit", "U-ANA", month="2026-11"))
    (proposal,) = office.pending
    assert (proposal.tool, proposal.arguments) == ("submit_report", {"month": "2026-11"})
    assert proposal.warnings[0].startswith("Still missing: Mon 2 Nov")
    office.click("approve", proposal)
    assert office.ledger.report(ANA, Month(2026, 11)).state is ReportState.SUBMITTED


def test_show_month_on_the_reminder_shows_the_month(office):
    """The same picture as the home page has."""
    office.fill("2026-11-02", 50)
    office.happen(office.event("report", "U-ANA", month="2026-11"))
    office.happen(office.event("home", "U-ANA"))
    (report,) = [p for p in office.platform.posted.values() if getattr(p, "totals", None)]
    assert report.totals == (("Apollo", "0.5 days"),)
    assert office.platform.homes[0].report == report
