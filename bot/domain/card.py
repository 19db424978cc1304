"""The card: a platform-neutral picture of a turn's proposals. Plain values that a platform lays out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.proposal import ProposalState


class Verb(StrEnum):
    """What can be clicked on a card."""

    APPROVE = "approve"
    EDIT = "edit"
    DECLINE = "decline"
    APPROVE_ALL = "approve_all"
    UNDO = "undo"
    SAME = "same"


@dataclass(frozen=True)
class CardLine:
    """One proposal. `days` reads `Mon 16 – Thu 19 Nov`, `amount` `50 %`, `count` `4 days`; `outcome` once decided.

    `verbs` decide a line that waits. What is written may be undone (`undo`), and the same be proposed for the days that
    come next: `same_days`, which are within a week and read `same_for`.
    """

    proposal_id: str
    revision: int
    number: int
    title: str
    amount: str
    days: str
    count: str
    state: ProposalState
    verbs: tuple[Verb, ...]
    warnings: tuple[str, ...] = ()
    problem: str | None = None
    notice: str | None = None
    outcome: str | None = None
    with_lines: tuple[int, ...] = ()
    undo: bool = False
    same_days: tuple[date, ...] = ()
    same_for: str = ""

    @property
    def offers(self) -> tuple[Verb, ...]:
        """What can still be clicked once it is written."""
        return (*((Verb.UNDO,) if self.undo else ()), *((Verb.SAME,) if self.same_days else ()))


@dataclass(frozen=True)
class CardDay:
    """One day that changes: what stands there and what will, as `Apollo 50`; `over` marks more than 100 %.

    `total` is the percent of all that will stand there.
    """

    day: date
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    over: bool = False
    total: int = 0


@dataclass(frozen=True)
class Card:
    """Everything of one turn. `still_open` reads `Mon 16 50 %, Wed 18 50 %`; `approve_all` counts what it takes.

    `total` reads `In all: 3 days added.`, where the lines do not say it themselves.
    """

    id: str
    revision: int
    words: str
    lines: tuple[CardLine, ...]
    days: tuple[CardDay, ...]
    still_open: str = ""
    approve_all: int = 0
    total: str = ""


@dataclass(frozen=True)
class ReportDay:
    """One day: `state` is reported, partly, missing, absent, holiday, weekend or ahead (to come, not full)."""

    day: date
    state: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class ReportPicture:
    """A month as one reads it: days, totals by project or absence in days, and what is missing.

    `missing` names days up to today. `complete` looks at the whole month: no working day of it lacks anything.
    `submittable` is False where the ledger has no way to hand a month in, `withdrawable` where none to take it back.
    """

    email: str
    name: str
    month: str
    title: str
    submitted: bool
    days: tuple[ReportDay, ...]
    totals: tuple[tuple[str, str], ...]
    missing: str
    complete: bool = False
    is_own: bool = True
    pending: int = 0
    submittable: bool = True
    withdrawable: bool = True

    @property
    def can_submit(self) -> bool:
        """True for one's own, open month that is complete to its last day, where the ledger takes it."""
        return self.is_own and self.submittable and not self.submitted and self.complete

    @property
    def can_withdraw(self) -> bool:
        """True for one's own, submitted month, where the ledger gives it back."""
        return self.is_own and self.withdrawable and self.submitted


@dataclass(frozen=True)
class FormField:
    """One field of the Edit form. `kind`: choice, days, text. `value` is what it shows at first.

    For `choice`, `options` are (value, label). For `days`, `options` are the days to choose from, value ISO, and
    `value` is comma-separated ISO days. `prominent` choices are few enough to be shown as buttons.
    """

    name: str
    label: str
    kind: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    prominent: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Form:
    """The Edit form of one proposal at one revision; `notice` shows a phrase's reading before it counts."""

    proposal_id: str
    revision: int
    title: str
    fields: tuple[FormField, ...]
    notice: str = ""
