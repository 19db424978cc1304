"""The terminal, the journal, and who sits there."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.text import Text

from bot.chat import chat, chosen, console_folder, local_zone, locale_of
from bot.domain.timesheet import Employee
from bot.errors import SettingsError, TallyError
from bot.platforms.console.journal import Journal
from bot.platforms.console.terminal import CLEAR_LINE, Terminal
from bot.settings import Settings
from bot.store.database import check_not_newer, open_engine
from bot.store.lock import hold_alone
from tests.fakes import FakeClock

ADA = Employee("ada@tally.example", "Ada", "Berg")
ADAM = Employee("adam@tally.example", "Adam", "Costa")
BEN = Employee("ben@tally.example", "Ben", "Duval")


class Tty(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_through_a_pipe_nothing_but_words_is_printed() -> None:
    """No colours, no status; what is read is echoed behind its prompt."""
    output = io.StringIO()
    terminal = Terminal(io.StringIO("apollo\x1b[2J monday\n"), output)
    terminal.passing("is reading…")
    terminal.show(Text("Hello", style="bold red"))
    assert terminal.ask("> ") == "apollo\x1b[2J monday"
    assert output.getvalue() == "Hello\n> apollo[2J monday\n"


def test_the_end_of_the_input_is_an_end() -> None:
    """And leaves the line on which it was waited."""
    output = io.StringIO()
    with pytest.raises(EOFError):
        Terminal(io.StringIO(""), output).ask("> ")
    assert output.getvalue() == "> \n"


def test_what_passes_is_one_line_that_the_next_print_takes_away() -> None:
    """A status longer than the screen would leave its first lines behind."""
    output = Tty()
    terminal = Terminal(output, output)
    terminal.passing("word " * 200)
    terminal.show(Text("Hello"))
    status, hello = output.getvalue().removeprefix(CLEAR_LINE).split(CLEAR_LINE)
    assert len(status) < 200
    assert "\n" not in status
    assert hello == "Hello\n"


def test_what_could_not_be_printed_is_not_printed_by_the_next_print() -> None:
    """A failed message is repeated by the outbox, not by accident."""

    class Broken(io.StringIO):
        def write(self, text: str) -> int:
            if "first" in text:
                raise OSError("gone")
            return super().write(text)

    output = Broken()
    terminal = Terminal(io.StringIO(), output)
    with pytest.raises(OSError, match="gone"):
        terminal.show(Text("first"))
    terminal.show(Text("second"))
    assert output.getvalue() == "second\n"


def test_the_journal_names_a_message_once_and_for_all(tmp_path: Path) -> None:
    """The same name in the next session; messages of somebody else are not found."""
    file = tmp_path / "console" / "journal.jsonl"
    journal = Journal(file)
    assert [journal.note("ada", "m1"), journal.note("ada", "m2"), journal.note("ada", "m1")] == ["1", "2", "1"]
    again = Journal(file)
    assert (again.find("ada", "m2"), again.find("ben", "m2")) == ("2", None)
    assert again.note("ben", "m2") == "3"


@pytest.mark.parametrize("torn", [b'["ada", "m', b"nonsense\nnonsense\n", b"\xff\n", b"7\n"])
def test_a_torn_line_of_the_journal_disturbs_no_other(tmp_path: Path, torn: bytes) -> None:
    """A crash or a full disk in the middle of a line; what stands before keeps its name, what comes gets a new one."""
    file = tmp_path / "journal.jsonl"
    Journal(file).note("ada", "m1")
    file.write_bytes(file.read_bytes() + torn)
    journal = Journal(file)
    assert journal.find("ada", "m1") == "1"
    named = journal.note("ada", "m2")
    assert named != "1"
    assert Journal(file).find("ada", "m2") == named


@pytest.mark.parametrize(
    ("wanted", "employee"),
    [("ada@tally.example", ADA), ("ADA@Tally.example", ADA), ("ben", BEN), ("3", BEN), ("Adam", ADAM)],
)
def test_people_are_named_by_address_name_or_number(wanted: str, employee: Employee) -> None:
    """Whatever is unmistakable."""
    assert chosen(wanted, [ADA, ADAM, BEN]) == employee


@pytest.mark.parametrize("wanted", ["", " ", "ad", "nobody", "4", "0"])
def test_whoever_is_not_known_is_told_who_is(wanted: str) -> None:
    """Ambiguous is not known either."""
    with pytest.raises(SettingsError, match=re.escape("ada@tally.example, adam@tally.example, ben@tally.example")):
        chosen(wanted, [ADA, ADAM, BEN])


def test_the_time_zone_is_the_machines(tmp_path: Path) -> None:
    """As TZ or /etc/localtime say; UTC where neither names one."""
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Dublin")
    assert local_zone({"TZ": "Europe/Paris"}, link) == "Europe/Paris"
    assert local_zone({}, link) == "Europe/Dublin"
    assert local_zone({"TZ": "CET-1CEST,M3.5.0"}, link) == "UTC"
    assert local_zone({}, tmp_path / "nothing") == "UTC"


@pytest.mark.parametrize(
    ("environment", "locale"),
    [({"LANG": "fr_FR.UTF-8"}, "fr-FR"), ({"LANG": "fr_FR", "LC_ALL": "C"}, "en-US"), ({}, "en-US")],
)
def test_the_language_is_the_environments(environment: dict[str, str], locale: str) -> None:
    """English where it names none."""
    assert locale_of(environment) == locale


def test_journal_and_log_lie_beside_the_database() -> None:
    """Or in var, where the database is a server."""
    assert console_folder(Settings(database_url="sqlite:///some/where/tally.db")) == Path("some/where/console")
    assert console_folder(Settings(database_url="postgresql+psycopg://u@h/tally")) == Path("var/console")


def test_a_database_that_a_bot_works_on_is_not_migrated(tmp_path: Path) -> None:
    """The one at the terminal is told so before anything is changed or asked; once the bot ends, it is migrated."""
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'tally.db'}")
    engine, clock = open_engine(settings.database_url), FakeClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    let_go = hold_alone(engine)
    with pytest.raises(TallyError, match="Another Tally works on"):
        chat(settings, "ada", Terminal(io.StringIO(), io.StringIO()), clock)
    assert check_not_newer(engine) is None
    let_go()
    with pytest.raises(SettingsError, match="nobody in this database"):
        chat(settings, "ada", Terminal(io.StringIO(), io.StringIO()), clock)
    assert check_not_newer(engine) is not None
    engine.dispose()
