"""Second thoughts and the passing of time: messages changed or deleted, a fresh start, lines that expire."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.proposal import ProposalState
from bot.handlers.expiry import expire
from bot.handlers.outbox import send_some
from tests.hostile.happenings import Changes, Passes, StartsOver
from tests.hostile.words import PEOPLE

if TYPE_CHECKING:
    from tests.hostile.witness import Witness

A_WEEK = 7 * 24  # hours: what nobody decided in this time expires
LATEST = 20  # o'clock: what "today" means stays the same


@dataclass
class Told:
    """A message: by whom, how the platform names it, and the proposals that were seen to come of it."""

    person: str
    ref: str
    came: set[str] = field(default_factory=set)


def watch(witness: Witness, event: Changes | StartsOver | Passes) -> None:
    """Let it happen, and object when something waits that must not."""
    match event:
        case Changes():
            _change(witness, event)
        case StartsOver():
            _start_over(witness, event)
        case Passes():
            _pass(witness, event)


def _change(witness: Witness, event: Changes) -> None:
    if not witness.messages:
        return
    told = witness.messages[-1 - event.message % len(witness.messages)]
    came = set(told.came)
    stands = any(_state(witness, id_) in (ProposalState.APPROVED, ProposalState.APPLIED) for id_ in came)
    witness.model.relentless = False
    if event.said is None:
        witness.happen("message", told.person, text="", ref=told.ref, change="deleted")
    else:
        witness.hear(told, event.said, event.answers, change="edited")
    left = came & {p.id for p in witness.pending()}
    assert not left or (stands and event.said is not None), f"still waits of a message that is gone: {left}"


def _state(witness: Witness, proposal_id: str) -> ProposalState | None:
    found = witness.store.proposal(proposal_id)
    return found.state if found else None


def _start_over(witness: Witness, event: StartsOver) -> None:
    if event.words:
        witness.happen("message", event.person, text=event.words)
    else:
        witness.happen("reset", event.person)
    owner = PEOPLE[event.person]
    assert not [p for p in witness.pending() if p.owner == owner], "something waits after a fresh start"
    witness.said[owner].clear()  # nothing of before grounds anything


def _pass(witness: Witness, event: Passes) -> None:
    """After a week the clock goes back to where it was, since the words' days are those of one week: what expired
    stays expired."""
    before, waiting = witness.clock.time, witness.pending()
    witness.clock.time += timedelta(hours=event.hours)
    if waiting and event.line is not None and event.hours > A_WEEK:
        _click_late(witness, event.line)
    expire(witness.desk)
    while send_some(witness.desk):
        pass
    left = {p.id for p in witness.pending()}
    assert left == (set() if event.hours > A_WEEK else {p.id for p in waiting}), "expired too early or too late"
    if event.hours > A_WEEK or witness.clock.time.hour >= LATEST:
        witness.clock.time = before


def _click_late(witness: Witness, line: int) -> None:
    waiting = witness.pending()
    late = waiting[line % len(waiting)]
    person = next(id_ for id_, email in PEOPLE.items() if email == late.owner)
    witness.model.script = []
    witness.happen(
        "decision", person, verb="approve", card_id=late.card_id, proposal_id=late.id, revision=late.revision
    )
    assert _state(witness, late.id) is ProposalState.EXPIRED, "decided after its time"
