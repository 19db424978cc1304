"""The proposals of every Store: found again as they were, and moved by compare-and-swap alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.conversation import Conversation
from bot.domain.proposal import Change, ProposalState
from bot.domain.timesheet import ReportState
from bot.ports import Effects, Store
from tests.conformance.kept import BEN, NOVEMBER, NOW, THREADS, all_at_once, approval, proposed


def test_a_proposal_comes_back_as_it_was_made(store: Store, conversation: Conversation) -> None:
    """Every field survives, so its hash does: what the card shows is what will be written."""
    decided = proposed(
        "p1", conversation, bundle="b", problem="full", notice="n", reason="no", decided_by="U1", decided_at=NOW
    )
    month = proposed("p2", conversation, change=Change(BEN.email, month=NOVEMBER, report_state=ReportState.SUBMITTED))
    store.commit(Effects(proposals=(decided, month)))
    for proposal in (decided, month):
        read = store.proposal(proposal.id)
        assert read == proposal
        assert read.content_hash == proposal.content_hash
    assert store.proposal("p3") is None


def test_overdue_is_what_waits_past_its_time_the_oldest_first(store: Store, conversation: Conversation) -> None:
    """Its moment included, what was decided left out, and never more than asked for."""
    hours = {"late": 1, "later": 0, "latest": -1, "in time": 2, "decided": -2}
    for line, (name, after) in enumerate(hours.items(), start=1):
        state = ProposalState.APPLIED if name == "decided" else ProposalState.PENDING
        until = NOW + timedelta(hours=after)
        store.commit(Effects(proposals=(proposed(name, conversation, line=line, expires_at=until, state=state),)))
    at = NOW + timedelta(hours=1)
    assert [p.id for p in store.overdue(at, 10)] == ["latest", "later", "late"]
    assert [p.id for p in store.overdue(at, 2)] == ["latest", "later"]
    assert store.overdue(NOW - timedelta(hours=3), 10) == ()


def test_proposals_are_found_by_any_mixture_of_arguments(store: Store, conversation: Conversation) -> None:
    """Each argument narrows; the order is creation, then line."""
    later = NOW + timedelta(minutes=1)
    store.commit(
        Effects(
            proposals=(
                proposed("p3", conversation, created_at=later, card_id="c2"),
                proposed("p2", conversation, line=2, state=ProposalState.DECLINED),
                proposed("p1", conversation, line=1),
                proposed("p4", conversation, created_at=later, line=2, owner="ana@tally.example"),
            )
        )
    )

    def ids(**wanted: Any) -> list[str]:
        return [proposal.id for proposal in store.proposals(**wanted)]

    assert ids() == ["p1", "p2", "p3", "p4"]
    assert ids(card_id="c1", states={ProposalState.PENDING}) == ["p1", "p4"]
    assert ids(owner=BEN.email, conversation_id=conversation.id) == ["p1", "p2", "p3"]
    assert ids(states=()) == []
    decided = replace(
        approval(proposed("p1", conversation)), after=replace(proposed("p1", conversation), decided_at=later)
    )
    assert store.commit(Effects(transitions=(decided,)))
    assert (ids(decided_since=later), ids(decided_since=later + timedelta(seconds=1))) == (["p1"], [])
    assert ids(ids={"p4", "p1", "nobody's"}) == ["p1", "p4"]
    assert ids(ids=()) == []
    assert ids(conversation_id="another") == []


def test_the_forty_lines_of_a_card_come_in_their_order(store: Store, conversation: Conversation) -> None:
    """Lines are ordered as numbers, whatever order they were stored in."""
    lines = tuple(proposed(f"p{line}", conversation, line=line) for line in range(40, 0, -1))
    store.commit(Effects(proposals=lines))
    assert [proposal.line for proposal in store.proposals(card_id="c1")] == list(range(1, 41))


def test_a_transition_happens_only_from_the_state_and_revision_it_names(
    store: Store, conversation: Conversation
) -> None:
    """The second of two clicks, and a click on an older card, find that their moment has passed."""
    proposal = proposed("p1", conversation)
    store.commit(Effects(proposals=(proposal,)))
    assert not store.commit(Effects(transitions=(replace(approval(proposal), revision=2),)))
    assert store.commit(Effects(transitions=(approval(proposal),)))
    assert not store.commit(Effects(transitions=(approval(proposal),)))
    assert store.proposal("p1") == approval(proposal).after


def test_of_eight_racing_clicks_one_wins(store: Store, conversation: Conversation) -> None:
    """Compare-and-swap holds under concurrency: one approval, seven told that it no longer holds."""
    proposal = proposed("p1", conversation)
    store.commit(Effects(proposals=(proposal,)))
    outcomes = all_at_once(lambda _: store.commit(Effects(transitions=(approval(proposal),))))
    assert sorted(outcomes) == [False] * (THREADS - 1) + [True]
