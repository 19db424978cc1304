"""A disk without room: SQLite may not add a page to the file, as when its disk is full. No root and no big file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Engine, ExceptionContext, event

NO_ROOM, ALL_ROOM = 1, 4_294_967_294  # pages; below the present size means: not one more
LONG = "what I did, at length: " + "à côté, " * 450  # words that do not fit into the pages that are there


class Disk:
    """The disk of an engine's file. `is_full` counts from the next time that the database is asked something;
    `refused` is set once something did not fit.
    """

    def __init__(self) -> None:
        self.is_full = False
        self.refused = threading.Event()

    def limit(self, connection: Any, record: object, proxy: object) -> None:
        """Told of every connection that is about to be used."""
        connection.execute(f"PRAGMA max_page_count = {NO_ROOM if self.is_full else ALL_ROOM}").close()

    def note(self, context: ExceptionContext) -> None:
        """Told of every error."""
        self.refused.set()


@contextmanager
def disk_of(engine: Engine) -> Iterator[Disk]:
    """Takes part in every use of the engine until the block ends."""
    _pack(engine)
    disk = Disk()
    event.listen(engine, "checkout", disk.limit)
    event.listen(engine, "handle_error", disk.note)
    try:
        yield disk
    finally:
        event.remove(engine, "checkout", disk.limit)
        event.remove(engine, "handle_error", disk.note)


def _pack(engine: Engine) -> None:
    """Leave no page free in the file, such as a migration leaves that made a table anew: it would be used first."""
    with closing(sqlite3.connect(str(engine.url.database), isolation_level=None)) as connection:
        connection.execute("VACUUM")
