"""Pulling the plug: the bot runs as a process of its own and is killed between two steps; the next one carries on.

The sandbox makes a call of Slack's Web API hang, so that the process is killed while it is known to wait there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.app import open_database
from bot.ledgers.local import LocalLedger
from bot.ledgers.sample import sample_company
from bot.settings import Settings
from sandbox.driver import Sandbox
from tests.scenarios.workplace import (
    HANGING,
    LUCAS,
    PATIENCE,
    Colleague,
    StoppedClock,
    buttons,
    desk_of,
    sandbox_of,
    settings_for,
    words,
)

ROOT = Path(__file__).parents[2]


class Office:
    """The sandbox and a database that outlive the bot's processes. They see today's date, so no report has entries."""

    def __init__(self, sandbox: Sandbox, clock: StoppedClock, settings: Settings, folder: Path) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.settings = settings
        self.folder = folder
        self.lucas = Colleague(desk_of(sandbox, LUCAS))

    @contextmanager
    def bot(self) -> Iterator[None]:
        """`tally run` in a process of its own, which ends by SIGKILL: nothing is finished, nothing is told."""
        environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "TALLY_SLACK_BOT_TOKEN": self.sandbox.bot_token,
            "TALLY_SLACK_APP_TOKEN": self.sandbox.app_token,
            "TALLY_SLACK_BASE_URL": self.sandbox.api_url,
            "TALLY_DATABASE_URL": self.settings.database_url,
            "TALLY_MODEL": "builtin",
            "TALLY_MODEL_THREADS": "1",
            "TALLY_REMINDERS": "false",
        }
        with (self.folder / "log").open("ab") as log:
            command = [sys.executable, "-m", "bot", "run"]
            process = subprocess.Popen(command, env=environment, cwd=self.folder, stdout=log, stderr=log)
        try:
            self.sandbox.wait_for_connection(PATIENCE)
            yield
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.sandbox.wait_until(lambda: self.sandbox.connections == 0, PATIENCE)

    def entries(self) -> list[tuple[str, int]]:
        """What stands in Lucas' reports, read from the database itself."""
        engine = open_database(self.settings)
        found = LocalLedger(engine).entries(LUCAS, date(2020, 1, 1), date(2100, 1, 1))
        engine.dispose()
        return [(entry.subject, entry.percent) for entry in found]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """People, projects and empty reports."""
    now = datetime.now(UTC)
    company, clock = replace(sample_company(now.date()), entries=(), submitted=()), StoppedClock(now.timestamp())
    with sandbox_of(company, clock) as sandbox:
        yield Office(sandbox, clock, settings_for(sandbox, tmp_path, company), tmp_path)


def test_a_message_that_was_stored_but_not_answered_is_answered_once(office: Office):
    """The event was acknowledged, so Slack never sends it again: it is the inbox that remembers it."""
    office.sandbox.faults.delay("users.info", HANGING)
    with office.bot():
        said = office.lucas.desk.say("apollo today")
        office.lucas.now(said, lambda m: m["delivery"] == "")
        office.clock.wait_for_hanging_call()
    assert office.lucas.cards == []
    with office.bot():
        office.lucas.new_card()
        office.lucas.answer("forget it")
    assert len(office.lucas.cards) == 1


def test_a_card_that_was_posted_but_not_noted_is_not_posted_again(office: Office):
    """The answer to the post was lost, and the process died while it looked for the message: the next one finds it."""
    office.sandbox.faults.lose_answer("chat.postMessage")
    office.sandbox.faults.delay("conversations.history", HANGING)
    with office.bot():
        card = office.lucas.card("apollo today")
        office.clock.wait_for_hanging_call()
    with office.bot():
        office.lucas.answer("forget it")
        office.lucas.decided(card)
    assert len(office.lucas.cards) == 1


def test_an_approval_that_was_stored_but_not_carried_out_is_written_once(office: Office):
    """The click was acknowledged and its process died; the next process writes the entry and closes the card."""
    with office.bot():
        card = office.lucas.card("apollo today")
    office.sandbox.faults.delay("users.info", HANGING)
    with office.bot():
        assert office.lucas.desk.click("approve", card) == "acknowledged"
        office.clock.wait_for_hanging_call()
    assert office.entries() == []
    with office.bot():
        office.lucas.now(
            card, lambda m: "Written. Approved by Lucas Moreau" in words(m)
        )  # it may wait for the ledger first
    assert office.entries() == [("APO", 100)]


def test_an_undo_that_was_stored_but_not_carried_out_is_carried_out_once(office: Office):
    """The click was acknowledged and its process died; the next process takes the entry off and closes the line."""
    with office.bot():
        card = office.lucas.card("apollo today")
        assert office.lucas.desk.click("approve", card) == "acknowledged"
        written = office.lucas.decided(card)
    assert office.entries() == [("APO", 100)]
    office.sandbox.faults.delay("users.info", HANGING)
    with office.bot():
        assert office.lucas.desk.click("undo", written) == "acknowledged"
        office.clock.wait_for_hanging_call()
    assert office.entries() == [("APO", 100)]
    with office.bot():
        final = office.lucas.now(card, lambda m: not buttons(m))
    assert "Undone by Lucas Moreau" in words(final)
    assert office.entries() == []
