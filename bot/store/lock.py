"""One program for each database: a second one would take up what the first has in work, and answer it twice.

The lock belongs to the process and goes with it, however it ends (kill -9 too): on SQLite it is SQLite's own lock on a
small file beside the database, on PostgreSQL an advisory lock of one connection.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import TallyError
from bot.store.faults import cannot_be_opened
from bot.words import say

ADVISORY_KEY = 1_413_566_553  # "TALY" in ASCII; PostgreSQL keeps advisory locks for each database
TAKE, GIVE_BACK = (text(f"SELECT {what}(:key)") for what in ("pg_try_advisory_lock", "pg_advisory_unlock"))


def hold_alone(engine: Engine) -> Callable[[], None]:
    """Take the lock of a database; returns what gives it back. Raises TallyError while another program holds it."""
    return _hold_sqlite(engine) if engine.dialect.name == "sqlite" else _hold_postgresql(engine)


def _hold_sqlite(engine: Engine) -> Callable[[], None]:
    try:
        holder = sqlite3.connect(
            f"{engine.url.database}.lock", timeout=0, isolation_level=None, check_same_thread=False
        )
    except sqlite3.OperationalError as error:
        raise cannot_be_opened(engine.url, error) from error
    try:
        holder.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        holder.close()
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise _taken(engine) from error
        raise cannot_be_opened(engine.url, error) from error
    return holder.close


def _hold_postgresql(engine: Engine) -> Callable[[], None]:
    try:
        holder = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        taken = holder.scalar(TAKE, {"key": ADVISORY_KEY})
    except SQLAlchemyError as error:
        raise cannot_be_opened(engine.url, error) from error
    if not taken:
        holder.close()
        raise _taken(engine)

    def give_back() -> None:
        with suppress(SQLAlchemyError):  # a server that is gone has given it back by itself
            holder.execute(GIVE_BACK, {"key": ADVISORY_KEY})
        with suppress(SQLAlchemyError):
            holder.close()

    return give_back


def _taken(engine: Engine) -> TallyError:
    return TallyError(say("database-in-use", url=repr(engine.url)))
