"""The ledgers' tables as typed models. Alembic makes them (see migrations/), in the store's database.

All are the built-in ledger's but `ledger_attempts`.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, Float, ForeignKey, Index, MetaData, String, Text, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}


class Base(DeclarativeBase):
    """The built-in ledger's models."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {str: Text, date: Date}  # noqa: RUF012  SQLAlchemy reads it from the class


class EmployeeRow(Base):
    """Who reports; the e-mail is stored in lower case."""

    __tablename__ = "employees"
    __table_args__ = (
        CheckConstraint("role IN ('user', 'admin')", name="role"),
        CheckConstraint("email = lower(email)", name="email"),
    )

    email: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    lastname: Mapped[str]
    role: Mapped[str] = mapped_column(String(10))
    country: Mapped[str] = mapped_column(String(2))


class ProjectRow(Base):
    """What people report on."""

    __tablename__ = "projects"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    client: Mapped[str]


class AssignmentRow(Base):
    """An employee may report on a project."""

    __tablename__ = "assignments"

    project: Mapped[str] = mapped_column(ForeignKey("projects.code"), primary_key=True)
    email: Mapped[str] = mapped_column(ForeignKey("employees.email"), primary_key=True)


class AbsenceReasonRow(Base):
    """Why somebody is away; `position` is the order in which reasons are offered."""

    __tablename__ = "absence_reasons"

    code: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    position: Mapped[int]


class MastersRow(Base):
    """The only row counts the changes of employees, projects, assignments and absence reasons."""

    __tablename__ = "masters"

    id: Mapped[int] = mapped_column(primary_key=True)
    changes: Mapped[int]


class EntryRow(Base):
    """One day of one employee. `part` tells apart equal subjects that one proposal puts on one day (a copied pair)."""

    __tablename__ = "entries"
    __table_args__ = (
        CheckConstraint("percent IN (25, 50, 75, 100)", name="percent"),
        CheckConstraint("(project IS NULL) <> (reason IS NULL)", name="project_or_reason"),
        # A NULL equals nothing: a project's entry is held by the first, an absence by the second.
        UniqueConstraint("proposal_id", "day", "project", "part"),
        UniqueConstraint("proposal_id", "day", "reason", "part"),
        Index(None, "email", "day"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    email: Mapped[str] = mapped_column(ForeignKey("employees.email"))
    day: Mapped[date]
    percent: Mapped[int]
    project: Mapped[str | None] = mapped_column(ForeignKey("projects.code"))
    reason: Mapped[str | None] = mapped_column(ForeignKey("absence_reasons.code"))
    proposal_id: Mapped[str | None]
    part: Mapped[int] = mapped_column(default=1)


class ReportRow(Base):
    """The state of one employee's month; no row means open."""

    __tablename__ = "reports"
    __table_args__ = (CheckConstraint("state IN ('open', 'submitted')", name="state"),)

    email: Mapped[str] = mapped_column(ForeignKey("employees.email"), primary_key=True)
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    state: Mapped[str] = mapped_column(String(10))


class WriteRow(Base):
    """A proposal that stands in the ledger, also one that only removed entries or changed a month's state."""

    __tablename__ = "ledger_writes"

    proposal_id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(ForeignKey("employees.email"))


class AttemptRow(Base):
    """A request to a ledger elsewhere that gives nothing an id: noted before it is sent (see `bot/ledgers/v2`)."""

    __tablename__ = "ledger_attempts"
    __table_args__ = (
        CheckConstraint("state IN ('tried', 'written', 'unclear')", name="state"),
        # One attempt whose outcome is open in each place, also when two programs try at the same moment.
        Index(
            "uq_ledger_attempts_place_tried",
            "place",
            unique=True,
            sqlite_where=text("state = 'tried'"),
            postgresql_where=text("state = 'tried'"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    tried_at: Mapped[float] = mapped_column(Float)
    state: Mapped[str] = mapped_column(String(10), default="tried")
