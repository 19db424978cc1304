"""What every Store promises: nothing is lost, nothing happens twice, and a commit is all or nothing."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import chain, count
from threading import Barrier
from typing import Any, TypeVar

import pytest
from sqlalchemy import Engine
from sqlalchemy import event as engine_event

from bot.domain.conversation import Conversation, Earlier, Message, Outgoing, Person, Said, Speaker, ToolCall
from bot.domain.proposal import Change, Proposal, ProposalState
from bot.domain.timesheet import Entry, Month, ReportState
from bot.errors import TallyError
from bot.ports import Effects, InboxEvent, Store, Transition
from bot.store.database import open_engine
from bot.store.store import SqlStore

T = TypeVar("T")
NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
NOVEMBER = Month(2026, 11)
BEN = Person("U1", "ben@tally.example", "Ben Okafor", "Europe/Dublin", "en-IE")
THREADS = 8


def said(event_id: str, lane: str = "slack:D1", kind: str = "message", **payload: Any) -> InboxEvent:
    """An event."""
    return InboxEvent(event_id, "slack", kind, lane, "U1", {"address": {"channel": "D1"}, **payload}, NOW)


def text(outgoing_id: str, conversation: Conversation, words: str = "Hello") -> Outgoing:
    """An outgoing text."""
    return Outgoing(outgoing_id, conversation.id, Said.TEXT, {"text": words})


def card(outgoing_id: str, conversation: Conversation, card_id: str) -> Outgoing:
    """An outgoing card."""
    return Outgoing(outgoing_id, conversation.id, Said.CARD, {"card_id": card_id})


def proposed(proposal_id: str, conversation: Conversation, **fields: Any) -> Proposal:
    """A proposal with something in every kind of field."""
    day = date(2026, 11, 16)
    given: dict[str, Any] = {
        "card_id": "c1",
        "line": 1,
        "owner": BEN.email,
        "tool": "add_activities",
        "arguments": {"project": "APO", "dates": ["2026-11-16"], "percent": 50},
        "phrases": {"dates": "lundi, à moitié"},
        "change": Change(BEN.email, (Entry(BEN.email, day, 25, reason="sick"),), (Entry(BEN.email, day, 50, "APO"),)),
        "before": (Entry(BEN.email, day, 25, reason="sick", proposal_id="p0"),),
        "created_at": NOW,
        "expires_at": NOW + timedelta(days=7),
        "warnings": ("Mon 16 Nov is a holiday",),
        "title": "Apollo (APO)",
        "amount": "50 %",
        "words": "“apollo”",
    }
    return Proposal(proposal_id, conversation.id, **(given | fields))


def approval(proposal: Proposal) -> Transition:
    """From pending to approved."""
    after = replace(proposal, state=ProposalState.APPROVED, decided_by="U1", decided_at=NOW)
    return Transition(proposal.id, ProposalState.PENDING, proposal.revision, after)


def all_at_once(work: Callable[[int], T], threads: int = THREADS) -> list[T]:
    """What `work` returns on several threads that start together."""
    barrier = Barrier(threads)

    def start(n: int) -> T:
        barrier.wait()
        return work(n)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(start, range(threads)))


@pytest.fixture
def conversation(store: Store) -> Conversation:
    """Ben's direct messages."""
    return store.conversation("slack", "D1", BEN, {"channel": "D1"})


# --- inbox --------------------------------------------------------------------------------------------------------


def test_an_event_comes_back_as_it_was_stored(store: Store) -> None:
    """Claiming returns what the listener stored, to the letter, with the time in UTC and the attempt counted."""
    paris = timezone(timedelta(hours=1))
    event = replace(said("e1", text="à demain 🙂"), received_at=NOW.astimezone(paris))
    store.receive(event)
    claimed = store.claim()
    assert claimed == replace(event, attempts=1)
    assert claimed.received_at.utcoffset() == timedelta(0)


def test_a_redelivered_event_is_dropped(store: Store) -> None:
    """The same id counts once: while it waits, while it is in work, and after it is done."""
    assert store.receive(said("e1", text="first"))
    assert not store.receive(said("e1", text="again"))
    store.claim()
    assert not store.receive(said("e1"))
    store.commit(Effects(), completes="e1")
    assert not store.receive(said("e1"))
    assert store.claim() is None


def test_an_event_delivered_on_eight_threads_is_stored_once(store: Store) -> None:
    """A duplicate is dropped also when the deliveries race."""
    assert sorted(all_at_once(lambda _: store.receive(said("e1")))) == [False] * (THREADS - 1) + [True]


def test_an_event_that_cannot_be_stored_is_not_mistaken_for_a_duplicate(store: Store) -> None:
    """Only a known id is a duplicate: anything else that the database refuses is an error, or a message is lost."""
    with pytest.raises(TallyError):
        store.receive(replace(said("e1"), person_id=None))  # type: ignore[arg-type]


def test_a_lane_is_handled_one_event_at_a_time_and_lanes_side_by_side(store: Store) -> None:
    """The second event of a conversation waits for the first; another conversation does not."""
    for event in (said("a1", "a"), said("a2", "a"), said("b1", "b")):
        store.receive(event)
    assert [claimed.id for claimed in iter(store.claim, None)] == ["a1", "b1"]
    store.commit(Effects(), completes="a1")
    assert [claimed.id for claimed in iter(store.claim, None)] == ["a2"]
    store.receive(replace(said("c1", "a"), platform="mattermost"))
    assert [claimed.id for claimed in iter(store.claim, None)] == ["c1"]


def test_eight_threads_never_get_the_same_event_nor_the_same_lane(store: Store) -> None:
    """Twelve lanes, two events each, eight workers that only claim: every lane's first event goes out exactly once."""
    for number in range(24):
        store.receive(said(f"e{number}", f"lane {number % 12}"))
    claims = all_at_once(lambda _: [event.id for event in iter(store.claim, None)])
    assert sorted(chain.from_iterable(claims)) == sorted(f"e{number}" for number in range(12))


def test_what_a_crashed_program_had_in_work_is_claimed_again_in_its_order(store: Store) -> None:
    """`release` puts back what was in work, and only that; the attempts tell that it was tried before."""
    for event in (said("a1", "a"), said("b1", "b"), said("c1", "c")):
        store.receive(event)
    store.claim()
    store.commit(Effects(), completes="a1")
    store.claim()
    assert store.release() == 1
    assert store.release() == 0
    again = store.claim()
    assert again is not None
    assert (again.id, again.attempts) == ("b1", 2)


def test_a_postponed_event_lets_other_lanes_pass(store: Store) -> None:
    """When the model is down for one, the others get their turn first; then it is claimed again."""
    for event in (said("a1", "a"), said("b1", "b")):
        store.receive(event)
    store.claim()
    store.postpone("a1")
    assert [claimed.id for claimed in iter(store.claim, None)] == ["b1", "a1"]


def test_a_postponed_message_keeps_its_place_among_messages_but_a_click_passes(store: Store) -> None:
    """“apollo monday”, “no, half”: never handled in the other order. Approve does not need the model and goes ahead."""
    for event in (said("m1"), said("m2"), said("click", kind="decision")):
        store.receive(event)
    order = []
    store.claim()
    store.postpone("m1")
    while claimed := store.claim():
        order.append(claimed.id)
        store.commit(Effects(), completes=claimed.id)
    assert order.index("m1") < order.index("m2")
    assert order[0] == "click"


def test_a_finished_event_cannot_be_postponed(store: Store) -> None:
    """Postponing concerns what is in work: a late call does not bring back what is done."""
    store.receive(said("e1"))
    store.claim()
    store.commit(Effects(), completes="e1")
    store.postpone("e1")
    assert store.claim() is None


# --- conversations ------------------------------------------------------------------------------------------------


def test_a_conversation_is_made_once(store: Store) -> None:
    """The same platform key names the same conversation, also from eight threads at once."""
    made = all_at_once(lambda _: store.conversation("slack", "D1", BEN, {"channel": "D1"}))
    assert len({conversation.id for conversation in made}) == 1
    assert store.conversation_by_id(made[0].id) == made[0]
    assert store.conversation("mattermost", "D1", BEN, {}).id != made[0].id


def test_a_conversation_stays_its_persons(store: Store, conversation: Conversation) -> None:
    """A new e-mail of the same person is taken over; another person in the same place changes nothing."""
    renamed = store.conversation("slack", "D1", replace(BEN, email="ben.o@tally.example"), {})
    assert (renamed.id, renamed.email) == (conversation.id, "ben.o@tally.example")
    other = store.conversation("slack", "D1", Person("U2", "eve@tally.example"), {})
    assert (other.person_id, other.email) == ("U1", "ben.o@tally.example")


def test_an_unknown_conversation_is_a_key_error(store: Store) -> None:
    """Nothing is made up."""
    with pytest.raises(KeyError):
        store.conversation_by_id("nobody")


def test_history_is_the_newest_messages_oldest_first(store: Store, conversation: Conversation) -> None:
    """Messages keep their order within and across commits, and come back as they were said."""
    call = ToolCall("t1", "add_activities", {"project": "apollo", "dates": "mon, tue"})
    turns = (
        Message(Speaker.USER, "apollo mon, tue"),
        Message(Speaker.ASSISTANT, calls=(call,)),
        Message(Speaker.TOOL, "pending 1", call_id="t1", proposal_ids=("p1", "p2")),
    )
    other = store.conversation("slack", "D2", BEN, {})
    store.commit(Effects(messages=tuple((conversation.id, message) for message in turns[:2])))
    store.commit(Effects(messages=((other.id, Message(Speaker.USER, "hi")), (conversation.id, turns[2]))))
    assert tuple(store.history(conversation.id)) == turns
    assert tuple(store.history(conversation.id, limit=2)) == turns[1:]


def test_history_begins_behind_a_position(store: Store, conversation: Conversation) -> None:
    """Positions grow; a conversation that was cut or started over is read from behind one of them, to the letter."""
    said = [Message(Speaker.USER, f"message {n}") for n in range(4)]
    store.commit(Effects(messages=tuple((conversation.id, message) for message in said)))
    positions = [message.position for message in store.history(conversation.id)]
    assert positions == sorted(set(positions))
    assert 0 not in positions
    assert list(store.history(conversation.id, after=positions[1])) == said[2:]
    assert list(store.history(conversation.id, 1, after=positions[0])) == said[3:]
    assert list(store.history(conversation.id, after=positions[3])) == []


def test_where_a_conversation_begins_is_kept_with_it(store: Store, conversation: Conversation) -> None:
    """It is committed with the rest, belongs to one conversation, and the newest one counts."""
    other = store.conversation("slack", "D2", BEN, {})
    assert conversation.earlier == Earlier()
    for earlier in (Earlier(7, ("p1", "p2"), 3), Earlier(9)):
        store.commit(Effects(earlier=((conversation.id, earlier),)))
        assert store.conversation_by_id(conversation.id).earlier == earlier
        assert store.conversation("slack", "D1", BEN, {"channel": "D1"}).earlier == earlier
    assert store.conversation_by_id(other.id).earlier == Earlier()


def test_where_a_conversation_begins_moves_only_with_the_whole_commit(store: Store, conversation: Conversation) -> None:
    """A commit that comes too late leaves it where it is."""
    assert not store.commit(Effects(earlier=((conversation.id, Earlier(7)),)), completes="no such event")
    assert store.conversation_by_id(conversation.id).earlier == Earlier()


# --- proposals ----------------------------------------------------------------------------------------------------


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


# --- commit -------------------------------------------------------------------------------------------------------


def everything(conversation: Conversation, *transitions: Transition) -> Effects:
    """Effects of every kind."""
    return Effects(
        messages=((conversation.id, Message(Speaker.ASSISTANT, "On the card.")),),
        proposals=(proposed("new", conversation),),
        transitions=transitions,
        outgoing=(text("o1", conversation),),
        repaint=("c0",),
    )


def traces(store: Store, conversation: Conversation) -> tuple[bool, ...]:
    """Which of the effects of `everything` can be seen."""
    waiting = {outgoing.id: outgoing.version for outgoing in store.unsent()}
    return (
        bool(store.history(conversation.id)),
        store.proposal("new") is not None,
        store.proposals(states={ProposalState.APPROVED}) != (),
        waiting.get("o1", waiting.get("card")) is not None,
    )


def test_a_failing_transition_leaves_nothing(store: Store, conversation: Conversation) -> None:
    """One swap that no longer holds undoes all of it, the swap before it and the event's completion included."""
    old, gone = proposed("p1", conversation), proposed("p2", conversation, state=ProposalState.EXPIRED)
    store.commit(Effects(proposals=(old, gone)))
    store.receive(said("e1"))
    store.claim()
    assert not store.commit(everything(conversation, approval(old), approval(gone)), completes="e1")
    assert traces(store, conversation) == (False,) * 4
    assert store.release() == 1


def test_an_error_in_the_middle_leaves_nothing(store: Store, conversation: Conversation) -> None:
    """A database error undoes everything and arrives as one of ours."""
    old = proposed("p1", conversation)
    store.commit(Effects(proposals=(old,)))
    effects = replace(everything(conversation, approval(old)), messages=(("nobody", Message(Speaker.USER, "hi")),))
    with pytest.raises(TallyError):
        store.commit(effects)
    assert traces(store, conversation) == (False,) * 4


def test_a_transition_cannot_write_another_proposal(store: Store, conversation: Conversation) -> None:
    """A mix-up of ids is refused, not stored."""
    one, other = proposed("p1", conversation), proposed("p2", conversation)
    store.commit(Effects(proposals=(one, other)))
    with pytest.raises(ValueError, match="p1"):
        store.commit(Effects(transitions=(replace(approval(one), after=other),)))


def test_an_event_completes_once(store: Store, conversation: Conversation) -> None:
    """Two workers that handled the same event (one was thought dead) leave one set of effects."""
    store.receive(said("e1"))
    store.claim()
    assert store.commit(everything(conversation), completes="e1")
    again = replace(everything(conversation), proposals=(), outgoing=(text("o2", conversation),))
    assert not store.commit(again, completes="e1")
    assert len(store.history(conversation.id)) == 1
    assert [outgoing.id for outgoing in store.unsent()] == ["o1"]


def killed_after(statements: int, url: str, work: Callable[[Engine], object]) -> int:
    """Do `work` in a process of its own that dies by SIGKILL after so many SQL statements; its exit code."""

    def live_and_die() -> None:
        engine, seen = open_engine(url), count(1)

        @engine_event.listens_for(engine, "after_cursor_execute")
        def _(*_: object) -> None:
            if next(seen) == statements:
                os.kill(os.getpid(), signal.SIGKILL)

        work(engine)
        os._exit(0)

    process = multiprocessing.get_context("fork").Process(target=live_and_die)
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def test_kill_9_after_any_statement_leaves_all_or_nothing(
    engine: Engine, store: Store, conversation: Conversation, database_url: str
) -> None:
    """Killed after the first, second … statement of a commit: nothing of it is there, and the event is done again."""
    old = proposed("p1", conversation)
    store.commit(Effects(proposals=(old,), outgoing=(card("card", conversation, "c0"),)))
    store.sent("card", 1, "ref")
    store.receive(said("e1"))
    store.claim()
    effects = everything(conversation, approval(old))
    for statements in count(1):
        engine.dispose()
        code = killed_after(statements, database_url, lambda own: SqlStore(own).commit(effects, completes="e1"))
        if code == 0:
            break
        assert code == -signal.SIGKILL
        assert traces(store, conversation) == (False,) * 4
        assert store.release() == 1
        assert store.claim() is not None
    assert statements > len(["complete", "proposal", "transition", "message", "repaint", "outgoing"])
    assert traces(store, conversation) == (True,) * 4
    assert store.release() == 0


# --- outbox -------------------------------------------------------------------------------------------------------


def one_unsent(store: Store) -> Outgoing | None:
    """What is to be sent, when it is one at most."""
    waiting = store.unsent()
    assert len(waiting) <= 1
    return waiting[0] if waiting else None


def test_a_message_waits_until_it_is_noted_as_sent(store: Store, conversation: Conversation) -> None:
    """From queued through an attempt to sent; the attempt without a ref says that it may have been posted."""
    store.commit(Effects(outgoing=(text("o1", conversation, "né à 10 h"),)))
    assert one_unsent(store) == text("o1", conversation, "né à 10 h")
    store.sending("o1")
    assert one_unsent(store) == replace(text("o1", conversation, "né à 10 h"), attempts=1)
    store.sent("o1", 1, "ts1")
    assert one_unsent(store) is None


def test_after_a_stop_what_was_not_noted_as_sent_counts_as_tried(store: Store, conversation: Conversation) -> None:
    """A power cut may have come between the post and the note of either: such a message is looked for, not repeated."""
    store.commit(Effects(outgoing=(text("m1", conversation),)))
    store.release()
    assert [(m.id, m.attempts) for m in store.unsent()] == [("m1", 1)]
    store.sent("m1", 1, "ref")
    store.commit(Effects(outgoing=(text("m1", conversation, "Hello again"),)))
    store.release()
    assert [(m.ref, m.attempts) for m in store.unsent()] == [("ref", 0)]


def test_versions_coalesce(store: Store, conversation: Conversation) -> None:
    """Said again before it was sent, a message goes out once, as it reads last, and nobody sees the step between."""
    for words in ("one", "two", "three"):
        store.commit(Effects(outgoing=(text("o1", conversation, words),)))
    waiting = one_unsent(store)
    assert waiting is not None
    assert (waiting.version, waiting.content) == (3, {"text": "three"})


def test_a_version_made_while_the_one_before_was_on_its_way_is_sent_next(
    store: Store, conversation: Conversation
) -> None:
    """`sent` notes the version that was sent, not the newest; what it stands under is kept, attempts start again."""
    store.commit(Effects(outgoing=(text("o1", conversation, "one"),)))
    store.sending("o1")
    store.commit(Effects(outgoing=(text("o1", conversation, "two"),)))
    store.sent("o1", 1, "ts1")
    expected = Outgoing("o1", conversation.id, Said.TEXT, {"text": "two"}, version=2, sent_version=1, ref="ts1")
    assert one_unsent(store) == expected
    store.sent("o1", 2, None)
    store.sent("o1", 1, "late")
    assert one_unsent(store) is None
    store.commit(Effects(outgoing=(text("o1", conversation, "three"),)))
    assert one_unsent(store) == replace(expected, content={"text": "three"}, version=3, sent_version=2)


def test_repaint_sends_a_cards_message_again(store: Store, conversation: Conversation) -> None:
    """A decision repaints the card, whichever message it is in; said anew in the same commit, it counts once."""
    store.commit(Effects(outgoing=(card("o1", conversation, "c1"),)))
    store.commit(Effects(outgoing=(card("o2", store.conversation("slack", "D2", BEN, {}), "c2"),)))
    store.sent("o1", 1, "ts1")
    store.sent("o2", 1, "ts2")
    store.commit(Effects(repaint=("c1", "unknown", "c1")))
    waiting = one_unsent(store)
    assert waiting is not None
    assert (waiting.id, waiting.version, waiting.ref) == ("o1", 2, "ts1")
    store.commit(Effects(outgoing=(card("o1", conversation, "c1"),), repaint=("c1",)))
    assert [outgoing.version for outgoing in store.unsent()] == [3]


def test_unsent_is_the_oldest_of_each_conversation(store: Store, conversation: Conversation) -> None:
    """A person reads messages in the order they were said: the next one waits until the one before is sent."""
    other = store.conversation("slack", "D2", BEN, {})
    said_in_order = (text("a1", conversation), text("a2", conversation), text("b1", other))
    store.commit(Effects(outgoing=said_in_order))
    assert [outgoing.id for outgoing in store.unsent()] == ["a1", "b1"]
    assert [outgoing.id for outgoing in store.unsent(limit=1)] == ["a1"]
    store.sent("a1", 1, "ts")
    assert [outgoing.id for outgoing in store.unsent()] == ["a2", "b1"]


def test_a_message_that_is_painted_again_keeps_no_new_one_waiting(store: Store, conversation: Conversation) -> None:
    """It has its place already, so the order of what is said does not depend on it."""
    store.commit(Effects(outgoing=(text("a1", conversation), text("a2", conversation))))
    store.sent("a1", 1, "ts")
    store.commit(Effects(outgoing=(text("a1", conversation, "two"), text("a3", conversation))))
    assert [outgoing.id for outgoing in store.unsent()] == ["a1", "a2"]


def test_messages_that_keep_failing_do_not_keep_a_fresh_one_waiting(store: Store) -> None:
    """More conversations than fit into one round cannot be reached; the one that can, written last, comes first."""
    talks = [store.conversation("slack", f"D{n}", BEN, {}) for n in range(26)]
    for n, talk in enumerate(talks):
        store.commit(Effects(outgoing=(text(f"o{n}", talk), text(f"later{n}", talk))))
    for n in range(25):
        for _ in range(3 if n < 20 else 2):
            store.sending(f"o{n}")
    waiting = [outgoing.id for outgoing in store.unsent(limit=20)]
    assert waiting == ["o25", *(f"o{n}" for n in range(20, 25)), *(f"o{n}" for n in range(14))]


# --- reminders ----------------------------------------------------------------------------------------------------


def test_of_eight_threads_one_claims_a_reminder_and_one_message_is_queued(
    store: Store, conversation: Conversation
) -> None:
    """Two replicas whose clocks strike at once nudge a person once."""

    def claim(n: int) -> bool:
        return store.claim_reminder(BEN.email, NOVEMBER, "month_end", text(f"r{n}", conversation), NOW)

    outcomes = all_at_once(claim)
    assert sorted(outcomes) == [False] * (THREADS - 1) + [True]
    assert [outgoing.id for outgoing in store.unsent()] == [f"r{outcomes.index(True)}"]


def test_a_reminder_is_claimed_by_employee_month_and_kind(store: Store, conversation: Conversation) -> None:
    """Another month, kind or employee is another reminder; the case of an e-mail is not."""
    assert not store.reminder_claimed(BEN.email, NOVEMBER, "month_end")
    assert store.claim_reminder(BEN.email, NOVEMBER, "month_end", text("r1", conversation), NOW)
    assert store.reminder_claimed("Ben@Tally.example", NOVEMBER, "month_end")
    assert not store.claim_reminder("BEN@tally.example", NOVEMBER, "month_end", text("r2", conversation), NOW)
    assert store.claim_reminder(BEN.email, NOVEMBER.shift(1), "month_end", text("r3", conversation), NOW)
    assert store.claim_reminder(BEN.email, NOVEMBER, "second", text("r4", conversation), NOW)


def test_a_reminder_whose_message_cannot_be_queued_is_not_claimed(store: Store) -> None:
    """Claim and message are one transaction: nobody is left out because half of it failed."""
    orphan = Outgoing("r1", "no such conversation", Said.REMINDER, {"text": "…", "month": "2026-11"})
    with pytest.raises(TallyError):
        store.claim_reminder(BEN.email, NOVEMBER, "month_end", orphan, NOW)
    assert not store.reminder_claimed(BEN.email, NOVEMBER, "month_end")
