"""What the suites over the Store keep and find again: a person, events, messages, a proposal."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any, TypeVar

from bot.domain.conversation import Conversation, Outgoing, Person, Said
from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import Entry, Month
from bot.ports import InboxEvent, Transition

T = TypeVar("T")
NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
NOVEMBER = Month(2026, 11)
BEN = Person("U1", "ben@tally.example", "Ben Okafor", "Europe/Dublin", "en-IE")
THREADS = 8


def said(event_id: str, lane: str = "slack:D1", kind: str = "message", **payload: Any) -> InboxEvent:
    """An event."""
    return InboxEvent(event_id, "slack", kind, lane, "U1", {"address": {"channel": "D1"}, **payload}, NOW)


def text(outgoing_id: str, conversation: Conversation, words: str = "Hello") -> Outgoing:
    """An outgoing text."""
    return Outgoing(outgoing_id, conversation.id, Said.TEXT, {"text": words})


def card(outgoing_id: str, conversation: Conversation, card_id: str) -> Outgoing:
    """An outgoing card."""
    return Outgoing(outgoing_id, conversation.id, Said.CARD, {"card_id": card_id})


def proposed(proposal_id: str, conversation: Conversation, **fields: Any) -> Proposal:
    """A proposal with something in every kind of field."""
    day = date(2026, 11, 16)
    given: dict[str, Any] = {
        "card_id": "c1",
        "line": 1,
        "owner": BEN.email,
        "tool": "add_activities",
        "arguments": {"project": "APO", "dates": ["2026-11-16"], "percent": 50},
        "phrases": {"dates": "lundi, à moitié"},
        "change": Change(BEN.email, (Entry(BEN.email, day, 25, reason="sick"),), (Entry(BEN.email, day, 50, "APO"),)),
        "before": (Entry(BEN.email, day, 25, reason="sick", proposal_id="p0"),),
        "created_at": NOW,
        "expires_at": NOW + timedelta(days=7),
        "warnings": ("Mon 16 Nov is a holiday",),
        "title": "Apollo (APO)",
        "amount": "50 %",
        "words": "“apollo”",
    }
    return Proposal(proposal_id, conversation.id, **(given | fields))


def approval(proposal: Proposal) -> Transition:
    """From pending to approved."""
    after = replace(proposal, state=ProposalState.APPROVED, decided_by="U1", decided_at=NOW)
    return Transition(proposal.id, ProposalState.PENDING, proposal.revision, after)


def all_at_once(work: Callable[[int], T], threads: int = THREADS) -> list[T]:
    """What `work` returns on several threads that start together."""
    barrier = Barrier(threads)

    def start(n: int) -> T:
        barrier.wait()
        return work(n)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(start, range(threads)))
