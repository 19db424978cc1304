"""What the database's errors mean: which pass by themselves, which a person has to mend, and nothing of what people
wrote in any of them.

The name of an error is SQLite's own (`SQLITE_FULL`) or PostgreSQL's class and state (`DiskFull 53100`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from bot.errors import StoreError, TallyError
from bot.words import say

PASSING = (OperationalError, InterfaceError, NoConnectionLeft)
FULL = ("SQLITE_FULL", "DiskFull 53100")
OUR_FAULT = "SQLITE_ERROR"  # no such table or column: waiting will not help


def translated(error: SQLAlchemyError) -> TallyError:
    """A StoreError for what passes by itself or once somebody makes room; a TallyError for what would fail again."""
    cause = cause_of(error)
    if full := next((each for each in map(cause_of, _chain(error)) if each in FULL), ""):
        return StoreError(say("database-full", cause=full))
    if isinstance(error, PASSING) and cause != OUR_FAULT:
        return StoreError(say("database-away", cause=cause))
    return TallyError(say("database-refused", cause=cause))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what was being handled when it was raised: SQLite undoes the whole transaction when the disk is
    full, and only says afterwards that it knows no savepoint to go back to."""
    while error is not None:
        yield error
        error = error.__context__


def cannot_be_opened(url: URL, error: Exception) -> TallyError:
    """Why a database cannot be used at all, with what to do."""
    cause, where = cause_of(error), repr(url)
    if cause.startswith("SQLITE_NOTADB"):
        return TallyError(say("database-not-one", url=where))
    if cause.startswith("SQLITE_BUSY"):
        return TallyError(say("database-busy", url=where))
    if url.get_backend_name() == "sqlite":
        return TallyError(say("database-file-unusable", url=where, cause=cause))
    return TallyError(say("database-unreachable", url=where, cause=cause))


def cause_of(error: BaseException) -> str:
    """The driver's own short name for what is wrong."""
    found = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(found, sqlite3.Error):
        return str(getattr(found, "sqlite_errorname", type(found).__name__))
    state = getattr(found, "sqlstate", None)
    return f"{type(found).__name__} {state}" if state else type(found).__name__


def without_row_values(original: BaseException, wrapped: SQLAlchemyError | None) -> None:
    """Take the words of people out of an error, before anybody can log it.

    PostgreSQL quotes the row in its message ("Failing row contains (…)", "Key (id)=(…) already exists"); what is left
    names the rule that was broken. SQLite names tables and columns only.
    """
    if isinstance(original, sqlite3.Error):
        return
    diagnosis = getattr(original, "diag", None)
    broken = getattr(diagnosis, "constraint_name", None) or getattr(diagnosis, "column_name", None)
    told = f"{cause_of(original)}: {broken}" if broken else cause_of(original)
    original.args = (told,)
    if wrapped is not None:
        wrapped.args = (told,)
