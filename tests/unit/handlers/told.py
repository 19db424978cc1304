"""What the tests of bad input look at: events that are left, texts that were sent, and two answers of a model."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.domain.proposal import Proposal
from bot.store.tables import EventState, InboxRow
from bot.words import say
from tests.fakes import calls

APOLLO_MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
ZEPHYR_MONDAY = calls(("add_activities", {"project": "zephyr", "dates": "monday"}))
NOTHING = say("nothing-written")


def unfinished(office: Any) -> list[str]:
    """The events that were not completed."""
    with Session(office.engine) as session:
        return list(session.scalars(select(InboxRow.id).where(InboxRow.state != EventState.DONE)))


def answers(office: Any) -> list[str]:
    """Every text that was sent, oldest first."""
    return [text.text for text in office.texts]


def said(office: Any, text: str, ref: str, **more: Any) -> None:
    """A message under the platform's name for it; with `change`, what became of it."""
    office.happen(office.event("message", "U-ANA", text=text, ref=ref, **more))


def proposed(office: Any, ref: str = "1.1") -> Proposal:
    """Apollo on Monday, on a card, from the message of this name."""
    office.model.script.append(APOLLO_MONDAY)
    said(office, "apollo monday", ref)
    [proposal] = office.pending
    return proposal
