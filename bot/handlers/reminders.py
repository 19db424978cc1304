"""The month's end: whoever has days missing or an open report gets one message. Claimed in the database first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import structlog

from bot.domain.ability import Ability
from bot.domain.conversation import Outgoing, Person, Said
from bot.domain.reminder import Reminder, Why, month_end_reminder
from bot.domain.timesheet import Employee, Month
from bot.errors import PlatformError
from bot.handlers.desk import Desk, new_id, zone_of
from bot.ports import Platform
from bot.tools import wording
from bot.words import say, speaking

log = structlog.get_logger(__name__)
CATCH_UP_DAYS = 7  # a bot that was down at the month's end still reminds in the first week of the next month
QUIET_DAYS = range(CATCH_UP_DAYS + 2, 21)  # nobody is due in any time zone: not worth asking the platform for everybody
MISSING_SHOWN = 12


@dataclass(frozen=True)
class Nudge:
    """A reminder with the person it goes to, or why it does not go out."""

    reminder: Reminder
    person: Person | None
    sent_before: bool

    @property
    def goes_out(self) -> bool:
        """True when a sweep at this moment sends it."""
        return self.reminder.due and self.person is not None and not self.sent_before

    @property
    def why(self) -> str:
        """The reason, for the log and `tally remind --dry-run`."""
        if self.sent_before:
            return say("remind-reminded")
        if self.person is None:
            return say("remind-unknown")
        return _why(self.reminder)


def _why(reminder: Reminder) -> str:
    match reminder.why:
        case Why.SUBMITTED:
            return say("remind-submitted", month=str(reminder.month))
        case Why.EARLY:
            return say("remind-early", day=reminder.day.isoformat(), time=f"{reminder.hour:%H:%M}")
        case Why.MISSING:
            return say("remind-missing", days=len(reminder.missing))
        case Why.OPEN:
            return say("remind-open")
        case Why.COMPLETE:
            return say("remind-complete")


def nudges(desk: Desk, platform: Platform, at: datetime) -> Iterator[Nudge]:
    """Every employee's reminder as of `at` (aware), whether due or not."""
    desk = desk.for_one_event()
    for employee in desk.ledger.employees():
        yield from _nudges_of(employee, desk, platform, at)


def _nudges_of(employee: Employee, desk: Desk, platform: Platform, at: datetime) -> Iterator[Nudge]:
    person = person_of(employee, desk, platform)
    local = at.astimezone(zone_of(person))
    for month in _months(local):
        yield _nudge(employee, person, month, local, desk)


def _may_be_due(employee: Employee, desk: Desk, at: datetime) -> bool:
    """False when no time zone makes a reminder due: a platform that lets few be looked up is not asked for a thousand.

    What is due in some zone is due where the day began first. The person's own hour is known without the platform.
    """
    ahead, behind = (at.astimezone(timezone(timedelta(hours=hours))) for hours in (14, -12))
    there = [_nudge(employee, None, month, ahead, desk) for month in {*_months(ahead), *_months(behind)}]
    return any(nudge.reminder.due and not nudge.sent_before for nudge in there)


def person_of(employee: Employee, desk: Desk, platform: Platform) -> Person | None:
    """Who this is on the platform, as they prefer to be spoken to.

    One address that it stumbles over must not keep the others from being reminded.
    """
    try:
        person = platform.person_by_email(employee.email)
    except PlatformError as error:
        log.warning("an employee cannot be looked up", error=str(error))
        return None
    return desk.as_preferred(person) if person else None


def _months(local: datetime) -> list[Month]:
    current = Month.of(local.date())
    return [current.shift(-1), current] if local.day <= CATCH_UP_DAYS else [current]


def _nudge(employee: Employee, person: Person | None, month: Month, local: datetime, desk: Desk) -> Nudge:
    report = desk.ledger.report(employee.email, month)
    holidays = desk.holidays.between(employee.country, month.first, month.last)
    submittable = Ability.SUBMIT in desk.ledger.abilities
    hour = desk.preferences(employee.email).reminder_time(desk.reminder_time)
    reminder = month_end_reminder(employee, report, holidays, local, submittable=submittable, hour=hour)
    claimed = desk.store.reminder_claimed(employee.email, month, reminder.kind)
    return Nudge(reminder, person, claimed)


def remind(desk: Desk, platform: Platform) -> int:
    """Send what is due now; returns how many reminders went into the outbox. Safe to call from several replicas."""
    now = desk.clock.now()
    if now.day in QUIET_DAYS:
        return 0
    desk = desk.for_one_event()
    due = (employee for employee in desk.ledger.employees() if _may_be_due(employee, desk, now))
    found = (nudge for employee in due for nudge in _nudges_of(employee, desk, platform, now))
    return sum(_send(nudge, desk, platform, now) for nudge in found if nudge.goes_out)


def _send(nudge: Nudge, desk: Desk, platform: Platform, now: datetime) -> bool:
    assert nudge.person is not None, "a nudge that goes out has a person"
    return send_reminder(nudge.reminder, nudge.person, desk, platform, now)


def send_reminder(reminder: Reminder, person: Person, desk: Desk, platform: Platform, now: datetime) -> bool:
    """Claim it and queue its message in one transaction; False when it was claimed before."""
    address = platform.direct_address(person)
    conversation = desk.store.conversation(platform.name, platform.lane(address), person, address)
    with speaking(person.locale):
        content = {"text": reminder_text(reminder), "month": str(reminder.month)}
    message = Outgoing(new_id(), conversation.id, Said.REMINDER, content)
    return desk.store.claim_reminder(reminder.employee.email, reminder.month, reminder.kind, message, now)


def reminder_text(reminder: Reminder) -> str:
    """What the message says: the month, and the days by name."""
    title = wording.month_title(reminder.month)
    if not reminder.missing:
        return say("reminder-complete", month=title, name=reminder.employee.name)
    days = wording.missing(reminder.missing, MISSING_SHOWN)
    return say("reminder-missing", name=reminder.employee.name, count=len(reminder.missing), month=title, days=days)
