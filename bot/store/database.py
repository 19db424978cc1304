"""Opens the database and keeps its tables up to date: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import structlog
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from bot.errors import SettingsError, TallyError
from bot.store.faults import cannot_be_opened, cause_of, translated, without_row_values
from bot.words import say

log = structlog.get_logger(__name__)
LOCK_TIMEOUT_S = 30
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
READS = {"postgresql_readonly": True}  # SQLAlchemy's own word; `_begin` reads it on SQLite
SOON = {"tally_synced_soon": True}  # read by `_begin`


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _from_json(text: str) -> Any:
    """Most lists are empty: asking the parser about each of them takes a quarter of reading a conversation."""
    return [] if text == "[]" else json.loads(text)


# Hidden parameters: what people wrote must not get into a traceback, and so into a log.
EVERY_ENGINE: dict[str, Any] = {
    "json_serializer": _json,
    "json_deserializer": _from_json,
    "max_overflow": 20,
    "hide_parameters": True,
}


def open_engine(url: str) -> Engine:
    """The engine of a database URL such as `sqlite:///data/tally.db`. Raises SettingsError when it means nothing."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed)
        engine = create_engine(parsed, **EVERY_ENGINE, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise SettingsError(say("database-url-unreadable")) from error
    except ImportError as error:
        raise SettingsError(say("database-driver-missing", driver=str(error.name))) from error
    event.listen(engine, "handle_error", _hide_row_values)
    return engine


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest revision; on SQLite and PostgreSQL all of it or nothing."""
    before, newest = check_not_newer(engine), _script().get_current_head()
    try:
        with engine.begin() as connection:
            command.upgrade(_alembic(connection), "head")
    except SQLAlchemyError as error:
        raise TallyError(say("database-not-upgraded", cause=cause_of(error))) from error
    if before != newest:
        log.info("the database was upgraded" if before else "the database was made", revision=newest, before=before)


def check_version(engine: Engine) -> None:
    """Raise TallyError, with what to do, unless the tables are exactly those that this program expects."""
    revision = check_not_newer(engine)
    if revision is None:
        raise TallyError(say("database-empty"))
    if revision != (head := _script().get_current_head()):
        raise TallyError(say("database-older", revision=revision, needed=str(head)))


def check_not_newer(engine: Engine) -> str | None:
    """The database's revision, None before the first. Raises TallyError when this program does not know it."""
    try:
        with engine.connect().execution_options(**READS) as connection:
            revision = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as error:
        raise cannot_be_opened(engine.url, error) from error
    if revision is not None and revision not in {script.revision for script in _script().walk_revisions()}:
        raise TallyError(say("database-newer", revision=revision))
    return revision


@dataclass(frozen=True)
class Doors:
    """A database's engine, and its views with other options: making one anew takes longer than most questions."""

    engine: Engine
    reads: Engine
    soon: Engine

    @classmethod
    def to(cls, engine: Engine) -> Doors:
        """The doors of this engine."""
        return cls(engine, engine.execution_options(**READS), engine.execution_options(**SOON))


@contextmanager
def reading(doors: Doors) -> Iterator[Connection]:
    """A connection that sees one consistent state and takes no write lock."""
    with _translated(), doors.reads.connect() as connection:
        yield connection


def writing(doors: Doors) -> AbstractContextManager[Connection]:
    """A connection whose transaction is committed, durably, when the block ends, and undone when it raises."""
    return _writing(doors.engine)


def writing_soon(doors: Doors) -> AbstractContextManager[Connection]:
    """As `writing`, but on SQLite the disk is not waited for: the next durable commit brings this one along.

    For what a power cut may undo because it is found out or done again afterwards; a crash of the program alone
    undoes nothing.
    """
    return _writing(doors.soon)


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    with _translated(), engine.begin() as connection:
        yield connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise translated(error) from error


def _hide_row_values(context: ExceptionContext) -> None:
    without_row_values(context.original_exception, context.sqlalchemy_exception)


def _script() -> ScriptDirectory:
    return ScriptDirectory.from_config(_alembic())


def _alembic(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _sqlite(url: URL) -> Engine:
    if not url.database or ":memory:" in url.database:
        raise SettingsError(say("database-in-memory"))
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_be_opened(url, error) from error
    engine = create_engine(url, **EVERY_ENGINE, connect_args={"timeout": LOCK_TIMEOUT_S})
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)
    return engine


def _connected(connection: Any, record: object) -> None:
    """Durable commits, readers beside one writer; and BEGIN is ours: the driver would only begin before a write."""
    connection.isolation_level = None
    for pragma in (*PRAGMAS, f"busy_timeout={LOCK_TIMEOUT_S * 1000}"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: one that read first and then finds the database changed could only fail."""
    options = connection.get_execution_options()
    if options.get("postgresql_readonly", False):
        # Past SQLAlchemy, whose own way to the driver takes longer than most questions; this one cannot fail.
        connection.connection.cursor().execute("BEGIN").close()
        return
    wanted = "NORMAL" if options.get("tally_synced_soon") else "FULL"
    if connection.info.get("synchronous") != wanted:
        connection.exec_driver_sql(f"PRAGMA synchronous={wanted}")
        connection.info["synchronous"] = wanted
    connection.exec_driver_sql("BEGIN IMMEDIATE")
