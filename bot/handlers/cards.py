"""Painting a card from its proposals: what each line says, what can be clicked, and each day before and after."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar import missing_percent
from bot.domain.card import Card, CardDay, CardLine, Verb
from bot.domain.proposal import Proposal, ProposalState
from bot.domain.timesheet import FULL_DAY, Entry
from bot.handlers.desk import Desk, subject_names, zone_of
from bot.handlers.next_days import next_days
from bot.handlers.undoing import grouped, undoable
from bot.tools import wording
from bot.words import say

ALL_VERBS = (Verb.APPROVE, Verb.EDIT, Verb.DECLINE)


def card_of(card_id: str, desk: Desk) -> Card:
    """The card as it stands now."""
    proposals = desk.store.proposals(card_id=card_id)
    still_open = [p for p in proposals if p.state is ProposalState.PENDING]
    names = subject_names(desk)
    written = [p for p in proposals if p.state is ProposalState.APPLIED]
    offers = Offers(undoable(grouped(written), desk), next_days(written, desk))
    days = _days(still_open, names)
    ready = [p for p in still_open if p.problem is None]
    zone = _zone(proposals[0], desk) if proposals else zone_of(None)
    return Card(
        id=card_id,
        revision=card_revision(proposals),
        words=next((p.words for p in proposals), ""),
        lines=tuple(offers.on(_line(p, proposals, zone)) for p in proposals),
        days=days,
        still_open=_still_open(still_open, desk),
        approve_all=len(ready) if len(ready) > 1 else 0,
        total=_total(still_open),
    )


@dataclass(frozen=True)
class Offers:
    """What can be clicked under what is written: by proposal, whether it can be undone, and the days that come next."""

    undoable: Collection[str]
    next_days: Mapping[str, tuple[date, ...]]

    def on(self, line: CardLine) -> CardLine:
        """The line with what is offered; of those that were written together the first one is undone with all."""
        is_first = line.number <= min(line.with_lines, default=line.number)
        days = self.next_days.get(line.proposal_id, ())
        undo = line.proposal_id in self.undoable and is_first
        return replace(line, undo=undo, same_days=days, same_for=wording.days(days))


def card_revision(proposals: Sequence[Proposal]) -> int:
    """Changes whenever one of the lines does: Approve all counts only for the picture that it stood under."""
    return sum(p.revision for p in proposals)


def _zone(proposal: Proposal, desk: Desk) -> ZoneInfo:
    """Where the card's owner is: the times on a card are theirs."""
    conversation = desk.store.conversation_by_id(proposal.conversation_id)
    return zone_of(desk.person(conversation.platform, conversation.person_id))


def _line(proposal: Proposal, all_of_card: Sequence[Proposal], zone: ZoneInfo) -> CardLine:
    partners = [p for p in all_of_card if _go_together(p, proposal)]
    pending = proposal.state is ProposalState.PENDING
    days = proposal.change.days
    return CardLine(
        proposal_id=proposal.id,
        revision=proposal.revision,
        number=proposal.line,
        title=proposal.title,
        amount=proposal.amount,
        days=wording.days(days),
        count=say("some-days", days=len(days)) if days else "",
        state=proposal.state,
        verbs=_verbs(proposal, partners) if pending else (),
        warnings=proposal.warnings if pending else (),
        problem=say("line-refused", problem=proposal.problem) if pending and proposal.problem else None,
        notice=proposal.notice if proposal.state.is_open else None,
        outcome=None if pending else outcome(proposal, zone),
        with_lines=tuple(p.line for p in partners),
    )


def _go_together(one: Proposal, other: Proposal) -> bool:
    """True for two lines that are approved together, or undone together."""
    return one.id != other.id and bool(one.bundle) and one.bundle == other.bundle and one.state is other.state


def _verbs(proposal: Proposal, partners: Sequence[Proposal]) -> tuple[Verb, ...]:
    if proposal.problem:
        return (Verb.EDIT,)
    if partners and proposal.line > min(p.line for p in partners):
        return (Verb.EDIT, Verb.DECLINE)
    return ALL_VERBS


def outcome(proposal: Proposal, zone: ZoneInfo) -> str:
    """What became of a decided proposal, in one line: what happened, by whom, when."""
    who, when, why = proposal.decided_by or "?", moment(proposal.decided_at, zone), proposal.reason
    match proposal.state:
        case ProposalState.APPROVED:
            return say("outcome-approved", who=who, when=when)
        case ProposalState.APPLIED:
            return say("outcome-applied", who=who, when=when)
        case ProposalState.UNDOING:
            return say("outcome-undoing", who=proposal.undone_by or "?", when=moment(proposal.undone_at, zone))
        case ProposalState.UNDONE:
            return say("outcome-undone", who=proposal.undone_by or "?", when=moment(proposal.undone_at, zone))
        case ProposalState.FAILED:
            return say("outcome-failed-because", reason=why) if why else say("outcome-failed")
        case ProposalState.DECLINED if why:
            return say("outcome-declined-because", who=who, when=when, reason=why)
        case ProposalState.DECLINED:
            return say("outcome-declined", who=who, when=when)
        case ProposalState.EXPIRED:
            return say("outcome-expired")
        case _:
            return why or say("outcome-replaced")


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """A moment as the clock on the wall showed it there."""
    local = at and at.astimezone(zone)
    return say("moment", day=local.date(), time=f"{local:%H:%M}") if local else "?"


def _days(still_open: Sequence[Proposal], names: Mapping[str, str]) -> tuple[CardDay, ...]:
    touched = sorted({day for p in still_open for day in p.change.days})
    before = {day: _before(day, still_open) for day in touched}
    after = dict(before)
    for proposal in sorted(still_open, key=lambda p: (not p.change.removed, p.line)):
        for day in proposal.change.days:
            after[day] = tuple(e for e in proposal.change.on(after[day]) if e.day == day)
    return tuple(_day(day, before[day], after[day], names) for day in touched)


def _before(day: date, proposals: Sequence[Proposal]) -> tuple[Entry, ...]:
    showing = next(p for p in proposals if day in p.change.days)
    return tuple(e for e in showing.before if e.day == day)


def _day(day: date, before: Sequence[Entry], after: Sequence[Entry], names: Mapping[str, str]) -> CardDay:
    return CardDay(
        day=day,
        label=wording.day(day),
        before=tuple(_entry(e, names) for e in before),
        after=tuple(_entry(e, names) for e in after),
        over=sum(e.percent for e in after) > FULL_DAY,
        total=sum(e.percent for e in after),
    )


def _entry(entry: Entry, names: Mapping[str, str]) -> str:
    return f"{names.get(entry.subject, entry.subject)} {entry.percent}"


def _total(still_open: Sequence[Proposal]) -> str:
    """What all lines come to; nothing where a single line of whole days says it itself."""
    added = [entry.percent for p in still_open for entry in p.change.added]
    removed = [entry.percent for p in still_open for entry in p.change.removed]
    if len(still_open) < 2 and all(percent == FULL_DAY for percent in (*added, *removed)):
        return ""
    plus, minus = wording.in_days(sum(added)), wording.in_days(sum(removed))
    if added and removed:
        return say("card-total-both", added=plus, removed=minus)
    if removed:
        return say("card-total-removed", removed=minus)
    return say("card-total-added", added=plus) if added else ""


def _still_open(still_open: Sequence[Proposal], desk: Desk) -> str:
    days = sorted({day for p in still_open for day in p.change.days})
    if not days:
        return ""
    owner = still_open[0].owner
    entries = desk.entries_on(owner, days)
    for proposal in sorted(still_open, key=lambda p: (not p.change.removed, p.line)):
        entries = proposal.change.on(entries)
    employee = desk.ledger.employee(owner)
    holidays = desk.holidays.between(employee.country if employee else "", days[0], days[-1])
    gaps = missing_percent(entries, days, holidays)
    return ", ".join(f"{wording.day(day)} {gap} %" for day, gap in gaps)
