"""What a store keeps of what people think of the answers: one judgement a person and an answer, and whose it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from bot.domain.conversation import Conversation, Outgoing, Person, Said
from bot.ports import Effects, Feedback, Verdict
from bot.store.feedback import Judged, opinion
from bot.store.store import SqlStore

NOW = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)


@pytest.fixture
def conversation(store: SqlStore) -> Conversation:
    """Ben's, with two answers in it."""
    conversation = store.conversation("slack", "D1", Person("U1", "ben@tally.example"), {})
    answers = [
        Outgoing(f"m{n}", conversation.id, Said.TEXT, {"text": f"Answer {n}", "asked": f"question {n}"}) for n in (1, 2)
    ]
    store.commit(Effects(outgoing=tuple(answers)))
    return conversation


def judge(store: SqlStore, conversation: Conversation, message: str, verdict: Verdict, *, after: int = 0) -> None:
    """Ben clicks, so many minutes later."""
    given = Feedback(message, conversation.id, "U1", verdict, NOW + timedelta(minutes=after))
    assert store.commit(Effects(feedback=(given,)))


def test_nothing_is_thought_of_anything_at_first(engine: Engine) -> None:
    """An empty list, not an error."""
    found = opinion(engine, 10)
    assert (found.good, found.bad, list(found.latest)) == (0, 0, [])


def test_a_judgement_is_listed_with_what_was_asked_and_answered(
    engine: Engine, store: SqlStore, conversation: Conversation
) -> None:
    """The newest comes first; the counts are of all."""
    judge(store, conversation, "m1", Verdict.BAD)
    judge(store, conversation, "m2", Verdict.GOOD, after=1)
    found = opinion(engine, 1)
    assert (found.good, found.bad) == (1, 1)
    assert found.latest == [Judged(NOW + timedelta(minutes=1), Verdict.GOOD, "question 2", "Answer 2")]


def test_a_second_click_changes_the_first(engine: Engine, store: SqlStore, conversation: Conversation) -> None:
    """A person has one opinion of an answer, the newest one."""
    judge(store, conversation, "m1", Verdict.GOOD)
    judge(store, conversation, "m1", Verdict.BAD, after=2)
    judge(store, conversation, "m1", Verdict.BAD, after=3)
    found = opinion(engine, 10)
    assert (found.good, found.bad) == (0, 1)
    assert [one.given_at for one in found.latest] == [NOW + timedelta(minutes=3)]


@pytest.mark.parametrize("message", ["m9", "m1"])
def test_an_answer_of_another_conversation_is_not_judged(
    engine: Engine, store: SqlStore, conversation: Conversation, message: str
) -> None:
    """Nor one that does not exist; whatever else happened is committed all the same."""
    other = store.conversation("slack", "D2", Person("U2", "ana@tally.example"), {})
    hello = Outgoing("hello", other.id, Said.TEXT, {"text": "Hello"})
    given = Feedback(message, other.id, "U2", Verdict.GOOD, NOW)
    assert store.commit(Effects(feedback=(given,), outgoing=(hello,)))
    assert opinion(engine, 10).good == 0
    assert [outgoing.id for outgoing in store.unsent()] == ["m1", "hello"]


def test_a_judgement_goes_with_its_answer(engine: Engine, store: SqlStore, conversation: Conversation) -> None:
    """Who is forgotten is forgotten here, too."""
    judge(store, conversation, "m1", Verdict.GOOD)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM outbox WHERE id = 'm1'"))
    assert opinion(engine, 10).good == 0
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM feedback")).scalar() == 0
