"""The one way into the ledger. Days are read again, rules are checked again, and what stands is never written twice.

After a crash the same path is walked again: whatever is `approved` is asked of the ledger before it is repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from bot.domain.proposal import EXPIRES_AFTER, Proposal, ProposalState, same_entries
from bot.domain.rules import violations
from bot.errors import LedgerChanged, LedgerError, LedgerRefused
from bot.handlers.desk import Desk
from bot.handlers.files import files_after
from bot.handlers.going_on import go_on_later
from bot.ports import Effects, Standing, Transition, Write
from bot.tools import wording
from bot.tools.registry import TOOLS, why_not
from bot.tools.situation import Refused, Unclear
from bot.words import say, speaking

log = structlog.get_logger(__name__)


def apply_approved(group: Sequence[Proposal], desk: Desk) -> None:
    """Write an approved group (one proposal, or a bundle: all of it or nothing) and note what came of it.

    When the ledger cannot be reached the group stays approved: `recover` writes it later.
    """
    writes = [Write(p.id, p.change, p.before) for p in group]
    try:
        # The days are read before it is asked what stands: whoever writes this group in between is then found out by
        # the second question, and its own entries are never taken for somebody else's change.
        unchanged = _is_unchanged(group, desk)
        standing = desk.ledger.standing(writes)
        if standing is Standing.NOTHING and not unchanged:
            _issue_anew(group, desk)
            return
        if standing is not Standing.WRITTEN:
            desk.ledger.apply(writes)
        _note_applied(group, desk)
    except LedgerChanged:
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
        try:
            with speaking(_owners_locale(group[0], desk)):
                apply_approved(group, desk.for_one_event())
            _go_on(group[0], desk)
        except Exception:
            log.exception("an approved proposal cannot be applied", ids=[p.id for p in group])
    return len(waiting)


def _owners_locale(proposal: Proposal, desk: Desk) -> str:
    conversation = desk.store.conversation_by_id(proposal.conversation_id)
    return desk.locale_of(conversation.platform, conversation.person_id)


def _go_on(proposal: Proposal, desk: Desk) -> None:
    """The click could not let the turn go on, since the line was still open then."""
    card = desk.store.proposals(card_id=proposal.card_id)
    go_on_later(card, desk.store.conversation_by_id(proposal.conversation_id), desk)


def grouped(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """The proposals by bundle, in the order of their lines; one without a bundle is a group of its own."""
    groups: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        groups.setdefault(proposal.bundle or proposal.id, []).append(proposal)
    return list(groups.values())


def _is_unchanged(group: Sequence[Proposal], desk: Desk) -> bool:
    if any(not _may(p, desk) for p in group):
        return False
    if any(not same_entries(p.before, desk.entries_on(p.owner, p.change.watched)) for p in group):
        return False
    return not _broken_rules(group, desk)


def _may(proposal: Proposal, desk: Desk) -> bool:
    """True while the owner still has the role that the tool needs, and the ledger the ability."""
    owner, tool = desk.ledger.employee(proposal.owner), TOOLS.get(proposal.tool)
    if owner is None or tool is None or why_not(tool, desk.ledger):
        return False
    return owner.is_admin or not tool.admin


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
    desk.store.commit(Effects(transitions=(*applied, *moved), outgoing=files_after(group), repaint=_cards(group)))


def _issue_anew(group: Sequence[Proposal], desk: Desk) -> None:
    """Put the group back before its owner under the next revision, made afresh from its arguments.

    What can no longer be done at all is over: it failed, with the reason.
    """
    until = desk.clock.now() + EXPIRES_AFTER  # the ledger may have been away for longer than the first time was
    again = [with_fresh_change(replace(p, notice=say("changed-meanwhile"), expires_at=until), desk) for p in group]
    transitions = [
        Transition(old.id, old.state, old.revision, back_to_its_owner(old, new))
        for old, new in zip(group, again, strict=True)
    ]
    desk.store.commit(Effects(transitions=tuple(transitions), repaint=_cards(group)))
    log.info("card issued anew", ids=[p.id for p in group])


def back_to_its_owner(old: Proposal, new: Fresh) -> Proposal:
    """The proposal as it is shown again under the next revision, or failed when it cannot be made any more."""
    if new.impossible:
        return replace(old, state=ProposalState.FAILED, reason=new.impossible)
    return replace(
        new.proposal, state=ProposalState.PENDING, revision=old.revision + 1, decided_by=None, decided_at=None
    )


@dataclass(frozen=True)
class Fresh:
    """A proposal as of now; or, in `impossible`, why there is nothing left to propose."""

    proposal: Proposal
    impossible: str = ""


def with_fresh_change(proposal: Proposal, desk: Desk) -> Fresh:
    """The proposal with its change and before-picture computed from its arguments as of now, and its problem if any."""
    employee = desk.ledger.employee(proposal.owner)
    tool = TOOLS.get(proposal.tool)
    if employee is None or tool is None:
        return Fresh(proposal, say("not-possible-any-more"))
    if tool.admin and not employee.is_admin:
        return Fresh(proposal, say("admins-only"))
    if impossible := why_not(tool, desk.ledger):
        return Fresh(proposal, impossible)
    situation = desk.situation(employee, desk.today_of(proposal))
    try:
        draft = tool.draft(tool.load(proposal.arguments, situation), situation)
    except (Refused, Unclear) as error:
        return Fresh(proposal, str(error))
    before = desk.entries_on(proposal.owner, draft.change.watched)
    broken = violations(draft.change, before, desk.books(proposal.owner, draft.change.months))
    shown = replace(proposal, title=draft.title, amount=draft.amount, warnings=draft.warnings)
    problem = wording.problem(broken) or None
    return Fresh(replace(shown, change=draft.change, before=before, problem=problem))


def _note(group: Sequence[Proposal], desk: Desk, *, state: ProposalState, reason: str) -> None:
    after = [Transition(p.id, p.state, p.revision, replace(p, state=state, reason=reason)) for p in group]
    desk.store.commit(Effects(transitions=tuple(after), repaint=_cards(group)))


def _cards(group: Sequence[Proposal]) -> tuple[str, ...]:
    return tuple(sorted({p.card_id for p in group}))
