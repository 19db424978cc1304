"""What the v2 ledger checks itself right before it writes: the picture that the card showed, and the rules."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.timesheet import Entry
from bot.ledgers.checks import (
    check_administrator,
    check_assignable,
    check_entry,
    check_full_day,
    check_known,
    check_new,
    check_subject,
    check_unchanged,
)
from bot.ledgers.v2.readings import Readings
from bot.ledgers.v2.shapes import ABSENCES
from bot.ledgers.v2.steps import AssignStep, EmployeeStep, EntriesStep, ProjectStep, Step


def check(todo: Sequence[Step], done: Sequence[Step], readings: Readings) -> None:
    """Raise LedgerChanged or LedgerRefused unless all of `todo` can be written on top of what stands.

    `done` are steps of the same call that stand already: what they added belongs to the picture.
    """
    entries = [step for step in todo if isinstance(step, EntriesStep)]
    for step in todo:
        check_known(step.write.change.email, readings.employee(step.write.change.email) is not None)
    for step in entries:
        _check_picture(step, done, readings)
    for step in todo:
        if not isinstance(step, EntriesStep):
            _check_master(step, todo, readings)
    for step in entries:
        for entry in step.entries:
            _check_entry(entry, step, readings)
    _check_full_days(entries, readings)


def _check_picture(step: EntriesStep, done: Sequence[Step], readings: Readings) -> None:
    write = step.write
    if write.before is None:
        return
    email = write.change.email
    made = [
        e for other in done if isinstance(other, EntriesStep) and _whose(other) == _whose(step) for e in other.entries
    ]
    shown = [entry for entry in (*write.before, *made) if entry.day in step.days]
    check_unchanged(shown, readings.on(email, step.days))


def _whose(step: EntriesStep) -> str:
    return step.write.change.email.lower()


def _check_master(step: Step, todo: Sequence[Step], readings: Readings) -> None:
    writer = readings.employee(step.write.change.email)
    check_administrator(writer is not None and writer.is_admin)
    match step:
        case ProjectStep(project=project):
            check_new(project.code, any(p.code == project.code for p in readings.projects()))
        case EmployeeStep(employee=employee):
            check_new(employee.email, readings.employee(employee.email) is not None)
        case AssignStep(code=code, email=email):
            found = next((p for p in readings.projects() if p.code == code), None)
            made = any(isinstance(s, ProjectStep) and s.project.code == code for s in todo)
            known = (found is not None or made) and readings.employee(email) is not None
            check_assignable(
                code, email, known=known, is_assigned=found is not None and email.lower() in found.employees
            )


def _check_entry(entry: Entry, step: EntriesStep, readings: Readings) -> None:
    change = step.write.change
    check_entry(change, entry)
    if entry.reason is not None:
        check_subject(change, entry, exists=entry.reason in ABSENCES)
        return
    project = next((p for p in readings.projects() if p.code == entry.project), None)
    is_assigned = project is not None and entry.email.lower() in project.employees
    check_subject(change, entry, exists=project is not None, is_assigned=is_assigned)


def _check_full_days(steps: Sequence[EntriesStep], readings: Readings) -> None:
    for email in {_whose(step) for step in steps}:
        mine = [step for step in steps if _whose(step) == email]
        days = {day for step in mine for day in step.days}
        after = [*readings.on(email, days), *(entry for step in mine for entry in step.entries)]
        for day in sorted(days):
            check_full_day(day, sum(entry.percent for entry in after if entry.day == day))
