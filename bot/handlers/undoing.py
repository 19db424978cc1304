"""Taking back what was written: the days become what they were before, as long as nothing else has changed them since.

Whether that is so is asked when a card is painted (only then it offers Undo), again at the click, and by the ledger in
the moment of writing. An undo is written under an id of its own, so that after a crash the ledger can be asked for it.
Entries count as the proposal's own by the id that they carry: the same words written again by somebody else stay.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.ability import Ability, cannot, needed
from bot.domain.proposal import Change, Proposal, ProposalState, same_entries
from bot.domain.rules import Books, violations
from bot.domain.timesheet import Entry, Month, ReportState
from bot.handlers.desk import Desk, text_message
from bot.ports import Effects, Transition, Write
from bot.tools import wording
from bot.words import say

NEIGHBOURS_FOR = timedelta(days=62)  # cards older than that are not painted again; a click on them is answered
MOST_NEIGHBOURS = 5


@dataclass(frozen=True)
class Seen:
    """What the ledger holds of some proposals' days and months."""

    entries: tuple[Entry, ...]
    books: Books

    def on(self, change: Change) -> list[Entry]:
        """The entries of the days that a change is about."""
        days = set(change.watched)
        return [entry for entry in self.entries if entry.day in days]


def grouped(proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """The proposals by bundle, in the order of their lines; one without a bundle is a group of its own."""
    groups: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        groups.setdefault(proposal.bundle or proposal.id, []).append(proposal)
    return list(groups.values())


def look(proposals: Sequence[Proposal], desk: Desk) -> Seen:
    """Read the days and months of proposals of one owner."""
    owner = proposals[0].owner
    months = sorted({month for p in proposals for month in p.change.months})
    days = sorted({day for p in proposals for day in p.change.watched})
    return Seen(desk.entries_on(owner, days), desk.books(owner, months))


def undoable(written: Sequence[Sequence[Proposal]], desk: Desk) -> frozenset[str]:
    """The ids of the proposals that can be taken back now, of those that were written as these groups."""
    possible = [group for group in written if not _beyond(group, desk)]
    if not possible:
        return frozenset()
    seen = look([p for group in possible for p in group], desk)
    return frozenset(p.id for group in possible if not _hindered(group, seen, desk) for p in group)


def why_not_undone(group: Sequence[Proposal], desk: Desk) -> str:
    """Why a group that was written cannot be taken back, for its owner; empty where it can."""
    return _beyond(group, desk) or _hindered(group, look(group, desk), desk)


def _beyond(group: Sequence[Proposal], desk: Desk) -> str:
    """Why this can never be undone here, without a look at the days."""
    if any(p.change.project or p.change.employee or p.change.assigned for p in group):
        return say("undo-not-of-this", what=named(group))
    missing = {ability for p in group for ability in needed(p.change.taken_back(p.id))} - desk.ledger.abilities
    return cannot(min(missing), desk.ledger.title) if missing else ""


def _hindered(group: Sequence[Proposal], seen: Seen, desk: Desk) -> str:
    touched = sorted({m for p in group if p.change.report_state is None for m in p.change.months})
    if closed := [month for month in touched if month in seen.books.submitted]:
        return say("undo-month-closed", what=named(group), month=wording.month_title(closed[0]))
    if any(_has_moved_on(p, seen.books, desk) for p in group):
        return say("undo-month-changed", what=named(group))
    changed = sorted({day for p in group for day in _changed_days(p, group, seen)})
    if changed:
        return say("undo-day-changed", what=named(group), days=wording.days(changed))
    back = _as_one([p.change.taken_back(p.id) for p in group])
    broken = violations(back, seen.on(back), seen.books)
    return say("undo-refused", what=named(group), why=wording.problem(broken)) if broken else ""


def named(group: Sequence[Proposal]) -> str:
    """`Apollo (APO) 50 % Mon 16 – Thu 19 Nov`, for each line."""
    return ", ".join(" ".join(filter(None, (p.title, p.amount, wording.days(p.change.days)))) for p in group)


def _as_one(changes: Sequence[Change]) -> Change:
    removed = tuple(entry for change in changes for entry in change.removed)
    added = tuple(entry for change in changes for entry in change.added)
    state = next((change.report_state for change in changes if change.report_state), None)
    return Change(changes[0].email, removed, added, report_state=state)


def _changed_days(proposal: Proposal, group: Sequence[Proposal], seen: Seen) -> set[date]:
    """The days that are not as the group left them."""
    left, stands = after_picture(proposal, group), seen.on(proposal.change)
    own = Counter(e.key for e in proposal.change.added)
    there = Counter(e.key for e in stands if e.proposal_id in (proposal.id, None))
    others = {key[1] for key in own - there}
    return others | {day for day in proposal.change.watched if not same_entries(_on(day, left), _on(day, stands))}


def _on(day: date, entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.day == day]


def after_picture(proposal: Proposal, group: Sequence[Proposal]) -> tuple[Entry, ...]:
    """The days of one of a group, as they were when all of it was written."""
    moved = proposal
    for other in sorted(group, key=lambda p: not p.change.removed):
        moved = moved.rebased(other.change)
    return moved.before


def _has_moved_on(proposal: Proposal, books: Books, desk: Desk) -> bool:
    """True when the month that it handed in or took back is in the other state, or was moved again since."""
    month, state = proposal.change.month, proposal.change.report_state
    if month is None or state is None:
        return False
    if (month in books.submitted) is not (state is ReportState.SUBMITTED):
        return True
    states = (ProposalState.APPLIED, ProposalState.APPROVED, ProposalState.UNDOING)
    since = desk.store.proposals(owner=proposal.owner, states=states, decided_since=proposal.decided_at)
    return any(p.change.month == month and p.change.report_state and _moment(p) > _moment(proposal) for p in since)


def _moment(proposal: Proposal) -> tuple[object, ...]:
    return (proposal.decided_at, proposal.created_at, proposal.line, proposal.id)


def neighbours(group: Sequence[Proposal], desk: Desk) -> tuple[str, ...]:
    """The newest other cards of the same owner whose lines may be undone now, or no longer, because this was written
    or taken back."""
    if Ability.REMOVE not in desk.ledger.abilities:
        return ()
    days = {day for p in group for day in p.change.days}
    months = {p.change.month for p in group if p.change.report_state}
    since = desk.clock.now() - NEIGHBOURS_FOR
    written = desk.store.proposals(owner=group[0].owner, states=(ProposalState.APPLIED,), decided_since=since)
    cards = [p.card_id for p in reversed(written) if _touched(p, days, months) and p.card_id != group[0].card_id]
    return tuple(list(dict.fromkeys(cards))[:MOST_NEIGHBOURS])


def _touched(proposal: Proposal, days: set[date], months: set[Month | None]) -> bool:
    return bool(days & set(proposal.change.days) or months & set(proposal.change.months))


class TakingBack:
    """How a group that its owner takes back goes through the one path into the ledger (see `applying`)."""

    def writes(self, group: Sequence[Proposal]) -> list[Write]:
        """What undoes each, on top of what the group left."""
        return [Write(p.undo_id, p.change.taken_back(p.id), after_picture(p, group)) for p in group]

    def is_unchanged(self, group: Sequence[Proposal], desk: Desk) -> bool:
        """True while it can be taken back."""
        return not why_not_undone(group, desk)

    def done(self, group: Sequence[Proposal], desk: Desk) -> None:
        """Note that it is undone; lines of the card that still wait are about other days than they were."""
        undone = [Transition(p.id, p.state, p.revision, replace(p, state=ProposalState.UNDONE)) for p in group]
        waiting = desk.store.proposals(card_id=group[0].card_id, states=(ProposalState.PENDING,))
        moved = []
        for line in waiting:
            rebased = line
            for proposal in group:
                rebased = rebased.rebased(proposal.change.taken_back(proposal.id))
            if rebased != line:
                anew = replace(rebased, revision=line.revision + 1)
                moved.append(Transition(line.id, line.state, line.revision, anew))
        repaint = (group[0].card_id, *neighbours(group, desk))
        desk.store.commit(Effects(transitions=(*undone, *moved), repaint=repaint))

    def changed(self, group: Sequence[Proposal], desk: Desk) -> None:
        """It stands, since the days are no longer as it left them."""
        self._stands(group, why_not_undone(group, desk) or say("undo-changed", what=named(group)), desk)

    def refused(self, group: Sequence[Proposal], why: str, desk: Desk) -> None:
        """It stands, since the ledger said no."""
        self._stands(group, say("undo-refused", what=named(group), why=why), desk)

    def _stands(self, group: Sequence[Proposal], sentence: str, desk: Desk) -> None:
        """Back to what is true, under the next revision: a click that was on its way is about the old picture."""
        after = [
            replace(p, state=ProposalState.APPLIED, revision=p.revision + 1, undone_by=None, undone_at=None)
            for p in group
        ]
        back = tuple(Transition(p.id, p.state, p.revision, new) for p, new in zip(group, after, strict=True))
        conversation = desk.store.conversation_by_id(group[0].conversation_id)
        said = (text_message(conversation, sentence),)
        desk.store.commit(Effects(transitions=back, outgoing=said, repaint=(group[0].card_id,)))
