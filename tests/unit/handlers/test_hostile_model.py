"""A hostile model: whatever it answers, nothing is written without a click and nothing is proposed that was not said.

The turns are whole ones: real handlers, the real store and ledger on a migrated database. What is said, answered and
clicked is made up in `tests/hostile/`, and a witness there objects to what must not come of it. `make hostile` runs
20,000 turns; the number stands in `TALLY_HOSTILE_TURNS`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlalchemy import event as database_event
from structlog.testing import capture_logs

from bot.store.database import open_engine, upgrade
from tests.hostile.happenings import Event, events
from tests.hostile.witness import Witness

TURNS = int(os.environ.get("TALLY_HOSTILE_TURNS", "5000"))
EVENTS = 60  # of one example: long enough for corrections, decisions and words from long ago
TURNS_OF_AN_EXAMPLE = 35  # at least; the other events are clicks and forms


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """One migrated database, which every example empties; nobody pulls its plug, so it need not be on the disk."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('hostile') / 'tally.db'}")
    upgrade(engine)
    database_event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF").close())
    engine.dispose()
    yield engine
    engine.dispose()


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a thousand calls are a long story
@pytest.mark.timeout(3_600)
def test_nothing_that_a_model_answers_writes_proposes_or_breaks_anything(engine: Engine) -> None:
    """No write without its owner's click, nothing unsaid on a card, no crash, no silence, no unmarked claim."""
    turns = 0

    @settings(
        max_examples=TURNS // TURNS_OF_AN_EXAMPLE,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(events(), min_size=EVENTS, max_size=EVENTS), st.booleans())
    def run(happening: list[Event], reads_tools: bool) -> None:
        nonlocal turns
        witness = Witness(engine, reads_tools)
        with capture_logs():  # models that break fill a log with traces that nobody reads here
            for event in happening:
                witness.witness(event)
        turns += witness.turns

    run()
    assert turns >= TURNS
