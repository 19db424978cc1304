"""What somebody may want to say next, made from their own gaps: "Fill 3 missing days with Apollo".

A click on it says its words, and they go the way of all words: the model copies them, code reads the days, a card asks.
So the words are simple ones, of one stretch of days: the built-in model copied 157 of 160 of those right and made no
wrong card of the others that were looked at; of three days in a list it lost some every fourth time. And they are only
offered when code reads them as exactly the days that are missing, and as that project.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import structlog

from bot.domain.calendar import missing_percent, working_days
from bot.domain.conversation import Person
from bot.domain.proposal import ProposalState
from bot.domain.timesheet import FULL_DAY, Employee, Month, Project, ReportState
from bot.errors import TallyError
from bot.handlers.desk import Desk
from bot.phrases import PhraseError, read_days
from bot.tools.grounding import project_places
from bot.words import say, speaking

log = structlog.get_logger(__name__)
IN_USE = timedelta(days=62)  # a project that was last reported on longer ago is not the one of these days
STILL_DUE = 7  # days of a new month in which the gaps of the one before are offered, while that is open


def suggestions(person: Person, desk: Desk) -> Mapping[str, str]:
    """Titles, and what a click on one says; none where nothing is missing, or nobody knows. Never raises TallyError."""
    desk = desk.for_one_event()
    try:
        with speaking(person.locale):
            employee = desk.employee(person)
            return _suggested(employee, desk.today(person), desk)
    except TallyError as error:
        log.info("nothing is suggested", error=str(error))
        return {}


def _suggested(employee: Employee, today: date, desk: Desk) -> dict[str, str]:
    project = _project_in_use(employee, today, desk)
    days = _newest_gap(employee, today, desk)
    if project is None or not days:
        return {}
    holidays = desk.holidays.between(employee.country, days[0], days[-1])
    for name in dict.fromkeys((project.name, project.title)):
        words = say("prompt-fill-words", project=name, days=_in_words(days))
        if project_places(project, words, today) and _reads(words, name, today, holidays) == days:
            return {say("prompt-fill", days=len(days), project=project.name): words}
    return {}


def _project_in_use(employee: Employee, today: date, desk: Desk) -> Project | None:
    """The project of the newest entry, while the person is assigned to it."""
    mine = {p.code: p for p in desk.ledger.projects() if employee.email in p.employees}
    entries = desk.ledger.entries(employee.email, today - IN_USE, today)
    return next((mine[e.project] for e in reversed(entries) if e.project in mine), None)


def _newest_gap(employee: Employee, today: date, desk: Desk) -> tuple[date, ...]:
    """The newest working days in a row of one open month that lack everything and wait on no card."""
    months = [Month.of(today), *([Month.of(today).shift(-1)] if today.day <= STILL_DUE else [])]
    pending = desk.store.proposals(owner=employee.email, states=(ProposalState.PENDING, ProposalState.APPROVED))
    waiting = {day for proposal in pending for day in proposal.change.days}
    for month in months:
        report = desk.ledger.report(employee.email, month)
        if report.state is ReportState.SUBMITTED:
            continue
        due = [day for day in month.days if day <= today]
        holidays = desk.holidays.between(employee.country, month.first, month.last)
        gaps = missing_percent(report.entries, due, holidays)
        missing = [day for day, lacking in gaps if lacking == FULL_DAY and day not in waiting]
        if missing:
            return _last_run(missing, working_days(due, holidays))
    return ()


def _last_run(missing: Sequence[date], working: Sequence[date]) -> tuple[date, ...]:
    """The days from behind with no working day between them that is not missing.

    A stretch from a Monday to a Monday is misread by small models: it begins a day later.
    """
    run: list[date] = []
    for day in reversed(working):
        if day in missing:
            run.insert(0, day)
        elif run:
            break
    return tuple(run[1:] if len(run) > 1 and run[0].weekday() == run[-1].weekday() else run)


def _in_words(days: Sequence[date]) -> str:
    """`Mon 2 to Wed 18 Nov`, or `Wed 18 Nov`; in French without points, at which the built-in model loses days."""
    if len(days) == 1:
        return say("prompt-fill-day", day=days[0])
    return say("prompt-fill-stretch", first=days[0], last=days[-1])


def _reads(words: str, name: str, today: date, holidays: frozenset[date]) -> tuple[date, ...]:
    """The days that code reads in the words."""
    try:
        return read_days(words.replace(name, "", 1), today, holidays).days
    except PhraseError:
        return ()
