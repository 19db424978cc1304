"""A long conversation with the built-in model, and starting over and looking at its context over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.app import load_model
from bot.domain.proposal import ProposalState
from bot.ports import LanguageModel
from bot.settings import Settings
from bot.store.database import open_engine, upgrade
from tests.scenarios.workplace import PATIENCE, Colleague, Workplace, is_answer, words
from tests.unit.handlers.conftest import Office

MONDAY = date(2026, 11, 16)
TALK = ("hello", "thanks", "what is missing this month?", "who are you?", "what can you do?", "good morning")


@pytest.fixture(scope="module")
def model() -> Iterator[LanguageModel]:
    """The built-in model as the program loads it."""
    loaded = load_model(Settings(model="builtin", model_threads=1))
    yield loaded
    loaded.close()


@pytest.fixture
def office(tmp_path: Path, model: LanguageModel) -> Iterator[Office]:
    """The handlers with the built-in model."""
    engine = open_engine(f"sqlite:///{tmp_path / 'tally.db'}")
    upgrade(engine)
    opened = Office(engine)
    opened.desk = replace(opened.desk, model=model)
    yield opened
    engine.dispose()


def talk(office: Office, turns: int) -> None:
    """So many turns that lead to nothing."""
    for number in range(turns):
        office.say(TALK[number % len(TALK)])


def test_after_sixty_turns_a_request_a_correction_and_forgetting_are_understood(office: Office) -> None:
    """Condensed, a long conversation is no harder than a short one: uncut, all three go wrong."""
    talk(office, 60)
    office.say("apollo monday")
    (apollo,) = office.pending
    assert (apollo.title, apollo.amount, apollo.change.days) == ("Apollo (APO)", "100 %", (MONDAY,))
    office.say("make it 50")
    (half,) = office.pending
    assert (half.title, half.amount, half.change.days) == ("Apollo (APO)", "50 %", (MONDAY,))
    assert office.now(apollo).state is ProposalState.SUPERSEDED
    office.say("forget it")
    assert office.pending == []


@pytest.mark.parametrize("turns", [8, 60])
def test_a_line_that_has_waited_for_many_turns_is_corrected(office: Office, turns: int) -> None:
    """Whether its own turn is still told or was cut: "make it 50" is about what waits."""
    office.say("apollo monday")
    talk(office, turns)
    office.say("make it 50")
    (half,) = office.pending
    assert (half.title, half.amount, half.change.days) == ("Apollo (APO)", "50 %", (MONDAY,))


def test_reset_is_understood_and_context_is_shown(workplace: Workplace, lucas: Colleague) -> None:
    """Typed and clicked, over the wire: the answer stands in the conversation, the context in code."""
    card = lucas.card("apollo monday")
    said = lucas.answer("reset")
    assert "We start over." in words(said)
    assert "Dropped: you started over." in words(lucas.decided(card))
    lucas.desk.open_home()
    lucas.desk.wait_until(lambda desk: desk.home, PATIENCE)
    assert lucas.desk.click("home_context") == "acknowledged"
    shown = lucas.desk.wait_for(lambda m: is_answer(m) and "[system]" in words(m), PATIENCE)
    assert "Lucas Moreau" in words(shown)
    assert "apollo monday" not in words(shown)
    assert workplace.entries(MONDAY) == []
