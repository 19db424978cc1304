"""The inbox: every event once, and one event in work for each lane."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, exists, func, insert, select, union_all, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from bot.ports import InboxEvent
from bot.store import codec
from bot.store.statements import COMPLETE, TAKE
from bot.store.tables import EventState, InboxRow

WAITING, WORKING, DONE = EventState

# The newest place of each state, which the index on both finds at once; that of all rows would take a look at each.
_LAST = union_all(*(select(func.max(InboxRow.place).label("place")).where(InboxRow.state == s) for s in EventState))
NEW_PLACE = select(func.coalesce(func.max(_LAST.subquery().c.place), 0) + 1).scalar_subquery()
NEW_EVENT = insert(InboxRow).values(state=WAITING, place=NEW_PLACE)


class RuleBroken(Exception):
    """A rule of the table, mostly that of a unique row. It undoes the transaction, which saves each event a savepoint,
    and never leaves the store.
    """

    def __init__(self, error: IntegrityError) -> None:
        super().__init__(str(error))
        self.error = error


def store(connection: Connection, event: InboxEvent) -> None:
    """Put a new event at the end of the queue. Raises RuleBroken, as a rule when its id was stored before."""
    try:
        connection.execute(NEW_EVENT, codec.event_columns(event))
    except IntegrityError as error:
        raise RuleBroken(error) from error


def holds(connection: Connection, event_id: str) -> bool:
    """True when an event with this id was stored, whatever became of it."""
    return connection.scalar(select(InboxRow.seq).where(InboxRow.id == event_id)) is not None


@cache  # making it takes longer than running it
def next_event(platforms: tuple[str, ...] | None = None) -> Select[Any]:
    """The event whose turn it is: its lane has none in work, and it waits for none of the same kind in its lane.

    The second rule keeps what a person said in order when the first of two messages was postponed; a click, being of
    another kind, may overtake a message that waits for the model.
    """
    working, earlier = aliased(InboxRow), aliased(InboxRow)
    lane_busy = exists().where(
        working.platform == InboxRow.platform, working.lane == InboxRow.lane, working.state == WORKING
    )
    behind_another = exists().where(
        earlier.platform == InboxRow.platform,
        earlier.lane == InboxRow.lane,
        earlier.kind == InboxRow.kind,
        earlier.state == WAITING,
        earlier.seq < InboxRow.seq,
    )
    mine = () if platforms is None else (InboxRow.platform.in_(platforms),)
    return (
        select(InboxRow)
        .where(InboxRow.state == WAITING, ~lane_busy, ~behind_another, *mine)
        .order_by(InboxRow.place, InboxRow.seq)
        .limit(1)
    )


def is_done(connection: Connection, platform: str, lane: str) -> bool:
    """True when nothing that was received in a lane is left to handle."""
    left = select(InboxRow.seq).where(InboxRow.platform == platform, InboxRow.lane == lane, InboxRow.state != DONE)
    return connection.scalar(left.limit(1)) is None


def take(connection: Connection, event: InboxEvent) -> bool:
    """Compare and swap: mark the event as in work. False when somebody else was faster with it; raises RuleBroken when
    somebody was with its lane."""
    swap = {"event_id": event.id, "from_state": WAITING, "from_attempts": event.attempts}
    new = {"state": WORKING, "attempts": event.attempts + 1}
    try:
        return connection.execute(TAKE, {**swap, **new}).rowcount == 1
    except IntegrityError as error:
        raise RuleBroken(error) from error


def put_back(connection: Connection, event_id: str) -> None:
    """Move an event in work to the end of the queue."""
    connection.execute(
        update(InboxRow)
        .where(InboxRow.id == event_id, InboxRow.state == WORKING)
        .values(state=WAITING, place=NEW_PLACE)
    )


def put_back_all(connection: Connection) -> int:
    """Let every event in work wait again, where it was in the queue."""
    back = update(InboxRow).where(InboxRow.state == WORKING).values(state=WAITING)
    return connection.execute(back).rowcount


def complete(connection: Connection, event_id: str) -> bool:
    """Mark an event as handled; False when it was so before, or when there is no such event."""
    return connection.execute(COMPLETE, {"event_id": event_id}).rowcount == 1
