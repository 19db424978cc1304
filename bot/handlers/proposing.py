"""From the drafts of one turn to proposals on one card: checked as one batch, deletions first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.conversation import Conversation
from bot.domain.proposal import EXPIRES_AFTER, Change, Proposal, ProposalState
from bot.domain.rules import Books, violations
from bot.domain.timesheet import Entry
from bot.handlers.calls import Drafted
from bot.handlers.desk import Desk, new_id
from bot.ports import Transition
from bot.tools import wording
from bot.words import say

DETAILS = frozenset(("dates", "percent", "client", "role"))


@dataclass(frozen=True)
class Batch:
    """The proposals of one turn, and the pending ones whose place they take."""

    card_id: str
    proposals: tuple[Proposal, ...]
    superseded: tuple[Proposal, ...]

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """What happens to the superseded proposals."""
        return tuple(superseding(p) for p in self.superseded)

    @property
    def repaint(self) -> tuple[str, ...]:
        """The cards on which something was superseded."""
        return tuple(sorted({p.card_id for p in self.superseded}))


def superseding(proposal: Proposal) -> Transition:
    """Take a pending proposal out of the running because another one takes its place."""
    return Transition(proposal.id, proposal.state, proposal.revision, replace(proposal, state=ProposalState.SUPERSEDED))


def dropping(proposal: Proposal, at: datetime) -> Transition:
    """Take a pending proposal out of the running because its owner wants it no more."""
    dropped = replace(proposal, state=ProposalState.SUPERSEDED, reason=say("outcome-dropped"), decided_at=at)
    return Transition(proposal.id, proposal.state, proposal.revision, dropped)


def propose(
    drafted: Sequence[Drafted], conversation: Conversation, words: str, pending: Sequence[Proposal], desk: Desk
) -> Batch:
    """Make the proposals of one turn. `words` is what the person said; `pending` what waited before this turn."""
    card_id = new_id()
    line = max((p.line for p in pending), default=0)
    now = desk.clock.now()  # once for all: proposals are ordered by it, and a clock may be set back
    made = [_proposal(d, conversation, card_id, line + n, words, now, desk) for n, d in enumerate(drafted, start=1)]
    checked = checked_together(made, desk)
    return Batch(card_id, tuple(checked), _superseded(drafted, pending, _elsewhere(conversation, made, desk)))


def _elsewhere(conversation: Conversation, made: Sequence[Proposal], desk: Desk) -> list[Proposal]:
    """What waits for the same owner in a thread or on another platform."""
    if not made:
        return []
    pending = desk.store.proposals(owner=made[0].owner, states=(ProposalState.PENDING,))
    return [p for p in pending if p.conversation_id != conversation.id]


def _proposal(
    drafted: Drafted, conversation: Conversation, card_id: str, line: int, words: str, now: datetime, desk: Desk
) -> Proposal:
    change = drafted.draft.change
    return Proposal(
        id=new_id(),
        conversation_id=conversation.id,
        card_id=card_id,
        line=line,
        owner=change.email,
        tool=drafted.resolved.tool.name,
        arguments=drafted.resolved.arguments,
        phrases=drafted.resolved.phrases,
        change=change,
        before=desk.entries_on(change.email, change.watched),
        created_at=now,
        expires_at=now + EXPIRES_AFTER,
        title=drafted.draft.title,
        amount=drafted.draft.amount,
        words=words,
        warnings=drafted.draft.warnings,
    )


def checked_together(proposals: Sequence[Proposal], desk: Desk) -> list[Proposal]:
    """The proposals with their problems and bundles, as one batch on top of the ledger, deletions first."""
    if not proposals:
        return []
    months = sorted({month for p in proposals for month in p.change.months})
    books = desk.books(proposals[0].owner, months)
    outcome: dict[str, Proposal] = {}
    earlier: list[Proposal] = []
    for proposal in sorted(proposals, key=lambda p: (not p.change.removed, p.line)):
        checked = _checked(proposal, earlier, books)
        outcome[proposal.id] = checked
        earlier.append(checked)
    return _bundled([outcome[p.id] for p in proposals], books)


def _checked(proposal: Proposal, earlier: Sequence[Proposal], books: Books) -> Proposal:
    before = _after(earlier, proposal)
    found = violations(proposal.change, before, books)
    return replace(proposal, problem=wording.problem(found) or None, bundle=None)


def _after(earlier: Sequence[Proposal], proposal: Proposal) -> tuple[Entry, ...]:
    mine = set(proposal.change.watched)
    before = proposal.before
    for other in earlier:
        part = Change(
            other.owner,
            removed=tuple(e for e in other.change.removed if e.day in mine),
            added=tuple(e for e in other.change.added if e.day in mine),
        )
        before = part.on(before)
    return before


def _bundled(proposals: list[Proposal], books: Books) -> list[Proposal]:
    """Give a deletion and what is only valid together with it the same bundle: one Approve writes both or none."""
    bundles = {p.id: p.id for p in proposals}
    for proposal in proposals:
        if proposal.problem or not violations(proposal.change, proposal.before, books):
            continue
        for other in proposals:
            if other.change.removed and set(other.change.days) & set(proposal.change.days):
                old, new = bundles[other.id], bundles[proposal.id]
                bundles = {id_: new if bundle == old else bundle for id_, bundle in bundles.items()}
    shared = [bundle for bundle in bundles.values() if list(bundles.values()).count(bundle) > 1]
    return [replace(p, bundle=bundles[p.id] if bundles[p.id] in shared else None) for p in proposals]


def _superseded(
    drafted: Sequence[Drafted], pending: Sequence[Proposal], elsewhere: Sequence[Proposal]
) -> tuple[Proposal, ...]:
    """What the model named in `replaces`, and what says the same thing about the same days and no others."""
    named = {d.replaces.id for d in drafted if d.replaces}
    return tuple(p for p in (*pending, *elsewhere) if p.id in named or any(_same_place(d, p) for d in drafted))


def _same_place(drafted: Drafted, proposal: Proposal) -> bool:
    if drafted.resolved.tool.name != proposal.tool:
        return False
    if _subject(drafted.resolved.arguments) != _subject(proposal.arguments):  # a title is in the owner's language
        return False
    days, theirs = set(drafted.draft.change.days), set(proposal.change.days)
    return theirs <= days


def _subject(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """What a line is about: a project, a reason, a month, a person, whatever the days and the amount."""
    return {name: value for name, value in arguments.items() if name not in DETAILS}
