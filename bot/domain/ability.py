"""What a ledger may be able to do, besides showing reports and adding entries to them, and what a change asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.domain.proposal import Change
from bot.domain.timesheet import ReportState
from bot.words import say


class Ability(StrEnum):
    """One thing that some ledgers do and others do not. A tool names the one that it needs."""

    REMOVE = "remove"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    ASSIGN = "assign"
    CREATE_PROJECT = "create_project"
    ADD_EMPLOYEE = "add_employee"


EVERY_ABILITY = frozenset(Ability)


def needed(change: Change) -> frozenset[Ability]:
    """The abilities without which a change cannot be written."""
    asked = {
        Ability.REMOVE: bool(change.removed),
        Ability.SUBMIT: change.report_state is ReportState.SUBMITTED,
        Ability.WITHDRAW: change.report_state is ReportState.OPEN,
        Ability.ASSIGN: change.assigned is not None,
        Ability.CREATE_PROJECT: change.project is not None,
        Ability.ADD_EMPLOYEE: change.employee is not None,
    }
    return frozenset(ability for ability, is_needed in asked.items() if is_needed)


def cannot(ability: Ability, ledger: str) -> str:
    """For the person: that the ledger of this title cannot do it, and where to do it instead."""
    return _CANNOT[ability](ledger)


_CANNOT: Mapping[Ability, Callable[[str], str]] = {
    Ability.REMOVE: lambda ledger: say("cannot-remove", ledger=ledger),
    Ability.SUBMIT: lambda ledger: say("cannot-submit", ledger=ledger),
    Ability.WITHDRAW: lambda ledger: say("cannot-withdraw", ledger=ledger),
    Ability.ASSIGN: lambda ledger: say("cannot-assign", ledger=ledger),
    Ability.CREATE_PROJECT: lambda ledger: say("cannot-create-project", ledger=ledger),
    Ability.ADD_EMPLOYEE: lambda ledger: say("cannot-add-employee", ledger=ledger),
}
