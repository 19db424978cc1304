"""What was tried on the v2 API, kept in Tally's own database: its entries have no id, so it cannot be asked.

An attempt is noted before its request is sent, with the picture of the touched days before it and after it. What is
still `tried` when somebody looks again is settled by comparing: the days look as after it (written), as before it (not
written), or otherwise (unclear, so a person has to look). In one place, a month of one employee, there is never more
than one attempt that is not settled; the database itself sees to that.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Engine, delete, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.errors import LedgerError
from bot.ledgers.tables import AttemptRow
from bot.ledgers.v2.client import title
from bot.words import say

Picture = tuple[str, ...]
"""What stands somewhere, as sorted lines that can be compared (see `pictures.py`)."""


class AttemptState(StrEnum):
    """What is known of an attempt."""

    TRIED = "tried"
    WRITTEN = "written"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Attempt:
    """One request of one proposal. `tried_at` is in seconds since 1970."""

    id: str
    place: str
    before: Picture
    after: Picture
    tried_at: float
    state: AttemptState = AttemptState.TRIED


class Journal:
    """The attempts, each change of theirs committed at once. Methods raise LedgerError when the database cannot."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def states(self, ids: Collection[str]) -> dict[str, AttemptState]:
        """What is known of these attempts; what was never tried is left out."""
        with self._session() as session:
            rows = session.execute(select(AttemptRow.id, AttemptRow.state).where(AttemptRow.id.in_(ids)))
            return {row.id: AttemptState(row.state) for row in rows}

    def unsettled(self, place: str) -> Attempt | None:
        """The attempt whose outcome is not known yet, if there is one."""
        wanted = select(AttemptRow).where(AttemptRow.place == place, AttemptRow.state == AttemptState.TRIED.value)
        with self._session() as session:
            row = session.scalars(wanted).one_or_none()
            return _attempt(row) if row else None

    def begin(self, attempt: Attempt) -> None:
        """Note what is about to be sent. Raises LedgerError while another attempt in the same place is not settled."""
        before, after = json.dumps(attempt.before), json.dumps(attempt.after)
        row = AttemptRow(id=attempt.id, place=attempt.place, before=before, after=after, tried_at=attempt.tried_at)
        try:
            with self._session() as session:
                session.add(row)
        except IntegrityError as error:
            raise LedgerError(say("v2-settling", ledger=title())) from error

    def settle(self, attempt_id: str, state: AttemptState) -> None:
        """Note what came of an attempt."""
        with self._session() as session:
            session.execute(update(AttemptRow).where(AttemptRow.id == attempt_id).values(state=state.value))

    def forget(self, ids: Collection[str]) -> None:
        """These were not written, or a person looks at them anew: they may be tried again."""
        with self._session() as session:
            session.execute(delete(AttemptRow).where(AttemptRow.id.in_(ids)))

    @contextmanager
    def _session(self) -> Iterator[Session]:
        try:
            with Session(self._engine) as session, session.begin():
                yield session
        except IntegrityError:
            raise
        except SQLAlchemyError as error:
            raise LedgerError(say("v2-no-journal", ledger=title())) from error


def _attempt(row: AttemptRow) -> Attempt:
    before, after = tuple(json.loads(row.before)), tuple(json.loads(row.after))
    return Attempt(row.id, row.place, before, after, row.tried_at, AttemptState(row.state))
