"""A session: how it ends, and what happens to a line that cannot be taken."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bot.domain.conversation import Person
from bot.errors import StoreError
from bot.platforms.console.chat import Chat
from bot.platforms.console.journal import Journal
from bot.platforms.console.platform import ConsolePlatform
from bot.platforms.console.terminal import Terminal
from bot.ports import Picture, TextPicture
from tests.fakes import FakeClock
from tests.unit.platforms import slack_pictures as pictures
from tests.unit.platforms.conftest import FakeAssistant

CARD = replace(pictures.PENDING, lines=pictures.PENDING.lines[:1], approve_all=0)
NEWER = replace(CARD, id="d" * 32, lines=(pictures.line(3),))
DECIDED = replace(CARD, lines=(pictures.line(1, verbs=()),))
QUESTION = TextPicture("Which one?", choices=("Apollo", "Zephyr"))
OTHER_QUESTION = TextPicture("Which one?", choices=("Zephyr", "Apollo"))
ADA = Person("ada@tally.example", "ada@tally.example", "Ada Berg", "UTC", "en-GB")


class Interrupted(io.StringIO):
    """Somebody presses Ctrl+C instead of typing."""

    def readline(self, *_: object) -> str:
        raise KeyboardInterrupt


class Interleaved(io.StringIO):
    """A pipe whose person types; what stands between the lines happens while the prompt waits."""

    def __init__(self, *steps: str | Callable[[], object]) -> None:
        super().__init__()
        self.steps = list(steps)

    def readline(self, *_: object) -> str:
        while self.steps:
            step = self.steps.pop(0)
            if isinstance(step, str):
                return f"{step}\n"
            step()
        return ""


class Hiccuping(FakeAssistant):
    """Its database cannot be asked once."""

    hiccups = 1

    def is_quiet(self, platform: str, lane: str) -> bool:
        if self.hiccups:
            self.hiccups -= 1
            raise StoreError("the database is locked")
        return True


class Session:
    """A chat whose person has typed everything ahead."""

    def __init__(self, folder: Path, typed: io.StringIO, assistant: FakeAssistant | None = None) -> None:
        self.output, self.assistant = io.StringIO(), assistant or FakeAssistant()
        journal = Journal(folder / "journal.jsonl")
        self.platform = ConsolePlatform(ADA, {ADA.id: ADA}, Terminal(typed, self.output), journal)
        clock = FakeClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        self.chat = Chat(self.platform, self.assistant, clock, frozenset())

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


def while_asked(folder: Path, before: Picture, *steps: str | dict[str, Picture]) -> Session:
    """A session that shows something, and in which pictures (by message) are printed while somebody is typing."""
    session = Session(folder, typed := Interleaved())
    address = session.platform.address

    def printed(pictures_: dict[str, Picture]) -> None:
        for name, picture in pictures_.items():
            if ref := session.platform.find(address, name):
                session.platform.update(address, ref, name, picture)
            else:
                session.platform.post(address, name, picture)

    printed({"first": before})
    typed.steps = [step if isinstance(step, str) else partial(printed, step) for step in steps]
    session.chat.run()
    return session


@pytest.mark.parametrize("key", ["a", "A", "d", "e"])
@pytest.mark.parametrize("news", [{"second": NEWER}, {"first": DECIDED, "second": NEWER}])
def test_a_key_never_decides_a_card_that_another_one_came_after(
    tmp_path: Path, key: str, news: dict[str, Picture]
) -> None:
    """Whichever of the two the key was meant for, nothing is decided, and all keys are told."""
    session = while_asked(tmp_path, CARD, news, key)
    assert session.kinds() == []
    assert "Something new appeared while you were typing" in session.output.getvalue()
    keys = "a approve   e edit   d decline" if "first" in news else "a1 a3 approve   e1 e3 edit   d1 d3 decline"
    assert f"then press again:\n{keys}\n> " in session.output.getvalue()


def test_the_same_key_counts_when_it_is_pressed_again(tmp_path: Path) -> None:
    """Now it can only be about what is told."""
    session = while_asked(tmp_path, CARD, {"first": DECIDED, "second": NEWER}, "a", "a")
    [event] = session.assistant.events
    assert event.payload["proposal_id"] == NEWER.lines[0].proposal_id


@pytest.mark.parametrize(("key", "news"), [("a", TextPicture("Good morning.")), ("a1", NEWER)])
def test_a_key_that_is_still_about_the_same_line_counts(tmp_path: Path, key: str, news: Picture) -> None:
    """News that changes nothing of it does not stand in the way; a line that is named is that line."""
    session = while_asked(tmp_path, CARD, {"second": news}, key)
    assert [event.payload["proposal_id"] for event in session.assistant.events] == [CARD.lines[0].proposal_id]


def test_undo_is_not_about_what_was_written_while_it_was_typed(tmp_path: Path) -> None:
    """The newest card is another one now: its keys are told, and nothing is undone."""
    newer = replace(pictures.WRITTEN, id="d" * 32, lines=(replace(pictures.WRITTEN.lines[0], proposal_id="e" * 32),))
    session = while_asked(tmp_path, pictures.WRITTEN, {"second": newer}, "u", "u")
    [event] = session.assistant.events
    assert (event.payload["verb"], event.payload["proposal_id"]) == ("undo", "e" * 32)
    assert "then press again:\nu undo   s same for Mon 23 – Thu 26 Nov\n> " in session.output.getvalue()


def test_the_days_of_same_for_are_those_that_were_read(tmp_path: Path) -> None:
    """While it was typed another day came next: that one was not asked for."""
    one = replace(pictures.WRITTEN, lines=pictures.WRITTEN.lines[1:])
    later = replace(one, lines=(replace(one.lines[0], same_days=(pictures.november(24),), same_for="Tue 24 Nov"),))
    assert while_asked(tmp_path, one, {"first": later}, "s").kinds() == []


def test_a_card_that_offers_something_else_is_not_printed_again(tmp_path: Path) -> None:
    """A later card took its Undo away: nothing that a person has to read anew, and the key is gone."""
    session = Session(tmp_path, io.StringIO())
    ref = session.platform.post(session.platform.address, "m1", pictures.WRITTEN)
    printed = session.output.getvalue()
    bare = replace(pictures.WRITTEN, lines=tuple(replace(line, undo=False) for line in pictures.WRITTEN.lines))
    session.platform.update(session.platform.address, ref, "m1", bare)
    assert session.output.getvalue() == printed
    assert session.platform.snapshot.written == (bare,)
    session.platform.update(session.platform.address, ref, "m1", pictures.UNDONE)
    assert "Undone by Ana Martin" in session.output.getvalue()
    assert session.platform.snapshot.written == ()


def test_a_revision_that_came_meanwhile_is_not_approved(tmp_path: Path) -> None:
    """The line is the same one, what it says is not."""
    revised = replace(CARD, lines=(pictures.line(1, revision=2, amount="100 %"),))
    assert while_asked(tmp_path, CARD, {"first": revised}, "a1").kinds() == []


@pytest.mark.parametrize(
    "news", [{"first": replace(pictures.PENDING, revision=2)}, {"second": replace(pictures.PENDING, id="d" * 32)}]
)
def test_approve_all_means_the_card_as_it_was(tmp_path: Path, news: dict[str, Picture]) -> None:
    """A newer card, or a newer revision of the same one, has to be seen first."""
    assert while_asked(tmp_path, pictures.PENDING, news, "A").kinds() == []


@pytest.mark.parametrize(("before", "news"), [(QUESTION, OTHER_QUESTION), (CARD, QUESTION), (QUESTION, CARD)])
def test_a_number_never_answers_a_question_that_came_meanwhile(tmp_path: Path, before: Picture, news: Picture) -> None:
    """Another list, a first one, or none any more; words are taken as they are."""
    session = while_asked(tmp_path, before, {"second": news}, "2", "zephyr monday")
    assert [event.payload["text"] for event in session.assistant.events] == ["zephyr monday"]
    assert ("1 2 answer" in session.output.getvalue()) == isinstance(news, TextPicture)


def test_a_card_that_is_gone_meanwhile_leaves_nothing_to_press(tmp_path: Path) -> None:
    """Which is told too."""
    session = while_asked(tmp_path, CARD, {"first": DECIDED}, "a")
    assert session.kinds() == []
    assert "Nothing waits for a key now." in session.output.getvalue()


def test_a_database_that_cannot_be_asked_ends_no_session(tmp_path: Path) -> None:
    """Whether the bot is quiet is asked again; then the line is read."""
    session = Session(tmp_path, io.StringIO("apollo monday\n"), Hiccuping())
    session.chat.run()
    assert session.kinds() == ["message"]
    assert session.output.getvalue().endswith("Until next time.\n")
