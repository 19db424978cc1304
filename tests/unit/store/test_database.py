"""How SQLite is opened: durable, with foreign keys, many readers beside one writer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, MetaData, Table, Text, insert, select, text
from sqlalchemy.exc import IntegrityError

from bot.errors import TallyError
from bot.store.database import Doors, open_engine, reading, writing, writing_soon
from bot.store.tables import UtcDateTime

TABLES = MetaData()
MOMENTS = Table("moments", TABLES, Column("at", UtcDateTime))
WORDS = Table("words", TABLES, Column("said", Text, primary_key=True))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An engine on a file with two small tables."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    TABLES.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 30_000)]
)
def test_every_connection_is_durable_and_strict(engine: Engine, pragma: str, value: object) -> None:
    """A commit that returned survives a power cut; a row cannot point to nothing; a busy database is waited for."""
    with reading(Doors.to(engine)) as one, reading(Doors.to(engine)) as other:
        assert [session.scalar(text(f"PRAGMA {pragma}")) for session in (one, other)] == [value] * 2


def test_only_what_may_be_forgotten_is_written_without_waiting_for_the_disk(engine: Engine) -> None:
    """The setting is the connection's, which is used again: each writing transaction chooses its own anew."""
    normal, full = 1, 2
    found = []
    for session_of in (writing, writing_soon, writing, writing_soon):
        with session_of(Doors.to(engine)) as session:
            found.append(session.scalar(text("PRAGMA synchronous")))
    assert found == [full, normal, full, normal]
    assert engine.pool.checkedin() == 1  # type: ignore[attr-defined]  all of it on one connection


def test_what_is_written_soon_is_seen_by_everybody_and_undone_by_an_error(engine: Engine) -> None:
    """Only the disk is not waited for."""
    with writing_soon(Doors.to(engine)) as session:
        session.execute(insert(WORDS).values(said="apollo"))
    with pytest.raises(TallyError), writing_soon(Doors.to(engine)) as session:
        session.execute(insert(WORDS), [{"said": "zephyr"}, {"said": "zephyr"}])
    with reading(Doors.to(engine)) as session:
        assert session.scalars(select(WORDS.c.said)).all() == ["apollo"]


def test_a_reader_does_not_wait_for_a_writer(engine: Engine) -> None:
    """While one transaction has written and not committed, another reads what was there before."""
    with writing(Doors.to(engine)) as session:
        session.execute(insert(MOMENTS).values(at=datetime.now(UTC)))
        with reading(Doors.to(engine)) as other:
            assert other.execute(select(MOMENTS)).all() == []
    with reading(Doors.to(engine)) as other:
        assert len(other.execute(select(MOMENTS)).all()) == 1


def test_an_exception_undoes_what_was_written(engine: Engine) -> None:
    """Also one that has nothing to do with the database."""

    def half() -> None:
        with writing(Doors.to(engine)) as session:
            session.execute(insert(MOMENTS).values(at=datetime.now(UTC)))
            raise KeyError

    with pytest.raises(KeyError):
        half()
    with reading(Doors.to(engine)) as session:
        assert session.execute(select(MOMENTS)).all() == []


def test_moments_come_back_aware_and_in_utc(engine: Engine) -> None:
    """SQLite forgets time zones; the column does not."""
    noon = datetime(2026, 11, 18, 12, tzinfo=timezone(timedelta(hours=1)))
    with writing(Doors.to(engine)) as session:
        session.execute(insert(MOMENTS).values(at=noon))
        session.execute(insert(MOMENTS).values(at=None))
    with reading(Doors.to(engine)) as session:
        read, nothing = session.scalars(select(MOMENTS.c.at)).all()
    assert (read, read.tzinfo, nothing) == (noon, UTC, None)


def test_a_naive_datetime_is_refused(engine: Engine) -> None:
    """Nobody knows which moment it means."""
    with pytest.raises(TallyError) as raised, writing(Doors.to(engine)) as session:
        session.execute(insert(MOMENTS).values(at=datetime(2026, 11, 18)))
    assert "has no time zone" in str(raised.value.__cause__)


def test_what_people_wrote_is_not_in_a_database_error(engine: Engine) -> None:
    """A traceback gets into the log: it names the statement and the rule that it broke, never the words."""
    words = insert(WORDS).values(said="I was at the hospital")
    with writing(Doors.to(engine)) as session:
        session.execute(words)
    with pytest.raises(TallyError) as raised, writing(Doors.to(engine)) as session:
        session.execute(words)
    cause = raised.value.__cause__
    assert isinstance(cause, IntegrityError)
    assert "UNIQUE constraint failed: words.said" in str(cause)
    assert "hospital" not in str(cause)
    assert "hospital" not in str(raised.value)


@pytest.mark.parametrize("url", ["sqlite:///{}/tally.db", "postgresql+psycopg://ben@host/tally"])
def test_parameters_are_hidden_on_every_database(tmp_path: Path, url: str) -> None:
    """The two ways an engine is made share it; PostgreSQL is looked at only where its driver is installed."""
    if url.startswith("postgresql"):
        pytest.importorskip("psycopg")
    assert open_engine(url.format(tmp_path)).hide_parameters
