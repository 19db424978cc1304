"""What people think of the answers: one judgement of one person for each answer, the newest one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.orm import Session

from bot.ports import Feedback, Verdict
from bot.store.tables import FeedbackRow, OutboxRow


@dataclass(frozen=True)
class Judged:
    """One judgement, with what the person had said and what they were answered."""

    given_at: datetime
    verdict: Verdict
    asked: str
    answer: str


@dataclass(frozen=True)
class Opinion:
    """All of it: how many of each, and the newest ones, newest first."""

    good: int
    bad: int
    latest: Sequence[Judged]


def put(connection: Connection, feedback: Feedback) -> None:
    """Keep a judgement, in place of an earlier one. Nothing happens where the conversation has no such answer."""
    here = (OutboxRow.id == feedback.message_id, OutboxRow.conversation_id == feedback.conversation_id)
    if connection.scalar(select(OutboxRow.seq).where(*here)) is None:
        return
    mine = (FeedbackRow.message_id == feedback.message_id, FeedbackRow.person_id == feedback.person_id)
    judged = {"verdict": feedback.verdict.value, "given_at": feedback.given_at}
    if not connection.execute(update(FeedbackRow).where(*mine).values(**judged)).rowcount:
        who = {"message_id": feedback.message_id, "person_id": feedback.person_id}
        connection.execute(insert(FeedbackRow).values(**who, **judged))


def opinion(engine: Engine, latest: int) -> Opinion:
    """What people think, with the `latest` newest judgements."""
    counted = select(FeedbackRow.verdict, func.count()).group_by(FeedbackRow.verdict)
    newest = (
        select(FeedbackRow, OutboxRow.content)
        .join(OutboxRow, OutboxRow.id == FeedbackRow.message_id)
        .order_by(FeedbackRow.given_at.desc(), OutboxRow.seq.desc())
        .limit(latest)
    )
    with Session(engine) as session:
        counts = {row[0]: int(row[1]) for row in session.execute(counted)}
        rows = [_judged(row, content) for row, content in session.execute(newest)]
    return Opinion(counts.get(Verdict.GOOD.value, 0), counts.get(Verdict.BAD.value, 0), rows)


def _judged(row: FeedbackRow, content: dict[str, object]) -> Judged:
    return Judged(row.given_at, Verdict(row.verdict), str(content.get("asked", "")), str(content.get("text", "")))
