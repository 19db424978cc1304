"""The migrations make exactly the tables that the models describe, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, Inspector, inspect, text

from bot.errors import SettingsError, TallyError
from bot.ledgers.tables import Base as LedgerBase
from bot.store.database import check_version, open_engine, upgrade
from bot.store.tables import Base as StoreBase

TABLES = (StoreBase.metadata, LedgerBase.metadata)
INI = Path(__file__).parents[3] / "migrations" / "alembic.ini"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An engine on a database that does not exist yet."""
    engine = open_engine(f"sqlite:///{tmp_path / 'made' / 'tally.db'}")
    yield engine
    engine.dispose()


def shape(inspector: Inspector) -> dict[str, Any]:
    """Everything about the tables that the database can tell."""

    def of(table: str) -> dict[str, list[str]]:
        seen = {
            "columns": inspector.get_columns(table),
            "primary key": [inspector.get_pk_constraint(table)],
            "foreign keys": inspector.get_foreign_keys(table),
            "unique": inspector.get_unique_constraints(table),
            "checks": inspector.get_check_constraints(table),
            "indexes": [
                {**index, "dialect_options": {name: str(value) for name, value in index["dialect_options"].items()}}
                for index in inspector.get_indexes(table)
            ],
        }
        return {kind: sorted(str(thing) for thing in things) for kind, things in seen.items()}

    return {table: of(table) for table in inspector.get_table_names() if table != "alembic_version"}


def test_alembic_finds_nothing_to_migrate(engine: Engine) -> None:
    """After `upgrade` the models and the database agree, as Alembic compares them."""
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), TABLES) == []


def test_the_database_has_every_constraint_of_the_models(engine: Engine, tmp_path: Path) -> None:
    """Alembic does not compare CHECKs, names and partial indexes: here the two databases are held side by side."""
    upgrade(engine)
    modelled = open_engine(f"sqlite:///{tmp_path / 'modelled.db'}")
    for metadata in TABLES:
        metadata.create_all(modelled)
    assert shape(inspect(engine)) == shape(inspect(modelled))
    modelled.dispose()


def test_every_constraint_has_a_name(engine: Engine) -> None:
    """Without a name a later migration could not drop it."""
    constraints = [c for metadata in TABLES for table in metadata.sorted_tables for c in table.constraints]
    assert [constraint for constraint in constraints if not constraint.name] == []


def test_downgrade_leaves_nothing_behind(tmp_path: Path) -> None:
    """Alembic's own command line takes the URL from its configuration, goes up, down and up again."""
    url = f"sqlite:///{tmp_path / 'tally.db'}"
    config = Config(INI)
    config.set_main_option("sqlalchemy.url", url)
    command.upgrade(config, "head")
    command.downgrade(config, "base")
    engine = open_engine(url)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    command.upgrade(config, "head")
    check_version(engine)
    engine.dispose()


def test_the_command_line_asks_which_database() -> None:
    """Without a URL nothing is guessed."""
    with pytest.raises(SystemExit, match="Which database"):
        command.upgrade(Config(INI), "head")


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    """Every start of the program may upgrade."""
    upgrade(engine)
    upgrade(engine)
    check_version(engine)


def test_a_failed_upgrade_changes_nothing(engine: Engine) -> None:
    """All tables or none: a table in the way of the last ones leaves the database as it was."""
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE reports (mine TEXT)"))
    with pytest.raises(TallyError, match="nothing in it was changed"):
        upgrade(engine)
    assert inspect(engine).get_table_names() == ["reports"]


def test_an_empty_database_is_not_ready(engine: Engine) -> None:
    """The sentence says what to run."""
    with pytest.raises(TallyError, match="tally db upgrade"):
        check_version(engine)


def test_a_newer_database_is_left_alone(engine: Engine) -> None:
    """A program that was rolled back neither runs on nor migrates what it does not know."""
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for deed in (check_version, upgrade):
        with pytest.raises(TallyError, match=r"newer Tally \(revision 9999\)"):
            deed(engine)


@pytest.mark.parametrize(
    ("url", "because"),
    [
        ("tally.db", "cannot be read"),
        ("nosuch://host/name", "cannot be read"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("postgresql+nosuchdriver://host/name", "cannot be read"),
    ],
)
def test_a_url_that_cannot_work_is_a_settings_error(url: str, because: str) -> None:
    """Whoever starts the program reads which form a URL has."""
    with pytest.raises(SettingsError, match=because):
        open_engine(url)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    """The error names the URL; it is ours, with the cause attached."""
    (tmp_path / "tally.db").write_text("this is a letter, not a database, and long enough to be looked at\n" * 20)
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    with pytest.raises(TallyError, match=r"tally\.db cannot be opened"):
        check_version(engine)
    engine.dispose()


def test_proposals_outlive_the_new_states(tmp_path: Path) -> None:
    """SQLite makes the table anew to let a proposal be undone: what stood in it stands, and nothing is undone in an
    older program's eyes that it does not know.
    """
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    config = Config(INI)
    config.set_main_option("sqlalchemy.url", f"sqlite:///{tmp_path / 'tally.db'}")
    command.upgrade(config, "0005")
    empty = "'c', 'k', 1, 'ana', 'add_activities', '{}', '{}', '{}', '[]', 'h', '2026-11-18', '2026-11-25'"
    columns = (
        "conversation_id, card_id, line, owner, tool, arguments, phrases, change, before, content_hash, created_at"
    )
    rest = "expires_at, revision, title, amount, words, warnings, state, id"
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO conversations VALUES ('c', 'slack', 'k', 'U1', 'ana', '{}', NULL)"))
        for state in ("pending", "applied"):
            values = f"{empty}, 1, '', '', '', '[]', '{state}', '{state}'"
            connection.execute(text(f"INSERT INTO proposals ({columns}, {rest}) VALUES ({values})"))
    command.upgrade(config, "head")
    with engine.begin() as connection:
        connection.execute(text("UPDATE proposals SET state = 'undone', undone_by = 'Ana' WHERE id = 'applied'"))
    command.downgrade(config, "0005")
    with engine.begin() as connection:
        found = connection.execute(text("SELECT id, state, line FROM proposals ORDER BY id")).all()
    assert [tuple(row) for row in found] == [("applied", "declined", 1), ("pending", "pending", 1)]
    engine.dispose()


def test_what_waits_in_the_outbox_survives_that_it_may_hold_files(tmp_path: Path) -> None:
    """SQLite makes the table anew for one more kind of message: every row is carried over, in its order."""
    url = f"sqlite:///{tmp_path / 'tally.db'}"
    config = Config(INI)
    config.set_main_option("sqlalchemy.url", url)
    command.upgrade(config, "0005")
    engine = open_engine(url)
    with engine.begin() as connection:
        columns, values = "id, platform, key, person_id, email, address", "'c', 'p', 'k', 'u', 'e', '{}'"
        connection.execute(text(f"INSERT INTO conversations ({columns}) VALUES ({values})"))
        for n in (1, 2):
            connection.execute(
                text(
                    "INSERT INTO outbox (id, conversation_id, kind, content, version, sent_version, attempts)"
                    f" VALUES ('m{n}', 'c', 'text', '{{}}', 1, 0, 3)"
                )
            )
    engine.dispose()
    command.upgrade(config, "head")
    with engine.begin() as connection:
        connection.execute(text("UPDATE outbox SET kind = 'file' WHERE id = 'm2'"))
        rows = connection.execute(text("SELECT seq, id, kind, attempts FROM outbox ORDER BY seq")).all()
    assert [tuple(row) for row in rows] == [(1, "m1", "text", 3), (2, "m2", "file", 3)]
    engine.dispose()
