"""The built-in ledger: reports in Tally's own database. It takes any migrated engine and knows nothing of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import islice

from sqlalchemy import Connection, Engine, bindparam, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.domain.ability import EVERY_ABILITY
from bot.domain.proposal import entry_order
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report, ReportState
from bot.errors import LedgerError
from bot.ledgers.masters import KnownMasters, Masters, note_change
from bot.ledgers.sample import Company
from bot.ledgers.tables import (
    AbsenceReasonRow,
    AssignmentRow,
    EmployeeRow,
    EntryRow,
    ProjectRow,
    ReportRow,
    WriteRow,
)
from bot.ledgers.writing import entry_from, write_all
from bot.ports import Standing, Write
from bot.words import say

ROWS_AT_ONCE = 10_000


_ENTRIES = (
    select(EntryRow)
    .where(EntryRow.email == bindparam("email"), EntryRow.day.between(bindparam("first"), bindparam("last")))
    .order_by(EntryRow.id)
)
_STATE = select(ReportRow.state).where(ReportRow.email == bindparam("email"), ReportRow.month == bindparam("month"))
_WRITTEN = select(WriteRow.proposal_id).where(WriteRow.proposal_id == bindparam("id"))
# Made once, since every turn asks them, and asked without a session, which would take longer than the answer.


class LocalLedger:
    """Implements `bot.ports.Ledger`. Safe to use from several threads and processes."""

    name = "local"
    title = "Tally"
    abilities = EVERY_ABILITY

    def __init__(self, engine: Engine, known: KnownMasters | None = None, reads: Engine | None = None) -> None:
        self.engine = engine
        self._reads = reads or engine.execution_options(postgresql_readonly=True)
        self._known = known or KnownMasters()

    def snapshot(self) -> LocalLedger:
        """See `Ledger.snapshot`."""
        return _Snapshot(self.engine, self._known, self._reads)

    def employees(self) -> Sequence[Employee]:
        """See `Ledger.employees`."""
        return self._masters().employees

    def employee(self, email: str) -> Employee | None:
        """See `Ledger.employee`."""
        return self._masters().by_email.get(email.lower())

    def projects(self) -> Sequence[Project]:
        """See `Ledger.projects`."""
        return self._masters().projects

    def absence_reasons(self) -> Sequence[AbsenceReason]:
        """See `Ledger.absence_reasons`."""
        return self._masters().absence_reasons

    def entries(self, email: str, first: date, last: date) -> Sequence[Entry]:
        """See `Ledger.entries`."""
        with self._reading() as connection:
            return _entries(connection, email, first, last)

    def report(self, email: str, month: Month) -> Report:
        """See `Ledger.report`."""
        with self._reading() as connection:
            found = connection.scalar(_STATE, {"email": email.lower(), "month": str(month)})
            state = ReportState(found) if found else ReportState.OPEN
            return Report(email.lower(), month, state, _entries(connection, email, month.first, month.last))

    def standing(self, writes: Sequence[Write]) -> Standing:
        """See `Ledger.standing`. A group is one transaction: nothing of it is ever only begun."""
        with self._reading() as connection:
            written = all(connection.scalar(_WRITTEN, {"id": write.proposal_id}) is not None for write in writes)
        return Standing.WRITTEN if written else Standing.NOTHING

    def apply(self, writes: Sequence[Write]) -> None:
        """See `Ledger.apply`."""
        with self._writing() as session:
            write_all(session, writes)

    def load(self, company: Company) -> None:
        """Add a company's people, projects and reasons; its entries and submitted months only to an empty ledger."""
        with self._writing() as session:
            _load_masters(session, company)
            note_change(session)
            if session.scalar(select(EntryRow.id).limit(1)) is None:
                _load_reports(session, company)

    def _masters(self) -> Masters:
        with self._reading() as connection:
            return self._known.now(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with _translated(), self._reads.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with _translated(), Session(self.engine) as session, session.begin():
            yield session


class _Snapshot(LocalLedger):
    """The ledger during one event: people and projects are looked at once."""

    _seen: Masters | None = None

    def apply(self, writes: Sequence[Write]) -> None:
        """See `Ledger.apply`."""
        self._seen = None
        super().apply(writes)

    def _masters(self) -> Masters:
        if self._seen is None:
            self._seen = super()._masters()
        return self._seen


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerError(say("built-in-ledger-away", cause=type(error).__name__)) from error


def _entries(connection: Connection, email: str, first: date, last: date) -> tuple[Entry, ...]:
    which = {"email": email.lower(), "first": first, "last": last}
    return tuple(sorted(map(entry_from, connection.execute(_ENTRIES, which)), key=entry_order))


def _load_masters(session: Session, company: Company) -> None:
    for person in company.employees:
        session.merge(
            EmployeeRow(
                email=person.email.lower(),
                name=person.name,
                lastname=person.lastname,
                role=person.role.value,
                country=person.country,
            )
        )
    for project in company.projects:
        session.merge(ProjectRow(code=project.code, name=project.name, client=project.client))
    for position, reason in enumerate(company.absence_reasons):
        session.merge(AbsenceReasonRow(code=reason.code, label=reason.label, position=position))
    session.flush()
    for project in company.projects:
        for email in project.employees:
            session.merge(AssignmentRow(project=project.code, email=email.lower()))


def _load_reports(session: Session, company: Company) -> None:
    """A thousand people with years of entries are a million rows: they go in as rows, not as objects."""
    session.flush()
    connection = session.connection()
    entries = (
        {
            "email": entry.email.lower(),
            "day": entry.day,
            "percent": entry.percent,
            "project": entry.project,
            "reason": entry.reason,
            "proposal_id": entry.proposal_id,
            "part": 1,
        }
        for entry in company.entries
    )
    while rows := list(islice(entries, ROWS_AT_ONCE)):
        connection.execute(insert(EntryRow), rows)
    known = {(row.email, row.month) for row in connection.execute(select(ReportRow.email, ReportRow.month))}
    submitted = {(email.lower(), str(month)) for email, month in company.submitted}
    for email, month in submitted & known:
        session.merge(ReportRow(email=email, month=month, state=ReportState.SUBMITTED.value))
    new = [{"email": e, "month": m, "state": ReportState.SUBMITTED.value} for e, m in sorted(submitted - known)]
    if new:
        connection.execute(insert(ReportRow), new)
