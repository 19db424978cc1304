"""Cards at one click: the same as in the week before, or the missing days with one project. A click proposes, as words
do: the tool's own reading of its arguments makes the card, and only Approve writes.

What is offered, and what a click then proposes, is worked out from the report each time: days that were filled
meanwhile, or that wait on a card already, are left out. So a second click finds nothing left to propose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from bot.domain.calendar import missing_percent, week_of
from bot.domain.conversation import Conversation, Outgoing, Said, ToolCall
from bot.domain.home import Offer, OneClick
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import FULL_DAY, Employee, Month, Project, ReportState
from bot.handlers.calls import Drafted
from bot.handlers.desk import Desk, new_id, text_message
from bot.handlers.proposing import propose
from bot.ports import Effects
from bot.tools import wording
from bot.tools.registry import TOOLS, why_not
from bot.tools.situation import Refused, Unclear
from bot.tools.tool import Resolved
from bot.words import say

WEEK = timedelta(days=7)
LOOK_BACK = timedelta(days=62)  # for the project that was used last


def offers_for(
    employee: Employee, month: Month, today: date, pending: Sequence[Proposal], desk: Desk
) -> tuple[Offer, ...]:
    """What one click can propose for a month, the oldest week first."""
    days = _open_days(employee, month, today, pending, desk)
    offers = []
    for monday, week in groupby(days, key=lambda day: week_of(day)[0]):
        like_before = _filled_before(list(week), employee, desk)
        if like_before:
            label = say("offer-same-week", days=wording.days(like_before))
            offers.append(Offer(OneClick.COPY_WEEK, monday.isoformat(), label))
    project = _offered_project(employee, today, desk) if days else None
    if project is not None:
        label = say("offer-fill", days=len(days), project=project.name)
        offers.append(Offer(OneClick.FILL_MONTH, str(month), label))
    return tuple(offers)


def _open_days(
    employee: Employee, month: Month, today: date, pending: Sequence[Proposal], desk: Desk
) -> tuple[date, ...]:
    """The working days up to today on which nothing stands and nothing waits; none of a submitted month."""
    report = desk.ledger.report(employee.email, month)
    if report.state is ReportState.SUBMITTED:
        return ()
    holidays = desk.holidays.between(employee.country, month.first, month.last)
    gaps = missing_percent(report.entries, [day for day in month.days if day <= today], holidays)
    waiting = {day for p in pending for day in p.change.days}
    return tuple(day for day, percent in gaps if percent == FULL_DAY and day not in waiting)


def _filled_before(days: Sequence[date], employee: Employee, desk: Desk) -> tuple[date, ...]:
    """Those of the days on whose weekday something stood a week before."""
    stood = {e.day for e in desk.ledger.entries(employee.email, days[0] - WEEK, days[-1] - WEEK)} if days else set()
    return tuple(day for day in days if day - WEEK in stood)


def _offered_project(employee: Employee, today: date, desk: Desk) -> Project | None:
    """The one that the person prefers, else the one that they used last, as long as they are on it."""
    own = {p.code: p for p in desk.ledger.projects() if employee.email in p.employees}
    preferred = own.get(desk.preferences(employee.email).project)
    if preferred is not None:
        return preferred
    used = desk.ledger.entries(employee.email, today - LOOK_BACK, today)
    return next((own[e.project] for e in reversed(used) if e.project in own), None)


def same_as_the_week_before(
    day: date | None, month: Month, conversation: Conversation, employee: Employee, desk: Desk
) -> Effects:
    """A card that copies the week before onto what is open in the week of `day`, as far as that lies in the month;
    without a day, in the oldest week for which that can be done."""
    today, pending = _now(conversation, employee, desk)
    open_days = _open_days(employee, month, today, pending, desk)
    day = day or next((one for one in open_days if _filled_before([one], employee, desk)), today)
    days = _filled_before([one for one in open_days if one in week_of(day)], employee, desk)
    if not days:
        return _nothing_left([one for one in week_of(day) if one in month.days], conversation, pending)
    sources = [one - WEEK for one in days]
    arguments = {"source": [one.isoformat() for one in sources], "dates": [one.isoformat() for one in days]}
    phrases = {"source": wording.days(sources), "dates": wording.days(days)}
    words = say("offer-same-week", days=wording.days(days))
    return _card("copy_entries", arguments, phrases, words, conversation, employee, desk)


def missing_days_filled(month: Month, conversation: Conversation, employee: Employee, desk: Desk) -> Effects:
    """A card that puts the offered project on every open day of the month."""
    today, pending = _now(conversation, employee, desk)
    days = _open_days(employee, month, today, pending, desk)
    if not days:
        return _nothing_left(month.days, conversation, pending)
    project = _offered_project(employee, today, desk)
    if project is None:
        return Effects(outgoing=(text_message(conversation, say("offer-no-project")),))
    arguments = {"project": project.code, "dates": [day.isoformat() for day in days], "percent": FULL_DAY}
    phrases = {"project": project.name, "dates": wording.days(days)}
    words = say("offer-fill", days=len(days), project=project.name)
    return _card("add_activities", arguments, phrases, words, conversation, employee, desk)


def _now(conversation: Conversation, employee: Employee, desk: Desk) -> tuple[date, Sequence[Proposal]]:
    today = desk.today(desk.person(conversation.platform, conversation.person_id))
    return today, desk.store.proposals(owner=employee.email, states=(ProposalState.PENDING,))


def _nothing_left(days: Sequence[date], conversation: Conversation, pending: Sequence[Proposal]) -> Effects:
    """Say why there is no card: the days wait on one already, or nothing is missing."""
    waits = any(day in days for p in pending for day in p.change.days)
    sentence = say("offer-waits-already") if waits else say("offer-nothing-left")
    return Effects(outgoing=(text_message(conversation, sentence),))


def _card(
    name: str,
    arguments: Mapping[str, Any],
    phrases: Mapping[str, str],
    words: str,
    conversation: Conversation,
    employee: Employee,
    desk: Desk,
) -> Effects:
    """The card that a tool makes of arguments as a proposal stores them, or the sentence why it makes none."""
    tool, pending = TOOLS[name], desk.pending(conversation.id)
    today, _ = _now(conversation, employee, desk)
    situation = desk.situation(employee, today, pending=pending)
    try:
        if impossible := why_not(tool, desk.ledger):
            raise Refused(impossible)
        values = tool.load(arguments, situation)
        draft = tool.draft(values, situation)
    except (Refused, Unclear) as error:
        return Effects(outgoing=(text_message(conversation, str(error)),))
    drafted = Drafted(ToolCall(new_id(), name, phrases), Resolved(tool, phrases, values), draft)
    batch = propose([drafted], conversation, words, pending, desk)
    card = Outgoing(new_id(), conversation.id, Said.CARD, {"card_id": batch.card_id})
    return Effects(proposals=batch.proposals, transitions=batch.transitions, outgoing=(card,), repaint=batch.repaint)
