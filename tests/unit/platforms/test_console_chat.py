"""A session: how it ends, and what happens to a line that cannot be taken."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.conversation import Person
from bot.errors import StoreError
from bot.platforms.console.chat import Chat
from bot.platforms.console.journal import Journal
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.terminal import Terminal
from tests.fakes import FakeClock
from tests.unit.platforms.conftest import FakeAssistant

ADA = Person("ada@tally.example", "ada@tally.example", "Ada Berg", "UTC", "en-GB")


class Interrupted(io.StringIO):
    """Somebody presses Ctrl+C instead of typing."""

    def readline(self, *_: object) -> str:
        raise KeyboardInterrupt


class Session:
    """A chat whose person has typed everything ahead."""

    def __init__(self, folder: Path, typed: io.StringIO) -> None:
        self.output, self.assistant = io.StringIO(), FakeAssistant()
        platform = ConsolePlatform(ADA, {ADA.id: ADA}, Terminal(typed, self.output), Journal(folder / "journal.jsonl"))
        clock = FakeClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        self.chat = Chat(platform, self.assistant, clock, frozenset())

    def kinds(self) -> list[str]:
        return [event.kind for event in self.assistant.events]


def test_a_session_begins_with_how_the_month_stands_and_what_waits(tmp_path: Path) -> None:
    """Both are asked for before anything is typed."""
    session = Session(tmp_path, io.StringIO())
    session.chat.start()
    assert session.kinds() == ["home", "pending"]
    assert "/help" in session.output.getvalue()


@pytest.mark.parametrize("typed", [io.StringIO("/quit\nnever read\n"), io.StringIO(""), Interrupted()])
def test_a_session_ends_with_a_word(tmp_path: Path, typed: io.StringIO) -> None:
    """/quit, Ctrl+D, Ctrl+C."""
    session = Session(tmp_path, typed)
    session.chat.run()
    assert session.output.getvalue().endswith("Until next time.\n")
    assert session.kinds() == []


def test_a_terminal_that_is_gone_ends_the_session(tmp_path: Path) -> None:
    """There is nobody to say goodbye to, and nothing to raise an alarm about."""
    session = Session(tmp_path, io.StringIO("apollo monday\n"))
    session.output.close()
    session.chat.run()
    assert session.kinds() == []


def test_a_line_that_could_not_be_kept_is_given_back(tmp_path: Path) -> None:
    """The person is told, and the session goes on."""
    session = Session(tmp_path, io.StringIO("apollo monday\nzephyr tuesday\n"))
    session.assistant.failing = StoreError("the disk is full")
    session.chat.run()
    assert "That was not taken: the disk is full" in session.output.getvalue()
    assert [event.payload["text"] for event in session.assistant.events] == ["zephyr tuesday"]


def test_commands_that_the_assistant_does_not_know_are_not_offered(tmp_path: Path) -> None:
    """Neither in the help nor by name."""
    session = Session(tmp_path, io.StringIO("/help\n/reset\n"))
    session.chat.run()
    assert "/reset " not in session.output.getvalue()
    assert "There is no /reset." in session.output.getvalue()
    assert session.kinds() == []


def test_home_and_report_ask_for_the_month_that_it_is(tmp_path: Path) -> None:
    """Where the person is, by their own time zone."""
    session = Session(tmp_path, io.StringIO("/home\n/report\n/submit 2026-10\n"))
    session.chat.run()
    assert session.kinds() == ["home", "pending", "report", "submit"]
    assert [event.payload.get("month") for event in session.assistant.events[2:]] == ["2026-11", "2026-10"]
