"""How SQLite is opened: durable, with foreign keys, many readers beside one writer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, MetaData, Table, insert, select, text

from bot.errors import TallyError
from bot.store.database import open_engine, reading, writing
from bot.store.tables import UtcDateTime

MOMENTS = Table("moments", MetaData(), Column("at", UtcDateTime))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An engine on a file with one small table."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    MOMENTS.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 30_000)]
)
def test_every_connection_is_durable_and_strict(engine: Engine, pragma: str, value: object) -> None:
    """A commit that returned survives a power cut; a row cannot point to nothing; a busy database is waited for."""
    with reading(engine) as one, reading(engine) as other:
        assert [session.scalar(text(f"PRAGMA {pragma}")) for session in (one, other)] == [value] * 2


def test_a_reader_does_not_wait_for_a_writer(engine: Engine) -> None:
    """While one transaction has written and not committed, another reads what was there before."""
    with writing(engine) as session:
        session.execute(insert(MOMENTS).values(at=datetime.now(UTC)))
        with reading(engine) as other:
            assert other.execute(select(MOMENTS)).all() == []
    with reading(engine) as other:
        assert len(other.execute(select(MOMENTS)).all()) == 1


def test_an_exception_undoes_what_was_written(engine: Engine) -> None:
    """Also one that has nothing to do with the database."""

    def half() -> None:
        with writing(engine) as session:
            session.execute(insert(MOMENTS).values(at=datetime.now(UTC)))
            raise KeyError

    with pytest.raises(KeyError):
        half()
    with reading(engine) as session:
        assert session.execute(select(MOMENTS)).all() == []


def test_moments_come_back_aware_and_in_utc(engine: Engine) -> None:
    """SQLite forgets time zones; the column does not."""
    noon = datetime(2026, 11, 18, 12, tzinfo=timezone(timedelta(hours=1)))
    with writing(engine) as session:
        session.execute(insert(MOMENTS).values(at=noon))
        session.execute(insert(MOMENTS).values(at=None))
    with reading(engine) as session:
        read, nothing = session.scalars(select(MOMENTS.c.at)).all()
    assert (read, read.tzinfo, nothing) == (noon, UTC, None)


def test_a_naive_datetime_is_refused(engine: Engine) -> None:
    """Nobody knows which moment it means."""
    with pytest.raises(TallyError) as raised, writing(engine) as session:
        session.execute(insert(MOMENTS).values(at=datetime(2026, 11, 18)))
    assert "has no time zone" in str(raised.value.__cause__)
