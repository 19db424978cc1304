"""How fast events are stored: what a listener does before Slack gets its acknowledgement."""

from __future__ import annotations

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlalchemy import Engine, insert

from benchmarks.figures import Figure, Size
from benchmarks.office import NOW
from bot.ports import InboxEvent
from bot.store import codec
from bot.store.database import open_engine, upgrade
from bot.store.store import SqlStore
from bot.store.tables import EventState, InboxRow

THREADS = 8


def events_stored(size: Size) -> tuple[Figure, ...]:
    """Events stored for each second by 8 threads, each event in a durable commit of its own.

    `Store.receive` on SQLite in a file, with the shipped pragmas (every commit is synced to the disk), into an inbox
    that holds 100,000 handled events. The threads share 100 conversations.
    """
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'tally.db'}")
        upgrade(engine)
        _fill(engine, size.stored_before)
        store = SqlStore(engine)
        began = time.perf_counter()
        with ThreadPoolExecutor(THREADS) as threads:
            assert all(threads.map(lambda number: store.receive(_event(number)), range(size.stored)))
        seconds = time.perf_counter() - began
        engine.dispose()
    return (Figure("events stored, 8 threads", size.stored / seconds, "per second"),)


def _event(number: int) -> InboxEvent:
    payload = {"text": "apollo on monday", "address": {"channel": f"D{number % 100}", "message_ts": "1.000"}}
    return InboxEvent(f"Ev{number:08d}", "slack", "message", f"D{number % 100}", f"U{number % 100}", payload, NOW)


def _fill(engine: Engine, count: int) -> None:
    with engine.begin() as connection:
        for number in range(0, count, 1_000):
            events = (codec.event_columns(_event(-1 - n)) for n in range(number, min(number + 1_000, count)))
            rows = [{**event, "state": EventState.DONE, "place": n} for n, event in enumerate(events, start=number)]
            connection.execute(insert(InboxRow), rows)
