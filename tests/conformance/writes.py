"""Ben's writes, and what became of them: what the suites of the ledgers share."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.ability import cannot, needed
from bot.domain.proposal import Change
from bot.domain.timesheet import Entry, Month, ReportState
from bot.errors import LedgerRefused
from bot.ports import Ledger, Standing, Write

ANA, BEN = "ana@tally.example", "ben@tally.example"
OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
MON, TUE, WED, THU, FRI = (date(2026, 11, day) for day in (2, 3, 4, 5, 6))
DECEMBER_1 = date(2026, 12, 1)
SICK_MON = Entry(BEN, MON, 100, reason="sick")
ZEP_TUE = Entry(BEN, TUE, 50, project="ZEP")


def apollo(day: date, percent: int = 100) -> Entry:
    """Ben on Apollo."""
    return Entry(BEN, day, percent, project="APO")


def write(
    proposal_id: str, *added: Entry, removed: tuple[Entry, ...] = (), before: tuple[Entry, ...] | None = None
) -> Write:
    """An approved proposal of Ben's; `before` is what its card showed."""
    return Write(proposal_id, Change(BEN, removed, added), before)


def state(proposal_id: str, month: Month, state: ReportState) -> Write:
    """An approved submission or withdrawal of Ben's."""
    return Write(proposal_id, Change(BEN, month=month, report_state=state))


def november(ledger: Ledger) -> tuple[Entry, ...]:
    """Ben's November."""
    return ledger.report(BEN, NOVEMBER).entries


def on(ledger: Ledger, day: date) -> list[tuple[str, int]]:
    """What stands on one of Ben's days."""
    return [(entry.subject, entry.percent) for entry in ledger.entries(BEN, day, day)]


def stands(ledger: Ledger, write: Write) -> bool:
    """True when the ledger says that the write is written, False when it says that nothing of it was begun."""
    standing = ledger.standing((write,))
    assert standing is not Standing.BEGUN
    return standing is Standing.WRITTEN


def can(ledger: Ledger, *writes: Write) -> bool:
    """True where the ledger has what the writes need. Otherwise it says so in a sentence, and nothing comes of them."""
    missing = {ability for write in writes for ability in needed(write.change)} - ledger.abilities
    if not missing:
        return True
    before = november(ledger)
    with pytest.raises(LedgerRefused) as refusal:
        ledger.apply(writes)
    assert str(refusal.value) in {cannot(ability, ledger.title) for ability in missing}
    assert november(ledger) == before
    assert ledger.standing(writes) is Standing.NOTHING
    return False
