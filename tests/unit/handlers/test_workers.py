"""The threads outlive whatever happens to them."""

from __future__ import annotations

import threading

from bot.errors import TallyError
from bot.handlers.workers import Workers
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
