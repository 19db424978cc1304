"""What every Store promises of preferences and of forgetting somebody: nothing of theirs is left, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.conversation import Conversation, Message, Person, Speaker
from bot.domain.preferences import Preferences
from bot.domain.proposal import ProposalState
from bot.ports import IN_HAND, Effects, Forgotten, Store
from tests.conformance.kept import BEN, all_at_once, approval, card, proposed, said, text

ANA = Person("U2", "ana@tally.example", "Ana Silva")


def talk(store: Store, person: Person, key: str) -> Conversation:
    """A conversation in which something was said, answered and proposed."""
    conversation = store.conversation("slack", key, person, {"channel": key})
    store.receive(replace(said(f"e-{key}", f"slack:{key}", text="marzipan"), person_id=person.id))
    event = store.claim()
    assert event is not None
    proposal = proposed(f"p-{key}", conversation, owner=person.email, card_id=f"c-{key}")
    effects = Effects(
        messages=((conversation.id, Message(Speaker.USER, "marzipan")),),
        proposals=(proposal,),
        outgoing=(text(f"t-{key}", conversation), card(f"k-{key}", conversation, f"c-{key}")),
        preferences=((person.email, Preferences(hour=7)),),
    )
    assert store.commit(effects, completes=event.id)
    return conversation


def whom(conversation: Conversation, person: Person = BEN) -> Forgotten:
    return Forgotten(person.email.upper(), "slack", person.id, conversation.id)


def test_preferences_are_kept_by_email_and_replaced(store: Store) -> None:
    """Its case does not matter; somebody else's are theirs."""
    assert store.preferences(BEN.email) == Preferences()
    picked = Preferences("fr", "Europe/Paris", 7, "APO")
    assert store.commit(Effects(preferences=((BEN.email.upper(), picked),)))
    assert store.preferences(BEN.email) == picked
    assert store.commit(Effects(preferences=((BEN.email, Preferences(hour=0)),)))
    assert store.preferences(BEN.email) == Preferences(hour=0)
    assert store.preferences(ANA.email) == Preferences()


def test_all_that_is_somebodys_goes_in_every_conversation(store: Store) -> None:
    """Also in a thread; the conversation that is answered in stays, empty, and can be written into at once."""
    here, thread, hers = talk(store, BEN, "D1"), talk(store, BEN, "D1:1.1"), talk(store, ANA, "D2")
    assert store.commit(Effects(forget=whom(here), outgoing=(text("done", here, "Forgotten."),)))
    assert store.conversation_by_id(here.id) == here
    with pytest.raises(KeyError):
        store.conversation_by_id(thread.id)
    assert store.history(here.id) == ()
    assert store.proposals(owner=BEN.email) == ()
    assert store.preferences(BEN.email) == Preferences()
    assert [o.id for o in store.unsent()] == ["t-D2", "done"]
    assert [p.id for p in store.proposals(owner=ANA.email)] == ["p-D2"]
    assert len(store.history(hers.id)) == 1
    assert store.preferences(ANA.email) == Preferences(hour=7)


def test_what_was_handled_is_still_a_duplicate(store: Store) -> None:
    """Of an event only the id is left."""
    here = talk(store, BEN, "D1")
    assert store.commit(Effects(forget=whom(here)))
    assert not store.receive(said("e-D1", "slack:D1", text="marzipan"))


@pytest.mark.parametrize("state", ProposalState)
def test_nothing_happens_while_something_is_in_the_ledgers_hands(store: Store, state: ProposalState) -> None:
    """Approved and not yet written: all of it stays. In every other state the proposal goes."""
    here = talk(store, BEN, "D1")
    (pending,) = store.proposals(owner=BEN.email)
    if state is not ProposalState.PENDING:
        assert store.commit(Effects(transitions=(replace(approval(pending), after=replace(pending, state=state)),)))
    is_done = store.commit(Effects(forget=whom(here)))
    assert is_done is (state not in IN_HAND)
    assert [p.state for p in store.proposals(owner=BEN.email)] == ([] if is_done else [state])
    assert len(store.history(here.id)) == (0 if is_done else 1)
    assert store.preferences(BEN.email) == (Preferences() if is_done else Preferences(hour=7))


def test_a_click_at_the_same_moment_wins_or_finds_nothing(store: Store) -> None:
    """Never both: what was approved is there, and what is gone was not approved."""
    for n in range(5):
        here = talk(store, BEN, f"D{n}")
        (pending,) = store.proposals(owner=BEN.email)
        deeds = (Effects(forget=whom(here)), Effects(transitions=(approval(pending),)))
        forgotten, approved = all_at_once(lambda i, deeds=deeds: store.commit(deeds[i]), threads=2)
        left = [p.state for p in store.proposals(owner=BEN.email)]
        assert (forgotten, approved, left) in (
            (True, False, []),
            (False, True, [ProposalState.APPROVED]),
        )
        if left:
            (one,) = store.proposals(owner=BEN.email)
            applied = replace(one, state=ProposalState.APPLIED)
            back = replace(approval(one), state_from=ProposalState.APPROVED, after=applied)
            assert store.commit(Effects(transitions=(back,)))
            assert store.commit(Effects(forget=whom(here)))
