"""The one way into the ledger. Days are read again, rules are checked again, and what stands is never written twice.

After a crash the same path is walked again: whatever is `approved` is asked of the ledger before it is repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import structlog

from bot.domain.proposal import Proposal, ProposalState, same_entries
from bot.domain.rules import violations
from bot.errors import LedgerError, LedgerRefused
from bot.handlers.desk import Desk
from bot.ports import Effects, Transition, Write
from bot.tools.registry import TOOLS
from bot.tools.situation import Refused, Unclear

log = structlog.get_logger(__name__)
CHANGED = "The report changed since this card was made. Look at it again: nothing was written yet."


def apply_approved(group: Sequence[Proposal], desk: Desk) -> None:
    """Write an approved group (one proposal, or a bundle: all of it or nothing) and note what came of it.

    When the ledger cannot be reached the group stays approved: `recover` writes it later.
    """
    try:
        if all(desk.ledger.standing(p.id) for p in group):
            _note_applied(group, desk)
        elif _is_unchanged(group, desk):
            desk.ledger.apply([Write(p.id, p.change) for p in group])
            _note_applied(group, desk)
        else:
            _issue_anew(group, desk)
    except LedgerRefused as refusal:
        _note(group, desk, state=ProposalState.FAILED, reason=str(refusal))
    except LedgerError as error:
        log.warning("ledger is not available; the proposal stays approved", ids=[p.id for p in group], error=str(error))
        desk.store.commit(Effects(repaint=_cards(group)))


def recover(desk: Desk) -> int:
    """Carry on with everything that was approved and not noted as applied: after a crash, or a ledger's absence."""
    waiting = desk.store.proposals(states=(ProposalState.APPROVED,))
    for group in grouped(waiting):
        apply_approved(group, desk)
    return len(waiting)


def grouped(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """The proposals by bundle, in the order of their lines; one without a bundle is a group of its own."""
    groups: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        groups.setdefault(proposal.bundle or proposal.id, []).append(proposal)
    return list(groups.values())


def _is_unchanged(group: Sequence[Proposal], desk: Desk) -> bool:
    if any(not _may(p, desk) for p in group):
        return False
    if any(not same_entries(p.before, desk.entries_on(p.owner, p.change.days)) for p in group):
        return False
    return not _broken_rules(group, desk)


def _may(proposal: Proposal, desk: Desk) -> bool:
    """True while the owner still has the role that the tool needs."""
    owner = desk.ledger.employee(proposal.owner)
    return owner is not None and (owner.is_admin or not TOOLS[proposal.tool].admin)


def _broken_rules(group: Sequence[Proposal], desk: Desk) -> bool:
    books = desk.books(group[0].owner, sorted({m for p in group for m in p.change.months}))
    done: list[Proposal] = []
    for proposal in sorted(group, key=lambda p: not p.change.removed):
        current = proposal
        for earlier in done:
            current = current.rebased(earlier.change)
        if violations(proposal.change, current.before, books):
            return True
        done.append(proposal)
    return False


def _note_applied(group: Sequence[Proposal], desk: Desk) -> None:
    applied = [
        Transition(p.id, p.state, p.revision, replace(p, state=ProposalState.APPLIED, notice=None)) for p in group
    ]
    done = {p.id for p in group}
    siblings = desk.store.proposals(card_id=group[0].card_id, states=(ProposalState.PENDING,))
    moved = []
    for sibling in siblings:
        rebased = sibling
        for proposal in group:
            rebased = rebased.rebased(proposal.change)
        if sibling.id not in done and rebased != sibling:
            moved.append(Transition(sibling.id, sibling.state, sibling.revision, rebased))
    desk.store.commit(Effects(transitions=(*applied, *moved), repaint=_cards(group)))


def _issue_anew(group: Sequence[Proposal], desk: Desk) -> None:
    """Put the group back before its owner under the next revision, made afresh from its arguments."""
    transitions = []
    for proposal in group:
        after = _made_afresh(proposal, desk)
        transitions.append(Transition(proposal.id, proposal.state, proposal.revision, after))
    desk.store.commit(Effects(transitions=tuple(transitions), repaint=_cards(group)))
    log.info("card issued anew", ids=[p.id for p in group])


def _made_afresh(proposal: Proposal, desk: Desk) -> Proposal:
    anew = replace(
        proposal,
        state=ProposalState.PENDING,
        revision=proposal.revision + 1,
        notice=CHANGED,
        decided_by=None,
        decided_at=None,
    )
    return with_fresh_change(anew, desk)


def with_fresh_change(proposal: Proposal, desk: Desk) -> Proposal:
    """The proposal with its change and before-picture computed from its arguments as of now, and its problem if any."""
    employee = desk.ledger.employee(proposal.owner)
    if employee is None:
        return replace(proposal, problem="You are no employee any more.")
    tool = TOOLS[proposal.tool]
    if tool.admin and not employee.is_admin:
        return replace(proposal, problem="Only administrators can do that.")
    situation = desk.situation(employee, desk.clock.now().date())
    try:
        draft = tool.draft(tool.load(proposal.arguments, situation), situation)
    except (Refused, Unclear) as error:
        return replace(proposal, problem=str(error), before=desk.entries_on(proposal.owner, proposal.change.days))
    before = desk.entries_on(proposal.owner, draft.change.days)
    broken = violations(draft.change, before, desk.books(proposal.owner, draft.change.months))
    problem = " ".join(v.sentence for v in broken) or None
    return replace(
        proposal, change=draft.change, before=before, problem=problem, title=draft.title, amount=draft.amount
    )


def _note(group: Sequence[Proposal], desk: Desk, *, state: ProposalState, reason: str) -> None:
    after = [Transition(p.id, p.state, p.revision, replace(p, state=state, reason=reason)) for p in group]
    desk.store.commit(Effects(transitions=tuple(after), repaint=_cards(group)))


def _cards(group: Sequence[Proposal]) -> tuple[str, ...]:
    return tuple(sorted({p.card_id for p in group}))
