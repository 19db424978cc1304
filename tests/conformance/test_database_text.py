"""What every database does alike: one program at a time, no words of people in its errors, any legible text."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, insert, update

from bot.domain.legible import legible
from bot.errors import StoreError, TallyError
from bot.ports import InboxEvent
from bot.store.database import open_engine, writing
from bot.store.lock import hold_alone
from bot.store.store import SqlStore
from bot.store.tables import InboxRow

SECRET = "I was at the hospital"


def event(id_: str, text: str) -> InboxEvent:
    """A message with these words."""
    return InboxEvent(id_, "fake", "message", "D1", "U1", {"text": text}, datetime(2026, 11, 18, tzinfo=UTC))


def test_a_database_is_held_by_one_program_at_a_time(engine: Engine, database_url: str) -> None:
    """The second one reads whom it disturbs; when the first lets go, it may."""
    other = open_engine(database_url)
    let_go = hold_alone(engine)
    with pytest.raises(TallyError, match="Another Tally works on"):
        hold_alone(other)
    let_go()
    hold_alone(other)()
    other.dispose()


def test_a_held_database_can_be_used(engine: Engine, store: SqlStore) -> None:
    """The lock is about programs, not about rows."""
    let_go = hold_alone(engine)
    assert store.receive(event("E1", "hello"))
    let_go()


@pytest.mark.parametrize("rule", ["unique", "check"])
def test_a_broken_rule_is_named_without_anybodys_words(engine: Engine, rule: str) -> None:
    """The whole traceback, as the log would print it. PostgreSQL's own message quotes the row."""
    row = {
        "id": SECRET,
        "platform": "fake",
        "kind": "message",
        "lane": "D1",
        "person_id": "U1",
        "payload": {"t": SECRET},
    }
    row |= {"received_at": datetime(2026, 11, 18, tzinfo=UTC), "attempts": 0, "state": "waiting", "place": 1}
    with writing(engine) as session:
        session.execute(insert(InboxRow).values(**row))
    broken = insert(InboxRow).values(**row) if rule == "unique" else update(InboxRow).values(state=SECRET[:10])
    with pytest.raises(TallyError) as raised, writing(engine) as session:
        session.execute(broken)
    told = "".join(traceback.format_exception(raised.value))
    assert "hospital" not in told
    assert SECRET[:10] not in told
    assert "inbox" in told
    assert not isinstance(raised.value, StoreError), "it would fail again, so nobody should wait"


@pytest.mark.parametrize("text", ["\x00", "a\ud800b", "\ufdd0", "𓂀\u0301", "\u202e", "👩‍👩‍👧"])
def test_whatever_is_legible_can_be_kept(store: SqlStore, text: str) -> None:
    """PostgreSQL takes no NUL, none takes half of a pair: after `legible` there is neither."""
    assert store.receive(event("E1", legible(text)))
    claimed = store.claim()
    assert claimed is not None
    assert claimed.payload["text"] == legible(text)
