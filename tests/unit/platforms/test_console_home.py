"""The home page in a terminal: what is a button elsewhere is a command here."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from bot.errors import UserFacingError
from bot.platforms.console.journal import Journal
from bot.platforms.console.listeners import Listeners, TypedLine
from bot.platforms.console.pictures import home_picture
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.terminal import Terminal
from bot.ports import Home
from tests.fakes import FakeClock
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import FakeAssistant
from tests.unit.platforms.test_console_chat import ADA

KINDS = frozenset({"copy_week", "fill_month", "withdraw", "nudge", "preferences", "forget"})


class Desk:
    """Ada at a terminal, with what she types ahead."""

    def __init__(self, folder: Path, *typed: str, kinds: frozenset[str] = KINDS) -> None:
        self.output, self.assistant = io.StringIO(), FakeAssistant()
        terminal = Terminal(io.StringIO("".join(f"{line}\n" for line in typed)), self.output)
        platform = ConsolePlatform(ADA, {ADA.id: ADA}, terminal, Journal(folder / "journal.jsonl"))
        clock = FakeClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        self.listeners = Listeners(self.assistant, platform, clock, kinds)
        self.seen = platform.snapshot

    def types(self, text: str) -> list[tuple[str, dict[str, object]]]:
        self.listeners.typed(TypedLine("L1", text, self.seen))
        return [(e.kind, {n: v for n, v in e.payload.items() if n != "address"}) for e in self.assistant.events]


@pytest.mark.parametrize(
    ("typed", "kind", "payload"),
    [
        ("/same", "copy_week", {"week": "", "month": "2026-11"}),
        ("/same 2026-10-28", "copy_week", {"week": "2026-10-28", "month": "2026-10"}),
        ("/fill", "fill_month", {"month": "2026-11"}),
        ("/fill 2026-10", "fill_month", {"month": "2026-10"}),
        ("/withdraw 2026-10", "withdraw", {"month": "2026-10"}),
        ("/nudge", "nudge", {"about": "2026-11"}),
    ],
)
def test_a_command_is_the_event_of_its_button(tmp_path: Path, typed: str, kind: str, payload: dict[str, str]) -> None:
    """Without a month it is about the current one."""
    assert Desk(tmp_path).types(typed) == [(kind, payload)]


@pytest.mark.parametrize(
    ("typed", "told"),
    [("/same monday", "I do not know the day “monday”."), ("/fill x", "I do not know the month “x”.")],
)
def test_what_cannot_be_read_is_answered_with_what_to_type(tmp_path: Path, typed: str, told: str) -> None:
    """Nothing is stored."""
    desk = Desk(tmp_path)
    with pytest.raises(UserFacingError, match=told):
        desk.types(typed)
    assert desk.assistant.events == []


def test_preferences_are_asked_field_by_field_and_saved(tmp_path: Path) -> None:
    """By number or by value; an error is told and its field asked again; nothing is saved before `a`."""
    desk = Desk(tmp_path, "", "2", "7", "2", "Europe/Paris", "a")
    (event,) = desk.types("/preferences")
    values = {"language": "auto", "time_zone": "Europe/Paris", "hour": "7", "project": "APO"}
    assert event == ("preferences", {"values": values})
    assert "Time zone: UTC cannot be chosen any more." in desk.output.getvalue()
    assert "Save? (a yes, e change it, Enter leave it as it was)" in desk.output.getvalue()


def test_preferences_can_be_left_as_they_are(tmp_path: Path) -> None:
    """Enter at the end, or /cancel on the way."""
    for number, typed in enumerate((["", "", "", "", ""], ["/cancel"])):
        assert Desk(tmp_path / str(number), *typed).types("/preferences") == []


@pytest.mark.parametrize(("answer", "stored"), [("forget", [("forget", {})]), ("", []), ("yes", [])])
def test_forgetting_asks_for_its_word(tmp_path: Path, answer: str, stored: list[tuple[str, dict[str, str]]]) -> None:
    """A single key must not do it, and what would go is said before."""
    desk = Desk(tmp_path, answer)
    assert desk.types("/forget") == stored
    shown = " ".join(desk.output.getvalue().split())
    assert "Your report stays: it belongs to the company's books." in shown
    assert ("Nothing was deleted." in shown) is not bool(stored)


def test_commands_that_the_assistant_does_not_know_are_not_offered(tmp_path: Path) -> None:
    """Neither in the help nor by name."""
    known = Desk(tmp_path / "1")
    known.types("/help")
    assert [c for c in ("/same", "/fill", "/withdraw", "/nudge", "/preferences", "/forget")
            if f"\n{c} " not in known.output.getvalue()] == []  # fmt: skip
    unknown = Desk(tmp_path / "2", kinds=frozenset())
    unknown.types("/help")
    assert "/forget" not in unknown.output.getvalue()
    with pytest.raises(UserFacingError, match="There is no /forget"):
        unknown.types("/forget")


def printed(home: Home) -> str:
    """The page on a screen without colours."""
    console = Console(file=io.StringIO(), width=100, color_system=None, markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for part in home_picture(home):
            console.print(part)
    return captured.get()


def test_the_page_names_the_command_of_each_offer() -> None:
    """What is one click elsewhere is one line here."""
    assert printed(pictures.HOME).splitlines()[2:] == [
        "9 cards wait for your decision.",
        "/same 2026-11-09  Same as the week before: Mon 9 – Thu 12 Nov",
        "/fill 2026-11     Fill 9 missing days with Apollo",
        "Preferences: English · Europe/Paris · reminders at 10:00",
    ]


def test_an_administrator_reads_who_is_late() -> None:
    """And the command that reminds them; a submitted month can be taken back."""
    assert printed(pictures.ADMIN_HOME).splitlines()[2:] == [
        "/withdraw 2026-11 takes it back.",
        "Not submitted for October 2026",
        "  Nobody: everybody has handed in.",
        "Not submitted for November 2026",
        "  Ben Okafor: 12 days missing",
        "  Cy <b> Twombly: nothing missing so far",
        "  … and 38 more",
        "/nudge 2026-11    reminds 39 people",
        "Preferences: English · Europe/Paris · reminders at 10:00",
    ]
