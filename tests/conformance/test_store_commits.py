"""A commit of every Store is all or nothing, whatever stops it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from sqlalchemy import Engine
from sqlalchemy import event as engine_event

from bot.domain.conversation import Conversation, Message, Speaker
from bot.domain.proposal import ProposalState
from bot.errors import TallyError
from bot.ports import Effects, Store, Transition
from bot.store.database import open_engine
from bot.store.store import SqlStore
from tests.conformance.kept import approval, card, proposed, said, text


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
