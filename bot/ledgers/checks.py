"""What every ledger checks itself before it writes, on plain values: the picture that the card showed, and the rules.

The sentences are shown on the card as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from bot.domain.proposal import Change, entry_order, same_entries
from bot.domain.timesheet import FULL_DAY, STEP, Entry
from bot.errors import LedgerChanged, LedgerRefused
from bot.words import say


def check_unchanged(shown: Iterable[Entry], standing: Sequence[Entry]) -> None:
    """Raise LedgerChanged, naming the first day that differs, unless what the card showed still stands."""
    expected = [replace(entry, email=entry.email.lower()) for entry in shown]
    for day in sorted({entry.day for entry in (*standing, *expected)}):
        was, now = _on(day, expected), _on(day, standing)
        if not same_entries(was, now):
            raise LedgerChanged(say("day-changed", day=str(day), shown=_listed(was), found=_listed(now)))


def check_entry(change: Change, entry: Entry) -> None:
    """Raise LedgerRefused for an entry that no ledger could take."""
    if entry.email.lower() != change.email.lower():
        raise LedgerRefused(say("entry-of-others", email=change.email, other=entry.email))
    if entry.percent not in range(STEP, FULL_DAY + 1, STEP):
        raise LedgerRefused(say("entry-percent", percent=entry.percent, day=str(entry.day)))
    if (entry.project is None) == (entry.reason is None):
        raise LedgerRefused(say("entry-subject", day=str(entry.day)))


def check_subject(change: Change, entry: Entry, *, exists: bool, is_assigned: bool = True) -> None:
    """Raise LedgerRefused for a project or a reason that is not there, or a project of other people."""
    if not exists:
        missing = say("no-such-reason", code=entry.reason) if entry.reason else ""
        raise LedgerRefused(missing or say("no-such-project", code=entry.project or ""))
    if not is_assigned:
        raise LedgerRefused(say("employee-not-assigned", email=change.email, project=entry.project or ""))


def check_known(email: str, is_known: bool) -> None:
    """Raise LedgerRefused for a write of somebody whom the ledger does not have."""
    if not is_known:
        raise LedgerRefused(say("employee-not-there", email=email))


def check_administrator(is_admin: bool) -> None:
    """Raise LedgerRefused when somebody else changes projects and people."""
    if not is_admin:
        raise LedgerRefused(say("admins-only-write"))


def check_new(key: str, is_there: bool) -> None:
    """Raise LedgerRefused for a project or somebody that the ledger has already."""
    if is_there:
        raise LedgerRefused(say("there-already", key=key))


def check_assignable(project: str, email: str, *, known: bool, is_assigned: bool) -> None:
    """Raise LedgerRefused where one of the two is not there, or they belong together already."""
    if not known:
        raise LedgerRefused(say("not-there-any-more", project=project, email=email))
    if is_assigned:
        raise LedgerRefused(say("employee-assigned-already", email=email, project=project))


def check_full_day(day: date, percent: int) -> None:
    """Raise LedgerRefused for a day that would hold more than it takes."""
    if percent > FULL_DAY:
        raise LedgerRefused(say("day-over-full", day=str(day), percent=percent, most=FULL_DAY))


def _on(day: date, entries: Iterable[Entry]) -> list[Entry]:
    return sorted((entry for entry in entries if entry.day == day), key=entry_order)


def _listed(entries: Sequence[Entry]) -> str:
    named = [f"{entry.subject} {entry.percent} %" for entry in entries]
    return reduce(lambda one, other: say("entry-and-entry", one=one, other=other), named or [say("no-entries")])
