"""The outbox and the reminders of every Store: in order, the newest version only, each reminder once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import Conversation, Outgoing, Said
from bot.errors import TallyError
from bot.ports import Effects, Store
from tests.conformance.kept import BEN, NOVEMBER, NOW, THREADS, all_at_once, card, text


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
