"""The whole bot with its model behind a server: llama-cpp-python's own, with the built-in model, and one that fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.ledgers.sample import sample_company
from bot.llm.builtin import builtin_model
from tests.llama_cpp_server import running_llama_cpp_server
from tests.model_server import CALLED, call, running_model_server
from tests.scenarios.workplace import (
    PATIENCE,
    WEDNESDAY,
    StoppedClock,
    Workplace,
    sandbox_of,
    settings_for,
    words,
)

KEY = "the key of the server"
WAITS = "is waiting for the language model; your message is kept and will be answered…"


@contextmanager
def workplace_with(folder: Path, **model: object) -> Iterator[Workplace]:
    """The bot at work, with these settings of its model."""
    company, clock = sample_company(WEDNESDAY.date()), StoppedClock(WEDNESDAY.timestamp())
    with sandbox_of(company, clock) as sandbox:
        settings = settings_for(sandbox, folder, company).model_copy(update=model)
        workplace = Workplace(sandbox, clock, settings, WEDNESDAY)
        try:
            yield workplace
        finally:
            workplace.close()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """llama_cpp.server with the built-in model. It hands that model's calls on as text."""
    with running_llama_cpp_server(builtin_model(), key=KEY) as url:
        yield url


@pytest.fixture
def workplace(tmp_path: Path, server: str) -> Iterator[Workplace]:
    """The bot that asks this server. The address is given as people write it, without /v1."""
    with workplace_with(tmp_path, model_url=server.removesuffix("/v1"), model_key=SecretStr(KEY)) as opened:
        yield opened


def test_what_is_said_is_on_the_card_and_what_is_approved_is_written(workplace: Workplace) -> None:
    """From a message over two real connections to the ledger, two calls at once."""
    lucas = workplace.lucas
    card = lucas.card("apollo thursday and friday, sick on monday")
    assert workplace.entries(date(2026, 11, 19), date(2026, 11, 20)) == []
    assert lucas.desk.click("approve_all", card) == "acknowledged"
    assert words(lucas.decided(card)).count("Written. Approved by Lucas Moreau") == 2
    assert workplace.entries(date(2026, 11, 19), date(2026, 11, 20)) == [("Thu 19", "APO", 100), ("Fri 20", "APO", 100)]


def test_a_correction_is_understood_and_small_talk_answered(workplace: Workplace) -> None:
    """A conversation with calls and results in it is one that the server takes."""
    lucas = workplace.lucas
    lucas.card("apollo thursday")
    corrected = lucas.card("no, half a day")
    assert "50 %" in words(corrected)
    assert "Hello" in words(lucas.answer("hello"))


def test_while_the_server_is_away_the_person_is_told_and_then_answered(tmp_path: Path) -> None:
    """What was said is kept: nobody says it twice."""
    arguments = json.dumps({"project": "apollo", "dates": "thursday"})
    with running_model_server() as server, workplace_with(tmp_path, model_url=server.url) as workplace:
        server.key = "a key that Tally does not have"
        lucas = workplace.lucas
        said = lucas.desk.say("apollo thursday")
        lucas.desk.wait_until(lambda desk: desk.status == WAITS, PATIENCE)
        server.say([call(0, "add_activities", arguments, "a"), CALLED])
        server.key = ""
        assert "Apollo (APO)" in words(lucas.new_card(after=said))
        assert len(server.asked) == 2, "one word at start, and the answer"
