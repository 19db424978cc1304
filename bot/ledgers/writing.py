"""How approved proposals get into the built-in ledger, inside one transaction that the caller opens and closes.

What the card showed and the rules are checked again here, where nothing can come between the check and the write. A
broken rule raises LedgerRefused, another picture LedgerChanged, and the caller's transaction undoes what was written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from bot.domain.proposal import Change
from bot.domain.timesheet import FULL_DAY, Entry, Month, ReportState, Role
from bot.errors import LedgerRefused
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
from bot.ledgers.masters import note_change
from bot.ledgers.tables import AbsenceReasonRow, AssignmentRow, EmployeeRow, EntryRow, ProjectRow, ReportRow, WriteRow
from bot.ports import Write
from bot.words import say


def write_all(session: Session, writes: Sequence[Write]) -> None:
    """Write what does not stand yet: months are reopened, entries removed, then added, then months submitted."""
    _lock(session, {write.change.email.lower() for write in writes})
    new = _note_new(session, writes)
    changes = [write.change for write in new]
    for write in new:
        _check_unchanged(session, write)
    for change in changes:
        _administer(session, change)
    for change in changes:
        _set_state(session, change, ReportState.OPEN)
    for change in changes:
        _check_open(session, change)
    for change in changes:
        for entry in change.removed:
            _remove(session, entry)
    for write in new:
        _add(session, write)
    for change in changes:
        _check_full_days(session, change)
    for change in changes:
        _set_state(session, change, ReportState.SUBMITTED)


def entry_from(row: EntryRow | Row[Any]) -> Entry:
    """An entry as it stands."""
    return Entry(row.email, row.day, row.percent, row.project, row.reason, row.proposal_id)


def row_of(entry: Entry, part: int = 1) -> EntryRow:
    """An entry as the table keeps it."""
    return EntryRow(
        email=entry.email.lower(),
        day=entry.day,
        percent=entry.percent,
        project=entry.project,
        reason=entry.reason,
        proposal_id=entry.proposal_id,
        part=part,
    )


def _lock(session: Session, emails: Iterable[str]) -> None:
    """Have concurrent writes of one employee follow each other (SQLite has one writer at a time anyway)."""
    wanted = sorted(emails)
    known = select(EmployeeRow.email).where(EmployeeRow.email.in_(wanted)).order_by(EmployeeRow.email).with_for_update()
    for email in set(wanted) - set(session.scalars(known)):
        check_known(email, False)


def _note_new(session: Session, writes: Sequence[Write]) -> list[Write]:
    by_id = {write.proposal_id: write for write in writes}
    standing = set(session.scalars(select(WriteRow.proposal_id).where(WriteRow.proposal_id.in_(by_id))))
    new = [write for proposal_id, write in by_id.items() if proposal_id not in standing]
    session.add_all(WriteRow(proposal_id=write.proposal_id, email=write.change.email.lower()) for write in new)
    session.flush()
    return new


def _check_unchanged(session: Session, write: Write) -> None:
    if write.before is None:
        return
    email = write.change.email.lower()
    found = session.scalars(select(EntryRow).where(EntryRow.email == email, EntryRow.day.in_(write.change.watched)))
    check_unchanged(write.before, [entry_from(row) for row in found])


def _administer(session: Session, change: Change) -> None:
    """Make a new project, a new employee or an assignment. Only administrators may."""
    if not (change.project or change.employee or change.assigned):
        return
    writer = session.get(EmployeeRow, change.email.lower())
    check_administrator(writer is not None and writer.role == Role.ADMIN)
    if change.project:
        _make_new(session, ProjectRow, change.project.code, name=change.project.name, client=change.project.client)
    if change.employee:
        person = change.employee
        about = {"name": person.name, "lastname": person.lastname, "role": person.role, "country": person.country}
        _make_new(session, EmployeeRow, person.email.lower(), **about)
    if change.assigned:
        _assign(session, *change.assigned)
    note_change(session)
    session.flush()


def _make_new(session: Session, kind: type[ProjectRow] | type[EmployeeRow], key: str, **about: str) -> None:
    check_new(key, session.get(kind, key) is not None)
    session.add(ProjectRow(code=key, **about) if kind is ProjectRow else EmployeeRow(email=key, **about))


def _assign(session: Session, project: str, email: str) -> None:
    key = {"project": project, "email": email.lower()}
    known = session.get(ProjectRow, project) is not None and session.get(EmployeeRow, email.lower()) is not None
    is_assigned = session.get(AssignmentRow, (project, email.lower())) is not None
    check_assignable(project, email, known=known, is_assigned=is_assigned)
    session.add(AssignmentRow(**key))


def _check_open(session: Session, change: Change) -> None:
    for month in sorted({Month.of(day) for day in change.days}):
        if _state(session, change.email, month) is ReportState.SUBMITTED:
            raise LedgerRefused(say("month-is-submitted", month=str(month)))


def _state(session: Session, email: str, month: Month) -> ReportState:
    row = session.get(ReportRow, (email.lower(), str(month)))
    return ReportState(row.state) if row else ReportState.OPEN


def _set_state(session: Session, change: Change, state: ReportState) -> None:
    if change.report_state is not state or change.month is None:
        return
    if _state(session, change.email, change.month) is state:
        raise LedgerRefused(say("month-is-so-already", month=str(change.month), state=state.value))
    session.merge(ReportRow(email=change.email.lower(), month=str(change.month), state=state.value))
    session.flush()


def _remove(session: Session, entry: Entry) -> None:
    """Remove one entry that says the same; the one that the same proposal wrote, when there are several."""
    equal = session.scalars(
        select(EntryRow)
        .where(
            EntryRow.email == entry.email.lower(),
            EntryRow.day == entry.day,
            EntryRow.percent == entry.percent,
            EntryRow.project == entry.project,
            EntryRow.reason == entry.reason,
        )
        .order_by(EntryRow.id)
    ).all()
    if not equal:
        named = f"{entry.subject} {entry.percent} %"
        raise LedgerRefused(say("entry-gone", entry=named, day=str(entry.day)))
    session.delete(next((row for row in equal if row.proposal_id == entry.proposal_id), equal[0]))
    session.flush()


def _add(session: Session, write: Write) -> None:
    parts: Counter[tuple[object, ...]] = Counter()
    for entry in write.change.added:
        _check_entry(session, write.change, entry)
        of = entry.proposal_id or write.proposal_id
        place = of, entry.day, entry.subject
        parts[place] = max(parts[place], _parts(session, entry) if entry.proposal_id else 0) + 1
        session.add(row_of(replace(entry, proposal_id=of), parts[place]))
    session.flush()


def _parts(session: Session, entry: Entry) -> int:
    """How far the parts of a proposal count, of which an entry is put back."""
    mine = (EntryRow.proposal_id == entry.proposal_id, EntryRow.day == entry.day)
    subject = EntryRow.project == entry.project if entry.project else EntryRow.reason == entry.reason
    return session.scalar(select(func.max(EntryRow.part)).where(*mine, subject)) or 0


def _check_entry(session: Session, change: Change, entry: Entry) -> None:
    check_entry(change, entry)
    if entry.reason is not None:
        check_subject(change, entry, exists=session.get(AbsenceReasonRow, entry.reason) is not None)
        return
    is_assigned = session.get(AssignmentRow, (entry.project, entry.email.lower())) is not None
    check_subject(change, entry, exists=session.get(ProjectRow, entry.project) is not None, is_assigned=is_assigned)


def _check_full_days(session: Session, change: Change) -> None:
    over = (
        select(EntryRow.day, func.sum(EntryRow.percent))
        .where(EntryRow.email == change.email.lower(), EntryRow.day.in_({entry.day for entry in change.added}))
        .group_by(EntryRow.day)
        .having(func.sum(EntryRow.percent) > FULL_DAY)
        .order_by(EntryRow.day)
    )
    for day, percent in session.execute(over):
        check_full_day(day, percent)
