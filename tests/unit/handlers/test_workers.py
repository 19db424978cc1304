"""The threads outlive whatever happens to them."""

from __future__ import annotations

import threading

from bot.errors import TallyError
from bot.handlers.workers import Bell, Workers
from bot.ports import ModelReply
from tests.fakes import calls


def test_a_worker_outlives_an_error_of_the_database(office):
    """Claiming fails once; the message is answered all the same, by the same single thread."""
    office.model.script.append(ModelReply("Hello!"))
    answered = threading.Event()
    claim, post = office.store.claim, office.platform.post

    def failing_once():
        office.store.claim = claim
        raise TallyError("the database is locked")

    def noting(*arguments):
        ref = post(*arguments)
        answered.set()
        return ref

    office.store.claim, office.platform.post = failing_once, noting
    office.store.receive(office.event("message", "U-ANA", text="hello"))
    workers = Workers(office.desk, inbox_threads=1)
    workers.start()
    try:
        assert answered.wait(20)
    finally:
        workers.stop()
    assert [t.text for t in office.texts] == ["Hello!"]


def test_a_message_that_cannot_be_painted_keeps_no_other_from_going_out(office):
    """A card whose proposals are broken is logged; the next conversation is served."""
    proposals = office.store.proposals

    def broken(**filters):
        if filters.get("card_id"):
            raise KeyError("a column")
        return proposals(**filters)

    office.store.proposals = broken
    office.say("apollo monday", calls(("add_activities", {"project": "apollo", "dates": "monday"})))
    office.say("hello again", ModelReply("Hello again!"), person="U-BEN")
    assert "Hello again!" in [t.text for t in office.texts]


def test_each_ring_wakes_one_listener_and_none_is_lost():
    """One event need not wake every thread; one that comes while all are busy is heard by the next who would wait."""
    bell = Bell(listeners=3)
    woken = threading.Semaphore(0)
    threads = [threading.Thread(target=lambda: (bell.wait(), woken.release())) for _ in range(3)]
    bell.ring()
    bell.wait()
    for thread in threads:
        thread.start()
    for n in range(3):
        bell.ring()
        assert woken.acquire(timeout=1), f"ring {n + 1} woke nobody"
    for thread in threads:
        thread.join()


def test_rings_that_nobody_needs_are_not_counted_for_ever():
    """A thousand events that one busy thread works off do not make it look a thousand times in vain afterwards."""
    bell = Bell(listeners=2)
    for _ in range(1_000):
        bell.ring()
    heard = 0
    while bell.rings_left:
        bell.wait()
        heard += 1
    assert heard == 2
