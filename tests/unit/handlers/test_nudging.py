"""Who has not handed in, for administrators, and nudging them: once a day, and only by an administrator."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.proposal import Change
from bot.domain.timesheet import Employee, Month, ReportState, Role
from bot.handlers.overview import PEOPLE_SHOWN
from bot.ports import Write
from tests.unit.handlers.conftest import ANA, BEN, EVE

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def home(office, person="U-EVE", month=""):
    office.happen(office.event("home", person, month=month))
    return office.platform.homes[-1]


def submit(office, email, month):
    office.ledger.apply([Write(f"s-{email}-{month}", Change(email, month=month, report_state=ReportState.SUBMITTED))])


def nudge(office, month="2026-11", email="", person="U-EVE"):
    office.happen(office.event("nudge", person, about=month, email=email, on_home=True))


def test_an_administrator_sees_who_has_not_handed_in(office):
    """Beside the current month also the one before; the days that are missing so far, most first; not oneself."""
    submit(office, BEN, OCTOBER)
    office.fill("2026-11-02", 100, "ORI", BEN)
    last, this = home(office).late
    assert (last.title, [(p.name, p.standing) for p in last.people]) == (
        "Not submitted for October 2026", [("Ana Silva", "22 days missing")],
    )  # fmt: skip
    assert [(p.name, p.standing) for p in this.people] == [
        ("Ben Okafor", "12 days missing"),
        ("Ana Silva", "12 days missing"),
    ]
    assert (this.count, this.nudgeable) == (2, 2)


def test_nobody_else_sees_it(office):
    """Nor an administrator who is none any more."""
    assert home(office, "U-ANA").late == ()
    demote(office)
    assert home(office).late == ()


def demote(office):
    everybody = [e for e in office.ledger.employees() if e.email != EVE]
    eve = replace(office.ledger.employee(EVE), role=Role.USER)
    ledger = type("Demoted", (), {
        "__getattr__": lambda self, name: getattr(office.ledger, name),
        "snapshot": lambda self: self,
        "employee": lambda self, email: eve if email == EVE else office.ledger.employee(email),
        "employees": lambda self: [*everybody, eve],
    })()  # fmt: skip
    office.desk = replace(office.desk, ledger=ledger)


def test_the_role_is_looked_up_again_at_the_click(office):
    """A page that was painted before somebody lost the role nudges nobody."""
    home(office)
    demote(office)
    nudge(office)
    assert office.reminders == []
    assert office.texts[-1].text == "Only administrators can do that. Ask one of them."
    nudge(office, person="U-ANA")
    assert office.reminders == []


def test_a_nudge_is_the_reminder_of_the_months_end(office):
    """To that person alone, with the days that are missing up to today; the administrator is told who got one."""
    office.fill("2026-11-02", 50)
    nudge(office, email=ANA)
    (reminder,) = office.reminders
    assert reminder.text.startswith("Ana, 12 days of November 2026 still open: Mon 2 Nov (50 %), Tue 3 Nov")
    assert (reminder.month, reminder.submittable) == ("2026-11", True)
    assert office.texts[-1].text == "Reminded: Ana Silva."


def test_a_double_click_nudges_once(office):
    """Claimed for employee, month and day; the next day it may be done again."""
    nudge(office)
    nudge(office)
    assert len(office.reminders) == 2
    assert office.texts[-1].text == "Reminded today already: Ben Okafor, Ana Silva."
    office.clock.time = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
    nudge(office, email=BEN)
    assert len(office.reminders) == 3
    nudge(office, "2026-10", BEN)
    assert len(office.reminders) == 4


def test_a_nudge_does_not_take_the_months_end_away(office):
    """Another kind of claim: who was nudged on the 18th is still reminded on the 30th."""
    nudge(office, email=ANA)
    assert not office.store.reminder_claimed(ANA, NOVEMBER, "month_end")


def test_who_is_not_on_the_platform_is_named(office):
    """The others are nudged all the same."""
    del office.platform.people["U-BEN"]
    nudge(office)
    assert len(office.reminders) == 1
    assert office.texts[-1].text == "Reminded: Ana Silva. Not found on this chat: Ben Okafor."


def test_nobody_is_nudged_who_has_nothing_to_do(office):
    """Handed in, or nothing missing so far in a month that is not over: no button, and no message."""
    submit(office, BEN, NOVEMBER)
    for day in NOVEMBER.days:
        if day <= date(2026, 11, 18) and day.weekday() < 5 and day != date(2026, 11, 11):
            office.fill(day.isoformat(), 100)
    _, this = home(office).late
    assert [(p.name, p.standing, p.nudgeable) for p in this.people] == [
        ("Ana Silva", "nothing missing so far", False),
    ]
    nudge(office)
    nudge(office, email=BEN)
    assert office.reminders == []
    assert office.texts[-1].text == "There is nobody to remind for November 2026."


def test_a_full_month_is_nudged_to_be_handed_in(office):
    """The message says that only this is left."""
    for day in OCTOBER.days:
        if day.weekday() < 5:
            office.fill(day.isoformat(), 100)
    last, _ = home(office).late
    assert ("Ana Silva", "complete, not submitted", True) in [(p.name, p.standing, p.nudgeable) for p in last.people]
    nudge(office, "2026-10", ANA)
    assert office.reminders[0].text == "October 2026 is complete, Ana. It only needs to be submitted."


def test_a_month_to_come_is_nobodys_fault(office):
    """Nothing is listed."""
    assert home(office, month="2026-12").late == ()


@pytest.mark.parametrize("extra", [30])
def test_in_a_large_company_the_first_are_named_and_all_are_counted(office, extra):
    """The page has an end; Nudge all reaches everybody who is on the platform."""
    more = [Employee(f"p{n}@acme.example", f"P{n}", "Last", Role.USER, "FR") for n in range(extra)]
    real = office.ledger.employees
    ledger = type("Large", (), {
        "__getattr__": lambda self, name: getattr(office.ledger, name),
        "snapshot": lambda self: self,
        "employees": lambda self: [*real(), *more],
    })()  # fmt: skip
    office.desk = replace(office.desk, ledger=ledger)
    _, this = home(office).late
    assert len(this.people) == PEOPLE_SHOWN
    assert (this.count, this.nudgeable) == (extra + 2, extra + 2)
    nudge(office)
    assert len(office.reminders) == 2
    assert office.texts[-1].text.endswith(f"and {extra - 20} more.")
