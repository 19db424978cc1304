"""What does not fit on the disk is neither taken as received nor lost nor written twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from bot.domain.proposal import ProposalState
from bot.errors import StoreError
from bot.handlers.applying import recover
from bot.handlers.inbox import Stranded, work_off_one
from bot.handlers.workers import Workers
from bot.ports import InboxEvent, ModelReply
from bot.words import say
from tests.fakes import calls
from tests.full_disk import LONG, disk_of
from tests.unit.handlers.told import answers, unfinished


def test_what_does_not_fit_on_the_disk_is_not_taken_as_received(office) -> None:
    """The listener gets an error, so that it does not acknowledge; the sentence says what to do about it."""
    event = office.event("message", "U-ANA", text=LONG)
    with disk_of(office.engine) as disk:
        disk.is_full = True
        with pytest.raises(StoreError, match=r"no room left \(SQLITE_FULL\): free some space"):
            office.store.receive(event)
        disk.is_full = False
        office.model.script.append(ModelReply("I see."))
        office.happen(event)
    assert answers(office) == ["I see."]


def test_an_answer_that_does_not_fit_on_the_disk_is_given_later_and_once(office) -> None:
    """The disk fills up while the model writes: the message stays, its sender sees that it waits, nothing doubles."""
    with disk_of(office.engine) as disk:
        reply = office.model.reply

        def writing(*arguments: Any) -> ModelReply:
            disk.is_full = True
            return reply(*arguments)

        office.model.reply = writing
        with pytest.raises(Stranded) as stranded:
            office.say(LONG, ModelReply("I see."))
        assert answers(office) == []
        assert len(unfinished(office)) == 1
        assert office.platform.statuses[-1] == say("store-away")
        office.model.reply = reply
        office.model.script.append(ModelReply("I see."))
        disk.is_full = False
        office.store.postpone(stranded.value.event_id)  # as the worker does that holds it
        office.work()
    assert answers(office) == ["I see."]
    assert unfinished(office) == []


def test_an_approval_on_a_full_disk_is_written_later_and_once(office) -> None:
    """Every day of two months: the entries need room. The card says the truth before and after."""
    days = {"project": "apollo", "dates": "from 1 september to 31 october"}
    office.say("apollo from 1 september to 31 october", calls(("add_activities", days)))
    [proposal] = office.pending
    with disk_of(office.engine) as disk:
        disk.is_full = True
        office.click("approve", proposal)
        written = office.entries()
        disk.is_full = False
        office.work()
        recover(office.desk)
        office.work()
    assert written == []
    assert len(office.entries()) == len(proposal.change.days)
    assert office.now(proposal).state is ProposalState.APPLIED


class FullStore:
    """A store in front of another one whose database takes nothing while `is_full`."""

    def __init__(self, store: Any) -> None:
        self._store = store
        self.is_full = False
        self.refused = threading.Event()
        self.on_claim: Callable[[], None] = lambda: None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def claim(self) -> InboxEvent | None:
        event = self._store.claim()
        if event is not None:
            self.on_claim()
        return event

    def commit(self, *arguments: Any, **named: Any) -> bool:
        return bool(self._taken(self._store.commit)(*arguments, **named))

    def postpone(self, event_id: str) -> None:
        self._taken(self._store.postpone)(event_id)

    def _taken(self, deed: Callable[..., Any]) -> Callable[..., Any]:
        if self.is_full:
            self.refused.set()
            raise StoreError("no room")
        return deed


def full_store(office: Any) -> FullStore:
    """Puts a store that can be full before the office's own."""
    store = FullStore(office.store)
    office.desk = type(office.desk)(**{**vars(office.desk), "store": store})
    return store


def test_an_event_that_cannot_even_be_put_back_is_named(office) -> None:
    """Whoever works off the inbox knows which one is still in hand."""
    store = full_store(office)
    store.receive(office.event("message", "U-ANA", text="hello"))
    store.on_claim = lambda: setattr(store, "is_full", True)
    with pytest.raises(Stranded) as stranded:
        work_off_one(office.desk)
    assert [stranded.value.event_id] == unfinished(office)


def test_a_worker_keeps_what_is_in_hand_until_the_database_takes_it_back(office) -> None:
    """The same thread answers it when there is room again: nobody has to start the program anew."""
    store = full_store(office)
    store.receive(office.event("message", "U-ANA", text="hello"))
    store.on_claim = lambda: setattr(store, "is_full", not store.refused.is_set())
    answered = threading.Event()
    post = office.platform.post

    def noting(*arguments: Any) -> str:
        ref = str(post(*arguments))
        answered.set()
        return ref

    office.platform.post = noting
    office.model.script += [ModelReply("Hello!"), ModelReply("Hello!")]
    workers = Workers(office.desk, inbox_threads=1)
    workers.start()
    try:
        assert store.refused.wait(20)
        store.is_full = False
        workers.wake()
        assert answered.wait(20)
    finally:
        workers.stop()
    assert answers(office) == ["Hello!"]
