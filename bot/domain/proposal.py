"""A proposal: a resolved, validated write that waits for its owner. It is a database row; a card is only a view of it.

pending ─→ approved ─→ applied
   │           └─────→ failed      (the ledger refused)
   ├─→ declined
   ├─→ superseded                  (a correction or an edit took its place)
   └─→ expired
approved ─→ pending                (the days changed meanwhile: issued anew under the next revision)
applied ─→ undoing ─→ undone       (taken back: the days are as they were before it)
undoing ─→ applied                 (something else changed the days, or the ledger refused: it stands, next revision)
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.timesheet import Employee, Entry, Month, Project, ReportState

EXPIRES_AFTER = timedelta(days=7)


class ProposalState(StrEnum):
    """Where a proposal stands; see the drawing above."""

    PENDING = "pending"
    APPROVED = "approved"
    APPLIED = "applied"
    FAILED = "failed"
    DECLINED = "declined"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    UNDOING = "undoing"
    UNDONE = "undone"

    @property
    def is_open(self) -> bool:
        """True while the outcome is not known."""
        return self in (ProposalState.PENDING, ProposalState.APPROVED, ProposalState.UNDOING)


@dataclass(frozen=True)
class Change:
    """What a proposal does to the ledger: entries, the state of one month's report, or (by an administrator) a new
    project, a new employee, or an assignment `(project code, e-mail)`. `email` is whose proposal it is.
    """

    email: str
    removed: tuple[Entry, ...] = ()
    added: tuple[Entry, ...] = ()
    month: Month | None = None
    report_state: ReportState | None = None
    project: Project | None = None
    employee: Employee | None = None
    assigned: tuple[str, str] | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days whose entries change, in order."""
        return tuple(sorted({entry.day for entry in (*self.removed, *self.added)}))

    @property
    def watched(self) -> tuple[date, ...]:
        """The days that must still look as the card shows them: those that change, and the whole of a month that is
        handed in or taken back."""
        if self.report_state is not None and self.month is not None:
            return self.month.days
        return self.days

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that must be open for the change to be made, in order."""
        touched = {Month.of(day) for day in self.days}
        return tuple(sorted(touched | ({self.month} if self.month else set())))

    def on(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The entries as they are after the change."""
        left = list(entries)
        for gone in self.removed:
            match = next((entry for entry in left if entry.key == gone.key), None)
            if match is not None:
                left.remove(match)
        return tuple(sorted((*left, *self.added), key=entry_order))

    def taken_back(self, proposal_id: str) -> Change:
        """What undoes the change that stands under this id: its own entries off, those that it took off back on, the
        report into its other state."""
        other = {ReportState.SUBMITTED: ReportState.OPEN, ReportState.OPEN: ReportState.SUBMITTED}
        return Change(
            self.email,
            removed=tuple(replace(entry, proposal_id=proposal_id) for entry in self.added),
            added=self.removed,
            month=self.month,
            report_state=other[self.report_state] if self.report_state else None,
        )


def entry_order(entry: Entry) -> tuple[Any, ...]:
    """By day, projects before absences, then by name: the order of every report and card."""
    return (entry.email, entry.day, entry.project is None, entry.subject, entry.percent)


def same_entries(one: Iterable[Entry], other: Iterable[Entry]) -> bool:
    """True when both say the same, whoever wrote the entries."""
    return sorted((e.key for e in one), key=repr) == sorted((e.key for e in other), key=repr)


@dataclass(frozen=True)
class Proposal:
    """One writing tool call, resolved.

    `arguments` are the resolved ones (ISO days, codes, percent), `phrases` what the model copied. `before` holds the
    entries of the touched days as the card shows them. `line` is its number on the card, running through the
    conversation. `title` and `amount` are how the card names it (`Apollo (APO)`, `50 %`). Proposals with the same
    `bundle` are valid only together and share one Approve.
    """

    id: str
    conversation_id: str
    card_id: str
    line: int
    owner: str
    tool: str
    arguments: Mapping[str, Any]
    phrases: Mapping[str, str]
    change: Change
    before: tuple[Entry, ...]
    created_at: datetime
    expires_at: datetime
    state: ProposalState = ProposalState.PENDING
    revision: int = 1
    title: str = ""
    amount: str = ""
    bundle: str | None = None
    words: str = ""
    warnings: tuple[str, ...] = ()
    problem: str | None = None
    notice: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    reason: str | None = None
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def undo_id(self) -> str:
        """What its undo is written under, so that the ledger can be asked whether it stands."""
        return f"{self.id}/undo"

    @property
    def content_hash(self) -> str:
        """Identifies what the card shows and what is therefore written: tool, arguments, change and before-picture."""
        shown: list[Any] = [self.tool, dict(self.arguments), _keys(self.change.removed), _keys(self.change.added)]
        shown += [str(self.change.month), str(self.change.report_state), _keys(self.before)]
        shown += [repr(self.change.project), repr(self.change.employee), self.change.assigned]
        return hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()

    def rebased(self, applied: Change) -> Proposal:
        """The same proposal after another one of the same card was written: its before-picture moves along."""
        mine = set(self.change.watched)
        theirs = replace(
            applied,
            removed=tuple(e for e in applied.removed if e.day in mine),
            added=tuple(e for e in applied.added if e.day in mine),
        )
        return replace(self, before=theirs.on(self.before))


def _keys(entries: Iterable[Entry]) -> list[list[str]]:
    return sorted([str(part) for part in entry.key] for entry in entries)


@dataclass(frozen=True)
class Decision:
    """What an owner decided about one proposal, as a button or a form says it."""

    proposal_id: str
    revision: int
    verb: str
    person: str
    reason: str | None = None
    form: Mapping[str, Any] = field(default_factory=dict)
