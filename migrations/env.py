"""Runs the revisions, on the connection that the program hands over or, from Alembic's command line, on a URL's.

`alembic -c migrations/alembic.ini -x url=sqlite:///data/tally.db current`
"""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection

from bot.ledgers.tables import Base as LedgerBase
from bot.store.database import open_engine
from bot.store.tables import Base as StoreBase
from bot.store.tables import UtcDateTime

TABLES = [StoreBase.metadata, LedgerBase.metadata]


def render(kind: str, thing: Any, autogen: AutogenContext) -> str | Literal[False]:
    """A revision stands alone: it names what the database stores, not our type."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, UtcDateTime) else False


def run(connection: Connection) -> None:
    """Run the revisions in the connection's transaction."""
    context.configure(connection=connection, target_metadata=TABLES, render_as_batch=True, render_item=render)
    with context.begin_transaction():
        context.run_migrations()


def start() -> None:
    """Find out what to run on."""
    connection = context.config.attributes.get("connection")
    if connection is not None:
        run(connection)
        return
    url = context.get_x_argument(as_dictionary=True).get("url") or context.config.get_main_option("sqlalchemy.url")
    if not url:
        raise SystemExit("Which database? Add -x url=sqlite:///path/to/tally.db, or set sqlalchemy.url.")
    if context.is_offline_mode():
        context.configure(url=url, target_metadata=TABLES, literal_binds=True)
        with context.begin_transaction():
            context.run_migrations()
        return
    engine = open_engine(url)
    with engine.begin() as opened:
        run(opened)
    engine.dispose()


start()
