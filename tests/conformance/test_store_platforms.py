"""A store of a process that talks to one platform, on a database that others share."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine

from bot.domain.conversation import Outgoing, Person, Said
from bot.ports import Effects, InboxEvent
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def event(id_: str, platform: str, lane: str = "ana") -> InboxEvent:
    return InboxEvent(id_, platform, "message", lane, "U1", {"text": "hello", "address": {}}, NOW)


def say(store: SqlStore, id_: str, platform: str, lane: str = "ana") -> None:
    conversation = store.conversation(platform, lane, Person("U1", "ana@tally.example"), {})
    store.commit(Effects(outgoing=(Outgoing(id_, conversation.id, Said.TEXT, {"text": "Hi"}),)))


def test_what_belongs_to_another_platform_is_left_for_whoever_talks_to_it(engine: Engine) -> None:
    """`tally chat` must not answer what waits for Slack, nor send what is to go there."""
    everything, console = SqlStore(engine), SqlStore(engine, ("console",))
    for n, platform in enumerate(("slack", "console")):
        everything.receive(event(f"e{n}", platform))
        say(everything, f"m{n}", platform)
    claimed = console.claim()
    assert claimed is not None
    assert claimed.platform == "console"
    assert console.claim() is None
    assert [outgoing.id for outgoing in console.unsent()] == ["m1"]
    assert {outgoing.id for outgoing in everything.unsent()} == {"m0", "m1"}


def test_a_conversation_is_quiet_once_all_is_handled_and_sent(engine: Engine) -> None:
    """Received, in work, handled but not sent, sent; other conversations do not count."""
    store = SqlStore(engine)
    assert store.is_quiet("console", "ana")
    store.receive(event("e1", "console"))
    store.receive(event("e2", "console", "ben"))
    assert not store.is_quiet("console", "ana")
    claimed = store.claim()
    assert claimed is not None
    assert not store.is_quiet("console", "ana")
    say(store, "m1", "console")
    store.commit(Effects(), completes=claimed.id)
    assert not store.is_quiet("console", "ana")
    store.sent("m1", 1, "ref")
    assert store.is_quiet("console", "ana")
    assert not store.is_quiet("console", "ben")
    assert store.is_quiet("slack", "ben")
