"""Starting over, in words and by the button: nothing of before is seen, nothing that was written is touched."""

from __future__ import annotations

import pytest

from bot.domain.conversation import Message, Speaker
from bot.domain.proposal import ProposalState
from bot.handlers.applying import recover
from bot.handlers.fresh_start import starts_over
from bot.ports import ModelReply
from tests.fakes import calls
from tests.unit.handlers.conftest import ANA

MONDAY = calls(("add_activities", {"project": "apollo", "dates": "monday"}))


@pytest.mark.parametrize(
    "words", ["reset", "Reset!", " start over. ", "New conversation", "Recommence", "réinitialise"]
)
def test_said_alone_it_starts_over(words):
    """In English and French, whatever the case, the accents and the dots."""
    assert starts_over(words)


@pytest.mark.parametrize(
    "words", ["reset monday", "start over on monday", "recommence lundi", "forget it", "new", "", "don't reset"]
)
def test_with_anything_beside_it_it_is_for_the_model(words):
    """Only what cannot mean anything else is taken from the model."""
    assert not starts_over(words)


def test_the_model_is_not_asked_and_sees_nothing_of_before(office):
    """Neither the words nor the facts: the next prompt begins with the next message."""
    office.say("apollo monday", MONDAY)
    office.click("approve", office.pending[0])
    asked = len(office.model.prompts)
    office.say("reset")
    assert len(office.model.prompts) == asked
    office.say("hello", ModelReply("Hello!"))
    assert [m.text for m in office.model.prompts[-1][1:]] == ["hello"]
    assert "# Earlier" not in office.model.prompts[-1][0].text


def test_nothing_is_deleted_and_nothing_written_is_touched(office):
    """The report, the decided card and every message stay; only where the model begins to read has moved."""
    office.say("apollo monday", MONDAY)
    proposal = office.pending[0]
    office.click("approve", proposal)
    conversation = office.store.conversation_at("fake", "D-U-ANA")
    before = office.store.history(conversation.id)
    office.say("start over")
    assert office.store.history(conversation.id) == before
    assert office.entries() == [("2026-11-16", "APO", 100)]
    assert office.now(proposal).state is ProposalState.APPLIED


def test_what_waits_is_dropped_and_the_person_is_told(office):
    """A line that nobody can speak of any more would stand there for a week; its card says what happened."""
    office.say("apollo monday", MONDAY)
    proposal = office.pending[0]
    office.say("reset")
    assert office.now(proposal).state is ProposalState.SUPERSEDED
    assert "one line that waited for you is dropped" in office.texts[-1].text
    (line,) = office.cards[0].lines
    assert (line.outcome, line.verbs) == ("Dropped: you started over.", ())
    office.click("approve", proposal)
    assert office.entries() == []


def test_what_was_said_before_grounds_nothing_any_more(office):
    """Apollo was said before the new start: a model that writes it now is not believed."""
    office.say("apollo, which is my favourite", ModelReply("I see."))
    office.say("reset")
    unsaid = calls(("add_activities", {"project": "apollo", "dates": "monday"}))
    office.say("log monday", unsaid, unsaid)
    assert office.pending == []


def test_an_open_question_is_over(office):
    """The answer to a question of before is a message like any other."""
    office.say("log me on zephyr", calls(("add_activities", {"project": "zephyr"})))
    office.say("reset")
    office.say("monday", ModelReply("What about Monday?"))
    assert office.pending == []
    assert office.texts[-1].text == "What about Monday?"


def test_lines_are_numbered_from_one_again(office):
    """Nothing waits, so nothing can be confused."""
    office.say("apollo monday", MONDAY)
    office.say("reset")
    office.say("apollo monday", MONDAY)
    assert [p.line for p in office.pending] == [1]


def test_the_button_does_the_same(office):
    """From the home page, with an answer in the conversation."""
    office.say("apollo monday", MONDAY)
    office.happen(office.event("reset", "U-ANA"))
    assert office.pending == []
    assert [home.cards_waiting for home in office.platform.homes] == [0]
    assert office.texts[-1].text.startswith("We start over.")
    office.say("hello", ModelReply("Hello!"))
    assert [m.text for m in office.model.prompts[-1][1:]] == ["hello"]


def test_starting_over_before_anything_was_said_is_harmless(office):
    """A new person who clicks around."""
    office.happen(office.event("reset", "U-ANA"))
    office.happen(office.event("reset", "U-ANA"))
    assert [t.text.startswith("We start over.") for t in office.texts] == [True, True]


def test_nobody_starts_over_somebody_elses_conversation(office):
    """An event that names another person's lane changes nothing there."""
    office.say("apollo monday", MONDAY)
    event = office.event("reset", "U-BEN")
    office.happen(type(event)(**{**vars(event), "lane": "D-U-ANA"}))
    assert [p.owner for p in office.pending] == [ANA]
    assert office.texts == []


def test_the_history_after_the_mark_is_what_was_said_since(office):
    """Grounding, questions and numbers all go by it."""
    office.say("hello", ModelReply("Hello!"))
    office.say("reset")
    office.say("hello again", ModelReply("Hi!"))
    conversation = office.store.conversation_at("fake", "D-U-ANA")
    since = office.store.history(conversation.id, after=conversation.earlier.after)
    assert since == (Message(Speaker.USER, "hello again"), Message(Speaker.ASSISTANT, "Hi!"))


def test_a_card_of_before_that_is_decided_after_starts_no_turn(office):
    """A line that came back from the ledger after the new start is decided, and that is all."""
    office.say("apollo monday", MONDAY)
    proposal = office.pending[0]
    office.ledger.away = True
    office.click("approve", proposal)
    office.say("reset")
    asked = len(office.model.prompts)
    office.ledger.away = False
    office.fill("2026-11-16", 50)
    recover(office.desk)
    (anew,) = office.pending
    office.click("decline", anew)
    assert len(office.model.prompts) == asked
