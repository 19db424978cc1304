"""A person changed or deleted a message: what waits from it is dropped, what was approved stands and is said to.

A message is found again by its `ref`, the platform's own name for it, which its turn keeps. What came of it are the
proposals up to the person's next message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain.conversation import Conversation, Message, Speaker
from bot.domain.proposal import Proposal, ProposalState
from bot.handlers.desk import Desk
from bot.ports import Effects, Transition
from bot.words import say

LOOK_BACK = 1_000  # messages of a conversation; what is older than that is decided or expired


@dataclass(frozen=True)
class CameOfIt:
    """What one message of a person led to."""

    proposals: tuple[Proposal, ...]

    @property
    def is_decided(self) -> bool:
        """True when something of it was approved, and so is written or about to be."""
        decided = (ProposalState.APPROVED, ProposalState.APPLIED, ProposalState.UNDOING)
        return any(p.state in decided for p in self.proposals)

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """What the person has not decided."""
        return tuple(p for p in self.proposals if p.state is ProposalState.PENDING)

    def dropped(self, reason: str, desk: Desk) -> Effects:
        """Take out of the running what waits, each line with the reason."""
        now = desk.clock.now()
        moves = tuple(
            Transition(
                p.id, p.state, p.revision, replace(p, state=ProposalState.SUPERSEDED, reason=reason, decided_at=now)
            )
            for p in self.waiting
        )
        return Effects(transitions=moves, repaint=tuple(sorted({p.card_id for p in self.waiting})))


def what_came_of(ref: str, conversation: Conversation, desk: Desk) -> CameOfIt | None:
    """What the message with this name led to, also before it was last changed; None when it was never answered."""
    history = desk.store.history(conversation.id, LOOK_BACK)
    if not any(message.ref == ref for message in history):
        return None
    found = (desk.store.proposal(id_) for id_ in _ids_after(ref, history))
    return CameOfIt(tuple(p for p in found if p is not None))


def after_deletion(came_of_it: CameOfIt | None, desk: Desk) -> tuple[Effects, str]:
    """What a deletion does, and the sentence to say; none where nothing came of the message."""
    if came_of_it is None:
        return Effects(), ""
    effects = came_of_it.dropped(say("message-deleted"), desk)
    if came_of_it.is_decided:
        return effects, say("deleted-decided")
    return effects, say("deleted-dropped") if came_of_it.waiting else ""


def _ids_after(ref: str, history: Sequence[Message]) -> list[str]:
    ids: list[str] = []
    is_about_it = False
    for message in history:
        if message.speaker is Speaker.USER:
            is_about_it = message.ref == ref
        if is_about_it:
            ids += message.proposal_ids
    return ids
