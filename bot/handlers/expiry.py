"""What nobody decided in time expires: its line says so on the card, and can no longer be approved.

A sweep looks at the clock, a click does too (`approvals`): whoever comes first moves the line by compare-and-swap, and
the other finds it decided. What expired stays expired, whatever the clock does afterwards.
"""

from __future__ import annotations

from dataclasses import replace

import structlog

from bot.domain.proposal import Proposal, ProposalState
from bot.handlers.desk import Desk
from bot.ports import Effects, Transition

log = structlog.get_logger(__name__)
MOST_AT_ONCE = 200  # lines of one sweep; what is left comes with the next one


def expire(desk: Desk) -> int:
    """Let expire what is overdue, and have its cards painted again; returns how many lines."""
    expired = [p for p in desk.store.overdue(desk.clock.now(), MOST_AT_ONCE) if _expires(p, desk)]
    if expired:
        log.info("expired", lines=len(expired), cards=len({p.card_id for p in expired}))
    return len(expired)


def _expires(proposal: Proposal, desk: Desk) -> bool:
    """True unless the line was decided, corrected or swept at the same moment."""
    return desk.store.commit(Effects(transitions=(expiring(proposal),), repaint=(proposal.card_id,)))


def expiring(proposal: Proposal) -> Transition:
    """Take a pending proposal out of the running because its time is over."""
    return Transition(
        proposal.id, ProposalState.PENDING, proposal.revision, replace(proposal, state=ProposalState.EXPIRED)
    )
