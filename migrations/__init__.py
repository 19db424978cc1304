"""The database's history, one Alembic revision a file. A package, so that an installed Tally carries it."""
