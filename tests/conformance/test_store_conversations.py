"""The conversations of every Store: one for a person and a place, its messages in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import Conversation, Earlier, Message, Person, Speaker, ToolCall
from bot.ports import Effects, Store
from tests.conformance.kept import BEN, all_at_once


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
