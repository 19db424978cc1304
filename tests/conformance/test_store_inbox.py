"""The inbox of every Store: nothing is lost, nothing is handled twice, a lane is handled in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from itertools import chain

import pytest

from bot.errors import TallyError
from bot.ports import Effects, Store
from tests.conformance.kept import NOW, THREADS, all_at_once, said


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
