"""The one way into the ledger. Days are read again, rules are checked again, and what stands is never written twice.

What is approved is written on it, and what is taken back is undone on it. After a crash the same path is walked again:
whatever is `approved` or `undoing` is asked of the ledger before it is repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import structlog

from bot.domain.proposal import EXPIRES_AFTER, Proposal, ProposalState, same_entries
from bot.domain.rules import violations
from bot.errors import LedgerChanged, LedgerError, LedgerRefused
from bot.handlers.desk import Desk
from bot.handlers.files import files_after
from bot.handlers.going_on import go_on_later
from bot.handlers.undoing import TakingBack, grouped, neighbours
from bot.ports import Effects, Standing, Transition, Write
from bot.tools import wording
from bot.tools.registry import TOOLS, why_not
from bot.tools.situation import Refused, Unclear
from bot.words import say, speaking

log = structlog.get_logger(__name__)


class Way(Protocol):
    """What is particular to writing a group (one proposal, or a bundle: all of it or nothing), or to undoing it."""

    def writes(self, group: Sequence[Proposal]) -> list[Write]:
        """What the ledger is to write, each under an id of its own."""
        ...

    def is_unchanged(self, group: Sequence[Proposal], desk: Desk) -> bool:
        """True while the days are as the owner saw them, and the rules allow it."""
        ...

    def done(self, group: Sequence[Proposal], desk: Desk) -> None:
        """Note that it stands."""
        ...

    def changed(self, group: Sequence[Proposal], desk: Desk) -> None:
        """Note that it does not stand, because the days have changed."""
        ...

    def refused(self, group: Sequence[Proposal], why: str, desk: Desk) -> None:
        """Note that it does not stand, because the ledger said no."""
        ...


def apply_approved(group: Sequence[Proposal], desk: Desk) -> None:
    """Write an approved group and note what came of it.

    When the ledger cannot be reached the group stays approved: `recover` writes it later.
    """
    _go(group, _Writing(), desk)


def take_back(group: Sequence[Proposal], desk: Desk) -> None:
    """Undo a group that its owner takes back, and note what came of it; while the ledger is away it waits."""
    _go(group, TakingBack(), desk)


def _go(group: Sequence[Proposal], way: Way, desk: Desk) -> None:
    writes = way.writes(group)
    try:
        # The days are read before it is asked what stands: whoever writes this group in between is then found out by
        # the second question, and its own entries are never taken for somebody else's change.
        unchanged = way.is_unchanged(group, desk)
        standing = desk.ledger.standing(writes)
        if standing is Standing.NOTHING and not unchanged:
            way.changed(group, desk)
            return
        if standing is not Standing.WRITTEN:
            desk.ledger.apply(writes)
        way.done(group, desk)
    except LedgerChanged:
        way.changed(group, desk)
    except LedgerRefused as refusal:
        way.refused(group, str(refusal), desk)
    except LedgerError as error:
        log.warning("ledger is not available; it waits", ids=[p.id for p in group], error=str(error))
        desk.store.commit(Effects(repaint=_cards(group)))


def recover(desk: Desk) -> int:
    """Carry on with everything that was approved or taken back, and not noted as done: after a crash, or a ledger's
    absence."""
    waiting = desk.store.proposals(states=(ProposalState.APPROVED, ProposalState.UNDOING))
    for state, go in ((ProposalState.APPROVED, _apply_late), (ProposalState.UNDOING, take_back)):
        for group in grouped([p for p in waiting if p.state is state]):
            try:
                with speaking(_owners_locale(group[0], desk)):
                    go(group, desk.for_one_event())
            except Exception:
                log.exception("what is on its way to the ledger cannot be written", ids=[p.id for p in group])
    return len(waiting)


def _apply_late(group: Sequence[Proposal], desk: Desk) -> None:
    apply_approved(group, desk)
    _go_on(group[0], desk)


def _owners_locale(proposal: Proposal, desk: Desk) -> str:
    conversation = desk.store.conversation_by_id(proposal.conversation_id)
    return desk.locale_of(conversation.platform, conversation.person_id)


def _go_on(proposal: Proposal, desk: Desk) -> None:
    """The click could not let the turn go on, since the line was still open then."""
    card = desk.store.proposals(card_id=proposal.card_id)
    go_on_later(card, desk.store.conversation_by_id(proposal.conversation_id), desk)


class _Writing:
    """How an approved group goes through."""

    def writes(self, group: Sequence[Proposal]) -> list[Write]:
        """What the cards showed, on top of what they showed."""
        return [Write(p.id, p.change, p.before) for p in group]

    def is_unchanged(self, group: Sequence[Proposal], desk: Desk) -> bool:
        """True while the before-pictures and the rules hold."""
        return _is_unchanged(group, desk)

    def done(self, group: Sequence[Proposal], desk: Desk) -> None:
        """It is applied."""
        _note_applied(group, desk)

    def changed(self, group: Sequence[Proposal], desk: Desk) -> None:
        """It is shown again."""
        _issue_anew(group, desk)

    def refused(self, group: Sequence[Proposal], why: str, desk: Desk) -> None:
        """It failed."""
        _note(group, desk, state=ProposalState.FAILED, reason=why)


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
    repaint = (*_cards(group), *neighbours(group, desk))
    effects = Effects(transitions=(*applied, *moved), outgoing=files_after(group), repaint=repaint)
    desk.store.commit(effects)


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
