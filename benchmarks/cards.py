"""The bot's own time: from an event to the posted card, in companies of every size."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks.company import company_of
from benchmarks.figures import Figure, Size, percentiles
from benchmarks.models import DROP, InstantModel
from benchmarks.office import NOW, Office, open_office
from bot.domain.timesheet import Month
from bot.handlers.reminders import nudges
from bot.ledgers.sample import Company
from bot.tools.registry import TOOLS

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
MOST_SPEAKERS = 10
P50_MS, P99_MS = 25, 100


@dataclass(frozen=True)
class Times:
    """The durations of one company, in seconds: the whole way, and of that the stand-in's answer to the posted card."""

    whole: list[float]
    posting: list[float]


def event_to_card(size: Size) -> tuple[Figure, ...]:
    """From a message to its card, without the model.

    A person of a company of ten with two years of entries writes "PROJECT on DAY". The clock starts when Bolt hands
    the event to the bot's listeners and stops when the stand-in's answer to chat.postMessage with the card is back.
    In between: storing the event durably, a worker's claim, the turn (history, prompt, resolving, rules), the commit,
    the outbox, painting the card, and one HTTP call. The model answers at once. One event at a time; between two of
    them "forget it" (not timed) drops the card. People have written before: who they are is known.
    """
    times = _times(min(10, size.companies[-1]), size)
    return (
        *percentiles("event to posted card", times.whole, p50=P50_MS, p99=P99_MS),
        percentiles("  of which the stand-in's answer to the post", times.posting)[0],
    )


FLAT = 1.5  # times; what is more would be growth, what is less the noise of a shared machine


def growth(size: Size) -> tuple[Figure, ...]:
    """The same in companies of 1 to 1,000 people with two years of entries each, up to ten of whom write.

    The last figure is the median in the largest company, divided by that in the smallest.
    """
    figures: list[Figure] = []
    medians: list[Figure] = []
    for employees in size.companies:
        p50, p99 = percentiles(f"event to card, {employees:,} employees", _times(employees, size).whole)
        figures += [p50, p99]
        medians.append(p50)
    ratio = medians[-1].value / medians[0].value
    return (
        *figures,
        Figure(f"growth from {size.companies[0]} to {size.companies[-1]:,} employees", ratio, "times", FLAT),
    )


def whole_company(size: Size) -> tuple[Figure, ...]:
    """What looks at everybody, in the largest company: an administrator's get_missing_reports and a reminder sweep.

    The first is the tool itself, from its call to what it found, for last month: half of the people have not
    submitted it. The second goes through everybody's month and looks up on the platform whoever is due, as of the
    month's end, when everybody is; nothing is sent.
    """
    employees = size.companies[-1]
    with tempfile.TemporaryDirectory() as folder:
        company = company_of(employees, size.months, NOW.date())
        with open_office(Path(folder), company, InstantModel()) as office:
            sweep_at = NOW.replace(month=NOW.month + 1, day=1, hour=12)
            return (
                Figure(f"get_missing_reports, {employees:,} employees", _missing_reports(office, company), "ms"),
                Figure(f"reminder sweep, {employees:,} employees", _seconds_of_sweep(office, sweep_at), "s"),
            )


def _missing_reports(office: Office, company: Company) -> float:
    desk, admin = office.desk, company.employees[0]
    situation = desk.situation(admin, NOW.date())
    began = time.perf_counter()
    found = TOOLS["get_missing_reports"].find({"month": Month.of(NOW.date()).shift(-1)}, situation)
    seconds = time.perf_counter() - began
    assert len(found.content["rows"]) == (len(company.employees) + 1) // 2, found.text
    return 1000 * seconds


def _seconds_of_sweep(office: Office, at: datetime) -> float:
    began = time.perf_counter()
    due = sum(nudge.goes_out for nudge in nudges(office.desk, office.platform, at))
    seconds = time.perf_counter() - began
    assert due >= len(office.desk.ledger.employees()), "at the month's end everybody is due"
    return seconds


def _times(employees: int, size: Size) -> Times:
    company = company_of(employees, size.months, NOW.date())
    with tempfile.TemporaryDirectory() as folder, open_office(Path(folder), company, InstantModel()) as office:
        for event in range(max(size.warm_up, min(employees, MOST_SPEAKERS))):
            _card(office, company, event)
        return Times(*map(list, zip(*(_card(office, company, event) for event in range(size.events)), strict=True)))


def _card(office: Office, company: Company, event: int) -> tuple[float, float]:
    """How long the card for one message took, and of that its posting; the card is dropped afterwards."""
    number = event % min(len(company.employees), MOST_SPEAKERS)
    email = company.employees[number].email
    mine = [project.name for project in company.projects if email in project.employees]
    times = office.say(number + 1, f"{mine[event % len(mine)]} on {DAYS[event // 10 % len(DAYS)]}")
    whole, posting = times.posted - times.arrived, times.posting
    office.say(number + 1, DROP)
    return whole, posting
