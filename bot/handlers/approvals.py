"""Decisions: approve, decline, edit, approve all, undo. Ownership, state, revision and expiry are checked here alone.

A decision is a compare-and-swap on the proposal's row, so a second click, an old card or another replica finds nothing
to decide. Whatever happens, the card is painted again, so that it shows what is true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import structlog

from bot.domain.conversation import Conversation, Person
from bot.domain.proposal import Proposal, ProposalState, same_entries
from bot.domain.timesheet import Employee, ReportState
from bot.errors import UserFacingError
from bot.handlers.applying import apply_approved, take_back, with_fresh_change
from bot.handlers.cards import card_revision
from bot.handlers.desk import Desk, text_message
from bot.handlers.expiry import expiring
from bot.handlers.forms import edited
from bot.handlers.going_on import go_on_later
from bot.handlers.proposing import checked_together
from bot.handlers.undoing import grouped, why_not_undone
from bot.ports import Effects, InboxEvent, Transition
from bot.words import say

log = structlog.get_logger(__name__)
Decision = Callable[[Sequence[Proposal], Mapping[str, Any], Employee, Desk], None]


def handle_decision(event: InboxEvent, desk: Desk) -> bool:
    """Carry out a click or a submitted form. False when the event has to be handled again."""
    person = desk.person(event.platform, event.person_id)
    card = desk.store.proposals(card_id=str(event.payload["card_id"]))
    conversation = where_answered(event, person, card, desk)
    try:
        employee = desk.employee(person)
        decide = _decision(str(event.payload["verb"]))
        wanted = _wanted(event.payload, card, employee)
        decide(wanted, event.payload, employee, desk)
    except UserFacingError as error:
        said = (text_message(conversation, str(error)),)
        return desk.store.commit(Effects(outgoing=said, repaint=_repaint(card)), completes=event.id)
    _check_again(card, desk)
    now = desk.store.proposals(card_id=card[0].card_id)
    if decide is not _undo and (event.attempts > 1 or _has_moved(card, now)):  # after a crash it may have moved before
        go_on_later(now, conversation, desk)
    return desk.store.commit(Effects(repaint=_repaint(card)), completes=event.id)


def _decision(verb: str) -> Decision:
    """What a verb does. Raises UserFacingError for any other: only a click that says so approves."""
    approving: dict[str, Decision] = {"approve": _approve, "approve_all": _approve}
    known = {**approving, "decline": _decline, "edit": _edit, "undo": _undo}
    if verb not in known:
        raise UserFacingError(say("unknown-button"))
    return known[verb]


def where_answered(event: InboxEvent, person: Person, card: Sequence[Proposal], desk: Desk) -> Conversation:
    """The card's; somebody else than its owner is answered where they clicked."""
    if card and card[0].owner.casefold() == person.email.casefold():
        return desk.store.conversation_by_id(card[0].conversation_id)
    return desk.store.conversation(event.platform, event.lane, person, event.payload["address"])


def _repaint(card: Sequence[Proposal]) -> tuple[str, ...]:
    return (card[0].card_id,) if card else ()


def check_own(card: Sequence[Proposal], employee: Employee) -> None:
    """Raise UserFacingError unless there is a card, and it is this person's."""
    if not card:
        raise UserFacingError(say("card-gone"))
    if any(p.owner != employee.email for p in card):
        raise UserFacingError(say("card-not-yours"))


def _wanted(payload: Mapping[str, Any], card: Sequence[Proposal], employee: Employee) -> list[Proposal]:
    """The proposals that the click is about. Raises UserFacingError when there are none that this person may decide."""
    check_own(card, employee)
    if payload["verb"] == "approve_all":
        if int(payload["revision"]) != card_revision(card):
            raise UserFacingError(say("card-outdated"))
        return [p for p in card if p.state is ProposalState.PENDING and p.problem is None]
    clicked = next((p for p in card if p.id == payload.get("proposal_id")), None)
    if clicked is None:
        raise UserFacingError(say("card-gone"))
    if clicked.state is ProposalState.PENDING and clicked.revision != int(payload["revision"]):
        raise UserFacingError(say("card-outdated"))
    return [p for p in card if p.id == clicked.id or (clicked.bundle and p.bundle == clicked.bundle)]


def _in_time(proposals: Sequence[Proposal], desk: Desk) -> list[Proposal]:
    """Those that can still be decided; the ones past their date are noted as expired."""
    now = desk.clock.now()
    pending = [p for p in proposals if p.state is ProposalState.PENDING]
    late = [p for p in pending if p.expires_at <= now]
    for proposal in late:
        desk.store.commit(Effects(transitions=(expiring(proposal),)))
    return [p for p in pending if p not in late]


def _moving(before: Proposal, after: Proposal) -> Transition:
    return Transition(before.id, before.state, before.revision, after)


def _approve(wanted: Sequence[Proposal], payload: Mapping[str, Any], employee: Employee, desk: Desk) -> None:
    for group in sorted(grouped(_in_time(wanted, desk)), key=_submits):
        current = [p for p in (desk.store.proposal(p.id) for p in group) if p is not None]
        if any(p.problem or p.state is not ProposalState.PENDING for p in current):
            continue
        approved = [_decided(p, ProposalState.APPROVED, employee, desk) for p in current]
        moves = tuple(_moving(before, after) for before, after in zip(current, approved, strict=True))
        if desk.store.commit(Effects(transitions=moves)):
            apply_approved(approved, desk)


def _submits(group: Sequence[Proposal]) -> bool:
    """True for what closes a month: it is written after everything else."""
    return any(p.change.report_state is ReportState.SUBMITTED for p in group)


def _decided(proposal: Proposal, state: ProposalState, employee: Employee, desk: Desk) -> Proposal:
    return replace(proposal, state=state, decided_by=employee.full_name, decided_at=desk.clock.now(), notice=None)


def _decline(wanted: Sequence[Proposal], payload: Mapping[str, Any], employee: Employee, desk: Desk) -> None:
    reason = str(payload.get("reason") or "").strip() or None
    clicked = [p for p in _in_time(wanted, desk) if p.id == payload.get("proposal_id")]
    for proposal in clicked:
        declined = replace(_decided(proposal, ProposalState.DECLINED, employee, desk), reason=reason)
        desk.store.commit(Effects(transitions=(_moving(proposal, declined),)))


def _edit(wanted: Sequence[Proposal], payload: Mapping[str, Any], employee: Employee, desk: Desk) -> None:
    clicked = [p for p in _in_time(wanted, desk) if p.id == payload.get("proposal_id")]
    for proposal in clicked:
        fresh = with_fresh_change(edited(proposal, payload["values"], employee, desk), desk)
        anew = replace(fresh.proposal, revision=proposal.revision + 1, bundle=None)
        if fresh.impossible or anew.problem or not _was_shown(proposal, anew, desk):
            anew = replace(anew, notice=say("changed-as-asked"), problem=fresh.impossible or anew.problem)
            desk.store.commit(Effects(transitions=(_moving(proposal, anew),)))
            continue
        approved = _decided(anew, ProposalState.APPROVED, employee, desk)
        if desk.store.commit(Effects(transitions=(_moving(proposal, approved),))):
            apply_approved([approved], desk)


def _undo(wanted: Sequence[Proposal], payload: Mapping[str, Any], employee: Employee, desk: Desk) -> None:
    """Take back a line, or all of those that were written together. A second click finds it undone.

    Raises UserFacingError where that cannot be done: then nothing has moved.
    """
    clicked = next(p for p in wanted if p.id == payload.get("proposal_id"))
    if clicked.state in (ProposalState.UNDOING, ProposalState.UNDONE):
        return
    if clicked.state is not ProposalState.APPLIED:
        raise UserFacingError(say("undo-nothing"))
    if clicked.revision != int(payload["revision"]):
        raise UserFacingError(say("card-outdated"))
    written = [p for p in wanted if p.state is ProposalState.APPLIED]
    if hindrance := why_not_undone(written, desk):
        raise UserFacingError(hindrance)
    state, at = ProposalState.UNDOING, desk.clock.now()
    taken = [replace(p, state=state, undone_by=employee.full_name, undone_at=at) for p in written]
    if desk.store.commit(Effects(transitions=tuple(map(_moving, written, taken)))):
        take_back(taken, desk)


def _was_shown(before: Proposal, after: Proposal, desk: Desk) -> bool:
    """True when the form itself shows all that an edit writes: nothing is removed or copied, and on the days that the
    card showed nothing moved meanwhile. Otherwise the card is painted first and its Approve decides."""
    if after.change.removed or after.tool == "copy_entries":
        return False
    return same_entries(before.before, desk.entries_on(before.owner, before.change.watched))


def _check_again(card: Sequence[Proposal], desk: Desk) -> None:
    """A decision may make another line of the card possible or impossible: check what is left as one batch."""
    left = desk.store.proposals(card_id=card[0].card_id, states=(ProposalState.PENDING,))
    checked = checked_together(left, desk)
    moves = tuple(_moving(old, _as_other_line(old, new)) for old, new in zip(left, checked, strict=True) if old != new)
    if moves:
        desk.store.commit(Effects(transitions=moves))


def _as_other_line(old: Proposal, new: Proposal) -> Proposal:
    """A line that is now approved together with others, or that can be approved only now or no longer, is another
    line: clicks on the old picture do not count, its Approve all included.
    """
    is_other = old.bundle != new.bundle or bool(old.problem) != bool(new.problem)
    return replace(new, revision=old.revision + 1) if is_other else new


def _has_moved(card: Sequence[Proposal], now: Sequence[Proposal]) -> bool:
    return any(before.state is not after.state for before, after in zip(card, now, strict=True))
