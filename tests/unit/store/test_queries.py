"""What every event asks of the database goes through an index: it costs the same after years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bot.domain.conversation import Earlier, Person
from bot.ports import Effects, InboxEvent
from bot.store.database import open_engine, upgrade
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
ANA = Person("U1", "ana@acme.example")
BIG = ("inbox", "messages", "proposals", "outbox")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty database on SQLite, which can be asked how it would run a statement."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    yield engine
    engine.dispose()


def test_nothing_that_an_event_asks_looks_at_every_row(engine: Engine) -> None:
    """From storing it to sending what came of it."""
    plans: list[str] = []

    def explain(_: Any, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        if statement.split()[0] in ("SELECT", "INSERT", "UPDATE") and not isinstance(parameters, list):
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(f"{row[3]}   ({statement})" for row in cursor.fetchall())

    event.listen(engine, "before_cursor_execute", explain)
    store = SqlStore(engine)
    store.receive(InboxEvent("e1", "slack", "message", "D1", "U1", {"text": "hello"}, NOW))
    claimed = store.claim()
    assert claimed is not None
    conversation = store.conversation("slack", "D1", ANA, {"channel": "D1"})
    store.history(conversation.id)
    store.proposals(conversation_id=conversation.id)
    store.proposals(ids=["p1", "p2"])
    store.proposals(card_id="c1")
    store.history(conversation.id, after=7)
    store.overdue(NOW, 10)
    store.commit(Effects(earlier=((conversation.id, Earlier(7)),)), completes="e1")
    store.unsent()
    store.sending("m1")
    store.sent("m1", 1, "ref")
    assert plans
    assert [plan for plan in plans if looks_at_every_row(plan)] == []


def looks_at_every_row(plan: str) -> bool:
    """True for a step through a whole table or a whole index. The index of what is unsent holds next to nothing."""
    how, _, _ = plan.partition("   (")
    through = how.startswith(("SCAN", "SEARCH")) and how.split()[1].startswith(BIG)
    return through and "(" not in how and "ix_outbox_unsent" not in how
