"""The built-in ledger: reports in Tally's own database. It takes any migrated engine and knows nothing of the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.domain.proposal import entry_order
from bot.domain.timesheet import AbsenceReason, Employee, Entry, Month, Project, Report, ReportState, Role
from bot.errors import LedgerError
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
from bot.ports import Write


class LocalLedger:
    """Implements `bot.ports.Ledger`. Safe to use from several threads and processes."""

    name = "local"

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def employees(self) -> Sequence[Employee]:
        """See `Ledger.employees`."""
        everybody = select(EmployeeRow).order_by(EmployeeRow.lastname, EmployeeRow.name, EmployeeRow.email)
        with self._reading() as session:
            return tuple(_employee(row) for row in session.scalars(everybody))

    def employee(self, email: str) -> Employee | None:
        """See `Ledger.employee`."""
        with self._reading() as session:
            row = session.get(EmployeeRow, email.lower())
            return _employee(row) if row else None

    def projects(self) -> Sequence[Project]:
        """See `Ledger.projects`."""
        assigned: dict[str, set[str]] = {}
        with self._reading() as session:
            for assignment in session.scalars(select(AssignmentRow)):
                assigned.setdefault(assignment.project, set()).add(assignment.email)
            return tuple(
                Project(row.code, row.name, row.client, frozenset(assigned.get(row.code, ())))
                for row in session.scalars(select(ProjectRow).order_by(ProjectRow.name, ProjectRow.code))
            )

    def absence_reasons(self) -> Sequence[AbsenceReason]:
        """See `Ledger.absence_reasons`."""
        with self._reading() as session:
            rows = session.scalars(select(AbsenceReasonRow).order_by(AbsenceReasonRow.position))
            return tuple(AbsenceReason(row.code, row.label) for row in rows)

    def entries(self, email: str, first: date, last: date) -> Sequence[Entry]:
        """See `Ledger.entries`."""
        with self._reading() as session:
            return _entries(session, email, first, last)

    def report(self, email: str, month: Month) -> Report:
        """See `Ledger.report`."""
        with self._reading() as session:
            row = session.get(ReportRow, (email.lower(), str(month)))
            state = ReportState(row.state) if row else ReportState.OPEN
            return Report(email.lower(), month, state, _entries(session, email, month.first, month.last))

    def standing(self, proposal_id: str) -> bool:
        """See `Ledger.standing`."""
        with self._reading() as session:
            return session.get(WriteRow, proposal_id) is not None

    def apply(self, writes: Sequence[Write]) -> None:
        """See `Ledger.apply`."""
        with self._writing() as session:
            write_all(session, writes)

    def load(self, company: Company) -> None:
        """Add a company's people, projects and reasons; its entries and submitted months only to an empty ledger."""
        with self._writing() as session:
            _load_masters(session, company)
            if session.scalar(select(EntryRow.id).limit(1)) is None:
                _load_reports(session, company)

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with _translated(), Session(self.engine.execution_options(postgresql_readonly=True)) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with _translated(), Session(self.engine) as session, session.begin():
            yield session


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise LedgerError(f"The built-in ledger's database could not be used ({type(error).__name__}).") from error


def _employee(row: EmployeeRow) -> Employee:
    return Employee(row.email, row.name, row.lastname, Role(row.role), row.country)


def _entries(session: Session, email: str, first: date, last: date) -> tuple[Entry, ...]:
    wanted = select(EntryRow).where(EntryRow.email == email.lower(), EntryRow.day.between(first, last))
    found = session.scalars(wanted.order_by(EntryRow.id))
    return tuple(sorted(map(entry_from, found), key=entry_order))


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
    for entry in company.entries:
        session.add(
            EntryRow(
                email=entry.email.lower(),
                day=entry.day,
                percent=entry.percent,
                project=entry.project,
                reason=entry.reason,
                proposal_id=entry.proposal_id,
            )
        )
    for email, month in company.submitted:
        session.merge(ReportRow(email=email.lower(), month=str(month), state=ReportState.SUBMITTED.value))
