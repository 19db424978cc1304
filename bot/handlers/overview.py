"""Who has not handed in a month, for administrators, and nudging them: the message of the month's end, at a click.

Who may look and nudge is asked of the ledger each time, also at the click. A nudge is claimed for employee, month and
day before it is sent, so that a second click on the same day sends nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.ability import Ability
from bot.domain.calendar import missing_percent
from bot.domain.conversation import Conversation
from bot.domain.home import LateMonth, LatePerson
from bot.domain.reminder import Reminder, Why
from bot.domain.timesheet import Employee, Month, ReportState
from bot.handlers.desk import Desk, text_message
from bot.handlers.reminders import person_of, send_reminder
from bot.ports import Effects, Platform
from bot.tools import wording
from bot.words import say

PEOPLE_SHOWN = 12  # of a month: two months, with what else stands on the page, stay within Slack's 100 blocks
NAMES_TOLD = 20


@dataclass(frozen=True)
class Late:
    """Somebody's month that is not handed in; `gaps` are the days that are due and lack something."""

    employee: Employee
    month: Month
    gaps: tuple[tuple[date, int], ...]
    is_full: bool

    @property
    def nudgeable(self) -> bool:
        """True when there is something that they can do now: days to fill, or a month to hand in."""
        return bool(self.gaps) or self.is_full


def late_months(admin: Employee, shown: Month, today: date, desk: Desk) -> tuple[LateMonth, ...]:
    """Who has not handed in the month that is shown and, beside the current one, the one before; for administrators."""
    if not admin.is_admin or shown > Month.of(today):
        return ()
    months = [shown.shift(-1), shown] if shown == Month.of(today) else [shown]
    return tuple(_late_month(month, admin, today, desk) for month in months)


def _late_month(month: Month, admin: Employee, today: date, desk: Desk) -> LateMonth:
    late = late_in(month, admin, today, desk)
    is_submittable = Ability.SUBMIT in desk.ledger.abilities
    named = wording.month_title(month)
    title = say("not-submitted", month=named) if is_submittable else say("not-complete", month=named)
    people = tuple(
        LatePerson(one.employee.email, one.employee.full_name, _standing(one), one.nudgeable)
        for one in late[:PEOPLE_SHOWN]
    )
    return LateMonth(str(month), title, people, len(late), sum(one.nudgeable for one in late))


def late_in(month: Month, admin: Employee, today: date, desk: Desk) -> list[Late]:
    """Everybody else who has not handed in, those with most days missing first; where a ledger takes no submission,
    everybody else who lacks days."""
    is_submittable = Ability.SUBMIT in desk.ledger.abilities
    others = (e for e in desk.ledger.employees() if e.email != admin.email)
    found = [late for late in (_late(e, month, today, desk, is_submittable) for e in others) if late is not None]
    return sorted(found, key=lambda late: (-len(late.gaps), not late.nudgeable))


def _late(employee: Employee, month: Month, today: date, desk: Desk, is_submittable: bool) -> Late | None:
    report = desk.ledger.report(employee.email, month)
    holidays = desk.holidays.between(employee.country, month.first, month.last)
    gaps = missing_percent(report.entries, [day for day in month.days if day <= today], holidays)
    is_full = not missing_percent(report.entries, month.days, holidays)
    is_late = report.state is ReportState.OPEN if is_submittable else bool(gaps)
    return Late(employee, month, gaps, is_full and is_submittable) if is_late else None


def _standing(late: Late) -> str:
    if late.gaps:
        return say("late-days", days=len(late.gaps))
    return say("late-full") if late.is_full else say("late-so-far")


def nudged(month: Month, email: str, conversation: Conversation, admin: Employee, desk: Desk) -> Effects:
    """Nudge one person, or with no e-mail everybody who is late; the answer says who was, and who was not and why."""
    if not admin.is_admin:
        return Effects(outgoing=(text_message(conversation, say("admins-only")),))
    platform = desk.platforms[conversation.platform]
    today = desk.today(desk.person(conversation.platform, conversation.person_id))
    late = [one for one in late_in(month, admin, today, desk) if one.nudgeable and email in ("", one.employee.email)]
    sent: list[str] = []
    before: list[str] = []
    unknown: list[str] = []
    for one in late:
        _nudge(one, today, desk, platform, sent, before, unknown)
    told = [say("nudged", people=_names(sent))] if sent else []
    told += [say("nudged-before", people=_names(before))] if before else []
    told += [say("nudged-nobody", people=_names(unknown))] if unknown else []
    sentence = " ".join(told) or say("nudged-none", month=wording.month_title(month))
    return Effects(outgoing=(text_message(conversation, sentence),))


def _nudge(
    late: Late, today: date, desk: Desk, platform: Platform, sent: list[str], before: list[str], unknown: list[str]
) -> None:
    employee, kind = late.employee, f"nudge {today}"
    if desk.store.reminder_claimed(employee.email, late.month, kind):
        before.append(employee.full_name)
        return
    person = person_of(employee, desk, platform)
    if person is None:
        unknown.append(employee.full_name)
        return
    why = Why.MISSING if late.gaps else Why.OPEN
    reminder = Reminder(employee, late.month, kind, late.gaps, True, why, today)
    is_first = send_reminder(reminder, person, desk, platform, desk.clock.now())
    (sent if is_first else before).append(employee.full_name)


def _names(people: Sequence[str]) -> str:
    some, more = ", ".join(people[:NAMES_TOLD]), len(people) - NAMES_TOLD
    return say("some-and-more", some=some, more=more) if more > 0 else some
