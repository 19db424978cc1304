"""What people prefer: one row each, by e-mail in lower case."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, insert, update

from bot.domain.preferences import NO_PREFERENCES, Preferences
from bot.store.statements import PREFERENCES
from bot.store.tables import PreferencesRow


def of(connection: Connection, email: str) -> Preferences:
    """What somebody picked."""
    row = connection.execute(PREFERENCES, {"email": email.lower()}).first() if email else None
    return Preferences(row.language, row.time_zone, row.hour, row.project) if row else NO_PREFERENCES


def keep(connection: Connection, email: str, picked: Preferences) -> None:
    """Note what somebody picked, in place of what they picked before."""
    columns = asdict(picked)
    changed = connection.execute(update(PreferencesRow).where(PreferencesRow.email == email.lower()).values(**columns))
    if not changed.rowcount:
        connection.execute(insert(PreferencesRow).values(email=email.lower(), **columns))
