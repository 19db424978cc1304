"""kill -9 at any statement while an undo is carried out: the next program finishes it, once."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event as engine_event

from bot.domain.proposal import ProposalState
from bot.handlers.applying import recover
from bot.ledgers.local import LocalLedger
from bot.ports import InboxEvent
from bot.store.database import open_engine, upgrade
from tests.conformance.crashing import Crash, DyingEngine, Fuse, Killed
from tests.fakes import LedgerThatGoesAway, calls
from tests.unit.handlers.conftest import Office

STRIDE = 3  # the places are shared among as many tests
BEFORE = [("2026-11-16", "ZEP", 50), ("2026-11-17", "ZEP", 50)]
MONDAY = ("add_activities", {"project": "apollo", "dates": "monday", "percent": "half day"})
PAIR = (
    ("delete_entries", {"dates": "yesterday", "project": "zephyr"}),
    ("add_activities", {"project": "apollo", "dates": "yesterday"}),
)


class Mortal:
    """An office on a database of its own, whose program dies when its fuse blows and begins again."""

    def __init__(self, database: Path) -> None:
        self.database, self.fuse = database, Fuse()
        self.begin()

    def begin(self) -> None:
        """A new program takes up what the last one left."""
        self.engine = DyingEngine(self.database, self.fuse)
        self.office = Office(self.engine.engine, LedgerThatGoesAway(LocalLedger(self.engine.engine)))
        self.office.store.release()
        recover(self.office.desk)
        self.office.work()

    def happens(self, event: InboxEvent, crash: Crash | None) -> None:
        """A click arrives; the program may die of it, and is started again."""
        self.fuse.set(crash)
        try:
            self.office.happen(event)
        except Killed:
            self.engine.close()
            self.fuse.crash = None
            self.begin()
        self.fuse.crash = None


def written(database: Path, words: str, wanted: Sequence[tuple[str, dict[str, str]]]) -> InboxEvent:
    """Ana had Zephyr on two half days, and something of hers was written; the click that takes it back."""
    engine = open_engine(f"sqlite:///{database}")
    upgrade(engine)
    office = Office(engine)
    office.fill("2026-11-16", 50, "ZEP")
    office.fill("2026-11-17", 50, "ZEP")
    office.say(words, calls(*wanted))
    first = office.pending[0]
    office.click("approve", first)
    assert office.entries() != BEFORE
    engine.dispose()
    clicked = {"card_id": first.card_id, "proposal_id": first.id, "revision": first.revision}
    return office.event("decision", "U-ANA", verb="undo", **clicked)


def uninterrupted(click: InboxEvent, folder: Path) -> list[str]:
    """The statements of the same click where nothing goes wrong."""
    shutil.copy(folder / "written.db", folder / "whole.db")
    mortal = Mortal(folder / "whole.db")
    statements: list[str] = []

    @engine_event.listens_for(mortal.engine.engine, "before_cursor_execute")
    def _(connection: object, cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    mortal.happens(click, None)
    mortal.engine.close()
    return statements


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("apollo monday half day", (MONDAY,)), ("change yesterday from zephyr to apollo", PAIR)],
    ids=["one line", "two lines that are valid only together"],
)
@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", range(1, STRIDE + 1))
def test_a_crash_at_any_statement_of_an_undo_is_recovered_once(
    first: int, tmp_path: Path, words: str, wanted: tuple[tuple[str, dict[str, str]], ...]
) -> None:
    """Every place in turn: what was stored of the click is carried out by the next program. What was not stored was not
    acknowledged either: the platform delivers it again, as it may deliver any click again.
    """
    click = written(tmp_path / "written.db", words, wanted)
    for place in count(first, STRIDE):
        shutil.copy(tmp_path / "written.db", tmp_path / f"{place}.db")
        mortal = Mortal(tmp_path / f"{place}.db")
        mortal.happens(click, Crash(place, after=False))
        blown = mortal.fuse.blown
        mortal.happens(click, None)
        assert {p.state for p in mortal.office.proposals()} == {ProposalState.UNDONE}
        assert mortal.office.entries() == BEFORE
        assert mortal.office.texts == []
        mortal.engine.close()
        (tmp_path / f"{place}.db").unlink()
        if not blown:
            break
    statements = uninterrupted(click, tmp_path)
    assert place - STRIDE <= len(statements) < place, "the last one that was tried, and none was left out"
    assert any(statement.startswith("DELETE FROM entries") for statement in statements), "the fuse is where the work is"
    assert any(statement.startswith("UPDATE proposals") for statement in statements)
