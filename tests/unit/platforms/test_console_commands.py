"""What the chat systems' command and buttons do besides cards, at a console: /tally, and a judgement."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platforms.console.listeners import Listeners
from bot.ports import TextPicture
from bot.words import say
from tests.conformance.console_seat import ConsoleSeat
from tests.conformance.seat import NOW
from tests.fakes import FakeClock

KINDS = frozenset({"reset", "context", "feedback"})


@pytest.fixture
def seat(tmp_path: Path) -> ConsoleSeat:
    """The console, with an assistant that knows every event."""
    seat = ConsoleSeat(tmp_path)
    seat.listeners = Listeners(seat.assistant, seat.platform, FakeClock(NOW), KINDS)
    return seat


@pytest.mark.parametrize(
    ("typed", "kind", "month"),
    [
        ("/tally status", "report", "2026-11"),
        ("/tally submit", "submit", "2026-11"),
        ("/TALLY Submit 2026-10", "submit", "2026-10"),
        ("/tally reset", "reset", None),
    ],
)
def test_the_command_of_the_chat_systems_works_at_a_console(
    seat: ConsoleSeat, typed: str, kind: str, month: str | None
) -> None:
    """Whoever knows it from there need not learn another one."""
    seat.types(typed)
    [event] = seat.assistant.events
    assert (event.kind, event.payload.get("month")) == (kind, month)


@pytest.mark.parametrize("typed", ["/tally", "/tally help"])
def test_alone_it_lists_what_there_is(seat: ConsoleSeat, typed: str) -> None:
    """The console's own list, which has all of it."""
    seat.types(typed)
    assert say("console-help-submit") in seat.reads()
    assert say("console-help-judge") in seat.reads()
    assert seat.assistant.events == []


@pytest.mark.parametrize("typed", ["/tally wat", "/tally tally"])
def test_an_unknown_word_is_named(seat: ConsoleSeat, typed: str) -> None:
    """And nothing is stored."""
    seat.types(typed)
    assert "/help lists what there is." in seat.reads()
    assert seat.assistant.events == []


def test_without_an_answer_there_is_nothing_to_judge(seat: ConsoleSeat) -> None:
    """A question is none."""
    seat.platform.post(seat.address, "m1", TextPicture("Which one?"))
    seat.types("/good")
    assert say("feedback-nothing") in seat.reads()
    assert seat.assistant.events == []


def test_the_newest_answer_that_was_seen_is_judged(seat: ConsoleSeat) -> None:
    """Not a question that came after it."""
    seat.platform.post(seat.address, "m1", TextPicture("Twelve days.", judged=True))
    seat.platform.post(seat.address, "m2", TextPicture("Thirteen days.", judged=True))
    seat.platform.post(seat.address, "m3", TextPicture("Which one?"))
    seat.types("/bad")
    assert seat.assistant.events[-1].payload["message"] == "m2"
